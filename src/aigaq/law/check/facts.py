"""What the act does, ready to be asked for: the changes with their edits, and which unit each of them touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from aigaq.law.check.stream import Law
from aigaq.law.check.told import WHOLE, Edit, Told, told
from aigaq.law.compare.change import ChangeKind, Comparison
from aigaq.law.compare.match import match
from aigaq.law.compare.side import Matching
from aigaq.law.structure.unit import Tree, Unit


@frozen(eq=False)
class Facts:
    """What the act does.

    Args:
        old: The law in force.
        new: The law after the act.
        matching: Which unit is which.
        told: The changes with their edits, in the order of the comparison.
        of_old: Indices of the changes by the units of the old law that they touch.
        of_new: The same for the new law.
    """

    old: Law
    new: Law
    matching: Matching
    told: tuple[Told, ...]
    of_old: dict[str, list[int]]
    of_new: dict[str, list[int]]

    def changes(self, old: Iterable[str], new: Iterable[str]) -> tuple[int, ...]:
        """Return the indices of the changes that touch some units."""
        found = {at for eid in old for at in self.of_old.get(eid, ())}
        found |= {at for eid in new for at in self.of_new.get(eid, ())}
        return tuple(sorted(found))

    def edits(self, units: Iterable[str]) -> list[Edit]:
        """Return the edits that put words into units of the new law, or take words out of them."""
        return [edit for at in self.changes((), units) for edit in self.told[at].edits]

    def inserted(self, unit: Unit) -> bool:
        """Tell whether a unit of the new law is new at its place: the old one has none that it was, or elsewhere."""
        partner = self.matching.back.get(unit.eid)
        if partner is None or (partner.repealed and not unit.repealed):
            return True
        kinds = {self.told[at].change.kind for at in self.of_new.get(unit.eid, ())}
        return bool(kinds & {ChangeKind.MOVED, ChangeKind.SPLIT})

    def gone(self, unit: Unit) -> bool:
        """Tell whether a unit of the old law is gone from its place: no partner, a stub, or moved elsewhere."""
        partner = self.matching.forth.get(unit.eid)
        if partner is None or (partner.repealed and not unit.repealed):
            return True
        kinds = {self.told[at].change.kind for at in self.of_old.get(unit.eid, ())}
        return bool(kinds & {ChangeKind.MOVED, ChangeKind.MERGED})


def facts(comparison: Comparison) -> Facts:
    """Return what the act does by a comparison of the law in force with the law after it."""
    old, new = Law(comparison.old), Law(comparison.new)
    found = [told(change, old=old, new=new) for change in comparison.changes]
    of_old: dict[str, list[int]] = defaultdict(list)
    of_new: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        whole = one.change.kind in WHOLE
        for touched, eids, tree in ((of_old, one.old, comparison.old), (of_new, one.new, comparison.new)):
            for eid in _touched(eids, tree, whole=whole):
                touched[eid].append(at)
    return Facts(old, new, match(comparison.old, comparison.new), tuple(found), of_old, of_new)


def _touched(eids: Iterable[str], tree: Tree, *, whole: bool) -> Sequence[str]:
    found = list(eids)
    if whole:
        found += [inner.eid for eid in eids for inner in tree.by_eid[eid].walk()]
    return list(dict.fromkeys(found))
