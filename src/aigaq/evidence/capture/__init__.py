"""Captures: what one machine received from a URL, or took from a file, kept so that it can be checked.

A capture proves what this machine received and when its clock said so; never that a server sent it.
"""

from aigaq.evidence.capture.capture import Capture, Hop, How, Outcome, Reason, Stated, Tls, Warc
from aigaq.evidence.capture.content import content
from aigaq.evidence.capture.entry import captures, entry, is_capture, read_entry
from aigaq.evidence.capture.fetch import fetch, read_url
from aigaq.evidence.capture.limits import LIMITS, Limits
from aigaq.evidence.capture.look import Look, look
from aigaq.evidence.capture.pace import Pace
from aigaq.evidence.capture.post import Reply, post
from aigaq.evidence.capture.sightings import Sighting, by_content, by_url, sightings
from aigaq.evidence.capture.strays import strays
from aigaq.evidence.capture.take import check_file, take
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.wacz import write_wacz
from aigaq.evidence.capture.words import LOOKS, REASONS

__all__ = [
    "LIMITS",
    "LOOKS",
    "REASONS",
    "Capture",
    "Hop",
    "How",
    "Limits",
    "Look",
    "Outcome",
    "Pace",
    "Reason",
    "Reply",
    "Sighting",
    "Stated",
    "Terms",
    "Tls",
    "Warc",
    "by_content",
    "by_url",
    "captures",
    "check_file",
    "content",
    "entry",
    "fetch",
    "is_capture",
    "look",
    "post",
    "read_entry",
    "read_url",
    "sightings",
    "strays",
    "take",
    "write_wacz",
]
