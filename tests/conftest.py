"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts that may stand beside the checkout; skip the test where it is absent."""
    folder = Path(os.environ.get("AIGAQ_SHARED", ROOT.parent / "shared"))
    if not (folder / "data" / "kz").is_dir():
        pytest.skip(f"real texts are not here ({folder.name}/data/kz beside the checkout, or AIGAQ_SHARED)")
    return folder


@pytest.fixture(scope="session")
def kz(shared: Path) -> Path:
    """Return the folder of real Kazakh legal texts."""
    return shared / "data" / "kz"


@pytest.fixture(scope="session")
def merkle() -> Path:
    """Return the folder of outside test cases for Merkle proofs that may stand beside the checkout."""
    folder = Path(os.environ.get("AIGAQ_MERKLE", ROOT.parent / "shared" / "data" / "vectors" / "merkle"))
    if not (folder / "inclusion").is_dir():
        pytest.skip(f"Merkle test cases are not here ({folder.name} beside the checkout, or AIGAQ_MERKLE)")
    return folder
