"""Nested lists: which place a clause is about when it leaves unsaid what was said above it."""

from __future__ import annotations

from attrs import define, evolve, field

from aigaq.law.drafting.chain import RANK
from aigaq.law.drafting.clause import Level
from aigaq.law.drafting.grammar import Edit, Reading
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
        members: Kinds of what its members were about so far; None for words, which have no kind.
    """

    level: Level
    targets: tuple[Target, ...]
    members: set[Kind | None] = field(factory=set)


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

    def within(self, kind: Kind | None) -> tuple[Target, ...] | None:
        """Return what stands above a clause about a unit of this kind; lists that it cannot stand in are closed.

        A unit of the rank of the innermost list, or of a higher one, belongs to a list further out. None when it is
        not certain to which: a part after other members of a list about a subpoint may be a part of the subpoint, or
        of what holds it; a point that no open list can hold has a place that nobody named.
        """
        keep = len(self.stack)
        while keep and kind is not None and not _holds(self.stack[keep - 1], kind):
            if kind is Kind.ALINEA and _innermost(self.stack[keep - 1]) is Kind.SUBPOINT:
                return None
            keep -= 1
        if self.stack and not keep and kind is not None and RANK[kind] > RANK[Kind.ARTICLE]:
            return None
        del self.stack[keep:]
        if not self.stack:
            return NOWHERE
        self.stack[-1].members.add(kind)
        return self.stack[-1].targets


def _innermost(top: Open) -> Kind | None:
    """Return the innermost kind that a list is about; None when it is about the law, its title or its contents."""
    kinds = [step.kind for target in top.targets for step in target.steps[-1:]]
    return max(kinds, key=RANK.__getitem__, default=None)


def _holds(top: Open, kind: Kind) -> bool:
    innermost = _innermost(top)
    if innermost is None or RANK[kind] > RANK[innermost]:
        return True
    within_subpoint = kind is Kind.ALINEA and innermost is Kind.SUBPOINT
    return within_subpoint and (not top.members or Kind.ALINEA in top.members)


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
    if _bare(inner):
        return (
            evolve(inner, steps=outer.steps)
            if outer.steps[-1:] and outer.steps[-1].kind is inner.steps[0].kind
            else inner
        )
    first = inner.steps[0].kind if not _hangs(inner) else Kind.POINT
    held = tuple(step for step in outer.steps if RANK[step.kind] < RANK[first])
    if first is Kind.ALINEA and outer.steps and outer.steps[-1].kind is Kind.SUBPOINT:
        held = outer.steps
    contents = outer.place is Place.CONTENTS and inner.place in (Place.WHOLE, Place.HEADING)
    return Target((*held, *inner.steps), outer.place if contents else inner.place, inner.sentence)


def _hangs(target: Target) -> bool:
    """Tell whether a target is a note, which hangs on its article."""
    return target.place is Place.NOTE and len(target.steps) == 1


def _bare(target: Target) -> bool:
    """Tell whether a target is the unit of its list («в заголовке статьи …»), named without its number."""
    return (
        len(target.steps) == 1
        and not target.steps[0].number
        and target.place is not Place.NOTE
        and target.steps[0].kind not in (Kind.PREAMBLE, Kind.APPENDIX)
    )


def outermost(targets: tuple[Target, ...], unit: Kind | None) -> Kind | None:
    """Return the kind by which a clause finds its context: what it names, else what it inserts."""
    named = [target for target in targets if target.steps and not _bare(target)]
    kinds = [Kind.POINT if _hangs(target) else target.steps[0].kind for target in named]
    return min(kinds, key=RANK.__getitem__) if kinds else unit


def named_by(edit: Edit, reading: Reading) -> tuple[Target, ...]:
    """Return what a clause names as the place of one of its edits.

    «в подпункте 1) слова … заменить и дополнить подпунктом 2)»: the new unit goes where subpoint 1) stands.

    Args:
        edit: The edit.
        reading: The clause.
    """
    targets = edit.targets or reading.targets
    if reading.targets and any(target.place is Place.NOTE and len(target.steps) == 1 for target in edit.targets):
        return complete(reading.targets, edit.targets)
    if edit.unit is None or edit.unit not in RANK or any(target.place is Place.CONTENTS for target in targets):
        return targets
    return tuple(dict.fromkeys(_around(target, edit.unit) for target in targets))


def _around(target: Target, unit: Kind) -> Target:
    """Return what holds a new unit, given the unit that was named before it."""
    steps = target.steps
    while steps and target.place is Place.WHOLE and _beside(steps[-1].kind, unit):
        steps = steps[:-1]
    return target if steps == target.steps else evolve(target, steps=steps)


def _beside(last: Kind, unit: Kind) -> bool:
    """Tell whether a new unit stands beside, not in, a unit of another kind; a subpoint has parts of its own."""
    return RANK[last] >= RANK[unit] and not (last is Kind.SUBPOINT and unit is Kind.ALINEA)
