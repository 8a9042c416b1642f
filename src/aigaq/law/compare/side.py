"""The two laws while they are matched: what is known of each unit, and which unit is which so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, field

from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree, Unit

ABOVE_ARTICLE = (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.APPENDIX)
"""Headed kinds that hold articles, which are matched by themselves."""


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
        digests, sizes, before = self.digest, self.size, self.before
        for unit in reversed(self.tree.units):
            eid = unit.eid
            if not unit.children:
                digests[eid] = hash((unit.kind, unit.key, unit.repealed, ()))
                sizes[eid] = 1
                continue
            inside = tuple((child.kind, child.number, digests[child.eid]) for child in _counted(unit))
            digests[eid] = hash((unit.kind, unit.key, unit.repealed, inside))
            sizes[eid] = 1 + sum(sizes[child.eid] for child in unit.children)
            for child, after in pairwise(unit.children):
                before[after.eid] = child
        self.index.update((unit.eid, at) for at, unit in enumerate(self.tree.units))

    def subtree(self, unit: Unit) -> Sequence[Unit]:
        """Return the unit and everything in it, in the order of the text."""
        at = self.index[unit.eid]
        return self.tree.units[at : at + self.size[unit.eid]]

    def same(self, unit: Unit) -> tuple[Kind, str, int]:
        """Return what is equal for units of the same number with the same content."""
        return unit.kind, unit.number, self.digest[unit.eid]

    def words(self, unit: Unit) -> list[str]:
        """Return the words of the unit and of what counts as its content, in order."""
        inside = self.subtree(unit) if unit.kind not in ABOVE_ARTICLE else (unit, *body(unit))
        return " ".join([part.key for part in inside]).split()

    def bag(self, unit: Unit) -> Counter[str]:
        """Return how often each of its words stands in the unit and its content."""
        found = self.bags.get(unit.eid)
        if found is None:
            found = self.bags[unit.eid] = Counter(self.words(unit))
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


def body(unit: Unit) -> list[Unit]:
    """Return the children that are matched inside their parent: not headed, not at the edge of the copy."""
    return [child for child in unit.children if child.kind not in HEADED and child.kind not in PERIPHERAL]
