"""What a fact rests on, for a cell: events, papers and looks with their sources, files with their hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigaq.bill.checks import Evidence
from aigaq.bill.dossier import Event, Look, Result
from aigaq.bill.record import Record
from aigaq.bill.vocabulary import vocabulary
from aigaq.document.model import Cell, Mark, Paragraph, Run, Style
from aigaq.locale import N_, Translator, say
from aigaq.values import Message

RESULTS = {
    Result.FOUND: N_("found"),
    Result.ABSENT: N_("not there"),
    Result.FAILED: N_("could not look"),
}


def rests(record: Record, evidence: Iterable[Evidence], *, _: Translator) -> Cell:
    """Return what a fact rests on, a line each; a dash where nothing is recorded."""
    lines = [line for each in evidence for line in _lines(record, each, _)]
    return tuple(Paragraph((Run(line),), Style.SMALL) for line in dict.fromkeys(lines)) or (
        Paragraph.of("–", Mark.MUTED),
    )


def _lines(record: Record, evidence: Evidence, _: Translator) -> Iterator[str]:
    if evidence.kind == "event":
        event = record.dossier.event(evidence.id)
        if event:
            yield f"{say(_named(event), _)}: {from_sources(record, event.sources, _=_)}"
            yield from (
                f"{capture.ended:%Y-%m-%d} SHA-256 {capture.sha256[:16]}…"
                for capture in record.captured(event)
                if capture.sha256
            )
    elif evidence.kind == "look":
        yield look_line(record, record.dossier.looks[int(evidence.id) - 1], _=_)
    elif evidence.kind == "document":
        paper = record.dossier.paper(evidence.id)
        if paper:
            named = vocabulary().documents[paper.kind].names[_.language]
            yield f"{named} «{paper.id}»: {from_sources(record, (paper.source,), _=_)}"
            if evidence.id in record.hashes:
                yield f"SHA-256 {record.hashes[evidence.id][:16]}…"
    else:
        yield say(Message("its text, as it was read: {document}", document=evidence.id), _)


def _named(event: Event) -> Message:
    terms = vocabulary().events
    return Message("{kind} {date}", kind=terms.get(event.kind, terms["other"]), date=event.date)


def look_line(record: Record, look: Look, *, _: Translator) -> str:
    """Return a look in one line: what for, when, where, what came of it, who says so."""
    terms = vocabulary()
    term = terms.documents.get(look.looked_for) or terms.events[look.looked_for]
    said = Message(
        "looked for {what}, {date}, {place}: {result}",
        what=term,
        date=look.date,
        place=look.place or "?",
        result=_(RESULTS[look.result]),
    )
    return f"{say(said, _)}; {from_sources(record, (look.source,), _=_)}"


def from_sources(record: Record, names: Iterable[str], *, _: Translator) -> str:
    """Return sources with their kinds: ``Law No. 248-VIII (law)``."""
    kinds = vocabulary().sources
    found = [record.dossier.sources[name] for name in names]
    return "; ".join(f"{source.title.text(_.language)} ({kinds[source.kind].names[_.language]})" for source in found)
