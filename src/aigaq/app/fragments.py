"""An act applied to units of a law by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from aigaq.app.law import VERSION
from aigaq.errors import UsageError
from aigaq.law.amend import Outcome, Status
from aigaq.law.amend.fragment import apply_each
from aigaq.law.amend.json import data
from aigaq.law.amend.place import concerns, read_place
from aigaq.law.drafting import Act, Target
from aigaq.law.read import read
from aigaq.law.structure import Tree
from aigaq.law.structure.build import parse_fragment


@frozen
class Fragment:
    """A unit of a law at hand.

    Args:
        name: The unit, as the person named it.
        place: The place it comes from.
        text: Its text.
    """

    name: str
    place: Target
    text: str


@frozen
class Amended:
    """A fragment after an act.

    Args:
        fragment: The fragment.
        text: Its text afterwards.
        outcomes: What became of the instructions that are about it.
    """

    fragment: Fragment
    text: str
    outcomes: tuple[Outcome, ...]


def open_fragment(named: str) -> Fragment:
    """Return the fragment that ``TARGET=FILE`` names.

    Raises:
        UsageError: ``fragment.form``, ``place.unknown``.
        UnreadableInput: The file cannot be read.
    """
    target, sign, file = named.partition("=")
    if not sign or not target.strip() or not file:
        raise UsageError(
            "fragment.form",
            "«{words}» is not TARGET=FILE.",
            hint="For example: --fragment «ст. 16 п. 2»=point.txt",
            words=named,
        )
    return Fragment(target.strip(), read_place(target.strip()), read(Path(file)).text)


def apply_to_fragments(act: Act, fragments: Sequence[Fragment]) -> list[Amended]:
    """Return each fragment after the instructions of an act that are about it, in their order."""
    done = []
    for fragment in fragments:
        own = [found for found in act.instructions if concerns(found, fragment.place)]
        applied = apply_each(own, fragment.text, act=act, place=fragment.place)
        done.append(Amended(fragment, applied.text, applied.outcomes))
    return done


def results(act: Act, done: Sequence[Amended]) -> Mapping[str, object]:
    """Return an act with what became of each instruction in the fragments, as plain values."""
    trees = [parse_fragment(found.fragment.text, act.language) for found in done]
    found: dict[int, tuple[Outcome, Tree]] = {}
    for amended, tree in zip(done, trees, strict=True):
        for outcome in amended.outcomes:
            known = found.get(outcome.instruction.index)
            if known is None or known[0].status is not Status.APPLIED:
                found[outcome.instruction.index] = (outcome, tree)
    outcomes = [
        found.get(instruction.index, (Outcome(instruction, Status.NOT_AT_HAND), trees[0]))
        for instruction in act.instructions
    ]
    fragments = [
        {"target": amended.fragment.name, "before": amended.fragment.text, "after": amended.text} for amended in done
    ]
    return {**data(act, outcomes, version=VERSION), "fragments": fragments}
