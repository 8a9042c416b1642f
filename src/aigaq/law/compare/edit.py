"""The edit script: what, unit by unit, turns the old law into the new one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from aigaq.law.compare.change import Segment
from aigaq.law.compare.side import Matching
from aigaq.law.compare.wording import law_text, segments, whole
from aigaq.law.structure.unit import Unit
from aigaq.text.align import rising


class EditKind(StrEnum):
    """What one edit does to one unit. A repeal, or its undoing, edits no word: it says what the other edits mean."""

    DELETE = "delete"
    INSERT = "insert"
    REWORD = "reword"
    RENUMBER = "renumber"
    MOVE = "move"
    REPEAL = "repeal"


@frozen
class Edit:
    """One edit of one unit.

    Args:
        kind: What it does.
        old: The unit in the old law; None for an insertion.
        new: The unit in the new law; None for a deletion.
        words: For a rewording or an insertion: words out and words in; joined, they are the wordings.
        parent: For an insertion or a move: where it goes, as ``"old:eid"`` or ``"new:eid"``.
        after: The sibling it follows, written likewise; "" for the first.
    """

    kind: EditKind
    old: Unit | None
    new: Unit | None
    words: tuple[Segment, ...] = ()
    parent: str = ""
    after: str = ""


def script(matching: Matching) -> list[Edit]:
    """Return the edits: deletions in the order of the old law, then the rest in the order of the new one."""
    edits = [Edit(EditKind.DELETE, unit, None) for unit in matching.old.tree.units if unit.eid not in matching.forth]
    stays = _stays(matching)
    for unit in matching.new.tree.units:
        old = matching.back.get(unit.eid)
        if old is None:
            edits.append(_placed(EditKind.INSERT, None, unit, matching))
        elif old.eid not in matching.whole or _outermost(matching, old):
            edits += _of_pair(old, unit, matching, moves=unit.eid not in stays)
    return edits


def _outermost(matching: Matching, old: Unit) -> bool:
    """Tell whether an unchanged subtree begins here: only its own number and place can differ."""
    return old.parent not in matching.whole


def _of_pair(old: Unit, new: Unit, matching: Matching, *, moves: bool) -> list[Edit]:
    edits = []
    if old.repealed != new.repealed:
        edits.append(Edit(EditKind.REPEAL, old, new))
    if old.key != new.key:
        edits.append(Edit(EditKind.REWORD, old, new, segments(law_text(old), law_text(new))))
    if (old.number, old.kind) != (new.number, new.kind):
        edits.append(Edit(EditKind.RENUMBER, old, new))
    if moves:
        edits.append(_placed(EditKind.MOVE, old, new, matching))
    return edits


def _placed(kind: EditKind, old: Unit | None, new: Unit, matching: Matching) -> Edit:
    by_eid = matching.new.tree.by_eid
    before = matching.new.before.get(new.eid)
    after = _name(before, matching) if before is not None else ""
    words = whole("", law_text(new)) if kind is EditKind.INSERT else ()
    return Edit(kind, old, new, words, _name(by_eid[new.parent], matching), after)


def _name(unit: Unit, matching: Matching) -> str:
    old = matching.back.get(unit.eid)
    return f"new:{unit.eid}" if old is None else f"old:{old.eid}"


def _stays(matching: Matching) -> set[str]:
    """Return the new units whose old self had the same parent and the same order among those that stay."""
    stays: set[str] = {""}
    for unit in matching.new.tree.units:
        if unit.children:
            stays.update(_in_order(unit, matching))
    return stays


def _in_order(parent: Unit, matching: Matching) -> Sequence[str]:
    old_parent = matching.back.get(parent.eid)
    if old_parent is None:
        return ()
    if old_parent.eid in matching.whole:
        return [child.eid for child in parent.children]
    kept = [
        (child.eid, matching.old.index[old.eid])
        for child in parent.children
        if (old := matching.back.get(child.eid)) is not None and old.parent == old_parent.eid
    ]
    return [kept[at][0] for at in rising([place for _, place in kept])]
