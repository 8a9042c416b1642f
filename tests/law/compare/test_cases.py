"""Small cases, each with the rows that a lawyer would write; what is not so yet is marked."""

from __future__ import annotations

import pytest

from aigaq.law.compare import Comparison, compare
from aigaq.values import Language
from tests.law.compare.plants import tree

LIST = "бареко зунилу тавише морипо гулена кадиру шотебо лимана рувоте нисаку пелоду жавими хорете сунако".split()
STUB = "Исключена Законом РК от 14.03.2031 № 901-X (вводится в действие с 01.01.2032)."
Row = tuple[str, tuple[str, ...], tuple[str, ...], int, int]


def words(seed: int, number: int) -> str:
    """Return so many words that no other seed gives."""
    text = " ".join(
        f"{LIST[(seed * 5 + at * 3) % len(LIST)]}{'бвгджзклмн'[seed % 10]}{'аеиоу'[seed // 10]}" for at in range(number)
    )
    return text[0].upper() + text[1:]


def article(number: str, *points: str, heading: str) -> str:
    return f"Статья {number}. {heading}\n" + "".join(f"      {point}\n" for point in points)


def plain(number: str, seed: int) -> str:
    """Return an article with two points of its own words."""
    return article(number, f"1. {words(seed, 10)}.", f"2. {words(seed + 10, 11)}.", heading=words(seed + 20, 4))


def texts(old: str, new: str, language: Language = Language.RU) -> Comparison:
    front = "О вымышленном деле\n" if language is Language.RU else "Ойдан шығарылған іс туралы\n"
    result = compare(tree(front + old, language=language), tree(front + new, language=language))
    assert result.proof.holds, result.proof.first_difference
    return result


def rows(result: Comparison) -> list[Row]:
    return [(row.kind.value, row.old_eids, row.new_eids, row.deleted, row.inserted) for row in result.changes]


def points(*wordings: str) -> str:
    """Return an article of points; a wording may bring its own number («2-1. …»)."""
    numbered = [wording if wording[0].isdigit() else f"{at}. {wording}" for at, wording in enumerate(wordings, 1)]
    return article("1", *numbered, heading="Слово")


A, B, C, BEFORE, AFTER = (words(seed, 9) for seed in range(5))
SHORT = words(5, 4)
ONE = plain("1", 1) + plain("2", 2) + plain("3", 3)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(ONE, ONE, [], id="nothing"),
        pytest.param(
            points(BEFORE + ".", f"{A}. {B}.", AFTER + "."),
            points(BEFORE + ".", A + ".", f"2-1. {B}.", f"3. {AFTER}."),
            [("split", ("art_1__para_2",), ("art_1__para_2", "art_1__para_2-1"), 0, 0)],
            id="split",
        ),
        pytest.param(
            points(BEFORE + ".", A + ".", f"2-1. {B}.", f"3. {AFTER}."),
            points(BEFORE + ".", f"{A}. {B}.", AFTER + "."),
            [("merged", ("art_1__para_2", "art_1__para_2-1"), ("art_1__para_2",), 0, 0)],
            id="merge",
        ),
        pytest.param(
            points(BEFORE + ".", A + ".", B + "."),
            points(BEFORE + ".", f"{A}. {B}.", f"3. {STUB}"),
            [("merged", ("art_1__para_2", "art_1__para_3"), ("art_1__para_2", "art_1__para_3"), 0, 0)],
            id="merge that leaves a stub",
        ),
        pytest.param(
            points(BEFORE + ".", f"{SHORT}. {B}.", AFTER + "."),
            points(BEFORE + ".", SHORT + ".", f"2-1. {B}.", f"3. {AFTER}."),
            [("split", ("art_1__para_2",), ("art_1__para_2", "art_1__para_2-1"), 0, 0)],
            id="split after a short sentence",
        ),
        pytest.param(
            points(BEFORE + ".", SHORT + ".", f"2-1. {B}.", f"3. {AFTER}."),
            points(BEFORE + ".", f"{SHORT}. {B}.", AFTER + "."),
            [("merged", ("art_1__para_2", "art_1__para_2-1"), ("art_1__para_2",), 0, 0)],
            id="merge of a short point with a long one",
        ),
        pytest.param(
            points(BEFORE + ".", f"{A}. {B}. {C}.", AFTER + "."),
            points(BEFORE + ".", A + ".", f"2-1. {B}.", f"2-2. {C}.", f"3. {AFTER}."),
            [("split", ("art_1__para_2",), ("art_1__para_2", "art_1__para_2-1", "art_1__para_2-2"), 0, 0)],
            id="split in three",
        ),
        pytest.param(
            "Глава 1. ОБЩЕЕ\n" + ONE,
            ("Глава 1. ОБЩЕЕ\n" + ONE).replace("Статья 2.", "Глава 1-1. НОВОЕ\nСтатья 2."),
            [("inserted", (), ("chp_1-1",), 0, 1)],
            id="a chapter heading put between articles",
        ),
        pytest.param(
            f"Глава 1\n{plain('1', 1)}Статья 2. {STUB}\nГлава 2\nСтатья 3. {STUB}\n{plain('4', 4)}",
            f"Глава 1\n{plain('1', 5)}{plain('2', 1)}Статья 3. {STUB}\nГлава 2\nСтатья 4. {STUB}\n{plain('5', 4)}",
            [
                ("inserted", (), ("art_1",), 0, 25),
                ("renumbered", ("art_1",), ("art_2",), 0, 0),
                ("renumbered", ("art_4",), ("art_5",), 0, 0),
            ],
            id="stubs pushed on",
        ),
        pytest.param(
            article("1", f"1. {A}.", heading="Права зунилу") + plain("2", 6),
            article("1", f"1. {B}.", heading="Море лимана")
            + article("2", f"1. {C}.", heading="Права зунилу")
            + plain("3", 6),
            [
                ("inserted", (), ("art_1",), 0, 11),
                ("renumbered", ("art_1",), ("art_2",), 0, 0),
                ("reworded", ("art_1__para_1",), ("art_2__para_1",), 9, 9),
                ("renumbered", ("art_2",), ("art_3",), 0, 0),
            ],
            id="an article renumbered and restated under its old heading",
        ),
        pytest.param(
            "Глава 1. ОДИН\n" + plain("1", 1) + "Глава 2. ДВА\n",
            "Глава 1. ОДИН\n" + plain("1", 1) + "Глава 2. ДВА\n" + plain("2", 2),
            [("inserted", (), ("art_2",), 0, 25)],
            id="a chapter that had no articles",
        ),
        pytest.param(
            f"Статья 1. Слово\n      {BEFORE}.\n      {A}.\n",
            points(BEFORE + ".", A + "."),
            [
                ("renumbered", ("art_1__al_1",), ("art_1__para_1",), 0, 0),
                ("renumbered", ("art_1__al_2",), ("art_1__para_2",), 0, 0),
            ],
            id="parts that become points",
        ),
    ],
)
def test_rows(old: str, new: str, expected: list[Row]) -> None:
    assert rows(texts(old, new)) == expected


SPACES = ["\xa0", "  ", "\n"]


@pytest.mark.parametrize("space", SPACES, ids=["no-break space", "two spaces", "line end"])
def test_a_kazakh_signature_is_one_however_it_is_typed(space: str) -> None:
    law = "1-бап. Бірінші\n      1. Әрбір адам осы сөзді айтуға құқылы.\n      {}\n"
    name = "Қазақстан{}Республикасының Президенті"
    result = texts(law.format(name.format(" ")), law.format(name.format(space)), Language.KK)
    assert rows(result) == []


def test_repeated_phrases_that_change_places_are_no_change() -> None:
    old = points("Слово:", "1) иные сведения;", "2) иные сведения;")
    assert rows(texts(old, old)) == []
    longer = points("Слово:", "1) иные сведения;", "2) иные сведения;", "3) иные сведения;")
    assert rows(texts(old, longer)) == [("inserted", (), ("art_1__para_1__subpara_3",), 0, 2)]


def test_rows_of_one_article_stand_under_one_heading() -> None:
    old = article("1", f"1. {A}.", f"2. {B}.", f"3. {C}.", heading="Права зунилу") + plain("2", 6)
    new = article("1", f"1. {A} иное.", f"3. {C}.", heading="Права зунилу и тавише") + plain("2", 6)
    result = texts(old, new)
    assert len(result.changes) == 3
    assert len({row.group for row in result.changes if row.eid != "art_1"}) == 1


def test_a_part_and_its_point_are_not_paired_twice() -> None:
    """One part stands in two points and one point has gone: which part is which is open, the proof is not."""
    point = f"      2. {A} {B}.\n      {C} {BEFORE}.\n"
    part = f"      {C} {BEFORE}.\n"
    old = tree(f"Статья 5. Слово\n{point}{point}")
    new = tree(f"{part}{part}{point}")
    proof = compare(old, new).proof
    assert proof.holds, proof.first_difference
