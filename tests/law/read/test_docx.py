"""DOCX: order, tables, places, what is left out and what is refused."""

from __future__ import annotations

import docx
import pytest

from aigaq.errors import AigaqError, Refused, UnreadableInput
from aigaq.law.read import read_bytes
from aigaq.law.source import Source
from tests.law.read.samples import docx_bytes, package


def p(text: str = "", *, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def parsed(body: str, *, numbering: str = "", styles: str = "") -> Source:
    return read_bytes(package(body, numbering=numbering, styles=styles), name="law.docx")


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("Глава 1", level=1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["№", "Срок", "1", "десять"], strict=True):
        cell.text = text
    table.cell(1, 1).add_paragraph("дней")
    document.add_paragraph("")
    document.add_paragraph("1. Текст")
    source = read_bytes(docx_bytes(document), name="law.docx")
    assert source.text == "Глава 1\n\n№\tСрок\n1\tдесять дней\n\n1. Текст\n"
    assert [source.text[a:b] for a, b in source.tables] == ["№\tСрок\n1\tдесять дней"]
    assert [place.number for place in source.places] == [1, 2, 8]
    assert {place.unit for place in source.places} == {"paragraph"}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:tab/><w:t>в</w:t></w:r></w:p>", "а\nб\tв\n"),
        ('<w:p><w:r><w:t>а</w:t><w:br w:type="page"/><w:t>б</w:t></w:r></w:p>', "аб\n"),
        ("<w:p><w:r><w:t>14</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r></w:p>", "14-1\u00ad\n"),
        ("<w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p>", "ссылка\n"),
        (f"<w:sdt><w:sdtContent>{p('поле')}</w:sdtContent></w:sdt>", "поле\n"),
        (f"<w:tbl><w:tr><w:tc>{p('раз')}{p('два')}</w:tc></w:tr></w:tbl>", "раз\n\nдва\n"),
        (p("Статья 14") + p("1", run='<w:vertAlign w:val="superscript"/>'), "Статья 14\n\n¹\n"),
        (p("видно") + p("тайна", run="<w:vanish/>"), "видно\n"),
        (p("видно", run='<w:vanish w:val="0"/>'), "видно\n"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>5</w:t></w:r></w:p>", "5\n"),
        (p("а&#160;б") + "<!-- нет --><?нет?>", "а\u00a0б\n"),
    ],
)
def test_runs(body: str, text: str) -> None:
    assert parsed(body).text == text


BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>тайна</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"

TWICE = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"


@pytest.mark.parametrize(
    ("inline", "warning"),
    [
        ('<w:r><w:footnoteReference w:id="1"/></w:r>', "1 footnotes are not in the text."),
        ('<w:r><w:endnoteReference w:id="1"/></w:r>', "1 endnotes are not in the text."),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "1 comments are not in the text."),
        (BOX, "1 text boxes are not in the text; look whether they hold law."),
        (f"<w:r><mc:AlternateContent>{TWICE}</mc:AlternateContent></w:r>", "1 text boxes are not in the text; look"),
        ("<w:r><w:drawing/></w:r>", "1 pictures or drawings are not in the text."),
        ("<w:r><w:object/></w:r>", "1 embedded objects are not in the text."),
        ('<w:r><w:sym w:font="X" w:char="F0B7"/></w:r>', "1 symbols of a special font"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "1 pieces of hidden text were left out."),
    ],
)
def test_what_is_left_out_is_told(inline: str, warning: str) -> None:
    source = parsed(f"<w:p><w:r><w:t>Текст</w:t></w:r>{inline}</w:p><w:altChunk/>")
    assert source.text.startswith("Текст") and "тайна" not in source.text
    assert any(told.startswith(warning) for told in source.warnings)
    assert "1 embedded documents are not in the text; look whether they hold law." in source.warnings


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:ins><w:r><w:t>новое</w:t></w:r></w:ins></w:p>",
        "<w:p><w:del><w:r><w:delText>старое</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
        "<w:p><w:moveFrom><w:r><w:t>там</w:t></w:r></w:moveFrom></w:p>",
    ],
)
def test_tracked_changes_are_refused(body: str) -> None:
    with pytest.raises(Refused) as caught:
        parsed(p("Текст") + body)
    assert (caught.value.code, caught.value.exit_code) == ("read.tracked-changes", 4)


def test_a_change_of_format_is_no_tracked_change() -> None:
    assert parsed(p("Текст", run="<w:rPrChange><w:rPr/></w:rPrChange>")).text == "Текст\n"


def level(n: int, form: str, pattern: str, *, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def listing(*levels: str, number: str = "", more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{number}</w:num>{more}'
    )


def item(text: str, n: int = 0, *, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=properties)


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ([level(0, "decimal", "%1."), level(1, "decimal", "%2)")], ["1. ", "1) ", "2) ", "2. ", "1) "]),
        ([level(0, "decimal", "%1)"), level(1, "decimal", "%1-%2)")], ["1) ", "1-1) ", "1-2) ", "2) ", "2-1) "]),
        ([level(0, "upperRoman", "%1."), level(1, "russianLower", "%2)")], ["I. ", "а) ", "б) ", "II. ", "а) "]),
        ([level(0, "decimal", "%1-бап."), level(1, "bullet", "x")], ["1-бап. ", "• ", "• ", "2-бап. ", "• "]),
        (
            [level(0, "upperLetter", "%1."), level(1, "decimal", "%1%2", more="<w:isLgl/>")],
            ["A. ", "11 ", "12 ", "B. ", "21 "],
        ),
        (
            [level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')],
            ["1. ", "1) ", "2) ", "2. ", "3) "],
        ),
        ([level(0, "decimalZero", "%1", more='<w:suff w:val="nothing"/>')], ["01", "", "", "02", ""]),
        ([level(0, "none", ""), level(1, "lowerRoman", "%2.")], ["", "i. ", "ii. ", "", "i. "]),
    ],
)
def test_automatic_numbers_come_back(levels: list[str], numbers: list[str]) -> None:
    depths = [0, 1, 1, 0, 1]
    body = "".join(item(f"т{n}", depth) for n, depth in enumerate(depths))
    source = parsed(body, numbering=listing(*levels))
    assert source.text == "".join(f"{number}т{n}\n\n" for n, number in enumerate(numbers))[:-1]
    assert any("automatic numbering" in warning for warning in source.warnings)


def test_numbers_start_where_the_list_says() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    second = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    numbering = listing(level(0, "decimal", "%1)"), more=second)
    body = item("а") + item("б") + item("в", number=2) + item("г", number=2) + item("д", number=0)
    assert parsed(body, numbering=numbering).text == "1) а\n\n2) б\n\n5) в\n\n6) г\n\nд\n"


def test_a_style_may_number_its_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Base"/></w:style>'
    )
    numbering = listing(level(0, "decimal", "Статья %1."), level(1, "decimal", "%2)", more='<w:pStyle w:val="Sub"/>'))
    body = p("а", properties='<w:pStyle w:val="Base"/>') + p("б", properties='<w:pStyle w:val="Sub"/>')
    assert parsed(body, numbering=numbering, styles=styles).text == "Статья 1. а\n\n1) б\n"


@pytest.mark.parametrize(("form", "count"), [("ordinalText", 1), ("hebrew1", 1), ("russianLower", 26)])
def test_a_number_that_cannot_be_rebuilt_is_refused(form: str, count: int) -> None:
    with pytest.raises(Refused) as caught:
        parsed(item("т") * count, numbering=listing(level(0, form, "%1.")))
    assert caught.value.code == "read.numbering"
    assert f"Paragraph {count} of law.docx" in str(caught.value)


def test_an_empty_document_has_no_text() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(docx_bytes(docx.Document()), name="law.docx")
    assert caught.value.code == "read.no-text"


def test_a_package_with_a_password_is_named() -> None:
    locked = bytearray(package(p("Текст")))
    at = locked.index(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 1)
    with pytest.raises(UnreadableInput) as caught:
        read_bytes(bytes(locked), name="law.docx")
    assert caught.value.code == "read.encrypted"


def test_cut_off_anywhere_it_is_damaged() -> None:
    document = docx.Document()
    document.add_paragraph("Текст")
    whole = docx_bytes(document)
    for end in range(10, len(whole), len(whole) // 25):
        with pytest.raises(AigaqError) as caught:
            read_bytes(whole[:end], name="law.docx")
        assert caught.value.code == "read.damaged"


def test_a_changed_byte_is_an_error_or_changes_nothing() -> None:
    whole = package(p("Текст закона"))
    for at in range(0, len(whole), 7):
        changed = whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]
        try:
            text = read_bytes(changed, name="law.docx").text
        except AigaqError:
            continue
        assert text == "Текст закона\n"
