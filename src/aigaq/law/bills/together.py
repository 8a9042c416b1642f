"""Bills applied alone and in twos, each only once."""

from __future__ import annotations

from collections.abc import Collection

from attrs import define, field

from aigaq.errors import IntegrityFailure
from aigaq.law.amend.amend import Traced, traced
from aigaq.law.amend.apply import When
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.unit import Tree


@define(eq=False)
class Together:
    """Several bills about one law.

    Args:
        acts: The bills.
        law: The law in force.
        when: The day for which the text is wanted.
        contradicted: For each bill the instructions that must not be applied.
    """

    acts: list[Act]
    law: Tree
    when: When
    contradicted: list[Collection[int]]
    _alone: dict[int, Traced] = field(factory=dict)
    _after: dict[tuple[int, int], Traced] = field(factory=dict)
    _failed: set[tuple[int, int]] = field(factory=set)

    def alone(self, bill: int) -> Traced:
        """Return the law in force with one bill applied to it."""
        if bill not in self._alone:
            self._alone[bill] = self._applied(bill, self.law)
        return self._alone[bill]

    def after(self, bill: int, first: int) -> Traced:
        """Return the law with a bill applied to it after another one, which changed nothing else."""
        if (bill, first) not in self._after:
            before = self.alone(first).amended.new
            same = before.source.text == self.law.source.text
            self._after[bill, first] = self.alone(bill) if same else self._applied(bill, before)
        return self._after[bill, first]

    def tried(self, bill: int, first: int) -> Traced | None:
        """Return what `after` does; None where the law that comes out cannot be proved."""
        if (bill, first) in self._failed:
            return None
        try:
            return self.after(bill, first)
        except IntegrityFailure:
            self._failed.add((bill, first))
            return None

    def _applied(self, bill: int, law: Tree) -> Traced:
        return traced(self.acts[bill], law, when=self.when, contradicted=self.contradicted[bill])
