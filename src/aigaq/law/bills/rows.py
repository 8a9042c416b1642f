"""Which instruction makes which row of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from aigaq.law.amend.outcome import Amended, Status
from aigaq.law.bills.cumulative import Cumulative, Maker
from aigaq.law.compare.change import Change, ChangeKind, Comparison
from aigaq.law.drafting.instruction import Op
from aigaq.law.structure.unit import Tree

_TAKING = (Op.REPEAL, Op.RESTATE, Op.SUSPEND)
"""What takes units out of a law; the rest only edits words in them, or puts units in."""


def rows_by(done: Amended | Cumulative, comparison: Comparison) -> tuple[tuple[Maker, ...], ...]:
    """Return for each change which bills and instructions make it, in their order.

    A row may be made by several. A row that none makes must not exist: its tuple is empty, and whoever writes the table
    must refuse it.

    Args:
        done: What one bill did (bill 0), or several.
        comparison: The law in force held against the law after them.
    """
    steps = done.steps if isinstance(done, Cumulative) else (done,)
    came = done.came if isinstance(done, Cumulative) else ()
    touched = (
        done.touched
        if isinstance(done, Cumulative)
        else {eid: tuple((0, index) for index in by) for eid, by in done.touched.items()}
    )
    makers = _Makers(comparison.new, steps, came, touched)
    return tuple(makers.of(change) for change in comparison.changes)


@define(eq=False)
class _Makers:
    """What each step changed, and what it took out."""

    new: Tree
    steps: Sequence[Amended]
    came: Sequence[Mapping[str, str]]
    touched: Mapping[str, tuple[Maker, ...]]
    _gone: dict[str, set[Maker]] = field(factory=dict)
    _names: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._names.update((old, new) for new, old in (self.came[-1] if self.came else {}).items())
        if not self.steps:
            return
        law = self.steps[0].old
        for at, step in enumerate(self.steps):
            names = self.came[at] if self.came else {unit.eid: unit.eid for unit in law.units}
            for outcome in step.outcomes:
                if outcome.status is not Status.APPLIED or outcome.instruction.op not in _TAKING:
                    continue
                for piece in outcome.pieces:
                    unit = law.by_eid.get(names.get(piece.eid, "")) if piece.eid else None
                    for part in unit.walk() if unit else ():
                        self._gone.setdefault(part.eid, set()).add((at, outcome.instruction.index))

    def of(self, change: Change) -> tuple[Maker, ...]:
        """Return who makes a change."""
        found = {maker for eid in change.new_eids for maker in self._in(eid, change.kind)}
        for maker in (maker for eid in change.old_eids for maker in self._gone.get(eid, ())):
            if not found or change.kind is not ChangeKind.REWORDED or self._repeals(maker):
                found.add(maker)
        if not found and not change.new_eids:
            found = {maker for eid in change.old_eids for maker in self._above(eid)}
        return tuple(sorted(found))

    def _repeals(self, maker: Maker) -> bool:
        return self.steps[maker[0]].act.instructions[maker[1]].op is Op.REPEAL

    def _in(self, eid: str, kind: ChangeKind) -> Iterator[Maker]:
        """Yield who changed a unit; with everything in it where the row quotes all of it."""
        unit = self.new.by_eid.get(eid)
        if unit is None or kind is ChangeKind.REWORDED:
            yield from self.touched.get(eid, ())
            return
        for part in unit.walk():
            yield from self.touched.get(part.eid, ())

    def _above(self, eid: str) -> Iterator[Maker]:
        """Yield who changed what a unit stood in, for one that left no trace."""
        if not self.steps or eid not in self.steps[0].old.by_eid:
            return
        parent = self.steps[0].old.by_eid[eid].parent
        yield from self.touched.get(self._names.get(parent, parent), ())
