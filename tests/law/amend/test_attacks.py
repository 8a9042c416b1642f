"""Acts that were written to do harm: they cost little, and what cannot be done with certainty is refused."""

from __future__ import annotations

import tracemalloc
from time import process_time

import pytest

from aigaq.law.amend import Amended, amend
from aigaq.law.drafting.instruction import Act
from aigaq.law.structure import Tree
from tests.law.amend.laws import RUSSIAN, act, amended, exchanged, laid, told, tree


def timed(read: Act, law: Tree) -> tuple[Amended, float]:
    start = process_time()
    found = amend(read, law)
    return found, process_time() - start


def numbered(instructions: list[str]) -> str:
    return "\n".join(f"{at}) {one}" for at, one in enumerate(instructions, 1))


def long_law(articles: int) -> str:
    """Return a law of as many articles, in chapters of twenty."""
    lines = RUSSIAN.partition("Глава 1.")[0].splitlines()
    for at in range(1, articles + 1):
        if at % 20 == 1:
            lines.append(f"Глава {at // 20 + 1}. ЗАЛЫ")
        lines += [
            f"Статья {at}. Зал {at}",
            f"1. Сторож зала {at} стережет тома и «тихие» полки у стены {at} каждый день.",
            f"2. Сторож зала {at} обязан:",
            f"1) считать тома и листы зала {at};",
            f"2) мыть полки зала {at} утром и вечером;",
            f"3) закрывать двери зала {at} на ключ.",
            f"Сторож отвечает за ущерб зала {at}. Он носит ключ.",
            f"4. Ключ зала {at} хранится в сейфе, комнате и ящике.",
        ]
    return laid("\n".join([*lines, "Президент Республики Казахстан"]) + "\n")


def mixed(many: int, articles: int) -> list[str]:
    """Return as many instructions of eight kinds, spread over the law."""
    kinds = [
        "в пункте 1 статьи {n} слова «стены {n}» заменить словами «двери {n}»;",
        "пункт 2 статьи {n} дополнить подпунктом 4) следующего содержания:\n«4) спать у зала {n}.»;",
        "подпункт 2) пункта 2 статьи {n} изложить в следующей редакции:\n«2) мыть полы зала {n};»;",
        "пункт 4 статьи {n} исключить;",
        "дополнить статьей {n}-1 следующего содержания:\n«Статья {n}-1. Новая\nТекст {n}.»;",
        "статью {n} изложить в следующей редакции:\n«Статья {n}. Новая\nТекст {n}.»;",
        "статью {n} дополнить пунктом 5 следующего содержания:\n«5. Новый пункт {n}.»;",
        "часть вторую пункта 2 статьи {n} исключить;",
    ]
    step = articles // (many + 1)
    return [kinds[at % 8].format(n=1 + at * step) for at in range(many)]


def test_two_hundred_instructions_on_a_long_law_take_seconds_and_grow_by_their_number():
    text = long_law(1500)
    law = tree(text)
    few, many = (act(numbered(mixed(count, 1500))) for count in (50, 200))
    for _ in range(3):
        short = timed(few, law)[1]
        found, long = timed(many, law)
        assert told(found) == ["applied"] * 200
        assert long < 30
        if long < 4 * short + 1:
            return
    pytest.fail(f"50 instructions took {short:.1f} s, 200 took {long:.1f} s")


def test_replacing_throughout_a_long_law_costs_one_pass_each():
    law = tree(long_law(600))
    read = act(numbered([f"по всему тексту слова «зала {at}» заменить словами «дома {at}»;" for at in range(1, 41)]))
    found, took = timed(read, law)
    assert told(found) == ["applied"] * 40
    assert took < 30


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("статью 2 дополнить пунктом {n} следующего содержания:\n«{n}. Новый.»;", "applied"),
        ("пункт 1 статьи 2 дополнить словами «и вещь{n}»;", "too-many"),
        ("в пункте 1 статьи 2 слово «вещь{n}» заменить словом «дело»;", "words-not-found"),
        ("пункт 1 статьи 2 изложить в следующей редакции:\n«1. Новый {n}.»;", "conflicts-with-instruction"),
        ("по всему тексту слово «вещь{n}» заменить словом «дело»;", "words-not-found"),
        ("дополнить статьей 5-{n} следующего содержания:\n«Статья 5-{n}. А\nБ.»;", "applied"),
        ("часть третью статьи 4 исключить;", "target-not-found"),
    ],
)
def test_thousands_of_instructions_on_one_unit(said, outcome):
    law = tree(laid(RUSSIAN))
    read = act(numbered([said.format(n=at) for at in range(5, 2005)]))
    found, took = timed(read, law)
    assert told(found)[-1] == outcome
    assert took < 60


def test_an_instruction_on_a_very_long_paragraph_costs_milliseconds():
    words = " ".join(f"вещь{at}" for at in range(20_000))
    law = tree(laid(exchanged(RUSSIAN, "Читатель вправе брать том.", f"Читатель вправе брать {words}.")))
    said = [f"в части первой статьи 4 слово «вещь{at}» заменить словом «дело{at}»;" for at in range(0, 4000, 100)]
    found, took = timed(act(numbered(said)), law)
    assert told(found) == ["applied"] * 40
    assert took < 20


@pytest.mark.parametrize(
    ("times", "put", "outcome"),
    [
        (1_000, "нечто нечто", "applied"),
        (6_000, "нечто нечто", "too-many"),  # more than any paragraph has
        (4_000, "нечто " * 200, "too-many"),  # millions of characters
    ],
)
def test_a_replacement_does_not_explode(times, put, outcome):
    words = "а ".join(["нечто "] * times)
    lines = exchanged(RUSSIAN, "Читатель вправе брать том.", f"Читатель вправе брать {words}.")
    tracemalloc.start()
    found, took = timed(act(f"1) по всему тексту слово «нечто» заменить словами «{put.strip()}»;"), tree(laid(lines)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told(found) == [outcome]
    assert found.new.source.text.count("нечто") == (2 * times if outcome == "applied" else times)
    assert took < 60
    assert peak < 300_000_000


def test_pairs_that_feed_each_other_are_each_made_once():
    said = (
        "1) по всему тексту слова «тома», «книги», «листы» заменить соответственно словами «книги тома», "
        "«листы книги», «тома листы»;"
    )
    found = amended(said, exchanged(RUSSIAN, "считать тома;", "считать тома, книги, листы;"))
    assert told(found) == ["applied"]
    assert "считать книги тома, листы книги, тома листы;" in found.new.source.text


def test_an_instruction_cannot_name_what_it_makes_itself():
    said = (
        "1) статью 6 дополнить пунктом 2 следующего содержания:\n«2. А.»;\n"
        "2) дополнить статьей 6 следующего содержания:\n«Статья 6. А\n1. Б.»;\n"
        "3) статью 6 дополнить пунктом 2 следующего содержания:\n«2. В.»;"
    )
    found = amended(said, RUSSIAN)
    assert told(found) == ["target-not-found", "applied", "conflicts-with-instruction"]


def test_deeply_inserted_numbers_stand_in_order():
    lines = exchanged(RUSSIAN, "4. Ключ", "3-1-1. Замок.\n4. Ключ")
    said = "1) статью 2 дополнить пунктом 3-1-1-1 следующего содержания:\n«3-1-1-1. А.»;"
    found = amended(said, lines)
    assert told(found) == ["applied"]
    assert found.new.source.text == laid(exchanged(lines, "Замок.\n", "Замок.\n3-1-1-1. А.\n"))


@pytest.mark.parametrize("number", ["1-1-1-1", "2-0", "0", "00", "999999999999999999999"])
def test_odd_numbers_are_put_in_order_or_refused(number):
    found = amended(f"1) статью 2 дополнить пунктом {number} следующего содержания:\n«{number}. А.»;", RUSSIAN)
    if told(found) == ["applied"]:
        new = found.new.by_eid["art_2"]
        assert number in [unit.number for unit in new.children]
    else:
        assert found.new.source.text == laid(RUSSIAN)


@pytest.mark.parametrize("sign", ["\x00", "\ud800", "\u2028", "\u200b", "\ufeff", "\x0c", "\u0301"])
def test_signs_that_break_programs_break_nothing(sign):
    text = laid(RUSSIAN).replace("носит ключ.", f"носит{sign} ключ{sign}.")
    found = amend(act("1) в пункте 1 статьи 2 слово «тома» заменить словом «книги»;"), tree(text))
    assert found.new.source.text == text.replace("стережет тома", "стережет книги")


def test_a_quotation_that_reads_otherwise_in_its_place_is_refused():
    # Every word of it is an editorial note: nothing of it is law.
    found = amended(
        (
            "1) статью 4 дополнить частью третьей следующего содержания:\n"
            "«Сноска. Статья 4 исключена Законом РК от 01.02.2030 № 910-X.»;"
        ),
        RUSSIAN,
    )
    assert told(found) == ["quoted-unit-differs"]
    assert found.new.source.text == laid(RUSSIAN)


def test_a_damaged_copy_of_an_act_costs_no_more_for_each_of_its_instructions():
    said = ["в пункте 1 статьи 2 слово «лодка» заменитьсловами «корабль»;"]
    said += [f"в пункте 1 статьи 2 слово «лодка» заменить словами «корабль{at}»;" for at in range(2000)]
    found, took = timed(act(numbered(said)), tree(laid(RUSSIAN)))
    assert found.act.damaged
    assert set(told(found)) == {"words-not-found"}
    assert took < 10


def test_an_act_that_changes_more_text_than_any_act_is_stopped_in_bounds():
    words = " ".join(f"вещь{at}" for at in range(20_000))
    law = tree(laid(exchanged(RUSSIAN, "Читатель вправе брать том.", f"Читатель вправе брать {words}.")))
    said = [f"часть первую статьи 4 дополнить словами «и дело{at}»;" for at in range(300)]
    found, took = timed(act(numbered(said)), law)
    results = told(found)
    assert results[0] == "applied"
    assert results[-1] == "too-many"
    assert sum(len(outcome.before) + len(outcome.after) for outcome in found.outcomes) < 50_000_000
    assert took < 60
