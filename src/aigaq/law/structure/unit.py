"""The values of a parsed law: unit, note, amendment, tree."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from attrs import define, frozen

from aigaq.law.source import Source
from aigaq.values import Language


class Kind(StrEnum):
    """Kinds of unit, outermost first (Law on Legal Acts of 6 April 2016 No. 480-V, art. 23)."""

    LAW = "law"
    FRONT = "front"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    PART = "part"
    SECTION = "section"
    SUBSECTION = "subsection"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    POINT = "point"
    SUBPOINT = "subpoint"
    ALINEA = "alinea"
    INDENT = "indent"
    QUOTED = "quoted"
    TABLE = "table"
    ROW = "row"
    SIGNATURE = "signature"
    APPENDIX = "appendix"


HEADED = frozenset(
    {Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.ARTICLE, Kind.APPENDIX}
)
"""Kinds whose wording is a heading, not a rule."""

PERIPHERAL = frozenset({Kind.FRONT, Kind.CONTENTS, Kind.SIGNATURE})
"""Kinds that a copy of the law may have lost without the law having changed."""


class Action(StrEnum):
    """What an amending act did to a unit."""

    AMENDED = "amended"
    RESTATED = "restated"
    INSERTED = "inserted"
    REPEALED = "repealed"


@frozen
class Stated:
    """A value and where it was read: ``text``, ``argument``, ``sidecar``; None when nobody states it."""

    value: str | None = None
    source: str | None = None


@frozen
class Amendment:
    """One entry of the ledger: this act touched (or will touch) this unit.

    Args:
        act: Number of the amending act with Latin Roman numerals (``"248-VIII"``), or its date when
            the note gives no number.
        date: Date of the amending act.
        action: What it does.
        target: eId of the unit named by the note, whether or not it stands in this text.
        announced: True while the change is only announced and the text is still the old one.
        force: Words on entry into force, as written in the note; "" when there are none.
        force_date: The day those words name, or None when they name an event.
        note: Index of the note in ``Tree.notes``.
    """

    act: str
    date: datetime.date | None
    action: Action
    target: str
    announced: bool
    force: str
    force_date: datetime.date | None
    note: int


@frozen
class Note:
    """An editorial note: not law, kept apart and attached to its unit.

    Args:
        start: Offset of its first character in the text.
        end: Offset after its last character.
        unit: eId of the unit it hangs on.
        announces: True for «Примечание ИЗПИ! … предусматривается …»: the change is still to come.
        stub: True when the note is the wording of a repealed unit («5. Исключен Законом …»).
    """

    start: int
    end: int
    unit: str
    announces: bool = False
    stub: bool = False


@define(eq=False)
class Unit:
    """A node of the tree; treat it as frozen.

    Args:
        kind: What it is.
        number: Its number as in the text, look-alike letters folded (``"14-1"``); "" when it has none.
        eid: Identifier after the Akoma Ntoso Naming Convention 1.0: ``art_28__para_3__al_2``.
        parent: eId of the unit it stands in; "" for the law itself.
        start: Offset of its first own character.
        end: Offset after its last own character: where its first child, or the next unit, begins.
        wording: Half-open span of its heading or wording, without number and notes.
        text: That wording as it stands in the text.
        key: The wording folded for matching; never shown.
        children: Units inside it.
        repealed: True when only a stub is left («исключен Законом …»).
    """

    kind: Kind
    number: str
    eid: str
    parent: str
    start: int
    end: int
    wording: tuple[int, int]
    text: str
    key: str
    children: tuple[Unit, ...] = ()
    repealed: bool = False

    def walk(self) -> Iterator[Unit]:
        """Yield this unit and everything in it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def span(self) -> tuple[int, int]:
        """Half-open span of the unit with everything in it."""
        last = self
        while last.children:
            last = last.children[-1]
        return self.start, last.end

    @property
    def heading(self) -> str:
        """The heading, for kinds that have one; else ""."""
        return " ".join(self.text.split()) if self.kind in HEADED else ""


@define(eq=False)
class Tree:
    """A parsed law; treat it as frozen.

    Args:
        source: The file as read.
        language: Language of the text.
        root: The law itself.
        units: Every unit in the order of the text; their own spans tile it.
        notes: Editorial notes in the order of the text.
        ledger: What the notes say about amendments.
        title: Title of the act and where it was read.
        edition: Edition date and where it was read.
        not_before: Latest date of an act that a note calls in force: the edition is not older.
        numbered_part: True when «1.» is called «часть» (codes), not «пункт» (laws).
        warnings: What the reader should know: duplicate numbers, gaps, odd markers.
    """

    source: Source
    language: Language
    root: Unit
    units: tuple[Unit, ...]
    notes: tuple[Note, ...] = ()
    ledger: tuple[Amendment, ...] = ()
    title: Stated = Stated()
    edition: Stated = Stated()
    not_before: datetime.date | None = None
    numbered_part: bool = False
    warnings: tuple[str, ...] = ()

    @cached_property
    def by_eid(self) -> Mapping[str, Unit]:
        """Units by eId."""
        return {unit.eid: unit for unit in self.units}

    def source_text(self) -> str:
        """Return the input again, from the units' own spans: ``source()`` of DESIGN.md."""
        text = self.source.text
        return "".join(text[unit.start : unit.end] for unit in self.units)

    def articles(self) -> tuple[Unit, ...]:
        """Return the articles of the law, repealed ones with them."""
        return tuple(unit for unit in self.units if unit.kind is Kind.ARTICLE)

    def ancestors(self, unit: Unit) -> tuple[Unit, ...]:
        """Return what the unit stands in, innermost first, without the law itself."""
        found = []
        above = self.by_eid.get(unit.parent)
        while above is not None and above.kind is not Kind.LAW:
            found.append(above)
            above = self.by_eid.get(above.parent)
        return tuple(found)
