"""The generated pair is what it says it is."""

from __future__ import annotations

import pytest
from bench.layout import paragraphs
from bench.pairs import Pair, renumbered
from bench.touch import of_findings, score, solid
from bench.words import count

from aigaq.law.compare.compare import find
from aigaq.law.read import read
from aigaq.law.structure import parse

ARTICLES = 80


@pytest.fixture(scope="module")
def pair() -> Pair:
    return renumbered(articles=ARTICLES)


def test_one_seed_one_pair(pair: Pair) -> None:
    assert renumbered(articles=ARTICLES) == pair
    assert renumbered(articles=ARTICLES, seed=1) != pair


def test_untouched_units_say_the_same_in_both(pair: Pair) -> None:
    for old, new in pair.untouched:
        assert solid(pair.old[slice(*old)]) == solid(pair.new[slice(*new)])


def test_nearly_every_line_is_laid_out_otherwise(pair: Pair) -> None:
    there = set(pair.new.splitlines())
    lines = [line for line in pair.old.splitlines() if line.strip()]
    assert sum(line in there for line in lines) < len(lines) / 2


def test_all_articles_but_two_have_another_number(pair: Pair) -> None:
    renumberings = [row for row in pair.expected if row.kind == "renumbered" and row.old_eids[0].startswith("art_")]
    of_articles = [row for row in renumberings if "__" not in row.old_eids[0]]
    assert len(of_articles) == ARTICLES - 2


def test_the_planted_words_are_there(pair: Pair) -> None:
    for row in pair.expected:
        if row.kind in ("reworded", "inserted", "repealed") and "__" in (*row.old_eids, *row.new_eids)[0]:
            old, new = (sum(count(text[slice(*span)]) for span in spans) for text, spans in _sides(row, pair))
            if row.kind == "reworded":
                assert new - old == row.inserted - row.deleted
            else:
                assert max(row.deleted, row.inserted) <= max(old, new)


def _sides(row, pair):
    return (pair.old, row.old), (pair.new, row.new)


def test_the_parser_sees_the_units_that_the_generator_wrote(pair: Pair, tmp_path) -> None:
    trees = [parse(read(file)) for file in pair.write(tmp_path)]
    for tree, side in zip(trees, ("old_eids", "new_eids"), strict=True):
        missing = [eid for row in pair.expected for eid in getattr(row, side) if eid not in tree.by_eid]
        assert missing == []


def test_aigaq_touches_no_untouched_unit_and_misses_nothing(pair: Pair, tmp_path) -> None:
    found = find(*(parse(read(file)) for file in pair.write(tmp_path)))
    result = score(pair, of_findings(found))
    assert (result.false, result.missed) == (0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Один\n\nДва\n", ["Один", "Два"]),
        ("      1. По \nКодексу\n; далее\n", ["1. По Кодексу; далее"]),
        ("Глава 1. А\nСтатья 1. Б\n      1. В\n", ["Глава 1. А", "Статья 1. Б", "1. В"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected
