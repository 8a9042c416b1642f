"""Two fictional laws, and the way from a draft back to the law: read, apply, compare."""

from __future__ import annotations

import hashlib

from aigaq.law.amend import Status, amend
from aigaq.law.compare import Comparison, compare
from aigaq.law.draft import Draft, draft
from aigaq.law.drafting import Act, read_act
from aigaq.law.source import Source
from aigaq.law.structure import Tree, parse
from aigaq.values import Language

RUSSIAN = """\
О книжных полках

Закон Республики Казахстан от 3 мая 2031 года № 12-X

Настоящий Закон определяет порядок расстановки книг.

Глава 1. Общие положения

Статья 1. Понятия

В настоящем Законе используются следующие понятия:

1) книга – переплетенный том;

2) полка – доска для книг.

Статья 2. Права читателя

1. Читатель вправе читать книги и листать журналы.

2. Читатель вправе:

1) брать книги на дом;

2) сдавать книги обратно;

3) требовать тишины.

Срок сдачи книги продлевается один раз.

Глава 2. Прочие положения

Статья 3. Выдача книг

Книги выдаются бесплатно.

Статья 4. Заключительное положение

Споры о книгах решает заведующий.
"""

KAZAKH = """\
Кітап сөрелері туралы

Қазақстан Республикасының 2031 жылғы 3 мамырдағы № 12-X Заңы

Осы Заң кітаптарды орналастыру тәртібін айқындайды.

1-тарау. Жалпы ережелер

1-бап. Ұғымдар

Осы Заңда мынадай ұғымдар пайдаланылады:

1) кітап – түптелген том;

2) сөре – кітапқа арналған тақтай.

2-бап. Оқырман құқықтары

1. Оқырман кітап оқуға және журнал парақтауға құқылы.

2. Оқырман:

1) кітапты үйіне алуға;

2) кітапты қайтаруға;

3) тыныштық талап етуге құқылы.

Кітапты қайтару мерзімі бір рет ұзартылады.

2-тарау. Өзге де ережелер

3-бап. Кітап беру

Кітап тегін беріледі.

4-бап. Қорытынды ереже

Кітап туралы дауды меңгеруші шешеді.
"""

LAWS = {Language.RU: RUSSIAN, Language.KK: KAZAKH}


def law(text: str, language: Language) -> Tree:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return parse(Source("law.txt", "text/plain", digest, text), in_language=language)


def edited(language: Language, *pairs: tuple[str, str]) -> Tree:
    """Return the fictional law with pieces of its text replaced, each of which stands there once."""
    text = LAWS[language]
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return law(text, language)


def drafted(language: Language, *pairs: tuple[str, str]) -> Draft:
    return draft(law(LAWS[language], language), edited(language, *pairs))


def clauses(made: Draft) -> list[str]:
    """Return the paragraphs of the list of edits."""
    paragraphs = made.text.strip().split("\n\n")
    return paragraphs[4:]


def read(made: Draft) -> Act:
    return read_act(Source("act.txt", "text/plain", "", made.text), in_language=made.language)


def applied(made: Draft, old: Tree, new: Tree) -> Comparison:
    """Return the law after the act beside the new law; every instruction of the act must have been applied."""
    amended = amend(read(made), old)
    assert {outcome.status for outcome in amended.outcomes} == {Status.APPLIED}
    return compare(amended.new, new)
