from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aigaq.document.cut import LIMIT, cut, lines_of
from aigaq.document.model import Mark, Paragraph, Run

runs = st.builds(Run, st.text(st.sampled_from("аб вг\U0001f4d6"), max_size=80), st.sampled_from(Mark))
cells = st.lists(st.builds(lambda found: Paragraph(tuple(found)), st.lists(runs, max_size=4)), max_size=5).map(tuple)


def marked(cell: tuple[Paragraph, ...]) -> list[tuple[str, Mark]]:
    return [(sign, run.mark) for paragraph in cell for run in paragraph.runs for sign in run.text]


@given(cells, st.integers(1, 30), st.integers(1, 6))
def test_nothing_is_lost_and_every_piece_fits(cell: tuple[Paragraph, ...], width: int, lines: int) -> None:
    pieces = cut(cell, width=width, lines=lines)
    assert [sign for piece in pieces for sign in marked(piece)] == marked(cell)
    assert all(lines_of(piece, width=width) <= lines for piece in pieces)


@given(cells, st.integers(20, 30))
def test_a_short_cell_is_left_whole(cell: tuple[Paragraph, ...], width: int) -> None:
    assert cut(cell, width=width, lines=10_000) == [cell]


def test_a_piece_fits_a_cell_of_excel() -> None:
    (first, *_rest) = cut((Paragraph.of("\U0001f4d6" * 100_000),), width=255, lines=400)
    assert len(first[0].text.encode("utf-16-le")) // 2 <= LIMIT
