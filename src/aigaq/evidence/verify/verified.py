"""What a verification comes to: one of four verdicts, and in words what is proven and what is not."""

from __future__ import annotations

from attrs import frozen

from aigaq.evidence.log.checkpoint import Checkpoint
from aigaq.evidence.log.heads import Head
from aigaq.evidence.log.verdict import Verdict
from aigaq.evidence.verify.finding import Finding
from aigaq.evidence.verify.stamps import Anchor
from aigaq.values import Message, PartialDate

TIME = "%Y-%m-%dT%H:%M:%SZ"
_SINGLE = ("capture-", "stamp-")
_BESIDE = frozenset({"entry-unreadable", "hash-changed", "hashes-short", "hashes-rest", "entry-bare"})
"""Faults that leave the entries as they were signed for: `evidence.log.walk` looks at the entries first."""


@frozen(kw_only=True)
class Verified:
    """What a verification found.

    Args:
        checkpoint: The newest head of the log; None when it cannot be read.
        entries: Entries that are there.
        captures: Numbers of the entries that are captures.
        files: How many files of captures the entries name.
        others: Numbers of the entries of other kinds, which were not looked into.
        findings: Everything that is wrong, and everything that was added.
        warnings: What interrupted writes left; it touches nothing that is proven.
        heads: What the heads that were kept elsewhere say, in the order given.
        anchors: The stamps that hold, the one on the fewest entries first.
        against: What a stamped checkpoint says against the log.
    """

    checkpoint: Checkpoint | None
    entries: int
    captures: tuple[int, ...]
    files: int
    others: tuple[int, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    heads: tuple[Head, ...]
    anchors: tuple[Anchor, ...]
    against: tuple[Head, ...]

    @property
    def verdict(self) -> Verdict:
        """One of four: damage comes before all else, and what contradicts before all that confirms."""
        if self.damages:
            return Verdict.DAMAGED
        if self.contradiction:
            return Verdict.CONTRADICTS
        return Verdict.WITH_HEAD if self.anchored else Verdict.UNANCHORED

    @property
    def damages(self) -> tuple[Finding, ...]:
        """The findings that something is not as it was; what was only added is none of them."""
        return tuple(finding for finding in self.findings if finding.grave)

    @property
    def log_holds(self) -> bool:
        """Whether the entries of the log are those that its head was signed for, and nothing contradicts it.

        Then what is wrong is wrong with single captures, stamps, or hashes that follow from the entries.
        """
        touching = (one.kind for one in self.damages if not one.kind.startswith(_SINGLE) and one.kind not in _BESIDE)
        return self.contradiction is None and not any(touching)

    @property
    def whole(self) -> tuple[int, ...]:
        """Numbers of the captures that no damage names."""
        spans = [finding.entries for finding in self.damages if finding.entries]
        return tuple(at for at in self.captures if not any(first <= at <= last for first, last in spans))

    @property
    def contradiction(self) -> Head | None:
        """The largest head that contradicts the log."""
        against = [head for head in self.heads if not head.confirmed]
        return max((*against, *self.against), key=lambda head: head.size, default=None)

    @property
    def outside(self) -> tuple[Anchor, ...]:
        """The stamps whose root certificate came from outside the dossier."""
        return tuple(anchor for anchor in self.anchors if anchor.outside)

    @property
    def kept(self) -> tuple[Head, ...]:
        """The heads kept elsewhere that confirm something."""
        return tuple(head for head in self.heads if head.confirmed and head.size)

    @property
    def anchored(self) -> int:
        """How many entries something from outside the dossier confirms; 0 for none."""
        sizes = [head.size for head in self.kept] + [anchor.kept.size for anchor in self.outside]
        return max(sizes, default=0)

    @property
    def sentence(self) -> Message:
        """The verdict for people."""
        if self.damages:
            return Message("Damaged. Faults found: {n}.", n=len(self.damages))
        if self.contradiction:
            head = self.contradiction
            return Message("Contradicts the head {size}. {why}", size=str(head.size), why=head.message)
        if not self.anchored:
            return Message(
                "Consistent, but unanchored: nothing from elsewhere shows that it is not an older copy, or made anew."
            )
        if not self.date:
            return Message("Consistent with the head {size}.", size=str(self.anchored))
        return Message("Consistent with the head {size} of {date}.", size=str(self.anchored), date=self.date)

    @property
    def date(self) -> PartialDate | str:
        """The date of the head that the verdict rests on: that of a stamp, else what a kept head says of itself."""
        stamps = [one.stamp.latest.strftime(TIME) for one in self.outside if one.kept.size == self.anchored]
        dates = [head.date for head in self.kept if head.size == self.anchored and head.date.known]
        return min(stamps) if stamps else next(iter(dates), "")
