"""What stands beside the procedure: other bills, what proposers claimed and what was found, international reactions."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.dossier import Claim, Reaction, Related, Statement
from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import from_sources
from aigaq.document.model import Cell, Column, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.locale import N_, Translator, partial
from aigaq.text.fold import fold

RELATIONS = {
    "parallel": N_("parallel bill"),
    "host": N_("bill that these provisions were added to"),
    "earlier": N_("earlier bill"),
    "later": N_("later bill"),
}
RESULTS = {
    "supported": N_("supported"),
    "contradicted": N_("contradicted"),
    "nothing-found": N_("nothing found"),
    "could-not-look": N_("could not look"),
}


def beside(record: Record, _: Translator) -> Iterator[Section]:
    """Yield the sections on other bills, on statements and on reactions; none that would be empty."""
    dossier = record.dossier
    if dossier.head.related:
        columns: tuple[Column, ...] = (
            Column(_("Bill"), 40),
            Column(_("Relation"), 15),
            Column(_("In common"), 30),
            Column(_("Source"), 15),
        )
        rows = tuple(_related(record, each, _) for each in dossier.head.related)
        yield Section(_("Related bills"), (Table(columns, rows),), "related", _("Related bills")[:31])
    if dossier.statements:
        columns = (Column(_("Who, when, where"), 24), Column(_("Words"), 36), Column(_("Claim and what was found"), 40))
        rows = tuple(_statement(record, each, _) for each in dossier.statements)
        yield Section(_("Statements"), (Table(columns, rows),), "statements", _("Statements")[:31])
    if dossier.reactions:
        columns = (Column(_("Body"), 28), Column(_("Symbol"), 16), Column(_("Date"), 14), Column(_("What it says"), 42))
        rows = tuple(_reaction(record, each, _) for each in dossier.reactions)
        yield Section(
            _("International reactions"), (Table(columns, rows),), "reactions", _("International reactions")[:31]
        )


def _related(record: Record, related: Related, _: Translator) -> Row:
    named = tuple(
        Paragraph.of(line)
        for line in (related.title.text(_.language), partial(related.date, _.language), related.note.text(_.language))
        if line
    )
    source = (Paragraph.of(from_sources(record, (related.source,), _=_), style=Style.SMALL),)
    return Row((named, (Paragraph.of(_(RELATIONS[related.relation])),), _common(record, related, _), source))


def _common(record: Record, related: Related, _: Translator) -> Cell:
    """Return the acts and the sponsors that both bills have, letters that look alike folded."""
    head = record.dossier.head
    pairs = ((_("acts"), head.acts, related.acts), (_("sponsors"), head.sponsors, related.sponsors))
    lines = []
    for name, ours, theirs in pairs:
        known = {fold(each).casefold() for each in ours}
        shared = [each for each in theirs if fold(each).casefold() in known]
        if shared:
            lines.append(Paragraph.of(f"{name}: {'; '.join(shared)}"))
    return tuple(lines) or (Paragraph.of("–", Mark.MUTED),)


def _statement(record: Record, said: Statement, _: Translator) -> Row:
    where = [
        said.who.text(_.language),
        partial(said.date, _.language),
        said.place.text(_.language),
        from_sources(record, (said.source,), _=_),
    ]
    quote = Paragraph((Run(f"«{said.quote}»" if said.quote else "–"),), language=said.language)
    claims = [paragraph for claim in said.claims for paragraph in _claim(record, claim, _)]
    return Row((tuple(Paragraph.of(line) for line in where if line), (quote,), tuple(claims) or (Paragraph.of("–"),)))


def _claim(record: Record, claim: Claim, _: Translator) -> Iterator[Paragraph]:
    yield Paragraph.of(claim.says.text(_.language))
    result = Run(_(RESULTS[claim.result]), Mark.STRONG)
    found = f": {claim.found.text(_.language)}" if claim.found else ""
    dated = f" ({partial(claim.date, _.language)})" if claim.date.known else ""
    source = f" – {from_sources(record, (claim.source,), _=_)}" if claim.source else ""
    yield Paragraph((result, Run(found + dated + source)), Style.SMALL)


def _reaction(record: Record, reaction: Reaction, _: Translator) -> Row:
    about = (
        Paragraph.of(reaction.about.text(_.language)),
        Paragraph.of(from_sources(record, (reaction.source,), _=_), style=Style.SMALL),
    )
    cells: tuple[Cell, ...] = (
        (Paragraph.of(reaction.body.text(_.language)),),
        (Paragraph.of(reaction.symbol or "–"),),
        (Paragraph.of(partial(reaction.date, _.language) or "–"),),
        about,
    )
    return Row(cells)
