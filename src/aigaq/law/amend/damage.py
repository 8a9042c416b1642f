"""Words that a damaged copy of an act may have run together: «обучениявременную»."""

from __future__ import annotations

import re
from functools import lru_cache

from aigaq.law.amend.node import Law
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.unit import Tree
from aigaq.text.fold import fold
from aigaq.text.stems import stems
from aigaq.values import Language

_WORD = re.compile(r"[^\W\d_]{6,60}")
_ANY = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
_LONG = 5
"""Behind a known word of so many letters, so many unknown ones are taken for another word."""


def glued_words(text: str, law: Law, *, act: Act) -> list[str]:
    """Return the words of a quotation that stand nowhere else and are two words of this law or act in one.

    Asked only of a copy whose own formulae have lost spaces («заменитьсловами»); a real compound is refused with them,
    and a person decides.

    Args:
        text: The quotation.
        law: The law that is amended.
        act: The act.
    """
    words, known = _vocabulary(law.tree, act.source.text, act.language)
    found = []
    for match in _WORD.finditer(fold(text)):
        word = match[0].lower()
        if words.get(word, 0) <= 1 and _splits(word, words, known, act.language):
            found.append(match[0])
    return found


def _splits(word: str, words: dict[str, int], known: frozenset[str], language: Language) -> bool:
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:at], word[at:]
        if not words.get(head, 0):
            continue
        if words.get(tail, 0) or (len(tail) > _SHORTEST and _stems(tail, language) & known):
            return True
        if len(head) >= _LONG and len(tail) >= _LONG:
            return True
    return False


@lru_cache(maxsize=4)
def _vocabulary(tree: Tree, act: str, language: Language) -> tuple[dict[str, int], frozenset[str]]:
    """Return how often each word stands in the law and the act, and the stems of those that stand there."""
    counts: dict[str, int] = {}
    for text in (tree.source.text, act):
        for word in _ANY.findall(fold(text).lower()):
            counts[word] = counts.get(word, 0) + 1
    return counts, frozenset(stem for word in counts if len(word) > _SHORTEST for stem in _stems(word, language))


def _stems(word: str, language: Language) -> frozenset[str]:
    return stems(word, "kk" if language is Language.KK else "ru")
