"""The script of a bundle at work: it finds every change, says why, and no input makes it fail."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from aigaq.evidence.bundle import write_bundle
from aigaq.evidence.verify.alone.answer import main
from tests.evidence import dossiers
from tests.evidence.dossiers import sample
from tests.evidence.stamp import maker

SMALL, SAMPLED = 100, 25


@cache
def bundle() -> bytes:
    out = io.BytesIO()
    write_bundle(out, sample(), numbers=[0, 2, 3, 4])
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(bundle())).extractall(tmp_path / "bundle")
    return tmp_path / "bundle"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a third party does, and away from this software."""
    return subprocess.run(
        [sys.executable, "-I", "verify.py", *arguments],
        cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False, env={"PYTHONUTF8": "1"},
    )  # fmt: skip


def relist(folder: Path) -> None:
    """Write the list of hashes anew, as somebody would who changes files on purpose."""
    from hashlib import sha256

    names = sorted(set(dossiers.names(folder)) - {"SHA256SUMS"})
    lines = (f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text("".join(lines))


def test_what_it_says(folder: Path) -> None:
    done = run(folder)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"The log {dossiers.ORIGIN} has 6 entries, and is signed by the key {dossiers.ORIGIN}+{KEY}."
    assert lines.index("PROVEN") < lines.index("PROVEN ON ONE CONDITION") < lines.index("NOT PROVEN")
    assert lines[lines.index("PROVEN") + 1] == "- The log holds these entries: 0, 2-4."
    assert "no later than 2025-11-16T12:00:01Z: entries 0, 2-3." in lines[lines.index("NOT PROVEN") - 1]
    assert lines[lines.index("NOT PROVEN") + 1].endswith(": 4.")
    assert "- That the server really sent this: a capture shows what one machine received." in lines


KEY = dossiers.SIGNER.id.hex()


def test_a_root_from_elsewhere_lifts_the_condition(folder: Path) -> None:
    (folder.parent / "root.pem").write_bytes(maker.plain().pem)
    done = run(folder, "--authority", str(folder.parent / "root.pem"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "PROVEN ON ONE CONDITION" not in done.stdout
    assert (
        "- These captures (3) existed in this form no later than 2025-11-16T12:00:01Z, as «CN=Example TSA» states: "
        "entries 0, 2-3." in done.stdout.splitlines()
    )


@pytest.mark.parametrize(("language", "heading"), [("ru", "ДОКАЗАНО"), ("kk", "ДӘЛЕЛДЕНДІ"), ("en", "PROVEN")])
def test_it_speaks_three_languages(folder: Path, language: str, heading: str) -> None:
    done = run(folder, "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    assert heading in done.stdout.splitlines()


@pytest.mark.parametrize(
    "arguments", [["--lang", "xx"], ["--lang"], ["--authority"], ["--authority", "nothing.pem"], ["x"], ["--help"]]
)
def test_wrong_calls_end_with_2(folder: Path, arguments: list[str]) -> None:
    done = run(folder, *arguments)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (2, "", 1)


def test_without_cryptography_it_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    for name in [name for name in sys.modules if name.startswith("cryptography.")]:
        monkeypatch.setitem(sys.modules, name, None)
    lines, code = main([], folder)
    assert (code, len(lines)) == (3, 1)
    assert "python3 -m pip install cryptography and run this again" in lines[0]


def test_a_reader_that_has_seen_enough_ends_it_quietly(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-I", "verify.py"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stderr
        child.stdout.close()
        assert (child.stderr.read(), child.wait(timeout=60)) == (b"", 0)


def test_a_changed_byte_in_a_subprocess(folder: Path) -> None:
    path = folder / "content" / "00000003.txt"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    done = run(folder)
    assert (done.returncode, done.stderr) == (5, "")
    assert done.stdout.splitlines()[:2] == ["DOES NOT HOLD", "- content/00000003.txt is not as it was packed."]


def test_one_changed_byte_anywhere_is_found_and_named(folder: Path) -> None:
    chosen = random.Random(9)
    for name in dossiers.names(folder):
        data = (folder / name).read_bytes()
        for at in range(len(data)) if len(data) <= SMALL else chosen.sample(range(len(data)), SAMPLED):
            changed = bytearray(data)
            changed[at] ^= 1 << chosen.randrange(8)
            (folder / name).write_bytes(changed)
            lines, code = main([], folder)
            assert code == 5, (name, at)
            told = "\n".join(lines)
            assert name == "SHA256SUMS" or name in told or "log/" in name, (name, at, lines)
        (folder / name).write_bytes(data)
    assert main([], folder)[1] == 0


PROVED = ("entries/", "proofs/", "captures/", "content/", "log/")


def test_whoever_writes_the_list_anew_is_found_too(folder: Path) -> None:
    chosen = random.Random(10)
    for name in (name for name in dossiers.names(folder) if name.startswith(PROVED)):
        if name.endswith(".pem"):
            continue  # the root itself: whose it is, the person is told to compare
        data = (folder / name).read_bytes()
        for at in chosen.sample(range(len(data)), min(len(data), 15)):
            changed = bytearray(data)
            changed[at] ^= 1 << chosen.randrange(8)
            (folder / name).write_bytes(changed)
            relist(folder)
            assert main([], folder)[1] == 5, (name, at)
        (folder / name).write_bytes(data)


def test_a_changed_root_is_found_or_told(folder: Path) -> None:
    path = folder / "log" / "authorities" / "example.pem"
    data = path.read_bytes()
    before = main([], folder)[0]
    for at in range(0, len(data), 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        relist(folder)
        lines, code = main([], folder)
        assert code == 5 or lines != before or root(path.read_bytes()) == root(data), at


def root(pem: bytes) -> bytes:
    """Return the certificate itself: a few bits of its base64 mean nothing."""
    return x509.load_pem_x509_certificate(pem).fingerprint(hashes.SHA256())


def test_files_that_are_missing_or_more_are_found(folder: Path) -> None:
    for name in dossiers.names(folder):
        data = (folder / name).read_bytes()
        (folder / name).unlink()
        lines, code = main([], folder)
        assert (code, any(name in line for line in lines)) == (5, True), name
        (folder / name).write_bytes(data)
    (folder / "content" / "00000009.html").write_bytes(b"x")
    assert "- content/00000009.html was not packed with the rest." in main([], folder)[0]


def test_what_systems_leave_is_no_fault(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "content" / "Thumbs.db").write_bytes(b"x")
    assert main([], folder)[1] == 0


HOSTILE: dict[str, Callable[[Path], object]] = {
    "an empty file": lambda path: path.write_bytes(b""),
    "noise": lambda path: path.write_bytes(random.Random(3).randbytes(5000)),
    "a megabyte of brackets": lambda path: path.write_bytes(b"[" * (1 << 20)),
    "deep DER": lambda path: path.write_bytes(b"\x30\x80" * 5000),
    "no end of lines": lambda path: path.write_bytes(b"\n" * 100_000),
    "not UTF-8": lambda path: path.write_bytes(b"\xff\xfe\x00" * 100),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a link to itself": lambda path: (path.unlink(), path.symlink_to(path)),
    "a link out": lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
}


GONE = (".json", ".tlog-proof", ".tsr")
"""What is not there, and not in the list, was not handed on; the rest may hold without it."""


@pytest.mark.parametrize("relisted", [False, True])
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_get_a_sentence(folder: Path, kind: str, relisted: bool) -> None:
    for name in dossiers.names(folder):
        if name in {"README.txt", "verify.py"}:
            continue
        data, sums = (folder / name).read_bytes(), (folder / "SHA256SUMS").read_bytes()
        HOSTILE[kind](folder / name)
        if relisted and name != "SHA256SUMS":
            relist(folder)
        lines, code = main([], folder)
        assert code == 5 or (relisted and name.endswith((".tsq", *(GONE if kind == "a folder" else ())))), (name, lines)
        assert all(lines)
        _remove(folder / name)
        (folder / "SHA256SUMS").write_bytes(sums)
        (folder / name).write_bytes(data)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()


@pytest.mark.parametrize(
    "said", ["[1]", '"x"', "null", '{"warc":7,"asked":{"a":1}}', '{"asked":"\\u001b[2J\\n\\u202e"}']
)
def test_hostile_entries_get_a_sentence(folder: Path, said: str, tmp_path: Path) -> None:
    """An entry that is in the log and says strange things: whoever has the key can write any."""
    log = dossiers.log_of(tmp_path / "other")
    log.append([said.encode()], signer=dossiers.SIGNER, clock=dossiers.clock)
    proof = b"c2sp.org/tlog-proof@v1\nindex 0\n\n" + log.note
    place = tmp_path / "made"
    for name, data in {
        "log/checkpoint": log.note,
        "log/keys": f"{dossiers.SIGNER.verifier.text}\n".encode(),
        "entries/00000000.json": said.encode(),
        "proofs/00000000.tlog-proof": proof,
    }.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    relist(place)
    lines, code = main([], place)
    assert code == 5
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("name", ["hashlib.py", "__future__.py", "argparse.py", "cryptography/__init__.py", "json.pyc"])
def test_nothing_beside_the_script_is_run(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("print('HIJACKED'); raise SystemExit(0)")
    relist(folder)
    done = subprocess.run(
        [sys.executable, "verify.py"], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (done.returncode, done.stderr, "HIJACKED" in done.stdout) == (5, "", False)
    assert f"- {name} is a program, and a bundle has none but verify.py." in done.stdout.splitlines()


@pytest.mark.parametrize(
    "name",
    ["content/extra.html", "captures/x.warc.gz", "entries/00000001.JSON", "log/more", "entries/000000000003.json"],
)
def test_a_file_that_belongs_to_nothing_is_found_though_it_is_listed(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")
    relist(folder)
    lines, code = main([], folder)
    assert (code, f"- {name} belongs to no entry and to no stamp." in lines) == (5, True)


def test_a_script_from_elsewhere_judges_a_folder(folder: Path, tmp_path: Path) -> None:
    assert main([str(folder)], tmp_path) == main([], folder)
    assert main([str(folder), "--lang", "ru"], tmp_path) == main(["--lang", "ru"], folder)
    assert [main(given, folder)[1] for given in ([str(folder), str(folder)], [str(tmp_path / "no")])] == [2, 2]


ENTRY = (sample() / "log" / "entries" / "00000000.jsonl").read_bytes().splitlines()
CLAIMS = [
    (ENTRY[0], True),
    (ENTRY[2], True),
    (ENTRY[3], True),
    (ENTRY[0].replace(b'"asked":', b'"asked":"x","asked":', 1), False),
    (ENTRY[0].replace(b'"asked":', b'"asked": ', 1), False),
    (ENTRY[0].replace(b'"version":1', b'"version":2'), False),
    (ENTRY[0].replace(b'"version":1', b'"version":true'), False),
    (ENTRY[0].replace(b'"outcome":"held"', b'"outcome":"failed"'), False),
    (ENTRY[2].replace(b'"outcome":"failed"', b'"outcome":"held"'), False),
    (ENTRY[0].replace(b'"sha256":"', b'"sha256":"g'), False),
    (ENTRY[0].replace(b'"file":"captures/', b'"file":"captures/../'), False),
]


@pytest.mark.parametrize(("data", "good"), CLAIMS)
def test_what_an_entry_claims(data: bytes, good: bool) -> None:
    from aigaq.evidence.verify.alone.claim import read_claim
    from aigaq.evidence.verify.alone.words import Fault

    if good:
        assert read_claim(data).outcome in {"held", "failed"}
    else:
        with pytest.raises(Fault):
            read_claim(data)


def test_an_entry_that_leads_out_of_the_folder_reads_nothing_there(tmp_path: Path) -> None:
    from aigaq.evidence.verify.alone.folder import names, sha256

    (tmp_path / "bundle").mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "bundle" / "link").symlink_to(tmp_path / "secret")
    assert sha256(tmp_path / "bundle", "link") == "-"
    assert names(tmp_path / "bundle") == ["link"]
