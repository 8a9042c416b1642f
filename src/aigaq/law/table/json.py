"""The comparison as JSON: everything that the table shows, for programs. Its schema is ``schema-1.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Final

from aigaq.law.compare.change import Change, Comparison, Proof
from aigaq.law.structure.unit import Amendment, Stated, Tree
from aigaq.law.table.watched import Watched, watched
from aigaq.text.watch import Hit, WatchTerm

SCHEMA: Final = "aigaq/comparison"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

Data = Mapping[str, object]


def schema() -> Data:
    """Return the JSON Schema (draft 2020-12) of what `data` returns."""
    text = (files("aigaq.law.table") / f"schema-{VERSION}.json").read_text(encoding="utf-8")
    found: Data = json.loads(text)
    return found


def data(comparison: Comparison, *, version: str, watch: Sequence[WatchTerm] = ()) -> Data:
    """Return a comparison as plain values.

    Args:
        comparison: What was found.
        version: Version of this program.
        watch: Terms whose hits are listed with each change.
    """
    hits = watched(comparison.changes, watch)
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "tool": {"name": "aigaq", "version": version},
        "official": False,
        "inputs": [_input("old", comparison.old), _input("new", comparison.new)],
        "watch_terms": [term.surface for term in watch],
        "changes": [_change(change, own) for change, own in zip(comparison.changes, hits, strict=True)],
        "proof": _proof(comparison.proof, comparison.changes),
        "ledger": _ledger(comparison),
        "copies": [
            {
                "reason": copy.reason,
                "old_eids": list(copy.old_eids),
                "new_eids": list(copy.new_eids),
                "label": copy.label,
                "old": copy.old,
                "new": copy.new,
            }
            for copy in comparison.copies
        ],
        "apart": dict(comparison.apart),
        "warnings": [
            {"input": role, "text": text}
            for role, tree in (("old", comparison.old), ("new", comparison.new))
            for text in tree.warnings
        ],
    }


def write(comparison: Comparison, *, version: str, watch: Sequence[WatchTerm] = ()) -> bytes:
    """Return a comparison as a JSON file (UTF-8, RFC 8259): same comparison, same bytes."""
    text = json.dumps(data(comparison, version=version, watch=watch), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _input(role: str, tree: Tree) -> Data:
    return {
        "role": role,
        "sha256": tree.source.sha256,
        "media": tree.source.media,
        "language": tree.language.value,
        "title": _stated(tree.title),
        "edition": _stated(tree.edition),
        "not_before": tree.not_before.isoformat() if tree.not_before else None,
        "units": len(tree.units),
        "articles": len(tree.articles()),
    }


def _stated(stated: Stated) -> Data:
    return {"value": stated.value, "source": stated.source}


def _change(change: Change, hits: Watched) -> Data:
    return {
        "kind": change.kind.value,
        "unit": change.unit.value,
        "eid": change.eid,
        "label": change.label,
        "old_eids": list(change.old_eids),
        "new_eids": list(change.new_eids),
        "old_label": change.old_label,
        "new_label": change.new_label,
        "group": [{"eid": eid, "heading": heading} for eid, heading in change.group],
        "old": change.old,
        "new": change.new,
        "words": [{"op": word.op.value, "old": word.old, "new": word.new} for word in change.words],
        "deleted": change.deleted,
        "inserted": change.inserted,
        "acts": [amendment(act) for act in change.acts],
        "made_by": list(change.made_by),
        "watch": [*(_hit("old", hit) for hit in hits.old), *(_hit("new", hit) for hit in hits.new)],
    }


def _hit(side: str, hit: Hit) -> Data:
    return {"term": hit.term.surface, "side": side, "start": hit.start, "end": hit.end, "text": hit.text}


def _proof(proof: Proof, changes: Sequence[Change]) -> Data:
    return {
        "holds": proof.holds,
        "units": proof.units,
        "unchanged": proof.unchanged,
        "unchanged_share": proof.unchanged_share,
        "edit_size": proof.edit_size,
        "deleted": sum(change.deleted for change in changes),
        "inserted": sum(change.inserted for change in changes),
        "first_difference": proof.first_difference,
    }


def _ledger(comparison: Comparison) -> Data:
    check, changes = comparison.ledger, comparison.changes
    return {
        "explained": [
            {"change": at, "eid": changes[at].eid, "acts": list(dict.fromkeys(act.act for act in changes[at].acts))}
            for at in check.explained
        ],
        "unexplained": [{"change": at, "eid": changes[at].eid} for at in check.unexplained],
        "unfulfilled": [amendment(act) for act in check.unfulfilled],
        "in_force": [amendment(act) for act in check.in_force],
        "announced": [amendment(act) for act in check.announced],
        "newly_announced": [amendment(act) for act in check.newly_announced],
        "older": [amendment(act) for act in check.older],
    }


def amendment(act: Amendment) -> Data:
    """Return an entry of the ledger as plain values."""
    return {
        "act": act.act,
        "date": act.date.isoformat() if act.date else None,
        "action": act.action.value,
        "target": act.target,
        "announced": act.announced,
        "force": act.force,
        "force_date": act.force_date.isoformat() if act.force_date else None,
    }
