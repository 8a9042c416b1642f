"""Checks on papers: is it there, in time, in both languages, dated, complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from aigaq.bill.checks.case import Case
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Event, Look, Paper, Result
from aigaq.bill.rule import OFFICIAL, Rule
from aigaq.bill.vocabulary import Term, vocabulary
from aigaq.locale import tongue
from aigaq.values import Message, PartialDate


def document(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Is a paper there at a stage, and in time? (``document``, ``stage``, ``by``, ``also_asked_at``)."""
    term = vocabulary().documents[rule.word("document")]
    yield _at(rule, case, term, role=rule.word("stage"))
    for role in rule.words("also_asked_at"):
        if _reached(case, role):
            yield _spent(case, term, role=role)


def _at(rule: Rule, case: Case, term: Term, *, role: str) -> Outcome:
    subject = Message("{document}: {stage}", document=term, stage=stage_name(case, role))
    papers = case.papers(term.id, role=role)
    due = _due(rule, case, role)
    if not papers:
        return missing(case, term.id, subject=subject, role=role, since=due or case.anchor(role))
    judged = [_in_time(case, paper, subject, due=due, asked=bool(rule.word("by"))) for paper in papers]
    return next((each for each in judged if each.state is State.KEPT), judged[0])


def _due(rule: Rule, case: Case, role: str) -> Event | None:
    """Return the event by which a paper must be there: the first one at or after the stage was reached."""
    anchor = case.anchor(role)
    events = case.events(rule.word("by")) if rule.word("by") else ()
    return next((each for each in events if anchor is None or each.date.before(anchor.date) is not True), None)


def _in_time(case: Case, paper: Paper, subject: Message, *, due: Event | None, asked: bool) -> Outcome:
    seen = case.seen(paper)
    own = (Evidence("document", paper.id), *seen.evidence)
    if due is None:
        there = Message("it is there: {title}", title=paper.title or paper.id)
        early = Message("it is there; when it was due is not recorded")
        return Outcome(subject, State.KEPT if not asked else State.UNKNOWN, there if not asked else early, own)
    limit = due.date
    rests = (*own, Evidence("event", due.id))
    if limit.first is None or limit.last is None:
        said = Message("it is there, but the day by which it was due is not known")
        return Outcome(subject, State.UNKNOWN, said, rests)
    if seen.latest and seen.latest <= limit.first:
        return Outcome(subject, State.KEPT, Message("it was there by {due}", due=limit), rests)
    return _late(seen.earliest, seen.latest, subject=subject, limit=limit, rests=rests)


def _late(
    earliest: date | None, latest: date | None, *, subject: Message, limit: PartialDate, rests: tuple[Evidence, ...]
) -> Outcome:
    published = span(earliest, latest)
    if earliest and limit.last and earliest > limit.last:
        late = (earliest - limit.last).days
        said = Message("published {date}, {days} days after {due}", date=published, days=late, due=limit)
        return Outcome(subject, State.BROKEN, said, rests)
    if earliest:
        said = Message("published {date}, due {due}: which came first is not known", date=published, due=limit)
    elif latest:
        said = Message("first seen {date}; whether it was there by {due} nobody saw", date=_day(latest), due=limit)
    else:
        said = Message("it is there; whether it was there by {due} is not recorded", due=limit)
    return Outcome(subject, State.UNKNOWN, said, rests)


def missing(case: Case, kind: str, *, subject: Message, role: str = "", since: Event | None = None) -> Outcome:
    """Return the outcome for a paper or an event that nobody recorded: absent, or never looked for.

    Args:
        case: The case.
        kind: Kind of document or of event.
        subject: The occasion.
        role: Role of the stage whose paper it is; "" for any.
        since: The event at which it had to be there; a look before that proves no absence.
    """
    looks = case.looks(kind, role=role)
    found = [look for look in looks if look.result is Result.FOUND]
    if found:
        file = "events.csv" if kind in vocabulary().events else "documents.csv"
        said = Message("it was seen {date}, and stands in no row of {file}", date=found[0].date, file=file)
        return Outcome(subject, State.UNKNOWN, said, tuple(map(case.named, looks)))
    absent = case.absent(kind, role=role, since=since.date) if since else ()
    if absent and since:
        last = absent[-1]
        said = Message("not there when it was looked for: {date}, {place}", date=last.date, place=last.place or "?")
        return Outcome(subject, State.BROKEN, said, (*map(case.named, absent), Evidence("event", since.id)))
    return Outcome(subject, State.UNKNOWN, _unproved(looks), tuple(map(case.named, looks)))


def _unproved(looks: Sequence[Look]) -> Message:
    """Return why looks say nothing of an absence."""
    absent = [look for look in looks if look.result is Result.ABSENT]
    if absent:
        return Message("not found {date}; no look is recorded in every language after it was due", date=absent[-1].date)
    return unseen(looks)


def unseen(looks: Sequence[Look]) -> Message:
    """Return why nothing can be said: a look that failed, or no look at all."""
    failed = [look for look in looks if look.result is Result.FAILED]
    if failed:
        last = failed[-1]
        return Message("the look of {date} failed: {reason}", date=last.date, reason=last.note or "?")
    return Message("nobody recorded a look for it")


def _spent(case: Case, term: Term, *, role: str) -> Outcome:
    """Return the outcome at a stage where a rule asks for the paper no more, though readers would expect it."""
    subject = Message("{document}: {stage}", document=term, stage=stage_name(case, role))
    absent = case.looks(term.id, role=role, result=Result.ABSENT)
    there = case.papers(term.id, role=role)
    if there or not absent:
        said = Message("the rule binds at introduction; it does not ask for the paper again after the readings")
        return Outcome(subject, State.IDLE, said, tuple(Evidence("document", paper.id) for paper in there))
    said = Message(
        "the rule binds at introduction; it does not ask for the paper again after the readings, and it was not there "
        "when it was looked for: {date}",
        date=absent[-1].date,
    )
    return Outcome(subject, State.IDLE, said, tuple(map(case.named, absent)))


def _reached(case: Case, role: str) -> bool:
    return any(case.role(event.text("stage")) == role for event in case.events("reading|adopted"))


def languages(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Is a paper there in every language that is asked for? (``document``, ``stage``, ``languages``)."""
    kind = rule.word("document")
    term, wanted = vocabulary().documents[kind], _wanted(rule, case)
    roles = [rule.word("stage")] if rule.word("stage") else _roles(case, kind)
    for role in roles:
        subject = Message("{document}: {stage}", document=term, stage=stage_name(case, role))
        papers = case.papers(kind, role=role)
        due = _due(rule, case, role)
        if not papers:
            yield missing(case, kind, subject=subject, role=role, since=due or case.anchor(role))
            continue
        judged = [(each, _in_time(case, each, subject, due=due, asked=bool(rule.word("by")))) for each in papers]
        yield _spoken(case, kind, role=role, wanted=wanted, since=due or case.anchor(role), judged=judged)


def _wanted(rule: Rule, case: Case) -> tuple[str, ...]:
    """Return the languages that a rule asks for: its own, or those in which the country publishes its laws."""
    own = rule.words("languages")
    if own != (OFFICIAL,):
        return own
    return tuple(dict.fromkeys(language for each in case.regimes for language in each.languages))


def _spoken(
    case: Case, kind: str, *, role: str, wanted: Sequence[str], since: Event | None, judged: list[tuple[Paper, Outcome]]
) -> Outcome:
    """Return the outcome for the languages: each must be there, and in time."""
    subject = judged[0][1].subject
    own = tuple(dict.fromkeys(each for _, outcome in judged for each in outcome.evidence))
    kept = {language for paper, outcome in judged if outcome.state is State.KEPT for language in paper.languages}
    there = {language: outcome for paper, outcome in judged for language in paper.languages}
    lacking = [language for language in wanted if language not in kept]
    if not lacking:
        return Outcome(subject, State.KEPT, Message("it is there in every language that is asked for"), own)
    late = next((there[each] for each in lacking if each in there), None)
    looks = _absent_in(case, kind, role=role, languages=lacking, since=since)
    broken = {each for each in lacking if each in there and there[each].state is State.BROKEN}
    broken |= {look.language for look in looks if look.language not in there}
    named = tuple(map(tongue, lacking))
    if broken >= set(lacking) and looks:
        said = Message("not there in {languages} when it was looked for: {date}", languages=named, date=looks[-1].date)
        return Outcome(subject, State.BROKEN, said, (*own, *map(case.named, looks)))
    state = State.BROKEN if broken >= set(lacking) else State.UNKNOWN
    tried = [look for look in case.looks(kind, role=role) if look.language in lacking]
    fact = late.fact if late else unseen(tried)
    return Outcome(subject, state, Message("in {languages}: {fact}", languages=named, fact=fact), own)


def _absent_in(case: Case, kind: str, *, role: str, languages: Sequence[str], since: Event | None) -> list[Look]:
    if since is None:
        return []
    return [look for each in languages for look in case.absent(kind, role=role, language=each, since=since.date)]


def _roles(case: Case, kind: str) -> list[str]:
    """Return the stages at which papers of a kind are recorded; introduction where none are."""
    return list(dict.fromkeys(case.role(paper.stage) for paper in case.papers(kind))) or ["introduction"]


def dated(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Does each published paper bear a date? (``documents``)."""
    kinds = rule.words("documents") or tuple(vocabulary().documents)
    for kind in kinds:
        for paper in case.papers(kind):
            if paper.kind == "law":
                continue
            seen = case.seen(paper)
            subject = Message(
                "{document}: {title}", document=vocabulary().documents[kind], title=paper.title or paper.id
            )
            rests = (Evidence("document", paper.id), *seen.evidence)
            published = span(seen.earliest, seen.latest)
            if published.known:
                yield Outcome(subject, *_dated(paper, published), rests)
            else:
                yield Outcome(subject, State.UNKNOWN, Message("when it was published is not recorded"), rests)


def _dated(paper: Paper, published: object) -> tuple[State, Message]:
    if paper.undated:
        return State.BROKEN, Message("it bears no date; published or first seen {date}", date=published)
    if paper.stated.known:
        return State.KEPT, Message("it bears the date {date}", date=paper.stated)
    return State.UNKNOWN, Message("whether it bears a date is not recorded")


def complete(rule: Rule, case: Case) -> Iterator[Outcome]:
    """Is the comparative table there after the readings, and does it tell every change? (``document``)."""
    kind = rule.word("document")
    subject = Message("{document}: {stage}", document=vocabulary().documents[kind], stage=stage_name(case, "adoption"))
    papers = case.papers(kind, role="adoption")
    if not papers:
        absent = missing(case, kind, subject=subject, role="adoption", since=case.anchor("adoption"))
        said = Message("there is no table to hold against the act")
        yield Outcome(subject, State.IDLE, said, absent.evidence) if absent.state is State.BROKEN else absent
    for paper in papers:
        own = (Evidence("document", paper.id),)
        judged = case.table(case, paper) if case.table else None
        if judged is None or judged.findings is None:
            reason = judged.reason if judged else Message("it was not held against the act")
            yield Outcome(subject, State.UNKNOWN, Message("it is there, but: {reason}", reason=reason), own)
        elif judged.findings:
            said = Message("held against the act, it has faults: {n}", n=judged.findings)
            yield Outcome(subject, State.BROKEN, said, (*own, Evidence("law", paper.id)))
        else:
            said = Message("held against the act, it tells every change")
            yield Outcome(subject, State.KEPT, said, (*own, Evidence("law", paper.id)))


def stage_name(case: Case, role: str) -> object:
    """Return the name of the stage that has a role, for a sentence."""
    for each in case.regimes:
        named = next((stage for stage in each.stages if stage.role == role), None)
        if named:
            return named
    return ROLE_NAMES.get(role, role)


ROLE_NAMES = {
    "introduction": Message("introduction"),
    "first-reading": Message("first reading"),
    "second-reading": Message("second reading"),
    "adoption": Message("after the readings"),
    "second-chamber": Message("second chamber"),
    "president": Message("President"),
    "force": Message("law in force"),
}
"""What people read where no stage of a regime has that role."""


def span(earliest: date | None, latest: date | None) -> PartialDate:
    """Return the days on which something can have been published, as one date."""
    if earliest is None or latest is None:
        return _day(latest or earliest)
    if earliest == latest:
        return PartialDate.on(latest)
    return PartialDate.of(f"{earliest}/{latest}") if earliest < latest else PartialDate.on(latest)


def _day(day: date | None) -> PartialDate:
    return PartialDate.on(day) if day else PartialDate()
