"""Who rides, sits and sleeps where: filled by precedence, changed by hand, never more than there are seats."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import placings as verbs
from interlocal.arrangements.models import Placing, Resource, Taking
from interlocal.arrangements.queries import placings as queries
from interlocal.arrangements.rules import placings as rules
from interlocal.arrangements.rules.placings import Going, Room
from interlocal.delegations.models import Delegate, PlannedItem, Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.arrangements import saying
from tests.delegations import scene
from tests.delegations.test_nominations_parallel import at_once


def coming(made: Preparation, slug: str, *parts: str) -> list[Delegate]:
    invited = scene.invitation(made, slug)
    return [
        scene.delegate(invited, f"{slug}-{number}", "", part=part, position=number, script_language="en")
        for number, part in enumerate(parts)
    ]


def page(kind: str = "vehicle", item: int | None = None) -> queries.PlacingsPage:
    return queries.placings_page(
        actor=scene.secretariat(), preparation=saying.SLUG, kind=kind, item=item, tongue="en"
    )


def seats(kind: str = "vehicle", item: int | None = None) -> dict[str, list[str]]:
    return {place.name.text: [one.name.strip() for one in place.people] for place in page(kind, item).places}


def left(kind: str = "vehicle", item: int | None = None) -> list[tuple[str, str]]:
    return [(one.person.name.strip(), one.why) for one in page(kind, item).left]


# -- pure --


def going(*people: tuple[str, str, str]) -> list[Going]:
    return [Going(key, body, number, part) for number, (key, body, part) in enumerate(people, start=1)]


def test_interpreters_ride_with_the_head_of_their_delegation() -> None:
    people = going(
        ("a1", "a", "head"), ("a2", "a", "member"), ("a3", "a", "interpreter"), ("b1", "b", "head")
    )

    filling = rules.filled("vehicle", people, [Room(1, 2), Room(2, 2)], by_hand={})

    where = {one.goer: one.place for one in filling.placed}
    assert where["a1"] == where["a3"]
    assert where["a2"] != where["a1"]


def test_a_head_has_a_hotel_room_alone_and_nobody_shares_with_another_delegation() -> None:
    people = going(
        ("a1", "a", "head"), ("a2", "a", "member"), ("a3", "a", "interpreter"), ("b1", "b", "member")
    )

    filling = rules.filled("bedroom", people, [Room(number, 2) for number in (1, 2, 3)], by_hand={})

    where = {one.goer: one.place for one in filling.placed}
    assert where["a2"] == where["a3"]
    assert len({where["a1"], where["a2"], where["b1"]}) == 3
    assert (filling.unplaced, filling.split) == ((), ())


def test_a_place_of_unknown_size_is_not_filled_by_itself_and_keeps_whom_it_has() -> None:
    filling = rules.filled(
        "vehicle",
        going(("a1", "a", "head"), ("b1", "b", "head")),
        [Room(1, None), Room(2, 1)],
        by_hand={"a1": 1},
    )

    assert [(one.goer, one.place) for one in filling.placed] == [("b1", "2")]
    assert filling.unplaced == ()


# -- with the database --


@pytest.mark.django_db
def test_vehicles_are_filled_in_order_and_delegations_stay_together() -> None:
    made = scene.preparation()
    coming(made, "aomori", "head", "member"), coming(made, "busan", "head", "member", "staff")
    saying.resource(made, "vehicle", "Car", 2), saying.resource(made, "vehicle", "Van", 3)

    filled = verbs.place_all(**saying.asked(), kind="vehicle")
    first = saying.rows(made, Placing)
    again = verbs.place_all(**saying.asked(), kind="vehicle")

    assert seats() == {"Car": ["aomori-0", "aomori-1"], "Van": ["busan-0", "busan-1", "busan-2"]}
    assert (filled, left()) == (verbs.Filled(5, (), ()), [])
    assert again == filled
    assert saying.rows(made, Placing) == first


@pytest.mark.django_db
def test_who_finds_no_seat_is_named_with_the_reason() -> None:
    made = scene.preparation()
    coming(made, "aomori", "head", "member", "member")
    saying.resource(made, "vehicle", "Car", 2)

    before = left()
    filled = verbs.place_all(**saying.asked(), kind="vehicle")

    assert [why for _name, why in before] == ["not_yet", "not_yet", "full"]
    assert (filled.placed, [why for _key, why in filled.unplaced]) == (2, ["full"])
    assert left() == [("aomori-2", "full")]


@pytest.mark.django_db
def test_who_was_put_somewhere_by_hand_stays_there_when_the_rest_is_filled_anew() -> None:
    made = scene.preparation()
    first, second = coming(made, "aomori", "head", "member")
    saying.resource(made, "vehicle", "Car", 1), (van := saying.resource(made, "vehicle", "Van", 2))
    verbs.place_all(**saying.asked(), kind="vehicle")

    verbs.take_out(**saying.asked(), kind="vehicle", delegate=str(first.key))
    verbs.place_one(**saying.asked(), resource=van.pk, delegate=str(second.key))
    coming(made, "busan", "head")
    verbs.place_all(**saying.asked(), kind="vehicle")

    assert seats() == {"Car": ["aomori-0"], "Van": ["aomori-1", "busan-0"]}
    assert [one.by_hand for place in page().places for one in place.people if one.key == str(second.key)] == [
        True
    ]
    assert Entry.objects.filter(verb="person_placed").count() == 1


@pytest.mark.django_db
def test_an_item_fills_the_tables_it_takes_with_those_who_take_part() -> None:
    made = scene.preparation()
    coming(made, "aomori", "head", "member"), coming(made, "busan", "head")
    dinner = saying.item(made, audience="heads")
    near, _far = saying.resource(made, "table", "Near", 8), saying.resource(made, "table", "Far", 8)
    with standing_as(scene.runs(made)):
        Taking.objects.create(preparation=made, item=dinner, resource=near)

    verbs.place_all(**saying.asked(), kind="table", item=dinner.pk)

    assert seats("table", dinner.pk) == {"Near": ["aomori-0", "busan-0"]}
    assert seats("table") == {"Near": [], "Far": []}
    assert page("table", dinner.pk).item_title is not None


@pytest.mark.django_db
def test_whoever_does_not_come_any_more_gives_the_seat_back() -> None:
    made = scene.preparation()
    one, other = coming(made, "aomori", "head", "member")
    car = saying.resource(made, "vehicle", "Car", 1)
    verbs.place_one(**saying.asked(), resource=car.pk, delegate=str(one.key))
    with standing_as(scene.runs(made)):
        Delegate.objects.filter(pk=one.pk).update(state="withdrawn")

    verbs.place_one(**saying.asked(), resource=car.pk, delegate=str(other.key))
    verbs.place_all(**saying.asked(), kind="vehicle")

    assert seats() == {"Car": ["aomori-1"]}
    assert [row.delegate_id for row in saying.rows(made, Placing)] == [other.pk]


def refused(code: str, verb: Callable[..., object], **asked: Any) -> None:
    with pytest.raises(Refused) as caught:
        verb(**{**saying.asked(), **asked})
    assert caught.value.code == code


@pytest.mark.django_db
def test_what_cannot_be_is_refused() -> None:
    made = scene.preparation()
    one, other = coming(made, "aomori", "head", "member")
    refused("no_places", verbs.place_all, kind="vehicle")
    car, room = saying.resource(made, "vehicle", "Car", 1), saying.resource(made, "room", "Hall", 90)
    bed, dinner = saying.resource(made, "bedroom", "101", 1), saying.item(made, audience="heads")
    verbs.place_one(**saying.asked(), resource=car.pk, delegate=str(one.key))
    key = str(other.key)

    refused("not_placed_in", verbs.place_all, kind="room")
    refused("not_placed_in", verbs.place_one, resource=room.pk, delegate=key)
    refused("rooms_for_all", verbs.place_one, resource=bed.pk, delegate=key, item=dinner.pk)
    refused("place_full", verbs.place_one, resource=car.pk, delegate=key)
    refused("not_there", verbs.place_one, resource=car.pk, delegate=key, item=dinner.pk)
    with pytest.raises(Delegate.DoesNotExist):
        verbs.place_one(**saying.asked(), resource=car.pk, delegate="00000000-0000-0000-0000-000000000000")

    assert seats() == {"Car": ["aomori-0"]}


@pytest.mark.django_db
def test_what_belongs_to_another_edition_is_not_there() -> None:
    made, other = scene.preparation(), scene.preparation("other")
    [one] = coming(made, "aomori", "head")
    bus, dinner = saying.resource(other, "vehicle", "Bus"), saying.item(other)
    ours = saying.resource(made, "vehicle", "Car")

    with pytest.raises(Resource.DoesNotExist):
        verbs.place_one(**saying.asked(), resource=bus.pk, delegate=str(one.key))
    with pytest.raises(PlannedItem.DoesNotExist):
        verbs.place_one(**saying.asked(), resource=ours.pk, delegate=str(one.key), item=dinner.pk)


@pytest.mark.django_db
def test_the_same_click_twice_is_one_line_of_the_journal() -> None:
    made = scene.preparation()
    [one] = coming(made, "aomori", "head")
    car = saying.resource(made, "vehicle", "Car", 1)

    for _ in range(2):
        verbs.place_one(**saying.asked(), resource=car.pk, delegate=str(one.key))
    for _ in range(2):
        verbs.take_out(**saying.asked(), kind="vehicle", delegate=str(one.key))

    verbs_told = Entry.objects.filter(subject_key=str(one.key)).order_by("id")
    assert [line.verb for line in verbs_told] == ["person_placed", "person_taken_out"]
    assert saying.rows(made, Placing) == []


@pytest.mark.django_db
def test_only_the_secretariat_places_people() -> None:
    made = scene.preparation()
    [one] = coming(made, "aomori", "head")
    car = saying.resource(made, "vehicle", "Car", 1)

    for who in (scene.coordinator("aomori"), scene.reader("garok")):
        refused("not_yours", verbs.place_all, kind="vehicle", actor=who)
        refused("not_yours", verbs.place_one, resource=car.pk, delegate=str(one.key), actor=who)
        refused("not_yours", verbs.take_out, kind="vehicle", delegate=str(one.key), actor=who)
    with pytest.raises(Preparation.DoesNotExist):
        queries.placings_page(
            actor=scene.coordinator("aomori"), preparation=saying.SLUG, kind="vehicle", tongue="en"
        )


@pytest.mark.django_db
def test_the_page_costs_the_same_for_many() -> None:
    made = scene.preparation()
    who, dinner, counts = scene.secretariat(), saying.item(made), []
    for slugs in (("aomori",), ("busan", "daegu")):
        for slug in slugs:
            coming(made, slug, "head", "member"), saying.resource(made, "table", slug, 2)
        verbs.place_all(**saying.asked(who), kind="table", item=dinner.pk)
        with CaptureQueriesContext(connection) as asked:
            queries.placings_page(
                actor=who, preparation=saying.SLUG, kind="table", item=dinner.pk, tongue="en"
            )
        counts.append(len(asked))

    assert counts == [13, 13]


@pytest.mark.django_db(transaction=True)
def test_the_last_seat_is_given_once_to_two_who_ask_together() -> None:
    made = scene.preparation()
    people = coming(made, "aomori", "head", "member", "member", "member")
    car = saying.resource(made, "vehicle", "Car", 1)
    who = scene.secretariat()

    def place(one: Delegate) -> Callable[[], object]:
        return lambda: verbs.place_one(**saying.asked(who), resource=car.pk, delegate=str(one.key))

    answers = at_once([place(one) for one in people])

    assert sorted(type(answer).__name__ for answer in answers) == [
        "NoneType",
        "Refused",
        "Refused",
        "Refused",
    ]
    assert len(saying.rows(made, Placing)) == 1
