"""A standard: what one provision asks, how far it binds, whom, since when, and how sure that is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from attrs import frozen

from aigaq.bill.faults import Faults, Fields
from aigaq.bill.mark import Mark
from aigaq.bill.vocabulary import Term
from aigaq.values import Language, PartialDate


class Binding(StrEnum):
    """How far an instrument binds."""

    LEGAL = "legal"
    POLITICAL = "political"
    NONE = "none"


@frozen
class Words:
    """The closed vocabulary of standards: ids with their names.

    Args:
        topics: What a standard can be about.
        binding: How far it can bind.
        binds: Whom it can bind.
        how: How a country can come to be bound.
    """

    topics: Mapping[str, Term]
    binding: Mapping[str, Term]
    binds: Mapping[str, Term]
    how: Mapping[str, Term]


@frozen
class Instrument:
    """A treaty, a document or the work of a body.

    Args:
        id: Its id.
        names: What people read.
        binding: How far it binds.
        binds: Whom it binds, a word of `Words.binds`.
        source: Its official publication.
        under: The treaty that it interprets; "" when it stands alone.
        read: The copy in which its provisions that are marked as read were read; empty when none was.
    """

    id: str
    names: Mapping[Language, str]
    binding: Binding
    binds: str
    source: str
    under: str = ""
    read: Mapping[Language, str] | None = None


@frozen
class Party:
    """A country and an instrument.

    Args:
        instrument: Id of the instrument.
        country: Code of the country, two small letters.
        how: How it came to it, a word of `Words.how`.
        since: From when it is bound, or takes part.
        until: First day on which it is not any more; None when that lasts.
        cite: The act by which it did so; "" when that is not known.
        mark: How sure this is.
        checked: Day on which somebody looked; None when nobody did.
    """

    instrument: str
    country: str
    how: str
    since: PartialDate
    until: date | None
    cite: str
    mark: Mark
    checked: date | None


@frozen
class Standard:
    """What one provision asks.

    Args:
        id: Its id, e.g. ``ICCPR-19``.
        instrument: Where it stands.
        cite: The exact provision, as it is cited.
        says: What it asks, in one sentence of our own, in every language.
        topics: What it is about, words of `Words.topics`.
        mark: How sure the sentence is.
        checked: Day on which somebody read the provision, or the press about it; None when nobody did.
        note: A remark on how sure it is; empty when there is none.
        parties: Countries for which it is known since when they are bound.
    """

    id: str
    instrument: Instrument
    cite: str
    says: Mapping[Language, str]
    topics: tuple[str, ...]
    mark: Mark
    checked: date | None
    note: Mapping[Language, str] | None = None
    parties: tuple[Party, ...] = ()

    @property
    def binding(self) -> Binding:
        """How far it binds."""
        return self.instrument.binding

    @property
    def binds(self) -> str:
        """Whom it binds, a word of `Words.binds`."""
        return self.instrument.binds

    def party(self, country: str) -> Party | None:
        """Return how and since when a country is bound; None when that is not in the catalogue."""
        return next((party for party in self.parties if party.country == country), None)


@cache
def words() -> Words:
    """Return the vocabulary that comes with this program.

    >>> words().topics["law-making"].name(Language.RU)
    'законотворчество'
    """
    faults = Faults("standards.toml")
    top = Fields(tomllib.loads((files("aigaq.profiles") / "standards.toml").read_text(encoding="utf-8")), faults, "")
    made = Words(*(_terms(top.inner(key)) for key in ("topic", "binding", "binds", "how")))
    top.done()
    faults.check()
    return made


def _terms(table: Fields) -> Mapping[str, Term]:
    found = {name: table.inner(name) for name in table.values}
    made = {name: Term(name, entry.languages()) for name, entry in found.items()}
    for entry in found.values():
        entry.done()
    return made
