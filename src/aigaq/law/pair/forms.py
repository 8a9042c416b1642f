"""How many different words a list holds, forms of one word counted once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aigaq.text.fold import fold
from aigaq.text.stems import stems
from aigaq.values import Language

_WORD = re.compile(r"[^\W_]+")
_MOST = 200
"""Longer lists are counted as they stand."""

_Phrase = list[frozenset[str]]


def distinct(words: Sequence[str], language: Language) -> int:
    """Return how many of the listed words are no forms of others: case, number and capitals aside.

    >>> distinct(["книга", "книги", "Книгой", "сад"], Language.RU)
    2
    >>> distinct(["кітап", "кітаптың", "бақ"], Language.KK)
    2
    """
    if len(words) > _MOST:
        return len(words)
    known: list[_Phrase] = []
    for phrase in (_phrase(found, language) for found in words):
        if not any(_alike(phrase, other) for other in known):
            known.append(phrase)
    return len(known)


def _phrase(words: str, language: Language) -> _Phrase:
    spoken = "kk" if language is Language.KK else "ru"
    return [stems(word, spoken) for word in _WORD.findall(fold(words))]


def _alike(one: _Phrase, other: _Phrase) -> bool:
    return len(one) == len(other) and all(word & twin for word, twin in zip(one, other, strict=True))
