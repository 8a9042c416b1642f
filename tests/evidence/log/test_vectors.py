"""Outside test cases for Merkle proofs (transparency-dev/merkle): each must get the verdict that it states."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from aigaq.errors import IntegrityFailure
from aigaq.evidence.log.merkle import check_consistency, check_inclusion, check_subtree, subtree

COUNTS = {"inclusion": 98, "consistency": 98, "subtreeinclusion": 204, "subtreeconsistency": 118}


def fails(case: dict[str, Any]) -> bool:
    try:
        CHECKS["subtree" * ("start" in case) + ("inclusion" if "leafIdx" in case else "consistency")](case)
    except IntegrityFailure:
        return True
    return False


def inclusion(case: dict[str, Any]) -> None:
    check_inclusion(
        b64decode(case["leafHash"]),
        index=case["leafIdx"],
        size=case["treeSize"],
        proof=proof(case),
        root=b64decode(case["root"]),
    )


def subtree_inclusion(case: dict[str, Any]) -> None:
    """Check that a leaf is in a subtree, which is a tree by itself."""
    if not subtree(case["start"], case["end"]):
        raise IntegrityFailure("log.subtree", "It is no subtree.")
    moved = {**case, "leafIdx": case["leafIdx"] - case["start"], "treeSize": case["end"] - case["start"]}
    inclusion(moved)


def consistency(case: dict[str, Any]) -> None:
    check_consistency(
        old=case["size1"],
        new=case["size2"],
        old_root=b64decode(case["root1"]),
        new_root=b64decode(case["root2"]),
        proof=proof(case),
    )


def subtree_consistency(case: dict[str, Any]) -> None:
    check_subtree(
        start=case["start"],
        end=case["end"],
        size=case["size"],
        subtree_root=b64decode(case["root1"]),
        root=b64decode(case["root2"]),
        proof=proof(case),
    )


def proof(case: dict[str, Any]) -> list[bytes]:
    return [b64decode(each) for each in case["proof"] or ()]


CHECKS = {
    "inclusion": inclusion,
    "consistency": consistency,
    "subtreeinclusion": subtree_inclusion,
    "subtreeconsistency": subtree_consistency,
}


@pytest.mark.parametrize("kind", COUNTS)
def test_every_case_gets_its_verdict(merkle: Path, kind: str) -> None:
    files = sorted((merkle / kind).rglob("*.json"))
    cases = {file.relative_to(merkle).as_posix(): json.loads(file.read_text("utf-8")) for file in files}
    assert len(cases) >= COUNTS[kind]
    assert {case["wantErr"] for case in cases.values()} == {True, False}
    assert [name for name, case in cases.items() if fails(case) is not case["wantErr"]] == []
