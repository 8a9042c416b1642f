"""The record of a bill: sources, events, papers, looks, statements; contradictions kept side by side."""

from aigaq.bill.dossier.dossier import HEAD, TABLES, Dossier, find, read_dossier, read_head
from aigaq.bill.dossier.event import Account, Choice, Event, Fact, Value, supposing
from aigaq.bill.dossier.head import Called, Head, Initiator, Related
from aigaq.bill.dossier.new import plain_files
from aigaq.bill.dossier.paper import Look, Paper, Result
from aigaq.bill.dossier.rows import with_row
from aigaq.bill.dossier.source import Source
from aigaq.bill.dossier.statement import Claim, Reaction, Statement
from aigaq.bill.told import Told

__all__ = [
    "HEAD",
    "TABLES",
    "Account",
    "Called",
    "Choice",
    "Claim",
    "Dossier",
    "Event",
    "Fact",
    "Head",
    "Initiator",
    "Look",
    "Paper",
    "Reaction",
    "Related",
    "Result",
    "Source",
    "Statement",
    "Told",
    "Value",
    "find",
    "plain_files",
    "read_dossier",
    "read_head",
    "supposing",
    "with_row",
]
