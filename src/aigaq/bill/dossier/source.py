"""Sources: where a fact comes from."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from aigaq.bill.faults import Fields
from aigaq.bill.told import NOTHING, Told, columns, told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import PartialDate

COLUMNS: Final = ("source", "kind", *columns("title"), "date", "url", "capture", *columns("note"))


@frozen
class Source:
    """Where a fact comes from.

    Args:
        id: Name that the other files use.
        kind: Kind of source, as the vocabulary has it: law, official, press, civil-society, own-look …
        title: What it is called.
        date: When it says so.
        url: Where it can be found; "" when nowhere.
        capture: Number of the log's entry that holds it; None when it was not captured.
        note: What a reader should know of it.
    """

    id: str
    kind: str
    title: Told
    date: PartialDate
    url: str = ""
    capture: int | None = None
    note: Told = NOTHING


def source(row: Fields) -> Source:
    """Return the source of a row of ``sources.csv``."""
    made = Source(
        id=row.text("source", needed=True),
        kind=row.text("kind", needed=True, among=vocabulary().sources),
        title=told(row, "title", needed=True),
        date=row.day("date"),
        url=row.text("url"),
        capture=row.number("capture"),
        note=told(row, "note"),
    )
    row.done()
    return made
