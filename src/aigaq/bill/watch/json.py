"""The report as plain values; the schema is ``aigaq/watch``, version 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from attrs import frozen

from aigaq.bill.watch.observation import Code, DateChange, Evidence, Observation, Rewording
from aigaq.bill.watch.state import State
from aigaq.errors import AigaqError
from aigaq.locale import say, translator

SCHEMA: Final = "aigaq/watch"
VERSION: Final = 1


@frozen
class Report:
    """What a run of watching says.

    Args:
        dossier: The id of the dossier.
        looked: Whether pages were looked at now, or earlier looks were recounted.
        size: Entries of the log.
        since: The first entry that is reported.
        states: How each page stands.
        observations: What was observed, in the order of the log.
        left_out: By listing, how many of its documents were beyond the number that is looked at.
        fault: What broke the run off before every page was looked at; None when nothing did.
    """

    dossier: str
    looked: bool
    size: int
    since: int
    states: tuple[State, ...]
    observations: tuple[Observation, ...]
    left_out: Mapping[str, int]
    fault: AigaqError | KeyboardInterrupt | None = None

    @property
    def news(self) -> tuple[Observation, ...]:
        """The observations that are news."""
        return tuple(told for told in self.observations if told.news)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each thing was observed."""
        return dict(sorted(Counter(told.code.value for told in self.observations).items()))


def data(report: Report, *, version: str) -> Mapping[str, object]:
    """Return a report as plain values; sentences are in English, and what is unchanged is only counted.

    Args:
        report: The report.
        version: Version of this program.
    """
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "aigaq": version,
        "dossier": report.dossier,
        "looked": report.looked,
        "broken_off": report.fault is not None,
        "log": {"size": report.size, "since": report.since},
        "news": len(report.news),
        "counts": report.counts,
        "pages": [_state(state, report.left_out) for state in report.states],
        "observations": [_observation(told) for told in report.observations if told.code is not Code.UNCHANGED],
    }


def _state(state: State, left_out: Mapping[str, int]) -> Mapping[str, object]:
    return {
        "url": state.page.url,
        "kind": state.page.kind.value,
        "stage": state.page.stage,
        "document": state.page.document,
        "state": state.word,
        "last": _evidence(state.last.evidence) if state.last else None,
        "known": _evidence(state.known.evidence) if state.known else None,
        "expect": [{"document": kind, "found": found} for kind, found in state.waited],
        "left_out": left_out.get(state.page.url, 0),
    }


def _observation(told: Observation) -> Mapping[str, object]:
    english = translator("en")
    return {
        "id": told.id,
        "code": told.code.value,
        "news": told.news,
        "page": told.page,
        "url": told.url,
        "title": told.title,
        "was": told.was,
        "document": told.document,
        "awaited": told.awaited,
        "said": say(told.said, english),
        "remarks": [say(remark, english) for remark in told.remarks],
        "before": _evidence(told.before),
        "after": _evidence(told.after),
        "words": _words(told.words),
        "units": [
            {"kind": unit.kind, "eid": unit.eid, "label": unit.label, "words": _words(unit.words)}
            for unit in told.units
        ],
        "dates": [_date(change) for change in told.dates],
    }


def _words(words: Iterable[Rewording]) -> Sequence[Mapping[str, str]]:
    return [{"out": place.out, "put": place.put, "after": place.after} for place in words]


def _date(change: DateChange) -> Mapping[str, object]:
    day = change.day.isoformat() if change.day else None
    return {"where": change.where, "old": change.old, "new": change.new, "day": day}


def _evidence(found: Evidence | None) -> Mapping[str, object] | None:
    if found is None:
        return None
    return {"entry": found.entry, "leaf": found.leaf, "sha256": found.sha256, "time": instant(found.time)}


def instant(time: datetime) -> str:
    """Return a moment in UTC as RFC 3339 writes it.

    >>> instant(datetime(2025, 11, 12, 9, 0, tzinfo=UTC))
    '2025-11-12T09:00:00Z'
    """
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
