"""What all rows together show of both laws, and which changes they therefore tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from attrs import define, field, frozen

from aigaq.law.check.cell import Says
from aigaq.law.check.shown import Shown
from aigaq.law.check.stream import Law, Place
from aigaq.law.check.told import Edit, Told
from aigaq.law.structure.unit import Unit


class Share(Enum):
    """How much of a change is told."""

    ALL = auto()
    SOME = auto()
    NONE = auto()


@frozen
class Telling:
    """How much of a change is told, and which of its edits are not."""

    share: Share
    untold: tuple[Edit, ...] = ()


@define
class Cover:
    """What the rows show.

    Args:
        old: Signs of the law in force.
        new: Signs of the law after the act.
        joints: Places of the new law at which a row shows that nothing stands between.
        removed: Units of the old law that a row says are taken out.
        plain: Units of the old law quoted by a row whose proposed wording leaves nothing out.
    """

    old: set[Place] = field(factory=set)
    new: set[Place] = field(factory=set)
    joints: set[Place] = field(factory=set)
    removed: set[str] = field(factory=set)
    plain: set[str] = field(factory=set)

    def add(self, old: Shown, new: Shown, *, removed: Iterable[Unit], laws: tuple[Law, Law]) -> None:
        """Take in a row.

        Args:
            old: What its wording in force shows.
            new: What its proposed wording shows.
            removed: Units of the old law that it says are taken out.
            laws: The law in force and the law after the act.
        """
        self.old |= old.signs | _numbers(old, laws[0])
        self.new |= new.signs | _numbers(new, laws[1])
        self.joints |= new.joints
        self.removed.update(inner.eid for unit in removed for inner in unit.walk())
        if new.says is Says.WORDING and not new.wording.gaps:
            self.plain.update(old.eids)

    def deny(self, old: Iterable[Unit], new: Iterable[Unit], *, laws: tuple[Law, Law]) -> None:
        """Take in units of which a row says wrongly that they are not there: that is a finding, and told once.

        Args:
            old: Units of the law in force.
            new: Units of the law after the act.
            laws: The law in force and the law after the act.
        """
        self.old |= _all(old, laws[0])
        signs = _all(new, laws[1])
        self.new |= signs
        self.joints |= signs | {(eid, at + 1) for eid, at in signs}

    def tells(self, one: Told) -> Telling:
        """Return how much of a change the rows tell."""
        if not one.edits:
            return self._moved(one)
        shares = [self._edit(edit) for edit in one.edits]
        untold = tuple(edit for edit, share in zip(one.edits, shares, strict=True) if share is not Share.ALL)
        if not untold:
            return Telling(Share.ALL)
        whole = all(share is Share.NONE for share in shares)
        return Telling(Share.NONE if whole else Share.SOME, untold)

    def _moved(self, one: Told) -> Telling:
        """Return how much is told of a unit that only stands elsewhere now: that it left, and that it came."""
        left = bool(one.old & self.removed) or any(eid in one.old for eid, _ in self.old)
        came = any(eid in one.new for eid, _ in self.new)
        return Telling(Share.ALL if left and came else Share.SOME if left or came else Share.NONE)

    def _edit(self, edit: Edit) -> Share:
        out = all(place in self.old or place[0] in self.removed for place in edit.old)
        if not edit.new:
            return Share.ALL if out and self._gone(edit) else Share.NONE
        come = sum(place in self.new for place in edit.new)
        if not come:
            return Share.NONE
        return Share.ALL if out and come == len(edit.new) else Share.SOME

    def _gone(self, edit: Edit) -> bool:
        """Tell whether a row shows that words are gone: it says so, or shows what now stands there side by side."""
        eids = {eid for eid, _ in edit.old}
        if eids <= self.removed or edit.joint in self.joints:
            return True
        return edit.joint is None and eids <= self.plain


def _all(units: Iterable[Unit], law: Law) -> set[Place]:
    """Return the signs of units with everything in them."""
    inside = {inner.eid: inner for unit in units for inner in unit.walk()}
    return {(eid, at) for eid, unit in inside.items() for at in range(len(law.paragraph(unit).signs))}


def _numbers(side: Shown, law: Law) -> set[Place]:
    """Return the signs of the numbers of units that the row names and the cell quotes, perhaps without number."""
    quoted: Sequence[Unit] = [unit for unit in side.part.units if unit.eid in side.eids]
    return {(unit.eid, at) for unit in quoted for at in range(law.paragraph(unit).marks)}
