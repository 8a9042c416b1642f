"""The files of a comparative table: names with bytes, so that the caller only has to put them somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from aigaq.document.write import FORMATS as DOCUMENT_FORMATS
from aigaq.document.write import checked
from aigaq.document.write import write as write_document
from aigaq.law.compare.change import Comparison
from aigaq.law.table import json
from aigaq.law.table.build import table
from aigaq.law.table.origin import Origin
from aigaq.text.watch import WatchTerm
from aigaq.values import Language

FORMATS: Final = (*DOCUMENT_FORMATS, "json")
"""Formats that `files` knows."""
STEM: Final = "comparative-table"


def files(
    comparison: Comparison,
    *,
    formats: Iterable[str] = FORMATS,
    profile: Mapping[str, object],
    language: Language,
    version: str,
    watch: Sequence[WatchTerm] = (),
    forbidden: Iterable[str] = (),
    stem: str = STEM,
    origin: Origin | None = None,
) -> dict[str, bytes]:
    """Return the files of the table by their names: same comparison, same bytes.

    Args:
        comparison: What was found.
        formats: Some of `FORMATS`, each written once, in this order.
        profile: Columns, headings, groups: `aigaq.profiles.profile`.
        language: Language of everything that is not the wording of the law.
        version: Version of this program, which the files state.
        watch: Terms whose rows are flagged.
        forbidden: Words that must not stand in a file unless the texts hold them: name of the user, of the
            machine, the folder of the inputs.
        stem: File name without its ending.
        origin: Where the new text comes from when it is no file but the work of amending acts.

    Raises:
        UsageError: ``document.format`` for a format that is not known.
        Refused: ``document.residue`` when a file would hold a path, an author or a forbidden word.
    """
    document = table(comparison, profile=profile, language=language, version=version, watch=watch, origin=origin)
    words = list(forbidden)
    written = {}
    for format in dict.fromkeys(formats):
        if format == "json":
            data = json.write(comparison, version=version, watch=watch)
            meant = (*document.words(), comparison.old.source.text, comparison.new.source.text)
            checked(data, format=format, forbidden=words, meant=meant)
        else:
            data = write_document(document, format, forbidden=words)
        written[f"{stem}.{format}"] = data
    return written
