"""Drafts to units: identifiers, own spans that tile the text, repealed stubs."""

from __future__ import annotations

from collections import Counter

from aigaq.law.structure.draft import Draft
from aigaq.law.structure.eid import PREFIX, UNNUMBERED, fragment
from aigaq.law.structure.forms import Forms
from aigaq.law.structure.forms.form import is_stub
from aigaq.law.structure.key import key, spaced
from aigaq.law.structure.number import plain
from aigaq.law.structure.unit import HEADED, Kind, Unit
from aigaq.values import Message

_FROM_TWO = frozenset({Kind.INDENT, Kind.QUOTED})
_COUNTED_WITH = {Kind.QUOTED: Kind.INDENT}
"""A quoted paragraph is an абзац like an indent, and is counted with them."""

_SELF_IS_FIRST = frozenset({Kind.POINT, Kind.SUBPOINT})


class Freezer:
    """Turns one drafted tree into units, in one pass over the text.

    Args:
        text: The whole text.
        forms: Patterns of its language.
    """

    def __init__(self, text: str, forms: Forms) -> None:
        self.text = text
        self.forms = forms
        self.units: list[Unit] = []
        self.drafts: dict[int, Unit] = {}
        self.taken: set[str] = set()
        self.again: dict[str, int] = {}
        self.warnings: list[str] = []

    def freeze(self, root: Draft) -> Unit:
        """Return the law; its units are then in ``self.units``, in the order of the text."""
        law = self._unit(root, base="", parent="")
        for unit, after in zip(self.units, self.units[1:], strict=False):
            unit.end = after.start
        self.units[-1].end = len(self.text)
        return law

    def _unit(self, draft: Draft, *, base: str, parent: str, step: str = "") -> Unit:
        eid = self._distinct(f"{base}__{step}" if base and step else step, draft)
        unit = self._make(draft, eid, parent)
        self.units.append(unit)
        self.drafts[id(draft)] = unit
        below = base if step == "al_1" and base else eid
        counts: Counter[Kind] = Counter()
        children = []
        for child in draft.children:
            counts[_COUNTED_WITH.get(child.kind, child.kind)] += 1
            ordinal = counts[_COUNTED_WITH.get(child.kind, child.kind)] + _offset(draft.kind, child.kind)
            above = self._appendix(draft) if child.kind is Kind.ARTICLE else below
            child_step = self._step(child, above, ordinal)
            children.append(self._unit(child, base=above, parent=eid, step=child_step))
        unit.children = tuple(children)
        return unit

    def _step(self, child: Draft, above: str, ordinal: int) -> str:
        """Return the last step of the identifier of ``child``; an unnumbered one takes the next place that is free."""
        number = plain(child.number, self.forms.ordinals)
        step = fragment(child.kind, number, ordinal=ordinal)
        while not number and child.kind is Kind.TABLE and f"{above}__{step}" in self.taken:
            ordinal += 1
            step = fragment(child.kind, number, ordinal=ordinal)
        return step

    def _appendix(self, draft: Draft) -> str:
        """Return the identifier of the appendix that ``draft`` stands in; "" in the law proper."""
        above: Draft | None = draft
        while above is not None and above.kind is not Kind.APPENDIX:
            above = above.parent
        return self.drafts[id(above)].eid if above is not None else ""

    def _distinct(self, eid: str, draft: Draft) -> str:
        """Return ``eid``, or the next free ``eid~n`` with a warning when the number is there already."""
        if eid not in self.taken:
            self.taken.add(eid)
            return eid
        again = self.again.get(eid, 1) + 1
        while f"{eid}~{again}" in self.taken:
            again += 1
        self.again[eid] = again
        if draft.block is not None and PREFIX[draft.kind] not in UNNUMBERED:
            self.warnings.append(
                Message("{eid} stands in the text again at character {at}", eid=eid, at=draft.block.start)
            )
        self.taken.add(f"{eid}~{again}")
        return f"{eid}~{again}"

    def _make(self, draft: Draft, eid: str, parent: str) -> Unit:
        block = draft.block
        number = plain(draft.number, self.forms.ordinals)
        if block is None:
            start = 0 if draft.kind is Kind.LAW else _first_start(draft)
            return Unit(draft.kind, number, eid, parent, start, start, (start, start), "", "")
        stub = block.kind is not Kind.APPENDIX and is_stub(block.key, self.forms)
        wording = (block.begins, block.end)
        wording_text = self.text[block.begins : block.end]
        return Unit(
            draft.kind,
            number,
            eid,
            parent,
            block.start,
            block.end,
            wording,
            wording_text,
            "" if stub else key(wording_text) if "\t" in wording_text else spaced(block.key),
            repealed=stub,
        )


def _offset(parent: Kind, child: Kind) -> int:
    """Return how far the count of unnumbered siblings is shifted: the first part, or indent, is the unit itself."""
    if child in _FROM_TWO:
        return 0 if parent in HEADED or parent is Kind.LAW else 1
    return 1 if child is Kind.ALINEA and parent in _SELF_IS_FIRST else 0


def _first_start(draft: Draft) -> int:
    while draft.block is None:
        draft = draft.children[0]
    return draft.block.start
