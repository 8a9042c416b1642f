"""The matching key of a text: equal for texts that differ only in how they were typed.

A key is for comparing, hashing and searching; it is never shown to a person, who always reads the original.
`normalise` gives the same key with the way back to the original.
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import is_normalized, normalize

from aigaq.text.alphabets import LOOKALIKES

QUOTES: Final = "«»“”„‟″"
"""Double quotation marks; each becomes the plain one."""

APOSTROPHES: Final = "‘’‚‛′ʼ‹›"
"""Single quotation marks and apostrophes; each becomes the plain one."""

DASHES: Final = "‐‑‒–—―−"
"""Hyphens, dashes and the minus sign; each becomes the plain hyphen."""

INVISIBLE: Final = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
"""Soft hyphen, zero-width characters, direction marks and the byte-order mark; all are dropped."""

NUMBER_SIGN: Final = re.compile(r"N(?<!\wN)(?= ?[0-9])")
"""A Latin N that stands for № before a number, in a text whose spaces are folded already."""

TYPED: Final[dict[str, str]] = {
    **LOOKALIKES,
    **dict.fromkeys(QUOTES, '"'),
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(INVISIBLE, ""),
}
"""Every character that stands alone for another one, or for nothing."""

_TYPED_MARK: Final = re.compile(f"[{''.join(TYPED)}]")


def fold(text: str) -> str:
    """Return the matching key of ``text``.

    Latin letters that look Cyrillic become Cyrillic everywhere; quotes, apostrophes and dashes of every style
    become the plain ones; a Latin ``N`` before a number becomes ``№``; invisible characters are dropped;
    every run of white space, line ends included, becomes one space and none is left at the ends; the rest is
    in Unicode form NFC. Case is kept, and ``ё`` is another letter than ``е``. Folding twice changes nothing.

    >>> fold("«бiлiм»  туралы") == fold('"білім" туралы')
    True
    >>> fold("N 319-III") == fold("№ 319-ІІІ")
    True
    """
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = _TYPED_MARK.sub(lambda mark: TYPED[mark[0]], text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    text = " ".join(text.split())
    return NUMBER_SIGN.sub("№", text) if "N" in text else text
