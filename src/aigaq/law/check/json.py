"""A check as JSON: everything that the report says, for programs. Its schema is ``schema-1.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from aigaq.law.check.finding import Check, Code, Finding, Looked
from aigaq.law.check.table import OfficialRow, Spot
from aigaq.law.structure.unit import Tree

SCHEMA: Final = "aigaq/table-check"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

Data = Mapping[str, object]


def schema() -> Data:
    """Return the JSON Schema (draft 2020-12) of what `data` returns."""
    text = (files("aigaq.law.check") / f"schema-{VERSION}.json").read_text(encoding="utf-8")
    found: Data = json.loads(text)
    return found


def data(check: Check, *, version: str) -> Data:
    """Return a check as plain values.

    Args:
        check: What was found.
        version: Version of this program.
    """
    counts = Counter(finding.code for finding in check.findings)
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "tool": {"name": "aigaq", "version": version},
        "official": False,
        "table": {
            "name": check.table.name,
            "media": check.table.media,
            "sha256": check.table.sha256,
            "rows": len(check.table.rows),
            "other_laws": check.other,
        },
        "inputs": [_input("old", check.comparison.old), _input("new", check.comparison.new)],
        "changes": len(check.comparison.changes),
        "told": list(check.told),
        "counts": {code.value: counts[code] for code in Code},
        "findings": [_finding(finding) for finding in check.findings],
        "rows": [_row(check.table.rows[looked.row], looked) for looked in check.looked],
        "remarks": list(map(str, check.remarks)),
    }


def write(check: Check, *, version: str) -> bytes:
    """Return a check as a JSON file (UTF-8, RFC 8259): same check, same bytes."""
    return f"{json.dumps(data(check, version=version), ensure_ascii=False, indent=2)}\n".encode()


def _input(role: str, tree: Tree) -> Data:
    return {
        "role": role,
        "sha256": tree.source.sha256,
        "language": tree.language.value,
        "title": {"value": tree.title.value, "source": tree.title.source},
        "edition": {"value": tree.edition.value, "source": tree.edition.source},
    }


def _finding(finding: Finding) -> Data:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "eid": finding.eid,
        "label": finding.label,
        "place": _place(finding.place) if finding.place else None,
        "number": finding.number,
        "named": finding.named,
        "stands": finding.stands,
        "old": finding.old,
        "new": finding.new,
        "words": [{"op": word.op.value, "old": word.old, "new": word.new} for word in finding.words],
        "differences": finding.differences,
        "reason": str(finding.reason),
        "changes": list(finding.changes),
    }


def _row(row: OfficialRow, looked: Looked) -> Data:
    return {
        "row": looked.row,
        "place": _place(row.place),
        "number": row.number,
        "unit": row.unit,
        "eids": list(looked.eids),
        "changes": list(looked.changes),
        "read": looked.read,
    }


def _place(place: Spot) -> Data:
    return {"table": place.table, "row": place.row, "sheet": place.sheet}
