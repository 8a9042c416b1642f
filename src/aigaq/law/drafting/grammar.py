"""What a drafting language must tell the reader of acts; a new language is a new module beside the others."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from enum import Enum

from attrs import evolve, frozen

from aigaq.law.drafting.clause import Clause, Markers
from aigaq.law.drafting.instruction import Claim, Force, Op, Quotation, Side, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.structure.number import latin
from aigaq.law.structure.unit import Kind
from aigaq.values import Language


class Listing(Enum):
    """Which list of laws is open: of laws to be amended, or of laws to be repealed."""

    NONE = "none"
    AMENDED = "amended"
    REPEALED = "repealed"


@frozen
class Edit:
    """One edit as a clause says it, its place in the act left out.

    Args:
        op: What it does.
        quoted: What it quotes.
        find: Words to be found.
        put: Words to be put in.
        side: Where they go.
        unit: Kind of the units it inserts.
        numbers: Their numbers; empty when they are appended.
        every: True when every occurrence is meant.
        forms: True when case forms are meant that are not listed.
        until: End of a suspension.
        targets: What it is about, where that is not what the clause begins with («…, пункт 3 исключить»).
    """

    op: Op
    quoted: tuple[Quotation, ...] = ()
    find: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    side: Side = Side.AFTER
    unit: Kind | None = None
    numbers: tuple[str, ...] = ()
    every: bool = False
    forms: bool = False
    until: datetime.date | None = None
    targets: tuple[Target, ...] = ()


@frozen
class LawName:
    """A clause that names the law, or laws, to be amended.

    Args:
        title: Title as quoted, or the name of a code; "" when a list of laws follows.
        date: Date of adoption.
        lists: True when a list of laws follows.
        repeals: True when the law itself is repealed, or the laws of the list that follows.
    """

    title: str = ""
    date: datetime.date | None = None
    lists: bool = False
    repeals: bool = False


@frozen
class Reading:
    """A clause that is understood to its last word.

    Args:
        targets: What it is about; empty when only what stands around it says so.
        edits: What it does; empty when it only opens a list («в статье 34:»).
        excepted: Places left out.
        law: The law that the clause itself names («статью 5 Закона … «О …» исключить»).
    """

    targets: tuple[Target, ...] = ()
    edits: tuple[Edit, ...] = ()
    excepted: tuple[Target, ...] = ()
    law: LawName | None = None


@frozen
class ForceReading:
    """A clause on entry into force.

    Args:
        force: The rule; None when only a list of exceptions follows or goes on.
        exceptions: Places of the act with rules of their own.
    """

    force: Force | None
    exceptions: tuple[tuple[tuple[Target, ...], Force], ...] = ()


@frozen
class Grammar:
    """One drafting language.

    Args:
        language: The language.
        marker: Reads the number of a clause.
        formula: Tells whether a clause is a title, a signature or another known formula that edits nothing.
        law: Reads a clause that names what is amended, and knows which list of laws is open.
        edit: Reads a clause that edits, or opens a list of edits.
        force: Reads a clause on entry into force; the flag says whether a list of exceptions is open.
        enters: Tells whether words are about entry into force, be they understood or not.
        swallowed: Where quoted words hold another edit that quotes: a mark that closes was lost before it, or one
            added. An act that amends an amending act may quote so on purpose; its marks do not say which it is.
        dated: The date and the number of the act in a line of its front or its signature.
        date_of: Reads a date in words.
        glued: Words of a formula that a copy has run together («заменитьсловами»).
        note: How a note begins that explains a unit («Примечание.»).
        address: Names a place of the act, given the numbers of its article, point and subpoint, "" for none.
        stub: Words what is left of a repealed unit: its kind, date and number of the act.
    """

    language: Language
    marker: Markers
    formula: Callable[[Clause], Claim | None]
    law: Callable[[Clause, Listing], LawName | None]
    edit: Callable[[Clause], Reading | None]
    force: Callable[[Clause, bool], ForceReading | None]
    enters: Callable[[str], bool]
    swallowed: re.Pattern[str]
    dated: re.Pattern[str]
    date_of: Callable[[str], datetime.date | None]
    glued: re.Pattern[str]
    note: re.Pattern[str]
    address: Callable[[Mapping[Kind, str]], str]
    stub: Callable[[Kind, datetime.date | None, str], str]

    def adopted(self, text: str) -> tuple[datetime.date, str] | None:
        """Return the date and the number that a line of the front or of the signature gives to the act."""
        found = self.dated.search(text)
        day = self.date_of(found["date"]) if found else None
        return (day, latin(found["number"])) if found and day else None

    def run_together(self, text: str) -> tuple[str, ...]:
        """Return the words of formulae that a copy has run together."""
        return tuple(match[0].replace(Q, '"') for match in self.glued.finditer(text))


def throughout(edit: Edit, *, every: bool) -> Edit:
    """Return an edit that means every occurrence where its place says so."""
    if not every or edit.targets or edit.op not in (Op.REPLACE_WORDS, Op.DELETE_WORDS, Op.INSERT_WORDS):
        return edit
    op = Op.REPLACE_THROUGHOUT if edit.op is Op.REPLACE_WORDS else edit.op
    return evolve(edit, op=op, every=True)
