"""What a user sees, in Russian, Kazakh and English: messages, plurals, dates, numbers.

English sentences in the code are the keys; the catalogues beside this module hold their translations as
``.po`` text, read when a language is first asked for.

>>> _ = translator("ru")
>>> _.plural("{n} change", "{n} changes", 2)
'{n} изменения'
"""

from __future__ import annotations

from aigaq.locale.forms import day, number, partial, percent, tag, tongue
from aigaq.locale.say import say
from aigaq.locale.translator import N_, Translator, translator

__all__ = ["N_", "Translator", "day", "number", "partial", "percent", "say", "tag", "tongue", "translator"]
