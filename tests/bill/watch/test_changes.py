"""Look after look: what each says beside those before it. A look that failed never makes anything vanish."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.bill.watch import Code, PageKind, Watched
from aigaq.evidence.capture import How, Look, Outcome, Reason, Stated, look
from aigaq.locale import translator
from tests.bill.watch.looks import FOLLOWED, LISTING, PAGE, Looks, listing, page

EN = translator("en")
TEXTS = [page("Срок два дня"), page("Срок три дня"), listing({"a.pdf": "А"}), listing({}), "Просто текст", ""]
STATUSES = [200, 204, 404, 410, 301, 401, 403, 429, 451, 500, 503]
REASONS = [reason for reason in Reason if reason]

VANISHED = {Code.VANISHED_DOCUMENT, Code.VANISHED_LINK}


def looks_of(steps: list[object]) -> Looks:
    """Return a log of looks: a text is an answer, a number a refusal with that status, a reason a failure."""
    looks = Looks()
    for step in steps:
        looks.next_day()
        if isinstance(step, Reason):
            looks.fail(PAGE, step, outcome=Outcome.TRUNCATED if step is Reason.TOO_LARGE else Outcome.FAILED)
        elif isinstance(step, tuple):
            looks.see(PAGE, step[0], status=step[1])
        else:
            looks.see(PAGE, "", status=step) if isinstance(step, int) else looks.see(PAGE, str(step))
    return looks


A, B = TEXTS[:2]


@pytest.mark.parametrize(
    ("steps", "codes"),
    [
        ([A], []),
        ([404], ["absent"]),
        ([404, 404], ["absent", "unchanged"]),
        ([404, A], ["absent", "new-document"]),
        ([Reason.DNS], ["could-not-look"]),
        ([Reason.DNS, A], ["could-not-look"]),
        ([Reason.DNS, 404], ["could-not-look", "absent"]),
        ([A, A], ["unchanged"]),
        ([A, 404], ["vanished-document"]),
        ([A, 410, 404], ["vanished-document", "unchanged"]),
        ([A, 503, 404], ["could-not-look", "vanished-document"]),
        ([A, 404, A], ["vanished-document", "came-back"]),
        ([A, 404, B], ["vanished-document", "came-back", "text-changed"]),
        ([A, 404, 403, B], ["vanished-document", "could-not-look", "came-back", "text-changed"]),
        ([A, Reason.TIMEOUT, A], ["could-not-look", "unchanged"]),
        ([A, Reason.TOO_LARGE, B], ["could-not-look", "text-changed"]),
        ([A, B, A], ["text-changed", "text-changed"]),
        *(([A, status], ["could-not-look"]) for status in (301, 401, 403, 429, 451, 500, 503)),
        *(([A, reason], ["could-not-look"]) for reason in REASONS),
    ],
)
def test_sequences(steps: list[object], codes: list[str]) -> None:
    assert looks_of(steps).codes() == codes


def test_could_not_look_says_why_since_when_and_what_was_known() -> None:
    *_, last = looks_of([A, 503, Reason.DNS, Reason.REDIRECT_LOOP]).told()
    assert last.text(EN) == (
        "could not be looked at; that does not mean that it is not there; the server sends in a circle; "
        "since 2025-11-14 09:00 UTC (№ 1), looks that failed in a row: 3; "
        "it was there at the look of 2025-11-13 09:00 UTC (№ 0)"
    )
    assert last.before is not None
    assert (last.before.entry, last.after.entry) == (0, 3)
    assert last.before.sha256 and not last.after.sha256
    assert "it was not there at the look of" in looks_of([A, 404, 403]).told()[-1].text(EN)
    assert "no look has ever found out" in looks_of([403]).told()[-1].text(EN)
    assert "the server answered 403" in looks_of([403]).told()[-1].text(EN)


def test_every_reason_has_its_words() -> None:
    assert len({looks_of([reason]).told()[0].remarks[0] for reason in REASONS}) == len(REASONS)


def test_imported_files_and_other_addresses_are_no_looks() -> None:
    looks = looks_of([A])
    at, capture = looks.captures[0]
    from attrs import evolve

    looks.captures.append((1, evolve(capture, how=How.IMPORTED, sha256="other")))
    looks.see("https://parlam.example/other", B)
    assert [told.after.entry for told in looks.told()] == [at]
    assert Looks().told() == ()


STEPS = st.lists(
    st.one_of(
        st.sampled_from(TEXTS),
        st.sampled_from(STATUSES),
        st.sampled_from(REASONS),
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(STATUSES)),
    ),
    max_size=8,
)
PAGES = st.sampled_from([Watched(PAGE), LISTING, FOLLOWED, Watched(PAGE, PageKind.DOCUMENT), Watched(PAGE, select="p")])


@settings(max_examples=150, deadline=None)
@given(STEPS, PAGES)
def test_nothing_vanishes_when_nobody_could_look(steps: list[object], watched: Watched) -> None:
    looks = looks_of(steps)
    told = looks.told(watched)
    for at, capture in looks.captures:
        own = [it for it in told if it.after.entry == at]
        assert own
        if look(capture) is Look.COULD_NOT_LOOK:
            assert [it.code for it in own] == [Code.COULD_NOT_LOOK]
            assert own[0].url == PAGE
        gone = [it for it in own if it.code is Code.VANISHED_DOCUMENT and it.url == PAGE]
        assert not gone or (look(capture) is Look.GONE and own == gone)


@settings(max_examples=60, deadline=None)
@given(STEPS, PAGES, st.integers(0, 8))
def test_a_recount_says_the_same(steps: list[object], watched: Watched, since: int) -> None:
    looks = looks_of(steps)
    told = looks.told(watched)
    assert looks.told(watched, since=since) == tuple(it for it in told if it.after.entry >= since)
    assert looks.told(watched) == told
    assert len({it.id for it in told}) == len(told)
    assert [it.after.entry for it in told] == sorted(it.after.entry for it in told)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_what_is_told_of_the_past_does_not_depend_on_the_future(steps: list[object]) -> None:
    looks = looks_of(steps)
    told = looks.told(LISTING)
    for size in range(len(steps)):
        shorter = Looks(captures=looks.captures[:size], bytes=looks.bytes)
        assert shorter.told(LISTING) == tuple(it for it in told if it.after.entry < size)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<li>", "<a href='a.pdf'>", "<a href=/b>", "</a>", "<nav>", "<div hidden>", "<title>"),
        *("<base href='//x.example'>", "Размещено 3.11.2025", "12.11.٢٠٢٥", "²9.11.2025", "01.01.0001", "31.12.9999"),
        *("{url}", "{0}", "Срок", "\x00", "\ud7ff", "&#0;", "\u202e"),
    ]
)
PAGES_OF_ALL_KINDS = st.lists(PIECES, max_size=12).map(lambda pieces: "<html>" + " ".join(pieces))
WHERES = st.sampled_from(["http:last-modified", "html:meta:date", "pdf:created", "more", ""])
STATED = st.lists(
    st.builds(Stated, WHERES, st.text(max_size=8), st.sampled_from(["", "2025-11-12", "0001-01-01", "x"])), max_size=3
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(PAGES_OF_ALL_KINDS, STATED), min_size=2, max_size=4), PAGES)
def test_whatever_a_server_sends_every_look_is_told(steps: list[tuple[str, list[Stated]]], watched: Watched) -> None:
    looks = Looks()
    for text, stated in steps:
        looks.next_day().see(PAGE, text, stated=tuple(stated))
    told = looks.told(watched)
    assert {it.after.entry for it in told if it.page == PAGE} == set(range(len(steps)))
    assert all(it.text(translator(language)) for it in told for language in ("ru", "kk", "en"))
