"""Light stemming: what is left of a word without its grammatical endings.

Russian is stemmed by Snowball (M. F. Porter). For Kazakh the endings are taken off in the reverse of the
order in which Kazakh grammars put them on a noun: root + plural + possessive + case, with ғы/гі after a place
or a time. An ending is taken off only where the language allows it: after the right kind of sound and in
harmony with the vowels before it. What looks like an ending may be part of the root (``жұмысы`` is ``жұмыс``
+ ``ы``, ``баласы`` is ``бала`` + ``сы``), so a Kazakh word has several readings, and two words meet when they
share one.

What this cannot do: Kazakh verbs beyond what looks like a noun; words made from words (``насихат`` and
``насихаттау`` are two words); telling which reading is meant; Russian vowels that come and go (``ребенок``,
``ребенка``). A wildcard in a watch term (`aigaq.text.watch`) helps there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from aigaq.text.fold import fold

StemLanguage = Literal["kk", "ru"]

_VOWELS: Final = "аәеёиоөуұүыіэюя"
_BACK: Final = "аоұыё"
_FRONT: Final = "әеөүіэ"
_VOICELESS: Final = "пфкқтсшщчцхһбвгд"  # б в г д end loanwords only and sound voiceless there
_VOWEL: Final = f"(?<=[{_VOWELS}])"
_SOUNDED: Final = f"(?<=[{_VOWELS}рйлмнңзжвд])"
_THIRD: Final = "(?<=[ыі])"
_MUTE: Final = f"(?<=[{_VOICELESS}])"
_CONSONANT: Final = "(?<=[^аәеёоөұүыіэюяьъ])"  # у and и end a stem as consonants do: тарау, тарауы

_PLURAL: Final = f"(?<=[{_VOWELS}рй])л[ае]р|(?<=[лмнңзжвд])д[ае]р|{_MUTE}т[ае]р"

_POSSESSIVE: Final = (
    f"(?:{_VOWEL}|{_CONSONANT}[ыі])м[ыі]з|(?:{_VOWEL}|{_CONSONANT}[ыі])ң[ыі]з|{_VOWEL}с[ыі]|{_CONSONANT}[ыі]"
)
_POSSESSIVE_OF_ONE: Final = "(?<=....)(?<![уи])[ыі][мң]"

_CASE: Final = "|".join(
    (
        f"(?<=[{_VOWELS}мнң])н[ыі]ң|(?<=[лрйузжвд])д[ыі]ң|{_MUTE}т[ыі]ң",  # genitive
        f"{_SOUNDED}ға|{_SOUNDED}ге|{_MUTE}қа|{_MUTE}ке|{_THIRD}н[ае]",  # dative
        f"{_VOWEL}н[ыі]|(?<=[рйулмнңзжвд])д[ыі]|{_MUTE}т[ыі]|{_THIRD}н",  # accusative
        f"{_THIRD}нд[ае]|{_SOUNDED}д[ае]|{_MUTE}т[ае]",  # locative
        f"(?:{_THIRD}|(?<=[мнң]))н[ае]н|{_SOUNDED}д[ае]н|{_MUTE}т[ае]н",  # ablative
        f"(?<=[{_VOWELS}рйлмнң])мен|(?<=[зжвд])бен|{_MUTE}пен",  # instrumental
    )
)
_ATTRIBUTIVE: Final = "|".join(
    (
        f"{_THIRD}нд(?:ағы|егі)|{_SOUNDED}д(?:ағы|егі)|{_MUTE}т(?:ағы|егі)",
        "(?<=[рнңз])(?:ғы|гі)|(?<=[тшсп])(?:қы|кі)",
    )
)
_ENDINGS: Final = tuple(
    re.compile(f"(?:{ending})$") for ending in (_ATTRIBUTIVE, _CASE, _POSSESSIVE, _POSSESSIVE_OF_ONE, _PLURAL)
)
_HARMONY: Final = re.compile(f"[{_BACK}{_FRONT}]")
_STEM: Final = re.compile(f"(?=.*[{_VOWELS}]).{{3,}}|[{_VOWELS}][^{_VOWELS}]")
_SOFT: Final = re.compile("[гк]т?$|[ьяю]$")
_ELIDED: Final = re.compile("[лрйнму][қкнпзмл]$")
_LONGEST: Final = 60
_VOICELESS_TWIN: Final = {"б": "п", "г": "к", "ғ": "қ"}


def stem(word: str, language: StemLanguage) -> str:
    """Return the shortest stem of ``word``; for comparing words use `stems`.

    >>> stem("пропагандой", "ru"), stem("кітаптардың", "kk")
    ('пропаганд', 'кітап')
    """
    return min(stems(word, language), key=lambda reading: (len(reading), reading))


@lru_cache(maxsize=65536)
def stems(word: str, language: StemLanguage) -> frozenset[str]:
    """Return every stem that ``word`` may have, in small letters; look-alike letters are folded first.

    Two words with a stem in common are taken for forms of one word. A stem is not always a word itself.
    A Russian word has one stem; a Kazakh word has itself and what each lawful ending leaves. What is longer
    than 60 letters is no word and is its own stem.

    >>> sorted(stems("баласы", "kk"))
    ['бала', 'балас', 'баласы']
    >>> bool(stems("кітабы", "kk") & stems("кітаптардың", "kk"))
    True
    """
    key = fold(word).lower()
    if len(key) > _LONGEST:
        return frozenset({key})
    return frozenset({_russian(key)}) if language == "ru" else _kazakh(key)


def _russian(word: str) -> str:
    from snowballstemmer.russian_stemmer import RussianStemmer

    return str(RussianStemmer().stemWord(word))


def _kazakh(word: str) -> frozenset[str]:
    readings, fresh = set[str](), {word}
    while fresh:
        readings |= fresh
        fresh = {rest for reading in fresh for rest in _without_ending(reading)} - readings
    return frozenset(reading[:-1] + _VOICELESS_TWIN.get(reading[-1:], reading[-1:]) for reading in readings)


def _without_ending(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        found = ending.search(word)
        while found:
            rest = word[: found.start()]
            if _STEM.fullmatch(rest) and _in_harmony(rest, found[0]):
                yield rest
                if found[0] in ("ы", "і") and _ELIDED.search(rest):
                    yield rest[:-1] + found[0] + rest[-1]
            found = ending.search(word, found.start() + 1)


def _in_harmony(rest: str, ending: str) -> bool:
    """Return whether the vowels of ``ending`` may follow those of ``rest``; мен, бен and пен follow any."""
    of_rest, of_ending = _HARMONY.findall(rest), _HARMONY.findall(ending)
    if not of_rest or not of_ending or _SOFT.search(rest) or (ending.endswith("ен") and ending[0] in "мбп"):
        return True
    return (of_rest[-1] in _BACK) == (of_ending[-1] in _BACK)
