"""The list of people in public office, and the page of one."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from interlocal.programmes.models import OfficeHolderParticipation
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_person_is_listed_with_post_and_own_name(client: Client) -> None:
    lee = make.person("lee", {"en": "Lee Cheol-woo"})
    make.person_name(lee, "ko", "이철우", own=True)
    make.tenure(lee, make.post(cast.gyeongbuk()), as_of="2025-11-12")

    page = client.get("/en/people/").content.decode()

    assert '<span lang="ko">이철우</span>' in page
    assert "Gyeongsangbuk-do · Governor 1 in office on 12 November 2025" in _text(page)


def test_names_say_where_they_come_from(client: Client) -> None:
    lee = make.person()
    make.person_name(lee, "en", "Lee Cheol-woo", own=True)
    make.person_name(lee, "zh-Hans", "李哲宇", machine=True)
    make.person_name(lee, "ja", "イ・チョルウ", kind="reading")

    page = _text(client.get("/en/people/lee-cheol-woo/").content.decode())

    assert "Lee Cheol-woo 1 official name own spelling Latin letters" in page
    assert "李哲宇 1 official name made by machine" in page
    assert "イ・チョルウ 1 reading katakana" in page


def test_a_person_is_shown_with_the_editions_they_took_part_in(client: Client) -> None:
    lee, gyeongbuk = make.person(), cast.gyeongbuk()
    kjgm = make.edition("kjgm-7", make.series(), ordinal=7, on="2023-11-01")
    OfficeHolderParticipation.objects.create(
        edition=kjgm,
        person=lee,
        post=make.post(gyeongbuk),
        body=gyeongbuk,
        capacity="head_of_delegation",
        attendance="attended",
        footnote=make.footnote(),
    )

    page = _text(client.get("/en/people/lee-cheol-woo/").content.decode()).replace("&#39;", "'")

    assert (
        "7th Korea-Japan Governors' Meeting 1 1 November 2023 head of delegation Gyeongsangbuk-do · Governor"
        in page
    )


def test_an_unknown_person_is_not_there(client: Client) -> None:
    assert client.get("/ja/people/nobody/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_a_person_costs_the_same_for_one_and_three_posts(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lee, gyeongbuk = make.person(), cast.gyeongbuk()
    for number in range(rows):
        make.tenure(lee, make.post(gyeongbuk, f"post-{number}"), as_of="2025")
    client.get("/en/people/lee-cheol-woo/")
    caching.forget()

    with django_assert_num_queries(5):
        client.get("/en/people/lee-cheol-woo/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_people_costs_the_same_for_one_and_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make.person(f"person-{number}")
    client.get("/en/people/")
    caching.forget()

    with django_assert_num_queries(6):
        client.get("/en/people/")


def test_an_item_is_shown_on_its_own_day(client: Client) -> None:
    kjgm = make.edition("kjgm-7", make.series(), ordinal=7, on="2023-11-01")
    make.item(kjgm, "call", "Courtesy call", on="2023-11-02", speaker=make.person())

    page = _text(client.get("/en/people/lee-cheol-woo/").content.decode())

    assert "Courtesy call 2 November 2023 speaker" in page
    assert "1 November 2023" not in page.split("Courtesy call")[1].split("speaker")[0]
