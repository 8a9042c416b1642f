"""Why an act cannot say something, in the reader's language."""

from __future__ import annotations

from typing import Final

from aigaq.law.draft.wish import Cause, Refusal
from aigaq.locale import N_, Translator

CAUSES: Final = {
    Cause.MOVED: N_("The unit stands in another place, and nothing around it can be restated."),
    Cause.TWICE: N_("Two units bear this number, so that no instruction can name one of them."),
    Cause.TABLE: N_("A table is changed, which instructions cannot edit."),
    Cause.QUOTES: N_("Its quotation marks do not pair, so that it cannot be quoted."),
    Cause.NO_WORD: N_("Drafting has no name for a unit of this kind."),
    Cause.PREAMBLE: N_("The preamble cannot be made what it shall be."),
    Cause.TITLE: N_("The title of the law is changed, which no instruction that is read can do."),
    Cause.APPENDIX: N_("An appendix comes or goes as a whole, which no instruction that is read can do."),
    Cause.LOOSE: N_("The text stands in no article and in no chapter."),
    Cause.NOT_EXACT: N_("No instruction gives this wording exactly."),
}
"""One sentence for each reason."""


def cause_words(refusal: Refusal, _: Translator) -> str:
    """Return why a change is not made by the act."""
    return _(CAUSES[refusal.cause])
