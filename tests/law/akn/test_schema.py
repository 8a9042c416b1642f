"""Against the schema of OASIS, where a copy of it is at hand: it is not part of this repository."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree

from aigaq.law.akn import write, write_law
from aigaq.law.amend.outcome import Amended, Piece
from aigaq.law.drafting.instruction import Force, Op
from aigaq.law.read import read as read_law
from aigaq.law.structure import parse
from aigaq.values import Language
from tests.law.akn.invented import DAY, KAZAKH, RUSSIAN, clean, kazakh, russian, tree
from tests.law.akn.reading import eids, law_words, read, words

TEXTS = (
    "",
    "О доме\n",
    "1. Дом.\n\nСад.\n",
    "Президент\nРеспублики Казахстан\n",
    "Глава 1. ДОМ\n\nСтатья 1. Имя\n\n1. Дом.\n\n1. Сад.\n\na\tb\nc\n\n«2. Лес.»\n\nПриложение 1\n\nСад\tДом\n",
    RUSSIAN + "\nПрезидент\nРеспублики Казахстан\n\nПриложение 2\nк Закону\n\n1. Цены.\n",
    KAZAKH,
)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    path = os.environ.get("AIGAQ_AKN_XSD", "")
    if not path:
        pytest.skip("AIGAQ_AKN_XSD names no copy of akomantoso30.xsd (OASIS, 2018; xml.xsd beside it)")
    return etree.XMLSchema(etree.parse(path))


def faults(data: bytes, schema: etree.XMLSchema) -> list[str]:
    return [] if schema.validate(read(data)) else str(schema.error_log).splitlines()


def suspended() -> Amended:
    known = russian()
    found = evolve(
        known.outcomes[0],
        instruction=evolve(known.outcomes[0].instruction, op=Op.SUSPEND, until=DAY, force=Force(date=DAY)),
        pieces=(Piece("art_2__para_1", "", "1. Скамейка.", "1. Скамейка."),),
    )
    return evolve(known, outcomes=(found,))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("amended", [russian(), kazakh(), clean(), suspended()], ids=["ru", "kk", "clean", "suspended"])
def test_an_amended_law_is_valid(amended: Amended, language: Language, schema: etree.XMLSchema) -> None:
    assert faults(write(amended, version="1", language=language), schema) == []


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_is_valid(text: str, schema: etree.XMLSchema) -> None:
    found = tree(text, language=Language.RU)
    assert faults(write_law(found, version="1", language=Language.RU), schema) == []


def real(kz: Path) -> list[Path]:
    return sorted(
        path for folder in ("editions", "bilingual", "amendments/acts") for path in (kz / folder).glob("*.txt")
    )


def test_every_real_text_is_valid(kz: Path, schema: etree.XMLSchema) -> None:
    found = {
        path.name: faults(write_law(parse(read_law(path)), version="1", language=Language.RU), schema)[:3]
        for path in real(kz)
    }
    assert {name: told for name, told in found.items() if told} == {}


def test_every_real_text_keeps_its_units_and_its_words(kz: Path) -> None:
    for path in real(kz):
        parsed = parse(read_law(path))
        started = time.perf_counter()
        data = write_law(parsed, version="1", language=parsed.language)
        assert time.perf_counter() - started < 5, path.name
        root = read(data)
        assert words(root) == law_words(parsed), path.name
        assert [eid for eid in eids(root) if eid != "body"] == [
            unit.eid.replace("~", "_") for unit in parsed.units[1:]
        ], path.name
