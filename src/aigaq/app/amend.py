"""What a person does with an amending act: read it, apply it to laws, write down what comes of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen

from aigaq.app.law import VERSION, Order, Step, proved, quietly, watch_terms
from aigaq.document import write as write_document
from aigaq.document.write import checked
from aigaq.errors import IntegrityFailure, Refused, UsageError
from aigaq.law import akn
from aigaq.law.amend import EVERYTHING, Amended, Outcome, Status, When, amend
from aigaq.law.amend import consolidated as consolidation
from aigaq.law.amend.json import data
from aigaq.law.amend.told import made_by, origin
from aigaq.law.amend.unresolved import unresolved
from aigaq.law.bills import Cumulative, amend_all, rows_by
from aigaq.law.bills import data as cumulative
from aigaq.law.compare import Comparison
from aigaq.law.compare.change import LedgerCheck
from aigaq.law.drafting import Act, read_act
from aigaq.law.pair import Pairing
from aigaq.law.pair import data as bilingual
from aigaq.law.read import read
from aigaq.law.structure import Tree
from aigaq.law.table import FORMATS as TABLE_FORMATS
from aigaq.law.table import files as table_files
from aigaq.locale import Translator, translator
from aigaq.profiles import profile
from aigaq.values import Language


@frozen
class Applied:
    """One law with the acts applied to it, in their order.

    Args:
        steps: What each act did.
        comparison: The law in force beside the law after all acts, proved.
        cumulative: Conflicts of the acts and all that hangs on several; None for a single act.
    """

    steps: tuple[Amended, ...]
    comparison: Comparison
    cumulative: Cumulative | None = None

    @property
    def unresolved(self) -> bool:
        """True when something could not be applied with certainty or was not understood, or acts conflict."""
        conflicts = self.cumulative is not None and bool(self.cumulative.conflicts)
        return conflicts or any(step.unresolved or step.act.accounting.unclaimed for step in self.steps)


def open_act(path: Path, *, in_language: Language | None = None, step: Step = quietly) -> Act:
    """Return the instructions of the amending act in a file.

    Raises:
        UnreadableInput: The file cannot be read.
        Refused: ``act.no-instructions``: it holds none, so it is no amending act.
    """
    step("read")
    source = read(path)
    step("act")
    act = read_act(source, in_language=in_language)
    if not act.instructions and not act.laws:
        raise Refused(
            "act.no-instructions",
            "{name} holds no instruction that could be read: it is no amending act in a known drafting language.",
            hint="Is it the act, or the law itself? Two editions of a law are compared with: aigaq law compare",
            name=path.name,
        )
    return act


def apply_acts(
    acts: Sequence[Act],
    laws: Sequence[Tree],
    *,
    when: When = EVERYTHING,
    contradicted: Sequence[Mapping[int, str]] = (),
    step: Step = quietly,
) -> list[Applied]:
    """Return each law with the acts applied to it and the proved comparison.

    Args:
        acts: The acts, in the order in which they are applied.
        laws: The laws in force.
        when: The day for which the texts are wanted.
        contradicted: For each act the instructions that the act in the other language contradicts, and how.
        step: Told of each step.

    Raises:
        UsageError: ``apply.same-law``: two files are one law.
        Refused: An act and a law do not belong together.
        IntegrityFailure: A proof does not hold, so there is nothing to show.
    """
    done = []
    for law in laws:
        step("apply")
        done.append(_applied(acts, law, when, contradicted, step))
    indices = [[outcome.status for outcome in found.steps[0].outcomes] for found in done]
    for at, own in enumerate(indices):
        if any(_same_law(own, other) for other in indices[:at]):
            raise UsageError(
                "apply.same-law",
                "{name} is a law that another file holds already.",
                hint="Give each law once.",
                name=laws[at].source.name,
            )
    return done


def _same_law(one: Sequence[Status], other: Sequence[Status]) -> bool:
    return any(a is not Status.OTHER_LAW and b is not Status.OTHER_LAW for a, b in zip(one, other, strict=True))


def _applied(
    acts: Sequence[Act], law: Tree, when: When, contradicted: Sequence[Mapping[int, str]], step: Step
) -> Applied:
    if len(acts) == 1:
        amended = amend(acts[0], law, when=when, contradicted=contradicted[0] if contradicted else {})
        return Applied((amended,), _explained(proved(law, amended.new, step=step), amended))
    cumulative = amend_all(acts, law, when=when, contradicted=contradicted)
    comparison = proved(law, cumulative.new, step=step)
    return Applied(cumulative.steps, _explained(comparison, cumulative), cumulative)


def _explained(comparison: Comparison, done: Amended | Cumulative) -> Comparison:
    """Return a comparison whose rows say which instruction makes them.

    Raises:
        IntegrityFailure: ``apply.rows``: one row is the work of none.
    """
    _ = translator(comparison.new.language)
    steps = done.steps if isinstance(done, Cumulative) else (done,)
    makers = rows_by(done, comparison)
    changes = tuple(
        evolve(change, made_by=tuple(_named(steps, bill, at, _) for bill, at in found))
        for change, found in zip(comparison.changes, makers, strict=True)
    )
    nobody = next((change for change in changes if not change.made_by), None)
    if nobody is not None:
        raise IntegrityFailure(
            "apply.rows",
            "No instruction of the act makes the row of {eid}.",
            hint="Nothing was written. Please report this with the files, if they are public.",
            eid=nobody.eid,
        )
    ledger = LedgerCheck(explained=tuple(range(len(changes))), announced=comparison.ledger.announced)
    return evolve(comparison, changes=changes, ledger=ledger)


def _named(steps: Sequence[Amended], bill: int, at: int, _: Translator) -> str:
    act = steps[bill].act
    several = len(steps) > 1
    return made_by(act.instructions[at], bill=(act.title or act.source.name) if several else "", _=_)


def written(applied: Applied, order: Order, *, forbidden: Iterable[str] = ()) -> Mapping[str, bytes]:
    """Return the files of one law: table, consolidated text, what could not be applied.

    Args:
        applied: The law with the acts applied.
        order: What kind of table is wanted, and in which formats.
        forbidden: Words that must not stand in a file unless the texts hold them.
    """
    language = order.language or applied.comparison.new.language
    _ = translator(language)
    words = list(forbidden)
    made: dict[str, bytes] = {}
    tables = [format for format in order.formats if format in TABLE_FORMATS]
    made |= table_files(
        applied.comparison,
        formats=tables,
        profile=profile(order.profile),
        language=language,
        version=VERSION,
        watch=watch_terms(order.watch),
        forbidden=words,
        origin=origin(applied.steps, _),
    )
    made |= _consolidated(applied, order.formats, language, words)
    made["unresolved.md"] = "\n".join(unresolved(step, _=_) for step in applied.steps).encode()
    return made


def _consolidated(
    applied: Applied, formats: Sequence[str], language: Language, words: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the consolidated text; after several acts without marks of which one changed what, which the table has."""
    new, single = applied.steps[-1].new, applied.steps[0] if len(applied.steps) == 1 else None
    if "txt" in formats:
        yield "consolidated.txt", new.source.text.encode()
    if "docx" in formats and single is not None:
        document = consolidation.document(single, language=language, version=VERSION)
        yield "consolidated.docx", write_document(document, "docx", forbidden=words)
    if "xml" in formats:
        data = (
            akn.write(single, version=VERSION, language=language)
            if single is not None
            else akn.write_law(new, version=VERSION, language=language)
        )
        meant = (applied.comparison.old.source.text, *(step.act.source.text for step in applied.steps))
        yield "consolidated.xml", checked(data, format="xml", forbidden=words, meant=meant)


def results(act: Act, applied: Sequence[Applied], *, at: int = 0, when: When = EVERYTHING) -> dict[str, object]:
    """Return an act with what became of each of its instructions, as plain values.

    Args:
        act: The act.
        applied: The laws it was applied to.
        at: Place of the act among those applied.
        when: The day for which the texts were wanted.
    """
    outcomes = [_outcome(index, [found.steps[at] for found in applied]) for index in range(len(act.instructions))]
    return data(act, outcomes, version=VERSION, published=when.published)


def everything(
    acts: Sequence[Act], applied: Sequence[Applied], *, pairing: Pairing | None = None, when: When = EVERYTHING
) -> dict[str, object]:
    """Return all that an application found as plain values: one act, or several with their conflicts.

    Args:
        acts: The acts.
        applied: The laws they were applied to.
        pairing: The act held against its text in the other language, where it was.
        when: The day for which the texts were wanted.
    """
    values = [results(act, applied, at=at, when=when) for at, act in enumerate(acts)]
    if len(values) == 1:
        return values[0] if pairing is None else {**values[0], "pairing": bilingual(pairing)}
    together = [cumulative(found.cumulative) for found in applied if found.cumulative is not None]
    return {"schema": "aigaq/amendments", "version": "1", "acts": values, "laws": together}


def _outcome(index: int, steps: Sequence[Amended]) -> tuple[Outcome, Tree]:
    """Return what became of an instruction in the law that it is about."""
    found = [(step.outcomes[index], step.old) for step in steps]
    return next((pair for pair in found if pair[0].status is not Status.OTHER_LAW), found[0])


def as_json(value: Mapping[str, object], *, forbidden: Iterable[str] = (), meant: Iterable[str] = ()) -> bytes:
    """Return plain values as a JSON file (UTF-8, RFC 8259) that holds nothing of this machine."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return checked(f"{text}\n".encode(), format="json", forbidden=forbidden, meant=meant)
