"""The international standards that the findings name: what they ask, how far they bind, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.record import Record
from aigaq.bill.standard import Party, Standard, words
from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import Translator, partial, say
from aigaq.values import Message


def standards(record: Record, _: Translator) -> Iterator[Section]:
    """Yield the section with every standard that a finding names; nothing where none does."""
    named = {finding.standard.id: finding.standard for finding in record.findings if finding.standard}
    if named:
        columns = (Column(_("Standard"), 30), Column(_("What it asks"), 38), Column(_("How far it binds"), 32))
        rows = tuple(_row(record, each, _) for each in named.values())
        yield Section(_("International standards"), (Table(columns, rows),), "standards", _("Standards")[:31])


def _row(record: Record, standard: Standard, _: Translator) -> Row:
    mark = _(standard.mark.said) + (
        f", {say(Message('checked {day}', day=standard.checked), _)}" if standard.checked else ""
    )
    named: Cell = (
        Paragraph.of(standard.instrument.names[_.language], Mark.STRONG),
        Paragraph.of(standard.cite),
        Paragraph((Run(mark, Mark.MUTED),), Style.SMALL),
    )
    says = [standard.says[_.language], standard.note[_.language] if standard.note else ""]
    return Row(
        (named, tuple(Paragraph.of(line) for line in says if line), _binding(record, standard, _)),
        anchor=f"standard-{standard.id}",
    )


def _binding(record: Record, standard: Standard, _: Translator) -> Cell:
    terms = words()
    lines = [Paragraph.of(terms.binding[standard.binding].names[_.language])]
    party = standard.party(record.dossier.head.jurisdiction)
    if party:
        lines.append(Paragraph((Run(_party(party, _)),), Style.SMALL))
    return tuple(lines)


def _party(party: Party, _: Translator) -> str:
    how = words().how[party.how].names[_.language]
    since = f": {partial(party.since, _.language)}" if party.since.known else ""
    return f"{how}{since} ({_(party.mark.said)})"
