"""The drafting languages that can be read; a new one is a new module and a line here."""

from __future__ import annotations

from aigaq.law.drafting.grammar import Grammar
from aigaq.law.drafting.kazakh import KAZAKH
from aigaq.law.drafting.russian import RUSSIAN
from aigaq.values import Language

GRAMMARS: dict[Language, Grammar] = {Language.RU: RUSSIAN, Language.KK: KAZAKH}
