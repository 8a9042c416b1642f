"""What a text says about itself, and what it does not say. All law is invented."""

from __future__ import annotations

from datetime import date

import pytest

from aigaq.law.source import Source
from aigaq.law.structure import Kind, parse
from aigaq.law.structure.front import language
from aigaq.values import Language
from tests.law.structure.laws import eids, kazakh, tree

ADOPTED = "Закон Республики Казахстан от 1 февраля 2020 года № 12-VI"
KAZAKH_ADOPTED = "Қазақстан Республикасының 2020 жылғы 1 ақпандағы № 12-VI Заңы"
REPEAL = "1. Признать утратившим силу Закон Республики Казахстан от 2 марта 2001 года «О старых садах»."
LAW = f"Статья 1. Сады\n\n1. Сад.\n\nСтатья 2. Заключение\n\n{REPEAL}"

TITLES = [
    (f"О садах\n\n{ADOPTED}\n\n", "О садах"),
    (f"Об огородах\n\n{ADOPTED}\n\n", "Об огородах"),
    (f"# О садах\n\n{ADOPTED}\n\n", "О садах"),
    (f"ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nО садах\n\n{ADOPTED}\n\n", "О садах"),
    (f"{ADOPTED}\n\nО внесении изменений в Закон «О садах»\n\n", "О внесении изменений в Закон «О садах»"),
    ("Садовый кодекс Республики Казахстан\n\n", "Садовый кодекс Республики Казахстан"),
    ("", None),
    ("Настоящий Закон регулирует дела садов.\n\n", None),
]


@pytest.mark.parametrize(("front", "title"), TITLES)
def test_title(front: str, title: str | None) -> None:
    parsed = tree(front + LAW)
    assert parsed.title.value == title
    assert parsed.title.source == ("text" if title else None)


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (f"Бақтар туралы\n\n{KAZAKH_ADOPTED}\n\n", "Бақтар туралы"),
        (
            f'{KAZAKH_ADOPTED}\n\n"Бақтар туралы" Заңға өзгерістер енгізу туралы\n\n',
            '"Бақтар туралы" Заңға өзгерістер енгізу туралы',
        ),
        ("", None),
    ],
)
def test_kazakh_title(front: str, title: str | None) -> None:
    parsed = kazakh(
        f"{front}1-бап. Бақтар\n\n1. Бақ.\n\n2-бап. Қорытынды\n\n1. "
        "«Ескі бақтар туралы» Заңның күші жойылды деп танылсын."
    )
    assert parsed.title.value == title


@pytest.mark.parametrize(
    "repeal",
    [
        "О садах",
        "«О старых садах»",
        "О старых садах\n\nЗакон Республики Казахстан от 2 марта 2001 года",
        "Признать утратившим силу:\n\nЗакон Республики Казахстан от 2 марта 2001 года «О старых садах»",
    ],
)
def test_a_repeal_clause_never_gives_the_title(repeal: str) -> None:
    assert tree(f"Статья 1. Сады\n\n1. Сад.\n\n{repeal}").title.value is None
    assert tree(f"1) сад;\n\n{repeal}").title.value is None


def test_a_file_name_is_no_evidence() -> None:
    source = Source("О садах@2026-01.ru.txt", "text/plain", "0" * 64, "Статья 1. Сады\n\n1. Сад.")
    parsed = parse(source)
    assert (parsed.title.value, parsed.edition.value, parsed.not_before) == (None, None, None)


EDITIONS = [
    ("О садах\n\n(с изменениями по состоянию на 01.02.2026 г.)\n\n", "2026-02-01"),
    ("О садах\n\n", None),
    (f"О садах\n\n{ADOPTED}\n\n", None),
]


@pytest.mark.parametrize(("front", "edition"), EDITIONS)
def test_edition(front: str, edition: str | None) -> None:
    note = "\n\nСноска. Статья 2 с изменением, внесенным Законом РК от 03.04.2021 № 5-VII."
    later = "\n\nПримечание ИЗПИ!\n\nВ статью 2 предусматривается изменение Законом РК от 05.06.2027 № 9-IX."
    parsed = tree(front + LAW + note + later)
    assert parsed.edition.value == edition
    assert parsed.not_before == date(2021, 4, 3)


def test_kazakh_edition() -> None:
    parsed = kazakh("Бақтар туралы\n\n(01.02.2026 жағдай бойынша өзгерістерімен)\n\n1-бап. Бақтар\n\n1. Бақ.")
    assert parsed.edition.value == "2026-02-01"


def test_an_edition_date_that_is_none() -> None:
    assert tree("О садах\n\n(по состоянию на 99.99.2026)\n\nСтатья 1. Сады").edition.value is None


LANGUAGES = [
    ("В настоящем Законе используются основные понятия", Language.RU),
    ("Осы Заңда мынадай негізгі ұғымдар пайдаланылады", Language.KK),
    ("Статья 1. Сад", Language.RU),
    ("6-бап. Алып тасталды – ҚР 01.02.2020 № 12-VI Заңымен.", Language.KK),
    ("1-бап. Жалпы\n\n1. Жазылым шарты баспадан шыққан күні жасалды.", Language.KK),
    (
        ("Статья 1. Положение об Әділет подаётся в орган, который объявляет о съезде садоводов и огородников"),
        Language.RU,
    ),
    ("", Language.RU),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_language(text: str, expected: Language) -> None:
    assert language(text) is expected


@pytest.mark.parametrize(
    "text", ["Статья 1. Сады\n\nГлава VІІ. САДЫ", "1. Сад.\n\n2. Исключен Законом РК от 01.02.2020 № 12-VІІІ."]
)
def test_language_of_a_short_text_with_roman_numerals(text: str) -> None:
    assert language(text) is Language.RU


PREAMBLES = [
    "Настоящий Закон регулирует дела садов.",
    "Мы, народ садов, принимаем эту Конституцию.",
    "Парламент Республики Казахстан принимает этот Закон.",
    "В целях охраны садов принимается этот Закон.",
]


@pytest.mark.parametrize("preamble", PREAMBLES)
def test_preamble(preamble: str) -> None:
    parsed = tree(f"О садах\n\n{ADOPTED}\n\n{preamble}\n\nДалее в преамбуле.\n\n{LAW}")
    assert eids(parsed)[:5] == ["front_1", "front_2", "preamble", "preamble__al_1", "preamble__al_2"]


@pytest.mark.parametrize(
    "preamble",
    [
        "Исходя из того, что сады нужны всем, принимается этот Закон.",
        "Сознавая свою ответственность перед садами, народ принимает этот Закон.",
        "Этот Закон направлен на охрану садов.",
    ],
)
def test_a_preamble_in_other_words(preamble: str) -> None:
    parsed = tree(f"О садах\n\n{ADOPTED}\n\n{preamble}\n\n{LAW}")
    assert any(unit.kind is Kind.PREAMBLE for unit in parsed.units)
