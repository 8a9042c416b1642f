"""The body of a DOCX: its paragraphs and tables, walked in their order."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aigaq.errors import Refused
from aigaq.law.read.blocks import Block, superscript, table_text
from aigaq.law.read.limits import Budget
from aigaq.law.read.numbering import Counter, UnknownNumbering, get, value, whole
from aigaq.law.read.styles import Styles

if TYPE_CHECKING:
    from lxml import etree

# Containers whose children are read as if they stood in their place.
_THROUGH = frozenset("sdt sdtContent customXml smartTag hyperlink fldSimple dir bdo body".split())
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_COUNTED = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
    "object": "object",
    "oMath": "formula",
    "oMathPara": "formula",
    "altChunk": "embedded document",
    "subDoc": "embedded document",
}
_DRAWINGS = frozenset("drawing pict AlternateContent".split())


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


class Story:
    """Reads the body; ``tally`` counts what could not be carried over.

    Args:
        styles: The paragraph styles.
        counter: Counts the automatic numbers.
        budget: Name of the file and bounds on time.
    """

    def __init__(self, *, styles: Styles, counter: Counter, budget: Budget) -> None:
        self.tally: Tally[str] = Tally()
        self._styles = styles
        self._counter = counter
        self._budget = budget
        self._paragraphs = 0

    def read(self, parent: etree._Element) -> list[Block]:
        """Return the blocks that stand in ``parent``."""
        blocks: list[Block] = []
        for element in self._elements(parent):
            if local(element) == "p":
                text = self._paragraph(element)
                blocks.append(Block(text, self._paragraphs))
            else:
                blocks.extend(self._table(element))
        return blocks

    def _elements(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Yield paragraphs and tables in order, through content controls and the like."""
        for child in parent:
            name = local(child)
            if name in ("p", "tbl"):
                yield child
            elif name in _THROUGH:
                yield from self._elements(child)
            elif name in _COUNTED:
                self.tally[_COUNTED[name]] += 1

    def _table(self, table: etree._Element) -> list[Block]:
        """Return a table as one block; one of a single column only lays out the page: its paragraphs."""
        rows = [list(_through(row, "tc")) for row in _through(table, "tr")]
        if max(map(len, rows), default=0) < 2:
            return [block for row in rows for cell in row for block in self.read(cell)]
        first = self._paragraphs + 1
        texts = [[" ".join(block.text for block in self.read(cell) if block.text) for cell in row] for row in rows]
        return [Block(table_text(texts), first, table=True)]

    def _paragraph(self, paragraph: etree._Element) -> str:
        """Return the text of a paragraph with its automatic number."""
        self._paragraphs += 1
        if self._paragraphs % 500 == 0:
            self._budget.check_time(f"paragraph {self._paragraphs}")
        number = self._number(paragraph)
        text = "".join(self._inline(paragraph)).strip(" \t\n\u00a0")
        return number + text if text else number.strip()

    def _inline(self, parent: etree._Element) -> Iterator[str]:
        """Yield the text of the runs in ``parent``."""
        for child in parent:
            name = local(child)
            if name == "r":
                yield self._run(child)
            elif name in _THROUGH:
                yield from self._inline(child)
            elif name in _COUNTED:
                self.tally[_COUNTED[name]] += 1
            elif name in _DRAWINGS:
                self._drawing(child)

    def _run(self, run: etree._Element) -> str:
        """Return the text of a run: nothing when it is hidden, superscript digits when it is raised."""
        properties = run.find("{*}rPr")
        text = "".join(map(self._piece, run))
        if properties is None or not text:
            return text
        if (hidden := properties.find("{*}vanish")) is not None and get(hidden, "val") not in ("0", "false"):
            self.tally["hidden"] += 1
            return ""
        if value(properties, "vertAlign") == "superscript" and (raised := superscript(text)) != text:
            self.tally["superscript"] += 1
            return raised
        return text

    def _piece(self, element: etree._Element) -> str:
        name = local(element)
        if name == "t":
            return element.text or ""
        if name == "br":
            return "" if get(element, "type") in ("page", "column") else "\n"
        if name == "sym":
            return self._symbol(element)
        if name in _DRAWINGS:
            self._drawing(element)
        elif name in _COUNTED:
            self.tally[_COUNTED[name]] += 1
        return _CHARACTERS.get(name, "")

    def _symbol(self, element: etree._Element) -> str:
        """Return U+FFFD: a symbol is a place in a font, not a character."""
        self.tally["symbol"] += 1
        return "\ufffd"

    def _drawing(self, element: etree._Element) -> None:
        boxes = sum(1 for _ in element.iter("{*}txbxContent"))
        self.tally["text box" if boxes else "picture"] += 1

    def _number(self, paragraph: etree._Element) -> str:
        """Return the automatic number of a paragraph, empty when it has none."""
        identifier, level = self._list(paragraph)
        if not identifier or identifier == "0":
            return ""
        try:
            number = self._counter.next(identifier, level)
        except UnknownNumbering as fault:
            raise self._unknown(str(fault)) from None
        self.tally["numbered"] += bool(number)
        return number

    def _list(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, or those of its style."""
        properties = paragraph.find("{*}pPr")
        style = value(properties, "pStyle") if properties is not None else ""
        own = properties.find("{*}numPr") if properties is not None else None
        own_list, own_level = (value(own, "numId"), value(own, "ilvl")) if own is not None else ("", "")
        styled_list, styled_level = self._styles.numbering(style)
        identifier = own_list or styled_list
        level = own_level or ("" if own_list else styled_level)
        if level:
            return identifier, whole(level, 0)
        chain = self._styles.chain(style or self._styles.default)
        levels = (self._counter.level_of(identifier, name) for name in chain)
        return identifier, next(filter(None, levels), 0)

    def _unknown(self, form: str) -> Refused:
        return Refused(
            "read.numbering",
            "Paragraph {number} of {name} is numbered by Word in the format {form}, which cannot be rebuilt exactly.",
            hint="Save the file in Word as plain text, or turn automatic numbers into text, and give that.",
            number=self._paragraphs,
            name=self._budget.name,
            form=form,
        )


def _through(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children with a local name, through content controls and the like."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) in _THROUGH:
            yield from _through(child, name)
