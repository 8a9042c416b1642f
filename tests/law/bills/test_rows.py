from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.law.amend import Status, amend
from aigaq.law.bills import ConflictCode, amend_all, rows_by
from aigaq.law.compare.compare import compare
from aigaq.law.structure import Tree
from tests.law.bills.edits import EDITS, EVERY
from tests.law.bills.invented import bill, law, together


def table(*bills: list[str]) -> list[tuple[str, str, tuple[tuple[int, int], ...]]]:
    found = together(*(bill(*edits) for edits in bills))
    comparison = compare(found.law, found.new)
    return [
        (change.kind.value, change.eid, by)
        for change, by in zip(comparison.changes, rows_by(found, comparison), strict=True)
    ]


@pytest.mark.parametrize(
    ("bills", "rows"),
    [
        (
            [["в статье 5 слово «все» заменить словом «дети»"], ["статью 4 исключить"]],
            [("repealed", "art_4", ((1, 0),)), ("reworded", "art_5__al_1", ((0, 0),))],
        ),
        (
            [
                ["в статье 5 слово «все» заменить словом «дети»"],
                ["в статье 5 слово «дети» заменить словом «дети и куры»"],
            ],
            [("reworded", "art_5__al_1", ((0, 0), (1, 0)))],
        ),
        (
            [
                ["пункт 2 статьи 3 дополнить словами «и губкой»"],
                ["пункт 2 статьи 3 изложить в следующей редакции: «2. Нет.»"],
            ],
            [("reworded", "art_3__para_2", ((1, 0),))],
        ),
        (
            [["часть вторую пункта 1 статьи 2 исключить"], ["пункт 2 статьи 2 исключить"]],
            [("repealed", "art_2__para_1__al_2", ((0, 0),)), ("repealed", "art_2__para_2", ((1, 0),))],
        ),
        (
            [
                ["пункт 1 статьи 2 дополнить частью третьей следующего содержания: «Краску выбирает город.»"],
                ["часть вторую пункта 1 статьи 2 исключить", "в статье 5 слово «все» заменить словом «дети»"],
                ["часть вторую пункта 1 статьи 2 изложить в следующей редакции: «Краску выбирает село.»"],
            ],
            [
                ("reworded", "art_2__para_1__al_2", ((1, 0), (2, 0))),
                ("reworded", "art_5__al_1", ((1, 1),)),
            ],
        ),
    ],
)
def test_each_row_names_its_makers(bills: list[list[str]], rows: list[tuple[str, str, object]]) -> None:
    found = table(*bills)
    assert sorted(map(str, found)) == sorted(map(str, rows))


def test_a_unit_is_known_by_its_name_in_the_law_in_force() -> None:
    found = together(
        bill("часть вторую пункта 1 статьи 2 исключить"),
        bill("пункт 1 статьи 2 дополнить частью второй следующего содержания: «Краску выбирает город.»"),
        bill("в части второй пункта 1 статьи 2 слово «город» заменить словом «село»"),
    )
    assert found.in_force(1, "art_2__para_1") == "art_2__para_1"
    assert found.in_force(2, "art_2__para_1__al_2") == ""
    assert found.touched["art_2__para_1__al_2"] == ((1, 0), (2, 0))


@pytest.mark.parametrize("edit", EVERY)
def test_one_bill_explains_every_row(edit: str) -> None:
    amended = amend(bill(edit), law())
    comparison = compare(amended.old, amended.new)
    applied = amended.outcomes[0].status is Status.APPLIED
    assert [by for by in rows_by(amended, comparison) if by != ((0, 0),)] == []
    assert bool(comparison.changes) is applied


def units(tree: Tree) -> list[tuple[str, str]]:
    return [(unit.number, unit.key) for unit in tree.units]


@given(
    st.lists(st.integers(min_value=0, max_value=2), min_size=5, max_size=5),
    st.tuples(*(st.integers(min_value=0, max_value=len(EDITS[article]) - 1) for article in sorted(EDITS))),
)
@settings(max_examples=40, deadline=None)
def test_bills_about_other_articles_never_conflict_and_commute(owners: list[int], chosen: tuple[int, ...]) -> None:
    edits: list[list[str]] = [[], [], []]
    for article, (owner, at) in enumerate(zip(owners, chosen, strict=True), 1):
        edits[owner].append(EDITS[article][at])
    bills = [bill(*found) for found in edits if found]
    found = amend_all(bills, law())
    assert found.conflicts == ()
    for other in permutations(bills):
        assert units(amend_all(other, law()).new) == units(found.new)


@given(st.lists(st.lists(st.sampled_from(EVERY), min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_every_row_has_a_maker_and_every_difference_of_order_is_told(edits: list[list[str]]) -> None:
    bills = [bill(*found) for found in edits]
    found = amend_all(bills, law())
    assert amend_all(bills, law()).conflicts == found.conflicts
    comparison = compare(found.law, found.new)
    assert [change for change, by in zip(comparison.changes, rows_by(found, comparison), strict=True) if not by] == []
    if len(bills) == 2:
        back = amend_all(bills[::-1], law())
        alike = units(back.new) == units(found.new)
        same = [[outcome.status for outcome in step.outcomes] for step in back.steps[::-1]] == [
            [outcome.status for outcome in step.outcomes] for step in found.steps
        ]
        told = any(conflict.code is ConflictCode.ORDER for conflict in found.conflicts)
        assert told is not (alike and same)
