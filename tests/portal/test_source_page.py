"""The page of one source."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_every_fact_that_rests_on_it_is_shown_by_subject(client: Client) -> None:
    paper = make.source("paper")
    short = make.body_name(cast.gyeongbuk(), "ko", "경북", kind="short")
    held = make.edition("kjgm-6", make.series(), ordinal=6)
    held.footnote = short.footnote = make.footnote(paper, place="para. 3")
    held.save()
    short.save()
    make.claim("edition/kjgm-6", "participants", "88", cites=paper)

    response = client.get("/en/sources/paper/")

    page = _text(response.content.decode()).replace("&#39;", "'")
    assert "3 facts" in page
    assert (
        "Editions 6th Korea-Japan Governors' Meeting a figure or statement: participants: 88 people" in page
    )
    assert "that it exists, and its main facts (para. 3)" in page
    assert "Gyeongsangbuk-do a name: 경북 (para. 3)" in page


def test_facts_beyond_the_end_are_not_there(client: Client) -> None:
    make.source("paper")

    assert client.get("/en/sources/paper/", {"page": "2"}).status_code == 404


def test_a_source_of_nothing_says_so(client: Client) -> None:
    make.source("paper")

    assert (
        "No fact of the record rests on this source yet." in client.get("/en/sources/paper/").content.decode()
    )


def test_an_unknown_source_is_not_there(client: Client) -> None:
    assert client.get("/en/sources/rumour/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_source_costs_the_same_for_one_and_three_facts(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    paper, gyeongbuk = make.source("paper"), cast.gyeongbuk()
    for number in range(rows):
        name = make.body_name(gyeongbuk, "ko", f"경북{number}")
        name.footnote = make.footnote(paper)
        name.save()
    client.get("/en/sources/paper/")
    caching.forget()

    with django_assert_num_queries(7):
        client.get("/en/sources/paper/")
