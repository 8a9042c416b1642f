"""``aigaq bill new`` and ``aigaq bill event``: make a dossier, add to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from aigaq.cli.bill import DOSSIER, FOLDER, bill
from aigaq.cli.language import _
from aigaq.cli.law import LANGUAGES
from aigaq.cli.summary import made
from aigaq.values import Language


@bill.command(help=_("Make a dossier in FOLDER: plain files for the record of a bill."))
@click.argument("folder", type=FOLDER)
@click.option("--title", required=True, help=_("Title of the bill."))
@click.option("--lang", type=LANGUAGES, default="ru", help=_("Language of the title [ru]."))
@click.option("--jurisdiction", default="kz", help=_("Code of the country [kz]."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the names of the files as JSON."))
def new(folder: Path, title: str, lang: str, jurisdiction: str, *, as_json: bool) -> None:
    """Make a dossier."""
    from aigaq.app.dossier import new_dossier

    paths = new_dossier(folder, title=title, language=Language(lang), jurisdiction=jurisdiction)
    _tell(paths, as_json=as_json)


@bill.command(help=_("Add to the dossier what a source says of an event; the event itself when EVENT is new."))
@click.argument("event")
@DOSSIER
@click.option("--kind", help=_("What happened: reading, adopted, agenda-changed …"))
@click.option("--date", help=_("When: 2025-11-12, 2025-11, 2025-Q4, 2025-10-28/2025-10-29, ? behind it if uncertain."))
@click.option("--chamber", help=_("The chamber, as the regime names it."))
@click.option("--stage", help=_("The stage, as the regime names it."))
@click.option("--what", help=_("What happened, in words."))
@click.option("--minutes", help=_("How many minutes it took."))
@click.option("--acts", help=_("How many acts the bill amended then."))
@click.option("--subjects", help=_("What the bill was about then, words with spaces between."))
@click.option("--document", help=_("The document that it is about, as documents.csv names it."))
@click.option("--certainty", type=click.Choice(["certain", "probable", "doubtful"]), help=_("How sure the source is."))
@click.option("--capture", help=_("Number of the entry of the log that shows it."))
@click.option("--note", help=_("A remark."))
@click.option("--source", required=True, help=_("The source, as sources.csv names it, or a new name."))
@click.option(
    "--source-kind", help=_("For a new source: law, official, press, civil-society, international, own-look.")
)
@click.option("--source-title", help=_("For a new source: what it is called."))
@click.option("--source-url", help=_("For a new source: where it can be found."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the names of the files as JSON."))
def event(dossier: Path, **given: Any) -> None:
    """Add an account of an event."""
    from aigaq.app.dossier import add_event

    as_json = given.pop("as_json")
    own = {
        name.removeprefix("source_"): given.pop(name) or "" for name in ("source_kind", "source_title", "source_url")
    }
    row = {name: value or "" for name, value in given.items()}
    _tell(add_event(dossier, event=row, source={"source": row["source"], **own}), as_json=as_json)


def _tell(paths: list[Path], *, as_json: bool) -> None:
    if as_json:
        values = {"schema": "aigaq/files", "version": 1, "files": [str(path) for path in paths]}
        click.echo(json.dumps(values, ensure_ascii=False))
    else:
        click.echo(made(paths))
