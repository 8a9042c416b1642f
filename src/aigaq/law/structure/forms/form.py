"""What a drafting language must tell the parser, and the pieces its patterns are built from."""

from __future__ import annotations

import re
from re import Pattern

from attrs import frozen

from aigaq.law.structure.unit import Action, Kind
from aigaq.text.alphabets import LOOKALIKES
from aigaq.values import Language

NUMBER = r"\d+(?:-\d+)*"
"""«14», inserted «14-1» and «3-1-1»."""

ROMAN = r"[IVXLCІХС]+(?:-\d+)?"
"""A Roman numeral in Latin, Cyrillic or mixed letters."""

DASH = r"[-–—‑]"

POINT = re.compile(rf"({NUMBER})\s?\.(?!\d)\s*(?:{DASH}\s*({NUMBER})\s?\.\s*)?")
"""«3.», «3-1.», and the range of a common stub «9. - 10.»."""

SUBPOINT = re.compile(rf"({NUMBER})\)\s*(?:{DASH}\s*({NUMBER})\)\s*)?")
"""«3)», «3-1)», and the range of a common stub «6) - 6-2)»."""

OPENING_QUOTE = '"«“„'
QUOTED_UNIT = re.compile(
    rf"[{OPENING_QUOTE}]\s?(?:Статья|Глава|Раздел|Параграф|§|{NUMBER}\s?[.)]|{NUMBER}-(?:бап|тарау|бөлім))"
)
"""Opens a unit quoted from another text: it is not a unit of this law."""

CLOSING_QUOTE = re.compile(r"[\"»”][.;,]?[\"»”]?[.;,]?$")


def typed(words: str) -> str:
    """Return a pattern for any of ``words``, in small letters or capitals, look-alike Latin letters admitted.

    >>> typed("акт")
    '[аАaA][кКK][тТT]'
    """
    return "|".join("".join(_letter(letter) for letter in word.replace("_", " ")) for word in words.split())


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    both = dict.fromkeys((letter, letter.upper(), *_LATIN.get(letter, ""), *_LATIN.get(letter.upper(), "")))
    return f"[{''.join(both)}]" if letter.isalpha() else re.escape(letter)


_LATIN = {cyrillic: latin for latin, cyrillic in LOOKALIKES.items()}


@frozen
class Reference:
    """A pattern that reads one named unit out of a note; group 1 is its number (digits or an ordinal word)."""

    kind: Kind
    pattern: Pattern[str]


@frozen
class Forms:
    """The patterns of one drafting language. All but ``headings`` are matched against folded text.

    Args:
        language: The language.
        may_open: Cheap first test of a line that may open a headed unit, a note or another landmark.
        headings: Kind and pattern of a line that opens a headed unit; groups ``number`` and ``heading``.
        bare_parts: Headings of a code's parts that bear no number («ОБЩАЯ ЧАСТЬ»).
        appendix: Opens an appendix; group ``number`` may be empty.
        appendix_line: First line of what opens an appendix.
        appendix_ends: Last line of the heading of an appendix.
        adoption: The line of the front matter that names kind, date and number of the act.
        contents: A line that is only the title of a table of contents, or a link to something beside the law.
        signature: First line of a signature.
        note: Opens a note that stands after its unit.
        announcement: Opens an editors' note whose body may follow in the next paragraph.
        bare_note: A note that has lost its opening word.
        act: Names an amending act in the short form of notes («РК от 01.02.2020»), which laws do not use.
        remark: Opens a paragraph of a note that names no act («Порядок введения в действие …»).
        replacement: Opens a paragraph of a note on words replaced throughout.
        ends: What may follow the last act of a note or stub, up to its end.
        renames: Opens the words after one act of a note that name another unit for the next.
        announces: The change is still to come.
        stub: Wording of a repealed unit.
        stub_act: What may stand between that and the act that repealed it.
        stub_heading: A repealed article without a heading; groups ``number`` and ``stub``.
        entry: One amending act in a note; groups ``of``, ``date``, ``number``, ``force``.
        actions: Patterns of what the act did, the first that matches wins.
        references: Patterns of named units, outermost first.
        inserted: The unit that a note says was, or will be, inserted: (kind, pattern).
        ordinals: Ordinal words and their numbers.
        this_article: How an article cites itself, without its first letter, which may be a capital.
        numbered_part: Says that «1.» is a «часть», as codes do; counted against ``numbered_point``.
        numbered_point: Says that «1.» is a «пункт», as laws do.
    """

    language: Language
    may_open: Pattern[str]
    headings: tuple[tuple[Kind, Pattern[str]], ...]
    bare_parts: Pattern[str]
    appendix: Pattern[str]
    appendix_line: Pattern[str]
    appendix_ends: Pattern[str]
    adoption: Pattern[str]
    contents: Pattern[str]
    signature: Pattern[str]
    note: Pattern[str]
    announcement: Pattern[str]
    bare_note: Pattern[str]
    act: Pattern[str]
    remark: Pattern[str]
    replacement: Pattern[str]
    ends: Pattern[str]
    renames: Pattern[str]
    announces: Pattern[str]
    stub: Pattern[str]
    stub_act: Pattern[str]
    stub_heading: Pattern[str]
    entry: Pattern[str]
    actions: tuple[tuple[Action, Pattern[str]], ...]
    references: tuple[Reference, ...]
    inserted: tuple[Reference, ...]
    ordinals: dict[str, int]
    this_article: str
    numbered_part: Pattern[str]
    numbered_point: Pattern[str]


def closes(folded: str, forms: Forms) -> bool:
    """Tell whether a paragraph ends with the amending act it names, as notes and stubs do and law does not."""
    last = None
    for match in forms.entry.finditer(folded):
        if match["number"] or match["of"]:
            last = match
    return last is not None and bool(forms.ends.match(folded, last.end()))


def is_stub(folded: str, forms: Forms) -> bool:
    """Tell whether a wording is only the stub of a repealed unit («исключен Законом …»)."""
    match = forms.stub.match(folded)
    if match is None:
        return False
    if not folded[match.end() :].strip(" .;)"):
        return True
    act = next((found for found in forms.entry.finditer(folded) if found["number"] or found["of"]), None)
    linked = act is not None and forms.stub_act.fullmatch(folded, match.end(), act.start())
    return bool(linked) and closes(folded, forms)
