"""A ministry desk follows its country's exchanges by numbers, and sees nobody."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.delegations.queries import following
from interlocal.identity.kinds import Role
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db


def exchange(slug: str = "forum-2026") -> None:
    forum = scene.preparation(slug)
    ours = scene.invitation(forum, "gyeongbuk", state="accepted")
    scene.delegate(ours, state="approved"), scene.delegate(ours, "박", state="nominated")
    scene.delegate(scene.invitation(forum, "tottori"), "藤田", state="approved")
    scene.invitation(forum, "busan", state="draft")


def desk() -> Any:
    return scene.actor("mofa-kr", Role.MINISTRY)


def test_numbers_are_given_by_country() -> None:
    exchange()

    (row,) = following.followed(actor=desk(), tongue="en")

    assert row.step == "open"
    assert [
        (one.country, one.invited, one.accepted, one.nominated, one.approved, one.seen)
        for one in row.countries
    ] == [("JP", 1, 0, 0, 1, 0), ("KR", 1, 1, 1, 1, 0)]


def test_the_page_names_nobody_and_is_there_for_ministries_and_missions_only() -> None:
    exchange()
    scene.body("mofa-kr")

    page = acting.acting(of="mofa-kr", role=Role.MINISTRY).get("/en/office/mofa-kr/following/")
    other = acting.as_coordinator(of="gyeongbuk").get("/en/office/gyeongbuk/following/")

    assert page.status_code == 200
    assert "Forum 2026" in page.content.decode()
    assert "藤田" not in page.content.decode()
    assert other.status_code == 404


def test_exchanges_without_the_country_are_not_followed() -> None:
    forum = scene.preparation(secretariat="tottori")
    scene.invitation(forum, "tottori")

    assert following.followed(actor=desk(), tongue="en") == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        exchange(f"forum-{number}")
    who = desk()

    with django_assert_num_queries(4):
        following.followed(actor=who, tongue="en")
