"""Deadlines that follow from what has happened: the day by which the next thing is due, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve, frozen

from aigaq.bill.checks import Case, deadline
from aigaq.bill.dossier import Event
from aigaq.bill.rule import Rule
from aigaq.bill.told import Told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate, Precision


@frozen
class Deadline:
    """A day by which something is due.

    Args:
        id: Stable name: rule and event.
        title: What is due.
        day: When; a span of days where the beginning of the period is not known to the day.
        why: From what it is counted, and by which rule.
        cite: The provision.
    """

    id: str
    title: Message
    day: PartialDate
    why: Message
    cite: Told


def deadlines(case: Case) -> tuple[Deadline, ...]:
    """Return the deadlines that are still open on the day of the case, soonest first; see `aigaq.bill.checks`."""
    found = [
        due
        for regime in case.dossier.regimes
        for rule in regime.rules
        if rule.check == "gap" and rule.days("at_least") is None
        for due in _open(rule, evolve(case, regime=regime))
    ]
    return tuple(sorted(found, key=lambda due: (due.day.order, due.id)))


def _open(rule: Rule, case: Case) -> Iterator[Deadline]:
    terms = vocabulary().events
    for start in case.events(rule.word("from")):
        limit = deadline(rule, start.date)
        if limit is None or limit[1] < case.day or _done(rule, case, start):
            continue
        due = tuple(
            terms[each.partition("@")[0]] for each in rule.word("to").split("|") if each.partition("@")[0] in terms
        )
        yield Deadline(
            id=f"{rule.id}-{start.id}",
            title=Message("{what} due", what=due),
            day=_span(limit),
            why=Message("counted from {event}: {rule}", event=case.occasion(start), rule=rule.spoken),
            cite=rule.cite,
        )


def _done(rule: Rule, case: Case, start: Event) -> bool:
    ended = case.events(rule.word("to"))
    return any(each.id != start.id and each.date.before(start.date) is not True for each in ended)


def _span(limit: tuple[date, date]) -> PartialDate:
    first, last = limit
    if first == last:
        return PartialDate.on(first)
    return PartialDate(first, max(last, first + timedelta(days=1)), Precision.DAYS)
