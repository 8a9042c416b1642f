"""Lines to paragraphs: what opens one, what repeats, which hyphens go."""

from __future__ import annotations

import pytest

from aigaq.law.read.blocks import Block
from aigaq.law.read.layout import Line, Repeated, drop_repeated, join_words, mend, overlapping, paragraphs


def lines(*rows: tuple[str, float, float]) -> list[Line]:
    return [Line(text, 1, left, left + 5 * len(text), base) for text, left, base in rows]


FULL = "слово " * 13


def body(text: str, base: float, *, left: float = 60) -> tuple[str, float, float]:
    return (text + FULL[len(text) + (10 if left > 60 else 0) :], left, base)


def starts(*rows: tuple[str, float, float]) -> list[str]:
    return [block.text[:2] for block in paragraphs(lines(*rows))]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([body("а1", 700, left=90), body("а2", 686), body("б1", 672, left=90), body("б2", 658)], ["а1", "б1"]),
        ([body("а1", 700), body("а2", 686), body("б1", 650), body("б2", 636)], ["а1", "б1"]),
        ([("г1 Глава", 235, 700), ("г2 Имя", 240, 686), body("а1", 672), body("а2", 658)], ["г1", "а1"]),
        ([body("а1", 700), body("а2", 686), body("а3", 672)], ["а1"]),
    ],
)
def test_what_opens_a_paragraph(rows: list[tuple[str, float, float]], expected: list[str]) -> None:
    assert starts(*rows) == expected


def pages(count: int, make: list[tuple[str, float]]) -> list[Line]:
    return [
        Line(text.replace("N", str(page)), page, 60, 200, base)
        for page in range(1, count + 1)
        for text, base in [*make, (f"текст {page * 7919} и {'абвгд'[page % 5]}", 500), ("б" * page, 400)]
    ]


@pytest.mark.parametrize(
    ("count", "make", "repeated"),
    [
        (4, [("Закон", 800), ("N", 30)], [("running head", 4), ("page number", 4)]),
        (4, [("стр. N из 4", 30)], [("page number", 4)]),
        (5, [("Закон", 800), ("редакция", 786), ("- N -", 30)], [("running head", 5)] * 2 + [("page number", 5)]),
        (2, [("Закон", 800)], []),
        (4, [("N) исключён Законом № 5 и потому не действует;", 30)], []),
    ],
)
def test_what_repeats_is_left_out(count: int, make: list[tuple[str, float]], repeated: list[tuple[str, int]]) -> None:
    kept, found = drop_repeated(pages(count, make), pages=count)
    assert sorted(found, key=str) == sorted((Repeated(*pair) for pair in repeated), key=str)
    assert len(kept) == count * (2 + len(make) - len(repeated))


def test_a_head_on_few_pages_stays() -> None:
    some = [line for line in pages(6, [("Закон", 800)]) if line.page < 4 or line.base < 800]
    assert drop_repeated(some, pages=6)[1] == []


@pytest.mark.parametrize(
    ("text", "elsewhere", "joined", "undecided"),
    [
        (
            "информационно\ufffe\nкоммуникационный",
            "информационно-коммуникационный",
            "информационно-коммуникационный",
            0,
        ),
        ("теку\ufffe\nщая", "Текущая строка", "текущая", 0),
        ("теку\ufffe\nщая", "другое", "теку-\nщая", 1),
        ("14-\n1", "141", "14-\n1", 0),
    ],
)
def test_hyphens_at_line_ends(text: str, elsewhere: str, joined: str, undecided: int) -> None:
    blocks, count = join_words([Block(text, 1), Block(elsewhere, 1)])
    assert (blocks[0].text, count) == (joined, undecided)


def test_where_no_word_is_divided_a_hyphen_belongs_to_its_word() -> None:
    own = "научно\ufffe\nпедагогический"
    blocks, count = join_words([Block(own, 1), Block("научно-педагогический", 1), Block("детей\ufffe\nсирот", 1)])
    assert ([block.text for block in blocks[::2]], count) == (["научно-педагогический", "детей-сирот"], 0)


def test_a_line_cut_at_a_raised_digit_is_whole_again() -> None:
    cut = [Line("ст. 14¹", 1, 60, 95, 700), Line(". Срок", 1, 95, 120, 700), Line("дней", 1, 123, 140, 700.4)]
    other = [Line("столбец", 1, 300, 340, 700), Line("ниже", 1, 341, 360, 686)]
    assert [line.text for line in mend([*cut, *other])] == ["ст. 14¹. Срок дней", "столбец", "ниже"]


def test_lines_side_by_side_are_counted() -> None:
    assert overlapping(lines(("а", 60, 700), ("б", 300, 700), ("в", 60, 686))) == 2
