from __future__ import annotations

import pytest

from aigaq.law.draft import Cause, Refusal
from aigaq.law.draft.words import CAUSES, cause_words
from aigaq.locale import translator


@pytest.mark.parametrize("cause", list(Cause))
def test_every_reason_is_one_sentence(cause: Cause) -> None:
    said = cause_words(Refusal("art_1", "ст. 1", cause), translator("en"))
    assert said == CAUSES[cause]
    assert said.endswith(".")
