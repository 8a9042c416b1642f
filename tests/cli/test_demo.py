"""The demo ends by naming the files it made, and they are there."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_law import run
from tests.conftest import ROOT


def test_demo_names_the_files_it_made(tmp_path: Path) -> None:
    done = run("demo", "--out", str(tmp_path / "out"), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    named = [Path(line.strip()) for line in done.stdout.splitlines() if line.startswith(f"  {tmp_path}")]
    assert len(named) == 45
    assert all(path.stat().st_size > 1000 for path in named)
    assert sorted(named) == sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())


def test_demo_outside_a_clone_still_finds_its_examples(tmp_path: Path) -> None:
    assert run("demo", "--out", "out", "--quiet", cwd=tmp_path).returncode == 0


def test_doctor_names_every_tool(tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines() if line[0] != " "] == [
        "Chromium",
        "LibreOffice",
        "pdftoppm",
        "OpenSSL",
        "git",
    ]
