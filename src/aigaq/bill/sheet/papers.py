"""The papers: which were found, when, under which title and name; which were not there; which nobody could look for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aigaq.bill.checks import Case
from aigaq.bill.checks.papers import span
from aigaq.bill.dossier import Look, Paper, Result
from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import RESULTS, from_sources, look_line
from aigaq.bill.vocabulary import Term, vocabulary
from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import Translator, partial, say, tongue
from aigaq.values import Message


def papers(record: Record, _: Translator) -> Section:
    """Return the section with every paper that was found, and every look that found none."""
    columns = (
        Column(_("Document"), 20),
        Column(_("Stage"), 14),
        Column(_("Titles and names"), 24),
        Column(_("Date that it bears"), 12),
        Column(_("First and last seen"), 14),
        Column(_("State"), 16),
    )
    rows = (*(_paper(record, paper, _) for paper in record.dossier.papers), *_unfound(record, _))
    return Section(_("Documents"), (Table(columns, rows),), "documents", _("Documents")[:31])


def _paper(record: Record, paper: Paper, _: Translator) -> Row:
    term = vocabulary().documents[paper.kind]
    named = Paragraph.of(_in_languages(term, paper.languages, _), Mark.STRONG)
    cells: tuple[Cell, ...] = (
        (named, Paragraph.of(from_sources(record, (paper.source,), _=_), style=Style.SMALL), *_hash(record, paper)),
        (Paragraph.of(stage_of(record, paper.stage, _=_)),),
        tuple(Paragraph.of(line) for line in _titles(record, paper)) or (Paragraph.of("–"),),
        (Paragraph.of(_borne(paper, _)),),
        tuple(Paragraph.of(line) for line in _seen(record, paper, _)),
        tuple(Paragraph.of(line) for line in (_("found"), paper.note.text(_.language)) if line),
    )
    return Row(cells, anchor=f"document-{paper.id}")


def _in_languages(term: Term, codes: Sequence[str], _: Translator) -> str:
    """Return the name of a kind of paper, with the languages that it is in."""
    spoken = ", ".join(tongue(code).names.get(_.language, code) for code in codes)
    return term.names[_.language] + (f" ({spoken})" if spoken else "")


def _hash(record: Record, paper: Paper) -> Iterator[Paragraph]:
    if paper.id in record.hashes:
        yield Paragraph((Run("SHA-256 "), Run(record.hashes[paper.id], Mark.CODE)), Style.SMALL)


def _titles(record: Record, paper: Paper) -> Iterator[str]:
    """Yield every title and every name that a paper had, oldest first."""
    looks = [look for look in record.dossier.looks if look.document == paper.id]
    yield from dict.fromkeys(title for title in (paper.title, *(look.title for look in looks)) if title)
    yield from dict.fromkeys(look.name for look in looks if look.name)


def _borne(paper: Paper, _: Translator) -> str:
    if paper.undated:
        return _("undated")
    return partial(paper.stated, _.language) if paper.stated.known else _("not recorded")


def _seen(record: Record, paper: Paper, _: Translator) -> Iterator[str]:
    case = Case(record.dossier, record.day)
    seen = case.seen(paper)
    first = span(seen.earliest, seen.latest)
    yield say(
        Message("published: {date}", date=first) if seen.earliest else Message("first seen: {date}", date=first), _
    )
    found = [look for look in record.dossier.looks if look.document == paper.id and look.result is Result.FOUND]
    if len(found) > 1:
        yield say(Message("last seen: {date}", date=found[-1].date), _)


def _unfound(record: Record, _: Translator) -> Iterator[Row]:
    for at, look in enumerate(record.dossier.looks, 1):
        if look.result is not Result.FOUND and look.looked_for in vocabulary().documents:
            yield Row(_unfound_cells(record, look, _), anchor=f"look-{at}")


def _unfound_cells(record: Record, look: Look, _: Translator) -> tuple[Cell, ...]:
    languages = (look.language,) if look.language else ()
    named = _in_languages(vocabulary().documents[look.looked_for], languages, _)
    dash = (Paragraph.of("–"),)
    state = [Paragraph.of(_(RESULTS[look.result]), Mark.STRONG)]
    if look.note:
        state.append(Paragraph.of(look.note.text(_.language)))
    return (
        (Paragraph.of(named, Mark.STRONG),),
        (Paragraph.of(stage_of(record, look.stage, _=_)),),
        (Paragraph.of(look_line(record, look, _=_), style=Style.SMALL),),
        dash,
        (Paragraph.of(say(Message("looked: {date}", date=look.date), _)),),
        tuple(state),
    )


def stage_of(record: Record, name: str, *, _: Translator) -> str:
    """Return the name of a stage; a dash where it is not recorded."""
    stage = record.dossier.stage(name)
    return stage.names[_.language] if stage else "–"
