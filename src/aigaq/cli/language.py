"""The language in which the command line speaks: that of the terminal, if it is one of ours, else English."""

from __future__ import annotations

import os
from collections.abc import Mapping

from aigaq.locale import Translator, translator
from aigaq.values import Language


def terminal_language(environment: Mapping[str, str]) -> Language:
    """Return the language that ``AIGAQ_LANG``, or the locale of the terminal, asks for.

    >>> terminal_language({"LANG": "ru_RU.UTF-8"}), terminal_language({"LANG": "kk_KZ.UTF-8", "AIGAQ_LANG": "en"})
    (<Language.RU: 'ru'>, <Language.EN: 'en'>)
    """
    for name in ("AIGAQ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = environment.get(name, "")[:2].lower()
        if asked:
            return Language(asked) if asked in set(Language) else Language.EN
    return Language.EN


_: Translator = translator(terminal_language(os.environ))
"""Translates what the command line says."""
