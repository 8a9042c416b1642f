"""Everything that a server can do, each told as what it is; what came is kept, whatever comes next."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from attrs import evolve

from aigaq.errors import Refused, UsageError
from aigaq.evidence.capture import (
    Capture,
    Hop,
    How,
    Look,
    Outcome,
    Reason,
    Stated,
    Terms,
    content,
    fetch,
    look,
)
from tests.evidence.capture.archive import blocks, check, digests, records
from tests.parliament import (
    PUBLISHED,
    SERVED,
    Behaviour,
    Parliament,
    answers,
    asks_to_wait,
    bomb,
    breaks,
    chunked,
    drips,
    endless,
    hangs,
    raw,
    redirects,
    zipped,
)

PAGE = (
    "<html><head><title> Заң \n жобасы </title>"
    '<meta property="article:published_time" content="2025-11-12T09:00:00+05:00"></head><body>1</body></html>'
).encode()


def test_a_page_that_is_there(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.publish("/bill", PAGE)
    made = fetch(parliament.url("/bill"), dossier, terms=terms)
    assert made.warc is not None
    assert made == Capture(
        asked=parliament.url("/bill"),
        how=How.FETCHED,
        outcome=Outcome.HELD,
        status=200,
        final=parliament.url("/bill"),
        hops=(Hop(parliament.url("/bill"), 200),),
        started=terms.now(),
        ended=terms.now(),
        clock="frozen",
        client="aigaq 9",
        media="text/html",
        name="bill",
        bytes=len(PAGE),
        sha256=hashlib.sha256(PAGE).hexdigest(),
        title="Заң жобасы",
        warc=made.warc,
        stated=(
            Stated("http:last-modified", PUBLISHED, "2025-11-12"),
            Stated("http:date", SERVED, "2025-11-16"),
            Stated("html:meta:article:published_time", "2025-11-12T09:00:00+05:00", "2025-11-12"),
        ),
    )
    assert look(made) is Look.THERE
    assert content(dossier, made) == PAGE
    file = dossier / made.warc.file
    assert made.warc.file == f"captures/2025-11/20251116T101500Z-{made.warc.sha256[:8]}.warc.gz"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == made.warc.sha256
    assert file.stat().st_size == made.warc.bytes
    assert check(file) == ""


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n"
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + HEAD + b"\r\nabc"
CASES: list[tuple[str, Behaviour, str, int | None, bytes | None]] = [
    ("204", answers(204), "there held", 204, b""),
    ("304", raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "could-not-look held", 304, b""),
    ("401", answers(401, b"who?"), "could-not-look held", 401, b"who?"),
    ("403", answers(403, b"no"), "could-not-look held", 403, b"no"),
    ("404", answers(404, b"none"), "gone held", 404, b"none"),
    ("410", answers(410, b"gone"), "gone held", 410, b"gone"),
    ("429", asks_to_wait("3600"), "could-not-look held", 429, b"<html>later</html>"),
    ("451", answers(451, b"law"), "could-not-look held", 451, b"law"),
    ("500", answers(500, b"oops"), "could-not-look held", 500, b"oops"),
    ("503", asks_to_wait("60", 503), "could-not-look held", 503, b"<html>later</html>"),
    ("gzip", zipped(PAGE), "there held", 200, PAGE),
    ("chunks", chunked([b"a", b"bc"]), "there held", 200, b"abc"),
    ("to the end", raw(b"HTTP/1.0 200 OK\r\n\r\nabc"), "there held", 200, b"abc"),
    ("interim", raw(INTERIM), "there held", 200, b"abc"),
    ("hangs", hangs(), "could-not-look failed timeout", None, None),
    ("drips", drips(), "could-not-look truncated too-slow", 200, None),
    ("drips head", drips(every=0.1, headers_too=True), "could-not-look failed too-slow", None, None),
    ("endless", endless(), "could-not-look truncated too-large", 200, None),
    ("2 GB", endless(2 << 30), "could-not-look truncated too-large", 200, None),
    ("bomb", bomb(50 << 20), "could-not-look truncated too-large", 200, b"\0" * 500_000),
    ("breaks", breaks(b"x" * 9), "could-not-look truncated closed", 200, b"x" * 9),
    ("resets", breaks(b"x" * 9, reset=True), "could-not-look truncated closed", 200, b"x" * 9),
    ("cut chunks", chunked([b"ab"], end=b""), "could-not-look truncated closed", 200, b"ab"),
    ("bad chunks", chunked([b"ab"], end=b"zz\r\n"), "could-not-look truncated protocol", 200, b"ab"),
    ("nothing", raw(b""), "could-not-look failed closed", None, None),
    ("no HTTP", raw(b"SSH-2.0-x\r\n\r\n"), "could-not-look failed protocol", None, None),
    ("half a head", raw(HEAD + b"A: b"), "could-not-look failed closed", None, None),
    ("bad header", raw(HEAD + b"no colon\r\n\r\nabc"), "could-not-look failed protocol", None, None),
    ("endless head", raw(HEAD + b"A: " + b"x" * 9000), "could-not-look failed too-large", None, None),
    ("two lengths", raw(TWO_LENGTHS), "could-not-look failed protocol", None, None),
    ("no gzip", raw(HEAD + b"Content-Encoding: gzip\r\n\r\nabc"), "could-not-look failed protocol", 200, None),
    ("brotli", raw(HEAD + b"Content-Encoding: br\r\n\r\nabc"), "could-not-look failed protocol", 200, None),
    ("to a file", redirects("file:///etc/passwd"), "could-not-look failed bad-redirect", 302, None),
    ("to a script", redirects("javascript:alert(1)"), "could-not-look failed bad-redirect", 302, None),
    ("with a word", redirects("http://a:b@127.0.0.1/"), "could-not-look failed bad-redirect", 302, None),
    ("nowhere", answers(302, b"x"), "could-not-look held", 302, b"x"),
    ("to itself", redirects("/x"), "could-not-look failed redirect-loop", 302, None),
]


@pytest.mark.parametrize(
    ("behaviour", "told", "status", "held"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_thing_is_told_as_what_it_is(
    parliament: Parliament,
    dossier: Path,
    terms: Terms,
    behaviour: Behaviour,
    told: str,
    status: int | None,
    held: bytes | None,
) -> None:
    parliament.script("/x", behaviour)
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert f"{look(made)} {made.outcome} {made.reason}".strip() == told
    assert made.status == status
    if made.warc:
        assert check(dossier / made.warc.file) == ""
        assert all(digest.startswith("sha256:") for digest, _ in digests(dossier / made.warc.file))
    if held is not None:
        assert content(dossier, made) == held
    if made.outcome is Outcome.FAILED:
        assert (made.bytes, made.sha256) == (0, "")
    else:
        assert made.bytes == len(content(dossier, made)) <= terms.limits.max_decoded
    assert list((dossier / "captures").rglob("*.part")) == []


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (endless(), "length"),
        (drips(), "time"),
        (breaks(), "disconnect"),
        (chunked([b"a"], end=b"zz\r\n"), "unspecified"),
    ],
)
def test_what_was_cut_says_why_in_its_file(
    parliament: Parliament, dossier: Path, terms: Terms, behaviour: Behaviour, why: str
) -> None:
    parliament.script("/x", behaviour)
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert made.warc
    response = next(it for it in records(dossier / made.warc.file) if it.kind == "response")
    assert response.headers["WARC-Truncated"] == why
    assert len(response.block) <= terms.limits.max_bytes


RAW = [
    b"HTTP/1.1 200 OK\r\nX-A:  two  spaces \r\nx-a: again\r\nContent-Length: 3\r\n\r\nabc",
    b"HTTP/1.1 200 OK\nServer: old\nContent-Length: 3\n\nabc",
    b"HTTP/1.0 200 \r\n\r\nabc",
    "HTTP/1.1 200 Жақсы\r\nX-Ж: ә\r\nContent-Length: 3\r\n\r\nabc".encode(),
    b"HTTP/1.1 200 OK\r\nX: \xe6\xff\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: 1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcTRAILING",
    b"HTTP/1.1 200 OK\r\n \r\n\r\nabc",
    b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    b"rubbish without an end",
]


@pytest.mark.parametrize("answer", RAW)
def test_the_file_holds_the_bytes_of_the_wire(
    parliament: Parliament, dossier: Path, terms: Terms, answer: bytes
) -> None:
    parliament.script("/x?a=1", raw(answer))
    made = fetch(parliament.url("/x?a=1"), dossier, terms=terms)
    assert made.warc
    file = dossier / made.warc.file
    assert blocks(file, "response") == [answer]
    assert blocks(file, "request") == [
        f"GET /x?a=1 HTTP/1.1\r\nHost: 127.0.0.1:{parliament.port}\r\nUser-Agent: aigaq/9\r\nAccept: */*\r\n"
        "Accept-Encoding: gzip, deflate\r\nConnection: close\r\n\r\n".encode()
    ]
    assert check(file) == ""


def test_interim_responses_are_kept_beside_the_response(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    first, last = b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
    parliament.script("/x", raw(first + first + last))
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert made.warc
    file = dossier / made.warc.file
    assert blocks(file, "response") == [last]
    assert first + first in blocks(file, "metadata")


def test_nothing_but_an_interim_response_is_no_response(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.script("/x", raw(b"HTTP/1.1 100 Continue\r\n\r\n"))
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert (made.outcome, made.reason, made.warc is not None) == (Outcome.FAILED, Reason.CLOSED, True)
    assert made.warc
    assert check(dossier / made.warc.file) == ""


def test_the_file_says_who_wrote_it_and_nothing_of_the_machine(
    parliament: Parliament, dossier: Path, terms: Terms
) -> None:
    import getpass
    import platform

    parliament.publish("/x", b"1", media="text/plain")
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert made.warc
    file = dossier / made.warc.file
    kinds = [record.kind for record in records(file)]
    assert kinds == ["warcinfo", "response", "request"]
    info = records(file)[0].block.decode()
    assert info.splitlines()[:2] == ["software: aigaq 9", "format: WARC File Format 1.1"]
    whole = b"".join(str(record.headers).encode() + record.block for record in records(file))
    forbidden = {getpass.getuser(), platform.node(), str(dossier), str(Path.home())} - {"", "root"}
    assert [word for word in forbidden if word.encode() in whole] == []
    members = [at for at in range(len(file.read_bytes())) if file.read_bytes()[at : at + 4] == b"\x1f\x8b\x08\x00"]
    assert {file.read_bytes()[at + 4 : at + 10] for at in members} == {b"\0\0\0\0\x02\xff"}


def test_redirects_are_followed_and_each_hop_is_kept(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    for number, status in enumerate((301, 302, 303, 307)):
        parliament.script(f"/{number}", redirects(f"/{number + 1}", status))
    parliament.publish("/4", PAGE)
    made = fetch(parliament.url("/0#top"), dossier, terms=terms)
    assert [(hop.url, hop.status) for hop in made.hops] == [
        (parliament.url(f"/{at}"), status) for at, status in enumerate((301, 302, 303, 307, 200))
    ]
    assert (made.asked, made.final) == (parliament.url("/0#top"), parliament.url("/4"))
    assert (look(made), content(dossier, made)) == (Look.THERE, PAGE)
    assert made.warc
    assert len(blocks(dossier / made.warc.file, "response")) == 5


def test_a_circle_and_an_endless_way_are_told_apart(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.script("/a", redirects("/b"))
    parliament.script("/b", redirects("/a"))
    circle = fetch(parliament.url("/a"), dossier, terms=terms)
    for number in range(9):
        parliament.script(f"/{number}", redirects(f"/{number + 1}"))
    long = fetch(parliament.url("/0"), dossier, terms=terms)
    assert [(it.outcome, it.reason, len(it.hops)) for it in (circle, long)] == [
        (Outcome.FAILED, Reason.REDIRECT_LOOP, 2),
        (Outcome.FAILED, Reason.TOO_MANY_REDIRECTS, 5),
    ]


def test_what_came_before_a_failure_is_kept(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.script("/a", redirects("/b", body=b"this way"))
    parliament.script("/b", hangs())
    made = fetch(parliament.url("/a"), dossier, terms=terms)
    assert (made.outcome, made.reason, made.status) == (Outcome.FAILED, Reason.TIMEOUT, None)
    assert [hop.status for hop in made.hops] == [302, None]
    assert made.warc
    assert blocks(dossier / made.warc.file, "response")[0].endswith(b"this way")


def test_what_nothing_came_of_has_no_file(dossier: Path, terms: Terms) -> None:
    made = fetch("http://127.0.0.1:9/", dossier, terms=terms)
    assert (made.outcome, made.reason, made.warc, made.status) == (Outcome.FAILED, Reason.REFUSED, None, None)
    with pytest.raises(Refused) as refused:
        content(dossier, made)
    assert refused.value.code == "capture.no-content"


def test_a_name_that_leads_nowhere(dossier: Path, terms: Terms) -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError(f"{host}:{port}")

    made = fetch("http://parliament.test/", dossier, terms=evolve(terms, lookup=nowhere))
    assert (made.reason, look(made)) == (Reason.DNS, Look.COULD_NOT_LOOK)


def test_a_look_up_that_never_ends_is_left_behind(dossier: Path, terms: Terms) -> None:
    import threading

    asked = threading.Event()

    def slow(host: str, port: int) -> list[str]:
        del host, port
        asked.wait(5)
        return []

    limits = evolve(terms.limits, connect=0.1)
    made = fetch("http://parliament.test/", dossier, terms=evolve(terms, lookup=slow, limits=limits))
    asked.set()
    assert made.reason is Reason.DNS


def test_the_server_lies_about_dates_and_type(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.publish("/x", b"%PDF-1.4 no", media="image/png", modified="Mon, 31 Feb 2050 99:00:00 GMT")
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert (made.media, made.stated[0], made.stated[-1]) == (
        "image/png",
        Stated("http:last-modified", "Mon, 31 Feb 2050 99:00:00 GMT", ""),
        Stated("pdf:unread", "damaged", ""),
    )


def test_a_silent_edit_is_seen_although_the_server_says_nothing_changed(
    parliament: Parliament, dossier: Path, terms: Terms
) -> None:
    parliament.publish("/x", b"one", media="text/plain")
    first = fetch(parliament.url("/x"), dossier, terms=terms)
    parliament.edit("/x", b"two")
    second = fetch(parliament.url("/x"), dossier, terms=terms)
    parliament.rename("/x", "/y")
    third, fourth = (fetch(parliament.url(path), dossier, terms=terms) for path in ("/x", "/y"))
    assert first.stated == second.stated
    assert first.sha256 != second.sha256 == fourth.sha256
    assert [look(it) for it in (first, second, third, fourth)] == [Look.THERE, Look.THERE, Look.GONE, Look.THERE]
    assert [content(dossier, it) for it in (first, second, fourth)] == [b"one", b"two", b"two"]


def test_when_to_come_back_is_told(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.script("/x", asks_to_wait("120"))
    made = fetch(parliament.url("/x"), dossier, terms=terms)
    assert Stated("http:retry-after", "120", "") in made.stated
    assert len(parliament.asked) == 1


def test_a_name_is_bare_whatever_is_served(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    names = []
    for served in (
        'attachment; filename="../../etc/passwd"',
        "attachment; filename*=UTF-8''%D0%B7%D0%B0%D2%A3.docx",
        "",
    ):
        parliament.publish("/d/%D0%B6.pdf", b"x", media="text/plain", headers={"Content-Disposition": served})
        names.append(fetch(parliament.url("/d/ж.pdf"), dossier, terms=terms).name)
    assert names == ["passwd", "заң.docx", "ж.pdf"]


def test_two_looks_in_one_second_have_two_files(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.publish("/x", b"x", media="text/plain")
    made = [fetch(parliament.url("/x"), dossier, terms=terms) for _ in range(3)]
    assert len({it.warc.file for it in made if it.warc}) == 3


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http://a:b@127.0.0.1/", "page.html", "http://127.0.0.1/ x"])
def test_what_is_no_url_is_refused(dossier: Path, terms: Terms, url: str) -> None:
    with pytest.raises(UsageError) as refused:
        fetch(url, dossier, terms=terms)
    assert refused.value.code == "capture.url"


def test_a_full_disk_is_told_and_leaves_nothing(parliament: Parliament, dossier: Path, terms: Terms) -> None:
    parliament.publish("/x", b"x", media="text/plain")
    (dossier / "captures").write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        fetch(parliament.url("/x"), dossier, terms=terms)
    assert refused.value.code == "capture.disk"
    assert [path.name for path in dossier.iterdir()] == ["captures"]


def test_an_interruption_leaves_nothing(
    parliament: Parliament, dossier: Path, terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    parliament.publish("/x", b"x" * 5000, media="text/plain")
    monkeypatch.setattr(sys.modules["aigaq.evidence.capture.fetch"], "write_fetched", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fetch(parliament.url("/x"), dossier, terms=terms)
    assert [path for path in dossier.rglob("*") if path.is_file()] == []
