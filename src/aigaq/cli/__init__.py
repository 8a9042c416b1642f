"""The command line: the same words as in Python and in the docs. Only this room prints."""

from aigaq.cli import demo, doctor, law
from aigaq.cli.main import main

__all__ = ["demo", "doctor", "law", "main"]
