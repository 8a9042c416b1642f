"""What a person does with a bill: open a dossier, judge it, write the sheet, the timeline and its picture."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from aigaq.app.law import VERSION, Step, quietly
from aigaq.bill import json as plain
from aigaq.bill.checks import Case, judge
from aigaq.bill.checks.law import table, texts
from aigaq.bill.deadlines import Deadline, deadlines
from aigaq.bill.dossier import Dossier, read_dossier
from aigaq.bill.observed import observed
from aigaq.bill.record import Record
from aigaq.bill.rule import international
from aigaq.bill.sheet import sheet
from aigaq.bill.timeline import picture, timeline
from aigaq.document.model import Document
from aigaq.document.write import checked, write
from aigaq.evidence.capture import Capture, content, is_capture, read_entry
from aigaq.evidence.log import Log
from aigaq.values import Language

SHEET: Final = "procedure"
TIMELINE: Final = "timeline"


def open_record(folder: Path, *, day: date, step: Step = quietly) -> Record:
    """Return the record of a bill as it is judged on one day.

    Args:
        folder: The dossier.
        day: The day; what is not due then is not late.
        step: Told of each step: ``read``, ``act``, ``judge``.

    Raises:
        UnreadableInput: The dossier, or a file of it, cannot be read.
        IntegrityFailure: Its log is damaged.
    """
    step("read")
    held = captured(folder)
    written = read_dossier(folder)
    dossier = observed(written, written.head.watch, captures=held, content=partial(content, folder))
    step("act")
    read = texts(dossier)
    step("judge")
    case = Case(dossier, day, acts=read.numbers, table=partial(table, read_bills=read))
    return Record(
        dossier=dossier,
        day=day,
        findings=judge(case, international()),
        captures=held,
        acts=read.numbers,
        unread=read.unread,
        hashes=_hashes(dossier),
        version=VERSION,
    )


def captured(folder: Path) -> Mapping[int, Capture]:
    """Return the captures of a dossier by the number of their entry; none where it has no log yet."""
    if not (folder / "log").is_dir():
        return {}
    entries = enumerate(Log.open(folder / "log").entries())
    return {at: read_entry(entry) for at, entry in entries if is_capture(entry)}


def _hashes(dossier: Dossier) -> Mapping[str, str]:
    files = {paper.id: dossier.path(paper) for paper in dossier.papers if paper.file}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def due(dossier: Dossier, *, day: date) -> tuple[Deadline, ...]:
    """Return the deadlines of a dossier that are open on a day."""
    return deadlines(Case(dossier, day))


def sheet_files(
    record: Record, *, formats: Iterable[str], language: Language, forbidden: Iterable[str] = ()
) -> Mapping[str, bytes]:
    """Return the files of the procedure sheet, by name.

    Args:
        record: The record.
        formats: Some of ``docx``, ``xlsx``, ``html``, ``csv``, ``json``.
        language: Language of everything that is not quoted.
        forbidden: Words that must not stand in a file unless the dossier holds them.
    """
    values = plain.procedure(record, language=language)
    return _files(SHEET, formats, sheet(record, language=language), values, forbidden=list(forbidden))


def timeline_files(
    record: Record, *, formats: Iterable[str], language: Language, forbidden: Iterable[str] = ()
) -> Mapping[str, bytes]:
    """Return the files of the timeline, by name: the formats of the sheet, and ``svg`` for the picture."""
    words = list(forbidden)
    made = timeline(record, language=language)
    values = plain.timeline(record, language=language)
    chosen = list(dict.fromkeys(formats))
    files = dict(_files(TIMELINE, [name for name in chosen if name != "svg"], made, values, forbidden=words))
    if "svg" in chosen:
        drawn = picture(record, language=language)
        files[f"{TIMELINE}.svg"] = checked(drawn, format="svg", forbidden=words, meant=made.words())
    return files


def _files(
    stem: str, formats: Iterable[str], document: Document, values: Mapping[str, object], *, forbidden: list[str]
) -> Mapping[str, bytes]:
    files = {}
    for name in dict.fromkeys(formats):
        if name == "json":
            data = (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
            files[f"{stem}.json"] = checked(data, format=name, forbidden=forbidden, meant=document.words())
        else:
            files[f"{stem}.{name}"] = write(document, name, forbidden=forbidden)
    return files
