"""Staged entry into force: which rule holds for which instruction of the act."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from aigaq.law.drafting.instruction import Force, Instruction, Step, Target
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import Kind

Exceptions = tuple[tuple[Target, ...], Force]
"""Places of the act, and the rule that holds for them."""


@frozen
class Position:
    """Where an instruction stands in the act.

    Args:
        marks: Number of each numbered level: article, point, subpoint.
        first: Place of its first paragraph in the innermost numbered unit, from 1.
        last: Place of its last paragraph.
    """

    marks: tuple[tuple[Kind, str], ...]
    first: int
    last: int


def staged(
    found: Sequence[tuple[Instruction, Position]], force: Force, exceptions: Sequence[Exceptions]
) -> tuple[Instruction, ...]:
    """Return the instructions, each with the rule that holds for it: its own, else that of the act."""
    result = []
    for instruction, position in found:
        rules = [rule for targets, rule in exceptions if any(_named(target, position) for target in targets)]
        result.append(evolve(instruction, force=rules[-1] if rules else force))
    return tuple(result)


def unplaced(found: Sequence[tuple[Instruction, Position]], exceptions: Sequence[Exceptions]) -> list[Exceptions]:
    """Return the exceptions that name a place where no instruction stands."""
    positions = [position for _, position in found]
    return [
        (targets, rule)
        for targets, rule in exceptions
        if not any(_named(target, position) for target in targets for position in positions)
    ]


def _named(target: Target, position: Position) -> bool:
    """Tell whether a place of the act, as its last article names it, holds an instruction."""
    marks = dict(position.marks)
    for step in target.steps:
        if step.kind is Kind.INDENT:
            last = int(step.through or step.number) if (step.through or step.number).isdigit() else 0
            if not (step.number.isdigit() and int(step.number) <= position.last and position.first <= last):
                return False
        elif not _covers(step, marks.get(step.kind, "")):
            return False
    return bool(target.steps)


def _covers(step: Step, number: str) -> bool:
    if not step.through:
        return step.number == number
    return bool(number) and order(step.number) <= order(number) <= order(step.through)
