"""The key of a wording: equal for wordings that say the same in the same words."""

from __future__ import annotations

import re

from aigaq.text.fold import fold

_PUNCTUATION = re.compile(r" ?([^\w ]) ?")


def key(text: str) -> str:
    """Return the key of a wording: folded, every punctuation mark standing alone.

    Copies differ in the space around a mark («13–15», «13 – 15»; «(брака)недействительным»); no law does.

    >>> key("13–15") == key("13 – 15"), key("не движимое") == key("недвижимое")
    (True, False)
    """
    return spaced(fold(text))


def spaced(folded: str) -> str:
    """Return folded text with one space on either side of every punctuation mark.

    >>> spaced('в (супружество)недействительным"')
    'в ( супружество ) недействительным "'
    """
    return " ".join(_PUNCTUATION.sub(r" \1 ", folded).split())
