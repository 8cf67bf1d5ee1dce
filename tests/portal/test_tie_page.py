"""The page of one tie."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_each_side_is_shown_in_its_own_words(client: Client) -> None:
    tie = make.tie("gyeongbuk-tottori")
    make.side(tie, cast.gyeongbuk(), kind="sister", words=make.text("자매결연", "ko"), signed="1994-09-02")
    make.side(tie, cast.tottori(), kind="friendship", words=make.text("友好提携", "ja"))

    page = client.get("/en/ties/gyeongbuk-tottori/").content.decode()

    assert '<span lang="ko">자매결연</span>' in page
    assert "The sides do not call this tie by the same type." in page
    assert "Gyeongsangbuk-do 1 Korea sister relationship 자매결연 2 September 1994 not on record" in _text(
        page
    )


def test_the_editions_both_sides_took_part_in_are_its_activity(client: Client) -> None:
    gyeongbuk, tottori, kjgm = cast.gyeongbuk(), cast.tottori(), make.series()
    make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    make.edition("kjgm-6", kjgm, ordinal=6, on="2017-11-05", hosts=[gyeongbuk, tottori])
    make.edition("kjgm-7", kjgm, ordinal=7, on="2023-11-01", hosts=[tottori])

    page = client.get("/en/ties/gyeongbuk-tottori/").content.decode()

    assert "last activity 5 November 2017 dormant" in _text(page)
    assert ['href="/en/editions/kjgm-6/"' in page, 'href="/en/editions/kjgm-7/"' in page] == [True, False]


def test_a_tie_that_ended_is_not_dormant(client: Client) -> None:
    tie = make.tie("gyeongbuk-tottori", state="ended")
    make.side(tie, cast.gyeongbuk(), signed="1989-10-06")
    make.side(tie, cast.tottori(), signed="1989-10-06")

    page = _text(client.get("/en/ties/gyeongbuk-tottori/").content.decode())

    assert "State ended Activity no activity on record here The tie in" in page


def test_a_tie_is_ended_on_the_day_itself(client: Client) -> None:
    tie = make.tie("gyeongbuk-tottori", cast.gyeongbuk(), cast.tottori(), state="ended")
    tie.from_on, tie.until_on = make.day("1989-10-06"), make.day("2005-03-16")
    tie.save()

    page = _text(client.get("/en/ties/gyeongbuk-tottori/").content.decode())

    assert "In force 6 October 1989 · ended on 16 March 2005 Activity" in page


def test_what_sources_tell_of_is_activity_and_no_conflict(client: Client) -> None:
    make.tie("gyeongbuk-tottori", cast.gyeongbuk(), cast.tottori())
    make.claim("tie/gyeongbuk-tottori", "activity", "2014")
    make.claim("tie/gyeongbuk-tottori", "activity", "2017-11-05")

    page = _text(client.get("/en/ties/gyeongbuk-tottori/").content.decode())

    assert "last activity 5 November 2017 1 dormant" in page
    assert "5 November 2017 1 2014 1" in page
    assert "conflict" not in page


def test_what_ended_before_the_tie_began_is_not_its_activity(client: Client) -> None:
    gyeongbuk, tottori, kjgm = cast.gyeongbuk(), cast.tottori(), make.series()
    tie = make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    tie.from_on = make.day("2017-11-06")
    tie.save()
    make.edition("kjgm-6", kjgm, ordinal=6, on="2017-11-05", hosts=[gyeongbuk, tottori])
    make.claim("tie/gyeongbuk-tottori", "activity", "2017-11-05")

    page = client.get("/en/ties/gyeongbuk-tottori/").content.decode()

    assert "Activity no activity on record here" in _text(page)
    assert 'href="/en/editions/kjgm-6/"' not in page


def test_an_unknown_tie_is_not_there(client: Client) -> None:
    assert client.get("/en/ties/nowhere/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_tie_costs_the_same_for_one_and_three_editions(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gyeongbuk, tottori, kjgm = cast.gyeongbuk(), cast.tottori(), make.series()
    make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    for number in range(rows):
        make.edition(f"kjgm-{number}", kjgm, ordinal=number + 1, hosts=[gyeongbuk, tottori])
    client.get("/en/ties/gyeongbuk-tottori/")
    caching.forget()

    with django_assert_num_queries(8):
        client.get("/en/ties/gyeongbuk-tottori/")
