"""The text of an act: its front, the law it amends, the list of edits, entry into force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aigaq.law.draft.wish import Item, Wish
from aigaq.law.draft.wording import PARAGRAPH, Amends, Named, Wording
from aigaq.law.drafting.instruction import Op, Step, Target
from aigaq.law.drafting.read import read_act
from aigaq.law.source import Source
from aigaq.law.structure.unit import HEADED
from aigaq.values import Language

_WORDS = (Op.REPLACE_WORDS, Op.DELETE_WORDS)
_ADDS = (Op.INSERT_UNIT, Op.INSERT_WORDS)


def text_of(items: Sequence[Item], named: Named, *, wording: Wording, rule: str = "") -> str:
    """Return the act.

    Args:
        items: What it says, in order.
        named: The law that it amends.
        wording: Its drafting language.
        rule: When it enters into force, in the words of that language; "" for an act that does not say.
    """
    ops = [wish.op for item in items for wish in item.wishes]
    adds = any(op in _ADDS for op in ops)
    amends = Amends(any(op not in _ADDS for op in ops), adds)
    paragraphs = [*wording.front(named, amends), wording.amending(named, amends)]
    numbered = [block for item in items for block in _blocks(item, wording)]
    for at, block in enumerate(numbered, 1):
        ends = "." if at == len(numbered) else ";"
        paragraphs.append(f"{at}) {block}{ends}")
    if rule:
        paragraphs.append(wording.force(2, rule))
    return PARAGRAPH.join(paragraphs) + "\n"


def _blocks(item: Item, wording: Wording) -> Iterator[str]:
    """Yield the numbered points for one unit: a list under its name where a list is read as the same."""
    groups = list(_clauses(item.wishes))
    head = _headed(item.wishes)
    if len(groups) > 1 and head:
        inner = [wording.clause([_without(wish, head) for wish in group]) for group in groups]
        listed = f"{wording.opens(head)}:{PARAGRAPH}{f';{PARAGRAPH}'.join(inner)}"
        if _is_read(listed, item.wishes, wording.language):
            yield listed
            return
    yield from (wording.clause(group) for group in groups)


def _clauses(wishes: Sequence[Wish]) -> Iterator[list[Wish]]:
    """Yield edits in clauses: those that change or delete words of one place stand in one."""
    for words, group in groupby(wishes, key=lambda wish: wish.targets if wish.op in _WORDS else None):
        found = list(group)
        if words is None:
            yield from ([wish] for wish in found)
        else:
            yield found


def _headed(wishes: Sequence[Wish]) -> tuple[Step, ...]:
    """Return the headed unit that all edits are in; none where there is no such unit."""
    common = _common([target.steps for wish in wishes for target in wish.targets])
    return tuple(step for step in common if step.kind in HEADED)


def _is_read(text: str, wishes: Sequence[Wish], language: Language) -> bool:
    """Tell whether a reader who comes upon a list finds in it the very edits that were meant."""
    act = read_act(Source("", "text/plain", "", f"1) {text};"), in_language=language)
    if act.accounting.unclaimed or len(act.instructions) != len(wishes):
        return False
    return all(wish.is_said_by(read) for wish, read in zip(wishes, act.instructions, strict=True))


def _common(chains: Sequence[tuple[Step, ...]]) -> tuple[Step, ...]:
    shortest = min(chains, key=len)
    size = next((at for at, step in enumerate(shortest) if any(chain[at] != step for chain in chains)), len(shortest))
    return shortest[:size]


def _without(wish: Wish, head: tuple[Step, ...]) -> Wish:
    targets = tuple(Target(one.steps[len(head) :], one.place, one.sentence) for one in wish.targets)
    return Wish(wish.op, targets, wish.find, wish.put, wish.side, wish.unit, wish.numbers, wish.quoted)
