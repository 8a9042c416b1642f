"""Invented laws, and acts that amend them: what a table of pairs needs to say what comes of an instruction.

A law is written here one paragraph a line; `laid` lays it out as a collector does. A pair names the lines that an
instruction takes out and those that stand there instead, so what is expected is made by plain replacement of strings,
and all the rest of the law must come back byte for byte.
"""

from __future__ import annotations

import hashlib
import re

from aigaq.law.amend import Amended, When, amend
from aigaq.law.drafting import Act, read_act
from aigaq.law.source import Source
from aigaq.law.structure import Tree, parse
from aigaq.values import Language

RU, KK = Language.RU, Language.KK

RUSSIAN = """\
О хранении книг
Закон Республики Казахстан от 5 марта 2029 года № 900-X
Настоящий Закон регулирует хранение книг.
Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ
Статья 1. Понятия
В настоящем Законе используются понятия:
1) том – издание из бумаги;
2) полка – место для тома;
3) читальный зал – помещение для чтения.
Иные понятия берутся из словаря.
Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.02.2030 № 910-X (вводится в действие с 01.01.2031).
Статья 2. Хранитель
1. Хранитель стережет тома и «тихие» полки.
2. Хранитель обязан:
1) считать тома;
2) мыть полки:
сверху;
снизу;
3) закрывать зал на ключ.
Хранитель отвечает за ущерб. Он носит ключ.
3. Исключен Законом РК от 14.03.2031 № 901-X.
4. Ключ хранится в сейфе, комнате и ящике.
Статья 3. Исключена Законом РК от 14.03.2031 № 901-X (вводится в действие с 01.01.2032).
Глава 2. ЧТЕНИЕ
Статья 4. Читатель
Читатель вправе брать том.
Читатель обязан вернуть том.
Статья 5. Заключительные положения
Настоящий Закон вводится в действие с 1 января 2030 года.
Президент Республики Казахстан
"""

KAZAKH = """\
Кітап сақтау туралы
Қазақстан Республикасының 2029 жылғы 5 наурыздағы № 900-X Заңы
Осы Заң кітап сақтауды реттейді.
1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР
1-бап. Ұғымдар
Осы Заңда мынадай ұғымдар пайдаланылады:
1) том – қағаздан жасалған басылым;
2) сөре – томның орны;
3) оқу залы – оқуға арналған үй-жай.
Өзге ұғымдар сөздіктен алынады.
Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 01.02.2030 № 910-X (01.01.2031 бастап қолданысқа енгізіледі) Заңымен.
2-бап. Сақтаушы
1. Сақтаушы кiтаптарды және «тыныш» сөрелерді күзетеді.
2. Сақтаушы:
1) кітаптарды санауға;
2) сөрелерді:
үстінен;
астынан жууға;
3) залды кілтпен жабуға міндетті.
Сақтаушы залал үшін жауап береді. Ол кілтті алып жүреді.
3. Алып тасталды – ҚР 14.03.2031 № 901-X Заңымен.
4. Кілт сейфте, бөлмеде және жәшікте сақталады.
3-бап. Алып тасталды – ҚР 14.03.2031 № 901-X Заңымен.
2-тарау. ОҚУ
4-бап. Оқырман
Оқырман кітап алуға құқылы.
Оқырман кітапты қайтаруға міндетті.
5-бап. Қорытынды ережелер
Осы Заң 2030 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.
Қазақстан Республикасының Президенті
"""

CODE = """\
О хранении книг
Закон Республики Казахстан от 5 марта 2029 года № 900-X
Статья 1. Части
1. Первая часть настоящей статьи.
3. Третья часть, см. часть 1 настоящей статьи.
9. – 10. Исключены Законом РК от 14.03.2031 № 901-X.
11. Одиннадцатая часть.
Статья 2. Смесь
Вводная часть.
1. Первый пункт.
2. Второй пункт.
Статья 3. Список
Хранитель обязан:
1) мыть;
2) стирать.
6) – 6-2) исключены Законом РК от 14.03.2031 № 901-X;
7) сушить.
Статья 4. Деньги
1. Штраф 10 000 тенге, пеня 10 процентов, доля 1/3, в 12:30, 5,5 и (в скобках), статья 5-1.
2. Пункт. Второе предложение. Третье.
Часть. Вторая тут.
3. Только.
Статья 5. Одно
Первое предложение. Второе предложение.
"""

_HEADED = re.compile(
    r"(?:Статья|Глава) |\d+(?:-\d+)*-(?:бап|тарау)\.|О |Закон Респ|Кітап |Қазақстан Республикасының \d"
)

_HEADS = {
    RU: (
        "О внесении изменений и дополнений в Закон Республики Казахстан «О хранении книг»\n\n"
        "Статья 1. Внести в Закон Республики Казахстан от 5 марта 2029 года «О хранении книг» "
        "следующие изменения и дополнения:\n\n"
    ),
    KK: (
        "«Кітап сақтау туралы» Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу туралы\n\n"
        "1-бап. «Кітап сақтау туралы» 2029 жылғы 5 наурыздағы Қазақстан Республикасының Заңына мынадай өзгерістер "
        "мен толықтырулар енгізілсін:\n\n"
    ),
}
_ENDS = {
    RU: (
        "\n\nСтатья 2. Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого "
        "официального опубликования.\n\nПрезидент Республики Казахстан\n\nАстана, 12 мая 2032 года № 902-X ЗРК\n"
    ),
    KK: (
        "\n\n2-бап. Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа "
        "енгізіледі.\n\nҚазақстан Республикасының Президенті\n\nАстана, 2032 жылғы 12 мамыр № 902-X ҚРЗ\n"
    ),
}


def laid(lines: str) -> str:
    """Return a law laid out: an empty line between paragraphs, all but headings and front indented."""
    written = [line if _HEADED.match(line) else f"      {line}" for line in lines.splitlines()]
    return "\n\n".join(written) + "\n"


def tree(text: str, language: Language = RU) -> Tree:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return parse(Source("law.txt", "text/plain", digest, text), in_language=language)


TITLES = {RU: "О хранении книг", KK: "Кітап сақтау туралы"}


def act(instructions: str, language: Language = RU, *, title: str = "", ends: str | None = None) -> Act:
    """Return an act of these instructions, one paragraph a line; every word of it must be understood."""
    body = instructions.replace("\n", "\n\n")
    head = _HEADS[language].replace(TITLES[language], title or TITLES[language])
    text = head + body + (_ENDS[language] if ends is None else ends)
    found = read_act(Source("act.txt", "text/plain", "0" * 64, text), in_language=language)
    assert [gap.text for gap in found.accounting.unclaimed] == []
    return found


def amended(instructions: str, lines: str, language: Language = RU, *, when: When = When()) -> Amended:  # noqa: B008
    """Return an invented law with instructions applied."""
    return amend(act(instructions, language), tree(laid(lines), language), when=when)


def exchanged(lines: str, old: str, new: str) -> str:
    """Return a law in which ``old`` lines, which stand there once, give way to ``new`` ones."""
    assert lines.count(old) == 1, f"{lines.count(old)} times: {old!r}"
    return lines.replace(old, new)


def told(found: Amended) -> list[str]:
    """Return what became of each instruction: "applied", another status, or the reason of a refusal."""
    return [outcome.reason.value if outcome.reason else outcome.status.value for outcome in found.outcomes]


def shape(found: Tree) -> list[tuple[str, str, str, bool]]:
    """Return what two copies of one law must have in common."""
    return [(unit.kind.value, unit.number, unit.key, unit.repealed) for unit in found.units if unit.text or unit.number]
