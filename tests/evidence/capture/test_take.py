"""A file that a person saved is kept as it is; nothing in it is run, and its folder is not told."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.errors import UnreadableInput
from aigaq.evidence.capture import Capture, How, Look, Outcome, Stated, Terms, content, look, take
from tests.evidence.capture.archive import check, records
from tests.evidence.capture.stated import samples

FILES = {
    "page.html": (b"<html><title>a</title><script>1</script>", "text/html", "a"),
    "bill.pdf": (samples.pdf(), "application/pdf", "Bill"),
    "table.docx": (
        samples.office(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Салыстырма кесте",
    ),
    "saved.mhtml": (samples.MHTML, "multipart/related", "Заң"),
    "saved.wacz": (samples.wacz(), "application/wacz", "A bill"),
    "scan.jpg": (b"\xff\xd8\xff", "image/jpeg", ""),
    "nothing": (b"", "application/octet-stream", ""),
    "заң жоба.txt": ("заң".encode(), "text/plain", ""),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_kept_as_it_is(tmp_path: Path, dossier: Path, terms: Terms, name: str) -> None:
    data, media, title = FILES[name]
    folder = tmp_path / "secret place"
    folder.mkdir()
    (folder / name).write_bytes(data)
    made = take(folder / name, dossier, terms=terms)
    sha256 = hashlib.sha256(data).hexdigest()
    assert made == Capture(
        asked=name,
        how=How.IMPORTED,
        outcome=Outcome.HELD,
        final=f"urn:sha256:{sha256}",
        started=terms.now(),
        ended=terms.now(),
        clock="frozen",
        client="aigaq 9",
        media=media,
        name=name,
        bytes=len(data),
        sha256=sha256,
        title=title,
        warc=made.warc,
        stated=made.stated,
    )
    assert (look(made), content(dossier, made)) == (Look.THERE, data)
    assert made.warc
    file = dossier / made.warc.file
    assert check(file) == ""
    info, record = records(file)
    assert (info.kind, record.kind, record.block) == ("warcinfo", "resource", data)
    assert (record.headers["WARC-Target-URI"], record.media) == (f"urn:sha256:{sha256}", media)
    assert b"secret" not in file.read_bytes() + str(made).encode()


def test_a_damaged_file_is_kept_all_the_same(tmp_path: Path, dossier: Path, terms: Terms) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 no")
    made = take(tmp_path / "x.pdf", dossier, terms=terms)
    assert (content(dossier, made), made.stated) == (b"%PDF-1.7 no", (Stated("pdf:unread", "damaged", ""),))


@pytest.mark.parametrize("what", ["missing", "folder", "pipe", "too large"])
def test_what_cannot_be_imported(tmp_path: Path, dossier: Path, terms: Terms, what: str) -> None:
    path = tmp_path / "it"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "too large":
        path.write_bytes(b"x" * 1001)
    small = evolve(terms, limits=evolve(terms.limits, max_file=1000))
    with pytest.raises(UnreadableInput) as refused:
        take(path, dossier, terms=small)
    assert refused.value.code == ("capture.file-too-large" if what == "too large" else "capture.file")
    assert str(tmp_path) not in str(refused.value)
    assert [it for it in dossier.rglob("*") if it.is_file()] == []


def test_one_byte_less_fits(tmp_path: Path, dossier: Path, terms: Terms) -> None:
    (tmp_path / "it").write_bytes(b"x" * 1000)
    made = take(tmp_path / "it", dossier, terms=evolve(terms, limits=evolve(terms.limits, max_file=1000)))
    assert made.bytes == 1000
