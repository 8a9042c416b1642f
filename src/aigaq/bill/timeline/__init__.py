"""The timeline: what happened when, as its sources say, with what was captured; as a table and a picture."""

from aigaq.bill.timeline.entry import Entry, entries
from aigaq.bill.timeline.picture import picture
from aigaq.bill.timeline.table import timeline

__all__ = ["Entry", "entries", "picture", "timeline"]
