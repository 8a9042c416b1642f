r"""Blocks of extracted text, and how they become one text.

Every reader of a formatted file gives blocks; this module joins them. A paragraph is one block and a
blank line separates blocks. Inside a block, ``"\n"`` is a line break of the source, and ``"\n"`` with six
spaces is a forced break that separates paragraphs in the Kazakh legal databases. A table is one block:
one line a row, cells separated by a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from aigaq.law.source import Place

BREAK = "\n      "
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SUPERSCRIPT = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@frozen
class Block:
    """One paragraph or table.

    Args:
        text: Its text; empty blocks are left out of the text.
        number: Number of its page or paragraph, from 1.
        table: Whether it is a table.
    """

    text: str
    number: int
    table: bool = False


@frozen
class Composed:
    """The text of all blocks, where each came from, and which spans are tables."""

    text: str
    places: tuple[Place, ...]
    tables: tuple[tuple[int, int], ...]


def compose(blocks: Iterable[Block], *, unit: str) -> Composed:
    r"""Return the blocks as one text, with a blank line between any two.

    >>> compose([Block("Статья 1", 1), Block("", 2), Block("1. Текст", 3)], unit="paragraph").text
    'Статья 1\n\n1. Текст\n'
    """
    pieces: list[str] = []
    places: list[Place] = []
    tables: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        if not block.text:
            continue
        places.append(Place(at, unit, block.number))
        if block.table:
            tables.append((at, at + len(block.text)))
        pieces.append(block.text)
        at += len(block.text) + 2
    text = "\n\n".join(pieces)
    return Composed(text + "\n" if text else "", tuple(places), tuple(tables))


def one_line(text: str) -> str:
    """Return ``text`` on one line: runs of blanks, tabs and line ends become one blank, NBSP stays."""
    return _SPACE.sub(" ", text).strip()


def table_text(rows: Iterable[Sequence[str]]) -> str:
    r"""Return one line a row, with a tab between cells; rows without any text are left out.

    >>> table_text([["№", "Срок"], ["", ""], ["1", "10\nдней"]])
    '№\tСрок\n1\t10 дней'
    """
    lines = ([one_line(cell) for cell in row] for row in rows)
    return "\n".join("\t".join(cells) for cells in lines if any(cells))


def superscript(text: str) -> str:
    """Return raised digits as superscript characters, so that 14 with a raised 1 is not read as 141.

    Anything but digits and hyphens stays as it is.

    >>> superscript("1"), superscript("бис")
    ('¹', 'бис')
    """
    bare = text.strip()
    return text.translate(_SUPERSCRIPT) if bare and all(c in "0123456789-" for c in bare) else text
