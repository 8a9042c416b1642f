"""The rows of a comparative table: one change, one row, under the headings it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from aigaq.document.model import Cell, Group, Mark, Paragraph, Row, Run, Style
from aigaq.law.compare.change import Change, ChangeKind, Comparison
from aigaq.law.structure.unit import Kind
from aigaq.law.table.form import Form
from aigaq.law.table.marks import Side, cell, sides
from aigaq.law.table.watched import Watched
from aigaq.law.table.words import act, force, kind
from aigaq.locale import Translator
from aigaq.text.watch import Hit

WATCH: Final = "▲"
"""Flags a row that holds a watch term; a sign, so that it survives any print."""
_TWO_PLACES: Final = (ChangeKind.RENUMBERED, ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED)


@frozen
class Entry:
    """A change with all that its row needs.

    Args:
        number: Its number in the table, from 1.
        change: The change.
        anchor: Its anchor: the eId of the unit, made unique.
        hits: Watch terms in it.
        heading: Heading of its article, where the row is the first of that article; else "".
    """

    number: int
    change: Change
    anchor: str
    hits: Watched
    heading: str = ""


def entries(changes: Sequence[Change], hits: Sequence[Watched]) -> tuple[Entry, ...]:
    """Return the changes numbered in the order of the law, each with an anchor of its own."""
    seen: Counter[str] = Counter()
    found, before = [], ""
    for at, (change, own) in enumerate(zip(changes, hits, strict=True)):
        seen[change.eid] += 1
        anchor = change.eid if seen[change.eid] == 1 else f"{change.eid}.{seen[change.eid]}"
        article = next((heading for eid, heading in change.group if _is_article(eid)), "")
        shown = article if article != before and change.unit is not Kind.ARTICLE else ""
        found.append(Entry(at + 1, change, anchor, own, shown))
        before = article or (change.new or change.old).split("\n")[0]
    return tuple(found)


def rows(
    found: Sequence[Entry], comparison: Comparison, *, form: Form, watch: Sequence[str], _: Translator
) -> Iterator[Row | Group]:
    """Yield the rows with the headings between them, in the order of the law."""
    title = comparison.new.title.value or comparison.old.title.value or _("Act without a stated title")
    above: tuple[tuple[str, str], ...] = ()
    for entry in found:
        path = (("", title), *_path(entry.change, comparison, form))
        same = next((at for at, pair in enumerate(path) if pair not in above[at : at + 1]), len(path))
        if same == len(path) < len(above):
            same -= 1
        yield from (Group(heading, level) for level, (_eid, heading) in enumerate(path) if level >= same)
        above = path
        yield _row(entry, form=form, comparison=comparison, watch=watch, _=_)


def tags(entry: Entry, watch: Sequence[str]) -> tuple[str, ...]:
    """Return what the row can be filtered by: its kind, its watch terms, whether a note explains it."""
    terms = (f"watch-{at}" for at, term in enumerate(watch) if entry.hits.holds(term))
    return (f"kind-{entry.change.kind}", "noted" if entry.change.acts else "unnoted", *terms)


def _is_article(eid: str) -> bool:
    return eid.split("__")[-1].startswith("art_")


def _path(change: Change, comparison: Comparison, form: Form) -> tuple[tuple[str, str], ...]:
    """Return the headings over a change; a chapter that came or went stands under its own heading."""
    path = [pair for pair in change.group if _kind_of(pair[0], comparison) in form.groups]
    if change.unit in form.groups:
        path.append((change.eid, " ".join((change.new or change.old).split("\n")[0].split())))
    return tuple(path)


def _kind_of(eid: str, comparison: Comparison) -> Kind | None:
    unit = comparison.new.by_eid.get(eid) or comparison.old.by_eid.get(eid)
    return unit.kind if unit else None


def _row(entry: Entry, *, form: Form, comparison: Comparison, watch: Sequence[str], _: Translator) -> Row:
    old, new = sides(entry.change)
    content: dict[str, Callable[[], Cell]] = {
        "number": lambda: (Paragraph.of(str(entry.number)),),
        "unit": lambda: unit_cell(entry, form=form, _=_),
        "old": lambda: _wording(old, entry.hits.old, _("(no such unit)")),
        "new": lambda: _wording(new, entry.hits.new, _("(taken out)")),
        "change": lambda: (Paragraph.of(kind(entry.change, _)), *_acts(entry.change, comparison, _)),
        "justification": lambda: () if form.has("change") else _acts(entry.change, comparison, _),
    }
    cells = tuple(content[column.role]() for column in form.columns)
    return Row(cells, entry.anchor, tags(entry, watch))


def unit_cell(entry: Entry, *, form: Form, _: Translator) -> Cell:
    """Return the name of the unit, the heading of its article, what happened to it and its watch terms."""
    change = entry.change
    both = change.old_label and change.new_label and change.old_label != change.new_label
    named = (f"{change.old_label} →", change.new_label) if both and change.kind in _TWO_PLACES else (change.label,)
    lines = [Paragraph.of(name, Mark.STRONG) for name in named]
    if entry.heading:
        lines.append(Paragraph.of(entry.heading, Mark.MUTED, style=Style.SMALL))
    if not form.has("change"):
        lines.append(Paragraph.of(kind(change, _), style=Style.SMALL))
    lines += [Paragraph((Run(f"{WATCH} "), Run(term, Mark.STRONG)), Style.SMALL) for term in entry.hits.terms]
    return tuple(lines)


def _wording(side: Side, hits: Sequence[Hit], absent: str) -> Cell:
    if not side.text:
        return (Paragraph.of(absent, Mark.MUTED),)
    return cell(side, [(hit.start, hit.end) for hit in hits])


def _acts(change: Change, comparison: Comparison, _: Translator) -> Cell:
    """Return what makes a change: instructions, else the acts that notes name; silence where there are none."""
    if change.made_by:
        return tuple(Paragraph.of(name, style=Style.SMALL) for name in change.made_by)
    if not change.acts:
        silent = not comparison.new.ledger
        return () if silent else (Paragraph.of(_("no note explains this change"), Mark.MUTED, style=Style.SMALL),)
    lines = [[act(found, _), force(found, _)] for found in change.acts]
    return tuple(
        Paragraph.of("; ".join(filter(None, line)), style=Style.SMALL) for line in dict.fromkeys(map(tuple, lines))
    )
