"""Who changed what: what each step touched, followed through all steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aigaq.law.amend.amend import Traced
from aigaq.law.bills.cumulative import Maker


def composed(steps: Sequence[Traced]) -> dict[str, tuple[Maker, ...]]:
    """Return which steps and instructions changed each unit of the last law that changed, first ones first."""
    found: Mapping[str, tuple[Maker, ...]] = {}
    for at, step in enumerate(steps):
        found = _next(found, step, at)
    order = [unit.eid for unit in steps[-1].amended.new.units] if steps else []
    return {eid: found[eid] for eid in order if eid in found}


def _next(before: Mapping[str, tuple[Maker, ...]], step: Traced, at: int) -> dict[str, tuple[Maker, ...]]:
    """Return what is known after one step more; what it wrote from beginning to end has no past."""
    found: dict[str, tuple[Maker, ...]] = {"": before[""]} if "" in before else {}
    for eid, old in step.came.items():
        if old in before and eid not in step.made:
            found[eid] = before[old]
    for eid, indices in step.amended.touched.items():
        found[eid] = (*found.get(eid, ()), *((at, index) for index in indices))
    return found
