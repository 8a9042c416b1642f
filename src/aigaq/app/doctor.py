"""Which optional tools are on this machine, and what each of them is for.

aigaq does its work without any of them. They let a person look at what it made, and the tests that need
one are skipped, with a visible reason, where it is absent.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable

from attrs import frozen


@frozen
class Tool:
    """An optional program.

    Args:
        name: What people call it.
        commands: Names that it goes by on the search path, the likeliest first.
        purpose: What aigaq, its tests or its makers use it for.
        hint: How to get it.
    """

    name: str
    commands: tuple[str, ...]
    purpose: str
    hint: str


@frozen
class Finding:
    """Whether a tool is here.

    Args:
        tool: The tool that was looked for.
        path: Where it was found; None when it is absent.
    """

    tool: Tool
    path: str | None

    @property
    def found(self) -> bool:
        """Return True when the tool is here."""
        return self.path is not None


TOOLS: tuple[Tool, ...] = (
    Tool(
        "Chromium",
        ("chromium", "chromium-browser", "google-chrome", "chrome"),
        "opens the HTML table in tests: filter, search, keyboard, 360 px, dark",
        "Debian and Ubuntu: apt-get install chromium",
    ),
    Tool(
        "LibreOffice",
        ("soffice", "libreoffice"),
        "turns the DOCX table into PDF, so that tests and people can look at its pages",
        "Debian and Ubuntu: apt-get install libreoffice-writer-nogui",
    ),
    Tool(
        "pdftoppm",
        ("pdftoppm",),
        "turns PDF pages into pictures, so that people can look at them",
        "Debian and Ubuntu: apt-get install poppler-utils",
    ),
    Tool(
        "OpenSSL",
        ("openssl",),
        "judges time stamps whose certificates stand in an unusual order; runs a stamping authority in tests",
        "Debian and Ubuntu: apt-get install openssl",
    ),
    Tool(
        "git",
        ("git",),
        "lists the files of the repository for the house tests",
        "Debian and Ubuntu: apt-get install git",
    ),
)


def examine(tools: Iterable[Tool] = TOOLS, *, which: Callable[[str], str | None] = shutil.which) -> tuple[Finding, ...]:
    """Return one finding per tool, in order.

    Args:
        tools: The tools to look for.
        which: Finds a command on the search path; None when it is not there.

    >>> nothing = examine(which=lambda command: None)
    >>> [finding.tool.name for finding in nothing if not finding.found]
    ['Chromium', 'LibreOffice', 'pdftoppm', 'OpenSSL', 'git']
    >>> [finding.path for finding in examine(which=lambda command: f"/bin/{command}")][:2]
    ['/bin/chromium', '/bin/soffice']
    """
    return tuple(Finding(tool, _first(tool.commands, which)) for tool in tools)


def _first(commands: Iterable[str], which: Callable[[str], str | None]) -> str | None:
    return next((path for path in map(which, commands) if path), None)
