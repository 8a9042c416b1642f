"""Checks on the course of a bill: readings a day, changes of the agenda, what must come before what, its scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from aigaq.bill.checks.case import Case, evidence
from aigaq.bill.checks.papers import missing
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event
from aigaq.bill.rule import Rule
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message


def per_day(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Are there no more events of a kind on one day in one chamber? (``event``, ``at_most``)."""
    most = rule.days("at_most") or 0
    held = case.events(rule.word("event"))
    days: dict[tuple[str, date], list[Event]] = {}
    for event in held:
        if event.date.day is None:
            yield Outcome(case.occasion(event), State.UNKNOWN, Message("the day is not known"), evidence(event))
        else:
            days.setdefault((case.chamber(event), event.date.day), []).append(event)
    for (chamber, day), events in days.items():
        rest = [each for each in held if each not in events and _may(case, each, chamber, day)]
        yield _on_one_day(rule, case, chamber=chamber, day=day, events=events, rest=rest, most=most)


def _may(case: Case, event: Event, chamber: str, day: date) -> bool:
    """Return whether an event can have been on a day in a chamber, as far as its sources tell."""
    return event.may_be(day) and (not chamber or case.chamber(event) in ("", chamber))


def _on_one_day(
    rule: Rule, case: Case, *, chamber: str, day: date, events: list[Event], rest: list[Event], most: int
) -> Outcome:
    term = vocabulary().events[rule.word("event")]
    subject = Message("{chamber}, {date}", chamber=case.dossier.chamber(chamber) or term, date=day)
    said = Message("{kind}: {n} on one day ({which})", kind=term, n=len(events), which=_which(case, events))
    if len(events) > most:
        unsure = not chamber and len({case.chamber(each) for each in events}) != 1
        return Outcome(subject, State.UNKNOWN if unsure else State.BROKEN, said, evidence(*events))
    if len(events) + len(rest) > most:
        perhaps = Message("{said}; on the same day there may have been: {which}", said=said, which=_which(case, rest))
        return Outcome(subject, State.UNKNOWN, perhaps, evidence(*events, *rest))
    return Outcome(subject, State.KEPT, said, evidence(*events))


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
    last = case.events(rule.word("of"))[-1]
    looks = case.absent(rule.word("event"), since=last.date)
    if looks:
        said = Message("no change was found when it was looked for")
        return Outcome(subject, State.KEPT, said, (*map(case.named, looks), *evidence(last)))
    return missing(case, rule.word("event"), subject=subject)


def _changed(case: Case, change: Event, of: str, within: int) -> tuple[State, Message, tuple[Evidence, ...]]:
    chamber = change.text("chamber")
    meant = [each for each in case.events(of) if not chamber or each.text("chamber") == chamber]
    gaps = [(event, change.date.until(event.date)) for event in meant]
    for event, gap in gaps:
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
    near = [event for event, gap in gaps if gap is None or (gap.most >= 0 and gap.least <= within)]
    if near:
        said = Message(
            "changed {date}; the day of the sitting is not known: {event}",
            date=change.date,
            event=case.occasion(near[0]),
        )
        return State.UNKNOWN, said, evidence(change, near[0])
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
        if any(not each.date.known for each in later):
            said = Message("the day of one of the events is not known")
            yield Outcome(subject, State.UNKNOWN, said, evidence(*later, *held))
            continue
        early = [each for each in held if each.date.before(event.date) is True]
        late = [each for each in held if event.date.before(each.date) is True]
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
            found = missing(case, kind, subject=subject, since=event)
            yield Outcome(subject, found.state, found.fact, tuple(dict.fromkeys((*evidence(event), *found.evidence))))


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
    every = case.events(rule.word("event"))
    held = [each for each in every if not left or left[0].date.before(each.date) is not True]
    sure = [each for each in held if not left or each.date.before(left[0].date) or each.date == left[0].date]
    subject = Message("{kind}", kind=term)
    said = (
        Message("{n} recorded ({which})", n=len(held), which=_which(case, held)) if held else Message("none recorded")
    )
    if _different(sure) >= least:
        yield Outcome(subject, State.KEPT, said, evidence(*held))
    elif not left:
        yield Outcome(subject, State.IDLE, Message("it has not left yet; {held}", held=said), evidence(*held))
    else:
        looked = missing(case, rule.word("event"), subject=subject, since=left[0])
        broken = looked.state is State.BROKEN and _different(held) < least
        fact = said if broken else Message("{held}; whether there were others nobody looked", held=said)
        rests = tuple(dict.fromkeys((*evidence(*held, left[0]), *looked.evidence)))
        yield Outcome(subject, State.BROKEN if broken else State.UNKNOWN, fact, rests)


def _different(events: Sequence[Event]) -> int:
    """Return how many stages events were at; one without a stage counts as its own."""
    return len({event.text("stage") or event.id for event in events})
