"""Contradictions: every value that a source states, the one that is taken, and why."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.dossier import Choice, Event, Fact, Value
from aigaq.bill.record import FACTS, Record
from aigaq.bill.sheet.evidence import from_sources
from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Table
from aigaq.locale import Translator, partial, say
from aigaq.values import Message, PartialDate


def disputes(record: Record, _: Translator) -> Iterator[Section]:
    """Yield the section with every contradiction; nothing where there is none."""
    found = [(event, fact) for event in record.dossier.events for fact in event.open]
    if found:
        columns = (
            Column(_("Event"), 26),
            Column(_("Fact"), 12),
            Column(_("Values and sources"), 34),
            Column(_("Why this one"), 28),
        )
        rows = tuple(_row(record, event, fact, _) for event, fact in found)
        yield Section(
            _("Sources that contradict each other"), (Table(columns, rows),), "contradictions", _("Contradictions")[:31]
        )


def _row(record: Record, event: Event, fact: Fact, _: Translator) -> Row:
    values = [
        _value(record, fact, value, _, taken=value is fact.value) for value in (fact.value, *fact.others) if value
    ]
    named = (Paragraph.of(event.what(_.language) or event.id),)
    return Row((named, (Paragraph.of(_(FACTS[fact.name])),), tuple(values), _why(record, event, fact, _)))


def _value(record: Record, fact: Fact, value: Value, _: Translator, *, taken: bool) -> Paragraph:
    said = shown(record, fact=fact.name, value=value.text, _=_)
    by = f" – {from_sources(record, value.sources, _=_)}"
    return Paragraph(
        (Run(said, Mark.STRONG if taken else Mark.PLAIN), Run(by), Run(f" ({_('taken')})" if taken else ""))
    )


def shown(record: Record, *, fact: str, value: str, _: Translator) -> str:
    """Return a value of a fact as people read it."""
    if fact == "date":
        return partial(PartialDate.of(value), _.language)
    known = {"chamber": record.dossier.chamber, "stage": record.dossier.stage}
    found = known[fact](value) if fact in known else None
    return found.names[_.language] if found else value


def _why(record: Record, event: Event, fact: Fact, _: Translator) -> Cell:
    made = [each for each in record.dossier.choices if (each.event, each.fact) == (event.id, fact.name)]
    if fact.value is None:
        return (Paragraph.of(_("nothing is chosen"), Mark.STRONG),)
    return tuple(_choice(each, _, last=each is made[-1]) for each in reversed(made))


def _choice(choice: Choice, _: Translator, *, last: bool) -> Paragraph:
    said = Message("{reason} (decided {date})", reason=choice.reason, date=choice.decided)
    return Paragraph.of(say(said, _), Mark.PLAIN if last else Mark.DELETED)
