"""``aigaq law check``: a published comparative table held against what the act does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.app.formats import CHECKED
from aigaq.app.law import residue
from aigaq.app.save import save
from aigaq.cli.amend import open_named
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND, LANGUAGES, TEXT_LANGUAGES, formats_of, language_of, law
from aigaq.cli.progress import progress
from aigaq.cli.summary import made
from aigaq.values import translated

if TYPE_CHECKING:
    from aigaq.app.amend import Applied
    from aigaq.law.check import Check, Finding

MOST = 40
"""Findings shown here; the files have all of them."""

USUAL = "md,json,docx"


@law.command(help=_("Hold a published comparative table TABLE (DOCX, XLSX, HTML) against what the act does."))
@click.argument("table", type=FILE)
@click.option("--act", type=FILE, required=True, help=_("The amending act."))
@click.option("--law", "law_", metavar="LAW", required=True, help=_("The law in force: FILE, or TITLE=FILE."))
@click.option("--lang", type=LANGUAGES, help=_("Language of headings and remarks; else that of the law."))
@click.option("--out", type=FILE, default=Path("table-check"), help=_("Folder for the files [table-check]."))
@click.option("--format", "formats", help=_("Formats, with commas between: {all}.").format(all=",".join(CHECKED)))
@click.option("--profile", default="kz", help=_("What the headings of such tables are called [kz]."))
@click.option("--title", help=_("Title of the law, if the text does not state it."))
@click.option("--date", help=_("Edition date (2026-04-01), if the text does not state it."))
@click.option("--text-language", type=TEXT_LANGUAGES, help=_("Language of the texts, if it was misread."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the JSON, write no files."))
@click.option("--quiet", is_flag=True, help=_("Show no progress and print nothing but errors."))
def check(table: Path, **given: Any) -> None:
    """Check a published comparative table; findings end with exit code 1."""
    from aigaq.app.check import check_files

    formats = ("json",) if given["as_json"] else formats_of(given["formats"] or USUAL, CHECKED)
    with progress(quiet=given["quiet"]) as step:
        applied = _applied(given, step)
        found = _found(table, applied, given, step)
        step("write")
        files = check_files(
            found,
            formats=formats,
            language=language_of(given["lang"]),
            forbidden=residue([Path.cwd(), given["out"]]),
        )
        paths = [] if given["as_json"] else save(files, given["out"])
    if given["as_json"]:
        click.echo(files["table-check.json"].decode(), nl=False)
    elif not given["quiet"]:
        click.echo("\n".join(_summary(found, applied)))
        click.echo(made(paths))
    if not found.holds:
        raise SystemExit(FOUND)


def _applied(given: dict[str, Any], step: Any) -> Applied:
    from aigaq.app.amend import apply_acts, open_act

    act = open_act(given["act"], in_language=language_of(given["text_language"]), step=step)
    return apply_acts([act], [open_named(given["law_"], given, step=step)], step=step)[0]


def _found(table: Path, applied: Applied, given: dict[str, Any], step: Any) -> Check:
    from aigaq.app.check import check_table

    left = (piece for outcome in applied.steps[0].unresolved for piece in outcome.pieces)
    unsure = {piece.eid for piece in left}
    return check_table(table, applied.comparison, unsure=unsure, profile=given["profile"], step=step)


def _summary(found: Check, applied: Applied) -> Iterator[str]:
    """Yield the result, what could not be applied, and every finding with its place."""
    from aigaq.law.amend.words import verdict
    from aigaq.law.check.report import result

    yield result(found, _)
    if applied.unresolved:
        yield f"{_('warning')}: {verdict(applied.steps[0], _)}"
    for finding in found.findings[:MOST]:
        yield _line(finding)


def _line(finding: Finding) -> str:
    """Return a finding in one line: what is wrong, with which unit, where in the table, why."""
    from aigaq.law.check.report import COUNTED

    named = ": ".join(part for part in (_(COUNTED[finding.code]), finding.label or finding.named) if part)
    place = f" ({finding.place.message().text(_)})" if finding.place else ""
    reason = translated(finding.reason, _)
    return f"{named}{place}" + (f": {reason}" if reason else "") + f" [{finding.code.value}]"
