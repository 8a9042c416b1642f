"""What two acts, one in each language, say together: the values of a pairing."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from aigaq.law.drafting.instruction import Act
from aigaq.values import Message


class Code(StrEnum):
    """What two acts do not say alike.

    ``one-language-only``: only one of them has the instruction. ``aimed-elsewhere``: the same is done to another place.
    ``other-operation``: something else is done to the same place. ``other-number``: units of other numbers, or of
    another kind, are put in. ``other-count``: another number of words is listed. ``other-force``: it enters into force
    at another time. ``quoted-structure``: the quoted units have other numbers. ``quoted-paragraphs``: they have as many
    numbers and not as many paragraphs. ``other-order``: the same instructions stand in another order. ``other-law``:
    the amended laws have other dates. ``deliberate``: one act says that the text in one language stays as it is.
    ``not-read``: only one of them has the instruction, as far as the other was understood. ``target-in-one-text``:
    the place stands in the law in one language only. ``other-outcome``: it can be applied in one language only.
    """

    ONE_LANGUAGE = "one-language-only"
    AIMED = "aimed-elsewhere"
    OPERATION = "other-operation"
    NUMBER = "other-number"
    COUNT = "other-count"
    FORCE = "other-force"
    STRUCTURE = "quoted-structure"
    PARAGRAPHS = "quoted-paragraphs"
    ORDER = "other-order"
    LAW = "other-law"
    DELIBERATE = "deliberate"
    NOT_READ = "not-read"
    TARGET = "target-in-one-text"
    OUTCOME = "other-outcome"


class Grade(StrEnum):
    """How much a finding weighs: a contradiction must not be applied, a remark is for a person to look at."""

    CONTRADICTION = "contradiction"
    REMARK = "remark"


@frozen
class Finding:
    """Something that two acts do not say alike.

    Args:
        code: What it is.
        grade: How much it weighs.
        one: Indices of the instructions of the one act that it is about.
        other: Indices of the instructions of the other act.
        message: It, as a sentence.
    """

    code: Code
    grade: Grade
    one: tuple[int, ...]
    other: tuple[int, ...]
    message: Message


@frozen
class Pairing:
    """Two acts with their instructions in pairs.

    Args:
        one: The one act.
        other: The act in the other language.
        laws: Indices of the laws that both amend, in pairs.
        pairs: Indices of the instructions that are one and the same edit, in pairs, in the order of the one act.
        findings: What they do not say alike, in the order of the one act; what only the other one has comes where it
            would stand.
    """

    one: Act
    other: Act
    laws: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int], ...]
    findings: tuple[Finding, ...]

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """The findings that must not be passed over."""
        return tuple(finding for finding in self.findings if finding.grade is Grade.CONTRADICTION)
