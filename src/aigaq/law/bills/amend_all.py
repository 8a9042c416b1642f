"""Several bills and one law in, the law after all of them out, with every conflict of two bills."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from aigaq.errors import Refused
from aigaq.law.amend.amend import Traced, traced
from aigaq.law.amend.apply import EVERYTHING, When
from aigaq.law.bills.conflicts import conflicts
from aigaq.law.bills.cumulative import Cumulative
from aigaq.law.bills.together import Together
from aigaq.law.bills.trace import composed
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure.unit import Tree

MOST = 12
"""Every two bills are applied one after the other both ways: twelve bills make 132 pairs."""


def amend_all(
    acts: Sequence[Act], law: Tree, *, when: When = EVERYTHING, contradicted: Sequence[Collection[int]] = ()
) -> Cumulative:
    """Return a law with several bills applied to it in the given order.

    Each bill is applied to what the one before left. Besides, each is applied alone, and every two both ways, to find
    where they get into each other's way.

    Args:
        acts: The bills.
        law: The law in force.
        when: The day for which the text is wanted.
        contradicted: For each bill the instructions that its text in the other language contradicts.

    Raises:
        Refused: ``bills.too-many``: there are more than `MOST`; else as `aigaq.law.amend.amend` does.
        IntegrityFailure: As `aigaq.law.amend.amend` does.
    """
    if len(acts) > MOST:
        raise Refused(
            "bills.too-many",
            "{n} bills were given; more than {most} are not applied together.",
            hint="Give the bills that are pending now.",
            n=len(acts),
            most=MOST,
        )
    refused = [*contradicted, *[frozenset[int]()] * (len(acts) - len(contradicted))]
    together = Together(list(acts), law, when, refused)
    steps = _steps(together)
    return Cumulative(
        law,
        tuple(step.amended for step in steps),
        _came(law, steps),
        composed(steps),
        tuple(conflicts(together)),
    )


def _steps(together: Together) -> list[Traced]:
    """Apply the bills one after the other."""
    steps: list[Traced] = []
    for at, act in enumerate(together.acts):
        if at < 2:
            steps.append(together.after(at, 0) if at else together.alone(0))
            continue
        law = steps[-1].amended.new
        steps.append(traced(act, law, when=together.when, contradicted=together.contradicted[at]))
    return steps


def _came(law: Tree, steps: Sequence[Traced]) -> tuple[Mapping[str, str], ...]:
    """Return the identifiers in the law in force of the units before each step, and after the last one."""
    known: dict[str, str] = {unit.eid: unit.eid for unit in law.units}
    found = [known]
    for step in steps:
        known = {eid: known[before] for eid, before in step.came.items() if before in known}
        found.append(known)
    return tuple(found)
