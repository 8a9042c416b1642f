"""A whole dossier, computed again without the network: its log, its captures, its stamps."""

from aigaq.evidence.log.verdict import Verdict
from aigaq.evidence.verify.dossier import verify
from aigaq.evidence.verify.finding import Finding
from aigaq.evidence.verify.stamps import Anchor
from aigaq.evidence.verify.verified import Verified
from aigaq.evidence.verify.words import conditional, not_proven, proven

__all__ = [
    "Anchor",
    "Finding",
    "Verdict",
    "Verified",
    "conditional",
    "not_proven",
    "proven",
    "verify",
]
