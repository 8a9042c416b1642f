"""Trees and notes as the script of a bundle checks them, against the log's own and against outside test cases."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.errors import IntegrityFailure
from aigaq.evidence.log import check_consistency, check_inclusion, leaf_hash, root_hash
from aigaq.evidence.log.stored import Edge, consistency_proof, inclusion_proof
from aigaq.evidence.verify.alone import tree
from aigaq.evidence.verify.alone.tree import Head, goes_on, included, open_head, read_proof
from aigaq.evidence.verify.alone.words import Fault
from tests.evidence.log.sample import ORIGIN, SECOND, SIGNER, STRANGER, entries, made

LEAVES = [leaf_hash(b"%d" % number) for number in range(40)]


def head(size: int, root: bytes | None = None) -> Head:
    return Head("x", size, root_hash(LEAVES[:size]) if root is None else root, "", b"")


def stored() -> list[bytes]:
    edge, hashes = Edge(), []
    for leaf in LEAVES:
        hashes += edge.add(leaf)
    return hashes


HASHES = stored()


@given(st.data())
def test_inclusion_agrees_with_the_log(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 40))
    at = data.draw(st.integers(0, size - 1))
    proof = data.draw(mangled(inclusion_proof(at, size=size, read=HASHES.__getitem__)))
    index = data.draw(st.sampled_from([at, at, at + 1, size, 0]))
    claimed = data.draw(st.sampled_from([size, size, size + 1, max(size - 1, 0)]))
    root = root_hash(LEAVES[:size])
    try:
        check_inclusion(LEAVES[at], index=index, size=claimed, proof=proof, root=root)
        holds = True
    except IntegrityFailure:
        holds = False
    assert included(LEAVES[at], index=index, head=head(claimed, root), proof=proof) is holds


@given(st.data())
def test_consistency_agrees_with_the_log(data: st.DataObject) -> None:
    new = data.draw(st.integers(1, 40))
    old = data.draw(st.integers(1, new))
    proof = data.draw(mangled(consistency_proof(old, new=new, read=HASHES.__getitem__)))
    claimed = data.draw(st.sampled_from([old, old, old + 1, max(old - 1, 1)]))
    roots = root_hash(LEAVES[:old]), root_hash(LEAVES[:new])
    try:
        check_consistency(old=claimed, new=new, old_root=roots[0], new_root=roots[1], proof=proof)
        holds = True
    except IntegrityFailure:
        holds = False
    assert goes_on(head(claimed, roots[0]), new=head(new, roots[1]), proof=proof) is holds


def mangled(proof: list[bytes]) -> st.SearchStrategy[list[bytes]]:
    """Give a proof as it is, or shorter, longer, with one hash changed or two the other way round."""
    wrong = [proof[:-1], [*proof, bytes(32)], proof[::-1]]
    wrong += [[*proof[:at], bytes([proof[at][0] ^ 1]) + proof[at][1:], *proof[at + 1 :]] for at in range(len(proof))]
    return st.sampled_from([proof, proof, *wrong])


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_every_outside_case_gets_its_verdict(merkle: Path, kind: str) -> None:
    files = sorted((merkle / kind).rglob("*.json"))
    assert len(files) >= 98
    cases = {file.relative_to(merkle).as_posix(): json.loads(file.read_text("utf-8")) for file in files}
    # The tree of no entries is no anchor: the script never accepts a proof from it.
    told = {name: case for name, case in cases.items() if case.get("size1") != 0}
    assert [name for name, case in told.items() if holds(case) is case["wantErr"]] == []


def holds(case: dict[str, Any]) -> bool:
    proof = [b64decode(each) for each in case["proof"] or ()]
    if "leafIdx" in case:
        whole = Head("x", case["treeSize"], b64decode(case["root"]), "", b"")
        return included(b64decode(case["leafHash"]), index=case["leafIdx"], head=whole, proof=proof)
    old = Head("x", case["size1"], b64decode(case["root1"]), "", b"")
    new = Head("x", case["size2"], b64decode(case["root2"]), "", b"")
    return goes_on(old, new=new, proof=proof)


def test_a_signed_head_is_read(tmp_path: Path) -> None:
    log = made(tmp_path, entries(3))
    found = open_head(log.note, [SECOND.verifier.text, SIGNER.verifier.text])
    assert (found.origin, found.size, found.root, found.note) == (ORIGIN, 3, log.root(), log.note)
    assert found.key == f"{ORIGIN}+{SIGNER.id.hex()}"


def test_every_changed_byte_of_a_head_is_found(tmp_path: Path) -> None:
    note = made(tmp_path, entries(3)).note
    for at in range(len(note)):
        changed = bytearray(note)
        changed[at] ^= 1
        with pytest.raises(Fault):
            open_head(bytes(changed), [SIGNER.verifier.text])


@pytest.mark.parametrize(
    "keys",
    [
        [],
        [STRANGER.verifier.text],
        ["x"],
        [SIGNER.verifier.text[:-4] + "AAA="],
        [SIGNER.verifier.text.replace("d", "e")],
    ],
)
def test_a_head_signed_by_nobody_known_is_none(tmp_path: Path, keys: list[str]) -> None:
    with pytest.raises(Fault):
        open_head(made(tmp_path, entries(1)).note, keys)


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"a\n1\n\n\n", b"a\n01\nAAAA\n\nx\n", b"a\n1\n\xff\n\n\xe2\x80\x94 a b\n"]
)
def test_what_is_no_head(data: bytes) -> None:
    with pytest.raises(Fault):
        open_head(data, [SIGNER.verifier.text])


@pytest.mark.parametrize(
    ("data", "opening"),
    [
        (b"", "index"),
        (b"c2sp.org/tlog-proof@v1\nindex 01\n\nnote", "index"),
        (b"c2sp.org/tlog-proof@v1\nindex -1\n\nnote", "index"),
        (b"c2sp.org/tlog-proof@v1\nold 1\n\nnote", "index"),
        (b"index 1\n\nnote", "old"),
        (b"old 1\n" + b"AAAA\n" * 99 + b"\nnote", "old"),
    ],
)
def test_what_is_no_proof(data: bytes, opening: str) -> None:
    with pytest.raises(Fault):
        read_proof(data, opening=opening)


def test_hashes_are_those_of_the_log() -> None:
    assert tree.leaf_hash(b"a") == leaf_hash(b"a")
