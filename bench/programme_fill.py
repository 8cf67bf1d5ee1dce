"""Editions with programmes of several sizes: `python -m bench.programme_fill 10 100 1000`. Prints what visitors need, as JSON, in its last line.

Each has 240 people of twelve governments, ten sites with routes and 30 resources; four tracks, ten items a track and day. Nothing is taken
twice at once. Beside them stands `bench-people`: 100 items and 1,000 people.
"""

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from typing import Any

import django

from bench.office_fill import FAMILIES, GIVEN

TRACKS, A_DAY, BODIES, SITES = 4, 40, 12, 10
PEOPLE, MANY_PEOPLE = 240, 1000
RESOURCES = {"room": 8, "interpreter": 8, "vehicle": 6, "officer": 4, "table": 4}
KINDS = ("lecture", "presentation", "discussion", "visit", "meal")


@dataclass(frozen=True, slots=True)
class Edition:
    """A preparation (slug) as it was filled."""

    slug: str
    items: int
    people: int


@dataclass(frozen=True, slots=True)
class Programmes:
    """A session of the secretariat of all these editions, whose hat is `hat`."""

    session: str
    hat: str
    body: int
    editions: tuple[Edition, ...]

    def told(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> "Programmes":
        found = json.loads(line)
        return cls(**found | {"editions": tuple(Edition(**one) for one in found["editions"])})


def main() -> None:
    django.setup()
    print(filled([int(word) for word in sys.argv[1:]]).told())


def filled(sizes: list[int]) -> Programmes:
    from django.test import Client

    from bench.office_fill import _hat
    from interlocal.identity.models import User
    from interlocal.identity.walls import standing_as
    from interlocal.registry.models import Body

    at = datetime.now(UTC)
    office, *invited = Body.objects.filter(kind="province").exclude(country="").order_by("slug")[: BODIES + 1]
    user = User.objects.create(email="programme@bench.example", name="Secretariat")
    actor = _hat(user, office, at)
    wanted = [Edition(f"bench-items-{many}", many, PEOPLE) for many in sizes]
    wanted.append(Edition("bench-people", 100, MANY_PEOPLE))
    with standing_as(actor):
        for edition in wanted:
            fill(edition, office, invited, at)
    client = Client()
    client.force_login(user)
    session = client.cookies["interlocal-session"].value
    return Programmes(session, office.slug, office.pk, tuple(wanted))


def fill(edition: Edition, office: Any, invited: list[Any], at: datetime) -> None:
    from bench.office_fill import _preparation

    made = _preparation(edition.slug, office, at)
    made.until_on = made.from_on + timedelta(days=-(-edition.items // A_DAY))
    made.timezone, made.language = "Asia/Seoul", "ko"
    made.save()
    people = _people(made, invited, edition.people)
    _items(made, edition.items, _sites(made), _resources(made), people)


def _text(word: str, number: int) -> Any:
    from interlocal.ground.texts import localised

    words = {
        "ko": f"{word} {number}번",
        "ja": f"{word} 第{number}",
        "zh-Hans": f"{word} 第{number}",
        "en": f"{word} {number}",
    }
    return localised("ko", words)


def _people(made: Any, invited: list[Any], many: int) -> list[Any]:
    """In turn of every government, an interpreter among each twenty."""
    from interlocal.delegations.models import Delegate, Invitation

    invitations = [
        Invitation.objects.create(preparation=made, body=body, state="accepted", quota=500, language="ko")
        for body in invited
    ]
    rows = []
    for number in range(many):
        invitation = invitations[number % len(invitations)]
        rows.append(
            Delegate(
                preparation=made,
                body_id=invitation.body_id,
                invitation=invitation,
                script_language="ko",
                language="ko",
                languages=["ja"] if number % 3 else ["zh-Hans", "en"],
                state="approved",
                part="interpreter" if number // len(invitations) % 20 == 19 else "member",
                position=number,
                family=FAMILIES[number % 8],
                given=GIVEN[number // 8 % 10] + GIVEN[number // 80 % 10],
                latin_family="KIM",
                latin_given=f"Haneul{number}",
                post=_text("국제협력과장", number),
            )
        )
    return Delegate.objects.bulk_create(rows)


def _sites(made: Any) -> list[Any]:
    """Some kilometres from each other, open every day, with a way from each to each."""
    from interlocal.arrangements.models import Route, Site

    opens = {day: ["07:00", "23:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    sites = Site.objects.bulk_create(
        Site(
            preparation=made,
            key=f"site-{number}",
            name=_text("회의장", number),
            address=_text("보문로", number),
            longitude=129.2 + number / 50,
            latitude=35.8 + number / 90,
            opens=opens,
            position=number,
        )
        for number in range(SITES)
    )
    Route.objects.bulk_create(
        Route(
            preparation=made,
            start=start,
            finish=finish,
            by="bus",
            minutes=5 + 2 * (finish.position - start.position),
        )
        for start, finish in combinations(sites, 2)
    )
    return sites


def _resources(made: Any) -> dict[str, list[Any]]:
    from interlocal.arrangements.models import Resource

    found = {}
    for kind, many in RESOURCES.items():
        rows = (
            Resource(
                preparation=made,
                kind=kind,
                name=_text(kind, number),
                capacity=None if kind in ("interpreter", "officer") else 2000,
                languages=["ko", "ja", "en"] if number % 2 else ["ko", "zh-Hans", "en"],
                position=number,
            )
            for number in range(many)
        )
        found[kind] = Resource.objects.bulk_create(rows)
    return found


def _items(
    made: Any, many: int, sites: list[Any], resources: dict[str, list[Any]], people: list[Any]
) -> None:
    from interlocal.arrangements.models import Detail, Taking, Track
    from interlocal.delegations.models import PlannedItem

    Track.objects.bulk_create(
        Track(preparation=made, number=number, name=_text("분과", number)) for number in range(1, TRACKS)
    )
    items = PlannedItem.objects.bulk_create(_item(made, number) for number in range(many))
    Detail.objects.bulk_create(_detail(made, item, sites) for item in items)
    takings = []
    for item in items:
        takings += [Taking(preparation=made, item=item, **taken) for taken in _taken(item, resources, people)]
    Taking.objects.bulk_create(takings)


def _item(made: Any, number: int) -> Any:
    from interlocal.delegations.models import PlannedItem

    day, place = divmod(number, A_DAY)
    starts = datetime.combine(date(2027, 1, 1), time(8, 0)) + timedelta(minutes=75 * (place // TRACKS))
    return PlannedItem(
        preparation=made,
        position=number,
        kind=KINDS[number % len(KINDS)],
        title=_text("지방정부 국제교류 우수사례 발표", number),
        day=day,
        starts_at=starts.time(),
        ends_at=(starts + timedelta(minutes=60)).time(),
        note=_text("명함을 지참하여 주시기 바랍니다.", number) if number % 3 == 0 else None,
    )


def _detail(made: Any, item: Any, sites: list[Any]) -> Any:
    from interlocal.arrangements.models import Detail

    number = item.position
    return Detail(
        item=item,
        preparation=made,
        track=number % TRACKS,
        site=sites[number % TRACKS + TRACKS * (number // A_DAY % 2)],
        meal="lunch" if item.kind == "meal" else "",
        speaking=["ko"],
        into=["ja"] if number % 2 else ["zh-Hans"],
        contact="+82-54-000-0000",
    )


def _taken(item: Any, resources: dict[str, list[Any]], people: list[Any]) -> list[dict[str, Any]]:
    """A room, an interpreter and at times a vehicle or officer of its track; a third for some governments, a tenth for five people.

    A government goes with one track only, so that nobody is in two places.
    """
    number, track = item.position, item.position % TRACKS
    turn = number // TRACKS
    found = [{"resource": resources[kind][track + TRACKS * (turn % 2)]} for kind in ("room", "interpreter")]
    found += [{"resource": resources["officer"][track]}] if turn % 2 else []
    found += [{"resource": resources["vehicle"][track]}] if item.kind == "visit" else []
    bodies = sorted({one.body_id for one in people})
    if turn % 3 == 0:
        found += [{"body_id": body} for body in bodies[track::TRACKS]]
    elif turn % 10 == 1:
        found += [{"delegate": one} for one in [one for one in people if one.body_id == bodies[track]][:5]]
    return found


if __name__ == "__main__":
    main()
