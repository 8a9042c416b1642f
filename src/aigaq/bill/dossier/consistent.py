"""What the files of a dossier say of each other: every name leads somewhere, every file is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from aigaq.bill.dossier.event import Account
from aigaq.bill.faults import Faults, unique, unknown
from aigaq.values import Message

if TYPE_CHECKING:
    from aigaq.bill.dossier.dossier import Dossier


def consistent(made: Dossier, accounts: Iterable[Account], *, sources: Iterable[str]) -> None:
    """Check what the files of a dossier say of each other.

    Args:
        made: The dossier.
        accounts: The rows of ``events.csv``.
        sources: The ids of ``sources.csv``, each as often as it stands there.

    Raises:
        UnreadableInput: ``dossier.faults``: names that lead nowhere, ids given twice, files that are not there.
    """
    faults = Faults(made.folder.resolve().name or "dossier")
    unique((("sources.csv", name) for name in sources), faults=faults)
    unique((("documents/documents.csv", paper.id) for paper in made.papers), faults=faults)
    for place, name in _named(made, accounts):
        if name and name not in made.sources:
            faults.add(place, Message("there is no source «{source}» in sources.csv", source=name[:60]))
    _stages(made, accounts, faults)
    _links(made, accounts, faults)
    faults.check()


def _named(made: Dossier, accounts: Iterable[Account]) -> Iterator[tuple[str, str]]:
    yield "initiator", made.head.initiator.source
    yield from (("called", each.source) for each in made.head.called)
    yield from ((f"related {each.id}", each.source) for each in made.head.related)
    yield from ((f"events.csv, {each.place}", each.source) for each in accounts)
    yield from ((f"choices.csv, {each.place}", each.source) for each in made.choices)
    yield from ((f"documents/documents.csv, {each.id}", each.source) for each in made.papers)
    yield from ((f"documents/looks.csv, {each.date}", each.source) for each in made.looks)
    for said in made.statements:
        yield f"statement {said.id}", said.source
        yield from ((f"statement {said.id}, claim", each.source) for each in said.claims)
    yield from ((f"reaction {each.id}", each.source) for each in made.reactions)


def _stages(made: Dossier, accounts: Iterable[Account], faults: Faults) -> None:
    stages = {stage.id for each in made.regimes for stage in each.stages}
    chambers = {chamber.id for each in made.regimes for chamber in each.chambers}
    initiators = {initiator.id for each in made.regimes for initiator in each.initiators}
    who = made.head.initiator.who
    if who and who not in initiators:
        faults.add("initiator", unknown("initiator", who, known=sorted(initiators)))
    used = [(f"events.csv, {each.place}", each.values.get("stage", "")) for each in accounts]
    used += [(f"watch {each.url}", each.stage) for each in made.head.watch]
    used += [(f"documents/documents.csv, {each.id}", each.stage) for each in made.papers]
    used += [(f"documents/looks.csv, {each.date}", each.stage) for each in made.looks]
    for place, stage in used:
        if stage and stage not in stages:
            faults.add(place, unknown("stage", stage, known=sorted(stages)))
    for each in accounts:
        chamber = each.values.get("chamber", "")
        if chamber and chamber not in chambers:
            faults.add(f"events.csv, {each.place}", unknown("chamber", chamber, known=sorted(chambers)))


def _links(made: Dossier, accounts: Iterable[Account], faults: Faults) -> None:
    papers = {paper.id for paper in made.papers}
    used = [(f"events.csv, {each.place}", each.values.get("document", "")) for each in accounts]
    used += [(f"documents/looks.csv, {each.date}", each.document) for each in made.looks]
    for place, name in used:
        if name and name not in papers:
            faults.add(place, Message("there is no document «{document}» in documents.csv", document=name[:60]))
    told = {event.id: event for event in made.events}
    for chosen in made.choices:
        event = told.get(chosen.event)
        stated = {each.source for each in event.accounts if chosen.fact in each.values} if event else set()
        if chosen.source not in stated:
            faults.add(
                f"choices.csv, {chosen.place}",
                Message(
                    "{source} says nothing of {fact} of «{event}»",
                    source=chosen.source,
                    fact=chosen.fact,
                    event=chosen.event,
                ),
            )
    _files(made, faults)


def _files(made: Dossier, faults: Faults) -> None:
    inside = (made.folder / "documents").resolve()
    for paper in made.papers:
        place = f"documents/documents.csv, {paper.id}"
        if paper.file and not made.path(paper).resolve().is_relative_to(inside):
            faults.add(place, Message("the file lies outside the folder documents"))
        elif paper.file and not made.path(paper).is_file():
            faults.add(place, Message("there is no file {file}", file=paper.file[:80]))
