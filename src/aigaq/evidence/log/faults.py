"""What can be wrong with a log on disk, each named by its file and the entries it concerns."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from aigaq.errors import AigaqError
from aigaq.evidence.log.layout import CHECKPOINT, ENTRIES, HASHES, KEYS, PER_SHARD, shard_name
from aigaq.evidence.log.spans import Span, written
from aigaq.values import Message


@frozen
class Fault:
    """One thing that is wrong.

    Args:
        kind: What is wrong, a code that does not change.
        file: The file it is wrong with, from the folder of the log.
        message: The sentence for people; it does not repeat the name of the file.
        entries: First and last number of the entries concerned; None where it is none in particular.
    """

    kind: str
    file: str
    message: Message
    entries: Span | None = None

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the file and the sentence, its template first passed through ``translate``."""
        return f"{self.file}: {self.message.text(translate)}"


def by_file(span: Span) -> list[Span]:
    """Return a span of entries cut where one file ends and the next begins.

    >>> by_file((250, 260))
    [(250, 255), (256, 260)]
    """
    first, last = span
    starts = [first, *range((first // PER_SHARD + 1) * PER_SHARD, last + 1, PER_SHARD)]
    return [(start, min(last, start - start % PER_SHARD + PER_SHARD - 1)) for start in starts]


def changed(span: Span) -> Fault:
    """Return the fault of entries that are not what the checkpoint was signed for."""
    said = Message("No. {span}: the entry is not the one that was added.", span=written(span))
    return Fault("entry-changed", _file(span), said, span)


def differs(span: Span) -> Fault:
    """Return the fault of entries that do not fit their stored hashes, where neither gives the checkpoint."""
    said = Message("No. {span}: the entry and its hash do not fit together.", span=written(span))
    return Fault("entry-differs", _file(span), said, span)


def absent(span: Span) -> Fault:
    """Return the fault of entries that the checkpoint covers and that are not there."""
    said = Message("No. {span}: the entry is missing.", span=written(span))
    return Fault("entry-missing", _file(span) if span[0] // PER_SHARD == span[1] // PER_SHARD else ENTRIES, said, span)


def entries_rest(number: int, rest: int) -> Fault:
    """Return the fault of a file of entries that goes on behind the last entry it may have."""
    said = Message("{bytes} bytes at its end do not belong there.", bytes=rest)
    return Fault("entries-rest", shard_name(number), said)


def hash_changed(span: Span) -> Fault:
    """Return the fault of stored hashes that do not follow from the entries; ``span`` counts hashes."""
    said = Message("hash No. {span}: it does not follow from the entries.", span=written(span))
    return Fault("hash-changed", HASHES, said)


def hashes_short(missing: int) -> Fault:
    """Return the fault of stored hashes that end too early."""
    said = Message("{bytes} bytes are missing at its end; the next append makes it again.", bytes=missing)
    return Fault("hashes-short", HASHES, said)


def hashes_rest(rest: int) -> Fault:
    """Return the fault of stored hashes that go on behind what the entries give."""
    said = Message("{bytes} bytes at its end do not belong there.", bytes=rest)
    return Fault("hashes-rest", HASHES, said)


def root(size: int) -> Fault:
    """Return the fault of a checkpoint that neither the entries nor the stored hashes give."""
    said = Message("the {size} entries that it was signed for are not those that are here.", size=size)
    return Fault("root", CHECKPOINT, said)


def signature(name: str) -> Fault:
    """Return the fault of a signature on the checkpoint that does not hold."""
    said = Message("the signature of {name} does not fit it.", name=name)
    return Fault("signature", CHECKPOINT, said)


def unknown_key(key: str) -> Fault:
    """Return the fault of a signature on the checkpoint by a key that the log does not know."""
    said = Message("it is signed by {key}, which is not in the file {keys}.", key=key, keys=KEYS)
    return Fault("unknown-key", CHECKPOINT, said)


def foreign(name: str) -> Fault:
    """Return the fault of something in the folder that is no part of a log."""
    return Fault("foreign", name, Message("it does not belong in the folder of a log."))


def unreadable(name: str, error: AigaqError) -> Fault:
    """Return the fault of a file that cannot be read, or that holds something else than it should."""
    return Fault("unreadable", name, Message(error.sentence, **error.values))


def _file(span: Span) -> str:
    return shard_name(span[0] // PER_SHARD)
