"""Names of units, as people write them on a command line: «ст. 16 п. 2 пп. 1)», «16-бап 2-тармақ», an eId."""

from __future__ import annotations

import re

from aigaq.errors import UsageError
from aigaq.law.drafting.instruction import Instruction, Step, Target
from aigaq.law.drafting.kazakh.targets import targets as kazakh_targets
from aigaq.law.drafting.russian.targets import targets as russian_targets
from aigaq.law.structure.eid import PREFIX, fragment
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import Kind
from aigaq.text.fold import fold

_KINDS = {prefix: kind for kind, prefix in PREFIX.items()}
_EID = re.compile(r"(?:[a-z]+(?:_\d[\w-]*)?)(?:__[a-z]+_\d[\w-]*)*")
_SHORT = {
    "гл": Kind.CHAPTER, "§": Kind.PARAGRAPH, "ст": Kind.ARTICLE, "п": Kind.POINT, "пп": Kind.SUBPOINT,
    "подп": Kind.SUBPOINT, "ч": Kind.ALINEA, "абз": Kind.INDENT, "разд": Kind.SECTION, "прил": Kind.APPENDIX,
}  # fmt: skip
_LONG = {
    "бап": Kind.ARTICLE, "тармақ": Kind.POINT, "тармақша": Kind.SUBPOINT, "бөлік": Kind.ALINEA, "абзац": Kind.INDENT,
    "тарау": Kind.CHAPTER, "параграф": Kind.PARAGRAPH, "бөлім": Kind.SECTION, "қосымша": Kind.APPENDIX,
}  # fmt: skip
_RUSSIAN = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_SHORT, key=len, reverse=True))})\.? ?(\d+(?:-\d+)*)\)?(, ?\d[\d-]*\)?|-\d+)*"
)
_KAZAKH = re.compile(
    rf"(?<!\w)(\d+(?:-\d+)*)\)?(, ?\d[\d-]*)*[-) ]+({'|'.join(sorted(_LONG, key=len, reverse=True))})[а-яіғқңөұүһә]*"
)


def read_place(words: str) -> Target:
    """Return the place that words name; units of a list («пп. 2), 4)») are named by what they stand in.

    >>> [(step.kind.value, step.number) for step in read_place("ст. 16 п. 2 пп. 1)").steps]
    [('article', '16'), ('point', '2'), ('subpoint', '1')]
    >>> read_place("art_16__para_2") == read_place("16-бап 2-тармақ") == read_place("пункт 2 статьи 16")
    True

    Raises:
        UsageError: ``place.unknown`` when they name no unit.
    """
    if _EID.fullmatch(words) and words.partition("_")[0] in _KINDS:
        return Target(tuple(_step(step) for step in words.split("__")))
    folded = fold(words)
    for targets in (russian_targets, kazakh_targets):
        found = targets(folded)
        if found and found[1] == len(folded) and len(found[0]) == 1:
            return found[0][0]
    named = [(_SHORT[match[1]], match[2], match[3]) for match in _RUSSIAN.finditer(folded)]
    named = named or [(_LONG[match[3]], match[1], match[2]) for match in _KAZAKH.finditer(folded)]
    steps = [Step(kind, number) for kind, number, more in named if not more]
    if not named:
        raise UsageError(
            "place.unknown",
            "«{words}» names no unit of a law.",
            hint="Write it as «ст. 16 п. 2 пп. 1)», «16-бап 2-тармақ» or art_16__para_2.",
            words=words,
        )
    return Target(tuple(steps))


def _step(step: str) -> Step:
    prefix, _, number = step.partition("_")
    return Step(_KINDS[prefix], number)


def eid_of(target: Target) -> str:
    """Return the identifier of a target by its steps alone, whether or not it stands in a law.

    >>> eid_of(read_place("абзац третий части первой пункта 2 статьи 5"))
    'art_5__para_2__indent_3'
    """
    parts = []
    for at, step in enumerate(target.steps):
        if step.kind is Kind.ALINEA and step.number == "1" and at:
            continue
        parts.append(fragment(step.kind, step.number, ordinal=1))
    return "__".join(parts)


def concerns(instruction: Instruction, place: Target) -> bool:
    """Tell whether an instruction is about a place, about what holds it, or about something in it."""
    return instruction.every or any(_related(target, place) for target in instruction.targets)


def _related(one: Target, other: Target) -> bool:
    """Tell whether one place is, or holds, the other: the numbers of the kinds that both name are equal."""
    ours = {step.kind: step for step in one.steps}
    shared = [(ours[step.kind], step) for step in other.steps if step.kind in ours]
    return bool(shared) and all(_same(step, named) for step, named in shared)


def _same(step: Step, named: Step) -> bool:
    if not step.through:
        return step.number == named.number
    return order(step.number) <= order(named.number) <= order(step.through)
