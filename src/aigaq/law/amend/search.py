"""Words in a wording: found token by token, whatever way they were typed, with the place in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import is_normalized

from attrs import frozen

from aigaq.law.amend.node import Node
from aigaq.law.structure.key import key
from aigaq.text.fold import APOSTROPHES, DASHES, QUOTES, fold
from aigaq.text.offsets import offsets
from aigaq.text.watch import WatchTerm, find, watch_term
from aigaq.values import Language

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_LETTERS = re.compile(r"[^\W\d_]")
_BEGINS = re.compile(r"(?:^|[.!?][»\"”)]?\s)[\s«\"(]*$")
_WORD = re.compile(r"[^\W_]+")


@frozen
class Match:
    """A place where words stand.

    Args:
        node: The unit.
        start: Offset of their first character in its wording.
        end: Offset after their last character.
    """

    node: Node
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as they stand there."""
        return self.node.text[self.start : self.end]


class _Token(NamedTuple):
    start: int
    end: int
    key: str


def tokens(text: str) -> list[_Token]:
    """Return words and signs of a text with their places; a hyphen is a sign of its own."""
    folded = fold(text)
    found = _TOKEN.finditer(folded)
    if _is_even(text, folded):
        return [_Token(*token.span(), token[0]) for token in found]
    way = offsets(text)
    return [_Token(*way.span(*token.span()), token[0]) for token in found]


def _is_even(text: str, folded: str) -> bool:
    """Tell cheaply whether every character of a text folds to one character in the same place."""
    same = len(folded) == len(text) and "  " not in text
    return same and text.isprintable() and is_normalized("NFC", text)


def matches(node: Node, words: str) -> list[Match]:
    """Return the places in the wording of a unit where ``words`` stand as whole words."""
    needle, wanted = _needle(words)
    if not needle or node.repealed or not node.text or wanted not in node.key:
        return []
    places = list(_places(_TOKEN.findall(fold(node.text)), needle))
    if not places:
        return []
    held = tokens(node.text)
    return [
        Match(node, held[at].start, held[at + len(needle) - 1].end)
        for at in places
        if _whole(node.text, held, at, len(needle))
    ]


def sought(words: str) -> str:
    """Return the key of words that are looked for."""
    return _needle(words)[1]


@lru_cache(maxsize=1024)
def _needle(words: str) -> tuple[list[str], str]:
    """Return the words and signs that are looked for, and their key."""
    return _TOKEN.findall(fold(words)), key(words)


def _places(keys: list[str], needle: list[str]) -> Iterator[int]:
    """Yield where one list stands in another; places do not overlap."""
    at = 0
    while True:
        try:
            at = keys.index(needle[0], at)
        except ValueError:
            return
        if keys[at : at + len(needle)] == needle:
            yield at
            at += len(needle)
        else:
            at += 1


def _whole(text: str, held: list[_Token], at: int, size: int) -> bool:
    """Tell whether a match does not cut a hyphenated word, or a number, in two."""
    if _grouped(held, at - 1, at) or _grouped(held, at + size - 1, at + size):
        return False
    return _edge(text, held, at - 1, at) and _edge(text, held, at + size, at + size - 1)


def _edge(text: str, held: list[_Token], sign: int, inner: int) -> bool:
    """Tell whether the sign beside a match does not tie it to another word."""
    beyond = sign - 1 if sign < inner else sign + 1
    if not (0 <= sign < len(held) and 0 <= beyond < len(held)) or not held[inner].key[0].isalnum():
        return True
    outer, mark, word = held[beyond], held[sign], held[inner]
    first, last = (outer, word) if sign < inner else (word, outer)
    tight = first.end == mark.start and mark.end == last.start
    if not tight or not outer.key[0].isalnum():
        return True
    return not (mark.key in "-'" or (mark.key in ".,/:" and outer.key.isdigit() and word.key.isdigit()))


def _grouped(held: list[_Token], left: int, right: int) -> bool:
    """Tell whether two neighbours are groups of digits of one number: «10 000»."""
    if not 0 <= left < right < len(held):
        return False
    one, other = held[left].key, held[right].key
    return one.isdigit() and other.isdigit() and len(one) <= 3 and len(other) == 3


def in_other_forms(node: Node, words: str, *, language: Language) -> int:
    """Return how often the words stand in a wording with other endings or capitals."""
    if not _LETTERS.search(words) or not node.text or node.repealed:
        return 0
    term, own = _term(words, language)
    if not term.pattern.search(node.small):
        return 0
    return sum(1 for hit in find([term], node.text) if _WORD.findall(fold(hit.text)) != own)


def capitalised(node: Node, words: str) -> bool:
    """Tell whether words quoted with a small letter begin a wording or a sentence, where they have a capital."""
    if not words[:1].islower() or node.made is not None:
        return False
    found = matches(node, words[:1].upper() + words[1:])
    return any(_BEGINS.search(node.text[: match.start]) for match in found)


@lru_cache(maxsize=1024)
def _term(words: str, language: Language) -> tuple[WatchTerm, list[str]]:
    return watch_term(words, "kk" if language is Language.KK else "ru"), _WORD.findall(fold(words))


def folds(typed: str, found: str) -> set[str]:
    """Return the kinds of typing in which words differ although they say the same.

    >>> sorted(folds("«бiлiм» -", '"білім" –'))
    ['dash', 'lookalike', 'quote']
    """
    ours, theirs = "".join(typed.split()), "".join(found.split())
    kinds = {"space"} if " ".join(typed.split()) != " ".join(found.split()) and ours == theirs else set()
    if len(ours) != len(theirs):
        return kinds | {"typing"}
    return kinds | {_kind(one) if one != other else "" for one, other in zip(ours, theirs, strict=True)} - {""}


def _kind(sign: str) -> str:
    if sign in QUOTES or sign in APOSTROPHES or sign == '"':
        return "quote"
    if sign in DASHES or sign == "-":
        return "dash"
    return "lookalike" if sign.isalpha() else "typing"
