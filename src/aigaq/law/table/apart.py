"""What stands after the table: differences of the copies, and what the notes say that the text does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from aigaq.document.model import Block, Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.law.compare.change import Comparison, CopyDifference
from aigaq.law.structure.label import label_of
from aigaq.law.structure.unit import Amendment, Tree
from aigaq.law.table.rows import Entry
from aigaq.law.table.words import ACTIONS, APART, REASONS, TYPING, act, force
from aigaq.locale import Translator, number


def copies(comparison: Comparison, _: Translator) -> Section:
    """Return the differences of the copies, which are no changes of the law."""
    blocks: list[Block] = [
        Paragraph.of(_("These are differences of the two copies, not changes of the law."), style=Style.NOTE)
    ]
    blocks += [Paragraph.of(line) for line in counts(comparison.apart, _)]
    if comparison.copies:
        blocks.append(_copies_table(comparison, _))
    return Section(_("Differences of the copies, not changes of the law"), tuple(blocks), "copies", _("Apart"))


def ledger(comparison: Comparison, found: Sequence[Entry], *, _: Translator) -> Section:
    """Return what the notes announce, promise and leave unexplained."""
    check = comparison.ledger
    unexplained = [found[at] for at in check.unexplained]
    parts = (
        (_("Announced by notes and not yet in force"), _acts(check.announced, comparison.new, _)),
        (_("Promised by notes, but the text shows no change"), _acts(check.unfulfilled, comparison.new, _)),
        (_("Older notes on the whole act that only the new copy has"), _acts(check.older, comparison.new, _)),
        (_("Changes that no note explains"), _unexplained(unexplained) if comparison.new.ledger else None),
    )
    blocks: list[Block] = []
    for title, table in parts:
        if table:
            blocks += [Paragraph.of(title, Mark.STRONG), table]
    if not comparison.new.ledger:
        blocks.append(Paragraph.of(_("The new text has no notes on amendments, so nothing could be cross-checked.")))
    elif not blocks:
        blocks.append(Paragraph.of(_("The notes and the changes agree.")))
    return Section(_("Cross-check with the notes"), tuple(blocks), "ledger", _("Apart"))


def counts(apart: Mapping[str, int], _: Translator) -> list[str]:
    """Return what was set aside, one line a kind, the ways of typing within theirs."""
    shown = {key: number(n, _.language) for key, n in apart.items() if n}
    ways = ", ".join(f"{_(TYPING[key])} – {shown[key]}" for key in TYPING if key in shown)
    lines = []
    for key in (*APART, *(key for key in shown if key not in APART and key not in TYPING)):
        if key in shown:
            line = f"{_(APART.get(key, key))}: {shown[key]}"
            within = _("{line}, of these {ways}").format(line=line, ways=ways)
            lines.append(within if key == "typing" and ways else line)
    return [f"{line[:1].upper()}{line[1:]}." for line in lines]


def _copies_table(comparison: Comparison, _: Translator) -> Table:
    language = comparison.new.language
    columns = (
        Column(_("Unit"), 14, language),
        Column(_("In the old copy"), 32, language),
        Column(_("In the new copy"), 32, language),
        Column(_("Why it is no change of the law"), 22),
    )
    return Table(columns, tuple(_copy(copy, _) for copy in comparison.copies))


def _copy(copy: CopyDifference, _: Translator) -> Row:
    missing = Paragraph.of(_("(nothing)"), Mark.MUTED)
    old = _lines(copy.old) or (missing,)
    new = _lines(copy.new) or (missing,)
    reason = _(REASONS.get(copy.reason, copy.reason))
    return Row(((Paragraph.of(copy.label, Mark.STRONG),), old, new, (Paragraph.of(reason),)))


def _lines(text: str) -> Cell:
    return tuple(Paragraph.of(line) for line in text.split("\n") if line.strip())


def _acts(acts: Iterable[Amendment], tree: Tree, _: Translator) -> Table | None:
    columns = (Column(_("Unit"), 25, tree.language), Column(_("Amending act"), 30), Column(_("What the note says"), 45))
    rows = tuple(
        Row(
            (
                (Paragraph.of(label_of(tree, found.target), Mark.STRONG),),
                (Paragraph.of(act(found, _)),),
                (Paragraph.of("; ".join(filter(None, (_(ACTIONS[found.action]), force(found, _))))),),
            )
        )
        for found in acts
    )
    return Table(columns, rows) if rows else None


def _unexplained(found: Sequence[Entry]) -> Block | None:
    runs: list[Run] = []
    for entry in found:
        runs += [Run(", ")] if runs else []
        runs.append(Run(f"{entry.number}. {entry.change.label}", link=entry.anchor))
    return Paragraph(tuple(runs)) if runs else None
