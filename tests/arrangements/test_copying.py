"""What was arranged for one edition, for the next."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from interlocal.arrangements.commands.copying import copy_arrangements, copy_edition
from interlocal.arrangements.commands.sites import set_route
from interlocal.arrangements.commands.tracks import name_track
from interlocal.arrangements.models import Detail, Resource, Taking, Words
from interlocal.arrangements.queries.sheet import sheet
from interlocal.arrangements.queries.sites import surroundings
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import copying as proposals
from interlocal.delegations.rules.copying import Invited, Plan
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests import make
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def last() -> None:
    """An edition with a call, a talk and a night train; a hall, an interpreter and a bus with telephones; words."""
    forum = here.forum()
    guest = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    scene.invitation(forum, "tottori")
    office, station = here.site("Office"), here.site("Station")
    known: dict[str, Any] = {"actor": here.who(), "at": here.NOON, "preparation": here.SLUG}
    set_route(**known, start=office, finish=station, by="bus", minutes=20)
    name_track(**known, number=1, name={"en": "Youth"})
    hall = here.resource("Hall", site=office, phone="02-1")
    kim = here.resource("Kim", "interpreter", phone="010-1")
    here.item(
        "Call",
        kind="courtesy_call",
        state="agreed",
        with_whom={"en": "The governor"},
        site=office,
        resources=(kim,),
    )
    here.item(
        "Talk", "11:00", "12:00", track=1, bodies=("gyeongbuk",), people=(str(guest.key),), resources=(hall,)
    )
    here.item("Off", "11:00", "12:00", state="declined", resources=(hall,))
    here.item("Night train", "22:00", "07:00", nights=1, zone="Asia/Tokyo", site=station, to_site=office)
    with standing_as(here.who()):
        for kind in ("greeting", "phrase", "activity"):
            Words.objects.create(preparation=forum, kind=kind, text=make.text("Dear guests"))


def plan(**others: Any) -> Plan:
    found = proposals.proposal(actor=here.who(), series="forum", at=here.NOON, tongue="en")
    known = {
        "series": "forum",
        "names": {"en": "Forum 2027"},
        "from_on": date(2027, 6, 9),
        "days": 2,
        "bodies": (Invited("gyeongbuk", 3, 1),),
        "items": frozenset(item.key for item in found.items),
    }
    return Plan(**{**known, **others})


def copy(**others: Any) -> str:
    return copy_edition(actor=here.who(), at=here.NOON, once=uuid4(), plan=plan(**others))


def test_what_was_arranged_travels_and_follows_the_new_days() -> None:
    last()

    slug = copy()

    found = sheet(actor=here.who(), preparation=slug)
    assert [(str(item.title), item.on, item.track, item.site, item.to_site) for item in found.items] == [
        ("Call", date(2027, 6, 9), 0, "office", ""),
        ("Off", date(2027, 6, 9), 0, "", ""),
        ("Talk", date(2027, 6, 9), 1, "", ""),
        ("Night train", date(2027, 6, 9), 0, "station", "office"),
    ]
    train = next(item for item in found.items if str(item.title) == "Night train")
    assert (train.zone, train.ends and train.ends.date()) == ("Asia/Tokyo", date(2027, 6, 10))
    assert [(one.number, str(one.name)) for one in found.tracks] == [(1, "Youth")]
    around = surroundings(actor=here.who(), preparation=slug, tongue="en")
    assert [(one.start, one.finish, one.minutes) for one in around.routes] == [("office", "station", 20)]
    assert [(one.name.text, one.site) for one in around.resources] == [("Kim", ""), ("Hall", "office")]


def test_nothing_of_people_travels_and_what_was_agreed_is_sought_anew() -> None:
    last()

    slug = copy()

    made = Preparation.objects.get(slug=slug)
    with standing_as(here.who()):
        phones = dict(Resource.objects.filter(preparation=made).values_list("kind", "phone"))
        people = Taking.objects.filter(preparation=made).exclude(delegate=None)
        states = (
            Detail.objects.filter(preparation=made).order_by("item__position").values_list("state", flat=True)
        )
        assert (phones, people.count()) == ({"interpreter": "", "room": "02-1"}, 0)
        assert list(states) == ["sought", "planned", "planned", "planned"]


def test_what_an_item_took_is_taken_again_by_who_is_invited_again() -> None:
    last()

    slug = copy(bodies=(Invited("tottori", 3, 1),))

    found = sheet(actor=here.who(), preparation=slug)
    names = {one.id: str(one.name) for one in found.resources}
    assert {
        str(item.title): ([names[one] for one in item.resources], item.bodies) for item in found.items
    } == {
        "Call": (["Kim"], ()),
        "Talk": (["Hall"], ()),
        # It was declined and held nothing; the hall is the talk's.
        "Off": ([], ()),
        "Night train": ([], ()),
    }


def test_texts_that_are_written_each_time_travel_and_reports_do_not() -> None:
    last()

    slug = copy()

    with standing_as(here.who()):
        kinds = Words.objects.filter(preparation__slug=slug).values_list("kind", flat=True)
        assert list(kinds) == ["greeting", "phrase"]


def test_only_what_is_ticked_has_something_arranged() -> None:
    last()
    talk = next(
        item.key
        for item in proposals.proposal(actor=here.who(), series="forum", at=here.NOON, tongue="en").items
        if item.title.text == "Talk"
    )

    slug = copy(items=frozenset({talk}))

    found = sheet(actor=here.who(), preparation=slug)
    assert [(str(item.title), item.track, len(item.resources)) for item in found.items] == [("Talk", 1, 1)]
    assert len(found.sites) == 2


def test_the_same_form_sent_twice_arranges_once() -> None:
    last()
    once, said = uuid4(), plan()

    first = copy_edition(actor=here.who(), at=here.NOON, once=once, plan=said)
    second = copy_edition(actor=here.who(), at=here.NOON, once=once, plan=said)

    assert first == second
    assert len(surroundings(actor=here.who(), preparation=first, tongue="en").sites) == 2
    assert Entry.objects.filter(verb="arrangements_copied").count() == 1


def test_by_another_clock_two_items_may_meet_and_then_nothing_is_made() -> None:
    here.forum()
    kim = here.resource("Kim", "interpreter")
    here.item("In Seoul", "09:00", "10:00", resources=(kim,))
    here.item("In Beijing", "09:00", "10:00", zone="Asia/Shanghai", resources=(kim,))

    with pytest.raises(Refused) as refused:
        copy(timezone="Asia/Shanghai")

    assert refused.value.code == "taken_at_once"
    assert [row.slug for row in Preparation.objects.all()] == [here.SLUG]


def test_another_secretariats_arrangements_are_not_copied() -> None:
    last()
    scene.preparation("own-2027", secretariat="busan")

    with pytest.raises(Preparation.DoesNotExist):
        copy_arrangements(
            actor=scene.secretariat("busan"), at=here.NOON, preparation="own-2027", after=here.SLUG
        )
