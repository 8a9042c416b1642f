"""The catalogue of standards: what ships with the program, what a dossier adds, and what is refused."""

from __future__ import annotations

import os
import re
import time
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigaq.bill.mark import Mark
from aigaq.bill.provisions import LONGEST
from aigaq.bill.standard import Binding, Standard, words
from aigaq.bill.standards import MOST_ENTRIES, MOST_FILES, Catalogue, catalogue, near, shipped
from aigaq.errors import Refused, UnreadableInput, UsageError
from aigaq.locale import translator
from aigaq.text.alphabets import KAZAKH_ONLY, script
from aigaq.values import Language
from tests.source import ROOT

EN, RU, KK = Language.EN, Language.RU, Language.KK
REFERENCE = ROOT / "docs" / "reference" / "standards.md"
SHIPPED = sorted((ROOT / "src" / "aigaq" / "profiles" / "standards").glob("*.toml"))
HOW_TO = ROOT / "docs" / "how-to" / "add-a-standard.md"

GOOD = """
version = 1
[[instrument]]
id = "X-Law"
binding = true
binds = "courts-and-authorities"
source = "Law of the land"
[instrument.name]
en = "Law X"
ru = "Закон Х"
kk = "Х заңы"

[[party]]
instrument = "X-Law"
country = "xx"
how = "adopted"
since = 2001-02-03
mark = "P"
checked = 2026-01-02

[[standard]]
id = "X-1"
instrument = "X-Law"
cite = "Law X, art. 1"
topics = ["law-making"]
mark = "L"
checked = 2026-01-02
[standard.says]
en = "Bills are published."
ru = "Законопроекты публикуются."
kk = "Заң жобалары жарияланады."
"""


def written(folder: Path, text: str, *, name: str = "own.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> str:
    """Return what is said of a folder whose one file has faults."""
    with pytest.raises(UnreadableInput) as raised:
        catalogue(own=folder)
    assert raised.value.code == "dossier.faults"
    return str(raised.value)


def texts(catalogue: Catalogue) -> Iterator[tuple[str, Mapping[Language, str]]]:
    """Yield everything that people read, with its place."""
    for standard in catalogue:
        yield f"{standard.id} says", standard.says
        if standard.note:
            yield f"{standard.id} note", standard.note
    for instrument in catalogue.instruments.values():
        yield f"{instrument.id} name", instrument.names
        if instrument.read:
            yield f"{instrument.id} read", instrument.read
    for group in (words().topics, words().binding, words().binds, words().how):
        yield from ((f"word {term.id}", term.names) for term in group.values())


# What ships.


@pytest.mark.parametrize(
    "name",
    """
    KZ-Const-1995-4.3 KZ-Const-1995-14 KZ-Const-1995-17 KZ-Const-1995-18.3 KZ-Const-1995-20 KZ-Const-1995-61
    KZ-Const-2026
    ICCPR-2 ICCPR-7 ICCPR-9 ICCPR-17 ICCPR-19 ICCPR-21 ICCPR-22 ICCPR-25 ICCPR-26 CCPR-GC25-5 CCPR-GC34-19 CCPR-GC37-46
    ICESCR-2 ICESCR-6 ICESCR-12 ICESCR-13 CESCR-GC20-32 CESCR-GC22-23
    CRC-2 CRC-3 CRC-12 CRC-13 CRC-16 CRC-17 CRC-19 CRC-GC20-33
    CAT-1 CAT-2 CAT-11 CAT-12 CAT-13 CAT-16 CEDAW-1 CEDAW-2 CEDAW-5 CEDAW-GR28-18 CEDAW-GR33-8 CEDAW-GR35-29
    YP-2 YP-19 YP+10-30 VC-RoL-II.A.5 VC-RoL-II.B.1 VC-RoL-II.B.3 OSCE-Copenhagen-5.8 OSCE-Copenhagen-5.9
    OSCE-Copenhagen-9.1 OSCE-Moscow-18.1 OSCE-Istanbul EU-CA-2025-3 EPCA-1 IPU-IDP-3.1.2
    """.split(),
)
def test_the_standards_that_a_bill_is_measured_by_are_there(name: str) -> None:
    assert name in shipped()
    assert shipped().get(name).id == name


def test_every_topic_has_a_standard_and_every_word_is_used() -> None:
    found = shipped()
    assert {topic for standard in found for topic in standard.topics} == words().topics.keys()
    assert {instrument.binds for instrument in found.instruments.values()} == words().binds.keys()
    assert {party.how for party in found.parties} == words().how.keys()
    assert words().binding.keys() == {binding.value for binding in Binding}


def test_every_instrument_has_a_standard() -> None:
    found = shipped()
    assert found.instruments.keys() == {standard.instrument.id for standard in found}


@pytest.mark.parametrize(("name", "binding"), [
    ("ICCPR-19", Binding.LEGAL), ("KZ-Const-1995-14", Binding.LEGAL), ("EPCA-1", Binding.LEGAL),
    ("OSCE-Moscow-18.1", Binding.POLITICAL), ("EU-CA-2025-3", Binding.POLITICAL),
    ("CCPR-GC34-19", Binding.NONE), ("VC-RoL-II.A.5", Binding.NONE), ("YP-19", Binding.NONE),
    ("IPU-IDP-3.1.2", Binding.NONE),
])  # fmt: skip
def test_how_far_it_binds(name: str, binding: Binding) -> None:
    assert shipped().get(name).binding is binding


@pytest.mark.parametrize(("name", "how", "since", "until"), [
    ("ICCPR-19", "ratified", "2006-04-24", None),
    ("CCPR-GC34-19", "ratified", "2006-04-24", None),
    ("CCPR-KAZ-2016-10", "ratified", "2006-04-24", None),
    ("CEDAW-GR28-18", "acceded", "1998-09-25", None),
    ("OSCE-Moscow-18.1", "participates", "1992-01-30", None),
    ("VC-RoL-II.A.5", "member", "2012?", None),
    ("KZ-Const-1995-14", "adopted", "1995-09-05", date(2026, 7, 1)),
    ("KZ-Const-2026", "adopted", "2026-07-01", None),
])  # fmt: skip
def test_since_when_kazakhstan_is_bound(name: str, how: str, since: str, until: date | None) -> None:
    party = shipped().get(name).party("kz")
    assert party is not None
    assert (party.how, str(party.since), party.until) == (how, since, until)


def test_what_binds_nobody_has_no_party() -> None:
    assert shipped().get("YP-19").party("kz") is None
    assert shipped().get("ICCPR-19").party("kg") is None


def test_a_constitution_ends_where_the_next_begins() -> None:
    old, new = (shipped().get(name).party("kz") for name in ("KZ-Const-1995-14", "KZ-Const-2026"))
    assert old and new and old.until == new.since.day


def test_the_venice_checklist_stays_unverified_until_somebody_reads_it() -> None:
    assert {standard.mark for standard in shipped() if standard.instrument.id == "VC-RoL"} == {Mark.UNVERIFIED}


def sure(standard: Standard) -> bool:
    return standard.mark.sure


def test_marks_and_days_go_together() -> None:
    for standard in shipped():
        assert (standard.checked is None) == (standard.mark is Mark.UNVERIFIED), standard.id
        assert not sure(standard) or standard.instrument.read, f"{standard.id}: in which copy was it read?"
    for party in shipped().parties:
        assert (party.checked is None) == (party.mark is Mark.UNVERIFIED), party.instrument


# The language of what ships.


def test_russian_has_no_kazakh_letters_and_kazakh_has_its_own() -> None:
    for place, names in texts(shipped()):
        assert not set(names[RU]) & KAZAKH_ONLY, place
        assert not re.search("[А-Яа-яЁё]", names[EN]), place
        if not place.startswith("word"):
            assert set(names[KK]) & KAZAKH_ONLY, place


def test_no_word_mixes_latin_and_cyrillic() -> None:
    mixed = [
        (place, word)
        for place, names in texts(shipped())
        for language in (RU, KK)
        for word in re.findall(r"\w+", names[language])
        if script(word) == "mixed"
    ]
    assert mixed == []


def test_a_standard_says_one_sentence_of_its_own() -> None:
    for standard in shipped():
        for text in standard.says.values():
            assert text.endswith("."), standard.id
            assert not re.search(r"[.!?]\s", text), f"{standard.id}: one sentence"
            assert not re.search('[«»"“”]', text), f"{standard.id}: no quotation"


def test_no_sentence_stands_twice() -> None:
    for language in Language:
        said = [standard.says[language] for standard in shipped()]
        assert len(set(said)) == len(said)


# Marks.


@pytest.mark.parametrize(("mark", "en", "ru", "kk"), [
    (Mark.READ, "read in the text", "прочитано в тексте", "мәтінінен оқылған"),
    (Mark.PRESS, "known from the press", "известно из прессы", "баспасөзден белгілі"),
    (Mark.UNVERIFIED, "not verified", "не проверено", "тексерілмеген"),
])  # fmt: skip
def test_marks_in_words(mark: Mark, en: str, ru: str, kk: str) -> None:
    assert (mark.said, translator("ru")(mark.said), translator("kk")(mark.said)) == (en, ru, kk)


# Asking for one.


@pytest.mark.parametrize(("name", "hint"), [
    ("ICCPR19", "ICCPR-19"), ("iccpr-19", "ICCPR-19"), ("ICCPR-91", "ICCPR-19"), ("VC-ROL-II.A.5", "VC-RoL-II.A.5"),
    ("OSCE-Moskow-18.1", "OSCE-Moscow-18.1"), ("zzz", "reference/standards.md"), ("", "reference/standards.md"),
])  # fmt: skip
def test_did_you_mean(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        shipped().get(name)
    assert raised.value.code == "standard.unknown"
    assert hint in raised.value.hint_text()


def test_a_huge_name_is_cut() -> None:
    started = time.monotonic()
    with pytest.raises(UsageError) as raised:
        shipped().get("ICCPR-19" * 100_000)
    assert len(str(raised.value)) < 200 and time.monotonic() - started < 5


def test_near_gives_three_at_most() -> None:
    assert len(near("KZ-Const-1995-99", shipped().standards)) == 3


def test_about_a_topic() -> None:
    found = [standard.id for standard in shipped().about("consultation")]
    assert "VC-RoL-II.A.5" in found and "ICCPR-7" not in found
    assert shipped().about("nothing") == ()


# What a dossier adds.


def test_a_dossier_adds_its_own(tmp_path: Path) -> None:
    found = catalogue(own=written(tmp_path, GOOD))
    assert len(found) == len(shipped()) + 1
    assert found.get("X-1").says[KK] == "Заң жобалары жарияланады."
    assert found.get("X-1").party("xx") is not None
    assert "X-1" not in shipped()


def test_another_country_only_adds_when_it_was_bound(tmp_path: Path) -> None:
    text = '[[party]]\ninstrument = "ICCPR"\ncountry = "kg"\nhow = "acceded"\nsince = "1995-01"\nmark = "U"\n'
    standard = catalogue(own=written(tmp_path, text)).get("CCPR-GC34-19")
    assert [str(party.since) for party in standard.parties] == ["2006-04-24", "1995-01"]
    assert standard.party("kg") is not None


@pytest.mark.parametrize("own", [None, Path("nowhere")])
def test_without_a_folder_there_is_what_ships(own: Path | None) -> None:
    assert len(catalogue(own=own)) == len(shipped())


def test_regimes_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("regime-xx.toml", ".own.toml", "notes.txt"):
        written(tmp_path, "not = [toml", name=name)
    assert len(catalogue(own=tmp_path)) == len(shipped())


def test_a_note_is_kept(tmp_path: Path) -> None:
    text = GOOD + '[standard.note]\nen = "Read twice."\nru = "Прочитано дважды."\nkk = "Екі рет оқылды."\n'
    note = catalogue(own=written(tmp_path, text)).get("X-1").note
    assert note and note[EN] == "Read twice."


# Faults.

DAY = 'mark = "L"\nchecked = 2026-01-02'
OF = 'id = "X-1"\ninstrument = "X-Law"'
COUNTRY = "[[party]]\n" + GOOD.partition("[[party]]\n")[2].partition("[[standard]]")[0]
PROVISION = "[[standard]]\n" + GOOD.partition("[[standard]]\n")[2]
FAULTS = [
    ('cite = "Law X', 'sight = "Law X', "standard X-1: cite is missing"),
    ('cite = "Law X', 'sight = 1\ncite = "Law X', "standard X-1: sight is not known here"),
    ("version = 1", "version = 1\nextra = 2", "extra is not known here"),
    ('kk = "Заң жобалары жарияланады."', "", "standard X-1, says: kk is missing"),
    ('kk = "Заң жобалары жарияланады."', 'kk = "А."\nkz = "А."', "standard X-1, says: kz is not known here"),
    ('kk = "Х заңы"', "", "instrument X-Law, name: kk is missing"),
    ('mark = "L"', 'mark = "X"', "standard X-1: mark is «X», not one of: L, P, U"),
    ('mark = "L"', "", "standard X-1: mark is missing"),
    (DAY, 'mark = "L"', "standard X-1: the mark L needs the day"),
    ('mark = "P"\nchecked = 2026-01-02', 'mark = "P"', "party X-Law: the mark P needs the day"),
    ('mark = "L"', 'mark = "U"', "standard X-1: the mark U says that nobody looked"),
    (DAY, 'mark = "L"\nchecked = "2026-13-02"', "standard X-1: checked is «2026-13-02», no date"),
    (DAY, 'mark = "L"\nchecked = "2026-01"', "standard X-1: checked is «2026-01», not known to the day"),
    ("since = 2001-02-03", 'since = "soon"', "party X-Law: since is «soon», no date"),
    ("since = 2001-02-03", "", "party X-Law: since is missing"),
    ("since = 2001-02-03", 'since = 2001-02-03\nuntil = "2002"', "party X-Law: until is «2002», not known to the day"),
    ('country = "xx"', 'country = "XX"', "party X-Law: country is «XX»"),
    ('how = "adopted"', 'how = "signed"', "party X-Law: how is «signed», not one of: adopted"),
    ("binding = true", 'binding = "yes"', "instrument X-Law: binding is neither true nor false nor «political»"),
    ("binding = true", "binding = 1", "instrument X-Law: binding is neither"),
    ("binding = true", "", "instrument X-Law: binding is missing"),
    ('binds = "courts-and-authorities"', 'binds = "all"', "instrument X-Law: binds is «all», not one of: courts"),
    ('source = "Law of the land"', "", "instrument X-Law: source is missing"),
    ('topics = ["law-making"]', 'topics = ["laws"]', "standard X-1: topics is «laws», not one of: law-making"),
    ('topics = ["law-making"]', "", "standard X-1: topics is missing"),
    ('topics = ["law-making"]', "topics = [1]", "standard X-1: topics is no list of words"),
    ('id = "X-1"', "", "standard 1: id is missing"),
    ('id = "X-1"', 'id = "X 1"', "standard X 1: id is «X 1»"),
    (OF, 'id = "X-1"\ninstrument = "X-law"', "standard X-1: there is no instrument «X-law»; did you mean X-Law"),
    (OF, 'id = "X-1"\ninstrument = "qq"', "standard X-1: there is no instrument «qq»"),
    ('source = "Law of the land"', 'source = "Law of the land"\nunder = "ICPR"', "did you mean ICCPR"),
    ("Bills are published.", "B" * (LONGEST + 1), f"says.en has {LONGEST + 1} characters, {LONGEST} at most"),
    ("Bills are published.", "Bills \\u001b[2J", "standard X-1, says: en holds signs that cannot be printed"),
    ("Bills are published.", "Bills \\u202e", "standard X-1: says.en holds signs that cannot be printed"),
    ("Bills are published.", "Bills\\nare", "standard X-1: says.en holds signs that cannot be printed"),
    ('cite = "Law X, art. 1"', "cite = 1", "standard X-1: cite is no text"),
    ("[[party]]", f"{PROVISION}[[party]]", "standard X-1: the id «X-1» is given twice"),
    ("[[standard]]", f"{COUNTRY}[[standard]]", "party X-Law: the country «xx» is given twice"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS)
def test_a_fault_is_named_with_its_file_entry_and_field(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert GOOD.count(old) >= 1
    said = told(written(tmp_path, GOOD.replace(old, new, 1)))
    assert said.startswith("own.toml has faults") and fault in said


def test_every_fault_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    text = GOOD
    for old, new in (
        ("binding = true", ""),
        ('how = "adopted"', 'how = "x"'),
        ('mark = "L"', 'mark = "X"'),
        ("cite", "site"),
    ):
        text = text.replace(old, new, 1)
    said = told(written(tmp_path, text))
    for fault in ("binding is missing", "how is «x»", "mark is «X»", "cite is missing", "site is not known here"):
        assert fault in said


def test_faults_are_told_in_the_language_of_the_reader(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as raised:
        catalogue(own=written(tmp_path, GOOD.replace('mark = "L"', 'mark = "U"', 1)))
    assert "ешкім қарамады" in raised.value.text(translator("kk"))


# What is refused.


@pytest.mark.parametrize("name", ["ICCPR-19", "X-1"])
def test_an_id_that_is_taken_is_refused(tmp_path: Path, name: str) -> None:
    written(tmp_path, GOOD, name="a.toml")
    text = GOOD.replace("X-Law", "Y-Law").replace('"X-1"', f'"{name}"')
    with pytest.raises(Refused, match=name) as raised:
        catalogue(own=written(tmp_path, text, name="b.toml"))
    assert raised.value.code == "standard.collision"


def test_an_instrument_that_is_taken_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="ICCPR") as raised:
        catalogue(own=written(tmp_path, GOOD.replace("X-Law", "ICCPR")))
    assert raised.value.code == "standard.collision"


def test_a_country_that_is_there_cannot_be_given_again(tmp_path: Path) -> None:
    text = '[[party]]\ninstrument = "ICCPR"\ncountry = "kz"\nhow = "acceded"\nsince = 1995\nmark = "U"\n'
    assert "the country «kz» is given twice" in told(written(tmp_path, text))


def test_bounds_on_entries_and_files(tmp_path: Path) -> None:
    entry = '[[party]]\ninstrument = "ICCPR"\n'
    with pytest.raises(Refused, match=str(MOST_ENTRIES)) as raised:
        catalogue(own=written(tmp_path, entry * (MOST_ENTRIES + 1)))
    assert raised.value.code == "standard.too-many"
    for n in range(MOST_FILES + 1):
        written(tmp_path, "", name=f"{n}.toml")
    with pytest.raises(Refused, match=str(MOST_FILES)):
        catalogue(own=tmp_path)


@pytest.mark.parametrize("data", [
    b"\xff\xfe", b"a = ", b"a = [" + b"[" * 3000, b'a = "' + b"x" * 4_000_001 + b'"', b"standard = 1",
    b"[standard]", b"standard = [1]",
])  # fmt: skip
def test_a_hostile_file_gives_a_clear_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(data)
    started = time.monotonic()
    with pytest.raises(UnreadableInput, match=r"own\.toml"):
        catalogue(own=tmp_path)
    assert time.monotonic() - started < 10


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(Refused, match=r"folder\.toml") as raised:
        catalogue(own=tmp_path)
    assert raised.value.code == "standard.not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(Refused, match=r"pipe\.toml"):
        catalogue(own=tmp_path)


def test_an_error_names_no_path(tmp_path: Path) -> None:
    assert str(tmp_path) not in told(written(tmp_path, GOOD.replace('mark = "L"', "", 1)))


@settings(max_examples=150, deadline=None)
@given(st.permutations(GOOD.strip().splitlines()), st.integers(0, 40))
def test_lines_in_any_order_never_end_in_another_error(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], cut: int
) -> None:
    folder = written(tmp_path_factory.mktemp("own"), "\n".join(lines[cut:]))
    with suppress(UnreadableInput, Refused):
        assert len(catalogue(own=folder)) >= len(shipped())


# The reference.


def test_the_reference_lists_every_standard_as_it_is() -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([^`]+)` \| (.+) \| ([LPU]) \|$", page, re.MULTILINE)
    assert listed == [(standard.id, standard.cite, standard.mark.value) for standard in shipped()]


def test_the_reference_names_every_word_and_no_other() -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    for heading, group in (("Topics", words().topics), ("Whom it binds", words().binds), ("How", words().how)):
        section = page.partition(f"\n### {heading}\n")[2].partition("\n#")[0]
        assert re.findall(r"^- `([a-z-]+)`", section, re.MULTILINE) == list(group), heading


def test_the_reference_names_every_key() -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    for table in ("instrument", "party", "standard"):
        section = page.partition(f"\n`[[{table}]]`, ")[2].partition("\n`[[")[0].partition("\n#")[0]
        told = set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))
        files = (tomllib.loads(path.read_text(encoding="utf-8")) for path in SHIPPED)
        assert told == {key for file in files for entry in file.get(table, ()) for key in entry}, table


def test_the_files_of_the_recipe_are_read(tmp_path: Path) -> None:
    shown = re.findall(r"^ *```toml\n(.*?)^ *```$", HOW_TO.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    made = catalogue(own=written(tmp_path, "\n".join(shown)))
    assert len(shown) == 2
    assert made.get("XX-Const-70").party("xx") is not None
    assert made.get("ICCPR-19").party("xx") is not None
