"""``aigaq demo``: the main job on a fictional law, start to finish."""

from __future__ import annotations

from pathlib import Path

import click

from aigaq.app.law import watch_terms
from aigaq.cli.language import _
from aigaq.cli.main import main
from aigaq.cli.progress import progress
from aigaq.cli.summary import made, summary


@main.command("demo", help=_("Compare and amend a fictional law, and judge the course of a real bill."))
@click.option("--out", type=click.Path(path_type=Path), default=Path("out/demo"), help=_("Folder [out/demo]."))
@click.option("--quiet", is_flag=True, help=_("Show no progress."))
def run_demo(out: Path, *, quiet: bool) -> None:
    """Run the demo and name the files it made."""
    from aigaq.app.demo import WATCH, apply_bill, demo, examples, judge_bill
    from aigaq.bill.sheet.sheet import result
    from aigaq.cli.applied import applied_summary

    click.echo(_("The law is fictional. It was written for this demo, in real drafting technique."))
    with progress(quiet=quiet) as step:
        shown = demo(examples(Path.cwd()), out, step=step)
        bills = apply_bill(examples(Path.cwd()), out, step=step)
        judged = judge_bill(examples(Path.cwd()), out, step=step)
    for table in shown:
        click.echo()
        click.echo(summary(table.comparison, watch_terms(WATCH[table.comparison.new.language])))
        click.echo(made(table.paths))
    for bill in bills:
        click.echo()
        click.echo(applied_summary([bill.act], [bill.applied], pair=bill.pairing))
        click.echo(made(bill.paths))
    click.echo()
    click.echo(judged.record.dossier.head.title(_.language))
    click.echo(result(judged.record, _))
    click.echo(made(judged.paths))
    click.echo()
    click.echo(_("Open the .docx to send it, the .html to read and search it."))
