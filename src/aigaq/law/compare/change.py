"""The values of a comparison: change, segment, proof, ledger check, difference of the copies."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen

from aigaq.law.structure.unit import Amendment, Kind, Tree


class ChangeKind(StrEnum):
    """What happened to a unit."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    INSERTED = "inserted"
    REPEALED = "repealed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class Op(StrEnum):
    """What happened to a run of words."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@frozen
class Segment:
    """A run of words; both sides quote their own original.

    Args:
        op: What happened to it.
        old: The words in the old text; "" for an insertion.
        new: The words in the new text; "" for a deletion.
    """

    op: Op
    old: str
    new: str


@frozen
class Change:
    """One row of the table.

    Args:
        kind: What happened. A renumbered or moved unit whose words changed too has segments that say so.
        unit: Kind of the unit.
        old_eids: The units of the old text it concerns, in order; empty for an insertion.
        new_eids: The units of the new text; empty when nothing is left, not even a stub.
        old_label: How a lawyer names the old unit, in the language of the text; "" for an insertion.
        new_label: The same for the new unit.
        old: Wording in force, number included, one line a paragraph; everything inside a unit that came or went
            as a whole stands in it.
        new: New wording, likewise. The stub of a repealed unit is quoted here as it stands.
        words: Word-level difference between ``old`` and ``new``; a stub is no wording and stands in neither.
        deleted: Words taken out.
        inserted: Words put in.
        group: Headed units it stands in, outermost first, each as ``(eid, "Глава 5. …")``.
        acts: Ledger entries that explain it.
        made_by: Instructions of an amending act that make it, each as people name it; empty where two editions are
            compared.
    """

    kind: ChangeKind
    unit: Kind
    old_eids: tuple[str, ...]
    new_eids: tuple[str, ...]
    old_label: str
    new_label: str
    old: str
    new: str
    words: tuple[Segment, ...]
    deleted: int
    inserted: int
    group: tuple[tuple[str, str], ...] = ()
    acts: tuple[Amendment, ...] = ()
    made_by: tuple[str, ...] = ()

    @property
    def eid(self) -> str:
        """The unit's identifier: in the new text if it is there, else in the old."""
        return (self.new_eids or self.old_eids)[0]

    @property
    def label(self) -> str:
        """The unit's name: in the new text if it is there, else in the old."""
        return self.new_label or self.old_label


@frozen
class CopyDifference:
    """A difference between the two copies that is no change of the law (law-kz, traps 11 and 12).

    Args:
        reason: ``"periphery"`` (front matter, contents, signature present in one copy only), ``"preamble"``
            (one copy has none), ``"stub"`` (a repeal stub present in one copy only), ``"doubled"`` (a heading
            that one copy has twice), ``"marker"`` (a digit of a number lost in one copy), ``"figures"`` (a number
            typed so that it may be read otherwise), ``"note"`` (a paragraph read as an editors' note that names
            no act and stands in one text only).
        old_eids: Units of the old text concerned.
        new_eids: Units of the new text concerned.
        label: How a lawyer names the unit.
        old: What stands in the old copy; "" for nothing.
        new: What stands in the new copy.
    """

    reason: str
    old_eids: tuple[str, ...]
    new_eids: tuple[str, ...]
    label: str
    old: str
    new: str


@frozen
class Proof:
    """Whether old text + changes = new text, and how much the changes are.

    Args:
        holds: True when the law rebuilt from the old text equals the new one exactly.
        units: Units of the old law.
        unchanged: Units of the old law that are in the new one word for word, at the same place and number.
        unchanged_share: ``unchanged / units``, because "delete all, insert all" would prove itself too.
        edit_size: Words deleted plus words inserted.
        first_difference: Where the rebuilt law and the new one part, when they do; else "".
    """

    holds: bool
    units: int
    unchanged: int
    unchanged_share: float
    edit_size: int
    first_difference: str = ""


@frozen
class LedgerCheck:
    """What the notes explain and what they do not.

    Args:
        in_force: Entries that are in force by the new text's notes and were not by the old one's.
        announced: Entries announced in the new text and not yet in force.
        newly_announced: Those of ``announced`` that the old text did not announce.
        explained: Indices of changes that an entry of ``in_force`` explains.
        unexplained: Indices of changes that none explains.
        unfulfilled: Entries of ``in_force`` whose unit shows no change.
        older: Notes on the whole law that only the new copy has and that are older than the old copy: a
            difference of the copies.
    """

    in_force: tuple[Amendment, ...] = ()
    announced: tuple[Amendment, ...] = ()
    newly_announced: tuple[Amendment, ...] = ()
    explained: tuple[int, ...] = ()
    unexplained: tuple[int, ...] = ()
    unfulfilled: tuple[Amendment, ...] = ()
    older: tuple[Amendment, ...] = ()


@frozen
class Comparison:
    """Everything that one comparison found.

    Args:
        old: The old text.
        new: The new text.
        changes: The changes of the law, in the order of the new text.
        copies: Differences of the copies, reported apart.
        apart: Counts of what is no change and was set aside: units that differ in ``layout`` or ``typing`` (and of
            those, in ``lookalike``, ``quote``, ``dash``, ``spacing``…), ``notes_old``, ``notes_new``.
        proof: Whether old text + changes = new text.
        ledger: What the notes explain.
    """

    old: Tree
    new: Tree
    changes: tuple[Change, ...]
    copies: tuple[CopyDifference, ...]
    apart: Mapping[str, int]
    proof: Proof
    ledger: LedgerCheck
