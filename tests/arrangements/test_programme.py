"""The programme: items with everything arranged for them, added, changed, put elsewhere, stretched, taken off, copied."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import programme as commands
from interlocal.arrangements.commands.tracks import name_track
from interlocal.arrangements.models import Detail, Resource, Site, Taking
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.rules.items import Arranged, Hours, obstacle_to_arranging, put
from interlocal.arrangements.rules.items_clashes import TakenAtOnce
from interlocal.arrangements.rules.programme import clock_name
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Delegate, Invitation, PlannedItem, Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def everything() -> Arranged:
    """An item that says something of everything there is to say."""
    invited = scene.invitation(Preparation.objects.get(), "gyeongbuk")
    one = scene.delegate(invited)
    return here.arranged(
        "Call on the governor",
        "22:30",
        "00:30",
        kind="courtesy_call",
        nights=1,
        zone="Asia/Tokyo",
        ends_zone="Asia/Seoul",
        audience="heads",
        note={"en": "Quiet, please."},
        state="sought",
        track=2,
        site=here.site("Office of the governor"),
        to_site=here.site("Hotel"),
        by="bus",
        meal="tea",
        capacity=12,
        speaking=("ko", "ja"),
        into=("en",),
        with_whom={"en": "The governor", "ja": "知事"},
        bring={"en": "A gift"},
        plan_b={"en": "The deputy governor"},
        contact="Protocol, 1234",
        is_public=False,
        bodies=("gyeongbuk",),
        people=(str(one.key),),
        resources=(here.resource("Bus 1", "vehicle"), here.resource("Kim", "interpreter")),
    )


def filled(texts: dict[str, str]) -> dict[str, str]:
    return {lang: text for lang, text in texts.items() if text}


def compact(item: Arranged) -> Arranged:
    """Without the empty languages that a form shows."""
    names = ("title", "place", "note", "with_whom", "bring", "plan_b")
    return replace(item, **{name: filled(dict(getattr(item, name))) for name in names})


# -- rules --


@pytest.mark.parametrize(
    ("others", "code", "field"),
    [
        ({}, None, None),
        ({"kind": "party"}, "unknown_choice", "kind"),
        ({"audience": "nobody"}, "unknown_choice", "audience"),
        ({"state": "maybe"}, "unknown_choice", "state"),
        ({"by": "rocket"}, "unknown_choice", "by"),
        ({"meal": "brunch"}, "unknown_choice", "meal"),
        ({"track": -1}, "no_such_track", "track"),
        ({"track": 100}, "no_such_track", "track"),
        ({"capacity": 0}, "capacity", "capacity"),
        ({"site": "a", "to_site": "a"}, "leads_nowhere", "to_site"),
        ({"contact": "x" * 201}, "too_long", "contact"),
        ({"plan_b": {"en": "x" * 2001}}, "too_long", "plan_b_ko"),
        ({"speaking": ("x" * 13,)}, "unknown_language", "speaking"),
    ],
)
def test_what_can_be_arranged(others: dict[str, Any], code: str | None, field: str | None) -> None:
    found = obstacle_to_arranging(here.arranged(**others))

    assert (found.code if found else None, found.field if found else None) == (code, field)


@pytest.mark.parametrize(
    ("was", "starts", "expected"),
    [
        (Hours(0, time(9), time(10, 30), 0), time(14), Hours(1, time(14), time(15, 30), 0)),
        (Hours(0, time(9), time(10, 30), 0), time(23), Hours(1, time(23), time(0, 30), 1)),
        (Hours(0, time(23), time(1), 1), time(9), Hours(1, time(9), time(11), 0)),
        (Hours(0, time(9), None, 0), time(14), Hours(1, time(14), None, 0)),
        (Hours(0, None, None, 0), time(14), Hours(1, time(14), None, 0)),
        (Hours(0, time(9), time(10), 0), None, Hours(1, None, None, 0)),
        # By the clocks of both places it lands before it starts; at midnight that would be on the day before.
        (Hours(0, time(10), time(9, 40), 0), time(0, 10), Hours(1, time(0, 10), time(23, 50), -1)),
    ],
)
def test_what_is_put_elsewhere_keeps_its_length(was: Hours, starts: time | None, expected: Hours) -> None:
    assert put(was, day=1, starts_at=starts) == expected


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Asia/Seoul", "KST (UTC+9)"),
        ("Asia/Shanghai", "CST (UTC+8)"),
        ("Asia/Ulaanbaatar", "UTC+8"),
        ("Asia/Kolkata", "IST (UTC+5:30)"),
        ("America/New_York", "EDT (UTC−4)"),
        ("UTC", "UTC"),
    ],
)
def test_a_clock_is_always_named(zone: str, name: str) -> None:
    assert clock_name(datetime(2026, 6, 10, 12, tzinfo=ZoneInfo(zone))) == name


# -- what is said --


def test_an_item_says_everything_that_was_said() -> None:
    here.forum()
    said = everything()

    number = here.add(said)

    found = here.now(number)
    assert replace(compact(found.item), people=(), resources=()) == replace(said, people=(), resources=())
    assert set(found.item.people) == set(said.people)
    assert set(found.item.resources) == set(said.resources)


def test_one_act_is_one_line_in_the_journal() -> None:
    here.forum()
    hall = here.resource()
    before = Entry.objects.count()

    number = here.item(resources=(hall,))
    here.change(number, here.arranged("Closing", resources=()))
    here.put(number, "11:00")
    here.stretch(number, "13:00")
    here.remove(number)

    lines = Entry.objects.order_by("pk").values_list("verb", "details")[before:]
    assert [(verb, details.get("fields")) for verb, details in lines] == [
        ("item_added", None),
        ("item_changed", ["title", "resources"]),
        ("item_changed", ["starts_at", "ends_at"]),
        ("item_changed", ["ends_at"]),
        ("item_removed", None),
    ]


def test_sent_twice_it_is_added_once() -> None:
    here.forum()
    once = uuid4()

    first = here.add(here.arranged(), once=once)
    second = here.add(here.arranged(), once=once)

    assert first == second
    assert [row.pk for row in PlannedItem.objects.all()] == [first]


def test_the_place_of_an_item_is_called_as_its_site() -> None:
    here.forum()
    number = here.item(place={"en": "Somewhere"}, site=here.site("Hahoe Village"))

    row = PlannedItem.objects.get(pk=number)
    assert str(row.place) == "Hahoe Village"
    assert filled(dict(here.now(number).item.place)) == {}

    here.change(number, here.arranged(place={"en": "Somewhere"}))

    assert str(scene.fresh(row).place) == "Somewhere"


def test_saving_what_was_not_changed_changes_nothing() -> None:
    here.forum()
    number = here.add(everything())
    values = here.now(number)

    here.change(number, values.item, at=here.NOON + timedelta(hours=1))

    row = PlannedItem.objects.get(pk=number)
    assert (row.version, row.changed_at) == (1, here.NOON)


def test_what_only_the_office_sees_is_no_news() -> None:
    here.forum()
    number = here.item()
    later = here.NOON + timedelta(hours=1)

    here.change(number, here.arranged(plan_b={"en": "Stay inside"}), at=later)
    quiet = PlannedItem.objects.get(pk=number)
    here.change(number, here.arranged("Opening, moved", plan_b={"en": "Stay inside"}), at=later)
    loud = PlannedItem.objects.get(pk=number)

    assert [(row.version, row.changed_at) for row in (quiet, loud)] == [(2, here.NOON), (3, later)]


def test_a_stale_form_is_not_saved() -> None:
    here.forum()
    number = here.item()
    here.change(number, here.arranged("Closing"))

    with pytest.raises(Changed) as changed:
        here.change(number, here.arranged("Something else"), version=1)
    with pytest.raises(Changed):
        here.put(number, "15:00", version=1)
    with pytest.raises(Changed):
        here.stretch(number, "15:00", version=1)

    assert changed.value.theirs["title"]["en"] == "Closing"
    assert here.shown(number).starts_at == time(9)


def test_what_is_taken_off_is_put_back_with_all_it_took() -> None:
    here.forum()
    said = here.now(here.add(everything())).item

    removed = here.remove(PlannedItem.objects.get().pk)
    with standing_as(here.who()):
        assert (Detail.objects.count(), Taking.objects.count()) == (0, 0)
    number = here.add(removed)

    assert here.now(number).item == said


def test_a_copy_on_another_day_takes_the_same() -> None:
    here.forum()
    number = here.add(everything())

    copied = commands.copy_item(
        actor=here.who(),
        at=here.NOON,
        preparation=here.SLUG,
        once=None,
        number=number,
        day=here.SECOND_DAY + timedelta(days=1),
    )

    assert here.now(copied).item == replace(here.now(number).item, day=here.SECOND_DAY + timedelta(days=1))


def test_a_copy_on_the_same_day_would_take_twice() -> None:
    here.forum()
    number = here.item(resources=(here.resource(),))

    with pytest.raises(TakenAtOnce) as refused:
        commands.copy_item(
            actor=here.who(),
            at=here.NOON,
            preparation=here.SLUG,
            once=None,
            number=number,
            day=here.FIRST_DAY,
        )

    assert refused.value.clashes[0].item == number
    assert PlannedItem.objects.count() == 1


# -- by drag and keyboard --


def test_an_item_put_elsewhere_stays_as_long_as_it_is() -> None:
    here.forum()
    number = here.item("Dinner", "19:00", "21:30")

    version = here.put(number, "22:30", day=here.SECOND_DAY, track=3)

    found = here.shown(number)
    assert version == found.version == 2
    assert (found.on, found.starts_at, found.ends_at, found.nights, found.minutes, found.track) == (
        here.SECOND_DAY,
        time(22, 30),
        time(1),
        1,
        150,
        3,
    )


def test_put_where_it_is_nothing_happens() -> None:
    here.forum()
    number = here.item()

    assert here.put(number, "09:00") == 1


def test_an_item_without_an_hour_has_no_end() -> None:
    here.forum()
    number = here.item()

    here.put(number, None)

    found = here.shown(number)
    assert (found.starts_at, found.ends_at, found.starts, found.minutes) == (None, None, None, None)


def test_it_is_not_stretched_to_nothing() -> None:
    here.forum()
    number = here.item()

    with pytest.raises(Refused) as refused:
        here.stretch(number, "09:00")
    with pytest.raises(Refused) as backwards:
        here.stretch(number, "08:00")

    assert (refused.value.code, backwards.value.code) == ("ends_before", "ends_before")
    assert here.stretch(number, "08:00", nights=1) == 2


# -- twice at once --


def test_a_room_is_not_taken_twice_and_the_sentence_says_by_what() -> None:
    here.forum()
    hall = here.resource("Main hall")
    opening = here.item("Opening", "09:00", "10:30", resources=(hall,))
    other = here.item("Signing", "11:00", "12:00", resources=(hall,))

    with pytest.raises(TakenAtOnce) as refused:
        here.put(other, "10:00")

    assert (
        str(refused.value)
        == "Main hall is taken by “Opening” on 10 June 2026 from 09:00 to 10:30, KST (UTC+9)."
    )
    assert (refused.value.code, refused.value.clashes[0].item) == ("taken_at_once", opening)
    assert here.shown(other).starts_at == time(11)


def test_end_to_end_is_not_at_once() -> None:
    here.forum()
    hall = here.resource("Main hall")
    here.item("Opening", "09:00", "10:30", resources=(hall,))
    other = here.item("Signing", "10:30", "12:00", resources=(hall,))

    with pytest.raises(TakenAtOnce):
        here.put(other, "10:29")

    assert here.put(other, "11:00") == 2


def test_nothing_is_let_go_unless_somebody_says_so() -> None:
    here.forum()
    hall, bus = here.resource("Main hall"), here.resource("Bus 1", "vehicle")
    here.item("Opening", "09:00", "10:30", resources=(hall,))
    other = here.item("Signing", "11:00", "12:00", resources=(hall, bus))

    with pytest.raises(TakenAtOnce) as refused:
        here.put(other, "10:00")
    here.put(other, "10:00", let_go=[clash.key for clash in refused.value.clashes])

    assert here.now(other).item.resources == (bus,)
    assert here.shown(other).starts_at == time(10)


def test_a_named_person_is_not_at_two_items() -> None:
    forum = here.forum()
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"), "김", "하늘")
    here.item("Opening", people=(str(one.key),))

    with pytest.raises(TakenAtOnce) as refused:
        here.item("Visit", "09:30", "11:00", people=(str(one.key),))
    number = here.add(
        here.arranged("Visit", "09:30", "11:00", people=(str(one.key),)),
        let_go=[refused.value.clashes[0].key],
    )

    assert str(refused.value) == "김하늘 is at “Opening” on 10 June 2026 from 09:00 to 10:00, KST (UTC+9)."
    assert here.now(number).item.people == ()


def test_everything_that_is_taken_is_named() -> None:
    here.forum()
    hall, bus = here.resource("Main hall"), here.resource("Bus 1", "vehicle")
    here.item("Opening", resources=(hall,))
    here.item("Transfer", resources=(bus,))

    with pytest.raises(TakenAtOnce) as refused:
        here.item("Signing", resources=(hall, bus))

    assert [(one.what, one.title) for one in refused.value.clashes] == [
        ("Main hall", "Opening"),
        ("Bus 1", "Transfer"),
    ]


def test_a_delegation_may_be_divided() -> None:
    scene.invitation(here.forum(), "gyeongbuk")

    here.item("Opening", bodies=("gyeongbuk",))
    here.item("Visit", bodies=("gyeongbuk",))

    assert [len(day.items) for day in here.board().days] == [2, 0]


def test_what_was_declined_holds_nothing_until_it_is_agreed_again() -> None:
    here.forum()
    hall = here.resource()
    call = here.item("Call", resources=(hall,), state="declined")
    here.item("Opening", resources=(hall,))

    with pytest.raises(TakenAtOnce):
        here.change(call, here.arranged("Call", resources=(hall,), state="agreed"))

    assert here.shown(call).state == "declined"


def test_what_has_no_end_yet_holds_nothing() -> None:
    here.forum()
    hall = here.resource()
    here.item("Opening", "09:00", "", resources=(hall,))

    number = here.item("Signing", "08:00", "10:00", resources=(hall,))

    assert here.shown(number).minutes == 120


def test_two_items_change_their_rooms_one_after_the_other() -> None:
    here.forum()
    hall, room = here.resource("Hall"), here.resource("Room")
    one, other = here.item("A", resources=(hall,)), here.item("B", resources=(room,))

    here.change(one, here.arranged("A", resources=()))
    here.change(other, here.arranged("B", resources=(hall,)))
    here.change(one, here.arranged("A", resources=(room,)))

    assert [here.now(number).item.resources for number in (one, other)] == [(room,), (hall,)]


# -- midnight and zones --


def test_an_item_over_midnight_holds_its_room_on_the_next_day() -> None:
    here.forum()
    hall = here.resource()
    party = here.item("Party", "22:00", "01:00", nights=1, resources=(hall,))

    with pytest.raises(TakenAtOnce) as refused:
        here.item("Cleaning", "00:30", "02:00", day=here.SECOND_DAY, resources=(hall,))

    assert refused.value.clashes[0].item == party
    assert [day.lasting for day in here.board().days] == [(), (party,)]


def test_a_flight_is_as_long_as_it_is_by_both_clocks() -> None:
    here.forum()

    flight = here.item("Flight", "10:00", "11:10", kind="transfer", ends_zone="Asia/Shanghai")

    found = here.shown(flight)
    assert (found.minutes, found.clock, found.ends_clock) == (130, "KST (UTC+9)", "CST (UTC+8)")
    assert found.ends == datetime(2026, 6, 10, 3, 10, tzinfo=UTC)


def test_what_is_at_once_is_judged_by_the_moment_and_not_by_the_clock() -> None:
    here.forum()
    kim = here.resource("Kim", "interpreter")
    here.item("In Seoul", "09:00", "10:00", resources=(kim,))

    with pytest.raises(TakenAtOnce):
        here.item("In Beijing", "08:30", "09:30", zone="Asia/Shanghai", resources=(kim,))
    number = here.item("In Beijing", "09:00", "10:00", zone="Asia/Shanghai", resources=(kim,))

    assert here.shown(number).starts == datetime(2026, 6, 10, 1, tzinfo=UTC)


# -- what is not there --


@pytest.mark.parametrize(
    ("others", "model"),
    [
        ({"site": "nowhere"}, Site),
        ({"to_site": "nowhere"}, Site),
        ({"resources": (987654,)}, Resource),
        ({"resources": (10**30,)}, Resource),
        ({"bodies": ("nobody",)}, Invitation),
        ({"people": ("nobody",)}, Delegate),
        ({"people": (str(uuid4()),)}, Delegate),
    ],
)
def test_what_the_preparation_has_not_is_not_there(others: dict[str, Any], model: Any) -> None:
    here.forum()

    with pytest.raises(model.DoesNotExist):
        here.item(**others)

    assert PlannedItem.objects.count() == 0


def test_what_another_preparation_has_is_not_there() -> None:
    other = here.forum(slug=here.SLUG)
    hall, site, number = here.resource(), here.site(), here.item()
    guest = scene.delegate(scene.invitation(other, "gyeongbuk"))
    scene.preparation("next-2027")

    for others in (
        {"resources": (hall,)},
        {"site": site},
        {"people": (str(guest.key),)},
        {"bodies": ("gyeongbuk",)},
    ):
        with pytest.raises(
            (Resource.DoesNotExist, Site.DoesNotExist, Delegate.DoesNotExist, Invitation.DoesNotExist)
        ):
            here.add(here.arranged(**others), preparation="next-2027")
    with pytest.raises(PlannedItem.DoesNotExist):
        here.change(number, here.arranged("Taken over"), preparation="next-2027")
    with pytest.raises(PlannedItem.DoesNotExist):
        here.put(number, "10:00", preparation="next-2027")
    with pytest.raises(PlannedItem.DoesNotExist):
        queries.item(actor=here.who(), preparation="next-2027", number=number)


def test_a_title_has_300_characters_at_most() -> None:
    here.forum()

    number = here.item("가" * 300)
    with pytest.raises(Refused) as refused:
        here.item("가" * 301)

    assert here.shown(number).title.text == "가" * 300
    assert refused.value.code == "title_too_long"


def test_a_closed_edition_is_not_changed() -> None:
    here.forum(closed_on=here.SECOND_DAY)

    with pytest.raises(Refused) as refused:
        here.item()

    assert refused.value.code == "preparation_closed"


# -- the board --


def test_days_without_items_and_days_around_are_there() -> None:
    here.forum()
    here.item("Arrival", day=here.FIRST_DAY - timedelta(days=2))

    found = here.board()

    assert [(day.number, day.is_within, len(day.items)) for day in found.days] == [
        (-2, False, 1),
        (0, True, 0),
        (1, True, 0),
    ]
    assert found.clock == "KST (UTC+9)"


def test_forty_items_at_once_stand_side_by_side() -> None:
    here.forum()
    numbers = [here.item(f"Talk {number}") for number in range(40)]
    late = here.item("Late", "10:00", "11:00")

    items = {item.id: item for item in here.board().items()}

    assert sorted(items[number].lane for number in numbers) == list(range(40))
    assert {items[number].lanes for number in numbers} == {40}
    assert (items[late].lane, items[late].lanes) == (0, 1)


def test_tracks_are_those_named_and_those_used() -> None:
    here.forum()
    here.item(track=2)
    name_track(actor=here.who(), at=here.NOON, preparation=here.SLUG, number=1, name={"en": "Youth"})

    found = here.board()

    assert [(one.number, one.name and one.name.text, one.count) for one in found.tracks] == [
        (0, None, 0),
        (1, "Youth", 0),
        (2, None, 1),
    ]
    assert found.next_track == 3


def test_people_are_counted_by_delegation_audience_and_name() -> None:
    forum = here.forum()
    gyeongbuk = scene.invitation(forum, "gyeongbuk")
    tottori = scene.invitation(forum, "tottori")
    scene.invitation(forum, "busan", headcount=5)
    head = scene.delegate(gyeongbuk, "이", "철우", part="head", state="approved")
    scene.delegate(gyeongbuk, "박", "통역", part="interpreter", state="approved")
    scene.delegate(gyeongbuk, "최", "철회", state="withdrawn")
    guest = scene.delegate(tottori, "藤田", "悦夫", state="approved", script_language="ja")
    expected = {
        "all": here.item("All"),
        "heads": here.item("Heads", audience="heads"),
        "body": here.item("Gyeongbuk", bodies=("gyeongbuk",)),
        "named": here.item("Named", people=(str(guest.key),)),
        "both": here.item(
            "Both", "11:00", "12:00", bodies=("gyeongbuk",), people=(str(guest.key), str(head.key))
        ),
    }

    found = {item.id: item for item in here.board().items()}

    assert {name: found[number].expected for name, number in expected.items()} == {
        "all": 8,
        "heads": 1,
        "body": 2,
        "named": 1,
        "both": 3,
    }
    assert here.board().names[str(guest.key)].text == "藤田悦夫"


def test_who_withdrew_is_still_called_by_name() -> None:
    one = scene.delegate(scene.invitation(here.forum(), "gyeongbuk"), "최", "철회", state="withdrawn")
    number = here.item(people=(str(one.key),))

    found = here.shown(number)

    assert (found.people, found.expected) == ((str(one.key),), 0)
    assert here.board().names[str(one.key)].text == "최철회"


def test_a_seat_is_counted_where_the_item_takes_place() -> None:
    here.forum()
    hall, bus = here.resource("Hall", capacity=80), here.resource("Bus", "vehicle", capacity=45)
    unknown = here.resource("Room 2")

    in_hall = here.item("Opening", resources=(hall, bus), capacity=10)
    on_bus = here.item("Ride", "11:00", "12:00", kind="transfer", resources=(bus,))
    somewhere = here.item("Walk", "13:00", "14:00", capacity=10)
    half = here.item("Two rooms", "15:00", "16:00", resources=(hall, unknown))

    assert [here.shown(number).seats for number in (in_hall, on_bus, somewhere, half)] == [80, 45, 10, None]


def test_the_form_offers_what_the_preparation_has() -> None:
    forum = here.forum()
    scene.delegate(scene.invitation(forum, "gyeongbuk"), "김", "하늘")
    scene.invitation(forum, "tottori", state="declined")
    here.site("Hahoe Village")
    here.resource("Main hall", site="hahoe-village", capacity=80)

    found = queries.choices(actor=here.who(), preparation=here.SLUG, tongue="en")

    assert [one.key for one in found.sites] == ["hahoe-village"]
    assert {kind: [one.name.text for one in ones] for kind, ones in found.resources.items()} == {
        "room": ["Main hall"],
        "vehicle": [],
        "interpreter": [],
        "officer": [],
        "table": [],
        "bedroom": [],
    }
    assert [(one.slug, [name.text for _key, name in one.people]) for one in found.bodies] == [
        ("gyeongbuk", ["김하늘"])
    ]


def test_a_board_costs_the_same_for_one_item_and_three() -> None:
    forum = here.forum()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    here.item(site=here.site(), resources=(here.resource(),), bodies=("gyeongbuk",))
    who = here.who()
    with CaptureQueriesContext(connection) as one:
        queries.board(actor=who, preparation=here.SLUG, tongue="en")

    for number in range(2):
        here.item(
            f"More {number}", site=here.site(f"Site {number}"), resources=(here.resource(f"Room {number}"),)
        )
    with CaptureQueriesContext(connection) as three:
        queries.board(actor=who, preparation=here.SLUG, tongue="en")

    asked = [query["sql"] for query in three if "SAVEPOINT" not in query["sql"]]
    assert len(one) == len(three)
    assert len(asked) == 7
