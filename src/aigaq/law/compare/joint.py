"""One unit into two, two into one: splits and merges, seen after single rows are made."""

from __future__ import annotations

from attrs import evolve

from aigaq.law.compare.change import Change, ChangeKind
from aigaq.law.compare.wording import count, law_text, segments
from aigaq.law.structure.unit import Tree
from aigaq.text.align import common_length
from aigaq.text.tokens import token_keys

SHARED = 0.85
"""Share of the words of the whole that its parts must give back, in order."""

PART = 0.6
"""Share of the words of the part that must come from the whole."""

SHORTEST = 4
"""A part of fewer words proves nothing."""


def join(changes: list[tuple[float, Change]], *, old: Tree, new: Tree) -> list[tuple[float, Change]]:
    """Return the rows with each split, and each merge, as one row.

    A split is a reworded unit next to an inserted one that together hold the old wording; a merge is its mirror.

    Args:
        changes: The rows with their places.
        old: The old law.
        new: The new law.
    """
    rows = list(changes)
    for kind, other in ((ChangeKind.SPLIT, ChangeKind.INSERTED), (ChangeKind.MERGED, ChangeKind.REPEALED)):
        at = 0
        while at + 1 < len(rows):
            joined = _join(rows[at][1], rows[at + 1][1], kind, other)
            if joined is not None:
                rows[at : at + 2] = [(rows[at][0], _sized(joined, old, new))]
            at += 1
    return rows


def _join(first: Change, second: Change, kind: ChangeKind, other: ChangeKind) -> Change | None:
    """Return the row that two neighbours make together, if they do."""
    pair = {first.kind, second.kind}
    if pair != {ChangeKind.REWORDED, other} or first.group != second.group:
        return None
    reworded, part = (first, second) if first.kind is ChangeKind.REWORDED else (second, first)
    split = kind is ChangeKind.SPLIT
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
