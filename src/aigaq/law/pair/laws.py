"""Two acts held against the law in both languages: places that one text lacks, edits that only one text takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from aigaq.law.amend.amend import amend
from aigaq.law.amend.apply import EVERYTHING, Application, When
from aigaq.law.amend.grow import grow
from aigaq.law.amend.names import law_of
from aigaq.law.amend.outcome import Outcome, Reason, Status
from aigaq.law.amend.spot import Unresolved
from aigaq.law.drafting.instruction import Act
from aigaq.law.pair.names import where
from aigaq.law.pair.pairing import Code, Finding, Grade, Pairing
from aigaq.law.structure.unit import Tree
from aigaq.values import Language, Message

_Places = frozenset[tuple[object, ...]] | None
"""Units that an instruction is aimed at; None when the text has no such place."""


def with_laws(pairing: Pairing, laws: tuple[Tree, Tree], *, when: When = EVERYTHING) -> Pairing:
    """Return a pairing with what the law in both languages adds to it.

    Added are ``target-in-one-text`` and ``other-outcome``. Two places that are named differently, and are the same unit
    of the law, are no contradiction any more. Of acts that amend several laws this is done for the law that is given;
    it can be done for one after another.

    Args:
        pairing: Both acts in pairs.
        laws: The law in force, in the language of the one act and in that of the other.
        when: The day for which the texts are wanted.

    Raises:
        Refused: As `aigaq.law.amend.amend` does: an act and a law do not belong together.
    """
    pairs = _pairs(pairing, laws)
    places = [_places(act, law, when) for act, law in zip((pairing.one, pairing.other), laws, strict=True)]
    ours, theirs = (
        amend(act, law, when=when).outcomes for act, law in zip((pairing.one, pairing.other), laws, strict=True)
    )
    same = {(one, other) for one, other in pairs if _same(places[0][one], places[1][other])}
    found = [_weighed(finding, same) for finding in pairing.findings]
    for one, other in pairs:
        found += _targets(pairing, (one, other), (places[0][one], places[1][other]))
        found += _outcomes(pairing, (ours[one], theirs[other]))
    return evolve(pairing, findings=tuple(found))


def _pairs(pairing: Pairing, laws: tuple[Tree, Tree]) -> list[tuple[int, int]]:
    """Return the pairs of instructions that are for this law in both acts."""
    one, other = law_of(pairing.one, laws[0]), law_of(pairing.other, laws[1])
    ours, theirs = pairing.one.instructions, pairing.other.instructions
    return [(at, to) for at, to in pairing.pairs if ours[at].law == one and theirs[to].law == other]


def _places(act: Act, law: Tree, when: When) -> Sequence[_Places]:
    """Return the units that each instruction is aimed at, in the law in force."""
    application = Application(grow(law), act, when)
    found: list[_Places] = []
    for instruction in act.instructions:
        try:
            spots = application.spots(instruction)
        except Unresolved as refusal:
            found.append(None if refusal.reason is Reason.TARGET_NOT_FOUND else frozenset())
            continue
        found.append(frozenset((spot.node.eid, spot.first, spot.own, spot.inner, spot.sentence) for spot in spots))
    return found


def _same(ours: _Places, theirs: _Places) -> bool:
    return bool(ours) and ours == theirs


def _weighed(finding: Finding, same: set[tuple[int, int]]) -> Finding:
    if finding.code is Code.AIMED and (*finding.one, *finding.other) in same:
        return evolve(finding, grade=Grade.REMARK)
    return finding


def _targets(pairing: Pairing, pair: tuple[int, int], places: tuple[_Places, _Places]) -> Iterator[Finding]:
    if (places[0] is None) is (places[1] is None):
        return
    there = pairing.one.language if places[0] is not None else pairing.other.language
    said = Message(
        "the place that {one} and {other} are about stands in the Russian text of the law only"
        if there is Language.RU
        else "the place that {one} and {other} are about stands in the Kazakh text of the law only",
        one=where(pairing.one.instructions[pair[0]]),
        other=where(pairing.other.instructions[pair[1]]),
    )
    yield Finding(Code.TARGET, Grade.REMARK, pair[:1], pair[1:], said)


def _outcomes(pairing: Pairing, outcomes: tuple[Outcome, Outcome]) -> Iterator[Finding]:
    """Yield that an edit can be applied in one language only."""
    if {outcome.status for outcome in outcomes} != {Status.APPLIED, Status.UNRESOLVED}:
        return
    done = pairing.one.language if outcomes[0].status is Status.APPLIED else pairing.other.language
    said = Message(
        "{one} and {other} can be applied to the Russian text of the law only"
        if done is Language.RU
        else "{one} and {other} can be applied to the Kazakh text of the law only",
        one=where(outcomes[0].instruction),
        other=where(outcomes[1].instruction),
    )
    one, other = (outcome.instruction.index for outcome in outcomes)
    yield Finding(Code.OUTCOME, Grade.REMARK, (one,), (other,), said)
