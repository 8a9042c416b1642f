"""Amending acts: what they say to do, in typed instructions, one drafting language per package."""

from aigaq.law.drafting.instruction import Act, Instruction, Op, Place, Step, Target
from aigaq.law.drafting.read import read_act

__all__ = ["Act", "Instruction", "Op", "Place", "Step", "Target", "read_act"]
