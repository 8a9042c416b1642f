"""Merkle trees, signed notes and checkpoints, checked.

Sources: RFC 9162 sections 2.1.3.2 and 2.1.4.2 (the same trees as RFC 6962), C2SP signed-note, tlog-checkpoint,
tlog-proof, and the body of a request to a C2SP tlog-witness, which is how a consistency proof is written down here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

from aigaq.evidence.verify.alone.words import Fault, Message

NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
PROOF = "c2sp.org/tlog-proof@v1"


class Head(NamedTuple):
    """What a log was at one size: its name, number of entries, root of the tree, who signed, the bytes that say so."""

    origin: str
    size: int
    root: bytes
    key: str
    note: bytes


class Proof(NamedTuple):
    """A number (of an entry, or of entries before), the hashes beside the path, the checkpoint they lead to."""

    number: int
    hashes: list[bytes]
    note: bytes


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of an entry."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash over two halves."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def included(leaf: bytes, *, index: int, head: Head, proof: list[bytes]) -> bool:
    """Return True if the entry with the hash ``leaf`` stands at ``index`` of the log (RFC 9162 section 2.1.3.2)."""
    if index >= head.size or {len(leaf), *map(len, proof)} != {32}:
        return False
    at, last, found = index, head.size - 1, leaf
    for one in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(one, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, one)
        at, last = at >> 1, last >> 1
    return last == 0 and found == head.root


def goes_on(old: Head, *, new: Head, proof: list[bytes]) -> bool:
    """Return True if the log at ``new`` begins with the log at ``old`` (RFC 9162 section 2.1.4.2)."""
    if old.size == new.size:
        return not proof and old.root == new.root
    if not 0 < old.size < new.size or {len(old.root), *map(len, proof)} != {32} or not proof:
        return False
    path = ([old.root] if old.size & (old.size - 1) == 0 else []) + proof
    at, last = old.size - 1, new.size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = path[0]
    for one in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node_hash(one, first), node_hash(one, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node_hash(second, one)
        at, last = at >> 1, last >> 1
    return last == 0 and first == old.root and second == new.root


def read_proof(data: bytes, *, opening: str) -> Proof:
    """Return the proof in a file: ``opening`` and a number, hashes, an empty line, a checkpoint.

    Raises:
        Fault: It is none.
    """
    top, _, note = data.partition(b"\n\n")
    lines = top.decode("utf-8", "replace").split("\n")
    if opening == "index" and lines[0] == PROOF:
        lines = lines[1:]
    word, _, number = lines[0].partition(" ")
    if word != opening or not NUMBER.fullmatch(number) or len(lines) > 65:
        raise Fault(Message("A proof is not written as it should be."))
    return Proof(int(number), [decoded(line) for line in lines[1:]], note)


def open_head(data: bytes, keys: list[str]) -> Head:
    """Return the checkpoint that a note holds, its signature checked against the verifier keys.

    Raises:
        Fault: It is none, or no key of the log signed it.
    """
    text, gap, below = data.decode("utf-8", "replace").rpartition("\n\n")
    lines = text.split("\n")
    if not gap or len(lines) < 3 or not NUMBER.fullmatch(lines[1]) or not below.endswith("\n"):
        raise Fault(Message("A checkpoint is not written as it should be."))
    signed = (text + "\n").encode()
    for line in below[:-1].split("\n"):
        dash, name, coded = [*line.split(" "), "", "", ""][:3]
        signature = decoded(coded)
        ident = f"{name}+{signature[:4].hex()}"
        mine = [key for key in keys if key.startswith(f"{ident}+") and name == lines[0] and dash == "\N{EM DASH}"]
        if any(signs(key, signature[4:], over=signed) for key in mine):
            return Head(lines[0], int(lines[1]), decoded(lines[2]), ident, data)
    raise Fault(Message("A checkpoint is not signed by the key of the log."))


def signs(key: str, signature: bytes, *, over: bytes) -> bool:
    """Return True if a verifier key (``name+id+base64``), whose id must be right, made an Ed25519 signature."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name, ident, coded = key.split("+", 2)
    public = decoded(coded)
    if public[:1] != b"\x01" or hashlib.sha256(f"{name}\n".encode() + public).digest()[:4].hex() != ident:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public[1:]).verify(signature, over)
    except (InvalidSignature, ValueError):
        return False
    return True


def decoded(text: str) -> bytes:
    """Return the bytes that base64 stands for; none where it is not written in its one way."""
    try:
        data = base64.b64decode(text.encode(), validate=True)
    except ValueError:
        return b""
    return data if base64.b64encode(data).decode() == text else b""
