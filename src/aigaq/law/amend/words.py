"""The words of an application: what became of an instruction and why, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from aigaq.law.amend.outcome import Amended, Reason, Status
from aigaq.law.drafting.instruction import Entry, Force
from aigaq.law.source import Source
from aigaq.law.table.words import TYPING
from aigaq.locale import N_, Translator, day, number

STATUSES: Final = {
    Status.APPLIED: N_("applied"),
    Status.UNRESOLVED: N_("not applied: it cannot be done with certainty"),
    Status.NOT_YET: N_("not applied: not in force yet on the day asked for"),
    Status.OTHER_LAW: N_("for another law"),
    Status.NOT_AT_HAND: N_("for a unit that is not at hand"),
    Status.NO_EFFECT: N_("without effect on this text"),
}
REASONS: Final = {
    Reason.TARGET_NOT_FOUND: N_("The law has no unit with this number or in this place."),
    Reason.TARGET_AMBIGUOUS: N_("More than one unit of the law may be meant."),
    Reason.WORDS_NOT_FOUND: N_("The words that are to be changed do not stand in this unit."),
    Reason.WORDS_AMBIGUOUS: N_(
        "The words that are to be changed stand in this unit more than once, and the act does not say which are meant."
    ),
    Reason.CASE_FORM: N_("The words stand in another grammatical form, and the form of the new words is not certain."),
    Reason.ALREADY_APPLIED: N_("The law already reads as the act wants it."),
    Reason.CONFLICT: N_("Another instruction of the same act changes the same words."),
    Reason.OTHER_LANGUAGE: N_("The act in the other language says something else."),
    Reason.PUNCTUATION: N_("The punctuation of the unit would no longer be right."),
    Reason.QUOTED_UNIT: N_("The new wording does not have the number or the parts that the instruction names."),
    Reason.NUMBER_TAKEN: N_("The law already has a unit with the number of the new one."),
    Reason.NO_WORDING: N_("The act gives no wording to put in."),
    Reason.DAMAGED_COPY: N_("The copy of the act has lost the space between words here."),
    Reason.LISTS: N_("The act lists more words on one side of the change than on the other."),
    Reason.REPEALED: N_("The unit is already repealed."),
    Reason.FORCE_UNKNOWN: N_("It cannot be told when the instruction enters into force."),
    Reason.TOO_MANY: N_("The instruction is about more places than this program handles at once."),
}
UNCLAIMED: Final = {
    "not-understood": N_("these words were not understood"),
    "place": N_("it is not certain what it is about, because something before it was not understood"),
    "quotation": N_("a quotation opens here that does not close, or belongs to no instruction"),
    "no-law": N_("an instruction that no amended law is named for"),
    "too-deep": N_("lists within lists, deeper than this program follows"),
}
_ENTRIES: Final = {
    Entry.PUBLICATION: N_("in force from the day of first official publication"),
    Entry.SIGNING: N_("in force from the day of signing"),
}


def verdict(amended: Amended, _: Translator) -> str:
    """Return in a few sentences how much of the act was applied, and whether anything is left to be looked at."""
    own = [outcome.status for outcome in amended.outcomes if outcome.status is not Status.OTHER_LAW]
    gaps = len(amended.act.accounting.unclaimed)
    if not own and not gaps:
        return _("The act holds no instruction for this law.")
    counted = _.plural(
        "{n} of {m} instruction for this law was applied.",
        "{n} of {m} instructions for this law were applied.",
        len(own),
    )
    sentences = [
        counted.format(n=number(own.count(Status.APPLIED), _.language), m=number(len(own), _.language)),
        *_left(own, gaps, _),
    ]
    if not gaps and Status.UNRESOLVED not in own:
        whole = _(
            "Nothing is left unresolved, and every word of the act was understood. "
            "Whether the act itself is right, no program can tell."
        )
        sentences.append(whole)
    return " ".join(sentences)


def _left(own: Sequence[Status], gaps: int, _: Translator) -> Iterator[str]:
    """Yield a sentence for each way in which a part of the act is not in the text."""
    left, later, idle = (own.count(status) for status in (Status.UNRESOLVED, Status.NOT_YET, Status.NO_EFFECT))
    told = (
        (left, _.plural("{n} could not be applied with certainty.", "{n} could not be applied with certainty.", left)),
        (later, _.plural("{n} is not in force yet.", "{n} are not in force yet.", later)),
        (idle, _.plural("{n} has no effect on this text.", "{n} have no effect on this text.", idle)),
        (
            gaps,
            _.plural(
                "{n} stretch of the act was not understood.", "{n} stretches of the act were not understood.", gaps
            ),
        ),
    )
    return (sentence.format(n=number(n, _.language)) for n, sentence in told if n)


def status_words(status: Status, _: Translator) -> str:
    """Return what became of an instruction."""
    return _(STATUSES[status])


def reason_words(reason: Reason, _: Translator) -> str:
    """Return why an instruction could not be applied, as a sentence."""
    return _(REASONS[reason])


def unclaimed_words(reason: str, _: Translator) -> str:
    """Return what is wrong with a stretch of the act; the code itself where there are no words for it."""
    return _(UNCLAIMED.get(reason, reason))


def fold_words(fold: str, _: Translator) -> str:
    """Return how the typing of the words of the law differs from that of the act."""
    return _(TYPING.get(fold, fold))


def force_words(force: Force, _: Translator) -> str:
    """Return when something enters into force: the day, the rule, else the words of the act.

    >>> import datetime
    >>> from aigaq.locale import translator
    >>> force_words(Force(Entry.DATE, datetime.date(2033, 1, 1)), translator("en"))
    'in force from 1 January 2033'
    """
    if force.date is not None:
        return _("in force from {date}").format(date=day(force.date, _.language))
    if force.entry in _ENTRIES:
        return _(_ENTRIES[force.entry])
    return _after(force, _) if force.after else force.words


def _after(force: Force, _: Translator) -> str:
    n, count = force.after, number(force.after, _.language)
    if force.entry is Entry.CALENDAR_DAYS:
        told = _.plural(
            "in force {n} calendar day after first official publication",
            "in force {n} calendar days after first official publication",
            n,
        )
    elif force.entry is Entry.WORKING_DAYS:
        told = _.plural(
            "in force {n} working day after first official publication",
            "in force {n} working days after first official publication",
            n,
        )
    elif force.entry is Entry.MONTHS:
        told = _.plural(
            "in force {n} month after first official publication",
            "in force {n} months after first official publication",
            n,
        )
    else:
        return force.words
    return told.format(n=count)


def place_words(source: Source, offset: int, *, _: Translator) -> str:
    """Return where in its file a character of the act stands: the page or paragraph, else the line."""
    place = source.place(offset)
    if place is None:
        line = source.text.count("\n", 0, offset) + 1
        return _("line {number}").format(number=number(line, _.language))
    told = _("page {number}") if place.unit == "page" else _("paragraph {number} of the file")
    return told.format(number=number(place.number, _.language))
