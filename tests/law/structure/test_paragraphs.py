"""A line is not a paragraph: layouts of one and the same invented law."""

from __future__ import annotations

import pytest

from aigaq.law.structure.paragraphs import lines, paragraphs
from tests.law.structure.laws import eids, shape, tree

LAW = [
    "Глава 1. САДЫ",
    "Статья 1. Общие слова",
    "1. Сад есть сад.",
    "2. Сады бывают:",
    "1) большие;",
    "2) малые.",
    "Иные сады не сады.",
    "Статья 2. Огороды",
    "1. Огород есть огород.",
]

LAYOUTS = [
    ("blank lines", "\n\n".join(LAW)),
    ("one paragraph a line", "\n".join(LAW)),
    ("CRLF", "\r\n\r\n".join(LAW)),
    ("lone CR, one a line", "\r".join(LAW)),
    ("lone CR, blank lines", "\r\r".join(LAW)),
    ("indented lines", "\n".join(f"      {line}" for line in LAW)),
    ("indented with NBSP", "\n".join(f"\xa0\xa0\xa0\xa0{line}" for line in LAW)),
    ("tab before each line", "\n\n".join(f"\t{line}" for line in LAW)),
    ("space at both ends", "\n\n".join(f" {line}  " for line in LAW)),
    ("blank lines that hold a space", "\n \n".join(LAW)),
    ("byte-order mark", "\ufeff" + "\n\n".join(LAW)),
    ("markdown", "\n\n".join(f"# {line}" if line[0] in "ГС" else line for line in LAW)),
    ("markdown, one paragraph a line", "\n".join(f"# {line}" if line[0] in "ГС" else line for line in LAW)),
    ("markdown quotation", "\n\n".join(f"> {line}" for line in LAW)),
    ("blank lines before and after", "\n\n\n" + "\n\n\n".join(LAW) + "\n\n\n"),
    ("line separators of Unicode after the line", "\n\n".join(f"{line}\u2028" for line in LAW)),
    ("zero-width spaces", "\n\n".join(f"\u200b{line}" for line in LAW)),
]


@pytest.mark.parametrize(("how", "text"), LAYOUTS, ids=[how for how, _ in LAYOUTS])
def test_layout_is_not_law(how: str, text: str) -> None:
    assert shape(tree(text)) == shape(tree("\n\n".join(LAW))), how


GLUED = [
    ("form feed on a line of its own", "\n\n".join(LAW[:4]) + "\n\f\n" + "\n\n".join(LAW[4:])),
    ("form feed before a heading", "\n\n".join(LAW[:7]) + "\n\n\f" + "\n\n".join(LAW[7:])),
    ("direction mark before each line", "\n\n".join(f"\u200e{line}" for line in LAW)),
    ("word joiner before each line", "\n\n".join(f"\u2060{line}" for line in LAW)),
    ("soft hyphen before each line", "\n\n".join(f"\u00ad{line}" for line in LAW)),
    ("thin space before each line", "\n\n".join(f"\u2009{line}" for line in LAW)),
    ("markdown quotation, one paragraph a line", "\n".join(f"> {line}" for line in LAW)),
]


@pytest.mark.parametrize(("how", "text"), GLUED, ids=[how for how, _ in GLUED])
def test_layout_that_is_not_known_as_layout(how: str, text: str) -> None:
    assert shape(tree(text)) == shape(tree("\n\n".join(LAW))), how


BROKEN = [
    ("a subpoint's number", "1. Сад, о котором сказано в подпункте\n3)\n пункта 2 статьи 7, цветёт."),
    ("a point's number", "1. Сад, о котором сказано в пункте\n5\n статьи 7, цветёт."),
    ("a number with a full stop", "1. Сад цветёт с мая по июнь года, когда ему\n3. года не исполнилось."),
    ("a word", "1. Сад, о котором сказано в\nстатье 7\n этого закона, цветёт."),
    ("an act's number", "1. Сад по Закону от\n№ 12-VI\n цветёт."),
]


@pytest.mark.parametrize(("what", "point"), BROKEN, ids=[what for what, _ in BROKEN])
def test_a_line_broken_at_a_hyperlink(what: str, point: str) -> None:
    text = "\n\n".join([*LAW[:2], point, *LAW[3:]])
    assert eids(tree(text)) == eids(tree("\n\n".join(LAW))), what


def test_lines_know_the_blank_line_before_them() -> None:
    assert [(line.start, line.end, line.after_blank) for line in lines("a\nb\n\nc\r\nd\r\n\r\ne\rf\r\rg")] == [
        (0, 1, True),
        (2, 3, False),
        (5, 6, True),
        (8, 9, False),
        (13, 14, True),
        (15, 16, False),
        (18, 19, True),
    ]


def test_paragraphs_hold_every_character_that_is_not_layout() -> None:
    text = " a\nb \n\n\tc\n"
    found = paragraphs(text, lambda line: None, ends_appendix=lambda content: True)
    assert [text[part.start : part.end] for part in found] == ["a\nb", "c"]
