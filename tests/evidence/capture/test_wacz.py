"""WACZ files that other programs accept, the same bytes every time."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aigaq.errors import IntegrityFailure
from aigaq.evidence.capture import Capture, Terms, fetch, take, write_wacz
from aigaq.evidence.capture.cdxj import index, surt
from tests.evidence.capture.archive import check
from tests.parliament import Parliament, redirects, zipped


@pytest.fixture
def made(parliament: Parliament, dossier: Path, terms: Terms, tmp_path: Path) -> list[Capture]:
    parliament.publish("/bill", "<html><title>Заң</title>".encode())
    parliament.script("/old", redirects("/bill"))
    parliament.script("/packed", zipped(b"<html>1"))
    parliament.publish("/заң.pdf".replace("заң", "%D0%B7%D0%B0%D2%A3"), b"%PDF-", media="application/pdf")
    (tmp_path / "saved.html").write_bytes(b"<html><title>saved</title>")
    urls = [parliament.url(path) for path in ("/bill", "/old", "/packed", "/none", "/заң.pdf")]
    captures = [fetch(url, dossier, terms=terms) for url in urls]
    return [
        *captures,
        fetch("http://127.0.0.1:9/", dossier, terms=terms),
        take(tmp_path / "saved.html", dossier, terms=terms),
    ]


def pack(captures: list[Capture], dossier: Path) -> bytes:
    out = io.BytesIO()
    write_wacz(out, captures, dossier=dossier, software="aigaq 9")
    return out.getvalue()


def other(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of somebody else, as a process of its own."""
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"the package {module} is not here")
    command = [sys.executable, "-W", "ignore", "-m", module, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_another_program_finds_it_valid(made: list[Capture], dossier: Path, tmp_path: Path) -> None:
    path = tmp_path / "it.wacz"
    path.write_bytes(pack(made, dossier))
    done = other("wacz", "validate", "-f", str(path))
    assert (done.returncode, "is valid" in done.stdout) == (0, True), done.stdout


def test_the_other_program_can_find_faults(made: list[Capture], dossier: Path, tmp_path: Path) -> None:
    path = tmp_path / "it.wacz"
    with zipfile.ZipFile(io.BytesIO(pack(made, dossier))) as whole, zipfile.ZipFile(path, "w") as changed:
        for name in whole.namelist():
            changed.writestr(name, whole.read(name) + (b" " if name.startswith("pages/") else b""))
    assert "is invalid" in other("wacz", "validate", "-f", str(path)).stdout


def test_the_same_captures_give_the_same_bytes(made: list[Capture], dossier: Path) -> None:
    assert pack(made, dossier) == pack(made, dossier)


def test_what_is_in_it(made: list[Capture], dossier: Path, parliament: Parliament, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(made, dossier))) as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
        for capture in made:
            if capture.warc:
                name = f"archive/{capture.warc.file.rpartition('/')[2]}"
                assert archive.read(name) == (dossier / capture.warc.file).read_bytes()
                archive.extract(name, tmp_path)
                assert check(tmp_path / name) == ""
        package = json.loads(archive.read("datapackage.json"))
        pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()]
        digest = json.loads(archive.read("datapackage-digest.json"))
        listed = {it["path"]: (it["hash"], it["bytes"]) for it in package["resources"]}
        for name in names[:-2]:
            data = archive.read(name)
            assert listed[name] == (f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))
        assert digest["hash"] == f"sha256:{hashlib.sha256(archive.read('datapackage.json')).hexdigest()}"
    assert (len([name for name in names if name.startswith("archive/")]), names[-1]) == (6, "datapackage-digest.json")
    assert (package["wacz_version"], package["created"], package["software"]) == (
        "1.1.1",
        "2025-11-16T10:15:00Z",
        "aigaq 9",
    )
    assert [(page["url"], page["title"]) for page in pages[1:]] == [
        (parliament.url("/bill"), "Заң"),
        (parliament.url("/bill"), "Заң"),
        (parliament.url("/packed"), ""),
        (parliament.url("/%D0%B7%D0%B0%D2%A3.pdf"), ""),
        (made[-1].final, "saved"),
    ]


def test_the_index_is_the_one_that_another_program_makes(made: list[Capture], dossier: Path) -> None:
    files = [dossier / capture.warc.file for capture in made if capture.warc]
    lines: list[str] = []
    for path in files:
        with path.open("rb") as file:
            lines += map(str, index(file, name=path.name))
    done = other("cdxj_indexer.main", "--sort", *map(str, files))
    assert "".join(sorted(lines)) == done.stdout


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://www.Example.org/A/b?B=2&a=1",
        "https://example.org:8443/x/",
        "http://127.0.0.1:4000/x",
        "https://example.org/%D0%B6?%D0%B6=1",
        "http://xn--80ao21a.kz/",
        "https://www2.example.org/a/",
        "http://example.org/index.html?x&x=2&a",
        "urn:sha256:00",
    ],
)
def test_the_order_of_archives(url: str) -> None:
    oracle = pytest.importorskip("surt", reason="the package surt is not here")
    assert surt(url) == oracle.surt(url)


def test_a_capture_that_changed_is_not_packed(made: list[Capture], dossier: Path) -> None:
    assert made[2].warc
    (dossier / made[2].warc.file).write_bytes(b"changed")
    with pytest.raises(IntegrityFailure) as failed:
        pack(made, dossier)
    assert failed.value.code == "capture.changed"


def test_a_capture_named_twice_is_packed_once(made: list[Capture], dossier: Path) -> None:
    assert pack([*made, *made], dossier) == pack(made, dossier)
