"""Words and marks of a wording for comparing: equal for texts that differ in layout and typing only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aigaq.law.structure.key import spaced
from aigaq.text.tokens import words


class Sign(NamedTuple):
    """A word or a punctuation mark.

    A named tuple and not an attrs value, because a law has tens of thousands of them.

    Args:
        key: What is compared; see `aigaq.law.structure.key.key`.
        start: Offset in the original of the word it belongs to.
        end: Offset after that word.
    """

    key: str
    start: int
    end: int


def signs(text: str) -> tuple[Sign, ...]:
    """Return the signs of a text; their keys joined are `aigaq.law.structure.key.key` of it.

    >>> [sign.key for sign in signs("14–1 дней")]
    ['14', '-', '1', 'дней']
    """
    return tuple(Sign(part, word.start, word.end) for word in words(text) for part in spaced(word.key).split())


def keys(found: Sequence[Sign]) -> list[str]:
    """Return what is compared."""
    return [sign.key for sign in found]


def is_word(key: str) -> bool:
    """Tell whether a sign is a word or a number, not a punctuation mark."""
    return key[:1].isalnum()


def quote(text: str, found: Sequence[Sign]) -> str:
    """Return the original from the first of some signs to the last."""
    return text[found[0].start : found[-1].end] if found else ""
