from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest
import xlsxwriter

from aigaq.errors import UnreadableInput
from aigaq.law.check import Code, check
from aigaq.law.check.known import known
from aigaq.law.check.read import read_table_bytes
from aigaq.law.read.limits import LIMITS, Budget, Limits
from aigaq.profiles import profile
from tests.law.check.published import HEADS, docx_table, html_table, numbered, opened, table, xlsx_table
from tests.law.read.samples import package, zipped
from tests.law.table.fictional import fictional

SHEET = "xl/worksheets/sheet1.xml"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def workbook(**changed: tuple[bytes, bytes]) -> bytes:
    """Return a workbook with words of its sheet replaced."""
    found = parts(xlsx_table([("1", "статья 1", "а", "б", "")]))
    for old, new in changed.values():
        assert old in found[SHEET]
        found[SHEET] = found[SHEET].replace(old, new)
    return zipped(found)


def far_row() -> bytes:
    return workbook(a=(b'<row r="2"', b'<row r="1048576"'), b=(b'r="A2"', b'r="A1048576"'))


def endless_row() -> bytes:
    return workbook(a=(b'<row r="2"', b'<row r="99999999999"'), b=(b'r="A2"', b'r="A99999999999"'))


def entities() -> bytes:
    head = b'<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet'
    return workbook(a=(b"<worksheet", head))


def entities_in_strings() -> bytes:
    found = parts(xlsx_table([("1", "статья 1", "а", "б", "")]))
    found["xl/sharedStrings.xml"] = found["xl/sharedStrings.xml"].replace(
        b"<sst", b'<!DOCTYPE sst [<!ENTITY i SYSTEM "file:///etc/passwd">]><sst'
    )
    return zipped(found)


def bomb() -> bytes:
    found = parts(xlsx_table([("1", "статья 1", "а", "б", "")]))
    return zipped({**found, "xl/sharedStrings.xml": b"<sst>" + b" " * 30_000_000 + b"</sst>"})


def merged_wide() -> bytes:
    return workbook(
        a=(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    )


def many_rows() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at in range(20_002):
            sheet.write_string(at, 0, "x")
    return out.getvalue()


def many_html_rows() -> bytes:
    return html_table([("статья 1", "а", "б")] * 20_001, HEADS["ru"][1:4])


HOSTILE = {
    "a row beyond all others": (far_row, "check.too-many-rows"),
    "a row without end": (endless_row, "check.too-many-rows"),
    "entities in a sheet": (entities, "read.entities"),
    "entities in the strings": (entities_in_strings, "read.entities"),
    "a bomb": (bomb, "read.bomb"),
    "a merged cell over everything": (merged_wide, "check.too-many-rows"),
    "too many rows": (many_rows, "check.too-many-rows"),
    "too many rows of a page": (many_html_rows, "check.too-many-rows"),
    "no workbook": (lambda: zipped({"xl/workbook.xml": "<workbook/>"}), "read.damaged"),
    "a path outside": (lambda: zipped({"xl/workbook.xml": "<x/>", "../../x": ""}), "read.damaged"),
    "a workbook of nothing": (lambda: b"PK\x03\x04" + b"xl/workbook" * 100, "read.damaged"),
    "a DOCX bomb": (lambda: package("<w:p/>" + " " * 30_000_000), "read.bomb"),
    "nested HTML tables": (lambda: b"<html>" + b"<table><tr><td>" * 50_000, "read.too-deep"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_an_error_within_seconds(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    begun = time.perf_counter()
    with pytest.raises(UnreadableInput) as caught:
        opened(data, "table.bin")
    assert caught.value.code == code
    assert time.perf_counter() - begun < 10


def test_nested_tables_in_a_docx_are_bounded() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    with pytest.raises(UnreadableInput):
        opened(package("<w:tbl><w:tr><w:tc>" * 5_000), "t.docx")
    heads = docx_table(numbered([("статья 1", "а", "б")]))
    found = parts(heads)
    found["word/document.xml"] = found["word/document.xml"].replace(b"<w:sectPr", deep.encode() + b"<w:sectPr")
    assert len(opened(zipped(found), "t.docx").rows) == 1


def spans(wide: int, down: int, rows: int) -> bytes:
    heads = "".join(f"<td>{text}</td>" for text in HEADS["ru"])
    more = f"<tr><td colspan={wide} rowspan={down}>x</td></tr>" * rows
    return f"<html><body><table><tr>{heads}</tr><tr><td>1<td>статья 1<td>а<td>б<td></tr>{more}</table>".encode()


def test_wide_spans_cost_nothing() -> None:
    begun = time.perf_counter()
    assert len(opened(spans(5, 9999, 30), "t.html").rows) == 1
    for wide, down, rows in ((9999, 1, 1), (50, 9999, 2_000), (1, 9999, 2_000)):
        with pytest.raises(UnreadableInput) as caught:
            opened(spans(wide, down, rows), "t.html")
        assert caught.value.code == "check.too-many-columns"
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    "text",
    [
        "… " * 50_000,
        "слово " * 60_000,
        "3) исключить;\n" * 20_000,
        "1. " * 80_000,
        "Статья 1. Читатель\n" * 15_000,
        "«" * 100_000,
        "публичная читальня " * 15_000,
    ],
)
def test_a_long_cell_is_bounded(text: str) -> None:
    begun = time.perf_counter()
    check(table(("статья 1", text, text), ("", text, text)), fictional("ru"))
    assert time.perf_counter() - begun < 20


def test_a_cell_longer_than_that_is_not_looked_at() -> None:
    found = check(table(("статья 1", "x" * 400_001, "y"), ("статья 1 " * 300, "а", "б")), fictional("ru"))
    assert [finding.reason for finding in found.of(Code.COULD_NOT_LOOK)] == ["a cell is too long to be looked at"] * 2


def test_many_rows_that_are_nowhere_end_in_time() -> None:
    rows = [("глава 1", f"слово {at} и другое {at} слово", f"иное {at} слово и {at} другое") for at in range(4_000)]
    begun = time.perf_counter()
    found = check(table(*rows), fictional("ru"))
    assert time.perf_counter() - begun < 120
    assert len(found.looked) == 4_000


def ticking() -> Iterator[float]:
    moment = 0.0
    while True:
        yield moment
        moment += 1.0


@pytest.mark.parametrize("make", [docx_table, xlsx_table, html_table])
def test_every_reader_looks_at_the_clock(make: object) -> None:
    rows = numbered([("статья 1", "а", "б")] * 20)
    clock = ticking()
    budget = Budget.start("t", limits=Limits(max_seconds=1.5), clock=lambda: next(clock))
    with pytest.raises(UnreadableInput) as caught:
        read_table_bytes(make(rows), words=known(profile("kz")), budget=budget)  # type: ignore[operator]
    assert caught.value.code == "read.too-slow"


def test_text_is_bounded() -> None:
    budget = Budget.start("t", limits=Limits(max_text=500, max_bytes=LIMITS.max_bytes))
    with pytest.raises(UnreadableInput) as caught:
        read_table_bytes(
            xlsx_table(numbered([("статья 1", "а" * 400, "б" * 400)])), words=known(profile("kz")), budget=budget
        )
    assert caught.value.code == "read.too-long"
