"""Every conflict of the record on one page."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_conflicts_are_shown_by_subject_with_every_value(client: Client) -> None:
    cast.garok()
    make.edition("kjgm-6", make.series(), ordinal=6)
    make.claim("body/garok", "founded", "1999-01-23", chosen=True)
    make.claim("body/garok", "founded", "1991", cites=make.source("other-paper"))
    make.claim("edition/kjgm-6", "participants", "88", chosen=True)
    make.claim("edition/kjgm-6", "participants", "about 90")

    page = client.get("/ko/conflicts/").content.decode()

    assert '<a href="/ko/bodies/garok/">대한민국시도지사협의회</a>' in page
    assert 'href="/ko/editions/kjgm-6/"' not in page
    assert ["1999년 1월 23일" in page, "1991년" in page] == [True, True]


def test_places_in_conflict_are_called_by_name(client: Client) -> None:
    make.edition("kjgm-6", make.series(), ordinal=6)
    make.place("busan", {"en": "Busan"})
    make.place("ulsan", {"en": "Ulsan"})
    make.claim("edition/kjgm-6", "place", "busan", chosen=True)
    make.claim("edition/kjgm-6", "place", "ulsan")

    page = _text(client.get("/en/conflicts/").content.decode())

    assert "place Busan 1 Ulsan 1 conflict" in page


def test_claims_that_do_not_add_up_are_listed(client: Client) -> None:
    make.edition("kjgm-6", make.series(), ordinal=6)
    make.claim("edition/kjgm-6", "participants", "88", chosen=True)
    for country, number in (("KR", "35"), ("JP", "15")):
        make.claim("edition/kjgm-6", "participants", number, of=country, chosen=True)

    page = _text(client.get("/en/conflicts/").content.decode())

    assert "35 (Korea) + 15 (Japan) = 50" in page


def test_no_conflict_is_said(client: Client) -> None:
    page = client.get("/en/conflicts/").content.decode()

    assert "No conflict between sources is on record." in page
    assert "Every claim that can be checked agrees with the record." in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_and_three_conflicts(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kjgm = make.series()
    for number in range(rows):
        make.edition(f"kjgm-{number}", kjgm, ordinal=number + 1)
        make.claim(f"edition/kjgm-{number}", "participants", "88", chosen=True)
        make.claim(f"edition/kjgm-{number}", "participants", "60")
    client.get("/en/conflicts/")
    caching.forget()

    with django_assert_num_queries(9):
        client.get("/en/conflicts/")
