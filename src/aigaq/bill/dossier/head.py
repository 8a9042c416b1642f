"""``dossier.toml``: which bill this is, who introduced it, what it was called, what travels beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from aigaq.bill.faults import Fields
from aigaq.bill.told import Told, told
from aigaq.bill.watch.watched import Watched, read_watched
from aigaq.values import Language, Message, PartialDate

FORMAT: Final = "aigaq/dossier"
VERSION: Final = 1
RELATIONS: Final = ("parallel", "host", "earlier", "later")
_ID = re.compile(r"[0-9a-f]{16}")


@frozen
class Initiator:
    """Who introduced the bill, or the part of it that the dossier is about.

    Args:
        who: Id of the initiator in the regime; "" when it is not recorded.
        of: What was introduced by them, in words; "" for the whole bill.
        source: Id of the source.
    """

    who: str
    of: Told
    source: str


@frozen
class Called:
    """A title that the bill had.

    Args:
        title: The title.
        since: When it was first seen under it.
        source: Id of the source.
    """

    title: Told
    since: PartialDate
    source: str


@frozen
class Related:
    """Another bill that belongs to the picture.

    Args:
        id: Its id.
        title: Its title.
        relation: ``parallel``, ``host`` (these provisions were added to it), ``earlier`` or ``later``.
        acts: Titles of the acts that it amends.
        sponsors: Who introduced it.
        date: When it was introduced.
        source: Id of the source.
        note: A remark.
    """

    id: str
    title: Told
    relation: str
    acts: tuple[str, ...]
    sponsors: tuple[str, ...]
    date: PartialDate
    source: str
    note: Told


@frozen
class Head:
    """What ``dossier.toml`` says.

    Args:
        id: Sixteen hexadecimal digits; the log is named after it.
        jurisdiction: Code of the country.
        titles: What people read, at least in one language.
        initiator: Who introduced it.
        called: Titles that it had, oldest first.
        acts: Titles of the acts that it amends now.
        sponsors: Who introduced it, in words.
        subjects: Names of what the bill is about, by the words that events and papers use.
        related: Other bills.
        watch: Pages to be watched.
        network: What is said of the network, as it stands.
        fictional: True for a dossier in which something is made up; every output says so.
    """

    id: str
    jurisdiction: str
    titles: Mapping[Language, str]
    initiator: Initiator
    called: tuple[Called, ...]
    acts: tuple[str, ...]
    sponsors: tuple[str, ...]
    subjects: Mapping[str, Told]
    related: tuple[Related, ...]
    watch: tuple[Watched, ...]
    network: Mapping[str, object]
    fictional: bool

    def title(self, language: Language) -> str:
        """Return the title in this language, or in the first one that there is."""
        return self.titles.get(language) or next(iter(self.titles.values()), "")


def head(top: Fields) -> Head:
    """Return what ``dossier.toml`` says, noting every fault down."""
    top.text("format", needed=True, among=(FORMAT,))
    if top.number("version") not in (None, VERSION):
        top.fault(Message("version is not {version}: this program is too old for the dossier", version=VERSION))
    name = top.text("id", needed=True)
    if name and not _ID.fullmatch(name):
        top.fault(Message("id is not sixteen hexadecimal digits"))
    made = Head(
        id=name,
        jurisdiction=top.text("jurisdiction", needed=True),
        titles=_titles(top.inner("title")),
        initiator=_initiator(top.inner("initiator")),
        called=tuple(_called(top)),
        acts=_texts(top, "acts"),
        sponsors=_texts(top, "sponsors"),
        subjects=_subjects(top.inner("subjects")),
        related=tuple(_related(top)),
        watch=read_watched(top),
        network=top.inner("network").values,
        fictional=top.flag("fictional"),
    )
    top.done()
    return made


def _subjects(table: Fields) -> Mapping[str, Told]:
    return {name: told(table, name) for name in table.values}


def _titles(table: Fields) -> Mapping[Language, str]:
    found = {language: text for language in Language if (text := table.text(language.value))}
    table.done()
    if not found:
        table.fault(Message("the bill has no title"))
    return found


def _initiator(table: Fields) -> Initiator:
    made = Initiator(table.text("who"), told(table, "of"), table.text("source"))
    table.done()
    return made


def _called(top: Fields) -> Iterator[Called]:
    for entry in top.entries("called", called="title"):
        yield Called(told(entry, "title", needed=True), entry.day("since"), entry.text("source", needed=True))
        entry.done()


def _related(top: Fields) -> Iterator[Related]:
    for entry in top.entries("related"):
        yield Related(
            id=entry.text("id", needed=True),
            title=told(entry, "title", needed=True),
            relation=entry.text("relation", needed=True, among=RELATIONS),
            acts=_texts(entry, "acts"),
            sponsors=_texts(entry, "sponsors"),
            date=entry.day("date"),
            source=entry.text("source", needed=True),
            note=told(entry, "note"),
        )
        entry.done()


def _texts(entry: Fields, key: str) -> tuple[str, ...]:
    value = entry.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        entry.fault(Message("{key} is no list of texts", key=key))
        return ()
    return tuple(value)
