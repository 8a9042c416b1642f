"""Heads of a log that somebody kept elsewhere, held against the log as it is now."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from attrs import frozen

from aigaq.errors import AigaqError
from aigaq.evidence.log.checkpoint import Checkpoint, read_checkpoint
from aigaq.evidence.log.keys import Verifier
from aigaq.evidence.log.note import open_note, read_note
from aigaq.values import Message, PartialDate


@frozen
class Head:
    """A head that was kept elsewhere, and what it says of the log.

    Args:
        checkpoint: The head.
        confirmed: True when the log goes on from it.
        message: The sentence for people.
    """

    checkpoint: Checkpoint
    confirmed: bool
    message: Message

    @property
    def size(self) -> int:
        """Number of entries that it covers."""
        return self.checkpoint.size

    @property
    def date(self) -> PartialDate:
        """The day on which it was made, as it says itself; not known when it does not."""
        time = self.checkpoint.time
        return PartialDate.on(time.date()) if time else PartialDate()


@frozen
class Kept:
    """A note that was kept elsewhere, read and not yet held against anything."""

    data: bytes
    checkpoint: Checkpoint


def read_kept(data: bytes) -> Kept:
    """Return the head that a kept note holds.

    Raises:
        UnreadableInput: ``note.form`` or ``log.checkpoint`` when it holds none.
    """
    return Kept(data, read_checkpoint(read_note(data).text))


def hold_against(
    kept: Kept, own: Checkpoint | None, *, verifiers: Collection[Verifier], roots: Mapping[int, bytes]
) -> Head:
    """Return what a kept head says of a log.

    Args:
        kept: The head.
        own: The newest head of the log; None when it cannot be read.
        verifiers: The keys of the log.
        roots: The roots of the log at the sizes at which they are known.
    """
    contradiction = _origin(kept, own) or _size(kept, own) or _root(kept, roots) or _signed(kept, verifiers)
    said = contradiction or Message("The log holds these {size} entries unchanged.", size=kept.checkpoint.size)
    return Head(kept.checkpoint, contradiction is None, said)


def _origin(kept: Kept, own: Checkpoint | None) -> Message | None:
    if own is None or kept.checkpoint.origin == own.origin:
        return None
    return Message(
        "The kept head is of the log {other}, and this one is {origin}.",
        other=kept.checkpoint.origin,
        origin=own.origin,
    )


def _size(kept: Kept, own: Checkpoint | None) -> Message | None:
    if own is None or kept.checkpoint.size <= own.size:
        return None
    return Message(
        "The log has {size} entries now, and had {more}: entries were taken away, or an older copy was put back.",
        size=own.size,
        more=kept.checkpoint.size,
    )


def _root(kept: Kept, roots: Mapping[int, bytes]) -> Message | None:
    if kept.checkpoint.size not in roots:
        return Message("The first {size} entries cannot be read, so nothing confirms them.", size=kept.checkpoint.size)
    if kept.checkpoint.root == roots[kept.checkpoint.size]:
        return None
    return Message(
        "The first {size} entries are not those that the kept head was signed for.", size=kept.checkpoint.size
    )


def _signed(kept: Kept, verifiers: Collection[Verifier]) -> Message | None:
    try:
        open_note(kept.data, verifiers)
    except AigaqError as fault:
        return Message(fault.sentence, **fault.values)
    return None
