from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from interlocal.documents import calendars
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.models import Edition, EditionState, EditionTopic, Item
from tests import make

pytestmark = pytest.mark.django_db

FOUR = {
    "ko": "한일지사회의",
    "ja": "日韓知事会議",
    "zh-Hans": "韩日知事会议",
    "en": "Korea-Japan Governors' Meeting",
}


def address(kind: str, key: str) -> str:
    return f"https://interlocal.example/en/{kind}/{key}/"


def events_of_all(tongue: str = "en") -> list[icalendar.Event]:
    raw = calendars.of_all(tongue=tongue, address=address, host="interlocal.example")
    return icalendar.Calendar.from_ical(raw).events


def events_of(edition: str) -> list[icalendar.Event]:
    raw = calendars.of_edition(edition=edition, tongue="en", address=address, host="interlocal.example")
    return icalendar.Calendar.from_ical(raw).events


def item(slug: str, edition: Edition, **fields: object) -> Item:
    known = {"kind": "ceremony", "state": "done", "title": make.text(slug), "position": edition.items.count()}
    return Item.objects.create(edition=edition, slug=slug, footnote=make.footnote(), **{**known, **fields})


def test_an_edition_is_in_the_calendar_with_all_that_is_known() -> None:
    edition = make.edition("kjgm-6", make.series(), ordinal=6, on="2017-11-05", places=[make.place()])
    EditionTopic.objects.create(edition=edition, topic=make.topic())
    make.told("edition", "kjgm-6")
    make.told("edition", "kjgm-6", at=make.NOON + timedelta(days=1))

    (event,) = events_of_all()

    assert event["UID"] == "kjgm-6@interlocal.example"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2017, 11, 5), date(2017, 11, 6))
    assert (event["SEQUENCE"], event.decoded("DTSTAMP")) == (2, datetime(2026, 3, 3, 12, tzinfo=UTC))
    assert (event["SUMMARY"], event["STATUS"]) == ("6th Korea-Japan Governors' Meeting", "CONFIRMED")
    assert (event["LOCATION"], event.categories) == ("Incheon", ["Tourism"])
    assert event["URL"] == "https://interlocal.example/en/edition/kjgm-6/"


@pytest.mark.parametrize("day", ["2017-11", "2017"])
def test_an_edition_known_to_its_month_or_year_is_put_on_no_day(day: str) -> None:
    make.edition("kjgm-6", make.series(), on=day)

    assert events_of_all() == []


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("tentative", "TENTATIVE"),
        ("announced", "TENTATIVE"),
        ("confirmed", "CONFIRMED"),
        ("held", "CONFIRMED"),
        ("postponed", "CANCELLED"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_what_was_said_of_an_edition_is_its_status(state: str, status: str) -> None:
    make.edition("kjgm-6", make.series(), state=state)

    assert [event["STATUS"] for event in events_of_all()] == [status]


def test_an_edition_postponed_to_named_days_is_tentative_on_them() -> None:
    edition = make.edition("kjgm-6", make.series(), state="postponed", on="2018-10-25")
    day = make.day("2018-10-25")
    EditionState.objects.create(
        edition=edition,
        position=0,
        state="postponed",
        planned_from_on=day,
        planned_until_on=day.next,
        footnote=make.footnote(),
    )

    assert [event["STATUS"] for event in events_of_all()] == ["TENTATIVE"]


@pytest.mark.parametrize("tongue", TONGUES)
def test_names_are_in_the_readers_language(tongue: str) -> None:
    make.edition("kjgm-6", make.series(names=FOUR), on="2017-11-05")

    with translation.override(tongue.lower()):
        (event,) = events_of_all(tongue)

    assert FOUR[tongue] in event["SUMMARY"]
    assert event["SUMMARY"].params["LANGUAGE"] == tongue


def test_the_hours_of_a_programme_are_in_the_calendar_of_its_edition() -> None:
    edition = make.edition("kjgm-6", make.series(), on="2017-11-05")
    day = make.day("2017-11-05")
    item("welcome", edition, day=day, starts=time(10), ends=time(10, 30), zone="Asia/Seoul")
    item("dinner", edition, day=day, starts=time(18), zone="Asia/Seoul", state="sought")
    item("some-time", edition, day=day)
    item("some-day", edition, day=make.day("2017-11"), starts=time(9), zone="Asia/Seoul")

    events = events_of("kjgm-6")

    assert [(str(event["UID"]).split("@")[0], event["STATUS"]) for event in events] == [
        ("kjgm-6", "CONFIRMED"),
        ("kjgm-6.welcome", "CONFIRMED"),
        ("kjgm-6.dinner", "TENTATIVE"),
    ]
    assert events[1].decoded("DTSTART") == datetime(2017, 11, 5, 1, tzinfo=UTC)
    assert events[1].decoded("DTEND") == datetime(2017, 11, 5, 1, 30, tzinfo=UTC)


def test_hours_of_a_cancelled_edition_are_cancelled() -> None:
    edition = make.edition("kjgm-6", make.series(), state="cancelled", on="2017-11-05")
    item("welcome", edition, day=make.day("2017-11-05"), starts=time(10), zone="Asia/Seoul")

    assert [event["STATUS"] for event in events_of("kjgm-6")] == ["CANCELLED", "CANCELLED"]


def test_hours_in_a_zone_nobody_knows_stay_on_the_clock() -> None:
    edition = make.edition("kjgm-6", make.series(), on="2017-11-05")
    item("welcome", edition, day=make.day("2017-11-05"), starts=time(10), zone="Asia/Nowhere")

    assert events_of("kjgm-6")[1].decoded("DTSTART") == datetime(2017, 11, 5, 10)  # noqa: DTZ001  # as the wall shows it


def test_the_calendar_of_a_series_has_only_its_own() -> None:
    make.edition("kjgm-6", make.series("kjgm"), on="2017-11-05")
    make.edition("cjkw-7", make.series("cjkw"), on="2019-05-01")

    raw = calendars.of_series(series="kjgm", tongue="en", address=address, host="interlocal.example")

    assert [event["UID"] for event in icalendar.Calendar.from_ical(raw).events] == [
        "kjgm-6@interlocal.example"
    ]


def test_a_calendar_that_does_not_hold_all_says_how_far_it_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    series = make.series()
    make.edition("kjgm-5", series, on="2017-11-05")
    make.edition("kjgm-6", series, on="2018-10-25")
    monkeypatch.setattr(calendars, "MOST", 1)

    raw = calendars.of_all(tongue="en", address=address, host="interlocal.example")

    calendar = icalendar.Calendar.from_ical(raw)
    assert [event["UID"] for event in calendar.events] == ["kjgm-6@interlocal.example"]
    assert calendar["X-WR-CALDESC"].endswith("not in this calendar. It goes back over the latest 1 editions.")


def test_there_is_no_calendar_of_what_is_not_there() -> None:
    with pytest.raises(ObjectDoesNotExist):
        calendars.of_series(series="nope", tongue="en", address=address, host="h")
    with pytest.raises(ObjectDoesNotExist):
        events_of("nope")


@pytest.mark.parametrize("editions", [1, 3])
def test_more_editions_cost_no_more_queries(
    editions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    series = make.series()
    for number in range(editions):
        edition = make.edition(
            f"kjgm-{number}", series, on=f"201{number}-05-01", places=[make.place(f"p-{number}")]
        )
        EditionTopic.objects.create(edition=edition, topic=make.topic(f"t-{number}"))

    with django_assert_num_queries(5):
        events_of_all()
