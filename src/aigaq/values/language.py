"""The languages of texts and of everything a user sees."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Languages of texts and of everything a user sees."""

    RU = "ru"
    KK = "kk"
    EN = "en"
