"""Where an instruction is aimed, the same for every language and every way to write a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import frozen

from aigaq.law.drafting.instruction import Instruction, Place, Step, Target
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, Kind

Path = tuple[tuple[Kind, str], ...]


@frozen
class Aim:
    """One place, or several that differ in their last number only.

    Args:
        path: Steps to it, outermost first, without the last one.
        kind: Kind of the innermost unit; that of the law where no step is named.
        numbers: Its numbers, runs of them joined (``"2-to-4"``).
        place: What of the unit is meant.
        sentence: Place of the sentence that is meant.
    """

    path: Path
    kind: Kind
    numbers: tuple[str, ...]
    place: Place
    sentence: int

    @property
    def steps(self) -> Path:
        """All steps, the last one with all its numbers."""
        return (*self.path, (self.kind, ", ".join(self.numbers)))

    @property
    def shape(self) -> tuple[Kind, ...]:
        """Kinds of the steps."""
        return tuple(kind for kind, _ in self.steps)


def aims(instruction: Instruction) -> tuple[Aim, ...]:
    """Return where an instruction is aimed; «1), 2) и 3)» and «1)–3)» are the same."""
    return _aims(instruction.targets)


def excepted(instruction: Instruction) -> tuple[Aim, ...]:
    """Return what an instruction leaves out."""
    return _aims(instruction.excepted)


def _aims(targets: Sequence[Target]) -> tuple[Aim, ...]:
    split = sorted(map(_split, targets), key=_rank)
    found = []
    for (path, kind, place, sentence), members in groupby(split, key=lambda one: one[0]):
        numbers = joined(numbers for _, numbers in members)
        found.append(Aim(path, kind, numbers, place, sentence))
    return tuple(found)


_Head = tuple[Path, Kind, Place, int]


def _split(target: Target) -> tuple[_Head, tuple[str, str]]:
    steps = _needed(target.steps)
    if not steps:
        return ((), Kind.LAW, target.place, target.sentence), ("", "")
    last = steps[-1]
    path = tuple((step.kind, _range(step.number, step.through)) for step in steps[:-1])
    return (path, last.kind, target.place, target.sentence), (last.number, last.through or last.number)


def _needed(steps: Sequence[Step]) -> Sequence[Step]:
    """Return the steps without those above an article, whose number runs through the whole law."""
    at = next((at for at, step in enumerate(steps) if step.kind is Kind.ARTICLE), 0)
    outer = steps[:at]
    return steps[at:] if all(step.kind in HEADED and step.kind is not Kind.APPENDIX for step in outer) else steps


def _rank(split: tuple[_Head, tuple[str, str]]) -> tuple[object, ...]:
    (path, kind, place, sentence), (first, last) = split
    return [(step.value, number) for step, number in path], kind.value, place.value, sentence, order(first), first, last


def joined(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return numbers with every run of them as a range.

    >>> joined([("1", "1"), ("2", "3"), ("5-1", "5-1"), ("5-2", "5-2"), ("9", "9")])
    ('1-to-3', '5-1-to-5-2', '9')
    """
    runs: list[list[str]] = []
    for first, last in sorted(pairs, key=lambda pair: (order(pair[0]), *pair)):
        if runs and _next(runs[-1][1], first):
            runs[-1][1] = max(runs[-1][1], last, key=order)
        else:
            runs.append([first, last])
    return tuple(_range(first, last) for first, last in runs)


def _next(last: str, first: str) -> bool:
    """Tell whether one number is, or directly follows, the other, inserted numbers not counted."""
    before, here = order(last), order(first)
    return bool(before) and before[:-1] == here[:-1] and here[-1] in (before[-1], before[-1] + 1)


def _range(first: str, last: str) -> str:
    return f"{first}-to-{last}" if last and last != first else first


def numbers_of(instruction: Instruction) -> tuple[str, ...]:
    """Return the numbers of the units that an instruction puts in, runs joined."""
    parts = (number.partition("-to-") for number in instruction.numbers)
    return joined((first, last or first) for first, _, last in parts)
