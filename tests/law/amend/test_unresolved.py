from __future__ import annotations

import re

import pytest
from attrs import evolve

from aigaq.law.amend.outcome import Amended, Outcome, Reason, Status
from aigaq.law.amend.unresolved import escaped, quoted, unresolved
from aigaq.law.amend.words import REASONS
from aigaq.locale import translator
from aigaq.values import Message
from tests.law.akn.invented import clean, kazakh, russian

EN = translator("en")


def told(amended: Amended) -> str:
    return unresolved(amended, _=EN)


def headings(text: str) -> list[str]:
    return re.findall(r"^#{2,3} .*$", text, re.MULTILINE)


def test_everything_a_person_has_to_look_at_is_listed_in_order() -> None:
    assert headings(told(russian())) == [
        "## Not applied",
        "### ст. 1 пп. 4)",
        "## Not in force yet, or without effect on this text",
        "### ст. 1 пп. 5)",
        "## Words of the act that were not understood",
        "### line 9, characters 490–520",
        "## Applied, with remarks",
        "### ст. 1 пп. 1)",
    ]


def test_an_unresolved_instruction_is_told_with_its_words_and_the_reason() -> None:
    part = told(russian()).split("### ")[1]
    assert part.split("\n\n")[:3] == [
        "ст. 1 пп. 4)",
        (
            "- **In the act:** line 7, characters 370–422\n"
            "- **What became of it:** not applied: it cannot be done with certainty\n"
            "- **Why:** The law has no unit with this number or in this place.\n"
            "- **What to look at:** Проверьте статью 4."
        ),
        "> в статье 9 слово «качели» заменить словом «скамейка»",
    ]


def test_what_was_applied_with_a_remark_or_a_fold_is_told() -> None:
    part = told(russian()).split("## Applied, with remarks")[1]
    assert "- **Remark:** number 1 at character 7 has lost its mark" in part
    assert "- **Typing:** the words were found although the law has them with other quotation marks" in part
    assert "- **What became of it:**" not in part


def test_hashes_say_which_texts_were_read() -> None:
    text = told(russian())
    assert f"`{'ab' * 32}`" in text
    assert f"`{'ef' * 32}`" in text
    assert "Unofficial." in text


def test_when_nothing_is_left_it_says_so_and_claims_no_more() -> None:
    text = told(clean())
    assert headings(text) == []
    assert "2 of 2 instructions for this law were applied. Nothing is left unresolved" in text
    assert "Whether the act itself is right, no program can tell." in text


def test_an_act_for_other_laws_says_so() -> None:
    known = clean()
    others = tuple(evolve(found, status=Status.OTHER_LAW) for found in known.outcomes)
    assert "The act holds no instruction for this law." in told(evolve(known, outcomes=others))


def test_words_not_understood_are_no_clean_result() -> None:
    known = evolve(russian(), outcomes=russian().outcomes[:3])
    assert "Nothing is left unresolved" not in told(known)
    assert "1 stretch of the act was not understood." in told(known)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_is_told_in_words(reason: Reason) -> None:
    known = kazakh()
    found = Outcome(known.outcomes[2].instruction, Status.UNRESOLVED, reason)
    assert f"- **Why:** {REASONS[reason]}" in told(evolve(known, outcomes=(found,)))


def test_hints_and_remarks_are_told_in_the_readers_language() -> None:
    known = russian()
    hint = Message("number {number} at character {at} has lost its mark", number="3", at=9)
    text = unresolved(evolve(known, outcomes=(evolve(known.outcomes[3], hint=hint),)), _=translator("ru"))
    assert "номер 3" in text


def test_an_instruction_without_an_address_is_named_by_its_place() -> None:
    known = russian()
    found = evolve(known.outcomes[3], instruction=evolve(known.outcomes[3].instruction, address=""))
    assert "### line 7" in told(evolve(known, outcomes=(found,)))


def test_warnings_and_damaged_words_of_the_act_are_told() -> None:
    known = clean()
    act = evolve(known.act, warnings=("a quotation is odd",), damaged=("орынболсын",))
    text = told(evolve(known, act=act))
    assert "- a quotation is odd" in text
    assert "- the copy of the act has lost the space between words: орынболсын" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain (words), 5-1.", "plain (words), 5-1."),
        ("*a* _b_ `c` [d](e)", r"\*a\* \_b\_ \`c\` \[d\](e)"),
        ("<img src=x> &lt; & ~~x~~ a|b", r"\<img src=x\> \&lt; & \~\~x\~\~ a\|b"),
        ("1) one", r"1\) one"),
        ("12. one", r"12\. one"),
        ("1.5 one", "1.5 one"),
        ("- one", r"\- one"),
        ("# one", r"\# one"),
        ("=====", r"\====="),
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        (" two\n lines ", "two lines"),
        ("", ""),
    ],
)
def test_words_of_an_act_are_never_read_as_markdown(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_quotation_keeps_its_paragraphs() -> None:
    assert quoted("1) one\n\n  # two\n") == "> 1\\) one\n>\n> \\# two"
    assert quoted(" \n ") == ""


@pytest.mark.parametrize("amended", [russian(), kazakh(), clean()])
def test_the_same_input_gives_the_same_text(amended: Amended) -> None:
    assert told(amended) == told(amended)
    assert told(amended).endswith("\n")
    assert "\n\n\n" not in told(amended)
