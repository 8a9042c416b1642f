"""The scope of a bill: how many acts it amended at a stage, what it was about, and whether that grew."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.papers import stage_name
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event
from aigaq.bill.rule import ROLES, Rule
from aigaq.bill.told import Told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message


@frozen
class Scope:
    """How far a bill reached at a stage.

    Args:
        acts: Every number of acts that its text shows or a source states; one where they agree, none where nobody says.
        subjects: What it was about; None where nobody says, or sources contradict each other.
        evidence: What that rests on.
    """

    acts: tuple[int, ...]
    subjects: frozenset[str] | None
    evidence: tuple[Evidence, ...]


def scope(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Did the bill stay what it was? (``from``, ``to``: a role of stage, or a kind of event; each such event)."""
    start = _at(case, _events(case, rule.word("from")), rule.word("from"))
    ends = [(event, _at(case, [event], "")) for event in _events(case, rule.word("to"))]
    told = [(event, end) for event, end in ends if end.acts] or ends[:1]
    for event, end in told:
        subject = Message("{start} → {end}", start=_name(case, rule.word("from")), end=case.occasion(event))
        yield _compared(case, start, end, subject=subject)


def _compared(case: Case, start: Scope, end: Scope, *, subject: Message) -> Outcome:
    rests = tuple(dict.fromkeys((*start.evidence, *end.evidence)))
    if not start.acts or not end.acts:
        said = Message("how many acts it amended then or later is not recorded")
        return Outcome(subject, State.UNKNOWN, said, rests)
    if len({*start.acts}) > 1 or len({*end.acts}) > 1:
        numbers = Message("acts amended, as different sources have it: {a} → {b}", a=start.acts, b=end.acts)
        return Outcome(subject, State.UNKNOWN, numbers, rests)
    before, after = start.acts[0], end.acts[0]
    new = sorted(end.subjects - start.subjects) if start.subjects and end.subjects else []
    added = tuple(case.dossier.head.subjects.get(name) or Told(name) for name in new)
    said = Message("acts amended: {a} → {b}", a=before, b=after)
    if added:
        said = Message("acts amended: {a} → {b}; new subjects: {subjects}", a=before, b=after, subjects=added)
    if after > before or added:
        return Outcome(subject, State.BROKEN, said, rests)
    if bool(start.subjects) != bool(end.subjects):
        said = Message("{fact}; what it was about is recorded at one end only", fact=said)
        return Outcome(subject, State.UNKNOWN, said, rests)
    return Outcome(subject, State.KEPT, said, rests)


def _name(case: Case, token: str) -> object:
    return stage_name(case, token) if token in ROLES else vocabulary().events[token.partition("@")[0]]


def _events(case: Case, token: str) -> list[Event]:
    if token in ROLES:
        return [each for each in case.events("reading|adopted|introduced") if case.role(each.text("stage")) == token]
    return list(case.events(token))


def _at(case: Case, events: list[Event], role: str) -> Scope:
    """Return how far the bill reached: as its texts show, and as sources state it."""
    roles = {case.role(event.text("stage")) for event in events} | {role}
    papers = [paper for each in sorted(roles - {""}) for paper in case.papers("bill-text", role=each)]
    known = [(case.acts[paper.id], Evidence("law", paper.id)) for paper in papers if paper.id in case.acts]
    stages = {event.text("stage") for event in events}
    alike = [*events, *(each for each in case.events("reading|adopted") if each.text("stage") in stages - {""})]
    stated = list({event.id: event for event in alike}.values())
    known += [(number, Evidence("event", each.id)) for each in stated if (number := each.number("acts")) is not None]
    known += [(paper.acts, Evidence("document", paper.id)) for paper in papers if paper.acts is not None]
    subjects = {word for each in stated for word in each.text("subjects").split()}
    subjects |= {word for paper in papers for word in paper.subjects}
    disputed = any(fact.value is None for each in stated for fact in each.open if fact.name in ("subjects", "acts"))
    told = [each for each in stated if each.text("subjects") or any(fact.name == "acts" for fact in each.open)]
    rests = tuple(dict.fromkeys((*(own for _, own in known), *evidence(*told))))
    return Scope(tuple(dict.fromkeys(number for number, _ in known)), None if disputed else frozenset(subjects), rests)
