"""Quotations: nested, mixed, long, and those whose marks do not pair."""

from __future__ import annotations

import pytest

from tests.law.drafting.told import KK, RU, act, told

NESTED = [
    ("слова «Закон «О книгах»» исключить;", "delete_words [Закон «О книгах»]"),
    ('слова "Закон "О книгах"" исключить;', 'delete_words [Закон "О книгах"]'),
    ("слова «Закон \"О книгах\"» исключить;", 'delete_words [Закон "О книгах"]'),
    ("слова “А” исключить;", "delete_words [А]"),
    ("слова „А“ исключить;", "delete_words [А]"),
    ("слова «А», \"Б\" исключить;", "delete_words [А+Б]"),
    ("слова «(А» исключить;", "delete_words [(А]"),
    ("слова «;» исключить;", "delete_words [;]"),
    ("слова «А: Б; 1) В.» исключить;", "delete_words [А: Б; 1) В.]"),
    ("часть вторую изложить в следующей редакции:\n\n««Книга» стоит.»;", "restate alinea 2 ««Книга» стоит.»"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "reading"), NESTED)
def test_a_quotation_may_hold_others(clause: str, reading: str) -> None:
    assert told(clause, RU) == reading


UNPAIRED = {
    "one mark closes two": "1) в пункте 1 слова «Закон «О книгах» исключить;\n\n2) пункт 2 исключить;",
    "one plain mark closes two": '1) в пункте 1 слова "Закон "О книгах" исключить;\n\n2) пункт 2 исключить;',
    "the mark that opens is lost": "1) в пункте 1 слова А» исключить;\n\n2) пункт 2 исключить;",
    "the plain mark that opens is lost": '1) в пункте 1 слова А" исключить;\n\n2) пункт 2 исключить;',
    "the mark that closes is lost": "1) в пункте 1 слова «А исключить;\n\n2) пункт 2 исключить;",
    "two lost marks make one quotation of two": (
        "1) пункт 1 изложить в следующей редакции:\n\n«1. «А».\n\n2) пункт 3 изложить в следующей редакции:\n\n"
        "«3. Б».\n\n4. В»;\n\n3) пункт 2 исключить;"
    ),
    "a block never closes": "1) пункт 1 изложить в следующей редакции:\n\n«1. А.\n\n2) пункт 2 исключить;",
}


@pytest.mark.parametrize("case", UNPAIRED)
def test_marks_that_do_not_pair_are_reported(case: str) -> None:
    found = act(UNPAIRED[case], RU)
    assert "quotation" in [gap.reason for gap in found.accounting.unclaimed]
    assert [one.op.value for one in found.instructions] in ([], ["repeal"])


def test_a_quotation_may_run_over_hundreds_of_paragraphs() -> None:
    wording = "\n\n".join(f"{number}. Книга «{number}» стоит." for number in range(1, 500))
    found = act(
        (f"1) главу 5 изложить в следующей редакции:\n\n«Глава 5. Книги\n\n{wording}»;\n\n2) пункт 2 исключить;"), RU
    )
    assert not found.accounting.unclaimed
    assert [one.op.value for one in found.instructions] == ["restate", "repeal"]
    assert found.instructions[0].quoted[0].text.endswith("499. Книга «499» стоит.")


def test_a_quotation_may_stand_in_a_row_of_a_table() -> None:
    found = act(
        ("1) дополнить строкой следующего содержания:\n\n«5.\tКнига «О полках»\tодна»;\n\n2) пункт 2 исключить;"), RU
    )
    assert not found.accounting.unclaimed
    assert found.instructions[0].quoted[0].text == "5.\tКнига «О полках»\tодна"


def test_what_stands_without_marks_where_a_wording_is_due_is_reported() -> None:
    found = act("1) дополнить строкой следующего содержания:\n\n5.\n\nКнига\n\n2) пункт 2 исключить;", RU)
    assert [one.op.value for one in found.instructions] == ["repeal"]
    assert "Книга" in "".join(gap.text for gap in found.accounting.unclaimed)


def test_kazakh_words_follow_their_quotation() -> None:
    assert told('"«А» және «Б»" деген сөздер "В" деген сөзбен ауыстырылсын;', KK) == "replace_words [«А» және «Б» > В]"
