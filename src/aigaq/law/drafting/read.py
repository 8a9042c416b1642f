"""An amending act to its instructions, with every character accounted for."""

from __future__ import annotations

import datetime
from bisect import bisect_right

from attrs import define, field

from aigaq.errors import Refused
from aigaq.law.drafting.account import account
from aigaq.law.drafting.clause import Clause, Level, clauses
from aigaq.law.drafting.context import Contexts, complete, outermost
from aigaq.law.drafting.grammar import Edit, Grammar, Reading
from aigaq.law.drafting.instruction import (
    Act,
    AmendedLaw,
    Claim,
    Claimed,
    Force,
    Instruction,
    Op,
    Target,
    Unclaimed,
)
from aigaq.law.drafting.languages import GRAMMARS
from aigaq.law.drafting.quotes import Prose, prose
from aigaq.law.drafting.staged import Exceptions, Position, staged, unplaced
from aigaq.law.source import Source
from aigaq.law.structure.build import paragraph_spans
from aigaq.law.structure.front import language
from aigaq.law.structure.unit import Kind
from aigaq.values import Language, Message

LONGEST = 4_000_000
"""Characters of the longest act that is read; the longest real ones have a quarter of that."""

MOST_TARGETS = 400
"""One clause is about no more places than this."""

MOST = 20_000
"""An act has no more instructions than this."""

_KINDS = {Level.ARTICLE: Kind.ARTICLE, Level.POINT: Kind.POINT, Level.SUBPOINT: Kind.SUBPOINT}


def read_act(source: Source, *, in_language: Language | None = None) -> Act:
    """Return what an amending act says to do.

    Nothing is guessed: a clause is read to its last word, or it is listed as unclaimed.

    Args:
        source: The file as read.
        in_language: Language of the act; read off its letters when None.

    Raises:
        Refused: ``act.too-long``, ``act.too-many``: it is longer than any act is.
    """
    if len(source.text) > LONGEST:
        raise Refused(
            "act.too-long",
            "{name} has {n} characters; an act of more than {most} is not read.",
            hint="Is it an amending act? Give the act alone, without the laws it amends.",
            name=source.name,
            n=len(source.text),
            most=LONGEST,
        )
    spoken = in_language or language(source.text)
    spans = paragraph_spans(source, spoken)
    return _Reader(source, GRAMMARS[spoken], prose(source.text, spans), [start for start, _ in spans]).read()


@define
class _Reader:
    """Goes through the clauses of one act."""

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
    listing: bool = False
    excepting: bool = False
    force: Force = field(factory=Force)
    exceptions: list[Exceptions] = field(factory=list)

    def read(self) -> Act:
        """Return the act."""
        for clause in clauses(self.prose, self.grammar.marker):
            self._place(clause)
            claim = None if clause.broken else self._claim(clause)
            start, end = self.prose.span(clause.start, clause.end)
            if claim:
                self.claimed.append(Claimed(claim, start, end))
            else:
                reason = "quotation" if clause.broken else "not-understood"
                self.unclaimed.append(Unclaimed(start, end, self.source.text[start:end], reason))
        day, number = self.dated or (None, "")
        return Act(
            source=self.source,
            language=self.grammar.language,
            title=self.title,
            number=number,
            date=day,
            laws=tuple(self.laws),
            instructions=staged(self.found, self.force, self.exceptions),
            accounting=account(self.source.text, self.claimed, self.unclaimed),
            force=self.force,
            damaged=(*self.grammar.glued(self.prose.text), *self._broken()),
            warnings=tuple(self._warnings()),
        )

    def _place(self, clause: Clause) -> None:
        """Note where in the act a clause stands, and close the lists that it ends."""
        if clause.level is Level.PLAIN:
            return
        self.contexts.close(clause.level)
        self.marks = {level: number for level, number in self.marks.items() if level < clause.level}
        self.marks[clause.level] = clause.number
        self.opened = self._paragraph(clause.start)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, self.prose.span(at, at + 1)[0])

    def _claim(self, clause: Clause) -> Claim | None:
        """Return what a clause is, with all that it says noted down; None when it is not understood."""
        return self._force(clause) or self._law(clause) or self._edit(clause) or self._formula(clause)

    def _force(self, clause: Clause) -> Claim | None:
        reading = self.grammar.force(clause, self.excepting)
        if reading is None:
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
        self.listing = name.lists or self.listing
        if not name.lists:
            span = self.prose.span(clause.start, clause.end)
            self.laws.append(AmendedLaw(name.title, name.date, self.source.text[slice(*span)], span))
        if name.repeals:
            self._add(clause, (Target(),), Edit(Op.REPEAL))
            return Claim.INSTRUCTION
        return Claim.LAW

    def _edit(self, clause: Clause) -> Claim | None:
        reading = self.grammar.edit(clause)
        if reading is None:
            return None
        targets = self._targets(reading)
        if len(targets) > MOST_TARGETS:
            return None
        if not reading.edits:
            self.contexts.open(clause.level, targets)
            return Claim.CONTEXT
        for edit in reading.edits:
            self._add(clause, targets, edit, excepted=reading.excepted)
        return Claim.INSTRUCTION

    def _targets(self, reading: Reading) -> tuple[Target, ...]:
        unit = next((edit.unit for edit in reading.edits if edit.unit), None)
        above = self.contexts.within(outermost(reading.targets, unit))
        return complete(above, reading.targets)

    def _add(
        self, clause: Clause, targets: tuple[Target, ...], edit: Edit, *, excepted: tuple[Target, ...] = ()
    ) -> None:
        if len(self.found) >= MOST:
            raise Refused(
                "act.too-many",
                "The act has more than {most} instructions.",
                hint="Is it an amending act? Give the act alone, without the laws it amends.",
                most=MOST,
            )
        marks = [self.marks.get(level, "") for level in _KINDS]
        instruction = Instruction(
            index=len(self.found),
            op=edit.op,
            law=max(len(self.laws) - 1, 0),
            targets=targets,
            address=self.grammar.address(marks[0], marks[1], marks[2]),
            span=self.prose.span(clause.start, clause.end),
            quoted=edit.quoted,
            find=edit.find,
            put=edit.put,
            side=edit.side,
            unit=edit.unit,
            numbers=edit.numbers,
            every=edit.every,
            forms=edit.forms,
            excepted=excepted,
            until=edit.until,
        )
        first, last = (
            self._paragraph(at) - self.opened + 1 for at in (clause.start, max(clause.start, clause.end - 1))
        )
        numbers = ((_KINDS[level], number) for level, number in self.marks.items() if level in _KINDS)
        self.found.append((instruction, Position(tuple(numbers), first, last)))

    def _formula(self, clause: Clause) -> Claim | None:
        claim = self.grammar.formula(clause)
        if claim is Claim.TITLE and not self.title:
            start, end = self.prose.span(clause.start, clause.end)
            self.title = " ".join(self.source.text[start:end].split())
        if claim in (Claim.FORMULA, Claim.SIGNATURE):
            self.dated = self.grammar.dated(clause.text) or self.dated
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
