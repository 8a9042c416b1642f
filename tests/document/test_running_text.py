"""Running text: headings below those of the sections, steps from the margin, pages that stand."""

from __future__ import annotations

import re
from io import BytesIO

import docx
from attrs import evolve
from docx.shared import Mm

from aigaq.document import write
from aigaq.document.model import Document, Paragraph, Run, Section, Style
from aigaq.values import Language
from tests.document.sample import document

TEXT = Document(
    "A law",
    Language.EN,
    (
        Section(
            "Text",
            (
                Paragraph((Run("Chapter 1"),), Style.HEADING, anchor="chp_1"),
                Paragraph((Run("Article 1"),), Style.SUBHEADING, anchor="art_1"),
                Paragraph((Run("1) Бақ"),), indent=1, anchor="art_1__al_1", language=Language.KK),
                Paragraph((Run("deep"),), indent=9),
                Paragraph((Run("see", link="art_1"),)),
            ),
        ),
    ),
    portrait=True,
)
WORD = docx.Document(BytesIO(write(TEXT, "docx")))
PAGE = write(TEXT, "html").decode()


def test_a_page_stands_or_lies_as_the_document_asks() -> None:
    sizes = []
    for portrait in (True, False):
        section = docx.Document(BytesIO(write(evolve(document(), portrait=portrait), "docx"))).sections[0]
        assert section.page_width is not None
        sizes.append(round(section.page_width / Mm(1)))
    assert sizes == [210, 297]


def test_tables_fit_a_page_that_stands() -> None:
    found = docx.Document(BytesIO(write(evolve(document(), portrait=True), "docx")))
    section = found.sections[0]
    assert section.page_width is not None and section.left_margin is not None and section.right_margin is not None
    room = section.page_width - section.left_margin - section.right_margin
    for table in found.tables:
        assert sum(column.width or 0 for column in table.columns) <= room


def test_headings_are_headings_in_word_and_on_a_page() -> None:
    names = {line.text: line.style.name for line in WORD.paragraphs if line.style is not None}
    assert [names[text] for text in ("Text", "Chapter 1", "Article 1")] == ["Heading 1", "Heading 2", "Heading 3"]
    assert '<h3 class="heading" id="chp_1">Chapter 1</h3>' in PAGE
    assert '<h4 class="subheading" id="art_1">Article 1</h4>' in PAGE


def test_steps_and_languages_are_kept() -> None:
    indents = {line.text: line.paragraph_format.left_indent for line in WORD.paragraphs}
    assert indents["Chapter 1"] is None
    assert 0 < (indents["1) Бақ"] or 0) < (indents["deep"] or 0)
    assert '<p class="body in1" id="art_1__al_1" lang="kk-KZ">1) Бақ</p>' in PAGE
    assert '<p class="body in6">deep</p>' in PAGE
    assert 'w:lang w:val="kk-KZ"' in WORD.element.xml


def test_links_lead_to_paragraphs() -> None:
    xml = WORD.element.xml
    anchors = re.findall(r'w:hyperlink w:anchor="(\w+)"', xml)
    assert anchors and set(anchors) <= set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml))


def test_the_words_of_the_document_hold_its_anchors() -> None:
    assert {"chp_1", "art_1"} <= set(TEXT.words())
