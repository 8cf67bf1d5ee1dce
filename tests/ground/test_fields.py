"""Texts and partial dates in the database: what it keeps, refuses, finds and orders."""

import pytest
from django.db import IntegrityError, connection, transaction
from psycopg.types.range import DateRange

from interlocal.evidence.models import Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import localised

pytestmark = pytest.mark.django_db


def source(slug: str, *, published: str | None = None, **title: str) -> Source:
    return Source.objects.create(
        slug=slug,
        kind="press",
        language="en",
        publisher=localised("en", {"en": "A paper"}),
        title=localised(next(iter(title), "en"), title or {"en": "A report"}),
        published_on=published and PartialDate.parse(published),
    )


@pytest.mark.parametrize(
    "days",
    [
        "[2025-06-19,2025-06-21)",
        "[2025-06-02,2025-07-02)",
        "[2025-01-01,2026-02-01)",
        "[2025-06-19,)",
        "(,2025-06-19)",
        "empty",
    ],
    ids=["two days", "a month from the second", "thirteen months", "no end", "no beginning", "no day"],
)
def test_the_domain_takes_no_range_that_is_not_a_day_a_month_or_a_year(days: str) -> None:
    with (
        pytest.raises(IntegrityError, match="partial_date"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select %s::daterange::partial_date", [days])


@pytest.mark.parametrize("date", ["2024", "2024-02", "2023-02", "2024-12", "2024-02-29", "0001-01-01"])
def test_a_partial_date_comes_back_as_it_was_known(date: str) -> None:
    kept = source("a", published=date)

    kept.refresh_from_db()

    assert kept.published_on == PartialDate.parse(date)


def test_dates_order_by_their_first_day() -> None:
    for slug, date in {"a": "2025-06-19", "b": "2025", "c": "2024-12-31", "d": "2025-06"}.items():
        source(slug, published=date)

    assert list(Source.objects.order_by("published_on").values_list("slug", flat=True)) == [
        "c",
        "b",
        "d",
        "a",
    ]


def test_the_database_knows_what_is_surely_before() -> None:
    for slug, date in {"a": "2024", "b": "2025", "c": "2024-12-31"}.items():
        source(slug, published=date)

    with connection.cursor() as cursor:
        day = DateRange(PartialDate.parse("2025-03").first, PartialDate.parse("2025-03").after)
        cursor.execute("select slug from evidence_source where published_on << %s order by slug", [day])
        assert [slug for (slug,) in cursor.fetchall()] == ["a", "c"]


@pytest.mark.parametrize(("words", "found"), [("釜山", ["a"]), ("부산", ["b"]), ("京都", [])])
def test_words_in_han_and_hangul_are_found_inside_texts(words: str, found: list[str]) -> None:
    source("a", ja="釜山での会議", en="A meeting in Busan")
    source("b", ko="부산 회의")

    assert list(Source.objects.filter(title__icontains=words).values_list("slug", flat=True)) == found


def test_a_text_comes_back_whole_and_an_absent_one_as_nothing() -> None:
    kept = source("a", ko="부산 회의", en="A meeting in Busan")

    kept.refresh_from_db()

    assert kept.title == localised("ko", {"ko": "부산 회의", "en": "A meeting in Busan"})
    assert kept.note is None


def test_texts_are_kept_as_the_characters_they_are() -> None:
    source("a", ja="釜山")

    with connection.cursor() as cursor:
        cursor.execute("select title::text from evidence_source")
        assert "釜山" in cursor.fetchone()[0]


def test_serialising_keeps_texts_and_dates() -> None:
    kept = source("a", published="2025-06", ja="釜山")

    texts = {
        name: kept._meta.get_field(name).value_to_string(kept) for name in ("title", "published_on", "note")
    }

    assert texts["published_on"] == "2025-06"
    assert texts["note"] == "null"
    assert (
        Source._meta.get_field("title").to_python({"original": "ja", "revision": 1, "versions": {}}).original
        == "ja"
    )
