"""The tables of a DOCX, with merged cells and nested tables, straight from the package."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from aigaq.law.check.grid import Box, Grid, Grids, Line
from aigaq.law.read.archive import Archive
from aigaq.law.read.docx import left_out, package_parts, part_if_there, refuse_tracked
from aigaq.law.read.limits import Budget
from aigaq.law.read.numbering import Counter, get, read_lists, value, whole
from aigaq.law.read.story import Story, local
from aigaq.law.read.styles import read_styles

if TYPE_CHECKING:
    from lxml import etree

_THROUGH = frozenset("sdt sdtContent customXml smartTag".split())
_WIDEST = 1000
"""Columns of a grid that one cell may span; Word itself allows 63."""


def docx_grids(data: bytes, *, budget: Budget) -> Grids:
    """Return the tables of a DOCX in their order.

    Raises:
        UnreadableInput: As `aigaq.law.read.docx.read_docx`.
        Refused: ``read.tracked-changes`` or ``read.numbering``.
    """
    archive = Archive(data, budget=budget)
    parts = package_parts(archive, name=budget.name)
    document = archive.xml(parts["officeDocument"])
    refuse_tracked(document, name=budget.name)
    styles = read_styles(part_if_there(archive, parts, kind="styles"))
    lists = read_lists(part_if_there(archive, parts, kind="numbering"), style_lists=styles.lists)
    story = Story(styles=styles, counter=Counter(lists), budget=budget)
    body = document.find("{*}body")
    found = [] if body is None else list(_Tables(story, budget).read(body))
    return Grids(tuple(found), tuple(left_out(story.tally)))


class _Tables:
    """Reads tables; paragraphs between them are read too, so that automatic numbers go on counting."""

    def __init__(self, story: Story, budget: Budget) -> None:
        self._story = story
        self._budget = budget
        self._numbers = count(1)

    def read(self, parent: etree._Element) -> Iterator[Grid]:
        """Yield the tables in ``parent``; one of a single column only lays out the page, and those in it count."""
        for child in parent:
            if local(child) == "tbl":
                rows = list(_children(child, "tr"))
                if max((sum(1 for _ in _children(row, "tc")) for row in rows), default=0) > 1:
                    yield self._grid(rows)
                else:
                    yield from (grid for row in rows for cell in _children(row, "tc") for grid in self.read(cell))
            elif local(child) == "p":
                self._story.read([child])  # type: ignore[arg-type]  # one paragraph, as if its parent held no other
            elif local(child) in _THROUGH:
                yield from self.read(child)

    def _grid(self, rows: list[etree._Element]) -> Grid:
        return Grid(tuple(Line(tuple(self._boxes(row)), at) for at, row in enumerate(rows, 1)), next(self._numbers))

    def _boxes(self, row: etree._Element) -> Iterator[Box]:
        self._budget.check_time("a row of a table")
        at = _number(row.find("{*}trPr"), "gridBefore", 0)
        for cell in _children(row, "tc"):
            properties = cell.find("{*}tcPr")
            span = max(1, _number(properties, "gridSpan", 1))
            above = _goes_on(properties)
            text = "\n".join(block.text for block in self._story.read(cell) if block.text)
            yield Box("" if above else text, at, at + span, above=above, struck=_struck(cell))
            at += span


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in _THROUGH:
            yield from _children(child, name)


def _number(properties: etree._Element | None, name: str, default: int) -> int:
    found = whole(value(properties, name), default) if properties is not None else default
    return min(found, _WIDEST)


def _goes_on(properties: etree._Element | None) -> bool:
    merged = properties.find("{*}vMerge") if properties is not None else None
    return merged is not None and get(merged, "val") != "restart"


def _struck(cell: etree._Element) -> bool:
    """Tell whether words are struck through by themselves, not by a style that has a meaning of its own."""
    marks = [mark for name in ("strike", "dstrike") for mark in cell.iter("{*}" + name)]
    runs = [mark.getparent() for mark in marks if get(mark, "val") not in ("0", "false", "off")]
    texts = (run.getparent() for run in runs if run is not None)
    return any((text.text or "").strip() for run in texts if run is not None for text in run.iter("{*}t"))
