"""A law as it is being written: its text, its identifiers, what of it is repealed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import define

from aigaq.law.akn.ids import BODY, identifiers
from aigaq.law.akn.xml import flat
from aigaq.law.structure.unit import Tree, Unit


@define(eq=False)
class View:
    """A law as it is being written; treat it as frozen.

    Args:
        tree: The law.
    """

    tree: Tree

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """Identifiers in the file by eId."""
        return identifiers(self.tree.units)

    def number(self, unit: Unit) -> str:
        """Return what stands before the wording: «Статья 5.», «2)», «3-тарау.»."""
        return flat(self.tree.source.text[unit.start : unit.wording[0]])

    def attributes(self, unit: Unit) -> dict[str, str]:
        """Return the attributes of the element of a unit."""
        return {"eId": self.ids.get(unit.eid, ""), "status": "removed" if unit.repealed else ""}

    def place(self, eid: str) -> str:
        """Return a reference (``"#art_5"``) to a unit, or to the nearest one around it that is there."""
        while eid and eid not in self.ids:
            eid = eid.rpartition("__")[0]
        return f"#{self.ids.get(eid, BODY)}"


def stub(unit: Unit) -> bool:
    """Return True when the wording of a unit only says that it is repealed."""
    return unit.repealed and not unit.key
