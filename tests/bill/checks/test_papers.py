"""Papers: there, late, missing, undated, in one language only; and never missing when nobody looked."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.bill.checks import CHECKS, State
from aigaq.bill.faults import Faults, Fields
from aigaq.bill.rule import Rule, read_rules
from tests.bill.dossiers import case, events, looks, papers

ADOPTED = "v,adopted,2025-11-12,mazhilis,mazhilis-2"


def rule(check: str, **given: object) -> Rule:
    says = {"en": "x", "ru": "x", "kk": "x"}
    table = {"id": "r", "check": check, "cite": "art. 1", "mark": "U", "says": says, "with": given}
    faults = Faults("rules")
    (made,) = read_rules(Fields({"rule": [table]}, faults, ""))
    faults.check()
    return made


def outcomes(where: Path, asked: Rule, **tables: str) -> list[tuple[State, str]]:
    return [(each.state, str(each.fact)) for each in CHECKS[asked.check](asked, case(where, **tables))]


TABLE = {"document": "comparative-table", "stage": "adoption"}
KEPT, BROKEN, UNKNOWN, IDLE = State.KEPT, State.BROKEN, State.UNKNOWN, State.IDLE


@pytest.mark.parametrize(
    ("rows", "seen", "by", "state", "said"),
    [
        ([], [], "", UNKNOWN, "nobody recorded a look"),
        (
            [],
            ["2025-11-16,comparative-table,mazhilis-2,failed,,,the page timed out"],
            "",
            UNKNOWN,
            "failed: the page timed out",
        ),
        (
            [],
            ["2025-11-16,comparative-table,mazhilis-2,absent"],
            "",
            BROKEN,
            "not there when it was looked for: 2025-11-16",
        ),
        ([], ["2025-11-16,comparative-table,mazhilis-1,absent"], "", UNKNOWN, "nobody recorded a look"),
        ([], ["2025-11-16,explanatory-note,mazhilis-2,absent"], "", UNKNOWN, "nobody recorded a look"),
        ([], ["2026-05-01,comparative-table,mazhilis-2,absent"], "", UNKNOWN, "nobody recorded a look"),
        (["t,comparative-table,mazhilis-2"], [], "", KEPT, "it is there"),
        (["t,comparative-table,mazhilis-1"], [], "", UNKNOWN, "nobody recorded a look"),
        (
            ["t,comparative-table,mazhilis-2"],
            ["2025-11-12,comparative-table,mazhilis-2,found,t"],
            "adopted",
            KEPT,
            "it was there by",
        ),
        (
            ["t,comparative-table,mazhilis-2"],
            ["2025-11-16,comparative-table,mazhilis-2,found,t"],
            "adopted",
            UNKNOWN,
            "nobody saw",
        ),
        (
            ["t,comparative-table,mazhilis-2"],
            ["2025-11-14,comparative-table,mazhilis-2,absent", "2025-11-16,comparative-table,mazhilis-2,found,t"],
            "adopted",
            BROKEN,
            "2 days after 2025-11-12",
        ),
        (["t,comparative-table,mazhilis-2"], [], "adopted", UNKNOWN, "is not recorded"),
    ],
)
def test_a_paper_is_missing_only_when_somebody_looked(
    tmp_path: Path, rows: list[str], seen: list[str], by: str, state: State, said: str
) -> None:
    asked = rule("document", **TABLE, **({"by": by} if by else {}))
    ((found, fact),) = outcomes(tmp_path, asked, events=events(ADOPTED), documents=papers(*rows), looks=looks(*seen))
    assert found is state
    assert said in fact


def test_a_rule_that_is_spent_says_so_where_readers_expect_the_paper(tmp_path: Path) -> None:
    asked = rule("document", document="comparative-table", stage="introduction", also_asked_at=["adoption"])
    reached = {"events": events("r,reading,2025-11-12,mazhilis,mazhilis-2")}
    seen = {"looks": looks("2025-11-16,comparative-table,mazhilis-2,absent")}
    assert [state for state, _ in outcomes(tmp_path, asked)] == [UNKNOWN]
    at_introduction, after = outcomes(tmp_path, asked, **reached, **seen)
    assert (at_introduction[0], after[0]) == (UNKNOWN, IDLE)
    assert "binds at introduction" in after[1]
    assert "2025-11-16" in after[1]


@pytest.mark.parametrize(
    ("stated", "state", "said"),
    [("none", BROKEN, "it bears no date"), ("2025-11-12", KEPT, "2025-11-12"), ("", UNKNOWN, "not recorded")],
)
def test_an_undated_paper_is_not_one_whose_date_nobody_wrote_down(
    tmp_path: Path, stated: str, state: State, said: str
) -> None:
    asked = rule("dated", documents=["bill-text"])
    seen = looks("2025-11-16,bill-text,mazhilis-2,found,t")
    ((found, fact),) = outcomes(tmp_path, asked, documents=papers(f"t,bill-text,mazhilis-2,ru,{stated}"), looks=seen)
    assert found is state
    assert said in fact


@pytest.mark.parametrize(
    ("rows", "seen", "state", "said"),
    [
        (["a,bill-text,mazhilis-2,ru", "b,bill-text,mazhilis-2,kk"], [], KEPT, "every language"),
        (["a,bill-text,mazhilis-2,ru;kk"], [], KEPT, "every language"),
        (["a,bill-text,mazhilis-2,ru"], [], UNKNOWN, "in Kazakh: "),
        (["a,bill-text,mazhilis-2,ru"], ["2025-11-16,bill-text,mazhilis-2,absent,,kk"], BROKEN, "not there in Kazakh"),
        (
            ["a,bill-text,mazhilis-2,ru"],
            ["2025-11-16,bill-text,mazhilis-2,failed,,kk"],
            UNKNOWN,
            "in Kazakh: ",
        ),
        ([], ["2025-11-16,bill-text,mazhilis-2,absent"], BROKEN, "not there"),
    ],
)
def test_a_language_is_lacking_only_when_somebody_looked(
    tmp_path: Path, rows: list[str], seen: list[str], state: State, said: str
) -> None:
    asked = rule("languages", document="bill-text", stage="adoption", languages=["kk", "ru"])
    tables = {"events": events(ADOPTED), "documents": papers(*rows), "looks": looks(*seen)}
    ((found, fact),) = outcomes(tmp_path, asked, **tables)
    assert found is state
    assert said in fact


INTRODUCED = "i,introduced,{},mazhilis,introduction"
TABLE_ROW = "t,comparative-table,introduction"


@pytest.mark.parametrize(
    ("introduced", "rows", "seen", "state"),
    [
        ("2025-03-01", [], ["2025-02-20,comparative-table,introduction,absent"], UNKNOWN),
        ("2025-03-01", [], ["2025-03-01,comparative-table,introduction,absent"], BROKEN),
        ("2025-03-01", [], ["2025-03-10,comparative-table,introduction,absent,,ru"], UNKNOWN),
        ("2025-03-01", [], ["2025,comparative-table,introduction,absent"], UNKNOWN),
        ("2025-03", [], ["2025-03-10,comparative-table,introduction,absent"], UNKNOWN),
        ("2025-03", [], ["2025-04-10,comparative-table,introduction,absent"], BROKEN),
        ("2025-03-01", [TABLE_ROW], [], UNKNOWN),
        ("2025-03-01", [TABLE_ROW], ["2025-03-10,comparative-table,introduction,found,t"], UNKNOWN),
        (
            "2025-03-01",
            [TABLE_ROW],
            ["2025-03-03,comparative-table,introduction,absent", "2025-03-10,comparative-table,introduction,found,t"],
            BROKEN,
        ),
        ("2025-03-01", [TABLE_ROW], ["2025-02-20,comparative-table,introduction,found,t"], KEPT),
    ],
)
def test_a_look_counts_from_the_day_on_which_the_paper_had_to_be_there(
    tmp_path: Path, introduced: str, rows: list[str], seen: list[str], state: State
) -> None:
    asked = rule("document", document="comparative-table", stage="introduction", by="introduced")
    tables = {"events": events(INTRODUCED.format(introduced)), "documents": papers(*rows), "looks": looks(*seen)}
    assert [found for found, _ in outcomes(tmp_path, asked, **tables)] == [state]
