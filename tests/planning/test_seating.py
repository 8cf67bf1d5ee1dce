"""Who sits where, and why."""

import pytest

from interlocal.planning.rooms import LongTable, Photo, RoundTables, Sitter, Theatre, UShape
from interlocal.planning.seating import Plan, Swap, plan, turned, with_swaps


def people(*said: str) -> list[Sitter]:
    """ "k1" is the first of party k; "k9>k1" interprets for k1."""
    made = []
    for number, one in enumerate(said, start=1):
        key, _, principal = one.partition(">")
        made.append(Sitter(key, key[0], number, principal))
    return made


def row(planned: Plan, name: str) -> list[str | None]:
    """Who sits in that row, from the left of the drawing."""
    seats = [seat for seat in planned.seats if seat.row == name]
    return [seat.person for seat in sorted(seats, key=lambda seat: seat.x)]


def why(planned: Plan) -> dict[str | None, str]:
    return {seat.person: seat.why for seat in planned.seats}


def at(planned: Plan, person: str) -> tuple[float, float]:
    return next((seat.x, seat.y) for seat in planned.seats if seat.person == person)


def test_guests_face_the_door_and_their_second_sits_on_the_right_of_their_first() -> None:
    talks = plan(people("k1", "j1", "k2", "j2", "k3", "j3"), LongTable(host="k"))

    assert row(talks, "far") == ["j2", "j1", "j3"]
    assert row(talks, "near") == ["k3", "k1", "k2"]
    assert at(talks, "j1")[0] == at(talks, "k1")[0]
    assert talks.viewpoint == "entrance_below"
    assert talks.rules == ("delegations_face", "guests_face_door", "highest_in_middle", "right_then_left")


def test_at_a_table_whose_end_is_to_the_door_the_guests_sit_on_the_right_as_one_enters() -> None:
    talks = plan(people("k1", "j1"), LongTable(host="k", end_to_door=True))

    assert at(talks, "j1")[0] > at(talks, "k1")[0]
    assert [seat.angle for seat in talks.seats] == [270, 90]


def test_an_interpreter_sits_behind_the_principal_and_a_second_behind_the_first() -> None:
    talks = plan(people("k1", "j1", "j8>j1", "j9>j1"), LongTable(host="k"))

    assert [at(talks, key)[0] for key in ("j1", "j8", "j9")] == [at(talks, "k1")[0]] * 3
    assert at(talks, "j9")[1] < at(talks, "j8")[1] < at(talks, "j1")[1]
    assert [(seat.why, seat.of) for seat in talks.seats if seat.row == "behind"] == [
        ("interpreter", "j1")
    ] * 2
    assert talks.rules[-1] == "interpreters_behind"


def test_at_a_meal_the_first_guest_sits_on_the_hosts_right_and_the_second_on_the_second_hosts_right() -> None:
    meal = plan(people("k1", "j1", "k2", "j2", "j3", "j4", "k3", "k4"), LongTable(host="k", mixed=True))

    assert row(meal, "far") == ["k3", "j1", "k1", "j3"]
    assert row(meal, "near") == ["j4", "k2", "j2", "k4"]
    reasons = why(meal)
    assert (reasons["k1"], reasons["j1"], reasons["k2"], reasons["j2"]) == (
        "host",
        "honour",
        "second_host",
        "right",
    )
    assert at(meal, "j1")[0] < at(meal, "k1")[0]
    assert at(meal, "j2")[0] > at(meal, "k2")[0]


def test_in_a_photograph_the_highest_stands_in_the_middle_and_the_second_on_that_ones_right() -> None:
    photo = plan(people(*"abcdefgh"), Photo(seats=5))

    assert row(photo, "1") == ["b", "a", "c"]
    assert row(photo, "2") == ["g", "e", "d", "f", "h"]
    assert photo.viewpoint == "camera_below"
    assert why(photo)["a"] == "centre"


def test_the_host_stands_in_the_middle_although_guests_are_higher() -> None:
    photo = plan(people("j1", "j2", "k1"), Photo(seats=3, host="k"))

    assert row(photo, "1") == ["j1", "k1", "j2"]
    assert why(photo) == {"k1": "host", "j1": "honour", "j2": "left"}


def test_around_the_first_table_the_host_looks_at_the_door() -> None:
    tables = plan(people("k1", "j1", "j2", "k2", "j3"), RoundTables(tables=2, seats=4, host="k"))

    first = [seat for seat in tables.seats if seat.row == "1"]
    assert [(seat.person, seat.why) for seat in first] == [
        ("k1", "host"),
        ("j1", "honour"),
        ("j2", "left"),
        ("k2", "right"),
    ]
    assert first[0].angle == 180
    assert at(tables, "j1")[0] < at(tables, "k1")[0] < at(tables, "j2")[0]
    assert [seat.person for seat in tables.seats if seat.row == "2"] == ["j3", None, None, None]


def test_heads_sit_at_the_first_table_and_the_others_are_mixed() -> None:
    mixed = plan(
        people("k1", "j1", "c1", "k2", "j2", "c2", "k3", "j3"), RoundTables(3, 3, "k", spread="mixed")
    )

    tables = [{seat.person for seat in mixed.seats if seat.row == str(table)} - {None} for table in (1, 2, 3)]
    assert tables[0] == {"k1", "j1", "c1"}
    assert [len({str(person)[0] for person in table}) for table in tables[1:]] == [
        len(table) for table in tables[1:]
    ]


def test_delegations_stay_at_a_table_of_their_own() -> None:
    together = plan(people("k1", "j1", "k2", "j2"), RoundTables(2, 2, spread="parties"))

    assert {seat.person for seat in together.seats if seat.row == "1"} in ({"k1", "k2"}, {"j1", "j2"})


def test_a_u_goes_from_the_middle_of_its_head_down_its_legs() -> None:
    u = plan(people("k1", "j1", "k2", "j2", "k3"), UShape(head=3, leg=1, host="k"))

    assert row(u, "head") == ["j1", "k1", "k2"]
    assert (row(u, "right"), row(u, "left")) == (["j2"], ["k3"])
    assert at(u, "j2")[0] < at(u, "k3")[0]


def test_in_a_grouped_u_each_delegation_is_a_block() -> None:
    u = plan(people("k1", "j1", "c1", "k2", "j2", "c2", "k3"), UShape(head=3, leg=2, host="k", grouped=True))

    assert row(u, "head") == ["k2", "k1", "k3"]
    assert (row(u, "right"), row(u, "left")) == (["j1", "j2"], ["c1", "c2"])
    assert why(u)["j1"] == "head"


def test_a_theatre_is_filled_from_the_middle_of_its_front_row() -> None:
    hall = plan(people(*"abcdef"), Theatre(rows=2, seats=4))

    assert row(hall, "1") == ["c", "a", "b", "d"]
    assert row(hall, "2") == [None, "e", "f", None]


def test_who_finds_no_chair_is_named_and_so_is_their_interpreter() -> None:
    u = plan(people("k1", "j1", "c1", "c9>c1"), UShape(head=2, leg=0))

    assert u.unseated == ("c1", "c9")


def test_swaps_by_hand_are_marked_and_interpreters_go_along() -> None:
    talks = plan(people("k1", "j1", "j2", "j9>j1"), LongTable(host="k"))

    changed = with_swaps(talks, [Swap("j1", "j2")])

    assert (at(changed, "j1"), at(changed, "j2")) == (at(talks, "j2"), at(talks, "j1"))
    assert at(changed, "j9")[0] == at(changed, "j1")[0]
    assert {seat.person: seat.by_hand for seat in changed.seats} == {
        "j1": True,
        "j2": True,
        "k1": False,
        "j9": False,
    }
    assert why(changed)["j1"] == "by_hand"


def test_somebody_may_be_put_on_an_empty_chair_or_in_the_place_of_another() -> None:
    u = plan(people("a1", "b1", "c1"), UShape(head=2, leg=0))

    swapped = with_swaps(u, [Swap("c1", 1)])
    hall = with_swaps(plan(people("a1"), Theatre(1, 2)), [Swap("a1", 2)])

    assert ([seat.person for seat in swapped.seats], swapped.unseated) == (["c1", "b1"], ("a1",))
    assert [(seat.person, seat.why) for seat in hall.seats] == [(None, "empty"), ("a1", "by_hand")]


@pytest.mark.parametrize("swap", [Swap("gone", "a1"), Swap("a1", "gone"), Swap("a1", 99), Swap("a1", "a1")])
def test_a_swap_that_no_longer_can_be_is_given_back(swap: Swap) -> None:
    changed = with_swaps(plan(people("a1", "b1"), UShape(head=2, leg=0)), [swap])

    assert changed.stale == (swap,)
    assert [seat.person for seat in changed.seats] == ["a1", "b1"]


def test_turned_it_is_seen_by_who_sits_at_the_head() -> None:
    u = plan(people("k1", "j1", "k2"), UShape(head=3, leg=0, host="k"))

    other = turned(u)

    assert row(other, "head") == ["k2", "k1", "j1"]
    assert (other.viewpoint, turned(other)) == ("entrance_above", u)


@pytest.mark.parametrize(
    "room",
    [LongTable(), LongTable(mixed=True), RoundTables(1, 8), UShape(3, 2), Theatre(1, 1), Photo(5)],
)
def test_nobody_at_all_is_a_room_too(room: LongTable) -> None:
    assert [seat.person for seat in plan([], room).seats if seat.person] == []


@pytest.mark.parametrize(
    "room",
    [
        LongTable(host="k"),
        LongTable(host="k", mixed=True),
        RoundTables(6, 9, "k", "mixed"),
        RoundTables(6, 9, "k", "parties"),
        UShape(9, 20, "k"),
        UShape(9, 20, "k", grouped=True),
        Theatre(5, 10),
        Photo(13, host="k"),
    ],
)
def test_everybody_sits_once_inside_the_drawing_and_nobody_on_another(room: LongTable) -> None:
    everybody = people(*(f"{one}{at}" for at in range(1, 16) for one in "kjc"), "k99>k1")

    planned = plan(everybody, room)

    assert sorted(seat.person for seat in planned.seats if seat.person) == sorted(
        one.key for one in everybody
    )
    assert all(0 < seat.x < planned.width and 0 < seat.y < planned.height for seat in planned.seats)
    spots = [(seat.x, seat.y) for seat in planned.seats]
    assert [
        a for i, a in enumerate(spots) for b in spots[:i] if abs(a[0] - b[0]) + abs(a[1] - b[1]) < 600
    ] == []


def test_without_a_host_guests_of_many_sit_on_both_sides_and_no_rule_speaks_of_hosts() -> None:
    for room in (LongTable(host="k"), LongTable(host="k", mixed=True)):
        table = plan(people("j1", "c1", "a1", "j2"), room)

        assert (row(table, "far"), row(table, "near")) == (["a1", "j1"], ["c1", "j2"])
        assert table.rules == ("highest_in_middle", "right_then_left")
        assert set(why(table).values()) == {"centre", "right"}


def test_without_a_host_two_delegations_of_a_size_face_each_other_and_one_alone_has_no_side_to_itself() -> (
    None
):
    pair = plan(people("j1", "c1", "j2", "c2"), LongTable())
    uneven = plan(people("j1", "j2", "j3", "j4", "c1"), LongTable())

    assert {str(key)[0] for key in row(pair, "far")} == {"j"}
    assert pair.rules == ("delegations_face", "highest_in_middle", "right_then_left")
    assert [len(row(uneven, side)) for side in ("far", "near")] == [3, 3]
    assert "delegations_face" not in uneven.rules


def test_who_was_put_at_a_table_sits_at_it_in_order() -> None:
    placed = plan(people("k1", "j1", "k2", "j2"), RoundTables(2, 3, groups=(("j2", "j1"), ("k2",))))

    tables = [[seat.person for seat in placed.seats if seat.row == number] for number in ("1", "2")]
    assert tables == [["j1", "j2", None], ["k2", None, None]]
    assert (placed.unseated, placed.rules[0]) == (("k1",), "tables_as_placed")


def test_interpreters_behind_do_not_sit_on_those_of_the_next_table() -> None:
    everybody = people("k1", "k2", "j1", "j2", "k8>k1", "k9>k1", "k7>k2", "j8>j1", "j9>j1", "j7>j2")

    planned = plan(everybody, RoundTables(4, 2))

    spots = [(seat.x, seat.y) for seat in planned.seats]
    assert [
        (a, b)
        for i, a in enumerate(spots)
        for b in spots[:i]
        if abs(a[0] - b[0]) < 850 and abs(a[1] - b[1]) < 600
    ] == []
