"""What documents state of themselves: dates and a title. It proves nothing, and is never mixed with what was seen."""

from aigaq.evidence.capture.stated.examine import examine
from aigaq.evidence.capture.stated.found import Found
from aigaq.evidence.capture.stated.kind import HEAD, Kind, kind_of, media_by

__all__ = ["HEAD", "Found", "Kind", "examine", "kind_of", "media_by"]
