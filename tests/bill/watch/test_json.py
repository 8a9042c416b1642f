"""The report as plain values, and how the pages stand."""

from __future__ import annotations

import json

from aigaq.bill.watch import PageKind, Record, Report, Watched, data, states
from aigaq.bill.watch.sight import by_address
from tests.bill.watch.looks import PAGE, Looks, listing

OTHER = "https://parlam.example/agenda"
WATCHED = Watched(PAGE, PageKind.LISTING, "mazhilis-2", expect=("comparative-table", "explanatory-note"))


def report() -> Report:
    looks = Looks()
    looks.see(PAGE, listing({"a.pdf": "Заң жобасы"}))
    looks.next_day().see(PAGE, listing({"a.pdf": "Заң жобасы", "b.pdf": "Салыстырма кесте"}))
    looks.next_day().see(PAGE, listing({"a.pdf": "Заң жобасы", "b.pdf": "Салыстырма кесте"}))
    looks.next_day().fail(PAGE)
    record = Record(by_address(looks.captures), looks.content)
    pages = (WATCHED, Watched(OTHER))
    return Report(
        dossier="3f2a9c1b00d4e5f6", looked=True, size=4, since=0, states=tuple(states(record, pages)),
        observations=looks.told(*pages), left_out={PAGE: 3},
    )  # fmt: skip


def test_the_report_is_plain_values() -> None:
    value = json.loads(json.dumps(data(report(), version="0.1.0")))
    assert (value["schema"], value["version"], value["log"]) == ("aigaq/watch", 1, {"size": 4, "since": 0})
    assert value["counts"] == {"could-not-look": 1, "first-look": 1, "new-document": 1, "unchanged": 1}
    assert value["news"] == 2
    assert [it["code"] for it in value["observations"]] == ["first-look", "new-document", "could-not-look"]
    new = value["observations"][1]
    assert (new["awaited"], new["document"], new["title"]) == (True, "comparative-table", "Салыстырма кесте")
    assert [new[side]["entry"] for side in ("before", "after")] == [0, 1]
    assert new["after"]["time"] == "2025-11-13T09:00:03Z"
    assert len(new["after"]["leaf"]) == len(new["after"]["sha256"]) == 64


def test_how_pages_stand() -> None:
    page, other = data(report(), version="0.1.0")["pages"]  # type: ignore[misc]
    assert (page["state"], page["last"]["entry"], page["known"]["entry"]) == ("could-not-look", 3, 2)
    assert page["expect"] == [
        {"document": "comparative-table", "found": True},
        {"document": "explanatory-note", "found": False},
    ]
    assert (page["left_out"], page["stage"]) == (3, "mazhilis-2")
    assert (other["state"], other["last"], other["known"], other["left_out"]) == ("never-looked", None, None, 0)
