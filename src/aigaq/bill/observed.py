"""Looks that follow from captures: what the watched pages showed, at every capture of them, as the log holds it.

A document's own address shows the document, shows that it is gone, or could not be looked at. A listing is asked for
each kind of document that is expected of it: a link that is called so was there, or none was. Nothing is concluded from
a page that is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import define, evolve, field

from aigaq.bill.dossier import Dossier, Look, Result, Source
from aigaq.bill.told import Told
from aigaq.bill.watch import Watched
from aigaq.bill.watch.link import shows_document
from aigaq.bill.watch.page import read_page
from aigaq.bill.watch.titles import document_kinds
from aigaq.bill.watch.watched import PageKind
from aigaq.errors import AigaqError
from aigaq.evidence.capture import Capture, look
from aigaq.evidence.capture import Look as Seen
from aigaq.values import Language, PartialDate

SOURCE = Source(
    id="captures",
    kind="own-look",
    title=Told(
        "",
        {
            Language.EN: "Captures in the log of this dossier",
            Language.RU: "Снимки страниц в журнале этого досье",
            Language.KK: "Осы досье журналындағы беттердің көшірмелері",
        },
    ),
    date=PartialDate(),
)
"""Whence a look comes that a capture shows."""

_NO_FILE: Final = Told(
    "",
    {
        Language.EN: "a page came instead of the file",
        Language.RU: "вместо файла пришла страница",
        Language.KK: "файлдың орнына бет келді",
    },
)
_NO_LIST: Final = Told(
    "",
    {
        Language.EN: "the page came, and links to no document",
        Language.RU: "страница получена, но ссылок на документы на ней нет",
        Language.KK: "бет алынды, бірақ онда құжаттарға сілтеме жоқ",
    },
)
_RESULTS: Final = {
    Seen.THERE: Result.FOUND,
    Seen.GONE: Result.ABSENT,
    Seen.COULD_NOT_LOOK: Result.FAILED,
}

Content = Callable[[Capture], bytes]
"""Gives the content of a capture."""


def observed(
    dossier: Dossier, watched: Iterable[Watched], *, captures: Mapping[int, Capture], content: Content
) -> Dossier:
    """Return the dossier with the looks that its captures show among those that people wrote down.

    Args:
        dossier: The dossier.
        watched: The pages that it watches.
        captures: Captures by the number of their entry.
        content: Gives the content of a capture.
    """
    pages = {page.url: page for page in watched}
    titles = _Titles(content)
    found = [
        each
        for number, capture in captures.items()
        if capture.asked in pages
        for each in _looks(pages[capture.asked], number, capture, titles)
    ]
    if not found:
        return dossier
    looks = tuple(sorted((*dossier.looks, *_turns(found)), key=lambda each: each.date.order))
    return evolve(dossier, looks=looks, sources={**dossier.sources, SOURCE.id: SOURCE})


def _turns(looks: Iterable[Look]) -> Iterator[Look]:
    """Yield the first and the last of looks that one after the other saw the same: a page is watched every hour."""
    runs: dict[tuple[str, str, str], list[Look]] = {}
    for each in looks:
        run = runs.setdefault((each.looked_for, each.stage, str(each.place)), [])
        if len(run) > 1 and {run[-1].result, run[-2].result} == {each.result} and run[-1].title == each.title:
            run.pop()
        run.append(each)
    yield from (each for run in runs.values() for each in run)


def _looks(page: Watched, number: int, capture: Capture, titled: _Titles) -> Iterator[Look]:
    seen = look(capture)
    if page.kind is PageKind.DOCUMENT and page.document:
        replaced = seen is Seen.THERE and _replaced(page, capture)
        made = _look(page, page.document, number, capture, Result.FAILED if replaced else _RESULTS[seen])
        yield evolve(made, note=_NO_FILE) if replaced else made
    if page.kind is not PageKind.LISTING:
        return
    titles = titled.of(page, capture) if seen is Seen.THERE else None
    for kind in page.expect:
        if titles is None:
            failed = _look(page, kind, number, capture, Result.FAILED)
            yield evolve(failed, note=_NO_LIST) if seen is Seen.THERE else failed
        elif kind in titles:
            yield evolve(_look(page, kind, number, capture, Result.FOUND), title=titles[kind])
        else:
            yield _look(page, kind, number, capture, Result.ABSENT)


def _replaced(page: Watched, capture: Capture) -> bool:
    """Return whether a page came where the address promises a file: a notice, not the document."""
    return shows_document(page.url) and capture.media in ("text/html", "application/xhtml+xml")


@define
class _Titles:
    """The titles of the documents that listings show; a page that stayed the same is read once."""

    content: Content
    known: dict[tuple[str, str], Mapping[str, str] | None] = field(factory=dict)

    def of(self, page: Watched, capture: Capture) -> Mapping[str, str] | None:
        """Return the title of the first document of each kind; None when the page shows no list."""
        key = (page.url, capture.sha256)
        if key not in self.known:
            self.known[key] = _titles(page, capture, self.content)
        return self.known[key]


def _titles(page: Watched, capture: Capture, content: Content) -> Mapping[str, str] | None:
    """Return the title of the first document of each kind that a listing links to; None when it shows no list at all.

    A page without any document may be a notice or an empty shell that a script fills: it proves no absence.
    """
    try:
        shown = read_page(content(capture), address=capture.final, select=page.select, ignore=page.ignore)
    except AigaqError:
        return None
    named = [(link, document_kinds(link.text, *([link.beside] if link.document else []))[:1]) for link in shown.links]
    documents = [(link, kinds) for link, kinds in named if link.document or (kinds and link.main)]
    if not shown.selected or not documents:
        return None
    titles: dict[str, str] = {}
    for link, kinds in documents:
        for kind in kinds:
            titles.setdefault(kind, link.text or link.name)
    return titles


def _look(page: Watched, kind: str, number: int, capture: Capture, result: Result) -> Look:
    why = capture.reason.value or (str(capture.status) if capture.status else "")
    return Look(
        date=PartialDate.on(capture.ended.date()),
        looked_for=kind,
        stage=page.stage,
        language="",
        place=Told(page.url),
        result=result,
        source=SOURCE.id,
        capture=number,
        note=Told(why) if result is Result.FAILED else Told(),
    )
