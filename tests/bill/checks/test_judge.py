"""The whole procedure: the real case of the example, moved to another regime, in another country, with disputes."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from aigaq.app.bill import open_record
from aigaq.bill.checks import Case, Finding, Verdict, judge
from aigaq.bill.dossier import read_dossier
from aigaq.bill.record import Record, remarks
from aigaq.bill.rule import international
from aigaq.values import PartialDate
from tests.bill.dossiers import EXAMPLE, TODAY, dossier, events, example, looks, papers

COMPLIED, BREACH, SHORT = Verdict.COMPLIED, Verdict.BREACH, Verdict.SHORT
NOT_APPLICABLE, COULD_NOT = Verdict.NOT_APPLICABLE, Verdict.COULD_NOT_LOOK


@pytest.fixture(scope="module")
def record() -> Record:
    return open_record(EXAMPLE, day=TODAY)


def by_rule(found: Iterable[Finding]) -> dict[str, list[Verdict]]:
    verdicts: dict[str, list[Verdict]] = {}
    for each in found:
        verdicts.setdefault(each.rule.id, []).append(each.verdict)
    return verdicts


def test_the_table_after_the_readings_is_no_breach_and_falls_short(record: Record) -> None:
    domestic = [each for each in record.findings if each.rule.id == "table-with-bill"]
    assert [each.verdict for each in domestic] == [COULD_NOT, NOT_APPLICABLE]
    assert "binds at introduction" in str(domestic[1].outcome.fact)
    (abroad,) = (each for each in record.findings if each.rule.id == "account-of-changes-published")
    assert abroad.verdict is SHORT
    assert abroad.rule.standard == "VC-RoL-II.A.5"
    assert [each.kind for each in abroad.outcome.evidence] == ["look", "event"]


def test_the_text_came_four_days_after_the_vote_and_bore_no_date(record: Record) -> None:
    late = [each for each in record.findings if each.rule.id == "text-published-promptly"]
    assert late[0].verdict is SHORT
    assert str(late[0].outcome.fact).startswith("4 days: 2025-11-12 to 2025-11-16")
    undated = [each for each in record.findings if each.rule.id == "papers-dated" and each.verdict is SHORT]
    assert len(undated) == 2


def test_both_readings_of_the_senate_in_one_sitting(record: Record) -> None:
    days = [each for each in record.findings if each.rule.id == "readings-apart"]
    assert [(each.verdict, str(each.outcome.subject)) for each in days if each.verdict is SHORT] == [
        (SHORT, "Senate, 2025-12-18")
    ]


def test_the_scope_grew_from_one_act_to_thirteen_as_the_texts_show(record: Record) -> None:
    (grown,) = (each for each in record.findings if each.rule.id == "subject-kept")
    assert grown.verdict is SHORT
    assert "1 → 13; new subjects: dissemination of unlawful content" in str(grown.outcome.fact)
    assert {each.kind for each in grown.outcome.evidence} == {"law", "event"}
    assert record.acts == {"bill-first": 1, "bill-adopted": 13}


def test_the_agenda_was_changed_on_the_day(record: Record) -> None:
    (changed,) = (each for each in record.findings if each.rule.id == "agenda-kept")
    assert changed.verdict is SHORT


def test_a_rule_that_does_not_bind_deputies_is_not_applied_to_them(record: Record) -> None:
    (heard,) = (each for each in record.findings if each.rule.id == "draft-published-for-discussion")
    assert heard.verdict is NOT_APPLICABLE
    assert "deputies" in str(heard.why)


def test_nothing_is_called_a_breach_without_a_domestic_rule_that_binds(record: Record) -> None:
    assert not [each for each in record.findings if each.verdict is BREACH]
    assert all(each.rule.standard for each in record.findings if each.verdict is SHORT)


def test_the_same_record_is_judged_alike_by_its_day(record: Record) -> None:
    early = open_record(EXAMPLE, day=date(2025, 10, 1))
    assert by_rule(early.findings)["readings-apart"] == [COMPLIED]
    assert "2025-12-18" not in str([str(each.outcome.subject) for each in early.findings])


def moved(where: Path, days: int) -> Path:
    """Return a copy of the example whose every dated event and look happened so many days later."""
    folder = example(where)
    for name in ("events.csv", "documents/looks.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row["date"] = "/".join(later(part, days) for part in row["date"].split("/"))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def later(text: str, days: int) -> str:
    when = PartialDate.of(text)
    if when.first is None:
        return text
    return f"{when.first + timedelta(days):{'%Y-%m-%d' if when.day else '%Y-%m'}}"


def test_past_the_first_of_july_2026_the_other_regime_applies(tmp_path: Path) -> None:
    now, then = open_record(EXAMPLE, day=TODAY), open_record(moved(tmp_path, 365), day=date(2027, 4, 1))
    assert {each.regime.name for each in now.findings if each.regime} == {"kz-two-chambers"}
    assert {each.regime.name for each in then.findings if each.regime} == {"kz-kurultai"}
    assert by_rule(then.findings)["committee-before-plenary"] == [COULD_NOT, COULD_NOT]
    assert "senate-in-sixty-days" not in by_rule(then.findings)
    abroad = [[each.verdict for each in found.findings if each.rule.standard] for found in (now, then)]
    assert abroad[0] == abroad[1]
    assert any("is not one of the regime of that day" in said for said in remarks(then))


def test_a_bill_under_way_on_that_day_is_judged_by_the_day_of_each_thing(tmp_path: Path) -> None:
    rows = events("a,reading,2026-06-20,mazhilis,mazhilis-1", "b,reading,2026-07-02,kurultai,kurultai-1")
    made = dossier(tmp_path, events=rows)
    found = judge(Case(made, date(2026, 8, 1)), ())
    assert {each.regime.name for each in found if each.regime} == {"kz-two-chambers", "kz-kurultai"}


def test_entry_into_force_later_does_not_call_the_new_regime(tmp_path: Path) -> None:
    rows = events("a,reading,2026-01-20,mazhilis,mazhilis-1", "f,in-force,2027-01-01,,force")
    found = judge(Case(dossier(tmp_path, events=rows), date(2027, 8, 1)), ())
    assert {each.regime.name for each in found if each.regime} == {"kz-two-chambers"}


COUNTRY = """
name = "nowhere"
version = 1
jurisdiction = "nw"
languages = ["nw"]
mark = "U"
cite = "Constitution of Nowhere, art. 1"
[title]
en = "Nowhere"
ru = "Нигде"
kk = "Ешқайда"
[[chamber]]
id = "council"
en = "Council"
ru = "Совет"
kk = "Кеңес"
[[initiator]]
id = "king"
en = "the King"
ru = "Король"
kk = "Король"
[[stage]]
id = "council-1"
role = "adoption"
chamber = "council"
en = "Council"
ru = "Совет"
kk = "Кеңес"
[[rule]]
id = "table"
check = "document"
cite = "Standing orders, rule 7"
binds = ["parliament"]
mark = "L"
[rule.says]
en = "A table goes with the text."
ru = "К тексту прилагается таблица."
kk = "Мәтінге кесте қоса беріледі."
[rule.with]
document = "comparative-table"
stage = "adoption"
"""


def test_a_third_country_is_a_file(tmp_path: Path) -> None:
    made = dossier(
        tmp_path,
        jurisdiction="nw",
        regime=COUNTRY,
        events=events("v,adopted,2026-02-01,council,council-1"),
        looks=looks("2026-02-02,comparative-table,council-1,absent"),
    )
    found = judge(Case(made, TODAY), international())
    assert [each.verdict for each in found if each.rule.domestic] == [BREACH]
    assert SHORT in [each.verdict for each in found if not each.rule.domestic]


DISPUTE = (
    "event,kind,date,chamber,stage,source\n"
    "a,reading,2025-12-17,senate,senate-1,press\n"
    "a,,2025-12-18,,,other\n"
    "b,reading,2025-12-18,senate,senate-2,press\n"
)
CHOICES = "event,fact,source,reason,decided\na,date,press,the minutes,2026-01-01\n"


def readings(made: Case) -> list[Finding]:
    return [each for each in judge(made, international()) if each.rule.id == "readings-apart"]


def test_the_sheet_says_what_another_value_would_change(tmp_path: Path) -> None:
    made = dossier(tmp_path, events=DISPUTE, choices=CHOICES)
    first, second = readings(Case(made, TODAY))
    assert (first.verdict, second.verdict) == (COMPLIED, COMPLIED)
    (other,) = first.otherwise
    assert (other.value, other.sources, other.verdict) == ("2025-12-18", ("other",), SHORT)


def test_no_verdict_is_built_on_a_fact_that_is_open(tmp_path: Path) -> None:
    made = dossier(tmp_path, events=DISPUTE)
    unknown = [each for each in readings(Case(made, TODAY)) if each.verdict is COULD_NOT]
    assert [str(each.outcome.subject) for each in unknown] == [
        "Senate, first reading, sources differ: 2025-12-17, 2025-12-18",
        "Senate, 2025-12-18",
    ]
    assert {each.verdict for each in unknown[0].otherwise} == {COMPLIED, SHORT}
    record = Record(made, TODAY)
    assert any("contradict each other on date" in said for said in remarks(record))


@pytest.mark.parametrize(("who", "verdict"), [("deputies", NOT_APPLICABLE), ("government", COULD_NOT), ("", COULD_NOT)])
def test_whom_a_rule_binds_decides(tmp_path: Path, who: str, verdict: Verdict) -> None:
    rows = events("i,introduced,2025-09-01,mazhilis,introduction")
    made = dossier(tmp_path, initiator=who, events=rows)
    found = by_rule(judge(Case(made, TODAY), ()))
    assert found["draft-published-for-discussion"] == [verdict]


def test_government_that_did_not_publish_a_draft_is_in_breach(tmp_path: Path) -> None:
    rows = events("i,introduced,2025-09-01,mazhilis,introduction")
    made = dossier(tmp_path, initiator="government", events=rows, looks=looks("2025-09-02,consultation,,absent"))
    assert by_rule(judge(Case(made, TODAY), ()))["draft-published-for-discussion"] == [BREACH]


def test_a_stated_number_that_the_text_does_not_bear_out_is_told(tmp_path: Path) -> None:
    folder = example(tmp_path)
    path = folder / "documents" / "documents.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("bill-first.ru.txt,,", "bill-first.ru.txt,2,"), encoding="utf-8"
    )
    said = list(remarks(open_record(folder, day=TODAY)))
    assert "bill-first amends 1 acts as it was read, 2 as its source says" in said


def test_a_text_that_cannot_be_read_is_told_and_not_counted(tmp_path: Path) -> None:
    folder = example(tmp_path)
    (folder / "documents" / "bill-adopted.ru.txt").write_text(
        "ВЫМЫШЛЕННЫЙ ТЕКСТ. Здесь нет поправок.", encoding="utf-8"
    )
    record = open_record(folder, day=TODAY)
    assert "bill-adopted" not in record.acts
    assert "bill-adopted" in record.unread


def test_papers_of_a_kind_that_no_rule_asks_for_do_no_harm(tmp_path: Path) -> None:
    made = dossier(tmp_path, documents=papers("p,protocol,mazhilis-2"))
    assert read_dossier(tmp_path).papers == made.papers
    assert judge(Case(made, TODAY), ()) == ()


def test_a_verdict_never_rests_on_an_uncertain_date(tmp_path: Path) -> None:
    rows = events("a,reading,2025-12-18?,senate,senate-1", "b,reading,2025-12-18?,senate,senate-2")
    assert {each.verdict for each in readings(Case(dossier(tmp_path, events=rows), TODAY))} == {COULD_NOT}


def test_what_lies_ahead_of_the_day_is_not_judged(tmp_path: Path) -> None:
    rows = events("v,adopted,2025-11-12,mazhilis,mazhilis-2", "p,document,2025-11-20,,,,,b")
    made = dossier(tmp_path, events=rows, documents=papers("b,bill-text,mazhilis-2,ru,none"))
    found = by_rule(judge(Case(made, date(2025, 11, 14)), international()))
    assert found["text-published-promptly"] == [NOT_APPLICABLE]
    assert found["papers-dated"] == [NOT_APPLICABLE]


def test_a_disputed_day_calls_the_regime_that_holds_on_all_its_values(tmp_path: Path) -> None:
    head = "event,kind,date,chamber,stage,source\n"
    rows = head + "i,introduced,2025-03-01,mazhilis,introduction,press\ni,,2025-03-05,,,other\n"
    found = by_rule(judge(Case(dossier(tmp_path, events=rows), TODAY), ()))
    assert found["table-with-bill"] == [COULD_NOT]
