"""What differs between the copies and is no change: layout, typing, notes. Counted, and kept out of the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aigaq.law.compare.side import Matching
from aigaq.text.normalise import normalise


def apart(matching: Matching) -> Mapping[str, int]:
    """Return how many units, the same in law, differ in layout, in how they are typed, and in their notes.

    ``layout`` counts units whose line breaks or spaces differ; ``typing`` those with other look-alike letters,
    quotes, dashes or number signs; ``notes`` is the difference of the number of notes.
    """
    counts: Counter[str] = Counter()
    old = matching.old.tree
    for eid, new in matching.forth.items():
        unit = old.by_eid[eid] if eid else old.root
        if unit.text != new.text and unit.key == new.key:
            counts["layout" if unit.text.split() == new.text.split() else "typing"] += 1
            if unit.text.split() != new.text.split():
                counts.update(_kinds(unit.text, new.text))
    counts["notes_old"], counts["notes_new"] = len(old.notes), len(matching.new.tree.notes)
    return dict(sorted(counts.items()))


def _kinds(old: str, new: str) -> set[str]:
    """Return the kinds of fold by which two typings of one wording differ."""
    ours = Counter((fold.kind, fold.original) for fold in normalise(old).folds if fold.kind != "space")
    theirs = Counter((fold.kind, fold.original) for fold in normalise(new).folds if fold.kind != "space")
    kinds: set[str] = {kind for kind, _ in (ours - theirs) + (theirs - ours)}
    return kinds or {"spacing"}
