"""Where each paragraph hangs: points, parts, indents, lists, quotations, tables, appendices. All law is invented."""

from __future__ import annotations

import pytest

from aigaq.law.structure import Kind
from tests.law.structure.laws import below, eids, kazakh, only, tree

RUSSIAN: list[tuple[str, str, str]] = [
    (
        "a point is its own first part",
        "Статья 1. Сады\n\n1. Сад.\n\nВторая часть.\n\nТретья часть.\n\n2. Другой.",
        "art_1 art_1__para_1 art_1__para_1__al_2 art_1__para_1__al_3 art_1__para_2",
    ),
    (
        "an article without points has parts from one",
        "Статья 1. Сады\n\nПервая часть.\n\nВторая часть.",
        "art_1 art_1__al_1 art_1__al_2",
    ),
    (
        "inserted numbers",
        "Глава 5-1. Сады\n\nСтатья 14-1. Сады\n\n1. Сад:\n\n3) три;\n\n3-1) три-один;\n\n3-1-1) ещё.\n\n2-1. Сад.",
        (
            "chp_5-1 art_14-1 art_14-1__para_1 art_14-1__para_1__subpara_3 art_14-1__para_1__subpara_3-1 "
            "art_14-1__para_1__subpara_3-1-1 art_14-1__para_2-1"
        ),
    ),
    (
        "one stub for a range",
        (
            "Статья 1. Сады\n\n9. - 10. Исключены Законом РК от 01.02.2020 № 12-VI.\n\n11. Сад:\n\n1) сад;\n\n"
            "6) – 6-2) исключены Законом РК от 01.02.2020 № 12-VI;\n\n7) огород."
        ),
        (
            "art_1 art_1__para_9-to-10 art_1__para_11 art_1__para_11__subpara_1 art_1__para_11__subpara_6-to-6-2 "
            "art_1__para_11__subpara_7"
        ),
    ),
    (
        "indents begin with a small letter, and are counted from two in a point",
        "Статья 1. Сады\n\n1. Сады бывают:\n\nбольшие;\n\nмалые.\n\nИные сады не сады.",
        "art_1 art_1__para_1 art_1__para_1__indent_2 art_1__para_1__indent_3 art_1__para_1__al_2",
    ),
    (
        "indents in a list of names begin with a capital",
        "Статья 1. Сады\n\n1. Сады бывают:\n\nБольшой сад;\n\nМалый сад.\n\nИные сады не сады.",
        "art_1 art_1__para_1 art_1__para_1__indent_2 art_1__para_1__indent_3 art_1__para_1__al_2",
    ),
    (
        "a part after a list closes it",
        "Статья 1. Сады\n\n1. Сады:\n\n1) один;\n\n2) два.\n\nЗамыкающая часть.\n\n2. Сад.",
        "art_1 art_1__para_1 art_1__para_1__subpara_1 art_1__para_1__subpara_2 art_1__para_1__al_2 art_1__para_2",
    ),
    (
        "a part inside a subpoint, when the list goes on",
        "Статья 1. Сады\n\n1. Сады:\n\n1) один.\n\nО нём ещё.\n\n2) два.\n\nЗамыкающая часть.",
        (
            "art_1 art_1__para_1 art_1__para_1__subpara_1 art_1__para_1__subpara_1__al_2 art_1__para_1__subpara_2 "
            "art_1__para_1__al_2"
        ),
    ),
    (
        "a new list after a part belongs to the part",
        "Статья 1. Сады\n\n1. Сады:\n\n1) один;\n\n2) два.\n\nВ садах растут:\n\n1) яблони;\n\n2) груши.",
        (
            "art_1 art_1__para_1 art_1__para_1__subpara_1 art_1__para_1__subpara_2 art_1__para_1__al_2 "
            "art_1__para_1__al_2__subpara_1 art_1__para_1__al_2__subpara_2"
        ),
    ),
    (
        "headed units of a code",
        (
            "ОБЩАЯ ЧАСТЬ\n\nРАЗДЕЛ ІV. САДЫ\n\nПодраздел 1. Большие сады\n\nГлава VІІ. Деревья\n\n§ 1. Яблони\n\n"
            "Статья 1. Сорта\n\nСтатья 2. Сроки\n\nОСОБЕННАЯ ЧАСТЬ\n\nРаздел 5. Огороды"
        ),
        (
            "part_1 part_1__sec_IV part_1__sec_IV__subsec_1 part_1__sec_IV__subsec_1__chp_VII "
            "part_1__sec_IV__subsec_1__chp_VII__subchp_1 art_1 art_2 part_2 part_2__sec_5"
        ),
    ),
    (
        "what hangs on the first part of an article carries the article",
        "Статья 1. Сады\n\nВ садах растут:\n\n1) яблони;\n\nсорта любые;\n\n2) груши.",
        "art_1 art_1__al_1 art_1__subpara_1 art_1__subpara_1__indent_2 art_1__subpara_2",
    ),
    (
        "articles of an appendix carry the appendix",
        (
            "Статья 1. Сады\n\n1. Сад.\n\nПриложение 1\nк Закону о "
            "садах\n\nСтатья 1. Яблони\n\n1. Яблоня.\n\nПриложение 2\n\n1. Груша."
        ),
        "art_1 art_1__para_1 att_1 att_1__art_1 att_1__art_1__para_1 att_2 att_2__para_1",
    ),
    (
        "lines with tabs are rows",
        "Статья 1. Сады\n\n1. Сад.\n\n№\tДерево\n\n1\tЯблоня\n\n2\tГруша\n\n2. Огород.",
        (
            "art_1 art_1__para_1 art_1__para_1__table_1 art_1__para_1__table_1__tr_1 art_1__para_1__table_1__tr_2 "
            "art_1__para_1__table_1__tr_3 art_1__para_2"
        ),
    ),
    (
        "a quoted unit is not a unit of this law",
        (
            "Статья 1. Изменить закон:\n\n1) дополнить статьей "
            '57-1:\n\n"Статья 57-1. Сады\n\n1. Сад «Алма».\n\n2. Сад:\n\n'
            '1) яблони.";\n\n2) исключить статью 58.\n\nСтатья 2. Порядок'
        ),
        (
            "art_1 art_1__subpara_1 art_1__subpara_1__qstr_2 art_1__subpara_1__qstr_3 art_1__subpara_1__qstr_4 "
            "art_1__subpara_1__qstr_5 art_1__subpara_2 art_2"
        ),
    ),
    (
        "preamble, front matter, contents, signature",
        (
            "О садах\n\nЗакон Республики Казахстан от 1 февраля 2020 года № 12-VI\n\nОГЛАВЛЕНИЕ\n\n"
            "Настоящий Закон регулирует дела садов.\n\nВторой абзац преамбулы.\n\nСтатья 1. Сады\n\n1. Сад.\n\n"
            "Президент\nРеспублики Казахстан А. ВЫМЫШЛЕННЫЙ"
        ),
        "front_1 front_2 toc_1 preamble preamble__al_1 preamble__al_2 art_1 art_1__para_1 signature",
    ),
]

KAZAKH: list[tuple[str, str, str]] = [
    (
        "inserted numbers",
        "5-1-тарау. Бақтар\n\n14-1-бап. Бақтар\n\n1. Бақ:\n\n3) үш;\n\n3-1) үш-бір.\n\n2-1. Бақ.",
        (
            "chp_5-1 art_14-1 art_14-1__para_1 art_14-1__para_1__subpara_3 "
            "art_14-1__para_1__subpara_3-1 art_14-1__para_2-1"
        ),
    ),
    (
        "parts and indents",
        "1-бап. Бақтар\n\n1. Бақтар:\n\nүлкен;\n\nкіші.\n\nЕкінші бөлік.\n\n2. Бақ.",
        "art_1 art_1__para_1 art_1__para_1__indent_2 art_1__para_1__indent_3 art_1__para_1__al_2 art_1__para_2",
    ),
    (
        "headed units of a code",
        (
            "ЖАЛПЫ БӨЛІК\n\n1-БӨЛІМ. БАҚТАР\n\n1-кіші бөлім. Үлкен бақтар\n\n2-тарау. Ағаштар\n\n"
            "1-параграф. Алмалар\n\n1-бап. Сорттар\n\nЕРЕКШЕ БӨЛІК\n\n2-бөлім. Бақшалар"
        ),
        (
            "part_1 part_1__sec_1 part_1__sec_1__subsec_1 part_1__sec_1__subsec_1__chp_2 "
            "part_1__sec_1__subsec_1__chp_2__subchp_1 art_1 part_2 part_2__sec_2"
        ),
    ),
    (
        "a quoted unit",
        (
            '1-бап. Мына заңға:\n\n1) 57-1-баппен толықтырылсын:\n\n"57-1-бап. '
            'Бақтар\n\n1. Бақ.\n\n2. Бақша.";\n\n2) екінші.'
        ),
        (
            "art_1 art_1__subpara_1 art_1__subpara_1__qstr_2 "
            "art_1__subpara_1__qstr_3 art_1__subpara_1__qstr_4 art_1__subpara_2"
        ),
    ),
    (
        "preamble, signature, appendix, table",
        (
            "Бақтар туралы\n\nҚазақстан Республикасының 2020 жылғы 1 ақпандағы № 12-VI Заңы\n\nМАЗМҰНЫ\n\n"
            "Осы Заң бақ істерін реттейді.\n\n1-бап. Бақтар\n\n1. "
            "Бақ.\n\nҚазақстан Республикасының\nПрезиденті А. ОЙДАН\n\n"
            "Бақтар туралы заңға\n1-қосымша\n\nТізбе\n\n№\tАғаш\n\n1\tАлма"
        ),
        (
            "front_1 front_2 toc_1 preamble preamble__al_1 art_1 art_1__para_1 signature att_1 att_1__al_1 "
            "att_1__table_1 att_1__table_1__tr_1 att_1__table_1__tr_2"
        ),
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), RUSSIAN, ids=[what for what, _, _ in RUSSIAN])
def test_russian(what: str, text: str, expected: str) -> None:
    assert eids(tree(text)) == expected.split(), what


@pytest.mark.parametrize(("what", "text", "expected"), KAZAKH, ids=[what for what, _, _ in KAZAKH])
def test_kazakh(what: str, text: str, expected: str) -> None:
    assert eids(kazakh(text)) == expected.split(), what


def test_tables_of_the_file_are_tables_whatever_stands_in_them() -> None:
    text = "Статья 1. Сады\n\n1. Сад.\n\nСтатья\n\n1) яблоня\n\n2. Груша\n\n2. Огород."
    span = (text.index("Статья\n"), text.index("2. Огород"))
    parsed = tree(text, tables=(span,))
    assert below(parsed, "art_1") == ["para_1", "para_2"]
    assert below(parsed, "art_1__para_1__table_1") == ["tr_1", "tr_2", "tr_3"]


def test_two_tables_in_a_row_with_words_between_are_two() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Сад.\n\nа\tб\n\nМежду ними слова.\n\nв\tг")
    assert sum(unit.kind is Kind.TABLE for unit in parsed.units) == 2


def test_a_second_part_changes_no_identifier() -> None:
    lists = ["1. Сады:\n\n1) один;\n\nбольшой;\n\n2) два.", "1. Сады:\n\nбольшие;\n\nмалые."]
    for first in lists:
        before = eids(tree(f"Статья 1. Сады\n\n{first}"))
        after = eids(tree(f"Статья 1. Сады\n\n{first}\n\nНовая вторая часть."))
        assert after == [*before, "art_1__para_1__al_2"]


@pytest.mark.parametrize("first", ["Сад.", "Сады:\n\n1) один;\n\n2) два.", "Сады:\n\nбольшие;\n\nмалые."])
def test_a_second_part_of_an_article_changes_no_identifier(first: str) -> None:
    before = eids(tree(f"Статья 1. Сады\n\n{first}"))
    after = eids(tree(f"Статья 1. Сады\n\n{first}\n\nНовая вторая часть."))
    assert after == [*before, "art_1__al_2"]


def test_an_indent_may_begin_with_a_name() -> None:
    """«;» says that the list goes on: a Kazakh indent often begins with «Қазақстан Республикасы»."""
    parsed = kazakh("1-бап. Бақтар\n\n1. Бақтар:\n\nүлкен бақтар;\n\nАлматы бақтары.\n\nЕкінші бөлік.")
    assert below(parsed, "art_1__para_1") == ["indent_2", "indent_3", "al_2"]


def test_a_line_that_says_contents_inside_an_appendix() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Сад.\n\nПриложение 1\n\nСодержание\n\n1. Первое.\n\n2. Второе.")
    assert "att_1__para_1" in parsed.by_eid


def test_a_heading_may_run_over_two_lines() -> None:
    parsed = tree("Глава 2. ДЕРЕВЬЯ\nИ КУСТЫ\n\nСтатья 5. О садах,\nкоторые растут\n\n1. Сад.")
    assert parsed.by_eid["chp_2"].heading == "ДЕРЕВЬЯ И КУСТЫ"
    assert parsed.by_eid["art_5"].heading == "О садах, которые растут"


def test_the_signature_ends_the_law() -> None:
    parsed = tree(
        "Статья 1. Сады\n\n1. Сад.\n\nПрезидент Республики Казахстан\n\nА. ВЫМЫШЛЕННЫЙ\n\nПриложение 1\n\n1. Яблоня."
    )
    assert eids(parsed) == ["art_1", "art_1__para_1", "signature", "signature_2", "att_1", "att_1__para_1"]


def test_president_in_a_list_is_no_signature() -> None:
    parsed = tree("Статья 1. Участники\n\n1. Участвуют:\n\nПрезидент\n\n2. Сад.")
    assert not any(unit.kind is Kind.SIGNATURE for unit in parsed.units)


def test_a_list_after_the_signature_is_law() -> None:
    parsed = tree(
        "Статья 1. Сады\n\n1. Сад.\n\nПрезидент Республики "
        "Казахстан\n\nПеречень охраняемых садов\n\nЯблоневый сад\n\nСад у реки"
    )
    assert only(parsed, Kind.SIGNATURE).text == "Президент Республики Казахстан"
