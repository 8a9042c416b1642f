"""Russian instructions: «в абзаце третьем части первой пункта 2 статьи 5 слова «…» заменить словами «…»»."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from aigaq.law.draft.wish import Wish
from aigaq.law.draft.wording import PARAGRAPH, Amends, Named, Wording, quoted
from aigaq.law.drafting.instruction import Op, Place, Side, Step
from aigaq.law.drafting.russian.dates import DATE, date_of
from aigaq.law.structure.unit import Kind
from aigaq.text.fold import fold
from aigaq.values import Language

_NOUNS: dict[Kind, tuple[str, str, str, str, str, str]] = {
    Kind.PREAMBLE: ("преамбулу", "преамбуле", "преамбулы", "преамбулой", "преамбулы", "преамбулами"),
    Kind.SECTION: ("раздел", "разделе", "раздела", "разделом", "разделы", "разделами"),
    Kind.SUBSECTION: ("подраздел", "подразделе", "подраздела", "подразделом", "подразделы", "подразделами"),
    Kind.CHAPTER: ("главу", "главе", "главы", "главой", "главы", "главами"),
    Kind.PARAGRAPH: ("параграф", "параграфе", "параграфа", "параграфом", "параграфы", "параграфами"),
    Kind.APPENDIX: ("приложение", "приложении", "приложения", "приложением", "приложения", "приложениями"),
    Kind.ARTICLE: ("статью", "статье", "статьи", "статьей", "статьи", "статьями"),
    Kind.POINT: ("пункт", "пункте", "пункта", "пунктом", "пункты", "пунктами"),
    Kind.SUBPOINT: ("подпункт", "подпункте", "подпункта", "подпунктом", "подпункты", "подпунктами"),
    Kind.ALINEA: ("часть", "части", "части", "частью", "части", "частями"),
    Kind.INDENT: ("абзац", "абзаце", "абзаца", "абзацем", "абзацы", "абзацами"),
}
"""Accusative, prepositional, genitive, instrumental; accusative and instrumental of the plural."""

WHAT, WHERE, OF, WITH, WHAT_MANY, WITH_MANY = range(6)

_STEMS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат "
    "пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()
_ROUND = {30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят"}
_TENS = {20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят"}
_STRESSED = frozenset({"втор", "шест", "седьм", "восьм", "сороков"})
_HARD = {False: ("ый", "ом", "ого", "ым"), True: ("ую", "ой", "ой", "ой")}
_SOFT = {False: ("ий", "ьем", "ьего", "ьим"), True: ("ью", "ьей", "ьей", "ьей")}


def ordinal(number: int, case: int, *, feminine: bool) -> str:
    """Return an ordinal in words; beyond the sixties, where no drafter writes it out, the number in digits.

    >>> ordinal(3, WHERE, feminine=False), ordinal(22, WHAT, feminine=True), ordinal(40, OF, feminine=False)
    ('третьем', 'двадцать вторую', 'сорокового')
    """
    if number > 69:
        return str(number)
    stem = _STEMS[number - 1] if number <= 20 else _ROUND.get(number, "")
    if not stem:
        return f"{_TENS[number // 10 * 10]} {ordinal(number % 10, case, feminine=feminine)}"
    if stem == "трет":
        return stem + _SOFT[feminine][case]
    ending = _HARD[feminine][case]
    return stem + ("ой" if ending == "ый" and stem in _STRESSED else ending)


def step_words(step: Step, case: int) -> str:
    """Return one unit with its number in a case.

    >>> step_words(Step(Kind.SUBPOINT, "2-1"), OF), step_words(Step(Kind.ALINEA, "3"), WHERE)
    ('подпункта 2-1)', 'части третьей')
    """
    noun = _NOUNS[step.kind][case]
    return f"{noun} {_number(step.kind, step.number, case)}".rstrip()


def _number(kind: Kind, number: str, case: int) -> str:
    if kind in (Kind.ALINEA, Kind.INDENT):
        return ordinal(int(number), case, feminine=kind is Kind.ALINEA)
    return f"{number})" if kind is Kind.SUBPOINT else number


def chain(steps: Sequence[Step], case: int) -> str:
    """Return a place, innermost unit first, the outer ones in the genitive.

    >>> chain((Step(Kind.ARTICLE, "5"), Step(Kind.POINT, "2")), WHERE)
    'пункте 2 статьи 5'
    """
    return " ".join(step_words(step, case if not at else OF) for at, step in enumerate(reversed(steps)))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} и {words[-1]}"


def clause(wishes: Sequence[Wish]) -> str:
    """Return one edit, or several edits of words of one place, as a clause."""
    first = wishes[0]
    match first.op:
        case Op.REPLACE_WORDS | Op.DELETE_WORDS:
            where = _place(first, WHERE)
            return f"{f'в {where} ' if where else ''}{', '.join(_words(wish) for wish in wishes)}"
        case Op.INSERT_WORDS:
            beside = "после" if first.side is Side.AFTER else "перед"
            noun, added = _noun(first.find, 2 if first.side is Side.AFTER else 1), _noun(first.put, 1)
            said = f"{beside} {noun} {quoted(first.find)} дополнить {added} {quoted(first.put)}"
            return f"{_place(first, WHAT)} {said}".lstrip()
        case Op.REPEAL:
            return f"{_several(first)} исключить"
        case Op.RESTATE:
            return f"{_place(first, WHAT)} изложить в следующей редакции:{PARAGRAPH}{quoted(first.quoted)}"
    return f"{_place(first, WHAT)} {_insertion(first)}".lstrip()


def _place(wish: Wish, case: int) -> str:
    steps = chain(wish.steps, OF if wish.place is Place.HEADING else case)
    if wish.place is not Place.HEADING:
        return steps
    return f"{'заголовке' if case == WHERE else 'заголовок'} {steps}".rstrip()


def _several(wish: Wish) -> str:
    if len(wish.targets) == 1:
        return _place(wish, WHAT)
    last = [target.steps[-1] for target in wish.targets]
    numbers = _listed([_number(step.kind, step.number, WHAT) for step in last])
    return f"{_NOUNS[last[0].kind][WHAT_MANY]} {numbers} {chain(wish.steps[:-1], OF)}".rstrip()


def _words(wish: Wish) -> str:
    what = f"{_noun(wish.find, 0)} {quoted(wish.find)}"
    if wish.op is Op.DELETE_WORDS:
        return f"{what} исключить"
    return f"{what} заменить {_noun(wish.put, 1)} {quoted(wish.put)}"


_WORD = (("слово", "словом", "слова"), ("слова", "словами", "слов"))
_DIGIT = (("цифру", "цифрой", "цифры"), ("цифры", "цифрами", "цифр"))
_SIGN = ("знак", "знаком", "знака")


def _noun(words: str, case: int) -> str:
    """Return what quoted words are: a word, words, a figure, a mark; 0 accusative, 1 instrumental, 2 genitive."""
    if not re.search(r"\w", words):
        return _SIGN[case]
    if re.fullmatch(r"[\d\s.,:-]+", words):
        return _DIGIT[len(words) > 1][case]
    return _WORD[len(words.split()) > 1][case]


def _insertion(wish: Wish) -> str:
    assert wish.unit is not None
    many = len(wish.numbers) > 1
    numbers = _listed([_number(wish.unit, number, WITH) for number in wish.numbers])
    noun = _NOUNS[wish.unit][WITH_MANY if many else WITH]
    return f"дополнить {noun} {numbers} следующего содержания:{PARAGRAPH}{quoted(wish.quoted)}"


def opens(steps: tuple[Step, ...]) -> str:
    """Return what opens a list of edits of one place."""
    return f"в {chain(steps, WHERE)}"


_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()


def _law(named: Named) -> str:
    """Return the law in the accusative, with what its text states of it."""
    day = f" от {named.date.day} {_MONTHS[named.date.month - 1]} {named.date.year} года" if named.date else ""
    if re.search(r"\b[Кк]одекс|Конституци[яи]", named.title) and not named.title.startswith(("О ", "Об ")):
        title = re.sub(r"^Конституция\b", "Конституцию", named.title)
        country = "" if "Казахстан" in title else " Республики Казахстан"
        return f"{title}{country}{day}"
    kind = named.kind or "Закон"
    title = f" {quoted(named.title)}" if named.title else ""
    return f"{kind} Республики Казахстан{day}{title}"


def _made(amends: Amends, many: tuple[str, str]) -> str:
    return " и ".join(word for word, made in zip(many, (amends.changes, amends.adds), strict=True) if made)


def front(named: Named, amends: Amends) -> tuple[str, ...]:
    """Return the lines above the first article."""
    made = _made(amends, ("изменений", "дополнений"))
    law = _law(Named(named.title, named.kind))
    return ("Проект", "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", f"О внесении {made} в {law}")


def amending(named: Named, amends: Amends) -> str:
    """Return the first article up to its list."""
    return f"Статья 1. Внести в {_law(named)} следующие {_made(amends, ('изменения', 'дополнения'))}:"


def force(number: int, rule: str) -> str:
    """Return the article on entry into force."""
    return f"Статья {number}. Настоящий Закон вводится в действие {rule.strip(' .')}."


_ADOPTED = re.compile(rf"(?P<kind>(?:Конституционный )?Закон|Кодекс) Республики Казахстан от (?P<date>{DATE})")


def law(lines: Sequence[str]) -> tuple[str, datetime.date | None]:
    """Return kind and date of adoption of a law, as a line of its front states them."""
    for line in lines:
        found = _ADOPTED.match(fold(line))
        if found:
            return found["kind"], date_of(found["date"])
    return "", None


RUSSIAN = Wording(Language.RU, clause, opens, front, amending, force, law)
