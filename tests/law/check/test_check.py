from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from aigaq.errors import Refused
from aigaq.law.check import Code, OfficialTable, Severity, Spot, check
from aigaq.law.compare import compare
from tests.law.check.published import (
    ABSENT,
    FORMATS,
    HEADS,
    LANGUAGES,
    REMOVED,
    WRITERS,
    checked,
    codes,
    opened,
    own,
    table,
    with_row,
    without,
)
from tests.law.table.fictional import fictional, tree, unchanged


def rows_of(language: str) -> list[list[str]]:
    """Return the rows of our own table, ready to be written again."""
    return [[row.number, row.unit, row.old, row.new, ""] for row in own(language, "docx").rows]


def at(language: str, eid: str) -> int:
    """Return the row that is about a unit."""
    return next(number for number, change in enumerate(fictional(language).changes) if change.eid == eid)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_our_own_table_has_no_fault(language: str, format: str) -> None:
    found = check(own(language, format), fictional(language))
    assert codes(found) == []
    assert found.told == tuple(range(len(fictional(language).changes)))
    assert [looked.changes for looked in found.looked] == [(change,) for change in found.told]
    assert found.holds


def test_no_change_and_no_row_is_no_fault_and_no_row_at_all_is_all_faults() -> None:
    assert checked(table(), unchanged()) == []
    missing = check(table(), fictional("ru"))
    assert codes(missing) == [("omitted", change.eid) for change in fictional("ru").changes]
    assert {finding.severity for finding in missing.findings} == {Severity.GRAVE}


Faults = Callable[[list[list[str]], str], None]


def removed(rows: list[list[str]], language: str) -> None:
    del rows[at(language, "art_4__subpara_3")]


def invented(rows: list[list[str]], language: str) -> None:
    law = tree(language, "2032-06")
    name = {"ru": "пункт 2 статьи 2", "kk": "2-баптың 2-тармағы"}[language]
    text = f"2. {law.by_eid['art_2__para_2'].text.strip()}"
    rows.append(["99", name, text, text.replace(" ", " совсем ", 3).replace(" совсем ", " ", 2), ""])


def word_in_old(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_5__para_3")]
    row[2] = row[2].replace({"ru": "порче", "kk": "бүлдіруге"}[language], {"ru": "чтению", "kk": "оқуға"}[language])


def word_in_new(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_5__para_3")]
    row[3] = row[3].replace({"ru": "порче", "kk": "бүлдіруге"}[language], {"ru": "чтению", "kk": "оқуға"}[language])


def word_of_the_change(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_3__para_1")]
    row[3] = re.sub("непрерывное|үздіксіз", {"ru": "прерывное", "kk": "үздік"}[language], row[3])


def digit_in_new(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "att_1__table_1__tr_3")]
    row[3] = row[3].replace("6000", "6001")


def digit_in_old(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "att_1__table_1__tr_3")]
    row[2] = row[2].replace("5000", "500")


def half_told(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_7__subpara_2")]
    row[3] = re.sub(" и пунктом выдачи книг| және кi?і?тап беру пунктін", "", row[3])


def not_told(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_4__subpara_3")]
    row[3] = row[2]


def another_unit(rows: list[list[str]], language: str) -> None:
    row = rows[at(language, "art_6__subpara_2")]
    row[1] = {"ru": "подпункт 2) статьи 99", "kk": "99-баптың 2) тармақшасы"}[language]


def taken_out(rows: list[list[str]], language: str) -> None:
    rows[at(language, "art_6__subpara_2")][3] = REMOVED[language]


def said_new(rows: list[list[str]], language: str) -> None:
    rows[at(language, "art_6__subpara_2")][2] = ABSENT[language]


FAULTS: dict[str, tuple[Faults, list[tuple[str, str]]]] = {
    "a row removed": (removed, [("omitted", "art_4__subpara_3")]),
    "a row invented": (invented, [("invented", "art_2__para_2")]),
    "a word of the old wording": (word_in_old, [("misquoted-old", "art_5__para_3")]),
    "a word of the new wording": (word_in_new, [("misquoted-new", "art_5__para_3")]),
    "a word that the act puts in": (word_of_the_change, [("misquoted-new", "art_3__para_1")]),
    "a digit of the new wording": (digit_in_new, [("misquoted-new", "att_1__table_1__tr_3")]),
    "a digit of the old wording": (digit_in_old, [("misquoted-old", "att_1__table_1__tr_3")]),
    "half of a change": (half_told, [("partly-omitted", "art_7__subpara_2")]),
    "a row that shows no change": (not_told, [("omitted", "art_4__subpara_3")]),
    "a unit that is not there": (another_unit, [("unit-not-found", "art_6__subpara_2")]),
    "a unit said to be taken out": (taken_out, [("misquoted-new", "art_6__subpara_2")]),
    "a unit said to be new": (said_new, [("misquoted-old", "art_6__subpara_2")]),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_and_nothing_else(fault: str, language: str, format: str) -> None:
    plant, wanted = FAULTS[fault]
    rows = rows_of(language)
    before = [list(row) for row in rows]
    plant(rows, language)
    assert rows != before
    found = check(opened(WRITERS[format](rows, HEADS[language]), f"t.{format}"), fictional(language))
    assert codes(found) == wanted
    finding = found.findings[0]
    assert finding.label
    if fault not in ("a row removed",):
        changed = next(number for number, row in enumerate(rows) if number >= len(before) or row != before[number])
        assert finding.place == Spot(1, changed + 2, "Таблица" if format == "xlsx" else "")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_faults_at_once(language: str, format: str) -> None:
    rows = rows_of(language)
    for plant in (invented, word_in_old, word_of_the_change, digit_in_new, another_unit, half_told, removed):
        plant(rows, language)
    found = check(opened(WRITERS[format](rows, HEADS[language]), f"t.{format}"), fictional(language))
    assert codes(found) == [
        ("omitted", "art_4__subpara_3"),
        ("partly-omitted", "art_7__subpara_2"),
        ("misquoted-new", "art_3__para_1"),
        ("misquoted-old", "art_5__para_3"),
        ("unit-not-found", "art_6__subpara_2"),
        ("misquoted-new", "att_1__table_1__tr_3"),
        ("invented", "art_2__para_2"),
    ]


def test_what_a_finding_says() -> None:
    rows = rows_of("ru")
    word_of_the_change(rows, "ru")
    half_told(rows, "ru")
    removed(rows, "ru")
    omitted, partly, misquoted = check(table(*(tuple(row[1:4]) for row in rows)), fictional("ru")).findings  # type: ignore[misc]
    assert (omitted.code, omitted.label, omitted.place, omitted.stands) == (Code.OMITTED, "ст. 4 пп. 3)", None, "")
    assert omitted.old == "3) уважение к читателю;"
    assert omitted.new == "3) уважение к читателю и его частной жизни;"
    assert [word.new for word in omitted.words if not word.old] == ["и его частной жизни"]
    assert str(partly.reason) == "not told: «и пунктом выдачи книг»"
    assert [(word.old, word.new) for word in misquoted.words if word.old != word.new] == [
        ("непрерывное ", ""),
        ("", "прерывное "),
    ]
    assert misquoted.stands == rows[3][3]
    assert (misquoted.differences, misquoted.changes) == (1, (3,))


TWICE = ("ru", "art_5__para_3")
ADDED = "а также материалов о ночном чтении, в том числе направленных на пропаганду ночного чтения среди детей"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("{old}", "{new}", []),
        ("3. В публичных … книг …", f"… {ADDED}.", []),
        ("…", "{new}", []),
        ("3. …", "3. В публичных …", ["omitted"]),
        ("{old}", "3. … материалов о ночном чтении …", ["partly-omitted"]),
        ("{old}", "…", ["omitted"]),
        ("{old}", "без изменений", ["omitted"]),
    ],
)  # fmt: skip
def test_words_left_out_with_a_sign_are_no_misquotation(old: str, new: str, wanted: list[str]) -> None:
    change = fictional("ru").changes[at(*TWICE)]
    texts = {"old": change.old, "new": change.new}
    found = with_row(own("ru", "docx"), at(*TWICE), old=old.format(**texts), new=new.format(**texts))
    assert checked(found, fictional("ru")) == [(code, "art_5__para_3") for code in wanted]


@pytest.mark.parametrize(
    ("side", "eid", "gone"),
    [
        ("old", "art_10__para_2", "раз в год "),
        ("old", "art_10__para_2", "2. Инвентаризация книжного "),
        ("old", "art_13__para_1", " беречь книги"),
        ("new", "art_5__para_3", "публичных "),
        ("new", "art_5__para_3", "3. В публичных "),
        ("new", "art_11__para_1", " книгами, мебелью и деньгами"),
    ],
)
def test_words_left_out_without_a_sign_are_one(side: str, eid: str, gone: str) -> None:
    place = at("ru", eid)
    text = getattr(own("ru", "docx").rows[place], side)
    assert gone in text
    found = with_row(own("ru", "docx"), place, **{side: text.replace(gone, "")})
    assert checked(found, fictional("ru")) == [(f"misquoted-{side}", eid)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_layout_and_typing_are_no_difference(language: str) -> None:
    rows = []
    for row in own(language, "docx").rows:
        typed = [text.translate(str.maketrans("–«»iі", "—““ii")).replace(" ", "\u00a0 ") for text in (row.old, row.new)]
        rows.append((row.unit, *typed))
    assert checked(table(*rows), fictional(language)) == []


def test_a_row_that_quotes_another_unit_than_it_names() -> None:
    found = with_row(own("ru", "docx"), at("ru", "art_4__subpara_3"), unit="подпункт 2) статьи 4")
    (finding,) = check(found, fictional("ru")).findings
    assert (finding.code, finding.eid) == (Code.MISQUOTED_NEW, "art_4__subpara_2")


def test_rows_that_nobody_can_look_at() -> None:
    rows = own("ru", "docx")
    doubtful = evolve(rows, rows=tuple(evolve(row, doubt="why") if n == 3 else row for n, row in enumerate(rows.rows)))
    found = check(doubtful, fictional("ru"))
    assert codes(found) == [("omitted", "art_3__para_1"), ("could-not-look", "")]
    assert found.findings[1].place == rows.rows[3].place
    assert found.findings[1].severity is Severity.OPEN
    assert "could not be looked at" in found.findings[0].reason
    assert not found.looked[3].read
    added = table(("", "Что-то другое.", "Что-то совсем другое."))
    assert codes(check(added, unchanged())) == [("could-not-look", "")]


@pytest.mark.parametrize("unsure", ["art_3__para_1", "art_3", "art_3__para_1__al_2"])
def test_where_the_act_is_unsure_nothing_is_called_wrong(unsure: str) -> None:
    rows = rows_of("ru")
    word_of_the_change(rows, "ru")
    word_in_old(rows, "ru")
    removed(rows, "ru")
    made = table(*(tuple(row[1:4]) for row in rows))  # type: ignore[misc]
    found = check(made, fictional("ru"), unsure=[unsure])
    assert codes(found) == [
        ("omitted", "art_4__subpara_3"),
        ("could-not-look", "art_3__para_1"),
        ("misquoted-old", "art_5__para_3"),
    ]
    assert "certainty" in found.findings[1].reason


def other_acts(*headings: str) -> OfficialTable:
    """Return our own table under a heading, and rows of other acts before and after it."""
    rows = own("ru", "docx").rows
    ours = [evolve(row, headings=(headings[1], *row.headings)) for row in rows]
    others = [
        evolve(rows[0], headings=(heading,), unit="статья 77", old="Чужое.", new="Иное.") for heading in headings[::2]
    ]
    return evolve(own("ru", "docx"), rows=(others[0], *ours, *others[1:]))


def test_rows_of_other_acts_are_left_aside() -> None:
    found = other_acts(
        "1. Трудовой кодекс Республики Казахстан от 1 января 2030 года",
        "2. Закон Республики Казахстан от 5 марта 2029 года «О публичных читальнях»",
        "3. Закон Республики Казахстан «О книгах»",
    )
    result = check(found, fictional("ru"))
    assert (codes(result), result.other, len(result.looked)) == ([], 2, 32)


def test_a_table_on_other_acts_only_is_refused() -> None:
    found = other_acts("Трудовой кодекс", "Лесной кодекс", "Закон Республики Казахстан «О книгах»")
    with pytest.raises(Refused) as caught:
        check(found, fictional("ru"))
    assert caught.value.code == "check.other-laws"


def test_one_heading_without_the_title_is_a_remark() -> None:
    rows = tuple(evolve(row, headings=("Закон РК от 5 марта 2029 года № 900-X",)) for row in own("ru", "docx").rows)
    result = check(evolve(own("ru", "docx"), rows=rows), fictional("ru"))
    assert codes(result) == []
    assert "title" in result.remarks[-1]


def test_both_languages_of_one_table_are_two_tables() -> None:
    found = check(own("kk", "docx"), fictional("ru"))
    assert len(found.of(Code.OMITTED)) == len(fictional("ru").changes)


def test_the_law_against_itself_turns_every_row_into_an_invention() -> None:
    law = tree("ru", "2032-06")
    found = check(without(own("ru", "docx"), 2), compare(law, law))
    assert {finding.code for finding in found.findings} <= {Code.INVENTED, Code.UNIT_NOT_FOUND, Code.MISQUOTED_NEW}
    assert len({finding.place for finding in found.findings}) >= 28
