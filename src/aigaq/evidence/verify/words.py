"""What a verification proves, what it proves on one condition, and what it does not, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aigaq.evidence.verify.alone.answer import GIVEN, IF_ROOT, NEVER, STATED, numbers
from aigaq.evidence.verify.stamps import Anchor
from aigaq.evidence.verify.verified import TIME, Verified
from aigaq.values import Message


def proven(verified: Verified) -> tuple[Message, ...]:
    """Return what is proven, of what no fault touches; nothing when the log itself is at fault or contradicted."""
    if not verified.log_holds:
        return ()
    stated = [said for anchor, new in earliest(verified.outside, verified.whole) for said in _stated(anchor, new)]
    return (*_whole(verified), *_kept(verified), *stated)


def _whole(verified: Verified) -> Iterator[Message]:
    """Say what fits together: everything, or what the faults do not touch."""
    if not verified.damages:
        yield Message(
            "Entries ({entries}), files of captures ({captures}) and stamps ({stamps}) fit together and with the head "
            "of the log.",
            entries=verified.entries,
            captures=verified.files,
            stamps=len(verified.anchors),
        )
    elif verified.whole:
        yield Message(
            "No fault touches these captures ({n}): their files, their entries and the head of the log fit together: "
            "entries {entries}.",
            n=len(verified.whole),
            entries=numbers(list(verified.whole)),
        )


def conditional(verified: Verified) -> tuple[Message, ...]:
    """Return what is proven if a root certificate, which only the dossier itself holds, is the right one."""
    if not verified.log_holds:
        return ()
    inside = [anchor for anchor in verified.anchors if not anchor.outside]
    reach = max((anchor.kept.size for anchor in verified.outside), default=0)
    rest = [number for number in verified.whole if number >= reach]
    roots = dict.fromkeys(anchor.stamp.root for anchor in sorted(inside, key=lambda anchor: anchor.stamp.latest))
    by_root = [[anchor for anchor in inside if anchor.stamp.root == root] for root in roots]
    told = (one for anchors in by_root for one in earliest(anchors, rest))
    return tuple(Message(IF_ROOT, **_values(anchor, new)) for anchor, new in told)


def not_proven(verified: Verified) -> tuple[Message, ...]:
    """Return what is not proven."""
    said = list(_after(verified))
    if verified.others:
        said.append(
            Message(
                "What these entries of the log mean: they are no captures, and were only checked for not being "
                "changed: {entries}.",
                entries=numbers(list(verified.others)),
            )
        )
    return (*said, *map(Message, NEVER), Message("That no stamp was taken away together with its line in the list."))


def earliest(anchors: Iterable[Anchor], captures: Sequence[int]) -> Iterator[tuple[Anchor, list[int]]]:
    """Yield stamps with the captures of which each says the most: the earliest that covers a capture speaks for it."""
    done = 0
    for anchor in sorted(anchors, key=lambda anchor: anchor.stamp.latest):
        new = [number for number in captures if done <= number < anchor.kept.size]
        done = max(done, anchor.kept.size)
        if new:
            yield anchor, new


def _stated(anchor: Anchor, new: list[int]) -> Iterator[Message]:
    values = _values(anchor, new)
    yield Message(STATED, **values)
    yield Message(GIVEN, **values)


def _values(anchor: Anchor, new: list[int]) -> dict[str, object]:
    return {
        "n": len(new),
        "entries": numbers(new),
        "time": anchor.stamp.latest.strftime(TIME),
        "authority": anchor.stamp.authority,
        "root": anchor.stamp.root,
    }


def _kept(verified: Verified) -> Iterator[Message]:
    """Say what the largest head that was kept elsewhere confirms."""
    head = max(verified.kept, key=lambda head: head.size, default=None)
    if head and head.date.known:
        yield Message(
            "Of the first {size} entries, none was changed, taken away or put in between since the head of {date} "
            "was kept elsewhere.",
            size=str(head.size),
            date=head.date,
        )
    elif head:
        yield Message(
            "Of the first {size} entries, none was changed, taken away or put in between since their head was kept "
            "elsewhere.",
            size=str(head.size),
        )


def _after(verified: Verified) -> Iterator[Message]:
    """Say what nothing from elsewhere confirms."""
    reach = verified.anchored or max((anchor.kept.size for anchor in verified.anchors), default=0)
    if not verified.log_holds:
        yield Message(
            "When any of this was made: as long as the log is damaged or contradicted, no head and no stamp says so, "
            "and whoever holds the signing key can have made all of it at any time."
        )
    elif not reach:
        yield Message(
            "When any of this was made: nothing from elsewhere says so, and whoever holds the signing key can have "
            "made all of it at any time, or put an older copy in its place."
        )
    elif not verified.anchored:
        yield Message(
            "When any of this was made, unless the root certificate in the dossier is the right one: only stamps that "
            "lead to it say so, and otherwise whoever holds the signing key can have made all of it at any time, or "
            "put an older copy in its place. Give the certificate that you got from the authority with --authority."
        )
    if verified.log_holds and 0 < reach < verified.entries:
        last = f"{reach}-{verified.entries - 1}"
        yield Message(
            "When the newest entries were made, and that none of them is missing: nothing from elsewhere confirms "
            "them yet: {entries}.",
            entries=last.partition("-")[0] if reach + 1 == verified.entries else last,
        )
