"""A law, or a part of it, as one run of signs in which the wording of a cell can be found."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import define, field, frozen

from aigaq.law.check.signs import Sign, keys, signs
from aigaq.law.compare.wording import mark, quoted
from aigaq.law.structure.unit import Kind, Tree, Unit

Place = tuple[str, int]
"""A sign of a law: the identifier of its unit, and its number in it from 0."""

NO_LAW = frozenset({Kind.CONTENTS, Kind.SIGNATURE})
"""What is never quoted in a comparative table."""


@frozen(eq=False, slots=False)
class Paragraph:
    """The own wording of a unit.

    Args:
        unit: The unit.
        text: Its number and wording in one line.
        signs: The signs of ``text``.
        marks: How many of them are its number («Статья 28.», «3-1)»).
    """

    unit: Unit
    text: str
    signs: tuple[Sign, ...]
    marks: int

    @cached_property
    def bag(self) -> Counter[str]:
        """Its signs, counted."""
        return Counter(keys(self.signs))


@define(eq=False, slots=False)
class Law:
    """One side of a comparison, read paragraph by paragraph when it is asked for."""

    tree: Tree
    paragraphs: dict[str, Paragraph] = field(factory=dict)

    def paragraph(self, unit: Unit) -> Paragraph:
        """Return the own wording of a unit."""
        found = self.paragraphs.get(unit.eid)
        if found is None:
            text = quoted(self.tree, unit) if unit.kind is not Kind.LAW else ""
            found = Paragraph(unit, text, signs(text), len(signs(mark(self.tree, unit))) if text else 0)
            self.paragraphs[unit.eid] = found
        return found

    def stream(self, units: Iterable[Unit]) -> Stream:
        """Return the wording of some units with everything in them, each paragraph once, in the order of the law."""
        eids = {inner.eid for unit in units for inner in unit.walk() if inner.kind not in NO_LAW}
        found = (self.paragraph(unit) for unit in self.tree.units if unit.eid in eids)
        return Stream(tuple(paragraph for paragraph in found if paragraph.signs))

    def quote(self, places: Iterable[Place]) -> str:
        """Return the original words of some signs, of each unit from the first to the last."""
        found: dict[str, list[int]] = {}
        for eid, number in places:
            found.setdefault(eid, []).append(number)
        lines = []
        for eid, numbers in found.items():
            paragraph = self.paragraph(self.tree.by_eid[eid])
            lines.append(paragraph.text[paragraph.signs[min(numbers)].start : paragraph.signs[max(numbers)].end])
        return " / ".join(lines)

    @cached_property
    def all(self) -> Stream:
        """The whole law."""
        return self.stream([self.tree.root])


@define(eq=False, slots=False)
class Stream:
    """Paragraphs as one run of signs."""

    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def starts(self) -> list[int]:
        """Where each paragraph starts, and where the last one ends."""
        found = [0]
        for paragraph in self.paragraphs:
            found.append(found[-1] + len(paragraph.signs))
        return found

    @cached_property
    def keys(self) -> list[str]:
        """The signs as they are compared."""
        return [key for paragraph in self.paragraphs for key in keys(paragraph.signs)]

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """The keys as one string, and the offset of each in it."""
        offsets, at = [], 1
        for key in self.keys:
            offsets.append(at)
            at += len(key) + 1
        return f" {' '.join(self.keys)} ", offsets

    def __len__(self) -> int:
        return self.starts[-1]

    def find(self, wanted: Sequence[str], *, most: int = 50) -> list[int]:
        """Return where a run of keys stands, word for word; not more than ``most`` places."""
        text, offsets = self._text
        run, at = f" {' '.join(wanted)} ", 0
        found: list[int] = []
        while wanted and len(found) < most and (at := text.find(run, at)) >= 0:
            found.append(bisect_right(offsets, at + 1) - 1)
            at += 1
        return found

    def holds(self, wanted: Sequence[str], at: int) -> bool:
        """Tell whether a run of keys stands at ``at``."""
        return bool(wanted) and self.keys[at : at + len(wanted)] == list(wanted)

    def number(self, at: int) -> int:
        """Return the index of the paragraph that holds the sign ``at``."""
        return min(bisect_right(self.starts, at) - 1, len(self.paragraphs) - 1)

    def begins(self, at: int) -> bool:
        """Tell whether a paragraph, or its wording after the number, begins at ``at``."""
        if not self.paragraphs:
            return at == 0
        number = self.number(at)
        return at in (self.starts[number], self.starts[number] + self.paragraphs[number].marks, len(self))

    def ends(self, at: int) -> bool:
        """Tell whether a paragraph ends before ``at``."""
        return at in self._ends

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(self.starts)

    def place(self, at: int) -> Place:
        """Return the unit of a sign and its number in it."""
        number = self.number(at)
        return self.paragraphs[number].unit.eid, at - self.starts[number]

    def excerpt(self, first: int, last: int) -> str:
        """Return the original words from sign ``first`` up to ``last``, one line a paragraph."""
        lines, at = [], first
        while at < last:
            number = self.number(at)
            start, end = self.starts[number], min(last, self.starts[number + 1])
            paragraph = self.paragraphs[number]
            lines.append(paragraph.text[paragraph.signs[at - start].start : paragraph.signs[end - start - 1].end])
            at = end
        return "\n".join(lines)

    def spans(self, eids: set[str]) -> list[tuple[int, int]]:
        """Return where the paragraphs of some units stand; neighbours are one span."""
        found: list[tuple[int, int]] = []
        for number, paragraph in enumerate(self.paragraphs):
            if paragraph.unit.eid not in eids:
                continue
            start, end = self.starts[number], self.starts[number + 1]
            if found and found[-1][1] == start:
                start = found.pop()[0]
            found.append((start, end))
        return found
