"""Values that every room uses."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Languages of texts and of everything a user sees."""

    RU = "ru"
    KK = "kk"
    EN = "en"
