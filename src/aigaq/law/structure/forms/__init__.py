"""How each drafting language marks its units and its notes; a new language is a new module here."""

from __future__ import annotations

from aigaq.law.structure.forms.form import Forms
from aigaq.law.structure.forms.kazakh import KAZAKH
from aigaq.law.structure.forms.russian import RUSSIAN
from aigaq.values import Language

FORMS = {Language.RU: RUSSIAN, Language.KK: KAZAKH}

__all__ = ["FORMS", "Forms"]
