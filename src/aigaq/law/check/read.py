"""The one door to published tables: a file in, its rows out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from pathlib import Path

from aigaq.errors import UnreadableInput
from aigaq.law.check.grid import Grids
from aigaq.law.check.known import Known, known
from aigaq.law.check.rows import rows
from aigaq.law.check.table import OfficialTable
from aigaq.law.read.detect import Format, detect
from aigaq.law.read.limits import LIMITS, Budget, Clock, Limits
from aigaq.profiles import profile as profile_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_table(
    path: Path,
    *,
    profile: Mapping[str, object] | None = None,
    limits: Limits = LIMITS,
    clock: Clock = time.monotonic,
) -> OfficialTable:
    """Return the rows of the comparative table in the file at ``path``.

    Args:
        path: A DOCX, XLSX or HTML file; what it is shows in its bytes, not in its name.
        profile: What its headings may be called: `aigaq.profiles.profile`; that of Kazakhstan when None.
        limits: Bounds on size, time and nesting.
        clock: Seconds since some moment, for the bound on time.

    Raises:
        UnreadableInput: The file cannot be read, or not within the limits; ``check.format`` when it is of
            another format.
        Refused: ``check.no-columns`` when no table has the columns of a comparative table, ``check.columns`` when
            two columns of one have the same meaning, ``read.tracked-changes``.
    """
    budget = Budget.start(path.name, limits=limits, clock=clock)
    data = _bytes(path, budget=budget)
    words = known(profile or profile_of("kz"))
    return read_table_bytes(data, words=words, budget=budget)


def read_table_bytes(data: bytes, *, words: Known, budget: Budget) -> OfficialTable:
    """Return the rows of the comparative table in a file given as its bytes; see `read_table`.

    Args:
        data: The bytes.
        words: What its headings may be called.
        budget: Name of the file and bounds.
    """
    budget.check_bytes(len(data))
    media, grids = _grids(data, budget=budget)
    found, remarks = rows(grids, words=words, name=budget.name)
    return OfficialTable(budget.name, media, hashlib.sha256(data).hexdigest(), found, (*grids.remarks, *remarks))


def _bytes(path: Path, *, budget: Budget) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(budget.limits.max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableInput(
            "read.missing", "There is no file {name}.", hint="Check the path and its spelling.", name=path.name
        ) from None
    except (OSError, ValueError):
        raise UnreadableInput(
            "check.unreadable",
            "{name} cannot be opened.",
            hint="Check that it is a file, and who may read it.",
            name=path.name or str(path),
        ) from None


def _grids(data: bytes, *, budget: Budget) -> tuple[str, Grids]:
    """Hand ``data`` to the reader of its format; heavy libraries are imported only there."""
    if _is_workbook(data):
        from aigaq.law.check.xlsx import xlsx_grids

        return XLSX, xlsx_grids(data, budget=budget)
    kind = detect(data, name=budget.name)
    if kind is Format.DOCX:
        from aigaq.law.check.docx import docx_grids

        return kind.value, docx_grids(data, budget=budget)
    if kind is Format.HTML:
        from aigaq.law.check.html import html_grids

        return kind.value, html_grids(data, budget=budget)
    raise UnreadableInput(
        "check.format",
        "{name} is no table that can be checked, but {media}.",
        hint="Give the table as DOCX, XLSX or HTML; save a DOC or a PDF as DOCX first and look it through.",
        name=budget.name,
        media=kind.value,
    )


def _is_workbook(data: bytes) -> bool:
    return data.startswith(b"PK") and b"xl/workbook" in data
