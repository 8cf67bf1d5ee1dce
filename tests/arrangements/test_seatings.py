"""How people sit: what can be asked for, the plan that comes of it, seats exchanged by hand."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import placings
from interlocal.arrangements.commands import seatings as verbs
from interlocal.arrangements.models import Seating
from interlocal.arrangements.queries import seatings as queries
from interlocal.arrangements.queries.facts import facts
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.facts import SeatingFacts
from interlocal.arrangements.rules.seatings import SeatingSaid
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.seating_plan_asked import asked
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.planning.seating import Plan
from tests.arrangements import saying
from tests.delegations import scene

TALKS = SeatingSaid({"en": "Talks", "ko": "회담"}, "table")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"title": {"en": " "}}, "no_title", "title_ko"),
        ({"title": {"en": "a" * 301}}, "too_long", "title_en"),
        ({"shape": "star"}, "no_choice", "shape"),
        ({"rule": "parties"}, "no_choice", "rule"),
        ({"viewpoint": "above"}, "no_choice", "viewpoint"),
        ({"options": {"tables": 3}}, "no_option", "tables"),
        ({"options": {"seats_each": True}}, "no_option", "seats_each"),
        ({"options": {"seats_each": "9"}}, "no_option", "seats_each"),
        ({"options": {"seats_each": 0}}, "out_of_bounds", "seats_each"),
        ({"options": {"seats_each": 101}}, "out_of_bounds", "seats_each"),
    ],
)
def test_what_cannot_be_drawn_is_refused(changes: dict[str, Any], code: str, field: str) -> None:
    refused = rules.obstacle_to_seating(replace(TALKS, **changes))

    assert refused is not None
    assert (refused.code, refused.field) == (code, field)


@pytest.mark.parametrize("shape", list(rules.RULES))
def test_every_shape_by_every_rule_seats_everybody_without_being_told_its_size(shape: str) -> None:
    people = rules.sitters((f"p{n}", f"b{n % 3}", n, "member") for n in range(1, 24))

    for rule in rules.RULES[shape]:
        facts_of = SeatingFacts(1, saying.text("x"), None, shape, rule, "entrance", {}, ())
        plan = rules.plan_of(facts_of, people, host="b1")

        assert (plan.unseated, sum(bool(seat.person) for seat in plan.seats)) == ((), 23), rule


def added(seating: SeatingSaid = TALKS) -> int:
    return verbs.add_seating(**saying.asked(), once=None, seating=seating)


def page(number: int) -> queries.SeatingPage:
    return queries.seating_page(
        actor=scene.secretariat(), preparation=saying.SLUG, number=number, tongue="ko"
    )


def sits(plan: Plan) -> dict[int, str]:
    return {seat.number: seat.person or "" for seat in plan.seats}


@pytest.mark.django_db
def test_a_seating_is_asked_for_once_and_seats_those_of_the_item_in_their_order() -> None:
    made, kim, fujita = saying.forum(host=scene.body("gyeongbuk"))
    dinner, once = saying.item(made), uuid4()

    [number] = {
        verbs.add_seating(**saying.asked(), once=once, seating=replace(TALKS, item=dinner.pk))
        for _ in range(2)
    }
    found = page(number)

    assert [(one.key, one.number, one.body) for one in found.people] == [
        (str(kim.key), 1, "gyeongbuk"),
        (str(fujita.key), 2, "tottori"),
    ]
    assert {seat.person for seat in found.plan.seats if seat.person} == {str(kim.key), str(fujita.key)}
    assert (found.title.text, found.said.rule, found.host, found.version) == (
        "회담",
        "facing",
        "gyeongbuk",
        1,
    )


@pytest.mark.django_db
def test_an_interpreter_sits_behind_the_head_and_the_plan_can_be_turned() -> None:
    made, kim, _fujita = saying.forum()
    helper = scene.delegate(scene.fresh(kim).invitation, "이", part="interpreter", state="approved")
    below, above = added(), added(replace(TALKS, viewpoint="seated"))

    plan, turned = page(below).plan, page(above).plan

    behind = [(seat.person, seat.of) for seat in plan.seats if seat.row == "behind"]
    assert behind == [(str(helper.key), str(kim.key))]
    assert (plan.viewpoint, turned.viewpoint) == ("entrance_below", "entrance_above")
    assert made.slug == saying.SLUG


@pytest.mark.django_db
def test_round_tables_are_those_where_people_were_put_and_the_paper_draws_the_same() -> None:
    made, kim, fujita = saying.forum(host=scene.body("gyeongbuk"))
    dinner = saying.item(made)
    number = added(SeatingSaid({"en": "Seats"}, "round", item=dinner.pk))
    for name, one, position in (("B", kim, 1), ("A", fujita, 0)):
        table = saying.resource(made, "table", name, position=position)
        placings.place_one(**saying.asked(), resource=table.pk, delegate=str(one.key), item=dinner.pk)

    plan = page(number).plan
    found = facts(**saying.asked(), shows=("public",))

    assert {seat.person: seat.row for seat in plan.seats if seat.person} == {
        str(fujita.key): "1",
        str(kim.key): "2",
    }
    assert asked(found, Wish(("en",), seating=number)).plan("gyeongbuk") == plan


@pytest.mark.django_db
def test_two_seats_are_exchanged_for_a_reason_and_back() -> None:
    made, _kim, _fujita = saying.forum()
    number = added(replace(TALKS, shape="photo", rule=""))
    before = sits(page(number).plan)

    version = verbs.swap_seats(
        **saying.asked(), number=number, version=1, one=1, other=2, reason=" old friends "
    )
    swapped = page(number)
    printed = facts(actor=scene.secretariat(), preparation=saying.SLUG, at=scene.NOON).seatings[0]
    back = verbs.undo_swap(**saying.asked(), number=number, version=version, which=0)

    assert sits(swapped.plan) == {**before, 1: before[2], 2: before[1]}
    assert [(one.one, one.other, one.reason) for one in swapped.swaps] == [(1, 2, "old friends")]
    assert printed.swaps == ((1, 2, "old friends", scene.secretariat().name),)
    assert (version, back, sits(page(number).plan)) == (2, 3, before)
    assert made.slug == saying.SLUG


@pytest.mark.django_db
def test_somebody_is_moved_to_an_empty_seat() -> None:
    saying.forum()
    number = added(SeatingSaid({"en": "Hall"}, "theatre", options={"rows": 1, "seats": 4}))
    before = sits(page(number).plan)
    empty = next(seat for seat, person in before.items() if not person)

    verbs.swap_seats(**saying.asked(), number=number, version=1, one=empty, other=1, reason="tall")

    assert sits(page(number).plan) == {**before, 1: "", empty: before[1]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("one", "other", "reason", "code"),
    [
        (1, 2, " ", "no_reason"),
        (1, 2, "a" * 301, "no_reason"),
        (1, 1, "tall", "same_seat"),
        (1, 99, "tall", "no_seat"),
        (3, 4, "tall", "both_empty"),
    ],
)
def test_an_exchange_that_changes_nothing_is_refused(one: int, other: int, reason: str, code: str) -> None:
    saying.forum()
    number = added(SeatingSaid({"en": "Hall"}, "theatre", options={"rows": 1, "seats": 4}))

    with pytest.raises(Refused) as caught:
        verbs.swap_seats(**saying.asked(), number=number, version=1, one=one, other=other, reason=reason)

    assert caught.value.code == code


@pytest.mark.django_db
def test_exchanges_stay_with_a_new_title_and_go_with_a_new_shape() -> None:
    saying.forum()
    number = added()
    verbs.swap_seats(**saying.asked(), number=number, version=1, one=1, other=2, reason="friends")

    verbs.change_seating(
        **saying.asked(), number=number, version=2, seating=replace(TALKS, title={"en": "Round one"})
    )
    kept = page(number)
    verbs.change_seating(
        **saying.asked(),
        number=number,
        version=3,
        seating=replace(TALKS, title={"en": "Round one"}, options={"seats_each": 5}),
    )

    assert len(kept.swaps) == 1
    assert (page(number).swaps, page(number).said.options) == ((), {"seats_each": 5})
    told = Entry.objects.filter(verb="seating_changed").order_by("id")
    assert [line.details["fields"] for line in told] == [["title"], ["options"]]


@pytest.mark.django_db
def test_a_seating_is_removed_and_put_back_with_its_exchanges() -> None:
    saying.forum()
    number = added()
    verbs.swap_seats(**saying.asked(), number=number, version=1, one=1, other=2, reason="friends")

    said = verbs.remove_seating(**saying.asked(), number=number)
    back = added(said)

    assert [one.reason for one in page(back).swaps] == ["friends"]
    with pytest.raises(Seating.DoesNotExist):
        page(number)


@pytest.mark.django_db
def test_of_two_who_change_at_once_the_second_sees_both_versions() -> None:
    saying.forum()
    number = added()
    verbs.swap_seats(**saying.asked(), number=number, version=1, one=1, other=2, reason="friends")

    for verb, more in (
        (verbs.swap_seats, {"one": 1, "other": 2, "reason": "late"}),
        (verbs.undo_swap, {"which": 0}),
        (verbs.change_seating, {"seating": replace(TALKS, options={"seats_each": 9})}),
    ):
        with pytest.raises(Changed) as caught:
            verb(**saying.asked(), number=number, version=1, **more)
        assert caught.value.version == 2

    assert caught.value.yours == {"options": {"seats_each": 9}}


@pytest.mark.django_db
def test_an_item_or_seating_of_another_edition_is_not_there() -> None:
    saying.forum()
    foreign = saying.item(scene.preparation("other"))
    number = added()

    with pytest.raises(PlannedItem.DoesNotExist):
        added(replace(TALKS, item=foreign.pk))
    with pytest.raises(Seating.DoesNotExist):
        verbs.remove_seating(**{**saying.asked(), "preparation": "other"}, number=number)


@pytest.mark.django_db
def test_only_the_secretariat_seats_people() -> None:
    saying.forum()
    number = added()

    for who in (scene.coordinator("gyeongbuk"), scene.reader("garok")):
        asked = saying.asked(who)
        with pytest.raises(Refused):
            verbs.add_seating(**asked, once=None, seating=TALKS)
        with pytest.raises(Refused):
            verbs.change_seating(**asked, number=number, version=1, seating=TALKS)
        with pytest.raises(Refused):
            verbs.remove_seating(**asked, number=number)
        with pytest.raises(Refused):
            verbs.swap_seats(**asked, number=number, version=1, one=1, other=2, reason="x")
        with pytest.raises(Refused):
            verbs.undo_swap(**asked, number=number, version=1, which=0)
    for query in (queries.seatings_page, queries.seating_page):
        more = {"number": number} if query is queries.seating_page else {}
        with pytest.raises(Preparation.DoesNotExist):
            query(actor=scene.coordinator("gyeongbuk"), preparation=saying.SLUG, tongue="en", **more)

    rows = queries.seatings_page(actor=scene.reader("garok"), preparation=saying.SLUG, tongue="en")
    assert [(row.number, row.shape) for row in rows.rows] == [(number, "table")]


@pytest.mark.django_db
def test_the_pages_cost_the_same_for_many() -> None:
    made, kim, _fujita = saying.forum(host=scene.body("gyeongbuk"))
    who, dinner, counts = scene.secretariat(), saying.item(made), []
    for _ in range(2):
        number = added(replace(TALKS, item=dinner.pk))
        with CaptureQueriesContext(connection) as one:
            queries.seating_page(actor=who, preparation=saying.SLUG, number=number, tongue="en")
        with CaptureQueriesContext(connection) as all_of_them:
            queries.seatings_page(actor=who, preparation=saying.SLUG, tongue="en")
        counts.append((len(one), len(all_of_them)))
        scene.delegate(scene.fresh(kim).invitation, "박", state="approved")

    assert counts[0] == counts[1]
    assert counts[0] == (13, 7)
