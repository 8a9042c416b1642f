"""The case: a dossier as the checks see it, on one day, under one regime or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import evolve, field, frozen

from aigaq.bill.checks.verdict import Evidence
from aigaq.bill.dossier import Dossier, Event, Look, Paper, Result, Value, supposing
from aigaq.bill.regimes import Regime, regime_on
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Message, PartialDate

PROCEDURE: Final = frozenset(
    "introduced amendments-tabled committee consultation agenda agenda-changed sitting reading adopted registered "
    "returned sent-to-president signed objections".split()
)
"""Kinds of events that a regime governs; force, application and reactions come under none."""

Table = Callable[["Case", Paper], "Complete"]
"""Holds a published comparative table against what the act does."""


@frozen
class Complete:
    """What came of holding a table against an act.

    Args:
        findings: How many findings; None when it could not be held against it.
        reason: Why not; "" when it could.
    """

    findings: int | None
    reason: str = ""


@frozen
class Seen:
    """When a paper was published, as far as that is known.

    Args:
        earliest: The first day on which it can have been; None when it may have been there long before.
        latest: The last day on which it can have been: it was there then.
        evidence: What that rests on.
    """

    earliest: date | None
    latest: date | None
    evidence: tuple[Evidence, ...] = ()


@frozen
class Case:
    """A dossier as the checks see it.

    Args:
        dossier: The record.
        day: The day on which it is judged: what is not due then is not late.
        regime: The regime under which; None for international standards.
        acts: Number of acts that the file of a paper amends, by id, as the law side read it.
        table: Holds a comparative table against the act; None where that is not to be done.
    """

    dossier: Dossier
    day: date
    regime: Regime | None = None
    acts: Mapping[str, int] = field(factory=dict)
    table: Table | None = None

    def suppose(self, event: str, fact: str, *, value: Value) -> Case:
        """Return the case as it would be if another value of a fact were taken."""
        events = tuple(supposing(each, fact, value=value) if each.id == event else each for each in self.dossier.events)
        ordered = tuple(sorted(events, key=lambda each: each.date.order))
        return evolve(self, dossier=evolve(self.dossier, events=ordered))

    def events(self, token: str) -> tuple[Event, ...]:
        """Return the events that a token names, by date, so far as they happened by the day of the case.

        A token is a kind (``adopted``), a kind at a chamber (``adopted@senate``) or several with ``|`` between them.
        """
        wanted = [each.partition("@") for each in token.split("|")]
        return tuple(
            event
            for event in self.dossier.events
            if any(
                event.kind == kind and (not chamber or event.text("chamber") == chamber) for kind, _, chamber in wanted
            )
            and self._within(event)
        )

    def _within(self, event: Event) -> bool:
        """Return whether an event happened by the day of the case, and under its regime."""
        when = event.spread
        if when.first is not None and when.first > self.day:
            return False
        if self.regime is None or event.kind not in PROCEDURE:
            return True
        if when.known:
            return self.regime.period.covers(when) is not False
        return not event.text("stage") or self.regime.stage(event.text("stage")) is not None

    @property
    def engaged(self) -> bool:
        """True when something was done under the regime of the case."""
        return self.regime is None or any(
            event.kind in PROCEDURE and self.regime.period.covers(event.spread) for event in self.dossier.events
        )

    @property
    def everywhere(self) -> Case:
        """The case under no regime: what happened counts, under whichever it was."""
        return evolve(self, regime=None)

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """The regime of the case; else those under which something was done; else that of the day of the case."""
        if self.regime:
            return (self.regime,)
        engaged = tuple(each for each in self.dossier.regimes if evolve(self, regime=each).engaged)
        today = regime_on(self.dossier.regimes, PartialDate.on(self.day))
        return engaged or ((today,) if today else self.dossier.regimes)

    def role(self, stage: str) -> str:
        """Return what a stage is in the travel of a bill; "" when it is not recorded."""
        found = self.regime.stage(stage) if self.regime else self.dossier.stage(stage)
        return found.role if found else ""

    def papers(self, kind: str, *, role: str = "") -> tuple[Paper, ...]:
        """Return the papers of a kind, of one role of stage or of any."""
        return tuple(
            paper
            for paper in self.dossier.papers
            if paper.kind == kind and (not role or self.role(paper.stage) == role) and self._there(paper)
        )

    def _there(self, paper: Paper) -> bool:
        """Return whether a paper may have been there by the day of the case: not if it was only seen later."""
        told = [
            each.date for each in self.dossier.events if each.kind == "document" and each.text("document") == paper.id
        ]
        firsts = [each.first for each in (*told, *(look.date for look in self._of(paper)))]
        return not firsts or any(first is None or first <= self.day for first in firsts)

    def anchor(self, role: str) -> Event | None:
        """Return the event with which a stage of this role was reached; None where none is recorded."""
        kinds = "introduced" if role == "introduction" else "reading|adopted"
        reached = [event for event in self.events(kinds) if self.role(event.text("stage")) == role]
        if role == "introduction" and not reached:
            reached = list(self.events("introduced"))
        return reached[0] if reached else None

    def absent(self, looked_for: str, *, role: str = "", language: str = "", since: PartialDate) -> tuple[Look, ...]:
        """Return the looks that found something absent on or after a day: only these say that it was missing.

        Args:
            looked_for: Kind of document or of event.
            role: Role of the stage; "" for any.
            language: The language that was looked for; "" for looks that named none.
            since: The day; where it is not known to the day, the last one that it can be.
        """
        found = self.looks(looked_for, role=role, result=Result.ABSENT)
        return tuple(
            look
            for look in found
            if look.language == language and look.date.first and since.last and look.date.first >= since.last
        )

    def looks(self, looked_for: str, *, role: str = "", result: Result | None = None) -> tuple[Look, ...]:
        """Return the looks for a kind of paper or event, up to the day of the case."""
        return tuple(
            look
            for look in self.dossier.looks
            if look.looked_for == looked_for
            and (not role or self.role(look.stage) == role)
            and (result is None or look.result is result)
            and (look.date.first is None or look.date.first <= self.day)
        )

    def named(self, look: Look) -> Evidence:
        """Return the evidence that a look is."""
        return Evidence("look", str(self.dossier.looks.index(look) + 1))

    def seen(self, paper: Paper) -> Seen:
        """Return when a paper was published: by events that say so, else by the looks that found it, or did not."""
        told = [each for each in self.dossier.events if each.kind == "document" and each.text("document") == paper.id]
        dated = [each for each in told if each.date.known]
        if dated:
            first = dated[0]
            return Seen(first.date.first, first.date.last, (Evidence("event", first.id),))
        found = [look for look in self._of(paper) if look.result is Result.FOUND and look.date.known]
        latest = min((look.date.last for look in found if look.date.last), default=None)
        before = list(self._absent_before(paper, latest))
        earliest = max((look.date.first for look in before if look.date.first), default=None)
        return Seen(earliest, latest, tuple(self.named(look) for look in (*before, *found)))

    def _of(self, paper: Paper) -> tuple[Look, ...]:
        return tuple(look for look in self.dossier.looks if look.document == paper.id)

    def _absent_before(self, paper: Paper, latest: date | None) -> Iterator[Look]:
        places = {str(look.place) for look in self._of(paper) if look.result is Result.FOUND}
        for look in self.dossier.looks:
            same = look.looked_for == paper.kind and look.stage == paper.stage and str(look.place) in places
            spoken = not look.language or look.language in paper.languages
            if (
                look.result is Result.ABSENT
                and same
                and spoken
                and look.date.last
                and latest
                and look.date.last <= latest
            ):
                yield look

    def occasion(self, event: Event) -> Message:
        """Return how an event is named in a sheet: its stage or its kind, and its date."""
        kind = vocabulary().events.get(event.kind, vocabulary().events["other"])
        stage = self.dossier.stage(event.text("stage"))
        named = stage or self.dossier.chamber(event.text("chamber"))
        if stage and event.kind in ("reading", "adopted"):
            return Message("{stage}, {date}", stage=stage, date=event.dated)
        if named:
            return Message("{kind}: {stage}, {date}", kind=kind, stage=named, date=event.dated)
        return Message("{kind}, {date}", kind=kind, date=event.dated)

    def chamber(self, event: Event) -> str:
        """Return the chamber of an event: as it is stated, else that of its stage, else the only one there is."""
        if event.text("chamber") or "chamber" in event.facts:
            return event.text("chamber")
        stage = self.dossier.stage(event.text("stage"))
        if stage:
            return stage.chamber
        there = [each for each in self.dossier.regimes if each.period.covers(event.date) is True]
        return there[0].chambers[0].id if len(there) == 1 and len(there[0].chambers) == 1 else ""


def evidence(*events: Event) -> tuple[Evidence, ...]:
    """Return the evidence that events are."""
    return tuple(Evidence("event", event.id) for event in events)
