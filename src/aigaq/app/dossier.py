"""What a person does to a dossier: make one, add an account of an event."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from aigaq.app.save import save
from aigaq.bill.dossier import HEAD, TABLES, find, plain_files, read_dossier, with_row
from aigaq.bill.faults import read_text
from aigaq.bill.regimes import regimes
from aigaq.errors import Refused, UsageError
from aigaq.evidence.log import Log
from aigaq.values import Language


def new_dossier(
    folder: Path, *, title: str, language: Language, jurisdiction: str, id: str | None = None
) -> list[Path]:
    """Make a dossier and return the paths of its files.

    Args:
        folder: Where; it is made when it is not there.
        title: Title of the bill.
        language: Language of the title.
        jurisdiction: Code of the country.
        id: Sixteen hexadecimal digits; random ones when None.

    Raises:
        Refused: ``dossier.exists``: there is a dossier already; or no regime is known for the country.
        UsageError: ``dossier.title``: the title cannot be printed.
    """
    if not title.strip() or not title.isprintable():
        raise UsageError("dossier.title", "The bill needs a title that can be printed.", hint="Type it again.")
    if (folder / HEAD).exists():
        raise Refused(
            "dossier.exists",
            "{name} holds a dossier already.",
            hint="Give another folder, or work on this one with --dossier.",
            name=folder.name or "this folder",
        )
    made = plain_files(
        id=id or os.urandom(8).hex(),
        jurisdiction=jurisdiction,
        title=title.strip(),
        language=language,
        regimes=regimes(jurisdiction),
    )
    order = sorted(made, key=lambda name: name == HEAD)
    return [path for name in order for path in _written(folder, name, made[name])]


def _written(folder: Path, name: str, text: str) -> list[Path]:
    """Write a file that is not there yet; ``dossier.toml`` comes last, so that half a dossier is none."""
    path = folder / name
    return [] if path.exists() else save({path.name: text.encode()}, path.parent)


def add_event(folder: Path, *, event: Mapping[str, str], source: Mapping[str, str]) -> list[Path]:
    """Add a row to ``events.csv``, and to ``sources.csv`` if its source is new; what would be wrong is not written.

    Args:
        folder: The dossier.
        event: Cells of the row, by column.
        source: Cells of the source, by column; its ``kind`` and ``title`` only for a new one.

    Raises:
        UnreadableInput: ``dossier.faults``: a cell is wrong; nothing was written.
    """
    known = read_dossier(find(folder)).sources
    _check_capture(folder, event.get("capture", ""))
    texts = {"events.csv": _text(folder, "events.csv", event)}
    if source["source"] not in known:
        texts["sources.csv"] = _text(folder, "sources.csv", source)
    read_dossier(folder, instead=texts)
    return [path for name in sorted(texts, reverse=True) for path in save({name: texts[name].encode()}, folder)]


def _check_capture(folder: Path, number: str) -> None:
    """Refuse the number of an entry that the log does not have."""
    log = folder / "log"
    size = Log.open(log).size if log.is_dir() else 0
    if number and not (number.isascii() and number.isdigit() and int(number) < size):
        raise UsageError(
            "dossier.capture",
            "The log has no entry {number}; it has {size}, counted from 0.",
            hint="Capture the page first; the command prints the number of its entry.",
            number=number[:20],
            size=size,
        )


def _text(folder: Path, name: str, row: Mapping[str, str]) -> str:
    path = folder / name
    held = read_text(path, name=name, mark=True) if path.exists() else ""
    return with_row(held, row, columns=TABLES[name])
