"""Kazakh, as amending acts are written in it."""

from __future__ import annotations

from aigaq.law.drafting.grammar import Grammar
from aigaq.law.drafting.kazakh.dates import date_of
from aigaq.law.drafting.kazakh.edits import read_edit
from aigaq.law.drafting.kazakh.force import enters, read_force
from aigaq.law.drafting.kazakh.frame import DATED, GLUED, NOTE, SWALLOWED, address, read_formula, read_marker
from aigaq.law.drafting.kazakh.laws import read_law
from aigaq.law.drafting.kazakh.stub import stub
from aigaq.values import Language

KAZAKH = Grammar(
    language=Language.KK,
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
