"""Reading what a person wrote: every fault of a file at once, each with its place; a key that is not known is one too.

A misspelt key that vanished would be a fact that vanished, so nothing is passed over.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import define, field, frozen

from aigaq.errors import UnreadableInput
from aigaq.text.fold import fold
from aigaq.values import Language, Message, PartialDate, translated, why

LARGEST = 4_000_000
"""Bytes of the largest file that a person writes by hand."""

SHOWN = 12
"""Faults that an error names; the rest is counted."""


@frozen
class _Listed:
    """Faults in a sentence: the first of them, each with its place."""

    found: tuple[tuple[str, Message], ...]

    def text(self, translate: Callable[[str], str] = str) -> str:
        lines = [
            f"{translated(place, translate)}: {said.text(translate)}" if place else said.text(translate)
            for place, said in self.found
        ]
        if len(lines) == 1:
            return lines[0]
        return "".join(f"\n  - {line}" for line in [*lines[:SHOWN], *(["…"] if len(lines) > SHOWN else [])])

    def __str__(self) -> str:
        return self.text()


@define
class Faults:
    """The faults of one file.

    Args:
        name: Name of the file, without the folders above the dossier.
        found: Place and sentence of each.
    """

    name: str
    found: list[tuple[str, Message]] = field(factory=list)

    def add(self, place: str, said: Message) -> None:
        """Note a fault down."""
        self.found.append((place, said))

    def check(self) -> None:
        """Raise all of them, if there are any.

        Raises:
            UnreadableInput: ``dossier.faults``.
        """
        if self.found:
            raise UnreadableInput(
                "dossier.faults",
                "{name} has faults ({n}): {faults}",
                hint="Mend each of them; the form of every file is in docs/reference/dossier.md.",
                name=self.name,
                n=len(self.found),
                faults=_Listed(tuple(self.found)),
            )


def read_toml(path: Path, *, name: str) -> Mapping[str, object]:
    """Return a TOML file as plain values.

    Raises:
        UnreadableInput: ``dossier.missing-file``, ``dossier.toml``.
    """
    text = read_text(path, name=name)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise UnreadableInput(
            "dossier.toml",
            "{name} is no TOML: {fault}.",
            hint="A text stands in quotation marks, a list in square brackets.",
            name=name,
            fault=str(fault)[:200] or "nested too deeply",
        ) from None


def read_text(path: Path, *, name: str, mark: bool = False) -> str:
    """Return the text of a file that a person wrote, without its byte-order mark unless ``mark`` is set.

    Raises:
        UnreadableInput: ``dossier.missing-file`` when it is not there, too large or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(name)
        return data.decode("utf-8" if mark else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableInput(
            "dossier.encoding",
            "{name} is not UTF-8.",
            hint="Save it as UTF-8 text; a spreadsheet calls it “CSV UTF-8”.",
            name=name,
        ) from None
    except OSError as fault:
        raise UnreadableInput(
            "dossier.missing-file",
            "{name} cannot be read: {reason}.",
            hint="Check that it is there and who may read it.",
            name=name,
            reason=why(fault),
        ) from None


def _too_large(name: str) -> UnreadableInput:
    return UnreadableInput(
        "dossier.too-large",
        "{name} has more than {most} bytes.",
        hint="Is it the file that belongs there? Tables of a dossier are written by hand.",
        name=name,
        most=LARGEST,
    )


@define
class Fields:
    """The fields of one entry, taken out one by one; what is left over at the end is a fault.

    Args:
        values: What stands there.
        faults: Where faults go.
        place: Where it stands, for people: ``"rule table-with-bill"``, ``"line 4"``.
    """

    values: Mapping[str, object]
    faults: Faults
    place: str
    seen: set[str] = field(factory=set)

    def fault(self, said: Message) -> None:
        """Note a fault of this entry down."""
        self.faults.add(self.place, said)

    def get(self, key: str, *, needed: bool = False) -> object:
        """Return what stands at ``key``; None when it is not there or empty."""
        self.seen.add(key)
        value = self.values.get(key)
        if value is None or value == "":
            if needed:
                self.fault(Message("{key} is missing", key=key))
            return None
        return value

    def text(self, key: str, *, needed: bool = False, among: Iterable[str] | None = None) -> str:
        """Return a text; "" when there is none."""
        value = self.get(key, needed=needed)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(Message("{key} is no text", key=key))
            return ""
        if any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n" for sign in value):
            self.fault(Message("{key} holds signs that cannot be printed", key=key))
            return ""
        if among is not None and value not in (known := list(among)):
            self.fault(unknown(key, value, known=known))
            return ""
        return value.strip()

    def number(self, key: str) -> int | None:
        """Return a whole number that is not negative."""
        value = self.get(key)
        if value is None:
            return None
        digits = str(value).strip()
        if isinstance(value, bool) or not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            self.fault(Message("{key} is «{value}», no whole number", key=key, value=digits[:40]))
            return None
        return int(digits)

    def flag(self, key: str) -> bool:
        """Return true or false; false when nothing is said."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.fault(Message("{key} is neither true nor false", key=key))
        return value is True

    def day(self, key: str, *, needed: bool = False) -> PartialDate:
        """Return a date; the unknown one when there is none."""
        value = self.get(key, needed=needed)
        try:
            return PartialDate.of(str(value)) if value is not None else PartialDate()
        except ValueError:
            self.fault(
                Message(
                    "{key} is «{value}», no date (2026-03-02, 2026-03, 2026-Q1, 2026)", key=key, value=str(value)[:40]
                )
            )
            return PartialDate()

    def words(self, key: str, *, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """Return a list of words: a list in TOML, words with spaces or semicolons between them in CSV."""
        value = self.get(key)
        if value is None:
            return ()
        found = value.replace(";", " ").replace(",", " ").split() if isinstance(value, str) else value
        if not isinstance(found, Sequence) or not all(isinstance(word, str) for word in found):
            self.fault(Message("{key} is no list of words", key=key))
            return ()
        known = None if among is None else list(among)
        for word in found:
            if known is not None and word not in known:
                self.fault(unknown(key, word, known=known))
        return tuple(found)

    def languages(self, key: str | None = None) -> Mapping[Language, str]:
        """Return a text in every language, from the table at ``key`` or from the entry itself."""
        inner = self if key is None else self.inner(key)
        found = {language: inner.text(language.value, needed=True) for language in Language}
        if key is not None:
            inner.done()
        return found

    def inner(self, key: str) -> Fields:
        """Return the fields of the table at ``key``."""
        value = self.get(key)
        if value is not None and not isinstance(value, Mapping):
            self.fault(Message("{key} is no table", key=key))
        return Fields(value if isinstance(value, Mapping) else {}, self.faults, f"{self.place}, {key}".strip(", "))

    def entries(self, key: str, *, called: str = "id") -> Iterator[Fields]:
        """Yield the fields of each table of the list at ``key``."""
        value = self.get(key)
        if value is not None and not isinstance(value, list):
            self.fault(Message("{key} is no list of tables", key=key))
        for at, entry in enumerate(value if isinstance(value, list) else [], 1):
            if isinstance(entry, Mapping):
                yield Fields(entry, self.faults, f"{key} {_named(entry.get(called)) or at}")
            else:
                self.fault(Message("{key} is no list of tables", key=key))

    def done(self) -> None:
        """Note every key down that was not asked for."""
        for key in self.values.keys() - self.seen:
            self.fault(Message("{key} is not known here", key=str(key)[:60]))


def _named(value: object) -> str:
    """Return what an entry is called, as far as a message can hold it."""
    text = str(value or "")[:60]
    return text if text.isprintable() else ""


def lookalike(word: str, known: Iterable[str]) -> str:
    """Return the known word that looks the same and is written with letters of another alphabet; "" for none."""
    return next((each for each in known if fold(each).casefold() == fold(word).casefold() and each != word), "")


def mixed(word: str, other: str) -> Message:
    """Return the fault of a word that only looks like a known one."""
    said = "«{word}» looks like «{other}» and is not: it holds letters of another alphabet, or capitals"
    return Message(said, word=word[:60], other=other)


def unknown(key: str, value: str, *, known: Sequence[str]) -> Message:
    """Return the fault of a value that is not among those that are known."""
    other = lookalike(value, known)
    if other:
        return Message("{key}: {mixed}", key=key, mixed=mixed(value, other))
    return Message("{key} is «{value}», not one of: {known}", key=key, value=value[:60], known=", ".join(known))


def unique(entries: Iterable[tuple[str, str]], *, faults: Faults) -> None:
    """Note down every id that is given twice; ``entries`` are places and ids."""
    seen: set[str] = set()
    for place, name in entries:
        if name in seen:
            faults.add(place, Message("the id «{id}» is given twice", id=name[:60]))
        seen.add(name)
