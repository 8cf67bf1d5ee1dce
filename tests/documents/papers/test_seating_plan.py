"""Seating plans: by which rule, seen from where, and of every seat why."""

from dataclasses import replace

import pytest

from interlocal.arrangements.kinds import Shape
from interlocal.arrangements.rules.facts import SeatingFacts
from interlocal.documents.formats import seating, seating_svg
from interlocal.documents.papers import listing, seating_plan
from interlocal.documents.papers import seating_plan_words as words
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from interlocal.planning import rooms
from interlocal.planning import seating as planned
from tests.documents.papers.facts import ONE, big, facts, item
from tests.documents.papers.facts import words as told

EN = Wish(("en",))


def entered(shape="table", **changes):
    values = {"item": 4, "rule": "", "viewpoint": "entrance", "options": {}, "swaps": ()} | changes
    return facts(seatings=(SeatingFacts(5, told("만찬 좌석", en="Seats at dinner"), shape=shape, **values),))


def cells(drawing):
    return {
        number: [plain(cell) for cell in said.cells] for number, said in drawing.seats.items() if said.cells
    }


def whys(drawing):
    return {number: row[-1] for number, row in cells(drawing).items()}


def test_a_seat_says_who_in_which_order_and_why():
    made = seating_plan.build(facts(), EN)

    assert cells(made)[2] == [
        "髙橋 惣右衛門",
        "TAKAHASHI Soemon",
        "Tottori Prefecture",
        "Governor of Tottori Prefecture",
        "No. 4 in the order, guest of honour, on the host's right",
    ]
    assert [plain(line) for line in made.seats[2].lines] == ["髙橋 惣右衛門", "Tottori Prefecture"]
    assert [plain(head) for head in made.heads] == [
        "Seat",
        "Name",
        "Latin",
        "Delegation",
        "Post",
        "Why here",
    ]


def test_rules_basis_and_viewpoint_are_printed():
    made = seating_plan.build(facts(), EN)

    assert plain(made.viewpoint) == "Seen from the entrance, which is below."
    assert [plain(rule) for rule in made.rules] == [
        "Right and left are always those of the people seated.",
        "The middle is for the highest in the order.",
        "The guest of honour is on the host's right.",
        "The others follow on the right and on the left in turn.",
        "Interpreters sit behind those whom they serve.",
        plain(listing.basis(facts(), EN)),
    ]


def test_an_interpreter_sits_behind_the_head_of_the_delegation():
    made = seating_plan.build(facts(), EN)

    assert whys(made)[10] == "interpreter for 髙橋 惣右衛門"


def test_no_rule_speaks_of_a_host_who_is_not_there():
    made = seating_plan.build(big(12), EN)

    assert "The guest of honour is on the host's right." not in [plain(rule) for rule in made.rules]


def test_exchanges_by_hand_are_marked_with_their_reason():
    made = seating_plan.build(entered(swaps=((1, 5, "지사 요청", "김민지"),)), EN)

    assert {number for number, why in whys(made).items() if why.endswith("지사 요청")} == {1, 5}
    assert [(run.lang, run.text) for run in made.seats[1].cells[-1]] == [
        ("en", "exchanged by hand: "),
        ("ko", "지사 요청"),
    ]
    assert seating.starred(made)


def test_an_exchange_that_no_longer_fits_is_told():
    found = entered(swaps=((1, 60, "x", "y"),))

    assert "1 exchange by hand no longer fits and was left out." in map(
        plain, seating_plan.build(found, EN).rules
    )
    assert "1 exchange by hand no longer fits and was left out." in seating_plan.lacks(found, EN)


def test_who_has_no_chair_is_named_and_who_gave_a_number_is_counted():
    made = seating_plan.build(entered(options={"seats_each": 3}), EN)

    assert [plain(one) for one in made.unseated] == [
        "阿卜杜热合曼·买买提江  Jiangsu Province",
        "Alexandra Fitzgerald-Montgomery  CLAIR Seoul",
        "NEAR Secretariat  3 people, without names",
    ]


def test_at_round_tables_each_seat_has_its_table():
    made = seating_plan.build(replace(entered("round", options={"seats": 4}), placed=()), EN)

    assert [plain(head) for head in made.heads][-2:] == ["Table", "Why here"]
    assert [row[-2] for row in cells(made).values()].count("Table 1") == 5
    assert plain(made.tables[2]) == "Table 2"


def test_who_was_put_at_tables_sits_at_them_and_who_was_not_has_no_seat():
    made = seating_plan.build(entered("round", rule="mixed"), EN)

    at = {key: seat.row for seat in made.plan.seats if (key := seat.person)}
    assert {key: at[key] for key in ("p-namgung", "p-takahashi", "p-ouyang", "p-sato")} == dict.fromkeys(
        ("p-namgung", "p-takahashi", "p-ouyang", "p-sato"), "1"
    )
    assert {at[key] for key in ("p-kim", "p-okazaki", "p-abdu", "p-fitzgerald")} == {"2"}
    assert made.plan.unseated == ("p-jegal",)
    assert plain(made.tables[2]) == "Table 2"
    assert "Each sits at the table where they were placed." in map(plain, made.rules)


def test_one_click_without_any_seating_draws_the_first_dinner():
    dinner = item(20, "meal", told("만찬", en="Dinner"), ONE, "18:00-20:00", meal="dinner")
    found = facts(seatings=())
    found = replace(found, sheet=replace(found.sheet, items=(*found.sheet.items, dinner)))

    made = seating_plan.build(found, EN)

    assert plain(made.heading) == "Dinner   2 June 2027 18:00–20:00 KST"
    assert seating_plan.lacks(found, EN)[0] == "No seating was entered; a usual one is drawn for: Dinner"


@pytest.mark.parametrize(
    ("people", "items", "shape"),
    [(10, True, "round"), (60, True, "round"), (30, False, "u"), (60, False, "theatre")],
)
def test_a_usual_seating_fits_the_occasion_and_seats_everybody(people, items, shape):
    found = big(people)
    lunch = tuple(one for one in found.sheet.items if one.kind == "meal")
    found = replace(found, sheet=replace(found.sheet, items=lunch if items else ()))

    made = seating_plan.build(found, EN)

    assert (made.plan.shape, made.plan.unseated) == (shape, ())


def test_at_a_meal_of_few_with_their_host_all_sit_at_one_table():
    made = seating_plan.build(facts(seatings=()), EN)

    assert (made.plan.shape, plain(made.heading)) == ("table", "Welcome lunch   2 June 2027 12:10–13:30 KST")


def test_in_two_languages_all_rules_stand_in_one_and_then_in_the_other():
    made = seating_plan.build(facts(), Wish(("en", "ko")))

    assert [rule[0].lang for rule in made.rules] == ["en"] * 6 + ["ko"] * 6


@pytest.mark.parametrize("shape", Shape.values)
def test_every_shape_can_be_wished_and_printed(shape):
    wish = Wish(("ko", "ja"), options={"shape": shape, "seats": "4"})

    made = seating_plan.build(facts(), wish)

    assert made.plan.shape == shape
    assert seating.pdf(made).startswith(b"%PDF")
    assert seating_svg.svg(made).startswith("<svg")


def test_the_view_is_turned_when_wished_and_exchanges_stay():
    found = entered(swaps=((1, 5, "x", "y"),))

    made = seating_plan.build(found, replace(EN, options={"view": "seated"}))

    assert made.plan.viewpoint == "entrance_above"
    assert plain(made.viewpoint) == "Seen from the head of the room; the entrance is above."
    assert seating.starred(made)


def test_another_shape_or_size_leaves_exchanges_of_other_seats_out():
    found = entered(swaps=((1, 5, "x", "y"),))

    for options in ({"shape": "u"}, {"seats": "6"}):
        assert not seating.starred(seating_plan.build(found, replace(EN, options=options)))


def test_one_of_several_seatings_is_drawn_and_one_that_is_gone_refused():
    found = facts(seatings=(*facts().seatings, *entered().seatings))

    assert plain(seating_plan.build(found, replace(EN, seating=5)).heading).startswith("Seats at dinner")
    with pytest.raises(Refused, match="no such seating"):
        seating_plan.build(found, replace(EN, seating=9))


def test_nobody_is_refused_in_a_sentence():
    with pytest.raises(Refused, match="There is nobody to seat"):
        seating_plan.build(facts(delegations=()), EN)


def test_every_code_of_the_planner_has_its_words():
    assert set(words.RULES) == set(rooms.Rule.__args__)
    assert set(words.WHY) == set(rooms.Why.__args__)
    assert set(words.VIEWPOINTS) == set(planned.Viewpoint.__args__)


def test_invited_bodies_are_not_offered_a_plan_of_themselves_alone():
    assert "inner" in seating_plan.PAPER.shows
