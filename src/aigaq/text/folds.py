"""What folding changed in a text: oddities of typing, each with its place in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal
from unicodedata import is_normalized

from attrs import frozen

from aigaq.text.alphabets import CYRILLIC, LATIN, LOOKALIKES, roman
from aigaq.text.fold import APOSTROPHES, DASHES, INVISIBLE, QUOTES, fold
from aigaq.text.offsets import CLUSTERS, SPACES, Offsets, clusters

FoldKind = Literal["lookalike", "space", "quote", "dash", "number-sign", "invisible", "composition"]

_MARKS: Final = f"(?P<quote>[{QUOTES}{APOSTROPHES}])|(?P<dash>[{DASHES}])"
_MARKED: Final = re.compile(f"{_MARKS}|(?P<invisible>[{INVISIBLE}]+)")
_FOUND: Final = re.compile(rf"(?P<space>{SPACES}|\A[{INVISIBLE}]* | \Z)|(?P<cluster>{CLUSTERS})|{_MARKS}")

_ALIKE: Final = f"[{''.join(LOOKALIKES)}]"
_JOINED: Final = f"[{INVISIBLE}\u0300-\u036f]"
_OTHER: Final = rf"[^\W{LATIN}]*+(?:{_JOINED}++[^\W{LATIN}]*+)*+"
_LOOKALIKES: Final = re.compile(f"{_ALIKE}+")
_WITH_LATIN: Final = re.compile(rf"(?<!\w)(?<!{_JOINED}){_OTHER}[{LATIN}](?:\w|{_JOINED})*+")
_CYRILLIC_LETTER: Final = re.compile(f"[{CYRILLIC}]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_ROOT_AND_ENDING: Final = re.compile(f"(?=[{LATIN}]*(?!{_ALIKE})[{LATIN}])[{LATIN}]+[{CYRILLIC}]+")
_NUMERALS: Final = frozenset("IX")
_CONTEXT: Final = 40


@frozen
class Fold:
    """One place where the key differs from what was typed.

    Args:
        kind: What kind of difference.
        start: Offset of its first character in the original.
        end: Offset after its last character.
        original: What was typed.
        folded: What stands for it in the key; empty for what was dropped.
    """

    kind: FoldKind
    start: int
    end: int
    original: str
    folded: str


def mixed_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of Latin look-alikes in words of both scripts, and look-alikes alone among Cyrillic words.

    Not reported, since nothing is odd about them: Latin words and Roman numerals (``Internet``, ``XI``),
    a Latin root with a Cyrillic ending (``PhDның``), and ``I`` and ``X`` alone.
    """
    for found in _WITH_LATIN.finditer(text):
        word = found[0]
        if not _odd(word, text, found.start()):
            continue
        for run in _LOOKALIKES.finditer(word):
            yield found.start() + run.start(), found.start() + run.end()


def _odd(word: str, text: str, start: int) -> bool:
    if _CYRILLIC_LETTER.search(word):
        return roman(word) is not None or not _ROOT_AND_ENDING.fullmatch(word)
    return len(word) == 1 and word in LOOKALIKES and word not in _NUMERALS and _among_cyrillic(text, start)


def _among_cyrillic(text: str, at: int) -> bool:
    before = _LETTER.search(text[max(at - _CONTEXT, 0) : at][::-1])
    after = _LETTER.search(text[at + 1 : at + 1 + _CONTEXT])
    letters = [letter[0] for letter in (before, after) if letter]
    return bool(letters) and all(_CYRILLIC_LETTER.match(letter) for letter in letters)


def typed_spans(text: str) -> Iterator[tuple[FoldKind, int, int]]:
    """Yield kind, start and end of every fold that is not about letters or number signs."""
    for found in _FOUND.finditer(text):
        start, end = found.span()
        if found["space"]:
            yield "space", start, end
        elif found["quote"]:
            yield "quote", start, end
        elif found["dash"]:
            yield "dash", start, end
        else:
            yield from _in_clusters(text, start, end)


def _in_clusters(text: str, start: int, end: int) -> Iterator[tuple[FoldKind, int, int]]:
    for first, last in clusters(text, start=start, end=end):
        if not is_normalized("NFC", text[first:last]):
            yield "composition", first, last
            continue
        for found in _MARKED.finditer(text, first, last):
            kind: FoldKind = "quote" if found["quote"] else "dash" if found["dash"] else "invisible"
            yield kind, *found.span()


def number_signs(text: str, key: str, *, way: Offsets) -> Iterator[tuple[int, int]]:
    """Yield the spans of a Latin ``N`` that stands for ``№``."""
    for found in re.finditer("№", key):
        start, end = way.span(found.start(), found.end())
        if "№" not in text[start:end]:
            yield start, end


def folds(text: str, key: str, *, way: Offsets) -> tuple[Fold, ...]:
    """Return everything that was folded on the way from ``text`` to its ``key``, in the order of the text."""
    spans: list[tuple[FoldKind, int, int]] = [*typed_spans(text)]
    spans += [("lookalike", start, end) for start, end in mixed_spans(text)]
    spans += [("number-sign", start, end) for start, end in number_signs(text, key, way=way)]
    first, last = way.span(0, len(key))

    def _folded(kind: FoldKind, start: int, end: int) -> str:
        if kind == "space":
            return " " if first < start and end < last else ""
        return "№" if kind == "number-sign" else fold(text[start:end])

    return tuple(
        Fold(kind, start, end, text[start:end], _folded(kind, start, end))
        for kind, start, end in sorted(spans, key=lambda span: span[1:])
    )
