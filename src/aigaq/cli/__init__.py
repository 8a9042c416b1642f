"""The command line: the same words as in Python and in the docs. Only this room prints."""

from aigaq.cli import amend, check, demo, doctor, draft, law
from aigaq.cli.main import main

__all__ = ["amend", "check", "demo", "doctor", "draft", "law", "main"]
