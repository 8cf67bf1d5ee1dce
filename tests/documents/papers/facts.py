"""A small fixed edition as papers see it, without a database: two days in Gyeongju, five delegations, names that are hard to set."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from interlocal.arrangements.rules.facts import Contact, Facts, Host, Placed, SeatingFacts, Spent, Taken
from interlocal.arrangements.rules.sheets import Sheet, SheetTrack
from tests.documents.papers.coming import DELEGATIONS, crowd
from tests.documents.papers.making import SEOUL, at, item, name, person, picture, words
from tests.documents.papers.programme import ITEMS, ONE, RESOURCES, SITES, TWO
from tests.documents.papers.said import WORDS

__all__ = [
    "ONE",
    "SEOUL",
    "TWO",
    "at",
    "big",
    "contacts",
    "facts",
    "item",
    "name",
    "person",
    "picture",
    "released",
    "words",
]


def facts(**changes: Any) -> Facts:
    """Work in progress, printed on 23 November 2026. `changes` are fields of Facts."""
    return replace(_FACTS, **changes)


def released(found: Facts | None = None, number: int = 3) -> Facts:
    """The same as version `number`, let out on 20 May 2027."""
    found = found or _FACTS
    sheet = replace(found.sheet, number=number, released_at=datetime(2027, 5, 20, 0, 30, tzinfo=UTC))
    return replace(found, sheet=sheet)


def contacts(found: Facts | None = None) -> tuple[Contact, ...]:
    """Contact data of everybody, as an actor gets them who may read it."""
    people = (found or _FACTS).people()
    return tuple(Contact(one.key, f"{one.key}@example.org", f"+82-54-000-{one.number:04}") for one in people)


def big(people: int = 1000) -> Facts:
    """So many people in delegations of twenty, from the three countries in turn."""
    delegations, number = [], 0
    for place, start in enumerate(range(0, people, 20), start=1):
        size = min(20, people - start)
        delegations.append(crowd(place, number, size))
        number += size
    return replace(_FACTS, delegations=tuple(delegations), placed=(), seatings=())


_FACTS = Facts(
    sheet=Sheet(
        slug="workshop-2027",
        name=words(
            "제27회 한중일 지방정부 교류회의",
            "第27回日中韓地方政府交流会議",
            "第27届中日韩地方政府交流会议",
            "27th Korea–China–Japan Local Government Conference",
        ),
        place=words("경상북도 경주시", "慶尚北道慶州市", "庆尚北道庆州市", "Gyeongju, Gyeongsangbuk-do"),
        from_on=ONE,
        until_on=date(2027, 6, 4),
        timezone=SEOUL,
        language="ko",
        items=ITEMS,
        sites=SITES,
        resources=RESOURCES,
        tracks=(
            SheetTrack(1, words("강연", "講演", "讲座", "Lectures")),
            SheetTrack(2, words("시찰", "視察", "考察", "Visits")),
        ),
    ),
    ordinal=27,
    series=name(
        "한중일 지방정부 교류회의",
        "日中韓地方政府交流会議",
        "中日韩地方政府交流会议",
        "Korea–China–Japan Local Government Conference",
    ),
    secretariat=Host(
        "garok",
        name(
            "대한민국시도지사협의회",
            "大韓民国市道知事協議会",
            "韩国市道知事协议会",
            "Governors Association of Korea",
        ),
        "KR",
    ),
    host=Host("gyeongbuk", name("경상북도", "慶尚北道", "庆尚北道", "Gyeongsangbuk-do"), "KR"),
    order_rule="host_first",
    order_language="ko",
    within_rule="rank",
    delegations=DELEGATIONS,
    placed=(
        Placed(2, 6, ("p-namgung", "p-takahashi", "p-okazaki", "p-sato")),
        Placed(3, 6, ("p-kim", "p-jegal", "p-ouyang", "p-abdu", "p-fitzgerald")),
        Placed(7, 4, ("p-namgung", "p-takahashi", "p-ouyang", "p-sato")),
        Placed(8, 4, ("p-kim", "p-okazaki", "p-abdu", "p-fitzgerald")),
        Placed(9, None, ("p-okazaki", "p-fitzgerald")),
    ),
    seatings=(
        SeatingFacts(
            1,
            words("개회식 좌석", "開会式の座席", "开幕式座次", "Seats at the opening"),
            1,
            "u",
            "host_guest",
            "from_door",
            {},
            (),
        ),
    ),
    words=WORDS,
    costs=(
        Spent(words("숙박비", "宿泊費", "住宿费", "Lodging"), Decimal(4200000), "KRW", "14박"),
        Spent(words("임차료", "借上料", "租车费", "Vehicle hire"), None, "KRW", ""),
    ),
    photos=(
        Taken(picture(), "png", "개회식 단체 사진", words("개회식", "開会式", "开幕式", "The opening"), 1),
    ),
    contacts=(),
    diets=(),
    attended={},
    made_on=date(2026, 11, 23),
)
