"""Checks on time: not later than, not sooner than, both counted in whole days of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.notice import notice
from aigaq.bill.checks.papers import missing, span
from aigaq.bill.checks.reached import Reached, count, title
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event, Result
from aigaq.bill.rule import Rule
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate


def gap(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Do the days between two things keep a bound? (``from``, ``to``, ``at_most``, ``months`` or ``at_least``)."""
    if rule.days("at_least") is not None:
        yield from notice(rule, case)
        return
    begun = case.events(rule.word("from"))
    for at, start in enumerate(begun):
        after = [each for each in begun[at + 1 :] if start.date.before(each.date) is True]
        yield from _due(rule, case, start, following=after[0] if after else None)
    if not case.everywhere.events(rule.word("from")) and not rule.word("to").startswith("document:"):
        for end in case.events(rule.word("to")):
            said = Message("it happened; when the period for it began is not recorded")
            yield Outcome(case.occasion(end), State.UNKNOWN, said, evidence(end))


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


def _due(rule: Rule, case: Case, start: Event, *, following: Event | None) -> Iterator[Outcome]:
    to = rule.word("to")
    subject = Message("{start} → {end}", start=case.occasion(start), end=_named(to))
    limit = deadline(rule, start.date)
    if limit is None:
        yield Outcome(
            subject, State.UNKNOWN, Message("the day on which the period begins is not known"), evidence(start)
        )
        return
    reached = list(_reached(case, to, start, following=following))
    back = _returned(case, start, reached)
    if back:
        said = Message("it was returned {date} on the way", date=back.date)
        yield Outcome(subject, State.UNKNOWN, said, evidence(start, back))
        return
    if not reached and following:
        said = Message("the period began anew: {event}", event=case.occasion(following))
        yield Outcome(subject, State.IDLE, said, evidence(start, following))
    elif not reached:
        yield _not_yet(rule, case, start, subject=subject, limit=limit)
    for each in reached:
        named = Message("{start} → {end}", start=case.occasion(start), end=each.named)
        made = _measured(start, each, limit=limit, subject=named)
        yield _silent(rule, case, made, limit=limit)


def _silent(rule: Rule, case: Case, made: Outcome, *, limit: tuple[date, date]) -> Outcome:
    """Return an outcome that came too late where silence already counted as the same thing: then nothing was broken."""
    events = [case.dossier.event(each.id) for each in made.evidence if each.kind == "event"]
    same = any(event is not None and event.kind == rule.word("silence") for event in events)
    if made.state is not State.BROKEN or not same:
        return made
    counts = vocabulary().events[rule.word("silence")]
    said = Message("{fact}; after {end} silence counts as: {what}", fact=made.fact, end=span(*limit), what=counts)
    return evolve(made, state=State.IDLE, fact=said)


def _measured(start: Event, end: Reached, *, limit: tuple[date, date], subject: Message) -> Outcome:
    rests = (*evidence(start), *end.evidence)
    begun = start.date
    if end.latest is None or begun.first is None or begun.last is None:
        return Outcome(subject, State.UNKNOWN, Message("the day on which it was reached is not known"), rests)
    days = Message(
        "{days} days: {start} to {end}", days=count(begun, end), start=begun, end=span(end.earliest, end.latest)
    )
    if end.latest <= limit[0]:
        there = Message("there on {end}, {days} days later, or before", end=end.latest, days=count(begun, end))
        return Outcome(subject, State.KEPT, days if end.earliest else there, rests)
    if end.earliest and end.earliest > limit[1]:
        return Outcome(subject, State.BROKEN, days, rests)
    if end.earliest is None:
        said = Message(
            "first seen {end}, {days} days later; when it appeared nobody saw", end=end.latest, days=count(begun, end)
        )
        return Outcome(subject, State.UNKNOWN, said, rests)
    return Outcome(
        subject, State.UNKNOWN, Message("the dates are not exact enough: {days} days", days=count(begun, end)), rests
    )


def _reached(case: Case, to: str, start: Event, *, following: Event | None) -> Iterator[Reached]:
    """Yield what ended a period: the papers of that stage, or the first event, before the next period began."""
    kind, _, of = to.partition(":")
    if kind == "document" and of:
        for paper in case.papers(of, role=case.role(start.text("stage"))):
            seen = case.seen(paper)
            own = (Evidence("document", paper.id), *seen.evidence)
            if not _elsewhere(seen.earliest, seen.latest, start=start, following=following):
                yield Reached(title(paper), seen.earliest, seen.latest, own)
        return
    ends = case.everywhere.events(to)
    after = [each for each in ends if each.id != start.id and each.date.before(start.date) is not True]
    if following:
        after = [each for each in after if following.date.before(each.date) is not True]
    for each in after[:1]:
        yield Reached(case.occasion(each), each.date.first, each.date.last, evidence(each))


def _elsewhere(earliest: date | None, latest: date | None, *, start: Event, following: Event | None) -> bool:
    """Return whether a paper was published before the period began, or after the next one did."""
    begun, later = start.date.first, following.date.last if following else None
    before = latest is not None and earliest is not None and begun is not None and latest < begun
    return before or (later is not None and earliest is not None and earliest >= later)


def _returned(case: Case, start: Event, reached: list[Reached]) -> Event | None:
    """Return the event with which a bill was sent back between the two ends of a period."""
    last = max((each.latest for each in reached if each.latest), default=None)
    for event in case.everywhere.events("returned"):
        after = start.date.before(event.date) is not False
        if after and (last is None or (event.date.first is not None and event.date.first <= last)):
            return event
    return None


def _named(to: str) -> object:
    terms = vocabulary()
    of = to.partition(":")[2]
    if of:
        return terms.documents[of]
    return tuple(terms.events[each.partition("@")[0]] for each in to.split("|"))


def _ends(case: Case, rule: Rule) -> tuple[Event, ...]:
    to = rule.word("to")
    alone = len(case.events(rule.word("from"))) == 1
    return case.everywhere.events(to) if alone and not to.startswith("document:") else ()


def _not_yet(rule: Rule, case: Case, start: Event, *, subject: Message, limit: tuple[date, date]) -> Outcome:
    """Return the outcome where the end of the period is not recorded."""
    own = evidence(start)
    ahead = [each for each in _ends(case, rule) if each.date.before(start.date) is True]
    if ahead:
        said = Message("it is recorded before the period began: {event}", event=case.occasion(ahead[-1]))
        return Outcome(subject, State.UNKNOWN, said, (*own, *evidence(ahead[-1])))
    if case.day <= limit[1]:
        return Outcome(subject, State.IDLE, Message("the period runs until {end}", end=span(*limit)), own)
    if rule.word("silence"):
        counts = vocabulary().events[rule.word("silence")]
        said = Message("nothing is recorded; after {end} silence counts as: {what}", end=span(*limit), what=counts)
        return Outcome(subject, State.IDLE, said, own)
    of = rule.word("to").partition(":")[2]
    if of:
        found = missing(case, of, subject=subject, role=case.role(start.text("stage")), since=start)
        late = case.looks(of, role=case.role(start.text("stage")), result=Result.ABSENT)
        if found.state is State.BROKEN and not any(look.date.first and look.date.first > limit[1] for look in late):
            said = Message("the period ended {end}; nobody looked after that", end=span(*limit))
            return Outcome(subject, State.UNKNOWN, said, (*own, *found.evidence))
        return Outcome(subject, found.state, found.fact, tuple(dict.fromkeys((*own, *found.evidence))))
    said = Message("the period ended {end}; nothing is recorded of what had to happen", end=span(*limit))
    return Outcome(subject, State.UNKNOWN, said, own)
