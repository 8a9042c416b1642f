"""Russian of Kazakhstan, as amending acts are written in it."""

from __future__ import annotations

from aigaq.law.drafting.grammar import Grammar
from aigaq.law.drafting.russian.dates import date_of
from aigaq.law.drafting.russian.edits import read_edit
from aigaq.law.drafting.russian.force import enters, read_force
from aigaq.law.drafting.russian.frame import DATED, GLUED, NOTE, SWALLOWED, address, read_formula, read_marker
from aigaq.law.drafting.russian.laws import read_law
from aigaq.law.drafting.russian.stub import stub
from aigaq.values import Language

RUSSIAN = Grammar(
    language=Language.RU,
    marker=read_marker,
    formula=read_formula,
    law=read_law,
    edit=read_edit,
    force=read_force,
    enters=enters,
    swallowed=SWALLOWED,
    dated=DATED,
    date_of=date_of,
    glued=GLUED,
    note=NOTE,
    address=address,
    stub=lambda kind, date, number: stub(kind, date=date, number=number),
)
