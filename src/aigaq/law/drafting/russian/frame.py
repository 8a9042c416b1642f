"""What stands around Russian edits: numbers of clauses, the title and the front, the signature, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aigaq.law.drafting.clause import Clause, Marker
from aigaq.law.drafting.instruction import Claim
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.russian.dates import DATE
from aigaq.law.drafting.signature import PERSON, dated, marked
from aigaq.law.structure.forms.form import NUMBER
from aigaq.law.structure.forms.russian import RUSSIAN
from aigaq.law.structure.unit import Kind

_MARKER = re.compile(
    rf"(?:Статья (?P<article>{NUMBER}) ?\.?(?: |(?=[А-Я\n])|$)|(?P<point>{NUMBER}) ?\.(?!\d) ?"
    rf"|(?P<subpoint>{NUMBER})\) ?|(?P<letter>[а-я])\) ?)"
)
_CHANGES = r"(?:изменени|дополнени|поправк)\w+(?: и (?:изменени|дополнени)\w+)?"
_TITLE = re.compile(rf"(?:О|Об) (?:внесении {_CHANGES} (?:в|и)|признании утративш(?:им|ими)|приостановлении)\b.*")
_NUMBERED = r"(?:,? № ?[\w-]+(?: ЗРК)?)?"
_FRONT = re.compile(
    r"(?:ПРОЕКТ|Проект)(?: закона| ЗАКОНА)?|Новый|Действующий|Обновленный"
    r"|ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН|(?:Конституционный )?Закон Республики Казахстан"
    rf"(?: от {DATE}{_NUMBERED})?|от {DATE}{_NUMBERED}|№ [\w-]+(?: ЗРК)?"
)
_SIGNED = re.compile(
    rf"(?:Президент ?)?(?:Республики Казахстан)?(?: ?(?<!\w){PERSON})?"
    rf"|(?:г\. ?)?(?:Астана|Алматы|Нур-Султан|Нұр-Сұлтан)(?:, ?[^,{Q}]{{3,60}})?(?:, ?{DATE}{_NUMBERED})?|{DATE}"
)
SWALLOWED = re.compile(
    r"[»\"”][;.,]{0,2}\s{1,20}(?:\d[\d-]{0,8}[.)] ?){0,3}[^\r\n«»\"]{3,300}"
    r"(?:изложить в следующей редакции|следующего содержания):\s{0,20}[\r\n]"
)
_REMARK = re.compile(r"Порядок введения в действие .{0,80}см\. ст")
DATED = dated(DATE)
GLUED = re.compile(
    r"(?:заменить|дополнить|исключить|изложить|слов[ао]|словами|следующей)(?:слов|цифр|заменить|дополнить|редакции)\w*"
    rf"|(?:словами|словом|слова|слово|цифрами){Q}|(?:Президент|Республики)(?:Республики|Казахстан)"
)
NOTE = re.compile(r"Примечани[ея] ?[.:]", re.IGNORECASE)


def read_marker(text: str, at: int) -> Marker | None:
    """Return the number that a clause begins with: «Статья 1.», «2.», «3)», «а)»."""
    found = _MARKER.match(text, at)
    return marked(found) if found else None


def read_formula(clause: Clause) -> Claim | None:
    """Tell whether a clause is a title, a line of the front, a signature or a bare heading."""
    text = clause.text
    if _TITLE.fullmatch(text):
        return Claim.TITLE
    if _FRONT.fullmatch(text):
        return Claim.FORMULA
    if text and _SIGNED.fullmatch(text):
        return Claim.SIGNATURE
    if RUSSIAN.note.match(text) or RUSSIAN.announcement.match(text) or _REMARK.match(text):
        return Claim.NOTE
    return Claim.HEADING if clause.number and not text else None


def address(marks: Mapping[Kind, str]) -> str:
    """Return a place of the act as a lawyer names it.

    >>> address({Kind.ARTICLE: "1", Kind.POINT: "2", Kind.SUBPOINT: "3"})
    'ст. 1 п. 2 пп. 3)'
    """
    article, point, subpoint = (marks.get(kind, "") for kind in (Kind.ARTICLE, Kind.POINT, Kind.SUBPOINT))
    parts = (f"ст. {article}" * bool(article), f"п. {point}" * bool(point), f"пп. {subpoint})" * bool(subpoint))
    return " ".join(filter(None, parts))
