"""What a person does to watch pages: look at them now, list what earlier looks saw, write a feed and a calendar."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from aigaq.app.bill import due
from aigaq.app.law import VERSION, Step, quietly
from aigaq.app.register import LOG, Register, read_settings
from aigaq.bill.deadlines import Deadline
from aigaq.bill.dossier import read_dossier, read_head
from aigaq.bill.watch import (
    MOST,
    Observation,
    Record,
    Report,
    Round,
    Sight,
    Watched,
    by_address,
    calendar,
    changes,
    data,
    feed,
    states,
)
from aigaq.errors import AigaqError, Refused, UsageError
from aigaq.evidence.capture import Capture, Terms, captures, content
from aigaq.evidence.log import Log
from aigaq.locale import Translator

FEED_DAYS: Final = (1, 7, 30, 90)
"""Days before the last look whose observations stand in a feed: as many of them as it takes to fill it."""

Captures = Sequence[tuple[int, Capture]]


def watch(
    folder: Path, *, online: bool = False, terms: Terms, keys: Path | None = None, step: Step = quietly
) -> Report:
    """Look at every watched page, and return what the looks say beside those before them.

    Each look is in the log before the next one begins, so that an interruption loses nothing that was captured: the
    report is then about the looks that were made.

    Args:
        folder: The dossier.
        online: Whether somebody has asked for pages to be fetched.
        terms: How captures are made.
        keys: Folder of the signing keys; the usual one when None.
        step: Told of each step: ``look``, ``compare``.

    Raises:
        Refused: ``capture.offline`` when nobody has asked for it, ``watch.running`` when another run is not done.
        UsageError: ``watch.nothing`` when no page is named.
        UnreadableInput: ``dossier.toml`` has faults.
    """
    pages, settings = watched_pages(folder), read_settings(folder)
    settings.check_online(online)
    with alone(folder):
        register = Register.open(folder, settings=settings, terms=settings.terms(terms), keys=keys)
        size = register.log.size
        record = Record(by_address(captures(register.log.entries())), partial(content, folder))
        made = Round(record, lambda url: _sight(register, url))
        step("look")
        fault = _go(made, pages)
    step("compare")
    return _report(folder, pages, since=size, made=made, fault=fault)


def recount(folder: Path, *, since: date, step: Step = quietly) -> Report:
    """Return what the looks from one day on said, without looking at anything.

    Args:
        folder: The dossier.
        since: The day, in UTC.
        step: Told of each step: ``compare``.

    Raises:
        UsageError: ``watch.nothing`` when no page is named.
        UnreadableInput: ``dossier.toml`` has faults.
    """
    pages = watched_pages(folder)
    step("compare")
    found = _captures(folder)
    first = next((at for at, capture in found if capture.ended.date() >= since), _size(folder))
    return _report(folder, pages, since=first)


def watched_pages(folder: Path) -> tuple[Watched, ...]:
    """Return the pages that a dossier names.

    Raises:
        UsageError: ``watch.nothing``, when there is none.
        UnreadableInput: ``dossier.toml`` has faults.
    """
    pages = read_head(folder).watch
    if not pages:
        raise UsageError(
            "watch.nothing",
            "dossier.toml names no page to watch.",
            hint='Add a table [[watch]] with url = "https://…"; docs/how-to/watch-a-page.md shows one.',
        )
    return pages


def report_data(report: Report) -> Mapping[str, object]:
    """Return a report as plain values, for ``--json``; the schema is ``aigaq/watch``, version 1."""
    return data(report, version=VERSION)


def deadlines(folder: Path, *, day: date) -> tuple[Deadline, ...]:
    """Return the deadlines of a dossier that are open on a day.

    Raises:
        UnreadableInput: The dossier, or a file of it, cannot be read.
    """
    return due(read_dossier(folder), day=day)


def feed_file(folder: Path, *, deadlines: Sequence[Deadline], since: int, _: Translator) -> bytes:
    """Return the feed of what was observed in the 90 days before the last look, or from an entry on if that is earlier.

    Where there is more news than a feed holds, the newest stands in it.

    Args:
        folder: The dossier.
        deadlines: Deadlines; those whose day is not known stand there as text.
        since: The entry.
        _: Translates.
    """
    pages, found = watched_pages(folder), _captures(folder)
    head = read_head(folder)
    told: tuple[Observation, ...] = ()
    for days in FEED_DAYS:
        told = changes(found, partial(content, folder), pages=pages, since=min(since, _recent(found, days=days)))
        if sum(it.news for it in told) >= MOST:
            break
    more: dict[str, datetime] = {"first": found[0][1].ended} if found else {}
    return feed(told, dossier=head.id, title=head.title(_.language), deadlines=deadlines, _=_, **more)


def calendar_file(folder: Path, *, deadlines: Sequence[Deadline], stamp: datetime, _: Translator) -> bytes:
    """Return the calendar of deadlines that are known to the day, made at the moment ``stamp``."""
    return calendar(deadlines, dossier=read_head(folder).id, stamp=stamp, _=_)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock that keeps two runs on one dossier apart; it is let go when the process ends, however it ends.

    Raises:
        Refused: ``watch.running``.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # no such locks here: the log itself refuses to grow then
        yield
        return
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise _running() from None
        yield
    finally:
        os.close(handle)


def _running() -> Refused:
    return Refused(
        "watch.running",
        "Another run is looking at the pages of this dossier.",
        hint="Wait until it has finished; let cron begin the next one later.",
    )


def _sight(register: Register, url: str) -> Sight:
    captured = register.fetch(url)
    return Sight(captured.number, captured.capture)


def _go(made: Round, pages: Sequence[Watched]) -> AigaqError | KeyboardInterrupt | None:
    """Make the round; return what broke it off, so that the looks made until then are told all the same."""
    try:
        for _ in made.go(pages):
            pass
    except (AigaqError, KeyboardInterrupt) as fault:
        return fault
    return None


def _report(
    folder: Path,
    pages: Sequence[Watched],
    *,
    since: int,
    made: Round | None = None,
    fault: AigaqError | KeyboardInterrupt | None = None,
) -> Report:
    """Return the report, told from the log alone."""
    found = _captures(folder)
    read = partial(content, folder)
    return Report(
        dossier=read_head(folder).id,
        looked=made is not None,
        size=_size(folder),
        since=since,
        states=tuple(states(Record(by_address(found), read), pages)),
        observations=changes(found, read, pages=pages, since=since),
        left_out=made.left_out if made else {},
        fault=fault,
    )


def _captures(folder: Path) -> Captures:
    return list(captures(Log.open(folder / LOG).entries())) if (folder / LOG).is_dir() else []


def _size(folder: Path) -> int:
    return Log.open(folder / LOG).size if (folder / LOG).is_dir() else 0


def _recent(found: Captures, *, days: int) -> int:
    if not found:
        return 0
    first = found[-1][1].ended - timedelta(days=days)
    return next(at for at, capture in found if capture.ended >= first)
