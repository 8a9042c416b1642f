"""A pairing as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aigaq.law.drafting.instruction import Act
from aigaq.law.pair.contradicted import contradicted
from aigaq.law.pair.pairing import Finding, Pairing

SCHEMA: Final = "aigaq/pairing"
VERSION: Final = "1"
"""Raised when a name goes or changes its meaning; new names may come without it."""

Data = Mapping[str, object]


def data(pairing: Pairing) -> Data:
    """Return a pairing as plain values.

    ``acts`` (two: the one, the other) each with ``role``, ``sha256``, ``language``, ``title``, ``instructions`` (how
    many), ``unclaimed`` (how many stretches were not understood) and ``contradicted`` (indices of the instructions that
    are not applied); ``laws`` and ``pairs``, each ``{"one": index, "other": index}``; ``findings``, each with ``code``,
    ``grade``, ``one`` and ``other`` (lists of ``{"index", "address", "op"}``) and ``message`` (English).
    """
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "official": False,
        "acts": [_act("one", pairing.one, pairing), _act("other", pairing.other, pairing)],
        "laws": [{"one": one, "other": other} for one, other in pairing.laws],
        "pairs": [{"one": one, "other": other} for one, other in pairing.pairs],
        "findings": [_finding(finding, pairing) for finding in pairing.findings],
    }


def _act(role: str, act: Act, pairing: Pairing) -> Data:
    return {
        "role": role,
        "sha256": act.source.sha256,
        "language": act.language.value,
        "title": act.title,
        "instructions": len(act.instructions),
        "unclaimed": len(act.accounting.unclaimed),
        "contradicted": sorted(contradicted(pairing, act.language)),
    }


def _finding(finding: Finding, pairing: Pairing) -> Data:
    return {
        "code": finding.code.value,
        "grade": finding.grade.value,
        "one": [_instruction(pairing.one, index) for index in finding.one],
        "other": [_instruction(pairing.other, index) for index in finding.other],
        "message": str(finding.message),
    }


def _instruction(act: Act, index: int) -> Data:
    instruction = act.instructions[index]
    return {"index": index, "address": instruction.address, "op": instruction.op.value}
