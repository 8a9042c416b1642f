"""One cell of a row against the law: what it shows of it, and where it differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from aigaq.law.check.cell import Says, Wording
from aigaq.law.check.place import Hunk, Placed, Placer, Work
from aigaq.law.check.scope import Part
from aigaq.law.check.signs import is_word
from aigaq.law.check.stream import Place, Stream
from aigaq.law.check.told import Edit


@frozen(eq=False)
class Shown:
    """What a cell shows.

    Args:
        wording: The cell, read.
        part: What it may quote.
        placed: Its pieces with their places.
        wrong: Differences from the law.
        kept: Differences that only keep the wording in force where the act changes it.
        signs: Signs of the law that it shows, rightly or wrongly.
        joints: Places in the law between two signs that it shows side by side, or at the edge of a paragraph.
        eids: Units whose own wording it quotes, or part of it.
        whole: Those of them that it quotes from the first word to the last.
        outside: True when nothing that it quotes stands in the units that the row names.
    """

    wording: Wording
    part: Part
    placed: tuple[Placed, ...] = ()
    wrong: tuple[Hunk, ...] = ()
    kept: tuple[Hunk, ...] = ()
    signs: frozenset[Place] = frozenset()
    joints: frozenset[Place] = frozenset()
    eids: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    outside: bool = False

    @property
    def says(self) -> Says:
        """What the cell says."""
        return self.wording.says


@define
class _Marks:
    """What is shown of a stream, while it is gathered."""

    stream: Stream
    signs: set[int] = field(factory=set)
    joints: set[Place] = field(factory=set)

    def run(self, first: int, last: int, *, joined: bool) -> None:
        """Take in a run of signs that stand side by side; ``joined``: the sign before it stands beside it, too."""
        self.signs.update(range(first, last))
        at = first
        while at < last:
            number = self.stream.number(at)
            start, end = self.stream.starts[number], self.stream.starts[number + 1]
            stop = min(last, end)
            eid = self.stream.paragraphs[number].unit.eid
            begin = at - start + (0 if at == start or (joined and at == first) else 1)
            self.joints.update((eid, place) for place in range(begin, stop - start + (1 if stop == end else 0)))
            at = stop


def shown(
    wording: Wording, part: Part, *, work: Work, edits: Iterable[Edit] = (), in_force: Stream | None = None
) -> Shown:
    """Return what a cell shows of a law.

    Args:
        wording: The cell, read.
        part: What it may quote.
        work: How much has been compared so far.
        edits: For the proposed wording: what the act changes there.
        in_force: For the proposed wording: the law in force, so that words kept from it are told from words invented.
    """
    if wording.says is not Says.WORDING or not wording.pieces:
        return Shown(wording, part)
    placed = tuple(Placer(part.stream, part.home, part.context, work).place(wording))
    reverts = _Reverts(part.stream, tuple(edits), in_force)
    kept = tuple(hunk for one in placed for hunk in one.hunks if reverts.keeps(hunk, one))
    wrong = tuple(hunk for one in placed for hunk in one.hunks if hunk not in kept)
    marks = _marks(part.stream, placed, wrong)
    eids = tuple(dict.fromkeys(part.stream.place(at)[0] for at in sorted(marks.signs)))
    settled = [one for one in placed if one.runs]
    return Shown(
        wording,
        part,
        placed,
        wrong,
        kept,
        frozenset(map(part.stream.place, marks.signs)),
        frozenset(marks.joints),
        eids,
        frozenset(_whole(part.stream, marks.signs)),
        bool(settled) and all(one.outside for one in settled),
    )


def _marks(stream: Stream, placed: Sequence[Placed], wrong: Sequence[Hunk]) -> _Marks:
    marks, at = _Marks(stream), -1
    for one in placed:
        for number, (first, last) in enumerate(one.runs):
            marks.run(first, last, joined=number == 0 and not one.piece.gap and first == at)
            at = last
    for hunk in wrong:
        if hunk.first < len(stream):
            marks.run(hunk.first, hunk.last, joined=True)
            marks.joints.add(stream.place(hunk.first))
            marks.joints.update(_joint_after(stream, hunk.last))
    return marks


def _joint_after(stream: Stream, at: int) -> Iterator[Place]:
    if 0 < at <= len(stream):
        eid, number = stream.place(at - 1)
        yield eid, number + 1


def _whole(stream: Stream, signs: set[int]) -> Iterator[str]:
    """Yield the units whose own wording is shown from the first word to the last, its number or not."""
    for number in {stream.number(at) for at in signs}:
        paragraph = stream.paragraphs[number]
        start = stream.starts[number] + paragraph.marks
        end = stream.starts[number + 1]
        words = [at for at in range(start, end) if is_word(stream.keys[at])]
        if all(at in signs for at in words):
            yield paragraph.unit.eid


@frozen(eq=False)
class _Reverts:
    """Tells whether a difference of the proposed wording only keeps the wording in force."""

    stream: Stream
    edits: tuple[Edit, ...]
    in_force: Stream | None

    def keeps(self, hunk: Hunk, placed: Placed) -> bool:
        if self.in_force is None:
            return False
        places = self._words(hunk)
        touching = [edit for edit in self.edits if self._touches(edit, hunk, places)]
        if not touching:
            return False
        come = {place for edit in touching for place in edit.new}
        said = [key for key in hunk.said if is_word(key)]
        if set(places) <= come and (not said or self._gone(touching, said)):
            return True
        return bool(hunk.piece) and bool(self.in_force.find(placed.piece.keys, most=1))

    def _words(self, hunk: Hunk) -> list[Place]:
        """Return the words of the law that differ; the punctuation marks where there is no word."""
        found = range(hunk.first, hunk.last)
        spoken = [at for at in found if is_word(self.stream.keys[at])]
        return [self.stream.place(at) for at in spoken or found]

    def _touches(self, edit: Edit, hunk: Hunk, places: Sequence[Place]) -> bool:
        if any(place in edit.new for place in places):
            return True
        joints = {*_joint_after(self.stream, hunk.first)}
        if hunk.first < len(self.stream):
            joints.add(self.stream.place(hunk.first))
        return edit.joint in joints

    def _gone(self, edits: Sequence[Edit], said: Sequence[str]) -> bool:
        assert self.in_force is not None
        wanted = f" {' '.join(said)} "
        return any(wanted in f" {' '.join(self._keys(edit))} " for edit in edits)

    def _keys(self, edit: Edit) -> Iterator[str]:
        assert self.in_force is not None
        for eid, number in edit.old:
            found = next((one for one in self.in_force.paragraphs if one.unit.eid == eid), None)
            if found is not None:
                yield found.signs[number].key
