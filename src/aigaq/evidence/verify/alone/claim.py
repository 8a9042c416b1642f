"""What an entry claims: JSON in its one way of writing, every field of its kind, and no two that contradict."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from aigaq.evidence.verify.alone.words import Fault, Message

HEX = re.compile(r"[0-9a-f]{64}")
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
FILE = re.compile(r"captures(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+")
TEXTS = "asked how outcome reason final started ended clock client media name sha256 title"
OTHERS = "format version status hops bytes warc stated tls"
OF_FILE = {"file": FILE, "sha256": HEX}


class Claim(NamedTuple):
    """What an entry says: what was asked, when, what became of it, and the hashes of the content and of the file."""

    asked: str
    ended: str
    outcome: str
    sha256: str
    file: str
    file_sha256: str


def read_claim(data: bytes) -> Claim:
    """Return what an entry says.

    Raises:
        Fault: It is not written in its one way, has a name twice, or contradicts itself.
    """
    try:
        said = json.loads(data, object_pairs_hook=once)
        same = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() == data
    except (ValueError, RecursionError):
        said, same = None, False
    if not same or not isinstance(said, dict) or not formed(said):
        raise Fault(Message("It is in the log, and cannot be read."))
    file = said["warc"] or {"file": "", "sha256": ""}
    claim = Claim(said["asked"], said["ended"], said["outcome"], said["sha256"], file["file"], file["sha256"])
    if not consistent(claim, said):
        raise Fault(Message("What it says contradicts itself."))
    return claim


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return pairs of JSON as an object, in which no name may stand twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def formed(said: dict[str, Any]) -> bool:
    """Return True if every field is there, and of its kind."""
    if said.keys() != set(f"{TEXTS} {OTHERS}".split()) or (said["format"], said["version"]) != ("aigaq/capture", 1):
        return False
    texts = all(isinstance(said[name], str) for name in TEXTS.split())
    numbers = whole(said["version"]) and whole(said["bytes"]) and (said["status"] is None or whole(said["status"]))
    lists = isinstance(said["hops"], list) and isinstance(said["stated"], list)
    rest = (said["tls"] is None or isinstance(said["tls"], dict)) and (
        said["warc"] is None or file_formed(said["warc"])
    )
    return texts and numbers and lists and rest


def file_formed(file: Any) -> bool:
    """Return True if it names a file, with its hash and its size."""
    if not isinstance(file, dict) or file.keys() != {*OF_FILE, "bytes"} or not whole(file["bytes"]):
        return False
    return all(isinstance(file[key], str) and form.fullmatch(file[key]) for key, form in OF_FILE.items())


def whole(number: Any) -> bool:
    """Return True for a number without a fraction, from 0 on."""
    return type(number) is int and number >= 0


def consistent(claim: Claim, said: dict[str, Any]) -> bool:
    """Return True if what was kept fits the outcome: something of a response, or nothing."""
    times = INSTANT.fullmatch(said["started"]) and INSTANT.fullmatch(claim.ended)
    if not times or said["how"] not in ("fetched", "imported"):
        return False
    if claim.outcome in ("held", "truncated"):
        return bool(claim.file and HEX.fullmatch(claim.sha256)) and (claim.outcome == "held") == (not said["reason"])
    return claim.outcome == "failed" and not claim.sha256 and not said["bytes"] and bool(said["reason"])
