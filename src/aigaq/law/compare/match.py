"""Which unit of the new law is which unit of the old one.

From the outside in: headed units first, then the articles of the whole act, then the children of every pair.
Among siblings a unit that is the same to the last word keeps its partner first; then equal numbers; then likeness.
What is left is sought in the whole law: a unit that left one place and came back in another has moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, field

from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree, Unit

ALIKE = 0.5
"""Siblings with more than this share of common words may be one unit reworded."""

MOVED_ALIKE = 0.75
"""Units of different places must be more alike than siblings to be called moved."""

MOVED_WORDS = 5
"""Shorter units are common phrases («исключительные случаи;») and are not called moved."""

FEW = 2500
"""Up to so many pairs are all scored; longer lists are searched by their rare words."""

RARE = 8
"""A word is rare when no more units than this hold it."""

_ANYWHERE = (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.APPENDIX)


@define(eq=False)
class Side:
    """One of the two laws, with what matching needs to know of each unit."""

    tree: Tree
    digest: dict[str, int] = field(factory=dict)
    size: dict[str, int] = field(factory=dict)
    index: dict[str, int] = field(factory=dict)
    before: dict[str, Unit] = field(factory=dict)
    bags: dict[str, Counter[str]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        digests, sizes = self.digest, self.size
        for unit in reversed(self.tree.units):
            inside = tuple((child.kind, child.number, digests[child.eid]) for child in _counted(unit))
            digests[unit.eid] = hash((unit.kind, unit.key, unit.repealed, inside))
            sizes[unit.eid] = 1 + sum(sizes[child.eid] for child in unit.children)
            self.before.update((after.eid, child) for child, after in pairwise(unit.children))
        self.index.update((unit.eid, at) for at, unit in enumerate(self.tree.units))

    def subtree(self, unit: Unit) -> Sequence[Unit]:
        """Return the unit and everything in it, in the order of the text."""
        at = self.index[unit.eid]
        return self.tree.units[at : at + self.size[unit.eid]]

    def same(self, unit: Unit) -> tuple[Kind, str, int]:
        """Return what is equal for units of the same number with the same content."""
        return unit.kind, unit.number, self.digest[unit.eid]

    def bag(self, unit: Unit) -> Counter[str]:
        """Return the words of the unit and of what counts as its content."""
        found = self.bags.get(unit.eid)
        if found is None:
            inside = self.subtree(unit) if unit.kind not in _ANYWHERE else (unit, *body(unit))
            found = self.bags[unit.eid] = Counter(" ".join([part.key for part in inside]).split())
        return found


@define(eq=False)
class Matching:
    """Pairs of units by eId, both ways."""

    old: Side
    new: Side
    forth: dict[str, Unit] = field(factory=dict)
    back: dict[str, Unit] = field(factory=dict)
    whole: set[str] = field(factory=set)

    def pair(self, old: Unit, new: Unit) -> None:
        """Record that ``new`` is ``old``."""
        self.forth[old.eid] = new
        self.back[new.eid] = old

    def unmatched_old(self, units: Iterable[Unit]) -> list[Unit]:
        """Return the old units that have no partner yet."""
        return [unit for unit in units if unit.eid not in self.forth]

    def unmatched_new(self, units: Iterable[Unit]) -> list[Unit]:
        """Return the new units that have no partner yet."""
        return [unit for unit in units if unit.eid not in self.back]


def _counted(unit: Unit) -> Sequence[Unit]:
    """Return the children that count as content: of a chapter, not its articles, which are matched by themselves."""
    if unit.kind is Kind.ARTICLE or (unit.kind not in HEADED and unit.kind is not Kind.LAW):
        return unit.children
    return body(unit)


def match(old: Tree, new: Tree) -> Matching:
    """Return which unit is which."""
    matching = Matching(Side(old), Side(new))
    matching.pair(old.root, new.root)
    _same(matching, _edge(old), _edge(new))
    for kind in (*_ANYWHERE, Kind.ARTICLE):
        _siblings(matching, _of(old, kind), _of(new, kind))
    for unit, partner in _pairs(matching):
        _inside(matching, unit, partner)
    _moved(matching)
    for unit, partner in _pairs(matching):
        _same_number(matching, unit, partner)
    for kind in (*_ANYWHERE, Kind.ARTICLE):
        _by_number(matching, _of(old, kind), _of(new, kind))
    return matching


def _of(tree: Tree, kind: Kind) -> list[Unit]:
    return [unit for unit in tree.units if unit.kind is kind]


def _edge(tree: Tree) -> list[Unit]:
    """Return the front matter, contents and signature of a copy."""
    return [unit for unit in tree.root.children if unit.kind in PERIPHERAL]


def _pairs(matching: Matching) -> list[tuple[Unit, Unit]]:
    by_eid = matching.old.tree.by_eid
    return [(by_eid[eid], partner) for eid, partner in matching.forth.items() if eid not in matching.whole]


def body(unit: Unit) -> list[Unit]:
    """Return the children that are matched inside their parent: not headed, not at the edge of the copy."""
    return [child for child in unit.children if child.kind not in HEADED and child.kind not in PERIPHERAL]


def _inside(matching: Matching, old: Unit, new: Unit) -> None:
    """Match what stands inside a pair, and inside the pairs found there."""
    if old.eid in matching.whole:
        return
    if matching.old.digest[old.eid] == matching.new.digest[new.eid] and not _holds_headed(old):
        for ours, theirs in zip(matching.old.subtree(old), matching.new.subtree(new), strict=True):
            matching.pair(ours, theirs)
            matching.whole.add(ours.eid)
        return
    _siblings(matching, body(old), body(new))
    for child in body(old):
        partner = matching.forth.get(child.eid)
        if partner is not None:
            _inside(matching, child, partner)


def _holds_headed(unit: Unit) -> bool:
    return any(child.kind in HEADED for child in unit.children)


def _siblings(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match two lists of units of one rank: the same, then the same under another number, then the alike."""
    _same(matching, ours, theirs)
    ours, theirs = matching.unmatched_old(ours), matching.unmatched_new(theirs)
    if ours and theirs:
        _same_opening(matching, ours, theirs)
        _same_content(matching, matching.unmatched_old(ours), matching.unmatched_new(theirs))
        _alike(matching, matching.unmatched_old(ours), matching.unmatched_new(theirs), least=ALIKE)


def _same(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one number and one content; where that is not unique, in their order."""
    waiting: dict[tuple[Kind, str, int], list[Unit]] = defaultdict(list)
    for unit in reversed(theirs):
        if unit.eid not in matching.back:
            waiting[matching.new.same(unit)].append(unit)
    for unit in ours:
        if unit.eid not in matching.forth and waiting.get(matching.old.same(unit)):
            matching.pair(unit, waiting[matching.old.same(unit)].pop())


def _same_opening(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one number whose own wording is the same, whatever changed inside them."""
    waiting = {(unit.kind, unit.number, unit.key): unit for unit in theirs if unit.number and unit.key}
    for unit in ours:
        partner = waiting.pop((unit.kind, unit.number, unit.key), None)
        if partner is not None:
            matching.pair(unit, partner)


def _same_content(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one content where the content is unique on both sides."""
    here = _unique(matching.old, ours)
    there = _unique(matching.new, theirs)
    for digest, unit in here.items():
        if digest in there:
            matching.pair(unit, there[digest])


def _unique(side: Side, units: Sequence[Unit]) -> dict[int, Unit]:
    counts = Counter(side.digest[unit.eid] for unit in units)
    return {
        side.digest[unit.eid]: unit
        for unit in units
        if counts[side.digest[unit.eid]] == 1 and (unit.key or unit.children)
    }


def _alike(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit], *, least: float) -> None:
    """Match the most alike first; an equal number counts in favour, another kind against."""
    rare = {} if len(ours) * len(theirs) <= FEW else _rare(matching.new, theirs)
    scored = []
    for at, unit in enumerate(ours):
        bag = matching.old.bag(unit)
        places = sorted({place for word in bag for place in rare.get(word, ())}) if rare else range(len(theirs))
        for to in places:
            other = theirs[to]
            score = _likeness(bag, matching.new.bag(other))
            if score >= least:
                favour = 0.2 * (unit.number == other.number) - 0.2 * (unit.kind is not other.kind)
                scored.append((score + favour, -abs(at - to), unit, other))
    scored.sort(key=lambda found: found[:2], reverse=True)
    for _, _, unit, other in scored:
        if unit.eid not in matching.forth and other.eid not in matching.back:
            matching.pair(unit, other)


def _rare(side: Side, units: Sequence[Unit]) -> dict[str, list[int]]:
    """Return where each word stands that few of the units share."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        for word in side.bag(unit):
            places[word].append(at)
    return {word: found for word, found in places.items() if len(found) <= RARE}


def _likeness(ours: Counter[str], theirs: Counter[str]) -> float:
    """Return the Dice coefficient of two bags of words."""
    total = ours.total() + theirs.total()
    if not total:
        return 0.0
    small, large = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    held = large.get
    return 2 * sum([min(count, held(word, 0)) for word, count in small.items()]) / total


def _moved(matching: Matching) -> None:
    """Match what left one place and came back in another, outermost units first."""
    ours, theirs = _left_over(matching.old, matching.forth), _left_over(matching.new, matching.back)
    if not ours or not theirs:
        return
    _same_content(matching, ours, theirs)
    for unit in ours:
        partner = matching.forth.get(unit.eid)
        if partner is not None:
            _inside(matching, unit, partner)
    ours, theirs = matching.unmatched_old(ours), matching.unmatched_new(theirs)
    _alike(matching, ours, theirs, least=MOVED_ALIKE)
    for unit in ours:
        partner = matching.forth.get(unit.eid)
        if partner is not None:
            _inside(matching, unit, partner)


def _left_over(side: Side, partners: dict[str, Unit]) -> list[Unit]:
    return [
        unit
        for unit in side.tree.units
        if unit.eid not in partners
        and unit.kind not in HEADED
        and unit.kind not in PERIPHERAL
        and side.bag(unit).total() >= MOVED_WORDS
    ]


def _same_number(matching: Matching, old: Unit, new: Unit) -> None:
    """Match siblings that are left over and bear one number: one was put in the place of the other."""
    _by_number(matching, body(old), body(new))


def _by_number(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    waiting = {(unit.kind, unit.number): unit for unit in matching.unmatched_new(theirs) if unit.number}
    for unit in matching.unmatched_old(ours):
        partner = waiting.pop((unit.kind, unit.number), None)
        if partner is not None:
            matching.pair(unit, partner)
            _inside(matching, unit, partner)
            _same_number(matching, unit, partner)
