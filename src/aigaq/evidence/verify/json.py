"""A verification as plain values, schema ``aigaq/verified``, version 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aigaq.evidence.log.heads import Head
from aigaq.evidence.stamp import Stamp
from aigaq.evidence.verify.finding import Finding
from aigaq.evidence.verify.stamps import Anchor
from aigaq.evidence.verify.verified import TIME, Verified
from aigaq.evidence.verify.words import conditional, not_proven, proven

SCHEMA, VERSION = "aigaq/verified", 1


def data(verified: Verified) -> Mapping[str, object]:
    """Return a verification as plain values; its sentences are in English."""
    head = verified.checkpoint
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "verdict": verified.verdict.value,
        "sentence": str(verified.sentence),
        "origin": head.origin if head else None,
        "entries": verified.entries,
        "captures": len(verified.captures),
        "anchored": verified.anchored,
        "findings": _findings(verified.findings),
        "warnings": _findings(verified.warnings),
        "heads": [_head(one) for one in verified.heads],
        "against": [_head(one) for one in verified.against],
        "stamps": [_anchor(one) for one in verified.anchors],
        "proven": [str(said) for said in proven(verified)],
        "conditional": [str(said) for said in conditional(verified)],
        "not_proven": [str(said) for said in not_proven(verified)],
    }


def stated(stamp: Stamp) -> Mapping[str, object]:
    """Return what an authority states as plain values."""
    return {
        "time": stamp.time.isoformat().replace("+00:00", "Z"),
        "accuracy": stamp.accuracy.total_seconds() if stamp.accuracy is not None else None,
        "latest": stamp.latest.strftime(TIME),
        "serial": str(stamp.serial),
        "policy": stamp.policy,
        "authority": stamp.authority,
        "root": stamp.root,
        "judge": stamp.judge,
    }


def _findings(some: Iterable[Finding]) -> list[Mapping[str, object]]:
    return [
        {
            "kind": one.kind,
            "file": one.file,
            "message": str(one.message),
            "entries": one.entries and list(one.entries),
            "grave": one.grave,
        }
        for one in some
    ]


def _head(head: Head) -> Mapping[str, object]:
    date = str(head.date) if head.date.known else None
    return {"size": head.size, "date": date, "confirmed": head.confirmed, "message": str(head.message)}


def _anchor(anchor: Anchor) -> Mapping[str, object]:
    return {"file": anchor.file, "size": anchor.kept.size, "outside": anchor.outside, **stated(anchor.stamp)}
