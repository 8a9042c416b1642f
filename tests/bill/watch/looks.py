"""Looks that were never made: captures with the contents they hold, for the tests of what looks say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from attrs import define, field

from aigaq.bill.watch import Observation, PageKind, Watched, changes
from aigaq.evidence.capture import Capture, How, Outcome, Reason, Stated

PAGE = "https://parlam.example/bills/123"
FIRST = datetime(2025, 11, 12, 9, 0, tzinfo=UTC)


@define
class Looks:
    """A log in memory; each look is a day after the one before."""

    now: datetime = FIRST
    captures: list[tuple[int, Capture]] = field(factory=list)
    bytes: dict[str, bytes] = field(factory=dict)

    def see(self, url: str, data: bytes | str, *, status: int = 200, **more: object) -> Capture:
        """Add a look that got an answer."""
        data = data.encode() if isinstance(data, str) else data
        name = hashlib.sha256(data).hexdigest()
        self.bytes[name] = data
        title = re.search(rb"<title>([^<]*)", data)
        stated = {"title": title[1].decode() if title else "", "media": "text/html", "final": url}
        fields = {**stated, **more, "sha256": name, "bytes": len(data), "status": status}
        return self._add(url, Outcome.HELD, **fields)

    def fail(self, url: str, reason: Reason = Reason.TIMEOUT, *, outcome: Outcome = Outcome.FAILED) -> Capture:
        """Add a look that failed."""
        return self._add(url, outcome, reason=reason, final=url)

    def next_day(self) -> Looks:
        self.now += timedelta(days=1)
        return self

    def _add(self, url: str, outcome: Outcome, **fields: object) -> Capture:
        capture = Capture(
            asked=url,
            how=How.FETCHED,
            outcome=outcome,
            started=self.now,
            ended=self.now + timedelta(seconds=1),
            clock="system, synchronised",
            client="aigaq 0.1.0",
            **fields,  # type: ignore[arg-type]
        )
        self.captures.append((len(self.captures), capture))
        self.now += timedelta(seconds=2)
        return capture

    def content(self, capture: Capture) -> bytes:
        return self.bytes[capture.sha256]

    def told(self, *pages: Watched, since: int = 0) -> tuple[Observation, ...]:
        return changes(self.captures, self.content, pages=pages or (Watched(PAGE),), since=since)

    def codes(self, *pages: Watched, since: int = 0) -> list[str]:
        """Return what was told, without the first looks."""
        return [told.code.value for told in self.told(*pages, since=since) if told.code != "first-look"]


def listing(
    links: Mapping[str, str] | Sequence[str], *, words: str = "Досье законопроекта № 123", title: str = ""
) -> str:
    """Return a page with links, by their addresses."""
    items = links if isinstance(links, Mapping) else dict.fromkeys(links, "Документ")
    rows = "".join(f'<li><a href="{address}">{text}</a></li>' for address, text in items.items())
    return f"<html><head><title>{title}</title></head><body><p>{words}</p><ul>{rows}</ul></body></html>"


def page(words: str, *, title: str = "Объявление") -> str:
    return f"<html><head><title>{title}</title></head><body><nav>Меню</nav><p>{words}</p></body></html>"


def modified(when: str, day: str) -> tuple[Stated, ...]:
    return (Stated("http:last-modified", when, day),)


LISTING = Watched(PAGE, PageKind.LISTING)
FOLLOWED = Watched(PAGE, PageKind.LISTING, follow=True)
