"""The reader: goes through the clauses of one act and notes down what each of them says."""

from __future__ import annotations

import datetime
from bisect import bisect_right

from attrs import define, evolve, field

from aigaq.errors import Refused
from aigaq.law.drafting.account import account
from aigaq.law.drafting.clause import Clause, Level, clauses
from aigaq.law.drafting.context import NOWHERE, Contexts, complete, named_by, outermost
from aigaq.law.drafting.grammar import Edit, Grammar, LawName, Listing, Reading
from aigaq.law.drafting.instruction import (
    Act,
    AmendedLaw,
    Claim,
    Claimed,
    Force,
    Instruction,
    Op,
    Place,
    Target,
    Unclaimed,
)
from aigaq.law.drafting.quotes import Prose
from aigaq.law.drafting.staged import MOST as MOST_RULES
from aigaq.law.drafting.staged import Exceptions, Position, staged, unplaced
from aigaq.law.source import Source
from aigaq.law.structure.unit import Kind
from aigaq.values import Message

MOST_TARGETS = 400
"""One clause is about no more places than this."""

MOST = 20_000
"""An act has no more instructions than this."""

MOST_CLAUSES = 60_000
"""An act has no more clauses than this."""

_KINDS = {Level.ARTICLE: Kind.ARTICLE, Level.POINT: Kind.POINT, Level.SUBPOINT: Kind.SUBPOINT}


def crowded(source: Source) -> Refused:
    """Return the refusal of a text with more paragraphs, quotation marks, clauses or instructions than any act."""
    return Refused(
        "act.too-many",
        "{name} has more paragraphs, quotation marks or instructions than any amending act.",
        hint="Is it an amending act? Give the act alone, without the laws it amends.",
        name=source.name,
    )


@define
class Reader:
    """Goes through the clauses of one act.

    Args:
        source: The file.
        grammar: Its drafting language.
        prose: The act without what it quotes.
        paragraphs: Where its paragraphs begin.
    """

    source: Source
    grammar: Grammar
    prose: Prose
    paragraphs: list[int]
    laws: list[AmendedLaw] = field(factory=list)
    found: list[tuple[Instruction, Position]] = field(factory=list)
    claimed: list[Claimed] = field(factory=list)
    unclaimed: list[Unclaimed] = field(factory=list)
    contexts: Contexts = field(factory=Contexts)
    marks: dict[Level, str] = field(factory=dict)
    opened: int = 0
    title: str = ""
    dated: tuple[datetime.date, str] | None = None
    listing: Listing = Listing.NONE
    law: int | None = 0
    lost: Level | None = None
    excepting: bool = False
    force: Force = field(factory=Force)
    exceptions: list[Exceptions] = field(factory=list)
    doubtful: bool = False

    def read(self) -> Act:
        """Return the act."""
        for count, clause in enumerate(clauses(self.prose, self.grammar.marker)):
            if count >= MOST_CLAUSES:
                raise crowded(self.source)
            clause = self._checked(clause)
            self._place(clause)
            claim = None if clause.broken else self._claim(clause)
            start, end = self.prose.span(clause.start, clause.end)
            if claim:
                self.claimed.append(Claimed(claim, start, end))
            else:
                self.unclaimed.append(Unclaimed(start, end, self.source.text[start:end], self._missed(clause)))
        day, number = self.dated or (None, "")
        force = Force(words=self.force.words) if self.doubtful else self.force
        return Act(
            source=self.source,
            language=self.grammar.language,
            title=self.title,
            number=number,
            date=day,
            laws=tuple(self.laws),
            instructions=staged(self.found, force=force, exceptions=self.exceptions),
            accounting=account(self.source.text, claimed=self.claimed, unclaimed=self.unclaimed),
            force=force,
            damaged=(*self.grammar.run_together(self.prose.text), *self._broken()),
            warnings=tuple(self._warnings()),
        )

    def _checked(self, clause: Clause) -> Clause:
        """Return a clause, marked as broken when what it quotes is more than it quotes by its own words."""
        broken = any(self.grammar.swallowed.search(quotation.text) for quotation in clause.quotations)
        return evolve(clause, broken=True) if broken else clause

    def _place(self, clause: Clause) -> None:
        """Note where in the act a clause stands, and close the lists that it ends."""
        if clause.level is Level.PLAIN:
            return
        self.contexts.close(clause.level)
        self.marks = {level: number for level, number in self.marks.items() if level < clause.level}
        self.marks[clause.level] = clause.number
        self.opened = self._paragraph(clause.start)
        if self.lost is not None and clause.level <= self.lost:
            self.lost = None
        if clause.level is Level.ARTICLE:
            self.listing, self.law = Listing.NONE, None

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, self.prose.span(at, at + 1)[0])

    def _claim(self, clause: Clause) -> Claim | None:
        """Return what a clause is, with all that it says noted down; None when it is not understood."""
        return self._force(clause) or self._law(clause) or self._edit(clause) or self._formula(clause)

    def _missed(self, clause: Clause) -> str:
        """Note what a clause that is not understood leaves uncertain, and return what is wrong with it.

        A list that it may have opened has a place that nobody knows; a rule on entry into force that is lost leaves
        the rules for everything else in doubt.
        """
        self.doubtful = self.doubtful or self.excepting or self.grammar.enters(clause.text)
        if self.lost is not None:
            return "quotation" if clause.broken else "place"
        opens = clause.ends in (":", "") or clause.broken or self.grammar.edit(evolve(clause, ends=":")) is not None
        if opens and clause.text:
            self.lost = clause.level
            self.contexts.close(clause.level)
        if clause.broken:
            return "quotation"
        return "no-law" if self.law is None and self.grammar.edit(clause) else "not-understood"

    def _force(self, clause: Clause) -> Claim | None:
        reading = self.grammar.force(clause, self.excepting)
        if reading is None:
            return None
        if sum(len(targets) for targets, _ in (*self.exceptions, *reading.exceptions)) > MOST_RULES:
            return None
        self.force = reading.force or self.force
        self.exceptions += reading.exceptions
        self.excepting = clause.ends == ":" or (self.excepting and reading.force is None)
        return Claim.FORCE

    def _law(self, clause: Clause) -> Claim | None:
        name = self.grammar.law(clause, self.listing)
        if name is None:
            return None
        self.contexts.clear()
        self.lost = None
        if name.lists:
            self.listing = Listing.REPEALED if name.repeals else Listing.AMENDED
            self.law = None
            return Claim.LAW
        self.law = self._named(clause, name)
        if name.repeals:
            self._add(clause, (Target(),), Edit(Op.REPEAL), Reading())
            return Claim.INSTRUCTION
        return Claim.LAW

    def _named(self, clause: Clause, name: LawName) -> int:
        """Note a law that is amended down and return its index."""
        span = self.prose.span(clause.start, clause.end)
        self.laws.append(AmendedLaw(name.title, name.date, self.source.text[slice(*span)], span))
        return len(self.laws) - 1

    def _edit(self, clause: Clause) -> Claim | None:
        reading = self.grammar.edit(clause) or self._repealed(clause)
        if reading is None or not self._placed(reading):
            return None
        unit = next((edit.unit for edit in reading.edits if edit.unit in _PLACED), None)
        first = tuple(target for edit in reading.edits for target in edit.targets) or ()
        names = reading.targets or first
        above = NOWHERE if reading.law else self.contexts.within(outermost(names, unit))
        if above is None:
            return None
        everything = [complete(above, named_by(edit, reading)) for edit in reading.edits]
        targets = complete(above, reading.targets)
        if any(map(_unsaid, reading.edits, everything)) or max(map(len, (targets, *everything))) > MOST_TARGETS:
            return None
        law = self.law
        self.law = self._named(clause, reading.law) if reading.law else law
        if not reading.edits:
            self.contexts.open(clause.level, targets)
            return Claim.CONTEXT
        for edit, places in zip(reading.edits, everything, strict=True):
            self._add(clause, places, edit, reading)
        self.law = law
        return Claim.INSTRUCTION

    def _repealed(self, clause: Clause) -> Reading | None:
        """Return what a member of a list of what is repealed names: units of another law («статью 9 Закона …»)."""
        reading = self.grammar.edit(evolve(clause, ends=":")) if self.listing is Listing.REPEALED else None
        whole = reading is not None and reading.law is not None and not reading.edits
        return evolve(reading, edits=(Edit(Op.REPEAL),)) if reading and whole else None

    def _placed(self, reading: Reading) -> bool:
        """Tell whether it is certain which law, and which open list, an edit is about."""
        if reading.law:
            return self.listing is not Listing.AMENDED
        return self.lost is None and (self.law is not None or not self.laws)

    def _add(self, clause: Clause, targets: tuple[Target, ...], edit: Edit, reading: Reading) -> None:
        if len(self.found) >= MOST:
            raise crowded(self.source)
        instruction = Instruction(
            index=len(self.found),
            op=edit.op,
            law=self.law or 0,
            targets=targets,
            address=self.grammar.address({kind: self.marks.get(level, "") for level, kind in _KINDS.items()}),
            span=self.prose.span(clause.start, clause.end),
            quoted=edit.quoted,
            find=edit.find,
            put=edit.put,
            side=edit.side,
            unit=edit.unit,
            numbers=edit.numbers,
            every=edit.every,
            forms=edit.forms,
            excepted=reading.excepted,
            until=edit.until,
        )
        self.found.append((instruction, self._position(clause)))

    def _position(self, clause: Clause) -> Position:
        start, end = self.prose.span(clause.start, clause.end)
        quoted = clause.quotations[0].start if clause.quotations else start
        places = (bisect_right(self.paragraphs, at) - self.opened + 1 for at in (start, end - 1, quoted))
        numbers = ((_KINDS[level], number) for level, number in self.marks.items() if level in _KINDS)
        return Position(tuple(numbers), *places)

    def _formula(self, clause: Clause) -> Claim | None:
        claim = self.grammar.formula(clause)
        if claim is Claim.TITLE and not self.title:
            start, end = self.prose.span(clause.start, clause.end)
            self.title = " ".join(self.source.text[start:end].split())
        if claim in (Claim.FORMULA, Claim.SIGNATURE):
            self.dated = self.grammar.adopted(clause.text) or self.dated
        return claim

    def _broken(self) -> list[str]:
        """Return quoted words that the copy broke over two paragraphs: it cannot be trusted with spaces."""
        words = [quoted for found, _ in self.found for quoted in (*found.find, *found.put)]
        return [" ".join(quoted.split()) for quoted in words if "\n" in quoted or "\r" in quoted]

    def _warnings(self) -> list[Message]:
        warnings = []
        if self.found and not self.laws:
            warnings.append(Message("the act names no law that it amends"))
        for _, rule in unplaced(self.found, self.exceptions):
            text = "a rule on entry into force names a place of the act where no instruction stands: {words}"
            warnings.append(Message(text, words=rule.words))
        return warnings


_PLACED = frozenset(Kind) - {Kind.CONTENTS, Kind.ROW, Kind.APPENDIX}
"""Kinds of new unit that say in which list they stand."""


def _unsaid(edit: Edit, places: tuple[Target, ...]) -> bool:
    """Tell whether an edit would repeal or restate a whole law that no clause names for it."""
    whole = all(not target.steps and target.place is Place.WHOLE for target in places)
    return whole and edit.op in (Op.REPEAL, Op.RESTATE)
