from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from aigaq.document import write
from aigaq.document.model import Mark, Run
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
