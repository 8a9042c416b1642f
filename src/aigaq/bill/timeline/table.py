"""The timeline as a document: one main table, with the head that every output of a dossier has."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.record import FACTS, Record
from aigaq.bill.sheet.disputes import disputes, shown
from aigaq.bill.sheet.evidence import from_sources
from aigaq.bill.sheet.papers import stage_of
from aigaq.bill.sheet.sheet import opening
from aigaq.bill.sheet.sources import sources
from aigaq.bill.timeline.entry import SURE, Entry, entries, when
from aigaq.document.model import Cell, Column, Document, Facet, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import Translator, translator
from aigaq.values import Language


def timeline(record: Record, *, language: Language) -> Document:
    """Return the timeline of a bill.

    Args:
        record: The record.
        language: Language of everything that is not quoted.
    """
    _ = translator(language)
    name = _("Timeline")
    found = entries(record, _=_)
    columns = (
        Column(_("Date"), 13),
        Column(_("Event"), 15),
        Column(_("Chamber and stage"), 15),
        Column(_("What happened"), 27),
        Column(_("Source"), 16),
        Column(_("Captured"), 14),
        Column(_("Certainty"), 15),
    )
    used = list(dict.fromkeys(entry.kind for entry in found))
    facet = Facet(_("Event"), tuple((kind.id, kind.names[language]) for kind in used))
    table = Table(columns, tuple(_row(record, entry, _) for entry in found), (facet,), main=True)
    section = Section(_("What happened"), (table,), "timeline", name[:31])
    return Document(
        f"{name}: {record.dossier.head.title(language)}",
        language,
        (opening(record, _), section, *disputes(record, _), sources(record, _)),
        running=f"{name}. {_('Unofficial')}",
    )


def _row(record: Record, entry: Entry, _: Translator) -> Row:
    cells: tuple[Cell, ...] = (
        (Paragraph.of(when(entry, _=_)),),
        (Paragraph.of(entry.kind.names[_.language]),),
        tuple(Paragraph.of(line) for line in place(record, entry, _=_)) or (Paragraph.of("–"),),
        (Paragraph.of(entry.what), *_differing(record, entry, _)),
        (Paragraph.of(from_sources(record, entry.sources, _=_), style=Style.SMALL),),
        tuple(_captures(entry)) or (Paragraph.of("–", Mark.MUTED),),
        (Paragraph.of(_(SURE[entry.sure])),),
    )
    return Row(cells, anchor=entry.id, tags=(entry.kind.id,))


def place(record: Record, entry: Entry, *, _: Translator) -> Iterator[str]:
    """Yield stage and chamber, or whichever of them is recorded; a stage names its chamber."""
    if entry.stage:
        yield stage_of(record, entry.stage, _=_)
    elif entry.where:
        yield shown(record, fact="chamber", value=entry.where, _=_)


def _differing(record: Record, entry: Entry, _: Translator) -> Iterator[Paragraph]:
    for fact in entry.differing:
        values = [each for each in (fact.value, *fact.others) if each]
        words = "; ".join(
            f"{shown(record, fact=fact.name, value=each.text, _=_)} – {from_sources(record, each.sources, _=_)}"
            for each in values
        )
        yield Paragraph((Run(f"{_(FACTS[fact.name])}: {words}", Mark.MUTED),), Style.SMALL)


def _captures(entry: Entry) -> Iterator[Paragraph]:
    for capture in entry.captures:
        when = f"{capture.ended:%Y-%m-%d %H:%M} UTC"
        yield Paragraph((Run(f"{when} "), Run(capture.sha256[:16], Mark.CODE)), Style.SMALL)
