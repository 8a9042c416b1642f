from __future__ import annotations

import time
from pathlib import Path

import pytest

from aigaq.law.check.names import Name, names, titled
from aigaq.law.check.resolve import resolve
from aigaq.law.read import read
from aigaq.law.structure import Kind, Tree, label, parse
from aigaq.values import Language
from tests.law.table.fictional import tree

RU, KK = Language.RU, Language.KK
SHORT = {"art": Kind.ARTICLE, "p": Kind.POINT, "sp": Kind.SUBPOINT, "al": Kind.ALINEA, "ind": Kind.INDENT}


def said(name: Name) -> str:
    short = {kind: word for word, kind in SHORT.items()}
    steps = (f"{short.get(step.kind, step.kind.value)} {step.number}" for step in name.steps)
    through = name.steps[-1].through
    return ", ".join(step.strip() for step in steps) + (f"..{through}" if through else "")


RUSSIAN = {
    "подпункт 2) пункта 3 статьи 34": ["art 34, p 3, sp 2"],
    "Статья 34, пункт 3": ["art 34, p 3"],
    "Статья 34\nпункт 3\nподпункт 2)": ["art 34, p 3, sp 2"],
    "ст. 34 п. 3 пп. 2)": ["art 34, p 3, sp 2"],
    "ст.34 п.3 пп.2)": ["art 34, p 3, sp 2"],
    "часть вторая пункта 1 статьи 39": ["art 39, p 1, al 2"],
    "вторая часть пункта 1 статьи 39": ["art 39, p 1, al 2"],
    "часть 2 пункта 1 ст. 39": ["art 39, p 1, al 2"],
    "новая статья 14-1": ["art 14-1"],
    "статья 14¹": ["art 14-1"],
    "пункт 2 [новый]": ["p 2"],
    "Преамбула": ["preamble"],
    "Заголовок": ["front"],
    "заголовок статьи 13": ["art 13, front"],
    "Приложение": ["appendix"],
    "приложение 2": ["appendix 2"],
    "Глава 2-1": ["chapter 2-1"],
    "Раздел II, глава 3": ["section II, chapter 3"],
    "§ 2 главы 3": ["chapter 3, paragraph 2"],
    "Статья 34. Права читателя\nпункт 3": ["art 34, p 3"],
    "Статья 21. Порядок введения в действие статьи 5": ["art 21"],
    "статьи 34 и 35": ["art 34", "art 35"],
    "пункты 2, 3 и 5-1 статьи 34": ["art 34, p 2", "art 34, p 3", "art 34, p 5-1"],
    "подпункты 1) – 5), 7) статьи 6": ["art 6, sp 1..5", "art 6, sp 7"],
    "пункты с 1 по 4 статьи 6": ["art 6, p 1..4"],
    "абзац двадцать первый статьи 1": ["art 1, ind 21"],
    "абзацы второй, третий подпункта 2) пункта 1 статьи 10": ["art 10, p 1, sp 2, ind 2", "art 10, p 1, sp 2, ind 3"],
    "пункт 3 статьи 34, часть вторая статьи 35": ["art 34, p 3", "art 35, al 2"],
    "Статья 34 пункт 3, пункт 5": ["art 34, p 3", "art 34, p 5"],
    "подпункт 2) пункта 3, подпункт 1) пункта 5 статьи 34": ["art 34, p 3, sp 2", "art 34, p 5, sp 1"],
    "статья 8 пункт 1 подпункт 3)\nстатья 9": ["art 8, p 1, sp 3", "art 9"],
    "подпункт 3) части второй пункта 1 статьи 7": ["art 7, p 1, al 2, sp 3"],
    "ст. 18 п. 2 → ст. 18 п. 3": ["art 18, p 2", "art 18, p 3"],
    "пункт 3": ["p 3"],
    "2)": ["sp 2"],
    "3-1.": ["p 3-1"],
    "": [],
    "Общие положения": [],
    "По всему тексту": [],
}
KAZAKH = {
    "34-баптың 3-тармағы": ["art 34, p 3"],
    "34-бап, 3-тармақ, 2) тармақша": ["art 34, p 3, sp 2"],
    "34-бап\n3-тармақ\n2) тармақша": ["art 34, p 3, sp 2"],
    "14-1-бап": ["art 14-1"],
    "жаңа 14-1-бап": ["art 14-1"],
    "39-баптың 1-тармағының екінші бөлігі": ["art 39, p 1, al 2"],
    "6-баптың 1), 2) және 5-3) тармақшалары": ["art 6, sp 1", "art 6, sp 2", "art 6, sp 5-3"],
    "1-баптың 1) – 5) тармақшалары": ["art 1, sp 1..5"],
    "34-бап. Оқырманның құқықтары\n3-тармақ": ["art 34, p 3"],
    "10-баптың 1-тармағы 2) тармақшасының төртінші абзацы": ["art 10, p 1, sp 2, ind 4"],
    "1-баптың жиырма бірінші абзацы": ["art 1, ind 21"],
    "13-баптың тақырыбы": ["art 13, front"],
    "34 және 35-баптар": ["art 34", "art 35"],
    "34-бап\n2, 3-тармақтар": ["art 34, p 2", "art 34, p 3"],
    "Кіріспе": ["preamble"],
    "Тақырып": ["front"],
    "2-1-тарау": ["chapter 2-1"],
    "қосымша": ["appendix"],
    "қосымшаның 1-кестесінің 3-жолы": ["appendix, table 1, row 3"],
    "бүкіл мәтін бойынша": [],
}


@pytest.mark.parametrize(("text", "wanted"), RUSSIAN.items())
def test_russian_names(text: str, wanted: list[str]) -> None:
    assert [said(name) for name in names(text, RU)] == wanted


@pytest.mark.parametrize(("text", "wanted"), KAZAKH.items())
def test_kazakh_names(text: str, wanted: list[str]) -> None:
    assert [said(name) for name in names(text, KK)] == wanted


def test_what_is_left_unsaid_comes_from_the_heading_over_the_row() -> None:
    over = names("Статья 34. Права читателя", RU)[0]
    assert [said(name) for name in names("подпункт 2) пункта 3", RU, context=over)] == ["art 34, p 3, sp 2"]
    assert [said(name) for name in names("статья 5", RU, context=over)] == ["art 5"]
    assert names("пункт 3", RU)[0].whole is False


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (RU, "Статья 34. …\n…\n3. Читатель", ["art 34"]),
        (RU, "«Статья 34.\n1. Читатель", ["art 34"]),
        (RU, "Статья 5 настоящего Закона применяется", []),
        (RU, "Глава 2. …\nСтатья 3. Имя", ["chapter 2", "art 3"]),
        (KK, "34-бап. …\n3. Оқырман", ["art 34"]),
        (KK, "2-тарау. …\n3-бап. Атау", ["chapter 2", "art 3"]),
        (RU, "3. Читатель", []),
    ],
)
def test_units_named_in_the_wording_only(language: Language, text: str, wanted: list[str]) -> None:
    assert [said(name) for name in titled(text, language)] == wanted


@pytest.mark.parametrize(
    ("language", "text", "eids"),
    [
        ("ru", "подпункт 4-1) статьи 7", ["art_7__subpara_4-1"]),
        ("ru", "часть первая пункта 2 статьи 5", ["art_5__para_2"]),
        ("ru", "часть вторая статьи 20", ["art_20__al_2"]),
        ("ru", "абзац третий подпункта 2) пункта 1 статьи 10", ["art_10__para_1__subpara_2__indent_3"]),
        ("ru", "подпункты 1) - 3) статьи 4", [f"art_4__subpara_{n}" for n in (1, 2, 3)]),
        ("ru", "преамбула", ["preamble"]),
        ("ru", "заголовок", ["front_1", "front_2", "front_3"]),
        ("ru", "глава 2-1", ["chp_2-1"]),
        ("ru", "приложение", ["att_1"]),
        ("ru", "строка 3 таблицы 1 приложения", ["att_1__table_1__tr_3"]),
        ("ru", "статья 99", []),
        ("ru", "пункт 9 статьи 4", []),
        ("kk", "5-баптың 2-тармағының екінші бөлігі", ["art_5__para_2__al_2"]),
        ("kk", "11-2-баптың екінші бөлігі", ["art_11-2__al_2"]),
    ],
)
def test_the_unit_that_a_name_means(language: str, text: str, eids: list[str]) -> None:
    law = tree(language, "2033-02")
    assert [unit.eid for name in names(text, law.language) for unit in resolve(name, law)] == eids


def own_names(law: Tree) -> list[str]:
    """Return the units whose own label means another unit, or none."""
    wrong = []
    for unit in law.units:
        if unit.kind in (Kind.LAW, Kind.FRONT, Kind.CONTENTS, Kind.SIGNATURE, Kind.PART):
            continue
        found = [found for name in names(label(law, unit), law.language) for found in resolve(name, law)]
        only = unit.kind is Kind.ALINEA and any(unit in one.children for one in found)
        if unit not in found and not only:
            wrong.append(label(law, unit))
    return wrong


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_label_means_its_unit(language: str) -> None:
    assert own_names(tree(language, "2033-02")) == []


@pytest.mark.parametrize("name", ["education@2026-04.ru", "education@2026-04.kk", "family-code@2026-02.ru"])
def test_every_label_of_a_real_law_means_its_unit(kz: Path, name: str) -> None:
    assert own_names(parse(read(kz / "editions" / f"{name}.txt"))) == []


@pytest.mark.parametrize("text", ["1, " * 600, "статья " * 250, "двадцать " * 200, "пункт 1 " * 250, "§" * 2_000])
@pytest.mark.parametrize("language", [RU, KK])
def test_a_hostile_name_takes_no_time(text: str, language: Language) -> None:
    begun = time.perf_counter()
    names(text, language)
    assert time.perf_counter() - begun < 2
