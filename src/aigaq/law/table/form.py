"""The form of a comparative table: which columns, under which headings, grouped by what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from aigaq.errors import UsageError
from aigaq.law.structure.unit import Kind
from aigaq.values import Language

ROLES: Final = ("number", "unit", "old", "new", "change", "justification")
"""What a column can hold."""


@frozen
class FormColumn:
    """A column of the form.

    Args:
        role: What it holds, one of `ROLES`.
        width: Its share of the width of the page.
        titles: Its heading in each language.
    """

    role: str
    width: float
    titles: Mapping[Language, str]


@frozen
class Form:
    """The form of the table.

    Args:
        name: Name of the profile it comes from.
        verified: False when nobody checked it against an official form.
        titles: What such a table is called, in each language.
        columns: Its columns, in order.
        groups: Kinds of unit whose heading stands over the rows below it.
    """

    name: str
    verified: bool
    titles: Mapping[Language, str]
    columns: tuple[FormColumn, ...]
    groups: frozenset[Kind]

    def has(self, role: str) -> bool:
        """Return True when there is a column for ``role``."""
        return any(column.role == role for column in self.columns)


def form(profile: Mapping[str, object]) -> Form:
    """Return the form that a profile describes.

    Raises:
        UsageError: ``profile.table`` when it describes none, or one that cannot be filled in.

    >>> from aigaq.profiles import profile
    >>> [column.role for column in form(profile("kz")).columns]
    ['number', 'unit', 'old', 'new', 'justification']
    """
    name = str(profile.get("name", ""))
    try:
        return _form(profile["table"], name)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise UsageError(
            "profile.table",
            "The profile {name} describes no table that can be filled in: {fault}.",
            hint="Compare it with profiles/kz.toml: title, columns, and a [table.column.NAME] for each.",
            name=name,
            fault=str(fault) or type(fault).__name__,
        ) from None


def _form(table: object, name: str) -> Form:
    if not isinstance(table, Mapping):
        raise TypeError("table")
    roles = [str(role) for role in table["columns"]]
    unknown = [role for role in roles if role not in ROLES]
    if unknown or not {"old", "new"} <= set(roles) or len(set(roles)) < len(roles):
        raise ValueError(f"columns = {roles}")
    return Form(
        name,
        table["status"] == "verified",
        _titles(table["title"]),
        tuple(_column(role, table["column"][role]) for role in roles),
        frozenset(map(Kind, table["groups"])),
    )


def _column(role: str, data: Mapping[str, object]) -> FormColumn:
    width = float(str(data["width"]))
    if not 0 < width < float("inf"):
        raise ValueError(f"width = {width}")
    return FormColumn(role, width, _titles(data))


def _titles(data: Mapping[str, object]) -> Mapping[Language, str]:
    return {language: str(data[language.value]) for language in Language}
