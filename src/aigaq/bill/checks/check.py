"""Judging a bill by every rule of its regimes and of the international standards: one finding an occasion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve

from aigaq.bill.checks import course, papers, scope, times
from aigaq.bill.checks.case import Case
from aigaq.bill.checks.verdict import Binds, Evidence, Finding, Otherwise, Outcome, State, Verdict, verdict
from aigaq.bill.dossier import Event, Fact
from aigaq.bill.rule import Rule
from aigaq.bill.standards import Catalogue, catalogue
from aigaq.values import Certainty, Message

CHECKS: Final[Mapping[str, Callable[[Rule, Case], Iterator[Outcome]]]] = {
    "document": papers.document,
    "gap": times.gap,
    "per-day": course.per_day,
    "unchanged": course.unchanged,
    "present": course.present,
    "stages": course.stages,
    "languages": papers.languages,
    "dated": papers.dated,
    "table-complete": papers.complete,
    "scope": scope.scope,
}
"""The checks, by the name that a rule gives; `aigaq.bill.rule.PARAMETERS` has their parameters."""


DATED: Final = frozenset({"document", "gap", "per-day", "unchanged", "present", "languages"})
"""The checks that compare dates; the others count, or look at a paper itself."""


def judge(case: Case, international: Iterable[Rule], *, standards: Catalogue | None = None) -> tuple[Finding, ...]:
    """Return every finding: first the domestic rules, regime by regime, then the international standards.

    Args:
        case: The case; its own regime is of no account.
        international: Rules that hold in every country.
        standards: The catalogue in which their standards stand; the one that is shipped when None.

    Raises:
        UsageError: ``standard.unknown``: a rule names a standard that the catalogue does not have.
    """
    domestic = [
        finding
        for regime in case.dossier.regimes
        if (under := evolve(case, regime=regime)).engaged
        for rule in regime.rules
        for finding in _findings(rule, under)
    ]
    known = standards or catalogue()
    abroad = [
        evolve(finding, standard=known.get(rule.standard))
        for rule in international
        for finding in _findings(rule, case.everywhere)
    ]
    return (*domestic, *abroad)


def _findings(rule: Rule, case: Case) -> Iterator[Finding]:
    outcomes = tuple(_sure(rule, case, outcome) for outcome in CHECKS[rule.check](rule, case))
    binds, why = _binds(rule, case)
    for outcome in outcomes or (_nothing(case),):
        yield Finding(
            rule=rule,
            regime=case.regime,
            outcome=outcome,
            binds=binds,
            why=why,
            verdict=verdict(rule, outcome, binds=binds),
            otherwise=tuple(_otherwise(rule, case, outcome, binds=binds)),
        )


def _sure(rule: Rule, case: Case, outcome: Outcome) -> Outcome:
    """Return an outcome that rests on an uncertain date as one that could not be looked at."""
    if rule.check not in DATED or outcome.state not in (State.KEPT, State.BROKEN):
        return outcome
    events = {event.id: event.date for event in case.dossier.events}
    dates = [events[each.id] for each in outcome.evidence if each.kind == "event"]
    dates += [case.dossier.looks[int(each.id) - 1].date for each in outcome.evidence if each.kind == "look"]
    if all(each.certainty is Certainty.CERTAIN for each in dates):
        return outcome
    return evolve(outcome, state=State.UNKNOWN, fact=Message("{fact}; a date in it is uncertain", fact=outcome.fact))


def _nothing(case: Case) -> Outcome:
    """Return the outcome where nothing happened that the rule is about."""
    return Outcome(
        Message("the bill as a whole"),
        State.IDLE,
        Message("nothing that the rule is about is recorded up to {day}", day=case.day),
    )


def _binds(rule: Rule, case: Case) -> tuple[Binds, Message | None]:
    if not rule.exempt:
        return Binds.YES, None
    who = case.dossier.initiator
    if who is None:
        return Binds.NOT_KNOWN, Message("who introduced it is not recorded, and the rule does not bind everybody")
    if who.id in rule.exempt:
        return Binds.NO, Message("it does not bind bills of this initiator: {initiator}", initiator=who)
    return Binds.YES, None


def _otherwise(rule: Rule, case: Case, outcome: Outcome, *, binds: Binds) -> Iterator[Otherwise]:
    """Yield the other verdicts that disputed facts behind an outcome would give."""
    events = {event.id: event for event in case.dossier.events}
    for name in dict.fromkeys(own.id for own in outcome.evidence if own.kind == "event"):
        for fact in events[name].open:
            yield from _supposed(rule, case, outcome, event=events[name], fact=fact, binds=binds)


def _supposed(
    rule: Rule, case: Case, outcome: Outcome, *, event: Event, fact: Fact, binds: Binds
) -> Iterator[Otherwise]:
    now = verdict(rule, outcome, binds=binds)
    for value in fact.others:
        supposed = case.suppose(event.id, fact.name, value=value)
        again = [_sure(rule, supposed, each) for each in CHECKS[rule.check](rule, supposed)]
        there = [each for each in again if Evidence("event", event.id) in each.evidence]
        then = {verdict(rule, each, binds=binds) for each in there}
        if then != {now}:
            worst = next((each for each in Verdict if each in then and each != now), None)
            yield Otherwise(event.id, fact.name, value.text, value.sources, worst)
