"""Lists and pages of people in public office."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.registry import queries
from interlocal.registry.models import Person
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_a_person_is_listed_with_the_post_last_known() -> None:
    lee = make.person()
    make.tenure(lee, make.post(cast.garok(), "chair", "Chair", kind="chair"), since="2022-08", until="2024")
    make.tenure(lee, make.post(cast.gyeongbuk()), as_of="2025-11-12")

    (row,) = queries.people_page(tongue="en").rows.rows

    assert row.tenure is not None
    assert (row.tenure.post.text, row.tenure.body.slug) == ("Governor", "gyeongbuk")


def test_people_are_narrowed_by_country_post_and_name() -> None:
    lee, hirai = make.person("lee"), make.person("hirai", {"ja": "平井伸治"}, country="JP")
    make.person_name(lee, "ko", "이철우")
    make.person_name(hirai, "ja", "平井伸治")
    make.tenure(hirai, make.post(cast.tottori()), as_of="2025")

    by_name = queries.people_page(tongue="en", q="平井")
    by_post = queries.people_page(tongue="en", post="head")
    by_country = queries.people_page(tongue="en", country="KR")

    assert [[row.slug for row in page.rows.rows] for page in (by_name, by_post, by_country)] == [
        ["hirai"],
        ["hirai"],
        ["lee"],
    ]
    assert (by_country.countries, by_country.posts) == ({"JP": 1, "KR": 1}, {})


def test_the_spelling_a_person_uses_comes_first() -> None:
    lee = make.person()
    make.person_name(lee, "ja", "李喆雨")
    make.person_name(lee, "ko", "이철우")
    make.person_name(lee, "zh-Hans", "李哲宇", machine=True)
    make.person_name(lee, "en", "Lee Cheol-woo", own=True)

    page = queries.person_page(slug="lee-cheol-woo", tongue="ja")

    assert [(name.language, name.own, name.machine) for name in page.names] == [
        ("en", True, False),
        ("ko", False, False),
        ("ja", False, False),
        ("zh-Hans", False, True),
    ]


def test_a_body_bears_the_name_it_had_in_the_persons_time() -> None:
    gangwon = make.body("gangwon")
    gangwon.label = {
        "en": {"official": [["Gangwon-do", None, "2023-06-11"], ["Gangwon State", "2023-06-11", None]]}
    }
    gangwon.save()
    make.tenure(make.person(), make.post(gangwon), as_of="2018-10-25")

    (tenure,) = queries.person_page(slug="lee-cheol-woo", tongue="en").tenures

    assert tenure.body.name.text == "Gangwon-do"


def test_a_person_nobody_recorded_is_not_there() -> None:
    with pytest.raises(Person.DoesNotExist):
        queries.person_page(slug="nobody", tongue="en")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    governor = make.post(cast.gyeongbuk(), sole=False)
    for number in range(rows):
        lee = make.person(f"person-{number}")
        make.person_name(lee, "ko", "이철우")
        make.tenure(lee, governor, as_of="2025")

    with django_assert_num_queries(4):
        page = queries.people_page(tongue="ko")

    assert page.rows.total == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_person_costs_one_query(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    lee, gyeongbuk = make.person(), cast.gyeongbuk()
    for number in range(rows):
        make.person_name(lee, "ko", f"이철우{number}")
        make.tenure(lee, make.post(gyeongbuk, f"post-{number}"), as_of="2025")

    with django_assert_num_queries(1):
        page = queries.person_page(slug="lee-cheol-woo", tongue="ko")

    assert (len(page.names), len(page.tenures)) == (rows, rows)
