"""A law to a file of Akoma Ntoso: metadata, then the law in its parts."""

from __future__ import annotations

import datetime
from contextlib import suppress

from aigaq.law.akn.extra import not_in_text, notes, proprietary
from aigaq.law.akn.identification import Dated, Identity, identification
from aigaq.law.akn.mods import force_of, modifications, period_of, touches
from aigaq.law.akn.parts import Appendix, attachment, divide, text_parts
from aigaq.law.akn.timeline import Timeline, lifecycle, references, temporal_data, timeline
from aigaq.law.akn.view import View
from aigaq.law.akn.work import Work, work_of_act, work_of_law
from aigaq.law.akn.xml import HTML, NAMESPACE, NONE, OWN, Xml, block
from aigaq.law.amend.outcome import Amended, Status
from aigaq.law.structure.unit import Tree
from aigaq.locale import Translator, translator
from aigaq.values import Language


def write(amended: Amended, *, version: str, language: Language, work: Work | None = None) -> bytes:
    """Return the law with the act applied to it as Akoma Ntoso: same input, same bytes.

    The text is that of ``amended.new``. The metadata say what the act changed, when it enters into force, and what
    of the act is not in the text.

    Args:
        amended: The law, the act, and what became of each instruction.
        version: Version of this program, which the file states.
        language: Language of the few words that are not the law's.
        work: What identifies the law, where the caller knows more than its text and the act say.
    """
    _ = translator(language)
    law = work or work_of_law(amended.new, act=amended.act, law=_index(amended))
    act = work_of_act(amended.act)
    told = [*(touch.outcome for touch in touches(amended)), *not_in_text(amended)]
    periods = [period for outcome in told if (period := period_of(outcome.instruction, amended))]
    line = timeline(law, ledger=amended.new.ledger, act=act, periods=periods)
    view = View(amended.new)
    identity = Identity(law, amended.new.language, dated(amended))
    changed = modifications(amended, view=view, periods=line.periods, act=act.address)
    made = proprietary(
        amended.old, amended=amended, periods=line.periods, act=act.address, view=view, version=version, _=_
    )
    return _file(view, identity, line=line, analysis=changed, made=made, version=version, _=_)


def write_law(tree: Tree, *, version: str, language: Language, work: Work | None = None) -> bytes:
    """Return a law as Akoma Ntoso: same input, same bytes.

    Args:
        tree: The law.
        version: Version of this program, which the file states.
        language: Language of the few words that are not the law's.
        work: What identifies the law, where the caller knows more than its text says.
    """
    _ = translator(language)
    law = work or work_of_law(tree)
    view = View(tree)
    line = timeline(law, ledger=tree.ledger, act=None)
    made = proprietary(tree, amended=None, periods={}, act="", view=view, version=version, _=_)
    identity = Identity(law, tree.language, dated_law(tree))
    return _file(view, identity, line=line, analysis=NONE, made=made, version=version, _=_)


def dated(amended: Amended) -> Dated:
    """Return the date of the new edition: the last day on which an applied change enters into force.

    Where such a day is not known, the date of the act, under a name that says so.
    """
    forces = [
        force_of(outcome.instruction, amended) for outcome in amended.outcomes if outcome.status is Status.APPLIED
    ]
    days = [force.date for force in forces if force.date]
    if forces and len(days) == len(forces):
        return Dated(max(days), "entryIntoForce")
    if forces and amended.act.date:
        return Dated(amended.act.date, "amendingAct")
    return Dated() if forces else dated_law(amended.new)


def dated_law(tree: Tree) -> Dated:
    """Return the edition date that the text states, or the day before which the edition cannot be."""
    with suppress(ValueError):
        if tree.edition.value:
            return Dated(datetime.date.fromisoformat(tree.edition.value), "edition")
    return Dated(tree.not_before, "notBefore") if tree.not_before else Dated()


def _index(amended: Amended) -> int | None:
    """Return the index of the law among those that the act amends; None when the instructions do not agree on it."""
    found = {outcome.instruction.law for outcome in amended.outcomes if outcome.status is not Status.OTHER_LAW}
    return found.pop() if len(found) == 1 else None


def _file(
    view: View, identity: Identity, *, line: Timeline, analysis: Xml, made: Xml, version: str, _: Translator
) -> bytes:
    meta = block(
        "meta",
        None,
        identification(identity),
        lifecycle(line),
        analysis,
        temporal_data(line),
        references(line, version=version, _=_),
        notes(view),
        made,
    )
    parts = divide(view.tree.root.children)
    act = block(
        "act",
        {"name": "law", "contains": "singleVersion"},
        meta,
        *text_parts(parts, view),
        _attachments(parts.appendices, identity, view),
    )
    names = {"xmlns": NAMESPACE, "xmlns:html": HTML, "xmlns:aigaq": OWN}
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{block("akomaNtoso", names, act)}\n'.encode()


def _attachments(appendices: tuple[Appendix, ...], identity: Identity, view: View) -> Xml:
    found = (
        attachment(
            appendix,
            meta=block("meta", None, identification(identity, component=view.ids[appendix.unit.eid])),
            view=view,
        )
        for appendix in appendices
    )
    return block("attachments", None, *found) if appendices else NONE
