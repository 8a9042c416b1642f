"""Real texts: the pairs of editions, both ways, and edits planted in all of them and in fictional laws."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from bench.exam import PAIRS, Pair
from bench.roundtrip import edited, judge, planted, run, texts

from aigaq.app.law import open_law
from aigaq.law.draft import draft
from aigaq.values import Language
from tests.law.draft.invented import LAWS, applied, law, read


@pytest.mark.parametrize("back", [False, True], ids=["forth", "back"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_act_between_two_editions_is_exact(kz: Path, pair: Pair, back: bool) -> None:
    trees = [open_law(kz / "editions" / f"{pair.name}@{date}.ru.txt") for date in (pair.old, pair.new)]
    old, new = reversed(trees) if back else trees
    made = draft(old, new)
    assert made.exact
    assert len(made.changes) == (59 if pair.name == "education" else 0)
    if made.text:
        assert read(made).accounting.share == 1.0
        assert applied(made, old, new).changes == ()


def test_edits_planted_in_real_laws_come_out_exact_or_refused(kz: Path) -> None:
    tally = run(texts(kz), edits=400, seed=7)
    assert tally.faults == []
    assert tally.total("wrong") == 0
    assert tally.total("exact") > 390


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_edits_planted_in_fictional_laws_come_out_exact_or_refused(language: Language) -> None:
    tree, exact = law(LAWS[language], language), 0
    for seed in range(150):
        edits = planted(tree, Random(seed), most=4)
        verdict = judge(tree, edited(tree, edits), edits) if edits else None
        if verdict is not None:
            assert verdict.wrong == (), seed
            exact += len(verdict.exact)
    assert exact > 100
