"""Normalisation for matching, with the way back to the original and an account of what was folded.

`aigaq.text.fold.fold` gives the key alone and is faster; this module is for quoting and for reporting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import normalize

from attrs import frozen

from aigaq.text.fold import fold
from aigaq.text.folds import Fold, folds, mixed_spans, typed_spans
from aigaq.text.offsets import Offsets, offsets


@frozen
class Normalised:
    """A text ready for matching, which never forgets what was typed.

    Args:
        original: The text as it was.
        text: Its matching key, the same as ``fold(original)``.
        offsets: The way back from the key to the original.
        folds: What was folded, in the order of the text.
    """

    original: str
    text: str
    offsets: Offsets
    folds: tuple[Fold, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original behind the characters ``start`` to ``end`` of the key."""
        return self.offsets.span(start, end)

    def quote(self, start: int, end: int) -> str:
        """Return the words of the original behind the characters ``start`` to ``end`` of the key."""
        first, last = self.offsets.span(start, end)
        return self.original[first:last]


def normalise(text: str) -> Normalised:
    """Return the matching key of ``text`` with its offsets and folds.

    >>> found = normalise("«бiлiм»  туралы N 319")
    >>> found.text
    '"білім" туралы № 319'
    >>> found.quote(0, 7)
    '«бiлiм»'
    >>> [fold.kind for fold in found.folds]
    ['quote', 'lookalike', 'lookalike', 'quote', 'space', 'number-sign']
    """
    key, way = fold(text), offsets(text)
    return Normalised(text, key, way, folds(text, key, way=way))


def count_folds(text: str) -> Mapping[str, int]:
    """Return how many folds of each kind `normalise` reports, without places; kinds not found are absent.

    >>> dict(count_folds("бiр – екі"))
    {'dash': 1, 'lookalike': 1}
    """
    counts = Counter[str](kind for kind, _, _ in typed_spans(text))
    counts["lookalike"] = sum(1 for _ in mixed_spans(text))
    counts["number-sign"] = fold(text).count("№") - normalize("NFC", text).count("№")
    return MappingProxyType({kind: count for kind, count in counts.items() if count})
