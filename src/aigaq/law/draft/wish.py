"""What an act is to say: one edit of a law each, and what of the new law no instruction can say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from aigaq.law.drafting.instruction import Instruction, Op, Place, Side, Step, Target
from aigaq.law.structure.unit import Kind


@frozen
class Wish:
    """One edit that the act is to make.

    Args:
        op: What it does.
        targets: What it is about, outermost step first; several only where units go.
        find: Words to be found.
        put: Words to be put in.
        side: Where words go.
        unit: Kind of the units it inserts.
        numbers: Their numbers, or their places as digits.
        quoted: The wording it gives, one line a paragraph.
    """

    op: Op
    targets: tuple[Target, ...]
    find: str = ""
    put: str = ""
    side: Side = Side.AFTER
    unit: Kind | None = None
    numbers: tuple[str, ...] = ()
    quoted: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The units on the way to the first place it is about."""
        return self.targets[0].steps

    @property
    def place(self) -> Place:
        """What of the innermost unit it is about."""
        return self.targets[0].place

    @property
    def size(self) -> int:
        """Characters that it makes a person read."""
        return len(self.find) + len(self.put) + len(self.quoted) + 40

    def is_said_by(self, read: Instruction) -> bool:
        """Tell whether an instruction, as read, is this very edit."""
        words = (self.op, self.targets, self.side, self.unit, self.numbers)
        if words != (read.op, read.targets, read.side, read.unit, read.numbers) or read.every or read.forms:
            return False
        if (tuple(filter(None, (self.find,))), tuple(filter(None, (self.put,)))) != (read.find, read.put):
            return False
        blocks = [quotation.text for quotation in read.quoted] if self.quoted else []
        return " ".join(self.quoted.split()) == " ".join(" ".join(blocks).split())


class Cause(StrEnum):
    """Why a part of the new law cannot be said."""

    MOVED = "moved"
    TWICE = "number-twice"
    TABLE = "table"
    QUOTES = "quotation-marks"
    NO_WORD = "no-word-for-it"
    PREAMBLE = "preamble"
    TITLE = "title"
    APPENDIX = "appendix"
    LOOSE = "loose-text"
    NOT_EXACT = "not-exact"


@frozen
class Refusal:
    """A change that no instruction of this act makes.

    Args:
        eid: The unit, by its identifier in the new law, else in the old one.
        label: How a lawyer names it.
        cause: Why.
    """

    eid: str
    label: str
    cause: Cause


@frozen
class Item:
    """Everything that the act says about one headed unit, or about the law itself.

    Args:
        eid: The unit: in the old law, or in the new one where it is inserted; "" for the law.
        label: How a lawyer names it.
        at: Where in the law it stands, for the order of the act.
        wishes: The edits, in the order in which they are made.
    """

    eid: str
    label: str
    at: tuple[float, ...]
    wishes: tuple[Wish, ...]


def size_of(wishes: Sequence[Wish]) -> int:
    """Return how many characters a person has to read for some edits."""
    return sum(wish.size for wish in wishes)
