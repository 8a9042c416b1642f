"""Notes that name no act: the ledger cannot speak for them, so the reader must see those that differ."""

from __future__ import annotations

from aigaq.law.compare.change import CopyDifference
from aigaq.law.compare.wording import plain
from aigaq.law.structure.key import key
from aigaq.law.structure.label import label
from aigaq.law.structure.unit import Note, Tree

_OPENING_WORDS = 30
"""A note of so many letters is only its opening words («Примечание ИЗПИ!»)."""


def mute_notes(old: Tree, new: Tree) -> list[CopyDifference]:
    """Return the paragraphs read as editors' notes that name no act and stand in one text only.

    A paragraph is read as a note by its words, and words can deceive; what the ledger does not explain is listed.
    """
    ours, theirs = _mute(old), _mute(new)
    lost = [_difference(old, note, stood=True) for said, note in ours.items() if said not in theirs]
    return lost + [_difference(new, note, stood=False) for said, note in theirs.items() if said not in ours]


def _mute(tree: Tree) -> dict[str, Note]:
    naming = {entry.note for entry in tree.ledger}
    mute = [note for at, note in enumerate(tree.notes) if at not in naming and not note.stub]
    said = {key(tree.source.text[note.start : note.end]): note for note in mute}
    return {words: note for words, note in said.items() if len(words) > _OPENING_WORDS}


def _difference(tree: Tree, note: Note, *, stood: bool) -> CopyDifference:
    said = plain(tree.source.text[note.start : note.end])
    eids = (note.unit,) if note.unit else ()
    shown = label(tree, tree.by_eid[note.unit])
    if stood:
        return CopyDifference("note", eids, (), shown, said, "")
    return CopyDifference("note", (), eids, shown, "", said)
