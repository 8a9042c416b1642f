from __future__ import annotations

import io
import re
from datetime import date
from itertools import permutations
from pathlib import Path

import docx
import pytest
import xlsxwriter

from aigaq.errors import Refused, UnreadableInput
from aigaq.law.check import OfficialTable, Spot, read_table
from tests.law.check.published import (
    FORMATS,
    HEADS,
    LANGUAGES,
    WRITERS,
    docx_table,
    html_table,
    numbered,
    opened,
    own,
    xlsx_table,
)
from tests.law.read.samples import docx_bytes, package
from tests.law.table.fictional import fictional

ROWS = [("статья 1", "1. Было.", "1. Стало."), ("статья 2\nпункт 3", "отсутствует", "3. Новое:\n1) раз;\n2) два.")]


def seen(found: OfficialTable) -> list[tuple[str, str, str]]:
    return [(row.unit, row.old, row.new) for row in found.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_our_own_table_is_read_back(language: str, format: str) -> None:
    found, changes = own(language, format), fictional(language).changes
    assert [row.number for row in found.rows] == [str(at + 1) for at in range(len(changes))]
    for row, change in zip(found.rows, changes, strict=True):
        for text, wording in ((row.old, change.old), (row.new, change.new)):
            assert re.sub(r"\s+", "", text) == re.sub(r"\s+", "", wording) or text.startswith("(")
        assert change.label.split(", ")[-1] in row.unit
        assert not row.doubt


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_a_plain_table_in_every_format(language: str, format: str) -> None:
    data = WRITERS[format](numbered(ROWS), HEADS[language])
    found = opened(data, f"t.{format}")
    assert seen(found) == ROWS
    assert [row.number for row in found.rows] == ["1", "2"]
    assert [row.place.row for row in found.rows] == [2, 3]
    assert found.rows[0].place.sheet == ("Таблица" if format == "xlsx" else "")
    assert len(found.sha256) == 64


@pytest.mark.parametrize(
    "heads",
    [
        ("Структурная единица", "Редакция действующего акта", "Предлагаемая к принятию редакция"),
        ("Структурный элемент", "ДЕЙСТВУЮЩАЯ РЕДАКЦИЯ Закона", "Редакция законопроекта"),
        ("Статья", "Действующая\nредакция", "Предлагаемая редакция (проект)"),
        ("Құрылымдық бірлік", "Қолданыстағы редакциясы", "Заң жобасының редакциясы"),
        ("Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылатын редакция"),
    ],
)
def test_headings_under_other_names(heads: tuple[str, str, str]) -> None:
    assert seen(opened(html_table(ROWS, heads), "t.html")) == ROWS


def test_columns_in_any_order() -> None:
    heads, rows = HEADS["ru"][1:4], ROWS
    for order in permutations(range(3)):
        made = html_table([[row[at] for at in order] for row in rows], [heads[at] for at in order])
        assert seen(opened(made, "t.html")) == rows


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (("№", "Наименование", "Площадь, кв. м"), "check.no-columns"),
        (("Статья", "Действующая редакция", "Обоснование"), "check.no-columns"),
        (("Редакция законопроекта", "Предлагаемая редакция", "Автор"), "check.no-columns"),
        (("Действующая редакция", "Действующая редакция закона", "Предлагаемая редакция"), "check.columns"),
        (("Действующая редакция", "Редакция законопроекта", "Предлагаемая редакция"), "check.columns"),
    ],
)
@pytest.mark.parametrize("format", FORMATS)
def test_other_columns_are_refused(heads: tuple[str, str, str], code: str, format: str) -> None:
    with pytest.raises(Refused) as caught:
        opened(WRITERS[format](ROWS, heads), f"t.{format}")
    assert caught.value.code == code
    assert caught.value.hint_text()


@pytest.mark.parametrize("format", FORMATS)
def test_numbers_of_columns_repeated_headings_and_groups(format: str) -> None:
    heads = HEADS["ru"]
    rows = [
        ("1", "2", "3", "4", "5"),
        ("Глава 1. Общее", "", "", "", ""),
        ("1", *ROWS[0], ""),
        heads,
        ("Статья 2. Иное", "", "", "", ""),
        ("2", *ROWS[1], ""),
        ("Глава 2. Прочее", "", "", "", ""),
        ("3", *ROWS[0], ""),
    ]
    found = opened(WRITERS[format](rows, heads), f"t.{format}")
    assert seen(found) == [*ROWS, ROWS[0]]
    assert [row.headings for row in found.rows] == [
        ("Глава 1. Общее",),
        ("Глава 1. Общее", "Статья 2. Иное"),
        ("Глава 2. Прочее",),
    ]


def test_a_merged_group_row_in_a_docx() -> None:
    document = docx.Document()
    made = document.add_table(rows=3, cols=5)
    for cell, text in zip(made.rows[0].cells, HEADS["ru"], strict=True):
        cell.text = text
    made.cell(1, 0).merge(made.cell(1, 4)).text = "Глава 1"
    for cell, text in zip(made.rows[2].cells, ("1", *ROWS[0], ""), strict=True):
        cell.text = text
    found = opened(docx_bytes(document), "t.docx")
    assert [(row.headings, row.unit) for row in found.rows] == [(("Глава 1",), "статья 1")]


def test_cells_merged_downwards_in_a_docx() -> None:
    document = docx.Document()
    made = document.add_table(rows=4, cols=5)
    rows = (HEADS["ru"], ("1", "статья 1", "а", "б", ""), ("", "", "в", "г", ""), ("2", "статья 2", "д", "е", ""))
    for line, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    made.cell(1, 1).merge(made.cell(2, 1))
    assert seen(opened(docx_bytes(document), "t.docx")) == [
        ("статья 1", "а", "б"),
        ("статья 1", "в", "г"),
        ("статья 2", "д", "е"),
    ]
    made.cell(2, 2).merge(made.cell(3, 2))
    assert seen(opened(docx_bytes(document), "t.docx"))[-1][2] == "г\nе"


def test_cells_merged_downwards_in_html_and_xlsx() -> None:
    heads = "".join(f"<th>{text}</th>" for text in HEADS["ru"])
    first = "<tr><td>1<td rowspan=2>статья 1<td>а<td>б<td></tr>"
    rows = f"{first}<tr><td>2<td>в<td>г<td></tr><tr><td>3<td>статья 2<td>д<td>е<td>"
    page = f"<html><body><table><tr>{heads}</tr>{rows}</table>".encode()
    wanted = [("статья 1", "а", "б"), ("статья 1", "в", "г"), ("статья 2", "д", "е")]
    assert seen(opened(page, "t.html")) == wanted
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        texts = (HEADS["ru"], ("1", "", "а", "б", ""), ("2", "", "в", "г", ""), ("3", "статья 2", "д", "е", ""))
        for at, line in enumerate(texts):
            sheet.write_row(at, 0, line)
        sheet.merge_range(1, 1, 2, 1, "статья 1")
    assert seen(opened(out.getvalue(), "t.xlsx")) == wanted


def test_a_table_that_goes_on_without_headings() -> None:
    document = docx.Document()
    for texts in ((HEADS["ru"], ("1", *ROWS[0], "")), (("2", *ROWS[1], ""),), (("подпись", "дата"),)):
        made = document.add_table(rows=0, cols=len(texts[0]))
        for line in texts:
            for cell, text in zip(made.add_row().cells, line, strict=True):
                cell.text = text
        document.add_paragraph("")
    found = opened(docx_bytes(document), "t.docx")
    assert seen(found) == ROWS
    assert [row.place for row in found.rows] == [Spot(1, 2), Spot(2, 1)]
    assert found.remarks == ("table 3 has no columns of wordings and was passed over; its rows: 1",)


@pytest.mark.parametrize("format", ["docx", "html"])
def test_a_table_inside_a_cell_is_part_of_the_cell(format: str) -> None:
    inner = "2\tРайонная\t48"
    if format == "html":
        page = html_table([("статья 1", "x", "y")], HEADS["ru"][1:4]).decode()
        page = page.replace("<p>y</p>", "<p>До</p><table><tr><td>2<td>Районная<td>48</table>")
        found = opened(page.encode(), "t.html")
    else:
        document = docx.Document()
        made = document.add_table(rows=2, cols=3)
        for cell, text in zip(made.rows[0].cells, HEADS["ru"][1:4], strict=True):
            cell.text = text
        made.cell(1, 0).text, made.cell(1, 2).text = "статья 1", "До"
        nested = made.cell(1, 2).add_table(rows=1, cols=3)
        for cell, text in zip(nested.rows[0].cells, inner.split("\t"), strict=True):
            cell.text = text
        found = opened(docx_bytes(document), "t.docx")
    assert [row.new.split("\n") for row in found.rows] == [["До", inner]]


def test_a_table_inside_a_layout_of_one_column() -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1)
    made = outer.cell(0, 0).add_table(rows=2, cols=3)
    for line, texts in zip(made.rows, (HEADS["ru"][1:4], ROWS[0]), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    assert seen(opened(docx_bytes(document), "t.docx")) == [ROWS[0]]
    page = html_table([ROWS[0]], HEADS["ru"][1:4]).decode()
    page = page.replace("<table>", "<table><tr><td><table>", 1).replace("</table>", "</table></table>")
    assert seen(opened(page.encode(), "t.html")) == [ROWS[0]]


def test_automatic_numbers_go_on_from_the_paragraphs_before() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    heads = "".join(cell.format(text) for text in HEADS["ru"][1:4])
    row = f"{cell.format('статья 1')}<w:tc>{item.format('Было')}</w:tc><w:tc>{item.format('Стало')}</w:tc>"
    body = f"{item.format('До')}<w:tbl><w:tr>{heads}</w:tr><w:tr>{row}</w:tr></w:tbl>"
    assert seen(opened(package(body, numbering=numbering), "t.docx")) == [("статья 1", "2. Было", "3. Стало")]


def test_tracked_changes_in_a_cell_are_refused() -> None:
    heads = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in HEADS["ru"][1:4])
    cell = "<w:tc><w:p><w:ins><w:r><w:t>слово</w:t></w:r></w:ins></w:p></w:tc>"
    with pytest.raises(Refused) as caught:
        opened(package(f"<w:tbl><w:tr>{heads}</w:tr><w:tr>{cell * 3}</w:tr></w:tbl>"), "t.docx")
    assert caught.value.code == "read.tracked-changes"


def struck_docx() -> bytes:
    document = docx.Document()
    made = document.add_table(rows=2, cols=3)
    for line, texts in zip(made.rows, (HEADS["ru"][1:4], ROWS[0]), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    made.cell(1, 2).paragraphs[0].add_run(" лишнее").font.strike = True
    return docx_bytes(document)


def struck_html() -> bytes:
    page = html_table([ROWS[0]], HEADS["ru"][1:4]).decode()
    return page.replace("1. Стало.", "1. Стало <s>лишнее</s>.").encode()


def struck_xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS["ru"][1:4])
        sheet.write_row(1, 0, ROWS[0][:2])
        sheet.write_rich_string(1, 2, "1. Стало ", book.add_format({"font_strikeout": True}), "лишнее", ".")
    return out.getvalue()


@pytest.mark.parametrize("make", [struck_docx, struck_html, struck_xlsx])
def test_words_struck_through_in_the_proposed_wording_are_a_doubt(make: object) -> None:
    format = make.__name__.removeprefix("struck_")  # type: ignore[attr-defined]
    found = opened(make(), f"t.{format}")  # type: ignore[operator]
    assert "struck through" in found.rows[0].doubt


def test_a_date_that_was_a_number_is_a_doubt() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADS["ru"][1:4])
        sheet.write_datetime(1, 0, date(2026, 1, 14), book.add_format({"num_format": "d-m"}))  # type: ignore[arg-type]
        sheet.write_row(1, 1, ROWS[0][1:])
    assert "date" in opened(out.getvalue(), "t.xlsx").rows[0].doubt


def test_a_hidden_sheet_is_not_read_and_named() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name in ("Таблица", "Черновик"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, HEADS["ru"][1:4])
            sheet.write_row(1, 0, ROWS[0])
        sheet.hide()
    found = opened(out.getvalue(), "t.xlsx")
    assert seen(found) == [ROWS[0]]
    assert found.remarks == ("the sheet Черновик is hidden and was not read",)


def test_a_row_that_goes_on_in_the_next_one() -> None:
    rows = [("1", "статья 1", "а", "б в", ""), ("1\n(продолжение)", "", "", "г", "")]
    assert seen(opened(xlsx_table(rows), "t.xlsx")) == [("статья 1", "а", "б в\nг")]


def test_a_cell_under_two_headings_is_a_doubt() -> None:
    page = html_table([("статья 1", "а", "б")], HEADS["ru"][1:4]).decode()
    page = page.replace("<td><p>а</p></td><td><p>б</p></td>", "<td colspan=2><p>аб</p></td>")
    assert "under the headings" in opened(page.encode(), "t.html").rows[0].doubt


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("t.txt", b"x y z", "check.format"),
        ("t.pdf", b"%PDF-1.7 x", "check.format"),
        ("t.docx", b"", "read.empty"),
        ("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "read.format"),
        ("t.docx", docx_table([])[:300], "read.damaged"),
        ("t.xlsx", xlsx_table([])[:-200], "read.damaged"),
    ],
)
def test_other_files_are_no_tables(name: str, data: bytes, code: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        opened(data, name)
    assert caught.value.code == code


@pytest.mark.parametrize(("name", "code"), [("none.docx", "read.missing"), (".", "check.unreadable")])
def test_no_file(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_table(tmp_path / name)
    assert caught.value.code == code
