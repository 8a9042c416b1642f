"""The findings, as the main table of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.checks import NAMES, Binds, Finding, Verdict
from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import rests
from aigaq.bill.standard import words
from aigaq.document.model import Cell, Column, Facet, Group, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import N_, Translator, say
from aigaq.values import Message

BOUND = {
    "parliament": N_("parliament"),
    "senate": N_("the Senate"),
    "government": N_("the Government"),
    "president": N_("the President"),
    "deputies": N_("deputies"),
    "initiator": N_("whoever introduces the bill"),
    "organ": N_("the body that drafts it"),
}
_APPLIES = {Binds.YES: N_("yes"), Binds.NO: N_("no"), Binds.NOT_KNOWN: N_("not known")}
CHECK_FIRST = N_("Check the rule before quoting it.")
LOUD = frozenset({Verdict.BREACH, Verdict.SHORT})


def unsure(finding: Finding) -> bool:
    """Return whether a breach or a shortfall rests on a rule that nobody has read."""
    return finding.verdict in LOUD and not finding.rule.mark.sure


def short(record: Record, _: Translator) -> Iterator[Section]:
    """Yield a section with the breaches and shortfalls alone, a line each, leading to their rows."""
    lines = []
    for at, finding in enumerate(record.findings, 1):
        if finding.verdict in LOUD:
            said = f"{at}. {say(finding.outcome.subject, _)}: {say(finding.outcome.fact, _)}"
            verdict = _(NAMES[finding.verdict]) + (f". {_(CHECK_FIRST)}" if unsure(finding) else "")
            lines.append(Paragraph((Run(said, link=f"finding-{at}"), Run(f" – {verdict}", Mark.MUTED))))
    if lines:
        yield Section(_("In short"), tuple(lines), "short", _("In short")[:31])


def findings(record: Record, _: Translator) -> Section:
    """Return the section with every finding."""
    columns = (
        Column("№", 4, centred=True),
        Column(_("Rule"), 25),
        Column(_("Binding on"), 12),
        Column(_("Applies to this bill?"), 15),
        Column(_("Fact"), 23),
        Column(_("Evidence"), 18),
        Column(_("Verdict"), 16),
    )
    used = [verdict for verdict in Verdict if any(finding.verdict is verdict for finding in record.findings)]
    facet = Facet(_("Verdict"), tuple((verdict.value, _(NAMES[verdict])) for verdict in used))
    table = Table(columns, tuple(_rows(record, _)), (facet,), main=True)
    return Section(_("Rules and facts"), (table,), "rules", _("Rules and facts")[:31])


def _rows(record: Record, _: Translator) -> Iterator[Row | Group]:
    above = None
    for at, finding in enumerate(record.findings, 1):
        named = finding.regime.titles[_.language] if finding.regime else _("International standards")
        if named != above:
            yield Group(named)
            above = named
        cells = (
            (Paragraph.of(str(at)),),
            rule_cell(finding, _),
            _bound(finding, _),
            _applies(finding, _),
            _fact(finding, _),
            rests(record, finding.outcome.evidence, _=_),
            _verdict(record, finding, _),
        )
        yield Row(cells, anchor=f"finding-{at}", tags=(finding.verdict.value,))


def rule_cell(finding: Finding, _: Translator) -> Cell:
    """Return what a rule asks, where it stands and how sure that is."""
    rule = finding.rule
    marks = [_(rule.mark.said)]
    if rule.checked:
        marks.append(say(Message("checked {day}", day=rule.checked), _))
    if rule.older:
        marks.append(_("an older edition was read"))
    lines = [
        Paragraph.of(rule.says[_.language]),
        Paragraph(
            (Run(rule.cite.text(_.language), Mark.STRONG), Run(f" ({'; '.join(marks)})", Mark.MUTED)), Style.SMALL
        ),
    ]
    if rule.yardstick:
        lines.append(
            Paragraph.of(_("The number of days is our yardstick, not the standard's."), Mark.MUTED, style=Style.SMALL)
        )
    return tuple(lines)


def _bound(finding: Finding, _: Translator) -> Cell:
    """Return whom a rule binds; of an international standard also how far it binds at all."""
    whom = ", ".join(_(BOUND[name]) for name in finding.rule.binds) or "–"
    standard = finding.standard
    if standard is None:
        return (Paragraph.of(whom),)
    named = words().binding[standard.binding].names[_.language]
    return (Paragraph.of(whom), Paragraph((Run(named, Mark.MUTED),), Style.SMALL))


def _applies(finding: Finding, _: Translator) -> Cell:
    why = say(finding.why, _) if finding.why else ""
    return tuple(Paragraph.of(line) for line in (_(_APPLIES[finding.binds]), why) if line)


def _fact(finding: Finding, _: Translator) -> Cell:
    return (Paragraph.of(say(finding.outcome.subject, _), Mark.STRONG), Paragraph.of(say(finding.outcome.fact, _)))


def _verdict(record: Record, finding: Finding, _: Translator) -> Cell:
    lines = [Paragraph.of(_(NAMES[finding.verdict]), Mark.STRONG if finding.verdict in LOUD else Mark.PLAIN)]
    for other in finding.otherwise:
        titles = ", ".join(record.dossier.sources[name].title.text(_.language) for name in other.sources)
        then = _(NAMES[other.verdict]) if other.verdict else _("nothing to judge")
        said = Message("with «{value}» ({source}): {verdict}", value=other.value, source=titles, verdict=then)
        lines.append(Paragraph.of(say(said, _), Mark.MUTED, style=Style.SMALL))
    if unsure(finding):
        lines.append(Paragraph.of(_(CHECK_FIRST), Mark.MUTED, style=Style.SMALL))
    return tuple(lines)
