"""Regimes: how a bill travels in one country at one time, as dated data.

A regime is a file of ``profiles/regimes``, or of the folder ``standards`` of a dossier, so that a country is added
without code. A bill is judged under the regime of the day on which each thing was done.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import frozen

from aigaq.bill.faults import Faults, Fields, read_toml, unique
from aigaq.bill.mark import Mark
from aigaq.bill.rule import ROLES, Rule, read_rules
from aigaq.bill.told import Told, told
from aigaq.errors import Refused
from aigaq.values import Language, Message, PartialDate, Period


@frozen(eq=False)
class Named:
    """A chamber or an initiator, with its names."""

    id: str
    names: Mapping[Language, str]

    def __str__(self) -> str:
        return self.names[Language.EN]


@frozen(eq=False)
class Stage:
    """A stage of the travel of a bill.

    Args:
        id: What stands in a dossier.
        role: What it is in whatever country, one of `ROLES`.
        chamber: The chamber it belongs to; "" for none.
        mark: How sure it is that there is such a stage.
        names: What people read.
    """

    id: str
    role: str
    chamber: str
    mark: Mark
    names: Mapping[Language, str]

    def __str__(self) -> str:
        return self.names[Language.EN]


@frozen(eq=False)
class Regime:
    """A regime.

    Args:
        name: Its name.
        jurisdiction: The country, as its code of two letters.
        period: Days on which it holds.
        titles: What people read.
        cite: The provision that it rests on.
        mark: How sure that is.
        languages: Codes of the languages in which laws are published.
        chambers: Chambers.
        initiators: Who can introduce a bill.
        stages: Stages, in order.
        rules: Domestic rules.
    """

    name: str
    jurisdiction: str
    period: Period
    titles: Mapping[Language, str]
    cite: Told
    mark: Mark
    languages: tuple[str, ...]
    chambers: tuple[Named, ...]
    initiators: tuple[Named, ...]
    stages: tuple[Stage, ...]
    rules: tuple[Rule, ...]

    def stage(self, name: str) -> Stage | None:
        """Return the stage with this id; None when there is none."""
        return next((stage for stage in self.stages if stage.id == name), None)

    def chamber(self, name: str) -> Named | None:
        """Return the chamber with this id; None when there is none."""
        return next((chamber for chamber in self.chambers if chamber.id == name), None)


def regime(table: Mapping[str, object], *, name: str) -> Regime:
    """Return the regime that a table describes.

    Args:
        table: What stands in its file.
        name: Name of the file.

    Raises:
        UnreadableInput: ``dossier.faults`` with every fault of it.
    """
    faults = Faults(name)
    top = Fields(table, faults, "")
    top.number("version")
    made = Regime(
        name=top.text("name", needed=True),
        jurisdiction=top.text("jurisdiction", needed=True),
        period=_period(top),
        titles=top.languages("title"),
        cite=told(top, "cite", needed=True),
        mark=_mark(top, needed=True),
        languages=_languages(top),
        chambers=tuple(_named(top, "chamber")),
        initiators=tuple(_named(top, "initiator")),
        stages=tuple(map(_stage, top.entries("stage"))),
        rules=read_rules(top),
    )
    top.done()
    _consistent(made, faults)
    faults.check()
    return made


def _languages(top: Fields) -> tuple[str, ...]:
    found = top.words("languages")
    if not found:
        top.fault(Message("{key} is missing", key="languages"))
    return found


def _period(top: Fields) -> Period:
    since, until = top.day("since").day, top.day("until").day
    try:
        return Period(since, until)
    except ValueError:
        top.fault(Message("it ends before it begins"))
        return Period()


def _mark(entry: Fields, *, needed: bool = False) -> Mark:
    return Mark(entry.text("mark", needed=needed, among=[mark.value for mark in Mark]) or "L")


def _named(top: Fields, key: str) -> Iterator[Named]:
    for entry in top.entries(key):
        yield Named(entry.text("id", needed=True), entry.languages())
        entry.done()


def _stage(entry: Fields) -> Stage:
    made = Stage(
        id=entry.text("id", needed=True),
        role=entry.text("role", needed=True, among=ROLES),
        chamber=entry.text("chamber"),
        mark=_mark(entry),
        names=entry.languages(),
    )
    entry.done()
    return made


def _consistent(made: Regime, faults: Faults) -> None:
    """Note down ids that are given twice, and names of chambers and initiators that are not there."""
    chambers = {chamber.id for chamber in made.chambers}
    initiators = {initiator.id for initiator in made.initiators}
    for kind, ids in (("chamber", made.chambers), ("initiator", made.initiators), ("stage", made.stages)):
        unique(((f"{kind} {found.id}", found.id) for found in ids), faults=faults)
    for stage in made.stages:
        if stage.chamber and stage.chamber not in chambers:
            faults.add(f"stage {stage.id}", Message("there is no chamber «{chamber}»", chamber=stage.chamber))
    for rule in made.rules:
        for name in rule.exempt:
            if name not in initiators:
                faults.add(f"rule {rule.id}", Message("there is no initiator «{initiator}»", initiator=name))


@cache
def shipped() -> tuple[Regime, ...]:
    """Return the regimes that come with this program."""
    folder = files("aigaq.profiles") / "regimes"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(regime(tomllib.loads(entry.read_text(encoding="utf-8")), name=entry.name) for entry in found)


def regimes(jurisdiction: str, *, own: Path | None = None) -> tuple[Regime, ...]:
    """Return the regimes of a country, oldest first.

    Args:
        jurisdiction: Code of the country.
        own: Folder whose files ``regime-*.toml`` are regimes too.

    Raises:
        Refused: ``regime.unknown`` when there is none, ``regime.overlap`` when two hold on one day.
        UnreadableInput: A file has faults.
    """
    paths = sorted(own.glob("regime-*.toml")) if own and own.is_dir() else []
    added = [regime(read_toml(path, name=path.name), name=path.name) for path in paths]
    found = [each for each in (*shipped(), *added) if each.jurisdiction == jurisdiction]
    if not found:
        raise Refused(
            "regime.unknown",
            "There is no regime for «{jurisdiction}».",
            hint="Known: {known}. Another country is a file standards/regime-NAME.toml in the dossier.",
            jurisdiction=jurisdiction,
            known=", ".join(sorted({each.jurisdiction for each in shipped()})),
        )
    _apart(found)
    return tuple(sorted(found, key=lambda each: str(each.period.since or "")))


def _apart(found: Sequence[Regime]) -> None:
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if one.period.overlaps(other.period):
                raise Refused(
                    "regime.overlap",
                    "The regimes {one} and {other} hold on the same days.",
                    hint="Give each the days on which it holds: since and until.",
                    one=one.name,
                    other=other.name,
                )


def regime_on(found: Iterable[Regime], when: PartialDate) -> Regime | None:
    """Return the regime that holds on a day; None where none does, or the date does not settle which."""
    return next((each for each in found if each.period.covers(when)), None)
