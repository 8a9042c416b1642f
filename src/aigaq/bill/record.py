"""The record on one day: the dossier, what was captured, how it is judged, what the law side read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from aigaq.bill.checks import Finding
from aigaq.bill.dossier import Dossier, Event
from aigaq.evidence.capture import Capture
from aigaq.locale import N_
from aigaq.values import Message

FACTS = {
    "kind": N_("kind of event"),
    "date": N_("date"),
    "chamber": N_("chamber"),
    "stage": N_("stage"),
    "minutes": N_("minutes"),
    "acts": N_("acts amended"),
    "subjects": N_("subjects"),
    "document": N_("document"),
}
"""Names of the facts on which sources can contradict each other."""


@frozen
class Record:
    """What a sheet or a timeline is made from.

    Args:
        dossier: The dossier.
        day: The day on which it is judged.
        findings: How the procedure is judged.
        captures: Captures by the number of their entry in the log.
        acts: How many acts the text of a paper amends, as it was read.
        unread: Why a text could not be read, by the id of its paper.
        hashes: SHA-256 of the files of papers, by the id of the paper.
        version: Version of this program.
    """

    dossier: Dossier
    day: date
    findings: tuple[Finding, ...] = ()
    captures: Mapping[int, Capture] = field(factory=dict)
    acts: Mapping[str, int] = field(factory=dict)
    unread: Mapping[str, Message] = field(factory=dict)
    hashes: Mapping[str, str] = field(factory=dict)
    version: str = ""

    def captured(self, event: Event) -> tuple[Capture, ...]:
        """Return the captures that the accounts of an event name, or their sources."""
        numbers = [account.capture for account in event.accounts]
        numbers += [self.dossier.sources[name].capture for name in event.sources]
        found = [self.captures[number] for number in numbers if number is not None and number in self.captures]
        return tuple(dict.fromkeys(found))


def remarks(record: Record) -> Iterator[Message]:
    """Yield what a reader must know of the record as a whole."""
    dossier = record.dossier
    if dossier.head.fictional:
        yield Message("part of this dossier is made up and says so: it is an example")
    for event in dossier.events:
        yield from _of_event(record, event)
    for name, reason in record.unread.items():
        yield Message("the text {document} could not be counted: {reason}", document=name, reason=reason)
    for paper in dossier.papers:
        read = record.acts.get(paper.id)
        if read is not None and paper.acts is not None and read != paper.acts:
            said = Message(
                "{document} amends {read} acts as it was read, {stated} as its source says",
                document=paper.id,
                read=read,
                stated=paper.acts,
            )
            yield said


def _of_event(record: Record, event: Event) -> Iterator[Message]:
    for fact in event.open:
        if fact.value is None:
            yield Message(
                "{event}: sources contradict each other on {fact}, and nothing is chosen",
                event=event.id,
                fact=Message(FACTS[fact.name]),
            )
    numbers = {account.capture for account in event.accounts} - {None}
    for number in sorted(number for number in numbers if number is not None and number not in record.captures):
        yield Message("{event}: there is no entry {number} in the log", event=event.id, number=str(number))
    regimes = [each for each in record.dossier.regimes if each.period.covers(event.date)]
    stage = event.text("stage")
    if stage and regimes and not any(each.stage(stage) for each in regimes):
        yield Message("{event}: the stage {stage} is not one of the regime of that day", event=event.id, stage=stage)
