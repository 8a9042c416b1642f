from __future__ import annotations

import datetime
import json
from random import Random

import pytest
from attrs import evolve

from aigaq.errors import Refused
from aigaq.law.amend import Reason, Status, amend
from aigaq.law.drafting.instruction import Act, AmendedLaw, Entry, Force, Instruction, Op, Side, Step, Target, Unclaimed
from aigaq.law.pair import Code, Grade, contradicted, data, pair
from aigaq.law.structure.unit import Kind
from aigaq.values import Language
from tests.law.pair import invented
from tests.law.pair.plants import PLANTS, numbered, told, with_one


def turned(found: set[tuple[Code, tuple[int, ...], tuple[int, ...]]]) -> set[object]:
    return {(code, other, one) for code, one, other in found}


def test_the_same_act_in_two_languages_pairs_up() -> None:
    one, other = invented.acts()
    pairing = pair(one, other)
    assert pairing.pairs == tuple((at, at) for at in range(10))
    assert pairing.laws == ((0, 0), (1, 1))
    assert pairing.findings == ()
    assert contradicted(pairing, Language.RU) == contradicted(pairing, Language.KK) == {}


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_found_and_nothing_else(name: str) -> None:
    one, other = invented.acts()
    planted = 0
    for at in range(len(other.instructions)):
        made = PLANTS[name](other, at, Random(at))
        if made is None:
            continue
        faulty, expected = made
        assert told(pair(one, faulty)) == expected, (name, at)
        assert told(pair(faulty, one)) == turned(expected), (name, at)
        planted += 1
    assert planted


def test_what_stands_in_another_place_of_the_act_is_a_remark() -> None:
    one, other = invented.acts()
    for at in range(7):
        order = list(other.instructions)
        order[at], order[at + 1] = order[at + 1], order[at]
        pairing = pair(one, numbered(other, order))
        words = [(Code.OPERATION, Grade.REMARK)] * 2
        wanted = words if at == 2 else [(Code.ORDER, Grade.REMARK)]
        assert [(finding.code, finding.grade) for finding in pairing.findings] == wanted, at
        assert len(pairing.pairs) == 10


def test_two_faults_are_told_apart() -> None:
    one, other = invented.acts()
    first = with_one(other, 6, targets=(Target((Step(Kind.ARTICLE, "55"),)),))
    faulty = numbered(first, [found for found in first.instructions if found.index not in (0, 7)])
    assert told(pair(one, faulty)) == {
        (Code.ONE_LANGUAGE, (0,), ()),
        (Code.AIMED, (6,), (5,)),
        (Code.ONE_LANGUAGE, (7,), ()),
    }


def test_where_only_the_words_differ_it_is_not_guessed_which_instruction_is_missing() -> None:
    one, other = invented.acts()
    twice = numbered(one, [*one.instructions[:3], evolve(one.instructions[2], find=("числа",)), *one.instructions[3:]])
    assert told(pair(twice, other)) == {(Code.ONE_LANGUAGE, (2, 3), ())}


def words(op: Op, **changes: object) -> dict[str, object]:
    return {"op": op, **changes}


@pytest.mark.parametrize(
    ("changes", "code", "grade"),
    [
        (words(Op.INSERT_WORDS, side=Side.BEFORE), Code.OPERATION, Grade.REMARK),
        (words(Op.DELETE_WORDS, put=()), Code.OPERATION, Grade.REMARK),
        (words(Op.REPLACE_WORDS, every=True), Code.OPERATION, Grade.REMARK),
        (words(Op.RESTATE), Code.OPERATION, Grade.CONTRADICTION),
        (words(Op.SUSPEND), Code.OPERATION, Grade.CONTRADICTION),
        (words(Op.INSERT_UNIT), Code.OPERATION, Grade.CONTRADICTION),
        (words(Op.OTHER_LANGUAGE, find=(), put=()), Code.DELIBERATE, Grade.REMARK),
        (words(Op.REPLACE_WORDS, find=("түс", "түстің"), put=("бояу", "бояудың")), None, None),
        (words(Op.REPLACE_WORDS, find=("түс", "су"), put=("бояу", "сия")), Code.COUNT, Grade.CONTRADICTION),
        (words(Op.REPLACE_WORDS, find=("түс", "су"), put=("а", "б"), forms=True), Code.COUNT, Grade.REMARK),
    ],
)
def test_what_grammar_does_and_what_is_a_contradiction(changes: dict[str, object], code: Code, grade: Grade) -> None:
    one, other = invented.acts()
    pairing = pair(one, with_one(other, 1, **changes))
    assert [(found.code, found.grade) for found in pairing.findings] == ([(code, grade)] if code else [])


def test_before_and_after_are_one_and_the_same() -> None:
    one, other = invented.acts()
    assert pair(one, with_one(other, 6, side=Side.BEFORE)).findings == ()


@pytest.mark.parametrize(
    ("steps", "through"),
    [
        ([("1", ""), ("2", ""), ("3", "")], True),
        ([("1", "3")], True),
        ([("1", "2"), ("3", "")], True),
        ([("3", ""), ("1", "2")], True),
        ([("1", "2")], False),
        ([("1", "4")], False),
    ],
)
def test_lists_and_ranges_are_the_same_place(steps: list[tuple[str, str]], through: bool) -> None:
    one, other = invented.acts()
    above = Step(Kind.ARTICLE, "4")
    targets = tuple(Target((above, Step(Kind.SUBPOINT, first, last))) for first, last in steps)
    pairing = pair(one, with_one(other, 5, targets=targets))
    assert [found.code for found in pairing.findings] == ([] if through else [Code.AIMED])


def test_a_chapter_above_an_article_names_no_other_place() -> None:
    one, other = invented.acts()
    steps = (Step(Kind.CHAPTER, "1"), *other.instructions[7].targets[0].steps)
    assert pair(one, with_one(other, 7, targets=(Target(steps),))).findings == ()


def test_an_exception_in_one_act_only_is_aimed_elsewhere() -> None:
    one, other = invented.acts()
    faulty = with_one(other, 6, excepted=(Target((Step(Kind.ARTICLE, "9"),)),))
    assert told(pair(one, faulty)) == {(Code.AIMED, (6,), (6,))}


@pytest.mark.parametrize(
    ("force", "grade"),
    [
        (Force(Entry.DATE, datetime.date(2033, 1, 1)), Grade.CONTRADICTION),
        (Force(Entry.CALENDAR_DAYS, after=20), Grade.CONTRADICTION),
        (Force(), Grade.REMARK),
    ],
)
def test_the_entry_into_force_of_the_whole_act_is_told_once(force: Force, grade: Grade) -> None:
    one, other = invented.acts()
    later = evolve(other, force=force, instructions=tuple(evolve(found, force=force) for found in other.instructions))
    pairing = pair(one, later)
    every = tuple(range(10))
    assert [(found.code, found.grade, found.one, found.other) for found in pairing.findings] == [
        (Code.FORCE, grade, every, every)
    ]
    assert contradicted(pairing, Language.RU) == {}
    assert set(contradicted(pairing, Language.RU, dated=True)) == (
        set(every) if grade is Grade.CONTRADICTION else set()
    )


def test_the_end_of_a_suspension_is_part_of_it() -> None:
    one, other = invented.acts()
    ours = with_one(one, 7, op=Op.SUSPEND, until=datetime.date(2035, 1, 1))
    theirs = with_one(other, 7, op=Op.SUSPEND, until=datetime.date(2036, 1, 1))
    assert told(pair(ours, theirs)) == {(Code.FORCE, (7,), (7,))}


def test_what_was_not_understood_may_hold_what_is_missing() -> None:
    one, other = invented.acts()
    gone = other.instructions[4]
    left = numbered(other, [found for found in other.instructions if found is not gone])
    gap = Unclaimed(*gone.span, "")
    unread = evolve(left, accounting=evolve(other.accounting, unclaimed=(gap,)))
    assert told(pair(one, unread)) == {(Code.NOT_READ, (4,), ())}
    assert contradicted(pair(one, unread), Language.RU) == {}
    elsewhere = evolve(left, accounting=evolve(other.accounting, unclaimed=(Unclaimed(0, 5, ""),)))
    assert told(pair(one, elsewhere)) == {(Code.ONE_LANGUAGE, (4,), ())}


def test_a_law_that_only_one_act_amends() -> None:
    one, other = invented.acts()
    shorter = evolve(other, laws=other.laws[:1], instructions=other.instructions[:8])
    pairing = pair(one, shorter)
    assert pairing.laws == ((0, 0),)
    assert told(pairing) == {(Code.ONE_LANGUAGE, (8,), ()), (Code.ONE_LANGUAGE, (9,), ())}
    first = [evolve(found, law=0) for found in other.instructions[8:]]
    assert pair(one, evolve(numbered(other, first), laws=other.laws[1:])).laws == ((1, 0),)


def test_a_law_with_two_dates_is_told() -> None:
    one, other = invented.acts()
    law = AmendedLaw(other.laws[0].title, datetime.date(2030, 6, 6), "", (0, 0))
    pairing = pair(one, evolve(other, laws=(law, other.laws[1])))
    assert [(found.code, found.grade) for found in pairing.findings] == [(Code.LAW, Grade.REMARK)]
    assert len(pairing.pairs) == 10


def test_a_contradicted_instruction_is_not_applied() -> None:
    one, other = invented.acts()
    faulty = with_one(other, 7, targets=(Target((Step(Kind.ARTICLE, "5"),)),))
    refused = contradicted(pair(one, faulty), Language.RU)
    assert set(refused) == {7}
    amended = amend(one, invented.laws()[0], contradicted=refused)
    assert [outcome.status for outcome in amended.outcomes[:8]] == [*[Status.APPLIED] * 7, Status.UNRESOLVED]
    assert amended.outcomes[7].reason is Reason.OTHER_LANGUAGE
    assert amended.outcomes[7].hint == refused[7]
    assert "Отдыхают все" in amended.new.source.text


def test_two_acts_in_one_language_are_no_pair() -> None:
    one, _ = invented.acts()
    with pytest.raises(Refused) as refused:
        pair(one, one)
    assert refused.value.code == "pair.same-language"
    with pytest.raises(ValueError, match="en"):
        contradicted(pair(*invented.acts()), Language.EN)


def test_plain_values() -> None:
    one, other = invented.acts()
    found = data(pair(one, with_one(other, 7, op=Op.RESTATE)))
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert found["findings"] == [
        {
            "code": "other-operation",
            "grade": "contradiction",
            "one": [{"index": 7, "address": "ст. 1 п. 1 пп. 6)", "op": "repeal"}],
            "other": [{"index": 7, "address": "1-баптың 1-тармағының 6) тармақшасы", "op": "restate"}],
            "message": "ст. 1 п. 1 пп. 6) and 1-баптың 1-тармағының 6) тармақшасы do different things to ст. 6",
        }
    ]
    acts = found["acts"]
    assert isinstance(acts, list)
    assert [each["contradicted"] for each in acts] == [[7], [7]]


def many(act: Act, count: int, *, article: int) -> Act:
    model = act.instructions[7]
    made: list[Instruction] = []
    for at in range(count):
        place = Target((Step(Kind.ARTICLE, str(article + at % 3)),))
        made.append(evolve(model, index=at, targets=(place,), address=""))
    return evolve(act, laws=act.laws[:1], instructions=tuple(made))


def test_a_long_act_of_equal_instructions_is_paired_in_time() -> None:
    one, other = invented.acts()
    pairing = pair(many(one, 6000, article=1), many(other, 5999, article=1))
    assert len(pairing.pairs) == 5999
    assert [found.code for found in pairing.findings if found.grade is Grade.CONTRADICTION] == [Code.ONE_LANGUAGE]


def test_a_long_act_of_other_instructions_is_told_in_time() -> None:
    one, other = invented.acts()
    pairing = pair(many(one, 3000, article=1), many(other, 3000, article=10))
    assert pairing.pairs == ()
    assert {found.code for found in pairing.findings} == {Code.ONE_LANGUAGE}
