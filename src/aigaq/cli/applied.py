"""What an application tells on the terminal: what was applied, what was not and why, what was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from aigaq.app.amend import Applied
from aigaq.app.fragments import Amended as Fragment
from aigaq.cli.language import _
from aigaq.law.amend import Outcome
from aigaq.law.amend.words import place_words, reason_words, status_words, unclaimed_words, verdict
from aigaq.law.drafting import Act
from aigaq.law.pair import Pairing
from aigaq.law.table.words import KINDS
from aigaq.values import translated

MOST = 30
"""So many findings of one kind are shown; the files have all of them."""


def applied_summary(acts: Sequence[Act], applied: Sequence[Applied], *, pair: Pairing | None = None) -> str:
    """Return what the acts did to each law, a fact a line."""
    lines = [line for act in acts for line in _act(act)]
    for found in applied:
        lines += _law(found)
    if pair is not None:
        lines += [f"{_('the other language')}: {translated(found.message, _)}" for found in pair.findings[:MOST]]
    return "\n".join(lines)


def fragment_summary(act: Act, done: Sequence[Fragment]) -> str:
    """Return each fragment after the act, and what could not be applied to it."""
    lines = [*_act(act)]
    for found in done:
        lines += ["", f"{found.fragment.name}:", found.text.strip()]
        lines += [line for outcome in found.outcomes for line in _outcome(outcome)]
    return "\n".join(lines)


def _act(act: Act) -> Iterator[str]:
    title = act.title or act.source.name
    yield f"{title}"
    n = len(act.instructions)
    yield (
        _.plural("{n} instruction", "{n} instructions", n).format(n=n)
        + " · "
        + _("claimed {share} of the act").format(share=f"{act.accounting.share:.1%}")
    )
    for gap in act.accounting.unclaimed[:MOST]:
        words = " ".join(gap.text.split())[:160]
        where = place_words(act.source, gap.start, _=_)
        yield f"{_('not understood')} ({where}): {unclaimed_words(gap.reason, _)}: {words}"
    for warning in act.warnings:
        yield f"{_('warning')}: {translated(warning, _)}"


def _law(found: Applied) -> Iterator[str]:
    comparison = found.comparison
    yield f"{comparison.old.source.name} ({comparison.old.title.value or _('title not stated')})"
    for step in found.steps:
        yield verdict(step, _)
        for outcome in step.unresolved[:MOST]:
            yield from _outcome(outcome)
    total = len(comparison.changes)
    counts = Counter(change.kind for change in comparison.changes)
    kinds = ", ".join(f"{_(KINDS[kind])} {counts[kind]}" for kind in KINDS if counts[kind])
    yield _.plural("{n} change", "{n} changes", total).format(n=total) + (f": {kinds}" if kinds else "")
    for at in comparison.ledger.unexplained:
        yield f"{_('no instruction makes')}: {comparison.changes[at].label}"
    if found.cumulative is not None:
        for conflict in found.cumulative.conflicts[:MOST]:
            yield f"{_('conflict')} [{conflict.code}]: {translated(conflict.message, _)}"


def _outcome(outcome: Outcome) -> Iterator[str]:
    """Yield an instruction that was not applied, with reason and hint."""
    if outcome.reason is None:
        return
    label = ", ".join(piece.label for piece in outcome.pieces if piece.label)
    named = " · ".join(part for part in (outcome.instruction.address, label) if part)
    yield f"{status_words(outcome.status, _)}: {named}"
    yield f"  {reason_words(outcome.reason, _)} [{outcome.reason.value}]"
    if outcome.hint:
        yield f"  {_('hint')}: {translated(outcome.hint, _)}"
