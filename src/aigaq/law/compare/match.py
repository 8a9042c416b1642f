"""Which unit of the new law is which unit of the old one.

From the outside in: headed units first, then the articles of the whole act, then the children of every pair.
Among siblings a unit that is the same to the last word keeps its partner first; then equal numbers; then likeness.
What is left is sought in the whole law: a unit that left one place and came back in another has moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from aigaq.law.compare.alike import match_alike
from aigaq.law.compare.side import ABOVE_ARTICLE, Matching, Side, body
from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree, Unit

ALIKE = 0.5
"""Siblings with more than this share of common words may be one unit reworded."""

MOVED_ALIKE = 0.75
"""Units of different places must be more alike than siblings to be called moved."""

MOVED_WORDS = 5
"""Shorter units are common phrases («исключительные случаи;») and are not called moved."""


def match(old: Tree, new: Tree) -> Matching:
    """Return which unit is which."""
    matching = Matching(Side(old), Side(new))
    matching.pair(old.root, new.root)
    _same(matching, _edge(old), _edge(new))
    _title(matching)
    for kind in (*ABOVE_ARTICLE, Kind.ARTICLE):
        _siblings(matching, _of(old, kind), _of(new, kind))
    for unit, partner in _pairs(matching):
        _inside(matching, unit, partner)
    _moved(matching)
    for unit, partner in _pairs(matching):
        _same_number(matching, unit, partner)
    for kind in (*ABOVE_ARTICLE, Kind.ARTICLE):
        _by_number(matching, _of(old, kind), _of(new, kind))
    return matching


def _of(tree: Tree, kind: Kind) -> list[Unit]:
    return [unit for unit in tree.units if unit.kind is kind]


def _edge(tree: Tree) -> list[Unit]:
    """Return the front matter, contents and signature of a copy."""
    return [unit for unit in tree.root.children if unit.kind in PERIPHERAL]


def _title(matching: Matching) -> None:
    """Match the titles of the act: where both copies state one and the words differ, the law was renamed."""
    old, new = (_stating_title(side.tree) for side in (matching.old, matching.new))
    if old is None or new is None or old.eid in matching.forth or new.eid in matching.back:
        return
    if old.key.casefold() != new.key.casefold():
        matching.pair(old, new)


def _stating_title(tree: Tree) -> Unit | None:
    found = (unit for unit in _edge(tree) if unit.kind is Kind.FRONT)
    return next((unit for unit in found if " ".join(unit.text.split()) == tree.title.value), None)


def _pairs(matching: Matching) -> list[tuple[Unit, Unit]]:
    by_eid = matching.old.tree.by_eid
    return [(by_eid[eid], partner) for eid, partner in matching.forth.items() if eid not in matching.whole]


def _inside(matching: Matching, old: Unit, new: Unit) -> None:
    """Match what stands inside a pair, and inside the pairs found there."""
    if old.eid in matching.whole:
        return
    if _alike_to_the_last_word(matching, old, new):
        for ours, theirs in zip(matching.old.subtree(old), matching.new.subtree(new), strict=True):
            matching.pair(ours, theirs)
            matching.whole.add(ours.eid)
        return
    _siblings(matching, body(old), body(new))
    for child in body(old):
        partner = matching.forth.get(child.eid)
        if partner is not None:
            _inside(matching, child, partner)


def _alike_to_the_last_word(matching: Matching, old: Unit, new: Unit) -> bool:
    """Tell whether two units are the same with all in them, and none of it has another partner already."""
    if matching.old.digest[old.eid] != matching.new.digest[new.eid]:
        return False
    if not (_holds_no_more(old) and _holds_no_more(new)):
        return False
    pairs = zip(matching.old.subtree(old), matching.new.subtree(new), strict=True)
    return all(
        matching.forth.get(ours.eid, theirs) is theirs and matching.back.get(theirs.eid, ours) is ours
        for ours, theirs in pairs
    )


def _holds_no_more(unit: Unit) -> bool:
    """Tell whether the digest of a unit says everything about it: nothing inside is matched by itself."""
    return all(child.kind not in HEADED and child.kind not in PERIPHERAL for child in unit.children)


def _siblings(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match two lists of units of one rank: the same, then the same under another number, then the alike."""
    _same(matching, ours, theirs)
    ours, theirs = matching.unmatched_old(ours), matching.unmatched_new(theirs)
    if ours and theirs:
        _same_opening(matching, ours, theirs)
        _same_heading(matching, matching.unmatched_old(ours), matching.unmatched_new(theirs))
        _same_content(matching, matching.unmatched_old(ours), matching.unmatched_new(theirs))
        match_alike(matching, ours=matching.unmatched_old(ours), theirs=matching.unmatched_new(theirs), least=ALIKE)


def _same(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one number and one content; where that is not unique, in their order."""
    waiting: dict[tuple[Kind, str, int], list[Unit]] = defaultdict(list)
    for unit in reversed(theirs):
        if unit.eid not in matching.back:
            waiting[matching.new.same(unit)].append(unit)
    for unit in ours:
        if unit.eid not in matching.forth and waiting.get(matching.old.same(unit)):
            matching.pair(unit, waiting[matching.old.same(unit)].pop())


def _same_opening(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one number whose own wording is the same, whatever changed inside them."""
    waiting = {(unit.kind, unit.number, unit.key): unit for unit in theirs if unit.number and unit.key}
    for unit in ours:
        partner = waiting.pop((unit.kind, unit.number, unit.key), None)
        if partner is not None:
            matching.pair(unit, partner)


def _same_heading(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match headed units whose heading is found once on either side, under whatever number."""
    here, there = _by_heading(ours), _by_heading(theirs)
    for heading, unit in here.items():
        if heading in there:
            matching.pair(unit, there[heading])


def _by_heading(units: Sequence[Unit]) -> dict[tuple[Kind, str], Unit]:
    headed = [unit for unit in units if unit.kind in HEADED and " " in unit.key]
    counts = Counter((unit.kind, unit.key) for unit in headed)
    return {(unit.kind, unit.key): unit for unit in headed if counts[unit.kind, unit.key] == 1}


def _same_content(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    """Match units of one content where the content is unique on both sides."""
    here = _unique(matching.old, ours)
    there = _unique(matching.new, theirs)
    for digest, unit in here.items():
        if digest in there:
            matching.pair(unit, there[digest])


def _unique(side: Side, units: Sequence[Unit]) -> dict[int, Unit]:
    counts = Counter(side.digest[unit.eid] for unit in units)
    return {
        side.digest[unit.eid]: unit
        for unit in units
        if counts[side.digest[unit.eid]] == 1 and (unit.key or unit.children)
    }


def _moved(matching: Matching) -> None:
    """Match what left one place and came back in another, outermost units first."""
    ours, theirs = _left_over(matching.old, matching.forth), _left_over(matching.new, matching.back)
    if not ours or not theirs:
        return
    _same_content(matching, ours, theirs)
    for unit in ours:
        partner = matching.forth.get(unit.eid)
        if partner is not None:
            _inside(matching, unit, partner)
    ours, theirs = matching.unmatched_old(ours), matching.unmatched_new(theirs)
    match_alike(matching, ours=ours, theirs=theirs, least=MOVED_ALIKE)
    for unit in ours:
        partner = matching.forth.get(unit.eid)
        if partner is not None:
            _inside(matching, unit, partner)


def _left_over(side: Side, partners: dict[str, Unit]) -> list[Unit]:
    return [
        unit
        for unit in side.tree.units
        if unit.eid not in partners
        and unit.kind not in HEADED
        and unit.kind not in PERIPHERAL
        and side.bag(unit).total() >= MOVED_WORDS
    ]


def _same_number(matching: Matching, old: Unit, new: Unit) -> None:
    """Match siblings that are left over and bear one number: one was put in the place of the other."""
    _by_number(matching, body(old), body(new))


def _by_number(matching: Matching, ours: Sequence[Unit], theirs: Sequence[Unit]) -> None:
    left = matching.unmatched_old(ours)
    if not left:
        return
    waiting = {(unit.kind, unit.number): unit for unit in matching.unmatched_new(theirs) if unit.number}
    for unit in left:
        partner = waiting.pop((unit.kind, unit.number), None)
        if partner is not None:
            matching.pair(unit, partner)
            _inside(matching, unit, partner)
            _same_number(matching, unit, partner)
