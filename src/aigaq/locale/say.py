"""Saying a message in the reader's language: its template translated, the dates, numbers and names in it too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aigaq.locale.forms import day, number, partial
from aigaq.locale.translator import N_, Translator
from aigaq.values import Message, PartialDate

_NOT_KNOWN = N_("date not known")


def say(sentence: str, _: Translator) -> str:
    """Return a sentence in the language of ``_``; a plain text stays as it is.

    Dates are written out, numbers grouped, and things that have a name in each language are named in this one.

    >>> from aigaq.locale import translator
    >>> say(Message("{date}", date=PartialDate.of("2025-11")), translator("en"))
    'November 2025'
    """
    if not isinstance(sentence, Message):
        return sentence
    return _(sentence.template).format(**{name: _said(value, _) for name, value in sentence.values.items()})


def _said(value: object, _: Translator) -> object:
    if isinstance(value, Message):
        return say(value, _)
    if isinstance(value, PartialDate):
        return partial(value, _.language) if value.known else _(_NOT_KNOWN)
    if isinstance(value, date):
        return day(value, _.language)
    if isinstance(value, int) and not isinstance(value, bool):
        return number(value, _.language)
    if isinstance(value, tuple):
        return ", ".join(str(_said(each, _)) for each in value)
    names = getattr(value, "names", None)
    return (names.get(_.language) or str(value)) if isinstance(names, Mapping) else value
