"""From the elements of a page to blocks: what is a paragraph, a table, or no text at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from aigaq.law.read.blocks import BREAK, Block, superscript, table_text
from aigaq.law.read.flow import Flow
from aigaq.law.read.limits import Budget

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PARAGRAPHS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote section article main header footer aside center "
    "address fieldset legend form figure figcaption details summary hr caption table thead tbody tfoot tr td "
    "th body".split()
)
_NOT_TEXT = frozenset(
    "script style noscript template head title button select textarea input iframe object embed svg math img "
    "canvas audio video map nav".split()
)
_PARAGRAPH, _ITEM = "paragraph", "item"
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_UNCOUNTED = frozenset("head title input template".split())
_CHROME = frozenset("header footer aside".split())
_CHROME_CLASSES = frozenset("tabs breadcrumbs aftertext status".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LAYOUT_BLOCKS = 20


class Elements:
    """The blocks of a page, gathered in the order of the document.

    A block element is a paragraph of its own, inline elements add nothing, ``br`` is a forced break
    (in a heading only a line break).

    Args:
        budget: Bounds on time.
        dropped: Where what is left out is counted, by the name of its element.
        skip: ``mem_id`` of elements that are passed over without being counted.
    """

    def __init__(self, *, budget: Budget, dropped: Counter[str], skip: Set[int] = frozenset()) -> None:
        self.blocks: list[Block] = []
        self._budget = budget
        self.dropped = dropped
        self._skip = skip
        self._flow = Flow()
        self._separator = BREAK
        self._prefix = ""
        self._number = 0
        self._next: dict[int, int] = {}

    def walk(self, root: LexborNode) -> None:
        """Append the blocks of ``root``."""
        self._descend(root)
        self._end()

    def _descend(self, root: LexborNode) -> None:
        """Take in ``root`` and all it holds, without recursion; a word on the stack ends what it names."""
        stack: list[LexborNode | str] = [root]
        seen = 0
        while stack:
            node = stack.pop()
            seen += 1
            if seen % 5000 == 0:
                self._budget.check_time(f"paragraph {self._number}")
            if isinstance(node, str):
                self._end()
                self._prefix = "" if node == _ITEM else self._prefix
            elif node.is_text_node:
                self._flow.add(node.text_content or "")
            elif node.is_element_node:
                stack.extend(reversed(self._enter(node)))

    def _enter(self, node: LexborNode) -> list[LexborNode | str]:
        """Take in what ``node`` itself says; return its children where they are still to be walked."""
        tag = node.tag or ""
        if tag == "br":
            self._flow.end_line()
        elif (
            node.mem_id in self._skip or self._left_out(node, tag) or self._raised(node, tag) or self._whole(node, tag)
        ):
            return []
        elif tag in _PARAGRAPHS:
            self._end()
            self._separator = "\n" if tag in _HEADINGS else BREAK
            if tag == "li":
                self._prefix = self._marker(node)
            return [*node.iter(include_text=True), _ITEM if tag == "li" else _PARAGRAPH]
        return list(node.iter(include_text=True))

    def _end(self, *, table: bool = False, text: str | None = None) -> None:
        """End the paragraph, if there is one."""
        text = self._flow.take(self._separator) if text is None else text
        if text and not table:
            text, self._prefix = self._prefix + text, ""
        self._separator = BREAK
        if text:
            self._number += 1
            self.blocks.append(Block(text, self._number, table))

    def _left_out(self, node: LexborNode, tag: str) -> bool:
        """Tell whether ``node`` is no text of the law, and count it."""
        what = _reason(node, tag)
        if what and tag not in _UNCOUNTED:
            self.dropped[what] += 1
        return what is not None

    def _raised(self, node: LexborNode, tag: str) -> bool:
        if tag != "sup":
            return False
        text = node.text()
        if (raised := superscript(text)) == text:
            return False
        self.dropped["superscript"] += 1
        self._flow.add(raised)
        return True

    def _whole(self, node: LexborNode, tag: str) -> bool:
        """Take in preformatted text and tables of data at once; return False for everything else."""
        if tag == "pre":
            self._end()
            self._end(text=_preformatted(node))
            return True
        if tag != "table" or not _holds_data(node):
            return False
        self._end()
        for caption in (child for child in node.iter() if child.tag == "caption"):
            self._descend(caption)
        rows = [[self._inline(cell) for cell in _cells(row)] for row in _rows(node)]
        self._end(table=True, text=table_text(rows))
        return True

    def _inline(self, cell: LexborNode) -> str:
        """Return the text of a cell; its paragraphs and breaks are separated by a blank."""
        inner = Elements(budget=self._budget, dropped=self.dropped)
        for child in cell.iter(include_text=True):
            inner._descend(child)
        inner._end()
        return " ".join(block.text for block in inner.blocks)

    def _marker(self, item: LexborNode) -> str:
        """Return the number that a browser shows before an item of an ordered list, with a blank."""
        parent = item.parent
        if parent is None or parent.tag != "ol" or parent.attributes.get("type", "1") != "1":
            return ""
        number = _whole_number(item.attributes.get("value"))
        if number is None:
            number = self._next.get(parent.mem_id, _whole_number(parent.attributes.get("start")) or 1)
        self._next[parent.mem_id] = number + 1
        self.dropped["numbered item"] += 1
        return f"{number}. "


def _reason(node: LexborNode, tag: str) -> str | None:
    """Return what to call an element that is no text of the law, or None when it is text."""
    if tag in _NOT_TEXT:
        return tag
    if tag in _CHROME and node.parent is not None and node.parent.tag in ("body", "div"):
        return tag
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return "hidden part"
    named = _CHROME_CLASSES.intersection((attributes.get("class") or "").split())
    return "menu or status line" if named or attributes.get("role") == "navigation" else None


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Yield the rows of a table that are its own."""
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")]


def _holds_data(table: LexborNode) -> bool:
    """Tell a table of data from one that lays out a page.

    A layout has a single column, a table inside a cell, or twenty blocks or more in one cell.
    """
    rows = [_cells(row) for row in _rows(table)]
    return max(map(len, rows), default=0) > 1 and not any(_is_layout(cell) for row in rows for cell in row)


def _is_layout(cell: LexborNode) -> bool:
    blocks = 0
    for node in cell.traverse():
        blocks += node.tag in _PARAGRAPHS
        if node.tag == "table" or blocks > _LAYOUT_BLOCKS:
            return True
    return False


def _preformatted(node: LexborNode) -> str:
    pieces = ("\n" if n.tag == "br" else n.text_content or "" for n in node.traverse(include_text=True))
    lines = "".join(pieces).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _whole_number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else None
