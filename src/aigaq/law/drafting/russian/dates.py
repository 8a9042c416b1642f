"""Russian dates and rules on entry into force."""

from __future__ import annotations

import datetime
import re

from aigaq.law.drafting.instruction import Entry, Force

_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
DATE = rf"\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}} ?(?:года|г\.?)"
"""«30 декабря 2025 года»."""

_READ = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_WORDS = {
    "одного": 1, "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8,
    "девяти": 9, "десяти": 10, "двенадцати": 12, "четырнадцати": 14, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "девяноста": 90, "ста": 100, "восьмидесяти": 80,
    "семидесяти": 70,
}  # fmt: skip
_NUMBER = rf"(?P<number>\d+|(?:{'|'.join(_WORDS)})(?: (?:{'|'.join(_WORDS)}))*)"
_PUBLISHED = r"(?:дня )?(?:его |их )?(?:первого )?(?:официального )?опубликования"
_AFTER = re.compile(
    rf"по истечении {_NUMBER} (?P<unit>(?:календарных |рабочих )?дней|(?:календарного |рабочего )?дня|месяцев|месяца)"
    rf" (?:после|со|с)(?: дня)? {_PUBLISHED}"
)
_FROM = re.compile(rf"с (?P<date>{DATE})")
_AT_ONCE = re.compile(rf"(?:со дня|после|с момента) {_PUBLISHED}")
_SIGNED = re.compile(r"со дня (?:его )?подписания")
_UNTIL = re.compile(rf",? и действу\w+ до (?P<date>{DATE})")
RULE = (
    rf"(?:по истечении [а-яё\d ]{{1,80}}{_PUBLISHED}|с {DATE}|(?:со дня|после|с момента) {_PUBLISHED}"
    rf"|со дня (?:его )?подписания)(?:,? и действу\w+ до {DATE})?"
)
"""A rule on entry into force, as a piece of a pattern."""


def date_of(words: str) -> datetime.date | None:
    """Return the day that words name; None when the calendar has no such day.

    >>> date_of("1 апреля 1999 года"), date_of("31 апреля 1999 года")
    (datetime.date(1999, 4, 1), None)
    """
    found = _READ.search(words)
    if found is None:
        return None
    try:
        return datetime.date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def force_of(words: str) -> Force:
    """Return the rule that words on entry into force give.

    >>> rule = force_of("по истечении шестидесяти календарных дней после дня его первого официального опубликования")
    >>> rule.entry.value, rule.after
    ('calendar_days', 60)
    """
    ends = _UNTIL.search(words)
    until = date_of(ends["date"]) if ends else None
    after = _AFTER.match(words)
    if after:
        entry = Entry.WORKING_DAYS if after["unit"].startswith("рабоч") else Entry.CALENDAR_DAYS
        entry = Entry.MONTHS if after["unit"].startswith("месяц") else entry
        return Force(entry, None, _count(after["number"]), words, until)
    day = _FROM.match(words)
    if day and date_of(day["date"]):
        return Force(Entry.DATE, date_of(day["date"]), words=words, until=until)
    if _AT_ONCE.match(words):
        return Force(Entry.PUBLICATION, words=words, until=until)
    return Force(Entry.SIGNING if _SIGNED.match(words) else Entry.UNKNOWN, words=words, until=until)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else sum(_WORDS[word] for word in words.split())
