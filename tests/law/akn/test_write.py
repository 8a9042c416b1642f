from __future__ import annotations

import re

import pytest
from attrs import evolve

from aigaq.document.scan import scan
from aigaq.law.akn import NAMESPACE, Work, write, write_law
from aigaq.law.akn.ids import identifiers
from aigaq.law.amend.outcome import Amended, Piece, Status
from aigaq.law.drafting.instruction import Force, Op
from aigaq.values import Language
from tests.law.akn.invented import DAY, KAZAKH, RUSSIAN, RUSSIAN_AFTER, clean, kazakh, russian, tree
from tests.law.akn.reading import Element, by_eid, eids, law_words, local, named, own, read, told, words

LANGUAGES = {"ru": Language.RU, "kk": Language.KK}


def written(amended: Amended, language: Language = Language.RU) -> Element:
    return read(write(amended, version="1", language=language))


def law(text: str, language: Language = Language.RU) -> Element:
    return read(write_law(tree(text, language=language), version="1", language=language))


def article(*points: str) -> str:
    return "Глава 1. ОБЩЕЕ\n\nСтатья 1. Имя\n\n" + "\n\n".join(points) + "\n"


RU, KK = written(russian()), written(kazakh(), Language.KK)


@pytest.mark.parametrize("amended", [russian(), kazakh()], ids=["ru", "kk"])
def test_every_unit_is_there_once_in_order_with_its_words(amended: Amended) -> None:
    root = written(amended)
    assert [eid for eid in eids(root) if eid != "body"] == [unit.eid for unit in amended.new.units[1:]]
    assert words(root) == law_words(amended.new)


@pytest.mark.parametrize("amended", [russian(), kazakh()], ids=["ru", "kk"])
def test_identifiers_are_unique_and_every_reference_resolves(amended: Amended) -> None:
    root = written(amended)
    known = [found.get("eId") for found in root.iter() if found.get("eId")]
    assert len(known) == len(set(known))
    refs = [
        value
        for found in root.iter("*")
        for name in ("href", "source", "refersTo", "start", "end", "period", "placementBase", "near")
        if (value := found.get(name, "")).startswith("#")
    ]
    assert refs
    assert {ref[1:] for ref in refs} - set(known) == set()
    assert [found.get("href") for found in root.iter("*") if (found.get("href") or "#")[0] not in "#/"] == []


@pytest.mark.parametrize(
    ("eid", "element", "inner"),
    [
        ("sec_1", "section", ["num", "heading", "chapter"]),
        ("sec_1__chp_1", "chapter", ["num", "heading", "article", "article", "article", "article"]),
        ("art_1__al_1", "alinea", ["intro", "subparagraph", "subparagraph", "subparagraph"]),
        ("art_1__subpara_1", "subparagraph", ["num", "content"]),
        ("art_1__subpara_2", "subparagraph", ["num", "intro", "indent", "indent"]),
        ("art_2__para_1", "paragraph", ["num", "intro", "alinea", "alinea"]),
        ("art_2__para_2__table_1", "hcontainer", ["content"]),
        ("art_2__para_2__table_1__tr_2", "tr", ["td", "td"]),
        ("art_3", "article", ["num", "content"]),
        ("preamble", "preamble", ["p"]),
        ("front_1", "longTitle", ["p"]),
        ("signature", "p", ["signature"]),
        ("att_1", "attachment", ["heading", "doc"]),
    ],
)
def test_units_are_the_elements_of_the_standard(eid: str, element: str, inner: list[str]) -> None:
    found = by_eid(RU, eid)
    assert (local(found), [local(child) for child in found]) == (element, inner)


def test_a_paragraph_of_a_chapter_is_a_subchapter() -> None:
    found = by_eid(law("Глава 1. ОБЩЕЕ\n\n§ 1. Имя\n\nСтатья 1. Дом\n\nДом стоит.\n"), "chp_1__subchp_1")
    assert (local(found), found[0].text, found[1].text) == ("subchapter", "§ 1.", "Имя")


def test_repealed_units_are_removed_and_keep_their_stub() -> None:
    removed = {found.get("eId") for found in RU.iter("*") if found.get("status") == "removed"}
    assert removed == {"art_1__subpara_3", "art_3"}
    assert named(by_eid(RU, "art_3"), "heading") == []
    assert told(by_eid(KK, "art_3")).split()[:2] == ["3-бап.", "Алып"]


def test_what_identifies_the_law_is_read_from_its_front_matter() -> None:
    assert [found.get("value") for found in named(RU, "FRBRuri")][:3] == [
        "/akn/kz/act/2030-05-06/11-X",
        "/akn/kz/act/2030-05-06/11-X/rus@2032-08-01",
        "/akn/kz/act/2030-05-06/11-X/rus@2032-08-01.xml",
    ]
    assert [found.get("value") for found in named(KK, "FRBRuri")][1] == "/akn/kz/act/2030-05-06/11-X/kaz@2032-06-05"
    assert [(f.get("date"), f.get("name")) for f in named(KK, "FRBRdate")][:2] == [
        ("2030-05-06", "adoption"),
        ("2032-06-05", "amendingAct"),
    ]
    assert {found.get("language") for found in named(KK, "FRBRlanguage")} == {"kaz"}
    assert {found.get("value") for found in named(RU, "FRBRcountry")} == {"kz"}
    assert {found.get("value") for found in named(RU, "FRBRauthoritative")} == {"false"}


def test_an_unknown_date_is_called_unknown_and_stands_in_no_address() -> None:
    root = law(article("1. Дом стоит."))
    assert {(found.get("date"), found.get("name")) for found in named(root, "FRBRdate")} == {("0001-01-01", "unknown")}
    assert named(root, "FRBRuri")[1].get("value") == "/akn/kz/act/sha256-abababababababab/rus"
    assert named(root, "lifecycle") == []


def test_the_caller_may_know_more() -> None:
    found = write_law(
        tree(article("1. Дом стоит."), language=Language.RU),
        version="1",
        language=Language.RU,
        work=Work("О доме", DAY, "7-X"),
    )
    assert named(read(found), "FRBRthis")[0].get("value") == "/akn/kz/act/2032-08-01/7-X/!main"


def test_a_bound_of_the_edition_is_no_date_of_the_edition() -> None:
    root = law(RUSSIAN)
    assert (named(root, "FRBRdate")[1].get("date"), named(root, "FRBRdate")[1].get("name")) == (
        "2031-03-02",
        "notBefore",
    )
    assert named(root, "FRBRuri")[1].get("value") == "/akn/kz/act/2030-05-06/11-X/rus"


def test_the_life_of_the_law_is_told_in_order() -> None:
    events = [(found.get("date"), found.get("source"), found.get("type")) for found in named(RU, "eventRef")]
    assert events == [
        ("2030-05-06", "#ref_law", "generation"),
        ("2031-03-02", "#ref_act_1", "amendment"),
        ("2032-06-05", "#ref_act", "amendment"),
        ("2032-08-01", "#ref_act", None),
        ("2035-01-01", "#ref_act", None),
    ]


def test_changes_are_told_with_their_source_and_their_words() -> None:
    changes = [
        (found.get("type"), named(found, "destination")[0].get("href"), *_old_new(found))
        for found in named(RU, "textualMod")
    ]
    assert changes == [
        ("substitution", "#art_2__para_1", "зелёной & синей.", "зелёной, синей & белой."),
        ("insertion", "#art_2__para_1__al_3", "", "Краску покупает город."),
        ("repeal", "#art_3", "вправе отдохнуть.", "№ 20-Х."),
    ]
    first = named(RU, "textualMod")[0]
    href = named(first, "source")[0].get("href") or ""
    start, end = map(int, re.findall(r"\d+", href.partition("#char=")[2]))
    assert russian().act.source.text[start:end].startswith("в пункте 1 статьи 2 слова")
    assert href.startswith("/akn/kz/act/2032-06-05/20-X#")
    assert told(named(first, "source")[0]) == "ст. 1 пп. 1)"


def _old_new(found: Element) -> tuple[str, str]:
    both = ("".join(told(words) for words in named(found, name)) for name in ("old", "new"))
    old, new = (text.split("бывает ")[-1].split("Каждый ")[-1].split("от 05.06.2032 ")[-1] for text in both)
    return old, new


def test_entry_into_force_is_a_period_where_its_day_is_known_and_words_where_not() -> None:
    starts = [found.get("start") for found in named(RU, "timeInterval")]
    assert starts == ["#event_4", "#event_5"]
    assert {found.get("period") for found in named(RU, "force")} == {"#period_1"}
    assert {(found.get("period"), told(found)) for found in named(KK, "force")} == {(None, "он күн өткен соң")}
    assert named(KK, "temporalData") == []


def test_what_is_not_in_the_text_is_told() -> None:
    left = [(found.get("status"), found.get("reason"), found.get("address")) for found in own(RU, "notApplied")]
    assert left == [
        ("unresolved", "target-not-found", "ст. 1 пп. 4)"),
        ("not_yet", None, "ст. 1 пп. 5)"),
    ]
    assert [found.get("reason") for found in own(RU, "notUnderstood")] == ["not-understood"]
    assert own(written(clean()), "notApplied") == []


def test_notes_stand_apart_with_their_units() -> None:
    notes = [(found.get("placementBase"), told(found)[:9]) for found in named(RU, "note")]
    assert notes == [("#front_2", "Сноска. В"), ("#art_4", "Сноска. С")]
    assert "Сноска" not in words(RU)


def test_a_suspension_without_other_words_is_no_change_of_the_text() -> None:
    known = russian()
    first = known.outcomes[0]
    suspended = evolve(
        first,
        instruction=evolve(first.instruction, op=Op.SUSPEND, until=DAY, force=Force(date=DAY)),
        pieces=(Piece("art_2__para_1", "ст. 2 п. 1", "1. Скамейка.", "1. Скамейка."),),
    )
    root = written(evolve(known, outcomes=(suspended,), touched={"art_2__para_1": (0,)}))
    (found,) = named(root, "efficacyMod")
    assert (found.get("type"), named(found, "efficacy")[0].get("period")) == ("inapplication", "#period_1")
    assert named(root, "timeInterval")[0].get("end") == named(root, "timeInterval")[0].get("start")


def test_words_of_a_unit_that_bears_another_identifier_now_go_to_that_unit() -> None:
    known = russian()
    piece = Piece("art_2__para_1__al_2", "ст. 2 п. 1 ч. 2", "Краску покупает сад.", "Краску покупает город.")
    moved = evolve(known.outcomes[1], pieces=(piece,))
    root = written(evolve(known, outcomes=(moved,), touched={"art_2__para_1__al_3": (1,)}))
    (found,) = named(root, "textualMod")
    assert named(found, "destination")[0].get("href") == "#art_2__para_1__al_3"
    assert told(named(found, "old")[0]) == "Краску покупает сад."


def test_words_that_no_unit_holds_stand_with_what_is_around_them() -> None:
    known = russian()
    gone = Piece("art_4__al_2", "ст. 4 ч. 2", "Скамейку чинят.", "")
    other = Piece("art_4__al_1", "ст. 4 ч. 1", "Скамейку ломают.", "")
    found = evolve(known.outcomes[2], pieces=(gone, other))
    root = written(evolve(known, outcomes=(found,), touched={}))
    assert [named(mod, "destination")[0].get("href") for mod in named(root, "textualMod")] == ["#art_4", "#art_4"]


def test_a_unit_gone_without_a_trace_is_one_change_of_what_it_stood_in() -> None:
    known = russian()
    gone = evolve(known.outcomes[2], pieces=(Piece("art_4__al_2", "ст. 4 ч. 2", "Скамейку чинят.", ""),))
    (mod,) = named(written(evolve(known, outcomes=(gone,), touched={"art_4": (2,)})), "textualMod")
    assert (mod.get("type"), named(mod, "destination")[0].get("href"), told(named(mod, "old")[0])) == (
        "repeal",
        "#art_4",
        "Скамейку чинят.",
    )


def test_nothing_applied_means_no_analysis() -> None:
    known = russian()
    left = tuple(evolve(found, status=Status.OTHER_LAW, reason=None) for found in known.outcomes)
    root = written(evolve(known, outcomes=left, new=known.old, touched={}))
    assert named(root, "analysis") == []
    assert own(root, "notApplied") == []


def test_a_number_that_stands_twice_gets_a_name_that_xml_allows() -> None:
    found = tree(article("1. Дом.", "2. Сад.", "2. Лес.", "3. Луг."), language=Language.RU)
    assert identifiers(found.units)["art_1__para_2~2"] == "art_1__para_2_2"
    root = read(write_law(found, version="1", language=Language.RU))
    assert eids(root)[-3:] == ["art_1__para_2", "art_1__para_2_2", "art_1__para_3"]
    assert not any("~" in eid for eid in eids(root))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\x0bb", "a b"),
        ("a\x1fb", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("a\uffffb", "a\ufffdb"),
        ("a\u00a0b", "a\u00a0b"),
        ("<b>&amp;]]>", "<b>&amp;]]>"),
    ],
)
def test_signs_that_no_xml_holds_are_shown_as_lost(typed: str, shown: str) -> None:
    root = law(article(f"1. Дом {typed} сад."))
    assert named(by_eid(root, "art_1__para_1"), "p")[0].text == f"Дом {shown} сад."


def test_the_same_input_gives_the_same_bytes() -> None:
    again = evolve(russian(), old=tree(RUSSIAN, language=Language.RU), new=tree(RUSSIAN_AFTER, language=Language.RU))
    assert write(again, version="1", language=Language.KK) == write(russian(), version="1", language=Language.KK)


def test_nothing_of_this_machine_is_in_the_file() -> None:
    data = write(russian(), version="1", language=Language.RU)
    assert scan(data, forbidden=["invented.txt", "act.txt"]) == ()


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "О доме\n", "1. Дом.\n", "«Дом стоит.»\n", "Приложение 1\n", "Президент\nРеспублики Казахстан\n"],
)
def test_odd_texts_lose_nothing(text: str) -> None:
    parsed = tree(text, language=Language.RU)
    root = read(write_law(parsed, version="1", language=Language.RU))
    assert words(root) == law_words(parsed)
    assert len(named(root, "body")[0]) >= 1


def test_what_follows_an_appendix_stays_behind_it() -> None:
    text = RUSSIAN + "\nПрезидент\nРеспублики Казахстан\n\nПриложение 2\nк Закону Республики Казахстан\n\nЦены\n"
    parsed = tree(text, language=Language.RU)
    root = read(write_law(parsed, version="1", language=Language.RU))
    assert words(root) == law_words(parsed)
    assert [local(part) for part in root[0]][-3:] == ["body", "conclusions", "attachments"]
    assert len(named(root, "attachment")) == 2


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, Language.RU), (KAZAKH, Language.KK)])
def test_a_law_alone_is_written_too(text: str, language: Language) -> None:
    root = law(text, language)
    assert root.tag == f"{{{NAMESPACE}}}akomaNtoso"
    assert [named(root, "act")[0].get(name) for name in ("name", "contains")] == ["law", "singleVersion"]
    assert words(root) == law_words(tree(text, language=language))
