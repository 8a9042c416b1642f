"""Events: what sources say of one thing that happened, side by side, and what is taken to be so.

A row of ``events.csv`` is one source's account of one event. Values that contradict each other are all kept; a row of
``choices.csv`` says which one is taken, why and since when. A later choice takes the place of an earlier one, which
stays. Where nothing is chosen, the fact is open, and no check is built on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from aigaq.bill.faults import Fields
from aigaq.bill.told import Told, columns, first, told
from aigaq.bill.vocabulary import vocabulary
from aigaq.values import Language, Message, PartialDate, Precision

FACTS: Final = ("kind", "date", "chamber", "stage", "minutes", "acts", "subjects", "document")
"""What sources can contradict each other about."""

SURE: Final = ("certain", "probable", "doubtful")
COLUMNS: Final = (
    *("event", "kind", "date", "chamber", "stage", *columns("what"), "minutes", "acts"),
    *("subjects", "document", "source", "certainty", "capture", *columns("note")),
)
CHOICES: Final = ("event", "fact", "source", *columns("reason"), "decided")


@frozen
class Account:
    """What one source says of one event.

    Args:
        event: Id of the event.
        source: Id of the source.
        values: Facts that it states, by name.
        what: What happened, in words.
        certainty: How sure the source is, one of `SURE`.
        capture: Number of the log's entry that shows it; None when none does.
        note: A remark.
        place: Where the row stands.
    """

    event: str
    source: str
    values: Mapping[str, str]
    what: Told
    certainty: str
    capture: int | None
    note: Told
    place: str


@frozen
class Choice:
    """A decision between values that contradict each other; see `Event`."""

    event: str
    fact: str
    source: str
    reason: Told
    decided: PartialDate
    place: str = ""


@frozen
class Value:
    """A value of a fact, with the sources that state it."""

    text: str
    sources: tuple[str, ...]


@frozen
class Fact:
    """One fact of an event.

    Args:
        name: One of `FACTS`.
        value: What is taken to be so; None where sources contradict each other and nothing is chosen.
        others: The other values that were stated.
        choice: Why this one; None where there was nothing to choose.
    """

    name: str
    value: Value | None
    others: tuple[Value, ...] = ()
    choice: Choice | None = None

    @property
    def text(self) -> str:
        """The value as it is written; "" where it is open."""
        return self.value.text if self.value else ""


@frozen
class Event:
    """One thing that happened.

    Args:
        id: Its id.
        accounts: What each source says of it.
        facts: Facts that somebody states, by name.
    """

    id: str
    accounts: tuple[Account, ...]
    facts: Mapping[str, Fact] = field(factory=dict)

    def text(self, name: str) -> str:
        """Return what is taken to be so; "" where it is not stated, or open."""
        fact = self.facts.get(name)
        return fact.text if fact else ""

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.text("kind")

    @property
    def date(self) -> PartialDate:
        """Its date; the unknown one where sources contradict each other and nothing is chosen."""
        return PartialDate.of(self.text("date"))

    @property
    def dated(self) -> PartialDate | Message:
        """Its date, or the dates that its sources give where they contradict each other and none is taken."""
        fact = self.facts.get("date")
        if fact is None or fact.value is not None:
            return self.date
        return Message("sources differ: {dates}", dates=tuple(PartialDate.of(each.text) for each in fact.others))

    @property
    def spread(self) -> PartialDate:
        """The days on which it can have been: of all dates that its sources give where none of them is taken."""
        fact = self.facts.get("date")
        if fact is None or fact.value is not None:
            return self.date
        dates = [PartialDate.of(each.text) for each in fact.others]
        ends = [(each.first, each.last) for each in dates if each.first and each.last]
        if len(ends) < len(dates):
            return PartialDate()
        return PartialDate(min(first for first, _ in ends), max(last for _, last in ends), Precision.DAYS)

    def may_be(self, day: datetime.date) -> bool:
        """Return whether it can have been on a day, as far as any of its sources tells."""
        fact = self.facts.get("date")
        values = [each for each in (fact.value, *fact.others) if each] if fact and fact.value is None else []
        dates = [PartialDate.of(each.text) for each in values] or [self.date]
        return any(each.first is None or each.last is None or each.first <= day <= each.last for each in dates)

    def number(self, name: str) -> int | None:
        """Return a fact that is a number."""
        text = self.text(name)
        return int(text) if text else None

    def what(self, language: Language) -> str:
        """Return in words what happened, in this language if somebody wrote it so."""
        return first(account.what for account in self.accounts).text(language)

    @property
    def open(self) -> tuple[Fact, ...]:
        """The facts on which sources contradict each other."""
        return tuple(fact for fact in self.facts.values() if fact.others)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that tell of it."""
        return tuple(dict.fromkeys(account.source for account in self.accounts))


def account(row: Fields) -> Account:
    """Return the account of a row of ``events.csv``."""
    values = {
        "kind": row.text("kind", among=vocabulary().events),
        "date": str(row.day("date")),
        "chamber": row.text("chamber"),
        "stage": row.text("stage"),
        "minutes": _digits(row, "minutes"),
        "acts": _digits(row, "acts"),
        "subjects": " ".join(row.words("subjects")),
        "document": row.text("document"),
    }
    made = Account(
        event=row.text("event", needed=True),
        source=row.text("source", needed=True),
        values={name: value for name, value in values.items() if value},
        what=told(row, "what"),
        certainty=row.text("certainty", among=SURE) or "certain",
        capture=row.number("capture"),
        note=told(row, "note"),
        place=row.place,
    )
    row.done()
    return made


def _digits(row: Fields, key: str) -> str:
    number = row.number(key)
    return "" if number is None else str(number)


def choice(row: Fields) -> Choice:
    """Return the choice of a row of ``choices.csv``."""
    made = Choice(
        event=row.text("event", needed=True),
        fact=row.text("fact", needed=True, among=FACTS),
        source=row.text("source", needed=True),
        reason=told(row, "reason", needed=True),
        decided=row.day("decided", needed=True),
        place=row.place,
    )
    row.done()
    return made


def events(accounts: Iterable[Account], choices: Sequence[Choice]) -> tuple[Event, ...]:
    """Return the events that accounts tell of, in the order of their dates; unknown dates come last."""
    told: dict[str, list[Account]] = {}
    for each in accounts:
        told.setdefault(each.event, []).append(each)
    made = [_event(name, tuple(own), [each for each in choices if each.event == name]) for name, own in told.items()]
    return tuple(sorted(made, key=lambda event: event.date.order))


def _event(name: str, accounts: tuple[Account, ...], choices: Sequence[Choice]) -> Event:
    stated = dict.fromkeys(fact for fact in FACTS for account in accounts if fact in account.values)
    return Event(name, accounts, {fact: _fact(fact, accounts, choices) for fact in stated})


def _fact(name: str, accounts: Sequence[Account], choices: Sequence[Choice]) -> Fact:
    stated: dict[str, list[str]] = {}
    for each in accounts:
        if name in each.values:
            stated.setdefault(each.values[name], []).append(each.source)
    values = _merged(stated) if name == "date" else [Value(text, tuple(by)) for text, by in stated.items()]
    if len(values) == 1:
        return Fact(name, values[0])
    last = next((each for each in reversed(choices) if each.fact == name), None)
    taken = next((value for value in values if last and last.source in value.sources), None)
    return Fact(name, taken, tuple(value for value in values if value is not taken), last if taken else None)


def _merged(stated: Mapping[str, Sequence[str]]) -> list[Value]:
    """Return dates that contradict each other: a vaguer date that holds a more exact one agrees with it."""
    dates = {text: PartialDate.of(text) for text in stated}
    exact = [text for text in dates if not any(_vaguer(dates[text], other) for other in dates.values())]
    return [Value(text, (*stated[text], *_agreeing(text, stated, dates))) for text in exact]


def _agreeing(text: str, stated: Mapping[str, Sequence[str]], dates: Mapping[str, PartialDate]) -> tuple[str, ...]:
    return tuple(source for other, by in stated.items() if _vaguer(dates[other], dates[text]) for source in by)


def _vaguer(one: PartialDate, other: PartialDate) -> bool:
    """Return whether ``one`` holds ``other`` and says less: more days, or the same ones less surely."""
    if not (one.first and one.last and other.first and other.last):
        return one.precision is Precision.UNKNOWN and other.known
    if (one.first, one.last) == (other.first, other.last):
        return bool(one.certainty) and not other.certainty
    return one.first <= other.first and other.last <= one.last


def supposing(event: Event, name: str, *, value: Value) -> Event:
    """Return the event as it would be if another value of a fact were taken."""
    fact = event.facts[name]
    others = tuple(each for each in (fact.value, *fact.others) if each is not None and each != value)
    return evolve(event, facts={**event.facts, name: Fact(name, value, others)})
