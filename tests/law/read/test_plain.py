"""Plain text: whatever the encoding and the line ends, the bytes come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.errors import UnreadableInput
from aigaq.law.read import Limits, read_bytes
from tests.law.read.samples import LAW_KK, LAW_RU, LAWS

RU, KK = "\n\n".join(LAW_RU), "\n\n".join(LAW_KK)
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize(
    ("text", "codec", "found", "marked"),
    [
        (RU, "utf-8", "utf-8", False),
        (KK, "utf-8", "utf-8", False),
        (RU, "utf-8-sig", "utf-8", True),
        (KK, "utf-16", "utf-16-le", True),
        (KK, "utf-16-le", "utf-16-le", False),
        (KK, "utf-16-be", "utf-16-be", False),
        (RU, "utf-32", "utf-32-le", True),
        (RU, "cp1251", "cp1251", False),
        (KK, "kz1048", "kz1048", False),
    ],
)
def test_every_encoding_gives_its_bytes_back(text: str, codec: str, found: str, marked: bool, ends: str) -> None:
    data = text.replace("\n", ENDS[ends]).encode(codec)
    source = read_bytes(data, name="law.txt")
    assert source.encoding == found
    assert source.raw() == data
    assert source.text.startswith("\ufeff") is marked
    assert source.text.removeprefix("\ufeff") == text.replace("\n", ENDS[ends])


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]),
)
def test_any_text_gives_its_bytes_back(text: str, codec: str, end: str) -> None:
    data = f"Статья 1.{end}{text}{end}".encode(codec)
    assert read_bytes(data, name="law.txt").raw() == data


RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя "


@given(st.lists(st.text(RUSSIAN, min_size=3, max_size=12), min_size=8), st.sampled_from(["cp1251", "kz1048"]))
def test_any_single_byte_text_gives_its_bytes_back(words: list[str], codec: str) -> None:
    text = "Статья 1. Закон\r\n" + " ".join(words) + (" өзге қала әділет" if codec == "kz1048" else "")
    source = read_bytes(text.encode(codec), name="law.txt")
    assert (source.text, source.raw()) == (text, text.encode(codec))


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "kz1048"])
def test_real_texts_give_their_bytes_back(kz: Path, codec: str, ends: str) -> None:
    tried = 0
    for path in sorted(kz.rglob("*.txt")):
        text = path.read_bytes().decode().replace("\n", ENDS[ends])
        try:
            data = text.encode(codec)
        except UnicodeEncodeError:
            continue
        tried += 1
        source = read_bytes(data, name=path.name)
        assert source.raw() == data, path.name
        assert source.text.removeprefix("\ufeff") == text, path.name
    assert tried > (20 if codec.startswith("utf") else 3)


@pytest.mark.parametrize("codec", ["koi8-r", "cp866", "mac_cyrillic", "iso8859-5"])
def test_other_cyrillic_encodings_are_not_guessed(codec: str) -> None:
    data = RU.replace("–", "-").replace("«", '"').replace("»", '"').replace("№", "N").encode(codec)
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.txt")
    assert caught.value.code == "read.encoding"
    assert "UTF-8" in caught.value.hint_text()


def test_where_a_byte_does_not_fit_is_said() -> None:
    data = RU.encode() + b"\n\xff\xfe\x98"
    with pytest.raises(UnreadableInput, match=rf"byte {len(RU.encode()) + 2} \(line {RU.count(chr(10)) + 2}\)"):
        read_bytes(data, name="law.txt")


def test_equal_evidence_is_told() -> None:
    source = read_bytes("Статья 1. Закон о делах өмір жүйе".encode("kz1048"), name="law.txt")
    assert source.encoding == "kz1048"
    assert "Windows-1251" in source.warnings[0]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read.empty"),
        (b" \r\n\t\n", "read.no-text"),
        (b"\xef\xbb\xbf\n", "read.no-text"),
        (b"law\x00law", "read.binary"),
        (bytes(range(1, 32)) * 20, "read.binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "read.binary"),
        ("é à ü ö ß ñ".encode("latin-1"), "read.encoding"),
        (b"\xff\xfe\x00\xd8\x10\x04", "read.encoding"),
        ("Закон".encode("utf-16") + b"\x00", "read.encoding"),
        (b"word " * 100, "read.too-long"),
        (b"x" * 101, "read.long-line"),
        (b"a\r" + b"x" * 101 + b"\n", "read.long-line"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.txt", limits=Limits(max_text=450, max_line=100))
    assert caught.value.code == code
    assert "law.txt" in str(caught.value) and caught.value.hint_text()


@pytest.mark.parametrize("language", LAWS)
def test_markdown_is_plain_text_by_another_name(language: str) -> None:
    text = "# " + "\n\n".join(LAWS[language])
    source = read_bytes(text.encode(), name="law.md")
    assert (source.media, source.text, source.places, source.tables) == ("text/markdown", text, (), ())


def test_a_line_of_just_the_limit_is_read() -> None:
    data = b"x" * 100 + b"\r" + b"y" * 100 + b"\n" + b"z" * 100
    assert read_bytes(data, name="law.txt", limits=Limits(max_line=100)).raw() == data
