"""Where two bills get into each other's way."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, combinations

from aigaq.law.amend.grow import grow
from aigaq.law.bills.cumulative import Conflict, ConflictCode
from aigaq.law.bills.order import depending, ordered
from aigaq.law.bills.reach import Reach, Span, reach
from aigaq.law.bills.together import Together
from aigaq.law.structure.label import label, label_of
from aigaq.law.structure.unit import Tree
from aigaq.values import Message

_Sides = tuple[set[int], set[int]]
"""Instructions of the one bill and of the other."""


def conflicts(together: Together) -> Iterator[Conflict]:
    """Yield every conflict of every two bills."""
    law = together.law
    untouched = grow(law)
    reaches = [reach(together.alone(bill), untouched, when=together.when) for bill in range(len(together.acts))]
    for one, other in combinations(range(len(reaches)), 2):
        pair = reaches[one], reaches[other]
        yield from _whole(law, (one, other), pair)
        yield from _words(law, (one, other), pair)
        yield from _units(law, (one, other), pair)
        yield from depending(together, (one, other))
        yield from ordered(together, (one, other))


def _whole(law: Tree, bills: tuple[int, int], reaches: tuple[Reach, Reach]) -> Iterator[Conflict]:
    """Yield that one bill repeals the law that the other one amends."""
    for first, (ours, theirs) in enumerate((reaches, reaches[::-1])):
        done = _every(theirs)
        if ours.whole and done:
            sides = (ours.whole, done) if first == 0 else (done, ours.whole)
            text = "bill {n} repeals the law that bill {m} amends"
            said = Message(text, n=bills[first] + 1, m=bills[1 - first] + 1)
            yield _conflict(ConflictCode.SAME_UNIT, bills, sides, ("",), (label(law, law.root),), said)


def _every(found: Reach) -> set[int]:
    """Return every instruction that changes something."""
    covering = {index for members in found.covers.values() for index, _ in members}
    return covering.union(*found.edits.values(), *found.adds.values())


def _words(law: Tree, bills: tuple[int, int], reaches: tuple[Reach, Reach]) -> Iterator[Conflict]:
    ours, theirs = reaches
    for eid in _in_order(law, {*ours.writes, *ours.reads} & {*theirs.writes, *theirs.reads}):
        sides: _Sides = set(), set()
        for mine, others in ((ours.writes, theirs.reads), (ours.reads, theirs.writes), (ours.writes, theirs.writes)):
            _meet(sides, mine.get(eid, []), others.get(eid, []))
        if all(sides):
            names = (label_of(law, eid),)
            said = Message("bills {n} and {m} edit the same words: {where}", **_numbers(bills), where=names[0])
            yield _conflict(ConflictCode.SAME_WORDS, bills, sides, (eid,), names, said)


def _meet(sides: _Sides, mine: Sequence[Span], others: Sequence[Span]) -> None:
    """Note the instructions whose words, or places, are also the other bill's."""
    points = {start for start, end, _ in mine if start == end} & {start for start, end, _ in others if start == end}
    for side, spans, against in ((sides[0], mine, others), (sides[1], others, mine)):
        ordered_spans = sorted(against)
        starts = [start for start, _, _ in ordered_spans]
        furthest = [0, *accumulate((end for _, end, _ in ordered_spans), max)]
        for start, end, index in spans:
            if furthest[bisect_left(starts, end)] > start or (start == end and start in points):
                side.add(index)


def _units(law: Tree, bills: tuple[int, int], reaches: tuple[Reach, Reach]) -> Iterator[Conflict]:
    ours, theirs = reaches
    found: dict[str, _Sides] = defaultdict(lambda: (set(), set()))
    for eid in ours.covers.keys() & theirs.covers.keys():
        for index, top in ours.covers[eid]:
            for other, above in theirs.covers[eid]:
                sides = found[min(top, above, key=len)]
                sides[0].add(index)
                sides[1].add(other)
    _inside(found, ours.covers, theirs.edits, turned=False)
    _inside(found, theirs.covers, ours.edits, turned=True)
    for eid in _in_order(law, found):
        names = (label_of(law, eid),)
        text = "bills {n} and {m} rewrite or repeal the same unit, or what stands in it: {where}"
        said = Message(text, **_numbers(bills), where=names[0])
        yield _conflict(ConflictCode.SAME_UNIT, bills, found[eid], (eid,), names, said)
    for eid in sorted(ours.adds.keys() & theirs.adds.keys()):
        names = (label_of(law, eid),)
        said = Message("bills {n} and {m} both put in {where}", **_numbers(bills), where=names[0])
        yield _conflict(ConflictCode.SAME_UNIT, bills, (ours.adds[eid], theirs.adds[eid]), (eid,), names, said)


def _inside(
    found: dict[str, _Sides],
    covers: Mapping[str, set[tuple[int, str]]],
    edits: Mapping[str, set[int]],
    *,
    turned: bool,
) -> None:
    """Note what one bill edits in units that the other one rewrites; ``turned`` when that is the first bill."""
    for eid in covers.keys() & edits.keys():
        for index, top in covers[eid]:
            sides = found[top][::-1] if turned else found[top]
            sides[0].add(index)
            sides[1].update(edits[eid])


def _in_order(law: Tree, eids: set[str] | Mapping[str, object]) -> list[str]:
    """Return units in the order of the law."""
    return [unit.eid for unit in law.units if unit.eid in eids]


def _numbers(bills: tuple[int, int]) -> dict[str, int]:
    return {"n": bills[0] + 1, "m": bills[1] + 1}


def _conflict(
    code: ConflictCode,
    bills: tuple[int, int],
    sides: tuple[set[int], set[int]],
    eids: tuple[str, ...],
    labels: tuple[str, ...],
    said: Message,
) -> Conflict:
    return Conflict(code, bills, tuple(sorted(sides[0])), tuple(sorted(sides[1])), eids, labels, said)
