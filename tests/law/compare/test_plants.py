"""Random laws, random edits: the proof always holds, every planted edit is found, nothing untouched is a change."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from aigaq.law.compare import compare
from aigaq.values import Language
from tests.law.compare.plants import (
    BROKEN,
    EDITS,
    INDENTED,
    Garden,
    Judged,
    Layout,
    gardens,
    grow,
    judge,
    names,
    plant,
    tree,
    write,
)

LANGUAGES = [Language.RU, Language.KK]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def told(found: Judged) -> str:
    """Return what is wrong with a comparison, or an empty text."""
    lines = [f"missed {edit.kind.value} {edit.old} {edit.new}" for edit in found.missed]
    lines += [f"wrong {row}" for row in found.wrong]
    lines += [f"{edit.kind.value} {edit.deleted}/{edit.inserted}, told {out}/{into}" for edit, out, into in found.sizes]
    return "\n".join(lines)


def size(garden: Garden) -> int:
    return sum(edit.deleted + edit.inserted for edit in garden.planted)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", [INDENTED, BROKEN])
def test_what_is_written_is_parsed_again(language: Language, layout: Layout) -> None:
    law = grow(Random(3), articles=40, language=language, seed=3)
    assert len(set(names(law, tree(write(law, layout), language=language)).values())) == len(list(law.walk()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edit", list(EDITS))
def test_each_kind_of_edit_is_found(edit: str, language: Language) -> None:
    planted = 0
    for seed in range(5):
        garden = plant(Random(seed), grow(Random(seed), articles=10, language=language, seed=seed), [edit] * 3)
        found = judge(garden)
        planted += len(garden.planted)
        assert found.comparison.proof.holds, found.comparison.proof.first_difference
        assert not told(found), f"seed {seed}\n{told(found)}"
    assert planted >= 3


def test_a_merge_is_found_where_both_copies_are_typed_alike() -> None:
    garden = plant(Random(2), grow(Random(2), articles=10, seed=2), ["merge"] * 3)
    assert len(garden.planted) == 3
    assert not told(judge(garden, INDENTED, INDENTED))


def test_a_merge_is_found_where_the_copies_differ_in_typing() -> None:
    garden = plant(Random(2), grow(Random(2), articles=10, seed=2), ["merge"] * 3)
    assert not told(judge(garden, INDENTED, Layout(typed=0.05)))


def test_a_merge_is_found_where_the_article_has_another_number() -> None:
    garden = plant(Random(2), grow(Random(2), articles=10, seed=2), ["merge", "renumber all"])
    assert not told(judge(garden, INDENTED, INDENTED))


@pytest.mark.parametrize("seed", range(25))
def test_many_edits_at_once_are_found_and_counted(seed: int) -> None:
    rng = Random(seed)
    kinds = [edit for edit in EDITS if edit != "renumber all"]
    language = LANGUAGES[seed % 2]
    law = grow(rng, articles=rng.randint(5, 30), language=language, seed=seed)
    garden = plant(rng, law, [rng.choice(kinds) for _ in range(rng.randint(3, 18))])
    found = judge(garden, *((INDENTED, BROKEN) if seed % 3 else (BROKEN, INDENTED)))
    proof = found.comparison.proof
    assert proof.holds, proof.first_difference
    assert not told(found)
    assert abs(proof.edit_size - size(garden)) <= 0.05 * size(garden)


def test_a_mass_renumbering_is_told_as_such() -> None:
    garden = plant(Random(4), grow(Random(4), articles=60, seed=4), ["renumber all"])
    found = judge(garden)
    assert not told(found)
    assert found.comparison.proof.holds
    kinds = {change.kind.value for change in found.comparison.changes}
    assert kinds == {"renumbered", "inserted"}
    assert found.comparison.proof.edit_size == size(garden)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(gardens(), st.sampled_from([(INDENTED, BROKEN), (BROKEN, INDENTED), (INDENTED, INDENTED)]))
def test_the_proof_always_holds(garden: Garden, layouts: tuple[Layout, Layout]) -> None:
    proof = judge(garden, *layouts).comparison.proof
    assert proof.holds, proof.first_difference


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(gardens(most=3, kinds=[edit for edit in EDITS if edit != "renumber all"]))
def test_planted_edits_are_found_and_nothing_else(garden: Garden) -> None:
    assert not told(judge(garden))


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(1, 5), st.sampled_from(LANGUAGES))
def test_any_two_laws_are_proved(one: int, other: int, articles: int, language: Language) -> None:
    ours = grow(Random(one), articles=articles, language=language, seed=one % 7)
    theirs = grow(Random(other), articles=articles + other % 3, language=language, seed=other % 5)
    old, new = tree(write(ours), language=language), tree(write(theirs, BROKEN), language=language)
    proof = compare(old, new).proof
    assert proof.holds, proof.first_difference


def shuffled(rng: Random, lines: list[str]) -> list[str]:
    """Return the lines of a law with some lost, doubled and put elsewhere."""
    found = [line for line in lines for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 2)))]
    for _ in range(rng.randrange(6)):
        found.insert(rng.randrange(len(found) + 1), found.pop(rng.randrange(len(found)))) if found else None
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@example(366, Language.RU)  # A chapter that was empty and no more is.
@example(8651, Language.RU)  # A part that was paired by itself, then again with the point it stands in.
@given(st.integers(0, 10_000), st.sampled_from(LANGUAGES))
def test_the_proof_holds_when_lines_are_lost_doubled_and_displaced(seed: int, language: Language) -> None:
    """Duplicate numbers, repeated phrases, units of the wrong rank: kinds are a matter of taste, the proof is not."""
    rng = Random(seed)
    lines = write(grow(rng, articles=5, language=language, seed=seed % 11)).splitlines()
    old, new = (
        tree("\n".join([*lines[:3], *shuffled(rng, lines[3:]), *lines[-3:]]), language=language) for _ in range(2)
    )
    proof = compare(old, new).proof
    assert proof.holds, proof.first_difference
