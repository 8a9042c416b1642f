"""The headings between the rows of a published table: which act, which chapter, which article."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from aigaq.law.check.known import Known
from aigaq.text.fold import fold

_ACT = re.compile(
    r"\b(?:закон|кодекс|указ)(?:а|е|у|ом)? (?:рк|республики казахстан)\b|\b\w+(?:ый|ой) кодекс\b"
    r"|қазақстан республикасының .{0,80}(?:заңы|кодексі|жарлығы)\b|\b\w+ кодексі\b"
)
_ABOVE = re.compile(
    r"(?:глава|раздел|подраздел|параграф|§|приложение|часть|общая часть|особенная часть)\b"
    r"|(?:\d|[ivxlc])[\w-]*-?\s?(?:тарау|бөлім|параграф|қосымша)"
)
_ARTICLE = re.compile(r"(?:стать|ст\.)|\d[\d-]*-\s?бап")
ACT: Final = 0
"""Level of the heading that names the act whose rows follow."""


def level(heading: str, words: Known) -> int:
    """Return how far out a heading stands: 0 for an act, 1 for a chapter, 2 for an article, 3 for anything else."""
    text = fold(heading).casefold()
    if _ABOVE.match(text) or text.endswith("қосымша"):
        return 1
    if _ARTICLE.match(text):
        return 2
    return ACT if _ACT.search(text) and not words.holds("draft", heading) else 3


@frozen
class Above:
    """The headings that hold at one place of a table, each with its level, outermost first."""

    found: tuple[tuple[int, str], ...] = ()

    def under(self, heading: str, words: Known) -> Above:
        """Return the headings that hold after ``heading``: it ends those that are not above it."""
        rank = level(heading, words)
        return Above((*(pair for pair in self.found if pair[0] < rank), (rank, heading)))

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings themselves."""
        return tuple(text for _, text in self.found)


def acts(headings: tuple[str, ...], words: Known) -> tuple[str, ...]:
    """Return those of the headings that name an act."""
    return tuple(heading for heading in headings if level(heading, words) == ACT)
