"""What a check says: a state of the facts, and the verdict that follows for a rule that binds."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen

from aigaq.bill.regimes import Regime
from aigaq.bill.rule import Rule
from aigaq.bill.standard import Standard
from aigaq.locale import N_
from aigaq.values import Message


class State(StrEnum):
    """What the facts say, before it is asked whether the rule binds."""

    KEPT = "kept"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    IDLE = "idle"


class Verdict(StrEnum):
    """The verdict on one rule."""

    COMPLIED = "complied"
    BREACH = "breach"
    SHORT = "falls-short"
    NOT_APPLICABLE = "not-applicable"
    COULD_NOT_LOOK = "could-not-look"


NAMES: Final = {
    Verdict.COMPLIED: N_("complied"),
    Verdict.BREACH: N_("breach of a domestic rule"),
    Verdict.SHORT: N_("falls short of an international standard"),
    Verdict.NOT_APPLICABLE: N_("not applicable"),
    Verdict.COULD_NOT_LOOK: N_("could not be looked at"),
}
"""What people read."""


class Binds(StrEnum):
    """Whether a rule binds whoever introduced this bill."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


@frozen(order=True)
class Evidence:
    """What a fact rests on.

    Args:
        kind: ``event``, ``document``, ``look``, ``law``.
        id: Its id; a look is known by its number in the order of dates, from 1.
    """

    kind: str
    id: str


@frozen
class Outcome:
    """What one check found on one occasion.

    Args:
        subject: The occasion: which reading, which paper.
        state: What the facts say.
        fact: What is known, in one sentence.
        evidence: What that rests on.
    """

    subject: Message
    state: State
    fact: Message
    evidence: tuple[Evidence, ...] = ()


@frozen
class Otherwise:
    """What the verdict would be if another value of a disputed fact were taken.

    Args:
        event: Id of the event.
        fact: Name of the fact.
        value: The other value.
        sources: Who states it.
        verdict: What would follow; None where the occasion itself would be gone.
    """

    event: str
    fact: str
    value: str
    sources: tuple[str, ...]
    verdict: Verdict | None


@frozen
class Finding:
    """One line of the procedure sheet.

    Args:
        rule: The rule.
        regime: The regime that it belongs to; None for an international standard.
        outcome: What was found.
        binds: Whether the rule binds whoever introduced the bill.
        why: Why it does not, or why that is not known; None where it does.
        verdict: The verdict.
        otherwise: Other verdicts that a disputed fact would give.
        standard: The international standard that the rule comes from; None for a domestic rule.
    """

    rule: Rule
    regime: Regime | None
    outcome: Outcome
    binds: Binds
    why: Message | None
    verdict: Verdict
    otherwise: tuple[Otherwise, ...] = ()
    standard: Standard | None = None


def verdict(rule: Rule, outcome: Outcome, *, binds: Binds) -> Verdict:
    """Return the verdict that follows: never a breach of a rule that does not bind, or may not."""
    if binds is Binds.NO or outcome.state is State.IDLE:
        return Verdict.NOT_APPLICABLE
    if binds is Binds.NOT_KNOWN or outcome.state is State.UNKNOWN:
        return Verdict.COULD_NOT_LOOK
    if outcome.state is State.KEPT:
        return Verdict.COMPLIED
    return Verdict.BREACH if rule.domestic else Verdict.SHORT
