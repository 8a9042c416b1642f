"""The events in the life of a law, the acts behind them, and the periods in which changes are in force."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from attrs import frozen

from aigaq.law.akn.identification import STATE, TOOL
from aigaq.law.akn.work import Work
from aigaq.law.akn.xml import NONE, Xml, block, element
from aigaq.law.structure.unit import Amendment
from aigaq.locale import Translator, day

LAW, ACT, IN_FORCE = "ref_law", "ref_act", "inForce"
"""Identifiers of the law, of the act that was applied, and of the notion of being in force."""


@frozen
class Event:
    """A day on which something happened to the law.

    Args:
        date: The day.
        source: Identifier of the act behind it.
        kind: ``"generation"``, ``"amendment"``, or "" for a day on which a change enters into force or ends.
    """

    date: datetime.date
    source: str
    kind: str = ""


@frozen
class Period:
    """When a change is in force: from its first day, to its last where one is named."""

    start: datetime.date
    end: datetime.date | None = None


@frozen
class Timeline:
    """What is known of the life of a law.

    Args:
        works: Acts by their identifiers, the law itself first.
        events: Events with their identifiers, in order.
        periods: Periods with their identifiers, in order.
    """

    works: Mapping[str, Work]
    events: Mapping[Event, str]
    periods: Mapping[Period, str]


def timeline(law: Work, *, ledger: Iterable[Amendment], act: Work | None, periods: Iterable[Period] = ()) -> Timeline:
    """Return the events of a law in order: its adoption, the acts that its notes name, the act applied.

    An act without a date is named among the acts, but is no event; a change only announced is neither.

    Args:
        law: The law.
        ledger: What its notes say.
        act: The act that was applied.
        periods: When its changes are in force.
    """
    works = _works(law, ledger, act)
    events = [Event(law.date, LAW, "generation")] if law.date else []
    dated = (Event(work.date, name, "amendment") for name, work in works.items() if name != LAW and work.date)
    days = (Event(date, ACT) for period in periods for date in (period.start, period.end) if date)
    kinds = ("generation", "amendment", "")
    order = sorted({*events, *dated, *days}, key=lambda event: (event.date, kinds.index(event.kind), event.source))
    spans = sorted(set(periods), key=lambda period: (period.start, period.end or datetime.date.max))
    return Timeline(
        works,
        {event: f"event_{at}" for at, event in enumerate(order, 1)},
        {span: f"period_{at}" for at, span in enumerate(spans, 1)},
    )


def _works(law: Work, ledger: Iterable[Amendment], act: Work | None) -> dict[str, Work]:
    found = [Work(date=entry.date, number=_number(entry)) for entry in ledger if not entry.announced]
    known = {(work.date, work.number): work for work in found}
    if act is not None:
        known.pop((act.date, act.number), None)
    order = sorted(known.values(), key=lambda work: (work.date or datetime.date.max, work.number))
    works = {LAW: law, **{f"{ACT}_{at}": work for at, work in enumerate(order, 1)}}
    return works | ({ACT: act} if act is not None else {})


def _number(entry: Amendment) -> str:
    """Return the number of an act; the ledger gives its date instead where a note gives none."""
    return "" if entry.date and entry.act == entry.date.isoformat() else entry.act


def lifecycle(line: Timeline) -> Xml:
    """Return the events; nothing where no day is known."""
    if not line.events:
        return NONE
    events = (
        element(
            "eventRef",
            {
                "eId": name,
                "date": event.date.isoformat(),
                "source": f"#{event.source}",
                "refersTo": "" if event.kind else f"#{IN_FORCE}",
                "type": event.kind,
            },
        )
        for event, name in line.events.items()
    )
    return block("lifecycle", {"source": f"#{TOOL}"}, *events)


def temporal_data(line: Timeline) -> Xml:
    """Return the periods; nothing where none is known."""
    if not line.periods:
        return NONE
    return block("temporalData", {"source": f"#{TOOL}"}, *(_group(line, span) for span in line.periods))


def _group(line: Timeline, span: Period) -> Xml:
    start = f"#{line.events[Event(span.start, ACT)]}"
    end = f"#{line.events[Event(span.end, ACT)]}" if span.end else ""
    interval = element("timeInterval", {"start": start, "end": end, "refersTo": f"#{IN_FORCE}"})
    return element("temporalGroup", {"eId": line.periods[span]}, interval)


def references(line: Timeline, *, version: str, _: Translator) -> Xml:
    """Return everything that the metadata refer to: the law, the acts, the state, this program."""
    works = (
        element(
            "original" if name == LAW else "passiveRef",
            {"eId": name, "href": work.address, "showAs": shown(work, _)},
        )
        for name, work in line.works.items()
    )
    tool = {"eId": TOOL, "href": "/akn/ontology/object/aigaq", "showAs": f"aigaq {version}"}
    state = {"eId": STATE, "href": "/akn/ontology/organization/kz", "showAs": _("Republic of Kazakhstan")}
    force = {"eId": IN_FORCE, "href": "/akn/ontology/concept/inForce", "showAs": _("in force")}
    return block(
        "references",
        {"source": f"#{TOOL}"},
        *works,
        element("TLCOrganization", state),
        element("TLCObject", tool),
        element("TLCConcept", force) if line.periods else NONE,
    )


def shown(work: Work, _: Translator) -> str:
    """Return how an act is cited: its title, date and number, as far as they are known."""
    when = day(work.date, _.language) if work.date else ""
    if work.number and when:
        cited = _("No. {act} of {date}").format(act=work.number, date=when)
    elif work.number:
        cited = _("No. {act}").format(act=work.number)
    else:
        cited = _("act of {date}").format(date=when) if when else ""
    return ", ".join(filter(None, (work.title, cited))) or _("Act without a stated title")
