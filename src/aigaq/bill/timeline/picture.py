"""The timeline as a picture (SVG 1.1) that reads in black and white: one line down the page, one entry a row.

The rows stand one under the other whatever the time between them, and a gap says how many days it is; so a long
silence and a busy week are both readable. The shape says how exact a date is: a full disc for a day, a bar for a span
of days, a ring for a date that is less exact, or less sure whatever it states. No line is wider than its room. Nothing
is loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import from_sources
from aigaq.bill.timeline.entry import Entry, entries, when
from aigaq.bill.timeline.table import place
from aigaq.bill.timeline.width import lines, width
from aigaq.locale import Translator, number, tag, translator
from aigaq.values import Certainty, Language, PartialDate, Precision

WIDTH: Final = 800
MARGIN: Final = 24
_AXIS, _DATE, _TEXT, _LINE = 214, 198, 240, 17
SIZES: Final = {"date": 12, "what": 13, "kind": 13, "small": 11, "title": 17}
"""Size of the font of each style of text, in pixels."""
HEAVY: Final = frozenset({"kind", "title"})
"""Styles of text that are bold."""
_STYLE: Final = (
    "text{font-family:'DejaVu Sans','Noto Sans',Arial,sans-serif;fill:#111}"
    + "".join(f".{name}{{font-size:{size}px{';font-weight:bold' * (name in HEAVY)}}}" for name, size in SIZES.items())
    + ".date{text-anchor:end}.small{fill:#444}"
)


def picture(record: Record, *, language: Language) -> bytes:
    """Return the picture: same record, same bytes.

    Args:
        record: The record.
        language: Language of everything that is not quoted.
    """
    _ = translator(language)
    found = entries(record, _=_)
    title = f"{_('Timeline')}: {record.dossier.head.title(language)}"
    heading = _fitted(title, "title", WIDTH - 2 * MARGIN)
    legend, top = _legend(38 + 22 * (len(heading) - 1) + 16, _)
    drawn, height = _drawn(record, found, top + 34, _)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="title" xml:lang="{tag(language)}" lang="{tag(language)}">'
        f'<title id="title">{escape(title)}</title><style>{_STYLE}</style>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    said = "".join(_text(MARGIN, 32 + 22 * at, line, "title") for at, line in enumerate(heading))
    axis = f'<path d="M{_AXIS} {top + 20}V{height - 20}" stroke="#111" stroke-width="1.5"/>' if found else ""
    return f"{head}{said}{legend}{axis}{''.join(drawn)}</svg>\n".encode()


def _legend(y: int, _: Translator) -> tuple[str, int]:
    """Return what the shapes mean and where a date that is no day stands, and the height of the last line."""
    shapes = (
        (Precision.DAY, _("known to the day")),
        (Precision.DAYS, _("some day in a span")),
        (Precision.MONTH, _("less exact or less sure")),
    )
    drawn, x = [], MARGIN + 8
    for precision, said in shapes:
        room = int(width(said, size=SIZES["small"])) + 40
        if x > MARGIN + 8 and x + room > WIDTH:
            x, y = MARGIN + 8, y + _LINE
        drawn += [_shape(x, y, precision), _text(x + 12, y + 4, said, "small")]
        x += room
    for line in _fitted(_("A month or a span stands where it ends."), "small", WIDTH - 2 * MARGIN):
        y += _LINE
        drawn.append(_text(MARGIN, y + 4, line, "small"))
    return "".join(drawn), y


def _fitted(text: str, style: str, room: int) -> list[str]:
    return lines(text, room=room, size=SIZES[style], bold=style in HEAVY)


def _drawn(record: Record, found: Sequence[Entry], y: int, _: Translator) -> tuple[list[str], int]:
    drawn: list[str] = []
    before: Entry | None = None
    for entry in found:
        if before is not None:
            gap, step = _gap(before, entry, y, _)
            drawn.append(gap)
            y += step
        said = list(_said(record, entry, _))
        dates = _fitted(when(entry, _=_), "date", _DATE - 8)
        drawn.append(_shape(_AXIS, y, _exactness(entry.date)))
        drawn += [_text(_DATE, y + 4 + 15 * at, line, "date") for at, line in enumerate(dates)]
        drawn += [_text(_TEXT, y + 4 + _LINE * at, line, style) for at, (line, style) in enumerate(said)]
        y += max(_LINE * len(said), 15 * len(dates)) + 14
        before = entry
    return drawn, y + 24


def _said(record: Record, entry: Entry, _: Translator) -> Iterator[tuple[str, str]]:
    where = ", ".join(place(record, entry, _=_))
    head = entry.kind.names[_.language] + (f" · {where}" if where else "")
    parts = ((head, "kind"), (entry.what, "what"), (from_sources(record, entry.sources, _=_), "small"))
    for text, style in parts:
        yield from ((line, style) for line in _fitted(text, style, WIDTH - _TEXT - MARGIN))


def _gap(one: Entry, other: Entry, y: int, _: Translator) -> tuple[str, int]:
    """Return what is drawn between two entries, and how much room it takes."""
    gap = one.date.until(other.date)
    sure = one.date.certainty is other.date.certainty is Certainty.CERTAIN
    if gap is None or not sure or not gap.exact or gap.least < 2:
        return "", 0
    days = _.plural("{n} day", "{n} days", gap.least).format(n=number(gap.least, _.language))
    return _text(_DATE, y + 2, f"↓ {days}", "date small"), 18


def _exactness(date: PartialDate) -> Precision:
    """Return the precision that is drawn: a date of which its source is not sure is not known to the day."""
    return date.precision if date.certainty is Certainty.CERTAIN else Precision.UNKNOWN


def _shape(x: int, y: int, precision: Precision) -> str:
    if precision is Precision.DAY:
        return f'<circle cx="{x}" cy="{y}" r="6" fill="#111"/>'
    if precision is Precision.DAYS:
        return f'<rect x="{x - 4}" y="{y - 8}" width="8" height="16" fill="#111"/>'
    return f'<circle cx="{x}" cy="{y}" r="5.5" fill="#fff" stroke="#111" stroke-width="2"/>'


def _text(x: int, y: int, text: str, style: str) -> str:
    return f'<text x="{x}" y="{y}" class="{style}">{escape(text)}</text>'
