"""Letters: the Kazakh, Russian and English alphabets, and the Latin letters that pass for Cyrillic ones.

Published Kazakh mixes Latin ``i`` with Cyrillic ``і`` inside one word, and lists of laws number their
volumes ``VІІ`` with a Latin ``V`` and two Cyrillic ``І``. On paper nobody sees a difference; a computer does.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Script = Literal["cyrillic", "latin", "mixed", "none"]

LOOKALIKES: Final[dict[str, str]] = {
    # small letters: the same glyph in any upright typeface
    "a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "x": "х", "y": "у",
    # capitals
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "K": "К", "M": "М", "O": "О", "P": "Р",
    "T": "Т", "X": "Х",
    # Latin Y stands for У as its small letter does; Ү (straight u) would look closer but breaks the pair y, Y
    "Y": "У",
    # Latin h looks like Kazakh һ; Latin H looks like Н, which is another letter: fold first, then change case
    "h": "һ",
    # letters of other Turkic keyboards that stand for Kazakh ones
    "ə": "ә", "Ə": "Ә", "ɵ": "ө", "Ɵ": "Ө",
    # the one accented letter of both alphabets
    "ë": "ё", "Ë": "Ё",
}  # fmt: skip
"""Latin letter to the Cyrillic one that looks the same. ``k m n t b u`` do so in italics only: not here."""

KAZAKH_LETTERS: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters of the Kazakh Cyrillic alphabet (law of 10 November 1940), in their order."""

RUSSIAN_LETTERS: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
"""The 33 letters of the Russian alphabet, in their order."""

ENGLISH_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
"""The 26 letters of the English alphabet, in their order."""

CYRILLIC: Final = "\u0400-\u0481\u048a-\u052f\u1c80-\u1c88"
"""Cyrillic letters (without combining marks), as the inside of a regular-expression class."""

LATIN: Final = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
"""Latin letters, as the inside of a regular-expression class."""

KAZAKH_ONLY: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
"""Letters that Kazakh has and Russian has not."""

_CYRILLIC_LETTER: Final = re.compile(f"[{CYRILLIC}]")
_LATIN_LETTER: Final = re.compile(f"[{LATIN}]")
_ROMAN_VALUES: Final = {"І": 1, "V": 5, "Х": 10, "L": 50, "С": 100, "D": 500, "М": 1000}
_ROMAN_LETTERS: Final = str.maketrans("IXCM", "ІХСМ")
_ROMAN_NUMERAL: Final = re.compile("(?=.)М{0,3}(?:СМ|СD|D?С{0,3})(?:ХС|ХL|L?Х{0,3})(?:ІХ|ІV|V?І{0,3})")


def script(word: str) -> Script:
    """Return which of the two scripts the letters of ``word`` belong to.

    >>> script("бап"), script("Internet"), script("бiлiм"), script("14-1")
    ('cyrillic', 'latin', 'mixed', 'none')
    """
    cyrillic, latin = _CYRILLIC_LETTER.search(word), _LATIN_LETTER.search(word)
    if cyrillic and latin:
        return "mixed"
    return "cyrillic" if cyrillic else "latin" if latin else "none"


def roman(word: str) -> int | None:
    """Return the value of a Roman numeral in capitals, typed in either script or both, else None.

    >>> roman("VIII"), roman("VІІ"), roman("IIII"), roman("бап")
    (8, 7, None, None)
    """
    numeral = word.translate(_ROMAN_LETTERS)
    if not _ROMAN_NUMERAL.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
