"""The sheet and the timeline as files: every language, every format, nothing that nobody meant to say."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from aigaq.app.bill import due, open_record, sheet_files, timeline_files
from aigaq.bill.record import Record
from aigaq.bill.sheet import sheet
from aigaq.bill.timeline import entries, picture, timeline
from aigaq.document.model import plain
from aigaq.locale import translator
from aigaq.values import Language
from tests.bill.dossiers import EXAMPLE, TODAY, dossier, events, folder, looks, papers

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record(EXAMPLE, day=TODAY)


@pytest.mark.parametrize("language", list(Language))
def test_every_format_is_written_in_every_language(record: Record, language: Language) -> None:
    made = dict(sheet_files(record, formats=("docx", "html", "csv", "json", "xlsx"), language=language))
    made |= timeline_files(record, formats=("docx", "html", "csv", "json", "svg", "xlsx"), language=language)
    assert len(made) == 11
    assert made == {
        **sheet_files(record, formats=("docx", "html", "csv", "json", "xlsx"), language=language),
        **timeline_files(record, formats=("docx", "html", "csv", "json", "svg", "xlsx"), language=language),
    }


def cells(record: Record, language: Language) -> list[list[str]]:
    table = sheet(record, language=language).main
    assert table is not None
    return [[plain(cell) for cell in row.cells] for row in table.body]


def test_a_row_names_rule_bound_fact_evidence_and_verdict(record: Record) -> None:
    (row,) = (row for row in cells(record, Language.EN) if "there when the bill goes on" in row[1])
    assert "Indicators for Democratic Parliaments" in row[1]
    assert row[2:4] == ["parliament\nnot binding in itself", "yes"]
    (late,) = (
        row for row in cells(record, Language.EN) if row[4].endswith("4 days: 12 November 2025 to 16 November 2025")
    )
    assert "Public statement of a regional network (civil society)" in late[5]
    assert "SHA-256" in late[5]
    assert late[6].startswith("falls short of an international standard")
    assert "our yardstick" in late[1]


@pytest.mark.parametrize(
    ("language", "dated", "verdict"),
    [
        (Language.RU, "16 ноября 2025\xa0г.", "не соответствует международному стандарту"),
        (Language.KK, "2025\xa0ж. 16 қараша", "халықаралық стандарт"),
    ],
)
def test_dates_and_verdicts_are_in_the_readers_language(
    record: Record, language: Language, dated: str, verdict: str
) -> None:
    words = "\n".join("\n".join(row) for row in cells(record, language))
    assert dated in words
    assert verdict in words
    assert not re.search(r"\d{4}-\d\d-\d\d(?! SHA)", words)


def test_the_docx_can_be_opened_and_has_every_finding(record: Record) -> None:
    data = sheet_files(record, formats=("docx",), language=Language.KK)["procedure.docx"]
    tables = docx.Document(BytesIO(data)).tables
    assert max(len(table.rows) for table in tables) >= len(record.findings)


def test_the_csv_has_a_line_for_each_finding(record: Record) -> None:
    data = sheet_files(record, formats=("csv",), language=Language.EN)["procedure.csv"]
    assert len(list(csv.reader(StringIO(data.decode("utf-8-sig"))))) == len(record.findings) + 1


def test_the_json_has_codes_beside_the_sentences(record: Record) -> None:
    data = json.loads(sheet_files(record, formats=("json",), language=Language.RU)["procedure.json"])
    assert (data["schema"], data["version"], data["day"]) == ("aigaq/procedure", 1, "2026-04-01")
    assert {each["verdict"] for each in data["findings"]} <= {
        "complied",
        "breach",
        "falls-short",
        "not-applicable",
        "could-not-look",
    }
    one = next(
        each for each in data["findings"] if each["rule"] == "readings-apart" and each["verdict"] == "falls-short"
    )
    assert one["evidence"] == [
        {"kind": "event", "id": "senate-first-reading"},
        {"kind": "event", "id": "senate-second-reading"},
    ]


def test_the_timeline_keeps_every_value_of_a_dispute(record: Record) -> None:
    document = timeline(record, language=Language.EN)
    assert document.main is not None
    (row,) = (row for row in document.main.body if row.anchor == "event-second-reading")
    said = plain(row.cells[3])
    assert "Mazhilis – Press reports (press)" in said
    assert "Senate – Report of one outlet" in said
    assert plain(row.cells[6]) == "sources differ, one value taken"


def test_the_json_timeline_says_which_value_is_taken(record: Record) -> None:
    data = json.loads(timeline_files(record, formats=("json",), language=Language.EN)["timeline.json"])
    (entry,) = (each for each in data["entries"] if each["id"] == "event-second-reading")
    (fact,) = entry["differing"]
    assert [(each["value"], each["taken"]) for each in fact["values"]] == [("mazhilis", True), ("senate", False)]
    assert fact["reason"]


def test_entries_stand_in_order_and_the_looks_among_them(record: Record) -> None:
    found = entries(record, _=translator("en"))
    assert [entry.date.order for entry in found] == sorted(entry.date.order for entry in found)
    assert any(entry.id.startswith("look-") and "not there" in entry.what for entry in found)


@pytest.mark.parametrize("language", list(Language))
def test_the_picture_is_plain_svg_with_every_entry(record: Record, language: Language) -> None:
    root = etree.fromstring(picture(record, language=language))
    assert {element.tag for element in root.iter()} <= {
        SVG + name for name in "svg title style rect text path circle".split()
    }
    shapes = [
        each for each in root.iter(SVG + "circle", SVG + "rect") if each.get("cx") == "214" or each.get("x") == "210"
    ]
    assert len(shapes) == len(entries(record, _=translator(language)))
    width, height = int(root.get("width", 0)), int(root.get("height", 0))
    assert all(
        0 < int(text.get("y", 0)) < height and 0 < int(text.get("x", 0)) < width for text in root.iter(SVG + "text")
    )


def test_words_of_a_source_cannot_break_the_picture(tmp_path: Path) -> None:
    what = 'event,kind,date,what,source\ne,other,2026-01-01,"</text><script>alert(1)</script> & ""x""",press\n'
    record = Record(dossier(tmp_path, events=what), TODAY)
    root = etree.fromstring(picture(record, language=Language.EN))
    assert not list(root.iter(SVG + "script"))
    assert "alert(1)" in "".join(root.itertext())


def test_an_empty_dossier_gives_an_empty_sheet_and_no_fault(tmp_path: Path) -> None:
    record = open_record(folder(tmp_path), day=TODAY)
    made = dict(sheet_files(record, formats=("docx", "html", "csv", "json", "xlsx"), language=Language.EN))
    made |= timeline_files(record, formats=("docx", "html", "csv", "json", "svg", "xlsx"), language=Language.EN)
    assert len(made) == 11


def test_papers_and_looks_stand_in_the_table_of_documents(tmp_path: Path) -> None:
    made = dossier(
        tmp_path,
        documents=papers("t,bill-text,mazhilis-2,ru,none"),
        looks=looks(
            "2025-11-16,bill-text,mazhilis-2,found,t",
            "2025-11-20,bill-text,mazhilis-2,found,t",
            "2025-11-16,comparative-table,mazhilis-2,failed,,,the page timed out",
        ),
    )
    section = next(
        each for each in sheet(Record(made, TODAY), language=Language.EN).sections if each.anchor == "documents"
    )
    (table,) = section.blocks
    rows = [[plain(cell) for cell in row.cells] for row in table.body]  # type: ignore[union-attr]
    assert rows[0][3:5] == ["undated", "first seen: 16 November 2025\nlast seen: 20 November 2025"]
    assert rows[1][5] == "could not look\nthe page timed out"


def test_open_deadlines_of_the_example(tmp_path: Path) -> None:
    made = dossier(tmp_path, events=events("r,registered,2025-11-20,senate,senate-1"))
    (found,) = due(made, day=date(2026, 1, 1))
    assert str(found.day) == "2026-01-19"
    assert str(found.cite) == "Constitution of 1995, art. 61(4)"
