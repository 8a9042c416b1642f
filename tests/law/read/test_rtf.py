"""RTF: code pages, groups, tables, what is left out and what is refused."""

from __future__ import annotations

import pytest

from aigaq.errors import Refused, UnreadableInput
from aigaq.law.read import read_bytes
from aigaq.law.source import Source

FONTS = r"{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}{\f2\fcharset2 Symbol;}{\f3\fcharset1 C;}}"


def rtf(body: str) -> Source:
    return read_bytes((r"{\rtf1\ansi\ansicpg1251\deff0" + FONTS + body + "}").encode("ascii"), name="law.rtf")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'d1\'f2\'e0\'f2\'fc\'ff 1\par 2\par", "Статья 1\n\n2\n"),
        (r"\u1178\'3f\u1179?\uc0\u1241 .", "ҚқәX.\n".replace("X", "")),
        (r"\uc2\u1178\'3f\'3fx", "Қx\n"),
        (r"\u-10179?\u-8704?", "\U0001f600\n"),
        (r"{\f1\'e9}\'e9{\f3\'e9}", "éйй\n"),
        (r"{\f2\'b7} x", "• x\n"),
        (r"a\tab b\line c\~d\_e\-f", "a\tb\nc\u00a0d-e\u00adf\n"),
        (r"\lquote a\rquote\emdash\endash\ldblquote b\rdblquote", "‘a’—–“b”\n"),
        (r"\{\\\}", "{\\}\n"),
        (r"a\b b\b0 c {\i d}", "abc d\n"),
        (r"{\listtext 1)\tab}\pard\ls1 a\par{\listtext 2)\tab}b\par", "1)\ta\n\n2)\tb\n"),
        (r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt a}}', "a\n"),
        (r"{\header x}{\footer x}{\info{\title x}}{\*\new x}{\stylesheet{\s0 x;}}a", "a\n"),
        (r"14{\super 1}\super 2\nosupersub 3", "14¹²3\n"),
        (r"{\v x}a\v x\v0 b\v x\plain c", "abc\n"),
        (r"a\page b\sect c", "a\n\nb\n\nc\n"),
        ("a\\\nb", "a\n\nb\n"),
        (r"{\pict\bin3 }}}}a", "a\n"),
        ("a\r\nb", "ab\n"),
    ],
)
def test_text(body: str, text: str) -> None:
    assert rtf(body).text == text


def test_a_table_is_one_block_of_rows() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    body = r"\pard a\par " + row.replace("{}", "№", 1).replace("{}", "x").replace("№", "1\\par 2") + row.format(3, 4)
    source = rtf(body + r"\pard b\par")
    assert source.text == "a\n\n1 2\tx\n3\t4\n\nb\n"
    assert [source.text[a:b] for a, b in source.tables] == ["1 2\tx\n3\t4"]
    assert [place.number for place in source.places] == [1, 2, 7]


def test_a_table_of_one_column_is_paragraphs() -> None:
    source = rtf(r"\trowd\cellx1\pard\intbl a\par b\cell\row\pard c\par")
    assert (source.text, source.tables) == ("a\n\nb\n\nc\n", ())


@pytest.mark.parametrize(
    ("group", "warning"),
    [
        (r"{\footnote x}", "1 footnotes or endnotes"),
        (r"{\pict 00ff}", "1 pictures"),
        (r"{\object{\*\objdata 00}{\result x}}", "1 embedded objects"),
        (r"{\shp{\*\shpinst{\shptxt x}}}", "1 shapes or text boxes"),
        (r"{\header x}", "1 running heads or feet"),
        (r"{\*\annotation x}", "1 comments"),
        (r"{\v x}", "1 pieces of hidden text"),
        (r"{\f2\'c6}", "1 symbols of a special font"),
    ],
)
def test_what_is_left_out_is_told(group: str, warning: str) -> None:
    source = rtf("a" + group)
    assert "x" not in source.text
    assert source.warnings[0].startswith(warning) and len(source.warnings) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (r"a{\revised b}", "read.tracked-changes"),
        (r"a{\deleted b}", "read.tracked-changes"),
        (r"\pard\ls1 a\par", "read.numbering"),
    ],
)
def test_what_would_be_ambiguous_is_refused(body: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        rtf(body)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (rb"{\rtf1\ansicpg1251 a{b", "read.damaged"),
        (rb"{\rtf1\ansicpg1251 a" + b"\\", "read.damaged"),
        (rb"{\rtf1\ansicpg1251 {\info x}}", "read.no-text"),
        (rb"{\rtf1\ansicpg1251 a\'98}", "read.encoding"),
        (rb"{\rtf1 " + b"{" * 100_000, "read.too-deep"),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(data, name="law.rtf")
    assert caught.value.code == code


def test_what_follows_the_last_brace_is_no_text() -> None:
    assert read_bytes(b"{\\rtf1 a}\x00\x00 b", name="law.rtf").text == "a\n"
