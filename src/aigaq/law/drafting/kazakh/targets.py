"""Kazakh targets: «39-баптың 1-тармағының екінші бөлігі», «4-баптың 2) және 4) тармақшалары»."""

from __future__ import annotations

import re
from itertools import product

from aigaq.law.drafting.chain import holds, listed, one
from aigaq.law.drafting.instruction import Place, Step, Target
from aigaq.law.structure.forms.form import NUMBER, ROMAN
from aigaq.law.structure.number import plain
from aigaq.law.structure.unit import Kind

_UNITS = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы".split()
_TENS = {
    "оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "қырқыншы": 40, "елуінші": 50, "алпысыншы": 60,
    "жетпісінші": 70, "сексенінші": 80, "тоқсаныншы": 90, "жүзінші": 100,
}  # fmt: skip
_BEFORE = {
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
    "жүз": 100,
}  # fmt: skip
_UNIT = "|".join(_UNITS)
ORDINAL = rf"(?:(?:жүз )?(?:(?:{'|'.join(_BEFORE)}) (?:{_UNIT})|{'|'.join(_TENS)}|{_UNIT}))(?![а-яёәғқңөұүһі])"
"""An ordinal in words."""

_ITEM = rf"(?:{ORDINAL}|{NUMBER}\)?|{ROMAN}(?![а-яё]))"
LIST = rf"{_ITEM}(?:(?:,? және |, |,? мен |,? пен |,? бен | - |(?<=\))-|(?<=[а-яёәғқңөұүһі])-){_ITEM})*"
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
_PREAMBLE = re.compile(rf"(?:кіріспе(?!сөз)|преамбула){_END}", re.IGNORECASE)
_NOTE = re.compile(rf"ескертпе(?!мен|лермен){_END}", re.IGNORECASE)
_OWNED = re.compile(r"(?:бабы|тармағы|тармақшасы|бөлігі|тарауы|бөлімі|параграфы|қосымшасы)$", re.IGNORECASE)
_PLURAL = re.compile(r"\d+-\d+-?(?:тармақтар|баптар)")
_PLACE = re.compile(
    rf"(?:(?P<heading>тақырыб{_END}|тақырып{_END}|атау{_END})(?P<both> (?:мен|және) мәтін{_END})?"
    rf"|(?P<text>(?:бүкіл )?мәтін(?P<by>і бойынша| бойынша)?{_END})|(?P<contents>мазмұн{_END}))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r",? (?:және|мен|пен|бен|сондай-ақ) |, ")
GENITIVE = re.compile(r"(?:ның|нің|дың|дің|тың|тің)$")
LOCATIVE = re.compile(r"(?:[дт][ае])$")
INSTRUMENTAL = re.compile(r"(?:мен|бен|пен)$")


def targets(text: str, at: int = 0) -> tuple[tuple[Target, ...], int] | None:
    """Return the targets that ``text`` names at ``at``, and where they end; None when it names none.

    >>> found, end = targets("4-баптың 2) және 4) тармақшалары мынадай")
    >>> [step.number for step in found[1].steps], end
    (['4', '4'], 32)
    """
    return listed(text, at, member=_member, separator=_SEPARATOR, from_next=False)


def _member(text: str, at: int) -> tuple[list[Target], int] | None:
    """Return one chain of a list, outermost unit first."""
    chain: list[list[Step]] = []
    end, goes_on = at, True
    preamble = _PREAMBLE.match(text, at)
    if preamble:
        chain.append([Step(Kind.PREAMBLE, "")])
        end = preamble.end()
        at = end + 1 if text[end : end + 1] == " " else end
    while goes_on and (found := _STEP.match(text[: at + 600], at)) is not None:
        word = found[0].rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
        if INSTRUMENTAL.search(word):
            break
        numbers = numbers_of(found["list"])
        if _PLURAL.match(found[0]) or (found["SENTENCE"] and not one(numbers)):
            return None
        if found["SENTENCE"]:
            return _targets(chain, Place.SENTENCE, int(numbers[0][0])), found.end()
        steps = _steps(found, numbers)
        if chain and not holds(chain[-1][0].kind, steps[0].kind):
            return None
        chain.append(steps)
        end = found.end()
        at = end + 1 if text[end : end + 1] == " " else end
        goes_on = bool(GENITIVE.search(word)) or (bool(_OWNED.search(word)) and _inside(text, at, steps[0]))
    ended = _ending(text, at, chain) if goes_on or not chain else None
    return ended or ((_targets(chain, Place.WHOLE, 0), end) if chain else None)


def _ending(text: str, at: int, chain: list[list[Step]]) -> tuple[list[Target], int] | None:
    """Return a chain that ends with what is no unit: a heading, a text, the contents, a note."""
    where, note = _PLACE.match(text, at), _NOTE.match(text, at)
    if note:
        return _targets([*chain, [Step(Kind.INDENT, "")]], Place.NOTE, 0), note.end()
    return (_targets(chain, _place(where), 0), where.end()) if where else None


def _targets(chain: list[list[Step]], place: Place, sentence: int) -> list[Target]:
    return [Target(steps, place, sentence) for steps in product(*chain)]


def _inside(text: str, at: int, outer: Step) -> bool:
    """Tell whether the next words name a unit in the last one, whose case ending was left out («1-тармағы 2) …»)."""
    found = _STEP.match(text[: at + 600], at)
    if found is None or text[at - 1 : at] != " " or found["SENTENCE"]:
        return False
    kind = next(kind for kind, _ in NOUNS if found[kind.name])
    return holds(outer.kind, kind)


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
        ends = re.split(r" - |(?<=[)а-яёәғқңөұүһі])-", part)
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
