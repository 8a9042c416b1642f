from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.app.check import check_data, check_files, check_table
from aigaq.errors import Refused, UnreadableInput, UsageError
from aigaq.law.check import Code
from aigaq.values import Language
from tests.law.check.published import HEADS, docx_table, html_table, numbered, own
from tests.law.table.fictional import fictional


def saved(folder: Path, rows: list[tuple[str, str, str]]) -> Path:
    path = folder / "table.docx"
    path.write_bytes(docx_table(numbered(rows)))
    return path


def ours() -> list[tuple[str, str, str]]:
    return [(row.unit, row.old, row.new) for row in own("ru", "docx").rows]


def test_a_right_table(tmp_path: Path) -> None:
    steps: list[str] = []
    found = check_table(saved(tmp_path, ours()), fictional("ru"), step=steps.append)
    assert (found.findings, steps) == ((), ["read", "check"])
    assert found.table.name == "table.docx"


def test_a_missing_row(tmp_path: Path) -> None:
    found = check_table(saved(tmp_path, ours()[1:]), fictional("ru"))
    assert [finding.code for finding in found.findings] == [Code.OMITTED]
    made = check_files(found)
    assert list(made) == ["table-check.md", "table-check.json", "table-check.docx"]
    assert check_data(found)["changes"] == 32
    assert list(check_files(found, formats=["html"], language=Language.EN)) == ["table-check.html"]


def test_what_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput):
        check_table(tmp_path / "none.docx", fictional("ru"))
    path = tmp_path / "other.html"
    path.write_bytes(html_table([("a", "b", "c", "d", "e")], [f"{head} x" for head in ("1", "2", "3", "4", "5")]))
    with pytest.raises(Refused):
        check_table(path, fictional("ru"))
    with pytest.raises(UsageError):
        check_table(path, fictional("ru"), profile="none")
    assert HEADS
