"""The sources, with what was captured of them."""

from __future__ import annotations

from aigaq.bill.dossier import Source
from aigaq.bill.record import Record
from aigaq.bill.vocabulary import vocabulary
from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import Translator, partial


def sources(record: Record, _: Translator) -> Section:
    """Return the section with every source."""
    columns = (
        Column(_("Source"), 40),
        Column(_("Kind"), 14),
        Column(_("Date"), 14),
        Column(_("Address and capture"), 32),
    )
    rows = tuple(_row(record, source, _) for source in record.dossier.sources.values())
    return Section(_("Sources"), (Table(columns, rows),), "sources", _("Sources")[:31])


def _row(record: Record, source: Source, _: Translator) -> Row:
    named = tuple(Paragraph.of(line) for line in (source.title.text(_.language), source.note.text(_.language)) if line)
    cells: tuple[Cell, ...] = (
        named,
        (Paragraph.of(vocabulary().sources[source.kind].names[_.language]),),
        (Paragraph.of(partial(source.date, _.language) or "–"),),
        _held(record, source, _),
    )
    return Row(cells, anchor=f"source-{source.id}")


def _held(record: Record, source: Source, _: Translator) -> Cell:
    lines = [Paragraph.of(source.url, style=Style.SMALL)] if source.url else []
    capture = record.captures.get(source.capture) if source.capture is not None else None
    if capture:
        when = f"{_('captured')} {capture.ended:%Y-%m-%d %H:%M} UTC"
        lines.append(Paragraph((Run(f"{when}, SHA-256 "), Run(capture.sha256, Mark.CODE)), Style.SMALL))
    return tuple(lines) or (Paragraph.of("–", Mark.MUTED),)
