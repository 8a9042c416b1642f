"""The edits inside one headed unit: the smallest technique that works, else the next coarser one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from attrs import define

from aigaq.law.amend.find import indents_of, parts_of
from aigaq.law.amend.node import Node
from aigaq.law.amend.spot import Spot
from aigaq.law.draft.address import address
from aigaq.law.draft.align import Pair, align
from aigaq.law.draft.reword import reword
from aigaq.law.draft.trial import Trial, line_of, lines, paragraphs_of, same, walk_body
from aigaq.law.draft.wish import Wish, size_of
from aigaq.law.drafting.instruction import Op, Place, Step, Target
from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree, Unit

_LOOSE = (Kind.ALINEA, Kind.INDENT, Kind.QUOTED)
_HOLDS_ARTICLES = HEADED - {Kind.ARTICLE}
_ONE_PART = (Kind.ARTICLE, Kind.PREAMBLE)
_OUTSIDE = (*HEADED, *PERIPHERAL, Kind.PREAMBLE)

MOST_LINES = 300
"""A unit of which more paragraphs differ is restated without trying anything smaller."""

SHARE = 0.8
"""Edits that make a person read more than this share of the unit give way to its restatement."""


@define
class Block:
    """Makes a headed unit of the old law say what it says in the new one.

    Args:
        trial: The unit, on which every edit is tried.
        new: The new law.
    """

    trial: Trial
    new: Tree

    def settle(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Return edits that make ``node`` say what ``unit`` says, made on the trial; None, and nothing made, else."""
        if same(node, unit):
            return []
        kept = self.trial.keep()
        fine = self.fine(node, unit) if self._few(node, unit) else None
        exact = fine is not None and same(node, unit)
        if fine is not None and exact and not self._clumsy(fine, unit):
            return fine
        kept.restore()
        whole = self.whole(node, unit)
        if whole is not None:
            return whole
        if not exact:
            return None
        return self.fine(node, unit)

    def _few(self, node: Node, unit: Unit) -> bool:
        """Tell whether so little differs that it is worth saying piece by piece; that also bounds the time."""
        ours, theirs = Counter(lines(node.walk())), Counter(lines(walk_body(unit)))
        return (ours - theirs).total() + (theirs - ours).total() <= MOST_LINES

    def _clumsy(self, fine: Sequence[Wish], unit: Unit) -> bool:
        text = paragraphs_of([unit], self.new)
        return len(fine) > 1 and size_of(fine) > SHARE * (len(text) + 40)

    def whole(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Restate a unit with everything in it."""
        steps, parent = address(self.trial, node), node.parent
        one = (node.kind, node.number) == (unit.kind, unit.number) or (node.kind in _LOOSE and unit.kind in _LOOSE)
        if steps is None or parent is None or not one or node.kind in _HOLDS_ARTICLES:
            return None
        at, count, kept = parent.children.index(node), len(parent.children), self.trial.keep()
        for stubs in (False, True):
            wish = Wish(Op.RESTATE, (Target(steps),), quoted=paragraphs_of([unit], self.new, stubs=stubs))
            if self.trial.carry(wish):
                if len(parent.children) == count and same(parent.children[at], unit):
                    return [wish]
                kept.restore()
        return None

    def fine(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Edit a unit part by part: its own wording, then what stands in it."""
        wishes: list[Wish] = []
        if node.key != unit.key:
            own = self.own(node, unit)
            if own is None:
                return None
            wishes += own
        inside = self.inside(node, unit)
        return None if inside is None else [*wishes, *inside]

    def own(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Edit the own wording of a unit: some words, else all of them."""
        if node.repealed or unit.repealed or node.kind in (Kind.TABLE, Kind.ROW):
            return None
        kept, places = self.trial.keep(), self._places(node)
        words = reword(self.trial, node, new=unit.text, places=places) if places else None
        if words is not None:
            return words
        kept.restore()
        return self._restated(node, unit)

    def _restated(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Restate a heading, or the opening words of a unit that holds others."""
        steps = address(self.trial, node)
        if steps is None or (not node.children and node.kind not in HEADED):
            return None
        headed = node.kind in HEADED
        targets = [Target(steps, Place.HEADING)] if headed else [Target((*steps, Step(Kind.INDENT, "1")))]
        kept = self.trial.keep()
        for target in targets:
            for text in (line_of(unit, self.new), " ".join(unit.text.split())):
                wish = Wish(Op.RESTATE, (target,), quoted=text)
                if self.trial.carry(wish):
                    if node.key == unit.key:
                        return [wish]
                    kept.restore()
        return None

    def _places(self, node: Node) -> list[tuple[Target, list[Node]]]:
        """Return names of the own wording of a unit, with the units they mean, the plainest first."""
        steps = address(self.trial, node)
        if steps is None:
            return []
        if node.kind in HEADED:
            return [(Target(steps, Place.HEADING), [node])]
        places = [(Target(steps), list(node.walk()))]
        host = node.parent
        if host is not None and host.kind in _ONE_PART and len(host.children) == 1 and node.kind is Kind.ALINEA:
            places.insert(0, (Target(steps[:-1]), list(host.walk())))
        if node.children:
            places.append((Target((*steps, Step(Kind.INDENT, "1"))), [node]))
        return places

    def inside(self, node: Node, unit: Unit) -> list[Wish] | None:
        """Edit what stands in a unit: first what stays, with its numbers; then paragraphs without one go and come."""
        units = [child for child in unit.children if child.kind not in _OUTSIDE]
        pairs = align([child for child in node.children if child.kind not in _OUTSIDE], units)
        if pairs is None:
            return None
        wishes: list[Wish] = []
        for kind, group in groupby(pairs, key=_fate):
            made = self._together(node, kind, list(group))
            if made is None:
                return None
            wishes += made
        gone = [old for old, new in pairs if new is None and old is not None and not old.number and not old.repealed]
        came = [new for old, new in pairs if old is None and new is not None and not new.number and not new.repealed]
        out = self._out(gone)
        into = self._in(node, units, came) if out is not None else None
        return None if out is None or into is None else [*wishes, *out, *into]

    def _together(self, node: Node, fate: str, pairs: list[Pair]) -> list[Wish] | None:
        """Make the edits of neighbours that share one fate."""
        if fate == "stays":
            return self._stay(pairs)
        if fate.startswith("goes"):
            return self._repealed([old for old, _ in pairs if old is not None])
        if fate.startswith("comes"):
            return self._numbered(node, [new for _, new in pairs if new is not None])
        return []

    def _stay(self, pairs: list[Pair]) -> list[Wish] | None:
        wishes: list[Wish] = []
        for old, new in pairs:
            if old is None or new is None or (old.repealed and new.repealed):
                continue
            made = self.settle(old, new)
            if made is None:
                return None
            wishes += made
        return wishes

    def _repealed(self, nodes: Sequence[Node]) -> list[Wish] | None:
        """Repeal neighbours in one edit, or one by one."""
        found = [address(self.trial, node) for node in nodes]
        steps = [one for one in found if one is not None]
        if len(steps) != len(nodes):
            return None
        together = len({one[:-1] for one in steps}) == 1
        wishes = [Wish(Op.REPEAL, tuple(map(Target, steps)))] if together else []
        if wishes and self.trial.carry(wishes[0]):
            return wishes
        wishes = [Wish(Op.REPEAL, (Target(one),)) for one in steps]
        return wishes if all(self.trial.carry(wish) for wish in wishes) else None

    def _numbered(self, node: Node, units: Sequence[Unit]) -> list[Wish] | None:
        """Insert neighbours with numbers in one edit, or one by one."""
        stubs = {child.number for child in node.children if child.repealed}
        count, kept = len(node.children), self.trial.keep()
        for host in self._hosts(node):
            together = self._insertion(host, units)
            if self.trial.carry(together):
                if len(node.children) >= count + sum(1 for unit in units if unit.number not in stubs):
                    return [together]
                kept.restore()
            wishes = [self._insertion(host, [unit]) for unit in units]
            if len(units) > 1 and all(self.trial.carry(wish) for wish in wishes):
                return wishes
            kept.restore()
        return None

    def _insertion(self, host: tuple[Step, ...], units: Sequence[Unit], numbers: Sequence[str] = ()) -> Wish:
        kind = Kind.INDENT if units[0].kind is Kind.QUOTED else units[0].kind
        numbers = tuple(numbers) or tuple(unit.number for unit in units)
        text = paragraphs_of(units, self.new)
        return Wish(Op.INSERT_UNIT, (Target(host),), unit=kind, numbers=tuple(numbers), quoted=text)

    def _hosts(self, node: Node) -> list[tuple[Step, ...]]:
        """Return names of what takes new units: what the part with the list stands in, the unit, its first part."""
        if node.kind is Kind.LAW:
            return [()]
        steps = address(self.trial, node)
        if steps is None:
            return []
        listed = node.kind is Kind.ALINEA and any(child.kind is Kind.SUBPOINT for child in node.children)
        parted = node.kind not in HEADED and any(child.kind is Kind.ALINEA for child in node.children)
        return [*[steps[:-1]] * listed, steps, *[(*steps, Step(Kind.ALINEA, "1"))] * parted]

    def _out(self, gone: Sequence[Node]) -> list[Wish] | None:
        """Take paragraphs without numbers out, those of one kind in one edit, so that none is counted twice."""
        wishes: list[Wish] = []
        for _, group in groupby(gone, key=lambda node: node.kind is Kind.ALINEA):
            made = self._repealed(list(group))
            if made is None:
                return None
            wishes += made
        return wishes

    def _in(self, node: Node, units: Sequence[Unit], came: Sequence[Unit]) -> list[Wish] | None:
        """Put paragraphs without numbers in, by the places that they have then."""
        wishes: list[Wish] = []
        for group in _runs(units, came):
            first = units.index(group[0])
            made = self._placed(node, units[:first], group)
            if made is None:
                return None
            wishes += made
        return wishes

    def _placed(self, node: Node, before: Sequence[Unit], group: Sequence[Unit]) -> list[Wish] | None:
        alinea = group[0].kind is Kind.ALINEA
        listed = parts_of(Spot(node)) if alinea else indents_of(Spot(node))
        headed = node.kind in HEADED or node.kind in (Kind.LAW, Kind.PREAMBLE)
        same_kind = [unit for unit in before if (unit.kind is Kind.ALINEA) is alinea and unit.kind in _LOOSE]
        place = len([unit for unit in same_kind if not unit.number]) + (1 if headed and alinea else 2)
        place = min(place, len(listed) + 1)
        kept = self.trial.keep()
        for host in self._hosts(node):
            numbers = [str(place + more) for more in range(len(group))]
            together = self._insertion(host, group, numbers)
            if self.trial.carry(together):
                return [together]
            wishes = [self._insertion(host, [unit], [number]) for unit, number in zip(group, numbers, strict=True)]
            if len(group) > 1 and all(self.trial.carry(wish) for wish in wishes):
                return wishes
            kept.restore()
        return None


def _fate(pair: Pair) -> str:
    """Return what becomes of a unit: it stays, goes or comes with its number, or is counted later."""
    old, new = pair
    if old is not None and new is not None:
        if old.repealed and not new.repealed and new.number:
            return f"comes {new.kind}"
        if new.repealed and not old.repealed and old.number:
            return f"goes {old.kind}"
        return "stays"
    if old is not None:
        return f"goes {old.kind}" if old.number and not old.repealed else "later"
    return f"comes {new.kind}" if new is not None and new.number and not new.repealed else "later"


def _runs(units: Sequence[Unit], came: Sequence[Unit]) -> list[list[Unit]]:
    """Return what came in runs of neighbours of one kind."""
    places = {unit.eid: at for at, unit in enumerate(units)}
    runs: list[list[Unit]] = []
    for unit in came:
        last = runs[-1][-1] if runs else None
        if last is not None and places[unit.eid] == places[last.eid] + 1 and unit.kind is last.kind:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs
