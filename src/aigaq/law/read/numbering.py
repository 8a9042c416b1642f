"""Word's automatic numbers, rebuilt from ``numbering.xml`` and ``styles.xml``: exactly, or not at all.

Word keeps no number in the text of an automatically numbered paragraph. Without it «1) …» would be lost,
so it is counted again as Word counts it (ECMA-376 part 1, section 17.9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from lxml import etree

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщ"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_PART = re.compile(r"%([1-9])")
_DEPTH = 20
_SMALL_FORMS = {"upperRoman": "lowerRoman", "upperLetter": "lowerLetter", "russianUpper": "russianLower"}
_SUFFIX = {"nothing": "", "space": " ", "tab": " "}


class UnknownNumbering(Exception):
    """A number that cannot be rebuilt exactly; its text is the name of the format."""


@frozen
class Level:
    """How one level of a list is numbered.

    Args:
        start: The first number.
        form: Name of the format, e.g. ``"decimal"``.
        pattern: Text with ``%1`` for the number of the first level, e.g. ``"%1-%2)"``.
        restart: Level after which counting begins anew: None for any higher one, 0 for never.
        suffix: What stands between number and text.
        legal: Whether all levels are shown as decimal numbers.
        style: Style that stands for this level, or None.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    suffix: str = " "
    legal: bool = False
    style: str | None = None


@frozen
class List:
    """One numbered list: the abstract list whose counters it shares, its levels, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def number_text(number: int, form: str) -> str:
    """Return ``number`` in a Word number format.

    Raises:
        UnknownNumbering: The format, or the number in it, is not known exactly.

    >>> number_text(14, "decimal"), number_text(4, "upperRoman"), number_text(3, "russianLower")
    ('14', 'IV', 'в')
    """
    if form == "decimal":
        return str(number)
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "none":
        return ""
    text = _letters(number, _SMALL_FORMS.get(form, form))
    return text.upper() if form in _SMALL_FORMS else text


def _letters(number: int, form: str) -> str:
    if form == "lowerRoman" and 0 < number < 4000:
        return _roman(number)
    if form == "lowerLetter" and number > 0:
        return _LATIN[(number - 1) % 26] * ((number - 1) // 26 + 1)
    if form == "russianLower" and 0 < number <= len(_RUSSIAN):
        return _RUSSIAN[number - 1]
    raise UnknownNumbering(form)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN + _ROMAN_SMALL:
        text += letters * (number // value)
        number %= value
    return text


class Counter:
    """Counts the numbered paragraphs of a document in their order.

    Args:
        lists: The lists by their identifier.
    """

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def level_of(self, identifier: str, style: str) -> int:
        """Return the level that ``style`` stands for in a list; 0 when none does."""
        levels = self._lists[identifier].levels if identifier in self._lists else {}
        return next((n for n, level in levels.items() if level.style == style), 0)

    def next(self, identifier: str, level: int) -> str:
        """Return the number of the next paragraph of a list, with what separates it from the text.

        Raises:
            UnknownNumbering: It cannot be rebuilt exactly.
        """
        if identifier not in self._lists or level not in self._lists[identifier].levels:
            return ""
        found = self._lists[identifier]
        counts = self._counts.setdefault(found.abstract, {})
        self._count(found, identifier, level, counts=counts)
        rule = found.levels[level]
        if rule.form == "bullet":
            return "• "
        text = _PART.sub(lambda part: self._part(found, int(part[1]) - 1, rule, counts=counts), rule.pattern)
        return text + rule.suffix if text else ""

    def _count(self, found: List, identifier: str, level: int, *, counts: dict[int, int]) -> None:
        """Advance the counter of ``level`` and forget those that begin anew after it."""
        begins = level in found.starts and (identifier, level) not in self._started
        self._started.add((identifier, level))
        first = found.starts[level] if begins else found.levels[level].start
        counts[level] = first if begins or level not in counts else counts[level] + 1
        for lower in [n for n in counts if n > level]:
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or (restart != 0 and level < restart):
                del counts[lower]

    def _part(self, found: List, level: int, rule: Level, *, counts: dict[int, int]) -> str:
        if level not in found.levels:
            raise UnknownNumbering(rule.pattern)
        other = found.levels[level]
        form = "decimal" if rule.legal else other.form
        return number_text(counts.setdefault(level, found.starts.get(level, other.start)), form)


def read_lists(numbering: etree._Element | None, *, style_lists: Mapping[str, str]) -> dict[str, List]:
    """Return the lists of ``numbering.xml`` by identifier.

    Args:
        numbering: Its root element, or None when the document has none.
        style_lists: Identifier of the list that a numbering style uses.
    """
    if numbering is None:
        return {}
    abstracts = {get(a, "abstractNumId"): a for a in numbering.iterchildren("{*}abstractNum")}
    numbers = {get(n, "numId"): n for n in numbering.iterchildren("{*}num")}
    lists = {}
    for identifier, element in numbers.items():
        abstract = _abstract(element, abstracts, numbers, style_lists=style_lists)
        if abstract in abstracts:
            levels = dict(_levels(abstracts[abstract]))
            lists[identifier] = List(abstract, *_overridden(element, levels))
    return lists


def _abstract(
    number: etree._Element,
    abstracts: Mapping[str, etree._Element],
    numbers: Mapping[str, etree._Element],
    *,
    style_lists: Mapping[str, str],
) -> str:
    """Return the abstract list of ``number``, through links to numbering styles."""
    identifier = value(number, "abstractNumId")
    for _ in range(_DEPTH):
        link = value(abstracts[identifier], "numStyleLink") if identifier in abstracts else ""
        target = style_lists.get(link, "")
        if target not in numbers:
            break
        identifier = value(numbers[target], "abstractNumId")
    return identifier


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren("{*}lvl"):
        yield whole(get(element, "ilvl"), 0), _level(element)


def _level(element: etree._Element) -> Level:
    restart = value(element, "lvlRestart")
    legal = element.find("{*}isLgl")
    return Level(
        start=whole(value(element, "start"), 0),
        form=_form(element),
        pattern=value(element, "lvlText"),
        restart=whole(restart, 0) if restart else None,
        suffix=_SUFFIX.get(value(element, "suff"), " "),
        legal=legal is not None and get(legal, "val") not in ("0", "false"),
        style=value(element, "pStyle") or None,
    )


def _form(element: etree._Element) -> str:
    """Return the number format; a custom one in an ``AlternateContent`` has only its fallback here."""
    if element.find("{*}AlternateContent") is not None:
        return "custom"
    return value(element, "numFmt") or "decimal"


def _overridden(number: etree._Element, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    """Return the levels and starts of a list after its own overrides."""
    starts: dict[int, int] = {}
    for override in number.iterchildren("{*}lvlOverride"):
        level = whole(get(override, "ilvl"), 0)
        levels.update((level, changed) for _, changed in _levels(override))
        if start := value(override, "startOverride"):
            starts[level] = whole(start, 1)
            levels[level] = evolve(levels.get(level, Level()), start=starts[level])
    return levels, starts


def get(element: etree._Element, attribute: str) -> str:
    """Return an attribute of an element by its local name; empty when it is not there."""
    for name, text in element.attrib.items():
        if str(name).rpartition("}")[2] == attribute:
            return str(text)
    return ""


def value(element: etree._Element, child: str) -> str:
    """Return the ``val`` of the first child with a local name; empty when there is none."""
    found = element.find("{*}" + child)
    return get(found, "val") if found is not None else ""


def whole(text: str, default: int) -> int:
    """Return a whole number, or ``default`` for what is none."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else default
