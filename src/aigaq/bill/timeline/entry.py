"""The entries of a timeline: events, statements, reactions and looks, in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from aigaq.bill.dossier import Event, Fact, Look, Reaction, Result, Statement
from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import RESULTS
from aigaq.bill.vocabulary import Term, vocabulary
from aigaq.evidence.capture import Capture
from aigaq.locale import N_, Translator, partial, say
from aigaq.values import Message, PartialDate

SURE = {
    "certain": N_("certain"),
    "probable": N_("probable"),
    "doubtful": N_("doubtful"),
    "chosen": N_("sources differ, one value taken"),
    "open": N_("sources differ"),
}


@frozen
class Entry:
    """One line of a timeline.

    Args:
        id: Stable name, unique in the timeline.
        date: When.
        kind: What kind of thing.
        where: Id of the chamber, "" for none.
        stage: Id of the stage, "" for none.
        what: What happened, in words.
        sources: Ids of the sources.
        sure: Key of `SURE`.
        dated: The dates that its sources give, where they contradict each other; None for ``date``.
        differing: Facts on which its sources contradict each other.
        captures: Captures that show it.
    """

    id: str
    date: PartialDate
    kind: Term
    where: str
    stage: str
    what: str
    sources: tuple[str, ...]
    sure: str
    dated: PartialDate | Message | None = None
    differing: tuple[Fact, ...] = ()
    captures: tuple[Capture, ...] = ()


def when(entry: Entry, *, _: Translator) -> str:
    """Return the date of an entry in words, or the dates that its sources give."""
    if isinstance(entry.dated, Message):
        return say(entry.dated, _)
    return partial(entry.date, _.language) or _("date not known")


def entries(record: Record, *, _: Translator) -> tuple[Entry, ...]:
    """Return the entries, earliest first; those whose date is not known stand last."""
    dossier = record.dossier
    found = [
        *(_event(record, event, _) for event in dossier.events),
        *(_statement(record, each, _) for each in dossier.statements),
        *(_reaction(record, each, _) for each in dossier.reactions),
        *_looks(record, _),
    ]
    return tuple(sorted(found, key=lambda entry: entry.date.order))


def _event(record: Record, event: Event, _: Translator) -> Entry:
    terms = vocabulary().events
    weakest = max(
        (account.certainty for account in event.accounts if _taken(event, account.source)), key=list(SURE).index
    )
    sure = weakest if not event.open else "open" if any(fact.value is None for fact in event.open) else "chosen"
    return Entry(
        id=f"event-{event.id}",
        date=event.date,
        kind=terms.get(event.kind, terms["other"]),
        where=event.text("chamber"),
        stage=event.text("stage"),
        what=event.what(_.language),
        sources=event.sources,
        sure=sure,
        dated=event.dated,
        differing=event.open,
        captures=record.captured(event),
    )


def _taken(event: Event, source: str) -> bool:
    """Return whether a source states something of the event that is taken to be so."""
    values = [fact.value for fact in event.facts.values() if fact.value]
    return not values or any(source in value.sources for value in values) or len(event.accounts) == 1


def _statement(record: Record, said: Statement, _: Translator) -> Entry:
    kind = vocabulary().events["statement"]
    who = said.who.text(_.language)
    what = f"{who}: «{said.quote}»" if said.quote else who
    captures = _numbered(record, said.capture, said.source)
    return Entry(f"statement-{said.id}", said.date, kind, "", "", what, (said.source,), "probable", captures=captures)


def _reaction(record: Record, reaction: Reaction, _: Translator) -> Entry:
    kind = vocabulary().events["reaction"]
    symbol = f" ({reaction.symbol})" if reaction.symbol else ""
    what = f"{reaction.body.text(_.language)}{symbol}: {reaction.about.text(_.language)}"
    captures = _numbered(record, reaction.capture, reaction.source)
    return Entry(
        f"reaction-{reaction.id}", reaction.date, kind, "", "", what, (reaction.source,), "probable", captures=captures
    )


def _looks(record: Record, _: Translator) -> Iterator[Entry]:
    """Yield looks that found nothing or failed, and the first that found a paper of which no event tells."""
    told = {event.text("document") for event in record.dossier.events if event.kind == "document"}
    for at, look in enumerate(record.dossier.looks, 1):
        if look.result is Result.FOUND:
            if not look.document or look.document in told:
                continue
            told.add(look.document)
        yield _look(record, look, at, _)


def _look(record: Record, look: Look, at: int, _: Translator) -> Entry:
    terms = vocabulary()
    term = terms.documents.get(look.looked_for) or terms.events[look.looked_for]
    result = _(RESULTS[look.result])
    what = f"{term.names[_.language]}: {result}" + (f" ({look.place.text(_.language)})" if look.place else "")
    captures = _numbered(record, look.capture, look.source)
    return Entry(
        f"look-{at}",
        look.date,
        terms.events["look"],
        "",
        look.stage,
        what,
        (look.source,),
        "certain",
        captures=captures,
    )


def _numbered(record: Record, number: int | None, source: str) -> tuple[Capture, ...]:
    numbers = (number, record.dossier.sources[source].capture)
    return tuple(record.captures[each] for each in numbers if each is not None and each in record.captures)
