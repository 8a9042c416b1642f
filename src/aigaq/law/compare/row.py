"""Edits to rows: what a lawyer reads as one change is one row, however many units it touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from aigaq.law.compare.change import Change, ChangeKind, CopyDifference, Segment
from aigaq.law.compare.edit import Edit, EditKind
from aigaq.law.compare.match import Matching
from aigaq.law.compare.wording import count, law_text, mark, number_of_words, plain, quoted, segments, whole
from aigaq.law.structure.label import label
from aigaq.law.structure.number import order
from aigaq.law.structure.unit import HEADED, PERIPHERAL, Kind, Tree, Unit


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
        self.changes.sort(key=lambda row: row[0])

    def _pair(self, found: Touched) -> None:
        old, new = found.old, found.new
        assert old is not None
        assert new is not None
        if EditKind.MOVE not in found.edits and _lost_digit(self.matching, old, new, found.edits):
            self.copies.append(self._copy("marker", old, new))
        elif old.repealed != new.repealed:
            self._repeal(old, new)
        else:
            reword = found.edits.get(EditKind.REWORD)
            wording = reword.words if reword else segments(plain(old.text), plain(new.text))
            number = self._number(old, new, renumbered=EditKind.RENUMBER in found.edits)
            self._add(_kind(found), old, new, (*number, *wording), size=count(wording))

    def _number(self, old: Unit, new: Unit, *, renumbered: bool) -> tuple[Segment, ...]:
        padded = [f"{shown} " if shown else "" for shown in (mark(self.old, old), mark(self.new, new))]
        return whole(*padded) if renumbered else segments(*padded)

    def _repeal(self, old: Unit, new: Unit) -> None:
        """Report a unit of which only a stub is left, or that came back where a stub stood."""
        if new.repealed:
            text, size = self._subtree(old, self.old, self.matching.forth)
            self._add(ChangeKind.REPEALED, old, new, whole(text, ""), size=(size, 0), old_text=text)
        else:
            text, size = self._subtree(new, self.new, self.matching.back)
            self._add(ChangeKind.INSERTED, old, new, whole("", text), size=(0, size), new_text=text)

    def _came(self, unit: Unit) -> None:
        if unit.eid in self.told or self._told_above(unit, self.new, "new:"):
            return
        self.told.add(f"new:{unit.eid}")
        reason = self._periphery(unit, self.old)
        text, size = self._subtree(unit, self.new, self.matching.back)
        if reason:
            self.copies.append(CopyDifference(reason, (), (unit.eid,), label(self.new, unit), "", text))
        elif text:
            self._add(ChangeKind.INSERTED, None, unit, whole("", text), size=(0, size), new_text=text)

    def _went(self, unit: Unit) -> None:
        if self._told_above(unit, self.old, "old:"):
            return
        self.told.add(f"old:{unit.eid}")
        reason = self._periphery(unit, self.new)
        text, size = self._subtree(unit, self.old, self.matching.forth)
        if reason:
            self.copies.append(CopyDifference(reason, (unit.eid,), (), label(self.old, unit), text, ""))
        elif text:
            self._add(ChangeKind.REPEALED, unit, None, whole(text, ""), size=(size, 0), old_text=text)

    def _told_above(self, unit: Unit, tree: Tree, side: str) -> bool:
        return any(f"{side}{above.eid}" in self.told for above in tree.ancestors(unit))

    def _periphery(self, unit: Unit, other: Tree) -> str:
        """Return why a unit of one copy only is no change of the law; "" when it is one."""
        if unit.kind in PERIPHERAL:
            return "periphery"
        if unit.kind is Kind.PREAMBLE and not any(part.kind is Kind.PREAMBLE for part in other.root.children):
            return "preamble"
        return "stub" if unit.repealed and not unit.children else ""

    def _subtree(self, unit: Unit, tree: Tree, partners: dict[str, Unit]) -> tuple[str, int]:
        """Return the unit with all in it that came or went with it, one line a paragraph, and its words.

        A heading that stays when its article is repealed is quoted, but it is no change.
        """
        came = [part for part in unit.walk() if part is unit or part.eid not in partners]
        lines = [quoted(tree, part) for part in came]
        stays = unit.eid in partners and partners[unit.eid].key == unit.key
        size = sum(number_of_words(law_text(part)) for part in came[1 if stays else 0 :])
        return "\n".join(line for line in lines if line), size

    def _copy(self, reason: str, old: Unit, new: Unit) -> CopyDifference:
        shown = label(self.new, new)
        return CopyDifference(reason, (old.eid,), (new.eid,), shown, quoted(self.old, old), quoted(self.new, new))

    def _add(
        self,
        kind: ChangeKind,
        old: Unit | None,
        new: Unit | None,
        words: tuple[Segment, ...],
        *,
        size: tuple[int, int],
        old_text: str | None = None,
        new_text: str | None = None,
    ) -> None:
        """Add a row; a text that is not given is that of the unit alone."""
        unit, tree = (new, self.new) if new is not None else (old, self.old)
        assert unit is not None
        self._tell(old, new)
        change = Change(
            kind=kind,
            unit=unit.kind,
            old_eids=(old.eid,) if old is not None else (),
            new_eids=(new.eid,) if new is not None else (),
            old_label=label(self.old, old) if old is not None else "",
            new_label=label(self.new, new) if new is not None else "",
            old=_or_quoted(old_text, self.old, old),
            new=_or_quoted(new_text, self.new, new),
            words=words,
            deleted=size[0],
            inserted=size[1],
            group=group(tree, unit),
        )
        self.changes.append((self._place(old, new), change))

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


def _or_quoted(text: str | None, tree: Tree, unit: Unit | None) -> str:
    if text is not None:
        return text
    return quoted(tree, unit) if unit is not None else ""


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
