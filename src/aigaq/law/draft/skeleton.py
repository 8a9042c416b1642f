"""Headed units as wholes: which of them come, go or have moved, and what is to be restated because of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import define, field

from aigaq.law.amend.node import Node
from aigaq.law.draft.trial import Trial, grown, paragraphs_of
from aigaq.law.draft.wish import Cause, Item, Refusal, Wish
from aigaq.law.draft.wording import quoted
from aigaq.law.drafting.instruction import Op, Step, Target
from aigaq.law.structure.label import label
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit

Path = tuple[tuple[Kind, str], ...]
"""A headed unit by kind and number, from the outermost unit around it to itself."""


def paths(tree: Tree) -> dict[str, Path]:
    """Return the path of every headed unit, by identifier; that of the law is empty."""
    found: dict[str, Path] = {"": ()}
    for unit in tree.units:
        if unit.kind in HEADED:
            found[unit.eid] = (*found[_headed(tree, unit.parent)], (unit.kind, unit.number))
    return found


def _headed(tree: Tree, eid: str) -> str:
    """Return the innermost headed unit that an identifier names or stands in."""
    while eid and tree.by_eid[eid].kind not in HEADED:
        eid = tree.by_eid[eid].parent
    return eid


@define
class Skeleton:
    """The headed units of two laws, paired by their numbers.

    Args:
        old: The law in force.
        new: The new law.
        pairs: Units that stand in both, in the order of the old law.
        items: Edits of whole units.
        refused: What cannot be said.
        restated: Paths of units that are restated with everything in them.
    """

    old: Tree
    new: Tree
    pairs: list[tuple[Unit, Unit]] = field(factory=list)
    items: list[Item] = field(factory=list)
    refused: list[Refusal] = field(factory=list)
    restated: list[Path] = field(factory=list)
    _names: tuple[dict[str, Path], dict[str, Path]] = ({}, {})
    _last: dict[Path, list[Path]] = field(factory=dict)
    _trial: Trial | None = None
    _ours: dict[Path, list[Unit]] = field(factory=dict)
    _theirs: dict[Path, list[Unit]] = field(factory=dict)

    def build(self, restated: Sequence[Path] = ()) -> None:
        """Fill everything from the two laws, some units being restated whole."""
        self._names = (paths(self.old), paths(self.new))
        self._ours, self._theirs = (
            _by_path(tree, names) for tree, names in zip((self.old, self.new), self._names, strict=True)
        )
        self.restated += restated
        self._paired()
        self._restate()
        self._come_and_go()

    def _paired(self) -> None:
        for path, ours in self._ours.items():
            theirs = self._theirs.get(path, [])
            if self._in_restated(path):
                continue
            self.pairs += zip(ours, theirs, strict=False)

    def _in_restated(self, path: Path) -> bool:
        return any(path[: len(top)] == top for top in self.restated)

    def _restate(self) -> None:
        for path in self.restated:
            ours, theirs = self._ours[path][0], self._theirs[path][0]
            steps = self.name(ours)
            text = paragraphs_of([theirs], self.new)
            wish = Wish(Op.RESTATE, (Target(steps or ()),), quoted=text)
            if steps is None:
                self.refuse(theirs, Cause.TWICE)
            else:
                self.items.append(Item(ours.eid, label(self.old, ours), (ours.start,), (wish,)))

    def name(self, unit: Unit) -> tuple[Step, ...] | None:
        """Return the steps that name a headed unit of the old law; None where two bear that name."""
        if not self._last:
            for path in self._names[0].values():
                self._last.setdefault(path[-1:], []).append(path)
        path = self._names[0][unit.eid]
        for size in range(1, len(path) + 1):
            tail = path[-size:]
            if sum(1 for other in self._last[path[-1:]] if _ends(other, tail)) == 1:
                return tuple(Step(kind, number) for kind, number in tail)
        return None

    def refuse(self, unit: Unit, cause: Cause, *, tree: Tree | None = None) -> None:
        """List a headed unit as one that the act cannot make."""
        self.refused.append(Refusal(unit.eid, label(tree or self.new, unit) or unit.kind.value, cause))

    def _come_and_go(self) -> None:
        come = [unit for unit in self._outermost(self._theirs, self._ours, self.new) if not unit.repealed]
        gone = [unit for unit in self._outermost(self._ours, self._theirs, self.old) if not unit.repealed]
        names = self._names[1]
        for _, group in groupby(come, key=lambda unit: (unit.parent, unit.kind)):
            for run in _neighbours(list(group), self.new):
                self._comes(run, names[run[0].eid])
        for unit in gone:
            self._goes(unit)
        for old, new in self.pairs:
            if old.repealed and not new.repealed and new.kind in HEADED:
                self._comes([new], names[new.eid])
            elif new.repealed and not old.repealed and old.kind in HEADED:
                self._goes(old)

    def _outermost(self, here: dict[Path, list[Unit]], there: dict[Path, list[Unit]], tree: Tree) -> list[Unit]:
        """Return units that the other law has not, without those that stand in one of them, in order."""
        found = []
        for path, units in here.items():
            extra = units[len(there.get(path, ())) :]
            if path and extra and not self._in_restated(path) and (path[:-1] in there or not path[:-1]):
                found += extra
        return sorted(found, key=lambda unit: unit.start)

    def _comes(self, units: list[Unit], path: Path) -> None:
        first = units[0]
        cause = self._why_not(units)
        for steps in self._hosts(path) if cause is None else ():
            text = paragraphs_of(units, self.new)
            numbers = tuple(unit.number for unit in units)
            wish = Wish(Op.INSERT_UNIT, (Target(steps),), unit=first.kind, numbers=numbers, quoted=text)
            if self._lands(wish, units, path):
                self.items.append(Item(first.eid, label(self.new, first), self._before(first), (wish,)))
                return
        if len(units) > 1:
            for unit in units:
                self._comes([unit], (*path[:-1], (unit.kind, unit.number)))
        else:
            self.refuse(first, cause or (Cause.APPENDIX if first.kind is Kind.APPENDIX else Cause.NOT_EXACT))

    def _why_not(self, units: Sequence[Unit]) -> Cause | None:
        """Return why headed units cannot be inserted: something in them stands elsewhere, or has no name."""
        if units[0].kind is Kind.PART:
            return Cause.NO_WORD
        if not quoted(paragraphs_of(units, self.new)):
            return Cause.QUOTES
        known = self._last_steps(self._ours, force=True)
        own = {self._names[1][eid][-1] for unit in units for eid in _headed_in(unit)}
        return Cause.MOVED if any(step in known for step in own if step[0] is Kind.ARTICLE) else None

    def _last_steps(self, side: dict[Path, list[Unit]], *, force: bool = False) -> set[tuple[Kind, str]]:
        """Return kind and number of what stands in a law and in nothing that is restated; stubs left out at will."""
        kept = (path for path, units in side.items() if path and not (force and all(unit.repealed for unit in units)))
        return {path[-1] for path in kept if not self._in_restated(path)}

    def _hosts(self, path: Path) -> Iterator[tuple[Step, ...]]:
        """Yield what takes a new unit: the law, else the unit around it."""
        yield ()
        for size in range(1, len(path)):
            yield tuple(Step(kind, number) for kind, number in path[len(path) - 1 - size : -1])

    def _lands(self, wish: Wish, units: Sequence[Unit], path: Path) -> bool:
        """Tell whether an insertion puts headed units where the new law has them."""
        if self._trial is None:
            self._trial = Trial(grown(self.old, self.old.root, bodies=False), self.old.language)
        kept = self._trial.keep()
        if not self._trial.carry(wish):
            return False
        wanted = [found for found in self._theirs if _beside(found, path)]
        made = [found for found in _walk(self._trial.law.root) if _beside(found, path)]
        kept.restore()
        if [found for found in made if found in wanted] != [found for found in wanted if found in made]:
            return False
        return all((*path[:-1], (unit.kind, unit.number)) in made for unit in units)

    def _before(self, unit: Unit) -> tuple[float, ...]:
        """Return the place in the act of what is inserted: behind the unit that stands before it."""
        before = [new for new in self.new.units if new.start < unit.start and new.kind in HEADED]
        for new in reversed(before):
            ours = self._ours.get(self._names[1][new.eid])
            if ours:
                return (ours[0].start, 1, unit.start)
        return (-1, 1, unit.start)

    def _goes(self, unit: Unit) -> None:
        steps = self.name(unit)
        kept = {step for step in self._last_steps(self._theirs) if step[0] is Kind.ARTICLE}
        kept -= {self._names[0][unit.eid][-1]} if self._names[0][unit.eid] in self._theirs else set()
        inside = [eid for eid in _headed_in(unit) if not self.old.by_eid[eid].repealed]
        moved = any(self._names[0][eid][-1] in kept for eid in inside)
        if steps is None or moved or unit.kind is Kind.PART:
            cause = Cause.MOVED if moved else Cause.TWICE if steps is None else Cause.NO_WORD
            self.refuse(unit, cause, tree=self.old)
            return
        wish = Wish(Op.REPEAL, (Target(steps),))
        self.items.append(Item(unit.eid, label(self.old, unit), (unit.start,), (wish,)))


def _by_path(tree: Tree, names: dict[str, Path]) -> dict[Path, list[Unit]]:
    found: dict[Path, list[Unit]] = {}
    for eid, path in names.items():
        found.setdefault(path, []).append(tree.by_eid[eid] if eid else tree.root)
    return found


def _ends(path: Path, tail: Path) -> bool:
    """Tell whether a name finds a path: its last step is the unit, the others stand around it in order."""
    if not path or path[-1] != tail[-1]:
        return False
    around = iter(path[:-1])
    return all(step in around for step in tail[:-1])


def _beside(one: Path, other: Path) -> bool:
    """Tell whether two headed units are of one kind and stand in one unit."""
    return bool(one) and one[:-1] == other[:-1] and one[-1][0] is other[-1][0]


def _headed_in(unit: Unit) -> list[str]:
    return [part.eid for part in unit.walk() if part.kind in HEADED]


def _neighbours(units: list[Unit], tree: Tree) -> list[list[Unit]]:
    """Return units in runs that stand side by side."""
    runs: list[list[Unit]] = []
    for unit in units:
        siblings = [child.eid for child in (tree.by_eid[unit.parent] if unit.parent else tree.root).children]
        last = runs[-1][-1].eid if runs else ""
        if runs and last in siblings and siblings.index(unit.eid) == siblings.index(last) + 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def _walk(node: Node, path: Path = ()) -> Iterator[Path]:
    for child in node.children:
        if child.kind in HEADED:
            inner = (*path, (child.kind, child.number))
            yield inner
            yield from _walk(child, inner)
