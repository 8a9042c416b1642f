"""Clauses: the prose of an act cut where its drafters end one thought and begin the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum

from attrs import frozen

from aigaq.law.drafting.instruction import Quotation
from aigaq.law.drafting.quotes import BREAK, Prose, Q


class Level(IntEnum):
    """How a clause is numbered, outermost first."""

    ARTICLE = 0
    POINT = 1
    SUBPOINT = 2
    LETTER = 3
    PLAIN = 4


@frozen
class Marker:
    """The number before a clause.

    Args:
        level: How it is numbered.
        number: The number; "" for a plain clause.
        end: Offset after it in the text it was read from.
    """

    level: Level
    number: str
    end: int


@frozen
class Clause:
    """One thought of an act.

    Args:
        level: How it is numbered.
        number: Its number; "" when it has none.
        text: Its folded words with `Q` for each quotation, in one line, without the sign that ends it.
        ends: The sign that ends it: ``":"``, ``";"``, ``"."`` or "".
        start: Offset of its first character, number included, in the prose.
        end: Offset after its last character in the prose.
        quotations: What the `Q` stand for.
        opens_paragraph: True when a paragraph begins with it.
        broken: True when it holds a quotation that never closes, or a mark that closes none.
    """

    level: Level
    number: str
    text: str
    ends: str
    start: int
    end: int
    quotations: tuple[Quotation, ...]
    opens_paragraph: bool
    broken: bool = False


Markers = Callable[[str, int], "Marker | None"]
"""Reads the number of a clause that begins at an offset of the prose."""

_ENDS = re.compile(rf"[;:.(]|{BREAK}")
_BRACKETS = re.compile(rf"\((?:[^(){BREAK}]|\([^(){BREAK}]*\))*\)")
_SPACE = re.compile(rf"[ {BREAK}]*")
_QUOTED_NEXT = re.compile(rf"[ {BREAK}]*(?={Q} ?(?:[;,.]|{BREAK}|{Q}|$))")
"""A quotation that stands by itself after a colon; one that words go on behind is the first of a list of edits."""
_BLOCK_NEXT = re.compile(rf"[;,.]?(?: ?{BREAK} ?| )?(?={Q})")
_GOES_ON = re.compile(r"[ ]*(?:[a-zа-яёәғқңөұүһі(,])")
_SHORT = re.compile(r"(?<![а-яё])(?:ст|см|п|пп|гл|абз|ч|г|ж)$")
"""Abbreviations: the point after them ends no clause, be it before a number."""

_LONGEST = 20_000
"""A clause of more characters, quotations not counted, is none."""


def clauses(prose: Prose, marker: Markers) -> Iterator[Clause]:
    """Yield the clauses of an act in order; between two of them stand only spaces and signs.

    Args:
        prose: The act without what it quotes.
        marker: Reads numbers of this drafting language.
    """
    text, at, quoted = prose.text, 0, 0
    while True:
        gap = _SPACE.match(text, at)
        start = gap.end() if gap else at
        while start < len(text) and text[start] in ";.":
            gap = _SPACE.match(text, start + 1)
            start = gap.end() if gap else start + 1
        if start >= len(text):
            return
        opens = start == 0 or text[start - 1] == BREAK
        found = marker(text, start)
        begin = found.end if found else start
        inner = marker(text, begin) if found else None
        if found and inner and found.level < inner.level < Level.LETTER:
            yield Clause(found.level, found.number, "", "", start, begin, (), opens)
            at = begin
            continue
        stop, ends = _stop(text, begin, marker)
        count = text.count(Q, start, stop)
        while quoted < len(prose.places) and prose.places[quoted] < start:
            quoted += 1
        words = " ".join(text[begin:stop].split())
        broken = any(place in prose.unclosed for place in prose.places[quoted : quoted + count]) or '"' in words
        own = prose.quotations[quoted : quoted + count]
        level, number = (found.level, found.number) if found else (Level.PLAIN, "")
        yield Clause(level, number, words, ends, start, stop, tuple(own), opens, broken)
        quoted += count
        at = stop + (1 if ends else 0)


def _stop(text: str, begin: int, marker: Markers) -> tuple[int, str]:
    """Return where a clause ends and with which sign."""
    at, blocks = begin, False
    while True:
        match = _ENDS.search(text, at, begin + _LONGEST)
        if match is None:
            return min(len(text), begin + _LONGEST), ""
        place, sign = match.start(), match[0]
        if sign == "(":
            inside = _BRACKETS.match(text, place)
            at = inside.end() if inside else place + 1
            continue
        block = _BLOCK_NEXT.match(text, place) if blocks and sign != ":" else None
        if block and text[place - 1 : place] == Q:
            at = block.end() + 1
        elif sign == ":" and (quoted := _QUOTED_NEXT.match(text, place + 1)):
            at, blocks = quoted.end() + 1, True
        elif sign == BREAK:
            if not _joins(text, place, begin, marker):
                return place, ""
            at = place + 1
        elif sign == "." and not _full_stop(text, place):
            at = place + 1
        else:
            return place, sign


def _full_stop(text: str, place: int) -> bool:
    """Tell whether a point ends a clause: at the end of a paragraph, or before the number of the next clause."""
    rest = text[place + 1 : place + 12]
    if not rest or rest.lstrip(" ")[:1] in ("", BREAK):
        return True
    return (
        text[place - 1 : place] != "."
        and not _SHORT.search(text, place - 5, place)
        and bool(re.match(r" ?\d+(?:-\d+)*[.)](?![\d.])(?=\D)", rest))
    )


def _joins(text: str, place: int, begin: int, marker: Markers) -> bool:
    """Tell whether a paragraph goes on in the next one: the copy broke it in the middle of a sentence."""
    before = text[begin:place].rstrip()
    if not before or before[-1] in ";:." or not _GOES_ON.match(text, place + 1):
        return False
    return before[-1] != Q and (before[-1].islower() or before[-1] == ",") and marker(text, place + 1) is None
