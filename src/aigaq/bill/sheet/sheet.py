"""The procedure sheet as a document, ready for any writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aigaq.bill.checks import NAMES, Verdict
from aigaq.bill.record import Record, remarks
from aigaq.bill.sheet.beside import beside
from aigaq.bill.sheet.disputes import disputes
from aigaq.bill.sheet.findings import findings, short
from aigaq.bill.sheet.papers import papers
from aigaq.bill.sheet.sources import sources
from aigaq.bill.sheet.standards import standards
from aigaq.document.model import Cell, Document, Facts, Paragraph, Section, Style
from aigaq.locale import Translator, day, say, translator
from aigaq.values import Language, Message


def sheet(record: Record, *, language: Language) -> Document:
    """Return the procedure sheet.

    Args:
        record: The record.
        language: Language of everything that is not quoted.
    """
    _ = translator(language)
    name = _("Procedure sheet")
    sections = (
        findings(record, _),
        papers(record, _),
        *disputes(record, _),
        *beside(record, _),
        *standards(record, _),
        sources(record, _),
    )
    return Document(
        f"{name}: {record.dossier.head.title(language)}",
        language,
        (opening(record, _), *short(record, _), *sections),
        running=f"{name}. {_('Unofficial')}",
    )


def opening(record: Record, _: Translator) -> Section:
    """Return the head of a sheet or a timeline: which bill, which day, what to know before reading."""
    head = record.dossier.head
    pairs: list[tuple[str, Cell]] = [
        (
            _("Bill"),
            tuple(
                Paragraph.of(text)
                for text in dict.fromkeys(
                    [head.title(_.language), *(each.title.text(_.language) for each in head.called)]
                )
            ),
        ),
        (_("Initiator"), _initiator(record, _)),
        (_("Judged on"), (Paragraph.of(day(record.day, _.language)),)),
        (_("Regimes"), tuple(Paragraph.of(each) for each in _regimes(record, _)) or (Paragraph.of("–"),)),
    ]
    if record.findings:
        pairs.append((_("Result"), (Paragraph.of(result(record, _)),)))
    said = tuple(Paragraph.of(say(remark, _)) for remark in remarks(record))
    if said:
        pairs.append((_("Remarks"), said))
    pairs.append((_("Made with"), (Paragraph.of(f"aigaq {record.version}"),)))
    unofficial = _("Unofficial. It says what is recorded and which rule is meant; a court or a lawyer decides.")
    return Section("", (Paragraph.of(unofficial, style=Style.NOTE), Facts(tuple(pairs))), sheet=_("What was judged"))


def result(record: Record, _: Translator) -> str:
    """Return how many verdicts there are of each kind, in one line."""
    counts = Counter(finding.verdict for finding in record.findings)
    order: Sequence[Verdict] = (
        Verdict.BREACH,
        Verdict.SHORT,
        Verdict.COMPLIED,
        Verdict.NOT_APPLICABLE,
        Verdict.COULD_NOT_LOOK,
    )
    return " · ".join(f"{_(NAMES[each])} – {counts[each]}" for each in order if counts[each])


def _initiator(record: Record, _: Translator) -> Cell:
    named = record.dossier.initiator
    if named is None:
        return (Paragraph.of(_("not recorded")),)
    lines = [named.names[_.language], record.dossier.head.initiator.of.text(_.language)]
    return tuple(Paragraph.of(line) for line in lines if line)


def _regimes(record: Record, _: Translator) -> list[str]:
    used = dict.fromkeys(finding.regime for finding in record.findings if finding.regime)
    return [
        say(
            Message(
                "{regime}: {cite} ({mark})",
                regime=each.titles[_.language],
                cite=each.cite.text(_.language),
                mark=_(each.mark.said),
            ),
            _,
        )
        for each in used
    ]
