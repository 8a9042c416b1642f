"""Faults planted in one of two acts, each with what must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from attrs import evolve

from aigaq.law.drafting.instruction import Act, Entry, Force, Instruction, Op, Quotation, Step, Target
from aigaq.law.pair import Code, Pairing
from aigaq.law.structure.unit import Kind

Found = tuple[Code, tuple[int, ...], tuple[int, ...]]
"""Code of a finding with the instructions of both acts that it is about."""

Plant = Callable[[Act, int, Random], tuple[Act, set[Found]] | None]
"""Puts a fault into instruction number ``at``; None where that instruction cannot have it."""


def told(pairing: Pairing) -> set[Found]:
    return {(finding.code, finding.one, finding.other) for finding in pairing.findings}


def numbered(act: Act, instructions: Sequence[Instruction]) -> Act:
    return evolve(act, instructions=tuple(evolve(found, index=at) for at, found in enumerate(instructions)))


def with_one(act: Act, at: int, **changes: object) -> Act:
    made = list(act.instructions)
    made[at] = evolve(made[at], **changes)  # type: ignore[arg-type]
    return evolve(act, instructions=tuple(made))


def remove(act: Act, at: int, random: Random) -> tuple[Act, set[Found]]:
    left = [found for found in act.instructions if found.index != at]
    return numbered(act, left), {(Code.ONE_LANGUAGE, (at,), ())}


def retarget(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    targets = act.instructions[at].targets
    if not targets or not targets[0].steps or not targets[0].steps[-1].number.isdigit():
        return None
    step = random.randrange(len(targets[0].steps))
    number = str(int(targets[0].steps[step].number.split("-")[0]) + random.randrange(200, 300))
    moved = tuple(
        _moved(target, step, number if at == 0 else f"{number}-{place}") for place, target in enumerate(targets)
    )
    return with_one(act, at, targets=moved), {(Code.AIMED, (at,), (at,))}


def _moved(target: Target, at: int, number: str) -> Target:
    steps = list(target.steps)
    steps[at] = Step(steps[at].kind, number)
    return evolve(target, steps=tuple(steps))


def renumber(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    found = act.instructions[at]
    if not found.numbers or found.unit in (None, Kind.ALINEA, Kind.INDENT):
        return None
    number = f"{random.randrange(300, 400)}"
    quoted = tuple(evolve(one, text=one.text.replace(found.numbers[0], number, 1)) for one in found.quoted)
    return with_one(act, at, numbers=(number,), quoted=quoted), {(Code.NUMBER, (at,), (at,))}


def other_work(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    found = act.instructions[at]
    if found.op is Op.OTHER_LANGUAGE:
        return None
    op = Op.RESTATE if found.op is Op.REPEAL else Op.REPEAL
    return with_one(act, at, op=op), {(Code.OPERATION, (at,), (at,))}


def shorten(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    found = act.instructions[at]
    if found.op is not Op.REPLACE_WORDS or found.every:
        return None
    return with_one(act, at, find=(*found.find, "qwerty"), put=(*found.put, "asdf")), {(Code.COUNT, (at,), (at,))}


def postpone(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    if act.force.entry is Entry.UNKNOWN:
        return None
    return with_one(act, at, force=Force(Entry.CALENDAR_DAYS, after=777)), {(Code.FORCE, (at,), (at,))}


def lose_unit(act: Act, at: int, random: Random) -> tuple[Act, set[Found]] | None:
    found = act.instructions[at]
    if found.op is not Op.RESTATE or len(found.quoted) != 1:
        return None
    lines = found.quoted[0].text.split("\n")
    inner = [place for place, line in enumerate(lines) if place and line[:1].isdigit() and line[1:2] in ").-0123456789"]
    if not inner:
        return None
    del lines[random.choice(inner)]
    quoted = (Quotation("\n".join(lines), found.quoted[0].start, found.quoted[0].end),)
    return with_one(act, at, quoted=quoted), {(Code.STRUCTURE, (at,), (at,))}


PLANTS: dict[str, Plant] = {
    "remove": remove,
    "retarget": retarget,
    "renumber": renumber,
    "other work": other_work,
    "shorten": shorten,
    "postpone": postpone,
    "lose a unit": lose_unit,
}
