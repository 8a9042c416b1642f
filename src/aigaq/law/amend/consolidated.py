"""The consolidated text as a document: what it was made from, what is not in it, then the law with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, field

from aigaq.document.model import Block, Cell, Column, Document, Facts, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.law.amend.leftout import has_anchor, left_out
from aigaq.law.amend.outcome import Amended, Status
from aigaq.law.amend.words import force_words, verdict
from aigaq.law.structure.unit import HEADED, Kind, Note, Tree, Unit
from aigaq.law.table.opening import compared
from aigaq.locale import Translator, day, translator
from aigaq.values import Language, translated

_STEPS: Final = frozenset({Kind.SUBPOINT, Kind.INDENT, Kind.QUOTED, Kind.TABLE})
"""Kinds that stand further in than the unit around them."""


def document(amended: Amended, *, language: Language, version: str) -> Document:
    """Return the consolidated text, ready for any writer.

    Args:
        amended: The law, the act, and what became of each instruction.
        language: Language of everything that is not the wording of the law.
        version: Version of this program, which the document states.
    """
    _ = translator(language)
    name, title = _("Consolidated text"), amended.new.title.value or amended.old.title.value
    text = Section(_("Text of the law"), tuple(_Text(amended, _).blocks()), "text")
    return Document(
        f"{name}: {title}" if title else name,
        language,
        (_opening(amended, version=version, _=_), *left_out(amended, _), text),
        running=f"{name}: {title}. {_('Unofficial')}" if title else f"{name}. {_('Unofficial')}",
        portrait=True,
    )


def _opening(amended: Amended, *, version: str, _: Translator) -> Section:
    told = verdict(amended, _)
    whole = not amended.unresolved and not amended.act.accounting.unclaimed
    unofficial = _("Unofficial. Made by a program from the texts named here; the official text of the law prevails.")
    facts = (
        (_("Law"), compared(amended.old, _)),
        (_("Amending act"), tuple(_act(amended, _))),
        (_("Result"), (Paragraph.of(told),)),
        (_("How to read it"), (Paragraph.of(_legend(_)),)),
        *(((_("No longer in the text"), gone),) if (gone := _gone(amended)) else ()),
        (_("Made with"), (Paragraph.of(f"aigaq {version}"),)),
        *_warnings(amended, _),
    )
    alarm = (
        () if whole else (Paragraph.of(_("This text is not complete: {how}").format(how=told), style=Style.WARNING),)
    )
    return Section("", (*alarm, Paragraph.of(unofficial, style=Style.NOTE), Facts(facts)))


def _act(amended: Amended, _: Translator) -> Iterator[Paragraph]:
    """Yield what identifies the act: title, number and date, entry into force, hash."""
    act = amended.act
    yield Paragraph.of(act.title or _("title not stated"), Mark.STRONG)
    when = day(act.date, _.language) if act.date else ""
    if act.number and when:
        yield Paragraph.of(_("No. {act} of {date}").format(act=act.number, date=when))
    elif act.number or when:
        yield Paragraph.of(
            _("No. {act}").format(act=act.number) if act.number else _("act of {date}").format(date=when)
        )
    force = force_words(act.force, _)
    if force:
        yield Paragraph.of(force)
    yield Paragraph((Run("SHA-256 "), Run(act.source.sha256, Mark.CODE)))


def _legend(_: Translator) -> str:
    return _("A note in square brackets after a unit says which instruction of the act changed it.")


def _gone(amended: Amended) -> Cell:
    """Return the units that the act took out without leaving a trace in the text."""
    applied = (found for found in amended.outcomes if found.status is Status.APPLIED)
    gone = (piece.label for found in applied for piece in found.pieces if piece.before and not piece.after)
    return tuple(Paragraph.of(name) for name in dict.fromkeys(gone))


def _warnings(amended: Amended, _: Translator) -> tuple[tuple[str, Cell], ...]:
    named = (
        (_("Warnings, act"), amended.act.warnings),
        (_("Warnings, old text"), amended.old.warnings),
        (_("Warnings, new text"), tuple(told for told in amended.new.warnings if told not in amended.old.warnings)),
    )
    return tuple(
        (title, tuple(Paragraph.of(translated(told, _)) for told in warnings)) for title, warnings in named if warnings
    )


@define
class _Text:
    """The law as blocks, in its order, editors' notes among its units as in the text."""

    amended: Amended
    translate: Translator
    notes: dict[str, list[Note]] = field(factory=dict)

    def blocks(self) -> Iterator[Block]:
        self.notes = _notes_by_unit(self.amended.new)
        yield from self.unit(self.amended.new.root, depth=0, told=frozenset())

    def unit(self, unit: Unit, *, depth: int, told: frozenset[int]) -> Iterator[Block]:
        """Yield a unit with everything in it; ``told`` are the instructions that a unit around it names already."""
        touched = self.touched(unit)
        if unit.kind is Kind.TABLE:
            yield _table(unit, self.amended.new.language)
        elif has_anchor(unit):
            yield self.words(unit, depth)
        if touched - told:
            yield self.mark(unit, sorted(touched - told), depth=depth)
        yield from (self.note(note, depth) for note in self.notes.get(unit.eid, ()))
        if unit.kind is Kind.TABLE:
            return
        for child in unit.children:
            deeper = 0 if child.kind in HEADED else depth + (child.kind in _STEPS)
            yield from self.unit(child, depth=deeper, told=told | touched)

    def touched(self, unit: Unit) -> frozenset[int]:
        """Return what changed a unit; a table is shown with its rows, the law itself is no paragraph."""
        parts = unit.walk() if unit.kind is Kind.TABLE else (unit,) if unit.eid else ()
        return frozenset(index for part in parts for index in self.amended.touched.get(part.eid, ()))

    def words(self, unit: Unit, depth: int) -> Paragraph:
        text = self.amended.new.source.text
        number = " ".join(text[unit.start : unit.wording[0]].split())
        words = " ".join(filter(None, (number, " ".join(unit.text.split()))))
        mark = Mark.MUTED if unit.repealed else Mark.PLAIN
        return Paragraph((Run(words, mark),), _style(unit), depth, unit.eid, self.amended.new.language)

    def mark(self, unit: Unit, indices: Sequence[int], *, depth: int) -> Paragraph:
        """Return which instructions changed a unit, and how."""
        _ = self.translate
        addresses = {found.instruction.index: found.instruction.address for found in self.amended.outcomes}
        where = "; ".join(dict.fromkeys(addresses.get(index, "") or f"№ {index + 1}" for index in indices))
        before = self.amended.old.by_eid.get(unit.eid)
        if unit.repealed and not (before is not None and before.repealed):
            told = _("Repealed: {where}")
        else:
            told = _("Inserted: {where}") if before is None else _("Changed: {where}")
        return Paragraph((Run(f"[{told.format(where=where)}]", Mark.STRONG),), Style.SMALL, depth)

    def note(self, note: Note, depth: int) -> Paragraph:
        words = " ".join(self.amended.new.source.text[note.start : note.end].split())
        return Paragraph((Run(words, Mark.MUTED),), Style.SMALL, depth, language=self.amended.new.language)


def _notes_by_unit(tree: Tree) -> dict[str, list[Note]]:
    """Return the editors' notes by the unit after whose words they stand; stubs are wordings, not notes."""
    notes = iter([note for note in tree.notes if not note.stub])
    note = next(notes, None)
    found: dict[str, list[Note]] = {}
    for unit in tree.units:
        while note is not None and note.start < unit.end:
            found.setdefault(_shown(unit, tree), []).append(note)
            note = next(notes, None)
    return found


def _shown(unit: Unit, tree: Tree) -> str:
    """Return the unit itself, or the table that a row is shown in."""
    return tree.by_eid[unit.parent].eid if unit.kind is Kind.ROW else unit.eid


def _style(unit: Unit) -> Style:
    if unit.kind is Kind.ARTICLE:
        return Style.SUBHEADING
    return Style.HEADING if unit.kind in HEADED else Style.LEAD if unit.kind is Kind.FRONT else Style.BODY


def _table(unit: Unit, language: Language) -> Table:
    """Return a table of the law; its first row becomes the heading row."""
    rows = [row.text.split("\t") for row in unit.children] or [[""]]
    width = max(map(len, rows))
    head, *body = [[*(" ".join(cell.split()) for cell in row), *[""] * (width - len(row))] for row in rows]
    columns = tuple(Column(title, language=language) for title in head)
    return Table(columns, tuple(Row(tuple((Paragraph.of(cell),) for cell in row)) for row in body))
