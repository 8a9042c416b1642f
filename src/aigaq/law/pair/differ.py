"""What two instructions that are one edit do not say alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aigaq.law.drafting.instruction import Entry, Force, Op
from aigaq.law.pair.feature import Feature
from aigaq.law.pair.forms import distinct
from aigaq.law.pair.names import aimed_at, listed, where
from aigaq.law.pair.pairing import Code, Finding, Grade
from aigaq.values import Message


def differ(one: Feature, other: Feature) -> Iterator[Finding]:
    """Yield what two instructions that are one edit do not say alike, their entry into force left out."""
    if Op.OTHER_LANGUAGE in (one.instruction.op, other.instruction.op):
        said = Message("{one} and {other}: the text in one language is meant to stay as it is", **_both(one, other))
        yield _found(Code.DELIBERATE, Grade.REMARK, one, other, said)
        return
    if one.work != other.work:
        said = Message("{one} and {other} do different things to {here}", **_both(one, other), here=aimed_at(one))
        yield _found(Code.OPERATION, Grade.CONTRADICTION, one, other, said)
        return
    yield from _aims(one, other)
    yield from _inserted(one, other)
    yield from _edited(one, other)
    yield from _quoted(one, other)


def _aims(one: Feature, other: Feature) -> Iterator[Finding]:
    if one.key[1:3] == other.key[1:3]:
        return
    here, there = aimed_at(one), aimed_at(other)
    if _unit(one) == _unit(other):
        said = Message("{one} and {other} mean different parts of {here}", **_both(one, other), here=here)
    else:
        said = Message("{one} is about {here}, {other} about {there}", **_both(one, other), here=here, there=there)
    yield _found(Code.AIMED, Grade.CONTRADICTION, one, other, said)


def _unit(feature: Feature) -> list[object]:
    return [aim.steps for aim in feature.aims]


def _inserted(one: Feature, other: Feature) -> Iterator[Finding]:
    ours, theirs = one.instruction, other.instruction
    if ours.unit is not theirs.unit:
        said = Message("{one} and {other} put in units of different kinds", **_both(one, other))
        yield _found(Code.NUMBER, Grade.CONTRADICTION, one, other, said)
    elif one.numbers and other.numbers and one.numbers != other.numbers:
        here, there = listed(one.numbers), listed(other.numbers)
        said = Message(
            "{one} puts in number {here}, {other} number {there}", **_both(one, other), here=here, there=there
        )
        yield _found(Code.NUMBER, Grade.CONTRADICTION, one, other, said)


def _edited(one: Feature, other: Feature) -> Iterator[Finding]:
    """Yield how edits of words differ: the two grammars may do one and the same in different ways."""
    ours, theirs = one.instruction, other.instruction
    if one.work != "words":
        return
    if ours.every is not theirs.every:
        said = Message("only one of {one} and {other} means every place where the words stand", **_both(one, other))
        yield _found(Code.OPERATION, Grade.REMARK, one, other, said)
    elif ours.op is not theirs.op:
        said = Message("{one} and {other} change the words in different ways", **_both(one, other))
        yield _found(Code.OPERATION, Grade.REMARK, one, other, said)
    n, m = distinct(ours.find, one.language), distinct(theirs.find, other.language)
    if n and m and n != m:
        said = Message("{one} lists {n} different words, {other} {m}", **_both(one, other), n=n, m=m)
        free = ours.op is not theirs.op or any(edit.every or edit.forms for edit in (ours, theirs))
        yield _found(Code.COUNT, Grade.REMARK if free else Grade.CONTRADICTION, one, other, said)


def _quoted(one: Feature, other: Feature) -> Iterator[Finding]:
    """Yield how the quoted units differ: their numbers, or how many paragraphs there are."""
    if not (one.paragraphs and other.paragraphs):
        return
    if one.outline != other.outline:
        alone = _alone(one.outline, other.outline) or _alone(other.outline, one.outline)
        said = Message(
            "{one} and {other} quote units of different numbers: {numbers}", **_both(one, other), numbers=listed(alone)
        )
        if _renamed(one, other):
            return
        yield _found(Code.STRUCTURE, Grade.CONTRADICTION, one, other, said)
    elif one.paragraphs != other.paragraphs:
        counts = {"n": one.paragraphs, "m": other.paragraphs}
        said = Message("{one} quotes {n} paragraphs, {other} {m}", **_both(one, other), **counts)
        yield _found(Code.PARAGRAPHS, Grade.REMARK, one, other, said)


def _alone(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return the numbers that stand in one outline only; where none does, those that stand in another order."""
    left = Counter(ours) - Counter(theirs)
    found = [line for line in ours if line in left] or [
        line for line, twin in zip(ours, theirs, strict=False) if line != twin
    ]
    return [line.rsplit(" ", 1)[-1] for line in found]


def _renamed(one: Feature, other: Feature) -> bool:
    """Tell whether a finding on the aim, or on the numbers put in, says already that the outermost units differ."""
    same_inside = [_below(line) for line in one.outline] == [_below(line) for line in other.outline]
    return same_inside and (one.aims != other.aims or one.numbers != other.numbers)


def _below(line: str) -> str:
    return line.split("/", 2)[2] if line.count("/") > 1 else ""


def times(one: Feature, other: Feature, *, own: bool) -> Iterator[Finding]:
    """Yield that two instructions that are one edit are in force at different times.

    Args:
        one: The instruction of the one act.
        other: That of the other.
        own: True when one of them has a rule of its own; what the acts say for all the rest is told once.
    """
    ours, theirs = one.instruction, other.instruction
    if Op.OTHER_LANGUAGE in (ours.op, theirs.op):
        return
    unlike = own and time_of(ours.force) != time_of(theirs.force)
    if unlike and Entry.UNKNOWN in (ours.force.entry, theirs.force.entry):
        said = Message("of {one} and {other}, only one says when it enters into force", **_both(one, other))
        yield _found(Code.FORCE, Grade.REMARK, one, other, said)
    elif unlike or ours.until != theirs.until:
        said = Message("{one} and {other} are in force at different times", **_both(one, other))
        yield _found(Code.FORCE, Grade.CONTRADICTION, one, other, said)


def time_of(force: Force) -> tuple[object, ...]:
    """Return what a rule on entry into force says, its words left out."""
    return force.entry, force.date, force.after, force.until


def _both(one: Feature, other: Feature) -> dict[str, str]:
    return {"one": where(one.instruction), "other": where(other.instruction)}


def _found(code: Code, grade: Grade, one: Feature, other: Feature, said: Message) -> Finding:
    return Finding(code, grade, (one.instruction.index,), (other.instruction.index,), said)
