from __future__ import annotations

from attrs import evolve

from aigaq.law.drafting.instruction import Step, Target
from aigaq.law.pair import Code, Grade, pair, with_laws
from aigaq.law.structure.unit import Kind
from aigaq.values import Language
from tests.law.pair import invented
from tests.law.pair.plants import told, with_one


def test_an_edit_that_only_one_text_takes_is_told() -> None:
    pairing = with_laws(pair(*invented.acts()), invented.laws())
    assert told(pairing) == {(Code.OUTCOME, (2,), (2,)), (Code.OUTCOME, (3,), (3,))}
    assert {finding.grade for finding in pairing.findings} == {Grade.REMARK}
    assert (
        pairing.findings[0].message.template == "{one} and {other} can be applied to the Russian text of the law only"
    )


def test_a_place_that_only_one_text_has_is_told() -> None:
    russian, kazakh = invented.laws()
    shorter = invented.law(invented.KAZAKH_LAW.replace("6-бап. Демалыс\n\nБәрі демалады.\n", ""), Language.KK)
    found = told(with_laws(pair(*invented.acts()), (russian, shorter)))
    assert found - told(with_laws(pair(*invented.acts()), (russian, kazakh))) == {
        (Code.TARGET, (7,), (7,)),
        (Code.OUTCOME, (7,), (7,)),
    }


def test_two_names_of_one_unit_are_no_contradiction() -> None:
    one, other = invented.acts()
    named = (Target((Step(Kind.ARTICLE, "5"), Step(Kind.ALINEA, "1"))),)
    twice = (Target((Step(Kind.ARTICLE, "5"), Step(Kind.INDENT, "1"))),)
    pairing = pair(with_one(one, 6, targets=named), with_one(other, 6, targets=twice))
    assert [(found.code, found.grade) for found in pairing.findings] == [(Code.AIMED, Grade.CONTRADICTION)]
    weighed = with_laws(pairing, invented.laws())
    assert [found.grade for found in weighed.findings if found.code is Code.AIMED] == [Grade.REMARK]


def test_only_the_law_that_is_given_is_looked_at() -> None:
    one, other = invented.acts()
    shorter = invented.law(invented.KAZAKH_LAW.partition("2-бап.")[0], Language.KK)
    pairing = with_laws(pair(one, other), (invented.laws()[0], shorter))
    assert not {8, 9} & {index for found in pairing.findings for index in found.one}
    assert evolve(pairing, findings=()) == evolve(pair(one, other), findings=())
