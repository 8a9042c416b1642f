"""A second opinion: LibreOffice turns one DOCX into other formats, and the same paragraphs come out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from aigaq.law.read import read
from tests.law.read.samples import LAW_KK, LAW_RU

SOFFICE = shutil.which("soffice")
TAIL = " Продолжение вымышленного абзаца, такое длинное, что строка переносится, а затем переносится ещё раз."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one law as DOCX, RTF, HTML and PDF."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path_factory.mktemp("office")
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Вымысел"
    for text in (LAW_RU + LAW_KK) * 4:
        heading = text.startswith(("Глава", "1-тарау"))
        paragraph = document.add_paragraph(text if heading else text + TAIL)
        paragraph.paragraph_format.space_after = Pt(0)
        if heading:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.first_line_indent = Cm(1.25)
    article = document.add_paragraph("Статья 14")
    article.add_run("1").font.superscript = True
    article.paragraph_format.first_line_indent = Cm(1.25)
    for text in ("один пункт", "другой пункт"):
        document.add_paragraph(text, style="List Number")
    document.save(str(path / "law.docx"))
    for kind in ("rtf", "html", "pdf"):
        profile = f"-env:UserInstallation={(path / 'profile').as_uri()}"
        command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(path), str(path / "law.docx")]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
    return path


def paragraphs(path: Path) -> list[str]:
    return [" ".join(text.split()) for text in read(path).text.split("\n\n")]


@pytest.mark.parametrize("kind", ["rtf", "html", "pdf"])
def test_the_same_paragraphs_come_out(folder: Path, kind: str) -> None:
    found, expected = paragraphs(folder / f"law.{kind}"), paragraphs(folder / "law.docx")
    assert expected[-3:] == ["Статья 14¹", "1. один пункт", "2. другой пункт"]
    assert found == expected + (["Вымысел"] if kind == "html" else [])
