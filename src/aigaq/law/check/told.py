"""What each change of the act takes out and puts in, sign by sign, so that it can be asked whether a row shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from aigaq.law.check.signs import is_word, signs
from aigaq.law.check.stream import Law, Place
from aigaq.law.compare.change import Change, ChangeKind, Op
from aigaq.law.compare.wording import quoted
from aigaq.law.structure.unit import Unit

WHOLE = (ChangeKind.INSERTED, ChangeKind.REPEALED, ChangeKind.MOVED)
"""Changes of a unit with everything in it."""


@frozen
class Edit:
    """One place where a change takes words out, puts words in, or both.

    Args:
        old: Signs of the old law that go.
        new: Signs of the new law that come.
        joint: Where nothing comes: the unit of the new law, and the number of the sign before which words are gone.
    """

    old: tuple[Place, ...]
    new: tuple[Place, ...]
    joint: Place | None = None


@frozen
class Told:
    """A change with its edits.

    Args:
        change: The change.
        edits: Its edits; empty for a unit that only moved.
        old: Units of the old law that it is about.
        new: Units of the new law.
    """

    change: Change
    edits: tuple[Edit, ...]
    old: frozenset[str]
    new: frozenset[str]


@define
class _Side:
    """The signs of one side of a change, each with its place, and where they stand in its wording."""

    places: list[Place] = field(factory=list)
    spans: list[tuple[int, int]] = field(factory=list)
    eids: list[str] = field(factory=list)


def told(change: Change, *, old: Law, new: Law) -> Told:
    """Return a change with its edits.

    Args:
        change: The change.
        old: The law in force.
        new: The law after the act.
    """
    ours = _side(change.old, [old.tree.by_eid[eid] for eid in change.old_eids], old)
    theirs = _side(change.new, [new.tree.by_eid[eid] for eid in change.new_eids], new)
    found = _split(_edits(change, ours, theirs), change.kind, old=old, new=new)
    edits = tuple(Edit(_worded(edit.old, old), _worded(edit.new, new), edit.joint) for edit in found)
    return Told(change, edits, frozenset((*ours.eids, *change.old_eids)), frozenset((*theirs.eids, *change.new_eids)))


def _side(text: str, units: Sequence[Unit], law: Law) -> _Side:
    """Return the signs of one side: each of its lines is the own wording of one unit."""
    side, used, at = _Side(), set[str](), 0
    inside = [inner for unit in units for inner in unit.walk()]
    for line in text.split("\n"):
        unit = next((unit for unit in inside if unit.eid not in used and quoted(law.tree, unit) == line), None)
        if unit is not None and line:
            used.add(unit.eid)
            side.eids.append(unit.eid)
            for number, sign in enumerate(signs(line)):
                side.places.append((unit.eid, number))
                side.spans.append((at + sign.start, at + sign.end))
        at += len(line) + 1
    return side


def _edits(change: Change, ours: _Side, theirs: _Side) -> Iterator[Edit]:
    """Yield the runs of words out and in, in order."""
    at_old = at_new = 0
    out: list[Place] = []
    come: list[Place] = []
    last = 0
    for segment in (*change.words, None):
        if segment is None or segment.op is Op.EQUAL:
            if out or come:
                yield Edit(tuple(out), tuple(come), None if come else _joint(theirs, last))
            out, come = [], []
        if segment is None:
            return
        first_old, at_old = _next(change.old, segment.old, at_old)
        first_new, at_new = _next(change.new, segment.new, at_new)
        if segment.op is Op.DELETE:
            out += _within(ours, first_old, at_old)
        elif segment.op is Op.INSERT:
            come += _within(theirs, first_new, at_new)
        last = at_new


def _next(text: str, words: str, at: int) -> tuple[int, int]:
    start = text.find(words, at) if words else at
    return (start, start + len(words)) if start >= 0 else (at, at)


def _within(side: _Side, start: int, end: int) -> Iterator[Place]:
    for place, (first, last) in zip(side.places, side.spans, strict=True):
        if start <= first and last <= end:
            yield place


def _joint(side: _Side, at: int) -> Place | None:
    """Return the place in the new law before which words are gone."""
    before = [place for place, (_, last) in zip(side.places, side.spans, strict=True) if last <= at]
    if before:
        return before[-1][0], before[-1][1] + 1
    return side.places[0] if side.places else None


def _worded(places: Sequence[Place], law: Law) -> tuple[Place, ...]:
    """Return the places of words; those of punctuation marks where there is no word."""
    spoken = [place for place in places if is_word(law.paragraph(law.tree.by_eid[place[0]]).signs[place[1]].key)]
    return tuple(spoken or places)


def _split(edits: Iterator[Edit], kind: ChangeKind, *, old: Law, new: Law) -> Iterator[Edit]:
    """Yield the edits of a whole unit paragraph by paragraph, numbers of units left out where they say nothing new."""
    numbered = kind in (ChangeKind.RENUMBERED, ChangeKind.MOVED, ChangeKind.REWORDED)
    for edit in edits:
        parts = _by_unit(edit) if kind in WHOLE else [edit]
        for part in parts:
            if numbered:
                yield part
                continue
            bare = Edit(_unmarked(part.old, old), _unmarked(part.new, new), part.joint)
            if bare.old or bare.new:
                yield bare
            elif not edit.old or not edit.new:
                yield part


def _by_unit(edit: Edit) -> list[Edit]:
    if edit.old and edit.new:
        return [edit]
    eids = dict.fromkeys(eid for eid, _ in (*edit.old, *edit.new))
    return [
        Edit(
            tuple(place for place in edit.old if place[0] == eid),
            tuple(place for place in edit.new if place[0] == eid),
            edit.joint,
        )
        for eid in eids
    ]


def _unmarked(places: tuple[Place, ...], law: Law) -> tuple[Place, ...]:
    marks = {eid: law.paragraph(law.tree.by_eid[eid]).marks for eid, _ in places}
    return tuple(place for place in places if place[1] >= marks[place[0]])
