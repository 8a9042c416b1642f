"""What is no change of the law is still told: stubs, notes, figures, cells, edges. All law here is invented."""

from __future__ import annotations

import pytest

from aigaq.law.compare import ChangeKind, Comparison, compare
from aigaq.law.read import read_bytes
from aigaq.law.structure import parse

LAW = "О читальнях\n\nСтатья 1. Права\n\n1. Житель читает.\n\n{}\n\nСтатья 2. Сборы\n\n1. Сборов нет.\n"


def result(old: str, new: str) -> Comparison:
    sides = [parse(read_bytes(text.encode(), name="law.txt")) for text in (old, new)]
    found = compare(sides[0], sides[1])
    assert found.proof.holds, found.proof.first_difference
    return found


def rows(old: str, new: str) -> list[tuple[ChangeKind, str]]:
    return [(change.kind, change.eid) for change in result(LAW.format(old), LAW.format(new)).changes]


def copies(old: str, new: str) -> list[str]:
    return [copy.reason for copy in result(LAW.format(old), LAW.format(new)).copies]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "2. Исключен доступ лиц моложе 18 лет по Закону Республики Казахстан от 01.02.2030 № 5-X.",
            "2. Исключен доступ лиц моложе 21 года по Закону Республики Казахстан от 01.02.2030 № 5-X.",
        ),
        ("2. Плата:\n\nплата\tсрок\n10\t20 30", "2. Плата:\n\nплата\tсрок\n10 20\t30"),
        (
            "Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2030 № 5-X.\nЖитель платит тысячу.",
            "Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2030 № 5-X.\nЖитель не платит.",
        ),
    ],
)
def test_law_that_looks_like_something_else_is_a_row(old: str, new: str) -> None:
    assert [kind for kind, _ in rows(old, new)] == [ChangeKind.REWORDED]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("2. Исключен Законом РК от 01.02.2030 № 5-X.", "2. Исключен Законом РК от 01.02.2035 № 9-X.", "stub"),
        ("2. Плата 1,5 тысячи.", "2. Плата 1, 5 тысячи.", "figures"),
        ("2. Статьи 13-15 применяются.", "2. Статьи 13 – 15 применяются.", "figures"),
        ("2. Чтение.", "2. Чтение.\n\nВниманию пользователей! Читальня закрыта, вход запрещен.", "note"),
        ("2. Чтение.\n\nСноска. Житель обязан платить за чтение тысячу тенге.", "2. Чтение.", "note"),
    ],
)
def test_what_is_no_row_is_listed(old: str, new: str, reason: str) -> None:
    assert rows(old, new) == []
    assert copies(old, new) == [reason]


def test_a_renamed_act_is_a_row() -> None:
    old = LAW.format("2. Чтение.")
    new = old.replace("О читальнях", "О запрете читален")
    assert [(row.kind, row.old, row.new) for row in result(old, new).changes] == [
        (ChangeKind.REWORDED, "О читальнях", "О запрете читален")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Статья 2.", "Статья 2. Сборы"), ("Статья 2. Сборы", "Статья 2."), ("Статья 2.", "Статья 2-1.")],
)
def test_the_words_of_a_row_are_its_wordings(old: str, new: str) -> None:
    texts = [LAW.format("2. Чтение.").replace("Статья 2. Сборы", heading) for heading in (old, new)]
    (row,) = result(*texts).changes
    assert ("".join(word.old for word in row.words), "".join(word.new for word in row.words)) == (row.old, row.new)


def test_line_ends_of_windows_change_nothing() -> None:
    broken = "2. Книги выдаются по правилам \nстатьи 2\n \n3)\n закона.\n\n3. Чтение."
    unix, windows = (LAW.format(broken), LAW.format(broken).replace("\n", "\r\n"))
    assert result(unix, windows).changes == ()
