from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigaq.text.alphabets import KAZAKH_LETTERS
from aigaq.text.stems import StemLanguage, stem, stems

FORMS = [
    ("kk", "кітап кітабы кітаптар кітаптардың кітабында кітабындағы кітаппен"),
    ("kk", "насихат насихаты насихатты насихаттың насихатқа насихатын"),
    ("kk", "бап бапта баптың бабы бабының бабында баптарды бабындағы"),
    ("kk", "тармақ тармағы тармағының тармақтың тармақтар"),
    ("kk", "білім білімі білімнің білімге білімін"),
    ("kk", "іс ісі істің іске істер"),
    ("kk", "тұлға тұлғалар тұлғаның тұлғасы тұлғаларға"),
    ("kk", "министрлік министрлігі министрлігінің министрлікке"),
    ("kk", "бала балалар баласы баласының балаларымыз"),
    ("kk", "жұмыс жұмысы жұмыстар жұмысының"),
    ("kk", "көзқарас көзқарасы көзқарастары"),
    ("kk", "халық халқы халқының халыққа"),
    ("kk", "мүлік мүлкі мүлкін мүліктің"),
    ("kk", "педагог педагогтер педагогі педагогтің"),
    ("kk", "мектеп мектебі мектептегі мектептегілерге"),
    ("kk", "тарау тарауы тараудың тарауында"),
    ("kk", "заң ЗАҢЫ заңнан заңдарында"),
    ("kk", "бiлiм білімнің"),
    ("ru", "пропаганда пропаганды пропагандой пропаганде"),
    ("ru", "ориентация ориентации ориентацией Ориентациям"),
    ("ru", "нетрадиционная нетрадиционной нетрадиционного"),
]

STRANGERS = [
    ("kk", "қатынас", "қатты"),
    ("kk", "білім", "білді"),
    ("kk", "бала", "балық"),
    ("kk", "жұмыс", "жұма"),
    ("kk", "насихат", "насихаттау"),
    ("kk", "заң", "заман"),
    ("ru", "пропаганда", "пропасть"),
    ("ru", "архив", "архитектура"),
]


@pytest.mark.parametrize(("language", "forms"), FORMS)
def test_forms_of_one_word_meet(language: StemLanguage, forms: str) -> None:
    first, *others = forms.split()
    assert [word for word in others if not stems(first, language) & stems(word, language)] == []


@pytest.mark.parametrize(("language", "one", "other"), STRANGERS)
def test_other_words_do_not(language: StemLanguage, one: str, other: str) -> None:
    assert not stems(one, language) & stems(other, language)


def test_no_two_words_of_the_table_meet() -> None:
    for (one_language, one), (other_language, other) in combinations(FORMS[:16], 2):
        assert one_language == other_language == "kk"
        assert not stems(one.split()[0], "kk") & stems(other.split()[0], "kk")


def test_what_is_too_long_to_be_a_word_is_left_alone() -> None:
    assert stems("лар" * 100_000, "kk") == {"лар" * 100_000}


@given(st.text(alphabet=KAZAKH_LETTERS, min_size=1, max_size=14))
def test_every_stem_begins_as_the_word_does(word: str) -> None:
    assert stem(word, "kk") in stems(word, "kk")
    assert all(reading[:1] in (word[:1], {"б": "п", "г": "к", "ғ": "қ"}.get(word[:1])) for reading in stems(word, "kk"))
    assert all(0 < len(reading) <= len(word) + 1 for reading in stems(word, "kk"))
