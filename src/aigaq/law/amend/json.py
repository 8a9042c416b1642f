"""An application as plain values: instructions with what became of them, and the account of the act's text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Final

from aigaq.law.amend.force import day_of
from aigaq.law.amend.outcome import Outcome
from aigaq.law.amend.place import eid_of
from aigaq.law.drafting.instruction import Accounting, Act, Force, Instruction, Place, Target
from aigaq.law.structure.label import label_of
from aigaq.law.structure.unit import Tree

SCHEMA: Final = "aigaq/amendment"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

Data = Mapping[str, object]


def data(
    act: Act,
    outcomes: Sequence[tuple[Outcome, Tree]],
    *,
    version: str,
    published: datetime.date | None = None,
) -> dict[str, object]:
    """Return an act and what became of its instructions as plain values.

    Args:
        act: The act.
        outcomes: What became of each instruction, with the law that it was held against.
        version: Version of this program.
        published: Day of the first official publication.
    """
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "tool": {"name": "aigaq", "version": version},
        "official": False,
        "act": act_data(act),
        "instructions": [_outcome(found, tree, act, published) for found, tree in outcomes],
        "accounting": accounting(act.accounting),
    }


def act_data(act: Act) -> Data:
    """Return what an act says of itself."""
    return {
        "sha256": act.source.sha256,
        "language": act.language.value,
        "title": act.title,
        "number": act.number,
        "date": act.date.isoformat() if act.date else None,
        "laws": [{"title": law.title, "date": law.date.isoformat() if law.date else None} for law in act.laws],
        "force": _force(act.force, None),
        "damaged": list(act.damaged),
        "warnings": list(act.warnings),
    }


def accounting(account: Accounting) -> Data:
    """Return the account of an act's text: the share that is understood, and every stretch that is not."""
    return {
        "claimed": account.share,
        "characters": account.characters,
        "stretches": [{"claim": found.claim.value, "span": [found.start, found.end]} for found in account.claimed],
        "unclaimed": [
            {"span": [found.start, found.end], "text": found.text, "reason": found.reason}
            for found in account.unclaimed
        ],
    }


def _outcome(outcome: Outcome, tree: Tree, act: Act, published: datetime.date | None) -> Data:
    instruction = outcome.instruction
    eids = [piece.eid for piece in outcome.pieces if piece.eid] or [eid_of(target) for target in instruction.targets]
    law = act.laws[instruction.law].title if instruction.law < len(act.laws) else ""
    return {
        "index": instruction.index,
        "op": instruction.op.value,
        "law": law,
        "law_index": instruction.law,
        "address": instruction.address,
        "target": ", ".join(_named(target, tree) for target in instruction.targets),
        "place": instruction.targets[0].place.value if instruction.targets else Place.WHOLE.value,
        "eid": eids[0] if eids else "",
        "eids": eids,
        "status": outcome.status.value,
        "reason": outcome.reason.value if outcome.reason else None,
        "hint": str(outcome.hint),
        "span": list(instruction.span),
        **_words(instruction),
        "force": _force(instruction.force, published),
        "before": outcome.before,
        "after": outcome.after,
        "pieces": [
            {"eid": piece.eid, "label": piece.label, "before": piece.before, "after": piece.after}
            for piece in outcome.pieces
        ],
        "folds": list(outcome.folds),
        "remarks": [str(remark) for remark in outcome.remarks],
    }


def _words(instruction: Instruction) -> Data:
    return {
        "quoted": [quotation.text for quotation in instruction.quoted],
        "find": list(instruction.find),
        "put": list(instruction.put),
        "side": instruction.side.value,
        "unit": instruction.unit.value if instruction.unit else None,
        "numbers": list(instruction.numbers),
        "every": instruction.every,
        "until": instruction.until.isoformat() if instruction.until else None,
    }


def _named(target: Target, tree: Tree) -> str:
    """Return how a lawyer names a target, whether or not it stands in the law."""
    eid = eid_of(target)
    name = label_of(tree, eid) if eid else ""
    return name if target.place is Place.WHOLE else f"{name} ({target.place.value})".strip()


def _force(force: Force, published: datetime.date | None) -> Data:
    day = day_of(force, published)
    return {
        "entry": force.entry.value,
        "date": force.date.isoformat() if force.date else None,
        "after": force.after,
        "words": force.words,
        "until": force.until.isoformat() if force.until else None,
        "day": day.isoformat() if day else None,
    }
