"""Time stamps (RFC 3161): an authority states that some bytes existed at a time."""

from aigaq.evidence.stamp.authority import Authority
from aigaq.evidence.stamp.check import Stamp, check, read_response
from aigaq.evidence.stamp.request import read_asked, request
from aigaq.evidence.stamp.shelf import Kept, Shelf

__all__ = ["Authority", "Kept", "Shelf", "Stamp", "check", "read_asked", "read_response", "request"]
