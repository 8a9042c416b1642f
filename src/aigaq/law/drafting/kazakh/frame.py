"""What stands around Kazakh edits: numbers, titles, names of amended laws, entry into force."""

from __future__ import annotations

import datetime
import re

from aigaq.law.drafting.clause import Clause, Level, Marker
from aigaq.law.drafting.grammar import ForceReading, LawName
from aigaq.law.drafting.instruction import Claim, Force, Target
from aigaq.law.drafting.kazakh.dates import DATE, RULE, date_of, force_of
from aigaq.law.drafting.kazakh.targets import targets
from aigaq.law.drafting.quotes import Q
from aigaq.law.structure.forms.form import NUMBER
from aigaq.law.structure.forms.kazakh import KAZAKH
from aigaq.law.structure.number import latin

_END = "[а-яёәғқңөұүһі]*"
_MARKER = re.compile(
    rf"(?:(?P<article>{NUMBER}) ?-бап ?\.(?! ?{Q})(?: |(?=[А-ЯӘҒҚҢӨҰҮҺІ{Q}])|$)|(?P<point>{NUMBER}) ?\.(?!\d) ?"
    rf"|(?P<subpoint>{NUMBER})\)(?! ?(?:тармақша|абзац)|(?:, {NUMBER}\)|,? және {NUMBER}\)| - {NUMBER}\)|-{NUMBER}\)))"
    r" ?|(?P<letter>[а-я])\) ?)"
)
_LAW_ARTICLE = re.compile(rf"(?P<article>{NUMBER}) ?-бап ?\. ?(?={Q} \d{{4}} жылғы)")
_CHANGES = rf"(?:өзгеріс|өзгерту|толықтыру){_END}(?: (?:мен|және) (?:өзгеріс|өзгерту|толықтыру){_END})?"
_SINGLE = re.compile(rf"(?P<law>[^:]{{3,900}}?) (?:мынадай|келесі) {_CHANGES} енгізілсін")
_LIST = re.compile(
    rf"Қазақстан Республикасының (?:мынадай|келесі) (?:заңнамалық актілеріне|заң актілеріне|заңдарына) {_CHANGES} енгізілсін"
)
_ITEM = re.compile(rf"(?P<law>(?:{Q}|\d{{4}} |Қазақстан|[А-ЯӘҒҚҢӨҰҮҺІ])[^:]{{3,900}})")
_IS_ACT = re.compile(r"(?:[Зз]аңына|[Кк]одексіне|[Кк]онституциясына|Жарлығына)(?: ?\([^()]{3,30}\))?(?: ?\(.*\))?$")
_REPEALED = re.compile(r"(?P<law>[^:]{3,900}(?:[Зз]аңының|[Кк]одексінің)(?: ?\(.*\))?) күші жойылды деп танылсын")
_CODE = re.compile(r"(?:[А-ЯӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+ ){1,4}кодекс")
_TITLE = re.compile(rf".{{3,900}}(?:{_CHANGES} енгізу|күші жойылды деп тану) туралы")
_FRONT = re.compile(
    rf"(?:ЖОБА|Жоба)|ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ|Қазақстан Республикасының (?:{DATE} )?(?:№ [\w-]+ )?(?:ҚРЗ )?Заңы"
    rf"|{DATE} № [\w-]+(?: ҚРЗ)?|№ [\w-]+(?: ҚРЗ)?"
)
_SIGNED = re.compile(
    r"Қазақстан ?Республикасының ?(?:Президенті)?|Президенті|(?:[А-ЯЁӘІ]\. ?){1,2}[А-ЯЁӘІ][\w-]{1,30}"
    rf"|[КҚ]\.-[ЖЗ]\. ?[А-ЯЁ]\w{{1,30}}|(?:Астана|Алматы|Нұр-Сұлтан)(?:, ?[^,]{{3,60}})?(?:, ?{DATE}.*)?|{DATE}"
)
_ENTERS = re.compile(
    rf"Осы (?:Конституциялық )?(?:[Зз]аң|Кодекс)(?:,? (?P<before>.+?) қоспағанда)?,? (?P<rule>{RULE}) қолданысқа енгізіледі"
    r"(?P<rest>,? мыналарды қоспағанда)?"
)
_OWN = re.compile(rf"(?P<rule>{RULE}) қолданысқа енгізілетін (?P<own>.+)")
_DATED = re.compile(rf"(?P<date>{DATE}),? ?№ ?(?P<number>\d+(?:-[ІVХLСDМIXCM]+)?)")
_GLUED = re.compile(
    r"(?:Республикасы)(?:ның)?(?:Парламент|Президент|Үкімет)\w*|(?:сөздер|сөз|деген)(?:алып|ауыстырылсын|сөз)\w*"
    rf"|деген{Q}|[а-яәғқңөұүһі]{{2}}(?:редакцияда|мазмұндағы)"
)


def read_marker(text: str, at: int) -> Marker | None:
    """Return the number that a clause begins with; a number before «тармақша» names a unit and is none."""
    found = _LAW_ARTICLE.match(text, at) or _MARKER.match(text, at)
    if found is None:
        return None
    groups = found.groupdict()
    for level, name in zip(Level, ("article", "point", "subpoint", "letter"), strict=False):
        if groups.get(name):
            return Marker(level, groups[name], found.end())
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
    if KAZAKH.note.match(text) or KAZAKH.announcement.match(text):
        return Claim.NOTE
    return Claim.HEADING if clause.level is Level.ARTICLE and not text else None


def read_law(clause: Clause, listing: bool) -> LawName | None:
    """Return the law that a clause names for amendment.

    Args:
        clause: The clause.
        listing: True inside a list of laws, where the name alone is enough.
    """
    text = clause.text
    if _LIST.fullmatch(text):
        return LawName(lists=True)
    single, repealed = _SINGLE.fullmatch(text), _REPEALED.fullmatch(text)
    item = _ITEM.fullmatch(text) if listing and clause.ends == ":" else None
    item = item if item and _IS_ACT.search(item["law"]) else None
    found = single or repealed or item
    if found is None:
        return None
    words = found["law"]
    day = re.search(DATE, words)
    code = _CODE.search(words)
    title = clause.quotations[0].text if clause.quotations and Q in words else code[0] + "і" if code else ""
    return LawName(" ".join(title.split()), date_of(day[0]) if day else None, repeals=repealed is not None)


def read_force(clause: Clause, listing: bool) -> ForceReading | None:
    """Return what a clause says on entry into force.

    Args:
        clause: The clause.
        listing: True inside a list of exceptions.
    """
    whole = _ENTERS.fullmatch(clause.text)
    if whole:
        exceptions = _exceptions(whole["before"]) if whole["before"] else ()
        if exceptions is None or (whole["rest"] and clause.ends != ":"):
            return None
        return ForceReading(force_of(whole["rule"]), exceptions)
    exceptions = _exceptions(clause.text) if listing else None
    return ForceReading(None, exceptions) if exceptions else None


def _exceptions(text: str) -> tuple[tuple[tuple[Target, ...], Force], ...] | None:
    """Read «2027 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 5-тармағын»."""
    own = _OWN.fullmatch(text)
    named = targets(own["own"]) if own else None
    if own is None or named is None or named[1] != len(own["own"]):
        return None
    return ((named[0], force_of(own["rule"])),)


def read_dated(text: str) -> tuple[datetime.date, str] | None:
    """Return the date and the number that a line of the front or of the signature gives to the act."""
    found = _DATED.search(text)
    day = date_of(found["date"]) if found else None
    return (day, latin(found["number"])) if found and day else None


def glued(text: str) -> tuple[str, ...]:
    """Return the words of formulae that this copy has run together."""
    return tuple(match[0].replace(Q, '"') for match in _GLUED.finditer(text))


def address(article: str, point: str, subpoint: str) -> str:
    """Return a place of the act as a lawyer names it.

    >>> address("1", "2", "3"), address("1", "", "3")
    ('1-баптың 2-тармағының 3) тармақшасы', '1-баптың 3) тармақшасы')
    """
    parts = [(f"{article}-бап", "тың")] * bool(article)
    parts += [(f"{point}-тармақ", "тың") if not article else (f"{point}-тармағы", "ның")] * bool(point)
    parts += [(f"{subpoint}) тармақша" + "сы" * bool(article or point), "ның")] * bool(subpoint)
    return " ".join(name + case * (at < len(parts) - 1) for at, (name, case) in enumerate(parts))
