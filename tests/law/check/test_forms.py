"""Tables as people write them: other names, other words for nothing, whole articles, words left out, no names."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from aigaq.law.check import OfficialTable, check
from aigaq.law.compare import Change, ChangeKind, Comparison, Op, compare
from aigaq.law.compare.wording import quoted
from aigaq.law.read import read_bytes
from aigaq.law.structure import Tree, parse
from tests.law.check.published import ABSENT, LANGUAGES, REMOVED, Row, codes, table
from tests.law.table.fictional import fictional

NAMES = {
    "ru": {
        "art": "статьи {}", "para": "пункта {}", "subpara": "подпункта {})", "al": "части {}", "indent": "абзаца {}",
        "chp": "главы {}", "att": "приложения", "table": "таблицы {}", "tr": "строки {}", "preamble": "преамбулы",
    },
    "kk": {
        "art": "{}-баптың", "para": "{}-тармағының", "subpara": "{}) тармақшасының", "al": "{}-бөлігі",
        "indent": "{}-абзацы", "chp": "{}-тарау", "att": "қосымшаның", "table": "{}-кестесінің", "tr": "{}-жолы",
        "preamble": "кіріспе",
    },
}  # fmt: skip


def official(eid: str, language: str) -> str:
    """Return the name of a unit as a table has it: from the inside out in Russian, from the outside in in Kazakh."""
    steps = [step.partition("_") for step in eid.split("__")]
    words = [
        NAMES[language][kind].format(number) for kind, _, number in steps if eid != "preamble__al_1" or kind != "al"
    ]
    return " ".join(words[::-1] if language == "ru" else words)


def elided(change: Change, side: str) -> str:
    """Return one side of a change with its unchanged words left out but for the first and the last of each run."""
    shown = []
    for word in change.words:
        text = getattr(word, side)
        if word.op is Op.EQUAL and len(text.split()) > 8:
            words = text.split()
            text = f"{' '.join(words[:3])} … {' '.join(words[-2:])} "
        shown.append(text)
    return "".join(shown)


def by_change(comparison: Comparison, language: str) -> list[Row]:
    """Return a row a change, with what a table says of units that come and go."""
    rows = []
    for change in comparison.changes:
        old_name, new_name = (
            official(eids[0], language) if eids else "" for eids in (change.old_eids, change.new_eids)
        )
        if change.kind is ChangeKind.INSERTED:
            rows.append((new_name, f"{ABSENT[language].capitalize()}.", change.new))
        elif change.kind is ChangeKind.REPEALED:
            rows.append((old_name, change.old, REMOVED[language]))
        elif change.kind is ChangeKind.MOVED:
            rows.append((old_name, change.old, f"{REMOVED[language].capitalize()}"))
            rows.append((new_name, ABSENT[language], change.new))
        elif change.kind is ChangeKind.REWORDED:
            rows.append((old_name, elided(change, "old"), elided(change, "new")))
        else:
            rows.append((old_name, change.old, change.new))
    return rows


def whole(law: Tree, eid: str) -> str:
    unit = law.by_eid.get(eid)
    return "\n".join(filter(None, (quoted(law, inner) for inner in unit.walk()))) if unit else ""


def touched(comparison: Comparison) -> dict[str, list[Change]]:
    """Return the changes by the article, or the like, that they stand in."""
    found: dict[str, list[Change]] = {}
    for change in comparison.changes:
        for eid in dict.fromkeys(eids[0].split("__")[0] for eids in (change.old_eids, change.new_eids) if eids):
            found.setdefault(eid, []).append(change)
    return found


def by_article(comparison: Comparison, language: str) -> list[Row]:
    """Return a row an article, quoted whole."""
    return [
        (
            official(eid, language),
            whole(comparison.old, eid) or ABSENT[language],
            whole(comparison.new, eid) or REMOVED[language],
        )
        for eid in touched(comparison)
    ]


def unnamed(comparison: Comparison, language: str) -> list[Row]:
    """Return a row an article without a name: only its wording says which it is."""
    return [("", old, new) for _, old, new in by_article(comparison, language)]


def in_one_line(comparison: Comparison, language: str) -> list[Row]:
    """Return a row an article, its paragraphs run together."""
    return [
        (unit, old.replace("\n", " "), new.replace("\n", " ")) for unit, old, new in by_article(comparison, language)
    ]


def shortened(comparison: Comparison, language: str) -> list[Row]:
    """Return a row an article without a name: its heading, the changed units, and dots for all others."""
    rows = []
    for eid, changes in touched(comparison).items():
        sides = []
        for law, side in ((comparison.old, "old_eids"), (comparison.new, "new_eids")):
            eids = {found for change in changes for found in getattr(change, side)}
            sides.append(short(law, eid, eids) or ABSENT[language])
        rows.append((official(eid, language) if eid[:3] in ("pre", "att", "chp") else "", sides[0], sides[1]))
    return rows


def short(law: Tree, eid: str, changed: Iterable[str]) -> str:
    lines: list[str] = []
    for unit in law.by_eid[eid].walk() if eid in law.by_eid else ():
        above = {unit.eid, *(step.eid for step in law.ancestors(unit))}
        if unit.eid == eid or above & set(changed):
            lines.append(quoted(law, unit))
        elif lines[-1] != "…":
            lines.append("…")
    return "\n".join(filter(None, lines))


@pytest.mark.parametrize("make", [by_change, by_article, unnamed, in_one_line, shortened])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_right_table_in_another_form_has_no_fault(
    make: Callable[[Comparison, str], list[Row]], language: str
) -> None:
    comparison = fictional(language)
    found = check(table(*make(comparison, language)), comparison)
    assert codes(found) == []
    assert len(found.told) == len(comparison.changes)


def test_headings_over_the_rows_say_which_article() -> None:
    change = next(change for change in fictional("ru").changes if change.eid == "art_13__para_1")
    found = check(table(("пункт 1", change.old, change.new), headings=("Статья 13. Правила",)), fictional("ru"))
    assert [finding.code.value for finding in found.findings if finding.code.value != "omitted"] == []
    assert found.looked[0].changes


OLD = """О садах
Закон Республики Казахстан от 1 июня 2030 года № 1-X
Глава 1. Общее
Статья 1. Понятия
В настоящем Законе используются понятия:
1) сад – место, где растут деревья;
2) ограда – то, что стоит вокруг сада;
3) калитка – вход в ограде.
Статья 2. Права садовника
1. Садовник вправе поливать сад каждый день.
2. Садовник вправе собирать яблоки и раздавать их соседям.
Остаток яблок садовник хранит до весны.
3. Садовник хранит ключ от калитки.
Статья 3. Вход
1. Вход в сад открыт для всех с восьми часов утра.
2. Собаки допускаются на поводке.
"""
NEW = """О садах
Закон Республики Казахстан от 1 июня 2030 года № 1-X
Глава 1. Общее
Статья 1. Понятия
В настоящем Законе используются понятия:
1) сад – место, где растут деревья и кусты;
2) исключен Законом РК от 02.03.2031 № 2-X;
3) калитка – вход в ограде.
Статья 2. Права садовника
1. Садовник вправе поливать сад каждый день.
2. Садовник вправе собирать яблоки.
Остаток яблок садовник хранит до весны.
2-1. Садовник раздает яблоки школам.
3. Садовник хранит ключ от калитки.
Статья 3. Вход
1. Вход в сад открыт для всех с девяти часов утра.
2. Собаки допускаются на поводке.
"""


def garden() -> Comparison:
    old, new = (parse(read_bytes(text.encode(), name="law.txt")) for text in (OLD, NEW))
    return compare(old, new)


def right() -> list[Row]:
    return [
        ("подпункт 1) статьи 1", "1) сад – место, где растут деревья;", "1) сад – место, где растут деревья и кусты;"),
        ("подпункт 2) статьи 1", "2) ограда – …", "исключить"),
        (
            "пункт 2 статьи 2",
            "2. Садовник вправе собирать яблоки и раздавать их соседям.\n…",
            "2. Садовник вправе собирать яблоки.\n…",
        ),
        ("новый пункт 2-1 статьи 2", "отсутствует", "2-1. Садовник раздает яблоки школам."),
        ("пункт 1 статьи 3", "… с восьми часов утра.", "… с девяти часов утра."),
    ]  # fmt: skip


def other(at: int, *, unit: str = "", old: str = "", new: str = "") -> OfficialTable:
    """Return the right table with one row written otherwise."""
    rows = right()
    rows[at] = (unit or rows[at][0], old or rows[at][1], new or rows[at][2])
    return table(*rows)


def test_the_garden_has_five_changes() -> None:
    assert [change.eid for change in garden().changes] == [
        "art_1__subpara_1",
        "art_1__subpara_2",
        "art_2__para_2",
        "art_2__para_2-1",
        "art_3__para_1",
    ]
    assert codes(check(table(*right()), garden())) == []


WAYS = [
    other(1, old="2) ограда – то, что стоит вокруг сада;", new="2) исключить;"),
    other(1, old="…\n2) ограда – то, что стоит вокруг сада;\n…", new="…\n2) исключить;\n…"),
    other(1, new="2) исключен Законом РК от 02.03.2031 № 2-X;"),
    other(1, unit="Статья 1\n…\n2)", old="2) …;"),
    other(0, unit="Статья 1. Понятия\nподпункт 1)"),
    other(0, unit="1)", old="Статья 1. Понятия\n…\n1) сад – место, где растут деревья;"),
    other(0, unit="ст.1 пп.1)", old="сад – место, где растут деревья;", new="сад – место, где растут деревья и кусты;"),
    other(2, unit="абзац первый пункта 2 статьи 2"),
    other(
        2, unit="часть первая пункта 2 статьи 2", old="2. … яблоки и раздавать их соседям.", new="2. … собирать яблоки."
    ),
    other(2, unit="Статья 2", old="Статья 2. …\n2. … и раздавать их соседям.\n…", new="Статья 2. …\n2. … яблоки.\n…"),
    other(3, unit="Статья 2", old="", new="Статья 2. Права садовника\n…\n2-1. Садовник раздает яблоки школам."),
    other(3, unit="пункт 2-1", old="нет"),
    other(3, unit="статья 2 дополнить пунктом 2-1", new="«2-1. Садовник раздает яблоки школам.»;"),
    other(4, unit="Статья 3. Вход\nпункт 1", new="1. Вход в сад открыт для всех с девяти часов утра."),
    other(4, unit="", old="Статья 3. Вход\n1. Вход в сад открыт для всех с восьми часов утра."),
    other(4, unit="", old="1. Вход в сад открыт для всех с восьми часов утра.", new="1. … девяти часов утра."),
]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_one_row_written_otherwise_is_no_fault(way: int) -> None:
    assert codes(check(WAYS[way], garden())) == []


LEFT_OVER = "Остаток яблок садовник хранит до весны."
FAULTS = [
    (other(1, new="без изменений"), [("omitted", "art_1__subpara_2")]),
    (other(2, old="2. Садовник вправе …", new="2. Садовник вправе …"), [("omitted", "art_2__para_2")]),
    (other(2, new="2. Садовник вправе собирать …"), [("omitted", "art_2__para_2")]),
    (other(2, new="2. Садовник вправе собирать груши.\n…"), [("misquoted-new", "art_2__para_2")]),
    (other(2, old="2. Садовник вправе собирать груши и раздавать их соседям.\n…"),
     [("misquoted-old", "art_2__para_2")]),
    (other(2, new="2. Садовник вправе собирать яблоки.", old=right()[2][1].replace("…", LEFT_OVER)),
     [("misquoted-new", "art_2__para_2__al_2")]),
    (other(3, new="2-1. Садовник раздает яблоки …"), [("partly-omitted", "art_2__para_2-1")]),
    (other(3, new="2-1. Садовник раздает яблоки школам.\n2-2. Садовник спит."), [("misquoted-new", "art_2__para_2-1")]),
    (other(4, unit="пункт 2 статьи 3", old="2. Собаки допускаются на поводке.", new="2. Собаки не допускаются."),
     [("omitted", "art_3__para_1"), ("invented", "art_3__para_2")]),
    (other(4, unit="пункт 2 статьи 3", old="2. Собаки допускаются на поводке.", new="исключить"),
     [("omitted", "art_3__para_1"), ("invented", "art_3__para_2")]),
    (other(4, unit="пункт 2 статьи 3", old="отсутствует", new="2. Собаки допускаются на поводке."),
     [("omitted", "art_3__para_1"), ("invented", "art_3__para_2")]),
    (other(4, unit="пункт 7 статьи 3", old="отсутствует", new="7. Кошки допускаются."),
     [("omitted", "art_3__para_1"), ("unit-not-found", "")]),
    (other(4, unit="Общее", old="Кошки.", new="Кошки и коты."), [("omitted", "art_3__para_1"), ("could-not-look", "")]),
    (other(0, new="1) сад – место, где растут деревья и кустарники;"), [("misquoted-new", "art_1__subpara_1")]),
    (other(0, old="1) сад – место, где растут деревья и кусты;"), [("misquoted-old", "art_1__subpara_1")]),
]  # fmt: skip


@pytest.mark.parametrize("at", range(len(FAULTS)))
def test_one_row_written_wrongly_is_one_fault(at: int) -> None:
    found, wanted = FAULTS[at]
    assert codes(check(found, garden())) == wanted
