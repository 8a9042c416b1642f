"""The files of a new dossier: empty tables with their headings, and a head that says what to write where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from aigaq.bill.dossier.event import CHOICES
from aigaq.bill.dossier.event import COLUMNS as EVENTS
from aigaq.bill.dossier.paper import DOCUMENTS, LOOKS
from aigaq.bill.dossier.source import COLUMNS as SOURCES
from aigaq.bill.regimes import Regime
from aigaq.values import Language

_HEAD: Final = """# The record of a bill. Every file here is plain text; keep the folder in git if you like.
# What each field means: docs/reference/dossier.md

format = "aigaq/dossier"
version = 1
id = "{id}"
jurisdiction = "{jurisdiction}"
acts = []            # titles of the acts that the bill amends now
sponsors = []

[title]
{language} = {title}

{known}
[initiator]
who = ""             # one of the initiators above
of = ""              # what they introduced, if not the whole bill
source = ""

# A title that the bill had:
# [[called]]
# title = ""
# since = "2026-01"
# source = ""

# A page to be watched:
# [[watch]]
# url = "https://…"
# kind = "listing"

# Nothing goes online unless this is true, or --online is given:
# [network]
# online = false
"""
_STATEMENTS: Final = """# What proposers say, what was found when it was looked for, and what international bodies say.
# [[statement]]
# id = ""
# who = ""            # an office or a group
# role = "proposer"   # proposer, official, other
# date = "2026-01-31"
# language = "ru"
# quote = ""
# source = ""
# [[statement.claim]]
# says = ""
# result = "nothing-found"   # supported, contradicted, nothing-found, could-not-look
# found = ""
#
# [[reaction]]
# id = ""
# body = ""
# symbol = ""
# date = "2026-01"
# about = ""
# source = ""
"""


_ATTRIBUTES: Final = """# No byte of the log, of a capture or of a paper may change on its way through git.
log/** -text
captures/** -text
documents/** -text
"""


def plain_files(
    *, id: str, jurisdiction: str, title: str, language: Language, regimes: Iterable[Regime] = ()
) -> Mapping[str, str]:
    """Return the texts of the files of a new dossier, by name.

    Tables are laid out as a spreadsheet in the language of the title opens them: a byte-order mark, and the semicolon
    in Russian and Kazakh, where the comma separates decimals.

    Args:
        id: Sixteen hexadecimal digits.
        jurisdiction: Code of the country.
        title: Title of the bill.
        language: Language of the title.
        regimes: Regimes of the country, whose words are listed.
    """
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    tables = {
        "sources.csv": SOURCES,
        "events.csv": EVENTS,
        "choices.csv": CHOICES,
        "documents/documents.csv": DOCUMENTS,
        "documents/looks.csv": LOOKS,
    }
    between = "," if language is Language.EN else ";"
    known = "".join(_words(regime, language) for regime in regimes)
    head = _HEAD.format(id=id, jurisdiction=jurisdiction, language=language, title=f'"{escaped}"', known=known)
    return {
        "dossier.toml": head,
        **{name: "\ufeff" + between.join(_short(columns)) + "\n" for name, columns in tables.items()},
        "statements/statements.toml": _STATEMENTS,
        ".gitattributes": _ATTRIBUTES,
    }


def _words(regime: Regime, language: Language) -> str:
    """Return the words of a regime as comments: what stands in the tables, and what it is called."""
    lines = [f"# {regime.titles[language]}"]
    for name, terms in (("initiators", regime.initiators), ("chambers", regime.chambers), ("stages", regime.stages)):
        lines.append(f"#   {name}: " + ", ".join(f"{term.id} ({term.names[language]})" for term in terms))
    return "\n".join(lines) + "\n"


def _short(columns: Sequence[str]) -> list[str]:
    """Return the columns without those for a second language."""
    return [name for name in columns if not name.endswith(tuple(f"_{language}" for language in Language))]
