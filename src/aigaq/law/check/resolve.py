"""From names to units: which unit of a law a name means, if the law has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigaq.law.check.names import Name, Step
from aigaq.law.structure.label import number as shown_number
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit

_FIRST = frozenset({Kind.ALINEA, Kind.INDENT})
"""Kinds whose first is the unit itself: its own paragraph."""
_OWN_FIRST = frozenset({Kind.POINT, Kind.SUBPOINT, Kind.ALINEA})
_INDENTS = (Kind.INDENT, Kind.QUOTED)


def resolve(name: Name, tree: Tree) -> tuple[Unit, ...]:
    """Return the units of ``tree`` that a name means; none when it has no such unit."""
    found: list[Unit] = [tree.root]
    for step in name.steps:
        found = [inner for unit in found for inner in _step(unit, step, tree)]
        if not found:
            return ()
    return tuple({unit.eid: unit for unit in found}.values())


def _step(unit: Unit, step: Step, tree: Tree) -> Sequence[Unit]:
    if step.kind is Kind.FRONT:
        return _heading(unit, tree)
    for kinds in _readings(step.kind, tree):
        if step.number == "1" and kinds[0] in _FIRST and unit.kind in _OWN_FIRST:
            return [unit]
        found = _nearest(unit, step, kinds)
        if found:
            return found
    if step.number == "1" and step.kind in _FIRST and unit.kind is not Kind.LAW:
        return [unit]
    return []


def _readings(kind: Kind, tree: Tree) -> Iterator[tuple[Kind, ...]]:
    """Yield what a word may mean: codes call a numbered paragraph a part, and its later paragraphs indents."""
    if kind is Kind.ALINEA:
        both = ((Kind.POINT,), (Kind.ALINEA,)) if tree.numbered_part else ((Kind.ALINEA,), (Kind.POINT,))
        yield from (*both, (Kind.PART,))
    elif kind is Kind.INDENT:
        yield from ((Kind.ALINEA,), _INDENTS) if tree.numbered_part else (_INDENTS,)
    elif kind is Kind.POINT and tree.numbered_part:
        yield from ((Kind.SUBPOINT,), (Kind.POINT,))
    else:
        yield (kind,)


def _nearest(unit: Unit, step: Step, kinds: tuple[Kind, ...]) -> list[Unit]:
    """Return the units of a kind and number nearest to ``unit``, level by level; not inside another article."""
    level = list(unit.children)
    while level:
        found = [child for child in level if child.kind in kinds and _fits(child, step)]
        if found:
            return _ranged(level, found, step, kinds)
        level = [inner for child in level if _open(child, step) for inner in child.children]
    return []


def _open(unit: Unit, step: Step) -> bool:
    """Tell whether the search goes into a unit: an article is not looked into for what it does not name."""
    return unit.kind is not Kind.ARTICLE if step.kind in HEADED else unit.kind not in HEADED


def _fits(unit: Unit, step: Step) -> bool:
    if not step.number:
        return True
    number, _, again = step.number.partition("~")
    if again and not unit.eid.endswith(f"~{again}"):
        return False
    own = shown_number(unit).split(" [")[0]
    return number.casefold() in (own.casefold(), own.replace("–", "-").casefold()) or _in_range(unit, number)


def _in_range(unit: Unit, number: str) -> bool:
    """Tell whether a common stub («9. - 10. Исключены») holds a number."""
    first, dash, last = unit.number.partition("-to-")
    return bool(dash) and order(first) <= order(number) <= order(last)


def _ranged(level: Sequence[Unit], found: list[Unit], step: Step, kinds: tuple[Kind, ...]) -> list[Unit]:
    """Return what a step means: the first that fits, or all from there to the last number of its range."""
    if not step.through:
        return found[:1]
    first, last = order(step.number), order(step.through)
    return [unit for unit in level if unit.kind in kinds and first <= order(shown_number(unit)) <= last]


def _heading(unit: Unit, tree: Tree) -> Sequence[Unit]:
    """Return the unit whose heading is meant: the one named with it, or the front matter of the act."""
    return [unit] if unit is not tree.root else [child for child in unit.children if child.kind is Kind.FRONT]
