r"""Reading: a file in, its text out, with the way back to page or paragraph.

Plain text and Markdown are taken as they are, byte for byte. From HTML, DOCX, PDF and RTF the text is
extracted: a blank line between paragraphs, and a warning for everything that could not be carried over.
What cannot be read exactly, or not within the limits, is an error with a hint.

>>> source = read_bytes("Статья 1. Срок\n".encode(), name="example.txt")
>>> source.text, source.encoding, source.media
('Статья 1. Срок\n', 'utf-8', 'text/plain')
"""

from aigaq.law.read.detect import Format, detect
from aigaq.law.read.limits import LIMITS, Limits
from aigaq.law.read.reader import read, read_bytes

__all__ = ["LIMITS", "Format", "Limits", "detect", "read", "read_bytes"]
