"""Checks on time: not later than, not sooner than, both counted in whole days of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.papers import missing, span, unseen
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event, Paper, Result
from aigaq.bill.rule import Rule
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate


@frozen
class _Reached:
    """The other end of a gap: days on which it can lie, and what that rests on."""

    named: object
    earliest: date | None
    latest: date | None
    evidence: tuple[Evidence, ...]


def gap(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Do the days between two things keep a bound? (``from``, ``to``, ``at_most``, ``months`` or ``at_least``)."""
    if rule.days("at_least") is not None:
        yield from _notice(rule, case)
        return
    for start in case.events(rule.word("from")):
        yield from _due(rule, case, start)


def deadline(rule: Rule, start: PartialDate) -> tuple[date, date] | None:
    """Return the first and the last day that a period from ``start`` on can end on; None when it is not known.

    The day of the event itself is not counted. A period of months ends on the day of the same number, or on the last
    day of a shorter month.
    """
    if start.first is None or start.last is None:
        return None
    return _end(rule, start.first), _end(rule, start.last)


def _end(rule: Rule, day: date) -> date:
    months = rule.days("months")
    if months is None:
        return day + timedelta(days=rule.days("at_most") or 0)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _due(rule: Rule, case: Case, start: Event) -> Iterator[Outcome]:
    to = rule.word("to")
    subject = Message("{start} → {end}", start=case.occasion(start), end=_named(to))
    limit = deadline(rule, start.date)
    if limit is None:
        yield Outcome(
            subject, State.UNKNOWN, Message("the day on which the period begins is not known"), evidence(start)
        )
        return
    reached = list(_reached(case, to, start))
    if not reached:
        yield _not_yet(rule, case, start, subject=subject, limit=limit)
    for each in reached:
        named = Message("{start} → {end}", start=case.occasion(start), end=each.named)
        yield _measured(start, each, limit=limit, subject=named)


def _measured(start: Event, end: _Reached, *, limit: tuple[date, date], subject: Message) -> Outcome:
    rests = (*evidence(start), *end.evidence)
    begun = start.date
    if end.latest is None or begun.first is None or begun.last is None:
        return Outcome(subject, State.UNKNOWN, Message("the day on which it was reached is not known"), rests)
    days = Message(
        "{days} days: {start} to {end}", days=_count(begun, end), start=begun, end=span(end.earliest, end.latest)
    )
    if end.latest <= limit[0]:
        there = Message("there on {end}, {days} days later, or before", end=end.latest, days=_count(begun, end))
        return Outcome(subject, State.KEPT, days if end.earliest else there, rests)
    if end.earliest and end.earliest > limit[1]:
        return Outcome(subject, State.BROKEN, days, rests)
    if end.earliest is None:
        said = Message(
            "first seen {end}, {days} days later; when it appeared nobody saw", end=end.latest, days=_count(begun, end)
        )
        return Outcome(subject, State.UNKNOWN, said, rests)
    return Outcome(
        subject, State.UNKNOWN, Message("the dates are not exact enough: {days} days", days=_count(begun, end)), rests
    )


def _count(start: PartialDate, end: _Reached) -> str:
    gap = start.until(span(end.earliest, end.latest))
    return str(gap) if gap else "?"


def _reached(case: Case, to: str, start: Event) -> Iterator[_Reached]:
    kind, _, of = to.partition(":")
    if kind == "document" and of:
        role = case.role(start.text("stage"))
        for paper in case.papers(of, role=role):
            seen = case.seen(paper)
            yield _Reached(_title(paper), seen.earliest, seen.latest, (Evidence("document", paper.id), *seen.evidence))
        return
    after = [each for each in case.events(to) if each.id != start.id and each.date.before(start.date) is not True]
    for each in after[:1]:
        yield _Reached(case.occasion(each), each.date.first, each.date.last, evidence(each))


def _title(paper: Paper) -> Message:
    return Message("{document}: {title}", document=vocabulary().documents[paper.kind], title=paper.title or paper.id)


def _named(to: str) -> object:
    terms = vocabulary()
    of = to.partition(":")[2]
    if of:
        return terms.documents[of]
    return tuple(terms.events[each.partition("@")[0]] for each in to.split("|"))


def _not_yet(rule: Rule, case: Case, start: Event, *, subject: Message, limit: tuple[date, date]) -> Outcome:
    """Return the outcome where the end of the period is not recorded."""
    own = evidence(start)
    if case.day <= limit[1]:
        return Outcome(subject, State.IDLE, Message("the period runs until {end}", end=span(*limit)), own)
    if rule.word("silence"):
        counts = vocabulary().events[rule.word("silence")]
        said = Message("nothing is recorded; after {end} silence counts as: {what}", end=span(*limit), what=counts)
        return Outcome(subject, State.IDLE, said, own)
    of = rule.word("to").partition(":")[2]
    if of:
        found = missing(case, of, subject=subject, role=case.role(start.text("stage")))
        late = case.looks(of, role=case.role(start.text("stage")), result=Result.ABSENT)
        if found.state is State.BROKEN and not any(look.date.first and look.date.first > limit[1] for look in late):
            said = Message("the period ended {end}; nobody looked after that", end=span(*limit))
            return Outcome(subject, State.UNKNOWN, said, (*own, *found.evidence))
        return Outcome(subject, found.state, found.fact, (*own, *found.evidence))
    said = Message("the period ended {end}; nothing is recorded of what had to happen", end=span(*limit))
    return Outcome(subject, State.UNKNOWN, said, own)


def _notice(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Was there notice, so many days before each event? (``from`` the notice, ``to`` the event, ``at_least``)."""
    for event in case.events(rule.word("to")):
        subject = case.occasion(event)
        given = [
            _Reached(case.occasion(each), each.date.first, each.date.last, evidence(each))
            for each in _before(rule, case, event)
        ]
        given += _papers_before(rule, case, event)
        if not given:
            yield _no_notice(rule, case, event, subject=subject)
        else:
            yield _noticed(rule, event, given[-1], subject=subject)


def _before(rule: Rule, case: Case, event: Event) -> list[Event]:
    if rule.word("from").startswith("document:"):
        return []
    same = [
        each
        for each in case.events(rule.word("from"))
        if each.id != event.id
        and each.date.before(event.date) is not False
        and (each.text("stage") == event.text("stage") or (not each.text("stage") and _chamber(each, event)))
    ]
    return same or [
        each
        for each in case.events(rule.word("from"))
        if each.date == event.date and each.text("stage") == event.text("stage") and each.id != event.id
    ]


def _chamber(one: Event, other: Event) -> bool:
    return not one.text("chamber") or one.text("chamber") == other.text("chamber")


def _papers_before(rule: Rule, case: Case, event: Event) -> list[_Reached]:
    of = rule.word("from").partition(":")[2]
    if not of:
        return []
    found = []
    for paper in case.papers(of):
        seen = case.seen(paper)
        if paper.stage == event.text("stage") and seen.latest:
            found.append(
                _Reached(_title(paper), seen.earliest, seen.latest, (Evidence("document", paper.id), *seen.evidence))
            )
    return found


def _noticed(rule: Rule, event: Event, notice: _Reached, *, subject: Message) -> Outcome:
    rests = (*notice.evidence, *evidence(event))
    least = rule.days("at_least") or 0
    given = span(notice.earliest, notice.latest).until(event.date)
    if given is None:
        return Outcome(subject, State.UNKNOWN, Message("the day of the notice or of the event is not known"), rests)
    said = Message("notice: {notice}, {days} days before", notice=notice.named, days=str(given))
    if given.least >= least:
        return Outcome(subject, State.KEPT, said, rests)
    if given.most < least and notice.earliest is not None:
        return Outcome(subject, State.BROKEN, said, rests)
    return Outcome(subject, State.UNKNOWN, said, rests)


def _no_notice(rule: Rule, case: Case, event: Event, *, subject: Message) -> Outcome:
    kind, _, of = rule.word("from").partition(":")
    own = evidence(event)
    looks = [look for look in case.looks(of or kind) if look.stage in ("", event.text("stage"))]
    absent = [
        look
        for look in looks
        if look.result is Result.ABSENT
        and look.date.before(event.date) is not None
        and look.stage == event.text("stage")
        and _no_later(look.date, event.date)
    ]
    if absent:
        said = Message("no notice when it was looked for: {date}", date=absent[-1].date)
        return Outcome(subject, State.BROKEN, said, (*own, *map(case.named, absent)))
    return Outcome(subject, State.UNKNOWN, unseen(looks), (*own, *map(case.named, looks)))


def _no_later(one: PartialDate, other: PartialDate) -> bool:
    return one.last is not None and other.first is not None and one.last <= other.first
