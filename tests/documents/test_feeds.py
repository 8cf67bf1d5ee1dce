from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.core.exceptions import ObjectDoesNotExist

from interlocal.documents import feeds
from tests import make

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def address(kind: str, key: str) -> str:
    return f"https://interlocal.example/en/{kind}/{key}/"


def entries(raw: bytes) -> list[tuple[str | None, str | None, str | None]]:
    root = ET.fromstring(raw)
    names = ("id", "title", "summary")
    return [
        tuple(entry.findtext(f"{ATOM}{name}") for name in names) for entry in root.findall(f"{ATOM}entry")
    ]  # type: ignore[misc]  # three names


def test_the_edition_told_of_last_comes_first() -> None:
    series = make.series()
    make.edition("kjgm-5", series, ordinal=5, on="2017-11-05", places=[make.place()])
    make.edition("kjgm-6", series, ordinal=6, on="2018-10-25", state="announced", hosts=[make.body()])
    make.told("edition", "kjgm-6")
    make.told("edition", "kjgm-5", at=make.NOON + timedelta(hours=1))

    raw = feeds.of_all(
        tongue="en", page="https://p/", own="https://p/feed.atom", address=address, host="h.example"
    )

    assert entries(raw) == [
        (
            "tag:h.example,2026:en/edition/kjgm-5",
            "5th Korea-Japan Governors' Meeting",
            "held · 5 November 2017 · Incheon",
        ),
        (
            "tag:h.example,2026:en/edition/kjgm-6",
            "6th Korea-Japan Governors' Meeting",
            "announced · 25 October 2018 · Gyeongsangbuk-do",
        ),
    ]
    assert ET.fromstring(raw).findtext(f"{ATOM}updated") == "2026-03-02T13:00:00+00:00"


def test_the_feed_of_a_series_has_only_its_own() -> None:
    make.edition("kjgm-6", make.series("kjgm"))
    make.edition("cjkw-7", make.series("cjkw"))

    raw = feeds.of_series(series="cjkw", tongue="ko", own="https://p/", address=address, host="h.example")

    assert [entry[0] for entry in entries(raw)] == ["tag:h.example,2026:ko/edition/cjkw-7"]


def test_the_feed_of_an_empty_record_is_a_feed() -> None:
    raw = feeds.of_all(
        tongue="ja", page="https://p/", own="https://p/feed.atom", address=address, host="h.example"
    )

    assert entries(raw) == []
    assert ET.fromstring(raw).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_there_is_no_feed_of_what_is_not_there() -> None:
    with pytest.raises(ObjectDoesNotExist):
        feeds.of_series(series="nope", tongue="en", own="", address=address, host="h")
