from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.errors import UsageError
from aigaq.evidence.log.merkle import check_subtree, node_hash, root_hash, split
from aigaq.evidence.log.stored import (
    Edge,
    consistency_proof,
    inclusion_proof,
    stored_count,
    stored_index,
    stored_root,
    subtree_proof,
)
from tests.evidence.log.test_merkle import joint_of, leaves_of, proof_of

MOST = 300
STORED: list[bytes] = []
_EDGE = Edge()
for _leaf in leaves_of(MOST):
    STORED += _EDGE.add(_leaf)


class Counted:
    """Reads the stored hashes of a tree of a given size, and no other; counts the reads."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.reads = 0

    def __call__(self, at: int) -> bytes:
        assert 0 <= at < stored_count(self.size)
        self.reads += 1
        return STORED[at]


# The order of golang.org/x/mod/sumdb/tlog, by level and place of the first 15 hashes.
ORDER = [
    (0, 0), (0, 1), (1, 0), (0, 2), (0, 3), (1, 1), (2, 0), (0, 4),
    (0, 5), (1, 2), (0, 6), (0, 7), (1, 3), (2, 1), (3, 0),
]  # fmt: skip


def test_hashes_are_stored_in_the_order_of_completion() -> None:
    assert [stored_index(level, at) for level, at in ORDER] == list(range(15))


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5, 7, 8, 9, 255, 256, 257, MOST])
def test_what_is_stored_is_every_complete_subtree(size: int) -> None:
    leaves = leaves_of(size)
    subtrees = {
        stored_index(level, at): root_hash(leaves[at << level : (at + 1) << level])
        for level in range(size.bit_length())
        for at in range(size >> level)
    }
    assert subtrees == dict(enumerate(STORED[: stored_count(size)]))


@given(size=st.integers(0, MOST))
def test_roots_follow_the_definition(size: int) -> None:
    read = Counted(size)
    assert stored_root(size, read) == root_hash(leaves_of(size))
    assert read.reads <= size.bit_length()


@given(data=st.data(), size=st.integers(1, MOST))
def test_inclusion_proofs_follow_the_definition(data: st.DataObject, size: int) -> None:
    at = data.draw(st.integers(0, size - 1))
    read = Counted(size)
    assert inclusion_proof(at, size=size, read=read) == proof_of(at, leaves_of(size))
    assert read.reads <= 2 * size.bit_length()


@given(data=st.data(), size=st.integers(1, MOST))
def test_consistency_proofs_follow_the_definition(data: st.DataObject, size: int) -> None:
    old = data.draw(st.integers(1, size))
    read = Counted(size)
    assert consistency_proof(old, new=size, read=read) == joint_of(old, leaves_of(size))
    assert read.reads <= 3 * size.bit_length()


@given(data=st.data(), size=st.integers(1, MOST), level=st.integers(0, 8))
def test_subtrees_are_proved(data: st.DataObject, size: int, level: int) -> None:
    start = data.draw(st.integers(0, (size - 1) >> level)) << level
    end = min(start + (1 << level), size)
    leaves, read = leaves_of(size), Counted(size)
    proof = subtree_proof(start, end, size=size, read=read)
    part, root = root_hash(leaves[start:end]), root_hash(leaves)
    check_subtree(start=start, end=end, size=size, subtree_root=part, root=root, proof=proof)
    assert read.reads <= 3 * size.bit_length()


@pytest.mark.parametrize(("start", "end", "error"), [(4, 9, ValueError), (5, 5, UsageError), (8, 11, UsageError)])
def test_what_is_no_subtree_is_not_proved(start: int, end: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        subtree_proof(start, end, size=10, read=Counted(10))


@given(size=st.integers(0, MOST - 1), more=st.integers(0, 40))
def test_an_edge_read_back_grows_as_one_that_never_ended(size: int, more: int) -> None:
    more = min(more, MOST - size)
    edge = Edge.of(size, Counted(size))
    written = [each for leaf in leaves_of(size + more)[size:] for each in edge.add(leaf)]
    assert written == STORED[stored_count(size) : stored_count(size + more)]
    assert edge.root == root_hash(leaves_of(size + more))


@pytest.mark.parametrize(("at", "size"), [(0, 0), (5, 5), (-1, 5), (6, 5)])
def test_there_is_no_proof_of_what_is_not_there(at: int, size: int) -> None:
    with pytest.raises(UsageError, match="lies outside the log"):
        inclusion_proof(at, size=size, read=Counted(size))


@pytest.mark.parametrize(("old", "size"), [(-1, 5), (6, 5)])
def test_nothing_goes_on_from_what_was_not_there(old: int, size: int) -> None:
    with pytest.raises(UsageError, match="lies outside the log"):
        consistency_proof(old, new=size, read=Counted(size))


def test_halves() -> None:
    leaves = leaves_of(6)
    assert node_hash(root_hash(leaves[: split(6)]), root_hash(leaves[split(6) :])) == root_hash(leaves)
