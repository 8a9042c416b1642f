"""Sentences of a fictional law, made from a small vocabulary by a seeded generator.

FICTIONAL: there is no law on hanging gardens. The words are ordinary, their order is chance.
"""

from __future__ import annotations

import re
from random import Random


def _listed(words: str) -> list[str]:
    return words.replace("\n", "|").split("|")


_WHO = _listed("""хранитель|совет|старший садовник|уполномоченный орган|смотритель|владелец|посетитель|попечитель|мастер
заведующий|собрание|сторож|ученик|поставщик|наблюдатель|распорядитель|составитель|вожатый|держатель|учредитель|ревизор
служба|комиссия|помощник""")

_DOES = _listed("""составляет|ведет|утверждает|хранит|обновляет|проверяет|принимает|передает|описывает|согласует
размещает|учитывает|восстанавливает|осматривает|готовит|представляет|возвращает|распределяет|измеряет|подписывает""")

_PAPER = _listed("""перечень|журнал|план|опись|карту|книгу|порядок обхода|список|расписание|отчет о состоянии
правила ухода|сведения о запасе|схему|описание|паспорт|каталог|ведомость|график обрезки|образцы
записи о росте|заявку на доставку|таблицу высоты|программу посадки|дневник наблюдений""")

_WHICH = _listed("""висячих|утренних|весенних|садовых|подвесных|цветущих|дальних|редких|тенистых|водяных|плодовых|старых
луковичных|ветвистых|ранних|новых|высоких|ночных|северных|каменных|ступенчатых|хвойных|привитых|вьющихся|закрытых
съемных|зимних|общих|круглых|пригодных""")

_THINGS = _listed("""растений|лестниц|террас|лиан|клумб|мхов|семян|желобов|деревьев|беседок|луковиц|инструментов|ветвей
саженцев|мостов|аллей|оранжерей|дорожек|гербариев|леек|водоемов|решеток|навесов|корней|лепестков|почв|кустарников
ульев|фонтанов|калиток|черенков|оград|насосов|теплиц|ступеней|часов|скамей|троп|грядок|рощ""")

_HOW = _listed("""в письменном виде|без взимания платы|при участии не менее трех садовников|по месту нахождения сада
в течение десяти рабочих дней|до начала посадки|с согласия попечителя|на основании осмотра|не реже одного раза в месяц
в порядке, установленном советом|с учетом высоты террасы|вне времени тишины|после каждого обхода|за счет средств сада
совместно с соседними садами|под руководством мастера|с занесением в общий журнал|за исключением дней отдыха""")

_WHEN = _listed("""если погода позволяет открыть верхние террасы|когда запас воды ниже нужного уровня
если посетители просят об этом заранее|когда цветение началось раньше срока|если сосед не заявил возражений
когда лестница закрыта на просушку|если почва не принята по описи|когда саженцы прибыли без пометок
если журнал обхода заполнен полностью|когда ветви достигают края дорожки|если совет не решил иначе
когда наступает пора обрезки|если беседка занята под хранение|когда мост признан непригодным""")

_SYLLABLES = "бал вер гор дам жал зим кен лот мир нар ост пар рам сол тал ург фир хол цве чир шал эль юнт яс".split()

LINKS = (
    "Конституцией Республики Казахстан",
    "Гражданским кодексом Республики Казахстан",
    "Предпринимательским кодексом Республики Казахстан",
    "Бюджетным кодексом Республики Казахстан",
)
"""Words that a legal database shows as a link."""

_FRESH = """янтарный барбарис вереск гиацинт дурман ежевика жасмин зверобой ирис калина лаванда мальва нарцисс
облепиха пион розмарин сирень тимьян укроп фиалка хризантема цикорий чабрец шиповник щавель эстрагон юкка ясень
багульник василек горицвет донник женьшень иссоп камелия левкой медуница незабудка орхидея пижма ромашка стрелиция
тысячелистник флокс хмель череда шалфей эдельвейс""".split()
"""Words that stand in no other sentence, so that a planted rewording has one smallest edit."""

_WORD = re.compile(r"\w+(?:-\w+)*")


def count(text: str) -> int:
    """Return the number of words of ``text``."""
    return len(_WORD.findall(text))


def _named(random: Random) -> str:
    return "".join(random.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _what(random: Random) -> str:
    return f"{random.choice(_PAPER)} {random.choice(_WHICH)} {random.choice(_THINGS)}"


def clause(random: Random) -> str:
    """Return who does what, and how."""
    who = f"{random.choice(_WHO)} {random.choice(_WHICH)} {random.choice(_THINGS)}"
    return f"{who} {random.choice(_DOES)} {_what(random)} {random.choice(_HOW)}"


def sentence(random: Random) -> str:
    """Return a rule: capital letter first, full stop last; in some a place, a condition, a link."""
    said = clause(random)
    if random.random() < 1 / 4:
        said += f" на террасе {_named(random)}"
    if random.random() < 1 / 5:
        said += f", {random.choice(_WHEN)}"
    elif random.random() < 1 / 8:
        said += f", в соответствии с {random.choice(LINKS)}"
    return f"{said[0].upper()}{said[1:]}."


def item(random: Random) -> str:
    """Return a subpoint without its last mark."""
    return f"{_what(random)} и {_what(random)} {random.choice(_HOW)}"


def heading(random: Random) -> str:
    """Return the heading of an article."""
    what = _what(random)
    return f"{what[0].upper()}{what[1:]}"


def fresh(random: Random, size: int) -> str:
    """Return ``size`` words that no sentence of the old edition has."""
    return " ".join(random.sample(_FRESH, size))
