"""Parsing invented law, and how a parsed law is written down in a test."""

from __future__ import annotations

from aigaq.law.source import Source
from aigaq.law.structure import Kind, Tree, Unit, parse
from aigaq.values import Language


def tree(text: str, *, language: Language | None = None, tables: tuple[tuple[int, int], ...] = ()) -> Tree:
    """Parse an invented text; the text must come back from the units, or the test fails here."""
    source = Source(name="invented.txt", media="text/plain", sha256="0" * 64, text=text, tables=tables)
    parsed = parse(source, in_language=language)
    assert parsed.source_text() == text
    return parsed


def kazakh(text: str) -> Tree:
    return tree(text, language=Language.KK)


def eids(parsed: Tree) -> list[str]:
    """Return the eIds of the units in order, the law itself left out."""
    return [unit.eid for unit in parsed.units[1:]]


def below(parsed: Tree, eid: str) -> list[str]:
    """Return the last steps of what stands directly in a unit."""
    return [child.eid.rsplit("__", 1)[-1] for child in parsed.by_eid[eid].children]


def law_words(parsed: Tree) -> str:
    """Return all wording that the tree holds to be law, repealed stubs left out."""
    return " ".join(unit.text for unit in parsed.units if not unit.repealed)


def note_texts(parsed: Tree) -> list[str]:
    return [parsed.source.text[note.start : note.end] for note in parsed.notes if not note.stub]


def shape(parsed: Tree) -> list[tuple[Kind, str, str, bool]]:
    """Return what two copies of one law must have in common: kinds, numbers and keys in order."""
    return [(unit.kind, unit.number, unit.key, unit.repealed) for unit in parsed.units]


def ledger(parsed: Tree) -> list[tuple[str, str, str]]:
    return [(entry.act, entry.action.value, entry.target) for entry in parsed.ledger]


def only(parsed: Tree, kind: Kind) -> Unit:
    """Return the one unit of a kind."""
    (unit,) = (unit for unit in parsed.units if unit.kind is kind)
    return unit
