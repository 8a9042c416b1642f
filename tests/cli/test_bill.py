"""``aigaq bill`` as a person meets it: what is printed, which files come, which exit code."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.bill.dossiers import EXAMPLE
from tests.cli.test_law import run


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "bill"))


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["bill", "check"], 3, "dossier.missing"),
        (["bill", "check", "--dossier", "bill", "--date", "soon"], 2, "apply.date"),
        (["bill", "check", "--dossier", "bill", "--format", "odt"], 2, "cli.format"),
        (["bill", "timeline", "--dossier", "bill", "--format", "png"], 2, "cli.format"),
        (["bill", "new", "bill", "--title", "A"], 4, "dossier.exists"),
        (["bill", "new", "other", "--title", "A", "--jurisdiction", "zz"], 4, "regime.unknown"),
        (["bill", "event", "x", "--dossier", "bill", "--source", "nobody"], 3, "dossier.faults"),
        (["bill", "event", "x", "--dossier", "bill", "--source", "press", "--kind", "party"], 3, "dossier.faults"),
    ],
)
def test_an_error_has_a_sentence_a_hint_a_code_and_an_exit_code(
    bill: Path, arguments: list[str], code: int, error: str
) -> None:
    done = run(*arguments, cwd=bill.parent)
    assert done.returncode == code, done.stderr
    lines = [line.partition(":")[0] for line in done.stderr.splitlines() if not line.startswith("  - ")]
    assert lines == ["error", "hint", "code"]
    assert done.stderr.endswith(f"code: {error}\n")
    assert str(bill.parent) not in done.stderr


def test_check_writes_the_sheet_and_says_so(bill: Path) -> None:
    done = run("bill", "check", "--date", "2026-04-01", cwd=bill, AIGAQ_LANG="ru")
    assert done.returncode == 1
    assert done.stdout.startswith("О поправках по вопросам архивного дела · ")
    made = sorted(path.name for path in (bill / "procedure").iterdir())
    assert made == [f"procedure.{ending}" for ending in ("csv", "docx", "html", "json", "xlsx")]


def test_a_bill_without_a_fault_ends_with_zero(tmp_path: Path) -> None:
    assert run("bill", "new", "d", "--title", "A", cwd=tmp_path).returncode == 0
    assert run("bill", "check", "--dossier", "d", cwd=tmp_path).returncode == 0


def test_json_is_printed_and_nothing_is_written(bill: Path) -> None:
    before = sorted(bill.rglob("*"))
    done = run("bill", "timeline", "--json", "--date", "2026-04-01", "--lang", "kk", cwd=bill)
    assert json.loads(done.stdout)["language"] == "kk"
    assert sorted(bill.rglob("*")) == before


def test_the_file_and_the_json_are_one(bill: Path) -> None:
    done = run("bill", "check", "--json", "--date", "2026-04-01", cwd=bill)
    run("bill", "check", "--date", "2026-04-01", "--out", "out", cwd=bill)
    assert (bill / "out" / "procedure.json").read_text(encoding="utf-8") == done.stdout


def test_an_event_is_added_as_a_lawyer_would_type_it(tmp_path: Path) -> None:
    run("bill", "new", "d", "--title", "О законопроекте", cwd=tmp_path)
    done = run(
        *["bill", "event", "first", "--dossier", "d", "--kind", "reading", "--date", "2026-09-15"],
        *["--chamber", "kurultai", "--stage", "kurultai-1", "--what", "Первое чтение; 15 минут", "--minutes", "15"],
        *["--source", "page", "--source-kind", "official", "--source-title", "Страница законопроекта"],
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    shown = run("bill", "timeline", "--dossier", "d", "--out", "t", cwd=tmp_path, AIGAQ_LANG="ru")
    assert "15 сентября 2026\xa0г.: Чтение: Первое чтение; 15 минут" in shown.stdout


def test_nothing_is_written_where_nothing_may_be(bill: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    bill.chmod(0o500)
    try:
        assert run("bill", "event", "x", "--source", "press", "--kind", "other", cwd=bill).returncode == 4
    finally:
        bill.chmod(0o700)
