"""Small dossiers for tests: tables written as they stand in the files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from aigaq.bill.checks import Case
from aigaq.bill.dossier import Dossier, plain_files, read_dossier
from aigaq.values import Language
from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "kz-2025-archives-bill"
SOURCES = "source,kind,title\npress,press,Press\nother,press,Another paper\nown,own-look,Own look\nlaw,law,The law\n"
TODAY = date(2026, 4, 1)


def folder(where: Path, **tables: str) -> Path:
    """Make a dossier in ``where``; a table is named by its file without ending, ``head`` is put into dossier.toml."""
    made: dict[str, str] = dict(plain_files(id="0" * 16, jurisdiction="kz", title="A bill", language=Language.EN))
    made["sources.csv"] = SOURCES
    names: Mapping[str, str] = {
        "sources": "sources.csv",
        "events": "events.csv",
        "choices": "choices.csv",
        "documents": "documents/documents.csv",
        "looks": "documents/looks.csv",
        "statements": "statements/statements.toml",
        "regime": "standards/regime-own.toml",
    }
    for name, text in tables.items():
        if name == "head":
            made["dossier.toml"] = made["dossier.toml"].replace("acts = []", f"{text}\nacts = []")
        elif name == "initiator":
            made["dossier.toml"] = made["dossier.toml"].replace('who = ""', f'who = "{text}"')
        elif name == "jurisdiction":
            made["dossier.toml"] = made["dossier.toml"].replace('"kz"', f'"{text}"')
        else:
            made[names[name]] = text
    for name, text in made.items():
        path = where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return where


def dossier(where: Path, **tables: str) -> Dossier:
    return read_dossier(folder(where, **tables))


def events(*rows: str) -> str:
    """Return ``events.csv`` with rows of: event, kind, date, chamber, stage; the source is the press."""
    return "event,kind,date,chamber,stage,acts,subjects,document,source\n" + "".join(
        f"{_padded(row, 8)},press\n" for row in rows
    )


def papers(*rows: str) -> str:
    """Return ``documents.csv`` with rows of: document, kind, stage, languages, stated_date, file, acts, subjects."""
    head = "document,kind,stage,languages,stated_date,file,acts,subjects,source\n"
    return head + "".join(f"{_padded(row, 8)},press\n" for row in rows)


def looks(*rows: str) -> str:
    """Return ``looks.csv`` with rows of: date, looked_for, stage, result, document, language, note."""
    head = "date,looked_for,stage,result,document,language,note,place,source\n"
    return head + "".join(f"{_padded(row, 7)},page of the bill,own\n" for row in rows)


def _padded(row: str, cells: int) -> str:
    return row + "," * (cells - 1 - row.count(","))


def case(where: Path, *, day: date = TODAY, **tables: str) -> Case:
    made = dossier(where, **tables)
    return Case(made, day, regime=made.regimes[0])


def example(where: Path) -> Path:
    """Return a copy of the example in ``where``."""
    return Path(shutil.copytree(EXAMPLE, where / "bill"))
