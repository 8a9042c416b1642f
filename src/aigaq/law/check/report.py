"""The report of a check for people: what was checked, with what result, and every finding with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from aigaq.document.model import Cell, Column, Document, Facts, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.law.check.finding import Check, Code, Finding
from aigaq.law.compare.change import Op, Segment
from aigaq.law.table.marks import Side, cell, sides
from aigaq.law.table.opening import compared
from aigaq.locale import N_, Translator, number, translator
from aigaq.values import Language, translated

TITLES: Final = {
    Code.OMITTED: N_("Changes that no row tells"),
    Code.PARTLY_OMITTED: N_("Changes told in part only"),
    Code.INVENTED: N_("Rows that show a change which the act does not make"),
    Code.MISQUOTED_NEW: N_("Proposed wording misquoted"),
    Code.MISQUOTED_OLD: N_("Wording in force misquoted"),
    Code.UNIT_NOT_FOUND: N_("Units that neither text has"),
    Code.COULD_NOT_LOOK: N_("Rows that could not be looked at"),
}
COUNTED: Final = {
    Code.OMITTED: N_("not told"),
    Code.PARTLY_OMITTED: N_("told in part"),
    Code.INVENTED: N_("invented"),
    Code.MISQUOTED_NEW: N_("proposed wording misquoted"),
    Code.MISQUOTED_OLD: N_("wording in force misquoted"),
    Code.UNIT_NOT_FOUND: N_("no such unit"),
    Code.COULD_NOT_LOOK: N_("could not be looked at"),
}
_MOST: Final = 3_000
"""Characters of a wording that are shown; the rest stands in the JSON."""


def report(check: Check, *, language: Language, version: str) -> Document:
    """Return the report of a check, ready for any writer.

    Args:
        check: What was found.
        language: Language of everything that is not quoted.
        version: Version of this program, which the report states.
    """
    _ = translator(language)
    title = check.comparison.old.title.value or check.comparison.new.title.value
    name = _("Check of a published comparative table")
    sections = [_section(code, check.of(code), check, _) for code in Code if check.of(code)]
    return Document(
        f"{name}: {title}" if title else name,
        language,
        (_opening(check, version, _), *sections),
        running=f"{name}. {_('Unofficial')}",
    )


def result(check: Check, _: Translator) -> str:
    """Return in one sentence how many changes are told and what was found."""
    changes, told = len(check.comparison.changes), len(check.told)
    said = _.plural(
        "{told} of {n} change of the act is told.", "{told} of {n} changes of the act are told.", changes
    ).format(told=number(told, _.language), n=number(changes, _.language))
    counts = Counter(finding.code for finding in check.findings)
    found = [f"{_(COUNTED[code])} – {number(counts[code], _.language)}" for code in Code if counts[code]]
    return f"{said} {_('Findings')}: {', '.join(found)}." if found else f"{said} {_('Nothing else was found.')}"


def _opening(check: Check, version: str, _: Translator) -> Section:
    pairs: list[tuple[str, Cell]] = [
        (_("Table"), _table(check, _)),
        (_("Law in force"), compared(check.comparison.old, _)),
        (_("Law after the act"), compared(check.comparison.new, _)),
        (_("Result"), (Paragraph.of(result(check, _)),)),
        (_("How to read it"), (_legend(_),)),
        (_("Made with"), (Paragraph.of(f"aigaq {version}"),)),
    ]
    if check.remarks:
        remarks = tuple(Paragraph.of(translated(remark, _)) for remark in check.remarks)
        pairs.append((_("Remarks"), remarks))
    unofficial = _("Unofficial. Made by a program; what stands in the law and in the act prevails.")
    return Section("", (Paragraph.of(unofficial, style=Style.NOTE), Facts(tuple(pairs))), sheet=_("What was checked"))


def _table(check: Check, _: Translator) -> Cell:
    rows = len(check.table.rows)
    lines = [
        Paragraph.of(check.table.name, Mark.STRONG),
        Paragraph.of(_.plural("{n} row", "{n} rows", rows).format(n=number(rows, _.language))),
        Paragraph((Run("SHA-256 "), Run(check.table.sha256, Mark.CODE))),
    ]
    if check.other:
        aside = _.plural("{n} row is about another act", "{n} rows are about other acts", check.other)
        lines.insert(2, Paragraph.of(aside.format(n=number(check.other, _.language))))
    return tuple(lines)


def _legend(_: Translator) -> Paragraph:
    return Paragraph(
        (
            Run(_("is missing in the table"), Mark.DELETED),
            Run(" · "),
            Run(_("stands in the table alone"), Mark.INSERTED),
        )
    )


def _section(code: Code, found: Sequence[Finding], check: Check, _: Translator) -> Section:
    untold = code in (Code.OMITTED, Code.PARTLY_OMITTED)
    columns, row = (_untold_columns, _untold) if untold else (_row_columns, _row)
    rows = tuple(row(finding, check, _) for finding in found)
    table = Table(columns(check, _), rows, main=code is next(iter(check.findings)).code)
    return Section(_(TITLES[code]), (table,), code.value, _(COUNTED[code])[:31])


def _untold_columns(check: Check, _: Translator) -> tuple[Column, ...]:
    language = check.comparison.new.language
    return (
        Column(_("Unit"), 16, language),
        Column(_("Wording in force"), 32, language),
        Column(_("Wording after the act"), 32, language),
        Column(_("Row of the table"), 20),
    )


def _row_columns(check: Check, _: Translator) -> tuple[Column, ...]:
    language = check.comparison.new.language
    return (
        Column(_("Row of the table"), 16),
        Column(_("Unit"), 14, language),
        Column(_("By the law and the act"), 30, language),
        Column(_("In the table"), 30, language),
        Column(_("What is wrong"), 10),
    )


def _untold(finding: Finding, check: Check, _: Translator) -> Row:
    old, new = sides(check.comparison.changes[finding.changes[0]])
    near = (*_where(finding, _), _said(finding, _)) if finding.place else (_said(finding, _),)
    return Row(((Paragraph.of(finding.label, Mark.STRONG),), _shown(old, _), _shown(new, _), near))


def _row(finding: Finding, check: Check, _: Translator) -> Row:
    old_side = finding.code is Code.MISQUOTED_OLD
    right = finding.old if old_side else finding.new
    law, table = _words(finding.words, Op.DELETE, Mark.DELETED), _words(finding.words, Op.INSERT, Mark.INSERTED)
    return Row(
        (
            _where(finding, _),
            (Paragraph.of(finding.label, Mark.STRONG),),
            _lines(law) if finding.words else _short(right, _),
            _lines(table) if finding.words else _short(finding.stands, _),
            (_said(finding, _), *_more(finding, _)),
        )
    )


def _said(finding: Finding, _: Translator) -> Paragraph:
    return Paragraph.of(translated(finding.reason, _), style=Style.SMALL)


def _more(finding: Finding, _: Translator) -> Cell:
    if finding.differences < 2:
        return ()
    told = _.plural("{n} difference in all", "{n} differences in all", finding.differences)
    return (Paragraph.of(told.format(n=number(finding.differences, _.language)), style=Style.SMALL),)


def _where(finding: Finding, _: Translator) -> Cell:
    place = finding.place.message().text(_) if finding.place else ""
    first = _("No. {number}").format(number=finding.number) if finding.number else place
    named = [Paragraph.of(line, style=Style.SMALL) for line in finding.named.split("\n")[:3] if line.strip()]
    return (Paragraph.of(first), *([Paragraph.of(place, style=Style.SMALL)] if finding.number else ()), *named)


def _shown(side: Side, _: Translator) -> Cell:
    if not side.text:
        return (Paragraph.of(_("(nothing)"), Mark.MUTED),)
    if len(side.text) > _MOST:
        return _short(side.text, _)
    return cell(side, ())


def _short(text: str, _: Translator) -> Cell:
    if not text.strip():
        return (Paragraph.of(_("(nothing)"), Mark.MUTED),)
    lines = tuple(Paragraph.of(line) for line in text[:_MOST].split("\n") if line.strip())
    return (*lines, Paragraph.of("…", Mark.MUTED)) if len(text) > _MOST else lines


def _words(words: Sequence[Segment], op: Op, mark: Mark) -> list[Run]:
    """Return one side of a difference: what both have, and what only this side has, marked."""
    pick: Callable[[Segment], str] = (lambda word: word.old) if op is Op.DELETE else (lambda word: word.new)
    kept = [word for word in words if word.op in (Op.EQUAL, op)]
    return [Run(pick(word), Mark.PLAIN if word.op is Op.EQUAL else mark) for word in kept if pick(word)]


def _lines(runs: Sequence[Run]) -> Cell:
    text = "".join(run.text for run in runs)
    spans, at = [], 0
    for run in runs:
        spans.append((at, at + len(run.text), run.mark))
        at += len(run.text)
    return cell(Side(text, tuple(spans)), ())
