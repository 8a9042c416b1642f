"""The check: every change must be told by a row, and every row must say what the law and the act say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field

from aigaq.errors import Refused
from aigaq.law.check.cell import Says, Wording, wording
from aigaq.law.check.cover import Cover, Share, Telling
from aigaq.law.check.facts import Facts, facts
from aigaq.law.check.finding import Check, Code, Finding, Looked
from aigaq.law.check.headings import acts
from aigaq.law.check.known import Known, bare, known
from aigaq.law.check.place import Work
from aigaq.law.check.scope import LONGEST_NAME, Scope, Scopes
from aigaq.law.check.shown import shown
from aigaq.law.check.table import OfficialRow, OfficialTable
from aigaq.law.check.told import Edit, Told
from aigaq.law.check.verdict import Seen, findings, removed
from aigaq.law.compare.change import Comparison
from aigaq.profiles import profile as profile_of
from aigaq.values import Message

MOST_CHARACTERS = 400_000
"""Characters of one cell; a longer one is not looked at."""


def check(
    table: OfficialTable,
    comparison: Comparison,
    *,
    profile: Mapping[str, object] | None = None,
    unsure: Iterable[str] = (),
) -> Check:
    """Return what is wrong with a published table, held against what the act does.

    Args:
        table: The table: `read_table`.
        comparison: The law in force compared with the law after the act.
        profile: What its cells may say instead of a wording; that of Kazakhstan when None.
        unsure: Units where the act could not be applied with certainty: what the table says of the proposed wording
            there cannot be called wrong, nor right.

    Raises:
        Refused: ``check.other-laws`` when the table has rows for several acts and none of them is this law.
    """
    words = known(profile or profile_of("kz"))
    rows, remarks = _rows(table, comparison, words)
    checker = _Checker(facts(comparison), words)
    for at in rows:
        checker.look(at, table.rows[at])
    omitted, unsure = list(checker.omitted()), list(unsure)
    return Check(
        table,
        comparison,
        tuple(_doubted(finding, frozenset(unsure)) for finding in (*omitted, *checker.findings)),
        tuple(checker.looked),
        tuple(checker.told),
        other=len(table.rows) - len(rows),
        remarks=(*table.remarks, *remarks),
    )


def _rows(table: OfficialTable, comparison: Comparison, words: Known) -> tuple[list[int], list[Message]]:
    """Return the indices of the rows about this law: of a table on several acts, those under its title."""
    heads = {heading for row in table.rows for heading in acts(row.headings, words)}
    title = comparison.old.title.value or comparison.new.title.value or ""
    ours = {heading for heading in heads if title and bare(title) in bare(heading)}
    if ours:
        kept = [at for at, row in enumerate(table.rows) if set(acts(row.headings, words)) & ours]
        return kept, []
    if len(heads) > 1:
        raise Refused(
            "check.other-laws",
            "{name} has rows for {count} acts, and none of their headings holds the title of this law.",
            hint="State the title of the law as the table has it, or give the law that the table is about.",
            name=table.name,
            count=len(heads),
        )
    remarks = [Message("the heading over the rows does not hold the title of this law")] if heads and title else []
    return list(range(len(table.rows))), remarks


def _doubted(finding: Finding, unsure: frozenset[str]) -> Finding:
    """Return a finding, or, where the act itself could not be applied with certainty, that nobody could look."""
    sure = finding.code in (Code.MISQUOTED_OLD, Code.COULD_NOT_LOOK)
    if sure or not any(_one_in_the_other(finding.eid, eid) for eid in unsure):
        return finding
    return evolve(finding, code=Code.COULD_NOT_LOOK, reason=Message("the act could not be applied here with certainty"))


def _one_in_the_other(one: str, other: str) -> bool:
    return bool(one and other) and (f"{one}__".startswith(f"{other}__") or f"{other}__".startswith(f"{one}__"))


@define
class _Checker:
    facts: Facts
    words: Known
    cover: Cover = field(factory=Cover)
    work: Work = field(factory=Work)
    findings: list[Finding] = field(factory=list)
    looked: list[Looked] = field(factory=list)
    told: list[int] = field(factory=list)
    rows: dict[int, OfficialRow] = field(factory=dict)
    scopes: Scopes = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.scopes = Scopes(self.facts.old, self.facts.new, self.facts.matching)

    def look(self, at: int, row: OfficialRow) -> None:
        """Hold one row against the law and the act."""
        self.rows[at] = row
        self.work.done += (len(row.old) + len(row.new)) // 100
        language = self.facts.new.tree.language
        doubt = row.doubt or self._too_long(row)
        if doubt:
            self._pass_over(at, row, doubt)
            return
        old = wording(row.old, words=self.words, language=language, removed=False)
        new = wording(row.new, words=self.words, language=language, removed=True)
        scope = self.scopes.scope(row, (old, new))
        if not scope.found and not scope.named:
            self._pass_over(at, row, Message("it names no unit, and its wording does not say which it is"))
            return
        seen = self._seen(row, scope, (old, new))
        if self.work.spent:
            self._pass_over(at, row, Message("the table is too long to be looked at whole"))
            return
        self._cover(seen)
        self.findings += findings(seen)
        self.looked.append(Looked(at, seen.eids, seen.changes))

    def _cover(self, seen: Seen) -> None:
        """Take in what a row shows, rightly or wrongly: what it says wrongly is a finding of its own."""
        laws, matching = (self.facts.old, self.facts.new), self.facts.matching
        self.cover.add(seen.old, seen.new, removed=seen.removed, laws=laws)
        stay = [matching.forth[unit.eid] for unit in seen.kept if unit.eid in matching.forth]
        were = [matching.back[unit.eid] for unit in seen.known if unit.eid in matching.back]
        if seen.kept or seen.known:
            self.cover.deny([*seen.kept, *were], stay, laws=laws)

    def _seen(self, row: OfficialRow, scope: Scope, wordings: tuple[Wording, Wording]) -> Seen:
        old = shown(wordings[0], scope.old, work=self.work)
        units = {paragraph.unit.eid for paragraph in scope.new.stream.paragraphs}
        edits = self.facts.edits(units)
        new = shown(wordings[1], scope.new, work=self.work, edits=edits, in_force=scope.old.stream)
        return Seen(row, scope, old, new, removed(scope, old=old, new=new), self.facts)

    def _too_long(self, row: OfficialRow) -> str:
        longest = max(len(row.old), len(row.new))
        too_long = longest > MOST_CHARACTERS or len(row.unit) > LONGEST_NAME
        return Message("a cell is too long to be looked at") if too_long else ""

    def _pass_over(self, at: int, row: OfficialRow, reason: str) -> None:
        self.looked.append(Looked(at, *self._may_tell(row), read=False))
        self.findings.append(
            Finding(
                Code.COULD_NOT_LOOK,
                place=row.place,
                number=row.number,
                named=row.unit,
                stands=row.new or row.old,
                reason=reason,
            )
        )

    def _may_tell(self, row: OfficialRow) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Return the units that a row names which cannot be looked at, and the changes in them."""
        if len(row.unit) > LONGEST_NAME:
            return (), ()
        silent = Wording(Says.NOTHING)
        scope = self.scopes.scope(evolve(row, old="", new=""), (silent, silent))
        old, new = ([inner.eid for unit in part.units for inner in unit.walk()] for part in (scope.old, scope.new))
        return tuple(unit.eid for unit in scope.units), self.facts.changes(old, new)

    def omitted(self) -> Iterator[Finding]:
        """Yield the changes that no row tells, then those that are told in part, each in the order of the law."""
        tellings = [(at, one, self.cover.tells(one)) for at, one in enumerate(self.facts.told)]
        self.told = [at for at, _, telling in tellings if telling.share is Share.ALL]
        for share, code in ((Share.NONE, Code.OMITTED), (Share.SOME, Code.PARTLY_OMITTED)):
            for at, one, telling in tellings:
                if telling.share is share:
                    yield self._untold(at, one, telling, code)

    def _untold(self, at: int, one: Told, telling: Telling, code: Code) -> Finding:
        change = one.change
        looked = next((looked for looked in self.looked if at in looked.changes), None)
        near = self.rows[looked.row] if looked else None
        reason = Message("no row tells this change")
        if looked and not looked.read:
            reason = Message("the row that may tell this change could not be looked at")
        elif code is Code.PARTLY_OMITTED:
            reason = Message("not told: {words}", words=self._words(telling.untold))
        return Finding(
            code,
            eid=change.eid,
            label=change.label,
            old=change.old,
            new=change.new,
            words=change.words,
            reason=reason,
            changes=(at,),
            differences=len(telling.untold),
            place=near.place if near else None,
            number=near.number if near else "",
            named=near.unit if near else "",
            stands=near.new if near else "",
        )

    def _words(self, edits: Sequence[Edit]) -> str:
        """Return the words of some edits, those that go and those that come."""
        found = []
        for edit in edits[:5]:
            parts = (self.facts.old.quote(edit.old), self.facts.new.quote(edit.new))
            found.append(" → ".join(f"«{part}»" for part in parts if part))
        return "; ".join(found) + (" …" if len(edits) > 5 else "")
