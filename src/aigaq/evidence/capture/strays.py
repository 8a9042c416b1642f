"""Files beside the captures that no entry of the log names: what an interruption leaves behind."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from aigaq.evidence.capture.keep import CAPTURES, PART, SUFFIX

_MONTH: Final = re.compile(r"\d{4}-\d\d", re.ASCII)


def strays(dossier: Path, *, logged: Collection[str], since: str = "") -> Iterator[str]:
    """Yield the path, inside the dossier, of each unfinished or unlogged file; none is touched.

    Args:
        dossier: Folder of the dossier.
        logged: Paths that entries name.
        since: Such a path: only the files of this month and later ones are looked at, and no finished one
            that is older. Without it, all are.
    """
    month, _, name = since.removeprefix(f"{CAPTURES}/").partition("/")
    for folder in sorted(_months(dossier / CAPTURES)):
        if folder.name >= month:
            yield from sorted(_in(folder, logged, name.partition("-")[0] if folder.name == month else ""))


def _months(captures: Path) -> list[Path]:
    return [path for path in captures.iterdir() if _MONTH.fullmatch(path.name)] if captures.is_dir() else []


def _in(folder: Path, logged: Collection[str], moment: str) -> Iterator[str]:
    with os.scandir(folder) as files:
        for file in files:
            path = f"{CAPTURES}/{folder.name}/{file.name}"
            if file.name.endswith(PART) or (file.name.endswith(SUFFIX) and file.name >= moment and path not in logged):
                yield path
