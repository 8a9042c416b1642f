"""A parsed law as plain values, for ``aigaq law parse --json``; the schema is in docs/reference/json.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aigaq.law.structure import Tree, Unit, label
from aigaq.law.table.json import amendment

SCHEMA = "aigaq/law"
SCHEMA_VERSION = "1"


def outline(tree: Tree) -> Mapping[str, object]:
    """Return everything the parser found: units with their spans, notes, ledger, warnings."""
    return {
        "schema": SCHEMA,
        "version": SCHEMA_VERSION,
        "input": {
            "sha256": tree.source.sha256,
            "media": tree.source.media,
            "encoding": tree.source.encoding,
            "language": tree.language.value,
            "title": {"value": tree.title.value, "source": tree.title.source},
            "edition": {"value": tree.edition.value, "source": tree.edition.source},
            "not_before": tree.not_before.isoformat() if tree.not_before else None,
        },
        "counts": counts(tree),
        "units": [_unit(tree, unit) for unit in tree.units],
        "notes": [
            {
                "start": note.start,
                "end": note.end,
                "unit": note.unit,
                "announces": note.announces,
                "stub": note.stub,
            }
            for note in tree.notes
        ],
        "ledger": [{**amendment(entry), "note": entry.note} for entry in tree.ledger],
        "warnings": list(tree.warnings),
    }


def counts(tree: Tree) -> dict[str, int]:
    """Return how many units of each kind there are, in the order of their rank."""
    found = Counter(unit.kind for unit in tree.units)
    return {kind.value: found[kind] for kind in type(tree.root.kind) if found[kind] and kind is not tree.root.kind}


def _unit(tree: Tree, unit: Unit) -> Mapping[str, object]:
    place = tree.source.place(unit.start)
    return {
        "eid": unit.eid,
        "parent": unit.parent,
        "kind": unit.kind.value,
        "number": unit.number,
        "label": label(tree, unit),
        "start": unit.start,
        "end": unit.end,
        "wording": list(unit.wording),
        "text": unit.text,
        "repealed": unit.repealed,
        "place": {"unit": place.unit, "number": place.number} if place else None,
    }
