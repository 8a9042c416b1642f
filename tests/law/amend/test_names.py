"""Which of the laws that an act amends a given text is: the very one, or none."""

from __future__ import annotations

import pytest

from aigaq.errors import Refused
from aigaq.law.amend import amend
from aigaq.law.amend.names import law_of
from aigaq.law.drafting import read_act
from aigaq.law.source import Source
from tests.law.amend.laws import KAZAKH, KK, RU, RUSSIAN, act, laid, told, tree


def omnibus(*titles: str):
    parts = [
        "О внесении изменений и дополнений в некоторые законодательные акты Республики Казахстан",
        "Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:",
    ]
    for at, title in enumerate(titles, 1):
        parts += [f"{at}. В Закон Республики Казахстан от {at} марта 2020 года «{title}»:", "статью 4 исключить."]
    return read_act(Source("act.txt", "text/plain", "0" * 64, "\n\n".join(parts) + "\n"), in_language=RU)


def named(title: str):
    return tree(laid(RUSSIAN.replace("О хранении книг", title)))


@pytest.mark.parametrize(
    ("titles", "title", "found"),
    [
        (("О хранении книг",), "О хранении книг", 0),
        (("О полках", "О хранении книг"), "О хранении книг", 1),
        # One title holds the other.
        (("О книгах", "О хранении книг"), "О хранении книг", 1),
        (("О хранении книг", "О книгах"), "О книгах", 1),
        # The name of the country is no difference.
        (("О книгах в Республике Казахстан", "О полках"), "О книгах", 0),
        (("О книгах", "О полках"), "О книгах в Республике Казахстан", 0),
        (("О книгах",), "О КНИГАХ", 0),
    ],
)
def test_the_law_is_known_by_its_title(titles, title, found):
    assert law_of(omnibus(*titles), named(title)) == found


@pytest.mark.parametrize(
    ("titles", "title", "code"),
    [
        (("О полках",), "О хранении книг", "amend.other-law"),
        (("О книгах",), "О хранении книг", "amend.other-law"),
        (("О связи",), "О почтовой связи", "amend.other-law"),
        (("О почтовой связи", "О полках"), "О связи", "amend.other-law"),
        (("О книгах", "О книгах"), "О книгах", "amend.which-law"),
    ],
)
def test_another_law_is_refused(titles, title, code):
    with pytest.raises(Refused) as refused:
        law_of(omnibus(*titles), named(title))
    assert refused.value.code == code


def test_instructions_for_other_laws_leave_this_one_alone():
    found = amend(omnibus("О полках", "О хранении книг", "О связи"), tree(laid(RUSSIAN)))
    assert told(found) == ["other_law", "applied", "other_law"]


def test_an_act_in_the_other_language_is_refused():
    with pytest.raises(Refused) as refused:
        amend(act("1) статью 4 исключить;"), tree(laid(KAZAKH), KK))
    assert refused.value.code == "amend.languages"
