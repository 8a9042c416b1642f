"""The comparison: match, edit, prove, tell."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from aigaq.errors import Refused
from aigaq.law.compare.apart import apart
from aigaq.law.compare.change import Change, Comparison, CopyDifference, Proof
from aigaq.law.compare.edit import Edit, script
from aigaq.law.compare.explain import explain
from aigaq.law.compare.joint import join
from aigaq.law.compare.match import match
from aigaq.law.compare.prove import first_difference, untold
from aigaq.law.compare.row import Rows
from aigaq.law.compare.side import Matching
from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree

_LOST = ("periphery", "preamble", "stub", "doubled")
"""Reasons for which a unit of one copy is not counted among the units of the law."""


@frozen
class Findings:
    """What the comparison alone finds, before the proof and the ledger."""

    matching: Matching
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]
    copies: tuple[CopyDifference, ...]


def compare(old: Tree, new: Tree) -> Comparison:
    """Return everything that differs between two editions, proved and checked against the notes.

    Raises:
        Refused: The texts are in two languages, or one of them holds no unit of law.
    """
    _comparable(old, new)
    found = find(old, new)
    changes, ledger = explain(old, new, changes=found.changes)
    return Comparison(
        old=old,
        new=new,
        changes=tuple(changes),
        copies=found.copies,
        apart=apart(found.matching),
        proof=prove(found),
        ledger=ledger,
    )


def find(old: Tree, new: Tree) -> Findings:
    """Return the changes alone: two parsed trees in, rows out, no proof."""
    matching = match(old, new)
    edits = script(matching)
    rows = Rows(matching)
    rows.read(edits)
    return Findings(
        matching, tuple(edits), tuple(row for _, row in join(rows.changes, old=old, new=new)), tuple(rows.copies)
    )


def prove(found: Findings) -> Proof:
    """Return whether the old law with the edits found is the new law, exactly, and whether a row tells every edit."""
    old, new = found.matching.old.tree, found.matching.new.tree
    difference = first_difference(old, new, edits=found.edits)
    difference = difference or untold(found.edits, found.changes, copies=found.copies, trees=(old, new))
    gone = [eid for copy in found.copies if copy.reason in _LOST and not copy.new_eids for eid in copy.old_eids]
    lost = {unit.eid for eid in gone for unit in old.by_eid[eid].walk()}
    units = [unit for unit in old.units if unit.kind is not Kind.LAW and unit.kind not in PERIPHERAL]
    units = [unit for unit in units if unit.eid not in lost]
    touched = {edit.old.eid for edit in found.edits if edit.old is not None}
    unchanged = sum(1 for unit in units if unit.eid not in touched)
    return Proof(
        holds=not difference,
        units=len(units),
        unchanged=unchanged,
        unchanged_share=unchanged / len(units) if units else 1.0,
        edit_size=_size(found.changes),
        first_difference=difference,
    )


def _size(changes: Sequence[Change]) -> int:
    """Return words out plus words in; a move changes no words."""
    return sum(change.deleted + change.inserted for change in changes)


def _comparable(old: Tree, new: Tree) -> None:
    if old.language is not new.language:
        raise Refused(
            "compare.languages",
            "{old} is in {one} and {new} in {other}; a comparison needs one language.",
            hint="Compare two editions in the same language; name it with --text-language if it was misread.",
            old=old.source.name,
            new=new.source.name,
            one=old.language.value,
            other=new.language.value,
        )
    for tree in (old, new):
        if not any(unit.kind in HEADED or unit.kind is Kind.POINT for unit in tree.units):
            raise Refused(
                "compare.no-units",
                "{name} holds no article and no point: it is no law that could be compared.",
                hint="Look at it with: aigaq law parse {name}",
                name=tree.source.name,
            )
