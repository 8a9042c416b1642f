"""The values of a check: findings, and what was looked at."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from attrs import frozen

from aigaq.law.check.table import OfficialTable, Spot
from aigaq.law.compare.change import Comparison, Segment


class Code(StrEnum):
    """What is wrong with a table, the gravest first."""

    OMITTED = "omitted"
    PARTLY_OMITTED = "partly-omitted"
    INVENTED = "invented"
    MISQUOTED_NEW = "misquoted-new"
    MISQUOTED_OLD = "misquoted-old"
    UNIT_NOT_FOUND = "unit-not-found"
    COULD_NOT_LOOK = "could-not-look"


class Severity(StrEnum):
    """How much a finding matters: a change hidden or invented, a wording wrong, a row that nobody could check."""

    GRAVE = "grave"
    WRONG = "wrong"
    OPEN = "open"


SEVERITY: Final = {
    Code.OMITTED: Severity.GRAVE,
    Code.PARTLY_OMITTED: Severity.GRAVE,
    Code.INVENTED: Severity.GRAVE,
    Code.MISQUOTED_NEW: Severity.WRONG,
    Code.MISQUOTED_OLD: Severity.WRONG,
    Code.UNIT_NOT_FOUND: Severity.WRONG,
    Code.COULD_NOT_LOOK: Severity.OPEN,
}


@frozen
class Finding:
    """One fault of a table, or one row of it that could not be checked.

    Args:
        code: What is wrong.
        eid: Identifier of the unit; "" when none is known.
        label: How a lawyer names the unit, in the language of the law; "" when none is known.
        place: Where the row stands in the file; of a change not told, the row nearest to telling it; None for none.
        number: Number of the row as the table gives it; "" when it has none.
        named: What the row calls the unit.
        stands: What stands in the table; "" for nothing.
        old: Wording in force.
        new: Wording after the act; "" when nothing is left.
        words: For a change not told: what the act takes out and puts in. For a wrong quotation: the first
            difference, from what is right (``old``) to what stands in the table (``new``), with some words around it.
        differences: How many differences there are.
        reason: Why, as a sentence; a message that can be translated.
        changes: Indices of the changes of the comparison that it is about.
    """

    code: Code
    eid: str = ""
    label: str = ""
    place: Spot | None = None
    number: str = ""
    named: str = ""
    stands: str = ""
    old: str = ""
    new: str = ""
    words: tuple[Segment, ...] = ()
    differences: int = 0
    reason: str = ""
    changes: tuple[int, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return SEVERITY[self.code]


@frozen
class Looked:
    """What one row was held against.

    Args:
        row: Index of the row in the table.
        eids: Units that it names or quotes.
        changes: Indices of the changes that it tells, wholly or in part.
        read: False when the row could not be looked at.
    """

    row: int
    eids: tuple[str, ...]
    changes: tuple[int, ...]
    read: bool = True


@frozen
class Check:
    """A published table held against what the act does.

    Args:
        table: The table.
        comparison: The law in force and the law after the act.
        findings: What is wrong: changes that no row tells first, then by row.
        looked: What each row of this law was held against.
        told: Indices of the changes that the table tells wholly.
        other: Rows under the heading of another act, which were left aside.
        remarks: What a person should know beside the findings, as sentences.
    """

    table: OfficialTable
    comparison: Comparison
    findings: tuple[Finding, ...]
    looked: tuple[Looked, ...]
    told: tuple[int, ...]
    other: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """True when nothing was found, and every row could be looked at."""
        return not self.findings

    def of(self, *codes: Code) -> tuple[Finding, ...]:
        """Return the findings with these codes."""
        return tuple(finding for finding in self.findings if finding.code in codes)
