"""Bundles: what is in them, which entry is meant, and that they tell nothing else."""

from __future__ import annotations

import getpass
import io
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from aigaq.errors import AigaqError
from aigaq.evidence.bundle import Bundle, choose, write_bundle
from aigaq.evidence.capture import captures, content
from aigaq.evidence.log import Log
from tests.evidence import dossiers
from tests.evidence.dossiers import copied, sample
from tests.evidence.stamp import maker, openssl


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return copied(sample(), tmp_path / "dossier")


def made(dossier: Path, numbers: Iterable[int]) -> tuple[Bundle, zipfile.ZipFile]:
    out = io.BytesIO()
    bundle = write_bundle(out, dossier, numbers=numbers)
    return bundle, zipfile.ZipFile(out)


def test_what_is_in_it(dossier: Path) -> None:
    bundle, archive = made(dossier, [3, 0])
    known = dict(captures(Log.open(dossier / "log").entries()))
    warcs = {capture.warc.file for number in (0, 3) if (capture := known[number]).warc}
    assert (
        set(archive.namelist())
        == set(bundle.files)
        == warcs
        | {
            "README.txt",
            "verify.py",
            "SHA256SUMS",
            "content/00000000.html",
            "content/00000003.txt",
            "entries/00000000.json",
            "entries/00000003.json",
            "log/authorities/example.pem",
            "log/checkpoint",
            "log/keys",
            "log/stamps/00000004-example.tsr",
            "log/stamps/00000004.checkpoint",
            "log/stamps/00000004.tsq",
            "proofs/00000000.tlog-proof",
            "proofs/00000003.tlog-proof",
            "proofs/00000004-00000006.consistency",
        }
    )
    assert (bundle.entries, [anchor.kept.size for anchor in bundle.stamps]) == ((0, 3), [4])
    assert archive.read("content/00000000.html").decode() == "<html><title>Жоба</title>Мәтін</html>"
    assert archive.read("content/00000003.txt") == content(dossier, known[3])
    assert archive.read("entries/00000003.json") == Log.open(dossier / "log").entry(3)


def test_a_look_without_an_answer_has_no_file(dossier: Path) -> None:
    _, archive = made(dossier, [2])
    assert not [name for name in archive.namelist() if name.startswith(("captures/", "content/"))]


def test_entries_after_the_last_stamp_have_none(dossier: Path) -> None:
    bundle, archive = made(dossier, [5])
    assert bundle.stamps == ()
    assert not [name for name in archive.namelist() if "stamps" in name or "consistency" in name]


def test_the_earliest_stamp_of_each_authority_goes_in(dossier: Path) -> None:
    dossiers.stamp(dossier, at="20251117120000Z")
    dossiers.stamp(dossier, who=maker.chained(), name="other", at="20251118120000Z")
    bundle, _ = made(dossier, [0, 5])
    assert {(one.kept.size, one.kept.name) for one in bundle.stamps} == {(4, "example"), (6, "example"), (6, "other")}
    assert {(one.kept.size, one.kept.name) for one in made(dossier, [0])[0].stamps} == {(4, "example"), (6, "other")}


def test_the_same_dossier_gives_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_bundle(first, dossier, numbers=[0, 3, 5])
    write_bundle(second, copied(dossier, tmp_path / "elsewhere"), numbers=[5, 3, 0, 0])
    assert first.getvalue() == second.getvalue()
    assert {info.date_time for info in zipfile.ZipFile(first).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_tells_nothing_of_this_machine(dossier: Path) -> None:
    out = io.BytesIO()
    write_bundle(out, dossier, numbers=range(dossiers.SIZE))
    words = [str(dossier), str(Path.home()), str(dossier.parent.name), "aigaq-test-"]
    words += [name for name in (getpass.getuser(),) if name not in {"root"} and len(name) > 3]
    assert [word for word in words if word.encode() in out.getvalue()] == []


def test_the_list_is_one_that_sha256sum_reads(dossier: Path, tmp_path: Path) -> None:
    _, archive = made(dossier, [0, 3])
    archive.extractall(tmp_path / "out")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=tmp_path / "out",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert len((tmp_path / "out" / "SHA256SUMS").read_text().splitlines()) == len(archive.namelist()) - 1


def test_openssl_reads_the_stamp_as_the_readme_says(dossier: Path, tmp_path: Path) -> None:
    _, archive = made(dossier, [0])
    archive.extractall(tmp_path / "out")
    log = tmp_path / "out" / "log"
    names = ("stamps/00000004-example.tsr", "stamps/00000004.checkpoint", "authorities/example.pem")
    response, data, pem = ((log / name).read_bytes() for name in names)
    assert pem == maker.plain().pem
    assert openssl.accepts(maker.plain(), response, data, tmp_path)


def test_the_readme_speaks_three_languages_and_names_the_entries(dossier: Path) -> None:
    _, archive = made(dossier, [3])
    text = archive.read("README.txt").decode()
    assert [text.count("python3 -I verify.py --lang " + language) for language in ("en", "ru", "kk")] == [2, 2, 2]
    assert text.count("        3  қаулы.txt\n") == 3
    assert text.count(dossiers.ORIGIN) == 3
    assert all(len(line) <= 120 for line in text.splitlines())


# ---------------------------------------------------------------------------------------------------- what is refused


def test_a_capture_that_is_not_what_the_log_says_is_not_handed_on(dossier: Path) -> None:
    path = next(iter(sorted((dossier / "captures").rglob("*.gz"))))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(AigaqError) as found:
        made(dossier, range(dossiers.SIZE))
    assert found.value.code == "capture.changed"


def test_an_entry_that_there_is_not_is_refused(dossier: Path) -> None:
    with pytest.raises(AigaqError) as found:
        made(dossier, [99])
    assert found.value.code == "log.range"


@pytest.mark.parametrize(
    ("name", "number"),
    [("3", 3), ("0", 0), ("қаулы.txt", 3), ("{bill}", 0), ("4", 4)],
)
def test_an_entry_is_named_by_number_url_or_file(dossier: Path, name: str, number: int) -> None:
    known = dict(captures(Log.open(dossier / "log").entries()))
    assert choose(name.format(bill=known[0].asked), known) == number


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("6", "bundle.entry"),
        ("99999999999999999999999", "bundle.entry"),
        ("-1", "bundle.entry"),
        ("", "bundle.entry"),
        ("қаулы", "bundle.entry"),
        ("page.html", "bundle.ambiguous"),
    ],
)
def test_what_names_none_or_several_is_refused(dossier: Path, name: str, code: str) -> None:
    with pytest.raises(AigaqError) as found:
        choose(name, dict(captures(Log.open(dossier / "log").entries())))
    assert found.value.code == code
    if code == "bundle.ambiguous":
        assert "4 (2025-11-16T10:15:00Z), 5 (2025-11-16T10:15:00Z)" in str(found.value)
