"""The timeline as a picture (SVG 1.1) that reads in black and white: one line down the page, one entry a row.

The rows stand one under the other whatever the time between them, and a gap says how many days it is; so a long
silence and a busy week are both readable. The shape says how exact a date is: a full disc for a day, a bar for a span
of days, a ring for less. Nothing is loaded from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Final

from aigaq.bill.record import Record
from aigaq.bill.sheet.evidence import from_sources
from aigaq.bill.timeline.entry import Entry, entries
from aigaq.bill.timeline.table import place
from aigaq.locale import Translator, number, partial, tag, translator
from aigaq.values import Language, Precision

WIDTH: Final = 800
_AXIS, _DATE, _TEXT, _TOP, _LINE = 214, 198, 240, 84, 17
_CHARACTERS, _SMALL, _DATES = 74, 88, 27
_STYLE: Final = (
    "text{font-family:'DejaVu Sans','Noto Sans',Arial,sans-serif;fill:#111}"
    ".date{font-size:12px;text-anchor:end}.what{font-size:13px}.kind{font-size:13px;font-weight:bold}"
    ".small{font-size:11px;fill:#444}.title{font-size:17px;font-weight:bold}"
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
    heading = wrap(title, 70)
    top = _TOP + 22 * (len(heading) - 1)
    drawn, height = _drawn(record, found, top, _)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="title" xml:lang="{tag(language)}" lang="{tag(language)}">'
        f'<title id="title">{escape(title)}</title><style>{_STYLE}</style>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    )
    lines = "".join(_text(24, 32 + 22 * at, line, "title") for at, line in enumerate(heading))
    legend = _legend(top - 34, _)
    axis = f'<path d="M{_AXIS} {top - 14}V{height - 20}" stroke="#111" stroke-width="1.5"/>' if found else ""
    return f"{head}{lines}{legend}{axis}{''.join(drawn)}</svg>\n".encode()


def _legend(y: int, _: Translator) -> str:
    shapes = (
        (Precision.DAY, _("known to the day")),
        (Precision.DAYS, _("some day in a span")),
        (Precision.MONTH, _("less exact")),
    )
    drawn, x = [], 32
    for precision, said in shapes:
        drawn.append(_shape(x, y, precision) + _text(x + 12, y + 4, said, "small"))
        x += 40 + 7 * len(said)
    return "".join(drawn)


def _drawn(record: Record, found: Sequence[Entry], y: int, _: Translator) -> tuple[list[str], int]:
    drawn: list[str] = []
    before: Entry | None = None
    for entry in found:
        if before is not None:
            gap, step = _gap(before, entry, y, _)
            drawn.append(gap)
            y += step
        lines = list(_lines(record, entry, _))
        dates = wrap(partial(entry.date, _.language) or _("date not known"), _DATES)
        drawn.append(_shape(_AXIS, y, entry.date.precision))
        drawn += [_text(_DATE, y + 4 + 15 * at, line, "date") for at, line in enumerate(dates)]
        drawn += [_text(_TEXT, y + 4 + _LINE * at, line, style) for at, (line, style) in enumerate(lines)]
        y += max(_LINE * len(lines), 15 * len(dates)) + 14
        before = entry
    return drawn, y + 24


def _lines(record: Record, entry: Entry, _: Translator) -> Iterator[tuple[str, str]]:
    where = ", ".join(place(record, entry, _=_))
    head = entry.kind.names[_.language] + (f" · {where}" if where else "")
    yield from ((line, "kind") for line in wrap(head, _CHARACTERS - 8))
    yield from ((line, "what") for line in wrap(entry.what, _CHARACTERS))
    yield from ((line, "small") for line in wrap(from_sources(record, entry.sources, _=_), _SMALL))


def _gap(one: Entry, other: Entry, y: int, _: Translator) -> tuple[str, int]:
    """Return what is drawn between two entries, and how much room it takes."""
    gap = one.date.until(other.date)
    if gap is None or not gap.exact or gap.least < 2:
        return "", 0
    days = _.plural("{n} day", "{n} days", gap.least).format(n=number(gap.least, _.language))
    return _text(_DATE, y + 2, f"↓ {days}", "date small"), 18


def _shape(x: int, y: int, precision: Precision) -> str:
    if precision is Precision.DAY:
        return f'<circle cx="{x}" cy="{y}" r="6" fill="#111"/>'
    if precision is Precision.DAYS:
        return f'<rect x="{x - 4}" y="{y - 8}" width="8" height="16" fill="#111"/>'
    return f'<circle cx="{x}" cy="{y}" r="5.5" fill="#fff" stroke="#111" stroke-width="2"/>'


def _text(x: int, y: int, text: str, style: str) -> str:
    return f'<text x="{x}" y="{y}" class="{style}">{escape(text)}</text>'
