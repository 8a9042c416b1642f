"""What a comparison marks as changed, brought to one measure for all of them.

The measure is the character that is not white space: peers see different line breaks and spaces, and all of them
see the same characters. A unit is touched when one of its characters is marked, in the old text or in the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import frozen

from aigaq.law.compare.compare import Findings
from bench.layout import Span
from bench.pairs import Expected, Pair, span

Runs = Sequence[tuple[str, bool]]
"""A text from end to end in runs, each with whether it is marked as changed."""


@frozen
class Marked:
    """What one comparison marks.

    Args:
        old: The old text in runs.
        new: The new text in runs.
        blocks: Changes as the tool itself counts them.
        kept: For a tool whose output does not give the two texts back: what it leaves unmarked, without white space,
            a line feed where a mark stands.
    """

    old: Runs
    new: Runs
    blocks: int
    kept: str = ""


@frozen
class Unbroken:
    """Marks of one text, read off an output that does not give it back: a unit not found whole is touched."""

    text: str
    kept: str

    def touches(self, where: Span) -> bool:
        """Tell whether what stands between two offsets of the text is marked or lost."""
        return solid(self.text[slice(*where)]) not in self.kept


@frozen
class Side:
    """Marks of one text, by character that is not white space."""

    flags: bytes
    counts: Sequence[int]

    def touches(self, where: Span) -> bool:
        """Tell whether a mark stands between two offsets of the text."""
        start, end = where
        return self.flags.find(1, self.counts[start], self.counts[end]) >= 0


def side(text: str, runs: Runs) -> Side:
    """Return the marks of ``runs`` over ``text``.

    Raises:
        ValueError: The runs are not the text.
    """
    counts = [0, *accumulate(not character.isspace() for character in text)]
    flags = b"".join(bytes([marked]) * len(solid(run)) for run, marked in runs)
    if len(flags) != counts[-1]:
        raise ValueError(f"{len(flags)} characters were given back where {counts[-1]} stand")
    return Side(flags, counts)


def solid(text: str) -> str:
    """Return ``text`` without white space."""
    return "".join(text.split())


@frozen
class Score:
    """How right a comparison is.

    Args:
        false: Untouched units that it reports as changed.
        missed: Planted changes, renumbered units aside, of which it marks nothing.
        blocks: Changes as the tool itself counts them.
    """

    false: int
    missed: int
    blocks: int


def score(pair: Pair, marked: Marked) -> Score:
    """Return how right ``marked`` is on ``pair``."""
    old, new = _sides(pair, marked)
    false = sum(old.touches(before) or new.touches(after) for before, after in pair.untouched)
    wanted = [row for row in pair.expected if row.kind != "renumbered"]
    return Score(false, sum(not _seen(row, old, new) for row in wanted), marked.blocks)


def _sides(pair: Pair, marked: Marked) -> tuple[Side, Side] | tuple[Unbroken, Unbroken]:
    if marked.kept:
        return Unbroken(pair.old, marked.kept), Unbroken(pair.new, marked.kept)
    return side(pair.old, marked.old), side(pair.new, marked.new)


def _seen(row: Expected, old: Side | Unbroken, new: Side | Unbroken) -> bool:
    return any(map(old.touches, row.old)) or any(map(new.touches, row.new))


def of_findings(found: Findings) -> Marked:
    """Return what aigaq marks: every unit that an edit names, differences of the copies aside."""
    apart = {eid for copy in found.copies for eid in (*copy.old_eids, *copy.new_eids)}
    edits = [edit for edit in found.edits if not {unit.eid for unit in (edit.old, edit.new) if unit} & apart]
    old = [span(edit.old) for edit in edits if edit.old is not None]
    new = [span(edit.new) for edit in edits if edit.new is not None]
    trees = found.matching.old.tree, found.matching.new.tree
    return Marked(_runs(trees[0].source.text, old), _runs(trees[1].source.text, new), len(found.changes))


def _runs(text: str, spans: Iterable[Span]) -> Runs:
    runs, at = [], 0
    for start, end in sorted(set(spans)):
        runs += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [*runs, (text[at:], False)]
