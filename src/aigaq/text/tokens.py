"""Words and punctuation marks of a text, for word-level differences and for searching.

The cut is made on the matching key, so that texts with one key have the same tokens, however they were typed.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from aigaq.text.fold import fold
from aigaq.text.offsets import offsets

TOKEN: Final = re.compile(
    r"""
    \w[\w\u0300-\u036f]*                    # letters and digits, with stress marks
    (?: (?: [-']                            # inner hyphens and apostrophes: 14-1, көше-кент
          | (?<=[0-9])[.,](?=[0-9]) )       # points and commas inside numbers: 30.12.2025
        \w[\w\u0300-\u036f]* )*
    | [^\w\s]                               # every punctuation mark stands alone
    """,
    re.VERBOSE,
)
"""One token of a folded text; white space is never part of one."""


class Word(NamedTuple):
    """A word, a number or a punctuation mark of a text.

    A named tuple and not an attrs value, because a law has tens of thousands of them.

    Args:
        start: Offset of its first character in the original.
        end: Offset after its last character.
        text: The word as typed.
        key: Its matching key.
    """

    start: int
    end: int
    text: str
    key: str


def token_keys(text: str) -> list[str]:
    """Return the keys of the tokens of ``text``.

    >>> token_keys("Статья 14-1. «Бiлiм» от 30.12.2025")
    ['Статья', '14-1', '.', '"', 'Білім', '"', 'от', '30.12.2025']
    """
    return TOKEN.findall(fold(text))


def words(text: str) -> list[Word]:
    """Return the tokens of ``text``, in order, with their places in the original.

    The keys are those of `token_keys`; what lies between two tokens is white space.

    >>> [word.text for word in words("бiлiм – N 5;")]
    ['бiлiм', '–', 'N', '5', ';']
    """
    way, tokens = offsets(text), TOKEN.finditer(fold(text))
    if way.even:
        return [Word(token.start(), token.end(), text[token.start() : token.end()], token[0]) for token in tokens]
    found = []
    for token in tokens:
        start, end = way.span(token.start(), token.end())
        found.append(Word(start, end, text[start:end], token[0]))
    return found
