"""The law itself: its units as the hierarchy of Akoma Ntoso."""

from __future__ import annotations

from typing import Final

from aigaq.law.akn.view import View, stub
from aigaq.law.akn.xml import NONE, Xml, block, element, paragraph, words
from aigaq.law.structure.unit import HEADED, Kind, Unit

ELEMENTS: Final = {
    Kind.PART: "part",
    Kind.SECTION: "section",
    Kind.SUBSECTION: "subsection",
    Kind.CHAPTER: "chapter",
    Kind.PARAGRAPH: "subchapter",
    Kind.ARTICLE: "article",
    Kind.POINT: "paragraph",
    Kind.SUBPOINT: "subparagraph",
    Kind.ALINEA: "alinea",
    Kind.INDENT: "indent",
}
"""Elements that the standard has a name for; any other kind is an ``hcontainer`` with its own name."""


def hierarchy(unit: Unit, view: View) -> Xml:
    """Return a unit with everything in it.

    Its number is a ``num``, the heading of a headed unit a ``heading``; other wording is an ``intro`` where units
    follow in it, else the ``content``. The wording of a stub («исключен Законом …») is content, never a heading.
    """
    attributes = {"name": "" if unit.kind in ELEMENTS else unit.kind.value, **view.attributes(unit)}
    name = ELEMENTS.get(unit.kind, "hcontainer")
    if unit.kind is Kind.TABLE:
        return block(name, attributes, block("content", None, table(unit, view, named=False)))
    head, lead = _head(unit, view)
    below = [hierarchy(child, view) for child in unit.children]
    return block(
        name, attributes, *head, *([block("intro" if below else "content", None, lead)] if lead else []), *below
    )


def table(unit: Unit, view: View, *, named: bool = True) -> Xml:
    """Return a table; a tab parts the cells of a row.

    Args:
        unit: The table.
        view: The law it stands in.
        named: Whether the table itself carries the identifier of its unit.
    """
    rows = [row for row in unit.walk() if row.kind is Kind.ROW] or [unit]
    return block("table", view.attributes(unit) if named else None, *(_row(row, view) for row in rows))


def _row(row: Unit, view: View) -> Xml:
    cells = (element("td", None, paragraph(cell)) for cell in row.text.split("\t"))
    return element("tr", view.attributes(row) if row.kind is Kind.ROW else None, *cells)


def _head(unit: Unit, view: View) -> tuple[list[Xml], Xml]:
    """Return number and heading of a unit, and its first paragraph."""
    head = [element("num", None, words(view.number(unit)))] if view.number(unit) else []
    if not unit.text:
        return head, NONE
    if unit.kind in HEADED and not stub(unit):
        return [*head, element("heading", None, words(unit.text))], NONE
    return head, paragraph(unit.text)
