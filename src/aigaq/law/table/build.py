"""The comparative table as a document: opening, watch terms, table, differences of the copies, cross-check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from aigaq.document.model import Column, Document, Facet, Paragraph, Section, Table
from aigaq.law.compare.change import Comparison
from aigaq.law.table.apart import copies, ledger
from aigaq.law.table.form import Form, FormColumn, form
from aigaq.law.table.opening import opening, summary
from aigaq.law.table.origin import Origin
from aigaq.law.table.rows import Entry, entries, rows, tags
from aigaq.law.table.watched import watched
from aigaq.law.table.words import KINDS
from aigaq.locale import Translator, translator
from aigaq.text.watch import WatchTerm
from aigaq.values import Language


def table(
    comparison: Comparison,
    *,
    profile: Mapping[str, object],
    language: Language,
    version: str,
    watch: Sequence[WatchTerm] = (),
    origin: Origin | None = None,
) -> Document:
    """Return the comparative table of a comparison, ready for any writer.

    Args:
        comparison: What was found.
        profile: Columns, headings, groups: `aigaq.profiles.profile`.
        language: Language of everything that is not the wording of the law.
        version: Version of this program, which the document states.
        watch: Terms whose rows are flagged and listed at the top.
        origin: Where the new text comes from when it is no file but the work of amending acts.

    Raises:
        UsageError: ``profile.table`` when the profile describes no table that can be filled in.
    """
    _ = translator(language)
    shape = form(profile)
    found = entries(comparison.changes, watched(comparison.changes, watch))
    title = comparison.new.title.value or comparison.old.title.value
    name = shape.titles[language]
    return Document(
        f"{name}: {title}" if title else name,
        language,
        (
            opening(comparison, form=shape, version=version, origin=origin, _=_),
            *(origin.sections if origin else ()),
            *((summary(found, watch=watch, _=_),) if watch else ()),
            _main(comparison, found, form=shape, watch=watch, _=_),
            copies(comparison, _),
            *(() if origin else (ledger(comparison, found, _=_),)),
        ),
        running=f"{name}: {title}. {_('Unofficial')}" if title else f"{name}. {_('Unofficial')}",
    )


def _main(
    comparison: Comparison, found: Sequence[Entry], *, form: Form, watch: Sequence[WatchTerm], _: Translator
) -> Section:
    terms = [term.surface for term in watch]
    columns = tuple(_column(column, comparison, _.language) for column in form.columns)
    body = tuple(rows(found, comparison, form=form, watch=terms, _=_))
    main = Table(columns, body, _facets(found, terms, _), main=True)
    blocks = (main,) if found else (Paragraph.of(_("No change of the law.")), main)
    return Section(_("Changes"), blocks, "changes", form.titles[_.language][:31])


def _column(column: FormColumn, comparison: Comparison, language: Language) -> Column:
    spoken = {"unit": comparison.new, "old": comparison.old, "new": comparison.new}.get(column.role)
    return Column(
        column.titles[language],
        column.width,
        spoken.language if spoken and column.role != "unit" else None,
        centred=column.role == "number",
    )


def _facets(found: Sequence[Entry], terms: Sequence[str], _: Translator) -> tuple[Facet, ...]:
    counts = Counter(name for entry in found for name in tags(entry, terms))
    kinds = tuple(
        (f"kind-{kind}", f"{_(words)} ({counts[f'kind-{kind}']})")
        for kind, words in KINDS.items()
        if counts[f"kind-{kind}"]
    )
    notes = (("noted", _("explained")), ("unnoted", _("not explained")))
    return (
        Facet(_("What happened"), kinds if len(kinds) > 1 else ()),
        Facet(
            _("By a note"), tuple((tag, f"{word} ({counts[tag]})") for tag, word in notes) if counts["noted"] else ()
        ),
        Facet(
            _("Watch terms"),
            tuple((f"watch-{at}", f"{term} ({counts[f'watch-{at}']})") for at, term in enumerate(terms)),
        ),
    )
