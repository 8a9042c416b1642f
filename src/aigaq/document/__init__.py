"""Documents and their files: a model that knows nothing of law, and one writer for each format.

>>> from aigaq.document.model import Document, Paragraph, Section
>>> from aigaq.values import Language
>>> letter = Document("A letter", Language.EN, (Section("", (Paragraph.of("Words."),)),))
>>> write(letter, "docx") == write(letter, "docx")
True
"""

from aigaq.document.model import Document
from aigaq.document.scan import Finding, scan
from aigaq.document.write import FORMATS, write

__all__ = ["FORMATS", "Document", "Finding", "scan", "write"]
