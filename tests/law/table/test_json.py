from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from aigaq.law.compare import Comparison
from aigaq.law.table.json import data, schema, write
from aigaq.text.watch import watch_term
from tests.law.table.fictional import amendment, by_hand, fictional, tree, unchanged, untitled

TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
KEYWORDS = {
    "$defs", "$id", "$ref", "$schema", "additionalProperties", "const", "description", "enum", "items", "maximum",
    "maxItems", "minimum", "minItems", "minLength", "pattern", "properties", "required", "title", "type",
}  # fmt: skip
ROOT = schema()


def faults(value: object, rule: Mapping[str, object], at: str = "$", *, closed: bool = True) -> Iterator[str]:
    """Yield where `value` breaks `rule`; `closed`: names that the schema does not know are faults too."""
    if "$ref" in rule:
        rule = ROOT["$defs"][str(rule["$ref"]).rpartition("/")[2]]  # type: ignore[index]
    types = rule.get("type", list(TYPES))
    named = [types] if isinstance(types, str) else list(types)  # type: ignore[call-overload]
    if not any(
        isinstance(value, TYPES[name]) and (name == "boolean" or (value is not True and value is not False))
        for name in named
    ):
        yield f"{at}: {value!r} is no {named}"
        return
    if "const" in rule and value != rule["const"]:
        yield f"{at}: {value!r} is not {rule['const']!r}"
    if "enum" in rule and value not in rule["enum"]:  # type: ignore[operator]
        yield f"{at}: {value!r} is not among {rule['enum']}"
    if isinstance(value, str) and not re.search(str(rule.get("pattern", "")), value):
        yield f"{at}: {value!r} does not match"
    if isinstance(value, int | float) and not rule.get("minimum", value) <= value <= rule.get("maximum", value):  # type: ignore[operator]
        yield f"{at}: {value} is out of bounds"
    if isinstance(value, str | list):
        least = rule.get("minItems" if isinstance(value, list) else "minLength", 0)
        if not least <= len(value) <= rule.get("maxItems", len(value)):  # type: ignore[operator]
            yield f"{at}: has {len(value)}"
    if isinstance(value, dict):
        known: Mapping[str, Mapping[str, object]] = rule.get("properties", {})  # type: ignore[assignment]
        yield from (f"{at}: lacks {name}" for name in rule.get("required", ()) if name not in value)  # type: ignore[attr-defined]
        for name, inner in value.items():
            other = known.get(name, rule.get("additionalProperties"))
            if other is None and closed:
                yield f"{at}: {name} is not in the schema"
            elif other is not None:
                yield from faults(inner, other, f"{at}.{name}", closed=closed)  # type: ignore[arg-type]
    if isinstance(value, list) and "items" in rule:
        for place, inner in enumerate(value):
            yield from faults(inner, rule["items"], f"{at}[{place}]", closed=closed)  # type: ignore[arg-type]


def words_of_schema(rule: object, *, names: bool = False) -> Iterator[str]:
    if isinstance(rule, dict):
        for key, inner in rule.items():
            if not names:
                yield key
            yield from words_of_schema(inner, names=not names and key in {"properties", "$defs"})


def parsed(comparison: Comparison, *terms: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        write(comparison, version="0.1.0", watch=[watch_term(term) for term in terms])
    )
    return found


COMPARISONS: Mapping[str, Callable[[], Comparison]] = {
    "ru": lambda: fictional("ru"),
    "kk": lambda: fictional("kk"),
    "nothing changed": unchanged,
    "untitled": lambda: untitled(fictional("ru")),
    "no day": lambda: by_hand(ledger=type(fictional("ru").ledger)(announced=(amendment(date=None, act="2032"),))),
}


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_output_keeps_the_schema(name: str) -> None:
    assert list(faults(parsed(COMPARISONS[name](), "ночное чтение", "түнгі оқу"), ROOT)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2"),
        (("proof", "holds"), 1),
        (("proof", "unchanged_share"), 1.5),
        (("inputs", 0, "sha256"), "abc"),
        (("inputs", 0, "title", "source"), "file name"),
        (("changes", 0, "kind"), "altered"),
        (("changes", 0, "deleted"), -1),
        (("changes", 0, "words"), None),
        (("surprise",), 1),
        (("inputs",), []),
    ],
)
def test_the_schema_can_fail(path: tuple[str | int, ...], value: object) -> None:
    found: dict[str, object] = parsed(fictional("ru"))
    inner: object = found
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]
    assert list(faults(found, ROOT))


def test_this_check_knows_every_keyword_of_the_schema() -> None:
    assert set(words_of_schema(ROOT)) - KEYWORDS == set()


def test_it_holds_what_was_promised() -> None:
    found = data(fictional("ru"), version="0.1.0", watch=[watch_term("ночное чтение")])
    changes = json.loads(json.dumps(found))["changes"]
    assert {"kind", "eid", "label", "old", "new", "words", "watch"} <= set(changes[0])
    hits = [hit for change in changes for hit in change["watch"]]
    assert hits
    for change in changes:
        for hit in change["watch"]:
            assert change[hit["side"]][hit["start"] : hit["end"]] == hit["text"]
            assert hit["term"] == "ночное чтение"


def test_inputs_are_named_by_hash_and_not_by_file() -> None:
    text = write(fictional("ru"), version="0.1.0").decode()
    assert tree("ru", "2032-06").source.sha256 in text
    assert "law@2032-06" not in text
    assert text == write(fictional("ru"), version="0.1.0").decode()
