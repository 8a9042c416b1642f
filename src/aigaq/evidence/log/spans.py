"""Runs of numbers: so that a thousand entries that are wrong in the same way are one fault."""

from __future__ import annotations

Span = tuple[int, int]
"""Numbers from the first to the last, both included."""


class Spans:
    """Numbers that come in order, kept as runs.

    >>> spans = Spans()
    >>> for number in (3, 4, 5, 9):
    ...     spans.add(number)
    >>> spans.runs
    [(3, 5), (9, 9)]
    """

    def __init__(self) -> None:
        self.runs: list[Span] = []

    def add(self, first: int, last: int | None = None) -> None:
        """Add a number, or all up to ``last``; they come after all before them."""
        last = first if last is None else last
        if self.runs and self.runs[-1][1] == first - 1:
            first = self.runs.pop()[0]
        if first <= last:
            self.runs.append((first, last))


def written(span: Span) -> str:
    """Return a span as people read it.

    >>> written((5, 5)), written((5, 9))
    ('5', '5–9')
    """
    first, last = span
    return str(first) if first == last else f"{first}–{last}"
