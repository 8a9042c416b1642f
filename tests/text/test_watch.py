from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from aigaq.errors import UsageError
from aigaq.text.watch import find, watch_term
from tests.text.strategies import anything

FOUND = [
    ("пропаганда", "О пропаганды вреде, Пропагандой", ["пропаганды", "Пропагандой"]),
    (
        "нетрадиционная сексуальная ориентация",
        "темы нетрадиционной\nсексуальной  ориентации",
        ["нетрадиционной\nсексуальной  ориентации"],
    ),
    ("нетрадиционная ориентация", "нетрадиционной, ориентации", []),
    ("насихат", "насихатты насихаттау", ["насихатты"]),
    ("насихат*", "насихатты насихаттауға", ["насихатты", "насихаттауға"]),
    ("пропаганд*", "контрпропаганда", []),
    ("пропаганда", "интернет-пропаганде", ["пропаганде"]),
    ("интернет-ресурс", "интернет-ресурсов, интернет ресурсы", ["интернет-ресурсов", "интернет ресурсы"]),
    ("интернет ресурс", "на интернет–ресурсах", ["интернет–ресурсах"]),
    ("білім", "бiлiмнің, БІЛІМГЕ", ["бiлiмнің", "БІЛІМГЕ"]),
    ("халық", "халқының", ["халқының"]),
    ("ёлка", "елки, ёлок", ["елки"]),
    ("учет", "учёта", ["учёта"]),
    ("кітап", "кітап\u00adтар", ["кітап\u00adтар"]),
    ("к", "к закону, ко", ["к"]),
    ("248-VIII", "№ 248-VІІІ", ["248-VІІІ"]),
    ("новый закон", "новый новый закон", ["новый закон"]),
]


@pytest.mark.parametrize(("term", "text", "found"), FOUND)
def test_find(term: str, text: str, found: list[str]) -> None:
    hits = find([watch_term(term)], text)
    assert [hit.text for hit in hits] == found
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_hits_of_several_terms_come_in_the_order_of_the_text() -> None:
    terms = [watch_term("закон"), watch_term("кодекс")]
    assert [hit.term.surface for hit in find(terms, "кодекс, закон, кодекса")] == [
        "кодекс",
        "закон",
        "кодекс",
    ]


@pytest.mark.parametrize(
    ("term", "language", "languages"),
    [
        ("құқық", None, ("kk",)),
        ("закон", None, ("ru", "kk")),
        ("закон", "ru", ("ru",)),
        ("бап", "kk", ("kk",)),
    ],
)
def test_languages(term: str, language: object, languages: tuple[str, ...]) -> None:
    assert watch_term(term, language).languages == languages  # type: ignore[arg-type]


@pytest.mark.parametrize("surface", ["", " ", "*", "«»", "—"])
def test_a_term_needs_a_word(surface: str) -> None:
    with pytest.raises(UsageError) as caught:
        watch_term(surface)
    assert caught.value.code == "watch.empty"


@given(anything)
def test_hits_quote_the_original(text: str) -> None:
    terms = [watch_term("а*"), watch_term("бе вы"), watch_term("N 5")]
    hits = find(terms, text)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


def test_real_laws_hold_the_words_of_the_bill(kz: Path) -> None:
    before, after = (
        (kz / "editions" / f"education@{edition}.ru.txt").read_text(encoding="utf-8")
        for edition in ("2026-01", "2026-04")
    )
    term = [watch_term("нетрадиционная сексуальная ориентация")]
    assert (len(find(term, before)), len(find(term, after))) == (0, 1)
