"""Two acts, one in each language, held against each other: what is in one only, or says something else."""

from aigaq.law.pair.contradicted import contradicted
from aigaq.law.pair.json import data
from aigaq.law.pair.laws import with_laws
from aigaq.law.pair.pair import pair
from aigaq.law.pair.pairing import Code, Finding, Grade, Pairing

__all__ = ["Code", "Finding", "Grade", "Pairing", "contradicted", "data", "pair", "with_laws"]
