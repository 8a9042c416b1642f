"""Every real text: nothing lost, nothing twice, the same units whatever the file looks like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from aigaq.law.compare.prove import unaccounted
from aigaq.law.read import read_bytes
from aigaq.law.structure import Kind, Tree, parse
from tests.law.structure.laws import shape

Law = Callable[[str], Tree]

EDITIONS = [
    f"editions/{name}.txt"
    for name in (
        "constitution@2026-01.ru",
        "constitution@2026-02.ru",
        "education@2026-01.ru",
        "education@2026-04.kk",
        "education@2026-04.ru",
        "family-code@2026-01.ru",
        "family-code@2026-02.ru",
        "labour-code@2026-01.ru",
        "labour-code@2026-02.ru",
    )
]
BILINGUAL = [
    f"bilingual/{name}.{language}.txt"
    for name in ("child-rights", "consumer-protection", "digital-assets", "personal-data", "valuation")
    for language in ("kk", "ru")
]
ACTS = [
    f"amendments/acts/{name}.txt"
    for name in (
        "kk-30679 kk-31820 kk-40216 kk-45379 kk-4629 kk-56656 kk-94790 "
        "ru-2561 ru-30679 ru-31820 ru-40216 ru-45379 ru-4629 ru-56656 ru-94790"
    ).split()
]
TEXTS = EDITIONS + BILINGUAL + ACTS
SHORT = ["bilingual/digital-assets.kk.txt", "bilingual/personal-data.ru.txt", "amendments/acts/ru-4629.txt"]


def test_every_text_of_the_folder_is_tested(kz: Path) -> None:
    found = {path.relative_to(kz).as_posix() for path in kz.rglob("*.txt")}
    assert found == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_own_spans_tile_the_text(law: Law, name: str) -> None:
    tree = law(name)
    assert tree.source_text() == tree.source.text
    ends = [0, *(unit.end for unit in tree.units)]
    assert [unit.start for unit in tree.units] == ends[:-1]
    assert ends[-1] == len(tree.source.text)
    assert ends == sorted(ends)


@pytest.mark.parametrize("name", TEXTS)
def test_children_lie_inside_their_parent(law: Law, name: str) -> None:
    tree = law(name)
    assert list(tree.root.walk()) == list(tree.units)
    for unit in tree.units:
        start, end = unit.span
        for child in unit.children:
            assert child.parent == unit.eid
            assert start <= child.span[0] <= child.span[1] <= end


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_is_accounted_for(law: Law, name: str) -> None:
    tree = law(name)
    assert unaccounted(tree) == []
    for unit in tree.units:
        assert unit.start <= unit.wording[0] <= unit.wording[1] <= unit.end or unit.kind is Kind.LAW
        assert tree.source.text[slice(*unit.wording)] == unit.text
    for note in tree.notes:
        assert note.start < note.end
        assert note.unit in tree.by_eid


@pytest.mark.parametrize("name", TEXTS)
def test_eids_are_distinct_and_name_the_kind_and_number(law: Law, name: str) -> None:
    tree = law(name)
    assert len(tree.by_eid) == len(tree.units)
    for unit in tree.units[1:]:
        if unit.number:
            assert unit.eid.split("__")[-1].split("~")[0].endswith(f"_{unit.number}")


VARIANTS: list[tuple[str, Callable[[str], bytes]]] = [
    ("byte-order mark", lambda text: ("\ufeff" + text).encode()),
    ("CRLF", lambda text: text.replace("\n", "\r\n").encode()),
    ("lone CR", lambda text: text.replace("\n", "\r").encode()),
    ("UTF-16", lambda text: text.encode("utf-16")),
    ("UTF-16, big end first, CRLF", lambda text: ("\ufeff" + text.replace("\n", "\r\n")).encode("utf-16-be")),
]


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize(("how", "encode"), VARIANTS, ids=[how for how, _ in VARIANTS])
def test_the_file_may_be_saved_any_way(law: Law, name: str, how: str, encode: Callable[[str], bytes]) -> None:
    plain = law(name)
    raw = encode(plain.source.text)
    saved = parse(read_bytes(raw, name="saved.txt"))
    assert saved.source.raw() == raw, how
    assert saved.source_text() == saved.source.text
    assert unaccounted(saved) == []
    assert shape(saved) == shape(plain)
    assert [unit.eid for unit in saved.units] == [unit.eid for unit in plain.units]
    assert saved.ledger == plain.ledger
    assert [note.unit for note in saved.notes] == [note.unit for note in plain.notes]


@pytest.mark.parametrize("name", ["bilingual/personal-data.ru.txt", "amendments/acts/ru-4629.txt"])
def test_cyrillic_of_one_byte(law: Law, name: str) -> None:
    text = law(name).source.text.encode("cp1251", "ignore").decode("cp1251")
    plain = parse(read_bytes(text.encode(), name="saved.txt"))
    saved = parse(read_bytes(text.encode("cp1251"), name="saved.txt"))
    assert saved.source.text == text
    assert shape(saved) == shape(plain)


COUNTS = [
    ("editions/education@2026-01.ru.txt", 87),
    ("editions/education@2026-04.ru.txt", 88),
    ("editions/education@2026-04.kk.txt", 88),
    ("editions/family-code@2026-01.ru.txt", 286),
    ("editions/family-code@2026-02.ru.txt", 286),
    ("editions/labour-code@2026-01.ru.txt", 221),
    ("editions/labour-code@2026-02.ru.txt", 221),
    ("editions/constitution@2026-01.ru.txt", 102),
    ("editions/constitution@2026-02.ru.txt", 102),
    ("bilingual/child-rights.ru.txt", 96),
    ("bilingual/consumer-protection.ru.txt", 59),
    ("bilingual/digital-assets.ru.txt", 14),
    ("bilingual/personal-data.ru.txt", 38),
    ("bilingual/valuation.ru.txt", 33),
]


@pytest.mark.parametrize(("name", "count"), COUNTS)
def test_articles(law: Law, name: str, count: int) -> None:
    numbers = [unit.number for unit in law(name).articles()]
    assert len(numbers) == len(set(numbers)) == count


def test_one_heading_stands_twice_in_the_kazakh_consumer_law(law: Law) -> None:
    tree = law("bilingual/consumer-protection.kk.txt")
    numbers = Counter(unit.number for unit in tree.articles())
    assert sum(numbers.values()) == 60
    assert [number for number, times in numbers.items() if times > 1] == ["6"]
    assert any(warning.startswith("art_6 ") for warning in tree.warnings)


# What only the Russian and what only the Kazakh text has, and why. "copy" is a fault or habit of the copy,
# "law" is how the two authentic texts really are written, "announced" is what one copy has not yet in force.
DIFFERENCES: list[tuple[str, set[str], set[str]]] = [
    (
        "bilingual/child-rights",
        {
            "art_35__para_2__al_2",  # law: Kazakh says it in the same paragraph
            "art_52__para_9__al_2__subpara_1",  # copy: the Kazakh list has lost its «1)»
        },
        {
            "toc_1",  # copy: in the Russian one the word stands in the note before it
            "art_39__para_1__al_2",  # announced in the Russian copy, in force in the Kazakh one
            "art_39__para_1__al_3",  # the same
            "art_52__para_9__al_2__indent_2",  # copy: see above
            "signature_2",  # copy: a blank line inside the signature
        },
    ),
    (
        "bilingual/consumer-protection",
        {"art_6__al_1", *(f"art_6__subpara_{number}" for number in range(1, 11))},  # copy: heading twice
        {"toc_1", "art_6~2", "art_6~2__al_1", *(f"art_6~2__subpara_{number}" for number in range(1, 11))},
    ),
    (
        "bilingual/digital-assets",
        set(),
        {"toc_1", "art_11-1", *(f"art_11-1__para_{number}" for number in range(1, 5))},  # announced in Russian
    ),
    (
        "bilingual/personal-data",
        {"front_1", "signature_3"},  # copy: the tail of a note that has lost its opening; blank lines
        {"toc_1"},
    ),
    ("bilingual/valuation", set(), {"toc_2"}),  # copy: two links before the preamble instead of one
    (
        "editions/education@2026-04",
        {
            # law: one stub for a range in Russian, one for each number in Kazakh
            "art_4__subpara_26-to-29",
            "art_6__para_2__subpara_7-to-7-2",
            "art_6__para_3__subpara_6-to-6-2",
            "art_6__para_4__subpara_6-to-6-2",
            "art_59__para_9-to-10",
            "art_59__para_12-to-16",
            # law: the Kazakh article 39 has no such points
            "art_39__para_3-1",
            "art_39__para_4-1",
            # law: Kazakh ends the indents before with «;», so the next paragraph reads as one more of them
            "art_57__para_2__al_4",
            # announced in Russian, in force in Kazakh: one part more, so the counting moves by one
            "art_57__para_3-1__al_4__subpara_1",
            "art_57__para_3-1__al_4__subpara_2",
            "art_57__para_3-1__al_5__subpara_3",
        },
        {
            "toc_1",
            "art_4__subpara_26",
            "art_4__subpara_27",
            "art_4__subpara_28",
            "art_4__subpara_29",
            *(f"art_6__para_2__subpara_{number}" for number in ("7", "7-1", "7-2")),
            *(f"art_6__para_{point}__subpara_{number}" for point in (3, 4) for number in ("6", "6-1", "6-2")),
            *(f"art_59__para_{number}" for number in (9, 10, 12, 13, 14, 15, 16)),
            "art_57__para_2__al_2__indent_4",
            "art_1__subpara_28-3",  # announced in Russian
            "art_23__para_2__subpara_1-1",  # announced in Russian
            "art_57__para_3-1__al_6__subpara_3",
            "art_57__para_3-1__al_7",
            "art_57__para_3-1__al_7__subpara_1",
            "art_57__para_3-1__al_7__subpara_2",
        },
    ),
]


@pytest.mark.parametrize(("name", "russian", "kazakh"), DIFFERENCES, ids=[name for name, _, _ in DIFFERENCES])
def test_both_languages_have_the_same_units(law: Law, name: str, russian: set[str], kazakh: set[str]) -> None:
    ru, kk = (set(law(f"{name}.{language}.txt").by_eid) for language in ("ru", "kk"))
    assert ru - kk == russian
    assert kk - ru == kazakh
