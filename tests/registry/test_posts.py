"""Who holds a post, as far as sources show it."""

from datetime import date

import pytest

from interlocal.registry import queries
from tests import cast, make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def test_the_last_known_holder_of_a_sole_post_is_in_office() -> None:
    governor = make.post(cast.gyeongbuk())
    make.tenure(make.person("kim"), governor, as_of="2015-01-31")
    make.tenure(make.person("lee"), governor, as_of="2025-11-12")

    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts

    assert [holder.person.slug for holder in post.holders] == ["lee", "kim"]
    assert [holder.person.slug for holder in post.in_office(TODAY)] == ["lee"]


def test_who_has_left_is_not_in_office() -> None:
    governor = make.post(cast.gyeongbuk())
    make.tenure(make.person("lee"), governor, since="2018-07", until="2026-03-02")

    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts

    assert post.in_office(TODAY) == ()


def test_several_hold_a_post_that_is_not_sole() -> None:
    vice = make.post(cast.gyeongbuk(), "vice", "Vice-governor", kind="deputy", sole=False)
    make.tenure(make.person("kim"), vice, as_of="2024")
    make.tenure(make.person("lee"), vice, as_of="2025")

    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts

    assert [holder.person.slug for holder in post.in_office(TODAY)] == ["lee", "kim"]


def test_posts_stand_by_rank() -> None:
    gyeongbuk = cast.gyeongbuk()
    make.post(gyeongbuk, "ambassador", "Ambassador", kind="ambassador-ir", rank=30)
    make.post(gyeongbuk, rank=10)

    posts = queries.body_page(slug="gyeongbuk", tongue="en").posts

    assert [post.slug for post in posts] == ["governor", "ambassador"]


def test_a_ministry_shows_whom_it_lent() -> None:
    mofa, ambassador = (
        cast.mofa(),
        make.post(cast.gyeongbuk(), "ambassador", "Ambassador", kind="ambassador-ir"),
    )
    make.tenure(make.person("kang"), ambassador, as_of="2025-06-19", acting=True, seconded_from=mofa)

    ministry = queries.body_page(slug="mofa-kr", tongue="en")
    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts

    assert [(row.person.slug, row.body.slug) for row in ministry.seconded] == [("kang", "gyeongbuk")]
    assert [(row.acting, row.seconded_from and row.seconded_from.slug) for row in post.holders] == [
        (True, "mofa-kr")
    ]


def test_days_on_which_one_person_is_shown_in_office_are_one_time_in_it() -> None:
    governor = make.post(cast.gyeongbuk())
    lee = make.person("lee")
    first = make.tenure(lee, governor, as_of="2023-01-27")
    make.tenure(lee, governor, as_of="2024-05-01")
    last = make.tenure(lee, governor, as_of="2025-11-12")

    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts

    (holder,) = post.holders
    assert (holder.first_seen, holder.as_of) == (make.day("2023-01-27"), make.day("2025-11-12"))
    assert (len(holder.footnotes), holder.footnotes[0], holder.footnotes[-1]) == (
        3,
        first.footnote_id,
        last.footnote_id,
    )


def test_a_person_who_came_back_after_another_held_the_post_twice() -> None:
    governor = make.post(cast.gyeongbuk())
    lee = make.person("lee")
    make.tenure(lee, governor, as_of="2023-01-27")
    make.tenure(make.person("kim"), governor, as_of="2024-05-01")
    make.tenure(lee, governor, as_of="2025-11-12")

    (post,) = queries.body_page(slug="gyeongbuk", tongue="en").posts
    held = queries.person_page(slug="lee", tongue="en").tenures

    assert [holder.person.slug for holder in post.holders] == ["lee", "kim", "lee"]
    assert [(row.first_seen, row.as_of) for row in held] == [
        (None, make.day("2025-11-12")),
        (None, make.day("2023-01-27")),
    ]


def test_whom_a_body_lent_is_named_once_however_often_seen() -> None:
    mofa = cast.mofa()
    ambassador = make.post(cast.gyeongbuk(), "ambassador", "Ambassador", kind="ambassador-ir")
    kang = make.person("kang")
    make.tenure(kang, ambassador, as_of="2025-06-19", seconded_from=mofa)
    make.tenure(kang, ambassador, as_of="2025-11-12", seconded_from=mofa)

    (row,) = queries.body_page(slug="mofa-kr", tongue="en").seconded

    assert (row.first_seen, row.as_of) == (make.day("2025-06-19"), make.day("2025-11-12"))
