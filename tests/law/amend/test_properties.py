"""What holds for any law, any layout and any instruction: laws grow at random, instructions are made from them."""

from __future__ import annotations

import re
from random import Random

from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigaq.law.amend import amend
from aigaq.law.amend.grow import grow as grow_law
from aigaq.law.drafting import Act
from aigaq.law.structure.unit import Kind, Tree, Unit
from aigaq.text.fold import fold
from aigaq.values import Language
from tests.law.amend import laws
from tests.law.amend.laws import KK, RU, shape, told, tree
from tests.law.compare.plants import BROKEN, FRONTS, INDENTED, Layout, grow, write

MANY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
FRESH = {RU: "щебетун", KK: "жыршыбаев"}
"""A word that no law has that is made of syllables."""


LAYOUTS = (INDENTED, BROKEN, Layout(notes=False, signature=False), Layout(preamble=False))


@st.composite
def texts(draw, layouts=LAYOUTS):
    language = draw(st.sampled_from([RU, KK]))
    rng = draw(st.randoms(use_true_random=False))
    law = grow(rng, articles=draw(st.integers(2, 6)), language=language, seed=draw(st.integers(0, 10_000)))
    return write(law, draw(st.sampled_from(layouts))), language


def act(said: str, language: Language) -> Act:
    return laws.act(said, language, title=FRONTS[language][0])


@frozen
class Made:
    """One instruction, and the law it makes of a text by plain means."""

    said: str
    text: str
    unit: str


def place(parsed: Tree, unit: Unit) -> str | None:
    """Return how an act names a point, a subpoint of one, or an article; None for what it would count in words."""
    steps = re.fullmatch(r"art_([\d-]+)(?:__para_([\d-]+))?(?:__subpara_([\d-]+))?", unit.eid)
    if steps is None or unit.repealed or not unit.text:
        return None
    article, point, subpoint = steps.groups()
    if parsed.language is RU:
        names = [f"подпункт {subpoint})" if subpoint else "", f"пункт {point}" if point else "", f"статья {article}"]
        return " ".join(name for name in names if name)
    return f"{article}-бап" + (f" {point}-тармақ" if point else "") + (f" {subpoint}) тармақша" if subpoint else "")


RU_IN = {"подпункт": "подпункте", "пункт": "пункте", "статья": "статье"}
RU_OF = {"подпункт": "подпункта", "пункт": "пункта", "статья": "статьи"}


def russian(named: str, first: dict[str, str]) -> str:
    """Put the first noun of «пункт 2 статья 5» into one case, the others into the genitive."""
    words = named.split(" ")
    words[0] = first.get(words[0], words[0])
    return " ".join(RU_OF.get(word, word) if at else word for at, word in enumerate(words))


def kazakh(named: str, ending: str) -> str:
    """Put all but the last noun of «5-бап 2-тармақ» into the genitive and the last into a case."""
    cases = {
        "бап": ("баптың", "бабы"),
        "тармақ": ("тармағының", "тармағы"),
        "тармақша": ("тармақшасының", "тармақшасы"),
    }
    parts = re.findall(r"([\d-]+\)?[- ]?)(бап|тармақша|тармақ)", named)
    said = " ".join(f"{number}{cases[noun][0]}" for number, noun in parts[:-1])
    number, noun = parts[-1]
    last = f"{number}{cases[noun][1]}" if parts[:-1] else f"{number}{noun}"
    return f"{said} {last}{ending}".strip() if parts[:-1] else f"{number}{noun}{ending}"


def word_edits(text: str, language: Language, rng: Random) -> list[Made]:
    """Return replacements of one word that stands once in a unit, with the text that each makes."""
    parsed = tree(text, language)
    found = []
    for unit in parsed.units:
        named = place(parsed, unit)
        if named is None or unit.kind is Kind.ARTICLE:
            continue
        start, end = unit.wording
        inside = fold(text[start : unit.span[1]])
        words = [word for word in re.findall(r"(?<!\w)[^\W\d_]{5,}(?!\w)", text[start:end]) if word.islower()]
        once = [word for word in words if len(re.findall(rf"(?<!\w){fold(word)}(?!\w)", inside, re.IGNORECASE)) == 1]
        if not once:
            continue
        word, put = rng.choice(once), f"{FRESH[language]}{len(found)}"
        said = (
            f"в {russian(named, RU_IN)} слово «{word}» заменить словом «{put}»;"
            if language is RU
            else f"{kazakh(named, 'нда')} «{word}» деген сөз «{put}» деген сөзбен ауыстырылсын;"
        )
        changed = re.sub(rf"(?<!\w){word}(?!\w)", put, text[start:end], count=1)
        found.append(Made(said, text[:start] + changed + text[end:], unit.eid))
    rng.shuffle(found)
    return found


def unit_edits(text: str, language: Language) -> list[str]:
    """Return instructions that restate, repeal and insert points."""
    parsed = tree(text, language)
    found = []
    for unit in parsed.units:
        named = place(parsed, unit)
        if named is None or unit.kind is not Kind.POINT:
            continue
        quoted = f"«{unit.number}. Жаңа {FRESH[language]} ереже {len(found)}.»"
        fresh = f"«{unit.number}-7. Жаңа {FRESH[language]} ереже {len(found)}.»"
        article = unit.eid.split("__")[0].removeprefix("art_")
        if language is RU:
            found += [
                f"{russian(named, {})} изложить в следующей редакции:\n{quoted};",
                f"статью {article} дополнить пунктом {unit.number}-7 следующего содержания:\n{fresh};",
                f"{russian(named, {})} исключить;",
            ]
        else:
            found += [
                f"{kazakh(named, '')} мынадай редакцияда жазылсын:\n{quoted};",
                f"{article}-бап мынадай мазмұндағы {unit.number}-7-тармақпен толықтырылсын:\n{fresh};",
                f"{kazakh(named, '')} алып тасталсын;",
            ]
    return found


@MANY
@given(texts())
def test_a_law_that_nobody_touches_is_written_back(found):
    text, language = found
    assert grow_law(tree(text, language)).write() == text


@MANY
@given(
    st.text(alphabet='Статья Глава 1234-.)«»"\n\r\t \xa0абвіқ;:Сноска<#>|\u200b', max_size=400),
    st.sampled_from([RU, KK]),
)
def test_any_text_is_written_back(text, language):
    assert grow_law(tree(text, language)).write() == text


@MANY
@given(texts())
def test_refused_instructions_change_no_byte(found):
    text, language = found
    said = (
        (
            "1) статью 900 исключить;\n2) в статье 901 слово «а» заменить словом «б»;\n"
            "3) по всему тексту слово «ъъъ» исключить;"
        )
        if language is RU
        else "1) 900-бап алып тасталсын;\n2) 901-бапта «а» деген сөз «б» деген сөзбен ауыстырылсын;"
    )
    made = amend(act(said, language), tree(text, language))
    assert made.new.source.text == text
    assert made.touched == {}
    assert {outcome.status.value for outcome in made.outcomes} == {"unresolved"}


@MANY
@given(texts(), st.randoms(use_true_random=False))
def test_one_word_changes_and_every_other_byte_stays(found, rng):
    text, language = found
    for made in word_edits(text, language, rng)[:2]:
        new = amend(act(f"1) {made.said}", language), tree(text, language))
        assert told(new) == ["applied"], made.said
        assert new.new.source.text == made.text
        assert list(new.touched) == [made.unit]


@MANY
@given(texts(), st.randoms(use_true_random=False))
def test_the_second_time_nothing_changes(found, rng):
    text, language = found
    edits = [made.said for made in word_edits(text, language, rng)[:3]]
    units = unit_edits(text, language)
    edits += [rng.choice(units)] if units else []
    said = "\n".join(f"{at}) {edit}" for at, edit in enumerate(edits, 1))
    if not edits:
        return
    once = amend(act(said, language), tree(text, language))
    twice = amend(act(said, language), tree(once.new.source.text, language))
    applied = [outcome.status.value == "applied" for outcome in once.outcomes]
    assert [outcome.status.value for outcome in twice.outcomes] == ["unresolved"] * len(edits) or not all(applied)
    again = [outcome for outcome in twice.outcomes if outcome.status.value == "applied"]
    assert [outcome.instruction.index for outcome in again] == [
        at for at, outcome in enumerate(twice.outcomes) if outcome.status.value == "applied" and not applied[at]
    ]
    if all(applied):
        assert twice.new.source.text == once.new.source.text


@MANY
@given(texts(), st.randoms(use_true_random=False))
def test_instructions_on_units_apart_commute(found, rng):
    text, language = found
    units: dict[str, str] = {}
    for made in word_edits(text, language, rng):
        if not any(made.unit.startswith(unit) or unit.startswith(made.unit) for unit in units):
            units[made.unit] = made.said
    said = list(units.values())[:4]
    if not said:
        return
    forth, back = (
        amend(act("\n".join(f"{at}) {one}" for at, one in enumerate(order, 1)), language), tree(text, language))
        for order in (said, said[::-1])
    )
    assert forth.new.source.text == back.new.source.text
    assert set(told(forth)) == {"applied"}


@MANY
@given(texts(), st.randoms(use_true_random=False))
def test_the_amended_text_read_again_is_the_amended_law(found, rng):
    text, language = found
    units = unit_edits(text, language)
    rng.shuffle(units)
    if not units:
        return
    said = "\n".join(f"{at}) {edit}" for at, edit in enumerate(units[:5], 1))
    made = amend(act(said, language), tree(text, language))
    assert shape(made.new) == shape(tree(made.new.source.text, language))
    assert "quoted-unit-differs" not in told(made)


@MANY
@given(texts(layouts=(INDENTED,)), st.randoms(use_true_random=False))
def test_the_layout_of_the_copy_changes_no_outcome(found, rng):
    text, language = found
    edits = [made.said for made in word_edits(text, language, rng)[:2]] + unit_edits(text, language)[:4]
    if not edits:
        return
    read = act("\n".join(f"{at}) {edit}" for at, edit in enumerate(edits, 1)), language)
    first = amend(read, tree(text, language))
    for other in (
        text.replace("\n", "\r\n"),
        text.replace("\n", "\n\n"),
        re.sub(r"\n +", "\n", text),
        re.sub(r"\n +", "\n\t", text),
        text.rstrip("\n"),
        text.translate(str.maketrans("аеосрх", "aeocpx")),
        text.translate(str.maketrans("іІ", "iI")),
    ):
        second = amend(read, tree(other, language))
        assert told(second) == told(first)
        assert shape(second.new) == shape(first.new)
