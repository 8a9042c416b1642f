"""What several bills make of one law: the values of an application of many."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from aigaq.law.amend.outcome import Amended
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.unit import Tree
from aigaq.values import Message

Maker = tuple[int, int]
"""Index of a bill and index of one of its instructions."""


class ConflictCode(StrEnum):
    """How two bills get into each other's way.

    ``same-words``: both edit the same words of a paragraph of the law in force. ``same-unit``: one restates or repeals
    a unit in which the other edits, both restate or repeal it, or both put in a unit of the same number.
    ``order-matters``: the one after the other makes another law, or leaves other instructions undone, than the other
    after the one. ``depends``: an instruction of one can be applied only after the other, or only before it.
    """

    SAME_WORDS = "same-words"
    SAME_UNIT = "same-unit"
    ORDER = "order-matters"
    DEPENDS = "depends"


@frozen
class Conflict:
    """A conflict of two bills.

    Args:
        code: What it is.
        bills: Indices of the two bills, the lower one first.
        one: Indices of the instructions of the first bill that it is about.
        other: Indices of the instructions of the second bill.
        eids: Units that it is about, by their identifiers in the law in force; those of units that a bill puts in are
            the ones they would have.
        labels: How a lawyer names them.
        message: It, as a sentence.
    """

    code: ConflictCode
    bills: tuple[int, int]
    one: tuple[int, ...]
    other: tuple[int, ...]
    eids: tuple[str, ...]
    labels: tuple[str, ...]
    message: Message


@frozen
class Cumulative:
    """One law with several bills applied to it, one after the other.

    Args:
        law: The law in force.
        steps: What each bill did: the first to the law in force, each next one to what the one before left.
        came: For each step and each unit of the law it was applied to, and at last for each unit of ``new``: its
            identifier in the law in force; units that a bill put in are absent.
        touched: For each unit of ``new`` that changed: the bills and instructions that changed it. Under "" stand those
            that took something out at the top of the law.
        conflicts: Where two bills get into each other's way, by bills and by place.
    """

    law: Tree
    steps: tuple[Amended, ...]
    came: tuple[Mapping[str, str], ...]
    touched: Mapping[str, tuple[Maker, ...]]
    conflicts: tuple[Conflict, ...]

    @property
    def new(self) -> Tree:
        """The law after all bills."""
        return self.steps[-1].new if self.steps else self.law

    @property
    def acts(self) -> tuple[Act, ...]:
        """The bills, in the order in which they were applied."""
        return tuple(step.act for step in self.steps)

    def in_force(self, step: int, eid: str) -> str:
        """Return the identifier that a unit of the law before a step has in the law in force; "" if it has none."""
        return self.came[step].get(eid, "")
