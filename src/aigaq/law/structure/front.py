"""What stands before the first unit, and what a text says about itself: language, title, edition date.

A file name is no evidence, a repeal clause at the end names other laws, and the date of a note is only a lower
bound: what the front matter does not state stays unknown.
"""

from __future__ import annotations

import re
from datetime import date

from aigaq.law.structure.classify import Block, Role
from aigaq.law.structure.forms import Forms
from aigaq.law.structure.unit import Stated
from aigaq.values import Language

_KAZAKH = re.compile("[әғқңөұүһі]")
_CYRILLIC = re.compile("[а-яёәғқңөұүһі]")
_KAZAKH_SHARE = 0.03
_ADOPTION = re.compile(
    r"^(?:Конституционный )?(?:Закон|Кодекс|Указ|Постановление)\b.{0,80}\bот \d"
    r"|Республикасының(?: Конституциялық)? (?:Заңы|Кодексі)\b.{0,40}\d{4} жыл"
    r"|\d{4} ж(?:ылғы|\.) \d{1,2} \w+.{0,20}№",
    re.IGNORECASE,
)
_EDITION = (
    re.compile(r"по состоянию на (\d\d)\.(\d\d)\.(\d{4})"),
    re.compile(r"(\d\d)\.(\d\d)\.(\d{4})(?: ж\.?)? ?(?:жағдай|күнгі|берілген|енгізілген)"),
)
_ACT_NAME = re.compile(
    r"^(?:О|Об|ОБ) [^.;:]{3,300}$"
    r"|^[^.;:]{3,300}\b(?:туралы|ТУРАЛЫ|(?i:кодексі)|Конституциясы)$"
    r"|^[^.;:]{0,80}\b(?:(?i:кодекс)|Конституция)\b[^.;:]{0,60}$"
)
_SENTENCE = re.compile(r"[^(].{14,}[.,:;]$", re.DOTALL)


def language(text: str) -> Language:
    """Return the language of a legal text, by the share of letters that only Kazakh has.

    >>> language("Осы Заңда мынадай негізгі ұғымдар пайдаланылады"), language("В настоящем Законе используются")
    (<Language.KK: 'kk'>, <Language.RU: 'ru'>)
    """
    sample = text[:200_000]
    kazakh = len(_KAZAKH.findall(sample))
    return Language.KK if kazakh > _KAZAKH_SHARE * len(_CYRILLIC.findall(sample)) else Language.RU


def front_roles(blocks: list[Block], forms: Forms) -> tuple[int, int]:
    """Return the indices where the preamble begins and where the first unit begins.

    Between the start and the preamble stands the front matter: title, adoption line, marks of the publisher.
    """
    first = next((at for at, block in enumerate(blocks) if _is_unit(block)), len(blocks))
    preamble = next((at for at, block in enumerate(blocks[:first]) if _is_preamble(block, forms)), None)
    if preamble is None and not any(_names_act(block) for block in blocks[:first]):
        preamble = next((at for at, block in enumerate(blocks[:first]) if _may_be_law(block, forms)), first)
    return (first if preamble is None else preamble), first


def _may_be_law(block: Block, forms: Forms) -> bool:
    return block.role is Role.TEXT and not forms.replacement.match(block.folded)


def _is_unit(block: Block) -> bool:
    return block.role in (Role.HEADING, Role.POINT, Role.SUBPOINT)


def _is_preamble(block: Block, forms: Forms) -> bool:
    """Tell whether a paragraph before the first unit is a sentence: titles, dates and marks of publishers are not."""
    sentence = block.role is Role.TEXT and bool(_SENTENCE.match(block.folded))
    return sentence and not _names_act(block) and not forms.replacement.match(block.folded)


def _names_act(block: Block) -> bool:
    if block.role is not Role.TEXT:
        return False
    return bool(_ACT_NAME.match(block.folded) or _ADOPTION.search(block.folded))


def title(blocks: list[Block], text: str) -> Stated:
    """Return the title that the front matter states, in its own letters."""
    for block in blocks:
        if block.role is Role.TEXT and _ACT_NAME.match(block.folded) and not _ADOPTION.search(block.folded):
            return Stated(" ".join(text[block.start : block.end].split()), "text")
    return Stated()


def edition(blocks: list[Block]) -> Stated:
    """Return the edition date that the front matter states, in ISO form."""
    for block in blocks:
        for pattern in _EDITION:
            match = pattern.search(block.folded)
            if match:
                return _dated(f"{match[3]}-{match[2]}-{match[1]}")
    return Stated()


def _dated(iso: str) -> Stated:
    """Return a date as stated by the text, or nothing when it is no day of the calendar."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return Stated()
    return Stated(iso, "text")
