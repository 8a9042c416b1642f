"""The command line: the same words as in Python and in the docs. Only this room prints."""

from aigaq.cli import amend, bill, capture, check, demo, doctor, dossier, draft, evidence, law, procedure, watch
from aigaq.cli.main import main

__all__ = [
    "amend",
    "bill",
    "capture",
    "check",
    "demo",
    "doctor",
    "dossier",
    "draft",
    "evidence",
    "law",
    "main",
    "procedure",
    "watch",
]
