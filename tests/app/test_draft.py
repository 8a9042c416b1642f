from __future__ import annotations

import pytest

from aigaq.app.draft import draft_act
from aigaq.errors import Refused
from aigaq.values import Language
from tests.law.draft.invented import RUSSIAN, edited, law


def test_the_act_comes_with_what_it_covers() -> None:
    steps: list[str] = []
    old, new = law(RUSSIAN, Language.RU), edited(Language.RU, ("бесплатно", "даром"))
    made = draft_act(old, new, step=steps.append)
    assert steps == ["draft"]
    assert [(item.eid, len(item.wishes)) for item in made.items] == [("art_3", 1)]
    assert [change.eid for change in made.changes] == ["art_3__al_1"]


def test_two_copies_of_one_law_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        draft_act(law(RUSSIAN, Language.RU), law(RUSSIAN, Language.RU))
    assert refused.value.code == "draft.nothing"
