"""Russian of Kazakhstan, as amending acts are written in it."""

from __future__ import annotations

from aigaq.law.drafting.grammar import Grammar
from aigaq.law.drafting.russian.edits import read_edit
from aigaq.law.drafting.russian.frame import address, glued, read_dated, read_force, read_formula, read_law, read_marker
from aigaq.law.drafting.russian.stub import stub
from aigaq.values import Language

RUSSIAN = Grammar(
    language=Language.RU,
    marker=read_marker,
    formula=read_formula,
    law=read_law,
    edit=read_edit,
    force=read_force,
    dated=read_dated,
    glued=glued,
    address=address,
    stub=stub,
)
