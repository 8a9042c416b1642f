"""Cutting a long cell into pieces that each fit a row of a spreadsheet, at paragraphs and spaces, losing nothing."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from aigaq.document.model import Cell, Paragraph, Run

LIMIT = 32_000
"""UTF-16 units in one piece: a cell of Excel holds 32,767."""
LINES = 26
"""Lines in one piece: a row of Excel is 409 points high at most."""


def cut(cell: Cell, *, width: int, lines: int = LINES) -> list[Cell]:
    """Return ``cell`` in pieces of at most ``lines`` lines of ``width`` characters.

    Joining the words of the pieces gives the words of the cell; paragraphs stay paragraphs where they fit.

    >>> [[p.text for p in piece] for piece in cut((Paragraph.of("one two"), Paragraph.of("x")), width=4, lines=2)]
    [['one two'], ['x']]
    """
    pieces: list[list[Paragraph]] = [[]]
    free, room = lines, LIMIT
    for part, whole in _all_parts(cell, most=min(width * lines, LIMIT // 2)):
        height, size = lines_of((part,), width=width), _units(part.text) + 1
        if pieces[-1] and (height > free or size > room):
            pieces.append([])
            free, room = lines, LIMIT
        pieces[-1].append(part)
        free, room = (free - height if whole else 0), room - size
    return [tuple(piece) for piece in pieces]


def lines_of(cell: Cell, *, width: int) -> int:
    """Return how many lines of ``width`` characters a cell takes.

    >>> lines_of((Paragraph.of("one two three"), Paragraph.of("")), width=10)
    3
    """
    return sum(-(-max(1, len(paragraph.text)) // width) for paragraph in cell)


def _all_parts(cell: Cell, *, most: int) -> Iterator[tuple[Paragraph, bool]]:
    """Yield the parts of every paragraph; False for a part that the next one goes on from."""
    for paragraph in cell:
        parts = list(_parts(paragraph, most=most))
        yield from ((part, part is parts[-1]) for part in parts)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parts(paragraph: Paragraph, *, most: int) -> Iterator[Paragraph]:
    """Yield a paragraph, or its parts of at most ``most`` characters, cut after a space where there is one."""
    runs: list[Run] = []
    size = 0
    for run in paragraph.runs:
        rest = run
        while size + len(rest.text) > most:
            at = _place(rest.text, most - size)
            if at == 0 and not runs:
                at = most
            head, rest = evolve(rest, text=rest.text[:at]), evolve(rest, text=rest.text[at:])
            yield Paragraph((*runs, head) if head.text else tuple(runs), paragraph.style)
            runs, size = [], 0
        runs.append(rest)
        size += len(rest.text)
    yield Paragraph(tuple(runs), paragraph.style)


def _place(text: str, most: int) -> int:
    """Return where to cut ``text``: after the last space within ``most`` characters, or 0."""
    return max(text.rfind(" ", 0, most), text.rfind("\n", 0, most)) + 1
