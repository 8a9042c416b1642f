"""Values that every room uses, and that cannot be wrong.

>>> PartialDate.of("2025-11").precision, Language("kk").name
(<Precision.MONTH: 'month'>, 'KK')
"""

from aigaq.values.dates import Certainty, Gap, PartialDate, Period, Precision
from aigaq.values.fault import why
from aigaq.values.language import Language
from aigaq.values.message import Message, translated

__all__ = [
    "Certainty",
    "Gap",
    "Language",
    "Message",
    "PartialDate",
    "Period",
    "Precision",
    "translated",
    "why",
]
