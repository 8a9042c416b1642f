"""Tables as spreadsheets save them, and rows put in without touching the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.bill.dossier.rows import CROWDED, read_rows, with_row
from aigaq.bill.faults import Faults
from aigaq.errors import UnreadableInput

COLUMNS = ("a", "b", "c")


def rows(path: Path, data: bytes) -> tuple[list[dict[str, object]], list[str]]:
    (path / "t.csv").write_bytes(data)
    faults = Faults("t.csv")
    found = [dict(row.values) for row in read_rows(path / "t.csv", COLUMNS, faults=faults)]
    return found, [f"{place}: {said}" for place, said in faults.found]


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n1,2\n",
        b"a;b\r\n1;2\r\n",
        b"\xef\xbb\xbfa,b\n1,2",
        b"a,b\n\n,\n1,2\n",
        b'a,b\n"1","2"\n',
        b" a , b \n 1 , 2 \n",
        b"a,b\n1,'2\n",
        b"a;b;;\r\n1;2;;\r\n",
        b"sep=;\r\na;b\r\n1;2\r\n",
        b'\xef\xbb\xbf"sep=,"\r\na,b\r\n1,2\r\n',
    ],
)
def test_a_table_reads_alike_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    assert rows(tmp_path, data) == ([{"a": "1", "b": "2"}], [])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"a,bb\n", "line 1: there is no column «bb» here"),
        (b"a,a\n", "line 1: a column stands there twice"),
        (
            b"a\n1,2\n",
            f"line 2: {CROWDED}",
        ),
        (b'a\n"1\n', "line 2: the row cannot be read: unexpected end of data"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, data: bytes, fault: str) -> None:
    assert fault in rows(tmp_path, data)[1]


def test_what_is_not_utf8_is_told_how_to_be_saved(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="UTF-8"):
        rows(tmp_path, "a\nПривет\n".encode("cp1251"))


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="more than 4000000 bytes"):
        rows(tmp_path, b"a\n" + b"1\n" * 2_500_000)


def test_a_missing_table_is_an_empty_one(tmp_path: Path) -> None:
    assert list(read_rows(tmp_path / "none.csv", COLUMNS, faults=Faults("none.csv"))) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", "a,b,c\n1,,x\n"),
        ("a,b,c\n0,0,0\n", "a,b,c\n0,0,0\n1,,x\n"),
        ("a,b,c\n0,0,0", "a,b,c\n0,0,0\n1,,x\n"),
        ("a,b\n0,0\n", "a,b,c\n0,0\n1,,x\n"),
        ("a;c\r\n0;0\r\n", "a;c\r\n0;0\r\n1;x\r\n"),
        ("\ufeffc,a\n", "\ufeffc,a\nx,1\n"),
    ],
)
def test_a_row_is_put_at_the_end_and_the_rest_stays(text: str, result: str) -> None:
    assert with_row(text, {"a": "1", "c": "x"}, columns=COLUMNS) == result


@given(st.dictionaries(st.sampled_from(COLUMNS), st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_what_is_put_in_is_read_again(row: dict[str, str]) -> None:
    text = with_row("a,b,c\n", row, columns=COLUMNS)
    read = [dict(each.values) for each in read_rows(Path("t.csv"), COLUMNS, faults=Faults("t"), text=text)]
    wanted = {name: row.get(name, "").strip() for name in COLUMNS}
    assert read == ([wanted] if any(wanted.values()) else [])
