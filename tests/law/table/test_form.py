from __future__ import annotations

import copy
import tomllib

import pytest

from aigaq.errors import UsageError
from aigaq.law.structure import Kind
from aigaq.law.table.form import ROLES, form
from aigaq.profiles import PROFILES, profile
from aigaq.values import Language
from tests.source import SRC


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_has_every_heading_in_every_language(name: str) -> None:
    found = form(profile(name))
    assert all(column.titles[language] for column in found.columns for language in Language)
    assert all(found.titles[language] for language in Language)
    assert not found.verified
    text = (SRC / "aigaq" / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)["table"]["column"]) == set(ROLES)


def test_the_headings_of_kazakhstan() -> None:
    found = form(profile("kz"))
    assert [column.titles[Language.RU] for column in found.columns] == [
        "№ п/п",
        "Структурный элемент",
        "Действующая редакция",
        "Предлагаемая редакция",
        "Обоснование",
    ]
    assert [column.titles[Language.KK] for column in found.columns] == [
        "Р/с №",
        "Құрылымдық элемент",
        "Қолданыстағы редакция",
        "Ұсынылып отырған редакция",
        "Негіздеме",
    ]
    assert Kind.CHAPTER in found.groups
    assert Kind.ARTICLE not in found.groups


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("columns",), ["old"]),
        (("columns",), ["old", "new", "old"]),
        (("columns",), ["old", "new", "price"]),
        (("column", "old"), {"ru": "x"}),
        (("column", "old", "width"), 0),
        (("column", "old", "width"), "wide"),
        (("groups",), ["room"]),
        (("title",), {}),
        (("status",), None),
    ],
)
def test_a_profile_that_cannot_be_filled_in(path: tuple[str, ...], value: object) -> None:
    broken = copy.deepcopy(dict(profile("kz")))
    inner = broken["table"]
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    if value is None:
        del inner[path[-1]]  # type: ignore[attr-defined]
    else:
        inner[path[-1]] = value  # type: ignore[index]
    with pytest.raises(UsageError, match="kz") as caught:
        form(broken)
    assert caught.value.code == "profile.table"


def test_a_profile_without_a_table() -> None:
    with pytest.raises(UsageError, match="nowhere"):
        form({"name": "nowhere"})


def test_an_unknown_profile() -> None:
    with pytest.raises(UsageError, match="atlantis"):
        profile("atlantis")
