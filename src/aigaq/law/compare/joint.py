"""One unit into two, two into one: splits and merges, seen after single rows are made."""

from __future__ import annotations

from attrs import evolve

from aigaq.law.compare.change import Change, ChangeKind
from aigaq.law.compare.row import group
from aigaq.law.compare.wording import count, law_text, segments
from aigaq.law.structure.unit import Tree
from aigaq.text.align import common_length
from aigaq.text.tokens import token_keys

_BASES = (ChangeKind.REWORDED, ChangeKind.RENUMBERED)
"""What the other part of a split, or of a merge, may look like by itself."""

SHARED = 0.85
"""Share of the words of the whole that its parts must give back, in order."""

PART = 0.6
"""Share of the words of the part that must come from the whole."""

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
            first, second = rows[at][1], rows[at + 1][1]
            joined = _join(first, second, kind) if _neighbours(first, second, kind, tree=tree) else None
            if joined is not None:
                rows[at : at + 2] = [(rows[at][0], _sized(joined, old, new))]
            else:
                at += 1
    return rows


def _neighbours(first: Change, second: Change, kind: ChangeKind, *, tree: Tree) -> bool:
    """Tell whether two rows are of the right kinds and stand under the same headings.

    That is asked of the edition that has both parts: in the other one an article may bear another number.
    """
    split = kind is ChangeKind.SPLIT
    other = ChangeKind.INSERTED if split else ChangeKind.REPEALED
    if sum(row.kind is other for row in (first, second)) != 1:
        return False
    if not all(row.kind in (other, kind, *_BASES) for row in (first, second)):
        return False
    eids = [(row.new_eids if split else row.old_eids)[0] for row in (first, second)]
    one, two = (group(tree, tree.by_eid[eid]) for eid in eids)
    return one == two


def _join(first: Change, second: Change, kind: ChangeKind) -> Change | None:
    """Return the row that two neighbours make together, if they do."""
    split = kind is ChangeKind.SPLIT
    came = ChangeKind.INSERTED if split else ChangeKind.REPEALED
    reworded, part = (second, first) if first.kind is came else (first, second)
    whole = token_keys(reworded.old if split else reworded.new)
    rest = token_keys(reworded.new if split else reworded.old)
    piece = token_keys(part.new if split else part.old)
    if len(piece) < SHORTEST:
        return None
    pieces = [*rest, *piece] if reworded is first else [*piece, *rest]
    common = common_length(whole, pieces)
    from_piece = common - common_length(whole, rest)
    if common < SHARED * len(whole) or from_piece < PART * len(piece):
        return None
    return _joined(first, second, reworded, kind)


def _joined(first: Change, second: Change, reworded: Change, kind: ChangeKind) -> Change:
    old = "\n".join(row.old for row in (first, second) if row.old and (kind is ChangeKind.MERGED or row is reworded))
    new = "\n".join(row.new for row in (first, second) if row.new and (kind is ChangeKind.SPLIT or row is reworded))
    return evolve(
        reworded,
        kind=kind,
        old_eids=(*first.old_eids, *second.old_eids),
        new_eids=tuple(dict.fromkeys((*first.new_eids, *second.new_eids))),
        old_label=_labels(first.old_label, second.old_label),
        new_label=_labels(first.new_label, second.new_label),
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


def _labels(*labels: str) -> str:
    return ", ".join(shown for shown in labels if shown)
