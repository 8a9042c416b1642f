"""``aigaq bill watch``: look at the pages that a dossier names, and say what is new."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigaq.app.day import day
from aigaq.app.save import save
from aigaq.cli.bill import DOSSIER, bill
from aigaq.cli.language import _
from aigaq.cli.law import FOUND
from aigaq.cli.progress import progress
from aigaq.errors import UsageError

if TYPE_CHECKING:
    from aigaq.bill.watch import Observation, Report

FILE = click.Path(path_type=Path, dir_okay=False)


@bill.command(help=_("Look at the pages that dossier.toml names, and say what is new since the look before."))
@DOSSIER
@click.option("--online", is_flag=True, help=_("Fetch the URLs: the servers will see the address of this machine."))
@click.option("--proxy", default="", metavar="URL", help=_("The way to the servers: socks5://127.0.0.1:9050 for Tor."))
@click.option("--since", metavar="DATE", help=_("Look at nothing; list what the looks from that day on saw."))
@click.option("--feed", type=FILE, metavar="FILE.atom", help=_("Write what was seen as an Atom feed."))
@click.option("--calendar", type=FILE, metavar="FILE.ics", help=_("Write the deadlines as a calendar."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.option("--quiet", is_flag=True, help=_("Print what is new, and nothing when nothing is."))
def watch(dossier: Path, **given: Any) -> None:
    """Look at pages; news, and pages that could not be looked at, end with exit code 1."""
    from aigaq.app.watch import report_data

    if given["since"] and given["online"]:
        raise UsageError(
            "watch.both",
            "--since looks at nothing, and --online does.",
            hint="Look first, then repeat the command with --since alone.",
        )
    report = _report(dossier, given)
    if given["as_json"]:
        click.echo(json.dumps(report_data(report), ensure_ascii=False, indent=1))
    else:
        _tell(report, quiet=given["quiet"])
    _write(dossier, report, given)
    if report.fault:
        raise report.fault
    if report.news:
        raise SystemExit(FOUND)


def _report(dossier: Path, given: dict[str, Any]) -> Report:
    from aigaq.app.watch import recount
    from aigaq.app.watch import watch as look
    from aigaq.evidence.capture import Terms

    since = day(given["since"])
    with progress(quiet=given["quiet"]) as step:
        if since:
            return recount(dossier, since=since, step=step)
        return look(dossier, online=given["online"], terms=Terms(proxy=given["proxy"]), step=step)


def _tell(report: Report, *, quiet: bool) -> None:
    for told in report.news:
        click.echo(_line(told))
    if quiet:
        return
    for line in _summary(report):
        click.echo(line)


def _line(told: Observation) -> str:
    """Return an observation in one line: when, in which entry of the log, what, where, and the sentence."""
    from aigaq.bill.watch.words import CODES

    seen = f"{told.after.time:%Y-%m-%d %H:%M} UTC (№ {told.after.entry})"
    text = f"{seen} {_(CODES[told.code])}: {told.url}: {told.text(_)}"
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _summary(report: Report) -> Iterator[str]:
    """Yield how many pages there are and how they stand, what is waited for, what was left out."""
    from aigaq.bill.watch import Code

    counts = report.counts
    yield _(
        "pages: {pages}; news: {news}; unchanged: {same}; layout only: {layout}; seen for the first time: {first}"
    ).format(
        pages=len(report.states),
        news=len(report.news),
        same=counts.get(Code.UNCHANGED, 0),
        layout=counts.get(Code.LAYOUT_ONLY, 0),
        first=counts.get(Code.FIRST_LOOK, 0),
    )
    for state in report.states:
        missing = [_named(kind) for kind, found in state.waited if not found]
        if missing:
            yield _("still waited for at {url}: {documents}").format(url=state.page.url, documents=", ".join(missing))
    for url, number in report.left_out.items():
        yield _("{url} links to more documents than are looked at; left out: {n}").format(url=url, n=number)


def _named(kind: str) -> str:
    from aigaq.bill.vocabulary import vocabulary

    return vocabulary().documents[kind].name(_.language)


def _write(dossier: Path, report: Report, given: dict[str, Any]) -> None:
    """Write the feed and the calendar, if they are asked for."""
    from aigaq.app.watch import calendar_file, deadlines, feed_file

    if not (given["feed"] or given["calendar"]):
        return
    now = datetime.now(UTC)
    due = deadlines(dossier, day=now.date())
    if feed := given["feed"]:
        save({feed.name: feed_file(dossier, deadlines=due, since=report.since, _=_)}, feed.parent)
    if calendar := given["calendar"]:
        save({calendar.name: calendar_file(dossier, deadlines=due, stamp=now, _=_)}, calendar.parent)
