"""The head of a log at one size, after C2SP tlog-checkpoint: origin, number of entries, root of the tree."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime

from attrs import frozen

from aigaq.errors import UnreadableInput
from aigaq.evidence.log.base64 import from_base64, to_base64
from aigaq.evidence.log.merkle import HASH_BYTES
from aigaq.evidence.log.note import Verifier, open_note

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_TIME = "time "
_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


@frozen
class Checkpoint:
    """What a log was at one size.

    Args:
        origin: Name of the log.
        size: Number of its entries.
        root: Root of the Merkle tree over them, 32 bytes.
        extension: Further lines; ours says when the checkpoint was made, by the clock of the machine that made it.

    Raises:
        ValueError: No checkpoint can say so.

    >>> from aigaq.evidence.log.merkle import EMPTY_ROOT
    >>> print(Checkpoint("dossier/3f2a9c1b00d4e5f6", 0, EMPTY_ROOT).text, end="")
    dossier/3f2a9c1b00d4e5f6
    0
    47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    """

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not all(map(_is_line, (self.origin, *self.extension))) or len(self.root) != HASH_BYTES:
            raise ValueError("a checkpoint is lines of printable text, and its root is a hash")
        if not _SIZE.fullmatch(str(self.size)):
            raise ValueError("a log has no such size")

    @property
    def text(self) -> str:
        """The text that is signed."""
        return "".join(f"{line}\n" for line in (self.origin, str(self.size), to_base64(self.root), *self.extension))

    @property
    def time(self) -> datetime | None:
        """When it was made, as it states itself; None when it does not."""
        stated = [line.removeprefix(_TIME) for line in self.extension if line.startswith(_TIME)]
        return _time(stated[0]) if len(stated) == 1 else None


def time_line(when: datetime) -> str:
    """Return the extension line that says when a checkpoint was made, to the second.

    >>> time_line(datetime(2025, 11, 16, 10, 15, tzinfo=UTC))
    'time 2025-11-16T10:15:00Z'

    Raises:
        ValueError: The time has no time zone.
    """
    if when.tzinfo is None:
        raise ValueError("a time without a time zone is no moment")
    return _TIME + when.astimezone(UTC).strftime(_WRITTEN)


def read_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that a note's text is.

    Raises:
        UnreadableInput: ``log.checkpoint`` when it is none, or is not written as C2SP tlog-checkpoint wants it.
    """
    *lines, end = text.split("\n")
    try:
        origin, size, root, *extension = lines
        made = Checkpoint(
            origin, int(size) if _SIZE.fullmatch(size) else -1, from_base64(root) or b"", tuple(extension)
        )
    except ValueError:
        made = None
    if made is None or end:
        raise UnreadableInput(
            "log.checkpoint",
            "This text is no checkpoint of a log: its name, a number of entries, and a hash, a line each.",
            hint="Get it again from where it came.",
        )
    return made


def open_checkpoint(data: bytes, verifiers: Collection[Verifier]) -> Checkpoint:
    """Return the checkpoint that a signed note holds, after checking its signatures.

    Raises:
        UnreadableInput: ``note.form`` or ``log.checkpoint`` when it is none.
        IntegrityFailure: ``note.signature`` or ``note.unknown``; see ``note.open_note``.
    """
    return read_checkpoint(open_note(data, verifiers).text)


def _is_line(text: str) -> bool:
    return bool(text) and all(sign >= " " for sign in text)


def _time(text: str) -> datetime | None:
    try:
        when = datetime.strptime(text, _WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return when if when.strftime(_WRITTEN) == text else None
