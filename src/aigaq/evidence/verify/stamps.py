"""The stamps of a dossier: each checked again, over which entries it is, and where its authority comes from."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import define, evolve, field, frozen

from aigaq.errors import AigaqError
from aigaq.evidence.log.checkpoint import Checkpoint, open_checkpoint
from aigaq.evidence.log.keys import Verifier
from aigaq.evidence.stamp import Authority, Kept, Shelf, Stamp, check
from aigaq.evidence.stamp.shelf import CHECKPOINT, NEW
from aigaq.evidence.stamp.sums import SUMS, sha256
from aigaq.evidence.verify.finding import LOG, Finding
from aigaq.locale import N_
from aigaq.values import Message


@frozen
class Anchor:
    """A stamp that holds.

    Args:
        kept: Where it lies: the size it is over, and the name of its authority.
        note: The checkpoint that was stamped, as bytes.
        checkpoint: The same, read.
        stamp: What the authority states.
        outside: True when its root certificate was given by the person, and not only by the dossier itself.
    """

    kept: Kept
    note: bytes
    checkpoint: Checkpoint
    stamp: Stamp
    outside: bool

    @property
    def file(self) -> str:
        """The response, from the folder of the dossier."""
        return f"{LOG}/{self.kept.file}"


@define
class Stamped:
    """What was found on the shelf of the stamps: those that hold, all that is wrong, and what is unfinished."""

    anchors: list[Anchor] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    warnings: list[Finding] = field(factory=list)


_UNLISTED = N_("it is not in {list}: an interrupted write left it, or it was put there by other means.")
_CHANGED = N_("it and its line in {list} do not fit together.")
_MISSING = N_("it is missing; {list} names it.")
_NO_LIST = N_("it is missing or empty, although there are stamps.")
_UNFINISHED = N_("a write was interrupted here; the next one replaces it.")
_WAITING = N_("a request for a stamp was made, and no response has been put there yet.")
_ELSEWHERE = N_("it is the checkpoint of another log, or of another number of entries.")


def check_stamps(
    shelf: Shelf, *, origin: str | None, verifiers: Collection[Verifier], authorities: Sequence[Authority] = ()
) -> Stamped:
    """Check every stamp, and every file beside them against the list.

    Args:
        shelf: Where they lie.
        origin: Name of the log; None where it is not known.
        verifiers: The keys of the log.
        authorities: Roots that the person got from somewhere else than this dossier.
    """
    found = Stamped()
    _check_list(shelf, found)
    for kept in shelf.stamps():
        try:
            note = shelf.read(kept.checkpoint)
            checkpoint = open_checkpoint(note, verifiers)
        except AigaqError as fault:
            found.findings.append(evolve(_unreadable(kept.checkpoint, fault), grave=_listed(shelf, kept.file)))
            continue
        if checkpoint.size != kept.size or origin not in (None, checkpoint.origin):
            found.findings.append(Finding("stamp-elsewhere", f"{LOG}/{kept.checkpoint}", Message(_ELSEWHERE)))
            continue
        try:
            stamp, outside = _judge(shelf, kept, note, authorities)
        except AigaqError as fault:
            found.findings.append(evolve(_unreadable(kept.file, fault), grave=_listed(shelf, kept.file)))
        else:
            found.anchors.append(Anchor(kept, note, checkpoint, stamp, outside))
    return found


def _judge(shelf: Shelf, kept: Kept, note: bytes, authorities: Sequence[Authority]) -> tuple[Stamp, bool]:
    """Check a stamp against the roots from outside, and where they do not do, against those of the dossier itself."""
    inside = Authority.read(shelf.read(kept.authority))
    response = shelf.read(kept.file)
    asked = shelf.read(kept.request) if shelf.has(kept.request) else None
    try:
        return check(response, data=note, authorities=authorities, request=asked, between=[inside]), True
    except AigaqError:
        return check(response, data=note, authorities=[inside], request=asked), False


def _check_list(shelf: Shelf, found: Stamped) -> None:
    names = set(shelf.names())
    try:
        sums = shelf.sums()
    except AigaqError as fault:
        found.findings.append(_unreadable(SUMS, fault))
        return
    if not sums and shelf.stamps():
        found.findings.append(Finding("stamp-list", f"{LOG}/{SUMS}", Message(_NO_LIST)))
        return
    for name in sorted(names | sums.keys()):
        kind, template = _fault(shelf, name, sums, there=name in names)
        told = found.warnings if kind in {"stamp-unfinished", "stamp-waiting"} else found.findings
        if kind:
            said = Message(template, list=f"{LOG}/{SUMS}")
            told.append(Finding(kind, f"{LOG}/{name}", said, grave=kind != "stamp-unlisted"))


def _fault(shelf: Shelf, name: str, sums: dict[str, str], *, there: bool) -> tuple[str, str]:
    """Return what is wrong with a file beside the stamps; empty when nothing is."""
    if not there:
        return "stamp-missing", _MISSING
    if name not in sums:
        return ("stamp-unfinished", _UNFINISHED) if name.endswith(NEW) else ("stamp-unlisted", _UNLISTED)
    try:
        same = sha256(shelf.read(name)) == sums[name]
    except AigaqError:
        same = False
    if not same:
        return "stamp-changed", _CHANGED
    match = CHECKPOINT.fullmatch(name)
    answered = {kept.checkpoint for kept in shelf.stamps()}
    return ("stamp-waiting", _WAITING) if match and name not in answered else ("", "")


def _listed(shelf: Shelf, name: str) -> bool:
    """Return False for a file that the list does not name: it was put there; True where the list cannot be read."""
    try:
        return name in shelf.sums()
    except AigaqError:
        return True


def _unreadable(name: str, fault: AigaqError) -> Finding:
    return Finding("stamp-faulty", f"{LOG}/{name}", Message(fault.sentence, **fault.values))
