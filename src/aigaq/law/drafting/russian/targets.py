"""Russian targets: «в абзаце третьем части первой пункта 2 статьи 5», «подпункты 2) и 4-1) статьи 4»."""

from __future__ import annotations

import re
from itertools import product

from aigaq.law.drafting.chain import holds, listed, one
from aigaq.law.drafting.instruction import Place, Step, Target
from aigaq.law.structure.forms.form import NUMBER, ROMAN
from aigaq.law.structure.number import plain
from aigaq.law.structure.unit import Kind

_UNITS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат "
    "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()
_TENS = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80, "девяносто": 90, "сто": 100,
}  # fmt: skip
_ROUND = {
    "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80,
    "девяност": 90, "сот": 100,
}  # fmt: skip
_ENDINGS = "ьего|ьему|ьими|ьей|ьем|ьих|ьим|ого|ому|ыми|ими|ое|ье|ый|ой|ий|ая|ья|ую|ью|ых|их|ые|ие|ьи|ей|ом|ем|ым|им"
_STEM = "|".join(sorted((*_UNITS, *_ROUND), key=len, reverse=True))
ORDINAL = rf"(?:(?:{'|'.join(_TENS)}) ){{0,2}}(?:{_STEM})(?:{_ENDINGS})(?![а-яё])"
"""An ordinal in words, in any case, number and gender."""

_ITEM = rf"(?:{ORDINAL}|{NUMBER}\)?|{ROMAN}(?![а-яё]))"
LIST = rf"{_ITEM}(?:(?:,? и |, | по | - |(?<=\))-|(?<=[а-яё])-){_ITEM})*"
"""Numbers or ordinals: «1, 3 и 5», «2) - 4)», «второй и третий»."""

_OF = "ями|ами|ях|ах|ям|ам|ов|ев|ей|ем|ом|ою|ой|ью|ые|ь|ы|и|я|ю|а|у|е"
NOUNS: tuple[tuple[Kind, str], ...] = (
    (Kind.SUBPOINT, rf"подпункт(?:{_OF})?"),
    (Kind.POINT, rf"пункт(?:{_OF})?"),
    (Kind.ARTICLE, rf"стать?(?:{_OF})"),
    (Kind.ALINEA, r"част(?:ями|ях|ям|ей|ью|ь|и)"),
    (Kind.INDENT, rf"абзац(?:{_OF})?"),
    (Kind.SUBSECTION, rf"подраздел(?:{_OF})?"),
    (Kind.SECTION, rf"раздел(?:{_OF})?"),
    (Kind.CHAPTER, rf"глав(?:{_OF})?"),
    (Kind.PARAGRAPH, rf"параграф(?:{_OF})?|§"),
    (Kind.APPENDIX, r"приложени(?:ями|ях|ям|ем|е|я|ю|й|и)(?: №)?"),
    (Kind.PREAMBLE, r"преамбул(?:ами|ой|ы|а|у|е)"),
)
"""Words for the kinds of unit, in every case."""

SENTENCE = r"предложени(?:ями|ях|ям|ем|е|я|ю|й|и)"
_NOUN = "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS) + f"|(?P<SENTENCE>{SENTENCE})"
_STEP = re.compile(
    rf"(?:(?P<before>{ORDINAL}(?:(?:,? и |, ){ORDINAL})*) )?(?:{_NOUN})(?!\w)(?: ?(?P<after>{LIST})(?!\w))?"
)
_PLACE = re.compile(
    r"(?:(?P<heading>(?:заголовк|названи|наименовани)(?:ами|ями|ах|ях|ов|ом|ем|а|у|е|и|я|ю)?|заголовок|наименований)"
    r"(?P<both> и (?:(?:по )?(?:всему )?тексту?е?))?"
    r"|(?P<text>(?:по )?(?:всему )?текст(?:а|у|е)?)"
    r"|(?P<contents>оглавлени(?:ем|е|я|ю|и)))(?!\w) ?"
)
_ALONG = "по(?! (?:всему )?тексту)"
_PREPOSITION = re.compile(rf"(?:[Вв]о?|[Ии]з|к|на|{_ALONG}|По) ")
_SEPARATOR = re.compile(rf",? (?:и|а также) (?:(?:во?|из|{_ALONG}) )?|, (?:(?:во?|из|{_ALONG}) )?")
_TO_LAW = re.compile(r" к (?:указанному|настоящему|данному|этому) (?:Конституционному )?(?:[Зз]акону|[Кк]одексу)")
_NOTE = re.compile(r"примечани(?:ями|ях|ям|ем|е|я|ю|й|и)(?: [кв](?= ))?(?!\w) ?")
_MIXED = re.compile(r"(?:\d(?:,| и|, и) [\d-]+\)|\)(?:,| и|, и) [\d-]+(?![\d)-]))")
"""Numbers with and without brackets in one list: two kinds of unit, one of which is not named."""

_PLURAL = re.compile(r"(?:пункт|стат)(?:ы|ах|ам|ами|ов|ях|ям|ями|ей) ?\d+-\d+$")


def targets(text: str, at: int = 0) -> tuple[tuple[Target, ...], int] | None:
    """Return the targets that ``text`` names at ``at``, and where they end; None when it names none.

    >>> found, end = targets("в подпунктах 2) и 4) пункта 1 статьи 5 слова")
    >>> [step.number for step in found[1].steps], end
    (['5', '1', '4'], 38)
    """
    preposition = _PREPOSITION.match(text, at)
    start = preposition.end() if preposition else at
    return listed(text, start, member=_member, separator=_SEPARATOR, from_next=True)


def _member(text: str, at: int) -> tuple[list[Target], int] | None:
    """Return one chain of a list, innermost unit first in the text, outermost first in its steps."""
    chain: list[list[Step]] = []
    place, at, end = _opening(text, at)
    sentence = 0
    if place is Place.NOTE:
        chain.append([Step(Kind.INDENT, "")])
    while (found := _STEP.match(text[: at + 600], at)) is not None:
        numbers = numbers_of(found["after"] or found["before"] or "")
        if _MIXED.search(found["after"] or ""):
            return None
        if found["SENTENCE"]:
            if chain or not one(numbers) or place is not Place.WHOLE:
                break
            place, sentence = Place.SENTENCE, int(numbers[0][0])
        elif _PLURAL.match(found[0]):
            return None
        elif chain and not holds(_steps(found, numbers)[0].kind, chain[-1][0].kind):
            break
        else:
            chain.append(_steps(found, numbers))
        end = found.end()
        to_law = _TO_LAW.match(text, end) if found["APPENDIX"] else None
        end = to_law.end() if to_law else end
        at = end + 1
        if text[end : end + 1] != " ":
            break
    if not chain and place is Place.WHOLE:
        return None
    return [Target(tuple(reversed(steps)), place, sentence) for steps in product(*chain)], end


def _opening(text: str, at: int) -> tuple[Place, int, int]:
    """Return the place that a chain begins with («в заголовке …»), where its units follow, and where it ends."""
    note = _NOTE.match(text, at)
    where = None if note else _PLACE.match(text, at)
    found = note or where
    if found is None:
        return Place.WHOLE, at, at
    after = found.end()
    place = Place.NOTE if where is None else _place(where)
    line = _PLACE.match(text, after) if place is Place.CONTENTS else None
    after = line.end() if line and line["heading"] else after
    return place, after, after - (text[after - 1 : after] == " ")


def _place(where: re.Match[str]) -> Place:
    if where["heading"]:
        return Place.THROUGHOUT if where["both"] else Place.HEADING
    if where["contents"]:
        return Place.CONTENTS
    return Place.THROUGHOUT if "по " in where["text"] else Place.TEXT


def _steps(found: re.Match[str], numbers: list[tuple[str, str]]) -> list[Step]:
    kind = next(kind for kind, _ in NOUNS if found[kind.name])
    if kind is Kind.POINT and (found["after"] or "").endswith(")"):
        kind = Kind.SUBPOINT
    return [Step(kind, number, through) for number, through in numbers] or [Step(kind, "")]


def numbers_of(words: str) -> list[tuple[str, str]]:
    """Return the numbers of a list, each with the last number of its range or "".

    >>> numbers_of("второй и третий"), numbers_of("2) - 4) и 6-1)")
    ([('2', ''), ('3', '')], [('2', '4'), ('6-1', '')])
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r",? и |, ", words):
        ends = re.split(r" - | по |(?<=[а-яё)])-", part)
        if part:
            found.append((number_of(ends[0]), number_of(ends[1]) if len(ends) == 2 else ""))
    return found


def number_of(word: str) -> str:
    """Return one number as identifiers carry it.

    >>> number_of("двадцать первом"), number_of("14-1"), number_of("третья")
    ('21', '14-1', '3')
    """
    word = word.strip(") ")
    first, _, rest = word.partition(" ")
    if first in _TENS and rest:
        return str(_TENS[first] + int(number_of(rest)))
    return plain(word, _ORDINALS)


_ORDINALS = {stem: place for place, stem in enumerate(_UNITS, 1)} | _ROUND
