"""The fictional law of the examples: every planted change is found, and nothing else."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aigaq.law.compare import Change, Comparison, compare
from aigaq.law.read import read
from aigaq.law.structure import parse

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "public-libraries"
TRUTH: dict[str, Any] = tomllib.loads((FOLDER / "changes.toml").read_text(encoding="utf-8"))
LANGUAGES = ["ru", "kk"]


@cache
def result(language: str) -> Comparison:
    old, new = (parse(read(FOLDER / f"{TRUTH[side]}.{language}.txt")) for side in ("old", "new"))
    return compare(old, new)


def planted(language: str) -> list[dict[str, Any]]:
    return [change for change in TRUTH["change"] if language in change["languages"]]


def eids(listed: list[str]) -> tuple[str, ...]:
    return tuple("preamble__al_1" if eid == "preamble" else eid for eid in listed)


def row(language: str, change: dict[str, Any]) -> Change | None:
    """Return the row of a planted change."""
    wanted = change["kind"], eids(change["old"]), eids(change["new"])
    rows = [found for found in result(language).changes if (found.kind.value, found.old_eids, found.new_eids) == wanted]
    return rows[0] if len(rows) == 1 else None


CASES = [
    pytest.param(language, change, id=f"{change['id']}-{language}")
    for language in LANGUAGES
    for change in planted(language)
]


@pytest.mark.parametrize(("language", "change"), CASES)
def test_a_planted_change_is_found(language: str, change: dict[str, Any]) -> None:
    found = row(language, change)
    assert found is not None, [(row.kind.value, row.old_eids, row.new_eids) for row in result(language).changes]
    words = change["words"][language]
    assert (found.deleted, found.inserted) == (words["deleted"], words["inserted"])


@pytest.mark.parametrize(("language", "change"), CASES)
def test_a_planted_change_is_explained_by_its_act(language: str, change: dict[str, Any]) -> None:
    found = row(language, change)
    assert found is not None
    acts = [entry.act for entry in found.acts]
    assert change["law"] in acts if change["explained"] else acts == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_found(language: str) -> None:
    assert len(result(language).changes) == len(planted(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proof_holds(language: str) -> None:
    proof = result(language).proof
    assert proof.holds, proof.first_difference
    words = [change["words"][language] for change in planted(language)]
    assert proof.edit_size == sum(count["deleted"] + count["inserted"] for count in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_stand_in_the_order_of_the_new_text(language: str) -> None:
    order = {unit.eid: at for at, unit in enumerate(result(language).new.units)}
    places = [order[change.new_eids[0]] for change in result(language).changes if change.new_eids]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_planted_change_is_unexplained(language: str) -> None:
    found = result(language)
    unexplained = [found.changes[at].eid for at in found.ledger.unexplained]
    assert unexplained == [eids(change["new"])[0] for change in planted(language) if not change["explained"]]
    assert sorted((*found.ledger.explained, *found.ledger.unexplained)) == list(range(len(found.changes)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_planted_note_is_unfulfilled(language: str) -> None:
    unfulfilled = [(entry.target, entry.act) for entry in result(language).ledger.unfulfilled]
    assert unfulfilled == [(note["eid"], note["law"]) for note in TRUTH["unfulfilled"] if language in note["languages"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pending_notes(language: str) -> None:
    ledger = result(language).ledger
    pending = {(note["eid"], note["law"]): note["outcome"] for note in TRUTH["pending"]}
    announced = {(entry.target, entry.act) for entry in ledger.announced}
    assert announced == {key for key, outcome in pending.items() if outcome != "done"}
    newly = {(entry.target, entry.act) for entry in ledger.newly_announced}
    assert newly == {key for key, outcome in pending.items() if outcome == "announced"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_differences_of_the_copies(language: str) -> None:
    found = result(language)
    stubs = [copy.new_eids for copy in found.copies if copy.reason == "stub"]
    assert stubs == [(change["stub"],) for change in planted(language) if "stub" in change]
    assert {copy.reason for copy in found.copies} == {"stub", "periphery", "note"}
    assert all(copy.new_eids[0].startswith("front_") for copy in found.copies if copy.reason == "periphery")
    stood = [stub["eid"] for stub in TRUTH["stub"]]
    assert not [change for change in found.changes if set(stood) & {*change.old_eids, *change.new_eids}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_and_layout_are_counted_apart(language: str) -> None:
    apart = result(language).apart
    assert apart["lookalike"] > 0 and apart["dash"] > 0 and apart["quote"] > 0 and apart["layout"] > 0
    assert apart["notes_new"] > apart["notes_old"]


def test_both_languages_show_the_same_changes_but_the_planted_one() -> None:
    shown = {
        language: {(row.kind, row.old_eids, row.new_eids) for row in result(language).changes} for language in LANGUAGES
    }
    only = [eids(change["new"]) for change in TRUTH["change"] if len(change["languages"]) == 1]
    assert [row[2] for row in shown["ru"] ^ shown["kk"]] == only


def test_words_of_a_repealed_and_of_an_inserted_article() -> None:
    """A whole article or chapter is one row with everything that stands in it."""
    for change in TRUTH["change"]:
        found = row("ru", change) if "ru" in change["languages"] else None
        if "units" in change and found is not None:
            text = found.old if change["kind"] == "repealed" else found.new
            heading = change["kind"] == "repealed"  # It stays in the text, so it is quoted and not listed.
            assert len(text.splitlines()) == len(change["units"]) + heading
