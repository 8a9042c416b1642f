"""Dates that page and server state, held against the days on which somebody really looked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from itertools import zip_longest
from typing import Final

from attrs import frozen

from aigaq.bill.watch.days import began, days, ended, is_likely, masked
from aigaq.bill.watch.known import known
from aigaq.bill.watch.observation import DateChange
from aigaq.bill.watch.pair import Pair
from aigaq.bill.watch.past import Past
from aigaq.bill.watch.reading import Reading
from aigaq.bill.watch.sight import Sight
from aigaq.evidence.capture import Capture
from aigaq.text.watch import find

MODIFIED: Final = "http:last-modified"
TEXT: Final = "text"
PUBLISHED: Final = "text:published"
_NEAR: Final = timedelta(minutes=10)
_LABEL: Final = 80
_LETTER: Final = re.compile(r"[^\W\d_]")

_ELSEWHERE: Final = re.compile(r"http:(?!last-modified).*|html:saved.*|wacz:.*|more")
"""What is stated, and is no date of the page or document: the clock of the server, notes of whoever saved it."""

_PAST: Final = re.compile(
    r"http:last-modified|text:published|\w+:(?:created|modified|printed)"
    r"|html:(?:meta|ld\+json):.*(?:publish|pubdate|modif|updat|issued|creat|upload).*"
)
"""Statements about something that has happened, so that a day to come cannot be true."""

_SINCE: Final = re.compile(r"http:last-modified|text:published|html:meta:.*(?:publish|pubdate|modif|updat|issued).*")
"""Statements about when something came to stand at its address; that a file was made earlier proves nothing."""


@frozen
class Statement:
    """A date that is stated.

    Args:
        where: Where it stands.
        value: What stands there.
        day: The day that it names; None where that cannot be read with certainty.
    """

    where: str
    value: str
    day: date | None


def statements(sight: Sight, reading: Reading) -> tuple[Statement, ...]:
    """Return what a look found stated: by the server, in the file, and on a page in its words."""
    stated = [
        Statement(it.where, it.value, _day(it.date))
        for it in sight.capture.stated
        if not _ELSEWHERE.fullmatch(it.where)
    ]
    return (*stated, *(_in_words(reading.text or "") if reading.format == "HTML" else ()))


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if is_likely(day) else None


def _in_words(text: str) -> Iterator[Statement]:
    """Yield the days that the lines of a page name; one that a line begins with as a day of publication says so."""
    for line in text.split("\n"):
        label = _is_label(line)
        for at, found in enumerate(days(line)):
            yield Statement(PUBLISHED if label and not at else TEXT, found.text, found.day)


def _is_label(line: str) -> bool:
    """Return whether a line begins with a word of publication and a day, or the other way round, and nothing between.

    A sentence that speaks of the publication of something is none: «Закон опубликован 30.12.2025».
    """
    front, day, behind = masked(line[:_LABEL]).partition("\0")
    if not day:
        return False
    if _LETTER.search(front):
        return any(not _LETTER.search(front[: hit.start] + front[hit.end :]) for hit in find(known().published, front))
    return any(not _LETTER.search(behind[: hit.start]) for hit in find(known().published, behind))


@frozen
class Dates:
    """What is stated at the earlier and at the later look of a pair."""

    old: tuple[Statement, ...]
    new: tuple[Statement, ...]

    @classmethod
    def of(cls, pair: Pair) -> Dates:
        """Return the dates of a pair; a server that always states the present moment states nothing."""
        old, new = statements(pair.old, pair.before), statements(pair.new, pair.after)
        if _follows_clock(pair.old.capture) and _follows_clock(pair.new.capture):
            old, new = (tuple(it for it in side if it.where != MODIFIED) for side in (old, new))
        return cls(old, new)

    def silent(self, since: Sight) -> bool:
        """Return whether nothing stated admits a change after the look ``since``: a date stays, or lies before it."""
        then = {(it.where, it.value) for it in self.old}
        return bool(self.new) and all((it.where, it.value) in then or _before(it, since) for it in self.new)

    def changed(self, *, words: bool = True) -> tuple[DateChange, ...]:
        """Return the dates that are others now; ``words`` tells whether those in the words of a page count."""
        return tuple(_changed(self.old, self.new, words=words))

    def too_late(self, seen: Sight) -> tuple[DateChange, ...]:
        """Return newly stated dates that lie after the look that saw them, by every clock on earth."""
        return tuple(
            DateChange(it.where, "", it.value, it.day)
            for it in self._fresh()
            if it.day and _PAST.fullmatch(it.where) and began(it.day) > seen.capture.ended
        )

    def too_early(self, since: Sight, *, past: Past) -> tuple[DateChange, ...]:
        """Return newly stated days of appearance that lie before the look ``since``, which saw something else.

        One that a look before it had found stated already comes back with what it was stated of, and is left out.
        """
        found = [it for it in self._fresh() if _SINCE.fullmatch(it.where) and _before(it, since)]
        told = {it for sight in past.sights if found for it in statements(sight, past.read(sight))}
        return tuple(DateChange(it.where, "", it.value, it.day) for it in found if it not in told)

    def _fresh(self) -> Iterator[Statement]:
        left = Counter((it.where, it.value) for it in self.old)
        for it in self.new:
            if not left[it.where, it.value]:
                yield it
            left[it.where, it.value] -= 1 if left[it.where, it.value] else 0


def before(day: date, since: Sight) -> bool:
    """Return whether a day was over, by every clock on earth, when a look began."""
    return ended(day) <= since.capture.started


def _before(it: Statement, since: Sight) -> bool:
    return it.day is not None and before(it.day, since)


def _changed(old: Iterable[Statement], new: Iterable[Statement], *, words: bool) -> Iterator[DateChange]:
    then, now = Counter(old), Counter(new)
    wheres = dict.fromkeys(it.where for it in (*then, *now))
    for where in wheres:
        if not words and where in (TEXT, PUBLISHED):
            continue
        gone = [it for it in (then - now).elements() if it.where == where]
        come = [it for it in (now - then).elements() if it.where == where]
        for was, is_ in zip_longest(gone, come):
            yield DateChange(where, was.value if was else "", is_.value if is_ else "", is_.day if is_ else None)


def _follows_clock(capture: Capture) -> bool:
    """Return whether the server calls its answer modified at the very moment of the look."""
    for it in capture.stated:
        if it.where == MODIFIED:
            try:
                return capture.started - _NEAR <= parsedate_to_datetime(it.value) <= capture.ended + _NEAR
            except (ValueError, TypeError):
                return False
    return False
