"""Drafting, applying, comparing, and drafting again what came out otherwise, with a coarser technique."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from aigaq.errors import IntegrityFailure
from aigaq.law.amend.amend import amend
from aigaq.law.amend.apply import Application
from aigaq.law.amend.grow import grow
from aigaq.law.amend.outcome import Status
from aigaq.law.compare.change import Change
from aigaq.law.compare.compare import find
from aigaq.law.draft.block import Block
from aigaq.law.draft.checks import cause, misread, reads, same_law
from aigaq.law.draft.languages import WORDINGS
from aigaq.law.draft.skeleton import Path, Skeleton, paths
from aigaq.law.draft.text import text_of
from aigaq.law.draft.trial import Trial, grown, same
from aigaq.law.draft.wish import Cause, Item, Refusal, Wish
from aigaq.law.draft.wording import Named
from aigaq.law.drafting.instruction import Act, Step, Target
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure.label import label
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit

MOST_ROUNDS = 30
"""So often a unit that came out otherwise is drafted again, each time with a coarser technique."""

_ONE = (Kind.ARTICLE, Kind.PREAMBLE)
_FOR_GOOD = (Cause.QUOTES, Cause.TABLE)
_BLOCKS = HEADED | {Kind.PREAMBLE}


class Drafter:
    """Drafts, applies, compares, and drafts again what came out otherwise."""

    def __init__(self, old: Tree, new: Tree, named: Named, rule: str) -> None:
        self.old, self.new, self.named, self.rule = old, new, named, rule
        self.text = ""
        self.proved = False
        self.at_fault: tuple[str, ...] = ()
        self.items: list[Item] = []
        self.refused: list[Refusal] = []
        self.left: tuple[Change, ...] = ()
        self.whole: set[str] = set()
        self.restated: list[Path] = []
        self.barred: set[Path] = set()
        self.given_up: dict[str, Cause] = {}
        self.drafted: dict[tuple[str, bool], tuple[Wish, ...] | None] = {}
        self.names = (paths(old), paths(new))

    def run(self) -> None:
        """Draft until the act is exact, or nothing coarser is left."""
        for _ in range(MOST_ROUNDS):
            self.proved = False
            if not self.round():
                break
        if not self.proved:
            self.items, self.text, self.left = [], "", find(self.old, self.new).changes
            self.refused.append(Refusal("", self.old.root.kind.value, Cause.NOT_EXACT))
        self.refused += self._unsaid()

    def _unsaid(self) -> Iterator[Refusal]:
        """Yield the units that still differ and that nothing refuses yet: what is not exact is always named."""
        known = {refusal.eid for refusal in self.refused}
        for eid in self.at_fault:
            tree = self.new if eid in self.new.by_eid else self.old
            unit = tree.by_eid.get(eid)
            around = {eid} if unit is None else {eid, *(above.eid for above in tree.ancestors(unit))}
            if not around & known:
                yield Refusal(eid, label(tree, unit) if unit is not None and eid else "", Cause.NOT_EXACT)

    def round(self) -> bool:
        """Draft everything once; True when something is to be drafted again."""
        skeleton = Skeleton(self.old, self.new)
        skeleton.build(self.restated)
        fresh = [found for found in skeleton.refused if found.eid not in self.given_up]
        if fresh:
            worse = [self._around(*self._places(refusal)) for refusal in fresh]
            if not any(worse):
                self.given_up |= {refusal.eid: refusal.cause for refusal in fresh}
            return True
        self.refused = list(skeleton.refused)
        if "" in self.given_up:
            self.refused.append(Refusal("", self.old.root.kind.value, self.given_up[""]))
        self.items = [item for item in skeleton.items if not self._is_given_up(item.eid, skeleton)]
        worse = [self.block(old, new, skeleton=skeleton) for old, new in [*skeleton.pairs, *self._preambles()]]
        if any(worse):
            return True
        self.items.sort(key=lambda item: item.at)
        if self.items:
            return self.prove()
        self.text, self.left, self.proved = "", find(self.old, self.new).changes, True
        return self._differs(self.old)

    def _preambles(self) -> list[tuple[Unit, Unit]]:
        found = [[unit for unit in tree.root.children if unit.kind is Kind.PREAMBLE] for tree in (self.old, self.new)]
        return list(zip(*found, strict=False))

    def block(self, old: Unit, new: Unit, *, skeleton: Skeleton) -> bool:
        """Draft what stands in one pair of headed units; True when something coarser is needed instead."""
        if old.repealed or new.repealed or same_law(old, new):
            return False
        if not new.eid and "" in self.given_up:
            return False
        if self._is_given_up(new.eid, skeleton):
            return False
        steps = skeleton.name(old) if old.kind in HEADED else ()
        wishes = self.inside(old, new) if steps is not None else None
        if wishes is None:
            why = cause(old, new, named=steps is not None, tree=self.new)
            if why in _FOR_GOOD:
                self.given_up[new.eid] = why
            return self.escalate(old.eid, new.eid, why=why) or not self._is_given_up(new.eid, skeleton)
        full = tuple(_prefixed(wish, steps or ()) for wish in wishes)
        self.items.append(Item(old.eid, label(self.old, old) if old.eid else "", (old.start,), full))
        return False

    def _is_given_up(self, eid: str, skeleton: Skeleton) -> bool:
        """Tell whether no technique is left for a unit, and list it as refused."""
        if eid not in self.given_up:
            return False
        tree = self.new if eid in self.new.by_eid else self.old
        skeleton.refuse(tree.by_eid[eid], self.given_up[eid], tree=tree)
        self.refused.append(skeleton.refused[-1])
        return True

    def inside(self, old: Unit, new: Unit) -> tuple[Wish, ...] | None:
        """Return the edits of one headed unit, drafted once for each technique."""
        coarse = new.eid in self.whole
        known = (old.eid, coarse)
        if known not in self.drafted:
            self.drafted[known] = self._inside(old, new, coarse)
        return self.drafted[known]

    def _inside(self, old: Unit, new: Unit, coarse: bool) -> tuple[Wish, ...] | None:
        for technique in ("whole",) if coarse else ("fine", "whole"):
            trial = Trial(grown(self.old, old), self.old.language)
            block = Block(trial, self.new)
            top = trial.law.root.children[0] if old.kind is not Kind.LAW else trial.law.root
            wishes = block.settle(top, new) if technique == "fine" else block.whole(top, new)
            top = trial.law.root.children[0] if old.kind is not Kind.LAW else trial.law.root
            if wishes is not None and same(top, new) and reads(trial, self.new, unit=new):
                return tuple(wishes)
        return None

    def escalate(self, old_eid: str, new_eid: str, *, why: Cause) -> bool:
        """Choose a coarser technique for a unit; False where there is none, and it is given up."""
        if (new_eid or old_eid) in self.given_up:
            return False
        unit = self.new.by_eid.get(new_eid) if new_eid else None
        if unit is not None and unit.kind in _ONE and new_eid not in self.whole and old_eid in self.old.by_eid:
            self.whole.add(new_eid)
            return True
        chosen = self._around(old_eid, new_eid)
        if not chosen:
            self.given_up[new_eid or old_eid] = why
            self._bar(self.names[1].get(new_eid) or self.names[0].get(old_eid) or ())
        return chosen

    def _bar(self, path: Path) -> None:
        """Restate nothing more that holds a unit which did not come out right even so."""
        holding = [top for top in self.restated if path[: len(top)] == top]
        self.restated = [top for top in self.restated if top not in holding]
        self.barred.update(holding)

    def _around(self, old_eid: str, new_eid: str) -> bool:
        """Choose to restate what stands around a unit, in either law; False where nothing around it can be."""
        chosen = False
        for names, eid in ((self.names[0], old_eid), (self.names[1], new_eid)):
            outer = names.get(eid, ())[:-1]
            while outer and not self._may_restate(outer):
                outer = outer[:-1]
            if outer and not any(outer[: len(top)] == top for top in self.restated):
                self.restated = [top for top in self.restated if top[: len(outer)] != outer] + [outer]
                chosen = True
        return chosen

    def _may_restate(self, path: Path) -> bool:
        if path in self.barred:
            return False
        once = all(sum(1 for found in names.values() if found == path) == 1 for names in self.names)
        return once and path[-1][0] is not Kind.PART

    def _places(self, refusal: Refusal) -> tuple[str, str]:
        """Return where a refused headed unit stands in the old law and in the new one."""
        places = []
        for names in self.names:
            own = self.names[1].get(refusal.eid) or self.names[0].get(refusal.eid) or ()
            last = own[-1:] or ()
            found = next((eid for eid, path in names.items() if path and path[-1:] == last), "")
            places.append(found)
        return places[0], places[1]

    def prove(self) -> bool:
        """Read the act, apply it, compare; True when a unit is to be drafted again."""
        wording = WORDINGS[self.old.language]
        self.text = text_of(self.items, self.named, wording=wording, rule=self.rule)
        act = read_act(Source("", "text/plain", "", self.text), in_language=self.old.language)
        wishes = [(item, wish) for item in self.items for wish in item.wishes]
        wrong = misread(act, wishes)
        if wrong is not None:
            return self._again(wrong)
        try:
            amended = amend(act, self.old)
        except IntegrityFailure as failure:
            return self._again(self._at_fault(failure, act))
        failed = [
            item.eid
            for (item, _), done in zip(wishes, amended.outcomes, strict=True)
            if done.status is not Status.APPLIED
        ]
        if failed:
            again = [self._again(eid) for eid in dict.fromkeys(failed)]
            return any(again)
        self.left, self.proved = find(amended.new, self.new).changes, True
        return self._differs(amended.new)

    def _again(self, eid: str) -> bool:
        """Draft a unit again with a coarser technique, or give it up; False where it was given up before."""
        if eid in self.given_up:
            return False
        path = self.names[0].get(eid) if eid in self.old.by_eid else self.names[1].get(eid)
        old_eid, new_eid = (
            next((found for found, other in names.items() if other == path), "") if path else "" for names in self.names
        )
        if eid in self.old.by_eid and self.old.by_eid[eid].kind is Kind.PREAMBLE:
            old_eid = new_eid = eid
        if path in self.restated:
            self.restated.remove(path)
            self.barred.add(path)
            return True
        appendix = path[-1:] and path[-1][0] is Kind.APPENDIX if path else False
        self.escalate(old_eid, new_eid, why=Cause.APPENDIX if appendix else Cause.NOT_EXACT)
        return True

    def _at_fault(self, failure: IntegrityFailure, act: Act) -> str:
        """Return the headed unit at which the amended text, parsed again, is not the law that was made."""
        law = grow(self.old)
        application = Application(law, act)
        application.run(act.instructions)
        nodes = [node for node in law.root.walk() if node.text or node.number]
        at = failure.values.get("at", 1)
        node = nodes[min(at if isinstance(at, int) else 1, len(nodes)) - 1]
        known = {item.eid for item in self.items}
        by = {index for found in (node, *node.above) for index in found.by}
        wishes = [item.eid for item in self.items for _ in item.wishes]
        if by:
            return wishes[max(by)]
        return next((found.eid for found in (node, *node.above) if found.eid in known), self.items[-1].eid)

    def _differs(self, amended: Tree) -> bool:
        """Choose what to draft again where the amended law is not the new one."""
        again = False
        for change in self.left:
            eid = _headed(change, self.new, amended)
            if eid:
                again = self._again(eid) or again
                continue
            again = again or "" not in self.given_up
            self.given_up.setdefault("", Cause.TITLE if change.unit is Kind.FRONT else Cause.LOOSE)
        self.at_fault = tuple(dict.fromkeys(_headed(change, self.new, amended) for change in self.left))
        return again


def _headed(change: Change, new: Tree, amended: Tree) -> str:
    """Return the headed unit, or the preamble, in which the amended law is not the new one; "" for none."""
    tree, eids = (new, change.new_eids) if change.new_eids else (amended, change.old_eids)
    unit = tree.by_eid[eids[0]]
    return next((found.eid for found in (unit, *tree.ancestors(unit)) if found.kind in _BLOCKS), "")


def _prefixed(wish: Wish, steps: tuple[Step, ...]) -> Wish:
    """Return an edit with the full name of its headed unit, where the number alone does not name it."""
    if len(steps) < 2:
        return wish
    targets = tuple(Target((*steps, *one.steps[1:]), one.place, one.sentence) for one in wish.targets)
    return evolve(wish, targets=targets)
