"""Russian of Kazakhstan: unit names, notes and ledger wording (folded text: Cyrillic look-alikes, plain quotes)."""

from __future__ import annotations

import re

from aigaq.law.structure.forms.form import NUMBER, ROMAN, Forms, Reference, typed
from aigaq.law.structure.unit import Action, Kind
from aigaq.values import Language

_STUB = r"(?i:исключен|исключить|утратил)"
_WORDED = rf"(?P<number>{{number}})\s?[.:]?\s*(?P<heading>(?=[^\W\d_а-яё])(?:.*[^.;:])|{_STUB}.*|)$"
_ARTICLE = (
    r"(?P<number>{number})\s?(?:[.:]\s*(?P<heading>.*)"
    r"|\s(?P<worded>(?=[А-ЯЁ])(?!Конституци|Кодекс|Закон|Договор)[^.;:]{{3,300}})|(?P<bare>))$"
)

_ORDINALS = (
    "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат "
    "четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
).split()
_ENDINGS = "ый ой ий ая ья ую ью ого его ьего ьей ьем ей ом ем ым им".split()
_ORDINAL = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})(?:{'|'.join(_ENDINGS)})"
_PLACE = rf"{NUMBER}|{_ORDINAL}"


def _heading(word: str, *, number: str = NUMBER, form: str = _WORDED) -> re.Pattern[str]:
    return re.compile(rf"{word}\s*{form.format(number=number)}", re.DOTALL)


def _reference(kind: Kind, word: str, *, number: str = NUMBER) -> Reference:
    return Reference(
        kind,
        re.compile(rf"(?:^|[\s(])(?:{word})\s?((?:{number})(?:(?:, | и )(?:{number})\)?)*)", re.IGNORECASE),
    )


def _inserted(kind: Kind, word: str, *, number: str = NUMBER) -> Reference:
    return Reference(
        kind, re.compile(rf"(?:дополнен\w*|дополнить) {word}\s?((?:{number})(?:\)?(?:, | и )(?:{number}))*)")
    )


RUSSIAN = Forms(
    language=Language.RU,
    may_open=re.compile(
        typed(
            "статья глава раздел подраздел параграф часть общая особенная сноска примечание вниманию для_удобства "
            "нормативным приложение президент исполняющий содержание оглавление пресс закон_ кодекс_ конституционный_ "
            "заголовок преамбула пункт_ подпункт_ в_стат в_пункт в_часть в_ч."
        )
        + "|§"
    ),
    headings=(
        (Kind.ARTICLE, _heading(r"(?:Статья|СТАТЬЯ)\s", form=_ARTICLE)),
        (Kind.CHAPTER, _heading(r"(?:Глава|ГЛАВА)\s", number=rf"{NUMBER}|{ROMAN}")),
        (Kind.SUBSECTION, _heading(r"(?:Подраздел|ПОДРАЗДЕЛ)\s", number=rf"{NUMBER}|{ROMAN}")),
        (Kind.SECTION, _heading(r"(?:Раздел|РАЗДЕЛ)\s", number=rf"{NUMBER}|{ROMAN}")),
        (Kind.PARAGRAPH, _heading(r"(?:§|(?:Параграф|ПАРАГРАФ)\s)")),
        (Kind.PART, _heading(r"(?:Часть|ЧАСТЬ)\s", number=rf"(?i:{_ORDINAL})|{ROMAN}")),
    ),
    bare_parts=re.compile(r"(ОБЩАЯ|ОСОБЕННАЯ) ЧАСТЬ$|(?:Общая|Особенная) часть$"),
    appendix=re.compile(rf"(?:Приложение|ПРИЛОЖЕНИЕ)(?: №? ?(?P<number>{NUMBER}))?(?: к [^;]{{0,200}}[^.;:]| ?)$"),
    appendix_line=re.compile(rf"(?:Приложение|ПРИЛОЖЕНИЕ)(?: №? ?{NUMBER})?(?: к |$)"),
    adoption=re.compile(r"(?:Конституционный )?(?:Закон|ЗАКОН|Кодекс|КОДЕКС) Республики Казахстан от \d"),
    appendix_ends=re.compile(r"\"$"),
    contents=re.compile(r"(?:СОДЕРЖАНИЕ|ОГЛАВЛЕНИЕ|Оглавление|Содержание|ПРЕСС-РЕЛИЗ)\.?$"),
    signature=re.compile(
        r"(?:Исполняющий обязанности )?Президент(?:а)?(?: Республики Казахстан)?(?: [А-ЯЁ]\. ?\S{2,30})?$"
    ),
    note=re.compile(r"Сноска(?:\.|:| (?=[А-Я]))|Нормативным постановлением Конституционного Суда РК от \d"),
    announcement=re.compile(
        r"Примечание (?:ИЗПИ|РЦПИ)[!.:]|Вниманию пользователей!"
        r"|Примечание\. (?:См\. нормативн|В соответствии с Законом .{0,60}нормативные постановления)"
        r"|Для удобства \w+ (?:РЦПИ|ИЗПИ)"
    ),
    bare_note=re.compile(
        r"(?:Заголовок |В )?(?i:стать|пункт|подпункт|глав|раздел|част|преамбул)[а-я]{0,3}\b(?! ?[\d-]+ ?\.).{0,90}?"
        r"(?:с изменени\w+, внесен|в редакции |дополнен\w* .{0,90}в соответствии с |исключен\w* |вступает в силу с "
        r"|предусматрива[ею]тся |предусмотрен[аоы]? )"
    ),
    act=re.compile(r"(?:РК ?\)?|Закон(?:ом|а|ами)?|Кодекс(?:ом|а)?) от \d\d\.\d\d\.\d{4}"),
    remark=re.compile(
        r"Порядок введения в действие .{0,80}см\.|Вводится в действие с \d|Для удобства |Конституционн(?:ым|ого) Суд"
        r"|Нормативным постановлением|.{0,60}\b(?:ИЗПИ|РЦПИ)\b"
    ),
    replacement=re.compile(r"(?:[Пп]о всему тексту )?(?:слов[ао] )?\".{1,600}замен(?:ен[аоы]?|ить)"),
    ends=re.compile(r"[\s;.,)]*$"),
    renames=re.compile(r"[\s);.,]*(?:в )?(?:заголов|стать|пункт|подпункт|част[ьи]\b|абзац|глав)", re.IGNORECASE),
    announces=re.compile(r"предусматрива[ею]тся|предусмотрен[аоы]?\b|вступает в силу с .{0,90}текст исключен"),
    stub_act=re.compile(
        r"\W*(?:\d\d\.\d\d\.\d{4}\W*)?(?:в соответствии с )?(?:(?:Конституционн|конституционн)\w+ )?"
        r"(?:(?:[Зз]акон|[Кк]одекс|[Уу]каз)\w* ?)?(?:(?:РК|Республики Казахстан)\W*)?"
    ),
    stub_heading=re.compile(rf"Статья (?P<number>{NUMBER}) (?P<stub>исключена\b.*)$"),
    stub=re.compile(r"\(?(?:исключ(?:ен[аоы]?|ить)|утратил[аио]? силу|действовал[аио]? до)(?!\w)", re.IGNORECASE),
    entry=re.compile(
        r"(?P<of>\bот )?(?P<date>\d\d\.\d\d\.\d{4})(?: ?г?\.)? ?"
        r"(?:№ ?(?P<number>\d+(?:-[ІVХLСDМ]+)?)(?: ?ЗРК)?)?(?!-НП)"
        r" ?(?P<force>\((?:[^()]|\([^()]*\))*\))?"
    ),
    actions=(
        (Action.INSERTED, re.compile(r"дополнен\w*|дополнить")),
        (Action.REPEALED, re.compile(r"исключ(?:ен|ить)|утратил", re.IGNORECASE)),
        (Action.RESTATED, re.compile(r"в редакции")),
        (Action.AMENDED, re.compile(r"изменени|заменен|заменить|вступает в силу")),
    ),
    references=(
        Reference(Kind.PREAMBLE, re.compile(r"Преамбул[а-я]{1,2}()")),
        Reference(Kind.APPENDIX, re.compile(rf"(?:^|\W)[Пп]риложени[а-я]{{1,2}} ?((?:{NUMBER})?)")),
        _reference(Kind.SECTION, r"раздел[а-я]{0,2}", number=rf"{NUMBER}|{ROMAN}"),
        _reference(Kind.CHAPTER, r"глав[а-я]{1,2}", number=rf"{NUMBER}|{ROMAN}"),
        _reference(Kind.PARAGRAPH, r"параграф[а-я]{0,2}"),
        _reference(Kind.ARTICLE, r"стать[а-я]{1,3}"),
        _reference(Kind.POINT, r"пункт[а-я]{0,3}"),
        _reference(Kind.ALINEA, r"част[а-я]{1,3}|ч\.", number=_PLACE),
        _reference(Kind.SUBPOINT, r"подпункт[а-я]{0,3}"),
        _reference(Kind.INDENT, r"абзац[а-я]{0,3}", number=_PLACE),
    ),
    inserted=(
        _inserted(Kind.CHAPTER, r"глав[а-я]{1,3}"),
        _inserted(Kind.ARTICLE, r"стать[а-я]{1,3}"),
        _inserted(Kind.POINT, r"пункт[а-я]{0,3}"),
        _inserted(Kind.SUBPOINT, r"подпункт[а-я]{0,3}"),
        _inserted(Kind.ALINEA, r"част[а-я]{1,3}", number=_PLACE),
        _inserted(Kind.INDENT, r"абзац[а-я]{0,3}", number=_PLACE),
    ),
    ordinals={stem: place for place, stem in enumerate(_ORDINALS, 1)},
    this_article="астоящей статьи",
    numbered_part=re.compile(r"част[а-я]{1,3} (?:перв|втор|треть|\d)[^ ]* настоящей статьи"),
    numbered_point=re.compile(r"пункт[а-я]{0,3} \d[^ ]* настоящей статьи"),
)
