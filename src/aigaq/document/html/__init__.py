"""HTML: one file that needs nothing else, works without scripts, and may not open any connection.

Its own style and script stand in it; a content security policy allows these two by their hashes and nothing
beside them. Everything that comes from the document is escaped.
"""

from __future__ import annotations

from aigaq.document.html.page import page
from aigaq.document.model import Document


def write(document: Document) -> bytes:
    """Return ``document`` as a self-contained HTML file."""
    return page(document).encode("utf-8")
