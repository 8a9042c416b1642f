"""Fictional laws that grow at random, and edits planted in them whose truth is known.

A law is a plain tree of `Sprout`s. It is written out in two layouts, as two collectors write: one paragraph a line,
indented; or broken at hyperlinks, with no-break spaces. Every edit says what it did, so that a comparison can be
held against it. Everything in these laws is invented: the words are syllables.
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from random import Random

from attrs import define, evolve, field, frozen
from hypothesis import strategies as st

from aigaq.law.compare import ChangeKind, Comparison, compare
from aigaq.law.source import Source
from aigaq.law.structure import parse
from aigaq.law.structure.unit import Kind, Tree
from aigaq.values import Language

LETTERS = {
    Language.RU: ("бвгджзклмнпрстфхцчшщ", "аеиоуыэюя"),
    Language.KK: ("бғдзжқлмңнптрсшһ", "аәеіөоұүұы"),
}
SMALL = {
    Language.RU: "и в на не с по о для или при от к из за до".split(),
    Language.KK: "және мен бен үшін туралы емес бар осы ол әрбір бойынша дейін кейін".split(),
}
PHRASES = {
    Language.RU: ("исключительные случаи", "иные сведения", "в порядке, установленном законодательством"),
    Language.KK: ("айрықша жағдайлар", "өзге де мәліметтер", "заңнамада белгіленген тәртіппен"),
}
"""Phrases that a law repeats word for word."""

MARKS = {
    Language.RU: {Kind.CHAPTER: "Глава {}. ", Kind.ARTICLE: "Статья {}. "},
    Language.KK: {Kind.CHAPTER: "{}-тарау. ", Kind.ARTICLE: "{}-бап. "},
}
STUBS = {
    Language.RU: "сключен Законом РК от 14.03.2031 № 901-X (вводится в действие с 01.01.2032)",
    Language.KK: "лып тасталды – ҚР 14.03.2031 № 901-X (01.01.2032 бастап қолданысқа енгізіледі) Заңымен",
}
NOTES = {
    Language.RU: "Сноска. Статья {} с изменениями, внесенными Законом РК от {} № {}-X (вводится с 01.01.2033).",
    Language.KK: "Ескерту. {}-бапқа өзгеріс енгізілді – ҚР {} № {}-X (01.01.2033 бастап) Заңымен.",
}
FRONTS = {
    Language.RU: ("О вымышленном деле", "Закон Республики Казахстан от 5 марта 2029 года № 900-X"),
    Language.KK: ("Ойдан шығарылған іс туралы", "Қазақстан Республикасының 2029 жылғы 5 наурыздағы № 900-X Заңы"),
}
PREAMBLES = {
    Language.RU: "Настоящий Закон регулирует вымышленные отношения.",
    Language.KK: "Осы Заң ойдан шығарылған қатынастарды реттейді.",
}
SIGNATURES = {Language.RU: "Президент Республики Казахстан", Language.KK: "Қазақстан Республикасының Президенті"}


@define(eq=False)
class Sprout:
    """A unit of a fictional law.

    Args:
        name: The same for one unit in both editions.
        kind: What it is.
        number: Its number; "" when it has none.
        words: Its wording without the mark that ends it.
        ends: The mark that ends it.
        below: What stands in it.
        stub: True when only the stub of a repealed unit is left.
        plain: True when its wording is a repeated phrase and no edit may touch it.
    """

    name: int
    kind: Kind
    number: str
    words: list[str]
    ends: str = ""
    below: list[Sprout] = field(factory=list)
    stub: bool = False
    plain: bool = False

    def walk(self) -> Iterator[Sprout]:
        yield self
        for child in self.below:
            yield from child.walk()

    def size(self) -> int:
        """Return the number of words of the unit and of everything in it."""
        return sum(len(unit.words) for unit in self.walk() if not unit.stub)


@define(eq=False)
class Words:
    """A vocabulary: common words, rarer ones, and words that never came before."""

    language: Language
    rng: Random
    used: Iterator[int] = field(factory=lambda: count(5000))

    def word(self, index: int) -> str:
        consonants, vowels = LETTERS[self.language]
        digest = hashlib.sha256(f"{index}".encode()).digest()
        length = 2 + digest[0] % 3
        syllables = [
            consonants[digest[2 * at + 1] % len(consonants)] + vowels[digest[2 * at + 2] % len(vowels)]
            for at in range(length)
        ]
        return "".join(syllables) + consonants[digest[9] % len(consonants)] + vowels[index % len(vowels)]

    def fresh(self, number: int) -> list[str]:
        return [self.word(next(self.used)) for _ in range(number)]

    def some(self, number: int) -> list[str]:
        found: list[str] = []
        for _ in range(number):
            dice = self.rng.random()
            if dice < 0.2:
                found.append(self.rng.choice(SMALL[self.language]))
            else:
                found.append(self.word(self.rng.randrange(60 if dice < 0.3 else 3000)))
        return found


@define(eq=False)
class Law:
    """A fictional law: chapters with articles, and who names new units."""

    words: Words
    chapters: list[Sprout] = field(factory=list)
    names: Iterator[int] = field(factory=count)
    parents: dict[int, Sprout] = field(factory=dict)

    @property
    def language(self) -> Language:
        return self.words.language

    def walk(self) -> Iterator[Sprout]:
        for chapter in self.chapters:
            yield from chapter.walk()

    def articles(self) -> list[Sprout]:
        return [unit for unit in self.walk() if unit.kind is Kind.ARTICLE]

    def above(self, unit: Sprout) -> Sprout:
        parent = self.parents.get(id(unit))
        if parent is None or not any(child is unit for child in parent.below):
            self.parents = {id(child): parent for parent in self.walk() for child in parent.below}
            parent = self.parents[id(unit)]
        return parent

    def sprout(self, kind: Kind, number: str, words: Sequence[str], ends: str = "") -> Sprout:
        return Sprout(next(self.names), kind, number, list(words), ends)

    def copy(self) -> Law:
        """Return the next edition: other units of the same names, the same vocabulary."""
        return Law(self.words, copy.deepcopy(self.chapters), self.names)


def grow(rng: Random, *, articles: int, language: Language = Language.RU, seed: int = 0) -> Law:
    """Return a law of ``articles`` articles; ``rng`` shapes it, ``seed`` chooses its words."""
    law = Law(Words(language, Random(seed)))
    for number in range(1, articles + 1):
        if not law.chapters or (len(law.chapters[-1].below) >= 3 and rng.randrange(6) == 0):
            heading = [word.upper() for word in law.words.some(4)]
            law.chapters.append(law.sprout(Kind.CHAPTER, str(len(law.chapters) + 1), heading))
        article = law.sprout(Kind.ARTICLE, str(number), _capital(law.words.some(rng.randint(3, 7))))
        law.chapters[-1].below.append(article)
        if number > 1 and rng.randrange(15) == 0:
            article.stub, article.words = True, []
        else:
            _fill(law, article, rng)
    return law


def _fill(law: Law, article: Sprout, rng: Random) -> None:
    if rng.randrange(4) == 0:
        article.below = [_sentence(law, Kind.ALINEA, "") for _ in range(rng.randint(1, 4))]
        return
    for number in range(1, rng.randint(2, 6)):
        point = law.sprout(Kind.POINT, str(number), _capital(law.words.some(rng.randint(9, 22))), ".")
        article.below.append(point)
        if number > 1 and rng.randrange(14) == 0:
            point.stub, point.words = True, []
            continue
        shape = rng.randrange(6)
        if shape == 0:
            point.below = [_sentence(law, Kind.ALINEA, "") for _ in range(rng.randint(1, 3))]
        elif shape <= 2:
            point.ends = ":"
            point.below = _list(law, Kind.SUBPOINT, rng)
            if shape == 2:
                point.below[-1].ends = "."
                point.below.append(_sentence(law, Kind.ALINEA, ""))
        elif shape == 3:
            point.ends = ":"
            point.below = _list(law, Kind.INDENT, rng)


def _list(law: Law, kind: Kind, rng: Random) -> list[Sprout]:
    found = []
    for number in range(1, rng.randint(3, 8)):
        item = law.sprout(kind, str(number) if kind is Kind.SUBPOINT else "", law.words.some(rng.randint(8, 16)), ";")
        dice = rng.randrange(12)
        if dice == 0:
            item.words, item.plain = PHRASES[law.language][rng.randrange(3)].split(), True
        elif dice == 1 and number > 1 and kind is Kind.SUBPOINT:
            item.stub, item.words = True, []
        elif dice == 2 and kind is Kind.SUBPOINT:
            item.ends = ":"
            item.below = [
                law.sprout(Kind.INDENT, "", law.words.some(rng.randint(8, 12)), ";") for _ in range(rng.randint(1, 3))
            ]
        found.append(item)
    if found[-1].below:
        found[-1].below, found[-1].ends = [], ";"
    return found


def _sentence(law: Law, kind: Kind, number: str) -> Sprout:
    return law.sprout(kind, number, _capital(law.words.some(law.words.rng.randint(9, 20))), ".")


def _capital(words: list[str]) -> list[str]:
    return [words[0][0].upper() + words[0][1:], *words[1:]]


# Writing a law out.


@frozen
class Layout:
    """How a collector writes.

    Args:
        broken: True when lines break at hyperlinks and paragraphs are parted by empty lines.
        spaces: How often a space is a no-break space.
        typed: How often a letter is typed as its Latin look-alike.
        front: Whether the front matter is there.
        preamble: Whether the preamble is there.
        signature: Whether the signature is there.
        notes: Whether editorial notes are there.
        seed: Seed of these accidents.
    """

    broken: bool = False
    spaces: float = 0.0
    typed: float = 0.0
    front: bool = True
    preamble: bool = True
    signature: bool = True
    notes: bool = True
    seed: int = 0


INDENTED = Layout()
BROKEN = Layout(broken=True, spaces=0.1, typed=0.01, seed=1)
_ALIKE = str.maketrans("аеосхрАЕОСХРіІ", "aeocxpAEOCXPiI")


def write(law: Law, layout: Layout = INDENTED) -> str:
    """Return the text of a law as a collector of this layout writes it."""
    rng = Random(layout.seed)
    lines = [_accidents(line, layout, rng) for line in _paragraphs(law, layout)]
    if layout.signature:
        lines.append(f"      {SIGNATURES[law.language]}")
    return ("\n\n" if layout.broken else "\n").join(lines) + "\n"


def _paragraphs(law: Law, layout: Layout) -> Iterator[str]:
    if layout.front:
        yield from FRONTS[law.language]
    if layout.preamble:
        yield f"      {PREAMBLES[law.language]}"
    for chapter in law.chapters:
        yield wording(chapter, law.language)
        for article in chapter.below:
            yield wording(article, law.language)
            yield from (f"      {wording(unit, law.language)}" for unit in article.walk() if unit is not article)
            if layout.notes and article.name % 3 == 0 and not article.stub:
                yield f"      {NOTES[law.language].format(article.number, '14.03.2031', 901)}"


def wording(unit: Sprout, language: Language) -> str:
    """Return number and wording of a unit, as they are written."""
    mark = MARKS[language].get(unit.kind, "{}. " if unit.kind is Kind.POINT else "{}) ").format(unit.number)
    mark = mark if unit.number else ""
    if unit.stub:
        first = "и" if language is Language.RU else "а"
        return f"{mark}{first if unit.kind is Kind.SUBPOINT else first.upper()}{STUBS[language]}{unit.ends or '.'}"
    return f"{mark}{' '.join(unit.words)}{unit.ends}"


def _accidents(line: str, layout: Layout, rng: Random) -> str:
    words = line.lstrip().split(" ")
    out = line[: len(line) - len(line.lstrip())] + words[0]
    for word in words[1:]:
        dice = rng.random()
        gap = "\xa0" if dice < layout.spaces else " "
        if layout.broken and layout.spaces <= dice < layout.spaces + 0.05 and word[0].islower() and out[-1].isalpha():
            gap = rng.choice((" \n", "\n", "\n "))
        out += gap + word
    return "".join(sign.translate(_ALIKE) if layout.typed and rng.random() < layout.typed else sign for sign in out)


def tree(text: str, *, name: str = "law.txt", language: Language | None = None) -> Tree:
    """Return the parsed tree of a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return parse(Source(name=name, media="text/plain", sha256=digest, text=text), in_language=language)


def names(law: Law, parsed: Tree) -> dict[str, int]:
    """Return which unit of the law each parsed unit is, by eId; the parser must have found the very same units."""
    inside = (Kind.LAW, Kind.FRONT, Kind.CONTENTS, Kind.PREAMBLE, Kind.SIGNATURE)
    units = [unit for unit in parsed.units if unit.kind not in inside and not unit.eid.startswith("preamble")]
    # The first part of an article without points stands before its subpoints; walks agree, unit by unit.
    ours = list(law.walk())
    assert [(unit.kind, unit.number) for unit in units] == [(unit.kind, unit.number) for unit in ours]
    return {unit.eid: ours[at].name for at, unit in enumerate(units)}


# Planting edits.


@frozen
class Planted:
    """One edit with its truth.

    Args:
        kind: What was done.
        old: Names of the units of the old law that the row must name; empty for an insertion.
        new: Names of the units of the new law; empty when not even a stub is left.
        deleted: Words taken out.
        inserted: Words put in.
        inside: Names of units that came, went or moved with it and need no row of their own.
    """

    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    deleted: int = 0
    inserted: int = 0
    inside: frozenset[int] = frozenset()


@define(eq=False)
class Garden:
    """A law being edited: the old one, the new one, what was planted and which units are taken."""

    rng: Random
    old: Law
    new: Law
    planted: list[Planted] = field(factory=list)
    taken: set[int] = field(factory=set)

    def free(self, *kinds: Kind, test: Callable[[Sprout], bool] = lambda unit: True) -> list[Sprout]:
        """Return units that nothing was done to, nor to what they stand in or beside."""
        return [
            unit
            for unit in self.new.walk()
            if unit.kind in kinds
            and not unit.stub
            and not unit.plain
            and not any(part.name in self.taken for part in unit.walk())
            and test(unit)
        ]

    def take(self, *units: Sprout) -> None:
        """Mark units, with what stands in them and right beside them, as no more free."""
        for unit in units:
            self.taken.update(part.name for part in unit.walk())
            if unit.kind is Kind.CHAPTER:
                continue
            above = self.new.above(unit)
            self.taken.add(above.name)
            at = _place(above.below, unit)
            self.taken.update(part.name for side in above.below[max(at - 1, 0) : at + 2] for part in side.walk())

    def pick(self, units: Sequence[Sprout]) -> Sprout | None:
        return self.rng.choice(units) if units else None

    def last(self, unit: Sprout) -> bool:
        """Tell whether a unit is the last of its list, whose closing mark would have to change."""
        return [other for other in self.new.above(unit).below if other.kind is unit.kind][-1] is unit


def _place(units: Sequence[Sprout], unit: Sprout) -> int:
    return next(at for at, other in enumerate(units) if other is unit)


_BODY = (Kind.POINT, Kind.SUBPOINT, Kind.ALINEA, Kind.INDENT)


def reword(garden: Garden) -> None:
    """Replace, put in or take out up to a third of the words of one unit."""
    unit = garden.pick(garden.free(*_BODY, test=lambda unit: len(unit.words) >= 6))
    if unit is None:
        return
    size = garden.rng.randint(1, len(unit.words) // 3)
    out, into = garden.rng.choice(((size, size), (size, 0), (0, size), (1, size)))
    at = garden.rng.randint(1, len(unit.words) - out)
    fresh = garden.new.words.fresh(into)
    unit.words[at : at + out] = fresh
    garden.take(unit)
    garden.planted.append(Planted(ChangeKind.REWORDED, (unit.name,), (unit.name,), out, into))


def reword_heading(garden: Garden) -> None:
    """Put words into the heading of an article or a chapter."""
    unit = garden.pick(
        [
            unit
            for unit in garden.new.walk()
            if unit.kind in (Kind.ARTICLE, Kind.CHAPTER) and not unit.stub and unit.name not in garden.taken
        ]
    )
    if unit is None:
        return
    fresh = garden.new.words.fresh(garden.rng.randint(1, 2))
    unit.words += [word.upper() for word in fresh] if unit.kind is Kind.CHAPTER else fresh
    garden.taken.add(unit.name)
    garden.planted.append(Planted(ChangeKind.REWORDED, (unit.name,), (unit.name,), 0, len(fresh)))


def restate(garden: Garden) -> None:
    """Give a numbered unit another wording altogether: the same number, so the same unit."""
    unit = garden.pick(garden.free(Kind.POINT, Kind.SUBPOINT, test=lambda unit: not unit.below))
    if unit is None:
        return
    before, fresh = len(unit.words), garden.new.words.fresh(garden.rng.randint(8, 14))
    unit.words = _capital(fresh) if unit.kind is Kind.POINT else fresh
    garden.take(unit)
    garden.planted.append(Planted(ChangeKind.REWORDED, (unit.name,), (unit.name,), before, len(fresh)))


def insert(garden: Garden) -> None:
    """Put in a point, a subpoint, a part or an indent after another one."""
    before = garden.pick(garden.free(*_BODY, test=lambda unit: not garden.last(unit) or unit.kind is Kind.POINT))
    if before is None:
        return
    above = garden.new.above(before)
    fresh = garden.new.words.fresh(garden.rng.randint(8, 14))
    words = fresh if before.kind in (Kind.SUBPOINT, Kind.INDENT) else _capital(fresh)
    ends = ";" if before.kind in (Kind.SUBPOINT, Kind.INDENT) else "."
    unit = garden.new.sprout(before.kind, f"{before.number}-1" if before.number else "", words, ends)
    above.below.insert(_place(above.below, before) + 1, unit)
    if unit.kind is Kind.POINT and garden.rng.randrange(3) == 0:
        unit.ends = ":"
        unit.below = [
            garden.new.sprout(Kind.SUBPOINT, str(number), garden.new.words.fresh(8), ";") for number in (1, 2)
        ]
    garden.take(unit)
    garden.planted.append(Planted(ChangeKind.INSERTED, (), (unit.name,), 0, unit.size(), _inside(unit)))


def insert_article(garden: Garden) -> None:
    """Put in a whole article."""
    before = garden.pick(garden.free(Kind.ARTICLE))
    if before is None:
        return
    unit = garden.new.sprout(Kind.ARTICLE, f"{before.number}-1", _capital(garden.new.words.fresh(4)))
    for number in (1, 2):
        unit.below.append(garden.new.sprout(Kind.POINT, str(number), _capital(garden.new.words.fresh(9)), "."))
    above = garden.new.above(before)
    above.below.insert(_place(above.below, before) + 1, unit)
    garden.take(unit)
    garden.planted.append(Planted(ChangeKind.INSERTED, (), (unit.name,), 0, unit.size(), _inside(unit)))


def delete(garden: Garden) -> None:
    """Take a unit out without a trace."""
    unit = garden.pick(garden.free(*_BODY, test=lambda unit: not garden.last(unit) and not _first(garden, unit)))
    if unit is None:
        return
    garden.take(unit)
    above = garden.new.above(unit)
    above.below.remove(unit)
    garden.planted.append(Planted(ChangeKind.REPEALED, (unit.name,), (), unit.size(), 0, _inside(unit)))


def repeal(garden: Garden) -> None:
    """Leave only the stub of a numbered unit."""
    unit = garden.pick(garden.free(Kind.POINT, Kind.SUBPOINT, Kind.ARTICLE))
    if unit is None:
        return
    size, inside = unit.size(), _inside(unit)
    garden.take(unit)
    unit.stub, unit.words, unit.below = True, [], []
    unit.ends = "." if unit.ends == ":" else unit.ends
    garden.planted.append(Planted(ChangeKind.REPEALED, (unit.name,), (unit.name,), size, 0, inside))


def move(garden: Garden) -> None:
    """Take a unit out of one article and put it into another under a new number."""
    kind = garden.rng.choice((Kind.POINT, Kind.SUBPOINT))
    movable = garden.free(kind, test=lambda unit: not garden.last(unit) and not _first(garden, unit))
    unit = garden.pick(movable)
    if unit is None:
        return
    home = garden.new.above(unit)
    places = garden.free(
        kind,
        test=lambda other: garden.new.above(other) is not home and not (garden.last(other) and kind is Kind.SUBPOINT),
    )
    place = garden.pick(places)
    if place is None:
        return
    garden.take(unit, place)
    home.below.remove(unit)
    unit.number = f"{place.number}-1"
    above = garden.new.above(place)
    above.below.insert(_place(above.below, place) + 1, unit)
    garden.take(unit)
    garden.planted.append(Planted(ChangeKind.MOVED, (unit.name,), (unit.name,), inside=_inside(unit)))


def move_within(garden: Garden) -> None:
    """Move an unnumbered unit past at least two others of its list."""
    unit = garden.pick(garden.free(Kind.ALINEA, Kind.INDENT, test=lambda unit: _far(garden, unit) is not None))
    if unit is None:
        return
    above, to = garden.new.above(unit), _far(garden, unit)
    assert to is not None
    garden.taken.update(part.name for part in above.walk())
    above.below.remove(unit)
    above.below.insert(to, unit)
    garden.planted.append(Planted(ChangeKind.MOVED, (unit.name,), (unit.name,)))


def _far(garden: Garden, unit: Sprout) -> int | None:
    """Return a place two or more further down that is not the last of the list, and for parts after no list."""
    above = garden.new.above(unit)
    units = above.below
    at = _place(units, unit)
    same = all(other.kind is unit.kind and not other.plain for other in units)
    untouched = not any(part.name in garden.taken for part in above.walk())
    return at + 2 if same and untouched and at + 3 < len(units) else None


def renumber(garden: Garden) -> None:
    """Put in a point and push the numbers of all that follow: what drafting rules forbid."""
    article = garden.pick(
        [
            unit
            for unit in garden.free(Kind.ARTICLE)
            if len(unit.below) > 2 and all(point.kind is Kind.POINT and not point.stub for point in unit.below)
        ]
    )
    if article is None:
        return
    garden.take(article)
    at = garden.rng.randrange(len(article.below) - 1)
    fresh = _capital(garden.new.words.fresh(10))
    unit = garden.new.sprout(Kind.POINT, str(at + 1), fresh, ".")
    article.below.insert(at, unit)
    garden.planted.append(Planted(ChangeKind.INSERTED, (), (unit.name,), 0, 10))
    for number, point in enumerate(article.below[at + 1 :], at + 2):
        point.number = str(number)
        garden.planted.append(Planted(ChangeKind.RENUMBERED, (point.name,), (point.name,), inside=_inside(point)))
    garden.taken.update(part.name for part in article.walk())


def renumber_all(garden: Garden) -> None:
    """Put a new article at the front: every other article takes the next number."""
    if any(
        edit.kind is ChangeKind.REPEALED and edit.new and edit.new[0] in _articles(garden) for edit in garden.planted
    ):
        return  # A stub under another number is no evidence of anything.
    unit = garden.new.sprout(Kind.ARTICLE, "1", _capital(garden.new.words.fresh(4)))
    unit.below.append(garden.new.sprout(Kind.ALINEA, "", _capital(garden.new.words.fresh(12)), "."))
    headings = {edit.old[0]: edit for edit in garden.planted if edit.kind is ChangeKind.REWORDED}
    old = {article.name for article in garden.old.articles()}
    for article in garden.new.articles():
        first, *rest = article.number.split("-")
        article.number = "-".join([str(int(first) + 1), *rest])
        if article.name in headings:
            garden.planted.remove(headings[article.name])
        if not article.stub and article.name in old:
            inserted = headings[article.name].inserted if article.name in headings else 0
            renumbered = Planted(ChangeKind.RENUMBERED, (article.name,), (article.name,), 0, inserted)
            garden.planted.append(evolve(renumbered, inside=_inside(article)))
    garden.taken.update(part.name for part in garden.new.walk())
    garden.new.chapters[0].below.insert(0, unit)
    garden.planted.append(Planted(ChangeKind.INSERTED, (), (unit.name,), 0, unit.size(), _inside(unit)))


def _articles(garden: Garden) -> set[int]:
    return {article.name for article in garden.new.articles()}


def split(garden: Garden) -> None:
    """Make two points of one: its last sentence becomes a point of its own."""
    unit = garden.pick(garden.free(Kind.POINT, test=lambda unit: not unit.below and _joined(unit) is not None))
    if unit is None:
        return
    at = _joined(unit)
    assert at is not None
    garden.take(unit)
    part = garden.new.sprout(Kind.POINT, f"{unit.number}-1", unit.words[at:], ".")
    unit.words = [*unit.words[: at - 1], unit.words[at - 1].rstrip(".")]
    above = garden.new.above(unit)
    above.below.insert(_place(above.below, unit) + 1, part)
    garden.take(part)
    garden.planted.append(Planted(ChangeKind.SPLIT, (unit.name,), (unit.name, part.name)))


def _joined(unit: Sprout) -> int | None:
    """Return where the second sentence of a unit begins."""
    return next((at + 1 for at, word in enumerate(unit.words[:-1]) if word.endswith(".")), None)


def merge(garden: Garden) -> None:
    """Make one point of two parts."""
    point = garden.pick(
        [
            unit
            for unit in garden.free(Kind.POINT)
            if unit.below and unit.below[0].kind is Kind.ALINEA and not unit.below[0].below
        ]
    )
    if point is None:
        return
    part = point.below.pop(0)
    garden.taken.update(part.name for part in (part, *point.walk()))
    point.words = [*point.words[:-1], f"{point.words[-1]}.", *part.words]
    garden.planted.append(Planted(ChangeKind.MERGED, (point.name, part.name), (point.name,)))


def _inside(unit: Sprout) -> frozenset[int]:
    return frozenset(part.name for part in unit.walk()) - {unit.name}


def _first(garden: Garden, unit: Sprout) -> bool:
    return garden.new.above(unit).below[0] is unit


EDITS: dict[str, Callable[[Garden], None]] = {
    "reword": reword,
    "reword heading": reword_heading,
    "restate": restate,
    "insert": insert,
    "insert article": insert_article,
    "delete": delete,
    "repeal": repeal,
    "move": move,
    "move within": move_within,
    "renumber": renumber,
    "renumber all": renumber_all,
    "split": split,
    "merge": merge,
}


def garden(rng: Random, law: Law) -> Garden:
    """Return a law ready to be edited, with a second sentence in some of its points, so that they can be split."""
    for unit in law.walk():
        if unit.kind is Kind.POINT and not unit.below and not unit.stub and rng.randrange(3) == 0:
            half = len(unit.words)
            tail = _capital(law.words.some(rng.randint(max(half // 2, 6), half + 4)))
            unit.words = [*unit.words[:-1], f"{unit.words[-1]}.", *tail]
    return Garden(rng, law, law.copy())


def plant(rng: Random, law: Law, edits: Sequence[str]) -> Garden:
    """Return the garden after these edits; one that finds no place is left out."""
    found = garden(rng, law)
    order = [edit for edit in edits if edit != "renumber all"] + ["renumber all"] * ("renumber all" in edits)
    for edit in order:
        EDITS[edit](found)
    return found


@st.composite
def gardens(draw: st.DrawFn, *, most: int = 6, kinds: Sequence[str] = tuple(EDITS)) -> Garden:
    """Draw a small law with up to ``most`` edits."""
    rng = draw(st.randoms(use_true_random=False))
    law = grow(
        rng,
        articles=draw(st.integers(2, 8)),
        language=draw(st.sampled_from([Language.RU, Language.KK])),
        seed=draw(st.integers(0, 10_000)),
    )
    return plant(rng, law, draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most)))


def joined(laws: Sequence[Law]) -> Law:
    """Return one long law of several, their chapters and articles counted through."""
    whole, articles = Law(laws[0].words), 0
    for law in laws:
        count_here = max(int(article.number.split("-")[0]) for article in law.articles())
        for chapter in law.chapters:
            whole.chapters.append(chapter)
            chapter.number = str(len(whole.chapters))
            for article in chapter.below:
                first, *rest = article.number.split("-")
                article.number = "-".join([str(int(first) + articles), *rest])
        articles += count_here
    return whole


# Holding a comparison against what was planted.


@frozen
class Judged:
    """What a comparison made of a garden.

    Args:
        comparison: The comparison itself.
        missed: Edits that no row tells with their kind and units.
        wrong: Rows that no planted edit explains: untouched units reported as changed.
        sizes: Edits told with other numbers of words: (edit, deleted, inserted).
    """

    comparison: Comparison
    missed: tuple[Planted, ...]
    wrong: tuple[str, ...]
    sizes: tuple[tuple[Planted, int, int], ...]


def judge(found: Garden, old: Layout = INDENTED, new: Layout = BROKEN) -> Judged:
    """Compare the two editions of a garden, written in these layouts, and hold the result against the truth."""
    language = found.old.language
    ours, theirs = tree(write(found.old, old), language=language), tree(write(found.new, new), language=language)
    comparison = compare(ours, theirs)
    old_names, new_names = names(found.old, ours), names(found.new, theirs)
    rows = {
        (row.kind, _named(row.old_eids, old_names), _named(row.new_eids, new_names)): row for row in comparison.changes
    }
    wanted = {(edit.kind, edit.old, edit.new): edit for edit in found.planted}
    missed = tuple(edit for key, edit in wanted.items() if key not in rows)
    wrong = tuple(f"{key[0].value} {row.old_eids} {row.new_eids}" for key, row in rows.items() if key not in wanted)
    sizes = tuple(
        (edit, rows[key].deleted, rows[key].inserted)
        for key, edit in wanted.items()
        if key in rows and (rows[key].deleted, rows[key].inserted) != (edit.deleted, edit.inserted)
    )
    return Judged(comparison, missed, wrong, sizes)


def _named(eids: Sequence[str], known: dict[str, int]) -> tuple[int, ...]:
    return tuple(known.get(eid, -1) for eid in eids)
