"""Watching pages: what came, went, moved or was edited between two looks. Everything is told from the log alone."""

from aigaq.bill.watch.calendar import calendar
from aigaq.bill.watch.changes import MOST_FOLLOWED, Record, changes
from aigaq.bill.watch.feed import MOST, feed
from aigaq.bill.watch.json import Report, data
from aigaq.bill.watch.observation import Code, DateChange, Evidence, Observation, Rewording, UnitChange
from aigaq.bill.watch.rounds import Round
from aigaq.bill.watch.sight import Sight, by_address
from aigaq.bill.watch.state import State, states
from aigaq.bill.watch.watched import MOST_PAGES, PageKind, Watched, watched

__all__ = [
    "MOST",
    "MOST_FOLLOWED",
    "MOST_PAGES",
    "Code",
    "DateChange",
    "Evidence",
    "Observation",
    "PageKind",
    "Record",
    "Report",
    "Rewording",
    "Round",
    "Sight",
    "State",
    "UnitChange",
    "Watched",
    "by_address",
    "calendar",
    "changes",
    "data",
    "feed",
    "states",
    "watched",
]
