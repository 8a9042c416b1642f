from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from aigaq.locale import translator
from tests.locale.messages import messages
from tests.source import SRC, modules, parse

LANGUAGES = ["ru", "kk"]
FORMS = {"ru": 3, "kk": 2}
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)


@cache
def catalogue(language: str) -> Catalog:
    path = SRC / "aigaq" / "locale" / language / "LC_MESSAGES" / "aigaq.po"
    with path.open("rb") as text:
        return read_po(text, locale=language)


@cache
def used() -> dict[tuple[str, ...], str]:
    """Return every message of the source with one of its places."""
    return {message.key: message.where for module in modules() for message in messages(module)}


def stanza(key: tuple[str, ...], where: str) -> str:
    """Return what to paste into a catalogue."""
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in key]
    plural = f'\nmsgid_plural "{quoted[1]}"' if len(quoted) > 1 else ""
    return f'\n# {where}\nmsgid "{quoted[0]}"{plural}\nmsgstr ""\n'


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    known = catalogue(language)
    missing = []
    for key, where in used().items():
        entry = known.get(key[0])
        done = entry and (isinstance(entry.string, str) == (len(key) == 1)) and all(texts(entry.string))
        if not done:
            missing.append(stanza(key, where))
    assert not missing, f"{language}: add to its aigaq.po:\n" + "".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over_or_fuzzy(language: str) -> None:
    keys = {key[0] for key in used()}
    entries = [entry for entry in catalogue(language) if entry.id]
    assert [entry.id for entry in entries if first(entry.id) not in keys or entry.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_fills_the_same_places(language: str) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{[^}]*\}", text))

    for entry in catalogue(language):
        if entry.id:
            wanted = places(first(entry.id)) | (places(entry.id[1]) if isinstance(entry.id, tuple) else set())
            assert all(places(text) == wanted for text in texts(entry.string)), entry.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_all_their_forms(language: str) -> None:
    lengths = {len(texts(entry.string)) for entry in catalogue(language) if isinstance(entry.id, tuple)}
    assert lengths == {FORMS[language]}
    assert catalogue(language).num_plurals == FORMS[language]


def test_the_languages_are_not_mixed_up() -> None:
    same = {"No. {act}", "No. {act} of {date}", "No. {number}"}
    assert [e.id for e in catalogue("ru") if e.id and any(KAZAKH.search(t) for t in texts(e.string))] == []
    for language in LANGUAGES:
        for entry in catalogue(language):
            if entry.id and first(entry.id) not in same and re.search(r"[A-Za-z]", bare(first(entry.id))):
                assert all(CYRILLIC.search(bare(text)) for text in texts(entry.string)), entry.id


def bare(text: str) -> str:
    """Return a text without the places that are filled in."""
    return re.sub(r"\{[^}]*\}", "", text)


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [
        ("ru", 0, "0 изменений"),
        ("ru", 1, "1 изменение"),
        ("ru", 2, "2 изменения"),
        ("ru", 5, "5 изменений"),
        ("ru", 11, "11 изменений"),
        ("ru", 12, "12 изменений"),
        ("ru", 21, "21 изменение"),
        ("ru", 104, "104 изменения"),
        ("ru", 112, "112 изменений"),
        ("kk", 1, "1 өзгеріс"),
        ("kk", 5, "5 өзгеріс"),
        ("en", 1, "1 change"),
        ("en", 2, "2 changes"),
    ],
)
def test_plurals(language: str, n: int, text: str) -> None:
    assert translator(language).plural("{n} change", "{n} changes", n).format(n=n) == text


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('_("a" "b")', [("ab",)]),
        ('N_("a")', [("a",)]),
        ('_.plural("{n} a", "{n} as", n)', [("{n} a", "{n} as")]),
        ('raise Refused("x.y", "It is {a}.", hint="Do {b}.", a=1)', [("Do {b}.",), ("It is {a}.",)]),
        ('UsageError("x.y", "A." if a else "B.")', [("A.",), ("B.",)]),
        ('_unknown(name, hint="Save it.")', [("Save it.",)]),
        ("_(name)", []),
        ('text = "a"\n_(text)', [("a",)]),
        ('Message("{n} a", n=1)', [("{n} a",)]),
        ('apart = ("{n} a", "{n} as")\n_.plural(*apart, n)', [("{n} a", "{n} as")]),
    ],
)
def test_messages_are_found(code: str, keys: list[tuple[str, ...]]) -> None:
    assert [message.key for message in messages(parse("aigaq.law.x", code))] == keys


def first(key: str | tuple[str, ...] | list[str]) -> str:
    return key if isinstance(key, str) else key[0]


def texts(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())
