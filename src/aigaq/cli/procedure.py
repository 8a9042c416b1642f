"""``aigaq bill check`` and ``aigaq bill timeline``: judge the procedure, show what happened when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from aigaq.app.day import day
from aigaq.app.law import residue
from aigaq.app.save import save
from aigaq.cli.bill import DOSSIER, bill
from aigaq.cli.language import _
from aigaq.cli.law import FILE, FOUND, LANGUAGES, formats_of, language_of
from aigaq.cli.progress import progress
from aigaq.cli.summary import made
from aigaq.locale import say
from aigaq.values import Message

if TYPE_CHECKING:
    from aigaq.bill.checks import Finding
    from aigaq.bill.record import Record

_F = TypeVar("_F", bound=Callable[..., Any])

SHEET = ("docx", "html", "csv", "json", "xlsx")
TIMELINE = ("docx", "html", "csv", "json", "svg", "xlsx")


def _options(folder: str, *, language: str, out: str, formats: tuple[str, ...]) -> Callable[[_F], _F]:
    """Return the options of a command that writes files about a dossier."""
    asked = (
        DOSSIER,
        click.option("--date", help=_("The day on which it is judged [today].")),
        click.option("--lang", type=LANGUAGES, help=language),
        click.option("--out", type=FILE, default=Path(folder), help=out),
        click.option(
            "--format", "formats", help=_("Formats, with commas between: {all}.").format(all=",".join(formats))
        ),
        click.option("--json", "as_json", is_flag=True, help=_("Print the JSON, write no files.")),
        click.option("--quiet", is_flag=True, help=_("Show no progress and print nothing but errors.")),
    )

    def asking(command: _F) -> _F:
        for option in reversed(asked):
            command = option(command)
        return command

    return asking


@bill.command(help=_("Judge the procedure by the rules of the regime and by international standards; write the sheet."))
@_options(
    "procedure",
    language=_("Language of the sheet [that of the terminal]."),
    out=_("Folder for the files [procedure]."),
    formats=SHEET,
)
def check(dossier: Path, **given: Any) -> None:
    """Judge the procedure; a breach, or a standard that is not met, ends with exit code 1."""
    from aigaq.app.bill import sheet_files
    from aigaq.bill.sheet.findings import LOUD

    record, files = _made(dossier, given, sheet_files, SHEET)
    _tell(record, files, given, _findings(record))
    if any(finding.verdict in LOUD for finding in record.findings):
        raise SystemExit(FOUND)


@bill.command(help=_("Show what happened when, as a table and as a picture."))
@_options(
    "timeline",
    language=_("Language of the timeline [that of the terminal]."),
    out=_("Folder for the files [timeline]."),
    formats=TIMELINE,
)
def timeline(dossier: Path, **given: Any) -> None:
    """Show what happened when."""
    from aigaq.app.bill import timeline_files

    record, files = _made(dossier, given, timeline_files, TIMELINE)
    _tell(record, files, given, _entries(record))


def _made(dossier: Path, given: dict[str, Any], write: Any, known: tuple[str, ...]) -> tuple[Record, dict[str, bytes]]:
    from aigaq.app.bill import open_record

    formats = ("json",) if given["as_json"] else formats_of(given["formats"] or ",".join(known), known)
    with progress(quiet=given["quiet"]) as step:
        today = datetime.now(UTC).date()
        record = open_record(dossier, day=day(given["date"]) or today, step=step)
        step("write")
        language = language_of(given["lang"]) or _.language
        forbidden = residue([Path.cwd(), given["out"], dossier])
        return record, dict(write(record, formats=formats, language=language, forbidden=forbidden))


def _tell(record: Record, files: dict[str, bytes], given: dict[str, Any], lines: Iterator[str]) -> None:
    if given["as_json"]:
        click.echo(next(iter(files.values())).decode(), nl=False)
        return
    paths = save(files, given["out"])
    if not given["quiet"]:
        click.echo("\n".join([_title(record), *lines]))
        click.echo(made(paths))


def _title(record: Record) -> str:
    return f"{record.dossier.head.title(_.language)} · {say(Message('as of {day}', day=record.day), _)}"


def _findings(record: Record) -> Iterator[str]:
    """Yield the result, and every finding in a line: verdict, occasion, fact, rule."""
    from aigaq.bill.sheet.findings import LOUD
    from aigaq.bill.sheet.sheet import result

    yield result(record, _)
    loud = [finding for finding in record.findings if finding.verdict in LOUD]
    yield from map(_line, loud)
    yield from (_line(finding) for finding in record.findings if finding.verdict not in LOUD)


def _line(finding: Finding) -> str:
    from aigaq.bill.checks import NAMES
    from aigaq.bill.sheet.findings import CHECK_FIRST, unsure

    subject, fact = say(finding.outcome.subject, _), say(finding.outcome.fact, _)
    why = f" ({say(finding.why, _)})" if finding.why else ""
    doubt = f" {_(CHECK_FIRST)}" if unsure(finding) else ""
    return f"{_(NAMES[finding.verdict])}: {subject}: {fact}{why} [{finding.rule.id}]{doubt}"


def _entries(record: Record) -> Iterator[str]:
    from aigaq.bill.timeline import entries
    from aigaq.bill.timeline.entry import when

    for entry in entries(record, _=_):
        yield f"{when(entry, _=_)}: {entry.kind.names[_.language]}" + (f": {entry.what}" if entry.what else "")
