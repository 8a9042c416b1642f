"""Dates and title of a PDF, from its information dictionary (ISO 32000-2, section 14.3.3). Its author is left alone."""

from __future__ import annotations

from typing import Final

from aigaq.evidence.capture.day import pdf_day
from aigaq.evidence.capture.stated.fault import Fault
from aigaq.evidence.capture.stated.found import Found

_DATES: Final = (("CreationDate", "pdf:created"), ("ModDate", "pdf:modified"))
_PASSWORD: Final = 4
_SECURITY: Final = 5


def pdf(data: bytes) -> Found:
    """Return what a PDF states.

    Raises:
        Fault: ``encrypted`` or ``damaged``.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = getattr(fault, "err_code", None) in (_PASSWORD, _SECURITY)
        raise Fault("encrypted" if locked else "damaged") from None
    values = {key: document.get_metadata_value(key) for key, _ in _DATES}
    rows = [(where, values[key], pdf_day(values[key])) for key, where in _DATES]
    return Found.of(document.get_metadata_value("Title"), rows)
