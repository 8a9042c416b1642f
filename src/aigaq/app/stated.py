"""Title and edition date: from the text if it states them, else from the person, else from a sidecar.

A sidecar is ``FILE.toml`` beside ``FILE``, or ``law.toml`` in its folder with an ``[[edition]]`` that names it:
``file``, ``title``, ``date``. A file name is never evidence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from aigaq.errors import UnreadableInput, UsageError
from aigaq.law.structure import Stated, Tree
from aigaq.values import Message

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SIDECAR_BYTES = 1_000_000


@frozen
class Statement:
    """What a person says about a text.

    Args:
        title: Title of the act.
        edition: Edition date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.
    """

    title: str | None = None
    edition: str | None = None


def state(tree: Tree, path: Path, *, said: Statement) -> Tree:
    """Return ``tree`` with its title and edition date filled in, each with the source that states it.

    Args:
        tree: The parsed law.
        path: Its file, for the sidecar beside it.
        said: What the person says.

    Raises:
        UsageError: A date is not a date, or a title cannot be printed.
        UnreadableInput: The sidecar cannot be read.
    """
    if said.title and not said.title.isprintable():
        raise UsageError("stated.title", "The title holds signs that cannot be printed.", hint="Type it again.")
    beside = sidecar(path)
    title, remark = _choose(tree.title, said.title, beside.title)
    edition, dated = _choose(tree.edition, _iso(said.edition), _iso(beside.edition))
    remarks = [*remark, *dated, *_too_early(tree, edition)]
    return evolve(tree, title=title, edition=edition, warnings=(*tree.warnings, *remarks))


def _choose(text: Stated, said: str | None, beside: str | None) -> tuple[Stated, list[str]]:
    """Return the first value stated, and a remark for each later one that contradicts it."""
    values = [text, Stated(said, "argument" if said else None), Stated(beside, "sidecar" if beside else None)]
    known = [value for value in values if value.value]
    if not known:
        return Stated(), []
    first = known[0]
    return first, [
        Message(
            "{one} is stated by the {source}, {other} by the {beside}; the first was taken",
            one=first.value,
            source=first.source,
            other=other.value,
            beside=other.source,
        )
        for other in known[1:]
        if not str(first.value).startswith(str(other.value)) and not str(other.value).startswith(str(first.value))
    ]


def _too_early(tree: Tree, edition: Stated) -> list[str]:
    bound = tree.not_before.isoformat() if tree.not_before else ""
    if edition.value and bound and edition.value < bound[: len(edition.value)]:
        text = "the edition is dated {date}, but its notes call an act of {bound} in force"
        return [Message(text, date=edition.value, bound=bound)]
    return []


def _iso(value: str | None) -> str | None:
    """Return a date as it was given, once it is known to be one."""
    if value is None:
        return None
    try:
        if not _DATE.fullmatch(value):
            raise ValueError
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        raise UsageError(
            "stated.date",
            "{value} is not a date.",
            hint="Write it as 2026-04-01, or 2026-04 when the day is not known.",
            value=value,
        ) from None
    return value


def sidecar(path: Path) -> Statement:
    """Return what the sidecar of ``path`` says; an empty statement when there is none.

    Raises:
        UnreadableInput: It is not TOML, or too large.
    """
    own = path.with_name(f"{path.name}.toml")
    if own.is_file():
        return _statement(_toml(own))
    common = path.with_name("law.toml")
    if common.is_file() and common != path:
        editions = _toml(common).get("edition", [])
        for edition in editions if isinstance(editions, list) else []:
            if isinstance(edition, dict) and edition.get("file") == path.name:
                return _statement(edition)
    return Statement()


def _statement(values: Mapping[str, object]) -> Statement:
    title, when = values.get("title"), values.get("date")
    return Statement(str(title) if title else None, str(when) if when else None)


def _toml(path: Path) -> Mapping[str, object]:
    try:
        if path.stat().st_size > _SIDECAR_BYTES:
            raise ValueError
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        raise UnreadableInput(
            "stated.sidecar",
            "{name}, which stands beside the text, is no readable TOML file.",
            hint="Mend it or move it away.",
            name=path.name,
        ) from None
