"""The page of a delegation: the same for the secretariat, the body's coordinator and who holds its link."""

from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.delegations import scene
from tests.office import acting
from tests.office.delegation_hands import SOMEBODY, STAFF, by_link, coordinator, page, people

pytestmark = pytest.mark.django_db


def test_the_page_is_the_same_by_mandate_and_by_link() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    scene.delegate(invited, latin_family="Kim", latin_given="Haneul", latin_origin="generated")

    for client, address in ((coordinator(), STAFF), (Client(), by_link(invited))):
        shown = page(client, address)
        assert shown.count("김하늘") > 0
        assert shown.count('class="generated"') == 1
        assert "1 of 3" in shown


@pytest.mark.parametrize("way", ["mandate", "link"])
def test_a_delegation_is_entered_and_nominated_as_one(way: str) -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    client, address = (coordinator(), STAFF) if way == "mandate" else (Client(), by_link(invited))

    for given in ("하늘", "바다"):
        acting.post(client, f"{address}add/", {**SOMEBODY, "given": given, "once": uuid4()})
    answer = acting.post(client, f"{address}nominate/", {"all": "1", "once": uuid4()})

    assert (answer.status_code, answer["Location"]) == (303, address)
    assert [(one.given, one.state) for one in people(invited)] == [("하늘", "nominated"), ("바다", "waiting")]
    assert "1 person is nominated and has a seat. 1 person is on the waiting list" in page(client, address)


def test_a_double_click_enters_one_person() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    client, once = coordinator(), uuid4()

    answers = [acting.post(client, f"{STAFF}add/", {**SOMEBODY, "once": once}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert len(people(invited)) == 1


def test_a_name_with_hidden_direction_marks_is_refused_at_its_field() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")

    answer = acting.post(coordinator(), f"{STAFF}add/", {**SOMEBODY, "family": "김\u202e", "once": uuid4()})

    assert answer.status_code == 422
    assert 'id="id_family_error"' in answer.content.decode()
    assert people(invited) == []


def test_a_row_is_edited_in_place() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited, state="draft", position=1)
    client, row = coordinator(), f"{STAFF}people/{one.key}/"

    form = acting.htmx(client, f"{row}edit/").content.decode()
    saved = acting.htmx(client, f"{row}edit/", {**SOMEBODY, "given": "바다", "version": 1, "place": 1})

    assert form.lstrip().startswith("<tr") and 'name="version" value="1"' in form
    assert saved.status_code == 200
    assert saved.content.decode().lstrip().startswith("<tr") and "김바다" in saved.content.decode()
    assert scene.fresh(one).given == "바다"


def test_without_script_the_same_form_is_a_page() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited, state="draft", position=1)
    client = coordinator()

    assert "<html" in page(client, f"{STAFF}people/{one.key}/edit/")
    answer = acting.post(
        client, f"{STAFF}people/{one.key}/edit/", {**SOMEBODY, "given": "바다", "version": 1}
    )

    assert answer["Location"] == f"{STAFF}#d-{one.key}"


def test_a_conflict_shows_both_versions_and_keeps_what_was_typed() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited, state="draft", position=1)
    client, address = coordinator(), f"{STAFF}people/{one.key}/edit/"
    acting.post(client, address, {**SOMEBODY, "given": "바다", "version": 1})

    answer = acting.post(client, address, {**SOMEBODY, "given": "구름", "version": 1})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "바다" in shown and 'value="구름"' in shown and 'name="version" value="2"' in shown
    assert scene.fresh(one).given == "바다"
    assert acting.post(client, address, {**SOMEBODY, "given": "구름", "version": 2}).status_code == 303


def test_the_list_is_put_in_order() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    for number, given in enumerate(("하나", "둘", "셋"), start=1):
        scene.delegate(invited, given=given, state="draft", position=number)
    third = people(invited)[2]

    acting.post(coordinator(), f"{STAFF}people/{third.key}/move/", {"to": "1"})

    assert [one.given for one in people(invited)] == ["셋", "하나", "둘"]


def test_a_withdrawal_can_be_undone_by_one_button() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited)
    client = coordinator()
    acting.post(client, f"{STAFF}people/{one.key}/withdraw/", {"version": 1})

    undo = f"{STAFF}people/{one.key}/restore/?version=2"
    assert f'action="{undo}"' in page(client, STAFF)
    acting.post(client, undo)

    assert scene.fresh(one).state == "nominated"


def test_somebody_else_is_sent_in_one_step() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    governor = scene.delegate(invited, given="지사", part="head")

    answer = acting.post(
        coordinator(),
        f"{STAFF}people/{governor.key}/replace/",
        {**SOMEBODY, "given": "부지사", "version": 1, "once": uuid4()},
    )

    assert answer.status_code == 303
    assert [(one.given, one.part, one.state) for one in people(invited)] == [
        ("지사", "head", "withdrawn"),
        ("부지사", "head", "nominated"),
    ]


def test_an_invitation_is_accepted_by_who_holds_the_link() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    address = by_link(invited)

    acting.post(Client(), f"{address}answer/", {"answer": "accepted", "version": 1})

    assert scene.fresh(invited).state == "accepted"


def test_a_number_is_given_instead_of_names() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    address = by_link(invited)

    acting.post(Client(), f"{address}headcount/", {"headcount": "4", "version": 1})

    assert (scene.fresh(invited).headcount, scene.fresh(invited).state) == (4, "accepted")


def test_more_than_were_invited_is_refused_at_its_field() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=3, support_quota=2)

    answer = acting.post(Client(), f"{by_link(invited)}headcount/", {"headcount": "6", "version": 1})

    assert answer.status_code == 422
    assert scene.fresh(invited).headcount is None


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(client, address)
    return len(queries)


def test_the_page_costs_the_same_for_one_and_for_three() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=9)
    client = coordinator()
    first = scene.delegate(invited)
    one = asked(client, STAFF)

    scene.delegate(invited, given="바다", in_place_of=first)
    scene.delegate(invited, given="구름")

    assert asked(client, STAFF) == one


def test_names_are_escaped() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    client = coordinator()
    acting.post(client, f"{STAFF}add/", {**SOMEBODY, "family": "<b>", "given": "\"'&", "once": uuid4()})

    shown = page(client, STAFF)

    assert "&lt;b&gt;" in shown and "<b>" not in shown
    assert len(people(invited)) == 1


def test_the_answer_is_not_kept_by_anybody() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")

    answer: HttpResponse = coordinator().get(STAFF)

    assert answer["Cache-Control"] == "no-store"
