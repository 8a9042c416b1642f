"""Many tables, each with some damage: what is reported is the damage, all of it and nothing else."""

from __future__ import annotations

import re
from random import Random

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigaq.law.check import Code, check
from aigaq.law.compare import ChangeKind, Op
from tests.law.check.published import LANGUAGES, own, with_row, without
from tests.law.table.fictional import fictional

GAPS = ("…", "...", "… …", "[…]", "<...>", ". . .")
WORD = re.compile(r"[^\W\d_]{4,}")
DIGITS = re.compile(r"\d+")
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@SLOW
def test_rows_taken_away_are_the_changes_reported(language: str, data: st.DataObject) -> None:
    table, comparison = own(language, "docx"), fictional(language)
    gone = data.draw(st.sets(st.integers(0, len(table.rows) - 1), max_size=10))
    found = check(without(table, *gone), comparison)
    assert [(finding.code, finding.changes) for finding in found.findings] == [
        (Code.OMITTED, (at,)) for at in sorted(gone)
    ]
    assert set(found.told) == set(range(len(comparison.changes))) - gone


def places(language: str, side: str, pattern: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """Return the words of all rows; the stub that is left of a repealed unit is an editors' note, and not compared."""
    comparison = fictional(language)
    rows = enumerate(own(language, "docx").rows)
    return [
        (at, match)
        for at, row in rows
        if not (side == "new" and comparison.changes[at].kind is ChangeKind.REPEALED)
        for match in pattern.finditer(getattr(row, side))
        if not getattr(row, side).startswith("(")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("side", ["old", "new"])
@pytest.mark.parametrize(("pattern", "other"), [(WORD, "внезапно"), (DIGITS, "7777")])
@given(data=st.data())
@SLOW
def test_a_word_or_a_number_changed_is_one_misquotation(
    language: str, side: str, pattern: re.Pattern[str], other: str, data: st.DataObject
) -> None:
    at, match = data.draw(st.sampled_from(places(language, side, pattern)))
    text = getattr(own(language, "docx").rows[at], side)
    wrong = with_row(own(language, "docx"), at, **{side: text[: match.start()] + other + text[match.end() :]})
    found = check(wrong, fictional(language))
    assert [(finding.code.value, finding.place) for finding in found.findings] == [
        (f"misquoted-{side}", own(language, "docx").rows[at].place)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@SLOW
def test_a_word_dropped_from_the_proposed_wording_is_found(language: str, data: st.DataObject) -> None:
    at, match = data.draw(st.sampled_from(places(language, "new", WORD)))
    text = own(language, "docx").rows[at].new
    found = check(
        with_row(own(language, "docx"), at, new=text[: match.start()] + text[match.end() :]), fictional(language)
    )
    (finding,) = found.findings
    assert finding.code in (Code.MISQUOTED_NEW, Code.PARTLY_OMITTED, Code.OMITTED)
    assert finding.place == own(language, "docx").rows[at].place


def elided(text: str, random: Random) -> str:
    words = text.split()
    if len(words) < 5 or random.random() < 0.3:
        return text
    first = random.randint(1, len(words) - 2)
    last = random.randint(first + 1, len(words) - 1)
    return f"{' '.join(words[:first])} {random.choice(GAPS)} {' '.join(words[last:])} "


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(8))
def test_unchanged_words_left_out_with_a_sign_are_no_fault(language: str, seed: int) -> None:
    random, comparison = Random(seed), fictional(language)
    rows = []
    for row, change in zip(own(language, "docx").rows, comparison.changes, strict=True):
        sides = {"old": row.old, "new": row.new}
        if change.kind in (ChangeKind.REWORDED, ChangeKind.RENUMBERED):
            for side in sides:
                words = [(word, getattr(word, side)) for word in change.words if getattr(word, side)]
                sides[side] = "".join(elided(text, random) if w.op is Op.EQUAL else text for w, text in words)
        rows.append(evolve(row, **sides))
    found = check(evolve(own(language, "docx"), rows=tuple(rows)), comparison)
    assert found.of(*(code for code in Code if code not in (Code.OMITTED, Code.PARTLY_OMITTED))) == ()
    assert len(found.findings) <= 1, "dots at the very place where words go hide that they go, and are reported"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_does_not_matter(language: str, seed: int) -> None:
    rows = list(own(language, "docx").rows)
    Random(seed).shuffle(rows)
    assert check(evolve(own(language, "docx"), rows=tuple(rows)), fictional(language)).findings == ()
