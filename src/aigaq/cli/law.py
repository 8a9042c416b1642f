"""``aigaq law``: parse one text, compare two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from aigaq.app.law import Order, compare_laws, open_law, residue, table_files, watch_terms
from aigaq.app.outline import counts, outline
from aigaq.app.save import save
from aigaq.app.stated import Statement
from aigaq.cli.language import _
from aigaq.cli.main import main
from aigaq.cli.progress import progress
from aigaq.cli.summary import made, summary
from aigaq.errors import UsageError
from aigaq.law.structure import Tree, label
from aigaq.law.table import FORMATS
from aigaq.values import Language, translated

FILE = click.Path(path_type=Path)
LANGUAGES = click.Choice([language.value for language in Language])
TEXT_LANGUAGES = click.Choice(["ru", "kk"])
FOUND = 1
WARNINGS = 20
"""Warnings shown before the rest is only counted."""


@main.group(help=_("Laws: their units, and what changed between two editions."))
def law() -> None:
    """Hold the commands on laws together."""


@law.command(help=_("Show the units of FILE: a law as TXT, MD, HTML, DOCX, PDF or RTF."))
@click.argument("file", type=FILE)
@click.option("--units", "all_units", is_flag=True, help=_("List every unit with its identifier and name."))
@click.option("--notes", is_flag=True, help=_("List every editorial note that was taken out of the law."))
@click.option("--text-language", type=TEXT_LANGUAGES, help=_("Language of the text, if it was misread."))
@click.option("--title", help=_("Title of the act, if the text does not state it."))
@click.option("--date", help=_("Edition date (2026-04-01), if the text does not state it."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.option("--quiet", is_flag=True, help=_("Show no progress."))
def parse(file: Path, text_language: str | None, title: str | None, date: str | None, **wanted: bool) -> None:
    """Print the units of one text."""
    with progress(quiet=wanted["quiet"]) as step:
        said = Statement(title, date)
        tree = open_law(file, statement=said, in_language=language_of(text_language), step=step)
    if wanted["as_json"]:
        click.echo(json.dumps(outline(tree), ensure_ascii=False, indent=2))
        return
    _print_tree(tree)
    if wanted["all_units"]:
        for unit in tree.units[1:]:
            click.echo(f"{unit.eid:<42} {label(tree, unit)}")
    if wanted["notes"]:
        for note in tree.notes:
            click.echo(f"{note.unit:<42} {' '.join(tree.source.text[note.start : note.end].split())}")


def _print_tree(tree: Tree) -> None:
    unknown = _("not stated")
    click.echo(f"{_('title')}: {tree.title.value or unknown}")
    click.echo(f"{_('edition')}: {tree.edition.value or unknown}")
    if tree.not_before:
        click.echo(f"{_('not older than')}: {tree.not_before.isoformat()}")
    click.echo(f"{_('language')}: {tree.language.value}")
    click.echo(f"SHA-256: {tree.source.sha256}")
    for kind, number in counts(tree).items():
        click.echo(f"{number:>7} {kind}")
    click.echo(f"{len(tree.notes):>7} {_('notes')}")
    for warning in tree.warnings[:WARNINGS]:
        click.echo(f"{_('warning')}: {translated(warning, _)}")
    more = len(tree.warnings) - WARNINGS
    if more > 0:
        click.echo(
            _.plural(
                "and {n} more warning (--json lists all)", "and {n} more warnings (--json lists all)", more
            ).format(n=more)
        )


@law.command(help=_("Compare two editions of a law, prove the result, write the comparative table."))
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--watch", multiple=True, metavar="TERM", help=_("Flag rows that hold TERM in any inflected form."))
@click.option("--lang", type=LANGUAGES, help=_("Language of headings and remarks; else that of the law."))
@click.option("--out", type=FILE, default=Path("comparison"), help=_("Folder for the files [comparison]."))
@click.option("--format", "formats", help=_("Formats, with commas between: {all}.").format(all=",".join(FORMATS)))
@click.option("--profile", default="kz", help=_("Form of the table [kz]."))
@click.option("--title", help=_("Title of the act, if the texts do not state it."))
@click.option("--old-date", help=_("Edition date of OLD (2026-01-15), if the text does not state it."))
@click.option("--new-date", help=_("Edition date of NEW (2026-04-01), if the text does not state it."))
@click.option("--text-language", type=TEXT_LANGUAGES, help=_("Language of the texts, if it was misread."))
@click.option("--check", is_flag=True, help=_("Exit with 1 if a change has no note, or a note no change."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the JSON, write no files."))
@click.option("--quiet", is_flag=True, help=_("Show no progress and print nothing but errors."))
def compare(old: Path, new: Path, out: Path, **given: Any) -> None:
    """Compare two texts and write the table."""
    order = Order(
        formats=("json",) if given["as_json"] else formats_of(given["formats"]),
        language=language_of(given["lang"]),
        watch=given["watch"],
        profile=given["profile"],
    )
    terms = watch_terms(order.watch)
    spoken = language_of(given["text_language"])
    with progress(quiet=given["quiet"]) as step:
        dates = (given["old_date"], given["new_date"])
        trees = [
            open_law(path, statement=Statement(given["title"], date), in_language=spoken, step=step)
            for path, date in zip((old, new), dates, strict=True)
        ]
        comparison = compare_laws(trees[0], trees[1], step=step)
        step("write")
        files = table_files(comparison, order, forbidden=residue([old.parent, new.parent, out]))
        paths = [] if given["as_json"] else save(files, out)
    if given["as_json"]:
        click.echo(next(iter(files.values())).decode(), nl=False)
    elif not given["quiet"]:
        click.echo(summary(comparison, terms))
        click.echo(made(paths))
    if given["check"] and (comparison.ledger.unexplained or comparison.ledger.unfulfilled):
        raise SystemExit(FOUND)


def language_of(asked: str | None) -> Language | None:
    """Return the language asked for, if any."""
    return Language(asked) if asked else None


def formats_of(asked: str | None, known: tuple[str, ...] = FORMATS) -> tuple[str, ...]:
    """Return the formats asked for; all that are known when none is.

    Raises:
        UsageError: One of them is not known.
    """
    if not asked:
        return known
    formats = tuple(word.strip().lower() for word in asked.split(",") if word.strip())
    unknown = [word for word in formats if word not in known]
    if unknown or not formats:
        raise UsageError(
            "cli.format",
            "There is no format {name}.",
            hint="Choose among {all}, with commas between.",
            name=", ".join(unknown) or "«»",
            all=", ".join(known),
        )
    return formats
