"""Running text that is gathered piece by piece until its paragraph ends."""

from __future__ import annotations

from aigaq.law.read.blocks import BREAK, one_line


class Flow:
    r"""The inline text of one paragraph, with its forced breaks.

    >>> flow = Flow()
    >>> for piece in ("Статья ", "14", "-1.\n  Срок"): flow.add(piece)
    >>> flow.end_line(); flow.add("\u00a0 1) день"); flow.take()
    'Статья 14-1. Срок\n      1) день'
    """

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]

    def add(self, text: str) -> None:
        """Append inline text; its runs of blanks will become one blank."""
        self._lines[-1].append(text)

    def end_line(self) -> None:
        """Begin a new line of the same paragraph."""
        self._lines.append([])

    def take(self, separator: str = BREAK) -> str:
        """Return the paragraph, without the blanks and NBSP that indent its lines, and begin anew."""
        lines = (one_line("".join(pieces)).strip("\u00a0 ") for pieces in self._lines)
        text = separator.join(line for line in lines if line)
        self._lines = [[]]
        return text
