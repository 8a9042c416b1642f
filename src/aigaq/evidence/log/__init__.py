"""A log that can only grow, and that shows when it was changed: a Merkle tree with signed heads.

The tree is the one of RFC 6962 (SHA-256), its heads are C2SP tlog-checkpoints, signed notes that any implementation of
these open formats can check. What an entry means is the business of whoever writes it: here it is bytes.
"""

from aigaq.evidence.log.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from aigaq.evidence.log.examine import examine
from aigaq.evidence.log.faults import Fault
from aigaq.evidence.log.heads import Head
from aigaq.evidence.log.keys import Signer, Verifier
from aigaq.evidence.log.merkle import (
    EMPTY_ROOT,
    check_consistency,
    check_inclusion,
    check_subtree,
    leaf_hash,
    node_hash,
    root_hash,
)
from aigaq.evidence.log.note import Note, Signature, open_note, read_note, sign
from aigaq.evidence.log.store import Clock, Log
from aigaq.evidence.log.verdict import Examined, Verdict

__all__ = [
    "EMPTY_ROOT",
    "Checkpoint",
    "Clock",
    "Examined",
    "Fault",
    "Head",
    "Log",
    "Note",
    "Signature",
    "Signer",
    "Verdict",
    "Verifier",
    "check_consistency",
    "check_inclusion",
    "check_subtree",
    "examine",
    "leaf_hash",
    "node_hash",
    "open_checkpoint",
    "open_note",
    "read_checkpoint",
    "read_note",
    "root_hash",
    "sign",
]
