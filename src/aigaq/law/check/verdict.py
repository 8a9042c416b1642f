"""What is wrong with one row: the wording in force, the proposed one, or the change that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from aigaq.law.check.cell import Says
from aigaq.law.check.difference import difference, somewhere
from aigaq.law.check.facts import Facts
from aigaq.law.check.finding import Code, Finding
from aigaq.law.check.place import Hunk
from aigaq.law.check.scope import Scope
from aigaq.law.check.shown import Shown
from aigaq.law.check.stream import Law
from aigaq.law.check.table import OfficialRow
from aigaq.law.compare.wording import quoted, segments
from aigaq.law.structure.key import key
from aigaq.law.structure.label import label
from aigaq.law.structure.unit import HEADED, Kind, Unit
from aigaq.values import Message


@frozen(eq=False)
class Seen:
    """A row with all that was found out about it.

    Args:
        row: The row.
        scope: Which part of the laws it is about.
        old: What its wording in force shows.
        new: What its proposed wording shows.
        removed: Units of the old law that it says are taken out.
        facts: What the act does.
    """

    row: OfficialRow
    scope: Scope
    old: Shown
    new: Shown
    removed: tuple[Unit, ...]
    facts: Facts

    @property
    def eids(self) -> tuple[str, ...]:
        """The units that the row names or quotes."""
        units = (unit.eid for unit in (*self.scope.new.units, *self.scope.old.units))
        return tuple(dict.fromkeys((*units, *self.new.eids, *self.old.eids)))

    @property
    def changes(self) -> tuple[int, ...]:
        """Indices of the changes in the units that the row quotes, or else names."""
        quoted_units = self.old.eids or self.new.eids
        old = self.old.eids if quoted_units else [i.eid for u in self.scope.old.units for i in u.walk()]
        new = self.new.eids if quoted_units else [i.eid for u in self.scope.new.units for i in u.walk()]
        return self.facts.changes((*old, *(unit.eid for unit in self.removed)), new)

    @property
    def kept(self) -> tuple[Unit, ...]:
        """Units of the old law that the row says are taken out, and that the act does not take out."""
        return tuple(unit for unit in self.removed if not self.facts.gone(unit) and not unit.repealed)

    @property
    def known(self) -> tuple[Unit, ...]:
        """Units of the new law that the row says are new, and that the law in force has."""
        if self.old.says is not Says.NOTHING or self.new.says is Says.NOTHING:
            return ()
        units = self.scope.new.units
        if self.scope.by_words or self.new.wording.gaps:
            quoted_whole = (self.facts.new.tree.by_eid[eid] for eid in self.new.eids if eid in self.new.whole)
            units = tuple(unit for unit in quoted_whole if unit.kind not in HEADED)
        return tuple(unit for unit in units if not self.facts.inserted(unit))


def findings(seen: Seen) -> Iterator[Finding]:
    """Yield what is wrong with a row."""
    if not seen.scope.found:
        yield _not_found(seen)
        return
    old, new = list(_old(seen)), list(_new(seen))
    if old and new and key(seen.row.old) == key(seen.row.new):
        new = []
    if new and old and seen.old.outside and seen.new.outside and not (seen.old.wrong or seen.new.wrong):
        old = []
    yield from new[:1]
    yield from old[:1]


def removed(scope: Scope, *, old: Shown, new: Shown) -> tuple[Unit, ...]:
    """Return the units of the old law that a row says are taken out."""
    gone = [piece.gone for piece in new.wording.pieces if piece.gone]
    if gone:
        return tuple(unit for number in gone for unit in _numbered(number, scope, old))
    if new.says is not Says.NOTHING or (old.says is Says.NOTHING and not scope.old.units):
        return ()
    named = scope.old.units
    partly = old.wording.gaps and any(unit.kind in HEADED for unit in named)
    if scope.by_words or partly or not named:
        return _quoted_whole(old) or (() if scope.by_words else named)
    return named


def _numbered(number: str, scope: Scope, old: Shown) -> Iterator[Unit]:
    """Yield the unit with a number («3)»): the one that the row names, else one that it quotes or may quote."""
    bare, closed = number.rstrip(".)"), number[-1:]
    kinds = {")": {Kind.SUBPOINT}, ".": {Kind.POINT, Kind.ARTICLE}}.get(closed, set(Kind))
    named = [inner for unit in scope.old.units for inner in unit.walk()]
    quotable = [paragraph.unit for paragraph in old.part.stream.paragraphs]
    for units in (named, quotable):
        fitting = [unit for unit in units if unit.number == bare and unit.kind in kinds]
        if fitting:
            yield next((unit for unit in fitting if unit.eid in old.eids), fitting[0])
            return


def _quoted_whole(old: Shown) -> tuple[Unit, ...]:
    """Return the units that a cell quotes with everything in them."""
    units = [paragraph.unit for paragraph in old.part.stream.paragraphs if paragraph.unit.eid in old.whole]
    whole = {unit.eid for unit in units}
    return tuple(unit for unit in units if all(inner.eid in whole for inner in unit.walk()))


def _not_found(seen: Seen) -> Finding:
    found = _finding(seen, Code.UNIT_NOT_FOUND)
    reason = Message("neither text has this unit")
    if found.label:
        reason = Message("neither text has this unit; the wording is that of {unit}", unit=found.label)
    return evolve(found, stands=seen.row.new or seen.row.old, reason=reason)


def _old(seen: Seen) -> Iterator[Finding]:
    """Yield what is wrong with the wording in force."""
    side = seen.old
    if side.says is Says.NOTHING:
        yield from _said_absent(seen)
    elif side.wrong:
        yield _misquoted(seen, side, Code.MISQUOTED_OLD, seen.facts.old)
    elif side.outside and not seen.scope.by_words and seen.scope.old.units:
        yield _elsewhere(seen, side, Code.MISQUOTED_OLD)
    else:
        yield from _left_out(seen, side, seen.new, Code.MISQUOTED_OLD)


def _new(seen: Seen) -> Iterator[Finding]:
    """Yield what is wrong with the proposed wording."""
    side, facts = seen.new, seen.facts
    if seen.kept:
        yield _said_removed(seen, seen.kept[0])
    elif side.wrong:
        code = Code.MISQUOTED_NEW if seen.changes else Code.INVENTED
        yield _misquoted(seen, side, code, facts.new)
    elif side.outside and not seen.scope.by_words and seen.scope.new.units:
        yield _elsewhere(seen, side, Code.MISQUOTED_NEW)
    elif side.says is Says.WORDING:
        yield from _left_out(seen, side, seen.old, Code.MISQUOTED_NEW if seen.changes else Code.INVENTED)


def _said_absent(seen: Seen) -> Iterator[Finding]:
    """Yield the finding for a unit that the table calls new although the law has it."""
    if not seen.known:
        return
    unit = seen.known[0]
    before = seen.facts.matching.back[unit.eid]
    touched = seen.facts.changes([before.eid], [unit.eid])
    yield evolve(
        _finding(seen, Code.MISQUOTED_OLD if touched else Code.INVENTED, unit),
        stands=seen.row.old,
        old=_all(seen.facts.old, before),
        new=_all(seen.facts.new, unit),
        reason=Message("the table says that there is no such unit, and the law in force has it"),
        changes=touched,
    )


def _said_removed(seen: Seen, unit: Unit) -> Finding:
    """Return the finding for a unit that the table takes out although the act does not."""
    facts = seen.facts
    partner = facts.matching.forth.get(unit.eid)
    new = [inner.eid for inner in partner.walk()] if partner else []
    touched = facts.changes([inner.eid for inner in unit.walk()], new)
    return evolve(
        _finding(seen, Code.MISQUOTED_NEW if touched else Code.INVENTED, partner or unit),
        stands=seen.row.new,
        old=_all(facts.old, unit),
        new=_all(facts.new, partner) if partner else "",
        reason=Message("the table says that this unit is taken out, and the act does not take it out"),
        changes=touched,
    )


def _misquoted(seen: Seen, side: Shown, code: Code, law: Law) -> Finding:
    """Return the finding for words that differ, with the first difference."""
    hunk = side.wrong[0]
    stream = side.part.stream
    here = stream.paragraphs[stream.number(hunk.first)].unit if len(stream) and somewhere(side, hunk) else None
    unit = here or next(iter(side.part.units or seen.scope.units), None)
    return evolve(
        _finding(seen, code, unit),
        stands=seen.row.new if side is seen.new else seen.row.old,
        old=_law(seen.facts.old, unit, seen.facts.matching.back, law is seen.facts.old),
        new=_law(seen.facts.new, unit, seen.facts.matching.forth, law is seen.facts.new),
        words=difference(hunk, side),
        differences=len(side.wrong),
        reason=_why(hunk, here),
        changes=seen.changes,
    )


def _why(hunk: Hunk, here: Unit | None) -> Message:
    if hunk.piece is None:
        return Message("words are left out without a sign")
    return Message("the words differ") if here else Message("no such words are there")


def _elsewhere(seen: Seen, side: Shown, code: Code) -> Finding:
    """Return the finding for a row that names one unit and quotes another."""
    law = seen.facts.new if side is seen.new else seen.facts.old
    unit = law.tree.by_eid[side.eids[0]]
    return evolve(
        _finding(seen, code, side.part.units[0]),
        stands=seen.row.new if side is seen.new else seen.row.old,
        old=_law(seen.facts.old, side.part.units[0], seen.facts.matching.back, law is seen.facts.old),
        new=_law(seen.facts.new, side.part.units[0], seen.facts.matching.forth, law is seen.facts.new),
        differences=1,
        reason=Message("this is the wording of another unit: {unit}", unit=label(law.tree, unit)),
        changes=seen.changes,
    )


def _left_out(seen: Seen, side: Shown, other: Shown, code: Code) -> Iterator[Finding]:
    """Yield the finding for a paragraph that one side quotes whole and the other lacks, with no sign of a gap."""
    if side.says is not Says.WORDING or other.says is not Says.WORDING or side.wording.gaps or other.wrong:
        return
    facts = seen.facts
    partners = facts.matching.forth if side is seen.new else facts.matching.back
    law = facts.new if side is seen.new else facts.old
    for eid in other.eids:
        unit = partners.get(eid)
        touched = facts.changes([eid], ()) if side is seen.new else facts.changes((), [eid])
        if unit is None or touched or unit.eid in side.eids or eid not in other.whole or unit.kind in HEADED:
            continue
        if not _at_home(unit, side):
            continue
        if unit.repealed or not law.paragraph(unit).signs or any(u.eid == eid for u in seen.removed):
            continue
        text = quoted(law.tree, unit)
        yield evolve(
            _finding(seen, code, unit),
            stands=seen.row.new if side is seen.new else seen.row.old,
            old=text,
            new=text,
            words=segments(text, ""),
            differences=1,
            reason=Message("words are left out without a sign"),
            changes=seen.changes,
        )
        return


def _at_home(unit: Unit, side: Shown) -> bool:
    """Tell whether a unit is one that the row names, or stands in one; what these stand in is quoted or not."""
    spans = side.part.stream.spans({unit.eid})
    return any(first <= start < last for start, _ in spans for first, last in side.part.home)


def _finding(seen: Seen, code: Code, unit: Unit | None = None) -> Finding:
    """Return a finding that says which unit it is about and where its row stands."""
    found = unit or next(iter(seen.scope.units), None)
    new, old = seen.facts.new.tree, seen.facts.old.tree
    tree = new if found is not None and new.by_eid.get(found.eid) is found else old
    return Finding(
        code,
        eid=found.eid if found else "",
        label=label(tree, found) if found else "",
        place=seen.row.place,
        number=seen.row.number,
        named=seen.row.unit,
    )


def _law(law: Law, unit: Unit | None, partners: dict[str, Unit], own: bool) -> str:
    """Return the own wording of a unit in one of the laws; "" where it has none."""
    found = unit if own or unit is None else partners.get(unit.eid)
    return quoted(law.tree, found) if found is not None else ""


def _all(law: Law, unit: Unit) -> str:
    """Return a unit with everything in it, one line a paragraph."""
    return "\n".join(filter(None, (quoted(law.tree, inner) for inner in unit.walk())))
