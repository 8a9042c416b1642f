from __future__ import annotations

import json

import pytest
from attrs import evolve

from aigaq.errors import Refused
from aigaq.law.amend import Status, amend
from aigaq.law.bills import ConflictCode, Cumulative, amend_all, data
from aigaq.law.drafting.instruction import Target
from aigaq.values import Language
from tests.law.bills.invented import KAZAKH_LAW, bill, kazakh_bill, law, together

WORDS, UNIT, ORDER, DEPENDS = (
    ConflictCode.SAME_WORDS,
    ConflictCode.SAME_UNIT,
    ConflictCode.ORDER,
    ConflictCode.DEPENDS,
)

Told = list[tuple[ConflictCode, tuple[int, ...], tuple[int, ...], tuple[str, ...]]]


def told(found: Cumulative) -> Told:
    return [(conflict.code, conflict.one, conflict.other, conflict.eids) for conflict in found.conflicts]


RED = "в пункте 1 статьи 2 слова «зелёной, синей» заменить словами «красной, синей»"
BLACK = "в пункте 1 статьи 2 слова «синей и белой» заменить словами «синей и чёрной»"
WHITE = "в пункте 1 статьи 2 слово «белой» заменить словом «жёлтой»"
NO_WHITE = "в пункте 1 статьи 2 слова « и белой» исключить"
POINT = "пункт 1 статьи 2 изложить в следующей редакции: «1. Скамейка бывает любой.»"
ARTICLE = "статью 2 исключить"
DRY = "статью 3 дополнить пунктом 3 следующего содержания: «3. Сушит её ветер.»"
SUN = "статью 3 дополнить пунктом 3 следующего содержания: «3. Сушит её солнце.»"
FROST = "в пункте 3 статьи 3 слово «ветер» заменить словом «мороз»"
PART = "пункт 1 статьи 2 дополнить частью третьей следующего содержания: «Краску выбирает город.»"
PART_TOO = "пункт 1 статьи 2 дополнить частью третьей следующего содержания: «Кисть выбирает село.»"
OUR = "в статье 4 после слова «покупает» дополнить словом «наш»"
WHOLE = "в статье 4 после слова «покупает» дополнить словом «весь»"
NEAR = "в статье 4 перед словом «город» дополнить словом «большой»"
MASTER = "по всему тексту слово «садовник» заменить словом «мастер»"
HEADING = "в заголовке статьи 2 слово «Цвет» заменить словом «Цвета»"

P1, A2, A3 = ("art_2__para_1",), ("art_2",), ("art_3",)


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        pytest.param(RED, WHITE, [], id="other words of one paragraph"),
        pytest.param(RED, HEADING, [], id="a point and the heading above it"),
        pytest.param(DRY, RED, [], id="two articles"),
        pytest.param(OUR, NEAR, [], id="two places between two words"),
        pytest.param(RED, BLACK, [(WORDS, (0,), (0,), P1)], id="words in common"),
        pytest.param(
            RED,
            RED,
            [(WORDS, (0,), (0,), P1), (DEPENDS, (0,), (), P1), (DEPENDS, (), (0,), P1), (ORDER, (0,), (0,), ())],
            id="the same edit twice",
        ),
        pytest.param(
            BLACK,
            NO_WHITE,
            [(WORDS, (0,), (0,), P1), (DEPENDS, (0,), (), P1), (DEPENDS, (), (0,), P1), (ORDER, (0,), (0,), P1)],
            id="one takes out what the other needs",
        ),
        pytest.param(
            OUR,
            WHOLE,
            [(WORDS, (0,), (0,), ("art_4__al_1",)), (ORDER, (0,), (0,), ("art_4__al_1",))],
            id="one place between two words",
        ),
        pytest.param(
            RED,
            POINT,
            [(UNIT, (0,), (0,), P1), (DEPENDS, (0,), (), P1), (ORDER, (0,), (), ())],
            id="edited and restated",
        ),
        pytest.param(
            ARTICLE,
            RED,
            [(UNIT, (0,), (0,), A2), (DEPENDS, (), (0,), P1), (ORDER, (), (0,), ())],
            id="repealed and edited",
        ),
        pytest.param(
            POINT,
            POINT.replace("любой", "разной"),
            [(UNIT, (0,), (0,), P1), (ORDER, (0,), (0,), P1)],
            id="restated twice",
        ),
        pytest.param(
            ARTICLE,
            POINT,
            [(UNIT, (0,), (0,), A2), (DEPENDS, (), (0,), P1), (ORDER, (), (0,), ())],
            id="repealed and restated in it",
        ),
        pytest.param(
            "статью 3 исключить",
            DRY,
            [(UNIT, (0,), (0,), A3), (DEPENDS, (), (0,), ("art_3__para_3",)), (ORDER, (), (0,), ())],
            id="repealed and added to",
        ),
        pytest.param(
            DRY,
            SUN,
            [
                (UNIT, (0,), (0,), ("art_3__para_3",)),
                (DEPENDS, (0,), (), ("art_3__para_3",)),
                (DEPENDS, (), (0,), ("art_3__para_3",)),
                (ORDER, (0,), (0,), ("art_3__para_3",)),
            ],
            id="one number twice",
        ),
        pytest.param(
            PART,
            PART_TOO,
            [
                (UNIT, (0,), (0,), ("art_2__para_1__al_3",)),
                (ORDER, (0,), (0,), ("art_2__para_1__al_3", "art_2__para_1__al_4")),
            ],
            id="one place for two parts",
        ),
        pytest.param(
            DRY,
            FROST,
            [(DEPENDS, (), (0,), ("art_3__para_3",)), (ORDER, (0,), (0,), ("art_3__para_3",))],
            id="one edits what the other puts in",
        ),
        pytest.param(
            DRY.replace("ветер", "садовник"),
            MASTER,
            [(ORDER, (0,), (0,), ("art_3__para_3",))],
            id="throughout a text that another one makes longer",
        ),
    ],
)
def test_two_bills(one: str, other: str, conflicts: Told) -> None:
    assert told(together(bill(one), bill(other))) == conflicts
    turned = [(code, second, first, eids) for code, first, second, eids in conflicts]
    found = told(together(bill(other), bill(one)))
    assert sorted(map(str, found)) == sorted(map(str, turned))


def test_what_is_said() -> None:
    found = together(bill(RED), bill(POINT))
    assert [str(conflict.message) for conflict in found.conflicts] == [
        "bills 1 and 2 rewrite or repeal the same unit, or what stands in it: ст. 2 п. 1",
        "пп. 1) of bill 1 cannot be applied after bill 2",
        "the order of bills 1 and 2 decides which of their instructions can be applied",
    ]
    dependent = together(bill(FROST), bill(OUR, DRY))
    assert [(conflict.bills, str(conflict.message)) for conflict in dependent.conflicts] == [
        ((0, 1), "пп. 1) of bill 1 can be applied only after bill 2"),
        ((0, 1), "bills 1 and 2 make another law in the other order: ст. 3 п. 3"),
    ]


def test_every_two_of_three_bills_are_held_against_each_other() -> None:
    found = together(bill(RED), bill(DRY), bill(BLACK, SUN))
    assert [(conflict.code, conflict.bills) for conflict in found.conflicts if conflict.code in (WORDS, UNIT)] == [
        (WORDS, (0, 2)),
        (UNIT, (1, 2)),
    ]
    assert [[outcome.status for outcome in step.outcomes] for step in found.steps] == [
        [Status.APPLIED],
        [Status.APPLIED],
        [Status.APPLIED, Status.UNRESOLVED],
    ]


def test_a_bill_that_repeals_the_law_conflicts_with_every_other() -> None:
    known = bill(ARTICLE)
    whole = evolve(known, instructions=(evolve(known.instructions[0], targets=(Target(),)),))
    found = together(whole, bill(RED, DRY))
    assert told(found) == [(UNIT, (0,), (0, 1), ("",))]


def test_kazakh_bills() -> None:
    one = kazakh_bill("1-баптың 1-тармағындағы «жасыл, көк» деген сөздер «қызыл, көк» деген сөздермен ауыстырылсын")
    other = kazakh_bill(
        "1-баптың 1-тармағындағы «көк және ақ» деген сөздер «көк және сары» деген сөздермен ауыстырылсын"
    )
    found = amend_all([one, other], law(KAZAKH_LAW, Language.KK))
    assert told(found) == [(WORDS, (0,), (0,), ("art_1__para_1",))]
    assert found.conflicts[0].labels == ("1-баптың 1-тармағы",)
    assert "қызыл, көк және сары" in found.new.source.text


def test_no_bill_and_one_bill() -> None:
    nothing = amend_all([], law())
    assert nothing.new is nothing.law
    assert (nothing.conflicts, nothing.steps, dict(nothing.touched)) == ((), (), {})
    single = amend_all([bill(RED, DRY)], law())
    alone = amend(bill(RED, DRY), law())
    assert single.new.source.text == alone.new.source.text
    assert {eid: tuple((0, at) for at in by) for eid, by in alone.touched.items()} == single.touched


def test_what_is_contradicted_is_not_applied() -> None:
    found = amend_all([bill(RED), bill(BLACK, DRY)], law(), contradicted=[frozenset(), frozenset({0})])
    assert [[outcome.status for outcome in step.outcomes] for step in found.steps] == [
        [Status.APPLIED],
        [Status.UNRESOLVED, Status.APPLIED],
    ]
    assert found.conflicts == ()


def test_too_many_bills_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        amend_all([bill(RED)] * 13, law())
    assert refused.value.code == "bills.too-many"


def test_plain_values() -> None:
    found = data(together(bill(DRY, "статью 5 исключить"), bill(FROST, POINT)))
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert found["touched"] == [
        {"eid": "art_2__para_1", "label": "ст. 2 п. 1", "in_force": "art_2__para_1", "by": [_by(1, 1)]},
        {"eid": "art_3__para_3", "label": "ст. 3 п. 3", "in_force": "", "by": [_by(0, 0), _by(1, 0)]},
        {"eid": "art_5", "label": "ст. 5", "in_force": "art_5", "by": [_by(0, 1)]},
    ]
    conflicts = found["conflicts"]
    assert isinstance(conflicts, list)
    assert conflicts[0] == {
        "code": "depends",
        "bills": [0, 1],
        "one": [],
        "other": [0],
        "units": [{"eid": "art_3__para_3", "label": "ст. 3 п. 3"}],
        "message": "пп. 1) of bill 2 can be applied only after bill 1",
    }


def _by(bill: int, instruction: int) -> dict[str, int]:
    return {"bill": bill, "instruction": instruction}
