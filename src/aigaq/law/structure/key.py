"""The key of a wording: equal for wordings that say the same in the same words."""

from __future__ import annotations

import re

from aigaq.text.fold import fold

_SIGNS = ',.;:()"-/№%!?[]'
"""Punctuation of legal texts; each is replaced by itself, which is faster than one pattern for all."""

_RARE = re.compile(rf"[^\w {re.escape(_SIGNS)}]")


def key(text: str) -> str:
    """Return the key of a wording: folded, every punctuation mark standing alone.

    Copies differ in the space around a mark («13–15», «13 – 15»; «(брака)недействительным»); no law does.

    >>> key("13–15") == key("13 – 15"), key("не движимое") == key("недвижимое")
    (True, False)
    """
    return spaced(fold(cells(text)))


def cells(text: str) -> str:
    """Return ``text`` with a rule between the cells of a row, so that no cell changes its column unseen."""
    return text.strip().replace("\t", " | ")


def spaced(folded: str) -> str:
    """Return folded text with one space on either side of every punctuation mark.

    >>> spaced('в (супружество)недействительным"')
    'в ( супружество ) недействительным "'
    """
    for sign in _SIGNS:
        if sign in folded:
            folded = folded.replace(sign, f" {sign} ")
    if _RARE.search(folded):
        folded = _RARE.sub(r" \g<0> ", folded)
    return " ".join(folded.split())
