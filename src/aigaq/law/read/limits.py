"""Bounds on what a reader accepts, so that a hostile file costs little time and memory."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import frozen

from aigaq.errors import UnreadableInput

Clock = Callable[[], float]


@frozen
class Limits:
    """The largest file that is read; whatever goes beyond is an error with a hint.

    The defaults leave room for the longest codes (about one million characters) many times over.

    Args:
        max_bytes: Bytes of the file.
        max_text: Characters of its text, and of the source of an HTML or RTF file.
        max_line: Characters of one line of a text file.
        max_unpacked: Bytes of all parts of a DOCX together, unpacked; also of the streams of a PDF.
        max_ratio: How many times larger one part of a DOCX may be unpacked than packed.
        max_parts: Parts of a DOCX.
        max_pages: Pages of a PDF.
        max_memory: Bytes of memory of the process that reads a PDF, where the system can bound it.
        max_elements: Elements of an HTML page or of one part of a DOCX.
        max_depth: How deep elements or groups may be nested.
        max_seconds: Seconds that reading may take.
    """

    max_bytes: int = 100 * 1024 * 1024
    max_text: int = 20_000_000
    max_line: int = 2_000_000
    max_unpacked: int = 256 * 1024 * 1024
    max_ratio: int = 200
    max_parts: int = 10_000
    max_pages: int = 5_000
    max_memory: int = 2 * 1024 * 1024 * 1024
    max_elements: int = 2_000_000
    max_depth: int = 200
    max_seconds: float = 120.0


LIMITS = Limits()


@frozen
class Budget:
    """The limits for one reading, and the moment at which its time is up.

    Args:
        name: Name of the file, for error sentences.
        limits: The bounds.
        deadline: Reading of ``clock`` after which the time is up.
        clock: Seconds since some moment, never running backwards.
    """

    name: str
    limits: Limits
    deadline: float
    clock: Clock

    @classmethod
    def start(cls, name: str, *, limits: Limits, clock: Clock = time.monotonic) -> Budget:
        """Return a budget whose time begins now."""
        return cls(name, limits, clock() + limits.max_seconds, clock)

    def check_time(self, where: str) -> None:
        """Raise ``read.too-slow`` when the time is up.

        Args:
            where: What has been reached, e.g. ``"page 12"``.

        Raises:
            UnreadableInput: The time is up.
        """
        if self.clock() > self.deadline:
            raise self.too_slow(where)

    def too_slow(self, where: str) -> UnreadableInput:
        """Return the error for a file whose time is up."""
        return UnreadableInput(
            "read.too-slow",
            "{name} was not read within {seconds:g} seconds; the reader had reached {where}.",
            hint="Split the file, or save it again from the program that made it.",
            name=self.name,
            seconds=self.limits.max_seconds,
            where=where,
        )

    def check_bytes(self, size: int) -> None:
        """Raise ``read.too-large`` when a file has more than ``max_bytes`` bytes, ``read.empty`` for none."""
        if size == 0:
            raise UnreadableInput(
                "read.empty", "{name} is empty.", hint="Download or save the file again.", name=self.name
            )
        if size > self.limits.max_bytes:
            raise UnreadableInput(
                "read.too-large",
                "{name} has {size} bytes; at most {most} are read.",
                hint="Give a file that holds only the text of the law.",
                name=self.name,
                size=size,
                most=self.limits.max_bytes,
            )

    def check_text(self, size: int) -> None:
        """Raise ``read.too-long`` when there are more than ``max_text`` characters."""
        if size > self.limits.max_text:
            raise self.too_long()

    def too_long(self) -> UnreadableInput:
        """Return the error for a file with more text than ``max_text``."""
        return UnreadableInput(
            "read.too-long",
            "{name} has more than {most} characters of text.",
            hint="Split the file: one law, one file.",
            name=self.name,
            most=self.limits.max_text,
        )

    def check_line(self, text: str) -> None:
        """Raise ``read.long-line`` when a line of ``text`` has more than ``max_line`` characters."""
        start, most = 0, self.limits.max_line
        while start + most < len(text):
            window = start + most + 1
            end = max(text.rfind("\n", start, window), text.rfind("\r", start, window))
            if end < 0:
                raise UnreadableInput(
                    "read.long-line",
                    "{name} has a line of more than {most} characters, beginning at character {start}.",
                    hint="This is hardly a law; if it is, break its lines at the paragraphs.",
                    name=self.name,
                    most=most,
                    start=start,
                )
            start = end + 1

    def check_elements(self, count: int, *, where: str = "the file") -> None:
        """Raise ``read.too-complex`` when there are more than ``max_elements`` elements."""
        if count > self.limits.max_elements:
            raise UnreadableInput(
                "read.too-complex",
                "{where} of {name} has more than {most} elements.",
                hint="Save the text of the law alone, and try again.",
                name=self.name,
                where=where[:1].upper() + where[1:],
                most=self.limits.max_elements,
            )

    def check_depth(self, depth: int) -> None:
        """Raise ``read.too-deep`` when elements or groups are nested deeper than ``max_depth``."""
        if depth > self.limits.max_depth:
            raise UnreadableInput(
                "read.too-deep",
                "{name} nests its elements deeper than {most} levels.",
                hint="Open the file, copy the text of the law, and save it as plain text.",
                name=self.name,
                most=self.limits.max_depth,
            )
