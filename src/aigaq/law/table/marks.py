"""Wordings with their marks: what was taken out, what was put in, and the words that the reader watches for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import frozen

from aigaq.document.model import Cell, Mark, Paragraph, Run
from aigaq.law.compare.change import Change, ChangeKind, Op

Span = tuple[int, int, Mark]
Place = tuple[int, int]


@frozen
class Side:
    """One side of a change.

    Args:
        text: The wording.
        spans: Marks that tile it.
    """

    text: str
    spans: tuple[Span, ...]


def sides(change: Change) -> tuple[Side, Side]:
    """Return the old and the new side of a change, each tiled by its marks."""
    old = [(segment.old, _mark(segment.op, Mark.DELETED)) for segment in change.words]
    new = [(segment.new, _mark(segment.op, Mark.INSERTED)) for segment in change.words]
    if not change.words:
        old = [(change.old, Mark.DELETED if change.kind is ChangeKind.REPEALED else Mark.PLAIN)]
        new = [(change.new, Mark.INSERTED if change.kind is ChangeKind.INSERTED else Mark.PLAIN)]
    return Side(change.old, tuple(_tile(change.old, old))), Side(change.new, tuple(_tile(change.new, new)))


def cell(side: Side, watched: Sequence[Place]) -> Cell:
    """Return a wording as paragraphs of marked runs; the words in ``watched`` stand out.

    >>> [run.text for run in cell(Side("a b", ((0, 3, Mark.PLAIN),)), [(2, 3)])[0].runs]
    ['a ', 'b']
    """
    runs = list(_runs(side, watched))
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for at, line in enumerate(run.text.split("\n")):
            if at:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(Run(line, run.mark, run.watched))
    return tuple(Paragraph(tuple(line)) for line in paragraphs if line)


def _mark(op: Op, mark: Mark) -> Mark:
    return Mark.PLAIN if op is Op.EQUAL else mark


def _tile(text: str, pieces: list[tuple[str, Mark]]) -> Iterator[Span]:
    """Yield spans that tile ``text``; what lies between two pieces (a stub, a space) is plain."""
    at = 0
    for words, mark in pieces:
        if not words:
            continue
        start = text.find(words, at)
        if start < 0:
            raise ValueError("the segments of a change do not quote its wording")
        if start > at:
            yield at, start, Mark.PLAIN
        at = start + len(words)
        yield from _trimmed(text, (start, at, mark))
    if at < len(text):
        yield at, len(text), Mark.PLAIN


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    """Yield a span with the space at its ends unmarked: a line under nothing is no insertion."""
    start, end, mark = span
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if mark is Mark.PLAIN or first >= last:
        yield span
        return
    parts = ((start, first, Mark.PLAIN), (first, last, mark), (last, end, Mark.PLAIN))
    yield from (part for part in parts if part[0] < part[1])


def _runs(side: Side, watched: Sequence[Place]) -> Iterator[Run]:
    edges = {edge for place in watched for edge in place}
    for start, end, mark in side.spans:
        cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
        pieces = ((first, last, _within(first, last, watched)) for first, last in pairwise(cuts))
        for seen, alike in groupby(pieces, key=lambda piece: piece[2]):
            yield Run("".join(side.text[first:last] for first, last, _ in alike), mark, seen)


def _within(first: int, last: int, watched: Sequence[Place]) -> bool:
    return any(begin <= first and last <= finish for begin, finish in watched)
