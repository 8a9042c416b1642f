"""What people read for each code."""

from __future__ import annotations

from typing import Final

from aigaq.bill.watch.observation import Code
from aigaq.locale import N_

CODES: Final = {
    Code.FIRST_LOOK: N_("first look"),
    Code.ABSENT: N_("nothing there"),
    Code.UNCHANGED: N_("no change"),
    Code.NEW_DOCUMENT: N_("new document"),
    Code.NEW_LINK: N_("new link"),
    Code.VANISHED_DOCUMENT: N_("vanished document"),
    Code.VANISHED_LINK: N_("vanished link"),
    Code.RENAMED: N_("another address"),
    Code.RETITLED: N_("another title"),
    Code.TEXT_CHANGED: N_("changed text"),
    Code.SILENT_EDIT: N_("silent edit"),
    Code.DATE_CHANGED: N_("changed date"),
    Code.DATE_IMPOSSIBLE: N_("impossible date"),
    Code.TYPE_CHANGED: N_("another type of file"),
    Code.REDIRECTED: N_("redirected"),
    Code.LAYOUT_ONLY: N_("layout only"),
    Code.COULD_NOT_COMPARE: N_("could not be compared"),
    Code.CAME_BACK: N_("came back"),
    Code.COULD_NOT_LOOK: N_("could not look"),
}
"""The name of each code."""
