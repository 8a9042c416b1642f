"""Regimes and rules as data: what is shipped is right, and every slip in a file is named."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from aigaq.bill.faults import Faults, Fields
from aigaq.bill.regimes import Regime, regime, regime_on, regimes, shipped
from aigaq.bill.rule import PARAMETERS, international, read_rules
from aigaq.bill.standards import catalogue
from aigaq.bill.vocabulary import vocabulary
from aigaq.errors import Refused, UnreadableInput
from aigaq.values import Language, PartialDate
from tests.bill.checks.test_judge import COUNTRY
from tests.conftest import ROOT


def test_the_regimes_of_kazakhstan_meet_on_the_first_of_july_2026() -> None:
    old, new = regimes("kz")
    assert (old.name, old.period.until) == ("kz-two-chambers", date(2026, 7, 1))
    assert (new.name, new.period.since) == ("kz-kurultai", date(2026, 7, 1))
    told = [regime_on((old, new), PartialDate.of(day)) for day in ("2026-06-30", "2026-07-01", "2026", "")]
    assert told == [old, new, None, None]


@pytest.mark.parametrize("found", shipped(), ids=lambda each: each.name)
def test_a_shipped_regime_is_whole(found: Regime) -> None:
    assert {"introduction", "first-reading", "adoption", "president", "force"} <= {stage.role for stage in found.stages}
    for rule in found.rules:
        assert rule.domestic, rule.id
        assert rule.binds, rule.id
        assert set(rule.says) == set(Language), rule.id


def test_international_rules_name_a_standard_of_the_catalogue_and_are_no_surer_than_it() -> None:
    known = catalogue()
    for rule in international():
        assert rule.standard in known, rule.id
        standard = known.standards[rule.standard]
        assert rule.mark is standard.mark, rule.id
        assert not (rule.mark.sure and rule.checked is None), rule.id


def test_every_check_is_used_by_some_rule() -> None:
    used = {rule.check for found in shipped() for rule in found.rules} | {rule.check for rule in international()}
    assert used == set(PARAMETERS)


def test_the_vocabulary_has_every_language() -> None:
    terms = vocabulary()
    for table in (terms.events, terms.documents, terms.sources):
        assert all(set(term.names) == set(Language) for term in table.values())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('mark = "U"', 'mark = "X"', "mark is «X», not one of: L, P, U"),
        ('cite = "Constitution of Nowhere, art. 1"', "", "cite is missing"),
        ('kk = "Ешқайда"', "", "kk is missing"),
        ('role = "adoption"', 'role = "third"', "role is «third», not one of"),
        ('chamber = "council"', 'chamber = "senate"', "there is no chamber «senate»"),
        ('check = "document"', 'check = "documents"', "check is «documents», not one of"),
        (
            'document = "comparative-table"',
            'document = "table"',
            "document is «table», which the vocabulary does not know",
        ),
        ('stage = "adoption"', 'stage = "adopted"', "stage is «adopted», not one of"),
        ('binds = ["parliament"]', 'binds = ["everybody"]', "binds is «everybody», not one of"),
        ('binds = ["parliament"]', 'exempt = ["queen"]', "there is no initiator «queen»"),
        ("[rule.with]", "[rule.with]\nwhen = 1", "when is not known here"),
        ('id = "table"', 'id = "table"\nsays_who = "x"', "says_who is not known here"),
        ('id = "council"', 'id = "council"\nname = "x"', "name is not known here"),
        ("version = 1", 'since = "2026-07-01"\nuntil = "2026-01-01"', "it ends before it begins"),
    ],
)
def test_a_slip_is_named_with_its_place(old: str, new: str, said: str) -> None:
    assert old in COUNTRY
    with pytest.raises(UnreadableInput) as caught:
        regime(tomllib.loads(COUNTRY.replace(old, new, 1)), name="regime-nw.toml")
    assert said in str(caught.value)
    assert "regime-nw.toml" in str(caught.value)


def test_two_regimes_of_one_day_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"regime-{name}.toml").write_text(COUNTRY.replace('"nowhere"', f'"{name}"'), encoding="utf-8")
    with pytest.raises(Refused) as caught:
        regimes("nw", own=tmp_path)
    assert caught.value.code == "regime.overlap"


def test_a_country_without_regime_is_refused_with_the_way_out() -> None:
    with pytest.raises(Refused) as caught:
        regimes("zz")
    assert "standards/regime-NAME.toml" in caught.value.hint_text()


@pytest.mark.parametrize(
    ("check", "given"),
    [
        ("gap", {"from": "adoptd", "to": "signed"}),
        ("gap", {"from": "adopted", "to": "document:table"}),
        ("gap", {"from": "adopted", "to": "signed", "at_most": "ten"}),
        ("languages", {"document": "bill-text", "languages": 3}),
        ("per-day", {"event": "readings"}),
    ],
)
def test_a_wrong_parameter_is_a_fault(check: str, given: dict[str, object]) -> None:
    faults = Faults("rules")
    says = {"en": "x", "ru": "x", "kk": "x"}
    read_rules(
        Fields(
            {"rule": [{"id": "r", "check": check, "cite": "c", "mark": "U", "says": says, "with": given}]}, faults, ""
        )
    )
    assert len(faults.found) == 1


def test_profiles_are_shipped_with_the_package() -> None:
    folder = files("aigaq.profiles")
    assert {entry.name for entry in folder.iterdir()} >= {"regimes", "rules", "standards", "bill.toml"}


def test_the_reference_lists_the_words_of_every_regime() -> None:
    text = (ROOT / "docs" / "reference" / "dossier.md").read_text(encoding="utf-8")
    for found in shipped():
        (row,) = (line for line in text.splitlines() if line.startswith(f"| `{found.name}`"))
        cells = [re.findall(r"`([^`]+)`", cell) for cell in row.split("|")[2:5]]
        assert cells == [[each.id for each in group] for group in (found.initiators, found.chambers, found.stages)]


def test_the_reference_lists_every_kind() -> None:
    text = (ROOT / "docs" / "reference" / "dossier.md").read_text(encoding="utf-8")
    terms = vocabulary()
    named = set(re.findall(r"`([a-z-]+)`", text))
    assert {*terms.events, *terms.documents, *terms.sources} <= named
