"""What of an instruction can be held against one in another language: everything but its words."""

from __future__ import annotations

import re
from functools import cached_property

from attrs import define

from aigaq.law.drafting.instruction import Instruction, Op, Quotation
from aigaq.law.pair.aim import Aim, aims, excepted, numbers_of
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.unit import Kind, Tree, Unit
from aigaq.values import Language

WORDS = frozenset({Op.REPLACE_WORDS, Op.INSERT_WORDS, Op.DELETE_WORDS, Op.REPLACE_THROUGHOUT})
"""Edits of words, which the two grammars may do in different ways."""

_UNITS = frozenset({Op.INSERT_UNIT, Op.APPEND_UNIT})
_ADDRESS = re.compile(r"\d+(?:-\d+)*")
_DIGITS = re.compile(r"\d+")

Key = tuple[str, tuple[Aim, ...], tuple[Aim, ...], Kind | None, tuple[str, ...]]


@define(eq=False)
class Feature:
    """One instruction, without its words.

    Args:
        instruction: The instruction.
        language: Language of its act.
    """

    instruction: Instruction
    language: Language

    @cached_property
    def work(self) -> str:
        """What it does, edits of words being one kind, insertions another."""
        op = self.instruction.op
        return "words" if op in WORDS else "units" if op in _UNITS else op.value

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """Where it is aimed."""
        return aims(self.instruction)

    @cached_property
    def key(self) -> Key:
        """What is equal in two languages for one and the same edit."""
        instruction = self.instruction
        return self.work, self.aims, excepted(instruction), instruction.unit, self.numbers

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Numbers of the units that it puts in."""
        return numbers_of(self.instruction)

    @cached_property
    def address(self) -> tuple[str, ...]:
        """Numbers of its place in the act."""
        return tuple(_ADDRESS.findall(self.instruction.address))

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """Figures in what it quotes, which no language changes."""
        return tuple(sorted(_DIGITS.findall(" ".join(quotation.text for quotation in self.instruction.quoted))))

    @cached_property
    def outline(self) -> tuple[str, ...]:
        """Numbers of the units that it quotes, each with the numbers it stands under."""
        return tuple(found for tree in self._trees for found in _numbered(tree.root, ""))

    @cached_property
    def paragraphs(self) -> int:
        """How many paragraphs it quotes."""
        return sum(1 for tree in self._trees for unit in tree.units if unit.text or unit.number)

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        if self.work == "words":
            return ()
        return tuple(parse_fragment(quotation.text, self.language) for quotation in self._quoted)

    @property
    def _quoted(self) -> tuple[Quotation, ...]:
        return tuple(quotation for quotation in self.instruction.quoted if quotation.text.strip())


def _numbered(unit: Unit, above: str) -> list[str]:
    """Return the numbered units in a unit; parts and indents between them are not counted."""
    found = []
    for child in unit.children:
        own = f"{above}/{child.kind.value} {child.number}" if child.number else above
        found += [own] if child.number else []
        found += _numbered(child, own)
    return found
