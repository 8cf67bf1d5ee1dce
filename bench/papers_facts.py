"""The edition that papers are measured with: as many people, items or days as are asked for, no two people called the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from tests.documents.papers import facts as small
from tests.documents.papers.programme import ITEMS

GIVEN = {
    "ko": "민서지현수아준호예은도윤하람가온새별다솔기찬보름태양유진승빈세영정훈미래나경",
    "ja": "大輔美咲健太陽菜翔子直樹結衣誠恵拓海葵亮香織蓮舞浩優真琴里歩悠斗彩花千尋",
    "zh-Hans": "伟芳秀英娜敏静丽强磊洋艳勇杰涛明超兰霞平刚桂飞玉萍红鑫波斌宇浩凯健俊帆",
}
LATIN = (
    "ka",
    "na",
    "min",
    "seo",
    "hye",
    "rin",
    "dae",
    "yu",
    "ji",
    "ho",
    "mei",
    "tao",
    "ren",
    "ko",
    "shi",
    "wen",
)
PER_DAY = 10


def people(many: int) -> Facts:
    """So many people in delegations of twenty; their keys are those of badges that a desk can read."""
    found = small.big(many)
    delegations = (
        replace(one, people=tuple(_own_name(person) for person in one.people)) for one in found.delegations
    )
    return replace(found, delegations=tuple(delegations))


def programme(many: int, guests: int = 0) -> Facts:
    """So many items, ten a day, for everybody to see, and so many people."""
    found = people(guests) if guests else small.facts()
    items = tuple(islice(_items(), many))
    sheet = replace(found.sheet, items=items, until_on=items[-1].on + timedelta(days=1))
    return replace(found, sheet=sheet)


def _items() -> Iterator[SheetItem]:
    """Those of the small edition over and over, a day later each time."""
    number = 0
    while True:
        number += 1
        was = ITEMS[(number - 1) % len(ITEMS)]
        later = small.ONE + timedelta(days=(number - 1) // PER_DAY) - was.on
        starts, ends = (moment and moment + later for moment in (was.starts, was.ends))
        yield replace(
            was,
            id=number,
            on=was.on + later,
            starts=starts,
            ends=ends,
            is_public=True,
            bodies=(),
            resources=(),
        )


def _own_name(person: Person) -> Person:
    syllables, number = GIVEN[person.script_language], person.number
    first, second = divmod(number, len(syllables))
    latin = f"{LATIN[number % 16]}{LATIN[number // 16 % 16]}{LATIN[number // 256 % 16]}".capitalize()
    return replace(
        person,
        key=str(uuid5(NAMESPACE_URL, person.key)),
        given=syllables[first % len(syllables)] + syllables[second],
        latin_given=latin,
    )
