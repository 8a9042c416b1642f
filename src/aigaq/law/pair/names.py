"""How findings name instructions, places and what is in one language only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aigaq.law.drafting.instruction import Instruction, Step, Target
from aigaq.law.pair.feature import Feature
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.eid import fragment
from aigaq.law.structure.label import label_of
from aigaq.law.structure.unit import Kind, Tree
from aigaq.values import Language

_SHOWN = 5
"""So many names stand in a sentence; what is more is an ellipsis."""


def where(instruction: Instruction) -> str:
    """Return how an instruction is named: its address, else its place among the instructions."""
    return instruction.address or f"№ {instruction.index + 1}"


def aimed_at(feature: Feature) -> str:
    """Return how a lawyer names what an instruction is about, in the language of its act."""
    return listed([_label(target, feature.language) for target in feature.instruction.targets])


def listed(names: Sequence[str]) -> str:
    """Return names in a row, a long row cut."""
    some = list(dict.fromkeys(names))
    return ", ".join(some[:_SHOWN]) + (", …" if len(some) > _SHOWN else "")


def _label(target: Target, language: Language) -> str:
    eid = "__".join(_step(step) for at, step in enumerate(target.steps) if not (at and _silent(step)))
    return label_of(_nothing(language), eid)


def _step(step: Step) -> str:
    number = f"{step.number}–{step.through}" if step.through else step.number
    return fragment(step.kind, number, ordinal=1)


def _silent(step: Step) -> bool:
    return step.kind is Kind.ALINEA and step.number == "1" and not step.through


@cache
def _nothing(language: Language) -> Tree:
    """Return a law without units: names of units need the language of one."""
    return parse_fragment("", language)
