"""The blind writers, read back by strict readers of each format."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree as ET

import icalendar
import pytest

from interlocal.documents.formats import atom, ics, jsonld
from interlocal.documents.formats import csv as tables

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"

# -- CSV --


def read_back(text: str) -> list[list[str]]:
    assert text[0] == tables.BOM
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_cells_come_back_as_they_went_in() -> None:
    cells = ['He said "yes"', "a,b", "두 줄\r\n둘째", "日本語", "한국어", "中文", " space ", ""]

    text = tables.table(["id", *map(str, range(7))], [cells])

    assert read_back(text) == [["id", "0", "1", "2", "3", "4", "5", "6"], cells]
    assert text.count("\r\n") == 3


def test_values_have_one_way_of_being_written() -> None:
    assert read_back(tables.table(["a", "b", "c", "d"], [[None, True, 128.5, -3]]))[1] == [
        "",
        "true",
        "128.5",
        "-3",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://x")',
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1",
        "＋x",
        "－x",
        "＠x",
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded_and_can_be_undone(text: str) -> None:
    assert tables.guarded(text) == f"'{text}"
    assert tables.plain(tables.guarded(text)) == text


@pytest.mark.parametrize(
    "text", ["+82-2-2100-7000", "+82 (0)2 2100 7000", "-12.5", "+3", "경상북도", "'quoted'", "a=b", ""]
)
def test_numbers_telephones_and_words_stay_as_they_are(text: str) -> None:
    assert tables.guarded(text) == text
    assert tables.plain(text) == text


def test_a_header_is_guarded_like_any_cell() -> None:
    assert read_back(tables.table(["=x"], [])) == [["'=x"]]


# -- iCalendar --

MEETING = ics.Happening(
    uid="kjgm-8@interlocal.example",
    summary="제8회 한일시장지사회의; 인천, 송도",
    lang="ko",
    first=date(2025, 11, 12),
    after=date(2025, 11, 14),
    status=ics.CONFIRMED,
    sequence=3,
    told_at=NOON,
    url="https://interlocal.example/ko/editions/kjgm-8/",
    place="인천",
    at=(126.7, 37.45),
    topics=("관광", "청소년, 청년"),
    description="첫째 줄\n둘째 줄",
)


def parsed(*happenings: ics.Happening) -> icalendar.Calendar:
    raw = ics.calendar(name="한일", description="설명", lang="ko", happenings=happenings)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw)
    assert [component.errors for component in calendar.walk()] == [[] for _ in calendar.walk()]
    return calendar


def test_a_meeting_of_two_days_ends_before_the_third() -> None:
    event = parsed(MEETING).events[0]

    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("kjgm-8@interlocal.example", 3, "CONFIRMED")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2025, 11, 12), date(2025, 11, 14))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == NOON
    assert (event["SUMMARY"], event["SUMMARY"].params["LANGUAGE"]) == (MEETING.summary, "ko")
    assert event.categories == ["관광", "청소년, 청년"]
    assert (event["GEO"].latitude, event["GEO"].longitude) == (37.45, 126.7)
    assert event["DESCRIPTION"] == "첫째 줄\n둘째 줄"


def test_hours_stand_in_their_zone_and_the_zone_is_explained() -> None:
    first, after = ics.hours(date(2025, 6, 19), time(22, 30), time(1), "Asia/Tokyo")

    calendar = parsed(replace(MEETING, first=first, after=after))

    event = calendar.events[0]
    assert event["DTSTART"].params["TZID"] == "Asia/Tokyo"
    assert event.decoded("DTSTART") == datetime(2025, 6, 19, 13, 30, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2025, 6, 19, 16, 0, tzinfo=UTC)
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Asia/Tokyo"]


def test_hours_whose_end_nobody_said_have_none() -> None:
    first, after = ics.hours(date(2025, 6, 19), time(10), None, "Asia/Seoul")

    assert "DTEND" not in parsed(replace(MEETING, first=first, after=after)).events[0]


def test_a_calendar_of_nothing_is_one_still() -> None:
    calendar = parsed()

    assert calendar.events == []
    assert calendar["X-WR-CALNAME"] == "한일"


def test_the_same_values_make_the_same_bytes() -> None:
    made = [ics.calendar(name="a", description="b", lang="en", happenings=[MEETING]) for _ in range(2)]

    assert made[0] == made[1]


# -- Atom --


def feed(*articles: atom.Article) -> ET.Element:
    raw = atom.feed(
        key="tag:interlocal.example,2026:ja/editions",
        title="開催 & <記録>",
        subtitle="最新",
        lang="ja",
        author="Interlocal",
        page="https://interlocal.example/ja/",
        address="https://interlocal.example/ja/feed.atom",
        updated_at=NOON,
        articles=articles,
    )
    return ET.fromstring(raw)


def test_a_feed_says_what_a_feed_must() -> None:
    article = atom.Article(
        "tag:x,2026:a", "https://x.example/a/", "제8회 <회의>", "ko", "a < b & \x0bc", NOON, ("관광",)
    )

    root = feed(article)

    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")] == [
        "tag:interlocal.example,2026:ja/editions",
        "開催 & <記録>",
        "2026-03-02T12:00:00+00:00",
    ]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Interlocal"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "alternate": "https://interlocal.example/ja/",
        "self": "https://interlocal.example/ja/feed.atom",
    }
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "ko"
    assert entry.findtext(f"{ATOM}title") == "제8회 <회의>"
    assert entry.findtext(f"{ATOM}updated") == "2026-03-02T12:00:00+00:00"
    assert entry.findtext(f"{ATOM}summary") == "a &lt; b &amp; c"
    assert [category.get("term") for category in entry.findall(f"{ATOM}category")] == ["관광"]


def test_a_feed_of_nothing_was_updated_some_time() -> None:
    root = feed()

    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated") == "2026-03-02T12:00:00+00:00"


# -- JSON-LD --


def data_of(block: str) -> dict[str, object]:
    found = re.fullmatch(r'<script type="application/ld\+json">([^<>&]*)</script>', block)
    assert found is not None
    loaded: dict[str, object] = json.loads(found[1])
    return loaded


def test_nothing_in_the_data_can_end_its_element() -> None:
    name = "</script><script>alert(1)</script> & \u2028 <!-- 회의"

    block = jsonld.block(
        jsonld.event(url="https://x.example/", name=name, status=jsonld.SCHEDULED), lang="ko"
    )

    assert data_of(block)["name"] == name
    assert "\u2028" not in block


def test_what_is_not_known_is_not_said() -> None:
    event = jsonld.event(url="u", name="n", status=jsonld.POSTPONED, start="2014-05")

    assert event == {
        "@type": "Event",
        "@id": "u",
        "url": "u",
        "name": "n",
        "eventStatus": "https://schema.org/EventPostponed",
        "startDate": "2014-05",
    }


def test_a_place_without_a_point_has_no_coordinates() -> None:
    assert jsonld.place(name="인천", at=(None, None), country="KR") == {
        "@type": "Place",
        "name": "인천",
        "address": {"@type": "PostalAddress", "addressCountry": "KR"},
    }


def test_a_text_in_another_language_says_so() -> None:
    assert [jsonld.text("인천", "ko", page="ko"), jsonld.text("Incheon", "en", page="ko")] == [
        "인천",
        {"@value": "Incheon", "@language": "en"},
    ]
