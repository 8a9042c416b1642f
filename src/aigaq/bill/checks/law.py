"""What the law side knows of the papers: how many acts a bill amends, and whether a table tells all that it does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from aigaq.bill.checks.case import Case, Complete
from aigaq.bill.dossier import Dossier, Paper
from aigaq.errors import AigaqError
from aigaq.law.amend import amend
from aigaq.law.check import check, read_table
from aigaq.law.compare import compare
from aigaq.law.drafting import Act, read_act
from aigaq.law.read import read
from aigaq.law.structure import Tree, parse
from aigaq.values import Message


@frozen
class Texts:
    """The texts of the bill that could be read as amending acts.

    Args:
        acts: Each, by the id of its paper.
        unread: Why a text could not be read, by the id of its paper.
    """

    acts: Mapping[str, Act]
    unread: Mapping[str, Message]

    @property
    def numbers(self) -> Mapping[str, int]:
        """How many laws each amends, where every clause that names one was understood."""
        return {name: len(act.laws) for name, act in self.acts.items() if act.laws and not act.accounting.unclaimed}


def texts(dossier: Dossier) -> Texts:
    """Return what the files of the texts of the bill say to do; what cannot be read is told, and nothing else stops."""
    acts: dict[str, Act] = {}
    unread: dict[str, Message] = {}
    for paper in dossier.papers:
        if paper.kind != "bill-text" or not paper.file:
            continue
        try:
            act = read_act(read(dossier.path(paper)))
        except AigaqError as fault:
            unread[paper.id] = Message(fault.sentence, **fault.values)
            continue
        acts[paper.id] = act
        if not act.laws:
            unread[paper.id] = Message("no instruction in it could be read")
        elif act.accounting.unclaimed:
            unread[paper.id] = Message("not all of it was understood, so the acts it amends are not counted")
    return Texts(acts, unread)


def table(case: Case, paper: Paper, *, read_bills: Texts) -> Complete:
    """Hold a published comparative table against the bill of the same stage and the laws in the dossier.

    Every law that the bill amends must be there (papers of the kind ``law``), else nothing is claimed.

    Args:
        case: The case.
        paper: The table.
        read_bills: The texts of the bill, as `texts` read them.
    """
    if not paper.file:
        return Complete(None, Message("the table itself is not in the dossier"))
    bills = [each for each in case.papers("bill-text") if each.stage == paper.stage and each.file]
    laws = [each for each in case.papers("law") if each.file]
    if not bills or not laws:
        return Complete(None, Message("the bill of that stage, or the laws in force, are not in the dossier"))
    if bills[0].id in read_bills.unread:
        return Complete(None, read_bills.unread[bills[0].id])
    act = read_bills.acts[bills[0].id]
    try:
        return _held(case.dossier.path(paper), act, [parse(read(case.dossier.path(law))) for law in laws])
    except AigaqError as fault:
        return Complete(None, Message(fault.sentence, **fault.values))


def _held(path: Path, act: Act, laws: list[Tree]) -> Complete:
    if len(laws) < len(act.laws):
        said = Message(
            "of the laws that it amends ({n}) only some are in the dossier: {there}", n=len(act.laws), there=len(laws)
        )
        return Complete(None, said)
    read_as = read_table(path)
    found = 0
    for law in laws:
        amended = amend(act, law)
        unsure = {piece.eid for outcome in amended.unresolved for piece in outcome.pieces}
        found += len(check(read_as, compare(law, amended.new), unsure=unsure).findings)
    return Complete(found)
