"""Checks on papers: is it there, in time, in both languages, dated, complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from aigaq.bill.checks.case import Case
from aigaq.bill.checks.verdict import Evidence, Outcome, State
from aigaq.bill.dossier import Look, Paper, Result
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
    if not papers:
        return missing(case, term.id, subject=subject, role=role)
    judged = [_in_time(rule, case, paper, subject) for paper in papers]
    return next((each for each in judged if each.state is State.KEPT), judged[0])


def _in_time(rule: Rule, case: Case, paper: Paper, subject: Message) -> Outcome:
    seen = case.seen(paper)
    own = (Evidence("document", paper.id), *seen.evidence)
    due = case.events(rule.word("by")) if rule.word("by") else ()
    if not due:
        return Outcome(subject, State.KEPT, Message("it is there: {title}", title=paper.title or paper.id), own)
    limit = due[0].date
    rests = (*own, Evidence("event", due[0].id))
    if limit.first is None or limit.last is None:
        return Outcome(
            subject, State.UNKNOWN, Message("it is there, but the day by which it was due is not known"), rests
        )
    if seen.latest and seen.latest <= limit.first:
        return Outcome(subject, State.KEPT, Message("it was there by {due}", due=limit), rests)
    if seen.earliest and seen.earliest > limit.last:
        late = (seen.earliest - limit.last).days
        said = Message(
            "published {date}, {days} days after {due}", date=span(seen.earliest, seen.latest), days=late, due=limit
        )
        return Outcome(subject, State.BROKEN, said, rests)
    if seen.earliest:
        said = Message(
            "published {date}, due {due}: which came first is not known",
            date=span(seen.earliest, seen.latest),
            due=limit,
        )
    else:
        said = Message("first seen {date}; whether it was there by {due} nobody saw", date=_day(seen.latest), due=limit)
    return Outcome(subject, State.UNKNOWN, said, rests)


def missing(case: Case, kind: str, *, subject: Message, role: str = "") -> Outcome:
    """Return the outcome for a paper or an event that nobody recorded: absent, or never looked for."""
    looks = case.looks(kind, role=role)
    found = [look for look in looks if look.result is Result.FOUND]
    if found:
        said = Message("it was seen {date}, and stands in no row of documents.csv", date=found[0].date)
        return Outcome(subject, State.UNKNOWN, said, tuple(map(case.named, looks)))
    absent = [look for look in looks if look.result is Result.ABSENT]
    if absent:
        last = absent[-1]
        said = Message("not there when it was looked for: {date}, {place}", date=last.date, place=last.place or "?")
        return Outcome(subject, State.BROKEN, said, tuple(map(case.named, absent)))
    return Outcome(subject, State.UNKNOWN, unseen(looks), tuple(map(case.named, looks)))


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
        if not papers:
            yield missing(case, kind, subject=subject, role=role)
            continue
        spoken = {language for paper in papers for language in paper.languages}
        lacking = [language for language in wanted if language not in spoken]
        yield _spoken(case, kind, role=role, lacking=lacking, subject=subject, papers=papers)


def _wanted(rule: Rule, case: Case) -> tuple[str, ...]:
    """Return the languages that a rule asks for: its own, or those in which the country publishes its laws."""
    own = rule.words("languages")
    if own != (OFFICIAL,):
        return own
    return tuple(dict.fromkeys(language for each in case.regimes for language in each.languages))


def _spoken(
    case: Case, kind: str, *, role: str, lacking: list[str], subject: Message, papers: Sequence[Paper]
) -> Outcome:
    own = tuple(Evidence("document", paper.id) for paper in papers)
    named = tuple(map(tongue, lacking))
    if not lacking:
        return Outcome(subject, State.KEPT, Message("it is there in every language that is asked for"), own)
    absent = [look for look in case.looks(kind, role=role, result=Result.ABSENT) if look.language in lacking]
    if {look.language for look in absent} >= set(lacking):
        said = Message(
            "not there in {languages} when it was looked for: {date}",
            languages=named,
            date=absent[-1].date,
        )
        return Outcome(subject, State.BROKEN, said, (*own, *map(case.named, absent)))
    said = Message("not recorded in {languages}, and nobody recorded a look for it", languages=named)
    return Outcome(subject, State.UNKNOWN, said, own)


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
            yield Outcome(subject, *_dated(paper, span(seen.earliest, seen.latest)), rests)


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
        absent = missing(case, kind, subject=subject, role="adoption")
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
