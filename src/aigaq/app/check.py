"""What a person does with a published comparative table: hold it against what the act does, write down the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from aigaq.app.law import VERSION, Step, quietly
from aigaq.law.check import Check, check, read_table
from aigaq.law.check.json import data
from aigaq.law.check.write import USUAL, files
from aigaq.law.compare import Comparison
from aigaq.profiles import profile as profile_of
from aigaq.values import Language


def check_table(
    path: Path, comparison: Comparison, *, unsure: Iterable[str] = (), profile: str = "kz", step: Step = quietly
) -> Check:
    """Return what is wrong with the comparative table in a file.

    Args:
        path: The table: DOCX, XLSX or HTML.
        comparison: The law in force compared with the law after the act.
        unsure: Units where the act could not be applied with certainty.
        profile: Name of the profile that knows the headings of such tables.
        step: Told of each step: ``read``, ``check``.

    Raises:
        UnreadableInput: The file cannot be read, or not within bounds.
        Refused: It has no columns of a comparative table, or its rows are about other acts.
    """
    known = profile_of(profile)
    step("read")
    table = read_table(path, profile=known)
    step("check")
    return check(table, comparison, profile=known, unsure=unsure)


def check_files(
    found: Check, *, formats: Iterable[str] = USUAL, language: Language | None = None, forbidden: Iterable[str] = ()
) -> Mapping[str, bytes]:
    """Return the files of the report, by name.

    Args:
        found: What was found.
        formats: Formats of the files: ``md``, ``json``, ``docx``, ``xlsx``, ``html``.
        language: Language of headings and remarks; that of the law when None.
        forbidden: Words that must not stand in a file unless the texts hold them.

    Raises:
        UsageError: One of the formats is not known.
    """
    return files(
        found,
        formats=formats,
        language=language or found.comparison.new.language,
        version=VERSION,
        forbidden=forbidden,
    )


def check_data(found: Check) -> Mapping[str, object]:
    """Return a check as plain values, for ``--json``; the schema is ``aigaq/table-check``, version 1."""
    return data(found, version=VERSION)
