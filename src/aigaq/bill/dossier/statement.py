"""What proposers say of a bill, what was found when it was looked for, and what international bodies say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from aigaq.bill.faults import Fields
from aigaq.bill.told import Told, told
from aigaq.values import Language, PartialDate

RESULTS: Final = ("supported", "contradicted", "nothing-found", "could-not-look")
"""What came of looking for what a claim says."""


@frozen
class Claim:
    """A claim within a statement, and what was found.

    Args:
        says: The claim in own words.
        result: One of `RESULTS`.
        found: What was found, in own words.
        source: Id of the source of what was found.
        date: When it was looked for.
    """

    says: Told
    result: str
    found: Told
    source: str
    date: PartialDate


@frozen
class Statement:
    """A statement of somebody who speaks for or against the bill.

    Args:
        id: Its id.
        who: Who speaks: an office or a group.
        role: ``proposer``, ``official``, ``other``.
        date: When.
        place: Where it was said.
        language: Language of the quotation.
        quote: The words, as the source gives them.
        source: Id of the source.
        capture: Number of the log's entry that holds it.
        claims: Claims in it that were looked into.
    """

    id: str
    who: Told
    role: str
    date: PartialDate
    place: Told
    language: Language
    quote: str
    source: str
    capture: int | None
    claims: tuple[Claim, ...]


@frozen
class Reaction:
    """A reaction of an international body.

    Args:
        id: Its id.
        body: The body.
        symbol: Symbol of its document; "" when it has none or it is not known.
        date: When.
        about: What it says, in own words.
        source: Id of the source.
        capture: Number of the log's entry that holds it.
    """

    id: str
    body: Told
    symbol: str
    date: PartialDate
    about: Told
    source: str
    capture: int | None


def statements(top: Fields) -> Iterator[Statement]:
    """Yield the statements of ``statements/statements.toml``."""
    for entry in top.entries("statement"):
        language = entry.text("language", needed=True, among=list(Language))
        yield Statement(
            id=entry.text("id", needed=True),
            who=told(entry, "who", needed=True),
            role=entry.text("role", needed=True, among=("proposer", "official", "other")),
            date=entry.day("date"),
            place=told(entry, "place"),
            language=Language(language) if language else Language.EN,
            quote=entry.text("quote"),
            source=entry.text("source", needed=True),
            capture=entry.number("capture"),
            claims=tuple(_claims(entry)),
        )
        entry.done()


def _claims(entry: Fields) -> Iterator[Claim]:
    for claim in entry.entries("claim"):
        claim.place = f"{entry.place}, {claim.place}"
        yield Claim(
            says=told(claim, "says", needed=True),
            result=claim.text("result", needed=True, among=RESULTS),
            found=told(claim, "found"),
            source=claim.text("source"),
            date=claim.day("date"),
        )
        claim.done()


def reactions(top: Fields) -> Iterator[Reaction]:
    """Yield the reactions of ``statements/statements.toml``."""
    for entry in top.entries("reaction"):
        yield Reaction(
            id=entry.text("id", needed=True),
            body=told(entry, "body", needed=True),
            symbol=entry.text("symbol"),
            date=entry.day("date"),
            about=told(entry, "about", needed=True),
            source=entry.text("source", needed=True),
            capture=entry.number("capture"),
        )
        entry.done()
