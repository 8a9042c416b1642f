"""One unit into two, two into one: splits and merges, seen after single rows are made."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from aigaq.law.compare.change import Change, ChangeKind
from aigaq.law.compare.wording import count, law_text, segments
from aigaq.law.structure.unit import HEADED, Tree
from aigaq.text.align import common_length
from aigaq.text.tokens import token_keys

_BASES = (ChangeKind.REWORDED, ChangeKind.RENUMBERED)
"""What the other part of a split, or of a merge, may look like by itself."""

SHARED = 0.85
"""Share of the words of the whole that its parts must give back, in order."""

PART = 0.6
"""Share of the words of the part that must come from the whole."""

MOST_PARTS = 6
"""A unit is split into, or merged from, no more parts than this."""

SHORTEST = 4
"""A part of fewer words proves nothing."""


def join(changes: list[tuple[float, Change]], *, old: Tree, new: Tree) -> list[tuple[float, Change]]:
    """Return the rows with each split, and each merge, as one row.

    A split is a reworded unit next to inserted ones that together hold the old wording; a merge is its mirror.

    Args:
        changes: The rows with their places.
        old: The old law.
        new: The new law.
    """
    rows = list(changes)
    for kind, tree in ((ChangeKind.SPLIT, new), (ChangeKind.MERGED, old)):
        at = 0
        while at + 1 < len(rows):
            for width in range(2, MOST_PARTS + 1):
                found = [row for _, row in rows[at : at + width]]
                bases = [row for row in found if row.kind is not _came(kind)]
                if len(found) < width or len(bases) > 1 or any(row.kind not in _BASES for row in bases):
                    break
                if bases and _neighbours(found, kind, tree) and _is_whole(found, bases[0], kind):
                    rows[at : at + width] = [(rows[at][0], _sized(_joined(found, bases[0], kind), old, new))]
                    break
            at += 1
    return rows


def _came(kind: ChangeKind) -> ChangeKind:
    """Return the kind that the other parts have by themselves."""
    return ChangeKind.INSERTED if kind is ChangeKind.SPLIT else ChangeKind.REPEALED


def _neighbours(found: Sequence[Change], kind: ChangeKind, tree: Tree) -> bool:
    """Tell whether rows stand under the same heading.

    That is asked of the edition that has all parts: in the other one an article may bear another number.
    """
    eids = [(row.new_eids if kind is ChangeKind.SPLIT else row.old_eids)[0] for row in found]
    headed = (next((step.eid for step in tree.ancestors(tree.by_eid[eid]) if step.kind in HEADED), "") for eid in eids)
    return len(set(headed)) == 1


def _is_whole(found: Sequence[Change], base: Change, kind: ChangeKind) -> bool:
    """Tell whether the parts together give the whole back, and the new ones take a good share of it."""
    split = kind is ChangeKind.SPLIT
    whole = token_keys(base.old if split else base.new)
    pieces = [token_keys(row.new if split else row.old) for row in found]
    rest = token_keys(base.new if split else base.old)
    parts = sum(len(piece) for row, piece in zip(found, pieces, strict=True) if row is not base)
    if parts < SHORTEST:
        return False
    common = common_length(whole, [token for piece in pieces for token in piece])
    return common >= SHARED * len(whole) and common - common_length(whole, rest) >= PART * parts


def _joined(found: Sequence[Change], base: Change, kind: ChangeKind) -> Change:
    split = kind is ChangeKind.SPLIT
    old = "\n".join(row.old for row in found if row.old and (not split or row is base))
    new = "\n".join(row.new for row in found if row.new and (split or row is base))
    return evolve(
        base,
        kind=kind,
        old_eids=tuple(eid for row in found for eid in row.old_eids),
        new_eids=tuple(dict.fromkeys(eid for row in found for eid in row.new_eids)),
        old_label=", ".join(row.old_label for row in found if row.old_label),
        new_label=", ".join(dict.fromkeys(row.new_label for row in found if row.new_label)),
        old=old,
        new=new,
        words=segments(old, new),
    )


def _sized(change: Change, old: Tree, new: Tree) -> Change:
    """Return the row with its words counted over the wordings, without the numbers of units."""
    sides = ((old, change.old_eids), (new, change.new_eids))
    wordings = [" ".join(law_text(tree.by_eid[eid]) for eid in eids) for tree, eids in sides]
    deleted, inserted = count(segments(*wordings))
    return evolve(change, deleted=deleted, inserted=inserted)
