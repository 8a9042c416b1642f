"""Numbers of units: digits, inserted numbers, Roman numerals in mixed scripts, ordinal words."""

from __future__ import annotations

from collections.abc import Mapping

_LATIN = str.maketrans("ІХСМ", "IXCM")
_ROMAN = frozenset("IVXLCDM")


def latin(number: str) -> str:
    """Return a number with its Roman numeral in Latin letters.

    >>> latin("248-VІІІ"), latin("14-1")
    ('248-VIII', '14-1')
    """
    return number.translate(_LATIN)


def plain(number: str, ordinals: Mapping[str, int]) -> str:
    """Return the number of a unit as identifiers carry it.

    Args:
        number: As in the folded text: «14-1», «ІV», «первая».
        ordinals: Ordinal words (or their stems) and their numbers.

    >>> plain("ІV", {}), plain("14-1", {}), plain("второй", {"втор": 2})
    ('IV', '14-1', '2')
    """
    if not number or number[0].isdigit():
        return number
    roman = latin(number)
    if _ROMAN.issuperset(roman.split("-")[0]):
        return roman
    return str(ordinal(number, ordinals) or number)


def ordinal(word: str, ordinals: Mapping[str, int]) -> int | None:
    """Return the number that an ordinal word names; None when it names none."""
    lowered = word.lower()
    if lowered in ordinals:
        return ordinals[lowered]
    return next((ordinals[stem] for stem in sorted(ordinals, key=len, reverse=True) if lowered.startswith(stem)), None)


def order(number: str) -> tuple[int, ...]:
    """Return what sorts inserted numbers after the number they follow; of a range, its last number.

    >>> order("14") < order("14-1") < order("15"), order("6-to-6-2")
    (True, (6, 2))
    """
    return tuple(int(part) for part in number.split("-to-")[-1].split("-") if part.isdigit())


def follows(number: str, before: str) -> bool:
    """Tell whether ``number`` is the very next one after ``before``, inserted numbers counted.

    >>> follows("6", "5"), follows("25-8", "25-7"), follows("26", "25-8"), follows("5-1", "5"), follows("7", "5")
    (True, True, True, True, False)
    """
    here, last = order(number), order(before)
    return here in {(last[0] + 1,), (*last, 1), (*last[:-1], last[-1] + 1)} if last else False
