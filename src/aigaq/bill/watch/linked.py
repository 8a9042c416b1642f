"""Links that came, went, moved or got another name between two looks at a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from aigaq.bill.vocabulary import vocabulary
from aigaq.bill.watch.dated import before
from aigaq.bill.watch.days import days
from aigaq.bill.watch.link import Link
from aigaq.bill.watch.observation import Code, Observation
from aigaq.bill.watch.pair import Pair, moment
from aigaq.bill.watch.sight import Sight
from aigaq.bill.watch.titles import document_kinds
from aigaq.bill.watch.watched import Watched
from aigaq.bill.watch.worded import same_words
from aigaq.evidence.capture import Look
from aigaq.values import Message

Looks = Callable[[str], tuple[Sight, ...]]
"""Gives the looks at an address until the page itself was looked at again."""


@frozen
class Links:
    """What became of the links of a page.

    Args:
        gone: Links that are not there any more.
        come: Links that were not there.
        moved: Links that stand at another address now: the old one, the new one, whether their bytes are the same.
        renamed: Links whose words are others: the old one, the new one.
    """

    gone: tuple[Link, ...] = ()
    come: tuple[Link, ...] = ()
    moved: tuple[tuple[Link, Link, bool], ...] = ()
    renamed: tuple[tuple[Link, Link], ...] = ()


def links(pair: Pair, looks: Looks, *, same_page: bool) -> Links:
    """Return what became of the links of a page; of a page that is no listing only those of documents count.

    Args:
        pair: The two looks.
        looks: Gives the looks at linked addresses.
        same_page: False when another page may have been served in its place: nothing on it is called gone then.
    """
    if not same_page:
        return Links()
    then = {link.address: link for link in pair.before.links}
    now = {link.address: link for link in pair.after.links}
    counted = [link for link in then.values() if _counts(pair, link)]
    gone = [link for link in counted if link.address not in now]
    come = [link for link in now.values() if link.address not in then and _counts(pair, link)]
    moved = tuple(_moved(pair, gone, come, looks))
    left, arrived = {old.address for old, _, _ in moved}, {new.address for _, new, _ in moved}
    both = ((link, now[link.address]) for link in counted if link.address in now)
    return Links(
        tuple(link for link in gone if link.address not in left),
        tuple(link for link in come if link.address not in arrived),
        moved,
        tuple((old, new) for old, new in both if not same_words(old.text, new.text)),
    )


def _counts(pair: Pair, link: Link) -> bool:
    return link.document or (pair.listing and link.main)


def _moved(pair: Pair, gone: Sequence[Link], come: Sequence[Link], looks: Looks) -> Iterator[tuple[Link, Link, bool]]:
    """Yield links that moved: to the same bytes, or else, where bytes are not known, to the same name of a file."""
    free = list(come)
    waiting = []
    for old in gone:
        held = _held(old, looks, until=pair.new.at)
        new = next((link for link in free if held and _held(link, looks) == held), None)
        if new is None:
            waiting.append((old, held))
        else:
            free.remove(new)
            yield old, new, True
    for old, held in waiting:
        new = next((link for link in free if _same_name(old, link) and not (held and _held(link, looks))), None)
        if new is not None:
            free.remove(new)
            yield old, new, False


def _same_name(old: Link, new: Link) -> bool:
    return old.name != "" and old.name.casefold() == new.name.casefold()


def _held(link: Link, looks: Looks, *, until: int | None = None) -> str:
    """Return the hash of what the last look found at an address; "" when none found anything."""
    found = (it for it in reversed(looks(link.address)) if until is None or it.at < until)
    return next((it.capture.sha256 for it in found if it.look is Look.THERE), "")


def link_changes(pair: Pair, found: Links, *, looks: Looks) -> Iterator[Observation]:
    """Yield what is to be said of links."""
    for link in found.come:
        seen = pair.past.linking(link.address)
        yield _returned(pair, link, seen) if seen else _came(pair, link)
    for link in found.gone:
        yield _went(pair, link, looks)
    for old, new, same in found.moved:
        yield _moved_on(pair, old, new, same=same)
    for old, new in found.renamed:
        said = Message("the same address is called «{new}» now, not «{old}»", new=new.text, old=old.text)
        yield pair.observe(Code.RETITLED, said, url=new.address, title=new.text, was=old.text)


def _returned(pair: Pair, link: Link, seen: Sight) -> Observation:
    text = "a link that is there again: «{text}»; it was there at the look of {since}"
    said = Message(text, text=link.text or link.name or link.address, since=moment(seen))
    return pair.observe(Code.CAME_BACK, said, url=link.address, title=link.text)


def _came(pair: Pair, link: Link) -> Observation:
    kinds = document_kinds(link.text, link.beside, link.name)
    code = Code.NEW_DOCUMENT if link.document else Code.NEW_LINK
    waited = awaited(pair.page, kinds)
    return pair.observe(
        code,
        Message("a link that was not there before: «{text}»", text=link.text or link.name or link.address),
        url=link.address,
        title=link.text,
        document=waited or next(iter(kinds), ""),
        awaited=bool(waited),
        remarks=(*_waited(waited), *_beside(pair, link)),
    )


def awaited(page: Watched, kinds: Sequence[str]) -> str:
    """Return the first of the kinds that the person waits for; "" for none."""
    return next((kind for kind in kinds if kind in page.expect or kind == page.document), "")


def _waited(kind: str) -> tuple[Message, ...]:
    return (Message("this is waited for: {kind}", kind=vocabulary().documents[kind]),) if kind else ()


def _beside(pair: Pair, link: Link) -> tuple[Message, ...]:
    """Return a remark on a day beside a new link that was over when the link was not there yet."""
    early = [found for found in days(link.beside) if before(found.day, pair.old)]
    text = "beside it stands {day}, and the look of {since} did not find it there"
    return tuple(Message(text, day=found.text, since=pair.since) for found in early[:1])


def _went(pair: Pair, link: Link, looks: Looks) -> Observation:
    code = Code.VANISHED_DOCUMENT if link.document else Code.VANISHED_LINK
    said = Message("the page does not link to it any more: «{text}»", text=link.text or link.name or link.address)
    return pair.observe(code, said, url=link.address, title=link.text, remarks=_still(pair, looks(link.address)))


def _still(pair: Pair, seen: Sequence[Sight]) -> tuple[Message, ...]:
    """Return a remark on what stands at the address itself, where somebody looked after the link had gone."""
    if not seen or seen[-1].at < pair.new.at:
        return (Message("whether it is still at its address was not looked at"),)
    return {
        Look.THERE: (Message("at its own address it is still there"),),
        Look.GONE: (Message("at its own address it is gone too"),),
        Look.COULD_NOT_LOOK: (Message("its own address could not be looked at"),),
    }[seen[-1].look]


def _moved_on(pair: Pair, old: Link, new: Link, *, same: bool) -> Observation:
    how = (
        Message("the content is the same, byte for byte")
        if same
        else Message("told by the name of the file alone: the contents could not be compared")
    )
    said = Message("it stands at another address now: «{text}»", text=new.text or new.name or new.address)
    return pair.observe(Code.RENAMED, said, url=new.address, was=old.address, title=new.text, remarks=(how,))
