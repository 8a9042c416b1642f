"""The JSON of a parsed law says everything the tree knows."""

from __future__ import annotations

import json

from aigaq.app.law import open_law
from aigaq.app.outline import counts, outline
from tests.conftest import ROOT

LAW = ROOT / "examples" / "public-libraries" / "law@2033-02.kk.txt"


def test_units_tile_the_text_and_are_all_there() -> None:
    tree = open_law(LAW)
    data = json.loads(json.dumps(outline(tree), ensure_ascii=False))
    assert "".join(tree.source.text[unit["start"] : unit["end"]] for unit in data["units"]) == tree.source.text
    assert [unit["eid"] for unit in data["units"]] == [unit.eid for unit in tree.units]
    assert sum(data["counts"].values()) == len(tree.units) - 1
    assert (data["schema"], data["version"], data["input"]["language"]) == ("aigaq/law", "1", "kk")
    assert len(data["ledger"]) == len(tree.ledger)


def test_counts_are_in_the_order_of_rank() -> None:
    assert list(counts(open_law(LAW)))[:4] == ["front", "preamble", "chapter", "article"]
