"""The opening of a comparative table: what was compared, with what result, and what a reader must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aigaq.document.model import Cell, Facts, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.document.model import Column as DocumentColumn
from aigaq.law.compare.change import Comparison
from aigaq.law.structure.unit import Tree
from aigaq.law.table.form import Form
from aigaq.law.table.origin import Origin
from aigaq.law.table.rows import Entry
from aigaq.law.table.words import KINDS, edition, source
from aigaq.locale import Translator, day, number, percent
from aigaq.text.watch import WatchTerm
from aigaq.values import translated


def opening(
    comparison: Comparison, *, form: Form, version: str, origin: Origin | None = None, _: Translator
) -> Section:
    """Return what was compared, the hashes, the proof and the warnings."""
    proof = comparison.proof
    pairs = (
        (_("Old text"), compared(comparison.old, _)),
        *(origin.facts if origin else ((_("New text"), compared(comparison.new, _)),)),
        (_("Result"), (Paragraph.of(result(comparison, _)),)),
        (_("Proof"), (Paragraph.of(proof_sentence(comparison, _)),)),
        (_("How to read it"), (_legend(_),)),
        (_("Made with"), (Paragraph.of(f"aigaq {version}"), *_unverified(form, _))),
        *_warnings(comparison, _),
    )
    unofficial = Paragraph.of(
        _("Unofficial. Made by a program from the two texts named here; the official text of the law prevails."),
        style=Style.NOTE,
    )
    broken = _("The proof does not hold, so this table may be wrong: {where}.").format(where=proof.first_difference)
    alarm = () if proof.holds else (Paragraph.of(broken, style=Style.WARNING),)
    return Section("", (*alarm, unofficial, Facts(pairs)), sheet=_("What was compared"))


def compared(tree: Tree, _: Translator) -> Cell:
    """Return what identifies one of the two texts."""
    title = tree.title.value or _("title not stated")
    told = f" ({source(tree.title, _)})" if tree.title.value else ""
    lines = [Paragraph((Run(title, Mark.STRONG), Run(told)))]
    lines.append(Paragraph.of(edition(tree.edition, _)))
    if tree.edition.value is None and tree.not_before:
        bound = _("not older than {date}: a note calls an act of that date in force")
        lines.append(Paragraph.of(bound.format(date=day(tree.not_before, _.language))))
    lines.append(Paragraph((Run("SHA-256 "), Run(tree.source.sha256, Mark.CODE))))
    return tuple(lines)


def result(comparison: Comparison, _: Translator) -> str:
    """Return how many changes there are, of which kinds.

    The sentence says so too when there are none: a table without rows is a finding, not a failure.
    """
    counts = Counter(change.kind for change in comparison.changes)
    total = len(comparison.changes)
    if not total:
        return _("No change of the law.")
    sentence = _.plural("{n} change", "{n} changes", total).format(n=number(total, _.language))
    kinds = (f"{_(words)} – {number(counts[kind], _.language)}" for kind, words in KINDS.items() if counts[kind])
    return f"{sentence}: {', '.join(kinds)}."


def proof_sentence(comparison: Comparison, _: Translator) -> str:
    """Return whether old text + changes = new text, and how much the changes are."""
    proof, language = comparison.proof, _.language
    deleted = sum(change.deleted for change in comparison.changes)
    inserted = sum(change.inserted for change in comparison.changes)
    holds = (
        _("Old text + changes = new text: holds.")
        if proof.holds
        else _("Old text + changes = new text: does NOT hold.")
    )
    unchanged = _.plural(
        "{n} of {m} unit is unchanged ({share}).", "{n} of {m} units are unchanged ({share}).", proof.units
    ).format(
        n=number(proof.unchanged, language),
        m=number(proof.units, language),
        share=percent(proof.unchanged_share, language),
    )
    out = _.plural("{n} word taken out", "{n} words taken out", deleted).format(n=number(deleted, language))
    put = _.plural("{n} word put in", "{n} words put in", inserted).format(n=number(inserted, language))
    return f"{holds} {unchanged} {out[:1].upper()}{out[1:]}, {put}."


def summary(found: Sequence[Entry], *, watch: Sequence[WatchTerm], _: Translator) -> Section:
    """Return which rows hold which watch term, linked."""
    columns = (
        DocumentColumn(_("Term"), 30),
        DocumentColumn(_("Rows where the new wording holds it"), 35),
        DocumentColumn(_("Rows where only the old wording holds it"), 35),
    )
    table = Table(columns, tuple(_summary_row(term.surface, found, _) for term in watch))
    told = _("Looked for in every grammatical form, in the wordings of the changed units only.")
    return Section(_("Watch terms"), (Paragraph.of(told, style=Style.SMALL), table), "watch", _("What was compared"))


def _summary_row(term: str, found: Sequence[Entry], _: Translator) -> Row:
    new = [entry for entry in found if any(hit.term.surface == term for hit in entry.hits.new)]
    old = [entry for entry in found if entry.hits.holds(term) and entry not in new]
    return Row(((Paragraph.of(term, Mark.STRONG),), _links(new, _), _links(old, _)))


def _links(found: Sequence[Entry], _: Translator) -> Cell:
    if not found:
        return (Paragraph.of(_("none"), Mark.MUTED),)
    return tuple(Paragraph((Run(f"{entry.number}. {entry.change.label}", link=entry.anchor),)) for entry in found)


def _legend(_: Translator) -> Paragraph:
    return Paragraph(
        (
            Run(_("taken out"), Mark.DELETED),
            Run(" · "),
            Run(_("put in"), Mark.INSERTED),
            Run(" · "),
            Run(_("watch term"), watched=True),
            Run(" ▲"),
        )
    )


def _unverified(form: Form, _: Translator) -> Cell:
    if form.verified:
        return ()
    told = _("Form of the table: profile {name}; its headings are not checked against an official form.")
    return (Paragraph.of(told.format(name=form.name)),)


def _warnings(comparison: Comparison, _: Translator) -> tuple[tuple[str, Cell], ...]:
    named = ((_("Warnings, old text"), comparison.old), (_("Warnings, new text"), comparison.new))
    return tuple(
        (title, tuple(Paragraph.of(translated(warning, _)) for warning in tree.warnings))
        for title, tree in named
        if tree.warnings
    )
