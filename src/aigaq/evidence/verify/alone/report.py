"""What the files of a bundle prove, and what they do not."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from aigaq.evidence.stamp.der import Malformed
from aigaq.evidence.stamp.token import read_request
from aigaq.evidence.verify.alone.claim import Claim, read_claim
from aigaq.evidence.verify.alone.folder import SCRIPT, SUMS, damages, names, read, sha256
from aigaq.evidence.verify.alone.judgement import Stated, certificates, judge
from aigaq.evidence.verify.alone.tree import Head, goes_on, included, leaf_hash, open_head, read_proof
from aigaq.evidence.verify.alone.words import Fault, Message

ENTRY = re.compile(r"entries/([0-9]{8,19})\.json")
STAMP = re.compile(r"log/stamps/([0-9]{8,19})-([a-z0-9][a-z0-9-]{0,39})\.tsr")
README = "README.txt"
WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


class Entry(NamedTuple):
    """An entry that is in the log: its number, what was asked for, when it was captured, how; if it has a file."""

    number: int
    asked: str
    ended: str
    outcome: str
    file: bool


class Anchor(NamedTuple):
    """A stamp that holds: how many entries it covers, what it states, and whether its root came from elsewhere."""

    size: int
    stated: Stated
    outside: bool


class Report(NamedTuple):
    """Everything that was found."""

    head: Head
    entries: list[Entry]
    anchors: list[Anchor]
    faults: list[Message]


def examine(folder: Path, *, outside: list[bytes]) -> Report:
    """Return what was found in the folder of a bundle.

    Args:
        folder: Where it was unpacked.
        outside: Root certificates (DER) that did not come with the bundle.

    Raises:
        Fault: The checkpoint cannot be read or is not signed; without it nothing can be said.
    """
    faults = damages(folder)
    keys = read(folder, "log/keys").decode("utf-8", "replace").splitlines()
    head = open_head(read(folder, "log/checkpoint"), keys)
    entries: list[Entry] = []
    anchors: list[Anchor] = []
    expected = {README, SCRIPT, SUMS, "log/checkpoint", "log/keys"}
    for name in names(folder):
        entry, stamp = ENTRY.fullmatch(name), STAMP.fullmatch(name)
        try:
            if entry and name == f"entries/{int(entry[1]):08}.json":
                expected |= _of_entry(folder, int(entry[1]))
                entries.append(_entry(folder, int(entry[1]), name, head))
            elif stamp and name == f"log/stamps/{int(stamp[1]):08}-{stamp[2]}.tsr":
                expected |= _of_stamp(stamp[1], stamp[2], head)
                anchors.append(_anchor(folder, stamp[1], stamp[2], _Known(head, keys, outside)))
        except Fault as fault:
            faults.append(Message("{name} does not hold: {fault}", name=name, fault=fault.said))
    faults += _strays(folder, expected, faults)
    if not entries:
        faults.append(Message("There is no entry in it that holds."))
    return Report(head, sorted(entries), sorted(anchors), faults)


def _of_entry(folder: Path, number: int) -> set[str]:
    """Return the names of the files that belong to an entry: it names one itself, and one has its number."""
    found = {f"entries/{number:08}.json", f"proofs/{number:08}.tlog-proof"}
    try:
        said = read_claim(read(folder, f"entries/{number:08}.json"))
    except Fault:
        return found
    beside = {name for name in names(folder) if name.startswith(f"content/{number:08}.")} if said.sha256 else set()
    return found | beside | ({said.file} if said.file else set())


def _of_stamp(size: str, name: str, head: Head) -> set[str]:
    """Return the names of the files that belong to a stamp."""
    found = {f"log/stamps/{size}-{name}.tsr", f"log/authorities/{name}.pem"}
    found |= {f"log/stamps/{size}.checkpoint", f"log/stamps/{size}.tsq"}
    return found | ({f"proofs/{size}-{head.size:08}.consistency"} if int(size) < head.size else set())


def _strays(folder: Path, expected: set[str], faults: list[Message]) -> list[Message]:
    """Return that files belong to nothing, where nothing is said of them yet."""
    told = {fault.values.get("name") for fault in faults}
    template = "{name} belongs to no entry and to no stamp."
    return [Message(template, name=name) for name in names(folder) if name not in expected and name not in told]


class _Known(NamedTuple):
    head: Head
    keys: list[str]
    outside: list[bytes]


def _entry(folder: Path, number: int, name: str, head: Head) -> Entry:
    """Check that an entry is in the log, and that the files it names are the ones it means."""
    data = read(folder, name)
    proof = read_proof(read(folder, f"proofs/{number:08}.tlog-proof"), opening="index")
    if proof.number != number or proof.note != head.note:
        raise Fault(Message("Its proof is about another entry or another checkpoint."))
    if not included(leaf_hash(data), index=number, head=head, proof=proof.hashes):
        raise Fault(Message("It is not in the log: it was changed, or never was in it."))
    said = read_claim(data)
    _check_files(folder, number, said)
    return Entry(number, said.asked, said.ended, said.outcome, bool(said.file))


def _check_files(folder: Path, number: int, said: Claim) -> None:
    """Check the file of the capture and its content against what the entry says."""
    if said.file and sha256(folder, said.file) != said.file_sha256:
        raise Fault(Message("The file of its capture is not the one that it names."))
    beside = [name for name in names(folder) if name.startswith(f"content/{number:08}.")]
    if [sha256(folder, name) for name in beside] != ([said.sha256] if said.sha256 else []):
        raise Fault(Message("The content beside it is not the one that it names."))


def _anchor(folder: Path, size: str, name: str, known: _Known) -> Anchor:
    """Check a stamp: who stamped which checkpoint when, and that the log goes on from there."""
    data = read(folder, f"log/stamps/{size}.checkpoint")
    stamped = open_head(data, known.keys)
    if stamped.origin != known.head.origin or stamped.size != int(size):
        raise Fault(Message("It is on the checkpoint of another log or another size."))
    _check_consistency(folder, stamped, known.head)
    inside = certificates(read(folder, f"log/authorities/{name}.pem"))
    response = read(folder, f"log/stamps/{size}-{name}.tsr")
    asked = _nonce(folder, size, data)
    for roots, outside in ((known.outside, True), (inside, False)):
        try:
            stated = judge(response, data=data, roots=roots, between=inside, nonce=asked)
        except Fault as fault:
            refused = fault
        else:
            return Anchor(stamped.size, stated, outside)
    raise refused


def _check_consistency(folder: Path, old: Head, new: Head) -> None:
    hashes: list[bytes] = []
    if old.size != new.size:
        proof = read_proof(read(folder, f"proofs/{old.size:08}-{new.size:08}.consistency"), opening="old")
        if proof.number != old.size or proof.note != new.note:
            raise Fault(Message("The proof that the log goes on from it is about something else."))
        hashes = proof.hashes
    if not goes_on(old, new=new, proof=hashes):
        raise Fault(Message("The log does not go on from this checkpoint: one of the two was made up."))


def _nonce(folder: Path, size: str, data: bytes) -> int | None:
    """Return the number of the request, which must be about the same bytes; None where there is no request."""
    name = f"log/stamps/{size}.tsq"
    if name not in names(folder):
        return None
    try:
        asked = read_request(read(folder, name))
    except Malformed:
        raise Fault(Message("The request beside it cannot be read.")) from None
    if hashlib.new(asked.imprint[0], data).digest() != asked.imprint[1]:
        raise Fault(Message("The request beside it is about other bytes."))
    return asked.nonce
