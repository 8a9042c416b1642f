"""Where the pieces of a cell stand in the law: word for word, else at the place that is most alike.

A piece that stands there word for word is settled. For any other the differences are kept, each with the words of
the law and those of the cell. Words that a cell leaves out without a sign are a difference too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from aigaq.law.check.cell import Piece, Wording
from aigaq.law.check.signs import is_word, keys
from aigaq.law.check.stream import Stream
from aigaq.text.align import equal_runs

ALIKE = 0.3
"""A piece that shares less than this with every paragraph stands nowhere in the law."""
AT_HOME = 0.6
"""So alike to a paragraph of its unit, a piece is that paragraph misquoted, whatever stands word for word elsewhere."""
OWN_NUMBER = 0.15
"""What the same number counts for the likeness of a paragraph."""
TOGETHER = 0.1
"""So much more alike several paragraphs together must be than the first alone: a line is one paragraph, as a rule."""
MOST_WORK = 300_000
"""How many paragraphs the pieces of one table may be held against, all together."""


@frozen
class Hunk:
    """One difference between the law and a cell.

    Args:
        first: First sign of the law that differs.
        last: The sign after the last one; ``first`` where the cell only adds words.
        piece: The piece that differs; None where the cell leaves words out between two pieces.
        start: First sign of the piece that differs.
        end: The sign after the last one.
    """

    first: int
    last: int
    piece: Piece | None = None
    start: int = 0
    end: int = 0

    @property
    def said(self) -> list[str]:
        """The signs of the cell that differ, as they are compared."""
        return self.piece.keys[self.start : self.end] if self.piece else []


@frozen
class Placed:
    """A piece with its place.

    Args:
        piece: The piece.
        runs: Signs of the law that it quotes, as half-open spans, each without a break.
        hunks: Where it differs.
        outside: True when it stands in no unit that the row names.
    """

    piece: Piece
    runs: tuple[tuple[int, int], ...]
    hunks: tuple[Hunk, ...] = ()
    outside: bool = False


@define
class Work:
    """How much has been compared; a hostile table must not cost hours."""

    done: int = 0

    @property
    def spent(self) -> bool:
        """True when no more will be compared."""
        return self.done > MOST_WORK


@define
class Placer:
    """Finds the pieces of one cell one after the other.

    Args:
        stream: The law, or the part of it that the row may quote.
        home: Spans of the units that the row names; all of the law when none.
        context: Spans of what these units stand in, which a row may quote to say where it is.
        work: How much has been compared so far.
    """

    stream: Stream
    home: Sequence[tuple[int, int]]
    context: Sequence[tuple[int, int]]
    work: Work
    at: int = field(default=-1)

    @property
    def _homes(self) -> Sequence[tuple[int, int]]:
        return self.home or [(0, len(self.stream))]

    def place(self, wording: Wording) -> list[Placed]:
        """Return the pieces with their places, and the words left out between them without a sign."""
        pieces = [piece for piece in wording.pieces if not piece.gone]
        found = []
        for number, piece in enumerate(pieces):
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            placed = self._place(piece, closed=not (after.gap if after else wording.open))
            self.at = placed.runs[-1][1] if placed.runs else self.at
            found.append(placed)
        return self._gaps(found, wording)

    def _place(self, piece: Piece, *, closed: bool) -> Placed:
        wanted = piece.keys
        self.work.done += 1 + len(self.stream) // 2_000
        if not piece.gap and self.at >= 0 and self.stream.holds(wanted, self.at):
            return self._exact(piece, self.at)
        found = self._places(piece)
        near = [at for at in found if self._inside(at, self.home) or self._inside(at, self.context)]
        if near or (found and not self.home):
            return self._exact(piece, min(near or found, key=lambda at: self._rank(piece, at)))
        placed, score = self._alike(piece, closed=closed)
        if found and score < AT_HOME:
            return self._exact(piece, min(found, key=lambda at: self._rank(piece, at)))
        return placed

    def _exact(self, piece: Piece, at: int) -> Placed:
        outside = bool(self.home) and not self._inside(at, self.home)
        return Placed(piece, ((at, at + len(piece.signs)),), outside=outside)

    def _places(self, piece: Piece) -> list[int]:
        """Return where a piece stands word for word; one that is only a number, where a unit has that number."""
        found = self.stream.find(piece.keys)
        if len(piece.signs) > 4 or not any(character.isdigit() for character in piece.text):
            return found
        numbered = [at for at in found if self._is_number(piece, at)]
        return numbered or [at for at in found if not _looks_numbered(piece)]

    def _is_number(self, piece: Piece, at: int) -> bool:
        number = self.stream.number(at)
        paragraph = self.stream.paragraphs[number]
        return at == self.stream.starts[number] and len(piece.signs) == paragraph.marks

    def _inside(self, at: int, spans: Sequence[tuple[int, int]]) -> bool:
        return any(start <= at < end for start, end in spans)

    def _rank(self, piece: Piece, at: int) -> tuple[bool, bool, bool, int]:
        return (
            not self._inside(at, self.home),
            piece.line and not self.stream.begins(at),
            at < self.at,
            at,
        )

    def _alike(self, piece: Piece, *, closed: bool) -> tuple[Placed, float]:
        """Return the piece at the paragraph that is most alike, with the differences, and how alike it is."""
        best, region = 0.0, (0, 0)
        for score, span in self._candidates(piece):
            if score > best:
                best, region = score, span
        if best < ALIKE:
            whole = Hunk(max(self.at, 0), max(self.at, 0), piece, 0, len(piece.signs))
            return Placed(piece, (), (whole,), outside=not self.home), best
        return self._aligned(piece, region, closed=closed), best

    def _candidates(self, piece: Piece) -> Iterator[tuple[float, tuple[int, int]]]:
        bag, size = Counter(piece.keys), len(piece.signs)
        if not piece.gap and 0 <= self.at < len(self.stream) and not self.stream.begins(self.at):
            last = min(len(self.stream), self.at + size + 10)
            yield _score(bag, Counter(self.stream.keys[self.at : last]), size) + OWN_NUMBER, (self.at, last)
        homes = [number for number in range(len(self.stream.paragraphs)) if self._at_home(number)]
        for number in homes or range(len(self.stream.paragraphs)):
            self.work.done += 1
            if self.work.spent:
                return
            paragraph = self.stream.paragraphs[number]
            marks = keys(paragraph.signs[: paragraph.marks])
            same = OWN_NUMBER * (bool(marks) and piece.keys[: len(marks)] == marks)
            alone = _score(bag, paragraph.bag, size)
            yield alone + same, (self.stream.starts[number], self.stream.starts[number + 1])
            region = self._region(number, size)
            if region[1] > self.stream.starts[number + 1]:
                together = _score(bag, Counter(self.stream.keys[region[0] : region[1]]), size)
                yield together + same - TOGETHER, region

    def _at_home(self, number: int) -> bool:
        start = self.stream.starts[number]
        return self._inside(start, self.home) or self._inside(start, self.context)

    def _region(self, number: int, size: int) -> tuple[int, int]:
        """Return the span of a paragraph, and of those after it in the same unit while the piece is longer."""
        starts, last = self.stream.starts, number + 1
        stop = next((end for start, end in self._homes if start <= starts[number] < end), starts[last])
        while starts[last] < stop and starts[last] - starts[number] < 0.8 * size:
            last += 1
        return starts[number], starts[last]

    def _aligned(self, piece: Piece, region: tuple[int, int], *, closed: bool) -> Placed:
        first, last = region
        said = piece.keys
        runs = equal_runs(said, self.stream.keys[first:last])
        hunks, at_piece, at_law = [], 0, first
        for start, end, law_start, law_end in runs:
            if at_piece < start or at_law < first + law_start:
                hunks.append(Hunk(at_law, first + law_start, piece, at_piece, start))
            at_piece, at_law = end, first + law_end
        if at_piece < len(said):
            stop = self._paragraph_end(at_law, last) if closed else min(last, at_law + len(said) - at_piece)
            hunks.append(Hunk(at_law, stop, piece, at_piece, len(said)))
        kept = tuple(hunk for hunk in hunks if not self._idle(hunk, piece))
        spans = tuple((first + law_start, first + law_end) for _, _, law_start, law_end in runs)
        return Placed(piece, spans, kept, outside=bool(self.home) and not self._inside(spans[0][0], self.home))

    def _paragraph_end(self, at: int, most: int) -> int:
        """Return where the paragraph ends that the signs before ``at`` belong to."""
        return at if self.stream.ends(at) else min(most, self.stream.starts[self.stream.number(at) + 1])

    def _idle(self, hunk: Hunk, piece: Piece) -> bool:
        """Tell whether a difference is none: words before a piece after a gap, a number not repeated, an end mark."""
        if hunk.start == 0 and hunk.end == 0:
            number = self.stream.number(hunk.first) if len(self.stream) else 0
            marks = self.stream.starts[number] + self.stream.paragraphs[number].marks
            if piece.gap or (hunk.first == self.stream.starts[number] and hunk.last <= marks):
                return True
        edge = hunk.start == 0 or hunk.end == len(piece.signs)
        differing = [*self.stream.keys[hunk.first : hunk.last], *hunk.said]
        return edge and not any(map(is_word, differing))

    def _gaps(self, found: Sequence[Placed], wording: Wording) -> list[Placed]:
        """Return the pieces with what is left out between them, before the first and after the last, unsaid."""
        done: list[Placed] = []
        at = -1
        for placed in found:
            if not placed.runs:
                done.append(placed)
                continue
            first = min([placed.runs[0][0], *(hunk.first for hunk in placed.hunks)])
            last = placed.runs[-1][1]
            missing = [] if placed.piece.gap else self._missing(at, first)
            done.append(evolve(placed, hunks=(*missing, *placed.hunks)))
            at = max([last, *(hunk.last for hunk in placed.hunks)])
        if at >= 0 and not wording.open and done:
            tail = self._missing(at, len(self.stream), ended=True)
            done[-1] = evolve(done[-1], hunks=(*done[-1].hunks, *tail))
        return done

    def _missing(self, at: int, first: int, *, ended: bool = False) -> list[Hunk]:
        """Return the words between two pieces that no paragraph's end explains."""
        stream, found = self.stream, []
        if at == first:
            return []
        if at >= 0 and not stream.ends(at):
            stop = stream.starts[stream.number(at) + 1]
            found.append(Hunk(at, min(stop, first) if at < first else stop))
        if not ended and not stream.begins(first) and not (found and found[0].last == first):
            found.append(Hunk(stream.starts[stream.number(first)], first))
        return [hunk for hunk in found if any(map(is_word, stream.keys[hunk.first : hunk.last]))]


def _looks_numbered(piece: Piece) -> bool:
    """Tell whether a short piece is only the number of a unit («3.», «2)»)."""
    return piece.signs[0].key[:1].isdigit() and not any(sign.key.isalpha() for sign in piece.signs)


def _score(bag: Counter[str], other: Counter[str], size: int) -> float:
    """Return how alike a piece is to a paragraph: of the words of both, or nearly so, of its own words alone."""
    common = sum(min(count, other[key]) for key, count in bag.items())
    return max(2 * common / max(1, size + other.total()), 0.8 * common / max(1, size))
