"""Names of the laws that a Russian act amends or repeals."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import LawName, Listing
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.dates import DATE, date_of

_CHANGES = r"(?:изменени|дополнени|поправк)\w+(?: и (?:изменени|дополнени)\w+)?"
_LONG = r"[^\n]{0,9000}"
"""Words that name a law, the list of its publications among them, which fills pages in a much amended one."""

_NOUN = r"(?:[Кк]онституционн\w+ [Зз]акон|[Зз]акон|[Кк]одекс|[Уу]каз|[Пп]остановлени)"
_CODE = r"[А-ЯЁ][а-яё-]+(?:[- ](?!Республики)[а-яё-]+){0,3} кодекс"
_INTO = rf"(?:{_NOUN}[еи]?|{_CODE}|[Кк]онституци[юя])(?!\w){_LONG}"
"""«В Закон …», «в Конституцию …»."""

_WHOLE = rf"(?:{_NOUN}[ея]?|{_CODE})(?!\w){_LONG}"
_SINGLE = re.compile(rf"(?:[Вв]нести )?[Вв] (?P<law>{_INTO}?)(?:,? внести)?,? (?:следующ\w+ )?{_CHANGES}(?P<kinds>)")
_ACTS = r"(?:законодательные акты|конституционные законы|законы|кодексы|акты)(?: Республики Казахстан)?"
_LIST = re.compile(
    rf"[Вв]нести (?:{_CHANGES} в (?:следующие|некоторые|нижеследующие) {_ACTS}"
    rf"|в (?:следующие|некоторые|нижеследующие) {_ACTS} следующие {_CHANGES})"
)
_ITEM = re.compile(rf"[Вв] (?P<law>{_INTO})")
_REPEALED = re.compile(rf"[Пп]ризнать (?:утратившим|утратившими) силу (?P<law>{_WHOLE})")
_REPEALED_LIST = re.compile(
    r"[Пп]ризнать утратившими силу"
    r"(?: (?:следующие|некоторые) (?:законодательные акты|законы|акты)(?: Республики Казахстан)?)?"
)
_REPEALED_ITEM = re.compile(rf"(?P<law>{_WHOLE})")
_NAME = re.compile(rf"{_CODE}(?: Республики Казахстан)?(?: \([^()]{{3,30}}\))?")
_CONSTITUTION = re.compile(r"[Кк]онституци[юя] Республики Казахстан")
INLINE = re.compile(
    rf" (?P<law>(?:[Кк]онституционного [Зз]акона|[Зз]акона|[Кк]одекса|[А-ЯЁ][а-яё-]+ [Кк]одекса) Республики Казахстан"
    rf"(?: (?:от|об?) [^{Q}:,()]{{0,200}})?(?: ?{Q})?(?:,? от {DATE}(?: № ?[\w-]+)?)?(?: ?{Q})?"
    r"(?: \((?:[^()]|\([^()]*\)){3,9000}\))?)(?!\w)"
)
"""A law that a clause names itself: «подпункт 1) пункта 2 статьи 7 Закона … от … «О …»»."""


def read_law(clause: Clause, listing: Listing) -> LawName | None:
    """Return the law that a clause names for amendment or repeal.

    Args:
        clause: The clause.
        listing: Which list of laws is open, where a name alone is enough.
    """
    text = clause.text
    if _LIST.fullmatch(text):
        return LawName(lists=True)
    if _REPEALED_LIST.fullmatch(text) and clause.ends == ":":
        return LawName(lists=True, repeals=True)
    single = _SINGLE.fullmatch(text) if clause.ends == ":" else None
    if single:
        return named(single["law"], clause)
    repealed = _REPEALED.fullmatch(text)
    if repealed is None and listing is Listing.REPEALED:
        repealed = _REPEALED_ITEM.fullmatch(text)
    if repealed:
        return named(repealed["law"], clause, repeals=True) if _one(repealed["law"]) else None
    item = _ITEM.fullmatch(text) if listing is Listing.AMENDED and clause.ends == ":" else None
    return named(item["law"], clause) if item else None


def _one(words: str) -> bool:
    """Tell whether words name one law that can be told by its title: several are no single act."""
    outside = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", words)
    return outside.count(Q) <= 1 and (Q in outside or bool(_NAME.search(outside)))


def named(words: str, clause: Clause, *, repeals: bool = False) -> LawName:
    """Return the law that the words of a clause name: by its quoted title, or by the name of its code."""
    day = re.search(DATE, words)
    code = _NAME.search(words)
    title = ""
    if code and (Q not in words or code.start() < words.index(Q)):
        title = code[0]
    elif Q in words:
        title = clause.quotations[clause.text.count(Q, 0, clause.text.find(words))].text
    elif _CONSTITUTION.match(words):
        title = "Конституция Республики Казахстан"
    return LawName(" ".join(title.split()), date_of(day[0]) if day else None, repeals=repeals)
