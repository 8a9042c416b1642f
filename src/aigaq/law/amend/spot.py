"""Places in a law that an instruction is about, and the refusal where none is certain."""

from __future__ import annotations

from attrs import frozen

from aigaq.law.amend.node import Node
from aigaq.law.amend.outcome import Reason
from aigaq.law.structure.unit import Kind


class Unresolved(Exception):
    """An instruction cannot be applied with certainty.

    Args:
        reason: Why.
        hint: What a person can look at.
        near: The innermost unit that was found.
    """

    def __init__(self, reason: Reason, hint: str, *, near: Node | None = None) -> None:
        self.reason, self.hint, self.near = reason, hint, near
        super().__init__(hint)


@frozen
class Spot:
    """A place in the law.

    Args:
        node: The unit.
        first: True when only its first part is meant: its own wording and what hangs on it, no later part.
        own: True when only its own wording is meant: a heading, the opening words of a list.
        inner: True when its own wording is left out: the text of an article without its heading.
        sentence: Place of the sentence that is meant; 0 for all of it.
    """

    node: Node
    first: bool = False
    own: bool = False
    inner: bool = False
    sentence: int = 0

    def nodes(self) -> list[Node]:
        """Return the units whose wordings are meant, in order."""
        if self.own:
            return [self.node]
        if self.first:
            return [self.node, *(part for child in first_part(self.node) for part in child.walk())]
        inside = list(self.node.walk())
        return inside[1:] if self.inner else inside


def first_part(node: Node) -> list[Node]:
    """Return what stands in the first part of a unit: everything before its second part."""
    stop = (at for at, child in enumerate(node.children) if child.kind is Kind.ALINEA or child.note)
    return node.children[: next(stop, len(node.children))]
