"""What stands around Russian edits: numbers, titles, names of amended laws, entry into force."""

from __future__ import annotations

import datetime
import re

from aigaq.law.drafting.clause import Clause, Level, Marker
from aigaq.law.drafting.grammar import ForceReading, LawName
from aigaq.law.drafting.instruction import Claim, Force, Target
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.dates import DATE, RULE, date_of, force_of
from aigaq.law.drafting.russian.targets import targets
from aigaq.law.structure.forms.form import NUMBER
from aigaq.law.structure.forms.russian import RUSSIAN
from aigaq.law.structure.number import latin

_MARKER = re.compile(
    rf"(?:Статья (?P<article>{NUMBER}) ?\.?(?: |(?=[А-Я])|$)|(?P<point>{NUMBER}) ?\.(?!\d) ?|(?P<subpoint>{NUMBER})\) ?"
    r"|(?P<letter>[а-я])\) ?)"
)
_CHANGES = r"(?:изменени|дополнени|поправк)\w+(?: и (?:изменени|дополнени)\w+)?"
_SINGLE = re.compile(rf"(?:[Вв]нести )?[Вв] (?P<law>[^:]{{3,900}}?)(?:,? внести)?,? следующ\w+ {_CHANGES}")
_SINGLE_FIRST = re.compile(rf"[Вв]нести в (?P<law>[^:]{{3,900}}?),? следующ\w+ {_CHANGES}")
_LIST = re.compile(
    rf"[Вв]нести {_CHANGES} в (?:следующие|некоторые) (?:законодательные акты|законы|кодексы|акты)(?: Республики Казахстан)?"
)
_ACT = r"(?:[Кк]онституционный [Зз]акон|[Зз]акон|[Кк]одекс|[А-ЯЁ][а-яё-]+(?:[- ][а-яё-]+){0,3} кодекс|[Кк]онституци[юя]|Указ)"
_ITEM = re.compile(rf"[Вв] (?P<law>{_ACT}[^:]{{0,900}})")
_REPEALED = re.compile(rf"[Пп]ризнать утратившим силу (?P<law>{_ACT}[^:]{{0,900}})")
_CODE = re.compile(r"[А-ЯЁ][а-яё-]+(?:[- ][а-яё-]+){0,3} кодекс(?: Республики Казахстан)?(?: \([^()]{3,30}\))?")
_TITLE = re.compile(rf"(?:О|Об) (?:внесении {_CHANGES} (?:в|и)|признании утратившим)\b.*")
_FRONT = re.compile(
    r"(?:ПРОЕКТ|Проект)(?: закона| ЗАКОНА)?|ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН|(?:Конституционный )?Закон Республики Казахстан"
    rf"(?: от {DATE}.*)?|от {DATE}(?: №? ?[\w-]+(?: ЗРК)?)?|№ [\w-]+(?: ЗРК)?"
)
_SIGNED = re.compile(
    r"Президент ?(?:Республики Казахстан)?|(?:[А-ЯЁӘІ]\. ?){1,2}[А-ЯЁӘІ][\w-]{1,30}|[КҚ]\.-[ЖЗ]\. ?[А-ЯЁ]\w{1,30}"
    rf"|(?:г\. ?)?(?:Астана|Алматы|Нур-Султан|Нұр-Сұлтан)(?:, ?[^,]{{3,60}})?(?:, ?{DATE}.*)?|{DATE}"
)
_ENTERS = re.compile(
    rf"(?:Настоящий (?:Конституционный )?[Зз]акон|Настоящий Кодекс|Он) вводится в действие (?P<rule>{RULE})"
    r"(?P<rest>,? за исключением(?P<list>.*))?"
)
_OWN_RULE = re.compile(rf",? ?котор\w+ ввод[ия]тся в действие (?P<rule>{RULE})")
_ARTICLES_ENTER = re.compile(rf"(?P<own>.{{5,400}}?) ввод[ия]тся в действие (?P<rule>{RULE})")
_DATED = re.compile(rf"(?P<date>{DATE}),? ?№ ?(?P<number>\d+(?:-[ІVХLСDМIXCM]+)?)")
_NEXT = re.compile(r"(?:,? (?:и|а также) |, |; ?)")
_GLUED = re.compile(
    r"(?:заменить|дополнить|исключить|изложить|слов[ао]|словами|следующей)(?:слов|цифр|заменить|дополнить|редакции)\w*"
    rf"|(?:словами|словом|слова|слово|цифрами){Q}|(?:Президент|Республики)(?:Республики|Казахстан)"
)


def read_marker(text: str, at: int) -> Marker | None:
    """Return the number that a clause begins with: «Статья 1.», «2.», «3)», «а)»."""
    found = _MARKER.match(text, at)
    if found is None:
        return None
    for level, name in zip(Level, ("article", "point", "subpoint", "letter"), strict=False):
        if found[name]:
            return Marker(level, found[name], found.end())
    return None


def read_formula(clause: Clause) -> Claim | None:
    """Tell whether a clause is a title, a line of the front, a signature or a bare heading."""
    text = clause.text
    if _TITLE.fullmatch(text):
        return Claim.TITLE
    if _FRONT.fullmatch(text):
        return Claim.FORMULA
    if _SIGNED.fullmatch(text):
        return Claim.SIGNATURE
    if RUSSIAN.note.match(text) or RUSSIAN.announcement.match(text):
        return Claim.NOTE
    return Claim.HEADING if clause.level is Level.ARTICLE and not text else None


def read_law(clause: Clause, listing: bool) -> LawName | None:
    """Return the law that a clause names for amendment.

    Args:
        clause: The clause.
        listing: True inside a list of laws, where «В Закон …:» is enough.
    """
    text = clause.text
    if _LIST.fullmatch(text):
        return LawName(lists=True)
    single = _SINGLE_FIRST.fullmatch(text) or _SINGLE.fullmatch(text)
    repealed = _REPEALED.fullmatch(text)
    item = _ITEM.fullmatch(text) if listing and clause.ends == ":" else None
    found = single or repealed or item
    if found is None:
        return None
    return _named(found["law"], clause, repeals=repealed is not None)


def _named(words: str, clause: Clause, *, repeals: bool) -> LawName:
    day = re.search(DATE, words)
    code = _CODE.search(words)
    title = clause.quotations[0].text if clause.quotations and Q in words else code[0] if code else ""
    if code and (Q not in words or code.start() < words.index(Q)):
        title = code[0]
    return LawName(" ".join(title.split()), date_of(day[0]) if day else None, repeals=repeals)


def read_force(clause: Clause, listing: bool) -> ForceReading | None:
    """Return what a clause says on entry into force.

    Args:
        clause: The clause.
        listing: True inside a list of exceptions.
    """
    whole = _ENTERS.fullmatch(clause.text)
    if whole:
        rest = (whole["list"] or "").strip(" :")
        exceptions = _exceptions(rest) if rest else ()
        if exceptions is None or (whole["rest"] and not rest and clause.ends != ":"):
            return None
        return ForceReading(force_of(whole["rule"]), exceptions)
    if not listing:
        return None
    exceptions = _exceptions(clause.text)
    return ForceReading(None, exceptions) if exceptions else None


def _exceptions(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    found: list[tuple[tuple[Target, ...], Force]] = []
    at = 0
    while at < len(text):
        named = targets(text, at)
        rule = _OWN_RULE.match(text, named[1]) if named else None
        if named is None or rule is None:
            return None
        found.append((named[0], force_of(rule["rule"])))
        at = rule.end()
        gap = _NEXT.match(text, at)
        at = gap.end() if gap else at
        if gap is None and at < len(text):
            return None
    return tuple(found)


def read_dated(text: str) -> tuple[datetime.date, str] | None:
    """Return the date and the number that a line of the front or of the signature gives to the act.

    >>> read_dated("Астана, Акорда, 30 декабря 2025 года № 248-VIII ЗРК")
    (datetime.date(2025, 12, 30), '248-VIII')
    """
    found = _DATED.search(text)
    day = date_of(found["date"]) if found else None
    return (day, latin(found["number"])) if found and day else None


def glued(text: str) -> tuple[str, ...]:
    """Return the words of formulae that this copy has run together («заменитьсловами»)."""
    return tuple(match[0].replace(Q, '"') for match in _GLUED.finditer(text))


def address(article: str, point: str, subpoint: str) -> str:
    """Return a place of the act as a lawyer names it.

    >>> address("1", "2", "3")
    'ст. 1 п. 2 пп. 3)'
    """
    parts = (f"ст. {article}" * bool(article), f"п. {point}" * bool(point), f"пп. {subpoint})" * bool(subpoint))
    return " ".join(filter(None, parts))
