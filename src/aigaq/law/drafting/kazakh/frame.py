"""What stands around Kazakh edits: numbers of clauses, the title and the front, the signature, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aigaq.law.drafting.clause import Clause, Marker
from aigaq.law.drafting.instruction import Claim
from aigaq.law.drafting.kazakh.dates import DATE
from aigaq.law.drafting.quotes import Q
from aigaq.law.drafting.signature import PERSON, dated, marked
from aigaq.law.structure.forms.form import NUMBER
from aigaq.law.structure.forms.kazakh import KAZAKH
from aigaq.law.structure.unit import Kind

_END = "[а-яёәғқңөұүһі]*"
_MARKER = re.compile(
    rf"(?:(?P<article>{NUMBER}) ?-бап ?\.(?! ?{Q})(?: |(?=[А-ЯӘҒҚҢӨҰҮҺІ{Q}\n])|$)|(?P<point>{NUMBER}) ?\.(?!\d) ?"
    rf"|(?P<subpoint>{NUMBER})\)(?! ?(?:тармақша|абзац)|(?:, {NUMBER}\)|,? және {NUMBER}\)| - {NUMBER}\)|-{NUMBER}\)))"
    r" ?|(?P<letter>[а-я])\) ?)"
)
_LAW_ARTICLE = re.compile(rf"(?P<article>{NUMBER}) ?-бап ?\. ?(?={Q} \d{{4}} жылғы)")
_CHANGES = rf"(?:өзгеріс|өзгерту|толықтыру){_END}(?: (?:мен|және) (?:өзгеріс|өзгерту|толықтыру){_END})?"
_TITLE = re.compile(rf".{{3,900}}(?:{_CHANGES} енгізу|күші жойылды деп тану) туралы")
_NUMBERED = r"(?:,? № ?[\w-]+(?: ҚРЗ)?)?"
_FRONT = re.compile(
    r"(?:ЖОБА|Жоба)|Жаңа|Қолданыстағы|Жаңартылған|ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ"
    rf"|Қазақстан Республикасының (?:{DATE} )?(?:№ [\w-]+ )?(?:ҚРЗ )?"
    rf"Заңы(?: {DATE}{_NUMBERED})?"
    rf"|{DATE} № [\w-]+(?: ҚРЗ)?|№ [\w-]+(?: ҚРЗ)?"
)
_SIGNED = re.compile(
    rf"(?:Қазақстан ?Республикасының)?(?: ?Президенті)?(?: ?(?<!\w){PERSON})?"
    rf"|(?:Астана|Алматы|Нұр-Сұлтан)(?:, ?[^,{Q}]{{3,60}})?(?:, ?{DATE}{_NUMBERED})?|{DATE}"
)
_ANNOUNCED = re.compile(rf"(?:{KAZAKH.announcement.pattern})|РҚАО-ның ескертпесі ?[!.:]")
SWALLOWED = re.compile(
    r"[»\"”][;.,]{0,2}\s{1,20}(?:\d[\d-]{0,8}[.)] ?){0,3}[^\r\n«»\"]{3,300}"
    r"(?:редакцияда жазылсын|толықтырылсын):\s{0,20}[\r\n]"
)
_REMARK = re.compile(r"Осы (?:Заңның|Кодекстің) қолданысқа енгізілу тәртібін .{0,40}қараңыз")
DATED = dated(DATE)
GLUED = re.compile(
    r"(?:Республикасы)(?:ның)?(?:Парламент|Президент|Үкімет)\w*|(?:сөздер|сөз|деген)(?:алып|ауыстырылсын|сөз)\w*"
    rf"|деген{Q}|[а-яәғқңөұүһі]{{2}}(?:редакцияда|мазмұндағы)"
)
NOTE = re.compile(r"Ескертпе(?:лер)? ?[.:]", re.IGNORECASE)


def read_marker(text: str, at: int) -> Marker | None:
    """Return the number that a clause begins with; a number before «тармақша» names a unit and is none."""
    found = _LAW_ARTICLE.match(text, at) or _MARKER.match(text, at)
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
    if KAZAKH.note.match(text) or _ANNOUNCED.match(text) or _REMARK.match(text):
        return Claim.NOTE
    return Claim.HEADING if clause.number and not text else None


def address(marks: Mapping[Kind, str]) -> str:
    """Return a place of the act as a lawyer names it.

    >>> address({Kind.ARTICLE: "1", Kind.POINT: "2", Kind.SUBPOINT: "3"})
    '1-баптың 2-тармағының 3) тармақшасы'
    """
    article, point, subpoint = (marks.get(kind, "") for kind in (Kind.ARTICLE, Kind.POINT, Kind.SUBPOINT))
    parts = [(f"{article}-бап", "тың")] * bool(article)
    parts += [(f"{point}-тармақ", "тың") if not article else (f"{point}-тармағы", "ның")] * bool(point)
    parts += [(f"{subpoint}) тармақша" + "сы" * bool(article or point), "ның")] * bool(subpoint)
    return " ".join(name + case * (at < len(parts) - 1) for at, (name, case) in enumerate(parts))
