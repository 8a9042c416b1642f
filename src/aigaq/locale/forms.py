"""Dates and numbers as the reader's language writes them (Unicode CLDR, through Babel)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from aigaq.values import Language, PartialDate, Precision

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


def partial(value: PartialDate, language: Language) -> str:
    r"""Return a date of which part is known, in words; "" when nothing is.

    >>> partial(PartialDate.of("2025-10-28/2025-10-29"), Language.EN), partial(PartialDate.of("2025-Q4"), Language.RU)
    ('28–29 October 2025', '4-й квартал 2025\xa0г.')
    """
    if value.first is None or value.last is None:
        return ""
    written = _PARTIAL[value.precision](value.first, value.last, language)
    return written + (f" ({value.certainty})" if value.certainty else "")


def _days(first: date, last: date, language: Language) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return re.sub(rf"\b{last.day}\b", f"{first.day}–{last.day}", day(last, language), count=1)
    return f"{day(first, language)} – {day(last, language)}"


def _month(first: date, last: date, language: Language) -> str:
    from babel.dates import format_skeleton

    del last
    return _spaced(format_skeleton("yMMMM", first, locale=_locale(language)))


def _quarter(first: date, last: date, language: Language) -> str:
    from babel.dates import format_skeleton

    del last
    return _spaced(format_skeleton("yQQQQ", first, locale=_locale(language)))


def _year(first: date, last: date, language: Language) -> str:
    from babel.dates import format_skeleton

    del last
    return _spaced(format_skeleton("y", first, locale=_locale(language)))


def _spaced(text: str) -> str:
    """Return a text whose narrow spaces are the no-break spaces that every font has."""
    return text.replace("\u202f", "\u00a0")


_PARTIAL: Final = {
    Precision.DAY: lambda first, last, language: day(first, language),
    Precision.DAYS: _days,
    Precision.MONTH: _month,
    Precision.QUARTER: _quarter,
    Precision.YEAR: _year,
}


@frozen
class Tongue:
    """A language that is spoken of, by its code and its names (Unicode CLDR)."""

    code: str
    names: Mapping[Language, str] = field(factory=dict, hash=False)

    def __str__(self) -> str:
        return self.names.get(Language.EN) or self.code


def tongue(code: str) -> Tongue:
    """Return a language that is spoken of; one that nobody has a name for is called by its code.

    >>> str(tongue("kk")), tongue("kk").names[Language.RU], str(tongue("zzz"))
    ('Kazakh', 'казахский', 'zzz')
    """
    from babel import Locale

    found = {language: Locale.parse(_locale(language)).languages.get(code) for language in Language}
    return Tongue(code, {language: name for language, name in found.items() if name})


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
