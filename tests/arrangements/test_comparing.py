"""Two versions of a programme, compared in words. No database."""

from dataclasses import replace

from interlocal.arrangements.rules.comparing import concerns, differences
from interlocal.arrangements.rules.comparing_words import told
from interlocal.arrangements.rules.releases import for_party, for_public
from interlocal.arrangements.rules.sheets import Sheet, SheetResource, from_plain, sha256_of, to_plain
from interlocal.ground.texts import localised
from tests.arrangements.test_conflicts import at, ground, item

BUSES = tuple(
    SheetResource(number, "vehicle", localised("en", {"en": f"Bus {number}", "ko": f"{number}호 버스"}))
    for number in (1, 2)
)
RIDE = item(1, at(14), at(15), kind="transfer", resources=(1,), title=localised("en", {"en": "To Andong"}))
DINNER = item(2, at(18), at(20), kind="meal", audience="heads", title=localised("en", {"en": "Dinner"}))


def sheet(*items: object) -> Sheet:
    return replace(ground().sheet, items=items, resources=BUSES)  # type: ignore[arg-type]  # items as they come


def test_a_new_hour_and_another_bus_are_told_in_words() -> None:
    moved = replace(RIDE, starts=at(14, 30), resources=(2,))

    (found,) = differences(sheet(RIDE, DINNER), sheet(moved, DINNER))

    assert told(found, "en") == (
        "Tuesday 1 June 2027 14:00 “To Andong”: 14:00 moved to 14:30; vehicle: Bus 1 → Bus 2"
    )


def test_what_was_added_and_taken_off_is_told() -> None:
    found = differences(sheet(RIDE), sheet(DINNER))

    assert [told(one, "en") for one in found] == [
        "New: Tuesday 1 June 2027 18:00 “Dinner”",
        "Taken off: Tuesday 1 June 2027 14:00 “To Andong”",
    ]


def test_equal_programmes_differ_in_nothing() -> None:
    assert differences(sheet(RIDE, DINNER), sheet(RIDE, DINNER)) == ()


def test_only_those_at_the_item_are_concerned() -> None:
    (found,) = differences(sheet(RIDE, DINNER), sheet(RIDE, replace(DINNER, starts=at(18, 30))))

    assert concerns(found, key="a", body="tottori", part="head")
    assert not concerns(found, key="b", body="tottori", part="member")


def test_who_comes_in_or_leaves_an_item_is_concerned_and_the_others_are_not() -> None:
    (found,) = differences(sheet(RIDE), sheet(replace(RIDE, bodies=("tottori",))))

    assert concerns(found, key="a", body="gyeongbuk", part="member")
    assert not concerns(found, key="b", body="tottori", part="member")


def test_plan_b_is_the_secretariats_own() -> None:
    (found,) = differences(sheet(RIDE), sheet(replace(RIDE, plan_b=localised("en", {"en": "Train"}))))

    assert told(found, "en") == ""
    assert told(found, "en", inner=True) == "Tuesday 1 June 2027 14:00 “To Andong”: plan B: Train"
    assert not concerns(found, key="a", body="tottori", part="member")


def test_delegations_see_no_plan_b_and_the_public_sees_nobody() -> None:
    secret = replace(
        DINNER,
        plan_b=localised("en", {"en": "Secret"}),
        contact="Kim 010",
        people=("kim",),
        bodies=("tottori",),
        is_public=True,
    )
    hidden = replace(RIDE, is_public=False)
    whole = sheet(hidden, secret)

    party, public = for_party(whole), for_public(whole)

    assert [one.plan_b for one in party.items] == [None, None]
    assert [(one.id, one.contact, one.people, one.bodies, one.plan_b) for one in public.items] == [
        (2, "", (), (), None)
    ]
    assert public.resources == ()


def test_a_sheet_comes_back_from_the_table_as_it_was() -> None:
    whole = sheet(RIDE, DINNER)

    again = from_plain(to_plain(whole))

    assert again == whole
    assert sha256_of(again) == sha256_of(whole)
