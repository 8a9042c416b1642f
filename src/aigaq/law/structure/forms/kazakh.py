"""Kazakh: unit names, notes and ledger wording (folded text: Cyrillic look-alikes, plain quotes)."""

from __future__ import annotations

import re

from aigaq.law.structure.forms.form import DASH, NUMBER, ROMAN, Forms, Reference, typed
from aigaq.law.structure.unit import Action, Kind
from aigaq.values import Language

_ORDINALS = {
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6, "жетінші": 7,
    "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "он бірінші": 11, "он екінші": 12, "он үшінші": 13,
    "он төртінші": 14, "он бесінші": 15, "он алтыншы": 16, "он жетінші": 17, "он сегізінші": 18,
    "он тоғызыншы": 19, "жиырмасыншы": 20,
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_LIST = rf"((?:{NUMBER})(?:\)?(?:, ?| және )(?:{NUMBER}))*)"
_END = r"(?![а-яёәғқңөұүһі])"


def _heading(word: str, *, number: str = NUMBER) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<number>{number})\s?-\s?{word}{_END}\s?(?:[.:]\s*(?P<heading>.*)|(?P<bare>(?=[А-ЯЁӘҒҚҢӨҰҮҺІ]).*[^.;:]|))$",
        re.DOTALL,
    )


def _reference(kind: Kind, word: str) -> Reference:
    return Reference(kind, re.compile(rf"{_LIST}-{word}", re.IGNORECASE))


def _ordinal(kind: Kind, word: str) -> Reference:
    return Reference(kind, re.compile(rf"((?:{_ORDINAL})(?:(?:, | және )(?:{_ORDINAL}))*) {word}", re.IGNORECASE))


_BY_ACT = r" ?(?:Конституциялық )?(?:Заң(?:дар)?ымен|Кодексімен|Жарлығымен)"
_FILLED = r"{}[а-яё]*мен(?=.{{0,12}}толықтыр)"

KAZAKH = Forms(
    language=Language.KK,
    may_open=re.compile(
        typed(
            "ескерту зқаи рқаи қр_зқаи қолданушылар қазақстан_республикасының президент жалпы ерекше мазмұны пресс "
            "баспасөз"
        )
        + rf"|§|(?:{NUMBER}|{ROMAN})\s?{DASH}?\s?(?:{typed('бап тарау бөлім кіші параграф тармақ')})"
        + rf"|[\"«“].{{3,150}}[\"»”]$|(?s:.{{0,200}})(?:{typed('қосымша')})\s*$"
    ),
    headings=(
        (Kind.ARTICLE, _heading("(?:бап|БАП)")),
        (Kind.CHAPTER, _heading("(?:тарау|ТАРАУ)", number=rf"{NUMBER}|{ROMAN}")),
        (Kind.SUBSECTION, _heading("(?:кіші бөлім|КІШІ БӨЛІМ)", number=rf"{NUMBER}|{ROMAN}")),
        (
            Kind.SECTION,
            re.compile(
                rf"(?P<number>{NUMBER}|{ROMAN})\s?-?\s?(?:бөлім|БӨЛІМ){_END}\s?[.:]?\s*"
                r"(?P<heading>(?=[^\W\d_а-яёәғқңөұүһі])(?:.*[^.;:])|)$",
                re.DOTALL,
            ),
        ),
        (
            Kind.PARAGRAPH,
            re.compile(
                rf"(?:§\s?(?P<number>{NUMBER})|(?P<other>{NUMBER})-\s?(?:параграф|ПАРАГРАФ){_END})\s?\.?\s*(?P<heading>.*)$",
                re.DOTALL,
            ),
        ),
    ),
    bare_parts=re.compile(r"(ЖАЛПЫ|ЕРЕКШЕ) БӨЛІК$|(?:Жалпы|Ерекше) бөлік$"),
    appendix=re.compile(rf"(?:.{{0,200}} )?(?:(?P<number>{NUMBER})-?\s?)?(?:[Ққ]осымша|ҚОСЫМША)$"),
    appendix_line=re.compile(r".{0,200}(?:[Ққ]осымша|ҚОСЫМША)$|[\"«].{3,150}[\"»]$"),
    adoption=re.compile(r"Қазақстан Республикасының \d{4} жыл"),
    appendix_ends=re.compile(r"қосымша$", re.IGNORECASE),
    contents=re.compile(r"(?:МАЗМҰНЫ|Мазмұны|ПРЕСС-РЕЛИЗ|БАСПАСӨЗ-РЕЛИЗ)\.?$"),
    signature=re.compile(
        r"Қазақстан Республикасының(?: ?$| Президенті(?:нің міндетін атқарушы)?(?: [А-ЯЁӘҒҚҢӨҰҮҺІ]\. ?\S{2,30})?$)"
        r"|Президенті?$"
    ),
    note=re.compile(r"Ескерту(?:\.|:| (?=[А-ЯЁӘҒҚҢӨҰҮҺІ\d]))"),
    announcement=re.compile(
        r"(?:ЗҚАИ|РҚАИ|ҚР ЗҚАИ)(?:-н[ыі]ң)? ?ескертпесі ?[!.:]|Қолданушылар(?:дың)? назарына ?!"
        r"|\w+ (?:ыңғайлы|қолайлы) болуы үшін (?:ЗҚАИ|РҚАИ)"
    ),
    bare_note=re.compile(
        rf"{NUMBER}-(?:ба[пб]|тарма[қғ]|тара[уғ])\w*(?! ?\.).{{0,90}}?"
        r"(?:өзгеріс\w* енгізілді|өзгерту\w* енгізілді|жаңа редакцияда|толықтырылды|алып тасталды|көзделген) ?- ?ҚР"
    ),
    act=re.compile(r"ҚР (?:\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d)"),
    remark=re.compile(
        r"(?:Осы |ҚР )?(?:Заңның|Заңының|Кодекстің|Кодексінің) қолданысқа енгізілу тәртібін .{0,40}қараңыз"
        r"|.{0,60}(?:ыңғайлы|қолайлы) болуы үшін |Конституциялық Сот|.{0,60}(?:ЗҚАИ|РҚАИ)"
    ),
    replacement=re.compile(r"(?:Бүкіл мәтін бойынша )?\".{1,600}ауыстыр"),
    ends=re.compile(rf"(?:{_BY_ACT})?\W*(?:\([^()]*\)\W*)?$"),
    renames=re.compile(rf"(?:{_BY_ACT})?\W*(?:{NUMBER}-(?:ба[пб]|тарма[қғ]|тара[уғ])|{NUMBER}\) тармақша)"),
    announces=re.compile(r"көзделген ?-"),
    stub_act=re.compile(r"\W*(?:(?:ҚР|Қазақстан Республикасы(?:ның)?)\W*)?"),
    stub_heading=re.compile(rf"(?P<number>{NUMBER})-бап (?P<stub>алып тасталды\b.*)$"),
    stub=re.compile(r"(?:алып тасталды|алынып тасталды|күші жойылды|алып тасталсын)(?!\w)", re.IGNORECASE),
    entry=re.compile(
        r"(?P<of>ҚР )?(?P<date>\d\d\.\d\d\.\d{4}|\d{4}\.\d\d\.\d\d)(?! бастап)(?: ?ж?\.)? ?"
        rf"(?:№ ?(?P<number>\d+(?:-[ІVХLСDМ]+)?)(?: ?ҚРЗ)?)?(?!-НҚ)(?:{_BY_ACT}(?= \())?"
        r" ?(?P<force>\((?:[^()]|\([^()]*\))*\))?"
    ),
    actions=(
        (Action.INSERTED, re.compile(r"толықтыр")),
        (Action.REPEALED, re.compile(r"алып таста|алынып таста|күші жой", re.IGNORECASE)),
        (Action.RESTATED, re.compile(r"редакцияда")),
        (Action.AMENDED, re.compile(r"өзгер|ауыстыр")),
    ),
    references=(
        Reference(Kind.PREAMBLE, re.compile(r"Кіріспе[а-яғ]{0,3}()")),
        Reference(Kind.APPENDIX, re.compile(rf"(?:^|\W)((?:{NUMBER})?)-?\s?[Ққ]осымша[а-яғ]{{0,3}}")),
        Reference(Kind.SECTION, re.compile(rf"({NUMBER}|{ROMAN})-?\s?бөлім(?!ш)", re.IGNORECASE)),
        _reference(Kind.CHAPTER, "тара[уғ]"),
        Reference(Kind.PARAGRAPH, re.compile(rf"({NUMBER})-параграф", re.IGNORECASE)),
        _reference(Kind.ARTICLE, "ба[пб]"),
        Reference(Kind.POINT, re.compile(rf"{_LIST}-тарма[қғ](?!ша)", re.IGNORECASE)),
        _ordinal(Kind.ALINEA, "бөлі[кг]"),
        Reference(Kind.SUBPOINT, re.compile(rf"{_LIST}\) ?тармақша", re.IGNORECASE)),
        _ordinal(Kind.INDENT, "абзац"),
    ),
    inserted=(
        Reference(Kind.CHAPTER, re.compile(rf"{_LIST}-{_FILLED.format('тарау')}")),
        Reference(Kind.ARTICLE, re.compile(rf"{_LIST}-{_FILLED.format('бап')}")),
        Reference(Kind.POINT, re.compile(rf"{_LIST}-{_FILLED.format('тармақ')}")),
        Reference(Kind.SUBPOINT, re.compile(rf"{_LIST}\) ?{_FILLED.format('тармақша')}")),
        Reference(
            Kind.ALINEA,
            re.compile(rf"((?:{_ORDINAL})(?:(?:, | және )(?:{_ORDINAL}))*) {_FILLED.format('бөлік')}"),
        ),
        Reference(
            Kind.INDENT,
            re.compile(rf"((?:{_ORDINAL})(?:(?:, | және )(?:{_ORDINAL}))*) {_FILLED.format('абзац')}"),
        ),
    ),
    ordinals=_ORDINALS,
    this_article="сы баптың",
    numbered_part=re.compile(rf"осы баптың (?:{_ORDINAL}|{NUMBER}-) ?бөлі[кг]", re.IGNORECASE),
    numbered_point=re.compile(rf"осы баптың {NUMBER}(?:, {NUMBER})*-тарма[қғ](?!ша)"),
)
