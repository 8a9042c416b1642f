from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given

from aigaq.text.alphabets import script
from aigaq.text.fold import fold
from aigaq.text.normalise import count_folds, normalise
from aigaq.text.tokens import words
from tests.text.strategies import anything


@given(anything)
def test_the_text_is_the_key(text: str) -> None:
    found = normalise(text)
    assert found.text == fold(text)
    assert found.original == text


@given(anything)
def test_counting_finds_what_normalising_reports(text: str) -> None:
    assert dict(count_folds(text)) == dict(Counter(fold.kind for fold in normalise(text).folds))


def test_quote_gives_the_words_as_typed() -> None:
    found = normalise("Осы  «бiлiм туралы» Заң")
    start = found.text.index('"')
    assert found.quote(start, found.text.rindex('"') + 1) == "«бiлiм туралы»"


def test_kazakh_laws_mix_scripts_and_russian_ones_hardly_do(kz: Path) -> None:
    counts = {path.name: count_folds(path.read_text(encoding="utf-8")) for path in kz.glob("[be]*/*.txt")}
    kazakh = [count.get("lookalike", 0) for name, count in counts.items() if ".kk." in name]
    russian = [count.get("lookalike", 0) for name, count in counts.items() if ".ru." in name]
    assert min(kazakh) >= 10
    assert max(kazakh) > 1000
    assert max(russian) <= 1


def test_every_fold_of_a_real_law_is_where_it_says(kz: Path) -> None:
    text = (kz / "editions" / "education@2026-04.kk.txt").read_bytes().decode()
    found = normalise(text)
    assert Counter(fold.kind for fold in found.folds) == count_folds(text)
    assert all(text[fold.start : fold.end] == fold.original for fold in found.folds)
    mixed = [word for word in words(text) if script(word.text) == "mixed"]
    assert len(mixed) > 100
    assert all(fold(word.text) == word.key for word in mixed)
