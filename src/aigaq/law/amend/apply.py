"""Carrying out instructions: each exactly once where the act says, or not at all and listed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from aigaq.law.amend.before import Before, text_of
from aigaq.law.amend.damage import glued_words
from aigaq.law.amend.edit_words import Words
from aigaq.law.amend.find import find
from aigaq.law.amend.force import day_of
from aigaq.law.amend.insert import insert
from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Outcome, Piece, Reason, Status
from aigaq.law.amend.repeal import repeal
from aigaq.law.amend.restate import restate
from aigaq.law.amend.spot import Spot, Unresolved
from aigaq.law.drafting.instruction import Act, Instruction, Op
from aigaq.law.structure.label import label_of
from aigaq.values import Message

_WORDS = (Op.REPLACE_WORDS, Op.INSERT_WORDS, Op.DELETE_WORDS, Op.REPLACE_THROUGHOUT)


@frozen
class When:
    """The day for which the text is wanted.

    Args:
        as_of: That day; None for the text with everything in force.
        published: Day of the first official publication of the act; None when it is not known.
    """

    as_of: datetime.date | None = None
    published: datetime.date | None = None


MOST_SHOWN = 40_000_000
"""So many characters of units before and after are kept for one act; the longest real ones need a tenth of that."""

EVERYTHING = When()
"""Everything in force."""


@define
class Application:
    """One act being applied to one law, or to a fragment of it.

    Args:
        law: The law, which changes.
        act: The act.
        when: The day for which the text is wanted.
        partial: True when the law is only a fragment.
        outcomes: What became of each instruction.
        shown: Characters that are kept of units before and after.
        beside: Characters that are kept of units which could not be changed.
    """

    law: Law
    act: Act
    when: When = EVERYTHING
    partial: bool = False
    outcomes: list[Outcome] = field(factory=list)
    shown: int = 0
    beside: int = 0

    def run(self, instructions: Iterable[Instruction]) -> None:
        """Carry instructions out, in their order."""
        for instruction in instructions:
            self.outcomes.append(self.one(instruction))

    def one(self, instruction: Instruction) -> Outcome:
        """Carry one instruction out and return what became of it; the law stays as it was where it is refused."""
        waits = self._waits(instruction)
        if waits is not None:
            return waits
        if self.shown > MOST_SHOWN:
            hint = Message("the act changes more text than any act does")
            return Outcome(instruction, Status.UNRESOLVED, Reason.TOO_MANY, hint)
        try:
            spots = self.spots(instruction)
            outcome = self._carry_out(instruction, spots)
        except Unresolved as refusal:
            outcome = _refused(self.law, instruction, refusal, near=self.beside <= MOST_SHOWN)
            self.beside += len(outcome.before)
            return outcome
        self.shown += len(outcome.before) + len(outcome.after)
        return outcome

    def spots(self, instruction: Instruction) -> list[Spot]:
        """Return the places that an instruction names."""
        spots = [spot for target in instruction.targets for spot in find(self.law, target, partial=self.partial)]
        out = {
            id(node)
            for target in instruction.excepted
            for spot in find(self.law, target, partial=self.partial)
            for node in spot.nodes()
        }
        if out:
            spots = [Spot(node, own=True) for spot in spots for node in spot.nodes() if id(node) not in out]
        return spots

    def _waits(self, instruction: Instruction) -> Outcome | None:
        """Return an outcome for what is not in force on the day that is asked for, or edits nothing here."""
        if instruction.op is Op.OTHER_LANGUAGE:
            remark = Message("the change is made in the text in the other language only")
            return Outcome(instruction, Status.NO_EFFECT, remarks=(remark,))
        if self.when.as_of is None:
            return None
        day = day_of(instruction.force, self.when.published)
        if day is None:
            hint = Message("the day of entry into force is not known; give the day of first official publication")
            return Outcome(instruction, Status.UNRESOLVED, Reason.FORCE_UNKNOWN, hint)
        ended = [
            end for end in (instruction.force.until, instruction.until) if end is not None and end <= self.when.as_of
        ]
        if day > self.when.as_of or ended:
            return Outcome(instruction, Status.NOT_YET if not ended else Status.NO_EFFECT)
        return None

    def _carry_out(self, instruction: Instruction, spots: Sequence[Spot]) -> Outcome:
        self._undamaged(instruction)
        if not instruction.every:
            _apart(spots)
        before = Before.of(spots, instruction)
        worker = Words(self.law, instruction)
        self.law.undo.clear()
        try:
            nodes = self._do(instruction, spots, worker)
        except Unresolved:
            self.law.take_back()
            before.restore()
            raise
        return Outcome(
            instruction,
            Status.APPLIED,
            pieces=tuple(before.pieces(self.law, instruction, nodes=nodes)),
            folds=tuple(sorted(worker.folds)),
            remarks=tuple(worker.remarks),
        )

    def _do(self, instruction: Instruction, spots: Sequence[Spot], worker: Words) -> list[Node]:
        if instruction.op in _WORDS:
            return worker.apply(spots)
        if instruction.op is Op.REPEAL:
            return repeal(self.law, instruction, act=self.act, spots=spots)
        if instruction.op in (Op.INSERT_UNIT, Op.APPEND_UNIT):
            return insert(self.law, instruction, spots=spots)
        if instruction.op is Op.SUSPEND and not instruction.quoted:
            worker.remarks.append(Message("its action is suspended; the wording stays as it is"))
            return []
        return restate(self.law, instruction, spots=spots)

    def _undamaged(self, instruction: Instruction) -> None:
        """Refuse words in which a damaged copy may have run two words together."""
        if not self.act.damaged:
            return
        for quotation in instruction.quoted:
            words = glued_words(quotation.text, self.law, act=self.act)
            if words:
                hint = Message("this copy of the act has lost spaces; «{words}» may be two words", words=words[0])
                raise Unresolved(Reason.DAMAGED_COPY, hint)


def _apart(spots: Sequence[Spot]) -> None:
    """Refuse places of which one stands in another: one edit would be made twice."""
    seen: set[int] = set()
    for spot in spots:
        inside = {id(node) for node in spot.nodes()} if len(spots) > 1 else set()
        if inside & seen:
            hint = Message("one of the named places stands in another")
            raise Unresolved(Reason.TARGET_AMBIGUOUS, hint, near=spot.node)
        seen |= inside


def _refused(law: Law, instruction: Instruction, refusal: Unresolved, *, near: bool) -> Outcome:
    unit = refusal.near if near else None
    pieces: tuple[Piece, ...] = ()
    if unit is not None:
        text = text_of(Spot(unit))
        pieces = (Piece(unit.eid, label_of(law.tree, unit.eid) if unit.eid else "", text, text),)
    return Outcome(instruction, Status.UNRESOLVED, refusal.reason, refusal.hint, pieces)
