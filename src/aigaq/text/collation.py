"""Alphabetical order for Kazakh, Russian and English, with numbers in their own order."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal
from unicodedata import category, normalize

from aigaq.text.alphabets import ENGLISH_LETTERS, KAZAKH_LETTERS, script
from aigaq.text.fold import fold

Language = Literal["kk", "ru", "en"]
SortKey = tuple[tuple[tuple[int, int], ...], str, str]

_PIECE: Final = re.compile(r"[0-9]{1,18}|\s+|.", re.DOTALL)
_WORD: Final = re.compile(r"[^\W\d_]+")
_SPACE, _MARK, _NUMBER, _LETTER, _OTHER = range(5)


def sort_key(text: str, language: Language) -> SortKey:
    """Return a key that puts texts in the order of ``language``.

    Letters go by the alphabet and not by case (a small letter before its capital where all else is equal),
    numbers by their value, so that inserted ones follow the one they are inserted after. White space comes
    before punctuation, then numbers, then letters. Kazakh and Russian share the 42-letter order, which holds
    the 33 Russian letters in Russian order; Latin words follow the Cyrillic ones, in English they come first.
    A word of mixed scripts stands where its Cyrillic spelling would.

    >>> sorted(["15", "14-2", "14", "14-10", "14-1"], key=lambda number: sort_key(number, "ru"))
    ['14', '14-1', '14-2', '14-10', '15']
    >>> sorted(["қала", "кітап", "ғылым", "гүл", "ұл", "үй"], key=lambda word: sort_key(word, "kk"))
    ['гүл', 'ғылым', 'кітап', 'қала', 'ұл', 'үй']
    """
    spelled = normalize("NFC", text)
    if language != "en":
        spelled = _WORD.sub(lambda word: fold(word[0]) if script(word[0]) == "mixed" else word[0], spelled)
    pieces = _PIECE.findall(spelled.casefold())
    return tuple(_rank(piece, language) for piece in pieces), spelled.swapcase(), text


@cache
def _ranks(language: Language) -> dict[str, int]:
    letters = ENGLISH_LETTERS + KAZAKH_LETTERS if language == "en" else KAZAKH_LETTERS + ENGLISH_LETTERS
    return {letter: place for place, letter in enumerate(letters)}


def _rank(piece: str, language: Language) -> tuple[int, int]:
    ranks = _ranks(language)
    if piece in ranks:
        return _LETTER, ranks[piece]
    if piece.isascii() and piece.isdigit():
        return _NUMBER, int(piece)
    if piece.isspace():
        return _SPACE, 0
    base = normalize("NFD", piece)[0]
    if base in ranks:
        return _LETTER, ranks[base]
    return (_OTHER if category(piece).startswith("L") else _MARK), ord(piece)
