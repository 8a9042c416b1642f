"""Names of units as a lawyer says them. All law is invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from aigaq.law.structure import Kind, Tree, label
from aigaq.law.structure.label import KAZAKH, POSSESSED, RUSSIAN
from tests.law.structure.laws import kazakh, tree

LAW = (
    "О садах\n\nОГЛАВЛЕНИЕ\n\nНастоящий Закон регулирует дела "
    "садов.\n\nРаздел 1. САДЫ\n\nГлава 2. ДЕРЕВЬЯ\n\n§ 1. Яблони\n\n"
    "Статья 28. Сорта\n\n1. Как сказано в пункте 3 настоящей "
    "статьи.\n\n3. Сорта:\n\nбольшие;\n\nмалые.\n\nИные сорта:\n\n"
    "1) один;\n\nего вид;\n\n5-1) вид.\n\n4. - 6. Исключены Законом РК от 01.02.2020 № 12-VI.\n\n"
    "Статья 29. Части\n\nПервая.\n\nВторая.\n\nСтатья 30. Часть\n\nЕдинственная.\n\nа\tб\n\n"
    "Президент Республики Казахстан\n\nПриложение 1\n\nСтатья 5. Список\n\n1. Объём.\n\nПриложение\n\n1. Щит."
)

LABELS = [
    ("", "закон"),
    ("front_1", "вводные реквизиты"),
    ("toc_1", "оглавление"),
    ("preamble", "преамбула"),
    ("sec_1", "раздел 1"),
    ("sec_1__chp_2", "раздел 1 гл. 2"),
    ("sec_1__chp_2__subchp_1", "раздел 1 гл. 2 § 1"),
    ("art_28", "ст. 28"),
    ("art_28__para_3", "ст. 28 п. 3"),
    ("art_28__para_3__indent_2", "ст. 28 п. 3 абз. 2"),
    ("art_28__para_3__al_2", "ст. 28 п. 3 ч. 2"),
    ("art_28__para_3__al_2__subpara_1", "ст. 28 п. 3 ч. 2 пп. 1)"),
    ("art_28__para_3__al_2__subpara_1__indent_2", "ст. 28 п. 3 ч. 2 пп. 1) абз. 2"),
    ("art_28__para_3__al_2__subpara_5-1", "ст. 28 п. 3 ч. 2 пп. 5-1)"),
    ("art_28__para_4-to-6", "ст. 28 п. 4–6"),
    ("art_29__al_1", "ст. 29 ч. 1"),
    ("art_29__al_2", "ст. 29 ч. 2"),
    ("art_30__al_1", "ст. 30"),
    ("art_30__table_1", "ст. 30 таблица 1"),
    ("art_30__table_1__tr_1", "ст. 30 таблица 1 строка 1"),
    ("signature", "подпись"),
    ("att_1", "приложение 1"),
    ("att_1__art_5__para_1", "приложение 1 ст. 5 п. 1"),
    ("att_2", "приложение"),
    ("att_2__para_1", "приложение п. 1"),
]


@pytest.fixture(scope="module")
def russian() -> Tree:
    return tree(LAW)


@pytest.mark.parametrize(("eid", "expected"), LABELS)
def test_russian(russian: Tree, eid: str, expected: str) -> None:
    assert label(russian, russian.by_eid[eid]) == expected


KAZAKH_LAW = (
    "Бақтар туралы\n\nМАЗМҰНЫ\n\nОсы Заң бақ істерін реттейді.\n\nЖАЛПЫ "
    "БӨЛІК\n\n1-БӨЛІМ. БАҚТАР\n\n1-кіші бөлім. Үлкен\n\n"
    "2-тарау. АҒАШТАР\n\n1-параграф. Алмалар\n\n28-бап. Сорттар\n\n1. "
    "Осы баптың 3-тармағында айтылған.\n\n3. Сорттар:\n\n"
    "үлкен;\n\nкіші.\n\nӨзге сорттар:\n\n1) бір;\n\nоның "
    "түрі;\n\n5-1) түр.\n\n29-бап. Бөліктер\n\nБірінші.\n\nЕкінші.\n\n"
    "30-бап. Кесте\n\nа\tб\n\nҚазақстан Республикасының Президенті\n\nБақтар "
    "туралы заңға\n1-қосымша\n\n5-бап. Тізім\n\n1. Тізім.\n\nқосымша"
)
KAZAKH_LABELS = [
    ("", "заң"),
    ("toc_1", "мазмұны"),
    ("preamble", "кіріспе"),
    ("part_1", "жалпы бөлік"),
    ("art_28", "28-бап"),
    ("art_28__para_3", "28-баптың 3-тармағы"),
    ("art_28__para_3__indent_2", "28-баптың 3-тармағының екінші абзацы"),
    ("art_28__para_3__al_2", "28-баптың 3-тармағының екінші бөлігі"),
    ("art_28__para_3__al_2__subpara_1", "28-баптың 3-тармағының екінші бөлігінің 1) тармақшасы"),
    (
        "art_28__para_3__al_2__subpara_1__indent_2",
        "28-баптың 3-тармағының екінші бөлігінің 1) тармақшасының екінші абзацы",
    ),
    ("art_28__para_3__al_2__subpara_5-1", "28-баптың 3-тармағының екінші бөлігінің 5-1) тармақшасы"),
    ("art_29__al_1", "29-баптың бірінші бөлігі"),
    ("art_29__al_2", "29-баптың екінші бөлігі"),
    ("art_30__table_1", "30-баптың 1-кестесі"),
    ("art_30__table_1__tr_1", "30-баптың 1-кестесінің 1-жолы"),
    ("signature", "қолтаңба"),
    ("att_1", "1-қосымша"),
    ("att_1__art_5__para_1", "1-қосымшаның 5-бабының 1-тармағы"),
]


@pytest.fixture(scope="module")
def kazakh_law() -> Tree:
    return kazakh(KAZAKH_LAW)


@pytest.mark.parametrize(("eid", "expected"), KAZAKH_LABELS)
def test_kazakh(kazakh_law: Tree, eid: str, expected: str) -> None:
    assert label(kazakh_law, kazakh_law.by_eid[eid]) == expected


ABOVE = [
    ("part_1__sec_1", "жалпы бөліктің 1-бөлімі"),
    ("part_1__sec_1__subsec_1", "жалпы бөліктің 1-бөлімінің 1-кіші бөлімі"),
    ("part_1__sec_1__subsec_1__chp_2", "жалпы бөліктің 1-бөлімінің 1-кіші бөлімінің 2-тарауы"),
    (
        "part_1__sec_1__subsec_1__chp_2__subchp_1",
        "жалпы бөліктің 1-бөлімінің 1-кіші бөлімінің 2-тарауының 1-параграфы",
    ),
]


@pytest.mark.parametrize(("eid", "expected"), ABOVE)
def test_kazakh_above_the_article(kazakh_law: Tree, eid: str, expected: str) -> None:
    assert label(kazakh_law, kazakh_law.by_eid[eid]) == expected


def many(count: int) -> str:
    return "1-бап. Бақтар\n\n1. Бақтар:\n\n" + "\n\n".join(["бақ;"] * count)


@pytest.mark.parametrize(
    ("place", "expected"), [(2, "екінші"), (10, "оныншы"), (11, "он бірінші"), (20, "жиырмасыншы")]
)
def test_kazakh_ordinals(place: int, expected: str) -> None:
    parsed = kazakh(many(place - 1))
    assert label(parsed, parsed.units[-1]) == f"1-баптың 1-тармағының {expected} абзацы"


def test_kazakh_ordinals_beyond_twenty() -> None:
    parsed = kazakh(many(20))
    assert label(parsed, parsed.units[-1]) == "1-баптың 1-тармағының 21-абзацы"


CODE = "Статья 5. Сады\n\n1. По части второй настоящей статьи.\n\n2. Сады:\n\n1) один.\n\nНовая часть."


def test_codes_call_a_numbered_paragraph_a_part() -> None:
    parsed = tree(CODE)
    assert parsed.numbered_part
    assert label(parsed, parsed.by_eid["art_5__para_2"]) == "ст. 5 ч. 2"
    assert label(parsed, parsed.by_eid["art_5__para_2__subpara_1"]) == "ст. 5 ч. 2 пп. 1)"
    assert label(parsed, parsed.by_eid["art_5__para_2__al_2"]) == "ст. 5 ч. 2 абз. 2"


def test_kazakh_codes_call_a_numbered_paragraph_a_part() -> None:
    parsed = kazakh("5-бап. Бақтар\n\n1. Осы баптың екінші бөлігінде айтылған.\n\n2. Бақтар.")
    assert parsed.numbered_part
    assert label(parsed, parsed.by_eid["art_5__para_2"]) == "5-баптың екінші бөлігі"


VOWELS_BACK, VOWELS_FRONT = "аоұыу", "әөүіе"
SOFT = {"кіші бөлім"}


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert set(RUSSIAN) == set(KAZAKH) == set(Kind) - {Kind.LAW}


@pytest.mark.parametrize(("name", "genitive"), sorted(set(KAZAKH.values())))
def test_the_genitive_follows_vowel_and_consonant(name: str, genitive: str) -> None:
    """-ның after a vowel or a nasal, -дың after another voiced sound, -тың after a voiceless one; back or front."""
    last = name[-1]
    back = next(letter for letter in reversed(name) if letter in VOWELS_BACK + VOWELS_FRONT) in VOWELS_BACK
    first = "н" if last in "аәеіыоөүұмнң" else "т" if last in "пткқсшщцчхфһбвгд" else "д"
    assert genitive == name + first + ("ың" if back else "ің")


@pytest.mark.parametrize(("word", "possessed"), sorted(POSSESSED.items()))
def test_the_possessive_follows_vowel_and_consonant(word: str, possessed: str) -> None:
    """-сы/-сі after a vowel, -ы/-і after a consonant, with к, қ, п voiced; its genitive ends in -ның/-нің."""
    bare = next((word.removesuffix(end) for end in ("тың", "тің", "дың", "ның", "нің") if word.endswith(end)), word)
    back = next(letter for letter in reversed(bare) if letter in VOWELS_BACK + VOWELS_FRONT) in VOWELS_BACK
    voiced = {"к": "г", "қ": "ғ", "п": "б"}
    stem = bare[:-1] + voiced[bare[-1]] if bare[-1] in voiced else bare + ("с" if bare[-1] in "аеіы" else "")
    expected = stem + ("ы" if back else "і")
    if bare != word:
        expected += "ның" if back else "нің"
    assert possessed == expected


TEXTS = [
    "editions/education@2026-04.ru.txt",
    "editions/education@2026-04.kk.txt",
    "editions/labour-code@2026-02.ru.txt",
    "editions/family-code@2026-02.ru.txt",
    "bilingual/child-rights.kk.txt",
]


@pytest.mark.parametrize("name", TEXTS)
def test_labels_of_a_real_law_tell_its_units_apart(law: Callable[[str], Tree], name: str) -> None:
    """Only an article and its only part share a name, and the parts of a signature."""
    parsed = law(name)
    units = [unit for unit in parsed.units if unit.kind not in (Kind.SIGNATURE, Kind.FRONT, Kind.CONTENTS)]
    units = [unit for unit in units if not (unit.kind is Kind.ALINEA and unit.eid.endswith("__al_1"))]
    counts = Counter(label(parsed, unit) for unit in units)
    assert [name for name, times in counts.items() if times > 1] == []
    assert all(counts) and not any("{}" in name or "  " in name for name in counts)


def test_a_quotation_and_an_indent_have_different_names() -> None:
    parsed = tree('Статья 1. Сады\n\n1. Дополнить:\n\n"2. Сад.";\n\nа также слова изменить.')
    names = [label(parsed, unit) for unit in parsed.units[3:]]
    assert len(names) == len(set(names)) == 2


def test_duplicates_have_different_names() -> None:
    parsed = tree("Статья 1. Сады\n\n1. Сад.\n\n1. Огород.")
    assert label(parsed, parsed.units[-1]) != label(parsed, parsed.units[-2])
