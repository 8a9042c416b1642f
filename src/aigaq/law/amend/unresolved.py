"""What could not be done with certainty, as Markdown for people: nothing is left out, nothing is smoothed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from aigaq.law.amend.outcome import Amended, Outcome, Status
from aigaq.law.amend.words import (
    fold_words,
    force_words,
    place_words,
    reason_words,
    status_words,
    unclaimed_words,
    verdict,
)
from aigaq.law.drafting.instruction import Force, Unclaimed
from aigaq.locale import Translator
from aigaq.values import translated

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>~|]|&(?=[#\w])")
"""Signs that Markdown reads as its own wherever they stand (CommonMark 0.31; tables and deletions of GFM)."""
_OPENS: Final = re.compile(r"^(\d{1,9})(?=[.)](?: |$))|^(?=[-+#=])")
"""What makes a line a list or a heading when it begins with it."""
_MARKS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def unresolved(amended: Amended, *, _: Translator) -> str:
    """Return what a person has to look at after an act was applied, as Markdown (CommonMark).

    First what could not be applied, with the words of the act and the reason; then what is not in force yet or has no
    effect; then what of the act was not understood; then what was applied with a remark.

    Args:
        amended: The law, the act, and what became of each instruction.
        _: Translator into the reader's language.
    """
    idle = (Status.NOT_YET, Status.NO_EFFECT, Status.NOT_AT_HAND)
    later = [outcome for outcome in amended.outcomes if outcome.status in idle]
    remarked = [
        outcome
        for outcome in amended.outcomes
        if outcome.status is Status.APPLIED and (outcome.remarks or outcome.folds)
    ]
    gaps = amended.act.accounting.unclaimed
    lines = [
        f"# {_('What could not be applied with certainty')}",
        escaped(_("Unofficial. Made by a program from the texts named here; the official text of the law prevails.")),
        *_texts(amended, _),
        escaped(verdict(amended, _)),
        *_part(_("Not applied"), [_outcome(found, amended, _) for found in amended.unresolved]),
        *_part(_("Not in force yet, or without effect on this text"), [_outcome(found, amended, _) for found in later]),
        *_part(_("Words of the act that were not understood"), [_gap(gap, amended, _) for gap in gaps]),
        *_part(_("Applied, with remarks"), [_outcome(found, amended, _) for found in remarked]),
        *_warnings(amended, _),
    ]
    return "\n\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""Return words on one line so that Markdown shows them as they are.

    >>> escaped("1) *new* <b>\nwords (a-b).")
    '1\\) \\*new\\* \\<b\\> words (a-b).'
    """
    line = _SIGNS.sub(r"\\\g<0>", " ".join(_MARKS.sub("\ufffd", text).split()))
    return _OPENS.sub(r"\1\\", line)


def quoted(text: str) -> str:
    """Return words as a block quotation, one line of them a paragraph.

    >>> print(quoted("one" + chr(10) + "two"))
    > one
    >
    > two
    """
    lines = [escaped(line) for line in text.splitlines() if line.strip()]
    return "\n>\n".join(f"> {line}" for line in lines)


def _texts(amended: Amended, _: Translator) -> Iterator[str]:
    """Yield what was read, each with the hash of its file."""
    named = (
        (_("Law"), amended.old.title.value, amended.old.source.sha256),
        (_("Amending act"), amended.act.title, amended.act.source.sha256),
    )
    rows = (
        f"- {name}: {escaped(title or _('title not stated'))} (SHA-256 `{digest}`)" for name, title, digest in named
    )
    yield "\n".join(rows)


def _part(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield f"## {title}"
        yield from entries


def _outcome(outcome: Outcome, amended: Amended, _: Translator) -> str:
    """Return one instruction: its address, what became of it and why, its words, what can be looked at."""
    instruction = outcome.instruction
    start, end = instruction.span
    address = instruction.address or place_words(amended.act.source, start, _=_)
    blocks = [f"### {escaped(address)}", "\n".join(_facts(outcome, amended, _))]
    words = quoted(amended.act.source.text[start:end])
    return "\n\n".join([*blocks, *([words] if words else [])])


def _facts(outcome: Outcome, amended: Amended, _: Translator) -> Iterator[str]:
    instruction = outcome.instruction
    place = place_words(amended.act.source, instruction.span[0], _=_)
    yield _fact(
        _("In the act"),
        _("{place}, characters {start}–{end}").format(place=place, start=instruction.span[0], end=instruction.span[1]),
    )
    if outcome.pieces:
        yield _fact(_("Unit of the law"), "; ".join(dict.fromkeys(piece.label for piece in outcome.pieces)))
    if outcome.status is not Status.APPLIED:
        yield _fact(_("What became of it"), status_words(outcome.status, _))
    if outcome.reason is not None:
        yield _fact(_("Why"), reason_words(outcome.reason, _))
    if outcome.status is Status.NOT_YET:
        force = instruction.force if instruction.force != Force() else amended.act.force
        yield _fact(_("Entry into force"), force_words(force, _) or _("not stated"))
    if outcome.hint:
        yield _fact(_("What to look at"), translated(outcome.hint, _))
    yield from (_fact(_("Remark"), translated(remark, _)) for remark in outcome.remarks)
    if outcome.folds:
        told = _("the words were found although the law has them {how}")
        yield _fact(_("Typing"), told.format(how=", ".join(fold_words(fold, _) for fold in outcome.folds)))


def _fact(name: str, told: str) -> str:
    return f"- **{name}:** {escaped(told)}"


def _gap(gap: Unclaimed, amended: Amended, _: Translator) -> str:
    place = place_words(amended.act.source, gap.start, _=_)
    where = _("{place}, characters {start}–{end}").format(place=place, start=gap.start, end=gap.end)
    words = quoted(gap.text)
    return f"### {escaped(where)}\n\n{_fact(_('Why'), unclaimed_words(gap.reason, _))}\n\n{words}".rstrip()


def _warnings(amended: Amended, _: Translator) -> Iterator[str]:
    """Yield the warnings of the two texts, and where the copy of the act is damaged."""
    damaged = (
        _("the copy of the act has lost the space between words: {words}").format(words=words)
        for words in amended.act.damaged
    )
    told = [*(translated(warning, _) for warning in amended.act.warnings), *damaged]
    if told:
        yield f"## {_('Warnings on the act')}"
        yield "\n".join(f"- {escaped(line)}" for line in told)
