"""The catalogue of standards: those that come with this program, and those of a dossier."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from aigaq.bill.faults import Faults, Fields, read_toml, unique
from aigaq.bill.provisions import Draft, drafts, instruments, parties
from aigaq.bill.standard import Instrument, Party, Standard
from aigaq.errors import Refused, UsageError
from aigaq.values import Message

MOST_FILES: Final = 100
"""Files of standards that one dossier holds at most."""

MOST_ENTRIES: Final = 1_000
"""Entries of each kind that one file holds at most."""


@frozen
class Catalogue:
    """Standards by id.

    Args:
        standards: Every standard by its id, in the order of the files.
        instruments: Every instrument by its id.
        parties: What is known about countries.
    """

    standards: Mapping[str, Standard] = field(factory=dict)
    instruments: Mapping[str, Instrument] = field(factory=dict)
    parties: tuple[Party, ...] = ()

    def __iter__(self) -> Iterator[Standard]:
        return iter(self.standards.values())

    def __len__(self) -> int:
        return len(self.standards)

    def __contains__(self, name: object) -> bool:
        return name in self.standards

    def get(self, name: str) -> Standard:
        """Return the standard with this id.

        Raises:
            UsageError: ``standard.unknown``; its hint names the ids that look most like it.

        >>> catalogue().get("ICCPR-91")
        Traceback (most recent call last):
        aigaq.errors.UsageError: There is no standard «ICCPR-91».
        """
        if name in self.standards:
            return self.standards[name]
        likely = near(name, self.standards)
        raise UsageError(
            "standard.unknown",
            "There is no standard «{name}».",
            hint="Did you mean {near}?" if likely else "Every id is in docs/reference/standards.md.",
            name=name[:60],
            near=", ".join(likely),
        )

    def about(self, topic: str) -> tuple[Standard, ...]:
        """Return the standards about a topic, in order."""
        return tuple(standard for standard in self if topic in standard.topics)


def near(name: str, known: Iterable[str]) -> list[str]:
    """Return the ids that look most like ``name``, likeliest first.

    >>> near("ICCPR19", ["CRC-19", "ICCPR-19", "ICCPR-25"])[0]
    'ICCPR-19'
    """
    ids = {each.casefold(): each for each in known}
    return [ids[found] for found in get_close_matches(name[:60].casefold(), ids, n=3, cutoff=0.6)]


def catalogue(*, own: Path | None = None) -> Catalogue:
    """Return the catalogue.

    Args:
        own: Folder of a dossier whose files ``*.toml`` are standards too; files ``regime-*.toml`` are regimes and are
            left alone, and so is a file whose name begins with a dot.

    Raises:
        UnreadableInput: ``dossier.faults`` with every fault of a file, or a file cannot be read.
        Refused: ``standard.collision`` when an id is taken already; ``standard.too-many`` past the bounds;
            ``standard.not-a-file`` for a folder, a pipe or a link that leads nowhere.
    """
    made = shipped()
    for path in _own(own) if own else ():
        name = _shown(path.name)
        made = _with(made, read_toml(path, name=name), name=name)
    return made


@cache
def shipped() -> Catalogue:
    """Return the standards that come with this program."""
    folder = files("aigaq.profiles") / "standards"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    made = Catalogue()
    for entry in found:
        made = _with(made, tomllib.loads(entry.read_text(encoding="utf-8")), name=entry.name)
    return made


def _own(folder: Path) -> Sequence[Path]:
    if not folder.is_dir():
        return ()
    found = sorted(path for path in folder.glob("*.toml") if not path.name.startswith((".", "regime-")))
    _bounded(len(found), most=MOST_FILES, what=_shown(folder.name))
    for path in found:
        if not path.is_file():
            raise Refused(
                "standard.not-a-file",
                "{name} is no file.",
                hint="The folder of standards holds plain files only.",
                name=_shown(path.name),
            )
    return found


def _shown(name: str) -> str:
    return name if name.isprintable() else ascii(name)


def _with(before: Catalogue, table: Mapping[str, object], *, name: str) -> Catalogue:
    """Return ``before`` and what one more file adds to it."""
    for key in ("instrument", "party", "standard"):
        entries = table.get(key)
        _bounded(len(entries) if isinstance(entries, list) else 0, most=MOST_ENTRIES, what=name)
    faults = Faults(name)
    top = Fields(table, faults, "")
    top.number("version")
    news, countries, provisions = tuple(instruments(top)), tuple(parties(top)), tuple(drafts(top))
    top.done()
    unique(((f"instrument {new.id}", new.id) for new in news), faults=faults)
    unique(((f"standard {draft.id}", draft.id) for draft in provisions), faults=faults)
    known = {**before.instruments, **{new.id: new for new in news}}
    _related(news, countries, provisions, known=known, before=before, faults=faults)
    faults.check()
    _apart([new.id for new in news], before.instruments, name=name)
    _apart([draft.id for draft in provisions], before.standards, name=name)
    return _joined(before, known, (*before.parties, *countries), provisions)


def _joined(
    before: Catalogue, known: Mapping[str, Instrument], countries: tuple[Party, ...], provisions: Iterable[Draft]
) -> Catalogue:
    """Return the catalogue, every standard with the parties of its instrument or of the treaty that it interprets."""
    made = {
        draft.id: Standard(
            id=draft.id, instrument=known[draft.instrument], cite=draft.cite, says=draft.says, topics=draft.topics,
            mark=draft.mark, checked=draft.checked, note=draft.note,
        )
        for draft in provisions
    }  # fmt: skip
    return Catalogue(
        {name: _bound(standard, countries) for name, standard in {**before.standards, **made}.items()}, known, countries
    )


def _bound(standard: Standard, countries: Iterable[Party]) -> Standard:
    names = {standard.instrument.id, standard.instrument.under}
    return evolve(standard, parties=tuple(party for party in countries if party.instrument in names))


def _related(
    news: Iterable[Instrument],
    countries: Iterable[Party],
    provisions: Iterable[Draft],
    *,
    known: Mapping[str, Instrument],
    before: Catalogue,
    faults: Faults,
) -> None:
    """Note down instruments that are named but not there, and countries that are named twice for one."""
    named = [(f"instrument {new.id}", new.under) for new in news if new.under]
    named += [(f"party {party.instrument}", party.instrument) for party in countries]
    named += [(f"standard {draft.id}", draft.instrument) for draft in provisions]
    for place, name in named:
        if name and name not in known:
            faults.add(place, _no_instrument(name, known))
    seen = {(party.instrument, party.country) for party in before.parties}
    for party in countries:
        if (party.instrument, party.country) in seen:
            said = Message("the country «{country}» is given twice", country=party.country[:20])
            faults.add(f"party {party.instrument}", said)
        seen.add((party.instrument, party.country))


def _no_instrument(name: str, known: Mapping[str, Instrument]) -> Message:
    likely = near(name, known)
    if likely:
        return Message("there is no instrument «{name}»; did you mean {near}?", name=name[:60], near=", ".join(likely))
    return Message("there is no instrument «{name}»", name=name[:60])


def _apart(added: Iterable[str], taken: Mapping[str, object], *, name: str) -> None:
    """Refuse ids that are taken already: two meanings of one citation would be quoted."""
    twice = [each for each in added if each in taken]
    if twice:
        raise Refused(
            "standard.collision",
            "{name} gives ids that are taken already: {ids}.",
            hint="Give each an id of its own, for instance with the name of the country in front.",
            name=name,
            ids=", ".join(twice[:12]),
        )


def _bounded(count: int, *, most: int, what: str) -> None:
    if count > most:
        raise Refused(
            "standard.too-many",
            "{what} holds {count} of one kind, and {most} are read.",
            hint="Leave out what the dossier does not cite.",
            what=what,
            count=count,
            most=most,
        )
