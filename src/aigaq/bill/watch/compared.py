"""The words and the dates of two looks compared."""

from __future__ import annotations

from collections.abc import Iterator

from aigaq.bill.watch.around import around_changes
from aigaq.bill.watch.dated import Dates
from aigaq.bill.watch.days import masked
from aigaq.bill.watch.linked import Links, Looks, link_changes, links
from aigaq.bill.watch.observation import Code, DateChange, Observation
from aigaq.bill.watch.pair import Pair, moment
from aigaq.bill.watch.sight import Sight
from aigaq.bill.watch.watched import PageKind
from aigaq.bill.watch.worded import LONGEST, Worded, same_words, texts, worded
from aigaq.values import Message


def compared(pair: Pair, looks: Looks, *, same_page: bool) -> tuple[Observation, ...]:
    """Return everything that differs between two looks that found something; nothing when nothing does.

    Args:
        pair: The two looks.
        looks: Gives the looks at the addresses that the page links to.
        same_page: False when another page may have been served in its place: then nothing is called gone, no edit
            silent and no date impossible because of it.
    """
    found = list(around_changes(pair))
    changed = _links(pair, looks, same_page=same_page)
    found += link_changes(pair, changed, looks=looks)
    dates, apart = Dates.of(pair), bool(found)
    words = tuple(_words(pair, dates, same_page=same_page, apart=apart))
    appeared = same_page and (apart or any(it.code in (Code.TEXT_CHANGED, Code.SILENT_EDIT) for it in words))
    return (*found, *words, *impossible(pair, dates, appeared=appeared))


def _links(pair: Pair, looks: Looks, *, same_page: bool) -> Links:
    page = pair.page.kind is not PageKind.DOCUMENT
    both = pair.before.text is not None and pair.after.text is not None
    return links(pair, looks, same_page=same_page) if page and both and not pair.same_bytes else Links()


def _words(pair: Pair, dates: Dates, *, same_page: bool, apart: bool) -> Iterator[Observation]:
    """Yield what became of the words; ``apart`` tells whether a difference was already named."""
    if pair.same_bytes:
        yield from _dated(pair, dates)
        return
    if pair.before.text is None or pair.after.text is None:
        yield _not_compared(pair, pair.after.why if pair.after.text is None else pair.before.why)
        return
    old, new = texts(pair, linked=not same_page)
    if max(len(old), len(new)) > LONGEST:
        yield _not_compared(pair, Message("they are longer than any law"))
    elif same_words(old, new):
        yield from _dated(pair, dates)
        yield from [] if apart else [_layout(pair)]
    elif masked(old) == masked(new):
        yield _date_changed(pair, dates.changed(), worded(pair, old=old, new=new))
    else:
        yield _reworded(pair, dates, worded(pair, old=old, new=new), same_page=same_page)


def _reworded(pair: Pair, dates: Dates, difference: Worded, *, same_page: bool) -> Observation:
    again = pair.past.holding(pair.new.capture.sha256)
    silent = same_page and again is None and dates.silent(pair.old)
    counts = {"out": difference.out, "put": difference.put}
    said = (
        Message("the text was changed silently (words taken out: {out}, put in: {put})", **counts)
        if silent
        else Message("the text changed (words taken out: {out}, put in: {put})", **counts)
    )
    return pair.observe(
        Code.SILENT_EDIT if silent else Code.TEXT_CHANGED,
        said,
        words=difference.words,
        units=difference.units,
        dates=dates.changed(),
        remarks=(*_on_dates(pair, dates, silent=silent), *_apart(again, same_page=same_page), *difference.remarks),
    )


def _on_dates(pair: Pair, dates: Dates, *, silent: bool) -> tuple[Message, ...]:
    if silent:
        text = "every date stated there stayed, or lies before the look of {since}"
        return (Message(text, since=pair.since),)
    return () if dates.new else (Message("neither page nor server states a date"),)


def _apart(again: Sight | None, *, same_page: bool) -> tuple[Message, ...]:
    """Return remarks on what may be another page, and on what had been there before."""
    if again is not None:
        return (Message("it is again the content of the look of {since}", since=moment(again)),)
    text = "most words are others: perhaps another page in its place, so nothing on it is called gone"
    return () if same_page else (Message(text),)


def _dated(pair: Pair, dates: Dates) -> Iterator[Observation]:
    """Yield the dates that server or file state otherwise, while the words stayed the same."""
    changed = dates.changed(words=False) if pair.same_bytes else dates.changed()
    if changed:
        yield _date_changed(pair, changed, None)


def _date_changed(pair: Pair, changed: tuple[DateChange, ...], difference: Worded | None) -> Observation:
    told = "; ".join(f"{it.where}: {it.old or '–'} → {it.new or '–'}" for it in changed)
    said = Message("a stated date changed, the other words did not ({dates})", dates=told)
    return pair.observe(Code.DATE_CHANGED, said, dates=changed, words=difference.words if difference else ())


def _layout(pair: Pair) -> Observation:
    aside = not same_words(pair.before.aside, pair.after.aside)
    remark = (Message("words of menus or hidden parts changed"),) if aside else ()
    said = Message("the bytes differ, the words do not")
    words = worded(pair, old=pair.before.aside, new=pair.after.aside).words if aside else ()
    return pair.observe(Code.LAYOUT_ONLY, said, remarks=remark, words=words)


def _not_compared(pair: Pair, why: Message | None) -> Observation:
    """Return that the content is another one, and why the words were not compared."""
    said = Message("the content is another one; its words could not be compared")
    return pair.observe(Code.COULD_NOT_COMPARE, said, remarks=(why,) if why else ())


def impossible(pair: Pair, dates: Dates, *, appeared: bool) -> Iterator[Observation]:
    """Yield the dates that cannot be true: after the day of the look, or before something appeared there."""
    for late in dates.too_late(pair.new):
        text = "the stated date cannot be true: {where} says {value}, which is later than this look"
        yield pair.observe(Code.DATE_IMPOSSIBLE, Message(text, where=late.where, value=late.new), dates=(late,))
    for early in dates.too_early(pair.old, past=pair.past) if appeared else ():
        text = (
            "the stated date cannot be the day since which this stands there: {where} says {value}, and the look of "
            "{since} did not find it so"
        )
        said = Message(text, where=early.where, value=early.new, since=pair.since)
        yield pair.observe(Code.DATE_IMPOSSIBLE, said, dates=(early,))
