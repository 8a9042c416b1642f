"""A law while it is being amended: units that can change, and the text they make again.

A unit that nobody touches is written back letter by letter, with the layout and the notes that followed it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import define, field

from aigaq.law.amend.layout import lead
from aigaq.law.structure.key import key
from aigaq.law.structure.number import order as order_of
from aigaq.law.structure.paragraphs import LAYOUT
from aigaq.law.structure.unit import HEADED, Kind, Tree

order = lru_cache(maxsize=65_536)(order_of)
"""The place of a number; asked again and again of the same ones."""


@define(eq=False)
class Node:
    """A unit that can change.

    Args:
        kind: What it is.
        number: Its number; "" when it has none.
        head: What stands before its wording: number, word, layout.
        text: Its wording.
        tail: What stands after its wording, up to the next unit: layout and notes.
        eid: Its identifier in the law in force; "" when an instruction made it.
        repealed: True when only a stub is left.
        parent: What it stands in.
        children: What stands in it.
        made: Index of the instruction that restated, inserted or repealed it; None when none did.
        put: Spans of ``text`` that instructions put in, each with the index of the instruction.
        by: Indices of the instructions that changed it, or something that stood in it and is gone.
        note: True for a paragraph of a note («Примечание.»): it explains the article and is none of its parts.
        shifted: Where paragraphs without numbers were taken out or put in among its children, with the instruction.
        recounted: From which sentence on they are counted otherwise than before the act, with the instruction.
        noted: The beginning of ``tail`` that belongs to it, or to what it stands in: the notes on them.
    """

    kind: Kind
    number: str
    head: str
    text: str
    tail: str
    eid: str = ""
    repealed: bool = False
    parent: Node | None = None
    children: list[Node] = field(factory=list)
    made: int | None = None
    put: list[tuple[int, int, int]] = field(factory=list)
    by: list[int] = field(factory=list)
    noted: str = ""
    note: bool = False
    shifted: list[tuple[int, int]] = field(factory=list)
    recounted: list[tuple[int, int]] = field(factory=list)
    _key: str | None = None
    _small: str | None = None

    @property
    def key(self) -> str:
        """The wording folded for matching."""
        if self._key is None:
            self._key = "" if self.repealed else key(self.text)
        return self._key

    @property
    def small(self) -> str:
        """Its key in small letters, ё written as е."""
        if self._small is None:
            self._small = self.key.lower().replace("ё", "е")
        return self._small

    def say(self, text: str) -> None:
        """Give the unit another wording."""
        self.text = text
        self._key = self._small = None

    def walk(self) -> Iterator[Node]:
        """Yield this unit and everything in it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    @property
    def last(self) -> Node:
        """The last unit in it, or itself."""
        node = self
        while node.children:
            node = node.children[-1]
        return node

    @property
    def above(self) -> Iterator[Node]:
        """What it stands in, innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def touch(self, index: int) -> None:
        """Note that an instruction changed it."""
        if index not in self.by:
            self.by.append(index)

    def wording(self) -> str:
        """Return number and wording of the unit and of all in it, one line a paragraph."""
        lines = (" ".join(f"{node.head}{node.text}".split()) for node in self.walk())
        return "\n".join(line for line in lines if line)


@define(eq=False)
class Law:
    """A law that is being amended.

    Args:
        root: The law itself.
        tree: The law in force.
        between: What stands between two paragraphs of this copy.
        named: Headed units by kind and number.
        above: What stands before a heading.
        everywhere: Instructions that meant every place; what they did to a unit is no reason to keep it as it is.
        undo: How to take back what was done since it was emptied.
    """

    root: Node
    tree: Tree
    between: str
    named: dict[tuple[Kind, str], list[Node]] = field(factory=lambda: defaultdict(list))
    above: str = "\n\n"
    everywhere: set[int] = field(factory=set)
    undo: list[Callable[[], None]] = field(factory=list)

    def write(self) -> str:
        """Return the text of the law as it is now."""
        return "".join(f"{node.head}{node.text}{node.tail}" for node in self.root.walk())

    def register(self, node: Node) -> None:
        """Make the headed units in ``node`` known by their numbers."""
        for found in node.walk():
            if found.kind in HEADED:
                self.named[found.kind, found.number].append(found)

    def forget(self, node: Node) -> None:
        """Take the headed units in ``node`` out of those that are known."""
        for found in node.walk():
            if found.kind in HEADED and found in self.named[found.kind, found.number]:
                self.named[found.kind, found.number].remove(found)

    def take_back(self) -> None:
        """Take back what was done since ``undo`` was emptied."""
        while self.undo:
            self.undo.pop()()

    def _remember(self, parent: Node, *tails: Node) -> None:
        """Note how children and tails stand now."""
        children, kept = list(parent.children), [(node, node.tail) for node in tails]

        def back() -> None:
            for child in parent.children:
                self.forget(child)
            parent.children[:] = children
            for child in children:
                self.register(child)
            for node, tail in kept:
                node.tail = tail

        self.undo.append(back)

    def recount(self, kept: list[tuple[int, int]], at: int, *, by: int) -> None:
        """Note in ``shifted`` or ``recounted`` of a unit that from a place on an instruction changed the count."""
        kept.append((at, by))
        self.undo.append(lambda: kept.remove((at, by)))

    def insert(self, new: Node, parent: Node, *, at: int) -> None:
        """Put a unit into ``parent`` as its child number ``at``; notes that follow the place stay behind it."""
        before = parent.children[at - 1].last if at else parent
        after = _behind(parent, at)
        self._remember(parent, before)
        parent.children.insert(at, new)
        new.parent = parent
        kept = before.noted if new.kind in HEADED and before.tail.startswith(before.noted) else ""
        rest = before.tail[len(kept) :]
        layout = lead(rest)
        ends = "\n" in layout or "\r" in layout
        alike = after is not None and (after.kind in HEADED) is (new.kind in HEADED)
        if rest == layout and not ends and after is not None:
            rest = self._gap(after)
        before.tail, new.last.tail = kept + (layout if ends and alike else self._gap(new)), rest
        self._lay_out(new)
        self.register(new)

    def _gap(self, node: Node) -> str:
        """Return what stands before such a unit in this copy."""
        return self.above if node.kind in HEADED else self.between

    def _lay_out(self, new: Node) -> None:
        """Give the headings inside a new unit the layout that headings have here."""
        for before, part in pairwise(list(new.walk())):
            if part.kind in HEADED:
                before.tail = self.above

    def replace(self, old: Node, new: Sequence[Node]) -> None:
        """Put units in the place of one; what followed it follows the last of them."""
        parent = old.parent
        assert parent is not None
        at = parent.children.index(old)
        tail = old.last.tail
        self._remember(parent)
        self.forget(old)
        for unit in new:
            unit.parent = parent
            unit.last.tail = self.between
            self._lay_out(unit)
            self.register(unit)
        new[-1].last.tail, new[-1].last.noted = tail, old.last.noted
        parent.children[at : at + 1] = list(new)

    def remove(self, node: Node) -> None:
        """Take a unit out without a trace; notes that followed it stay."""
        parent = node.parent
        assert parent is not None
        at = parent.children.index(node)
        before = parent.children[at - 1].last if at else parent
        tail = node.last.tail
        self._remember(parent, before)
        before.tail = before.tail.rstrip(LAYOUT) + tail
        self.forget(node)
        del parent.children[at]

    def empty(self, node: Node) -> None:
        """Take out everything that stands in a unit; what followed the last of it follows the unit."""
        if node.children:
            tail, noted = node.last.tail, node.last.noted
            self._remember(node, node)
            for child in node.children:
                self.forget(child)
            node.children.clear()
            node.tail, node.noted = tail, noted


def _behind(parent: Node, at: int) -> Node | None:
    """Return the unit that stands in the text where child number ``at`` of ``parent`` does; None at the end."""
    if at < len(parent.children):
        return parent.children[at]
    node = parent
    while node.parent is not None:
        siblings = node.parent.children
        place = next(place for place, sibling in enumerate(siblings) if sibling is node) + 1
        if place < len(siblings):
            return siblings[place]
        node = node.parent
    return None
