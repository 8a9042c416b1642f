"""Comparisons of the fictional law in `examples/`, and one made by hand."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from attrs import evolve

from aigaq.law.compare import Change, ChangeKind, Comparison, LedgerCheck, Op, Segment, compare
from aigaq.law.read import read
from aigaq.law.structure import Amendment, Kind, Stated, Tree, parse
from aigaq.law.structure.unit import Action
from tests.source import ROOT

FOLDER = ROOT / "examples" / "public-libraries"


@cache
def tree(language: str, edition: str) -> Tree:
    return parse(read(FOLDER / f"law@{edition}.{language}.txt"))


@cache
def fictional(language: str) -> Comparison:
    """Return the comparison of the two editions of the fictional law."""
    return compare(tree(language, "2032-06"), tree(language, "2033-02"))


def unchanged() -> Comparison:
    """Return the comparison of a text with itself."""
    return compare(tree("ru", "2033-02"), tree("ru", "2033-02"))


def amendment(**other: Any) -> Amendment:
    known = Amendment("902-X", date(2032, 5, 12), Action.AMENDED, "art_1", False, "", None, 0)
    return evolve(known, **other)


def change(kind: ChangeKind, old: str, new: str, *words: Segment, **other: Any) -> Change:
    """Return a change made by hand."""
    plain = Change(
        kind,
        Kind.POINT,
        ("art_1__para_1",) if old else (),
        ("art_1__para_1",) if new else (),
        "ст. 1 п. 1" if old else "",
        "ст. 1 п. 1" if new else "",
        old,
        new,
        words,
        0,
        0,
    )
    return evolve(plain, **other)


def by_hand(*changes: Change, **other: Any) -> Comparison:
    """Return a comparison with these changes, no cross-check, and everything else of the fictional law."""
    return evolve(fictional("ru"), changes=changes, **{"ledger": LedgerCheck(), **other})


def many(rows: int = 300) -> Comparison:
    """Return a comparison of many changes: those of the fictional law again and again."""
    base = fictional("ru")
    found = [base.changes[at % len(base.changes)] for at in range(rows)]
    return evolve(base, changes=tuple(found), ledger=evolve(base.ledger, explained=(), unexplained=()))


def untitled(found: Comparison) -> Comparison:
    """Return the comparison of two texts that state neither title nor date."""

    def bare(known: Tree) -> Tree:
        return Tree(
            known.source,
            known.language,
            known.root,
            known.units,
            title=Stated(),
            edition=Stated(),
            warnings=("a number is missing",),
        )

    return evolve(found, old=bare(found.old), new=bare(found.new))


EQUAL, DELETE, INSERT = Op.EQUAL, Op.DELETE, Op.INSERT
