"""What watching needs to know of the world, as data: endings of documents, dates, words of publication."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from aigaq.text.fold import fold
from aigaq.text.watch import WatchTerm, watch_term


@frozen
class Known:
    """What ``profiles/watch.toml`` says.

    Args:
        documents: Endings of the addresses of documents, in small letters, without the dot.
        published: Words that make a date beside them a day of publication.
        months: The number of each month by its name, folded and in small letters.
    """

    documents: frozenset[str]
    published: tuple[WatchTerm, ...]
    months: Mapping[str, int]


@cache
def known() -> Known:
    """Return what comes with this program.

    >>> known().months["қараша"], "pdf" in known().documents
    (11, True)
    """
    table = tomllib.loads((files("aigaq.profiles") / "watch.toml").read_text(encoding="utf-8"))
    months = {fold(name).lower(): number for names in table["months"].values() for number, name in enumerate(names, 1)}
    return Known(frozenset(table["documents"]), tuple(map(watch_term, table["published"])), months)


@cache
def month_names() -> str:
    """Return the names of all months as a piece of a pattern, the longest first."""
    return "|".join(re.escape(name) for name in sorted(known().months, key=len, reverse=True))
