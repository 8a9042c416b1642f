"""Which paragraph of a unit is which in the new law: by number, else by wording, in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aigaq.law.amend.node import Node
from aigaq.law.structure.unit import Unit
from aigaq.text.align import equal_runs

Pair = tuple[Node | None, Unit | None]
"""A unit and what became of it; None for nothing."""

_ALIKE = 0.4
"""Unnumbered paragraphs that share more of their words than this are one paragraph reworded."""

_MANY = 400
"""So many pairs of paragraphs are compared by their words; beyond them only by their order."""


def align(nodes: Sequence[Node], units: Sequence[Unit]) -> list[Pair] | None:
    """Return the pairs in order; None where a number changes its place, which no instruction can say."""
    ours, theirs = [_name(node) for node in nodes], [_name(unit) for unit in units]
    pairs: list[Pair] = []
    at_old = at_new = 0
    for old_start, old_end, new_start, new_end in [
        *equal_runs(ours, theirs),
        (len(ours), len(ours), len(theirs), len(theirs)),
    ]:
        pairs += _gap(nodes[at_old:old_start], units[at_new:new_start])
        pairs += zip(nodes[old_start:old_end], units[new_start:new_end], strict=True)
        at_old, at_new = old_end, new_end
    alone_old = {_name(node) for node, unit in pairs if unit is None and node is not None and node.number}
    alone_new = {_name(unit) for node, unit in pairs if node is None and unit is not None and unit.number}
    return None if alone_old & alone_new else pairs


def _name(unit: Node | Unit) -> tuple[str, str]:
    return (unit.kind.value, unit.number) if unit.number else ("", unit.key)


def _gap(nodes: Sequence[Node], units: Sequence[Unit]) -> list[Pair]:
    """Pair what stands between two equal paragraphs: unnumbered ones by their words, first come first."""
    pairs: list[Pair] = []
    waiting: list[Node] = []
    to = 0
    for node in nodes:
        found = next((at for at in range(to, len(units)) if _alike(node, units[at], len(nodes) * len(units))), None)
        if found is None:
            waiting.append(node)
            continue
        pairs += [*_unlike(waiting, units[to:found]), (node, units[found])]
        waiting, to = [], found + 1
    return [*pairs, *_unlike(waiting, units[to:])]


def _unlike(nodes: Sequence[Node], units: Sequence[Unit]) -> list[Pair]:
    """Pair paragraphs that share no words: one without a number takes the place of the one that stood there."""
    old = [node for node in nodes if not node.number and not node.repealed]
    new = [unit for unit in units if not unit.number and not unit.repealed]
    if len(old) != len(nodes) or len(new) != len(units):
        return [*((node, None) for node in nodes), *((None, unit) for unit in units)]
    size = min(len(old), len(new))
    return [
        *zip(old, new, strict=False),
        *((node, None) for node in old[size:]),
        *((None, unit) for unit in new[size:]),
    ]


def _alike(node: Node, unit: Unit, size: int) -> bool:
    if node.number or unit.number or size > _MANY or node.repealed or unit.repealed:
        return False
    ours, theirs = Counter(node.key.split()), Counter(unit.key.split())
    return 2 * (ours & theirs).total() >= _ALIKE * (ours.total() + theirs.total())
