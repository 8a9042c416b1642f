"""A difference between the law and a cell, quoted word by word with a few words around it."""

from __future__ import annotations

from aigaq.law.check.cell import Piece
from aigaq.law.check.place import Hunk
from aigaq.law.check.shown import Shown
from aigaq.law.check.signs import quote
from aigaq.law.compare.change import Segment
from aigaq.law.compare.wording import segments

AROUND = 5
"""Signs shown on either side of a difference."""


def difference(hunk: Hunk, side: Shown) -> tuple[Segment, ...]:
    """Return a difference word by word, from the law to the cell, with a few words around it.

    Args:
        hunk: The difference.
        side: The cell.
    """
    stream = side.part.stream
    first, last = max(0, hunk.first - AROUND), min(len(stream), hunk.last + AROUND)
    here = somewhere(side, hunk)
    law = stream.excerpt(first, last) if here else ""
    piece = hunk.piece
    if piece is None:
        right = stream.excerpt(first, hunk.first)
        after = stream.excerpt(hunk.last, last) if _follows(side, hunk) else ""
        return segments(law if after else stream.excerpt(first, hunk.last), " ".join(filter(None, (right, after))))
    return segments(law, _around(piece, hunk, here=here))


def _follows(side: Shown, hunk: Hunk) -> bool:
    return any(first <= hunk.last < last for one in side.placed for first, last in one.runs)


def _around(piece: Piece, hunk: Hunk, *, here: bool) -> str:
    if not here:
        return piece.text
    return quote(piece.text, piece.signs[max(0, hunk.start - AROUND) : hunk.end + AROUND])


def somewhere(side: Shown, hunk: Hunk) -> bool:
    """Tell whether a difference lies at a known place: its piece was found, or words are left out between two."""
    return hunk.piece is None or any(one.runs and one.piece is hunk.piece for one in side.placed)
