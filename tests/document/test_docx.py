from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from docx.table import _Cell

from aigaq.document import write
from aigaq.document.model import Document, Row, Section, Table
from aigaq.values import Language
from tests.document.sample import COLUMNS, KAZAKH, document, long, row


def part(data: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


DATA = write(document(), "docx")
XML = part(DATA)


def main_table() -> list[list[_Cell]]:
    tables = docx.Document(BytesIO(DATA)).tables
    return [[*row.cells] for row in next(t for t in tables if len(t.columns) == len(COLUMNS)).rows]


def rows_of(found: Document) -> list[str]:
    return re.findall(r"<w:tr>.*?</w:tr>", part(write(found, "docx")))


def runs(cell: _Cell) -> dict[str, str]:
    return {run.text: run.style.name or "" for paragraph in cell.paragraphs for run in paragraph.runs}


def test_the_page_is_a4_landscape() -> None:
    section = docx.Document(BytesIO(DATA)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 210)


def test_the_heading_row_repeats_and_short_rows_stay_whole() -> None:
    rows = rows_of(document())
    assert sum("<w:tblHeader/>" in found for found in rows) == 2
    assert all("<w:cantSplit/>" in found for found in rows)
    (longest,) = [found for found in rows_of(document(row(1, "слово " * 200))) if "слово" in found]
    assert "<w:cantSplit/>" not in longest


def test_marks_are_styles_that_print_in_black() -> None:
    new = main_table()[3][3]
    assert runs(new) == {
        "kept ": "Default Paragraph Font",
        "put in": "Inserted",
        " ": "Default Paragraph Font",
        "gone": "Deleted",
    }
    styles = part(DATA, "word/styles.xml")
    assert re.search(r'styleId="Inserted".*?<w:b/><w:u w:val="single"/>', styles)
    assert re.search(r'styleId="Deleted".*?<w:strike/>', styles)
    assert '<w:bdr w:val="single"' in re.findall(r"<w:r>(?:(?!<w:r>).)*watched</w:t>", XML)[0]


def test_texts_come_back_exactly_but_for_what_no_xml_holds() -> None:
    assert main_table()[3][2].text == KAZAKH
    assert main_table()[4][2].text == '<script>alert("x")</script> & <img src=x onerror=alert(1)> ]]> \ufffd'


def test_groups_span_the_table() -> None:
    assert [cells[0].text for cells in main_table() if len({id(c._tc) for c in cells}) == 1] == [
        "The Act",
        "Chapter 1",
        "Chapter 2",
    ]


def test_headings_are_real_and_the_title_is_stated() -> None:
    opened = docx.Document(BytesIO(DATA))
    styles = [(p.style.name if p.style else "", p.text) for p in opened.paragraphs if p.text]
    assert ("Title", "A table") in styles
    assert ("Heading 1", "Changes") in styles
    assert opened.core_properties.title == "A table"
    assert (opened.core_properties.author, opened.core_properties.last_modified_by) == ("", "")


@pytest.mark.parametrize(
    ("language", "tag", "page"), [("en", "en-GB", "Page "), ("ru", "ru-RU", "Страница "), ("kk", "kk-KZ", " беттің ")]
)
def test_language_and_page_numbers(language: str, tag: str, page: str) -> None:
    data = write(document(language=Language(language)), "docx")
    assert f'<w:lang w:val="{tag}"/>' in part(data, "word/styles.xml")
    footer = part(data, "word/footer1.xml")
    assert page in footer
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    assert ('<w:lang w:val="kk-KZ"/>' in part(data)) is (language != "kk")


def test_links_lead_to_bookmarks() -> None:
    (aim,) = re.findall(r'<w:hyperlink w:anchor="(\w+)"', XML)
    assert len(aim) <= 40
    assert XML.count(f'w:name="{aim}"') == 1
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', XML)
    assert len(numbers) == len(set(numbers))


def test_column_widths_follow_the_shares() -> None:
    widths = [int(found) for found in re.findall(r'<w:gridCol w:w="(\d+)"/>', XML)][2:6]
    assert [round(100 * width / sum(widths)) for width in widths] == [5, 15, 40, 40]


def test_every_cell_has_a_paragraph() -> None:
    empty = Document("t", Language.RU, (Section("", (Table(COLUMNS[:1], (Row(((),)),)),)),))
    assert "</w:tcPr></w:tc>" not in part(write(empty, "docx"))


def test_three_hundred_rows_are_all_there() -> None:
    table = max(docx.Document(BytesIO(write(long(), "docx"))).tables, key=lambda t: len(t._tbl.tr_lst))
    assert len(table._tbl.tr_lst) == 1 + 1 + 15 + 300
