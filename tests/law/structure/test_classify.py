"""What opens a unit and what only talks about one. All law is invented."""

from __future__ import annotations

import pytest

from aigaq.law.structure import Kind
from aigaq.values import Language
from tests.law.structure.laws import eids, kazakh, law_words, tree

HEADINGS = [
    ("Статья 5. Сады", Kind.ARTICLE, "5", "Сады"),
    ("СТАТЬЯ 5. САДЫ", Kind.ARTICLE, "5", "САДЫ"),
    ("Статья 5", Kind.ARTICLE, "5", ""),
    ("Статья 5.", Kind.ARTICLE, "5", ""),
    ("Статья 5: Сады", Kind.ARTICLE, "5", "Сады"),
    ("Статья  5 . Сады", Kind.ARTICLE, "5", "Сады"),
    ("Статья\xa05. Сады", Kind.ARTICLE, "5", "Сады"),
    ("Cтатья 5. Сады", Kind.ARTICLE, "5", "Сады"),  # a Latin C
    ("Статья 14-1. Сады", Kind.ARTICLE, "14-1", "Сады"),
    ("Статья 14‑1. Сады", Kind.ARTICLE, "14-1", "Сады"),  # a hyphen that does not break
    ("Статья 456-2-1. Сады", Kind.ARTICLE, "456-2-1", "Сады"),
    ("Статья 5. 2026 год в садах", Kind.ARTICLE, "5", "2026 год в садах"),
    ("Статья 5. «Сад» и «огород»", Kind.ARTICLE, "5", "«Сад» и «огород»"),
    ("Глава 1. САДЫ", Kind.CHAPTER, "1", "САДЫ"),
    ("Глава 1 САДЫ", Kind.CHAPTER, "1", "САДЫ"),
    ("ГЛАВА VІІ. САДЫ", Kind.CHAPTER, "VII", "САДЫ"),
    ("Глава 8-1. Сады", Kind.CHAPTER, "8-1", "Сады"),
    ("РАЗДЕЛ ІV. САДЫ", Kind.SECTION, "IV", "САДЫ"),
    ("Раздел 5-1. САДЫ", Kind.SECTION, "5-1", "САДЫ"),
    ("Подраздел 2. Сады", Kind.SUBSECTION, "2", "Сады"),
    ("§ 1. Сады", Kind.PARAGRAPH, "1", "Сады"),
    ("§1. Сады", Kind.PARAGRAPH, "1", "Сады"),
    ("Параграф 1. Сады", Kind.PARAGRAPH, "1", "Сады"),
    ("ЧАСТЬ ПЕРВАЯ. САДЫ", Kind.PART, "1", "САДЫ"),
    ("ОБЩАЯ ЧАСТЬ", Kind.PART, "", "ОБЩАЯ ЧАСТЬ"),
    ("Приложение 2\nк Закону о садах", Kind.APPENDIX, "2", "Приложение 2 к Закону о садах"),
    ("Приложение", Kind.APPENDIX, "", "Приложение"),
    ("Приложение № 3", Kind.APPENDIX, "3", "Приложение № 3"),
]


@pytest.mark.parametrize(("line", "kind", "number", "heading"), HEADINGS)
def test_headings(line: str, kind: Kind, number: str, heading: str) -> None:
    text = f"О садах\n\nСтатья 1. Деревья\n\n1. Дерево.\n\n{line}\n\n1. Сад."
    unit = tree(text, language=Language.RU).units[-2]
    assert (unit.kind, unit.number, unit.heading) == (kind, number, heading)


KAZAKH_HEADINGS = [
    ("5-бап. Бақтар", Kind.ARTICLE, "5", "Бақтар"),
    ("5-БАП. БАҚТАР", Kind.ARTICLE, "5", "БАҚТАР"),
    ("5-бап", Kind.ARTICLE, "5", ""),
    ("5 - бап. Бақтар", Kind.ARTICLE, "5", "Бақтар"),
    ("5‑бап. Бақтар", Kind.ARTICLE, "5", "Бақтар"),
    ("5-бaп. Бақтар", Kind.ARTICLE, "5", "Бақтар"),  # a Latin a
    ("14-1-бап. Бақтар", Kind.ARTICLE, "14-1", "Бақтар"),
    ("5-бап Бақтар", Kind.ARTICLE, "5", "Бақтар"),
    ("5-1-тарау. БАҚТАР", Kind.CHAPTER, "5-1", "БАҚТАР"),
    ("VІІ-тарау. БАҚТАР", Kind.CHAPTER, "VII", "БАҚТАР"),
    ("2-БӨЛІМ. БАҚТАР", Kind.SECTION, "2", "БАҚТАР"),
    ("ІV бөлім. БАҚТАР", Kind.SECTION, "IV", "БАҚТАР"),
    ("2-кіші бөлім. Бақтар", Kind.SUBSECTION, "2", "Бақтар"),
    ("1-параграф. Бақтар", Kind.PARAGRAPH, "1", "Бақтар"),
    ("§ 1. Бақтар", Kind.PARAGRAPH, "1", "Бақтар"),
    ("ЖАЛПЫ БӨЛІК", Kind.PART, "", "ЖАЛПЫ БӨЛІК"),
    ("Бақтар туралы заңға\n2-қосымша", Kind.APPENDIX, "2", "Бақтар туралы заңға 2-қосымша"),
]


@pytest.mark.parametrize(("line", "kind", "number", "heading"), KAZAKH_HEADINGS)
def test_kazakh_headings(line: str, kind: Kind, number: str, heading: str) -> None:
    unit = kazakh(f"Бақтар туралы\n\n1-бап. Ағаштар\n\n1. Ағаш.\n\n{line}\n\n1. Бақ.").units[-2]
    assert (unit.kind, unit.number, unit.heading) == (kind, number, heading)


TALK = [
    "Статья 57-1 предусматривается планом.",
    "Статья 5 настоящего Закона не применяется к садам.",
    "Статья 5 Конституции применяется к садам.",
    "Статьи 5. и 6. применяются к садам.",
    "Глава 5 применяется к садам.",
    "Глава 3 Кодекса о садах применяется к огородам.",
    "Раздел 2 применяется к садам;",
    "Часть вторая применяется к садам.",
    "Параграф второй применяется к садам.",
    "Приложение к договору хранится в саду.",
    "Приложение 1 к договору о саде; приложение 2 к нему",
    "Общая часть сада огорожена.",
    "Содержание сада оплачивает собственник.",
    "Президент Республики Казахстан сажает сады.",
    "Сноска на карте сада.",
    "Примечание к карте сада.",
]


@pytest.mark.parametrize("line", TALK)
def test_words_that_open_no_unit(line: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Сад.\n\n{line}\n\n2. Огород.")
    assert eids(parsed) == ["art_1", "art_1__para_1", "art_1__para_1__al_2", "art_1__para_2"]
    assert line in law_words(parsed)


@pytest.mark.parametrize("line", ["1.5 гектара занимает сад.", "2026 год объявлен годом сада.", "7 садов цветут."])
def test_numbers_that_open_no_unit(line: str) -> None:
    parsed = tree(f"Статья 1. Сады\n\n1. Сад.\n\n{line}\n\n2. Огород.")
    assert [unit.kind for unit in parsed.units[2:]] == [Kind.POINT, Kind.INDENT, Kind.POINT]


KAZAKH_TALK = [
    "5-бапта көрсетілген бақтар гүлдейді.",
    "5-баптың талаптары бақтарға қолданылмайды.",
    "5-бап бақтарға қолданылмайды.",
    "2-тарау бақтарға қолданылмайды.",
    "2-бөлімше бақтарға қолданылмайды.",
    "Жалпы бөлікте бақ бар.",
    "Ескерту жасалған бақ гүлдейді.",
    "Қосымша бақ гүлдейді.",
]


@pytest.mark.parametrize("line", KAZAKH_TALK)
def test_kazakh_words_that_open_no_unit(line: str) -> None:
    parsed = kazakh(f"1-бап. Бақтар\n\n1. Бақ.\n\n{line}\n\n2. Бақша.")
    assert [eid for eid in eids(parsed) if eid.startswith(("art_1__para_1__", "art_1__al"))] != []
    assert eids(parsed)[0] == "art_1" and eids(parsed)[-1] == "art_1__para_2" and len(eids(parsed)) == 4
    assert line in law_words(parsed)


POINTS = [
    ("1. Сад.", Kind.POINT, "1", "Сад."),
    ("1.Сад.", Kind.POINT, "1", "Сад."),
    ("1 . Сад.", Kind.POINT, "1", "Сад."),
    ("1.\xa0Сад.", Kind.POINT, "1", "Сад."),
    ("1.«Сад» есть сад.", Kind.POINT, "1", "«Сад» есть сад."),
    ("3-1. Сад.", Kind.POINT, "3-1", "Сад."),
    ("3–1. Сад.", Kind.POINT, "3-1", "Сад."),
    ("1) сад;", Kind.SUBPOINT, "1", "сад;"),
    ("1)сад;", Kind.SUBPOINT, "1", "сад;"),
    ("3-1) сад;", Kind.SUBPOINT, "3-1", "сад;"),
    ("1. 5 садов.", Kind.POINT, "1", "5 садов."),
    ("1. (сад) огород.", Kind.POINT, "1", "(сад) огород."),
    ("1.", Kind.POINT, "1", ""),
    ("1)", Kind.SUBPOINT, "1", ""),
]


@pytest.mark.parametrize(("line", "kind", "number", "wording"), POINTS)
def test_points(line: str, kind: Kind, number: str, wording: str) -> None:
    unit = tree(f"Статья 1. Сады\n\n{line}").units[-1]
    assert (unit.kind, unit.number, unit.text) == (kind, number, wording)


@pytest.mark.parametrize("line", ["Статья 6\nОгороды", "Статья 6 Огороды"])
def test_an_article_without_a_full_stop(line: str) -> None:
    parsed = tree(f"Статья 5. Сады\n\n1. Сад.\n\n{line}\n\n1. Огород.\n\nСтатья 7. Поля\n\n1. Поле.")
    assert [unit.number for unit in parsed.articles()] == ["5", "6", "7"]
