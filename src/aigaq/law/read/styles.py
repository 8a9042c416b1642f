"""What paragraph styles of a DOCX say about numbering and hidden text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from aigaq.law.read.numbering import get, value

if TYPE_CHECKING:
    from lxml import etree

_DEPTH = 20


@frozen
class Style:
    """One style: what it is based on, and the list and level it puts its paragraphs into."""

    based_on: str
    list_id: str
    level: str


@frozen
class Styles:
    """All styles by identifier, the paragraph style used by default, and the lists of numbering styles."""

    styles: Mapping[str, Style]
    default: str
    lists: Mapping[str, str]

    def numbering(self, style: str) -> tuple[str, str]:
        """Return the list and the level that a paragraph style asks for; empty when it asks for none."""
        identifier = style or self.default
        for _ in range(_DEPTH):
            found = self.styles.get(identifier)
            if found is None:
                break
            if found.list_id:
                return found.list_id, found.level
            identifier = found.based_on
        return "", ""

    def chain(self, style: str) -> list[str]:
        """Return a style and those it is based on."""
        found: list[str] = []
        while style in self.styles and style not in found and len(found) < _DEPTH:
            found.append(style)
            style = self.styles[style].based_on
        return found


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of ``styles.xml``; none when the part is not there."""
    styles: dict[str, Style] = {}
    lists: dict[str, str] = {}
    default = ""
    for element in root.iterchildren("{*}style") if root is not None else ():
        identifier, kind = get(element, "styleId"), get(element, "type")
        style = _style(element)
        styles[identifier] = style
        if kind == "numbering" and style.list_id:
            lists[identifier] = style.list_id
        if kind == "paragraph" and get(element, "default") in ("1", "true"):
            default = identifier
    return Styles(styles, default, lists)


def _style(element: etree._Element) -> Style:
    numbering = element.find("{*}pPr/{*}numPr")
    return Style(
        based_on=value(element, "basedOn"),
        list_id=value(numbering, "numId") if numbering is not None else "",
        level=value(numbering, "ilvl") if numbering is not None else "",
    )
