"""Where the parts of a log lie in its folder.

::

entries/00000000.jsonl   256 entries, a line each; the bytes of the line without its newline are the entry
hashes                   the hashes of all complete subtrees, 32 bytes each (see ``stored``)
checkpoint               the newest head, a signed note
keys                     verifier keys, one a line
lock                     empty; held by whoever writes
torn/                    what stood behind the newest head and was in none, set aside
"""

from __future__ import annotations

from pathlib import Path

ENTRIES = "entries"
HASHES = "hashes"
CHECKPOINT = "checkpoint"
KEYS = "keys"
LOCK = "lock"
TORN = "torn"

NEW = ".new"
"""Behind the name of a file that is being written and not yet renamed."""

GUESTS = frozenset({"stamps", "authorities"})
"""Folders that time stamps are kept in, beside the log; the log does not look into them."""

PER_SHARD = 256
"""Entries of one file."""

LONGEST_ENTRY = 1024 * 1024
"""Bytes of an entry."""

LARGEST_SHARD = PER_SHARD * (LONGEST_ENTRY + 1)
LARGEST_KEYS = 64 * 1024


def shard_name(number: int) -> str:
    """Return the name of a file of entries, from the folder of the log.

    >>> shard_name(12)
    'entries/00000012.jsonl'
    """
    return f"{ENTRIES}/{number:08}.jsonl"


def shard_path(folder: Path, number: int) -> Path:
    """Return the path of a file of entries."""
    return folder / shard_name(number)
