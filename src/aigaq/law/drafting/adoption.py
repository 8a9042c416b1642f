"""The line of adoption of a law: «Закон … от 6 апреля 2016 года № …», «… 2016 жылғы 6 сәуірдегі № … Заңы»."""

from __future__ import annotations

import datetime
import re
from typing import Final

from aigaq.law.drafting.kazakh import dates as kazakh
from aigaq.law.drafting.russian import dates as russian
from aigaq.law.structure.number import latin
from aigaq.law.structure.unit import Kind, Tree
from aigaq.text.fold import fold

_ADOPTED: Final = re.compile(r"\bот \d{1,2} [а-я]+ \d{4}\b[^№]{0,12}№|^[^№]{0,60}\d{4} жыл\w+ \d{1,2} \w+[^№]{0,12}№")
_NUMBER: Final = re.compile(r"№ ?([\w-]+)")


def adoption(tree: Tree) -> tuple[datetime.date, str] | None:
    """Return the date and the number that the front matter of a law states; None when it states none."""
    lines = (unit.text for unit in tree.units if unit.kind is Kind.FRONT)
    return next((found for line in lines if (found := _stated(line))), None)


def _stated(words: str) -> tuple[datetime.date, str] | None:
    folded = fold(words)
    adopted = _ADOPTED.search(folded)
    number = _NUMBER.search(folded, adopted.end() - 1) if adopted else None
    if adopted is None or number is None:
        return None
    date = russian.date_of(adopted[0]) or kazakh.date_of(adopted[0])
    return (date, latin(number[1])) if date else None
