"""The keys whose signatures a log takes for its own: the file ``keys``."""

from __future__ import annotations

from collections.abc import Iterable

from aigaq.errors import UnreadableInput
from aigaq.evidence.log.keys import Verifier

MOST_KEYS = 100


def read_keys(data: bytes) -> tuple[Verifier, ...]:
    """Return the verifier keys of the file: one a line, none twice.

    Raises:
        UnreadableInput: ``log.keys`` when it is written otherwise, ``note.verifier`` when a line is no verifier key.
    """
    try:
        *lines, end = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        lines, end = [], "?"
    if end or not 0 < len(lines) <= MOST_KEYS or len(set(lines)) != len(lines):
        raise UnreadableInput(
            "log.keys",
            "The file keys of the log is no list of verifier keys, one a line.",
            hint="Put it back from a copy of the dossier, then verify the log.",
        )
    return tuple(map(Verifier.of, lines))


def write_keys(verifiers: Iterable[Verifier]) -> bytes:
    """Return the bytes of the file for these keys."""
    return "".join(f"{each.text}\n" for each in verifiers).encode()
