import json
import re
from datetime import date

import pytest

from interlocal.documents import structured
from interlocal.programmes import queries as programmes
from interlocal.programmes.models import Edition
from interlocal.registry import queries as registry
from tests import make

pytestmark = pytest.mark.django_db


def address(kind: str, key: str) -> str:
    return f"/en/{kind}/{key}/"


def said(block: str) -> dict[str, object]:
    found = re.fullmatch(r'<script type="application/ld\+json">([^<>&]*)</script>', block)
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def of_edition(slug: str, tongue: str = "en") -> dict[str, object]:
    return said(
        structured.edition(programmes.edition_page(slug=slug, tongue=tongue), tongue=tongue, address=address)
    )


def test_an_edition_is_an_event_of_its_series() -> None:
    make.edition(
        "kjgm-6", make.series(), ordinal=6, on="2017-11-05", places=[make.place()], hosts=[make.body()]
    )

    assert of_edition("kjgm-6") == {
        "@context": ["https://schema.org", {"@language": "en"}],
        "@type": "Event",
        "@id": "/en/edition/kjgm-6/",
        "url": "/en/edition/kjgm-6/",
        "name": "6th Korea-Japan Governors' Meeting",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2017-11-05",
        "endDate": "2017-11-05",
        "location": {"@type": "Place", "name": "Incheon"},
        "organizer": {
            "@type": "GovernmentOrganization",
            "@id": "/en/body/gyeongbuk/",
            "url": "/en/body/gyeongbuk/",
            "name": "Gyeongsangbuk-do",
        },
        "superEvent": {
            "@type": "EventSeries",
            "@id": "/en/series/kjgm/",
            "url": "/en/series/kjgm/",
            "name": "Korea-Japan Governors' Meeting",
        },
        "mainEntityOfPage": {"@type": "WebPage", "@id": "/en/edition/kjgm-6/", "inLanguage": "en"},
    }


@pytest.mark.parametrize(
    ("state", "status"), [("announced", "Scheduled"), ("postponed", "Postponed"), ("cancelled", "Cancelled")]
)
def test_what_was_said_of_an_edition_is_its_status(state: str, status: str) -> None:
    make.edition("kjgm-6", make.series(), state=state)

    assert of_edition("kjgm-6")["eventStatus"] == f"https://schema.org/Event{status}"


def test_a_date_known_to_the_month_stays_a_month() -> None:
    make.edition("kjgm-6", make.series(), on="2014-05")
    edition = Edition.objects.get()

    event = of_edition(edition.slug)

    assert (event["startDate"], event["endDate"]) == ("2014-05", "2014-05")


def test_a_name_in_another_language_says_which() -> None:
    make.edition("kjgm-6", make.series(names={"ko": "한일지사회의"}), ordinal=6)

    assert of_edition("kjgm-6", "ja")["name"] == {"@value": "제6회 한일지사회의", "@language": "ko"}


def test_a_series_names_its_editions() -> None:
    series = make.series()
    make.edition("kjgm-6", series, ordinal=6)

    page = programmes.series_page(slug="kjgm", tongue="en", today=date(2026, 3, 2))
    data = said(structured.series(page, tongue="en", address=address))

    assert (data["@type"], data["name"]) == ("EventSeries", "Korea-Japan Governors' Meeting")
    assert data["subEvent"]["@id"] == "/en/edition/kjgm-6/"  # type: ignore[index]  # one edition


@pytest.mark.parametrize(
    ("kind", "type_"), [("province", "GovernmentOrganization"), ("association", "Organization")]
)
def test_a_body_is_an_organisation(kind: str, type_: str) -> None:
    make.body(kind=kind)

    data = said(
        structured.body(registry.body_page(slug="gyeongbuk", tongue="ko"), tongue="ko", address=address)
    )

    assert (data["@type"], data["name"]) == (type_, "경상북도")


def test_a_person_is_one() -> None:
    make.person()

    data = said(
        structured.person(
            registry.person_page(slug="lee-cheol-woo", tongue="ko"), tongue="ko", address=address
        )
    )

    assert (data["@type"], data["name"]) == ("Person", "이철우")
