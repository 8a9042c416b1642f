"""What became of each instruction, and of the law: the values of an application."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from aigaq.law.drafting.instruction import Act, Instruction
from aigaq.law.structure.unit import Tree


class Status(StrEnum):
    """What became of an instruction."""

    APPLIED = "applied"
    UNRESOLVED = "unresolved"
    NOT_YET = "not_yet"
    OTHER_LAW = "other_law"
    NOT_AT_HAND = "not_at_hand"
    NO_EFFECT = "no_effect"


class Reason(StrEnum):
    """Why an instruction could not be applied with certainty."""

    TARGET_NOT_FOUND = "target-not-found"
    TARGET_AMBIGUOUS = "target-ambiguous"
    WORDS_NOT_FOUND = "words-not-found"
    WORDS_AMBIGUOUS = "words-found-n-times"
    CASE_FORM = "ambiguous-case-form"
    ALREADY_APPLIED = "already-applied"
    CONFLICT = "conflicts-with-instruction"
    OTHER_LANGUAGE = "contradicts-other-language"
    PUNCTUATION = "punctuation-breaks"
    QUOTED_UNIT = "quoted-unit-differs"
    NUMBER_TAKEN = "number-taken"
    NO_WORDING = "no-wording"
    DAMAGED_COPY = "damaged-copy"
    LISTS = "lists-differ"
    REPEALED = "target-repealed"
    FORCE_UNKNOWN = "force-unknown"
    TOO_MANY = "too-many"


@frozen
class Piece:
    """One unit that an instruction touched.

    Args:
        eid: Its identifier in the old law, or in the new one when it was inserted.
        label: How a lawyer names it.
        before: Its text before the instruction, one line a paragraph; "" for an insertion.
        after: Its text after it; the stub of a repealed unit; "" when nothing is left.
    """

    eid: str
    label: str
    before: str
    after: str


@frozen
class Outcome:
    """What became of one instruction.

    Args:
        instruction: The instruction.
        status: What became of it.
        reason: Why not, where it was not applied.
        hint: What a person can look at, as a sentence.
        pieces: The units it touched; where it could not be applied, the nearest unit that was found, unchanged.
        folds: Kinds of typing that had to be folded to find its words (``"lookalike"``, ``"quote"``, …).
        remarks: What a person should know although it was applied.
    """

    instruction: Instruction
    status: Status
    reason: Reason | None = None
    hint: str = ""
    pieces: tuple[Piece, ...] = ()
    folds: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        """The text of the units before, in order."""
        return "\n".join(piece.before for piece in self.pieces if piece.before)

    @property
    def after(self) -> str:
        """The text of the units after, in order."""
        return "\n".join(piece.after for piece in self.pieces if piece.after)


@frozen
class Amended:
    """A law with an act applied to it.

    Args:
        act: The act.
        old: The law before.
        new: The law after: the consolidated text, parsed again.
        outcomes: What became of each instruction, in the order of the act.
        touched: For each unit of ``new`` (and of ``old``, where nothing is left in ``new``) that changed: the indices
            of the instructions that changed it.
    """

    act: Act
    old: Tree
    new: Tree
    outcomes: tuple[Outcome, ...]
    touched: Mapping[str, tuple[int, ...]]

    @property
    def unresolved(self) -> tuple[Outcome, ...]:
        """What could not be applied with certainty."""
        return tuple(outcome for outcome in self.outcomes if outcome.status is Status.UNRESOLVED)
