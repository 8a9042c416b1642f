"""Edits of words: the smallest ones that make one wording out of another, each of words found only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from aigaq.law.amend.node import Node
from aigaq.law.amend.search import matches
from aigaq.law.draft.trial import Trial
from aigaq.law.draft.wish import Wish
from aigaq.law.draft.wording import quoted
from aigaq.law.drafting.instruction import Op, Side, Target
from aigaq.law.structure.key import key
from aigaq.text.align import equal_runs
from aigaq.text.tokens import Word, words

MOST_EDITS = 4
"""A paragraph with more edits than this is better restated."""

_APART = 3
"""Edits that leave no more words than this between them are one edit."""

_CONTEXT = 7
"""Words that are added at most on either side to make a quotation unique."""


_UNEVEN = 2
"""Words that are added on both sides differ by no more than this."""

_SHORT = 4
"""A word of fewer letters is not quoted alone where more can be quoted."""


_Way = tuple[Op, Side, str, str]
"""A way to say an edit: what it does, where words go, which are found, which are put in."""

Named = tuple[Target, Sequence[Node]]
"""A name of a unit, with the units whose wordings it means."""


@frozen
class Region:
    """Tokens ``old_start`` to ``old_end`` that give way to tokens ``new_start`` to ``new_end``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@frozen
class Wordings:
    """Two wordings of one paragraph, token by token."""

    old: str
    new: str
    ours: Sequence[Word]
    theirs: Sequence[Word]

    @classmethod
    def of(cls, old: str, new: str) -> Wordings:
        """Return two wordings in one line each, cut into tokens."""
        old, new = " ".join(old.split()), " ".join(new.split())
        return cls(old, new, words(old), words(new))

    def find(self, start: int, end: int) -> str:
        """Return tokens of the old wording as they stand there."""
        return self.old[self.ours[start].start : self.ours[end - 1].end] if end > start else ""

    def put(self, start: int, end: int) -> str:
        """Return tokens of the new wording as they stand there."""
        return self.new[self.theirs[start].start : self.theirs[end - 1].end] if end > start else ""

    def cuts(self, at: int) -> bool:
        """Tell whether a cut before a token of the old wording parts the number of a unit from its bracket («3)»)."""
        pair = self.ours[max(at - 1, 0) : at + 1]
        return len(pair) == 2 and pair[0].key[:1].isdigit() and pair[1].key == ")"

    def halfway(self, region: Region) -> str:
        """Return the key of the wording when everything up to this edit is made."""
        left = " ".join(word.text for word in self.theirs[: region.new_end])
        return key(f"{left} {' '.join(word.text for word in self.ours[region.old_end :])}")


def regions(found: Wordings) -> list[Region]:
    """Return the edits of two wordings in order, close ones joined."""
    result: list[Region] = []
    at_old = at_new = 0
    ends = (len(found.ours), len(found.ours), len(found.theirs), len(found.theirs))
    runs = equal_runs([word.key for word in found.ours], [word.key for word in found.theirs])
    for old_start, old_end, new_start, new_end in [*runs, ends]:
        if old_start > at_old or new_start > at_new:
            last = result[-1] if result else None
            if last is not None and at_old - last.old_end <= _APART:
                result[-1] = Region(last.old_start, old_start, last.new_start, new_start)
            else:
                result.append(Region(at_old, old_start, at_new, new_start))
        at_old, at_new = old_end, new_end
    return [_bracketed(found, edit) for edit in result]


def _bracketed(found: Wordings, edit: Region) -> Region:
    """Return an edit that does not cut the number of a unit from its bracket («3)»)."""
    ours, theirs = found.ours[edit.old_end : edit.old_end + 1], found.theirs[edit.new_end : edit.new_end + 1]
    if not (ours and theirs and ours[0].key == theirs[0].key == ")"):
        return edit
    ends = (found.ours[edit.old_start : edit.old_end], found.theirs[edit.new_start : edit.new_end])
    if not any(side and side[-1].key[:1].isdigit() for side in ends):
        return edit
    return Region(edit.old_start, edit.old_end + 1, edit.new_start, edit.new_end + 1)


def reword(trial: Trial, node: Node, *, new: str, places: Sequence[Named]) -> list[Wish] | None:
    """Return edits that give a unit its new wording, made on the trial; None where they would be no help.

    Args:
        trial: The piece of the law.
        node: The unit.
        new: Its new wording.
        places: Names of the unit, with the units whose wordings they mean, the plainest first.
    """
    found = Wordings.of(node.text, new)
    edits = regions(found)
    out = sum(edit.old_end - edit.old_start for edit in edits)
    into = sum(edit.new_end - edit.new_start for edit in edits)
    short = len(edits) > 1 and len(found.ours) < 12
    if not edits or len(edits) > MOST_EDITS or short or 2 * (out + into) > len(found.ours) + len(found.theirs):
        return None
    made: list[Wish] = []
    for at, edit in enumerate(edits):
        free = (edits[at - 1].old_end if at else 0, edits[at + 1].old_start if at + 1 < len(edits) else len(found.ours))
        ways = sorted(_ways(found, edit, free), key=_slight)
        wish = _first(trial, node, ways, wanted=found.halfway(edit), places=places)
        if wish is None:
            return None
        made.append(wish)
    return made if node.key == key(new) else None


def _first(trial: Trial, node: Node, ways: Sequence[_Way], *, wanted: str, places: Sequence[Named]) -> Wish | None:
    """Return the first way to say one edit that does exactly that."""
    kept = trial.keep()
    for op, side, find, put in ways:
        if not quoted(find) or (put and not quoted(put)):
            continue
        for target, nodes in places:
            if sum(len(matches(other, find)) for other in nodes) != 1:
                continue
            wish = Wish(op, (target,), find, put, side)
            if trial.carry(wish):
                if node.key == wanted:
                    return wish
                kept.restore()
            break
    return None


def _ways(found: Wordings, edit: Region, free: tuple[int, int]) -> Iterator[_Way]:
    """Yield ways to say an edit, those that quote least first; ``free`` is where the edits around it end and begin."""
    old, new = (edit.old_start, edit.old_end), (edit.new_start, edit.new_end)
    room = (min(_CONTEXT, old[0] - free[0]), min(_CONTEXT, free[1] - old[1]))
    put = found.put(*new)
    if old[0] == old[1]:
        for size in range(1, room[0] + 1):
            yield Op.INSERT_WORDS, Side.AFTER, found.find(old[0] - size, old[0]), put
        for size in range(1, room[1] + 1) if not room[0] else ():
            yield Op.INSERT_WORDS, Side.BEFORE, found.find(old[1], old[1] + size), put
    elif new[0] == new[1]:
        yield Op.DELETE_WORDS, Side.AFTER, found.find(*old), ""
    for left, right in _contexts(*room):
        if not left + right and (old[0] == old[1] or new[0] == new[1]):
            continue
        more = right + (old[1] + right < free[1] and found.cuts(old[1] + right))
        find = found.find(old[0] - left, old[1] + more)
        yield Op.REPLACE_WORDS, Side.AFTER, find, found.put(new[0] - left, new[1] + more)


def _slight(way: _Way) -> bool:
    """Tell whether the words that are to be found are too short to be quoted alone («и», «,»), if others will do."""
    return way[0] is not Op.DELETE_WORDS and all(len(word) < _SHORT for word in way[2].split())


def _contexts(left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield how many words are added on either side, fewest first."""
    sizes = (
        (one, other)
        for one in range(left + 1)
        for other in range(right + 1)
        if abs(one - other) <= 2 or not one * other
    )
    yield from sorted(sizes, key=lambda pair: (sum(pair), -pair[0]))
