"""Kazakh dates and rules on entry into force."""

from __future__ import annotations

import datetime
import re

from aigaq.law.drafting.instruction import Entry, Force

_MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()
_END = "[а-яёәғқңөұүһі]*"
DATE = rf"\d{{4}} ?(?:жылғы|ж\.?) \d{{1,2}} (?:{'|'.join(_MONTHS)}){_END}"
"""«2025 жылғы 30 желтоқсан», in any case."""

_READ = re.compile(rf"(\d{{4}}) ?(?:жылғы|ж\.?) (\d{{1,2}}) ({'|'.join(_MONTHS)})")
_WORDS = {
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100,
}  # fmt: skip
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d+|(?:{_WORD})(?: (?:{_WORD}))*)"
_PUBLISHED = r"(?:оның )?(?:алғашқы )?ресми жариялан(?:ған күнінен|ғанынан|ған күннен)"
_AFTER = re.compile(
    rf"{_PUBLISHED} (?:кейін|бастап) (?:(?P<unit>күнтізбелік|жұмыс) )?(?P<number>{_NUMBER}) (?P<what>күн|ай){_END}"
    r" өткен ?(?:соң|нен кейін)"
)
_FROM = re.compile(rf"(?P<date>{DATE}) бастап")
_AT_ONCE = re.compile(rf"{_PUBLISHED} (?:бастап|кейін)")
RULE = (
    rf"(?:{_PUBLISHED} (?:кейін|бастап) (?:(?:күнтізбелік|жұмыс) )?{_NUMBER} (?:күн|ай){_END} өткен ?(?:соң|нен кейін)"
    rf"|{_PUBLISHED} (?:бастап|кейін)|{DATE} бастап"
    r"|(?:[Оо]сы (?:[Зз]аңға|[Кк]одекске) )?қол қойылған күн(?:інен|нен) бастап)"
)
"""A rule on entry into force, as a piece of a pattern."""


def date_of(words: str) -> datetime.date | None:
    """Return the day that words name; None when the calendar has no such day.

    >>> date_of("2000 жылғы 1 қаңтардан")
    datetime.date(2000, 1, 1)
    """
    found = _READ.search(words)
    if found is None:
        return None
    try:
        return datetime.date(int(found[1]), _MONTHS.index(found[3]) + 1, int(found[2]))
    except ValueError:
        return None


def force_of(words: str) -> Force:
    """Return the rule that words on entry into force give.

    >>> rule = force_of("алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң")
    >>> rule.entry.value, rule.after
    ('calendar_days', 10)
    """
    after = _AFTER.match(words)
    if after:
        entry = Entry.MONTHS if after["what"] == "ай" else Entry.CALENDAR_DAYS
        entry = Entry.WORKING_DAYS if after["unit"] == "жұмыс" else entry
        return Force(entry, None, _count(after["number"]), words)
    day = _FROM.match(words)
    if day and date_of(day["date"]):
        return Force(Entry.DATE, date_of(day["date"]), words=words)
    if _AT_ONCE.match(words):
        return Force(Entry.PUBLICATION, words=words)
    return Force(Entry.SIGNING if "қол қойыл" in words else Entry.UNKNOWN, words=words)


def _count(words: str) -> int:
    return int(words) if words.isdigit() else sum(_WORDS[word] for word in words.split())
