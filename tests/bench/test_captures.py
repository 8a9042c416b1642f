"""The costs of captures are measured on a dossier that verifies."""

from __future__ import annotations

from bench.captures import page


def test_a_small_measurement() -> None:
    text = page("here", sizes=(2, 5))
    assert "| 5 | " in text
    assert "| with 5 captures | |" in text
