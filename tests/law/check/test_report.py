from __future__ import annotations

import io

import docx
import pytest

from aigaq.document.model import Column, Document, Facts, Group, Mark, Paragraph, Row, Run, Section, Style, Table
from aigaq.errors import Refused, UsageError
from aigaq.law.check import Check, Code, check
from aigaq.law.check.markdown import markdown
from aigaq.law.check.report import TITLES, report, result
from aigaq.law.check.write import FORMATS, files
from aigaq.locale import translator
from aigaq.values import Language
from tests.law.check.published import own, table, with_row, without
from tests.law.check.test_check import other_acts
from tests.law.table.fictional import fictional, unchanged

EN = translator("en")


def bad() -> Check:
    found = with_row(without(own("ru", "docx"), 4), 5, old="3. Совсем другое.")
    found = with_row(found, 2, new=own("ru", "docx").rows[2].new + "!" + " И ещё.")
    return check(with_row(found, 8, doubt="why"), fictional("ru"))


def test_one_sentence_says_the_result() -> None:
    assert result(check(own("ru", "docx"), fictional("ru")), EN) == (
        "32 of 32 changes of the act are told. Nothing else was found."
    )
    assert result(bad(), EN) == (
        "30 of 32 changes of the act are told. Findings: not told – 2, proposed wording misquoted – 1, "
        "wording in force misquoted – 1, could not be looked at – 1."
    )
    assert result(check(table(), unchanged()), EN) == "0 of 0 changes of the act are told. Nothing else was found."


def test_sections_stand_in_the_order_of_the_codes() -> None:
    made = report(bad(), language=Language.EN, version="1")
    wanted = [TITLES[code] for code in Code if bad().of(code)]
    assert [section.title for section in made.sections][1:] == wanted
    assert wanted[0] == "Changes that no row tells"
    assert made.main is not None


@pytest.mark.parametrize("language", list(Language))
def test_every_format_in_every_language_again_with_the_same_bytes(language: Language) -> None:
    made = [files(bad(), formats=FORMATS, language=language, version="1", forbidden=["laptop-7"]) for _ in range(2)]
    assert list(made[0]) == [f"table-check.{format}" for format in FORMATS]
    assert made[0] == made[1]


def test_the_usual_files_and_an_unknown_one() -> None:
    assert list(files(bad(), language=Language.RU, version="1")) == [
        "table-check.md",
        "table-check.json",
        "table-check.docx",
    ]
    with pytest.raises(UsageError, match="odt"):
        files(bad(), formats=["odt"], language=Language.RU, version="1")


def test_a_path_in_a_report_is_refused() -> None:
    found = check(with_row(own("ru", "docx"), 3, doubt="see /home/aigerim/laws"), fictional("ru"))
    made = files(found, formats=["md"], language=Language.RU, version="1")
    assert made, "a doubt is part of the document itself"
    with pytest.raises(Refused):
        files(
            check(table(), fictional("ru")),
            formats=["json"],
            language=Language.RU,
            version="1",
            forbidden=["could-not-look"],
        )


def test_the_document_shows_the_words() -> None:
    data = files(bad(), formats=["docx"], language=Language.EN, version="1")["table-check.docx"]
    text = "\n".join(
        cell.text for made in docx.Document(io.BytesIO(data)).tables for row in made.rows for cell in row.cells
    )
    assert "3) уважение к читателю и его частной жизни;" in text
    assert "3. Совсем другое." in text
    assert "table 2, row" in text


def test_rows_of_other_acts_are_counted() -> None:
    found = check(other_acts("Трудовой кодекс", "Закон Республики Казахстан «О публичных читальнях»"), fictional("ru"))
    assert "1 row is about another act" in markdown(report(found, language=Language.EN, version="1")).decode()


def test_markdown() -> None:
    cell = (Paragraph((Run("a "), Run(" *b* ", Mark.INSERTED), Run("c", Mark.DELETED))), Paragraph.of("d|e"))
    document = Document(
        "T_1",
        Language.EN,
        (
            Section("", (Paragraph.of("note", style=Style.NOTE), Facts((("n", (Paragraph.of("`x`", Mark.CODE),)),)))),
            Section("S", (Table((Column("A"), Column("B")), (Group("g"), Row((cell, ())))),)),
        ),
    )
    assert markdown(document).decode().split("\n") == [
        "# T\\_1",
        "",
        "> note",
        "",
        "| | |",
        "| --- | --- |",
        "| **n** | `'x'` |",
        "",
        "## S",
        "",
        "| A | B |",
        "| --- | --- |",
        "| **g** | |",
        "| a  **\\*b\\*** ~~c~~<br>d\\|e |  |",
        "",
    ]
