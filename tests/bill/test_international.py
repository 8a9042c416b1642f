"""The rules that any bill in any country is measured by: each rests on the catalogue, and its file has no faults."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

import pytest

from aigaq.bill.faults import Faults, Fields
from aigaq.bill.rule import PARAMETERS, Rule, international, read_rules
from aigaq.bill.standards import shipped
from aigaq.text.alphabets import KAZAKH_ONLY, script
from aigaq.values import Language

EN, RU, KK = Language.EN, Language.RU, Language.KK
TEXT = (files("aigaq.profiles") / "rules" / "international.toml").read_text(encoding="utf-8")
RULES = international()

GOOD = """
[[rule]]
id = "x"
check = "per-day"
standard = "IPU-IDP-1.6.3"
cite = "Somewhere, 1"
binds = ["parliament"]
mark = "L"
checked = 2026-01-02
yardstick = true
[rule.says]
en = "One reading a day."
ru = "Одно чтение в день."
kk = "Күніне бір оқылым."
[rule.with]
event = "reading"
at_most = 1
"""


def faults(text: str) -> str:
    found = Faults("rules.toml")
    top = Fields(tomllib.loads(text), found, "")
    read_rules(top)
    top.done()
    return "; ".join(f"{place}: {said}" for place, said in found.found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_rests_on_a_standard_and_is_no_surer(rule: Rule) -> None:
    standard = shipped().get(rule.standard)
    assert (rule.mark, rule.checked) == (standard.mark, standard.checked)
    assert not rule.domestic and rule.binds and not rule.exempt
    assert "law-making" in standard.topics or "publication" in standard.topics


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_cites_what_its_standard_cites(rule: Rule) -> None:
    assert shipped().get(rule.standard).cite.startswith(str(rule.cite))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_one_sentence_in_every_language(rule: Rule) -> None:
    for text in rule.says.values():
        assert text.endswith(".") and not re.search(r"[.!?]\s", text) and not re.search('[«»"“”]', text)
    assert not set(rule.says[RU]) & KAZAKH_ONLY
    assert set(rule.says[KK]) & KAZAKH_ONLY
    assert [
        word for language in (RU, KK) for word in re.findall(r"\w+", rule.says[language]) if script(word) == "mixed"
    ] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_days_that_are_ours_are_called_ours(rule: Rule) -> None:
    bounded = any(rule.days(key) for key in ("at_most", "at_least", "months", "within_days"))
    assert rule.yardstick == bounded


def test_what_is_asked() -> None:
    asked = {(rule.check, rule.word("event") or rule.word("document") or rule.word("from")) for rule in RULES}
    assert asked >= {
        ("gap", "adopted"), ("document", "bill-text"), ("document", "comparative-table"),
        ("document", "explanatory-note"), ("table-complete", "comparative-table"), ("per-day", "reading"),
        ("gap", "agenda"), ("unchanged", "agenda-changed"), ("present", "consultation"),
        ("scope", "first-reading"), ("languages", "bill-text"), ("gap", "published"),
    }  # fmt: skip
    assert {rule.check for rule in RULES} <= PARAMETERS.keys()


def test_every_id_stands_once() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_the_shipped_file_has_no_fault() -> None:
    body = TEXT.partition("version = 1")[2]
    assert faults(body) == "" and faults(GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('cite = "Somewhere, 1"', 'sight = "Somewhere, 1"', "rule x: cite is missing"),
        ('cite = "Somewhere, 1"', 'cite = "S"\nsight = 1', "rule x: sight is not known here"),
        ('kk = "Күніне бір оқылым."', "", "rule x, says: kk is missing"),
        ('mark = "L"', 'mark = "M"', "rule x: mark is «M», not one of: L, P, U"),
        ("checked = 2026-01-02", 'checked = "2026-02-30"', "rule x: checked is «2026-02-30», no date"),
        ('check = "per-day"', 'check = "per-week"', "rule x: check is «per-week», not one of"),
        ('binds = ["parliament"]', 'binds = ["people"]', "rule x: binds is «people», not one of"),
        ('event = "reading"', 'event = "raeding"', "rule x, with: event is «raeding»"),
        ("at_most = 1", "at_most = -1", "rule x, with: at_most is «-1», no whole number"),
        ("at_most = 1", "at_most = 1\nof = 2", "rule x, with: of is not known here"),
        ("yardstick = true", 'yardstick = "yes"', "rule x: yardstick is neither true nor false"),
        ("[[rule]]", GOOD.strip() + "\n[[rule]]", "the id «x» is given twice"),
    ],
)
def test_a_fault_is_named_with_its_entry_and_field(old: str, new: str, fault: str) -> None:
    assert fault in faults(GOOD.replace(old, new, 1))


def test_a_standard_that_is_not_there_would_be_noticed() -> None:
    known: Mapping[str, object] = shipped().standards
    assert {rule.standard for rule in RULES} <= known.keys()
    assert "IPU-IDP-9.9.9" not in known
