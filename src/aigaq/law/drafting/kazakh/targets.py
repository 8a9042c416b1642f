"""Kazakh targets: «39-баптың 1-тармағының екінші бөлігі», «4-баптың 2) және 4) тармақшалары»."""

from __future__ import annotations

import re
from itertools import product

from aigaq.law.drafting.grammar import RANK, share
from aigaq.law.drafting.instruction import Place, Step, Target
from aigaq.law.structure.forms.form import NUMBER, ROMAN
from aigaq.law.structure.number import plain
from aigaq.law.structure.unit import Kind

_MOST = 400
"""A list of more targets is none."""

_UNITS = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы".split()
_TENS = {
    "оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "қырқыншы": 40, "елуінші": 50, "алпысыншы": 60,
}  # fmt: skip
_BEFORE = {"он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60}
_UNIT = "|".join(_UNITS)
ORDINAL = rf"(?:(?:{'|'.join(_BEFORE)}) (?:{_UNIT})|{'|'.join(_TENS)}|{_UNIT})(?![а-яёәғқңөұүһі])"
"""An ordinal in words."""

_ITEM = rf"(?:{ORDINAL}|{NUMBER}\)?|{ROMAN}(?![а-яё]))"
LIST = rf"{_ITEM}(?:(?:,? және |, |,? мен |,? пен |,? бен | - |(?<=\))-){_ITEM})*"
"""Numbers or ordinals: «1, 3 және 5», «2) - 4)», «екінші және үшінші»."""

_END = "[а-яёәғқңөұүһі]*"
NOUNS: tuple[tuple[Kind, str], ...] = (
    (Kind.SUBPOINT, rf"тармақша{_END}"),
    (Kind.POINT, rf"тарма[қғ](?!ша){_END}"),
    (Kind.ARTICLE, rf"(?:ба[пб])(?![а-я]*(?:сал|сқ)){_END}"),
    (Kind.ALINEA, rf"бөлі[кг]{_END}"),
    (Kind.INDENT, rf"абзац{_END}"),
    (Kind.SUBSECTION, rf"кіші бөлім{_END}"),
    (Kind.SECTION, rf"бөлім{_END}"),
    (Kind.CHAPTER, rf"тарау{_END}"),
    (Kind.PARAGRAPH, rf"параграф{_END}"),
    (Kind.APPENDIX, rf"қосымша{_END}"),
)
"""Words for the kinds of unit; the ending says the case."""

SENTENCE = rf"сөйлем{_END}"
_NOUN = "|".join(f"(?P<{kind.name}>{words})" for kind, words in NOUNS) + f"|(?P<SENTENCE>{SENTENCE})"
_STEP = re.compile(rf"(?P<list>{LIST})(?: ?- ?| ?)(?:{_NOUN})", re.IGNORECASE)
_PREAMBLE = re.compile(rf"кіріспе(?!сөз){_END}", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?:(?P<heading>тақырыб{_END}|тақырып{_END}|атау{_END})(?P<both> (?:мен|және) мәтін{_END})?"
    rf"|(?P<text>(?:бүкіл )?мәтін(?P<by>і бойынша| бойынша)?{_END})|(?P<contents>мазмұн{_END}))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r",? (?:және|мен|пен|бен|сондай-ақ) |, ")
GENITIVE = re.compile(r"(?:ның|нің|дың|дің|тың|тің)$")
_LOCATIVE = re.compile(r"(?:[дт][ае](?:ғы|гі)?)$")
INSTRUMENTAL = re.compile(r"(?:мен|бен|пен)$")


def targets(text: str, at: int = 0) -> tuple[tuple[Target, ...], int] | None:
    """Return the targets that ``text`` names at ``at``, and where they end; None when it names none.

    >>> found, end = targets("4-баптың 2) және 4) тармақшалары мынадай")
    >>> [step.number for step in found[1].steps], end
    (['4', '4'], 32)
    """
    members: list[list[Target]] = []
    end = at
    while (found := _member(text, at)) is not None:
        members.append(found[0])
        end = found[1]
        separator = _SEPARATOR.match(text, end)
        if separator is None or sum(map(len, members)) > _MOST:
            break
        at = separator.end()
    if not members or sum(map(len, members)) > _MOST:
        return None
    return share(members, from_next=False), end


def _member(text: str, at: int) -> tuple[list[Target], int] | None:
    """Return one chain of a list, outermost unit first."""
    chain: list[list[Step]] = []
    place, sentence, end = Place.WHOLE, 0, at
    preamble = _PREAMBLE.match(text, at)
    if preamble:
        chain.append([Step(Kind.PREAMBLE, "")])
        end = preamble.end()
        at = end + 1 if text[end : end + 1] == " " else end
    genitive = True
    while genitive and (found := _STEP.match(text[: at + 600], at)) is not None:
        word = found[0].rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
        if INSTRUMENTAL.search(word):
            break
        numbers = numbers_of(found["list"])
        if found["SENTENCE"]:
            if len(numbers) > 1:
                return None
            place, sentence = Place.SENTENCE, int(numbers[0][0]) if numbers[0][0].isdigit() else 0
        else:
            steps = _steps(found, numbers)
            if chain and RANK[steps[0].kind] <= RANK[chain[-1][0].kind] and not _may_hold(chain[-1][0], steps[0]):
                return None
            chain.append(steps)
        end = found.end()
        genitive = bool(GENITIVE.search(word)) and not found["SENTENCE"]
        at = end + 1 if text[end : end + 1] == " " else end
    where = _PLACE.match(text, at) if (genitive or not chain) and place is Place.WHOLE else None
    if where:
        place, end = _place(where), where.end()
    if not chain and place is Place.WHOLE:
        return None
    return [Target(steps, place, sentence) for steps in product(*chain)], end


def _may_hold(outer: Step, inner: Step) -> bool:
    """Tell whether a unit stands in one that usually stands in it: a subpoint has parts of its own."""
    return outer.kind is Kind.SUBPOINT and inner.kind is Kind.ALINEA


def _place(where: re.Match[str]) -> Place:
    if where["heading"]:
        return Place.THROUGHOUT if where["both"] else Place.HEADING
    if where["contents"]:
        return Place.CONTENTS
    return Place.THROUGHOUT if where["by"] or where["text"].lower().startswith("бүкіл") else Place.TEXT


def _steps(found: re.Match[str], numbers: list[tuple[str, str]]) -> list[Step]:
    kind = next(kind for kind, _ in NOUNS if found[kind.name])
    return [Step(kind, number, through) for number, through in numbers]


def numbers_of(words: str) -> list[tuple[str, str]]:
    """Return the numbers of a list, each with the last number of its range or "".

    >>> numbers_of("екінші және он бірінші"), numbers_of("2) - 4), 6-1)")
    ([('2', ''), ('11', '')], [('2', '4'), ('6-1', '')])
    """
    found: list[tuple[str, str]] = []
    for part in re.split(r",? (?:және|мен|пен|бен) |, ", words):
        ends = re.split(r" - |(?<=\))-", part)
        found.append((number_of(ends[0]), number_of(ends[1]) if len(ends) == 2 else ""))
    return found


def number_of(word: str) -> str:
    """Return one number as identifiers carry it.

    >>> number_of("жиырма екінші"), number_of("14-1"), number_of("оныншы")
    ('22', '14-1', '10')
    """
    word = word.strip(") ").lower() if not word[:1].isdigit() else word.strip(") ")
    first, _, rest = word.partition(" ")
    if first in _BEFORE and rest:
        return str(_BEFORE[first] + int(number_of(rest)))
    return plain(word if word[:1].isdigit() or word in _ORDINALS else word.upper(), _ORDINALS)


_ORDINALS = {word: place for place, word in enumerate(_UNITS, 1)} | _TENS
