"""The words of a name: which kind of unit each means, and which numbers go with it, in Russian and in Kazakh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from aigaq.law.structure.forms import FORMS
from aigaq.law.structure.number import ordinal, plain
from aigaq.law.structure.unit import Kind
from aigaq.values import Language

Numbers = tuple[tuple[str, str], ...]
"""Numbers with the last number of a range, or ""."""


@frozen
class Ref:
    """One kind of unit with its numbers.

    Args:
        kind: The kind.
        numbers: Its numbers; ``("", "")`` where none is given.
        start: Where it stands in the text.
        title: True when it comes from a line that is the heading of the unit.
    """

    kind: Kind
    numbers: Numbers
    start: int
    title: bool = False


_KINDS: Final = {
    Language.RU: {
        Kind.SUBPOINT: r"подпункт\w*|подп\.|пп\.|п/п|пп",
        Kind.POINT: r"пункт\w*|п\.|п",
        Kind.ARTICLE: r"стать\w{1,3}|ст\.|ст",
        Kind.ALINEA: r"част(?:ь|и|ью|ей|ям|ями|ях)|ч\.|ч",
        Kind.INDENT: r"абзац\w*|абз\.|абз",
        Kind.CHAPTER: r"глав\w{1,3}|гл\.",
        Kind.SUBSECTION: r"подраздел\w*",
        Kind.SECTION: r"раздел\w*|разд\.",
        Kind.PARAGRAPH: r"параграф\w*|§",
        Kind.APPENDIX: r"приложени\w{1,2}|прил\.",
        Kind.TABLE: r"таблиц\w{1,3}",
        Kind.ROW: r"строк\w{1,3}",
    },
    Language.KK: {
        Kind.SUBPOINT: r"тармақша\w*",
        Kind.POINT: r"тарма[қғ]\w*",
        Kind.ARTICLE: r"ба[пб]\w*",
        Kind.ALINEA: r"бөлі[кг]\w*",
        Kind.INDENT: r"абзац\w*",
        Kind.CHAPTER: r"тара[уғ]\w*",
        Kind.SUBSECTION: r"кіші бөлім\w*",
        Kind.SECTION: r"бөлім\w*",
        Kind.PARAGRAPH: r"параграф\w*",
        Kind.APPENDIX: r"қосымша\w*",
        Kind.TABLE: r"кесте\w*",
        Kind.ROW: r"жол\w*",
    },
}
_ALONE: Final = {
    Language.RU: {Kind.PREAMBLE: r"преамбул\w*", Kind.FRONT: r"заголов\w+|наименовани\w+|название"},
    Language.KK: {Kind.PREAMBLE: r"кіріспе\w*", Kind.FRONT: r"тақыры[пб]\w*|атау\w*"},
}
"""Units without a number."""
_UNNUMBERED: Final = (Kind.APPENDIX, Kind.TABLE)
"""Kinds that may stand without a number: there may be only one."""

_TENS: Final = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70,
}  # fmt: skip
_ROUND: Final = {
    "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60,
    "отызыншы": 30, "қырқыншы": 40, "елуінші": 50, "алпысыншы": 60,
}  # fmt: skip
_DIGITS = r"\d+(?:-\d+)*(?:\s?\[\d+\])?\)?"
_ROMAN = r"(?-i:[IVXLCІХС]+)(?:-\d+)?(?!\w)"
_ENDING = r"(?:ый|ой|ий|ая|ья|ую|ью|ое|ье|ого|его|ьего|ьей|ьем|ей|ом|ем|ым|им|ых|их)"


def _ordinals(language: Language) -> str:
    stems = sorted([*FORMS[language].ordinals, *_ROUND], key=len, reverse=True)
    tens = "|".join(_TENS)
    end = _ENDING if language is Language.RU else ""
    return rf"(?:(?:{tens})\s)?(?:{'|'.join(stems)}){end}(?!\w)"


def _list(item: str) -> str:
    return rf"(?:с\s)?(?:{item})(?:\s?(?:,|;|и|және|мен|-|по)\s?(?:{item}))*"


def _pattern(language: Language) -> re.Pattern[str]:
    item = rf"{_DIGITS}|{_ROMAN}|{_ordinals(language)}"
    kinds = "|".join(f"(?P<{kind.value}>{words})" for kind, words in _KINDS[language].items())
    alone = "|".join(f"(?P<{kind.value}>{words})" for kind, words in _ALONE[language].items())
    bare = "|".join(f"(?P<{kind.value}_>{_KINDS[language][kind]})" for kind in _UNNUMBERED)
    if language is Language.RU:
        numbered = (
            rf"(?P<first>{_ordinals(language)})\s(?P<which>част\w+|абзац\w*)|(?:{kinds})\s?№?\s?(?P<list>{_list(item)})"
        )
    else:
        numbered = rf"(?P<list>{_list(item)})\s?-?\s?(?:{kinds})"
    return re.compile(rf"(?<![\w-])(?:{numbered}|{alone}|{bare})(?!\w)", re.IGNORECASE)


_PATTERNS: Final = {language: _pattern(language) for language in _KINDS}
_ITEM: Final = {
    language: re.compile(rf"(?P<dash>-\s?|по\s)?(?P<item>{_DIGITS}|{_ROMAN}|{_ordinals(language)})", re.IGNORECASE)
    for language in _KINDS
}
_MARK = re.compile(r"\s*(\d+(?:-\d+)*)([.)])\s*$")


def refs(folded: str, language: Language) -> list[Ref]:
    """Return the kinds of unit that a folded text names, with their numbers, in the order of the text.

    >>> [(ref.kind.value, ref.numbers) for ref in refs("часть вторая пунктов 1 и 3 статьи 39", Language.RU)]
    [('alinea', (('2', ''),)), ('point', (('1', ''), ('3', ''))), ('article', (('39', ''),))]
    """
    mark = _MARK.match(folded)
    if mark:
        return [Ref(Kind.POINT if mark[2] == "." else Kind.SUBPOINT, ((mark[1], ""),), 0)]
    return [_ref(match, language) for match in _PATTERNS[language].finditer(folded)]


def _ref(match: re.Match[str], language: Language) -> Ref:
    groups = match.groupdict()
    if groups.get("first"):
        kind = Kind.INDENT if groups["which"].casefold().startswith("абз") else Kind.ALINEA
        return Ref(kind, ((_number(groups["first"], language), ""),), match.start())
    name = next(name for name, text in groups.items() if text and name not in ("list", "first", "which"))
    given = groups.get("list") if not name.endswith("_") else None
    numbers = tuple(_numbers(given, language)) if given else (("", ""),)
    return Ref(Kind(name.rstrip("_")), numbers, match.start())


def _numbers(given: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a list; a dash between two of them makes a range."""
    held = ""
    for item in _ITEM[language].finditer(given):
        number = _number(item["item"], language)
        if item["dash"] and held:
            yield held, number
            held = ""
            continue
        if held:
            yield held, ""
        held = number
    if held:
        yield held, ""


def _number(item: str, language: Language) -> str:
    words = item.strip(") ").casefold().split()
    if words and words[0] in _TENS and len(words) > 1:
        return str(_TENS[words[0]] + (ordinal(words[1], FORMS[language].ordinals) or 0))
    rounded = next((number for stem, number in _ROUND.items() if words and words[0].startswith(stem)), None)
    if rounded and "надцат" not in words[0]:
        return str(rounded)
    again = re.fullmatch(r"([\d-]+)\s?\[(\d+)\]", item.strip(") "))
    if again:
        return f"{again[1]}~{again[2]}"
    return plain(item.strip(") "), FORMS[language].ordinals)
