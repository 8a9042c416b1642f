from __future__ import annotations

import copy
from collections.abc import Mapping

import pytest
from attrs import evolve

from aigaq.document.model import Document, Facts, Group, Paragraph, Table, plain
from aigaq.law.compare import ChangeKind, Comparison, CopyDifference, LedgerCheck, Proof, Segment
from aigaq.law.structure import Kind
from aigaq.law.table import table
from aigaq.profiles import profile
from aigaq.text.watch import watch_term
from aigaq.values import Language
from tests.law.table.fictional import (
    DELETE,
    EQUAL,
    INSERT,
    amendment,
    by_hand,
    change,
    fictional,
    many,
    unchanged,
    untitled,
)

RU, KK, EN = Language.RU, Language.KK, Language.EN
KZ = profile("kz")


def made(comparison: Comparison, language: Language = RU, *terms: str, shape: Mapping[str, object] = KZ) -> Document:
    watch = [watch_term(term) for term in terms]
    return table(comparison, profile=shape, language=language, version="0.1.0", watch=watch)


def main(document: Document) -> Table:
    assert document.main is not None
    return document.main


def cells(document: Document, at: int = 0) -> list[str]:
    return [plain(cell).replace("\u00a0", " ") for cell in main(document).body[at].cells]


def text(document: Document, anchor: str | None = None) -> str:
    """Return the words of a section (the opening without `anchor`), a line for each paragraph, fact or row."""
    lines = []
    for section in document.sections:
        if section.anchor == (anchor or "") and (anchor or not section.title):
            lines.append(section.title)
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    lines.append(block.text)
                elif isinstance(block, Facts):
                    lines += [f"{name}: {plain(cell)}" for name, cell in block.pairs]
                else:
                    lines += [" | ".join(map(plain, row.cells)) for row in block.body]
    return "\n".join(lines).replace("\u00a0", " ")


REWORDED = change(
    ChangeKind.REWORDED,
    "1. Срок пять дней.",
    "1. Срок три дня.",
    Segment(EQUAL, "1. Срок ", "1. Срок "),
    Segment(DELETE, "пять дней", ""),
    Segment(INSERT, "", "три дня"),
    Segment(EQUAL, ".", "."),
    deleted=2,
    inserted=2,
    group=(("chp_1", "Глава 1. ОБЩЕЕ"), ("art_1", "Статья 1. Сроки")),
)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_change_is_a_row_in_order(language: str) -> None:
    comparison = fictional(language)
    rows = main(made(comparison)).body
    assert [plain(row.cells[0]) for row in rows] == [str(at + 1) for at in range(len(comparison.changes))]
    assert [row.anchor.split(".")[0] for row in rows] == [found.eid for found in comparison.changes]
    assert len({row.anchor for row in rows}) == len(rows)


def test_a_row() -> None:
    first = evolve(REWORDED, acts=(amendment(force="вводится в действие со дня опубликования"),))
    assert cells(made(by_hand(first))) == [
        "1",
        "ст. 1 п. 1\nСтатья 1. Сроки\nизменён текст",
        "1. Срок пять дней.",
        "1. Срок три дня.",
        "№ 902-X от 12 мая 2032 г.; вводится в действие со дня опубликования",
    ]


@pytest.mark.parametrize(
    ("language", "other", "words"),
    [
        (RU, {}, "№ 902-X от 12 мая 2032 г."),
        (KK, {}, "2032 ж. 12 мамыр № 902-X"),
        (EN, {}, "No. 902-X of 12 May 2032"),
        (RU, {"act": "2032-05-12"}, "акт от 12 мая 2032 г."),
        (RU, {"date": None}, "№ 902-X"),
        (RU, {"force_date": amendment().date}, "№ 902-X от 12 мая 2032 г.; введение в действие: 12 мая 2032 г."),
        (KK, {"force_date": amendment().date}, "2032 ж. 12 мамыр № 902-X; қолданысқа енгізілуі: 2032 ж. 12 мамыр"),
    ],
)
def test_acts(language: Language, other: dict[str, object], words: str) -> None:
    assert cells(made(by_hand(evolve(REWORDED, acts=(amendment(**other),))), language))[4] == words


def test_nothing_is_invented_where_no_note_explains() -> None:
    assert cells(made(by_hand(REWORDED)))[4] == "ни одно примечание не объясняет это изменение"
    assert cells(made(untitled(by_hand(REWORDED))))[4] == ""


@pytest.mark.parametrize(
    ("kind", "segments", "words"),
    [
        (
            ChangeKind.RENUMBERED,
            (Segment(DELETE, "2. ", ""), Segment(INSERT, "", "3. "), Segment(EQUAL, "a", "a")),
            "изменён номер",
        ),
        (ChangeKind.MOVED, (Segment(DELETE, "2. a", ""), Segment(INSERT, "", "3. a")), "перенесено, слова изменены"),
    ],
)
def test_a_unit_that_went_elsewhere_names_both_places(
    kind: ChangeKind, segments: tuple[Segment, ...], words: str
) -> None:
    found = change(kind, "2. a", "3. a", *segments, old_label="ст. 1 п. 2", new_label="ст. 1 п. 3")
    assert cells(made(by_hand(found)))[1] == f"ст. 1 п. 2 →\nст. 1 п. 3\n{words}"


def test_what_is_absent_is_said_and_not_quoted() -> None:
    assert cells(made(by_hand(change(ChangeKind.INSERTED, "", "2. Новое."))))[2] == "(отсутствует)"
    assert cells(made(by_hand(change(ChangeKind.REPEALED, "2. Старое.", ""))))[3] == "(исключено)"


def test_rows_stand_under_act_and_chapter() -> None:
    second = evolve(REWORDED, group=(("chp_2", "Глава 2. ДРУГОЕ"),))
    chapter = change(ChangeKind.INSERTED, "", "Глава 3. НОВОЕ\nСтатья 9.", unit=Kind.CHAPTER, new_eids=("chp_3",))
    bare = evolve(REWORDED, group=())
    rows = main(made(by_hand(REWORDED, REWORDED, second, chapter, bare))).rows
    assert [(row.level, row.text) if isinstance(row, Group) else "row" for row in rows] == [
        (0, "О публичных читальнях"),
        (1, "Глава 1. ОБЩЕЕ"),
        "row",
        "row",
        (1, "Глава 2. ДРУГОЕ"),
        "row",
        (1, "Глава 3. НОВОЕ"),
        "row",
        (0, "О публичных читальнях"),
        "row",
    ]


def test_the_heading_of_an_article_is_told_once() -> None:
    document = made(by_hand(REWORDED, REWORDED))
    assert "Статья 1. Сроки" in cells(document, 0)[1]
    assert "Статья 1. Сроки" not in cells(document, 1)[1]


def test_the_opening() -> None:
    comparison = by_hand(REWORDED, proof=Proof(True, 121, 120, 120 / 121, 4))
    told = text(made(comparison))
    for words in (
        "Неофициальный документ.",
        "О публичных читальнях (указано в тексте)",
        "дата редакции не указана",
        "не раньше 14 марта 2031 г.",
        "редакция на 1 февраля 2033 г. (указано в тексте)",
        comparison.old.source.sha256,
        comparison.new.source.sha256,
        "1 изменение: изменён текст – 1.",
        "Старый текст + изменения = новый текст: сходится. Без изменений 120 из 121 структурного элемента (99,1 %).",
        "Исключено 2 слова, вставлено 2 слова.",
        "aigaq 0.1.0",
        "профиль kz",
    ):
        assert words in told
    assert "law@" not in told


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        (RU, "Сравнительная таблица: О публичных читальнях", "32 изменения"),
        (KK, "Салыстырма кесте: О публичных читальнях", "32 өзгеріс"),
        (EN, "Comparative table: О публичных читальнях", "32 changes"),
    ],
)
def test_the_language_of_the_table_is_not_that_of_the_law(language: Language, title: str, words: str) -> None:
    document = made(many(32), language)
    assert document.title == title
    assert words in text(document)
    assert [column.language for column in main(document).columns] == [None, None, RU, RU, None]


def test_a_proof_that_fails_is_told_first() -> None:
    failed = by_hand(REWORDED, proof=Proof(False, 2, 1, 0.5, 4, "line 93"))
    assert "line 93" in text(made(failed)).split("\n")[1]
    assert "НЕ сходится" in text(made(failed))


def test_what_nobody_states_is_said() -> None:
    told = text(made(untitled(by_hand(REWORDED))))
    assert told.count("название не указано") == 2
    assert told.count("дата редакции не указана") == 2
    assert "Предупреждения, старый текст: a number is missing" in told
    assert made(untitled(by_hand(REWORDED))).title == "Сравнительная таблица"


def test_no_change_is_a_result() -> None:
    document = made(unchanged())
    assert main(document).body == ()
    assert "Изменений закона нет." in text(document)


@pytest.mark.parametrize(
    ("language", "term", "held"),
    [
        ("ru", "ночное чтение", ["art_1__subpara_7-1", "art_5__para_3", "art_14-1"]),
        ("ru", "пропаганда ночного чтения", ["art_5__para_3", "art_14-1"]),
        ("kk", "түнгі оқу", ["art_1__subpara_7-1", "art_5__para_3", "art_14-1"]),
        ("kk", "түнгі оқуды насихаттау", ["art_5__para_3", "art_14-1"]),
        ("ru", "самолет", []),
    ],
)
def test_watch_terms_flag_rows_and_are_summed_up(language: str, term: str, held: list[str]) -> None:
    document = made(fictional(language), Language(language), term)
    rows = [row for row in main(document).body if "watch-0" in row.tags]
    assert [row.anchor for row in rows] == held
    assert all(f"▲ {term}" in plain(row.cells[1]) for row in rows)
    assert all(any(run.watched for p in row.cells[3] for run in p.runs) for row in rows)
    summary = next(section for section in document.sections if section.anchor == "watch").blocks[1]
    assert isinstance(summary, Table)
    assert [run.link for paragraph in summary.body[0].cells[1] for run in paragraph.runs if run.link] == held


def test_a_term_that_only_the_old_wording_holds() -> None:
    found = change(ChangeKind.REPEALED, "Срок пять дней.", "")
    assert text(made(by_hand(found), RU, "срок"), "watch").endswith("срок | нет | 1. ст. 1 п. 1")


def test_copies_stand_apart() -> None:
    copies = (CopyDifference("stub", ("art_2",), (), "ст. 2", "2. Исключен.", ""),)
    apart = {"layout": 1234, "typing": 3, "dash": 2, "quote": 1, "notes_old": 0, "surprise": 1}
    told = text(made(by_hand(REWORDED, copies=copies, apart=apart)), "copies")
    assert "ст. 2 | 2. Исключен. | (ничего) | в одной копии сказано" in told
    assert "пробелами: 1 234." in told
    assert "только набором: 3, из них с другими кавычками – 1, с другими тире – 2." in told
    assert "Surprise: 1." in told
    assert "примечания" not in told


def test_the_cross_check() -> None:
    check = LedgerCheck(
        announced=(amendment(target="art_13__para_3", announced=True),),
        unfulfilled=(amendment(target="art_17", act="903-X"),),
        unexplained=(0,),
    )
    told = text(made(by_hand(REWORDED, ledger=check)), "ledger")
    assert "ст. 13 п. 3 | № 902-X от 12 мая 2032 г. | изменено" in told
    assert "ст. 17 | № 903-X от 12 мая 2032 г. | изменено" in told
    assert told.endswith("1. ст. 1 п. 1")


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (by_hand(ledger=LedgerCheck()), "Примечания и изменения согласуются."),
        (untitled(by_hand(ledger=LedgerCheck())), "В новом тексте нет примечаний об изменениях"),
    ],
)
def test_a_cross_check_without_findings(comparison: Comparison, words: str) -> None:
    assert words in text(made(comparison), "ledger")


def test_another_profile_another_table() -> None:
    shape = copy.deepcopy(dict(KZ))
    shape["table"]["columns"] = ["unit", "change", "new", "old", "justification"]  # type: ignore[index]
    found = evolve(REWORDED, acts=(amendment(),))
    assert cells(made(by_hand(found), shape=shape)) == [
        "ст. 1 п. 1\nСтатья 1. Сроки",
        "изменён текст\n№ 902-X от 12 мая 2032 г.",
        "1. Срок три дня.",
        "1. Срок пять дней.",
        "",
    ]


def test_three_hundred_rows() -> None:
    document = made(many())
    assert len(main(document).body) == 300
    assert len({row.anchor for row in main(document).body}) == 300
