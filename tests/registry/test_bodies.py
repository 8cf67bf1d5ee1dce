"""Lists and pages of bodies."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.ground.paging import NoSuchPage
from interlocal.registry import queries
from interlocal.registry.models import Body
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_bodies_stand_in_the_order_of_the_readers_language() -> None:
    cast.tottori()
    cast.gyeongbuk()

    in_english = queries.bodies_page(tongue="en")
    in_korean = queries.bodies_page(tongue="ko")

    assert [row.name.text for row in in_english.rows.rows] == ["Gyeongsangbuk-do", "Tottori Prefecture"]
    assert [row.name.text for row in in_korean.rows.rows] == ["경상북도", "돗토리현"]


def test_a_body_is_found_by_a_part_of_any_of_its_names() -> None:
    gangwon = make.body("gangwon", {"ko": "강원특별자치도", "en": "Gangwon State"})
    make.body_name(gangwon, "ko", "강원도", until="2023-06-11")
    make.body_name(cast.tottori(), "ja", "鳥取県")

    page = queries.bodies_page(tongue="en", q="강원도")

    assert [row.slug for row in page.rows.rows] == ["gangwon"]


def test_each_filter_counts_what_the_others_leave() -> None:
    cast.gyeongbuk()
    cast.tottori()
    cast.garok()

    page = queries.bodies_page(tongue="en", kind="province", country="JP")

    assert [row.slug for row in page.rows.rows] == ["tottori"]
    assert page.kinds == {"province": 1}
    assert page.countries == {"JP": 1, "KR": 1}


def test_only_codes_in_force_are_listed() -> None:
    gangwon = make.body("gangwon")
    make.body_code(gangwon, "42", scheme="kr-admin", until="2023-06-11", successor="51")
    make.body_code(gangwon, "51", scheme="kr-admin")

    page = queries.bodies_page(tongue="en")

    assert [row.codes for row in page.rows.rows] == [(("kr-admin", "51"),)]


def test_a_page_beyond_the_end_is_not_there() -> None:
    cast.gyeongbuk()

    with pytest.raises(NoSuchPage):
        queries.bodies_page(tongue="en", page="2")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make.body_code(make.body(f"body-{number}"), f"KR-{number}")

    with django_assert_num_queries(5):
        page = queries.bodies_page(tongue="ko")

    assert page.rows.total == rows


def test_a_body_keeps_every_name_and_code_with_its_dates() -> None:
    gangwon = make.body("gangwon", {"ko": "강원특별자치도", "en": "Gangwon State"})
    make.body_name(gangwon, "en", "Gangwon State", since="2023-06-11")
    make.body_name(gangwon, "ko", "강원도", until="2023-06-11")
    make.body_name(gangwon, "ko", "강원특별자치도", since="2023-06-11")
    make.body_code(gangwon, "42", scheme="kr-admin", until="2023-06-11", successor="51")

    page = queries.body_page(slug="gangwon", tongue="ja")

    assert [(name.language, name.text, name.from_on, name.until_on) for name in page.names] == [
        ("ko", "강원도", None, make.day("2023-06-11")),
        ("ko", "강원특별자치도", make.day("2023-06-11"), None),
        ("en", "Gangwon State", make.day("2023-06-11"), None),
    ]
    assert [(code.value, code.until_on, code.successor) for code in page.codes] == [
        ("42", make.day("2023-06-11"), "51")
    ]


def test_a_body_knows_its_whole_its_parts_and_its_associations() -> None:
    korea, garok, gyeongbuk = make.body("korea", kind="country"), cast.garok(), cast.gyeongbuk()
    andong = make.body("andong", {"ko": "안동시", "en": "Andong-si"}, kind="municipality")
    make.part_of(korea, gyeongbuk)
    make.part_of(gyeongbuk, andong)
    make.member(garok, gyeongbuk, role="chair")

    page = queries.body_page(slug="gyeongbuk", tongue="en")

    assert [row.body.slug for row in page.parents] == ["korea"]
    assert [row.body.slug for row in page.children] == ["andong"]
    assert [(row.body.slug, row.role) for row in page.memberships] == [("garok", "chair")]
    assert [row.body.slug for row in queries.body_page(slug="garok", tongue="en").members] == ["gyeongbuk"]


def test_a_body_nobody_recorded_is_not_there() -> None:
    with pytest.raises(Body.DoesNotExist):
        queries.body_page(slug="atlantis", tongue="en")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_body_costs_one_query_however_much_there_is(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gyeongbuk, garok = cast.gyeongbuk(), cast.garok()
    for number in range(rows):
        other = make.body(f"body-{number}")
        make.part_of(gyeongbuk, other)
        make.member(gyeongbuk, other)
        make.tie(f"tie-{number}", gyeongbuk, other)
        make.tenure(
            make.person(f"person-{number}"),
            make.post(gyeongbuk, f"post-{number}"),
            as_of="2025",
            seconded_from=garok,
        )

    with django_assert_num_queries(1):
        page = queries.body_page(slug="gyeongbuk", tongue="ko")

    assert [len(page.children), len(page.members), len(page.ties), len(page.posts)] == [rows] * 4


def test_names_of_subjects_are_in_the_readers_language() -> None:
    make.tie("gyeongbuk-tottori", cast.gyeongbuk(), cast.tottori())
    make.person()
    subjects = [
        ("body", "tottori"),
        ("person", "lee-cheol-woo"),
        ("tie", "gyeongbuk-tottori"),
        ("body", "nobody"),
    ]

    names = queries.names_of(subjects=subjects, tongue="ja")

    assert {subject: name.text for subject, name in names.items()} == {
        ("body", "tottori"): "鳥取県",
        ("person", "lee-cheol-woo"): "Lee Cheol-woo",
        ("tie", "gyeongbuk-tottori"): "慶尚北道 – 鳥取県",
    }


def test_a_name_made_by_machine_says_so_wherever_it_is_called() -> None:
    andong = make.body("andong")
    andong.label = {
        "ko": {"official": [["안동시", None, None]]},
        "zh-Hans": {"romanised": [["安东市", None, None, True]]},
    }
    andong.save()

    names = queries.names_of(subjects=[("body", "andong")], tongue="zh-Hans")
    page = queries.body_page(slug="andong", tongue="ko")

    assert names["body", "andong"].state == "machine"
    assert [(name.lang, name.state) for name in page.others] == [("zh-Hans", "machine")]
