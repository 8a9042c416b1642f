"""Files as they lie on a disk, and how their kind is found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aigaq.errors import UnreadableInput
from aigaq.law.read import Format, Limits, detect, read, read_bytes
from tests.law.read.samples import LAW_RU, docx_law, html_law, pdf_law, rtf_law, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (docx_law(LAW_RU), "law.txt", Format.DOCX),
        (html_law(LAW_RU), "law.docx", Format.HTML),
        (pdf_law(LAW_RU), "law.rtf", Format.PDF),
        (b"junk\n" + pdf_law(LAW_RU), "law.pdf", Format.PDF),
        (rtf_law(LAW_RU), "law.doc", Format.RTF),
        (b"\xef\xbb\xbf<html><p>x", "law", Format.HTML),
        ('\ufeff<?xml version="1.0"?>\n<!DOCTYPE html><p>x'.encode("utf-16-le"), "law", Format.HTML),
        (b"<!-- saved --><P class=x>x", "law", Format.HTML),
        (b"text <b>x</b>", "law.htm", Format.HTML),
        (b"text <b>x</b>", "law.txt", Format.PLAIN),
        (b"1 < 2", "law.htm", Format.PLAIN),
        (b"%PDF-like words later", "law.txt", Format.PDF),
        (b"# law", "law.md", Format.MARKDOWN),
        (b"# law", "law.txt", Format.PLAIN),
    ],
)
def test_the_contents_say_the_kind(data: bytes, name: str, format_: Format) -> None:
    assert detect(data, name=name) is format_


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n....", "read.picture"),
        (b"\xff\xd8\xff\xe0", "read.picture"),
        (b"AT&TFORM", "read.picture"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "read.encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "read.old-doc"),
        (OLE, "read.format"),
        (b"\x1f\x8b\x08", "read.format"),
        (b"Rar!\x1a\x07\x00", "read.format"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "read.format"),
        (zipped({"xl/workbook.xml": "<x/>"}), "read.format"),
        (zipped({"readme.txt": "x"}), "read.format"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "read.format"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "read.format"),
    ],
)
def test_other_kinds_are_named(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.docx")
    assert caught.value.code == code
    assert caught.value.exit_code == 3 and caught.value.hint_text()


def test_a_wrong_extension_is_told() -> None:
    assert "HTML" in read_bytes(html_law(LAW_RU), name="law.docx").warnings[-1]
    assert read_bytes(b"text", name="law.txt").warnings == ()


def test_a_file_is_read_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "закон.txt"
    path.write_bytes(b"abc")
    source = read(path)
    assert source.name == "закон.txt"
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    cases = {"read.missing": tmp_path / "none.txt", "read.not-a-file": tmp_path}
    for code, path in cases.items():
        with pytest.raises(UnreadableInput) as caught:
            read(path)
        assert caught.value.code == code
        assert str(tmp_path.parent) not in str(caught.value)


def test_a_name_that_no_system_takes() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(Path("a\x00b"))
    assert caught.value.code == "read.permission"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.code == "read.permission"


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(UnreadableInput) as caught:
        read(path, limits=Limits())
    assert caught.value.code == "read.too-large"
