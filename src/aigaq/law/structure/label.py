"""How a lawyer names a unit: «ст. 28 п. 3 ч. 2», «28-баптың 3-тармағының екінші бөлігі»."""

from __future__ import annotations

from aigaq.law.structure.eid import PREFIX
from aigaq.law.structure.unit import Kind, Tree, Unit
from aigaq.values import Language

RUSSIAN = {
    Kind.FRONT: "вводные реквизиты",
    Kind.CONTENTS: "оглавление",
    Kind.PREAMBLE: "преамбула",
    Kind.PART: "часть",
    Kind.SECTION: "раздел",
    Kind.SUBSECTION: "подраздел",
    Kind.CHAPTER: "гл.",
    Kind.PARAGRAPH: "§",
    Kind.ARTICLE: "ст.",
    Kind.POINT: "п.",
    Kind.SUBPOINT: "пп.",
    Kind.ALINEA: "ч.",
    Kind.INDENT: "абз.",
    Kind.QUOTED: "абз.",
    Kind.TABLE: "таблица",
    Kind.ROW: "строка",
    Kind.SIGNATURE: "подпись",
    Kind.APPENDIX: "приложение",
}

KAZAKH = {
    Kind.FRONT: ("кіріспе деректемелер", "кіріспе деректемелердің"),
    Kind.CONTENTS: ("мазмұны", "мазмұнының"),
    Kind.PREAMBLE: ("кіріспе", "кіріспенің"),
    Kind.PART: ("{}-бөлік", "{}-бөліктің"),
    Kind.SECTION: ("{}-бөлім", "{}-бөлімнің"),
    Kind.SUBSECTION: ("{}-кіші бөлім", "{}-кіші бөлімнің"),
    Kind.CHAPTER: ("{}-тарау", "{}-тараудың"),
    Kind.PARAGRAPH: ("{}-параграф", "{}-параграфтың"),
    Kind.ARTICLE: ("{}-бап", "{}-баптың"),
    Kind.POINT: ("{}-тармақ", "{}-тармақтың"),
    Kind.SUBPOINT: ("{}) тармақша", "{}) тармақшаның"),
    Kind.ALINEA: ("{} бөлік", "{} бөліктің"),
    Kind.INDENT: ("{} абзац", "{} абзацтың"),
    Kind.QUOTED: ("{} абзац", "{} абзацтың"),
    Kind.TABLE: ("{}-кесте", "{}-кестенің"),
    Kind.ROW: ("{}-жол", "{}-жолдың"),
    Kind.SIGNATURE: ("қолтаңба", "қолтаңбаның"),
    Kind.APPENDIX: ("{}-қосымша", "{}-қосымшаның"),
}
"""Name of each kind, and its genitive, which the unit inside it follows."""

POSSESSED = {
    "бөлік": "бөлігі",
    "бөліктің": "бөлігінің",
    "тармақ": "тармағы",
    "тармақтың": "тармағының",
    "тармақша": "тармақшасы",
    "тармақшаның": "тармақшасының",
    "абзац": "абзацы",
    "абзацтың": "абзацының",
    "бап": "бабы",
    "баптың": "бабының",
    "кесте": "кестесі",
    "кестенің": "кестесінің",
    "жол": "жолы",
    "жолдың": "жолының",
    "бөлім": "бөлімі",
    "бөлімнің": "бөлімінің",
    "тарау": "тарауы",
    "тараудың": "тарауының",
    "параграф": "параграфы",
    "параграфтың": "параграфының",
}
"""Third-person possessive of the words that may follow a genitive («28-баптың 3-тармағы»)."""

_ORDINALS = (
    "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы он_бірінші он_екінші "
    "он_үшінші он_төртінші он_бесінші он_алтыншы он_жетінші он_сегізінші он_тоғызыншы жиырмасыншы"
).split()
"""Ordinals as drafting writes them; beyond them the number stands in digits («21-абзац»)."""

_KINDS = {prefix: kind for kind, prefix in PREFIX.items()}
_WORDED = frozenset({Kind.ALINEA, Kind.INDENT, Kind.QUOTED})
_IN_CODES = {Kind.POINT: Kind.ALINEA, Kind.ALINEA: Kind.INDENT}
"""Codes call a numbered paragraph a part, and its later paragraphs indents."""

_OUTER = frozenset({Kind.ARTICLE, Kind.APPENDIX, Kind.PREAMBLE, Kind.FRONT, Kind.SIGNATURE, Kind.CONTENTS})


def label(tree: Tree, unit: Unit) -> str:
    """Return the name of ``unit`` in the language of the text, from the article inwards.

    The first part of a point is the point itself, so it is not named; nor is the only part of an article or a preamble.
    """
    if unit.kind is Kind.LAW:
        return "закон" if tree.language is Language.RU else "заң"
    chain = [step for step in reversed(_chain(tree, unit)) if not _silent(tree, step, unit)]
    return (
        _kazakh(chain, codes=tree.numbered_part)
        if tree.language is Language.KK
        else _russian(chain, codes=tree.numbered_part)
    )


def label_of(tree: Tree, eid: str) -> str:
    """Return the name of the unit with this identifier, also when it does not stand in the text (yet).

    A note may announce a unit that is still to come («ст. 5 пп. 54-1)»).
    """
    unit = tree.by_eid.get(eid)
    if unit is not None:
        return label(tree, unit)
    steps = [step.partition("_") for step in eid.split("__")]
    chain = [
        Unit(_KINDS[prefix], number.split("~")[0], f"{prefix}_{number}", "", 0, 0, (0, 0), "", "")
        for prefix, _, number in steps
        if prefix in _KINDS and (prefix, number) != ("al", "1")
    ]
    if not chain:
        return eid
    return (
        _kazakh(chain, codes=tree.numbered_part)
        if tree.language is Language.KK
        else _russian(chain, codes=tree.numbered_part)
    )


def _chain(tree: Tree, unit: Unit) -> list[Unit]:
    """Return the unit and what it stands in, up to its article or to whatever else begins a name."""
    chain = [unit]
    for above in tree.ancestors(unit):
        if chain[-1].kind is Kind.ARTICLE and above.kind is not Kind.APPENDIX:
            continue
        if chain[-1].kind is Kind.APPENDIX:
            break
        chain.append(above)
    return chain


def _silent(tree: Tree, step: Unit, unit: Unit) -> bool:
    if step.kind is not Kind.ALINEA or number(step) != "1":
        return False
    if step is not unit:
        return True
    above = tree.by_eid[step.parent]
    alone = sum(child.kind is Kind.ALINEA for child in above.children) == 1
    return above.kind in (Kind.ARTICLE, Kind.PREAMBLE) and alone


def number(unit: Unit) -> str:
    """Return the number of a unit, or its place among its siblings when the text gives none.

    A number that stands in the text again is marked («6 [2]»).
    """
    last = unit.eid.split("__")[-1]
    shown = unit.number.replace("-to-", "–") or (last.split("_", 1)[1].split("~")[0] if "_" in last else "")
    return f"{shown} [{last.split('~')[1]}]" if "~" in last else shown


def _russian(chain: list[Unit], *, codes: bool) -> str:
    return " ".join(_russian_step(step, codes=codes) for step in chain)


def _russian_step(step: Unit, *, codes: bool) -> str:
    word = "ч." if codes and step.kind is Kind.POINT else RUSSIAN[step.kind]
    if codes and step.kind is Kind.ALINEA:
        word = "абз."
    if step.kind in (Kind.FRONT, Kind.CONTENTS, Kind.PREAMBLE, Kind.SIGNATURE):
        return word
    if step.kind is Kind.PART and not step.number:
        return " ".join(step.text.split()).lower()
    if step.kind is Kind.APPENDIX and not step.number:
        return word
    closing = ")" if step.kind is Kind.SUBPOINT else ""
    return f"{word} {number(step)}{closing}"


def _kazakh(chain: list[Unit], *, codes: bool) -> str:
    words = [_kazakh_step(step, genitive=at < len(chain) - 1, codes=codes) for at, step in enumerate(chain)]
    return " ".join([words[0], *(_possessed(word) for word in words[1:])]) if words else ""


def _kazakh_step(step: Unit, *, genitive: bool, codes: bool) -> str:
    if step.kind is Kind.PART and not step.number:
        return " ".join(step.text.split()).lower() + ("тің" if genitive else "")
    kind = _IN_CODES.get(step.kind, step.kind) if codes else step.kind
    form = KAZAKH[kind][1 if genitive else 0]
    shown = number(step)
    if kind in _WORDED:
        return _ordinal(form, shown)
    if not shown or (step.kind is Kind.APPENDIX and not step.number):
        return form.replace("{}-", "")
    return form.format(shown)


def _ordinal(form: str, shown: str) -> str:
    at = int(shown) if shown.isdigit() else 0
    if 0 < at <= len(_ORDINALS):
        return form.format(_ORDINALS[at - 1].replace("_", " "))
    return form.replace("{} ", f"{shown}-")


def _possessed(words: str) -> str:
    head, _, last = words.rpartition(" ")
    head, last = (head + " ", last) if head else ("", last)
    before, dash, word = last.rpartition("-")
    return f"{head}{before}{dash}{POSSESSED.get(word, word)}"
