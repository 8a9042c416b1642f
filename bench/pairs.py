"""The pairs of editions that everything is run on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

from attrs import field, frozen

from aigaq.law.read import read
from aigaq.law.structure import parse
from aigaq.law.structure.unit import PERIPHERAL, Kind, Tree, Unit
from bench.fiction import Author, Piece
from bench.layout import Page, Span, first_collector, second_collector
from bench.plant import Amender, amend

ARTICLES = 420
SEED = 20320610
ROOT = Path(__file__).resolve().parent.parent


@frozen
class Expected:
    """A row that a perfect comparison has.

    Args:
        kind: The word that aigaq has for the change.
        old_eids: Units of the old edition.
        new_eids: Units of the new edition.
        deleted: Words taken out.
        inserted: Words put in.
        old: Where those units stand in the old text.
        new: Where they stand in the new text.
    """

    kind: str
    old_eids: tuple[str, ...]
    new_eids: tuple[str, ...]
    deleted: int
    inserted: int
    old: tuple[Span, ...] = field(default=(), eq=False)
    new: tuple[Span, ...] = field(default=(), eq=False)


@frozen
class Pair:
    """Two editions and what is known of them.

    Args:
        name: What the report calls it.
        old: Text of the old edition.
        new: Text of the new edition.
        untouched: For every unit that is the same in both editions, where it stands in the old and in the new text.
        expected: The planted changes; empty where nobody planted any.
    """

    name: str
    old: str
    new: str
    untouched: tuple[tuple[Span, Span], ...]
    expected: tuple[Expected, ...] = ()

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both texts into ``folder`` and return the files."""
        files = folder / "old.txt", folder / "new.txt"
        for file, text in zip(files, (self.old, self.new), strict=True):
            file.write_text(text, encoding="utf-8", newline="")
        return files


def shared() -> Path | None:
    """Return the folder of real texts beside the checkout, or None."""
    folder = Path(os.environ.get("AIGAQ_SHARED", ROOT.parent / "shared"))
    return folder if (folder / "data" / "kz").is_dir() else None


def education(folder: Path) -> Pair:
    """Return the Law on Education, January and April 2026, from the folder of real texts.

    Nobody planted anything here. A unit counts as untouched when both editions have one of its eId with the same
    key: the parser is trusted for it, the comparison is not.
    """
    old, new = (
        parse(read(folder / "data" / "kz" / "editions" / f"education@{edition}.ru.txt"))
        for edition in ("2026-01", "2026-04")
    )
    there = {unit.eid: unit for unit in _law(new)}
    untouched = tuple(
        (span(unit), span(there[unit.eid]))
        for unit in _law(old)
        if unit.eid in there and (unit.kind, unit.key) == (there[unit.eid].kind, there[unit.eid].key)
    )
    return Pair("education", old.source.text, new.source.text, untouched)


def _law(tree: Tree) -> Iterable[Unit]:
    kept = (unit for unit in tree.units if unit.kind is not Kind.LAW and unit.kind not in PERIPHERAL)
    return (unit for unit in kept if unit.key and not unit.repealed)


def span(unit: Unit) -> Span:
    """Return where number and wording of a unit stand."""
    return unit.start, unit.wording[1]


def renumbered(*, times: int = 1, articles: int = ARTICLES, seed: int = SEED) -> Pair:
    """Return a fictional law whose new edition renumbers all articles but two, with known changes.

    Args:
        times: How many times as long, with as many times the changes.
        articles: Articles of the old edition, before ``times``.
        seed: Seed of the generator; one seed gives one pair.
    """
    author = Author(Random(seed))
    law = author.law(articles * times)
    amended, amender = amend(law, author, times=times)
    before, after = first_collector(law), second_collector(amended, amender.amended)
    name = "mass renumbering" if times == 1 else f"mass renumbering, {times} times as long"
    untouched = _untouched(before, after, amender)
    return Pair(name, before.text, after.text, untouched, _expected(law, amended, amender, (before, after)))


def _untouched(before: Page, after: Page, amender: Amender) -> tuple[tuple[Span, Span], ...]:
    changed = {identity for change in amender.planted for identity in (*change.old, *change.new)}
    same = (identity for identity in before.spans if identity in after.spans and identity not in changed)
    return tuple((before.spans[identity], after.spans[identity]) for identity in same)


def _expected(
    law: list[Piece], amended: list[Piece], amender: Amender, pages: tuple[Page, Page]
) -> tuple[Expected, ...]:
    old, new = _eids(law), _eids(amended)
    before, after = pages
    return tuple(
        Expected(
            kind=change.kind,
            old_eids=tuple(old[identity] for identity in change.old),
            new_eids=tuple(new[identity] for identity in change.new),
            deleted=change.deleted,
            inserted=change.inserted,
            old=tuple(before.spans[identity] for identity in change.old),
            new=tuple(after.spans[identity] for identity in change.new),
        )
        for change in amender.planted
    )


def _eids(law: list[Piece]) -> dict[int, str]:
    return {piece.identity: eid for chapter in law for eid, piece in chapter.walk()}
