from __future__ import annotations

import pytest
from attrs import evolve

from aigaq.evidence.capture import LOOKS, REASONS, How, Look, Outcome, Reason, look
from tests.evidence.capture.test_entry import BARE


@pytest.mark.parametrize(
    ("outcome", "status", "seen"),
    [
        (Outcome.HELD, 200, Look.THERE),
        (Outcome.HELD, 206, Look.THERE),
        (Outcome.HELD, 404, Look.GONE),
        (Outcome.HELD, 410, Look.GONE),
        *((Outcome.HELD, status, Look.COULD_NOT_LOOK) for status in (101, 302, 304, 400, 401, 403, 429, 451, 500, 503)),
        (Outcome.HELD, None, Look.COULD_NOT_LOOK),
        (Outcome.TRUNCATED, 200, Look.COULD_NOT_LOOK),
        (Outcome.TRUNCATED, 404, Look.COULD_NOT_LOOK),
        (Outcome.FAILED, None, Look.COULD_NOT_LOOK),
        (Outcome.FAILED, 404, Look.COULD_NOT_LOOK),
    ],
)
def test_what_may_be_concluded(outcome: Outcome, status: int | None, seen: Look) -> None:
    assert look(evolve(BARE, outcome=outcome, status=status)) is seen


def test_an_imported_file_is_there() -> None:
    assert look(evolve(BARE, how=How.IMPORTED, outcome=Outcome.HELD)) is Look.THERE


def test_every_outcome_has_words() -> None:
    assert LOOKS.keys() == set(Look)
    assert REASONS.keys() == set(Reason) - {Reason.NONE}
