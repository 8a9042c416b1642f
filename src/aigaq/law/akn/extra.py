"""What the standard has no element for: editors' notes, hashes, and what of the act is not in this text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from aigaq.law.akn.identification import TOOL
from aigaq.law.akn.mods import period_of, span_of
from aigaq.law.akn.timeline import Period
from aigaq.law.akn.view import View
from aigaq.law.akn.xml import NONE, Xml, block, element, paragraph, told
from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.amend.words import reason_words, status_words
from aigaq.law.structure.unit import Note, Tree
from aigaq.locale import Translator

_TAKEN: Final = (Status.APPLIED, Status.OTHER_LAW)


def notes(view: View) -> Xml:
    """Return the editors' notes of the text, each with the unit it hangs on; they are not law.

    The wording of a repealed unit is a note too, but stands in its unit.
    """
    kept = [note for note in view.tree.notes if not note.stub]
    if not kept:
        return NONE
    return block("notes", {"source": f"#{TOOL}"}, *(_note(note, at, view) for at, note in enumerate(kept, 1)))


def _note(note: Note, at: int, view: View) -> Xml:
    lines = view.tree.source.text[note.start : note.end].splitlines()
    attributes = {
        "eId": f"note_{at}",
        "class": "announcement" if note.announces else "editorial",
        "placement": "bottom",
        "placementBase": view.place(note.unit),
    }
    return element("note", attributes, *(paragraph(line) for line in lines if line.strip()))


def proprietary(
    tree: Tree,
    *,
    amended: Amended | None,
    periods: Mapping[Period, str],
    act: str,
    view: View,
    version: str,
    _: Translator,
) -> Xml:
    """Return what the file was made from, and what of the act is not in it.

    Args:
        tree: The law before the act, or the law itself.
        amended: The law with the act applied to it, where there is one.
        periods: Identifiers of the periods.
        act: Address of the act.
        view: The law that is written.
        version: Version of this program.
        _: Translator of what a person reads.
    """
    sentence = _("Unofficial. Made by a program from the texts named here; the official text of the law prevails.")
    made = element("aigaq:made", {"version": version, "official": "false"}, told(sentence))
    sources = [element("aigaq:source", {"role": "law", "sha256": tree.source.sha256})]
    left: list[Xml] = []
    if amended is not None:
        sources.append(element("aigaq:source", {"role": "act", "sha256": amended.act.source.sha256}))
        left += [_left(found, amended, periods, act=act, view=view, _=_) for found in not_in_text(amended)]
        left += [
            element("aigaq:notUnderstood", {"href": span_of(act, (gap.start, gap.end)), "reason": gap.reason})
            for gap in amended.act.accounting.unclaimed
        ]
    return block("proprietary", {"source": f"#{TOOL}"}, made, *sources, *left)


def not_in_text(amended: Amended) -> Iterator[Outcome]:
    """Yield the instructions for this law that are not in its text: unresolved, not yet in force, without effect."""
    return (outcome for outcome in amended.outcomes if outcome.status not in _TAKEN)


def _left(
    outcome: Outcome, amended: Amended, periods: Mapping[Period, str], *, act: str, view: View, _: Translator
) -> Xml:
    instruction = outcome.instruction
    period = period_of(instruction, amended)
    attributes = {
        "status": outcome.status.value,
        "reason": outcome.reason.value if outcome.reason else "",
        "op": instruction.op.value,
        "address": instruction.address,
        "href": span_of(act, instruction.span),
        "near": view.place(outcome.pieces[0].eid) if outcome.pieces else "",
        "period": f"#{periods[period]}" if period else "",
    }
    said = reason_words(outcome.reason, _) if outcome.reason else status_words(outcome.status, _)
    return element("aigaq:notApplied", attributes, told(said))
