from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from attrs import evolve

from aigaq.document import write
from aigaq.document.model import Document, Facts, Paragraph, Section, Style, Table, plain
from aigaq.law.amend.consolidated import document
from aigaq.law.amend.outcome import Amended, Outcome, Piece, Status
from aigaq.law.drafting.instruction import Force
from aigaq.law.structure import Tree
from aigaq.values import Language
from tests.law.akn.invented import RUSSIAN_AFTER, clean, kazakh, russian, tree
from tests.law.akn.reading import bare, law_words

LANGUAGES = {"ru": (russian(), Language.RU), "kk": (kazakh(), Language.KK)}


def made(amended: Amended, language: Language = Language.EN) -> Document:
    return document(amended, language=language, version="1")


def section(found: Document, anchor: str) -> Section:
    (only,) = (each for each in found.sections if each.anchor == anchor)
    return only


def text(found: Document) -> list[Paragraph]:
    return [block for block in section(found, "text").blocks if isinstance(block, Paragraph)]


def facts(found: Document) -> dict[str, str]:
    (only,) = (block for block in found.sections[0].blocks if isinstance(block, Facts))
    return {name: plain(cell) for name, cell in only.pairs}


def marks(found: Document) -> list[tuple[str, str]]:
    """Return each mark with the paragraph it stands under."""
    lines = text(found)
    return [(before.anchor, line.text) for before, line in itertools.pairwise(lines) if line.text[:1] == "["]


def note_words(parsed: Tree) -> list[str]:
    return [bare(parsed.source.text[note.start : note.end]) for note in parsed.notes if not note.stub]


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_whole_law_is_there_in_order(name: str) -> None:
    amended, language = LANGUAGES[name]
    parsed = amended.new
    found = ""
    for block in section(made(amended, language), "text").blocks:
        if isinstance(block, Table):
            found += bare("".join(column.title for column in block.columns))
            found += bare("".join(plain(cell) for row in block.body for cell in row.cells))
        elif isinstance(block, Paragraph) and not block.text.startswith("["):
            words = bare(block.text)
            found += "" if words in note_words(parsed) else words
    assert found == law_words(parsed)


def test_headings_and_steps_show_where_a_unit_stands() -> None:
    lines = {line.anchor: (line.style, line.indent) for line in text(made(russian())) if line.anchor}
    assert {eid: lines[eid] for eid in ("sec_1", "sec_1__chp_1", "art_1", "att_1", "front_1")} == {
        "sec_1": (Style.HEADING, 0),
        "sec_1__chp_1": (Style.HEADING, 0),
        "art_1": (Style.SUBHEADING, 0),
        "att_1": (Style.HEADING, 0),
        "front_1": (Style.LEAD, 0),
    }
    steps = ("art_1__al_1", "art_1__subpara_2", "art_1__subpara_2__indent_2", "art_2__para_1", "art_2__para_1__al_2")
    assert [lines[eid][1] for eid in steps] == [0, 1, 2, 0, 0]


def test_changed_units_say_which_instruction_changed_them() -> None:
    assert marks(made(russian())) == [
        ("art_2__para_1", "[Changed: ст. 1 пп. 1)]"),
        ("art_2__para_1__al_3", "[Inserted: ст. 1 пп. 2)]"),
        ("art_3", "[Repealed: ст. 1 пп. 3)]"),
    ]


def test_a_mark_is_not_repeated_in_what_stands_in_a_marked_unit() -> None:
    known = russian()
    touched = {unit.eid: (0,) for unit in known.new.by_eid["art_2"].walk()}
    assert marks(made(evolve(known, touched=touched))) == [("art_2", "[Changed: ст. 1 пп. 1)]")]


def test_a_changed_row_marks_its_table() -> None:
    known = russian()
    found = made(evolve(known, touched={"art_2__para_2__table_1__tr_2": (1,)}))
    blocks = section(found, "text").blocks
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Table))
    assert isinstance(after := blocks[at + 1], Paragraph)
    assert after.text == "[Changed: ст. 1 пп. 2)]"


def test_the_opening_says_what_it_was_made_from_and_that_it_is_not_official() -> None:
    found = made(russian())
    told = facts(found)
    assert "ab" * 32 in told["Law"]
    assert "ef" * 32 in told["Amending act"]
    assert "No. 20-X of 5 June 2032" in told["Amending act"]
    assert told["Result"] == (
        "3 of 5 instructions for this law were applied. 1 could not be applied with certainty. "
        "1 is not in force yet. 1 stretch of the act was not understood."
    )
    styles = [block.style for block in found.sections[0].blocks if isinstance(block, Paragraph)]
    assert styles == [Style.WARNING, Style.NOTE]
    assert found.running.endswith("Unofficial")


def test_what_is_not_in_the_text_stands_above_it() -> None:
    found = made(russian())
    assert [each.anchor for each in found.sections] == ["", "left-out", "text"]
    (table,) = section(found, "left-out").blocks
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row.cells] for row in table.body] == [
        [
            "ст. 1 пп. 4)\nline 7",
            "",
            "The law has no unit with this number or in this place.\nПроверьте статью 4.",
            "в статье 9 слово «качели» заменить словом «скамейка»",
        ],
        [
            "ст. 1 пп. 5)\nline 8",
            "ст. 4",
            "Not applied: not in force yet on the day asked for.\nin force from 1 January 2035",
            "статью 4 дополнить словами «и осенью» с 1 января 2035 года",
        ],
        ["line 9", "", "These words were not understood.", "скамейки переставить как лучше"],
    ]


def test_links_lead_somewhere() -> None:
    found = made(russian())
    (table,) = section(found, "left-out").blocks
    assert isinstance(table, Table)
    links = [run.link for row in table.body for cell in row.cells for line in cell for run in line.runs if run.link]
    assert links == ["art_4"]
    assert set(links) <= {line.anchor for line in text(found)}


def test_when_everything_was_applied_nothing_is_listed() -> None:
    found = made(clean())
    assert [each.anchor for each in found.sections] == ["", "text"]
    assert [block.style for block in found.sections[0].blocks if isinstance(block, Paragraph)] == [Style.NOTE]
    assert "Whether the act itself is right, no program can tell." in facts(found)["Result"]


def test_what_is_gone_without_a_trace_is_named() -> None:
    known = russian()
    gone = evolve(known.outcomes[2], pieces=(Piece("art_2__para_1__al_2", "ст. 2 п. 1 ч. 2", "Цвет выбирает.", ""),))
    assert "No longer in the text" not in facts(made(known))
    assert facts(made(evolve(known, outcomes=(gone,))))["No longer in the text"] == "ст. 2 п. 1 ч. 2"


def test_a_change_of_the_law_itself_marks_no_paragraph() -> None:
    known = russian()
    assert marks(made(evolve(known, touched={"": (0,), "art_4": (0,)}))) == [("art_4", "[Changed: ст. 1 пп. 1)]")]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"title": "", "number": "", "date": None, "force": Force()}, "title not stated"),
        ({"number": ""}, "act of 5 June 2032"),
        ({"date": None}, "No. 20-X"),
    ],
)
def test_what_the_act_does_not_state_is_not_told(other: dict[str, Any], told: str) -> None:
    known = clean()
    found = made(evolve(known, act=evolve(known.act, **other)))
    assert told in facts(found)["Amending act"].split("\n")


def test_warnings_of_the_act_and_of_the_new_text_are_shown() -> None:
    known = clean()
    found = made(evolve(known, act=evolve(known.act, warnings=("a quotation is odd",))))
    assert facts(found)["Warnings, act"] == "a quotation is odd"


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("format", ["docx", "html", "xlsx"])
def test_it_can_be_written_and_is_the_same_every_time(name: str, format: str) -> None:
    amended, language = LANGUAGES[name]
    data = write(made(amended, language), format, forbidden=["invented.txt", "act.txt"])
    assert data == write(made(amended, language), format)


def test_the_docx_has_headings_that_word_knows() -> None:
    found = docx.Document(BytesIO(write(made(russian(), Language.RU), "docx")))
    styles = {line.text: line.style.name for line in found.paragraphs if line.style is not None}
    assert (styles["Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ"], styles["Статья 4. Уход"]) == ("Heading 2", "Heading 3")
    indent = next(line for line in found.paragraphs if line.text == "кистью;").paragraph_format.left_indent
    assert indent is not None and indent.mm == pytest.approx(12, abs=0.1)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (make doctor)")
@pytest.mark.parametrize("name", LANGUAGES)
def test_an_office_opens_it(name: str, tmp_path: Path) -> None:
    amended, language = LANGUAGES[name]
    (tmp_path / "law.docx").write_bytes(write(made(amended, language), "docx"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "law.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    written = bare((tmp_path / "law.txt").read_text(encoding="utf-8"))
    assert all(bare(unit.text) in written for unit in amended.new.units)


def test_long_laws_take_no_longer_than_they_must() -> None:
    known = russian()
    points = "\n\n".join(f"{at}. Скамейка номер {at} стоит в саду и ждёт весны." for at in range(1, 3000))
    law = tree(f"{RUSSIAN_AFTER}\nСтатья 5. Список\n\n{points}\n", language=Language.RU)
    outcomes = (Outcome(known.outcomes[0].instruction, Status.APPLIED, pieces=(Piece("art_5", "ст. 5", "", "x"),)),)
    found = made(evolve(known, new=law, outcomes=outcomes, touched={unit.eid: (0,) for unit in law.units}))
    assert len(re.findall(r"\[", "".join(line.text for line in text(found)))) < len(law.units)
