"""The proof can fail: whatever is taken from the edits, put into them or turned in them is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from attrs import evolve

from aigaq.law.compare import Change, ChangeKind, Op, Segment, compare
from aigaq.law.compare.compare import Findings, find, prove
from aigaq.law.compare.edit import Edit, EditKind
from aigaq.law.compare.prove import first_difference, unaccounted
from aigaq.law.compare.wording import count, plain
from aigaq.law.structure.unit import Kind, Tree, Unit
from aigaq.values import Language
from tests.law.compare.plants import BROKEN, EDITS, INDENTED, Layout, grow, plant, tree, write

KINDS = [edit for edit in EDITS if edit != "renumber all"]


def editions(seed: int) -> tuple[Tree, Tree]:
    """Return the two editions of a law in which a bit of everything was done."""
    language = Language.KK if seed % 2 else Language.RU
    garden = plant(Random(seed), grow(Random(seed), articles=20, language=language, seed=seed), KINDS * 2)
    old, new = write(garden.old), write(garden.new, BROKEN)
    return tree(old, language=language), tree(new, language=language)


SEEDS = range(2)
PAIRS = {seed: editions(seed) for seed in SEEDS}


def difference(old: Tree, new: Tree, edits: Sequence[Edit]) -> str:
    return first_difference(old, new, edits=edits)


def found(seed: int) -> tuple[Tree, Tree, tuple[Edit, ...]]:
    old, new = PAIRS[seed]
    return old, new, find(old, new).edits


def textual(edits: Sequence[Edit]) -> list[int]:
    """Return the places of edits that touch text, number or place; a repeal only says what others mean."""
    return [at for at, edit in enumerate(edits) if edit.kind is not EditKind.REPEAL]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_kind_of_edit_is_there_to_be_tampered_with(seed: int) -> None:
    old, new, edits = found(seed)
    assert {edit.kind for edit in edits} == set(EditKind)
    assert difference(old, new, edits) == ""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_edit_can_be_dropped(seed: int) -> None:
    old, new, edits = found(seed)
    gone = {edit.old.eid for edit in edits if edit.kind is EditKind.DELETE and edit.old is not None}
    for at in textual(edits):
        edit = edits[at]
        if edit.kind is EditKind.DELETE and edit.old is not None and edit.old.parent in gone:
            continue  # It went with what it stood in.
        assert difference(old, new, [*edits[:at], *edits[at + 1 :]]), edit


@pytest.mark.parametrize("seed", SEEDS)
def test_no_edit_can_be_made_twice(seed: int) -> None:
    old, new, edits = found(seed)
    again = [at for at in textual(edits) if edits[at].kind is not EditKind.RENUMBER]
    assert [edits[at] for at in again if not difference(old, new, [*edits, edits[at]])] == []


def _other_word(edit: Edit, op: Op) -> Edit | None:
    """Return the edit with one word of one of its segments changed."""
    for at, segment in enumerate(edit.words):
        if segment.op is op and segment.new + segment.old:
            changed = Segment(op, f"иное {segment.old}" * bool(segment.old), f"иное {segment.new}" * bool(segment.new))
            return evolve(edit, words=(*edit.words[:at], changed, *edit.words[at + 1 :]))
    return None


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("op", Op)
def test_no_word_can_be_changed(seed: int, op: Op) -> None:
    old, new, edits = found(seed)
    tried = 0
    for at, edit in enumerate(edits):
        changed = _other_word(edit, op)
        if changed is not None:
            tried += 1
            assert difference(old, new, [*edits[:at], changed, *edits[at + 1 :]])
    assert tried


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("other", ["old:art_1", "new:nowhere", "old:", ""])
def test_no_edit_can_go_to_another_parent(seed: int, other: str) -> None:
    old, new, edits = found(seed)
    placed = [at for at, edit in enumerate(edits) if edit.parent and edit.parent != other]
    assert placed
    for at in placed:
        assert difference(old, new, [*edits[:at], evolve(edits[at], parent=other), *edits[at + 1 :]])


@pytest.mark.parametrize("seed", SEEDS)
def test_no_edit_can_go_to_another_place(seed: int) -> None:
    old, new, edits = found(seed)
    placed = [at for at, edit in enumerate(edits) if edit.after]
    assert placed
    for at in placed:
        assert difference(old, new, [*edits[:at], evolve(edits[at], after=""), *edits[at + 1 :]])


def test_edits_of_another_law_do_not_prove_this_one() -> None:
    old, new, _ = found(0)
    assert difference(old, new, found(1)[2])
    assert difference(old, new, ())
    assert difference(old, old, ()) == ""


@pytest.mark.parametrize("kind", [EditKind.DELETE, EditKind.MOVE, EditKind.REWORD, EditKind.INSERT])
def test_an_edit_that_names_no_unit_is_no_edit(kind: EditKind) -> None:
    old, new, edits = found(0)
    assert difference(old, new, [*edits, Edit(kind, None, None)])


def test_the_fault_is_named() -> None:
    old = tree("О деле\nСтатья 1. Слово\n      1. Один срок.\n      2. Два срока.\n")
    new = tree("О деле\nСтатья 1. Слово\n      1. Один срок.\n      2. Три срока.\n")
    edits = find(old, new).edits
    assert difference(old, new, []) == "line 5: point 2 where point 2 should stand"
    assert difference(new, new, edits) == "old:art_1__para_2 does not hold the words to be taken out"
    assert difference(old, old, edits[:0]) == ""


# A parser that drops text.


def _with(parsed: Tree, unit: Unit, other: Unit | None) -> Tree:
    units = tuple(found for kept in parsed.units if (found := other if kept is unit else kept) is not None)
    return evolve(parsed, units=units)


def _body(parsed: Tree) -> list[Unit]:
    return [
        unit for unit in parsed.units if unit.kind in (Kind.POINT, Kind.SUBPOINT, Kind.ALINEA) and not unit.repealed
    ]


DROPS: dict[str, Callable[[Unit], Unit | None]] = {
    "the last words of a wording": lambda unit: evolve(unit, wording=(unit.wording[0], unit.wording[1] - 12)),
    "all of a wording": lambda unit: evolve(unit, wording=(unit.wording[0], unit.wording[0])),
    "the first words of a wording": lambda unit: evolve(unit, wording=(unit.wording[0] + 45, unit.wording[1])),
}


@pytest.mark.parametrize("dropped", DROPS)
def test_text_that_a_parser_drops_is_seen(dropped: str) -> None:
    parsed = PAIRS[0][0]
    for unit in _body(parsed)[:40]:
        if len(unit.text) > 60:
            lame = _with(parsed, unit, DROPS[dropped](unit))
            assert unaccounted(lame), unit.eid
            assert "belongs to no unit" in difference(lame, lame, ())


def test_a_unit_that_a_parser_drops_is_seen() -> None:
    parsed = PAIRS[0][0]
    assert all(unaccounted(_with(parsed, unit, None)) for unit in _body(parsed)[:40])


def test_a_key_that_is_not_that_of_its_wording_is_seen() -> None:
    parsed = PAIRS[0][0]
    unit = _body(parsed)[3]
    assert unaccounted(_with(parsed, unit, evolve(unit, key=unit.key.rpartition(" ")[0])))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_unaccounted_for(seed: int) -> None:
    assert [unaccounted(parsed) for parsed in PAIRS[seed]] == [[], []]


# Identical and wholly different laws.


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_identical_texts_have_no_change(language: Language) -> None:
    text = write(grow(Random(5), articles=30, language=language, seed=5))
    result = compare(tree(text, language=language), tree(text, language=language))
    assert (result.changes, result.copies, result.proof.edit_size) == ((), (), 0)
    assert result.proof.holds and result.proof.unchanged_share == 1.0
    assert {name: number for name, number in result.apart.items() if not name.startswith("notes_")} == {}


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_wholly_different_laws_are_proved_and_share_nothing(language: Language) -> None:
    ours = grow(Random(5), articles=30, language=language, seed=5)
    theirs = grow(Random(6), articles=30, language=language, seed=6)
    for unit in theirs.walk():
        if unit.words:
            fresh = theirs.words.fresh(len(unit.words))
            unit.words = [fresh[0].capitalize(), *fresh[1:]] if unit.words[0][0].isupper() else fresh
        unit.plain, unit.stub = False, False
        unit.words = unit.words or theirs.words.fresh(6)
    proof = compare(tree(write(ours), language=language), tree(write(theirs), language=language)).proof
    assert proof.holds, proof.first_difference
    assert proof.unchanged_share < 0.1
    assert proof.edit_size > 0.8 * (sum(len(unit.words) for unit in ours.walk() if not unit.stub))


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
@pytest.mark.parametrize(
    "other",
    [
        BROKEN,
        Layout(broken=True, spaces=0.4, typed=0.2, seed=9),
        Layout(notes=False),
        Layout(typed=0.5, notes=False, seed=3),
    ],
)
def test_layout_typing_and_notes_are_no_change(language: Language, other: Layout) -> None:
    law = grow(Random(7), articles=40, language=language, seed=7)
    old, new = (tree(write(law, layout), language=language) for layout in (INDENTED, other))
    for one, two in ((old, new), (new, old)):
        result = compare(one, two)
        assert (result.changes, result.copies, result.proof.edit_size) == ((), (), 0)
        assert result.proof.holds and result.proof.unchanged_share == 1.0
        assert result.apart["notes_old"] == len(one.notes) and result.apart["notes_new"] == len(two.notes)
        assert bool(result.apart.get("typing")) == bool(other.typed)
        assert bool(result.apart.get("layout")) == bool(other.spaces or other.broken)


@pytest.mark.parametrize(
    ("part", "reason", "eids"),
    [
        ("front", "periphery", {"front_1", "front_2"}),
        ("preamble", "preamble", {"preamble"}),
        ("signature", "periphery", {"signature"}),
    ],
)
@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_what_a_copy_lost_at_its_edges_is_no_change(language: Language, part: str, reason: str, eids: set[str]) -> None:
    law = grow(Random(8), articles=12, language=language, seed=8)
    full = tree(write(law), language=language)
    lame = tree(write(law, evolve(INDENTED, **{part: False})), language=language)
    for old, new in ((full, lame), (lame, full)):
        result = compare(old, new)
        assert (result.changes, result.proof.holds) == ((), True)
        assert {copy.reason for copy in result.copies} == {reason}
        assert {eid for copy in result.copies for eid in (*copy.old_eids, *copy.new_eids)} == eids


# The rows say what the edits say.


def told(rows: Findings) -> tuple[set[str], set[str]]:
    """Return the units that rows and differences of the copies name, with what stands in a unit that came or went."""
    named = [(row.old_eids, row.new_eids) for row in rows.changes]
    named += [(copy.old_eids, copy.new_eids) for copy in rows.copies]
    old = {eid for eids, _ in named for eid in eids}
    return old, {eid for _, eids in named for eid in eids}


def untold(rows: Findings) -> list[str]:
    """Return the units that an edit touches and no row names, nor a row about what they stand in."""
    old, new = told(rows)
    missing = []
    for edit in rows.edits:
        for unit, parsed, names in ((edit.old, rows.matching.old.tree, old), (edit.new, rows.matching.new.tree, new)):
            if unit is not None and not {unit.eid, *(above.eid for above in parsed.ancestors(unit))} & names:
                missing.append(f"{edit.kind.value} {unit.eid}")
    return missing


@pytest.mark.parametrize("seed", SEEDS)
def test_every_edit_is_told_in_a_row(seed: int) -> None:
    assert untold(find(*PAIRS[seed])) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_of_a_row_are_its_wordings(seed: int) -> None:
    for row in find(*PAIRS[seed]).changes:
        old, new = ("".join(getattr(part, side) for part in row.words) for side in ("old", "new"))
        assert plain(old) in (plain(row.old), ""), row
        assert plain(new) in (plain(row.new), ""), row
        assert bool(old) == (ChangeKind.INSERTED is not row.kind), row
        assert bool(new) == (ChangeKind.REPEALED is not row.kind), row


@pytest.mark.parametrize("seed", SEEDS)
def test_the_words_of_the_rows_are_those_of_the_edits(seed: int) -> None:
    rows = find(*PAIRS[seed])
    joined = (ChangeKind.SPLIT, ChangeKind.MERGED)
    if any(row.kind in joined for row in rows.changes):
        rows = find(*simple(seed))
    edge = {unit.eid for copy in rows.copies for unit in _named(rows, copy.old_eids, copy.new_eids)}
    sizes = [_size(edit) for edit in rows.edits if (edit.new or edit.old) is not None and _eid(edit) not in edge]
    assert sum(sizes) == sum(row.deleted + row.inserted for row in rows.changes) == prove(rows).edit_size


def simple(seed: int) -> tuple[Tree, Tree]:
    kinds = [edit for edit in KINDS if edit not in ("split", "merge", "repeal")]
    garden = plant(Random(seed), grow(Random(seed), articles=30, seed=seed), kinds * 2)
    return tree(write(garden.old)), tree(write(garden.new, BROKEN))


def _named(rows: Findings, old: Sequence[str], new: Sequence[str]) -> list[Unit]:
    matching = rows.matching
    return [matching.old.tree.by_eid[eid] for eid in old] + [matching.new.tree.by_eid[eid] for eid in new]


def _eid(edit: Edit) -> str:
    unit = edit.new if edit.new is not None else edit.old
    assert unit is not None
    return unit.eid


def _size(edit: Edit) -> int:
    if edit.kind is EditKind.DELETE and edit.old is not None and not edit.old.repealed:
        return sum(count([Segment(Op.DELETE, plain(edit.old.text), "")]))
    return sum(count(edit.words))


def test_a_row_names_its_unit_by_the_new_text_first() -> None:
    row = Change(
        ChangeKind.MOVED,
        Kind.POINT,
        ("art_1__para_1",),
        ("art_2__para_3",),
        "ст. 1 п. 1",
        "ст. 2 п. 3",
        "",
        "",
        (),
        0,
        0,
    )
    assert (row.eid, row.label) == ("art_2__para_3", "ст. 2 п. 3")
    gone = evolve(row, new_eids=(), new_label="")
    assert (gone.eid, gone.label) == ("art_1__para_1", "ст. 1 п. 1")
