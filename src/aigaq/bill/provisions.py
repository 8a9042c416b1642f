"""Files of standards: instruments, the countries that are party to them, and provisions.

Any of the three may be absent from a file, so that a reader in another country adds the dates of that country to an
instrument that is known already. How a file looks: docs/reference/standards.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from aigaq.bill.faults import Fields
from aigaq.bill.mark import Mark
from aigaq.bill.standard import Binding, Instrument, Party, words
from aigaq.values import Language, Message

LONGEST: Final = 600
"""Characters of the longest text of an entry: one sentence needs no more."""

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,39}", re.ASCII)
_COUNTRY: Final = re.compile(r"[a-z]{2}", re.ASCII)
_BINDING: Final[Mapping[object, Binding]] = {True: Binding.LEGAL, False: Binding.NONE, "political": Binding.POLITICAL}


@frozen
class Draft:
    """A provision as it stands in a file, before its instrument is looked up.

    Args:
        id: Its id.
        instrument: Id of the instrument that it names.
        cite: The provision.
        says: What it asks.
        topics: What it is about.
        mark: How sure the sentence is.
        checked: Day on which somebody looked.
        note: A remark on that.
    """

    id: str
    instrument: str
    cite: str
    says: Mapping[Language, str]
    topics: tuple[str, ...]
    mark: Mark
    checked: date | None
    note: Mapping[Language, str] | None


def instruments(top: Fields) -> Iterator[Instrument]:
    """Yield the instruments of a file, noting every fault down."""
    for entry in top.entries("instrument"):
        yield Instrument(
            id=_id(entry),
            names=_sentences(entry, "name"),
            binding=_binding(entry),
            binds=entry.text("binds", needed=True, among=words().binds),
            source=_text(entry, "source", needed=True),
            under=entry.text("under"),
            read=_sentences(entry, "read") if "read" in entry.values else None,
        )
        entry.done()


def parties(top: Fields) -> Iterator[Party]:
    """Yield what a file says about countries, noting every fault down."""
    for entry in top.entries("party", called="instrument"):
        country = entry.text("country", needed=True)
        if country and not _COUNTRY.fullmatch(country):
            entry.fault(Message("country is «{value}», no code of two small letters", value=country[:20]))
        mark, checked = _certainty(entry)
        yield Party(
            instrument=entry.text("instrument", needed=True),
            country=country,
            how=entry.text("how", needed=True, among=words().how),
            since=entry.day("since", needed=True),
            until=_day(entry, "until"),
            cite=_text(entry, "cite"),
            mark=mark,
            checked=checked,
        )
        entry.done()


def drafts(top: Fields) -> Iterator[Draft]:
    """Yield the provisions of a file, noting every fault down."""
    for entry in top.entries("standard"):
        mark, checked = _certainty(entry)
        yield Draft(
            id=_id(entry),
            instrument=entry.text("instrument", needed=True),
            cite=_text(entry, "cite", needed=True),
            says=_sentences(entry, "says"),
            topics=_topics(entry),
            mark=mark,
            checked=checked,
            note=_sentences(entry, "note") if "note" in entry.values else None,
        )
        entry.done()


def _id(entry: Fields) -> str:
    name = entry.text("id", needed=True)
    if name and not _ID.fullmatch(name):
        entry.fault(Message("id is «{value}»; letters, digits, dots, hyphens and +, at most 40", value=name[:60]))
    return name


def _topics(entry: Fields) -> tuple[str, ...]:
    found = entry.words("topics", among=words().topics)
    if not found:
        entry.fault(Message("{key} is missing", key="topics"))
    return found


def _binding(entry: Fields) -> Binding:
    value = entry.get("binding", needed=True)
    if value is not None and not (isinstance(value, bool | str) and value in _BINDING):
        entry.fault(Message("binding is neither true nor false nor «political»"))
    return _BINDING.get(value, Binding.NONE) if isinstance(value, bool | str) else Binding.NONE


def _certainty(entry: Fields) -> tuple[Mark, date | None]:
    """Return mark and day; what was read has a day on which it was, and what nobody verified has none."""
    stated = entry.text("mark", needed=True, among=[mark.value for mark in Mark])
    checked = _day(entry, "checked")
    if stated in (Mark.READ, Mark.PRESS) and entry.values.get("checked") is None:
        entry.fault(Message("the mark {mark} needs the day on which somebody looked: checked", mark=stated))
    if stated == Mark.UNVERIFIED and checked:
        entry.fault(Message("the mark {mark} says that nobody looked, but there is a day: checked", mark=stated))
    return Mark(stated or Mark.UNVERIFIED), checked


def _day(entry: Fields, key: str) -> date | None:
    when = entry.day(key)
    if when.known and when.day is None:
        entry.fault(Message("{key} is «{value}», not known to the day", key=key, value=str(when)))
    return when.day


def _sentences(entry: Fields, key: str) -> Mapping[Language, str]:
    found = entry.languages(key)
    for language, text in found.items():
        _fits(entry, f"{key}.{language}", text)
    return found


def _text(entry: Fields, key: str, *, needed: bool = False) -> str:
    found = entry.text(key, needed=needed)
    _fits(entry, key, found)
    return found


def _fits(entry: Fields, key: str, text: str) -> None:
    if len(text) > LONGEST:
        entry.fault(Message("{key} has {n} characters, {most} at most", key=key, n=len(text), most=LONGEST))
    if text and not text.isprintable():
        entry.fault(Message("{key} holds signs that cannot be printed", key=key))
