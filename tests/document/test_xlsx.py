from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from aigaq.document import write
from aigaq.document.model import Column, Document, Mark, Paragraph, Row, Run, Section, Table
from aigaq.document.xlsx import APART
from aigaq.values import Language
from tests.document.sample import HOSTILE, KAZAKH, document, long, row


def sheet(data: bytes, name: str = "Table") -> Worksheet:
    found = load_workbook(BytesIO(data), rich_text=True)[name]
    assert isinstance(found, Worksheet)
    return found


DATA = write(document(), "xlsx")
MAIN = sheet(DATA)


def column(at: int, found: Worksheet = MAIN) -> list[str]:
    return [str(cells[at].value or "") for cells in found.iter_rows()]


def test_the_table_is_the_first_sheet() -> None:
    assert load_workbook(BytesIO(DATA)).sheetnames == ["Table", "Facts", "Apart"]


def test_the_heading_stays_is_repeated_and_filters() -> None:
    assert MAIN.freeze_panes == "A2"
    assert MAIN.print_title_rows == "$1:$1"
    assert MAIN.auto_filter.ref == "A1:D7"
    assert MAIN.page_setup.orientation == "landscape"
    assert MAIN.page_setup.fitToHeight == 0
    assert not MAIN.merged_cells.ranges


def test_marks_are_rich_text() -> None:
    cell = MAIN["D4"].value
    assert isinstance(cell, CellRichText)
    looks = {
        block.text: (bool(block.font.b), block.font.u, bool(block.font.strike))
        for block in cell
        if isinstance(block, TextBlock)
    }
    assert looks["put in"] == (True, "single", False)
    assert looks["gone"] == (False, None, True)


def test_no_cell_is_a_formula_and_texts_are_exact() -> None:
    assert {cell.data_type for cells in MAIN.iter_rows() for cell in cells if cell.value} <= {"s", "inlineStr"}
    assert column(2)[-1] == "=1+1"
    assert column(3)[-1] == "@cmd"
    assert column(1)[-1].startswith("-2")
    assert KAZAKH in column(2)
    assert any(text.startswith(HOSTILE[:60]) for text in column(2))


def test_a_long_cell_goes_on_in_rows_that_say_so() -> None:
    words = "".join(f"{at:05} " for at in range(20_000))
    found = sheet(write(document(row(7, words, Run("one "), Run("two " * 20_000, Mark.INSERTED))), "xlsx"))
    rows = list(found.iter_rows(min_row=2))
    pieces = ["".join(str(cells[at].value or "") for cells in rows) for at in (2, 3)]
    assert pieces == [words, "one " + "two " * 20_000]
    assert all(len(str(cell.value or "")) <= 32_767 for cells in rows for cell in cells)
    assert [str(cells[0].value) for cells in rows][:2] == ["7", "7\n(continued)"]


def test_every_row_is_high_enough_and_none_too_high() -> None:
    found = sheet(write(long(), "xlsx"), "Table")
    heights = [found.row_dimensions[at].height or 0 for at in range(2, found.max_row + 1)]
    assert max(heights) <= 409
    assert len({str(cells[0].value).split("\n")[0] for cells in found.iter_rows(min_row=2)}) == 300 + 15 + 1


def test_the_other_sheets() -> None:
    facts = sheet(DATA, "Facts")
    assert [str(cell.value or "") for cell in facts[2]][:2] == ["SHA-256", "ab" * 32]
    assert "Nothing." in column(0, sheet(DATA, "Apart"))


def apart(*counts: int, rows: int = 2, words: str = "") -> Document:
    """Return a document with a main table of two columns and, on one sheet beside it, tables of so many columns."""

    def table(count: int, *, main: bool = False) -> Table:
        names = tuple(Column(f"column {at}", 10 + at) for at in range(count))
        cells = [tuple((Paragraph.of(f"{count}.{line}.{at}{words}"),) for at in range(count)) for line in range(rows)]
        return Table(names, tuple(Row(each) for each in cells), main=main)

    tables = tuple(table(count) for count in counts)
    return Document(
        "Tables",
        Language.EN,
        (Section("Main", (table(2, main=True),), "main", "Main"), Section("", tables, "apart", "Apart")),
    )


@pytest.mark.parametrize("counts", [(1,), (2,), (4,), (5,), (6,), (7,), (12,), (30,), (7, 2), (3, 6), (5, 7, 4)])
def test_every_column_of_every_table_is_written(counts: tuple[int, ...]) -> None:
    found = sheet(write(apart(*counts), "xlsx"), "Apart")
    written = [str(cell.value) for cells in found.iter_rows() for cell in cells if cell.value]
    wanted = []
    for count in counts:
        wanted += [f"column {at}" for at in range(count)]
        wanted += [f"{count}.{line}.{at}" for line in range(2) for at in range(count)]
    assert written == wanted


def test_a_long_last_column_goes_on_like_any_other() -> None:
    found = sheet(write(apart(7, rows=1, words=" word" * 4_000), "xlsx"), "Apart")
    last = "".join(str(cells[6].value or "") for cells in found.iter_rows(min_row=2))
    assert last == "7.0.6" + " word" * 4_000


@pytest.mark.parametrize(("count", "own"), [(4, False), (5, True), (7, True)])
def test_only_wide_tables_change_the_widths_of_a_sheet(*, count: int, own: bool) -> None:
    found = sheet(write(apart(count), "xlsx"), "Apart")
    found_widths = tuple(int(found.column_dimensions[name].width) for name in "AD")
    assert (found_widths != (APART[0], APART[3])) is own
