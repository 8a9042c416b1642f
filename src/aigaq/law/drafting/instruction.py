"""The typed instructions of an amending act, the same for every drafting language."""

from __future__ import annotations

import datetime
from enum import StrEnum

from attrs import frozen

from aigaq.law.source import Source
from aigaq.law.structure.unit import Kind
from aigaq.values import Language


class Op(StrEnum):
    """What an instruction does (Law on Legal Acts of 6 April 2016 No. 480-V, art. 26)."""

    RESTATE = "restate"
    INSERT_UNIT = "insert_unit"
    APPEND_UNIT = "append_unit"
    REPLACE_WORDS = "replace_words"
    INSERT_WORDS = "insert_words"
    DELETE_WORDS = "delete_words"
    REPEAL = "repeal"
    REPLACE_THROUGHOUT = "replace_throughout"
    SUSPEND = "suspend"
    OTHER_LANGUAGE = "other_language"


class Place(StrEnum):
    """What of a unit an instruction is about.

    A note is named by a last step without a number (`Kind.INDENT`): no copy of a law counts its notes.
    """

    WHOLE = "whole"
    HEADING = "heading"
    TEXT = "text"
    THROUGHOUT = "throughout"
    CONTENTS = "contents"
    SENTENCE = "sentence"
    NOTE = "note"


class Side(StrEnum):
    """Where words go: beside the words that are named, or at an end of the unit."""

    AFTER = "after"
    BEFORE = "before"
    END = "end"


@frozen
class Step:
    """One step of a target.

    Args:
        kind: Kind of the unit.
        number: Its number (``"14-1"``), or its place in words as digits; "" for a unit without one (the preamble).
        through: Last number of a range («подпункты 1) – 5)»); "" for a single unit.
    """

    kind: Kind
    number: str
    through: str = ""


@frozen
class Target:
    """A place in a law, outermost step first; no step means the whole law.

    Args:
        steps: The units on the way.
        place: What of the innermost unit is meant.
        sentence: Place of a sentence, where one is meant.
    """

    steps: tuple[Step, ...] = ()
    place: Place = Place.WHOLE
    sentence: int = 0


@frozen
class Quotation:
    """Words quoted by the act, without the marks around them.

    Args:
        text: The words as they stand in the act.
        start: Offset of their first character in the act.
        end: Offset after their last character.
    """

    text: str
    start: int
    end: int


class Entry(StrEnum):
    """What the entry into force hangs on."""

    DATE = "date"
    PUBLICATION = "publication"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    SIGNING = "signing"
    UNKNOWN = "unknown"


@frozen
class Force:
    """When something enters into force.

    Args:
        entry: What it hangs on.
        date: The day, where the act names one.
        after: How many days or months after the first official publication.
        words: The words of the act.
        until: Last day on which it is in force, where the act names the day after it.
        since: Day from which it holds for what happened before, where the act says so.
    """

    entry: Entry = Entry.UNKNOWN
    date: datetime.date | None = None
    after: int = 0
    words: str = ""
    until: datetime.date | None = None
    since: datetime.date | None = None


@frozen
class Instruction:
    """One typed edit of an amending act.

    Args:
        index: Its place in the act, from 0.
        op: What it does.
        law: Index of the amended law in ``Act.laws``.
        targets: What it is about. An edit of several units succeeds for all of them or for none.
        address: Where it stands in the act, as a lawyer names it («ст. 1 п. 2 пп. 3)»).
        span: Half-open span of the act it was read from.
        quoted: Everything it quotes, in order.
        find: Words to be found, as typed; for a replacement as many as there are in ``put``, or one of those.
        put: Words to be put in.
        side: Where words go.
        unit: Kind of the units it inserts.
        numbers: Their numbers, or their places in words as digits; empty when they are appended.
        every: True when every occurrence is meant («по всему тексту»).
        forms: True when the act means case forms that it does not list («в соответствующих падежах»).
        excepted: Places left out («за исключением статьи 5»).
        until: For a suspension: the day on which it ends.
        force: When it enters into force.
    """

    index: int
    op: Op
    law: int
    targets: tuple[Target, ...]
    address: str
    span: tuple[int, int]
    quoted: tuple[Quotation, ...] = ()
    find: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    side: Side = Side.AFTER
    unit: Kind | None = None
    numbers: tuple[str, ...] = ()
    every: bool = False
    forms: bool = False
    excepted: tuple[Target, ...] = ()
    until: datetime.date | None = None
    force: Force = Force()


@frozen
class AmendedLaw:
    """A law that the act amends.

    Args:
        title: Its title as the act quotes it, or the name of a code; "" when the act gives none.
        date: Date of its adoption, as the act gives it.
        words: The words that name it.
        span: Where they stand in the act.
    """

    title: str
    date: datetime.date | None
    words: str
    span: tuple[int, int]


class Claim(StrEnum):
    """What a stretch of the act is."""

    TITLE = "title"
    HEADING = "heading"
    LAW = "law"
    CONTEXT = "context"
    INSTRUCTION = "instruction"
    FORCE = "force"
    FORMULA = "formula"
    SIGNATURE = "signature"
    NOTE = "note"


@frozen
class Claimed:
    """A stretch of the act that is understood."""

    claim: Claim
    start: int
    end: int


@frozen
class Unclaimed:
    """A stretch of the act that is not understood.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        text: Its words.
        reason: Code of what is wrong with it: ``"not-understood"``, ``"quotation"`` (its marks do
            not pair), ``"place"`` (it is not certain what it is about, because a clause before it is not understood).
    """

    start: int
    end: int
    text: str
    reason: str = "not-understood"


@frozen
class Accounting:
    """Every character of the act, claimed or not; layout and the marks between clauses count as claimed.

    Args:
        claimed: Stretches that are understood, in order.
        unclaimed: Stretches that are not.
        characters: Characters of the act that are no layout.
        understood: How many of them are claimed.
    """

    claimed: tuple[Claimed, ...]
    unclaimed: tuple[Unclaimed, ...]
    characters: int
    understood: int

    @property
    def share(self) -> float:
        """Share of the act that is claimed, from 0 to 1."""
        return self.understood / self.characters if self.characters else 1.0


@frozen
class Act:
    """An amending act as read.

    Args:
        source: The file.
        language: Its language.
        title: Its title; "" when it states none.
        number: Its number («248-VIII»); "" when it states none.
        date: Its date; None when it states none.
        laws: The laws it amends, in its order.
        instructions: What it says to do, in its order.
        accounting: What of its text was understood.
        force: When it enters into force, where no instruction has a day of its own.
        damaged: Places where the copy has lost the space between two words, as its own formulae show.
        warnings: What the reader should know.
    """

    source: Source
    language: Language
    title: str
    number: str
    date: datetime.date | None
    laws: tuple[AmendedLaw, ...]
    instructions: tuple[Instruction, ...]
    accounting: Accounting
    force: Force = Force()
    damaged: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
