"""``aigaq doctor``: which optional tools are here, and what each is for."""

from __future__ import annotations

import shutil

import click

from aigaq.app.doctor import TOOLS, examine
from aigaq.cli.language import _
from aigaq.cli.main import main


@main.command(help=_("Name the optional tools: what is there, and what each is for."))
def doctor() -> None:
    """Print one line a tool."""
    for finding in examine(TOOLS, which=shutil.which):
        mark = _("there") if finding.found else _("absent")
        click.echo(f"{finding.tool.name:<14} {mark:<8} {finding.tool.purpose}")
        if not finding.found:
            click.echo(f"{'':<23} {finding.tool.hint}")
