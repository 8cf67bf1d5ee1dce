"""The edition as one page of values."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.programmes import queries
from interlocal.programmes.models import Edition
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_a_body_is_called_what_it_was_called_on_that_day() -> None:
    gangwon = make.body("gangwon", {"ko": "강원특별자치도"})
    gangwon.label = {
        "ko": {"official": [["강원도", None, "2023-06-11"], ["강원특별자치도", "2023-06-11", None]]}
    }
    gangwon.save()
    series = make.series()
    make.edition("kjgm-6", series, on="2017-11-03", hosts=[gangwon])
    make.edition("kjgm-7", series, on="2023-11-01", hosts=[gangwon])

    names = [
        queries.edition_page(slug=slug, tongue="ko").bodies[0].name.text for slug in ("kjgm-6", "kjgm-7")
    ]

    assert names == ["강원도", "강원특별자치도"]


def test_an_edition_is_titled_by_the_name_its_series_had_then() -> None:
    series = make.series()
    series.label = {"ko": {"official": [["한일지사회의", None, "2025"], ["한일시장지사회의", "2025", None]]}}
    series.save()
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01")
    make.edition("kjgm-8", series, ordinal=8, on="2025-11-12")

    later = queries.edition_page(slug="kjgm-8", tongue="ko")

    assert later.row.title.text == "제8회 한일시장지사회의"
    assert later.earlier
    assert later.earlier.title.text == "제7회 한일지사회의"
    assert later.later is None


def test_a_title_of_its_own_wins() -> None:
    edition = make.edition("gbtr-2022", make.series("gbtr"), on="2022-06-09")
    edition.title = make.text("Tour for officials", ko="팸투어")
    edition.save()

    assert queries.edition_page(slug="gbtr-2022", tongue="ko").row.title.text == "팸투어"


def test_the_programme_is_told_by_day_and_what_has_no_day_comes_last() -> None:
    edition = make.edition("e", make.series(), on="2025-06-19")
    make.item(edition, "talk", "Talk")
    make.item(edition, "visit", "Visit", on="2025-06-20", starts="10:00")
    make.item(edition, "welcome", "Welcome", on="2025-06-19", speaker=make.person())

    page = queries.edition_page(slug="e", tongue="en")

    assert [(str(day.day), [item.slug for item in day.items]) for day in page.days] == [
        ("2025-06-19", ["welcome"]),
        ("2025-06-20", ["visit"]),
        ("None", ["talk"]),
    ]
    assert [person.name.text for person in page.days[0].items[0].people if person.name] == ["Lee Cheol-woo"]


def test_a_person_is_shown_in_the_readers_language_and_in_the_own_script() -> None:
    edition = make.edition("e", make.series())
    make.attended(edition, make.person(), post=make.post(cast.gyeongbuk(), "governor", "Governor"))

    seen = {tongue: queries.edition_page(slug="e", tongue=tongue).people[0] for tongue in ("en", "ko")}

    assert (seen["en"].name, seen["en"].own) != (None, None)
    assert [shown.text for shown in (seen["en"].name, seen["en"].own) if shown] == ["Lee Cheol-woo", "이철우"]
    assert seen["ko"].own is None
    assert seen["ko"].body == "gyeongbuk"


def test_planned_and_held_days_stay_apart() -> None:
    edition = make.edition("e", make.series(), on="2023-11-01")
    make.state(edition, "announced", said="2023-01-27", planned="2023-07")
    make.state(edition, "held", held="2023-11-01")

    page = queries.edition_page(slug="e", tongue="en")

    assert [(row.state, str(row.planned_from_on), str(row.from_on)) for row in page.states] == [
        ("announced", "2023-07", "None"),
        ("held", "None", "2023-11-01"),
    ]


def test_the_gap_is_checked_against_the_edition_held_before() -> None:
    series = make.series()
    make.edition("kjgm-6", series, ordinal=6, on="2017-11")
    make.edition("gone", series, on="2020", state="cancelled")
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01")
    make.claim("edition/kjgm-7", "gap_years", "6", chosen=True)
    make.claim("edition/kjgm-7", "gap_years", "over 6")

    page = queries.edition_page(slug="kjgm-7", tongue="en")

    assert [(check.claim.value, check.finding.verdict) for check in page.checks] == [
        ("6", "confirmed"),
        ("over 6", "contradicted"),
    ]
    assert page.checks[0].against
    assert page.checks[0].against.slug == "kjgm-6"


def test_every_fact_leads_to_its_source() -> None:
    edition = make.edition("e", make.series(), hosts=[cast.gyeongbuk()])
    item = make.item(edition)

    page = queries.edition_page(slug="e", tongue="en")

    assert page.notes.marks.keys() >= {edition.footnote_id, item.footnote_id, page.bodies[0].footnote}
    assert [source.slug for source in page.notes.sources] == ["paper-2018"]


def test_an_edition_that_is_not_there_does_not_exist() -> None:
    with pytest.raises(Edition.DoesNotExist):
        queries.edition_page(slug="nowhere", tongue="en")


@pytest.mark.parametrize("items", [1, 3, 30])
def test_a_long_programme_costs_as_many_queries_as_a_short_one(
    items: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = make.edition("e", make.series(), hosts=[cast.gyeongbuk()])
    speaker, topic = make.person(), make.topic()
    for number in range(items):
        make.item(edition, f"i{number}", speaker=speaker, topics=[topic])
        make.outcome(edition, f"o{number}", "Agreed", by=[edition.bodies.get().body])

    with django_assert_num_queries(6):
        page = queries.edition_page(slug="e", tongue="ja")

    assert page.items == items
