"""Kazakh instructions: «5-баптың 2-тармағындағы «…» деген сөздер «…» деген сөздермен ауыстырылсын»."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from aigaq.law.draft.wish import Wish
from aigaq.law.draft.wording import PARAGRAPH, Amends, Named, Wording, quoted
from aigaq.law.drafting.instruction import Op, Place, Side, Step
from aigaq.law.drafting.kazakh.dates import DATE, date_of
from aigaq.law.structure.unit import Kind
from aigaq.text.fold import fold
from aigaq.values import Language

_BACK, _FRONT = ("тың", "тағы", "та", "пен", "тар", "тармен"), ("тің", "тегі", "те", "пен", "тер", "термен")
_OWN_BACK, _OWN_FRONT = ("ның", "ндағы", "нда"), ("нің", "ндегі", "нде")
_SOFT = ("нің", "дегі", "де", "мен", "дер", "дермен")
_NOUNS: dict[Kind, tuple[str, tuple[str, ...], str, tuple[str, ...], str]] = {
    Kind.PREAMBLE: ("кіріспе", ("нің", "дегі", "де", "мен", "лер", "лермен"), "кіріспесі", _OWN_FRONT, "кіріспелері"),
    Kind.SECTION: ("бөлім", _SOFT, "бөлімі", _OWN_FRONT, "бөлімдері"),
    Kind.SUBSECTION: ("кіші бөлім", _SOFT, "кіші бөлімі", _OWN_FRONT, "кіші бөлімдері"),
    Kind.CHAPTER: ("тарау", ("дың", "дағы", "да", "мен", "лар", "лармен"), "тарауы", _OWN_BACK, "тараулары"),
    Kind.PARAGRAPH: ("параграф", _BACK, "параграфы", _OWN_BACK, "параграфтары"),
    Kind.APPENDIX: ("қосымша", ("ның", "дағы", "да", "мен", "лар", "лармен"), "қосымшасы", _OWN_BACK, "қосымшалары"),
    Kind.ARTICLE: ("бап", _BACK, "бабы", _OWN_BACK, "баптары"),
    Kind.POINT: ("тармақ", _BACK, "тармағы", _OWN_BACK, "тармақтары"),
    Kind.SUBPOINT: (
        "тармақша",
        ("ның", "дағы", "да", "мен", "лар", "лармен"),
        "тармақшасы",
        _OWN_BACK,
        "тармақшалары",
    ),
    Kind.ALINEA: ("бөлік", _FRONT, "бөлігі", _OWN_FRONT, "бөліктері"),
    Kind.INDENT: ("абзац", _BACK, "абзацы", _OWN_BACK, "абзацтары"),
}
"""The word with its endings (genitive, of what stands in it, locative, instrumental, plural, its instrumental); the
word as belonging to the unit before it, with its own endings; that word in the plural."""

BARE, OF, IN, AT = -1, 0, 1, 2
_WITH, _MANY, _WITH_MANY = 3, 4, 5

_UNITS = "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы".split()
_TENS = (
    ("он", "оныншы"),
    ("жиырма", "жиырмасыншы"),
    ("отыз", "отызыншы"),
    ("қырық", "қырқыншы"),
    ("елу", "елуінші"),
    ("алпыс", "алпысыншы"),
)


def ordinal(number: int) -> str:
    """Return an ordinal in words; "" beyond the sixties, where the number stands in digits.

    >>> ordinal(2), ordinal(20), ordinal(41), ordinal(70)
    ('екінші', 'жиырмасыншы', 'қырық бірінші', '')
    """
    ten, unit = divmod(number, 10)
    if not ten:
        return _UNITS[unit - 1]
    if ten > len(_TENS):
        return ""
    return f"{_TENS[ten - 1][0]} {_UNITS[unit - 1]}" if unit else _TENS[ten - 1][1]


def _number(kind: Kind, number: str) -> str:
    if kind in (Kind.ALINEA, Kind.INDENT):
        return ordinal(int(number)) or number
    return f"{number})" if kind is Kind.SUBPOINT else number


def _before(kind: Kind, numbers: Sequence[str]) -> str:
    """Return the numbers of units with what parts them from the noun."""
    said = [_number(kind, number) for number in numbers]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} және {said[-1]}"
    if not listed:
        return ""
    return f"{listed}-" if listed[-1].isdigit() else f"{listed} "


def step_words(step: Step, case: int, *, owned: bool) -> str:
    """Return one unit with its number in a case.

    >>> step_words(Step(Kind.POINT, "2-1"), IN, owned=True), step_words(Step(Kind.ALINEA, "3"), OF, owned=False)
    ('2-1-тармағындағы', 'үшінші бөліктің')
    """
    word, endings, own, own_endings, _ = _NOUNS[step.kind]
    word, endings = (own, own_endings) if owned else (word, endings)
    return f"{_before(step.kind, (step.number,))}{word}{endings[case] if case != BARE else ''}"


def chain(steps: Sequence[Step], case: int) -> str:
    """Return a place, outermost unit first, the outer ones in the genitive.

    >>> chain((Step(Kind.ARTICLE, "5"), Step(Kind.SUBPOINT, "2")), BARE)
    '5-баптың 2) тармақшасы'
    """
    last = len(steps) - 1
    return " ".join(step_words(step, case if at == last else OF, owned=at > 0) for at, step in enumerate(steps))


def clause(wishes: Sequence[Wish]) -> str:
    """Return one edit, or several edits of words of one place, as a clause."""
    first = wishes[0]
    match first.op:
        case Op.REPLACE_WORDS | Op.DELETE_WORDS:
            return f"{_place(first, IN)} {', '.join(_words(wish) for wish in wishes)}".lstrip()
        case Op.INSERT_WORDS:
            noun = _noun(first.find)
            beside = f"{noun}{_from(noun)} кейін" if first.side is Side.AFTER else f"{noun}{_of(noun)} алдынан"
            added = _noun(first.put)
            said = f"{quoted(first.find)} деген {beside} {quoted(first.put)} деген {added}{_with(added)} толықтырылсын"
            return f"{_place(first, BARE)} {said}".lstrip()
        case Op.REPEAL:
            return f"{_several(first)} алып тасталсын"
        case Op.RESTATE:
            return f"{_place(first, BARE)} мынадай редакцияда жазылсын:{PARAGRAPH}{quoted(first.quoted)}".lstrip()
    return f"{_place(first, BARE)} {_insertion(first)}".lstrip()


def _place(wish: Wish, case: int) -> str:
    if wish.place is not Place.HEADING:
        return chain(wish.steps, case)
    word = "тақырыбы" if wish.steps else "тақырып"
    ending = "" if case == BARE else "ндағы" if wish.steps else "тағы"
    return f"{chain(wish.steps, OF)} {word}{ending}".lstrip()


def _several(wish: Wish) -> str:
    if len(wish.targets) == 1:
        return _place(wish, BARE)
    outer, kind = wish.steps[:-1], wish.steps[-1].kind
    word, endings, _, _, owned = _NOUNS[kind]
    numbers = _before(kind, [target.steps[-1].number for target in wish.targets])
    return f"{chain(outer, OF)} {numbers}{owned if outer else word + endings[_MANY]}".lstrip()


def _words(wish: Wish) -> str:
    what = f"{quoted(wish.find)} деген {_noun(wish.find)}"
    if wish.op is Op.DELETE_WORDS:
        return f"{what} алып тасталсын"
    noun = _noun(wish.put)
    return f"{what} {quoted(wish.put)} деген {noun}{_with(noun)} ауыстырылсын"


def _noun(words: str) -> str:
    """Return what quoted words are: a word, words, figures, a mark."""
    if not re.search(r"\w", words):
        return "белгі"
    if re.fullmatch(r"[\d\s.,:-]+", words):
        return "цифрлар" if len(words) > 1 else "цифр"
    return "сөздер" if len(words.split()) > 1 else "сөз"


def _with(noun: str) -> str:
    return "бен" if noun == "сөз" else "мен"


def _from(noun: str) -> str:
    return {"сөз": "ден", "сөздер": "ден", "белгі": "ден", "цифр": "дан", "цифрлар": "дан"}[noun]


def _of(noun: str) -> str:
    return {"сөз": "дің", "сөздер": "дің", "белгі": "нің", "цифр": "дың", "цифрлар": "дың"}[noun]


def _insertion(wish: Wish) -> str:
    assert wish.unit is not None
    word, endings, *_ = _NOUNS[wish.unit]
    ending = endings[_WITH_MANY if len(wish.numbers) > 1 else _WITH]
    units = f"{_before(wish.unit, wish.numbers)}{word}{ending}"
    return f"мынадай мазмұндағы {units} толықтырылсын:{PARAGRAPH}{quoted(wish.quoted)}"


def opens(steps: tuple[Step, ...]) -> str:
    """Return what opens a list of edits of one place."""
    return chain(steps, AT)


_MONTHS = (
    "қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы "
    "қарашадағы желтоқсандағы"
).split()
_COUNTRY = "Қазақстан Республикасының"


def _law(named: Named) -> str:
    """Return the law in the dative, with what its text states of it."""
    day = f"{named.date.year} жылғы {named.date.day} {_MONTHS[named.date.month - 1]} " if named.date else ""
    if re.search(r"(?i)\bкодексі$|Конституциясы$", named.title):
        title = named.title.removeprefix(_COUNTRY).strip()
        return f"{_COUNTRY} {day}{title}не".replace("сыне", "сына")
    kind = {"": "Заңына", "Кодексі": "Кодексіне", "Конституциялық Заңы": "Конституциялық Заңына"}.get(named.kind, "")
    title = f"{quoted(named.title)} " if named.title else ""
    if title and day:
        return f"{title}{day}{_COUNTRY} {kind or 'Заңына'}"
    return f"{_COUNTRY} {day}{title}{kind or 'Заңына'}"


def _made(amends: Amends) -> str:
    both = amends.changes and amends.adds
    return "өзгерістер мен толықтырулар" if both else "өзгерістер" if amends.changes else "толықтырулар"


def front(named: Named, amends: Amends) -> tuple[str, ...]:
    """Return the lines above the first article."""
    law = _law(Named(named.title, named.kind))
    return ("Жоба", "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ", f"{law} {_made(amends)} енгізу туралы")


def amending(named: Named, amends: Amends) -> str:
    """Return the first article up to its list."""
    return f"1-бап. {_law(named)} мынадай {_made(amends)} енгізілсін:"


def force(number: int, rule: str) -> str:
    """Return the article on entry into force."""
    return f"{number}-бап. Осы Заң {rule.strip(' .')} қолданысқа енгізіледі."


_ADOPTED = re.compile(
    rf"Қазақстан Республикасының (?P<date>{DATE})(?: № ?[\w-]+)? (?P<kind>Конституциялық Заңы|Заңы|Кодексі)"
)


def law(lines: Sequence[str]) -> tuple[str, datetime.date | None]:
    """Return kind and date of adoption of a law, as a line of its front states them."""
    for line in lines:
        found = _ADOPTED.match(fold(line))
        if found:
            kind = "" if found["kind"] == "Заңы" else found["kind"]
            return kind, date_of(found["date"])
    return "", None


KAZAKH = Wording(Language.KK, clause, opens, front, amending, force, law)
