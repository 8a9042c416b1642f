from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aigaq.evidence.capture import Limits, Pace, Terms
from tests.parliament import Parliament, self_signed

NOW = datetime(2025, 11, 16, 10, 15, tzinfo=UTC)

FAST = Limits(
    connect=3.0, read=0.4, total=1.5, max_bytes=300_000, max_decoded=500_000, max_head=4096, max_hops=4, pause=0.0
)


@pytest.fixture
def terms() -> Terms:
    """Small bounds, a frozen clock, no pause."""
    return Terms(limits=FAST, client="aigaq 9", agent="aigaq/9", now=lambda: NOW, state=lambda: "frozen", pace=Pace())


@pytest.fixture
def parliament() -> Iterator[Parliament]:
    with Parliament() as server:
        yield server


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return self_signed(tmp_path)


@pytest.fixture
def secure(certificate: Path) -> Iterator[Parliament]:
    with Parliament(certificate) as server:
        yield server


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    return folder
