from __future__ import annotations

import json
from typing import Any

import pytest

from aigaq.law.check import Code, check
from aigaq.law.check.json import data, schema, write
from tests.law.check.published import LANGUAGES, own, table, with_row, without
from tests.law.table import test_json as comparison_json
from tests.law.table.fictional import fictional, unchanged


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the small validator of the tests of the other schema, set to this one."""
    monkeypatch.setattr(comparison_json, "ROOT", schema())
    return comparison_json.faults


def bad(language: str) -> Any:
    found = with_row(without(own(language, "xlsx"), 4), 6, new="Совсем другое.")
    found = with_row(found, 8, doubt="why", unit="1-1")
    return check(with_row(found, 10, unit="статья 99" if language == "ru" else "99-бап"), fictional(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_follows_its_schema(language: str, faults: Any) -> None:
    for found in (check(own(language, "docx"), fictional(language)), bad(language), check(table(), unchanged())):
        assert list(faults(data(found, version="0.1.0"), schema())) == []


def test_a_fault_would_be_seen(faults: Any) -> None:
    broken = {**data(bad("ru"), version="1"), "version": "2", "other": 1}
    assert len(list(faults(broken, schema()))) == 2


def test_what_it_says() -> None:
    found = bad("ru")
    said: Any = json.loads(write(found, version="0.1.0"))
    assert (said["schema"], said["version"], said["official"]) == ("aigaq/table-check", "1", False)
    assert said["table"]["rows"] == 31
    assert said["changes"] == 32
    assert said["counts"] == {code.value: len(found.of(code)) for code in Code}
    assert [finding["code"] for finding in said["findings"]] == [finding.code.value for finding in found.findings]
    assert said["findings"][0]["eid"] == "art_4__subpara_3"
    assert said["rows"][0]["place"] == {"table": 1, "row": 3, "sheet": "Сравнительная таблица"}
    assert write(found, version="0.1.0") == write(bad("ru"), version="0.1.0")


def test_the_codes_of_the_schema_are_the_codes() -> None:
    known: Any = schema()
    codes = [code.value for code in Code]
    assert known["$defs"]["finding"]["properties"]["code"]["enum"] == codes
    assert known["properties"]["counts"]["required"] == codes
