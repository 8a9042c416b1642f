"""What several bills make of one law, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aigaq.law.amend.outcome import Amended, Outcome
from aigaq.law.bills.cumulative import Conflict, Cumulative, Maker
from aigaq.law.structure.label import label_of

SCHEMA: Final = "aigaq/bills"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

Data = Mapping[str, object]


def data(cumulative: Cumulative) -> Data:
    """Return what several bills make of one law as plain values.

    ``law`` and ``new`` (``sha256``, ``title``); ``bills``, in the order in which they were applied, each with
    ``index``, ``sha256``, ``title``, ``number`` and ``instructions``: ``index``, ``address``, ``op``, ``status``,
    ``reason``, ``hint`` (English) and ``eids`` (of the law in force, or as a bill before it left them); ``touched``,
    for each changed unit of the new law ``eid``, ``label``, ``in_force`` ("" when it did not stand there) and ``by``
    (list of ``{"bill", "instruction"}``); ``conflicts``, each with ``code``, ``bills`` (two indices), ``one`` and
    ``other`` (indices of instructions), ``units`` (list of ``{"eid", "label"}``) and ``message`` (English).
    """
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "official": False,
        "law": _law(cumulative.law.source.sha256, cumulative.law.title.value),
        "new": _law(cumulative.new.source.sha256, cumulative.new.title.value),
        "bills": [_bill(at, step, cumulative) for at, step in enumerate(cumulative.steps)],
        "touched": [_touched(eid, by, cumulative) for eid, by in cumulative.touched.items()],
        "conflicts": [_conflict(conflict) for conflict in cumulative.conflicts],
    }


def _law(sha256: str, title: str | None) -> Data:
    return {"sha256": sha256, "title": title}


def _bill(at: int, step: Amended, cumulative: Cumulative) -> Data:
    return {
        "index": at,
        "sha256": step.act.source.sha256,
        "title": step.act.title,
        "number": step.act.number,
        "instructions": [_outcome(outcome, cumulative.came[at]) for outcome in step.outcomes],
    }


def _outcome(outcome: Outcome, came: Mapping[str, str]) -> Data:
    return {
        "index": outcome.instruction.index,
        "address": outcome.instruction.address,
        "op": outcome.instruction.op.value,
        "status": outcome.status.value,
        "reason": outcome.reason.value if outcome.reason else None,
        "hint": str(outcome.hint),
        "eids": list(dict.fromkeys(came.get(piece.eid, piece.eid) for piece in outcome.pieces if piece.eid)),
    }


def _touched(eid: str, by: tuple[Maker, ...], cumulative: Cumulative) -> Data:
    return {
        "eid": eid,
        "label": label_of(cumulative.new, eid),
        "in_force": cumulative.came[-1].get(eid, ""),
        "by": [{"bill": bill, "instruction": index} for bill, index in by],
    }


def _conflict(conflict: Conflict) -> Data:
    return {
        "code": conflict.code.value,
        "bills": list(conflict.bills),
        "one": list(conflict.one),
        "other": list(conflict.other),
        "units": [{"eid": eid, "label": label} for eid, label in zip(conflict.eids, conflict.labels, strict=True)],
        "message": str(conflict.message),
    }
