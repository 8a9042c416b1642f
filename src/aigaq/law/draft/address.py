"""The name of a unit as an act gives it: the shortest one that names it and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from aigaq.law.amend.find import indents_of, parts_of
from aigaq.law.amend.node import Node
from aigaq.law.amend.spot import Spot
from aigaq.law.draft.trial import Trial
from aigaq.law.drafting.instruction import Step
from aigaq.law.structure.unit import HEADED, Kind

_INDENTS = (Kind.INDENT, Kind.QUOTED)


def address(trial: Trial, node: Node) -> tuple[Step, ...] | None:
    """Return the steps that name a unit; None where none do with certainty."""
    return next((steps for steps in addresses(node) if trial.names(steps) == [node]), None)


def addresses(node: Node) -> Iterator[tuple[Step, ...]]:
    """Yield names of a unit, the shortest first."""
    path = [node, *node.above]
    path = [step for step in reversed(path) if step.kind is not Kind.LAW]
    choices: list[list[tuple[Step, ...]]] = []
    for at, step in enumerate(path):
        found = list(_steps(step, inner=at < len(path) - 1))
        if not found:
            return
        choices.append(found)
    for chosen in sorted(product(*choices), key=lambda steps: sum(map(len, steps))):
        yield tuple(step for steps in chosen for step in steps)


def _steps(node: Node, *, inner: bool) -> Iterator[tuple[Step, ...]]:
    """Yield the ways to name a unit in what it stands in; a part is named only where it must be."""
    host = node.parent
    if node.kind in HEADED or node.kind is Kind.PREAMBLE or host is None:
        yield (Step(node.kind, node.number),)
    elif node.kind is Kind.POINT:
        yield (Step(Kind.POINT, node.number),)
    elif node.kind is Kind.SUBPOINT:
        yield (Step(Kind.SUBPOINT, node.number),)
        if host.kind not in (*HEADED, Kind.ALINEA, Kind.LAW):
            yield (Step(Kind.ALINEA, "1"), Step(Kind.SUBPOINT, node.number))
    elif node.kind is Kind.ALINEA:
        if inner and any(child.kind is Kind.SUBPOINT for child in node.children):
            yield ()
        yield from ((Step(Kind.ALINEA, str(at)),) for at in _place(node, parts_of(Spot(host))))
    elif node.kind in _INDENTS:
        parted = host.kind not in HEADED and any(child.kind is Kind.ALINEA for child in host.children)
        first = (Step(Kind.ALINEA, "1"),) if parted else ()
        yield from ((*first, Step(Kind.INDENT, str(at))) for at in _place(node, indents_of(Spot(host))))


def _place(node: Node, listed: list[Spot]) -> Iterator[int]:
    yield from (at for at, spot in enumerate(listed, 1) if spot.node is node)
