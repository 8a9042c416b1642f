"""The way back: which stretch of the original each character of a matching key came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final
from unicodedata import category

from attrs import frozen

from aigaq.text.fold import INVISIBLE, fold

PLAIN: Final = (
    "\u0000-\u00ac\u00ae-\u02ff\u0370-\u0373\u0375-\u037d\u037f-\u0386\u0388-\u0482\u048a-\u0590"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2125\u2127-\u2129\u212c-\u2328\u232b-\u2adb\u2add-\u2bff"
)
"""Characters (inside of a class) that NFC leaves alone: never composed, reordered or replaced."""

SPACES: Final = rf"[{INVISIBLE}]*(?:[^\S ]| [\s{INVISIBLE}])[\s{INVISIBLE}]*"
"""White space that is not already one plain space, with the invisible characters in it."""

CLUSTERS: Final = rf"\S?[^\s{PLAIN}]+"
"""Characters that may be composed or dropped, with the character that they may join."""

_UNEVEN: Final = re.compile(f"(?P<space>{SPACES})|{CLUSTERS}")
_LEAD: Final = re.compile(rf"[{INVISIBLE}]*\s")
_JAMO: Final = re.compile("[\u1160-\u11ff]")


@frozen
class Offsets:
    """Spans of the original for the characters of its key.

    The key is cut into stretches. In an even one the characters stand one to one; in an uneven one every
    character came from the whole stretch of the original.

    Args:
        keys: Offset in the key, its ends not yet stripped, at which each stretch begins; the last is its end.
        originals: Offset in the original at which each stretch begins; the last is its end.
        uneven: Whether the stretch is uneven.
        lead: How many characters were stripped from the beginning of the key.
    """

    keys: tuple[int, ...]
    originals: tuple[int, ...]
    uneven: tuple[bool, ...]
    lead: int

    @property
    def even(self) -> bool:
        """Whether every offset in the key is the same offset in the original."""
        return len(self.uneven) == 1 and not self.lead

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of the original behind the characters ``start`` to ``end`` of the key.

        An empty span of the key gives an empty span of the original, at the character it stands before.
        """
        first = self._bounds(start)[0]
        return (first, self._bounds(end - 1)[1]) if end > start else (first, first)

    def _bounds(self, index: int) -> tuple[int, int]:
        index += self.lead
        at = min(bisect_right(self.keys, index), len(self.uneven)) - 1
        if self.uneven[at]:
            return self.originals[at], self.originals[at + 1]
        place = min(self.originals[at] + index - self.keys[at], self.originals[-1])
        return place, place + 1


def clusters(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between ``start`` and ``end`` that fold independently of each other."""
    cuts = [start]
    for at in range(start + 1, end):
        sign = text[at]
        if not (sign in INVISIBLE or category(sign).startswith("M") or _JAMO.match(sign)):
            cuts.append(at)
    if "".join(fold(text[a:b]) for a, b in zip(cuts, [*cuts[1:], end], strict=True)) != fold(text[start:end]):
        cuts = [start]
    yield from zip(cuts, [*cuts[1:], end], strict=True)


def uneven_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and key of every stretch that may fold to another number of characters."""
    for found in _UNEVEN.finditer(text):
        if found["space"]:
            yield found.start(), found.end(), " "
        else:
            for start, end in clusters(text, start=found.start(), end=found.end()):
                yield start, end, fold(text[start:end])


def offsets(text: str) -> Offsets:
    """Return the way back from ``fold(text)`` to ``text``."""
    keys, originals, uneven = [0], [0], [False]
    for start, end, key in uneven_spans(text):
        if len(key) == end - start and len(key) < 2:
            continue
        at = keys[-1] + start - originals[-1]
        keys += (at, at + len(key))
        originals += (start, end)
        uneven += (True, False)
    keys.append(keys[-1] + len(text) - originals[-1])
    originals.append(len(text))
    return Offsets(tuple(keys), tuple(originals), tuple(uneven), int(bool(_LEAD.match(text))))
