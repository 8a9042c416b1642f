"""PDF with a text layer: pages to lines to paragraphs. Places are pages.

PDFium reads the text, in a process of its own. Pictures of text are refused with a hint, and so is a text
layer that maps to no known characters, because both would give a wrong text without a sign of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aigaq.errors import UnreadableInput
from aigaq.law.read.archive import bomb, damaged
from aigaq.law.read.blocks import compose
from aigaq.law.read.detect import encrypted
from aigaq.law.read.layout import Line, Repeated, drop_repeated, join_words, mend, overlapping, paragraphs
from aigaq.law.read.limits import Budget
from aigaq.law.read.plain import require_text
from aigaq.law.read.streams import check_streams
from aigaq.law.source import Source

_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")


def read_pdf(data: bytes, *, budget: Budget) -> Source:
    """Return the text of a PDF.

    Raises:
        UnreadableInput: ``read.damaged``, ``read.encrypted``, ``read.too-many-pages``, ``read.scan``,
            ``read.no-mapping``, ``read.bomb``, ``read.too-long`` or ``read.too-slow``.
    """
    check_streams(data, budget=budget)
    answer = _answer(data, budget=budget)
    pages, lines = answer["pages"], mend([Line(*line) for line in answer["lines"]])
    if answer["pictures"] or not lines:
        raise _scan(budget.name, answer["pictures"], pages=pages)
    _refuse_unmapped(lines, name=budget.name)
    kept, repeated = drop_repeated(lines, pages=pages)
    blocks, undecided = join_words(paragraphs(kept))
    composed = compose(blocks, unit="page")
    require_text(composed.text, name=budget.name)
    raised = len(_SUPERSCRIPTS.findall(composed.text))
    return Source(
        name=budget.name,
        media="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=composed.text,
        places=composed.places,
        warnings=tuple(
            _warnings(
                repeated, pages=pages, raised=raised, undecided=undecided, beside=5 * overlapping(lines) > len(lines)
            )
        ),
    )


def _answer(data: bytes, *, budget: Budget) -> dict[str, Any]:
    """Return what the child process found; raise when it failed, was stopped or ran out of memory."""
    limits = budget.limits
    bounds = map(str, (limits.max_pages, limits.max_text, limits.max_memory))
    package = Path(__file__).parents[3]
    path = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "aigaq.law.read.pages", *bounds],
            input=data,
            capture_output=True,
            timeout=max(0.1, budget.deadline - budget.clock()),
            env={**os.environ, "PYTHONPATH": path},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise budget.too_slow("its pages") from None
    if done.returncode != 0 or not done.stdout:
        raise bomb(budget.name)
    answer: dict[str, Any] = json.loads(done.stdout)
    if fault := answer.get("fault"):
        raise _fault(fault, answer["where"], budget=budget)
    return answer


def _fault(fault: str, where: int, *, budget: Budget) -> UnreadableInput:
    """Return the error for a fault that the child process names."""
    if fault == "encrypted":
        return encrypted(budget.name)
    if fault == "pages":
        return UnreadableInput(
            "read.too-many-pages",
            "{name} has {pages} pages; at most {most} are read.",
            hint="Split the file: one law, one file.",
            name=budget.name,
            pages=where,
            most=budget.limits.max_pages,
        )
    if fault == "text":
        return budget.too_long()
    return damaged(budget.name, f"page {where} cannot be read" if where else "it is cut off, or no PDF")


def _scan(name: str, pictures: list[int], *, pages: int) -> UnreadableInput:
    some = bool(pictures) and len(pictures) < pages
    shown = ", ".join(map(str, pictures[:10])) + (" …" if len(pictures) > 10 else "")
    return UnreadableInput(
        "read.scan",
        "{name} is a scan: {which} text layer.",
        hint="Run text recognition (OCR) with Russian and Kazakh, check the result, and give that.",
        name=name,
        which=f"page {shown} of {pages} has no" if some else f"none of its {pages} pages has a",
    )


def _refuse_unmapped(lines: list[Line], *, name: str) -> None:
    """Raise when more than one character in twenty maps to nothing."""
    text = "".join(line.text for line in lines)
    lost = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or (c < " " and c != "\t"))
    if 20 * lost > len(text):
        raise UnreadableInput(
            "read.no-mapping",
            "{name} has a text layer, but {lost} of its {all} characters map to no letter.",
            hint="Run text recognition (OCR) on it, or ask for the DOCX.",
            name=name,
            lost=lost,
            all=len(text),
        )


def _warnings(repeated: list[Repeated], *, pages: int, raised: int, undecided: int, beside: bool) -> Iterator[str]:
    """Yield one sentence for what was left out or is uncertain."""
    for found in repeated:
        yield f"A {found.kind} on {found.pages} of {pages} pages was left out."
    if raised:
        yield f"{raised} raised digits were written as superscript digits."
    if undecided:
        yield f"{undecided} words are broken at a line end by a hyphen that may be theirs; left as printed."
    if beside:
        yield "Many lines stand side by side, as in columns or tables: check the order of the text."
