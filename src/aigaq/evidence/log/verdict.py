"""What an examination of a log comes to."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.heads import Head
from aigaq.values import Message


class Verdict(StrEnum):
    """What an examination comes to."""

    DAMAGED = "damaged"
    UNANCHORED = "consistent-unanchored"
    WITH_HEAD = "consistent-with-head"
    CONTRADICTS = "contradicts-head"


@frozen
class Examined:
    """What an examination found.

    Args:
        checkpoint: The newest head of the log; None when it cannot be read.
        faults: All that is wrong.
        warnings: What interrupted appends left; nothing that was acknowledged is touched by it.
        heads: What each head that was kept elsewhere says, in the order given.
    """

    checkpoint: Checkpoint | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    heads: tuple[Head, ...]

    @property
    def verdict(self) -> Verdict:
        """One of four: damage comes before all else, and one head that contradicts before all that confirm."""
        if self.faults:
            return Verdict.DAMAGED
        if self.head is None:
            return Verdict.UNANCHORED
        return Verdict.WITH_HEAD if self.head.confirmed else Verdict.CONTRADICTS

    @property
    def head(self) -> Head | None:
        """The kept head that the verdict rests on: the largest that contradicts, else the largest that confirms."""
        against = [head for head in self.heads if not head.confirmed]
        return max(against or self.heads, key=lambda head: head.size, default=None)

    @property
    def sentence(self) -> Message:
        """The verdict for people."""
        if self.verdict is Verdict.DAMAGED:
            return Message("The log is damaged; faults found: {n}.", n=len(self.faults))
        if self.head is None:
            return Message(
                "The log is consistent in itself; without a head kept elsewhere, an older copy or a log made anew "
                "looks the same."
            )
        return _confirmed(self.head) if self.head.confirmed else _contradicted(self.head)


def _confirmed(head: Head) -> Message:
    if not head.date.known:
        return Message("The log is consistent with the head {size} that was kept elsewhere.", size=head.size)
    return Message(
        "The log is consistent with the head {size} of {date} that was kept elsewhere.", size=head.size, date=head.date
    )


def _contradicted(head: Head) -> Message:
    if not head.date.known:
        return Message("The log contradicts the head {size} that was kept elsewhere.", size=head.size)
    return Message(
        "The log contradicts the head {size} of {date} that was kept elsewhere.", size=head.size, date=head.date
    )
