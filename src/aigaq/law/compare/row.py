"""Edits to rows: what a lawyer reads as one change is one row, however many units it touches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from aigaq.law.compare.change import Change, ChangeKind, CopyDifference
from aigaq.law.compare.edit import Edit, EditKind
from aigaq.law.compare.mute import mute_notes
from aigaq.law.compare.side import Matching
from aigaq.law.compare.told import Told, come, gone, moved, pair
from aigaq.law.compare.wording import quoted
from aigaq.law.structure.key import key
from aigaq.law.structure.label import label
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, PERIPHERAL, Action, Kind, Tree, Unit
from aigaq.text.fold import fold

_FIGURE = re.compile(r"\d+(?:[-.,]\d+)*")


@define(eq=False)
class Touched:
    """The edits of one pair of units, or of one unit that came or went."""

    old: Unit | None
    new: Unit | None
    edits: dict[EditKind, Edit] = field(factory=dict)


@define(eq=False)
class Rows:
    """Turns an edit script into rows and differences of the copies."""

    matching: Matching
    changes: list[tuple[float, Change]] = field(factory=list)
    copies: list[CopyDifference] = field(factory=list)
    told: set[str] = field(factory=set)
    moved: set[str] = field(factory=set)
    places: list[int] = field(factory=list)

    @property
    def old(self) -> Tree:
        """The old law."""
        return self.matching.old.tree

    @property
    def new(self) -> Tree:
        """The new law."""
        return self.matching.new.tree

    def read(self, edits: Sequence[Edit]) -> None:
        """Fill ``changes`` and ``copies`` from ``edits``."""
        touched = _by_unit(edits)
        for found in touched:
            if found.old is not None and found.new is not None:
                self._pair(found)
        for found in touched:
            if found.old is None and found.new is not None:
                self._came(found.new)
            elif found.new is None and found.old is not None:
                self._went(found.old)
        self._stubs()
        self._figures()
        self.copies += mute_notes(self.old, self.new)
        self.changes.sort(key=lambda row: row[0])

    def _stubs(self) -> None:
        """Report stubs that the copies word differently: they are no law, but nothing that differs is hidden."""
        shown = {eid for copy in self.copies for eid in copy.old_eids}
        for eid, new in self.matching.forth.items():
            old = self.old.by_eid[eid]
            stubs = old.repealed and new.repealed and not (old.key or new.key) and eid not in shown
            if stubs and key(old.text) != key(new.text):
                self.copies.append(self._copy("stub", old, new))

    def _figures(self) -> None:
        """Report numbers typed so that they may be read otherwise («1,5», «1, 5»; «13-15», «13 – 15»)."""
        for eid, new in self.matching.forth.items():
            old = self.old.by_eid[eid]
            typed = old.key and old.key == new.key and old.text != new.text
            if typed and _FIGURE.findall(fold(old.text)) != _FIGURE.findall(fold(new.text)):
                self.copies.append(self._copy("figures", old, new))

    def _pair(self, found: Touched) -> None:
        old, new = found.old, found.new
        assert old is not None
        assert new is not None
        if self._within_moved(new):
            return
        if EditKind.MOVE not in found.edits and _lost_digit(self.matching, old, new, found.edits):
            self.copies.append(self._copy("marker", old, new))
        elif old.repealed != new.repealed:
            self._repeal(old, new)
        elif old.repealed and new.key == old.key == "":
            self.copies.append(self._copy("stub", old, new))
        elif EditKind.MOVE in found.edits and new.kind not in HEADED:
            self.moved.add(new.eid)
            matching = self.matching
            told = moved(old, new, trees=(self.old, self.new), forth=matching.forth, back=matching.back)
            self._add(ChangeKind.MOVED, old, new, told)
        elif not self._reheaded(old, new, found):
            reword = found.edits.get(EditKind.REWORD)
            told = pair(
                old,
                new,
                trees=(self.old, self.new),
                wording=reword.words if reword else (),
                renumbered=EditKind.RENUMBER in found.edits,
            )
            self._add(_kind(found), old, new, told)

    def _within_moved(self, unit: Unit) -> bool:
        """Tell whether a unit stands in one that moved, whose row tells everything in it."""
        return bool(self.moved) and any(above.eid in self.moved for above in self.new.ancestors(unit))

    def _reheaded(self, old: Unit, new: Unit, found: Touched) -> bool:
        """Tell whether an article only stands under a heading that came, or lost one that went: that is its row."""
        if set(found.edits) != {EditKind.MOVE} or new.kind not in HEADED:
            return False
        return new.parent not in self.matching.back or old.parent not in self.matching.forth

    def _repeal(self, old: Unit, new: Unit) -> None:
        """Report a unit of which only a stub is left, or that came back where a stub stood."""
        if new.repealed:
            told = gone(old, self.old, partners=self.matching.forth, left=quoted(self.new, new))
            self._add(ChangeKind.REPEALED, old, new, told)
        else:
            told = come(new, self.new, partners=self.matching.back, stood=quoted(self.old, old))
            self._add(ChangeKind.INSERTED, old, new, told)

    def _came(self, unit: Unit) -> None:
        if self._told_above(unit, self.new, "new:") or self._within_moved(unit):
            return
        self.told.add(f"new:{unit.eid}")
        reason = _reason(unit, self.new, self.old)
        told = come(unit, self.new, partners=self.matching.back)
        if reason:
            self.copies.append(CopyDifference(reason, (), (unit.eid,), label(self.new, unit), "", told.new))
        elif told.new:
            self._add(ChangeKind.INSERTED, None, unit, told)

    def _went(self, unit: Unit) -> None:
        above = [self.matching.forth.get(step.eid) for step in self.old.ancestors(unit)]
        moved_away = any(partner is not None and partner.eid in self.moved for partner in above)
        if self._told_above(unit, self.old, "old:") or moved_away:
            return
        self.told.add(f"old:{unit.eid}")
        reason = _reason(unit, self.old, self.new)
        told = gone(unit, self.old, partners=self.matching.forth)
        if reason:
            self.copies.append(CopyDifference(reason, (unit.eid,), (), label(self.old, unit), told.old, ""))
        elif told.old:
            self._add(ChangeKind.REPEALED, unit, None, told)

    def _told_above(self, unit: Unit, tree: Tree, side: str) -> bool:
        return any(f"{side}{above.eid}" in self.told for above in tree.ancestors(unit))

    def _copy(self, reason: str, old: Unit, new: Unit) -> CopyDifference:
        shown = label(self.new, new)
        return CopyDifference(reason, (old.eid,), (new.eid,), shown, quoted(self.old, old), quoted(self.new, new))

    def _add(self, kind: ChangeKind, old: Unit | None, new: Unit | None, told: Told) -> None:
        unit = new if new is not None else old
        assert unit is not None
        self._tell(old, new)
        change = Change(
            kind=kind,
            unit=unit.kind,
            old_eids=(old.eid,) if old is not None else (),
            new_eids=(new.eid,) if new is not None else (),
            old_label=label(self.old, old) if old is not None else "",
            new_label=label(self.new, new) if new is not None else "",
            old=told.old,
            new=told.new,
            words=told.words,
            deleted=told.deleted,
            inserted=told.inserted,
            group=self._group(old, new),
        )
        self.changes.append((self._place(old, new), change))

    def _group(self, old: Unit | None, new: Unit | None) -> tuple[tuple[str, str], ...]:
        """Return the headings a row stands under: of what went, the new ones of whatever held it and is still there."""
        if new is not None:
            return group(self.new, new)
        assert old is not None
        for above in self.old.ancestors(old):
            partner = self.matching.forth.get(above.eid)
            if partner is not None and partner.kind in HEADED:
                return (*group(self.new, partner), (partner.eid, quoted(self.new, partner)))
        return group(self.old, old)

    def _tell(self, old: Unit | None, new: Unit | None) -> None:
        """Remember whose inside a row tells: that of a unit repealed to a stub, or of one that came back."""
        if old is not None and new is not None:
            self.told |= {f"old:{old.eid}"} if new.repealed else set()
            self.told |= {f"new:{new.eid}"} if old.repealed else set()

    def _place(self, old: Unit | None, new: Unit | None) -> float:
        """Return where a row stands: at its new unit, or after the unit that stood before what went."""
        if new is not None:
            return float(self.matching.new.index[new.eid])
        assert old is not None
        return self._last_place()[self.matching.old.index[old.eid]] + 0.5

    def _last_place(self) -> list[int]:
        """Return, for each old unit, where the last unit before it that has a partner stands in the new text."""
        if not self.places:
            last = -1
            for unit in self.old.units:
                partner = self.matching.forth.get(unit.eid)
                last = self.matching.new.index[partner.eid] if partner is not None else last
                self.places.append(last)
        return self.places


def _by_unit(edits: Sequence[Edit]) -> list[Touched]:
    found: dict[str, Touched] = {}
    for edit in edits:
        name = f"old:{edit.old.eid}" if edit.old is not None else f"new:{edit.new.eid if edit.new else ''}"
        found.setdefault(name, Touched(edit.old, edit.new)).edits[edit.kind] = edit
    return list(found.values())


def _kind(found: Touched) -> ChangeKind:
    if EditKind.MOVE in found.edits:
        return ChangeKind.MOVED
    return ChangeKind.RENUMBERED if EditKind.RENUMBER in found.edits else ChangeKind.REWORDED


def _reason(unit: Unit, tree: Tree, other: Tree) -> str:
    """Return why a unit of one copy only is no change of the law; "" when it is one."""
    if unit.kind in PERIPHERAL:
        return "periphery"
    if unit.kind is Kind.PREAMBLE and not any(part.kind is Kind.PREAMBLE for part in other.root.children):
        return "" if _told_of_preamble(tree, other) else "preamble"
    if unit.repealed and not unit.children:
        return "stub"
    return "doubled" if _doubled(unit, tree) else ""


def _told_of_preamble(*trees: Tree) -> bool:
    """Tell whether a note calls the preamble inserted or repealed: then its absence is no fault of a copy."""
    acts = (Action.INSERTED, Action.REPEALED)
    return any(entry.target == "preamble" and entry.action in acts for tree in trees for entry in tree.ledger)


def _doubled(unit: Unit, tree: Tree) -> bool:
    """Tell whether a heading with nothing under it stands in its copy again, with the same number."""
    if unit.kind not in HEADED or unit.children:
        return False
    same = (unit.kind, unit.number, unit.key)
    return any(twin is not unit and (twin.kind, twin.number, twin.key) == same for twin in tree.units)


def group(tree: Tree, unit: Unit) -> tuple[tuple[str, str], ...]:
    """Return the headed units that ``unit`` stands in, outermost first, as ``(eid, heading line)``."""
    above = [step for step in tree.ancestors(unit) if step.kind in HEADED]
    return tuple((step.eid, quoted(tree, step)) for step in reversed(above))


def _lost_digit(matching: Matching, old: Unit, new: Unit, edits: dict[EditKind, Edit]) -> bool:
    """Tell whether two numbers of one unit differ by a digit that one copy lost (law-kz, trap 11).

    Only where the wording is the same, one number is the other less some digits, and the shorter one breaks the
    order of its siblings while the longer keeps it.
    """
    if set(edits) != {EditKind.RENUMBER} or old.kind is not new.kind or not old.number or not new.number:
        return False
    short, long = sorted(
        ((old.number, matching.old.tree, old), (new.number, matching.new.tree, new)), key=lambda s: len(s[0])
    )
    if len(short[0]) == len(long[0]) or not _within(short[0], long[0]):
        return False
    return not _in_order(short[1], short[2]) and _in_order(long[1], long[2])


def _within(short: str, long: str) -> bool:
    rest: Iterator[str] = iter(long)
    return all(digit in rest for digit in short)


def _in_order(tree: Tree, unit: Unit) -> bool:
    brothers = [child for child in tree.by_eid[unit.parent].children if child.kind is unit.kind]
    at = next(at for at, child in enumerate(brothers) if child is unit)
    before = order(brothers[at - 1].number) if at else ()
    after = order(brothers[at + 1].number) if at + 1 < len(brothers) else (10**9,)
    return before < order(unit.number) < after
