"""Why a document was not examined."""

from __future__ import annotations


class Fault(Exception):
    """Names the fault in one or two words: ``damaged``, ``encrypted``, ``too large``."""
