"""Quotations of an act: where they begin and end, whatever marks the copy uses.

A quotation may hold others, run over many paragraphs, open with «"» and close with «»». A mark that has a
direction of its own says what it does; a plain one says it by its neighbours. What never closes is reported.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.law.drafting.instruction import Quotation
from aigaq.text.fold import fold
from aigaq.text.offsets import offsets

Q = "\ue000"
"""Stands for one whole quotation in the prose of an act."""

BREAK = "\n"
"""Stands between two paragraphs."""

_OPENS = "«„"
_CLOSES = "»”"
MARKS = '"«»„“”'
"""Marks that may open or close a quotation."""

_AFTER = '.,;:)!?]"'
_FEW = 20
"""After so many quotations that never close, the marks of the copy say nothing any more."""


@frozen
class Folded:
    """The paragraphs of a text, folded, with a line end between them.

    Args:
        text: The folded text.
        starts: For each of its characters, where it began in the original.
        ends: For each of its characters, where it ended in the original.
    """

    text: str
    starts: array[int]
    ends: array[int]


@frozen
class Prose:
    """An act without what it quotes.

    Args:
        original: The act as it stands.
        text: Its folded prose: one `Q` for each quotation, `BREAK` between paragraphs.
        starts: For each character of ``text``, where it began in the original.
        ends: For each character of ``text``, where it ended in the original.
        quotations: What the `Q` stand for, in order.
        places: Where they stand in ``text``.
        unclosed: Places in ``text`` of quotations that never close.
    """

    original: str
    text: str
    starts: array[int]
    ends: array[int]
    quotations: tuple[Quotation, ...]
    places: tuple[int, ...]
    unclosed: frozenset[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original behind the characters ``start`` to ``end`` of the prose."""
        return (self.starts[start], self.ends[end - 1]) if end > start else (self.starts[start], self.starts[start])


def folded(text: str, paragraphs: Sequence[tuple[int, int]]) -> Folded:
    """Return the paragraphs of ``text`` folded, with the way back for each character."""
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    for start, end in paragraphs:
        content = text[start:end]
        key, way = fold(content), offsets(content)
        if parts:
            parts.append(BREAK)
            starts.append(ends[-1])
            ends.append(start)
        parts.append(key)
        spans = (
            ((at, at + 1) for at in range(len(key))) if way.even else (way.span(at, at + 1) for at in range(len(key)))
        )
        for first, last in spans:
            starts.append(start + first)
            ends.append(start + last)
    return Folded("".join(parts), starts, ends)


def prose(text: str, paragraphs: Sequence[tuple[int, int]]) -> Prose:
    """Return the prose of an act, its quotations set apart.

    >>> found = prose('слово "«А» и Б" исключить', [(0, 25)])
    >>> found.text.replace(Q, "Q"), found.quotations[0].text
    ('слово Q исключить', '«А» и Б')
    """
    whole = folded(text, paragraphs)
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    quotations, places, unclosed = [], [], []
    at = length = 0
    for start, end, closed in _outermost(_marks(text, whole), whole.text):
        parts += [whole.text[at:start], Q]
        length += start - at
        starts.extend((*whole.starts[at:start], whole.starts[start]))
        ends.extend((*whole.ends[at:start], whole.ends[end]))
        quotations.append(_quotation(text, whole.ends[start], whole.starts[end]))
        places.append(length)
        if not closed:
            unclosed.append(length)
        length, at = length + 1, end + 1
    parts.append(whole.text[at:])
    starts.extend(whole.starts[at:])
    ends.extend(whole.ends[at:])
    return Prose(text, "".join(parts), starts, ends, tuple(quotations), tuple(places), frozenset(unclosed))


def _quotation(text: str, start: int, end: int) -> Quotation:
    """Return the words between two marks; the space before them, the mark of a list after them, are kept out or in."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Quotation(words.strip(), start + lead, start + lead + len(words.strip()))


def _marks(text: str, whole: Folded) -> list[tuple[int, str]]:
    """Return the double quotation marks of the folded text, each with the mark that was typed."""
    found, at = [], whole.text.find('"')
    while at >= 0:
        found.append((at, text[whole.starts[at]]))
        at = whole.text.find('"', at + 1)
    return found


def _outermost(marks: Sequence[tuple[int, str]], text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield first mark, last mark and whether it closes, of every quotation that stands in no other."""
    at = failures = 0
    while at < len(marks):
        if not _opens(marks, at, text, depth=0, after_open=False):
            at += 1
            continue
        end = _closing(marks, at, text)
        closed = end is not None
        if end is None:
            failures += 1
            end = next((to for to in range(at + 1, len(marks)) if _ends_paragraph(text, marks[to][0])), len(marks) - 1)
            if failures > _FEW:
                yield marks[at][0], marks[-1][0], False
                return
        yield marks[at][0], marks[end][0], closed
        at = end + 1


def _closing(marks: Sequence[tuple[int, str]], at: int, text: str) -> int | None:
    """Return which mark closes the quotation that opens at ``at``; None when none does."""
    depth, after_open = 0, False
    for to in range(at, len(marks)):
        adjacent = to > at and marks[to][0] == marks[to - 1][0] + 1
        opens = to == at or _opens(marks, to, text, depth=depth, after_open=adjacent and after_open)
        depth += 1 if opens else -1
        after_open = opens
        if depth == 0:
            return to
    return None


def _opens(marks: Sequence[tuple[int, str]], at: int, text: str, *, depth: int, after_open: bool) -> bool:
    """Tell whether a mark opens a quotation: by its own direction, else by its neighbours, else by need."""
    place, typed = marks[at]
    if typed in _OPENS or typed in _CLOSES:
        return typed in _OPENS
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    spaced = not before.strip() or before in "(:[" or after_open
    opens = spaced and bool(after.strip())
    closes = bool(before.strip()) and not after_open and (not after.strip() or after in _AFTER)
    return opens if opens is not closes else depth == 0


def _ends_paragraph(text: str, at: int) -> bool:
    """Tell whether a mark stands at the end of its paragraph, but for the signs of a list."""
    end = at + 1
    while text[end : end + 1] in (";", ".", ",", '"') and end < len(text):
        end += 1
    return end >= len(text) or text[end] == BREAK
