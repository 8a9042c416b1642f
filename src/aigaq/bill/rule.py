"""Rules of procedure as data: what is asked, by which provision, of whom, and how sure that is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Final

from attrs import field, frozen

from aigaq.bill.faults import Faults, Fields, unique
from aigaq.bill.mark import Mark
from aigaq.bill.told import Told, told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Language, Message

ROLES: Final = ("introduction", "first-reading", "second-reading", "adoption", "second-chamber", "president", "force")
"""What a stage is in the travel of a bill, in whatever country."""

BOUND: Final = ("parliament", "senate", "government", "president", "deputies", "initiator", "organ")
"""Whom a rule can bind."""

PARAMETERS: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("document", "stage", "by", "also_asked_at"),
    "gap": ("from", "to", "at_most", "at_least", "months", "silence"),
    "per-day": ("event", "at_most"),
    "unchanged": ("event", "within_days", "of"),
    "present": ("event", "before"),
    "stages": ("event", "at_least", "before"),
    "languages": ("document", "stage", "languages", "by"),
    "dated": ("documents",),
    "table-complete": ("document",),
    "scope": ("from", "to"),
}
"""The checks, each with its parameters."""

OFFICIAL: Final = "official"
"""Stands for the languages in which a country publishes its laws."""

_LISTS: Final = {"also_asked_at", "languages", "documents"}
_NUMBERS: Final = {"at_most", "at_least", "months", "within_days"}
_STAGES: Final = {"stage", "also_asked_at"}
_EVENTS: Final = {"by", "from", "to", "event", "of", "before", "silence"}


@frozen
class Spoken:
    """A sentence that stands in every language, for a message to hold.

    Args:
        names: The sentence, by language.
    """

    names: Mapping[Language, str]

    def __str__(self) -> str:
        return self.names[Language.EN]


@frozen
class Rule:
    """One rule of procedure.

    Args:
        id: Its name, unique in its file.
        check: Which check judges it, one of `PARAMETERS`.
        cite: The provision.
        standard: Id of the international standard it comes from; "" for a domestic rule.
        binds: Whom it binds, some of `BOUND`.
        exempt: Initiators whose bills it does not bind.
        mark: How sure the rule is.
        checked: Day on which somebody read the provision; None when nobody did.
        yardstick: True when its number of days is ours and not the provision's.
        older: True when an older edition of the provision was read.
        says: What it asks, in one sentence.
        parameters: The parameters of its check.
    """

    id: str
    check: str
    cite: Told
    standard: str
    binds: tuple[str, ...]
    exempt: tuple[str, ...]
    mark: Mark
    checked: date | None
    yardstick: bool
    older: bool
    says: Mapping[Language, str]
    parameters: Mapping[str, object] = field(factory=dict)

    @property
    def domestic(self) -> bool:
        """True for a rule of the country's own law."""
        return not self.standard

    @property
    def spoken(self) -> Spoken:
        """What it asks, for a message to hold."""
        return Spoken(self.says)

    def word(self, key: str) -> str:
        """Return a parameter that is a word; "" when it is not given."""
        return str(self.parameters.get(key, ""))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a parameter that is a list, or words with ``|`` between them."""
        value = self.parameters.get(key, ())
        return tuple(value.split("|")) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]

    def days(self, key: str) -> int | None:
        """Return a parameter that is a number; None when it is not given."""
        value = self.parameters.get(key)
        return value if isinstance(value, int) else None


def read_rules(top: Fields) -> tuple[Rule, ...]:
    """Return the rules of a file, noting every fault down in ``top.faults``."""
    rules = tuple(_rule(entry) for entry in top.entries("rule"))
    unique(((f"rule {rule.id}", rule.id) for rule in rules), faults=top.faults)
    return rules


def _rule(entry: Fields) -> Rule:
    check = entry.text("check", needed=True, among=PARAMETERS)
    checked = entry.day("checked")
    note = entry.text("note", among=("older-edition",))
    made = Rule(
        id=entry.text("id", needed=True),
        check=check,
        cite=told(entry, "cite", needed=True),
        standard=entry.text("standard"),
        binds=entry.words("binds", among=BOUND),
        exempt=entry.words("exempt"),
        mark=Mark(entry.text("mark", needed=True, among=[mark.value for mark in Mark]) or "U"),
        checked=checked.day,
        yardstick=entry.flag("yardstick"),
        older=note == "older-edition",
        says=entry.languages("says"),
        parameters=dict(_parameters(check, entry.inner("with"))),
    )
    entry.done()
    return made


def _parameters(check: str, given: Fields) -> Iterator[tuple[str, object]]:
    for key in PARAMETERS.get(check, ()):
        if given.values.get(key) is None:
            continue
        value: object = given.number(key) if key in _NUMBERS else None
        if key in _LISTS:
            value = given.words(key, among=ROLES if key in _STAGES else None)
        elif key not in _NUMBERS:
            value = given.text(key, among=ROLES if check in ("document", "languages") and key in _STAGES else None)
        _known(key, value, given)
        yield key, value
    given.done()


def _known(key: str, value: object, given: Fields) -> None:
    """Note an event or a document down that the vocabulary does not know."""
    terms = vocabulary()
    for word in str(value).split("|") if key in _EVENTS and isinstance(value, str) else ():
        kind, _, of = word.partition(":")
        known = (
            of in terms.documents if kind == "document" and of else word.partition("@")[0] in {*terms.events, *ROLES}
        )
        if not known:
            given.fault(Message("{key} is «{value}», which the vocabulary does not know", key=key, value=word[:60]))
    documents = value if key == "documents" else (value,) if key == "document" else ()
    for name in documents if isinstance(documents, tuple) else ():
        if name and name not in terms.documents:
            given.fault(
                Message("{key} is «{value}», which the vocabulary does not know", key=key, value=str(name)[:60])
            )


def international() -> tuple[Rule, ...]:
    """Return the rules that hold in every country; each names a standard of the catalogue.

    Raises:
        UnreadableInput: ``dossier.faults``.
    """
    found: list[Rule] = []
    folder = files("aigaq.profiles") / "rules"
    for entry in sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name):
        faults = Faults(entry.name)
        top = Fields(tomllib.loads(entry.read_text(encoding="utf-8")), faults, "")
        top.text("name")
        top.number("version")
        found += read_rules(top)
        top.done()
        faults.check()
    return tuple(found)
