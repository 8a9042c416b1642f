"""Words taken out and put in between two looks: by units of the law where both are one, else word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from aigaq.bill.watch.observation import Rewording, UnitChange
from aigaq.bill.watch.pair import Pair
from aigaq.bill.watch.reading import Reading
from aigaq.errors import AigaqError
from aigaq.law.compare import Change, Op, Segment, compare
from aigaq.law.compare.wording import count, segments
from aigaq.law.structure import parse
from aigaq.text.align import common_length
from aigaq.text.tokens import token_keys
from aigaq.values import Message

NAMED: Final = 12
"""Units that a sentence names; the observation has all of them."""

LONGEST: Final = 5_000_000
"""Characters of the longest texts that are compared word by word."""

LONGEST_LAW: Final = 3_000_000
"""Characters of the longest texts that are compared by units of law; the longest codes have one million."""

SAME_PAGE: Final = 0.5
"""A page that keeps a smaller share of its words may be another page."""

_MANY: Final = 20_000
_CONTEXT: Final = 6


@frozen
class Worded:
    """The difference of two wordings.

    Args:
        out: How many words were taken out.
        put: How many were put in.
        words: Which ones.
        units: The same by units of the law; empty where it is told word by word.
        remarks: Which units, or why it is not told by units.
    """

    out: int
    put: int
    words: tuple[Rewording, ...]
    units: tuple[UnitChange, ...] = ()
    remarks: tuple[Message, ...] = ()


def texts(pair: Pair, *, linked: bool = True) -> tuple[str, str]:
    """Return the two texts that are compared; of a listing without the words of its links, which are told apart."""
    if pair.listing and not linked:
        return pair.before.unlinked, pair.after.unlinked
    return pair.before.text or "", pair.after.text or ""


def same_words(old: str, new: str) -> bool:
    r"""Return whether two texts have the same words and marks, however they are set and typed.

    >>> same_words("«бiлiм»\nтуралы", '"білім" туралы'), same_words("один", "два")
    (True, False)
    """
    return old == new or token_keys(old) == token_keys(new)


def alike(before: Reading, after: Reading, *, same_title: bool) -> bool:
    """Return whether two readings are of one page or document, and not of a page that was served in its place.

    Files that are no pages are what stands at their address. A page keeps half of its words, those of links or not; one
    that has no other words than those of links keeps its title.
    """
    if before.text is None or after.text is None or "HTML" not in (before.format, after.format):
        return True
    if max(kept(before.text, after.text), kept(before.unlinked, after.unlinked) if before.unlinked else 0) >= SAME_PAGE:
        return True
    return not before.unlinked and same_title


def kept(old: str, new: str) -> float:
    """Return the share of the old words that stand in the new text (in their order, unless there are very many)."""
    before, after = token_keys(old), token_keys(new)
    if not before:
        return 1.0
    if max(len(before), len(after)) > _MANY:
        return (Counter(before) & Counter(after)).total() / len(before)
    return common_length(before, after) / len(before)


def worded(pair: Pair, *, old: str, new: str) -> Worded:
    """Return the difference of the two wordings of a pair."""
    found = segments(old, new)
    words, (out, put) = tuple(rewordings(found)), count(found)
    if pair.before.source is None or pair.after.source is None:
        return Worded(out, put, words, remarks=_counters(words))
    units, why = _by_units(pair)
    if not units:
        return Worded(out, put, words, remarks=(Message("compared word by word, not by units of law"), *why))
    names = [unit.label for unit in units]
    shown = ", ".join([*names[:NAMED], *["…"] * (len(names) > NAMED)])
    return Worded(out, put, words, units, (Message("units changed ({n}): {units}", n=len(names), units=shown),))


def _counters(words: Iterable[Rewording]) -> tuple[Message, ...]:
    """Return a remark where numbers alone differ."""
    signs = "".join(f"{place.out}{place.put}" for place in words)
    if any(sign.isalpha() for sign in signs):
        return ()
    return (Message('numbers alone differ: a counter or a clock, perhaps; ignore = ["…"] leaves such a part out'),)


def rewordings(found: Iterable[Segment]) -> Iterator[Rewording]:
    """Yield the places where words differ, each with the words that stand before it.

    >>> list(rewordings(segments("срок два дня", "срок три дня")))
    [Rewording(out='два', put='три', after='срок')]
    """
    after, out, put = "", "", ""
    for segment in found:
        if segment.op is Op.EQUAL:
            if out or put:
                yield Rewording(" ".join(out.split()), " ".join(put.split()), after)
            after, out, put = " ".join(segment.new.split()[-_CONTEXT:]), "", ""
        out += segment.old if segment.op is Op.DELETE else ""
        put += segment.new if segment.op is Op.INSERT else ""
    if out or put:
        yield Rewording(" ".join(out.split()), " ".join(put.split()), after)


def _by_units(pair: Pair) -> tuple[tuple[UnitChange, ...], tuple[Message, ...]]:
    """Return the units of law that changed; where that cannot be told, none, and the reason."""
    old, new = pair.before.source, pair.after.source
    assert old is not None
    assert new is not None
    if max(len(old.text), len(new.text)) > LONGEST_LAW:
        return (), (Message("they are longer than any law"),)
    try:
        found = compare(parse(old), parse(new))
    except AigaqError as fault:
        return (), (Message(fault.sentence, **fault.values),)
    if not found.proof.holds:
        return (), (Message("old text + changes is not the new text"),)
    if not found.changes:
        return (), (Message("no unit of the law changed; what differs stands outside of them"),)
    return tuple(map(_unit, found.changes)), ()


def _unit(change: Change) -> UnitChange:
    return UnitChange(change.kind.value, change.eid, change.label, tuple(rewordings(change.words)))
