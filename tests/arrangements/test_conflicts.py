"""What does not go together in a programme. No database: facts in, conflicts out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from interlocal.arrangements.rules.conflicts import conflicts
from interlocal.arrangements.rules.conflicts_ground import Conflict, Ground, Path, Who
from interlocal.arrangements.rules.conflicts_travel import estimate
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetResource, SheetSite
from interlocal.arrangements.rules.taking_part import takes_part
from interlocal.ground.texts import localised
from interlocal.planning.holidays import Holiday

TUESDAY = date(2027, 6, 1)
SEOUL = ZoneInfo("Asia/Seoul")
HALL = SheetResource(1, "room", localised("en", {"en": "Hall"}), capacity=2)
HAN = SheetResource(2, "interpreter", localised("en", {"en": "Han"}), languages=("ko", "ja"))
OFFICE = SheetSite("office", localised("en", {"en": "Office"}), latitude=36.576, longitude=128.505)
TEMPLE = SheetSite("temple", localised("en", {"en": "Temple"}), latitude=35.790, longitude=129.332)
KIM = Who("kim", "김민지", "gyeongbuk", frozenset({"ko"}))
SATO = Who("sato", "佐藤太郎", "tottori", frozenset({"ja"}))
MORI = Who("mori", "森花子", "tottori", frozenset({"ja", "ko"}))


def at(hour: int, minute: int = 0, on: date = TUESDAY) -> datetime:
    return datetime.combine(on, time(hour, minute), SEOUL)


def item(number: int, starts: datetime | None, ends: datetime | None, **others: Any) -> SheetItem:
    said = {
        "kind": "lecture",
        "state": "planned",
        "title": localised("en", {"en": f"Item {number}"}),
    } | others
    on = starts.date() if starts else TUESDAY
    return SheetItem(
        id=number, on=on, starts=starts, ends=ends, zone="Asia/Seoul", ends_zone="Asia/Seoul", **said
    )


def ground(*items: SheetItem, **others: Any) -> Ground:
    sheet = Sheet(
        slug="forum",
        name=localised("en", {"en": "Forum"}),
        place=None,
        from_on=TUESDAY,
        until_on=TUESDAY + timedelta(days=2),
        timezone="Asia/Seoul",
        language="en",
        items=items,
        sites=others.pop("sites", (OFFICE, TEMPLE)),
        resources=(HALL, HAN),
    )
    return Ground(sheet=sheet, tongue="en", today=date(2027, 5, 20), **others)


def told(found: tuple[Conflict, ...]) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(one.level, one.code, one.items) for one in found]


def test_a_room_taken_twice_cannot_be() -> None:
    found = conflicts(
        ground(item(1, at(9), at(10), resources=(1,)), item(2, at(9, 30), at(11), resources=(1,)))
    )

    assert told(found) == [("refuse", "taken_twice", (1, 2))]
    assert found[0].says == "Hall is taken twice from 09:30 to 10:00: by “Item 1” and by “Item 2”."


def test_items_that_touch_do_not_overlap() -> None:
    assert (
        conflicts(ground(item(1, at(9), at(10), resources=(1,)), item(2, at(10), at(11), resources=(1,))))
        == ()
    )


def test_whoever_was_named_at_two_items_cannot_be_at_both() -> None:
    one, other = (item(n, at(9), at(10), people=("kim",)) for n in (1, 2))

    found = conflicts(ground(one, other, at_item={1: (KIM,), 2: (KIM,)}))

    assert told(found) == [("refuse", "person_twice", (1, 2))]


def test_who_belongs_to_parallel_tracks_only_by_audience_may_still_choose() -> None:
    one, other = (item(n, at(9), at(10), track=n) for n in (1, 2))

    found = conflicts(ground(one, other, at_item={1: (KIM, SATO), 2: (KIM, SATO)}))

    assert told(found) == [("note", "undecided", (1, 2))]
    assert found[0].says.endswith("who goes where: “Item 1” and “Item 2”.")


def test_delegations_sent_to_two_items_at_once_are_warned_of() -> None:
    one, other = (item(n, at(9), at(10), track=n, bodies=("tottori",)) for n in (1, 2))

    found = conflicts(ground(one, other, at_item={1: (SATO,), 2: (SATO,)}))

    assert told(found) == [("warn", "people_twice", (1, 2))]


def test_what_was_declined_takes_nothing() -> None:
    one = item(1, at(9), at(10), resources=(1,))

    assert conflicts(ground(one, item(2, at(9), at(10), resources=(1,), state="declined"))) == ()


def test_a_room_too_small_counts_those_without_names_too() -> None:
    found = conflicts(ground(item(1, at(9), at(10), resources=(1,)), at_item={1: (KIM,)}, more={1: 2}))

    assert told(found) == [("warn", "over_capacity", (1,))]
    assert found[0].says == "“Item 1”: 3 people, but 2 seats (Hall)."


def test_travel_takes_as_long_as_the_route_says() -> None:
    one, other = item(1, at(9), at(10), site="office"), item(2, at(10, 30), at(12), site="temple")

    found = conflicts(
        ground(one, other, at_item={1: (KIM,), 2: (KIM,)}, paths={("office", "temple"): Path(110, "bus")})
    )

    assert told(found) == [("warn", "travel_too_short", (1, 2))]
    assert "110 minutes needed, 30 given" in found[0].says


def test_an_unknown_route_is_estimated_and_only_noted() -> None:
    one, other = item(1, at(9), at(10), site="office"), item(2, at(10, 30), at(12), site="temple")

    found = conflicts(ground(one, other))

    assert told(found) == [("note", "travel_too_short", (1, 2))]
    assert 130 <= (estimate(OFFICE, TEMPLE) or 0) <= 240


def test_people_who_go_different_ways_need_no_time_between() -> None:
    one, other = item(1, at(9), at(10), site="office"), item(2, at(10, 30), at(12), site="temple")

    assert conflicts(ground(one, other, at_item={1: (KIM,), 2: (MORI,)})) == ()


def test_a_transfer_shorter_than_its_route_is_warned_of() -> None:
    ride = item(1, at(9), at(9, 30), kind="transfer", site="office", to_site="temple")

    found = conflicts(ground(ride, paths={("office", "temple"): Path(110, "bus")}))

    assert told(found) == [("warn", "travel_too_short", (1,))]


def test_a_site_closed_or_not_yet_open_is_warned_of() -> None:
    closed = replace(TEMPLE, opens={"tue": None})
    early = replace(OFFICE, opens={"tue": ("09:00", "18:00")})

    found = conflicts(
        ground(
            item(1, at(8), at(8, 30), site="office", bodies=("a",)),
            item(2, at(20), at(21), site="temple", bodies=("b",)),
            sites=(early, closed),
            paths={("office", "temple"): Path(10, "bus")},
        )
    )

    assert told(found) == [("warn", "outside_hours", (1,)), ("warn", "site_closed", (2,))]


def test_a_holiday_is_noted_and_a_call_on_it_warned_of() -> None:
    day = Holiday(TUESDAY, "KR", "Buddha’s Birthday", "en")

    quiet = conflicts(ground(item(1, at(9), at(10)), holidays=(day,), countries={"KR": "Korea"}))
    calling = conflicts(ground(item(1, at(9), at(10), kind="courtesy_call"), holidays=(day,)))

    assert [(one.level, one.says) for one in quiet] == [
        ("note", "Public holiday in Korea: Buddha’s Birthday.")
    ]
    assert told(calling) == [("warn", "holiday", (1,))]


def test_whoever_does_not_know_the_language_needs_an_interpreter() -> None:
    talk = item(1, at(9), at(10), speaking=("ko",))

    alone = conflicts(
        ground(talk, at_item={1: (KIM, SATO, MORI)}, tongues={"ko": "Korean", "ja": "Japanese"})
    )
    helped = conflicts(ground(replace(talk, resources=(2,)), at_item={1: (KIM, SATO)}))

    assert [one.says for one in alone] == ["“Item 1”: no interpreter from Korean into Japanese for 1 person."]
    assert helped == ()


def test_a_call_without_an_answer_is_warned_of_when_it_is_near() -> None:
    near = item(1, at(9), at(10), state="sought")
    far = item(2, at(9, on=date(2027, 7, 1)), at(10, on=date(2027, 7, 1)), state="sought")

    assert told(conflicts(ground(near, far))) == [("warn", "unanswered", (1,)), ("note", "unanswered", (2,))]


def test_hours_not_known_are_noted() -> None:
    found = conflicts(ground(item(1, None, None), item(2, at(9), None)))

    assert told(found) == [("note", "no_hour", (1,)), ("note", "no_end", (2,))]


def test_who_takes_part() -> None:
    everybody = item(1, None, None)
    heads = replace(everybody, audience="heads")
    tottori = replace(everybody, bodies=("tottori",))
    one = replace(everybody, people=("kim",))

    asked = [
        takes_part(which, key=who, body=body, part=part)
        for which in (everybody, heads, tottori, one)
        for who, body, part in (("kim", "gyeongbuk", "member"), ("sato", "tottori", "head"))
    ]

    assert asked == [True, True, False, True, False, True, True, False]


def test_many_parallel_items_make_one_note() -> None:
    items = [item(number, at(9), at(10), track=number) for number in range(1, 41)]

    found = conflicts(ground(*items, at_item=dict.fromkeys(range(1, 41), (KIM, SATO))))

    assert [(one.level, one.code, len(one.items)) for one in found] == [("note", "undecided", 40)]
    assert found[0].says.endswith("“Item 3”, “Item 4” and 36 more.")
