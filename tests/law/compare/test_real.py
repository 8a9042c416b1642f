"""Real editions: which changes are there, and that damage to a copy is no change of the law."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest

from aigaq.errors import Refused
from aigaq.law.compare import ChangeKind, Comparison, Op, compare
from aigaq.law.read import read
from aigaq.law.structure import parse
from aigaq.law.structure.unit import Kind, Tree, Unit
from aigaq.values import Language
from tests.law.compare.plants import tree

BILINGUAL = ["child-rights", "consumer-protection", "digital-assets", "personal-data", "valuation"]
COPIES = [f"{name}.{language}" for name in BILINGUAL for language in ("ru", "kk")]


@cache
def parsed(path: Path) -> Tree:
    return parse(read(path))


def editions(kz: Path, name: str, new: str) -> Comparison:
    folder = kz / "editions"
    return compare(parsed(folder / f"{name}@2026-01.ru.txt"), parsed(folder / f"{name}@{new}.ru.txt"))


def test_education_has_these_changes(kz: Path) -> None:
    result = editions(kz, "education", "2026-04")
    assert result.proof.holds, result.proof.first_difference
    assert result.proof.unchanged_share > 0.96
    kinds = [change.kind for change in result.changes]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        ChangeKind.REWORDED: 20,
        ChangeKind.INSERTED: 18,
        ChangeKind.REPEALED: 20,
        ChangeKind.MOVED: 1,
    }
    assert (result.ledger.unexplained, result.ledger.unfulfilled) == ((), ())
    assert len(result.ledger.explained) == len(result.changes)


def test_education_article_28_is_amended_by_law_248(kz: Path) -> None:
    changes = [
        change for change in editions(kz, "education", "2026-04").changes if change.eid == "art_28__para_3__al_3"
    ]
    assert [(change.kind, change.deleted, change.inserted) for change in changes] == [(ChangeKind.REWORDED, 0, 5)]
    assert [entry.act for change in changes for entry in change.acts] == ["248-VIII"]
    assert [change.label for change in changes] == ["ст. 28 п. 3 ч. 3"]
    inserted = [part for part in changes[0].words if part.op is not Op.EQUAL]
    assert [(part.op, part.old) for part in inserted] == [(Op.INSERT, "")]


def test_education_acts(kz: Path) -> None:
    acts = [[entry.act for entry in change.acts] for change in editions(kz, "education", "2026-04").changes]
    assert {(act, acts.count([act])) for act in ("236-VIII", "242-VIII", "248-VIII")} == {
        ("236-VIII", 57),
        ("242-VIII", 1),
        ("248-VIII", 1),
    }


def test_education_what_moved_into_a_new_article(kz: Path) -> None:
    moved = [change for change in editions(kz, "education", "2026-04").changes if change.kind is ChangeKind.MOVED]
    assert [(change.old_eids, change.new_eids) for change in moved] == [
        (("art_59__para_4__al_8",), ("art_55-1__para_4",))
    ]


def test_a_new_article_is_quoted_whole(kz: Path) -> None:
    new = next(change for change in editions(kz, "education", "2026-04").changes if change.new_eids == ("art_55-1",))
    numbers = [line.split(".")[0] for line in new.new.splitlines() if re.match(r"\d+\.", line)]
    assert numbers == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("name", "least", "copies"),
    [
        ("family-code", 1700, {("periphery", 4), ("preamble", 1), ("note", 2)}),
        ("labour-code", 2100, {("periphery", 4), ("note", 2)}),
        ("constitution", 550, {("figures", 1)}),
    ],
)
def test_pairs_without_a_change(kz: Path, name: str, least: int, copies: set[tuple[str, int]]) -> None:
    for result in (editions(kz, name, "2026-02"), back(editions(kz, name, "2026-02"))):
        assert (result.changes, result.proof.holds, result.proof.edit_size) == ((), True, 0)
        reasons = [copy.reason for copy in result.copies]
        assert {(reason, reasons.count(reason)) for reason in reasons} == copies
        assert (result.ledger.unexplained, result.ledger.unfulfilled) == ((), ())
        assert result.apart["layout"] > 0 and result.apart["typing"] > 0
    proof = editions(kz, name, "2026-02").proof
    assert proof.units > least
    assert proof.unchanged_share == 1.0


def test_what_a_copy_lost_is_not_counted_among_the_changed_units(kz: Path) -> None:
    result = back(editions(kz, "family-code", "2026-02"))
    assert result.changes == ()
    assert result.proof.unchanged_share == 1.0


def back(result: Comparison) -> Comparison:
    return compare(result.new, result.old)


def test_moved_words_are_neither_inserted_nor_repealed(kz: Path) -> None:
    """The moved point is quoted in both rows and counted in neither: it has a row of its own."""
    sizes = {row.eid: (row.deleted, row.inserted) for row in editions(kz, "education", "2026-04").changes}
    assert (sizes["art_55-1"], sizes["art_59__para_4"]) == ((0, 257), (254, 0))


def test_education_backwards_is_proved_too(kz: Path) -> None:
    forth, again = editions(kz, "education", "2026-04"), back(editions(kz, "education", "2026-04"))
    assert again.proof.holds, again.proof.first_difference
    assert abs(again.proof.edit_size - forth.proof.edit_size) <= 0.05 * forth.proof.edit_size


# A text against a damaged copy of itself.


def damaged(source: Tree, damage: Callable[[str], str]) -> Tree:
    return tree(damage(source.source.text), language=source.language)


def noise(text: str) -> str:
    """Return a text with other look-alike letters, quotes, dashes and spaces, as another typist has them."""
    rng = Random(1)
    swaps = {"і": "i", "о": "o", "а": "a", "–": "—", "«": '"', "»": '"', " ": "\xa0"}
    return "".join(swaps[sign] if sign in swaps and rng.random() < 0.03 else sign for sign in text)


@pytest.mark.parametrize(
    "name", ["editions/education@2026-04.kk", "bilingual/child-rights.kk", "bilingual/child-rights.ru"]
)
def test_typing_is_no_change(kz: Path, name: str) -> None:
    whole = parsed(kz / f"{name}.txt")
    result = compare(whole, damaged(whole, noise))
    assert [(change.kind, change.old_eids, change.new_eids) for change in result.changes] == []
    assert (result.copies, result.proof.holds) == ((), True)
    assert result.apart["lookalike"] > 100


def _cut(text: str, *units: Unit) -> str:
    for unit in sorted(units, key=lambda unit: -unit.start):
        text = text[: unit.start] + text[unit.span[1] :]
    return text


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        ((Kind.FRONT, Kind.CONTENTS), "periphery"),
        ((Kind.SIGNATURE,), "periphery"),
        ((Kind.PREAMBLE,), "preamble"),
    ],
)
def test_lost_edges_are_differences_of_the_copies(kz: Path, name: str, kinds: tuple[Kind, ...], reason: str) -> None:
    whole = parsed(kz / "bilingual" / f"{name}.txt")
    if name == "personal-data.ru" and reason == "preamble":
        pytest.skip("see the next test")
    lost = [unit for unit in whole.root.children if unit.kind in kinds]
    if not lost:
        pytest.skip("the text has none")
    lame = damaged(whole, lambda text: _cut(text, *lost))
    for old, new in ((whole, lame), (lame, whole)):
        result = compare(old, new)
        assert [(change.kind, change.old_eids, change.new_eids) for change in result.changes] == []
        assert {copy.reason for copy in result.copies} - {"note"} == {reason}
        assert result.proof.holds, result.proof.first_difference


def test_a_lost_preamble_is_not_replaced_by_a_note(kz: Path) -> None:
    whole = parsed(kz / "bilingual" / "personal-data.ru.txt")
    lost = [unit for unit in whole.root.children if unit.kind is Kind.PREAMBLE]
    assert compare(whole, damaged(whole, lambda text: _cut(text, *lost))).changes == ()


@pytest.mark.parametrize("name", COPIES)
def test_a_lost_stub_is_a_difference_of_the_copies(kz: Path, name: str) -> None:
    whole = parsed(kz / "bilingual" / f"{name}.txt")
    stubs = [unit for unit in whole.units if unit.repealed and not unit.children and unit.kind is not Kind.ARTICLE]
    if not stubs:
        pytest.skip("the text has none")
    lost = stubs[len(stubs) // 2]
    lame = damaged(whole, lambda text: _cut(text, lost))
    for old, new in ((whole, lame), (lame, whole)):
        result = compare(old, new)
        assert result.changes == ()
        assert {(copy.reason, copy.old_eids or copy.new_eids) for copy in result.copies} == {("stub", (lost.eid,))}
        assert result.proof.holds, result.proof.first_difference


@pytest.mark.parametrize("name", COPIES)
def test_a_lost_digit_is_a_difference_of_the_copies(kz: Path, name: str) -> None:
    whole = parsed(kz / "bilingual" / f"{name}.txt")
    long = [
        unit
        for unit in whole.units
        if unit.kind is Kind.SUBPOINT
        and len(unit.number) == 2
        and unit.number.isdigit()
        and unit.number > "12"
        and not unit.repealed
        and len(unit.key) > 40
    ]
    if not long:
        pytest.skip("the text has no such number")
    unit = long[0]
    place = whole.source.text.index(unit.number, unit.start)
    lame = damaged(whole, lambda text: text[:place] + text[place + 1 :])
    for old, new in ((whole, lame), (lame, whole)):
        result = compare(old, new)
        assert [(change.kind, change.old_eids, change.new_eids) for change in result.changes] == []
        assert [copy.reason for copy in result.copies] == ["marker"]
        assert result.proof.holds, result.proof.first_difference


@pytest.mark.parametrize("name", COPIES)
def test_a_doubled_heading_is_no_change_of_the_law(kz: Path, name: str) -> None:
    """A copy that writes a heading twice has two units of one number; the law has not changed."""
    whole = parsed(kz / "bilingual" / f"{name}.txt")
    article = whole.articles()[3]
    heading = whole.source.text[article.start : article.end].rstrip()
    doubled = damaged(whole, lambda text: f"{text[: article.start]}{heading}\n\n{text[article.start :]}")
    for old, new in ((whole, doubled), (doubled, whole)):
        result = compare(old, new)
        assert result.proof.holds, result.proof.first_difference
        assert [(change.kind, change.old_eids, change.new_eids) for change in result.changes] == []
        assert len(result.copies) == 1


@pytest.mark.parametrize("name", COPIES)
def test_lost_lines_are_proved(kz: Path, name: str) -> None:
    """Lines that are lost anywhere may be told in any way, but the proof holds."""
    whole = parsed(kz / "bilingual" / f"{name}.txt")
    rng = Random(len(name))
    lame = damaged(whole, lambda text: "".join(line for line in text.splitlines(keepends=True) if rng.random() > 0.02))
    for old, new in ((whole, lame), (lame, whole)):
        proof = compare(old, new).proof
        assert proof.holds, proof.first_difference


def test_two_languages_are_refused(kz: Path) -> None:
    one, other = (
        parsed(kz / "bilingual" / f"valuation.{language.value}.txt") for language in (Language.RU, Language.KK)
    )
    with pytest.raises(Refused) as refusal:
        compare(one, other)
    assert refusal.value.code == "compare.languages"
