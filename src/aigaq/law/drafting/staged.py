"""Staged entry into force: which rule holds for which instruction of the act."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from aigaq.law.drafting.instruction import Entry, Force, Instruction, Step, Target
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import Kind

Exceptions = tuple[tuple[Target, ...], Force]
"""Places of the act, and the rule that holds for them."""

MOST = 1_000
"""An act names no more places with rules of their own than this."""


@frozen
class Position:
    """Where an instruction stands in the act.

    Args:
        marks: Number of each numbered level: article, point, subpoint.
        first: Place of its first paragraph in the innermost numbered unit, from 1.
        last: Place of its last paragraph.
        words: Place of the first paragraph that it quotes; ``first`` when it quotes within its own paragraph.
    """

    marks: tuple[tuple[Kind, str], ...]
    first: int
    last: int
    words: int = 0


def staged(
    found: Sequence[tuple[Instruction, Position]], *, force: Force, exceptions: Sequence[Exceptions]
) -> tuple[Instruction, ...]:
    """Return the instructions, each with the rule that holds for it: its own, else that of the act.

    A rule about only some of the paragraphs that an instruction quotes leaves it without a rule that is certain.

    Args:
        found: The instructions, each with its position.
        force: The rule of the act.
        exceptions: The rules for places of the act.
    """
    rules = _Rules(exceptions)
    return tuple(evolve(instruction, force=rules.hold(position, force)) for instruction, position in found)


def unplaced(found: Sequence[tuple[Instruction, Position]], exceptions: Sequence[Exceptions]) -> list[Exceptions]:
    """Return the exceptions that name a place where no instruction stands."""
    rules = _Rules(exceptions)
    named = {number for _, position in found for number, _ in rules.about(position)}
    return [exception for number, exception in enumerate(exceptions) if number not in named]


class _Rules:
    """The rules for places, found by the number of the point that they name."""

    def __init__(self, exceptions: Sequence[Exceptions]) -> None:
        self.exceptions = exceptions
        self.by_point: dict[str, list[tuple[int, Target]]] = {}
        for number, (targets, _) in enumerate(exceptions):
            for target in targets:
                self.by_point.setdefault(_point(target), []).append((number, target))

    def about(self, position: Position) -> list[tuple[int, Target]]:
        """Return the places named that hold an instruction, or some of its paragraphs, each with its rule."""
        point = dict(position.marks).get(Kind.POINT, "")
        near = self.by_point.get(point, []) + (self.by_point.get("", []) if point else [])
        return sorted((one for one in near if _named(one[1], position)), key=lambda one: one[0])

    def hold(self, position: Position, force: Force) -> Force:
        """Return the rule for an instruction."""
        places: dict[int, list[Target]] = {}
        for number, target in self.about(position):
            places.setdefault(number, []).append(target)
        for number, targets in places.items():
            rule = self.exceptions[number][1]
            force = _over(rule, force) if _whole(targets, position) else Force(words=rule.words)
        return force


def _point(target: Target) -> str:
    """Return the number by which a place is found; "" when it names no point, or a range of them."""
    return next((step.number for step in target.steps if step.kind is Kind.POINT and not step.through), "")


def _over(rule: Force, force: Force) -> Force:
    """Return a rule over another one; one that only says how long, or since when, leaves the entry as it is."""
    if rule.entry is Entry.UNKNOWN and (rule.until or rule.since):
        return evolve(force, until=rule.until or force.until, since=rule.since or force.since)
    return rule


def _whole(targets: Sequence[Target], position: Position) -> bool:
    """Tell whether places name everything that an instruction puts into the law, not only some paragraphs of it."""
    spans = [_span(step) for target in targets for step in target.steps if step.kind is Kind.INDENT]
    if len(spans) < len(targets):
        return True
    needed = set(range(max(position.words, position.first), position.last + 1))
    for first, last in spans:
        needed -= set(range(first, min(last, position.last) + 1))
    return not needed


def _span(step: Step) -> tuple[int, int]:
    """Return the paragraphs that a step names; none when it does not count them."""
    last = step.through or step.number
    return (int(step.number), int(last)) if step.number.isdigit() and last.isdigit() else (1, 0)


def _named(target: Target, position: Position) -> bool:
    """Tell whether a place of the act, as its last article names it, holds an instruction or a part of it."""
    marks = dict(position.marks)
    for step in target.steps:
        if step.kind is Kind.INDENT:
            first, last = _span(step)
            if not (first <= position.last and position.first <= last):
                return False
        elif not _covers(step, marks.get(step.kind, "")):
            return False
    return bool(target.steps)


def _covers(step: Step, number: str) -> bool:
    if not step.through:
        return step.number == number
    return bool(number) and order(step.number) <= order(number) <= order(step.through)
