"""``aigaq bill``: the record of a bill, what was published when, and how the procedure is judged."""

from __future__ import annotations

from pathlib import Path

import click

from aigaq.cli.language import _
from aigaq.cli.main import main

FOLDER = click.Path(path_type=Path, file_okay=False)

DOSSIER = click.option("--dossier", type=FOLDER, default=Path(), help=_("Folder of the dossier [the current folder]."))
"""The option that every command on a dossier takes."""


@main.group(help=_("Bills: what was published when, and how the procedure is judged."))
def bill() -> None:
    """Hold the commands on bills together."""
