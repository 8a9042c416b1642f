"""The words of a comparative table: kinds, acts, dates, counts, in the reader's language."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final

from aigaq.law.compare.change import Change, ChangeKind, Op
from aigaq.law.structure.unit import Action, Amendment, Stated
from aigaq.locale import N_, Translator, day

KINDS: Final = {
    ChangeKind.UNCHANGED: N_("unchanged"),
    ChangeKind.REWORDED: N_("reworded"),
    ChangeKind.INSERTED: N_("inserted"),
    ChangeKind.REPEALED: N_("repealed"),
    ChangeKind.RENUMBERED: N_("renumbered"),
    ChangeKind.MOVED: N_("moved"),
    ChangeKind.SPLIT: N_("split"),
    ChangeKind.MERGED: N_("merged"),
}
ACTIONS: Final = {
    Action.AMENDED: N_("amended"),
    Action.RESTATED: N_("restated"),
    Action.INSERTED: N_("inserted"),
    Action.REPEALED: N_("repealed"),
}
REASONS: Final = {
    "periphery": N_("front matter, contents or signature differ between the copies"),
    "preamble": N_("one copy has no preamble"),
    "stub": N_("one copy says that the unit is repealed, the other has nothing there"),
    "marker": N_("a number has lost a digit or its mark in one copy"),
    "doubled": N_("one copy has a heading twice"),
    "figures": N_("a number is typed so that it may be read otherwise"),
    "note": N_("read as an editors' note, though it names no act; it stands in one text only"),
}
APART: Final = {
    "layout": N_("units that differ only in line breaks and spaces"),
    "typing": N_("units that differ only in how they are typed"),
    "notes_old": N_("editorial notes in the old text"),
    "notes_new": N_("editorial notes in the new text"),
}
TYPING: Final = {
    "lookalike": N_("with letters of another alphabet that look the same"),
    "quote": N_("with other quotation marks"),
    "dash": N_("with other dashes"),
    "number-sign": N_("with another number sign"),
    "invisible": N_("with invisible signs"),
    "composition": N_("with letters composed differently"),
    "spacing": N_("with other spaces"),
}
SOURCES: Final = {
    "text": N_("stated in the text"),
    "argument": N_("given by the user"),
    "sidecar": N_("given in the file beside the text"),
}


def kind(change: Change, _: Translator) -> str:
    """Return what happened to a unit, and whether its words changed too."""
    words = _(KINDS[change.kind])
    return _("{kind}, words changed").format(kind=words) if also_reworded(change) else words


def also_reworded(change: Change) -> bool:
    """Return True when a unit was moved, split or the like and its words, not only its number, changed as well."""
    if change.kind in (ChangeKind.REWORDED, ChangeKind.INSERTED, ChangeKind.REPEALED, ChangeKind.UNCHANGED):
        return False
    return any(
        any(sign.isalpha() for sign in segment.old + segment.new)
        for segment in change.words
        if segment.op is not Op.EQUAL
    )


def act(amendment: Amendment, _: Translator) -> str:
    """Return how an amending act is cited, whatever kind of act it is.

    >>> from aigaq.locale import translator
    >>> known = Amendment("902-X", date(2032, 5, 12), Action.AMENDED, "art_1", False, "", None, 0)
    >>> act(known, translator("en"))
    'No. 902-X of 12 May 2032'
    """
    if amendment.date is None:
        return _("No. {act}").format(act=amendment.act)
    when = day(amendment.date, _.language)
    if amendment.act == amendment.date.isoformat():
        return _("act of {date}").format(date=when)
    return _("No. {act} of {date}").format(act=amendment.act, date=when)


def force(amendment: Amendment, _: Translator) -> str:
    """Return when an amendment enters into force: the day, else the words of the note, else ""."""
    if amendment.force_date:
        return _("entry into force: {date}").format(date=day(amendment.force_date, _.language))
    return amendment.force


def edition(stated: Stated, _: Translator) -> str:
    """Return the edition date and who says so."""
    if stated.value is None:
        return _("edition date not stated")
    when = stated.value
    with suppress(ValueError):
        when = day(date.fromisoformat(when), _.language)
    return _("edition of {date} ({source})").format(date=when, source=source(stated, _))


def source(stated: Stated, _: Translator) -> str:
    """Return who states a value."""
    return _(SOURCES.get(stated.source or "", stated.source or ""))
