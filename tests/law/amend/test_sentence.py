"""Sentences that an instruction counts: inserted where their numbers say, refused where it cannot be so."""

from __future__ import annotations

import pytest

from tests.law.amend.laws import amended

_LAW = """Статья 1. Имя

1. Первое слово. Второе слово.

2. Иное слово (ст. А). Еще слово.
"""


@pytest.mark.parametrize(
    ("named", "quoted", "after"),
    [
        ("предложением", "Новое слово.", "1. Первое слово. Второе слово. Новое слово."),
        ("третьим предложением", "Новое слово.", "1. Первое слово. Второе слово. Новое слово."),
        ("вторым предложением", "Новое слово.", "1. Первое слово. Новое слово. Второе слово."),
        ("первым предложением", "Новое слово.", "1. Новое слово. Первое слово. Второе слово."),
        (
            "предложениями вторым и третьим",
            "Новое слово. Иное слово.",
            "1. Первое слово. Новое слово. Иное слово. Второе слово.",
        ),
    ],
)
def test_a_sentence_gets_the_number_it_is_given(named: str, quoted: str, after: str) -> None:
    found = amended(f"пункт 1 статьи 1 дополнить {named} следующего содержания:\n«{quoted}»", _LAW)
    assert [piece.after for outcome in found.outcomes for piece in outcome.pieces] == [after]


@pytest.mark.parametrize(
    ("point", "named", "quoted", "reason"),
    [
        (1, "четвертым предложением", "Новое слово.", "target-not-found"),
        (1, "предложениями вторым и третьим", "Новое слово.", "quoted-unit-differs"),
        (1, "вторым предложением", "Второе слово.", "already-applied"),
        (1, "предложением", "Второе слово.", "already-applied"),
    ],
)
def test_a_sentence_that_has_no_certain_place_is_refused(point: int, named: str, quoted: str, reason: str) -> None:
    found = amended(f"пункт {point} статьи 1 дополнить {named} следующего содержания:\n«{quoted}»", _LAW)
    assert [outcome.reason for outcome in found.outcomes] == [reason]
    assert found.outcomes[0].hint


def test_a_note_is_refused_by_its_name() -> None:
    found = amended("примечание к статье 1 исключить;", _LAW)
    assert [outcome.hint for outcome in found.outcomes] == ["notes are not told apart from what they explain"]
