"""Real instructions with the real text before and after them: exact, or refused; never wrong.

Two judges, both by plain means: what the instruction's quoted words make of the text before it, and the official text
after it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from aigaq.law.amend import apply_all, instructions_of
from aigaq.law.amend.fragment import Applied
from aigaq.text.fold import fold
from aigaq.values import Language

REFUSED = {"2561-ru-6-1": "damaged-copy"}
"""The copy of the act has lost the space between two words that it puts into the law."""

UNTOLD = {"l215-onl9-1-ru", "l246-kid30-1-ru", "l148-kid30-1-part-ru"}
"""The act itself was not at hand: «…» stands for its wording, or for the place."""

OTHERWISE = {
    "b248-kid39-1-parts-ru": "quoted-unit-differs",  # two parts are named, and the press ran them into one paragraph
    "b248-kid39-1-parts-kk": "quoted-unit-differs",
}

_COLLECTORS = re.compile(r"\s*(см\.|қараңыз\.)U101039|<\*>|V090005799")
"""Links that a collector left in the text."""


def rows(kz: Path, name: str) -> list[dict[str, object]]:
    lines = (kz / "amendments" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def lines(text: str) -> list[str]:
    """Return the paragraphs of a text by their folded words, headings without their marks."""
    found = (fold(_COLLECTORS.sub("", line).lstrip("# ")) for line in text.splitlines())
    return [re.sub(r"\s*([.,;:–-])\s*", r"\1", line) for line in found if line]


def quotations(text: str) -> list[str]:
    """Return the outermost quotations of an instruction: plain marks in pairs, others by counting."""
    if '"' in text.partition("«")[0]:
        return text.replace("»", '"').split('"')[1::2]
    found, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign == "«":
            depth, start = depth + 1, start if depth else at + 1
        elif sign == "»" and depth:
            depth -= 1
            found += [text[start:at]] if not depth else []
    return found


def by_plain_means(row: dict[str, str]) -> list[str] | None:
    """Return the text after an instruction as its quoted words make it; None where it takes more than that."""
    said, before = row["instruction"], row["before"]
    quoted = [fold(words) for words in quotations(said)]
    text = "\n".join(fold(line.lstrip("# ")) for line in before.splitlines() if fold(line))
    match row["op"], len(quoted):
        case "replace_words", 2:
            made = _once(text, quoted[0], quoted[1])
        case "delete_words", 1:
            made = _once(text, quoted[0], "")
        case "insert_words", 2 if row["lang"] == "kk":
            made = _once(text, quoted[0], f"{quoted[1]} {quoted[0]}")
        case "insert_words", 2:
            made = _once(text, quoted[0], f"{quoted[0]} {quoted[1]}")
        case "rename_everywhere", 2:
            made = text.replace(quoted[0], quoted[1])
        case "rename_everywhere", 4:
            made = text.replace(quoted[0], quoted[2]).replace(quoted[1], quoted[3])
        case "restate", 1:
            made = "\n".join(map(fold, quotations(said)[0].splitlines()))
        case _:
            return None
    return lines(re.sub(r" +", " ", re.sub(r" +([,;.])", r"\1", made))) if made else None


def _once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def applied(row: dict[str, str]) -> Applied:
    read = instructions_of(row["instruction"], Language(row["lang"]))
    assert read.accounting.unclaimed == ()
    return apply_all(read.instructions, row["before"], act=read)


def told(done: Applied) -> list[str]:
    return [outcome.reason.value if outcome.reason else outcome.status.value for outcome in done.outcomes]


def test_every_triple_is_exact_or_refused(kz):
    exact, judged = 0, 0
    for row in rows(kz, "triples"):
        if not row["scorable"]:
            continue
        done = applied(row)
        if row["id"] in REFUSED:
            assert told(done) == [REFUSED[row["id"]]]
            assert done.text == row["before"]
            continue
        assert done.applied, (row["id"], told(done))
        if row["op"] == "repeal":
            assert _is_gone(done.text, row["after"]), row["id"]
        else:
            assert lines(done.text) == lines(row["after"]), row["id"]
        oracle = by_plain_means(row)
        if oracle is not None:
            assert " ".join(lines(done.text)) == " ".join(oracle), row["id"]
            judged += 1
        exact += 1
    assert (exact, judged) == (55, 36)


def _is_gone(ours: str, official: str | None) -> bool:
    """Tell whether two texts of a repealed unit say the same: its number, and no rule; or nothing at all."""
    one, other = lines(ours), lines(official or "")
    if not one or not other:
        return one == other
    official_stub = len(other) <= 2 and re.search(r"(?i)исключ", other[-1])
    return len(one) == 1 and bool(official_stub) and bool(re.fullmatch(r"(?i).{0,20}исключена?[.;]?", one[0]))


def test_what_is_not_scorable_is_never_wrong_by_its_own_words(kz):
    """What the official text was changed by since cannot be judged by it, but by the quoted words it can."""
    judged = 0
    for row in rows(kz, "triples"):
        if row["scorable"] or row["before"] is None:
            continue
        read = instructions_of(row["instruction"], Language(row["lang"]))
        done = apply_all(read.instructions, row["before"], act=read)
        if not done.applied or read.accounting.unclaimed:
            assert done.text == row["before"], row["id"]
            continue
        try:
            oracle = by_plain_means(row)
        except AssertionError:
            continue
        if oracle is not None and row["op"] != "restate":
            assert lines(done.text) == oracle, row["id"]
            judged += 1
    assert judged >= 2


def test_every_reconstructed_instruction_is_exact_or_refused_for_the_true_reason(kz):
    exact = []
    for row in rows(kz, "reconstructed"):
        read = instructions_of(row["instruction"], Language(row["lang"]))
        if row["id"] in UNTOLD:
            done = apply_all(read.instructions, row["before"], act=read) if read.instructions else None
            assert read.accounting.unclaimed or (done is not None and not done.applied), row["id"]
            continue
        if read.accounting.unclaimed:
            continue
        done = apply_all(read.instructions, row["before"], act=read)
        if row["id"] in OTHERWISE:
            assert told(done) == [OTHERWISE[row["id"]]]
            assert done.text == row["before"]
        else:
            assert done.applied, (row["id"], told(done))
            assert lines(done.text) == lines(row["after"]), row["id"]
            exact.append(row["id"])
    assert len(exact) >= 9


@pytest.mark.parametrize("name", ["triples", "reconstructed"])
def test_the_second_time_no_triple_changes(kz, name):
    for row in rows(kz, name):
        if row["before"] is None:
            continue
        read = instructions_of(row["instruction"], Language(row["lang"]))
        if not read.instructions:
            continue
        once = apply_all(read.instructions, row["before"], act=read)
        if not once.applied or row["op" if name == "triples" else "id"] == "repeal":
            continue
        twice = apply_all(read.instructions, once.text, act=read)
        assert twice.text == once.text, row["id"]
