"""How facts are put into words, and that no column is too narrow for them."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from aigaq.app.bill import open_record, sheet_files, timeline_files
from aigaq.bill.checks import CHECKS
from aigaq.bill.record import Record, remarks
from aigaq.bill.sheet import sheet
from aigaq.bill.vocabulary import vocabulary
from aigaq.document.model import Table, plain
from aigaq.locale import say, translator
from aigaq.values import Language
from tests.bill.checks.test_papers import rule
from tests.bill.dossiers import EXAMPLE, TODAY, case, dossier, events, papers

STAGES = rule("stages", event="reading", at_least=3, before="signed")
DAY = rule("per-day", event="reading", at_most=1)
READINGS = ("a,reading,2025-12-18,senate,senate-1", "b,reading,2025-12-18,senate,senate-2", "s,signed,2025-12-30")


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record(EXAMPLE, day=TODAY)


@pytest.mark.parametrize(
    ("language", "stages", "none", "day"),
    [
        (Language.EN, "2 recorded (", "none recorded", "Reading: 2 on one day ("),
        (Language.RU, "записано: 2 (", "не записано ни одного", "Чтение – 2 за один день ("),
        (Language.KK, "жазылғаны: 2 (", "бірде-бірі жазылмаған", "Оқылым – бір күнде 2 ("),
    ],
)
def test_a_fact_does_not_repeat_its_subject(
    tmp_path: Path, language: Language, stages: str, none: str, day: str
) -> None:
    held, empty = (
        case(tmp_path / "held", events=events(*READINGS)),
        case(tmp_path / "none", events=events(READINGS[-1])),
    )
    said = [
        say(outcome.fact, translator(language))
        for asked, made in ((STAGES, held), (STAGES, empty), (DAY, held))
        for outcome in CHECKS[asked.check](asked, made)
    ]
    assert [found.startswith(wanted) for found, wanted in zip(said, (stages, none, day), strict=True)] == [True] * 3


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_facts_have_no_arrow_and_no_clumsy_words(record: Record, language: Language) -> None:
    said = "\n".join(say(finding.outcome.fact, translator(language)) for finding in record.findings)
    for wanted in {
        Language.RU: ("дней: 4; начало – 12", "нет записи о поиске", "искали и не нашли"),
        Language.KK: ("4 күн; басы – 2025", "ізделгені туралы жазба жоқ", "ізделді, табылмады"),
    }[language]:
        assert wanted in said
    assert not re.search(r"\(\S.* → ", said)
    assert "чтобы это искали" not in said


def test_entry_into_force_is_a_noun() -> None:
    names = vocabulary().events["in-force"].names
    assert (names[Language.RU], names[Language.KK]) == ("Введение в действие", "Қолданысқа енгізілуі")


@pytest.mark.parametrize(
    ("language", "named"),
    [
        (Language.EN, "Text of the bill (Russian, Kazakh)"),
        (Language.RU, "Текст законопроекта (русский, казахский)"),
        (Language.KK, "Заң жобасының мәтіні (орыс тілі, қазақ тілі)"),
    ],
)
def test_a_paper_is_named_with_its_languages(tmp_path: Path, language: Language, named: str) -> None:
    made = dossier(tmp_path, documents=papers("t,bill-text,mazhilis-2,ru kk"))
    (section,) = (each for each in sheet(Record(made, TODAY), language=language).sections if each.anchor == "documents")
    (table,) = section.blocks
    assert isinstance(table, Table)
    assert plain(table.body[0].cells[0]).startswith(named)


@pytest.mark.parametrize(("language", "named"), [(Language.EN, "on date"), (Language.RU, "дата"), (Language.KK, "күн")])
def test_a_remark_names_the_fact_in_the_readers_language(tmp_path: Path, language: Language, named: str) -> None:
    rows = "event,kind,date,source\na,signed,2025-12-30,press\na,signed,2025-12-31,other\n"
    (said,) = remarks(Record(dossier(tmp_path, events=rows), TODAY))
    assert named in say(said, translator(language))
    assert language is Language.EN or "date" not in say(said, translator(language))


def test_kazakh_words_of_the_example_have_no_russian_abbreviation() -> None:
    words = (EXAMPLE / "statements" / "statements.toml").read_text(encoding="utf-8")
    assert not [text for text in re.findall(r'kk = "([^"]*)"', words) if "УВКПЧ" in text]


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or pdftotext is not installed"
)
def test_no_word_breaks_inside_in_a_narrow_column(record: Record, tmp_path: Path) -> None:
    names = []
    for language in (Language.RU, Language.KK):
        made = dict(sheet_files(record, formats=("docx",), language=language))
        made |= timeline_files(record, formats=("docx",), language=language)
        for name, data in made.items():
            names.append(f"{language}-{name}")
            (tmp_path / names[-1]).write_bytes(data)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    for name in names:
        pdf = tmp_path / name.replace(".docx", ".pdf")
        shown = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, timeout=60).stdout.decode()
        assert broken(tmp_path / name, shown) == []


def broken(path: Path, shown: str) -> list[str]:
    """Return the pieces of broken words: two that follow each other, not words of the file, one when joined."""
    parts = [node.text or "" for node in docx.Document(str(path)).element.body.iter() if node.tag.endswith("}t")]
    words = set(re.findall(r"(?i)[а-яёәғқңөұүһі]{4,}", " ".join(parts)))
    pieces = re.findall(r"[^\W\d_]+", shown)
    return [
        one + other
        for one, other in pairwise(pieces)
        if one + other in words and (one not in words or other not in words)
    ]
