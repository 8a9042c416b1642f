"""Faults of copies: read as what they plainly are, and reported. All law is invented."""

from __future__ import annotations

import pytest

from tests.law.structure.laws import below, tree


def test_a_sentence_broken_over_two_paragraphs() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Сад, который растёт на\n\nберегу реки.\n\n2. Огород.")
    assert below(parsed, "art_1") == ["para_1", "para_2"]
    assert parsed.by_eid["art_1__para_1"].key == "Сад , который растёт на берегу реки ."
    assert parsed.warnings == ("a sentence is broken over two paragraphs at character 43",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Сад.\n\n2 Огород.\n\n3. Поле.", ["para_1", "para_2", "para_3"]),
        ("1. Сад.\n\n1-1 Огород.\n\n2. Поле.", ["para_1", "para_1-1", "para_2"]),
        ("1) сад;\n\n2 огород;\n\n3) поле.", ["subpara_1", "subpara_2", "subpara_3"]),
    ],
)
def test_a_number_without_its_mark(text: str, expected: list[str]) -> None:
    parsed = tree(f"Статья 1. Сады\n\n{text}")
    assert below(parsed, "art_1") == expected
    assert [warning.split(" at ")[0] for warning in parsed.warnings] == [f"number {expected[1].split('_')[1]}"]
    assert "has lost its mark" in parsed.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "1. Срок:\n\n5 дней для одних;\n\n10 дней для других.\n\n2. Сад.",
        "4) сроки:\n\n5 дней для одних;\n\n10 дней для других;\n\n5) сад.",
        "1. Сад.\n\nСрок 2 года.\n\n2. Огород.",
        "1. Сад.\n\n2. Огород.\n\n2 года он растёт.\n\n3. Поле.",
    ],
)
def test_a_number_that_is_none_of_a_unit(text: str) -> None:
    assert not any("mark" in warning for warning in tree(f"Статья 1. Сады\n\n{text}").warnings)


def test_an_indent_that_begins_with_the_next_number() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Срок ответа:\n\n2 дня для граждан;\n\n10 дней для других.\n\nСтатья 2. Огороды")
    assert below(parsed, "art_1") == ["para_1"]
