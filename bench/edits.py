"""Edits planted at random in the text of a law: words, paragraphs, units, headings, articles."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from attrs import frozen

from aigaq.law.amend.grow import grow
from aigaq.law.structure import Tree
from aigaq.law.structure.unit import Kind, Unit
from aigaq.text.tokens import words
from aigaq.values import Language

STUBS = {
    Language.RU: "сключен Законом РК от 14.03.2031 № 901-X (вводится в действие с 01.01.2032).",
    Language.KK: "лып тасталды – ҚР 14.03.2031 № 901-X (01.01.2032 бастап қолданысқа енгізіледі) Заңымен.",
}
CAPITALS = {Language.RU: "И", Language.KK: "А"}


@frozen
class Planted:
    """One edit of the text.

    Args:
        operation: What it does.
        article: Identifier of the article it is in, or behind.
        start: Where what it takes out begins.
        end: Where that ends.
        text: What it puts there.
    """

    operation: str
    article: str
    start: int
    end: int
    text: str


@frozen
class Soil:
    """Where an edit is planted.

    Args:
        tree: The law.
        article: The article.
        random: Where chance comes from.
    """

    tree: Tree
    article: Unit
    random: Random

    def some(self, units: list[Unit]) -> Unit | None:
        """Return one of some units."""
        return self.random.choice(units) if units else None

    def inside(self, *kinds: Kind) -> list[Unit]:
        """Return the units of some kinds in the article that are in force."""
        return [unit for unit in self.article.walk() if unit.kind in kinds and not unit.repealed and unit.text]

    def sentence(self, kind: Kind) -> str:
        """Return the wording of some unit of a kind, in one line, from anywhere in the law."""
        found = [
            unit
            for unit in self.tree.units
            if unit.kind is kind and unit.key and not unit.repealed and not unit.children
        ]
        unit = self.some(found)
        return " ".join(unit.text.split()) if unit is not None else "слово"

    def put(self, operation: str, start: int, end: int, text: str) -> Planted:
        """Return an edit of this article."""
        return Planted(operation, self.article.eid, start, end, text)

    @property
    def between(self) -> str:
        """What parts two paragraphs of this copy."""
        return grow(self.tree).between


_WORDED = (Kind.POINT, Kind.SUBPOINT, Kind.ALINEA, Kind.INDENT)


def _span(soil: Soil, *, marks: bool) -> tuple[Unit, int, int] | None:
    """Return a unit and a run of its words; with punctuation where asked."""
    unit = soil.some([unit for unit in soil.inside(*_WORDED) if len(unit.text.split()) > 5])
    if unit is None:
        return None
    found = words(unit.text)
    size = soil.random.randint(1, 4)
    at = soil.random.randrange(0, max(1, len(found) - size))
    run = found[at : at + size]
    if not marks:
        run = [word for word in run if word.key[0].isalnum()] or run
        run = run[:1] if any(not word.key[0].isalnum() for word in found[at : at + size]) else run
    return unit, unit.wording[0] + run[0].start, unit.wording[0] + run[-1].end


def _phrase(soil: Soil) -> str:
    found = soil.sentence(soil.random.choice((Kind.SUBPOINT, Kind.ALINEA))).split()
    at = soil.random.randrange(max(1, len(found) - 3))
    return " ".join(found[at : at + soil.random.randint(1, 4)]).rstrip(".;:,")


def _delete(soil: Soil, *, marks: bool) -> Planted | None:
    found = _span(soil, marks=marks)
    if found is None:
        return None
    text = soil.tree.source.text
    _, start, end = found
    while end < len(text) and text[end] in " \xa0":
        end += 1
    return soil.put("delete words" + " and marks" * marks, start, end, "")


def _replace(soil: Soil, *, marks: bool) -> Planted | None:
    found = _span(soil, marks=marks)
    if found is None:
        return None
    _, start, end = found
    phrase = _phrase(soil)
    if marks:
        phrase = soil.random.choice((f"{phrase},", f"({phrase})", f"{phrase};", f"«{phrase}»", f", {phrase}"))
    return soil.put("replace words" + " and marks" * marks, start, end, phrase)


def _insert(soil: Soil) -> Planted | None:
    found = _span(soil, marks=False)
    if found is None:
        return None
    _, _, end = found
    return soil.put("insert words", end, end, f" {_phrase(soil)}")


def _end(unit: Unit) -> int:
    """Return where the last paragraph of a unit ends."""
    last = unit
    while last.children:
        last = last.children[-1]
    return last.wording[1]


def _mark(soil: Soil, unit: Unit, number: str) -> str:
    head = soil.tree.source.text[unit.start : unit.wording[0]]
    return head.replace(unit.number, number, 1)


def _numbered(soil: Soil) -> Planted | None:
    """Insert a unit with a doubled number, or behind the last of its list."""
    unit = soil.some([unit for unit in soil.inside(Kind.POINT, Kind.SUBPOINT) if "-to-" not in unit.number])
    if unit is None:
        return None
    parent = soil.tree.by_eid[unit.parent]
    numbers = {child.number for child in parent.children if child.kind is unit.kind}
    last = [child for child in parent.children if child.kind is unit.kind][-1]
    if soil.random.random() < 0.4 and last.number.isdigit() and last.text:
        unit, number = last, str(int(last.number) + 1)
    else:
        number = f"{unit.number}-1"
    if number in numbers or unit.number not in soil.tree.source.text[unit.start : unit.wording[0]]:
        return None
    line = f"{_mark(soil, unit, number)}{soil.sentence(unit.kind)}"
    return soil.put("insert numbered unit", _end(unit), _end(unit), soil.between + line)


def _loose(soil: Soil, kind: Kind) -> Planted | None:
    """Insert a part, or an indent."""
    hosts = (Kind.POINT, Kind.ALINEA) if kind is Kind.ALINEA else (Kind.INDENT, Kind.SUBPOINT)
    unit = soil.some(soil.inside(*hosts))
    if unit is None:
        return None
    text = soil.sentence(kind)
    if kind is Kind.INDENT:
        text = f"{text[:1].lower()}{text[1:].rstrip('.;:,')};"
    name = "insert part" if kind is Kind.ALINEA else "insert indent"
    return soil.put(name, _end(unit), _end(unit), soil.between + text)


def _remove(soil: Soil, *kinds: Kind) -> Planted | None:
    unit = soil.some(
        [unit for unit in soil.inside(*kinds) if unit.parent != soil.article.eid or len(soil.article.children) > 1]
    )
    if unit is None:
        return None
    text, end = soil.tree.source.text, _end(unit)
    while end < len(text) and text[end].isspace():
        end += 1
    name = "remove numbered unit" if unit.number else "remove paragraph"
    return soil.put(name, unit.start, end, "")


def _stub(soil: Soil) -> Planted | None:
    unit = soil.some([unit for unit in soil.inside(Kind.POINT, Kind.SUBPOINT) if "-to-" not in unit.number])
    if unit is None:
        return None
    first = CAPITALS[soil.tree.language]
    words_ = (first if unit.kind is Kind.POINT else first.lower()) + STUBS[soil.tree.language]
    return soil.put("repeal to a stub", unit.wording[0], _end(unit), words_)


def _restate(soil: Soil) -> Planted | None:
    unit = soil.some(soil.inside(*_WORDED))
    if unit is None:
        return None
    return soil.put("restate unit", unit.wording[0], _end(unit), soil.sentence(unit.kind))


def _heading(soil: Soil) -> Planted | None:
    other = soil.some([unit for unit in soil.tree.articles() if unit.text and not unit.repealed])
    if other is None or not soil.article.text:
        return None
    start, end = soil.article.wording
    return soil.put("restate heading", start, end, " ".join(other.text.split()))


def _heading_words(soil: Soil) -> Planted | None:
    found = words(soil.article.text)
    if len(found) < 4:
        return None
    at = soil.random.randrange(1, len(found))
    start = soil.article.wording[0]
    return soil.put("words of heading", start + found[at].start, start + found[at].end, _phrase(soil).rstrip(".;:,»)"))


def _article(soil: Soil) -> Planted | None:
    """Insert an article with a doubled number."""
    number = f"{soil.article.number}-1"
    if any(unit.number == number for unit in soil.tree.articles()) or not soil.article.text:
        return None
    title = soil.some([unit for unit in soil.tree.articles() if unit.text and not unit.repealed])
    parts = [soil.sentence(Kind.ALINEA) for _ in range(soil.random.randint(1, 2))]
    heading = f"{_mark(soil, soil.article, number)}{' '.join(title.text.split()) if title else ''}"
    text = soil.between.join(["", heading, *parts])
    return soil.put("insert article", _end(soil.article), _end(soil.article), text)


def _no_article(soil: Soil) -> Planted | None:
    text, end = soil.tree.source.text, _end(soil.article)
    while end < len(text) and text[end].isspace():
        end += 1
    return soil.put("remove article", soil.article.start, end, "")


def _swap(soil: Soil) -> Planted | None:
    """Let two neighbours of one list change places: nothing in drafting says that but a restatement."""
    units = [unit for unit in soil.inside(Kind.POINT, Kind.SUBPOINT, Kind.ALINEA) if unit.parent]
    unit = soil.some(units)
    if unit is None:
        return None
    siblings = list(soil.tree.by_eid[unit.parent].children)
    at = siblings.index(unit)
    if at + 1 >= len(siblings) or siblings[at + 1].kind is not unit.kind:
        return None
    other, text = siblings[at + 1], soil.tree.source.text
    one, two = text[unit.start : _end(unit)], text[other.start : _end(other)]
    middle = text[_end(unit) : other.start]
    return soil.put("swap neighbours", unit.start, _end(other), f"{two}{middle}{one}")


def _around(soil: Soil) -> Planted | None:
    """Put other words into the heading of the chapter around the article, or into the preamble."""
    above = [unit for unit in soil.tree.ancestors(soil.article) if unit.kind in (Kind.CHAPTER, Kind.SECTION)]
    preamble = [part for unit in soil.tree.root.children if unit.kind is Kind.PREAMBLE for part in unit.children]
    unit = soil.some([found for found in (*above[:1], *preamble) if len(words(found.text)) > 3 and not found.repealed])
    if unit is None:
        return None
    found = words(unit.text)
    at = soil.random.randrange(1, len(found) - 1)
    start = unit.wording[0]
    put = _phrase(soil).strip(".;:,»)«(")
    put = put.upper() if unit.text.isupper() else put
    return Planted("words around articles", unit.eid, start + found[at].start, start + found[at].end, put)


OPERATIONS: dict[str, Callable[[Soil], Planted | None]] = {
    "delete words": lambda soil: _delete(soil, marks=False),
    "delete words and marks": lambda soil: _delete(soil, marks=True),
    "replace words": lambda soil: _replace(soil, marks=False),
    "replace words and marks": lambda soil: _replace(soil, marks=True),
    "insert words": _insert,
    "insert numbered unit": _numbered,
    "insert part": lambda soil: _loose(soil, Kind.ALINEA),
    "insert indent": lambda soil: _loose(soil, Kind.INDENT),
    "remove numbered unit": lambda soil: _remove(soil, Kind.POINT, Kind.SUBPOINT),
    "remove paragraph": lambda soil: _remove(soil, Kind.ALINEA, Kind.INDENT),
    "repeal to a stub": _stub,
    "restate unit": _restate,
    "restate heading": _heading,
    "words of heading": _heading_words,
    "insert article": _article,
    "remove article": _no_article,
    "swap neighbours": _swap,
    "words around articles": _around,
}
"""What can be planted."""


def plant(tree: Tree, article: Unit, *, random: Random) -> Planted | None:
    """Return an edit of one article; None where the operation that chance chose finds nothing to edit."""
    return OPERATIONS[random.choice(sorted(OPERATIONS))](Soil(tree, article, random))
