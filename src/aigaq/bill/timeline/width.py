"""How wide a line of text can be at most in the fonts of the picture, and lines that are no wider than their room.

Nothing measures a font here: the table holds an upper bound for each character, taken from the advance widths of DejaVu
Sans, the widest font that the picture asks for, and of Liberation Sans, which has the widths of Arial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining

_TENTHS: Final = {
    3: "'IijlІЇіїјӀ",
    4: " \xa0|(),-./:;[\\]ft·’‘",
    5: '!"*`r°',
    6: "?JL_cksvxyz–§“”„вгзстухчьэѓєѕўғұү",
    7: "$0123456789ABEFKPSTVXYZabdeghnopqu{}«»ЀЁЃЅЈЎАБВГЕЗРТУХЧЬабдеийклнопрцяѐёђћќѝџәҒқңөҰұҮҺһ",
    8: "&CDGHNOQRUЄЌЍЏДИЙКЛНОПСЦЭЯмъыӘҚҢӨ",
    9: "#+<=>M^w~↓ЂЋМФЪЫфюњ",
    10: "%Wm—…©жшщљ",
    11: "@№→ЉЊЖШЩЮ",
}
_WIDTHS: Final = {letter: tenths / 10 for tenths, letters in _TENTHS.items() for letter in letters}
_OTHER: Final = 1.8
"""Width of any other character: no glyph of these fonts, and none of the usual ones for emoji, is wider."""
BOLD: Final = 1.25
"""A bold letter is at most so many times as wide as the same letter."""
_SPACES: Final = re.compile(r"[ \t\n\r\f\v]+")


def width(text: str, *, size: int, bold: bool = False) -> float:
    """Return how wide a line can be at most, in pixels.

    >>> width("жж", size=10) > width("тт", size=10) > width("іі", size=10)
    True
    """
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size * (BOLD if bold else 1)


def lines(text: str, *, room: float, size: int, bold: bool = False) -> list[str]:
    """Return a text as lines that fit into ``room`` pixels; a word that does not is broken, no letter is lost.

    >>> lines("one two", room=30, size=10), lines("ababab", room=15, size=10)
    (['one', 'two'], ['ab', 'ab', 'ab'])
    """
    found: list[str] = []
    for word in filter(None, _SPACES.split(text)):
        if found and width(f"{found[-1]} {word}", size=size, bold=bold) <= room:
            found[-1] += f" {word}"
        else:
            found += _pieces(word, room=room, size=size, bold=bold)
    return found


def _pieces(word: str, *, room: float, size: int, bold: bool) -> Iterator[str]:
    """Yield a word in pieces that fit; a mark stays with the letter that it stands on."""
    piece = ""
    for letter in _letters(word):
        if piece and width(piece + letter, size=size, bold=bold) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _letters(word: str) -> list[str]:
    """Return the letters of a word, each with its marks."""
    found: list[str] = []
    for sign in word:
        if found and combining(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found
