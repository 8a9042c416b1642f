"""Readings told in one line, so that a table of pairs can be read."""

from __future__ import annotations

from aigaq.law.drafting import Act, Instruction, Op, Place, Target, read_act
from aigaq.law.drafting.instruction import Side
from aigaq.law.source import Source
from aigaq.values import Language

RU, KK = Language.RU, Language.KK


def act(text: str, language: Language) -> Act:
    """Return a text read as an act."""
    return read_act(Source("act.txt", "text/plain", "", text), in_language=language)


def told(clause: str, language: Language) -> str:
    """Return what a clause by itself is read as; "unclaimed" where a word of it is not understood."""
    found = act(clause, language)
    if found.accounting.unclaimed:
        return "unclaimed"
    return "; ".join(line(instruction) for instruction in found.instructions)


def line(instruction: Instruction) -> str:
    """Return an instruction in one line: what it does, where, and with which words or units."""
    parts = [instruction.op.value, ", ".join(place(target) for target in instruction.targets), _what(instruction)]
    parts += ["all"] * instruction.every + ["forms"] * instruction.forms
    parts += [f"but {', '.join(place(target) for target in instruction.excepted)}"] * bool(instruction.excepted)
    parts += [f"until {instruction.until}"] * bool(instruction.until)
    return " ".join(filter(None, parts))


def place(target: Target) -> str:
    """Return a target as a path: «article 5/point 2»."""
    path = "/".join(
        f"{step.kind.value} {step.number}".strip() + (f"..{step.through}" if step.through else "")
        for step in target.steps
    )
    where = "" if target.place is Place.WHOLE else f"@{target.place.value}{target.sentence or ''}"
    return path + where


def _what(instruction: Instruction) -> str:
    found, put = "+".join(instruction.find), "+".join(instruction.put)
    if instruction.op in (Op.REPLACE_WORDS, Op.REPLACE_THROUGHOUT):
        return f"[{found} > {put}]"
    if instruction.op is Op.DELETE_WORDS:
        return f"[{found}]"
    if instruction.op is Op.INSERT_WORDS:
        return f"[{instruction.side.value} {found} + {put}]" if instruction.side is not Side.END else f"[end + {put}]"
    quoted = " | ".join(quotation.text for quotation in instruction.quoted)
    unit = f"<{instruction.unit.value} {', '.join(instruction.numbers)}>".replace(" >", ">") if instruction.unit else ""
    return " ".join(filter(None, [unit, f"«{quoted}»" if quoted else ""]))
