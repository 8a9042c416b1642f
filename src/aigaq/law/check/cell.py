"""What a cell says: a wording in pieces, with gaps where words are left out, or that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from attrs import evolve, frozen

from aigaq.law.check.known import Known
from aigaq.law.check.signs import Sign, is_word, keys, signs
from aigaq.law.compare.wording import plain
from aigaq.law.structure.forms import FORMS
from aigaq.law.structure.forms.form import is_stub
from aigaq.text.fold import fold
from aigaq.values import Language

GAP: Final = re.compile(r"[\[(<]\s?(?:…|\.\s?\.\s?\.)[\s.…]*[\])>]|(?:…|\.{3,}|\.\s\.\s\.)(?:[\s.…])*")
"""Dots that stand for words left out: «…», «...», «[…]», «… …»."""
_LOOSE: Final = frozenset(".,;:")
_OPENING, _CLOSING = '«"“„', '»"”'
_MARK = re.compile(
    r"(?:(?:стать[яю]|глав[ау]|раздел|параграф|пункт|подпункт)\s+)?(?P<number>\d+(?:-\d+)*)\s?"
    r"(?:-?\s?(?:бап|тарау|бөлім|тармақша|тармақ)\b\s?)?(?P<closed>[.)]*)\s*",
    re.IGNORECASE,
)


class Says(Enum):
    """What a cell says."""

    NOTHING = auto()
    UNCHANGED = auto()
    WORDING = auto()


@frozen
class Piece:
    """A run of words without a gap in it.

    Args:
        text: Its text in one line.
        signs: The signs of ``text``.
        line: True when it begins a line of the cell.
        gap: True when words are left out before it.
        gone: Number of the unit that it says is taken out («3)» of «3) исключить;»); else "".
    """

    text: str
    signs: tuple[Sign, ...]
    line: bool
    gap: bool
    gone: str = ""

    @property
    def keys(self) -> list[str]:
        """Its signs as they are compared."""
        return keys(self.signs)


@frozen
class Wording:
    """A cell, read.

    Args:
        says: What it says.
        pieces: Its words, when it says any.
        open: True when it ends in a gap.
        gaps: True when words are left out anywhere.
    """

    says: Says
    pieces: tuple[Piece, ...] = ()
    open: bool = False
    gaps: bool = False


def wording(text: str, *, words: Known, language: Language, removed: bool) -> Wording:
    """Return what a cell says.

    Args:
        text: The cell.
        words: What cells say instead of a wording.
        language: Language of the law.
        removed: True for the proposed wording, where a unit may be said to be taken out.
    """
    bare = text.strip()
    if not bare or says_nothing(bare, words=words, language=language):
        return Wording(Says.NOTHING)
    if words.says("unchanged", bare):
        return Wording(Says.UNCHANGED)
    pieces = tuple(_pieces(_unquoted(bare), words=words, language=language, removed=removed))
    if not pieces:
        return Wording(Says.WORDING, open=True, gaps=True)
    gaps = list(GAP.finditer(bare))
    return Wording(Says.WORDING, pieces, open=_ends_open(bare, gaps), gaps=bool(gaps))


def says_nothing(text: str, *, words: Known, language: Language) -> bool:
    """Tell whether a text only says that there is no unit, or that it is taken out, its number before it or not."""
    rest = _MARK.match(fold(text))
    tail = fold(text)[rest.end() :] if rest else fold(text)
    return any(
        words.says("absent", said) or words.says("removed", said) or is_stub(said, FORMS[language])
        for said in (fold(text), tail)
        if said
    )


def _ends_open(text: str, gaps: list[re.Match[str]]) -> bool:
    return bool(gaps) and not any(is_word(sign.key) for sign in signs(text[gaps[-1].end() :]))


def _unquoted(text: str) -> str:
    """Return a wording without the quotation marks that are put around the whole of it."""
    inner = text.rstrip(" ;.,")
    if len(inner) > 2 and inner[0] in _OPENING and inner[-1] in _CLOSING:
        middle = inner[1:-1]
        if sum(middle.count(sign) for sign in "«“„") == sum(middle.count(sign) for sign in "»”") and '"' not in middle:
            return middle if not any(sign in middle for sign in _OPENING) else text
    return text


def _pieces(text: str, *, words: Known, language: Language, removed: bool) -> Iterator[Piece]:
    gap = False
    for line in text.split("\n"):
        at, begins = 0, True
        for dots in [*GAP.finditer(line), None]:
            part = line[at : dots.start() if dots else len(line)]
            found = _piece(part, line=begins, gap=gap, before_gap=dots is not None)
            if found:
                gone = removed and begins and dots is None
                yield _gone(found, words=words, language=language) if gone else found
                gap, begins = False, False
            if dots:
                at, gap, begins = dots.end(), True, begins and not found


def _piece(text: str, *, line: bool, gap: bool, before_gap: bool) -> Piece | None:
    """Return a run of words; marks that belong to the words left out before or after it are no part of it."""
    shown = plain(text)
    found = signs(shown)
    while gap and found and found[0].key in _LOOSE:
        found = found[1:]
    if not any(is_word(sign.key) for sign in found):
        return None
    if before_gap and len(found) > 1 and found[-1].key in _LOOSE and not _is_mark(shown):
        found = found[:-1]
    return Piece(shown, found, line, gap)


def _is_mark(text: str) -> bool:
    return _MARK.fullmatch(fold(text)) is not None


def _gone(piece: Piece, *, words: Known, language: Language) -> Piece:
    """Return the piece marked, when it says of the unit with its number that it is taken out."""
    match = _MARK.match(fold(piece.text))
    if match is None or not says_nothing(piece.text, words=words, language=language):
        return piece
    return evolve(piece, gone=f"{match['number']}{match['closed'][:1]}")
