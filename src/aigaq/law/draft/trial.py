"""Trying an edit out before it is written: worded, read again as a reader of acts reads it, and applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from aigaq.law.amend.apply import Application
from aigaq.law.amend.find import find
from aigaq.law.amend.node import Law, Node
from aigaq.law.amend.outcome import Status
from aigaq.law.amend.spot import Unresolved
from aigaq.law.draft.languages import WORDINGS
from aigaq.law.draft.wish import Wish
from aigaq.law.drafting.instruction import Act, Instruction, Step, Target
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure.unit import HEADED, Kind, Tree, Unit
from aigaq.values import Language

Line = tuple[str, str]
"""Number and key of a paragraph of the law."""


def grown(tree: Tree, unit: Unit, *, bodies: bool = True) -> Law:
    """Return a law of one headed unit alone, or of headings alone, on which edits can be tried.

    Args:
        tree: The law in force.
        unit: The unit; of what is headed in it nothing is kept, unless only the headings are.
        bodies: False for the headings of the whole unit and nothing else.
    """
    root = Node(Kind.LAW, "", "", "", "\n\n")
    law = Law(root, tree, "\n\n")
    if unit.kind is Kind.LAW:
        _fill(root, unit, tree, bodies=bodies)
    else:
        top = _node(unit, tree)
        top.parent = root
        root.children.append(top)
        _fill(top, unit, tree, bodies=bodies)
    law.register(root)
    return law


def _fill(node: Node, unit: Unit, tree: Tree, *, bodies: bool) -> None:
    for child in unit.children:
        if (child.kind in HEADED) is bodies or child.kind in (Kind.PREAMBLE, Kind.FRONT, Kind.CONTENTS):
            continue
        made = _node(child, tree)
        made.parent = node
        node.children.append(made)
        _fill(made, child, tree, bodies=bodies)


def _node(unit: Unit, tree: Tree) -> Node:
    """Return a unit as a node, with the layout around it made plain."""
    head = " ".join(tree.source.text[unit.start : unit.wording[0]].split()) if unit.kind is not Kind.LAW else ""
    text = unit.text if unit.kind in (Kind.ROW, Kind.TABLE) else " ".join(unit.text.split())
    node = Node(unit.kind, unit.number, f"{head} " if head and text else head, text, "\n\n", unit.eid)
    node.repealed, node._key = unit.repealed, unit.key
    return node


@frozen
class Kept:
    """A law as it stood, to be brought back."""

    law: Law
    nodes: tuple[tuple[object, ...], ...]
    named: dict[tuple[Kind, str], list[Node]]

    @classmethod
    def of(cls, law: Law) -> Kept:
        """Note down how a law stands."""
        nodes = tuple(
            (node, list(node.children), *(getattr(node, name) for name in _FIELDS), list(node.put), list(node.by))
            for node in law.root.walk()
        )
        return cls(law, nodes, {name: list(found) for name, found in law.named.items()})

    def restore(self) -> None:
        """Bring it back."""
        for node, children, *values, put, by in self.nodes:
            assert isinstance(node, Node)
            node.children, node.put, node.by = list(children), list(put), list(by)  # type: ignore[call-overload]
            for name, value in zip(_FIELDS, values, strict=True):
                setattr(node, name, value)
        self.law.named.clear()
        self.law.named.update({name: list(found) for name, found in self.named.items()})


_FIELDS = ("kind", "number", "head", "text", "tail", "eid", "repealed", "parent", "made", "_key")


@define
class Trial:
    """A piece of a law with the edits that were made to it so far.

    Args:
        law: The piece.
        language: Its language.
        count: How many instructions were carried out.
    """

    law: Law
    language: Language
    count: int = 0
    _application: Application = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Make ready for instructions."""
        self._application = Application(self.law, _nothing(self.language))

    def keep(self) -> Kept:
        """Note down how the piece stands."""
        return Kept.of(self.law)

    def carry(self, wish: Wish) -> bool:
        """Carry one edit out as the act will say it; False, and nothing done, where it cannot be said or applied."""
        instruction = said(wish, self.language)
        if instruction is None:
            return False
        self.count += 1
        kept = self.keep()
        outcome = self._application.one(evolve(instruction, index=self.count))
        if outcome.status is Status.APPLIED:
            return True
        kept.restore()
        return False

    def names(self, steps: tuple[Step, ...]) -> list[Node]:
        """Return the units that an address names; none where it names nothing with certainty."""
        try:
            return [spot.node for spot in find(self.law, Target(steps))]
        except Unresolved:
            return []


def _nothing(language: Language) -> Act:
    return read_act(Source("", "text/plain", "", ""), in_language=language)


def said(wish: Wish, language: Language) -> Instruction | None:
    """Return an edit as it is read in its own words; None where it cannot be worded, or is read as something else."""
    try:
        text = f"{WORDINGS[language].clause((wish,))};"
    except KeyError:
        return None
    act = read_act(Source("", "text/plain", "", text), in_language=language)
    if len(act.instructions) != 1 or act.accounting.unclaimed or act.damaged:
        return None
    return act.instructions[0] if wish.is_said_by(act.instructions[0]) else None


def lines(nodes: Iterator[Node] | Iterator[Unit]) -> list[Line]:
    """Return units as lines of number and key; stubs of repealed units are no law and are left out."""
    return [
        (node.number, node.key)
        for node in nodes
        if not (node.repealed and not node.children) and (node.number or node.key)
    ]


def same(node: Node, unit: Unit) -> bool:
    """Tell whether a unit of the piece says what a unit of the new law says, paragraph by paragraph."""
    return lines(node.walk()) == lines(walk_body(unit))


def walk_body(unit: Unit) -> Iterator[Unit]:
    """Yield a headed unit and everything in it that is not in a headed unit of its own."""
    yield unit
    for child in unit.children:
        if child.kind not in HEADED and child.kind not in (Kind.PREAMBLE, Kind.FRONT, Kind.CONTENTS, Kind.SIGNATURE):
            yield from child.walk()


def paragraphs_of(units: Sequence[Unit], tree: Tree, *, stubs: bool = False) -> str:
    """Return the wording of units, one line a paragraph; stubs of repealed units are left out, as acts leave them."""
    found = (part for unit in units for part in unit.walk())
    kept = (part for part in found if stubs or not part.repealed or part.children)
    return "\n".join(filter(None, (line_of(part, tree) for part in kept)))


def line_of(unit: Unit, tree: Tree) -> str:
    """Return number and wording of one unit in one line, a space between them where the copy has lost it."""
    head = tree.source.text[unit.start : unit.wording[0]] if unit.kind is not Kind.LAW else ""
    return " ".join(f"{head} {unit.text}".split())
