"""The drafting languages that can be written; a new one is a new module and a line here."""

from __future__ import annotations

from aigaq.law.draft.kazakh import KAZAKH
from aigaq.law.draft.russian import RUSSIAN
from aigaq.law.draft.wording import Wording
from aigaq.values import Language

WORDINGS: dict[Language, Wording] = {Language.RU: RUSSIAN, Language.KK: KAZAKH}
