from __future__ import annotations

from datetime import date

import pytest

from aigaq.locale import day, number, percent, tag, translator
from aigaq.values import Language

RU, KK, EN = Language.RU, Language.KK, Language.EN


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        (RU, date(2026, 3, 2), "2 марта 2026 г."),
        (RU, date(2025, 12, 30), "30 декабря 2025 г."),
        (KK, date(2026, 3, 2), "2026 ж. 2 наурыз"),
        (KK, date(2025, 12, 30), "2025 ж. 30 желтоқсан"),
        (EN, date(2026, 3, 2), "2 March 2026"),
    ],
)
def test_days(language: Language, value: date, text: str) -> None:
    assert day(value, language).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [(RU, 999, "999"), (RU, 12345, "12\u00a0345"), (KK, 12345, "12\u00a0345"), (EN, 12345, "12,345")],
)
def test_numbers(language: Language, value: int, text: str) -> None:
    assert number(value, language) == text


@pytest.mark.parametrize(
    ("language", "share", "text"),
    [
        (RU, 1.0, "100\u00a0%"),
        (RU, 0.76612, "76,6\u00a0%"),
        (KK, 0.5, "50,0\u00a0%"),
        (EN, 0.99999, "99.9\u00a0%"),
        (EN, 0.0, "0.0\u00a0%"),
        (EN, 0.29, "29.0\u00a0%"),
    ],
)
def test_shares_never_round_up_to_all(language: Language, share: float, text: str) -> None:
    assert percent(share, language) == text


def test_tags() -> None:
    assert [tag(language) for language in Language] == ["ru-RU", "kk-KZ", "en-GB"]


def test_a_message_without_translation_is_shown_as_it_is() -> None:
    assert [translator(language)("Nobody wrote this yet.") for language in Language] == ["Nobody wrote this yet."] * 3
    assert translator("ru")("") == ""


def test_an_unknown_language_is_no_language() -> None:
    with pytest.raises(ValueError, match="de"):
        translator("de")
