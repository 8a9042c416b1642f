"""Instructions applied to units by themselves: a law of which only some units are at hand."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, frozen

from aigaq.law.amend.apply import Application
from aigaq.law.amend.grow import grow
from aigaq.law.amend.outcome import Outcome, Reason, Status
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.drafting.instruction import Act, Instruction, Place, Target
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure.build import parse_fragment
from aigaq.law.structure.unit import HEADED, Kind
from aigaq.values import Language, Message

_LOOSE = (Kind.ALINEA, Kind.INDENT)


@frozen
class Applied:
    """Units after instructions.

    Args:
        text: Their text; as it was when an instruction is unresolved.
        outcomes: What became of each instruction.
    """

    text: str
    outcomes: tuple[Outcome, ...]

    @property
    def applied(self) -> bool:
        """True when every instruction was applied, or had nothing to do in these units."""
        return bool(self.outcomes) and all(
            outcome.status in (Status.APPLIED, Status.NO_EFFECT) for outcome in self.outcomes
        )


def instructions_of(text: str, language: Language | None = None) -> Act:
    """Return one instruction, or a few, as an act that names no law.

    >>> act = instructions_of("в пункте 3 статьи 15 слово «книги» заменить словом «книг»;")
    >>> [found.op.value for found in act.instructions]
    ['replace_words']
    """
    return read_act(Source("instruction", "text/plain", "", text), in_language=language)


def apply_to_units(instruction: Instruction | str, units: str, *, act: Act | None = None) -> Applied:
    """Return units after an instruction, and what became of it.

    The units may be less than the instruction names (a point without its article): steps that they do not show are
    taken as the place they come from. A paragraph without a number that stands alone is the one that is named.

    Args:
        instruction: An instruction of ``act``, or the text of one (or of a few that belong together).
        units: The text of the units.
        act: The act it comes from; needed with an instruction that was read already.

    >>> done = apply_to_units("в пункте 3 статьи 15 слово «книги» заменить словом «книг»;", "3. Нет книги.")
    >>> done.text, done.outcomes[0].status.value
    ('3. Нет книг.', 'applied')
    """
    known = instructions_of(instruction) if isinstance(instruction, str) else act
    if known is None:
        raise TypeError("an instruction that was read already needs its act")
    chosen = known.instructions if isinstance(instruction, str) else (instruction,)
    return apply_all(chosen, units, act=known)


def apply_all(instructions: Sequence[Instruction], units: str, *, act: Act) -> Applied:
    """Return units after several instructions of one act, in their order; all of them, or none."""
    done = apply_each(instructions, units, act=act)
    return done if done.applied else Applied(units, done.outcomes)


def apply_each(instructions: Sequence[Instruction], units: str, *, act: Act, place: Target | None = None) -> Applied:
    """Return units after those of several instructions that can be applied.

    Args:
        instructions: The instructions, in their order.
        units: The text of the units.
        act: The act they come from.
        place: The place that the units come from, if it is known: an instruction about it is about all of them.
    """
    application = Fragment(grow(parse_fragment(units, act.language)), act, partial=True, place=place)
    application.run(instructions)
    outcomes = tuple(application.outcomes)
    applied = any(outcome.status is Status.APPLIED for outcome in outcomes)
    return Applied(application.law.write() if applied else units, outcomes)


@define
class Fragment(Application):
    """An act being applied to a fragment of a law.

    Args:
        place: The place that the fragment comes from; None when nobody said it.
    """

    place: Target | None = None

    def one(self, instruction: Instruction) -> Outcome:
        """Carry one instruction out; one that means every occurrence has nothing to do where there is none."""
        outcome = super().one(instruction)
        if instruction.every and outcome.reason is Reason.WORDS_NOT_FOUND:
            return Outcome(instruction, Status.NO_EFFECT, remarks=(Message("the words do not stand in these units"),))
        return outcome

    def spots(self, instruction: Instruction) -> list[Spot]:
        """Return the places that an instruction names; a lone paragraph is the one that is counted in words."""
        try:
            return super().spots(instruction)
        except Unresolved as refusal:
            lone = self._lone(instruction)
            if refusal.reason is not Reason.TARGET_NOT_FOUND or lone is None:
                raise
            return [lone]

    def _lone(self, instruction: Instruction) -> Spot | None:
        """Return the lone unit of a fragment, if the instruction counts it in words or means its heading."""
        tops = self.law.root.children
        if len(tops) != 1 or len(instruction.targets) != 1:
            return None
        target = instruction.targets[0]
        if target == Target((), Place.HEADING):
            return Spot(tops[0], own=True) if tops[0].kind in HEADED else None
        if tops[0].children or tops[0].kind not in _LOOSE:
            return None
        counted = bool(target.steps) and target.steps[-1].kind in _LOOSE and target.place is Place.WHOLE
        said = self.place is None or self.place.steps[-1:] == target.steps[-1:]
        return Spot(tops[0]) if counted and said else None
