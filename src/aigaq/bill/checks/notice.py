"""Notice: was something announced so many days before an event?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.papers import span, unseen
from aigaq.bill.checks.reached import Reached, title
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event, Look, Paper, Result
from aigaq.bill.rule import Rule
from aigaq.values import Message

LONGEST: Final = 62
"""Days before an event after which an agenda that names no stage is not taken for its notice."""


def notice(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Was there notice, so many days before each event? (``from`` the notice, ``to`` the event, ``at_least``)."""
    events = case.events(rule.word("to"))
    for event in events:
        chamber = case.chamber(event)
        earlier = [
            each for each in events if chamber and case.chamber(each) == chamber and each.date.before(event.date)
        ]
        given = _given(rule, case, event, previous=earlier[-1] if earlier else None)
        judged = [_noticed(rule, case, event, each) for each in given]
        kept = next((each for each in judged if each.state is State.KEPT), None)
        yield kept or (judged[-1] if judged else _no_notice(rule, case, event))


def _given(rule: Rule, case: Case, event: Event, *, previous: Event | None) -> list[Reached]:
    of = rule.word("from").partition(":")[2]
    if of:
        papers = [paper for paper in case.papers(of) if paper.stage == event.text("stage")]
        return [_paper(case, paper) for paper in papers if case.seen(paper).latest]
    notices = [each for each in case.events(rule.word("from")) if _meant(case, each, event, previous=previous)]
    return [Reached(case.occasion(each), each.date.first, each.date.last, evidence(each)) for each in notices]


def _paper(case: Case, paper: Paper) -> Reached:
    seen = case.seen(paper)
    return Reached(title(paper), seen.earliest, seen.latest, (Evidence("document", paper.id), *seen.evidence))


def _meant(case: Case, each: Event, event: Event, *, previous: Event | None) -> bool:
    """Return whether a notice can be the one of an event: its stage, or its chamber since the event before."""
    if each.id == event.id or event.date.before(each.date) is True:
        return False
    if each.text("stage"):
        return each.text("stage") == event.text("stage")
    if case.chamber(each) not in ("", case.chamber(event)):
        return False
    gap = each.date.until(event.date)
    recent = gap is None or gap.least <= LONGEST or not case.chamber(event)
    return recent and (previous is None or previous.date.before(each.date) is not False)


def _noticed(rule: Rule, case: Case, event: Event, found: Reached) -> Outcome:
    subject, rests = case.occasion(event), (*found.evidence, *evidence(event))
    least = rule.days("at_least") or 0
    given = span(found.earliest, found.latest).until(event.date)
    if given is None:
        return Outcome(subject, State.UNKNOWN, Message("the day of the notice or of the event is not known"), rests)
    said = Message("notice: {notice}, {days} days before", notice=found.named, days=str(given))
    if given.least >= least:
        return Outcome(subject, State.KEPT, said, rests)
    if given.most < least and found.earliest is not None:
        return Outcome(subject, State.BROKEN, said, rests)
    return Outcome(subject, State.UNKNOWN, said, rests)


def _no_notice(rule: Rule, case: Case, event: Event) -> Outcome:
    kind, _, of = rule.word("from").partition(":")
    subject, own = case.occasion(event), evidence(event)
    later = [each for each in case.events(kind) if event.date.before(each.date) is True] if not of else []
    if later and rule.word("from") == "published":
        gap = event.date.until(later[0].date)
        said = Message("it came {days} days later: {event}", days=str(gap), event=case.occasion(later[0]))
        return Outcome(subject, State.BROKEN, said, (*own, *evidence(later[0])))
    looks = [look for look in case.looks(of or kind) if look.stage in ("", event.text("stage"))]
    absent = [look for look in looks if look.result is Result.ABSENT and _due(rule, look, event)]
    if absent:
        said = Message("no notice when it was looked for: {date}", date=absent[-1].date)
        return Outcome(subject, State.BROKEN, said, (*own, *map(case.named, absent)))
    return Outcome(subject, State.UNKNOWN, unseen(looks), (*own, *map(case.named, looks)))


def _due(rule: Rule, look: Look, event: Event) -> bool:
    """Return whether a look was made when the notice had to be there already, and before the event."""
    if not (look.date.first and look.date.last and event.date.first and event.date.last):
        return False
    due = event.date.last - timedelta(days=rule.days("at_least") or 0)
    if rule.word("from") == "published":
        return due <= look.date.first
    return look.stage == event.text("stage") and due <= look.date.first and look.date.last <= event.date.first
