"""Names of the laws that a Kazakh act amends or repeals."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Clause
from aigaq.law.drafting.grammar import LawName, Listing
from aigaq.law.drafting.kazakh.dates import DATE, date_of
from aigaq.law.drafting.quotes import Q

_END = "[а-яёәғқңөұүһі]*"
_CHANGES = rf"(?:өзгеріс|өзгерту|толықтыру){_END}(?: (?:мен|және) (?:өзгеріс|өзгерту|толықтыру){_END})?"
_LONG = r"[^\n]{3,9000}"
"""Words that name a law, the list of its publications among them, which fills pages in a much amended one."""

_SINGLE = re.compile(rf"(?P<law>{_LONG}?),? (?:(?:мынадай|келесі|мына) )?{_CHANGES} енгізілсін")
_LIST = re.compile(
    r"Қазақстан Республикасының (?:мынадай|келесі|мына|кейбір) (?:заңнамалық актілеріне|заң актілеріне|заңдарына"
    rf"|кодекстеріне) {_CHANGES} енгізілсін"
)
_ITEM = re.compile(rf"(?P<law>(?:{Q}|\d{{4}} |Қазақстан|[А-ЯӘҒҚҢӨҰҮҺІ]){_LONG})")
_NOUN = "(?:[Зз]аңы|[Кк]одексі|[Кк]онституциясы|[Жж]арлығы|[Ққ]аулысы)"
_BRACKETS = r"(?: ?\((?:[^()]|\([^()]*\)){1,9000}\))*"
_INTO = re.compile(rf"(?:{_NOUN}(?:на|не){_BRACKETS}|Қазақстан Республикасы(?:ның)?{_BRACKETS} {_NOUN}(?:на|не))$")
_BARE = re.compile(rf"{Q} {DATE} Қазақстан Республикасы(?:ның)?{_BRACKETS}")
"""A law that its title and its date name; some copies have lost the word for it."""

_WHOLE = re.compile(rf"{_NOUN}{_BRACKETS}$")
_REPEALED = re.compile(rf"(?P<law>{_LONG}{_NOUN}(?:ның|нің){_BRACKETS}) күші жойылды деп танылсын(?P<late>{_BRACKETS})")
_REPEALED_LIST = re.compile(
    r"(?:Қазақстан Республикасының )?(?:мына|мынадай|келесі)"
    r"(?:лардың| (?:заңнамалық актілерінің|заңдарының|актілерінің))"
    r"(?: күші жойылды деп танылсын)?",
    re.IGNORECASE,
)
_CONSTITUTION = re.compile("Қазақстан Республикасының Конституциясы")
_CODE = re.compile(r"(?:[А-ЯӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі-]+ ){1,4}кодекс")
INLINE = re.compile(
    rf"(?P<law>(?:{Q} (?:туралы )?)?(?:{DATE} )?(?:№ ?[\w-]+ )?Қазақстан Республикасы(?:ның)?(?: [^{Q}:,()]{{0,120}})?"
    rf" ?(?:[Зз]аңының|[Кк]одексінің){_BRACKETS}),? (?=\d)"
)
"""A law that a clause names itself: «… туралы» … Заңының 7-бабы …»."""


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
        return named(single["law"], clause) if _INTO.search(single["law"]) or _BARE.fullmatch(single["law"]) else None
    repealed = _REPEALED.fullmatch(text)
    if repealed:
        return named(repealed["law"], clause, repeals=True) if _one(repealed["law"]) else None
    if listing is Listing.REPEALED and _WHOLE.search(text):
        return named(text, clause, repeals=True) if _one(text) else None
    item = _ITEM.fullmatch(text) if listing is Listing.AMENDED and clause.ends == ":" else None
    return named(item["law"], clause) if item and _INTO.search(item["law"]) else None


def _one(words: str) -> bool:
    """Tell whether words name one law that can be told by its title: several are no single act."""
    outside = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", words)
    return outside.count(Q) <= 1 and (Q in outside or bool(_CODE.search(outside)))


def named(words: str, clause: Clause, *, repeals: bool = False) -> LawName:
    """Return the law that the words of a clause name: by its quoted title, or by the name of its code."""
    day = re.search(DATE, words)
    code = _CODE.search(words)
    title = code[0] + "і" if code else ""
    title = "Қазақстан Республикасының Конституциясы" if _CONSTITUTION.match(words) else title
    if Q in words.partition("(")[0]:
        title = clause.quotations[clause.text.count(Q, 0, clause.text.find(words))].text
    return LawName(" ".join(title.split()), date_of(day[0]) if day else None, repeals=repeals)
