from __future__ import annotations

import pytest

from aigaq.document.model import Mark
from aigaq.law.compare import Change, ChangeKind, Segment
from aigaq.law.table.marks import cell, sides
from tests.law.table.fictional import DELETE, EQUAL, INSERT, change, fictional

P, D, I = Mark.PLAIN, Mark.DELETED, Mark.INSERTED  # noqa: E741
REWORDED = change(
    ChangeKind.REWORDED,
    "1. Срок пять дней.",
    "1. Срок три дня.",
    Segment(EQUAL, "1. Срок ", "1. Срок "),
    Segment(DELETE, "пять дней", ""),
    Segment(INSERT, "", "три дня"),
    Segment(EQUAL, ".", "."),
)


def marked(found: Change, side: int, *watched: tuple[int, int]) -> list[list[tuple[str, Mark, bool]]]:
    return [
        [(run.text, run.mark, run.watched) for run in paragraph.runs] for paragraph in cell(sides(found)[side], watched)
    ]


@pytest.mark.parametrize(
    ("found", "side", "runs"),
    [
        (REWORDED, 0, [[("1. Срок ", P), ("пять дней", D), (".", P)]]),
        (REWORDED, 1, [[("1. Срок ", P), ("три дня", I), (".", P)]]),
        (change(ChangeKind.INSERTED, "", "a\nb", Segment(INSERT, "", "a\nb")), 1, [[("a", I)], [("b", I)]]),
        (change(ChangeKind.INSERTED, "", "a"), 1, [[("a", I)]]),
        (change(ChangeKind.REPEALED, "a", "1. Исключен.", Segment(DELETE, "a", "")), 0, [[("a", D)]]),
        (change(ChangeKind.REPEALED, "a", "1. Исключен.", Segment(DELETE, "a", "")), 1, [[("1. Исключен.", P)]]),
        (change(ChangeKind.REPEALED, "a", ""), 0, [[("a", D)]]),
        (change(ChangeKind.MOVED, "a", "a"), 0, [[("a", P)]]),
        (
            change(
                ChangeKind.REWORDED,
                "a b",
                "a c b",
                Segment(EQUAL, "a ", "a "),
                Segment(INSERT, "", "c "),
                Segment(EQUAL, "b", "b"),
            ),
            1,
            [[("a ", P), ("c", I), (" ", P), ("b", P)]],
        ),
    ],
)
def test_marks(found: Change, side: int, runs: list[list[tuple[str, Mark]]]) -> None:
    assert [[(text, mark) for text, mark, _ in line] for line in marked(found, side)] == runs


@pytest.mark.parametrize(
    ("place", "runs"),
    [
        ((3, 7), [("1. ", P, False), ("Срок", P, True), (" ", P, False), ("три дня", I, False), (".", P, False)]),
        ((8, 11), [("1. Срок ", P, False), ("три", I, True), (" дня", I, False), (".", P, False)]),
        ((3, 11), [("1. ", P, False), ("Срок ", P, True), ("три", I, True), (" дня", I, False), (".", P, False)]),
    ],
)
def test_watched_words_cross_marks(place: tuple[int, int], runs: list[tuple[str, Mark, bool]]) -> None:
    assert marked(REWORDED, 1, place) == [runs]


def test_a_term_inside_another_is_one_mark() -> None:
    assert marked(REWORDED, 1, (3, 7), (3, 8), (5, 8))[0][:2] == [("1. ", P, False), ("Срок ", P, True)]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_cell_quotes_the_wording_exactly(language: str) -> None:
    for found in fictional(language).changes:
        for side, wording in zip(sides(found), (found.old, found.new), strict=True):
            lines = "\n".join(paragraph.text for paragraph in cell(side, ()))
            assert lines == "\n".join(line for line in wording.split("\n") if line)


def test_segments_that_do_not_quote_the_wording_are_an_error() -> None:
    with pytest.raises(ValueError, match="quote"):
        sides(change(ChangeKind.REWORDED, "a", "b", Segment(DELETE, "x", "")))
