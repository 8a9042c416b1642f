"""Which part of each law a row is about: from the units it names, from its wording, from the headings over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import define, field, frozen

from aigaq.law.check.cell import Wording
from aigaq.law.check.names import Name, names, titled
from aigaq.law.check.resolve import resolve
from aigaq.law.check.signs import is_word
from aigaq.law.check.stream import Law, Stream
from aigaq.law.check.table import OfficialRow
from aigaq.law.compare.side import Matching
from aigaq.law.structure.unit import Kind, Tree, Unit

ENOUGH = 6
"""So many words that stand once in a law, and only once, say where a row belongs that names no unit."""

LONGEST_NAME = 2_000
"""Characters of a heading, or of what a row calls its unit, that are read."""


@frozen(eq=False)
class Part:
    """What one side of a row may quote.

    Args:
        units: The units that the row names and the law has.
        stream: These with the article or the like that they stand in.
        home: Spans of the units, and of their partners in the other law.
        context: Spans of what they stand in.
    """

    units: tuple[Unit, ...]
    stream: Stream
    home: tuple[tuple[int, int], ...]
    context: tuple[tuple[int, int], ...]


@frozen(eq=False)
class Scope:
    """What a row is about.

    Args:
        named: The names read; empty when the row names no unit.
        found: True when one of the laws has one of the units.
        by_words: True when the units were found by the wording and not by a name.
        old: What it may quote of the law in force.
        new: What it may quote of the law after the act.
    """

    named: tuple[Name, ...]
    found: bool
    by_words: bool
    old: Part
    new: Part

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units, as the new law has them, else the old one."""
        return self.new.units or self.old.units


@define
class Scopes:
    """Finds the scope of each row, in the order of the table.

    Args:
        old: The law in force.
        new: The law after the act.
        matching: Which unit is which.
        before: The name that the row before began with.
        streams: Parts of the laws that were read already.
        contexts: What headings between the rows name, as far as they were read already.
    """

    old: Law
    new: Law
    matching: Matching
    before: Name | None = None
    streams: dict[tuple[bool, frozenset[str]], Stream] = field(factory=dict)
    contexts: dict[str, Name | None] = field(factory=dict)

    def scope(self, row: OfficialRow, wordings: tuple[Wording, Wording]) -> Scope:
        """Return what a row is about.

        Args:
            row: The row.
            wordings: Its two cells, read.
        """
        language = self.new.tree.language
        context = self._context(row)
        given = names(row.unit, language, context=context)
        spoken = titled(row.old, language) or titled(row.new, language)
        if given and not any(name.whole for name in given) and spoken:
            given = names(row.unit, language, context=next((name for name in spoken if name.article), spoken[0]))
        if given and not given[0].whole and self.before is not None:
            given = tuple(name.within(self.before) for name in given)
        named = given or spoken or self._numbered(row, context)
        found = self._resolved(named)
        if any(found):
            self.before = next((name for name in named if name.article), named[0])
            return self._scope(named, found, by_words=not given)
        return self._scope(named, self._by_words(wordings), by_words=True, missing=bool(given))

    def _context(self, row: OfficialRow) -> Name | None:
        """Return what the headings over a row name: the innermost that is a unit of the law."""
        for heading in row.headings[::-1]:
            if heading not in self.contexts:
                self.contexts[heading] = self._named(heading)
            if self.contexts[heading] is not None:
                return self.contexts[heading]
        return None

    def _named(self, heading: str) -> Name | None:
        found = names(heading[:LONGEST_NAME], self.new.tree.language)
        return found[0] if found and found[0].whole and any(self._resolved(found[:1])) else None

    def _numbered(self, row: OfficialRow, context: Name | None) -> tuple[Name, ...]:
        """Return the article that the headings name, for a row that names nothing and begins with a number."""
        return (context,) if context is not None and context.article else ()

    def _resolved(self, named: Sequence[Name]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        ours = [resolve(name, self.old.tree) for name in named if name.side != "new"]
        theirs = [resolve(name, self.new.tree) for name in named if name.side != "old"]
        return tuple(chain(*ours)), tuple(chain(*theirs))

    def _by_words(self, wordings: tuple[Wording, Wording]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
        """Return the unit whose wording a row quotes, when enough of its words stand at one place only."""
        for at, (law, wording) in enumerate(zip((self.old, self.new), wordings, strict=True)):
            for piece in wording.pieces:
                if sum(map(is_word, piece.keys)) < ENOUGH:
                    continue
                places = law.all.find(piece.keys, most=2)
                if len(places) == 1:
                    unit = law.all.paragraphs[law.all.number(places[0])].unit
                    return ((unit,), ()) if at == 0 else ((), (unit,))
        return (), ()

    def _scope(
        self,
        named: tuple[Name, ...],
        found: tuple[tuple[Unit, ...], tuple[Unit, ...]],
        *,
        by_words: bool,
        missing: bool = False,
    ) -> Scope:
        ours, theirs = found
        forth = [self.matching.forth.get(unit.eid) for unit in ours]
        back = [self.matching.back.get(unit.eid) for unit in theirs]
        old = _distinct((*ours, *filter(None, back)))
        new = _distinct((*theirs, *filter(None, forth)))
        around_old = _distinct(map(self._around_old, old)) or self._other(new, self.new.tree, self.matching.back)
        around_new = _distinct(map(self._around_new, new)) or self._other(old, self.old.tree, self.matching.forth)
        return Scope(
            named,
            bool(ours or theirs) and not missing,
            by_words,
            self._part(ours, old, around_old, self.old, False),
            self._part(theirs, new, around_new, self.new, True),
        )

    def _part(
        self, units: tuple[Unit, ...], home: Sequence[Unit], around: Sequence[Unit], law: Law, is_new: bool
    ) -> Part:
        stream = self._stream(around, law, is_new)
        inside = {inner.eid for unit in home for inner in unit.walk()}
        above = {step.eid for unit in home for step in law.tree.ancestors(unit)}
        return Part(units, stream, tuple(stream.spans(inside)), tuple(stream.spans(above - inside)))

    def _stream(self, around: Sequence[Unit], law: Law, is_new: bool) -> Stream:
        name = is_new, frozenset(unit.eid for unit in around)
        if name not in self.streams:
            self.streams[name] = law.stream(around)
        return self.streams[name]

    def _around_old(self, unit: Unit) -> Unit:
        return around(unit, self.old.tree)

    def _around_new(self, unit: Unit) -> Unit:
        return around(unit, self.new.tree)

    def _other(self, units: Iterable[Unit], tree: Tree, partners: dict[str, Unit]) -> tuple[Unit, ...]:
        """Return where the other law would have units that it lacks: the partner of what they stand in."""
        found = (next(_partners(unit, tree, partners), None) for unit in units)
        return _distinct(filter(None, found))


def around(unit: Unit, tree: Tree) -> Unit:
    """Return the article that a unit stands in, or the outermost unit that is not the law itself."""
    steps = (unit, *tree.ancestors(unit))
    return next((step for step in steps if step.kind is Kind.ARTICLE), steps[0] if _above(unit) else steps[-1])


def _above(unit: Unit) -> bool:
    return unit.kind in (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH)


def _partners(unit: Unit, tree: Tree, partners: dict[str, Unit]) -> Iterator[Unit]:
    for step in tree.ancestors(unit):
        partner = partners.get(step.eid)
        if partner is not None and step.kind in (Kind.ARTICLE, Kind.APPENDIX, Kind.PREAMBLE):
            yield partner


def _distinct(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple({unit.eid: unit for unit in units}.values())
