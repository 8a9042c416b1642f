"""What it costs to apply an act of hundreds of instructions to a law as long as the longest codes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from statistics import median

from attrs import frozen

from aigaq.law.amend import Status, amend
from aigaq.law.compare import compare
from aigaq.law.drafting import read_act
from aigaq.law.source import Source
from aigaq.law.structure import Tree, parse
from bench.clock import timed
from bench.fiction import Author, Piece, articles
from bench.layout import first_collector
from bench.pairs import ROOT
from bench.words import sentence

CHARACTERS = 3_500_000
"""The longest codes of Kazakhstan are this long."""

PAGE = ROOT / "docs" / "methods" / "amend.md"
COUNTS = (0, 100, 200, 400, 800)
RUNS = 3
_TITLE = "О висячих садах"


def page(machine: str) -> str:
    """Return what it costs as Markdown."""
    law, found = costs()
    rows = [
        f"| {cost.instructions} | {cost.applied} | {cost.reading:.2f} s | {cost.applying:.2f} s |"
        f" {cost.proving:.2f} s |"
        for cost in found
    ]
    each = (found[-1].applying - found[0].applying) / found[-1].instructions * 1000
    told = (
        f"Measured on: {machine}. A fictional law of {len(law.source.text):,} characters and {len(law.units):,} units; "
        f"acts of instructions of every kind, spread over the whole law; median of {RUNS}. Applying includes parsing "
        f"the consolidated text again, which is nearly all of it: one more instruction costs {each:.2f} ms."
    )
    head = "| instructions | applied | reading the act | applying it | the table with its proof |"
    return "\n".join([told, "", head, "| ---: | ---: | ---: | ---: | ---: |", *rows])


@frozen
class Cost:
    """What one act cost.

    Args:
        instructions: Instructions of the act.
        applied: How many were applied.
        reading: Seconds to read the act.
        applying: Seconds to apply it and to read the consolidated text again.
        proving: Seconds for the table of changes with its proof.
    """

    instructions: int
    applied: int
    reading: float
    applying: float
    proving: float


def costs(*, characters: int = CHARACTERS, counts: Sequence[int] = COUNTS, runs: int = RUNS) -> tuple[Tree, list[Cost]]:
    """Return a fictional law of so many characters and what acts of different length cost on it."""
    author = Author(Random(7))
    probe = len(first_collector(author.law(10)).text)
    written = author.law(max(10, characters * 10 // probe // 10 * 10))
    law = parse(Source("law", "text/plain", "", first_collector(written).text))
    return law, [_cost(law, written, count, runs) for count in counts]


def _cost(law: Tree, written: list[Piece], count: int, runs: int) -> Cost:
    text = act_text(written, count)
    seconds: list[tuple[float, float, float]] = []
    applied = 0
    for _ in range(runs):
        reading, act = timed(lambda: read_act(Source("act", "text/plain", "", text)))
        applying, done = timed(lambda act=act: amend(act, law))  # type: ignore[misc]
        proving, comparison = timed(lambda done=done: compare(law, done.new))  # type: ignore[misc]
        if not comparison.proof.holds:
            raise AssertionError(comparison.proof.first_difference)
        applied = sum(outcome.status is Status.APPLIED for outcome in done.outcomes)
        seconds.append((reading, applying, proving))
    columns = [median(column) for column in zip(*seconds, strict=True)]
    return Cost(count, applied, *columns)


def act_text(written: list[Piece], count: int) -> str:
    """Return an act with so many instructions of every kind, spread over the whole law."""
    found = articles(written)
    random = Random(count)
    chosen = sorted(random.sample(range(len(found)), count))
    lines = [
        f"О внесении изменений и дополнений в Закон Республики Казахстан «{_TITLE}»",
        f"Статья 1. Внести в Закон Республики Казахстан от 5 марта 2029 года «{_TITLE}» следующие изменения:",
    ]
    for at, place in enumerate(chosen, 1):
        ends = "." if at == count else ";"
        lines.append(f"{at}) {_instruction(found[place], at, random)}{ends}")
    return "\n\n".join(lines) + "\n"


def _instruction(article: Piece, at: int, random: Random) -> str:
    number = article.number
    match at % 5:
        case 0:
            return f"подпункт 2) пункта 2 статьи {number} исключить"
        case 1:
            words = " ".join(article.inside[0].text.split()[:4])
            return f"в пункте 1 статьи {number} слова «{words}» заменить словами «{words.lower()} в саду»"
        case 2:
            return f"статью {number} дополнить пунктом 5 следующего содержания:\n\n«5. {sentence(random)}»"
        case 3:
            return f"пункт 4 статьи {number} изложить в следующей редакции:\n\n«4. {sentence(random)}»"
    return f"пункт 2 статьи {number} дополнить подпунктом 4) следующего содержания:\n\n«4) {sentence(random)}»"
