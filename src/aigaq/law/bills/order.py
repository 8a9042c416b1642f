"""Whether it matters which of two bills comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aigaq.law.amend.amend import Traced
from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.amend.place import eid_of
from aigaq.law.bills.cumulative import Conflict, ConflictCode
from aigaq.law.bills.together import Together
from aigaq.law.bills.trace import composed
from aigaq.law.pair.names import listed, where
from aigaq.law.structure.label import label_of
from aigaq.law.structure.unit import Kind, Tree
from aigaq.values import Message


def depending(together: Together, bills: tuple[int, int]) -> Iterator[Conflict]:
    """Yield the instructions of either bill that hang on the other one having been applied, or not."""
    for bill, first in (bills, bills[::-1]):
        after = together.tried(bill, first)
        if after is None:
            continue
        pairs = zip(together.alone(bill).amended.outcomes, after.amended.outcomes, strict=True)
        for alone, then in pairs:
            if {alone.status, then.status} == {Status.APPLIED, Status.UNRESOLVED}:
                yield _dependence(together.law, (bill, first), alone, then)


def _dependence(law: Tree, bills: tuple[int, int], alone: Outcome, then: Outcome) -> Conflict:
    bill, first = bills
    done = alone if alone.status is Status.APPLIED else then
    eids = tuple(dict.fromkeys(piece.eid for piece in done.pieces if piece.eid))
    eids = eids or tuple(eid_of(target) for target in done.instruction.targets)
    text = (
        "{where} of bill {n} cannot be applied after bill {m}"
        if done is alone
        else "{where} of bill {n} can be applied only after bill {m}"
    )
    said = Message(text, where=where(done.instruction), n=bill + 1, m=first + 1)
    mine = (done.instruction.index,)
    one, other = (mine, ()) if bill < first else ((), mine)
    names = tuple(label_of(law, eid) for eid in eids)
    low, high = sorted(bills)
    return Conflict(ConflictCode.DEPENDS, (low, high), one, other, eids, names, said)


def ordered(together: Together, bills: tuple[int, int]) -> Iterator[Conflict]:
    """Yield that two bills make another law, or leave other instructions undone, in the other order."""
    one, other = bills
    forth, back = together.tried(other, one), together.tried(one, other)
    numbers = {"n": one + 1, "m": other + 1}
    if forth is None or back is None:
        text = "bills {n} and {m} cannot be applied in both orders"
        yield Conflict(ConflictCode.ORDER, bills, (), (), (), (), Message(text, **numbers))
        return
    alone = together.alone(one), together.alone(other)
    changed = _statuses(alone[0].amended, back.amended), _statuses(alone[1].amended, forth.amended)
    eids = _differing(forth.amended.new, back.amended.new)
    if not eids and not any(changed):
        return
    made, turned = composed([alone[0], forth]), composed([alone[1], back])
    makers = {maker for eid in eids for maker in made.get(eid, ())}
    makers |= {(1 - bill, index) for eid in eids for bill, index in turned.get(eid, ())}
    sides = [sorted({*changed[side], *(index for bill, index in makers if bill == side)}) for side in (0, 1)]
    names = tuple(_label(eid, forth.amended.new, back.amended.new) for eid in eids)
    text = (
        "bills {n} and {m} make another law in the other order: {where}"
        if eids
        else "the order of bills {n} and {m} decides which of their instructions can be applied"
    )
    said = Message(text, **numbers, where=listed(names)) if eids else Message(text, **numbers)
    known = tuple(_in_force(eid, forth, alone[0]) for eid in eids)
    yield Conflict(ConflictCode.ORDER, bills, tuple(sides[0]), tuple(sides[1]), known, names, said)


def _statuses(alone: Amended, after: Amended) -> list[int]:
    """Return the instructions of which something else became."""
    pairs = zip(alone.outcomes, after.outcomes, strict=True)
    return [one.instruction.index for one, other in pairs if one.status is not other.status]


def _differing(one: Tree, other: Tree) -> list[str]:
    """Return the units in which two laws differ, those of the first one first."""
    ours, theirs = _keys(one), _keys(other)
    found = [eid for eid, known in ours.items() if theirs.get(eid) != known]
    return [*found, *(eid for eid in theirs if eid not in ours)]


def _keys(tree: Tree) -> Mapping[str, tuple[Kind, str, str, bool]]:
    return {unit.eid: (unit.kind, unit.number, unit.key, unit.repealed) for unit in tree.units}


def _label(eid: str, one: Tree, other: Tree) -> str:
    return label_of(one if eid in one.by_eid else other, eid)


def _in_force(eid: str, last: Traced, first: Traced) -> str:
    """Return the identifier of a unit in the law in force; its own where it did not stand there."""
    return first.came.get(last.came.get(eid, ""), eid)
