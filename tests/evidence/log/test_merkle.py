from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aigaq.errors import IntegrityFailure
from aigaq.evidence.log.merkle import (
    EMPTY_ROOT,
    check_consistency,
    check_inclusion,
    check_subtree,
    leaf_hash,
    node_hash,
    root_hash,
    subtree,
)

# The test leaves of Certificate Transparency's reference implementation and the roots of its trees of 0 to 8 leaves.
LEAVES = [
    bytes.fromhex(data)
    for data in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = list(map(leaf_hash, LEAVES))
SIZES = st.integers(min_value=1, max_value=70)


def proof_of(at: int, leaves: list[bytes]) -> list[bytes]:
    """Return PATH(at, leaves), written as RFC 6962 section 2.1.1 defines it."""
    if len(leaves) == 1:
        return []
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if at < half:
        return [*proof_of(at, leaves[:half]), root_hash(leaves[half:])]
    return [*proof_of(at - half, leaves[half:]), root_hash(leaves[:half])]


def joint_of(old: int, leaves: list[bytes], *, whole: bool = True) -> list[bytes]:
    """Return PROOF(old, leaves), written as RFC 6962 section 2.1.2 defines it."""
    if old == len(leaves):
        return [] if whole else [root_hash(leaves)]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    if old <= half:
        return [*joint_of(old, leaves[:half], whole=whole), root_hash(leaves[half:])]
    return [*joint_of(old - half, leaves[half:], whole=False), root_hash(leaves[:half])]


def leaves_of(size: int) -> list[bytes]:
    return [leaf_hash(b"%d" % number) for number in range(size)]


@pytest.mark.parametrize("size", range(9))
def test_the_roots_of_the_reference_leaves(size: int) -> None:
    assert root_hash(HASHES[:size]).hex() == ROOTS[size]


def test_a_leaf_is_no_node() -> None:
    assert leaf_hash(HASHES[0] + HASHES[1]) != node_hash(HASHES[0], HASHES[1])
    assert root_hash([]) == EMPTY_ROOT


@pytest.mark.parametrize("size", range(1, 18))
def test_every_proof_of_small_trees_holds(size: int) -> None:
    leaves = leaves_of(size)
    root = root_hash(leaves)
    for at in range(size):
        check_inclusion(leaves[at], index=at, size=size, proof=proof_of(at, leaves), root=root)
    for old in range(1, size + 1):
        check_consistency(
            old=old, new=size, old_root=root_hash(leaves[:old]), new_root=root, proof=joint_of(old, leaves)
        )


@pytest.mark.parametrize("size", range(1, 18))
def test_a_proof_holds_for_no_other_place(size: int) -> None:
    leaves = leaves_of(size)
    root = root_hash(leaves)
    for at in range(size):
        proof = proof_of(at, leaves)
        for index in range(-1, size + 2):
            if index != at:
                with pytest.raises(IntegrityFailure):
                    check_inclusion(leaves[at], index=index, size=size, proof=proof, root=root)


def inclusion_holds(leaf: bytes, *, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    try:
        check_inclusion(leaf, index=index, size=size, proof=proof, root=root)
    except IntegrityFailure:
        return False
    return True


def consistency_holds(*, old: int, new: int, old_root: bytes, new_root: bytes, proof: list[bytes]) -> bool:
    try:
        check_consistency(old=old, new=new, old_root=old_root, new_root=new_root, proof=proof)
    except IntegrityFailure:
        return False
    return True


@st.composite
def mutated(draw: st.DrawFn, proof: list[bytes]) -> list[bytes]:
    """Draw a proof that is another one: a bit flipped, a hash dropped, doubled, added, cut, or two swapped."""
    kind = draw(st.sampled_from(["flip", "drop", "add", "cut", "swap"] if proof else ["add"]))
    at = draw(st.integers(0, len(proof) - 1)) if proof else 0
    other = list(proof)
    if kind == "flip":
        bit = draw(st.integers(0, 255))
        other[at] = (int.from_bytes(proof[at]) ^ (1 << bit)).to_bytes(32)
    elif kind == "drop":
        del other[at]
    elif kind == "add":
        other.insert(at, draw(st.sampled_from([*proof, bytes(32), b""])))
    elif kind == "cut":
        other[at] = proof[at][: draw(st.integers(0, 31))]
    else:
        to = draw(st.integers(0, len(proof) - 1))
        other[at], other[to] = other[to], other[at]
    assume(other != proof)
    return other


@given(data=st.data(), size=SIZES)
def test_no_changed_inclusion_proof_holds(data: st.DataObject, size: int) -> None:
    at = data.draw(st.integers(0, size - 1))
    leaves = leaves_of(size)
    proof, root = proof_of(at, leaves), root_hash(leaves)
    assert inclusion_holds(leaves[at], index=at, size=size, proof=proof, root=root)
    assert not inclusion_holds(leaves[at], index=at, size=size, proof=data.draw(mutated(proof)), root=root)
    bit = 1 << data.draw(st.integers(0, 255))
    wrong = (int.from_bytes(root) ^ bit).to_bytes(32)
    assert not inclusion_holds(leaves[at], index=at, size=size, proof=proof, root=wrong)
    leaf = (int.from_bytes(leaves[at]) ^ bit).to_bytes(32)
    assert not inclusion_holds(leaf, index=at, size=size, proof=proof, root=root)


@given(data=st.data(), size=SIZES)
def test_no_changed_consistency_proof_holds(data: st.DataObject, size: int) -> None:
    old = data.draw(st.integers(1, size))
    leaves = leaves_of(size)
    was, now, proof = root_hash(leaves[:old]), root_hash(leaves), joint_of(old, leaves)
    assert consistency_holds(old=old, new=size, old_root=was, new_root=now, proof=proof)
    other = data.draw(mutated(proof))
    assert not consistency_holds(old=old, new=size, old_root=was, new_root=now, proof=other)
    bit = 1 << data.draw(st.integers(0, 255))
    wrong = (int.from_bytes(was) ^ bit).to_bytes(32)
    assert not consistency_holds(old=old, new=size, old_root=wrong, new_root=now, proof=proof)
    wrong = (int.from_bytes(now) ^ bit).to_bytes(32)
    assert not consistency_holds(old=old, new=size, old_root=was, new_root=wrong, proof=proof)


@given(data=st.data(), size=st.integers(2, 70))
def test_no_proof_joins_sizes_that_it_was_not_made_for(data: st.DataObject, size: int) -> None:
    old = data.draw(st.integers(1, size - 1))
    other = data.draw(st.integers(0, size + 1).filter(lambda other: other != old))
    leaves = leaves_of(size)
    was, now, proof = root_hash(leaves[:old]), root_hash(leaves), joint_of(old, leaves)
    assert not consistency_holds(old=other, new=size, old_root=was, new_root=now, proof=proof)


def test_one_changed_leaf_before_the_older_head_breaks_consistency() -> None:
    leaves = leaves_of(20)
    was = root_hash(leaves[:11])
    leaves[4] = leaf_hash(b"another")
    with pytest.raises(IntegrityFailure, match="20 entries goes on from the log of 11"):
        check_consistency(old=11, new=20, old_root=was, new_root=root_hash(leaves), proof=joint_of(11, leaves))


@pytest.mark.parametrize(
    ("old", "new", "was", "now", "holds"),
    [
        (0, 0, EMPTY_ROOT, EMPTY_ROOT, True),
        (0, 0, bytes(32), bytes(32), False),
        (0, 1, EMPTY_ROOT, HASHES[0], False),
        (1, 1, HASHES[0], HASHES[0], True),
        (2, 1, HASHES[0], HASHES[0], False),
        (-1, 1, HASHES[0], HASHES[0], False),
        (10**40, 10**40, HASHES[0], HASHES[0], False),
    ],
)
def test_odd_sizes(old: int, new: int, was: bytes, now: bytes, holds: bool) -> None:
    assert consistency_holds(old=old, new=new, old_root=was, new_root=now, proof=[]) is holds


def test_bytes_cannot_move_from_a_hash_to_its_neighbour() -> None:
    one, two = leaves_of(2)
    root = node_hash(one, two)
    assert consistency_holds(old=1, new=2, old_root=one, new_root=root, proof=[two])
    assert not consistency_holds(old=1, new=2, old_root=one + two[:1], new_root=root, proof=[two[1:]])


def test_a_subtree_is_proved_in_the_tree() -> None:
    leaves = leaves_of(11)
    part = root_hash(leaves[8:10])
    proof = [leaves[10], root_hash(leaves[:8])]
    check_subtree(start=8, end=10, size=11, subtree_root=part, root=root_hash(leaves), proof=proof)
    with pytest.raises(IntegrityFailure, match="entries 8 up to 11"):
        check_subtree(start=8, end=11, size=11, subtree_root=part, root=root_hash(leaves), proof=proof)


@pytest.mark.parametrize(
    ("start", "end", "is_one"),
    [
        (0, 1, True),
        (0, 5, True),
        (4, 7, True),
        (4, 9, False),
        (6, 8, True),
        (6, 9, False),
        (3, 3, False),
        (-4, 0, False),
    ],
)
def test_subtrees(start: int, end: int, is_one: bool) -> None:
    assert subtree(start, end) is is_one
