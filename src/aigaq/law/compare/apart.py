"""What differs between the copies and is no change: layout, typing, notes. Counted, and kept out of the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aigaq.law.compare.side import Matching
from aigaq.text.alphabets import LOOKALIKES
from aigaq.text.fold import APOSTROPHES, DASHES, INVISIBLE, QUOTES

_SIGNS = {
    "quote": QUOTES + APOSTROPHES + "\"'",
    "dash": DASHES + "-",
    "invisible": INVISIBLE,
    "number-sign": "№",
    "lookalike": "".join(LOOKALIKES),
}
"""Signs that are typed in several ways; another count of one of them says in what two copies differ."""


def apart(matching: Matching) -> Mapping[str, int]:
    """Return how many units, the same in law, differ in layout, in how they are typed, and in their notes.

    ``layout`` counts units whose line breaks or spaces differ; ``typing`` those with other look-alike letters,
    quotes, dashes or number signs; ``notes`` is the difference of the number of notes.
    """
    counts: Counter[str] = Counter()
    old = matching.old.tree
    for eid, new in matching.forth.items():
        unit = old.by_eid[eid] if eid else old.root
        if unit.text != new.text and unit.key == new.key and not unit.repealed:
            counts["layout" if unit.text.split() == new.text.split() else "typing"] += 1
            if unit.text.split() != new.text.split():
                counts.update(_kinds(unit.text, new.text))
    counts["notes_old"], counts["notes_new"] = len(old.notes), len(matching.new.tree.notes)
    return dict(sorted(counts.items()))


def _kinds(old: str, new: str) -> set[str]:
    """Return in what two typings of one wording differ."""
    if "".join(old.split()) == "".join(new.split()):
        return {"spacing"}
    found = {kind for kind, signs in _SIGNS.items() if any(old.count(sign) != new.count(sign) for sign in signs)}
    return found or {"lookalike"}
