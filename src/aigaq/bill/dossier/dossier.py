"""The dossier of a bill: a folder of plain files that can be read without this program and kept in git."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from attrs import field, frozen

from aigaq.bill.dossier.consistent import consistent
from aigaq.bill.dossier.event import CHOICES, Account, Choice, Event, account, choice, events
from aigaq.bill.dossier.event import COLUMNS as EVENTS
from aigaq.bill.dossier.head import Head, head
from aigaq.bill.dossier.paper import DOCUMENTS, LOOKS, Look, Paper, look, paper
from aigaq.bill.dossier.rows import read_rows
from aigaq.bill.dossier.source import COLUMNS as SOURCES
from aigaq.bill.dossier.source import Source, source
from aigaq.bill.dossier.statement import Reaction, Statement, reactions, statements
from aigaq.bill.faults import Faults, Fields, read_toml
from aigaq.bill.regimes import Named, Regime, Stage, regimes
from aigaq.errors import UnreadableInput

HEAD: Final = "dossier.toml"
TABLES: Final = {
    "sources.csv": SOURCES,
    "events.csv": EVENTS,
    "choices.csv": CHOICES,
    "documents/documents.csv": DOCUMENTS,
    "documents/looks.csv": LOOKS,
}
"""The tables of a dossier, with their columns."""

_T = TypeVar("_T")


@frozen
class Dossier:
    """The record of a bill.

    Args:
        folder: Where it lies.
        head: Which bill it is.
        regimes: Regimes of its country, oldest first.
        sources: Sources by their ids.
        events: What happened, by date.
        papers: Its papers, in the order of the file.
        looks: Looks for papers and events, by date.
        statements: What proposers and officials said.
        reactions: What international bodies said.
        choices: Every choice between contradicting values, also those that a later one replaced.
    """

    folder: Path
    head: Head
    regimes: tuple[Regime, ...]
    sources: Mapping[str, Source]
    events: tuple[Event, ...]
    papers: tuple[Paper, ...]
    looks: tuple[Look, ...]
    statements: tuple[Statement, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    choices: tuple[Choice, ...] = field(default=())

    def event(self, name: str) -> Event | None:
        """Return the event with this id."""
        return next((event for event in self.events if event.id == name), None)

    def paper(self, name: str) -> Paper | None:
        """Return the paper with this id."""
        return next((paper for paper in self.papers if paper.id == name), None)

    def stage(self, name: str) -> Stage | None:
        """Return the stage with this id, of whichever regime of the country."""
        return next((stage for regime in self.regimes if (stage := regime.stage(name))), None)

    def chamber(self, name: str) -> Named | None:
        """Return the chamber with this id, of whichever regime of the country."""
        return next((chamber for regime in self.regimes if (chamber := regime.chamber(name))), None)

    @property
    def initiator(self) -> Named | None:
        """Who introduced the bill; None where it is not recorded."""
        known = (each for regime in self.regimes for each in regime.initiators)
        return next((each for each in known if each.id == self.head.initiator.who), None)

    def path(self, paper: Paper) -> Path:
        """Return where the file of a paper lies."""
        return self.folder / "documents" / paper.file


def find(folder: Path) -> Path:
    """Return ``folder`` when it is a dossier.

    Raises:
        UnreadableInput: ``dossier.missing``.
    """
    if not (folder / HEAD).is_file():
        raise UnreadableInput(
            "dossier.missing",
            "{name} is no dossier: it has no dossier.toml.",
            hint="Make one with: aigaq bill new FOLDER; or name one with --dossier FOLDER.",
            name=folder.name or "this folder",
        )
    return folder


def read_head(folder: Path) -> Head:
    """Return which bill a dossier is about.

    Raises:
        UnreadableInput: It is no dossier, or ``dossier.toml`` has faults.
    """
    faults = Faults(HEAD)
    made = head(Fields(read_toml(find(folder) / HEAD, name=HEAD), faults, ""))
    faults.check()
    return made


def read_dossier(folder: Path, *, instead: Mapping[str, str] | None = None) -> Dossier:
    """Return the dossier in ``folder``.

    Args:
        folder: The folder.
        instead: Texts of tables that are to be read instead of their files, to see whether they would be right.

    Raises:
        UnreadableInput: A file cannot be read, or has faults: all faults of that file are told at once.
        Refused: No regime is known for its country.
    """
    top = read_head(folder)
    known = regimes(top.jurisdiction, own=folder / "standards")
    texts = instead or {}
    sources: tuple[Source, ...] = _table(folder, "sources.csv", source, texts)
    accounts: tuple[Account, ...] = _table(folder, "events.csv", account, texts)
    choices: tuple[Choice, ...] = _table(folder, "choices.csv", choice, texts)
    papers: tuple[Paper, ...] = _table(folder, "documents/documents.csv", paper, texts)
    looks: tuple[Look, ...] = _table(folder, "documents/looks.csv", look, texts)
    said, reacted = _statements(folder / "statements" / "statements.toml")
    made = Dossier(
        folder=folder,
        head=top,
        regimes=known,
        sources={each.id: each for each in sources},
        events=events(accounts, choices),
        papers=papers,
        looks=tuple(sorted(looks, key=lambda each: each.date.order)),
        statements=said,
        reactions=reacted,
        choices=choices,
    )
    consistent(made, accounts, sources=[each.id for each in sources])
    return made


def _table(folder: Path, name: str, read: Callable[[Fields], _T], texts: Mapping[str, str]) -> tuple[_T, ...]:
    faults = Faults(name)
    made = tuple(read(row) for row in read_rows(folder / name, TABLES[name], faults=faults, text=texts.get(name)))
    faults.check()
    return made


def _statements(path: Path) -> tuple[tuple[Statement, ...], tuple[Reaction, ...]]:
    if not path.exists():
        return (), ()
    faults = Faults("statements/statements.toml")
    top = Fields(read_toml(path, name=faults.name), faults, "")
    made = tuple(statements(top)), tuple(reactions(top))
    top.done()
    faults.check()
    return made
