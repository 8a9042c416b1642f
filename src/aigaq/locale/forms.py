"""Dates and numbers as the reader's language writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

from datetime import date
from typing import Final

from aigaq.values import Language

TAGS: Final = {Language.RU: "ru-RU", Language.KK: "kk-KZ", Language.EN: "en-GB"}


def tag(language: Language) -> str:
    """Return the language tag (BCP 47) that files state.

    >>> tag(Language.KK)
    'kk-KZ'
    """
    return TAGS[language]


def day(value: date, language: Language) -> str:
    """Return a day in words, its year and the word for it kept together.

    >>> day(date(2026, 3, 2), Language.EN)
    '2 March 2026'
    """
    from babel.dates import format_date

    return format_date(value, format="long", locale=_locale(language)).replace("\u202f", "\u00a0")


def number(value: int, language: Language) -> str:
    """Return a whole number with its digits grouped (by no-break spaces in Russian and Kazakh).

    >>> number(12345, Language.EN)
    '12,345'
    """
    from babel.numbers import format_decimal

    return format_decimal(value, locale=_locale(language)).replace("\u202f", "\u00a0")


def percent(share: float, language: Language) -> str:
    r"""Return a share as percent, rounded *down* to a tenth: "100 %" means all of it.

    >>> percent(0.99999, Language.EN)
    '99.9\xa0%'
    """
    from math import floor

    from babel.numbers import format_percent

    exact = floor(share * 1000 + 1e-9) / 1000
    pattern = "#,##0 %" if exact == 1 else "#,##0.0 %"
    return format_percent(exact, format=pattern, locale=_locale(language)).replace(" %", "\u00a0%")


def _locale(language: Language) -> str:
    return tag(language).replace("-", "_")
