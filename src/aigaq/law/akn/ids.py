"""Identifiers for XML: those of the units, without the signs that an XML name may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from aigaq.law.structure.unit import Unit

BODY: Final = "body"
"""The body itself: what has no identifier of its own, and stands nowhere else, is in it."""

_OUTSIDE: Final = re.compile(r"[^\w.-]")
_SIGN: Final = "_"


def identifiers(units: Iterable[Unit]) -> Mapping[str, str]:
    """Return for each eId its identifier in the file, all different.

    A number that stands in the text again is marked ``~2`` in an eId. An XML name may not hold ``~``, so the mark
    becomes ``_2``; no number holds ``_``.

    >>> from aigaq.law.structure import Kind
    >>> twice = [Unit(Kind.ARTICLE, "6", eid, "", 0, 0, (0, 0), "", "") for eid in ("art_6", "art_6~2")]
    >>> identifiers(twice)
    {'art_6': 'art_6', 'art_6~2': 'art_6_2'}
    """
    found: dict[str, str] = {}
    taken = {BODY}
    for unit in units:
        if unit.eid:
            name = _free(_OUTSIDE.sub(_SIGN, unit.eid), taken)
            taken.add(name)
            found[unit.eid] = name
    return found


def _free(name: str, taken: set[str]) -> str:
    again, free = 1, name
    while free in taken:
        again += 1
        free = f"{name}.{again}"
    return free
