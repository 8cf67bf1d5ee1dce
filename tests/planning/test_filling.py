"""Who rides with whom."""

from interlocal.planning.filling import Filling, Goer, Place, Unplaced, fill


def party(name: str, count: int, *, first: int) -> list[Goer]:
    return [Goer(f"{name}{at}", name, first + at, head=at == 0) for at in range(count)]


def inside(made: Filling, place: str) -> list[str]:
    return [placed.goer for placed in made.placed if placed.place == place]


def test_a_delegation_rides_in_the_smallest_bus_that_takes_it() -> None:
    made = fill(party("k", 3, first=1), [Place("coach", 40), Place("van", 4)])

    assert inside(made, "van") == ["k0", "k1", "k2"]
    assert made.split == ()


def test_heads_have_cars_of_their_own_with_their_interpreter() -> None:
    goers = [*party("k", 2, first=1), *party("j", 2, first=11), Goer("tongue", "j", 99, beside="j0")]

    made = fill(goers, [Place("car1", 3, for_heads=True), Place("car2", 3, for_heads=True), Place("bus", 9)])

    assert (inside(made, "car1"), inside(made, "car2"), inside(made, "bus")) == (
        ["k0"],
        ["j0", "tongue"],
        ["k1", "j1"],
    )
    assert {placed.goer: placed.why for placed in made.placed} == {
        "k0": "head",
        "k1": "with_party",
        "j0": "head",
        "j1": "with_party",
        "tongue": "with_principal",
    }
    assert made.split == ()


def test_another_order_is_tried_when_the_first_would_part_a_delegation() -> None:
    goers = [*party("k", 2, first=1), *party("j", 3, first=11), *party("c", 4, first=21)]

    made = fill(goers, [Place("one", 5), Place("two", 4)])

    assert (made.split, made.unplaced) == ((), ())
    assert inside(made, "two") == ["c0", "c1", "c2", "c3"]


def test_a_delegation_larger_than_any_bus_is_parted_and_named() -> None:
    made = fill(party("k", 5, first=1), [Place("one", 3), Place("two", 3)])

    assert (inside(made, "one"), inside(made, "two")) == (["k0", "k1", "k2"], ["k3", "k4"])
    assert made.split == ("k",)


def test_who_finds_no_place_is_named_with_the_reason() -> None:
    made = fill(party("k", 3, first=1), [Place("one", 2)], by_hand={"k2": "gone"})

    assert inside(made, "one") == ["k0", "k1"]
    assert made.unplaced == (Unplaced("k2", "no_such_place"),)
    assert fill(party("k", 3, first=1), [Place("one", 2)]).unplaced == (Unplaced("k2", "full"),)


def test_who_was_set_by_hand_stays_and_the_interpreter_goes_along() -> None:
    goers = [*party("k", 2, first=1), Goer("tongue", "k", 99, beside="k0")]

    made = fill(goers, [Place("one", 3), Place("two", 2)], by_hand={"k0": "two"})

    assert inside(made, "two") == ["k0", "tongue"]
    assert inside(made, "one") == ["k1"]
    assert fill(goers, [Place("one", 0)], by_hand={"k0": "one"}).unplaced[0] == Unplaced("k0", "place_full")


def test_in_rooms_only_those_alike_share() -> None:
    goers = [Goer("a", "k", 1, sharing="f"), Goer("b", "k", 2, sharing="m"), Goer("c", "k", 3, sharing="f")]

    made = fill(goers, [Place("room1", 2, unmixed=True), Place("room2", 2, unmixed=True)])

    assert (inside(made, "room1"), inside(made, "room2")) == (["a", "c"], ["b"])
    assert fill(goers, [Place("room1", 3, unmixed=True)]).unplaced == (Unplaced("b", "cannot_share"),)


def test_nobody_and_nowhere() -> None:
    assert fill([], [Place("one", 2)]) == Filling((), (), ())
    assert fill(party("k", 1, first=1), []).unplaced == (Unplaced("k0", "full"),)
