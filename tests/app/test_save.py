"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from aigaq.app.save import save, save_whole
from aigaq.errors import Refused


def test_files_are_written_and_named(tmp_path: Path) -> None:
    paths = save({"a.txt": b"a", "b.txt": b"b"}, tmp_path / "new" / "folder")
    assert [path.read_bytes() for path in paths] == [b"a", b"b"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    save({"a.txt": b"new"}, tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_a_fault_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="no space left on device") as raised:
        save({"a.txt": b"new"}, tmp_path)
    assert raised.value.code == "save.failed"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(Refused, match="out cannot be written to"):
        save({"a.txt": b"a"}, tmp_path / "out")


@pytest.mark.parametrize("meanwhile", [False, True])
@pytest.mark.parametrize("links", [False, True])
def test_a_new_file_takes_the_place_of_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, meanwhile: bool, links: bool
) -> None:
    path = tmp_path / "a.zip"
    if not links:
        monkeypatch.setattr(os, "link", _no_links)

    def write(file: BinaryIO) -> int:
        path.write_bytes(b"old")
        return file.write(b"new")

    if not meanwhile:
        assert save_whole(path, lambda file: file.write(b"old")) == 3
    with pytest.raises(Refused, match=r"^a.zip is there already") as refused:
        save_whole(path, write)
    assert refused.value.code == "save.exists"
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.zip", b"old")]


def _no_links(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_kill_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    old = b"old" * 1000
    (tmp_path / "a.bin").write_bytes(old)
    program = (
        "import pathlib, sys\nfrom aigaq.app.save import save\n"
        "print('ready', flush=True)\n"
        "while True: save({'a.bin': b'new' * 5_000_000}, pathlib.Path(sys.argv[1]))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.05)
        process.kill()
    assert (tmp_path / "a.bin").read_bytes() in (old, b"new" * 5_000_000)
