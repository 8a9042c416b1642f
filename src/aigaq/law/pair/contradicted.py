"""Which instructions must not be applied, because the act in the other language says something else."""

from __future__ import annotations

from collections.abc import Mapping

from aigaq.law.pair.pairing import Code, Pairing
from aigaq.values import Language, Message


def contradicted(pairing: Pairing, language: Language, *, dated: bool = False) -> Mapping[int, Message]:
    """Return the instructions of the act in ``language`` that the other act contradicts, and how.

    What comes out goes into `aigaq.law.amend.amend` as ``contradicted``: these instructions are then not applied, with
    the reason ``contradicts-other-language`` and the sentence as a hint.

    Args:
        pairing: Both acts in pairs.
        language: Language of the act that is to be applied.
        dated: True when the text for a certain day is wanted: only then a contradiction on entry into force counts.

    Raises:
        ValueError: Neither act is in this language.
    """
    if language not in (pairing.one.language, pairing.other.language):
        raise ValueError(language)
    first = pairing.one.language is language
    found: dict[int, Message] = {}
    for finding in pairing.contradictions:
        if finding.code is Code.FORCE and not dated:
            continue
        for index in finding.one if first else finding.other:
            found.setdefault(index, finding.message)
    return found
