"""The title of a law: an instruction may change it, and the text that comes of it is known by the new one."""

from __future__ import annotations

import pytest

from tests.law.amend.laws import amended, told

_LAW = """ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН
О хранении книг
Статья 1. Имя
1. Первое слово. Второе слово."""


@pytest.mark.parametrize(
    ("instruction", "title"),
    [
        ("в заголовке слово «хранении» заменить словами «хранении и выдаче»;", "О хранении и выдаче книг"),
        ("заголовок изложить в следующей редакции:\n«О книгах»;", "О книгах"),
        ("в пункте 1 статьи 1 слово «Первое» заменить словом «Иное»;", "О хранении книг"),
    ],
)
def test_the_text_is_known_by_its_new_title(instruction: str, title: str) -> None:
    found = amended(instruction, _LAW)
    assert (told(found), found.new.title.value) == (["applied"], title)
