"""Identifiers, repealed stubs, duplicates. All law is invented."""

from __future__ import annotations

import pytest

from aigaq.law.structure import Kind
from tests.law.structure.laws import eids, kazakh, ledger, tree

ACT = "Законом РК от 01.02.2020 № 12-VI (вводится в действие с 01.03.2020)"
KAZAKH_ACT = "ҚР 01.02.2020 № 12-VI (01.03.2020 бастап қолданысқа енгізіледі) Заңымен"

STUBS = [
    (f"1. Исключен {ACT}.", "art_1__para_1"),
    (f"1. Исключить {ACT}.", "art_1__para_1"),
    (f"1. Утратил силу {ACT}.", "art_1__para_1"),
    (f"1) исключен {ACT};", "art_1__subpara_1"),
    (f"1-1) утратил силу {ACT};", "art_1__subpara_1-1"),
    (f"9. - 10. Исключены {ACT}.", "art_1__para_9-to-10"),
    (f"9.–10. Исключены {ACT}.", "art_1__para_9-to-10"),
    (f"6) - 6-2) исключены {ACT};", "art_1__subpara_6-to-6-2"),
    (f"Исключена {ACT}.", "art_1__al_1"),
    (f"1. Сад.\n\nИсключена {ACT}.", "art_1__para_1__al_2"),
    (f"1. Сады:\n\nисключен {ACT};", "art_1__para_1__indent_2"),
    (f"Статья 2. Исключена {ACT}.", "art_2"),
    (f"Статья 2. Утратила силу {ACT}.", "art_2"),
    (f"Глава 2. Исключена {ACT}", "chp_2"),
    (f"Статья 2.\n\nСноска. Статья 2 исключена {ACT}.", "art_2"),
    (f"Параграф 2\n\nСноска. Параграф 2 исключен {ACT}.\n\nПараграф 3. Поля", "subchp_2"),
]


@pytest.mark.parametrize(("stub", "eid"), STUBS)
def test_stubs(stub: str, eid: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n{stub}\n\nСтатья 3. Огороды\n\n1. Огород.")
    (gone,) = (unit for unit in parsed.units if unit.repealed)
    assert gone.eid.endswith(eid)
    assert gone.key == ""
    assert ledger(parsed) == [("12-VI", "repealed", gone.eid)]
    assert parsed.ledger[0].force == "вводится в действие с 01.03.2020"


KAZAKH_STUBS = [
    (f"1. Алып тасталды - {KAZAKH_ACT}.", "art_1__para_1"),
    (f"1. Алынып тасталды – {KAZAKH_ACT}.", "art_1__para_1"),
    (f"1) алып тасталды – {KAZAKH_ACT};", "art_1__subpara_1"),
    (f"9. - 10. Алып тасталды - {KAZAKH_ACT}.", "art_1__para_9-to-10"),
    (f"1. Бақ.\n\nАлып тасталды - {KAZAKH_ACT}.", "art_1__para_1__al_2"),
    (f"2-бап. Алып тасталды - {KAZAKH_ACT}.", "art_2"),
    (f"2-бап. Күші жойылды - {KAZAKH_ACT}.", "art_2"),
    (f"2-тарау. Алып тасталды - {KAZAKH_ACT}.", "chp_2"),
    (f"2-бап.\n\nЕскерту. 2-бап алып тасталды - {KAZAKH_ACT}.", "art_2"),
]


@pytest.mark.parametrize(("stub", "eid"), KAZAKH_STUBS)
def test_kazakh_stubs(stub: str, eid: str) -> None:
    parsed = kazakh(f"1-бап. Бақтар\n\n{stub}\n\n3-бап. Бақшалар\n\n1. Бақша.")
    (gone,) = (unit for unit in parsed.units if unit.repealed)
    assert gone.eid.endswith(eid)
    assert gone.key == ""
    assert ledger(parsed) == [("12-VI", "repealed", gone.eid)]


LIVE = [
    "2. Исключить пункт 5.",
    "2) исключен из списка садов;",
    "2) исключены из списка садов;",
    "2. Исключение садов из списка оформляется актом.",
    "2. Исключительное право на сад принадлежит собственнику.",
    "2. Сад исключен из списка Законом РК от 01.02.2020 № 12-VI.",
    "2. Утративший силу акт о саде не применяется.",
    "2) акт утратил силу;",
    "2. По акту, который утратил силу Законом РК от 01.02.2020 № 12-VI, сад принадлежит собственнику.",
]


@pytest.mark.parametrize("law", LIVE)
def test_law_is_no_stub(law: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Сад.\n\n{law}\n\nСтатья 2. Огороды")
    assert not any(unit.repealed for unit in parsed.units)
    assert all(unit.key for unit in parsed.units[1:])


@pytest.mark.parametrize(
    "law",
    [
        "2. Исключить из Закона о садах статью 5.",
        "2) исключено из реестра в соответствии с законодательством о садах;",
        "2) утратила силу лицензия, выданная по Закону о садах;",
        "2) исключить в статье 5 Закона слова о саде;",
    ],
)
def test_law_that_begins_like_a_stub(law: str) -> None:
    test_law_is_no_stub(law)


@pytest.mark.parametrize(
    "heading",
    [f"Статья 2. исключена {ACT}.", f"Статья 2 исключена {ACT}.", f"Глава 2. исключена {ACT}."],
)
def test_a_heading_with_a_stub_in_small_letters(heading: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Сад.\n\n{heading}\n\nСтатья 3. Огороды")
    assert [unit.number for unit in parsed.units if unit.repealed] == ["2"]


@pytest.mark.parametrize("word", ["Глава", "Раздел", "Подраздел", "Параграф"])
def test_a_stub_above_the_article_may_end_with_a_full_stop(word: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Сад.\n\n{word} 2. Исключен {ACT}.\n\nСтатья 3. Огороды")
    assert [unit.number for unit in parsed.units if unit.repealed] == ["2"]


@pytest.mark.parametrize(
    "heading", [f"2-бап. алып тасталды – {KAZAKH_ACT}.", f"2-тарау. алып тасталды – {KAZAKH_ACT}."]
)
def test_a_kazakh_heading_with_a_stub_in_small_letters(heading: str) -> None:
    parsed = kazakh(f"1-бап. Бақтар\n\n1. Бақ.\n\n{heading}\n\n3-бап. Бақшалар")
    assert [unit.number for unit in parsed.units if unit.repealed] == ["2"]


def test_a_unit_that_has_run_out() -> None:
    parsed = tree(
        "Статья 1. Сады\n\n1) действовал до 02.03.2024 в соответствии с Законом РК от 05.06.2020 № 12-VI;\n\n2) сад."
    )
    assert parsed.by_eid["art_1__subpara_1"].repealed


DUPLICATES = [
    ("1. Сад.\n\n1. Ещё сад.", ["art_1__para_1", "art_1__para_1~2"], 1),
    ("1. Сад.\n\n1. Ещё.\n\n1. Ещё.", ["art_1__para_1", "art_1__para_1~2", "art_1__para_1~3"], 2),
    ("1) сад;\n\n1) ещё.", ["art_1__subpara_1", "art_1__subpara_1~2"], 1),
]


@pytest.mark.parametrize(("points", "expected", "warnings"), DUPLICATES)
def test_duplicate_numbers(points: str, expected: list[str], warnings: int) -> None:
    parsed = tree(f"Статья 1. Сады\n\n{points}")
    assert eids(parsed)[1:] == expected
    assert len([warning for warning in parsed.warnings if "stands in the text again" in warning]) == warnings


def test_a_duplicate_article_keeps_its_units_apart() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Сад.\n\nСтатья 1. Огороды\n\n1. Огород.")
    assert eids(parsed) == ["art_1", "art_1__para_1", "art_1~2", "art_1~2__para_1"]


def test_a_chapter_number_may_return_in_another_section_without_a_warning() -> None:
    parsed = tree(
        "Раздел 1. САДЫ\n\nГлава 1. Яблони\n\nСтатья 1. Сад\n\nРаздел "
        "2. ОГОРОДЫ\n\nГлава 1. Морковь\n\nСтатья 2. Огород"
    )
    assert eids(parsed) == ["sec_1", "sec_1__chp_1", "art_1", "sec_2", "sec_2__chp_1", "art_2"]
    assert parsed.warnings == ()


def test_tables_before_and_after_the_first_part() -> None:
    parsed = tree("Статья 1. Сады\n\nа\tб\n\nСад.\n\nв\tг")
    assert parsed.warnings == ()
    assert [unit.eid for unit in parsed.units if unit.kind is Kind.TABLE] == ["art_1__table_1", "art_1__table_2"]
