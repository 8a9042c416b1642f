"""Checks on the course of a bill: readings a day, changes of the agenda, what must come before what, its scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.papers import missing, stage_name
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event
from aigaq.bill.rule import ROLES, Rule
from aigaq.bill.told import Told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message


def per_day(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Are there no more events of a kind on one day in one chamber? (``event``, ``at_most``)."""
    most = rule.days("at_most") or 0
    term = vocabulary().events[rule.word("event")]
    days: dict[tuple[str, object], list[Event]] = {}
    for event in case.events(rule.word("event")):
        if event.date.day is None:
            said = Message("the day is not known")
            yield Outcome(case.occasion(event), State.UNKNOWN, said, evidence(event))
        else:
            days.setdefault((event.text("chamber"), event.date.day), []).append(event)
    for (chamber, day), events in days.items():
        named = next((found for each in case.dossier.regimes if (found := each.chamber(chamber))), None)
        subject = Message("{chamber}, {date}", chamber=named or term, date=day)
        said = Message("{kind}: {n} on one day ({which})", kind=term, n=len(events), which=_which(case, events))
        yield Outcome(subject, State.BROKEN if len(events) > most else State.KEPT, said, evidence(*events))


def _which(case: Case, events: Sequence[Event]) -> tuple[Message, ...]:
    return tuple(case.occasion(event) for event in events)


def unchanged(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Was nothing changed shortly before a sitting? (``event`` the change, ``of`` what, ``within_days``)."""
    changes = case.events(rule.word("event"))
    within = rule.days("within_days") or 0
    for change in changes:
        yield Outcome(case.occasion(change), *_changed(case, change, rule.word("of"), within))
    if not changes:
        subject = Message("{kind}: no change recorded", kind=vocabulary().events[rule.word("of").split("|")[0]])
        if case.events(rule.word("of")):
            yield missing_change(case, rule, subject=subject)


def missing_change(case: Case, rule: Rule, *, subject: Message) -> Outcome:
    """Return the outcome where no change is recorded: kept only where somebody looked for one."""
    found = missing(case, rule.word("event"), subject=subject)
    if found.state is State.BROKEN:
        return Outcome(subject, State.KEPT, Message("no change was found when it was looked for"), found.evidence)
    return found


def _changed(case: Case, change: Event, of: str, within: int) -> tuple[State, Message, tuple[Evidence, ...]]:
    chamber = change.text("chamber")
    meant = [each for each in case.events(of) if not chamber or each.text("chamber") == chamber]
    for event in meant:
        gap = change.date.until(event.date)
        if gap and gap.least >= 0 and gap.most <= within:
            said = Message(
                "changed {date}, {days} days before {event}",
                date=change.date,
                days=str(gap),
                event=case.occasion(event),
            )
            return State.BROKEN, said, evidence(change, event)
    if change.date.day is None:
        return State.UNKNOWN, Message("the day of the change is not known"), evidence(change)
    after = [event for event in meant if change.date.before(event.date)]
    if not after:
        said = Message("changed {date}; which sitting it was for is not recorded", date=change.date)
        return State.UNKNOWN, said, evidence(change)
    said = Message("changed {date}; the next sitting: {event}", date=change.date, event=case.occasion(after[0]))
    return State.KEPT, said, evidence(change, after[0])


def present(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Did something happen before something else? (``event``, ``before``)."""
    kind = rule.word("event")
    term = vocabulary().events[kind]
    later = case.events(rule.word("before"))
    if not later:
        if rule.word("before") == "introduced":
            yield _before_nothing(case, kind, Message("{kind}", kind=term))
        return
    for event in later[:1] if kind == "consultation" else _firsts(later):
        subject = Message("{kind} → {event}", kind=term, event=case.occasion(event))
        held = [each for each in case.events(kind) if each.id != event.id and _alike(each, event)]
        early = [each for each in held if each.date.before(event.date) is True or each.date == event.date]
        late = [each for each in held if each.date.before(event.date) is False and each.date != event.date]
        if early:
            yield Outcome(
                subject, State.KEPT, Message("it took place: {date}", date=early[0].date), evidence(early[0], event)
            )
        elif late and len(late) == len(held):
            said = Message("it came later: {date}", date=late[0].date)
            yield Outcome(subject, State.BROKEN, said, evidence(late[0], event))
        elif held:
            yield Outcome(subject, State.UNKNOWN, Message("which came first is not known"), evidence(held[0], event))
        else:
            found = missing(case, kind, subject=subject)
            yield Outcome(subject, found.state, found.fact, (*evidence(event), *found.evidence))


def _before_nothing(case: Case, kind: str, subject: Message) -> Outcome:
    held = case.events(kind)
    if held:
        said = Message("it took place {date}; when the bill was introduced is not recorded", date=held[0].date)
        return Outcome(subject, State.UNKNOWN, said, evidence(held[0]))
    return missing(case, kind, subject=subject)


def _firsts(events: Sequence[Event]) -> list[Event]:
    """Return the first event of each chamber."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.text("chamber"), event)
    return list(first.values())


def _alike(one: Event, other: Event) -> bool:
    chambers = {one.text("chamber"), other.text("chamber")} - {""}
    return len(chambers) < 2


def stages(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Did it go through so many stages before it left? (``event``, ``at_least``, ``before``)."""
    term = vocabulary().events[rule.word("event")]
    least = rule.days("at_least") or 0
    left = case.events(rule.word("before"))
    held = case.events(rule.word("event"))
    subject = Message("{kind}", kind=term)
    said = Message("{kind}: {n} recorded ({which})", kind=term, n=len(held), which=_which(case, held))
    if not held:
        said = Message("{kind}: none recorded", kind=term)
    if len(held) >= least:
        yield Outcome(subject, State.KEPT, said, evidence(*held))
    elif not left:
        yield Outcome(subject, State.IDLE, Message("it has not left yet; {held}", held=said), evidence(*held))
    else:
        looked = missing(case, rule.word("event"), subject=subject)
        state = State.BROKEN if looked.state is State.BROKEN else State.UNKNOWN
        fact = said if state is State.BROKEN else Message("{held}; whether there were others nobody looked", held=said)
        yield Outcome(subject, state, fact, (*evidence(*held, left[0]), *looked.evidence))


@frozen
class Scope:
    """How far a bill reached at a stage: number of acts, subjects, and what that rests on."""

    acts: int | None
    subjects: frozenset[str]
    evidence: tuple[Evidence, ...]


def scope(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Did the bill stay what it was? (``from``, ``to``: a role of stage, or a kind of event)."""
    start, end = scope_at(case, rule.word("from")), scope_at(case, rule.word("to"))
    subject = Message("{start} → {end}", start=_name(case, rule.word("from")), end=_name(case, rule.word("to")))
    rests = (*start.evidence, *end.evidence)
    if start.acts is None or end.acts is None:
        yield Outcome(subject, State.UNKNOWN, Message("how many acts it amended then or later is not recorded"), rests)
        return
    new = sorted(end.subjects - start.subjects) if start.subjects else []
    added = tuple(case.dossier.head.subjects.get(name) or Told(name) for name in new)
    if added:
        said = Message("acts amended: {a} → {b}; new subjects: {subjects}", a=start.acts, b=end.acts, subjects=added)
    else:
        said = Message("acts amended: {a} → {b}", a=start.acts, b=end.acts)
    yield Outcome(subject, State.BROKEN if end.acts > start.acts or added else State.KEPT, said, rests)


def _name(case: Case, token: str) -> object:
    return stage_name(case, token) if token in ROLES else vocabulary().events[token.partition("@")[0]]


def scope_at(case: Case, token: str) -> Scope:
    """Return how far the bill reached at a stage or event: as its text shows, else as it is stated.

    The first event that states a number, or the last text of that stage whose instructions could be read.
    """
    events = [event for event in case.events("reading|adopted|introduced") if _meant(case, event, token)]
    roles = {case.role(event.text("stage")) for event in events} | ({token} if token in ROLES else set())
    papers = [paper for role in sorted(roles - {""}) for paper in case.papers("bill-text", role=role)]
    known = [(case.acts[paper.id], Evidence("law", paper.id)) for paper in papers if paper.id in case.acts]
    known += [(number, Evidence("event", event.id)) for event in events if (number := event.number("acts")) is not None]
    known += [(paper.acts, Evidence("document", paper.id)) for paper in papers if paper.acts is not None]
    subjects = {word for event in events for word in event.text("subjects").split()}
    subjects |= {word for paper in papers for word in paper.subjects}
    rests = tuple(dict.fromkeys(own for number, own in known if number == known[0][0])) if known else ()
    return Scope(known[0][0] if known else None, frozenset(subjects), rests)


def _meant(case: Case, event: Event, token: str) -> bool:
    if token in ROLES:
        return case.role(event.text("stage")) == token
    return event.kind == token.partition("@")[0] and event in case.events(token)[:1]
