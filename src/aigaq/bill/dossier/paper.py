"""Papers of a bill, and looks for them.

A paper can lack a date, lose its title and its name, and be seen only once: each of these is said, none is guessed.
A look is somebody's search for a paper at a place on a day. It found the paper, or it found that the paper was not
there, or it could not be made; these three are never mixed up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from attrs import frozen

from aigaq.bill.faults import Fields
from aigaq.bill.told import NOTHING, Told, columns, told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate

DOCUMENTS: Final = (
    *("document", "kind", "stage", "languages", "title", "stated_date", "file", "acts", "subjects", "source"),
    *("capture", *columns("note")),
)
LOOKS: Final = (
    *("date", "looked_for", "stage", "language", *columns("place"), "result", "document", "title", "name", "source"),
    *("capture", *columns("note")),
)
UNDATED: Final = "none"
"""What ``stated_date`` says of a paper that bears no date."""


_CODE = re.compile(r"[a-z]{2,3}")


class Result(StrEnum):
    """What came of a look."""

    FOUND = "found"
    ABSENT = "absent"
    FAILED = "failed"


@frozen
class Paper:
    """A paper of the bill.

    Args:
        id: Its id.
        kind: Kind of document, as the vocabulary has it.
        stage: Stage whose text it belongs to; "" when it is not recorded.
        languages: Languages it is in, as their codes (ISO 639).
        title: Its title when it was first seen.
        stated: The date that it bears.
        undated: True when somebody looked and it bears none.
        file: Name of the file in ``documents/``; "" when there is none.
        acts: How many acts it amends, as its source says; None when nobody says.
        subjects: What it is about.
        source: Id of the source that tells of it.
        capture: Number of the log's entry that holds it.
        note: A remark.
    """

    id: str
    kind: str
    stage: str
    languages: tuple[str, ...]
    title: str
    stated: PartialDate
    undated: bool
    file: str
    acts: int | None
    subjects: tuple[str, ...]
    source: str
    capture: int | None = None
    note: Told = NOTHING


@frozen
class Look:
    """A search for a paper, or for an event, at a place on a day.

    Args:
        date: The day.
        looked_for: Kind of document or of event.
        stage: Stage whose papers were looked for; "" for any.
        language: Language that was looked for; "" for any.
        place: Where: a page, a gazette, a registry.
        result: What came of it.
        document: Id of the paper that was found.
        title: The title that it had there and then.
        name: The name that its file had there and then.
        source: Id of the source that tells of the look.
        capture: Number of the log's entry that shows it.
        note: A remark: why it failed.
    """

    date: PartialDate
    looked_for: str
    stage: str
    language: str
    place: Told
    result: Result
    document: str = ""
    title: str = ""
    name: str = ""
    source: str = ""
    capture: int | None = None
    note: Told = NOTHING


def paper(row: Fields) -> Paper:
    """Return the paper of a row of ``documents/documents.csv``."""
    undated = row.values.get("stated_date") == UNDATED
    made = Paper(
        id=row.text("document", needed=True),
        kind=row.text("kind", needed=True, among=vocabulary().documents),
        stage=row.text("stage"),
        languages=_codes(row, row.words("languages")),
        title=row.text("title"),
        stated=PartialDate() if undated else row.day("stated_date"),
        undated=undated,
        file=row.text("file"),
        acts=row.number("acts"),
        subjects=row.words("subjects"),
        source=row.text("source", needed=True),
        capture=row.number("capture"),
        note=told(row, "note"),
    )
    row.seen.add("stated_date")
    row.done()
    return made


def _codes(row: Fields, words: Iterable[str]) -> tuple[str, ...]:
    """Return codes of languages; what is none is a fault."""
    found = tuple(words)
    for word in found:
        if not _CODE.fullmatch(word):
            row.fault(Message("«{value}» is no code of a language (kk, ru)", value=word[:40]))
    return found


def look(row: Fields) -> Look:
    """Return the look of a row of ``documents/looks.csv``."""
    terms = vocabulary()
    language = row.text("language")
    made = Look(
        date=row.day("date", needed=True),
        looked_for=row.text("looked_for", needed=True, among=[*terms.documents, *terms.events]),
        stage=row.text("stage"),
        language=next(iter(_codes(row, (language,) if language else ())), ""),
        place=told(row, "place"),
        result=Result(row.text("result", needed=True, among=list(Result)) or Result.FAILED),
        document=row.text("document"),
        title=row.text("title"),
        name=row.text("name"),
        source=row.text("source", needed=True),
        capture=row.number("capture"),
        note=told(row, "note"),
    )
    row.done()
    return made
