"""What the headings of a published table may be called, and what its cells may say instead of a wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from aigaq.errors import UsageError
from aigaq.text.fold import fold

ROLES: Final = ("number", "unit", "old", "new", "justification")
"""What a column of a published table can hold."""
SAID: Final = ("absent", "removed", "unchanged", "continued", "draft")
"""What the words of a profile can say beside the headings."""
_EDGES = " .,;:()[]<>\"'*-–—"
_GAP = re.compile(r"[\s.,;:()\"'*]+")


@frozen
class Known:
    """The words of a profile, folded.

    Args:
        headings: Headings of each column; a heading of a table begins with one of them.
        said: Words that stand for no wording: ``absent``, ``removed``, ``unchanged``; ``continued`` marks a row that
            goes on; ``draft`` marks a heading that names the bill and not the law it amends.
    """

    headings: Mapping[str, tuple[str, ...]]
    said: Mapping[str, tuple[str, ...]]

    def role(self, heading: str) -> str:
        """Return which column has this heading; "" when none.

        The longest known heading decides, so that «№» is no «№ статьи».
        """
        text = bare(heading)
        fitting = [
            (len(words), role)
            for role, names in self.headings.items()
            for words in names
            if text == words or (role != "number" and text.startswith(f"{words} "))
        ]
        return max(fitting, default=(0, ""))[1]

    def says(self, what: str, text: str) -> bool:
        """Tell whether ``text`` is one of the words for ``what`` and nothing else."""
        return bare(text) in self.said[what]

    def holds(self, what: str, text: str) -> bool:
        """Tell whether one of the words for ``what`` stands in ``text``."""
        folded = bare(text)
        return any(words in folded for words in self.said[what])


def bare(text: str) -> str:
    """Return a text folded, in small letters, without marks at its edges.

    >>> bare(" «Действующая  редакция»: ")
    'действующая редакция'
    """
    return _GAP.sub(" ", fold(text).casefold()).strip(_EDGES)


def known(profile: Mapping[str, object]) -> Known:
    """Return the words that a profile knows.

    Raises:
        UsageError: ``profile.known`` when it has no such section.

    >>> from aigaq.profiles import profile
    >>> known(profile("kz")).role("Ұсынылып отырған редакция")
    'new'
    """
    try:
        return _known(profile["table"])
    except (KeyError, TypeError, AttributeError) as fault:
        raise UsageError(
            "profile.known",
            "The profile {name} does not say what the headings of a published table are called: {fault}.",
            hint="Compare it with profiles/kz.toml: [table.known].",
            name=str(profile.get("name", "")),
            fault=str(fault) or type(fault).__name__,
        ) from None


def _known(table: object) -> Known:
    if not isinstance(table, Mapping):
        raise TypeError("table")
    given, columns = table["known"], table.get("column", {})
    headings = {role: _words((*given[role], *_titles(columns.get(role, {})))) for role in ROLES}
    return Known(headings, {what: _words(given[what]) for what in SAID})


def _titles(column: Mapping[str, object]) -> list[str]:
    return [title for title in column.values() if isinstance(title, str)]


def _words(given: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bare(str(words)) for words in given))
