"""A dossier as a whole: read, refused with every fault, made new."""

from __future__ import annotations

from pathlib import Path

import pytest

from aigaq.app.dossier import add_event, new_dossier
from aigaq.bill.dossier import read_dossier, read_head
from aigaq.errors import AigaqError, Refused, UnreadableInput, UsageError
from aigaq.locale import translator
from aigaq.values import Language
from tests.bill.dossiers import EXAMPLE, events, folder, looks, papers


def test_the_example_is_read_without_a_fault() -> None:
    made = read_dossier(EXAMPLE)
    assert made.head.title(Language.KK) == "Архив ісі мәселелері бойынша түзетулер туралы"
    assert {event.kind for event in made.events} >= {"petition", "reading", "adopted", "signed", "in-force"}
    assert [event.id for event in made.events if event.open] == ["second-reading"]
    assert all(source.title.text(language) for source in made.sources.values() for language in Language)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"events": events("v,adoptd,2025-11-12")}, "line 2: kind is «adoptd», not one of"),
        ({"events": events("v,adopted,12.13.2025")}, "line 2: date is «12.13.2025», no date"),
        (
            {"events": events("v,adopted,2025-11-12,upper")},
            "chamber is «upper», not one of: kurultai, mazhilis, senate",
        ),
        ({"events": events("v,adopted,2025-11-12,senate,senate-9")}, "stage is «senate-9», not one of: force,"),
        ({"events": events("v,adopted,2025-11-12,senate,senate-2,many")}, "acts is «many», no whole number"),
        ({"events": events("v,adopted,2025-11-12,senate,senate-2,-1")}, "acts is «-1», no whole number"),
        ({"events": events("v,document,2025-11-12,,,,,bill")}, "there is no document «bill»"),
        ({"events": "event,source\nv,nobody\n"}, "there is no source «nobody»"),
        ({"events": "event,sauce\nv,press\n"}, "there is no column «sauce» here"),
        ({"events": "event,source,what\nv,press,a\x07b\n"}, "what holds signs that cannot be printed"),
        (
            {"choices": "event,fact,source,reason,decided\nv,date,press,r,2026-01-01\n"},
            "press says nothing of date of «v»",
        ),
        ({"choices": "event,fact,source,reason,decided\nv,date,press,,2026-01-01\n"}, "reason is missing"),
        ({"documents": papers("a,bill-text", "a,bill-text")}, "the id «a» is given twice"),
        ({"documents": papers("a,bill-text,,ru Kazakh")}, "«Kazakh» is no code of a language"),
        ({"documents": papers("a,bill-text,,,,none.txt")}, "there is no file none.txt"),
        ({"documents": papers("a,bill-text,,,,../dossier.toml")}, "the file lies outside the folder documents"),
        ({"looks": looks("2025-11-16,comparative-table,,seen")}, "result is «seen», not one of"),
        ({"looks": looks(",comparative-table,,absent")}, "date is missing"),
        ({"sources": "source,kind,title\npress,press,P\npress,press,P\n"}, "the id «press» is given twice"),
        ({"statements": '[[statement]]\nid = "s"\nwoh = "x"\n'}, "who is missing"),
        ({"statements": "[[reaction]\n"}, "is no TOML"),
        ({"initiator": "queen"}, "initiator is «queen», not one of: deputies,"),
        ({"events": events("v,rеading,2025-11-12")}, "kind: «rеading» looks like «reading» and is not"),
        ({"events": "event,kind,dаte,source\nv,adopted,2025-11-12,press\n"}, "«dаte» looks like «date» and is not"),
        ({"events": "event,kind,what,source\nv,adopted,a, b,press\n"}, "stands in quotation marks"),
        ({"head": "watch_list = 1"}, "watch_list is not known here"),
        ({"head": "related = 1"}, "related is no list of tables"),
    ],
)
def test_a_fault_is_refused_and_named(tmp_path: Path, tables: dict[str, str], said: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_dossier(folder(tmp_path, **tables))
    assert said in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


def test_all_faults_of_a_file_are_told_at_once_and_in_the_readers_language(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_dossier(folder(tmp_path, events=events("v,adoptd,soon", "w,reading,2025-13")))
    told = caught.value.text(translator("ru"))
    assert caught.value.values["n"] == 3
    assert told.count("line") + told.count("строка") >= 3
    assert "не дата" in told


def test_a_folder_without_a_head_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_head(tmp_path)
    assert caught.value.code == "dossier.missing"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "0000000000000000"', 'id = "xyz"', "sixteen hexadecimal digits"),
        ("version = 1", "version = 2", "too old"),
        ('format = "aigaq/dossier"', 'format = "other"', "format is «other»"),
        ('en = "A bill"', "", "no title"),
    ],
)
def test_a_head_that_is_not_ours_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = folder(tmp_path) / "dossier.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableInput, match=said):
        read_head(tmp_path)


@pytest.mark.parametrize("title", ["О поправках", 'With "quotes" and \\ and ]', "Қазақша әғқңөұүһі"])
def test_a_new_dossier_can_be_read(tmp_path: Path, title: str) -> None:
    new_dossier(tmp_path / "d", title=title, language=Language.RU, jurisdiction="kz", id="0123456789abcdef")
    made = read_dossier(tmp_path / "d")
    assert (made.head.id, made.head.title(Language.RU), made.events) == ("0123456789abcdef", title, ())


def test_a_dossier_is_never_written_over(tmp_path: Path) -> None:
    new_dossier(tmp_path, title="A", language=Language.EN, jurisdiction="kz")
    with pytest.raises(Refused) as caught:
        new_dossier(tmp_path, title="B", language=Language.EN, jurisdiction="kz")
    assert caught.value.code == "dossier.exists"
    assert read_head(tmp_path).title(Language.EN) == "A"


@pytest.mark.parametrize(
    ("title", "country", "kind"), [(" ", "kz", UsageError), ("a\nb", "kz", UsageError), ("A", "zz", Refused)]
)
def test_nothing_is_made_of_a_wrong_order(tmp_path: Path, title: str, country: str, kind: type[AigaqError]) -> None:
    with pytest.raises(kind):
        new_dossier(tmp_path / "d", title=title, language=Language.EN, jurisdiction=country)
    assert not (tmp_path / "d").exists()


def test_an_event_is_added_with_its_new_source(tmp_path: Path) -> None:
    folder(tmp_path, events=events("v,adopted,2025-11-12"))
    before = (tmp_path / "events.csv").read_text(encoding="utf-8")
    row = {"event": "s", "kind": "signed", "date": "2025-12-30", "source": "gazette"}
    add_event(tmp_path, event=row, source={"source": "gazette", "kind": "official", "title": "The gazette"})
    made = read_dossier(tmp_path)
    assert [event.id for event in made.events] == ["v", "s"]
    assert made.sources["gazette"].kind == "official"
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").startswith(before)


def test_a_wrong_event_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    folder(tmp_path, events=events("v,adopted,2025-11-12"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    row = {"event": "s", "kind": "signed", "date": "2025-12-30", "stage": "nowhere", "source": "gazette"}
    with pytest.raises(UnreadableInput):
        add_event(tmp_path, event=row, source={"source": "gazette", "kind": "official", "title": "The gazette"})
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_what_people_write_goes_in_and_out_as_data(tmp_path: Path) -> None:
    folder(tmp_path)
    what = '=cmd|"/c calc", "quoted"; Қазақ'
    add_event(
        tmp_path, event={"event": "e", "kind": "other", "what": what, "source": "press"}, source={"source": "press"}
    )
    assert read_dossier(tmp_path).events[0].what(Language.EN) == what
    assert "\n=cmd" not in (tmp_path / "events.csv").read_text(encoding="utf-8")


def test_what_a_spreadsheet_wrote_stays_as_it_wrote_it(tmp_path: Path) -> None:
    folder(tmp_path)
    path = tmp_path / "events.csv"
    path.write_bytes("\ufeffevent;kind;date;what;source;;\r\nv;adopted;12.11.2025;Принят;press;;\r\n".encode())
    add_event(tmp_path, event={"event": "s", "kind": "signed", "source": "press"}, source={"source": "press"})
    written = path.read_bytes()
    assert written.startswith("\ufeffevent;kind;date".encode())
    assert written.endswith(b"s;signed;;;press;;\r\n")
    assert [(event.id, str(event.date)) for event in read_dossier(tmp_path).events] == [("v", "2025-11-12"), ("s", "")]


@pytest.mark.parametrize(("language", "head"), [(Language.EN, "event,kind"), (Language.RU, "event;kind")])
def test_new_tables_open_in_a_spreadsheet_of_that_language(tmp_path: Path, language: Language, head: str) -> None:
    new_dossier(tmp_path, title="A", language=language, jurisdiction="kz")
    assert (tmp_path / "events.csv").read_bytes().startswith(f"\ufeff{head}".encode())
    words = (tmp_path / "dossier.toml").read_text(encoding="utf-8")
    assert "kurultai-3" in words and "halyk-kenesi" in words


def test_an_event_that_names_no_entry_of_the_log_is_refused(tmp_path: Path) -> None:
    folder(tmp_path)
    event = {"event": "s", "kind": "signed", "source": "press", "capture": "99"}
    with pytest.raises(UsageError) as caught:
        add_event(tmp_path, event=event, source={"source": "press"})
    assert caught.value.code == "dossier.capture"
