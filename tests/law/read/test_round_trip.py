"""One fictional law, written in every format: the same paragraphs come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from aigaq.law.read import read_bytes
from tests.law.read.samples import LAWS, docx_law, html_law, pdf_law, rtf_law


def plain_law(paragraphs: Iterable[str]) -> bytes:
    return ("\n\n".join(paragraphs) + "\n").encode()


@pytest.mark.parametrize("language", LAWS)
@pytest.mark.parametrize("write", [plain_law, docx_law, html_law, rtf_law, pdf_law])
def test_the_same_paragraphs_come_out(write: Callable[[Iterable[str]], bytes], language: str) -> None:
    source = read_bytes(write(LAWS[language]), name="law")
    paragraphs = [" ".join(paragraph.split("\n")) for paragraph in source.text.rstrip("\n").split("\n\n")]
    assert tuple(paragraphs) == LAWS[language]
    assert [source.place(source.text.index(text[:12])) is not None for text in paragraphs] == [
        bool(source.places)
    ] * len(paragraphs)
