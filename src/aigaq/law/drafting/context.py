"""Nested lists: which place a clause is about when it leaves unsaid what was said above it."""

from __future__ import annotations

from attrs import define, field

from aigaq.law.drafting.clause import Level
from aigaq.law.drafting.grammar import RANK
from aigaq.law.drafting.instruction import Place, Target
from aigaq.law.structure.unit import Kind

NOWHERE = (Target(),)
"""The whole law: nothing above says more."""


@define
class Open:
    """A list that is open («в статье 34:»).

    Args:
        level: How the clause that opened it is numbered.
        targets: What it is about.
        child: Rank of what its first member is about; None until one is.
        fresh: True until a clause stands in it.
    """

    level: Level
    targets: tuple[Target, ...]
    child: int | None = None
    fresh: bool = True


@define
class Contexts:
    """The lists that are open, outermost first."""

    stack: list[Open] = field(factory=list)

    def close(self, level: Level) -> None:
        """Close the lists that a clause of this level ends; a plain clause ends none by its level alone."""
        while self.stack and level is not Level.PLAIN and self.stack[-1].level >= level:
            self.stack.pop()

    def clear(self) -> None:
        """Close all lists: another law begins."""
        self.stack.clear()

    def open(self, level: Level, targets: tuple[Target, ...]) -> None:
        """Open a list."""
        self.stack.append(Open(level, targets))

    def within(self, kind: Kind | None) -> tuple[Target, ...]:
        """Return what stands above a clause about a unit of this kind; lists that it cannot stand in are closed.

        Members of one list are about units of one rank, or of lower ones; a unit of a higher rank belongs to a list
        further out.
        """
        while self.stack and kind is not None:
            top = self.stack[-1]
            if _holds(top, kind):
                top.child = RANK[kind] if top.child is None else top.child
                break
            self.stack.pop()
        if not self.stack:
            return NOWHERE
        self.stack[-1].fresh = False
        return self.stack[-1].targets


def _holds(top: Open, kind: Kind) -> bool:
    innermost = max((RANK[step.kind] for target in top.targets for step in target.steps[-1:]), default=-1)
    if top.child is not None:
        return RANK[kind] >= top.child
    return RANK[kind] > innermost or (top.fresh and kind is Kind.ALINEA and innermost == RANK[Kind.SUBPOINT])


def complete(above: tuple[Target, ...], named: tuple[Target, ...]) -> tuple[Target, ...]:
    """Return the targets of a clause with what its context says.

    Args:
        above: What the open list is about.
        named: What the clause itself names; empty when it names nothing.
    """
    return tuple(_joined(outer, inner) for outer in above for inner in named) if named else above


def _joined(outer: Target, inner: Target) -> Target:
    if not inner.steps:
        place = inner.place if inner.place is not Place.WHOLE else outer.place
        return Target(outer.steps, place, inner.sentence or outer.sentence)
    first = inner.steps[0].kind
    held = tuple(step for step in outer.steps if RANK[step.kind] < RANK[first])
    if first is Kind.ALINEA and outer.steps and outer.steps[-1].kind is Kind.SUBPOINT:
        held = outer.steps
    place = (
        outer.place if outer.place is Place.CONTENTS and inner.place in (Place.WHOLE, Place.HEADING) else inner.place
    )
    return Target((*held, *inner.steps), place, inner.sentence)


def outermost(targets: tuple[Target, ...], unit: Kind | None) -> Kind | None:
    """Return the kind by which a clause finds its context: what it names, else what it inserts."""
    kinds = [target.steps[0].kind for target in targets if target.steps]
    return min(kinds, key=RANK.__getitem__) if kinds else unit
