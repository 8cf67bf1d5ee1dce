from dataclasses import replace
from datetime import date

import ics
import pytest

from interlocal.documents.papers import calendar
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts, released, words
from tests.documents.readers import by_ical_js

EN = Wish(("en",))
INNER = replace(EN, options={"details": "inner"})


def text(found=None, wish=EN):
    return calendar.build(found or released(), wish).content.decode()


def events(found=None, wish=EN):
    """By their number, as icalendar reads them."""
    import icalendar

    read = icalendar.Calendar.from_ical(text(found, wish))
    return {int(str(one["UID"]).split(".")[1].split("@")[0]): one for one in read.walk("VEVENT")}


def test_a_strict_reader_takes_it():
    read = ics.Calendar(text())

    assert len(read.events) == 9
    opening = next(one for one in read.events if one.name == "Opening ceremony")
    assert (opening.begin.isoformat(), opening.end.isoformat()) == (
        "2027-06-02T09:00:00+09:00",
        "2027-06-02T10:00:00+09:00",
    )


@pytest.mark.slow
def test_a_calendar_clients_library_reads_hours_over_midnight_and_over_zones():
    read = {one["summary"]: one for one in by_ical_js(text())}

    night, home, free = (
        read[name]
        for name in ("Night performance at Woljeonggyo", "Flight home, Gimhae–Shanghai", "Time of your own")
    )
    assert (night["start_utc"], night["end_utc"]) == ("2027-06-02T14:00:00.000Z", "2027-06-02T16:00:00.000Z")
    assert (home["start_utc"], home["end_utc"]) == ("2027-06-03T09:30:00.000Z", "2027-06-03T11:50:00.000Z")
    assert (free["all_day"], free["start"], free["end"]) == (True, "2027-06-03", "2027-06-04")


def test_the_name_of_an_event_stays_and_later_versions_count_on():
    first, later = events(released(number=2)), events(released(number=5))

    assert {number: str(one["UID"]) for number, one in first.items()} == {
        number: str(one["UID"]) for number, one in later.items()
    }
    assert (first[1]["SEQUENCE"], later[1]["SEQUENCE"], events(facts())[1]["SEQUENCE"]) == (2000, 5000, 0)
    assert str(first[1]["UID"]) == "workshop-2027.1@interlocal"


def test_whoever_prints_says_what_the_house_is_called():
    named = replace(EN, options={"host": "interlocal.example", "url": "https://interlocal.example/p"})

    opening = events(wish=named)[1]

    assert (str(opening["UID"]), str(opening["URL"])) == (
        "workshop-2027.1@interlocal.example",
        "https://interlocal.example/p",
    )
    assert "URL" not in events()[1]


def test_a_place_has_its_address_and_its_point_on_the_map():
    opening = events()[1]

    assert str(opening["LOCATION"]) == "Gyeongju HICO Conference hall, 3F, 507 Bomun-ro, Gyeongju-si"
    assert opening["GEO"].to_ical() == "35.8423;129.2871"


def test_what_is_sought_is_tentative_and_what_was_declined_is_cancelled():
    sheet = facts().sheet
    declined = replace(sheet.items[0], state="declined")

    found = events(facts(sheet=replace(sheet, items=(declined, *sheet.items[1:]))))

    assert (str(found[1]["STATUS"]), str(found[2]["STATUS"]), str(found[5]["STATUS"])) == (
        "CANCELLED",
        "CONFIRMED",
        "TENTATIVE",
    )


def test_an_item_without_an_hour_lasts_its_day():
    free = events()[8]

    assert (free["DTSTART"].dt, free["DTEND"].dt) == (date(2027, 6, 3), date(2027, 6, 4))


def test_zones_are_named():
    assert "DTSTART;TZID=Asia/Seoul:20270603T183000" in text()
    assert "DTEND;TZID=Asia/Shanghai:20270603T195000" in text()


def test_what_is_for_the_house_is_told_only_when_asked_for():
    usual, inner = events(), events(wish=INNER)

    assert "DESCRIPTION" not in usual[2]
    assert (
        str(inner[2]["DESCRIPTION"])
        == "Please bring: Business cards, a laptop\nContact: 박서준 +82-10-0000-1111"
    )
    assert str(inner[3]["DESCRIPTION"]) == "Plan B: In rain: Gyeongju National Museum"


@pytest.mark.parametrize(
    ("wish", "numbers"),
    [
        (replace(EN, body="jiangsu"), [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (replace(EN, body="near"), [1, 2, 4, 6, 7, 8]),
        (replace(EN, person="p-jegal"), [1, 2, 4, 6, 7, 8]),
        (replace(EN, person="p-namgung"), [1, 2, 4, 5, 6, 7, 8]),
    ],
)
def test_a_delegation_and_a_person_have_their_own(wish, numbers):
    assert sorted(events(wish=wish)) == numbers


def test_two_languages_stand_side_by_side():
    assert str(events(wish=Wish(("ko", "ja")))[1]["SUMMARY"]) == "개회식 / 開会式"


def test_a_programme_of_nothing_is_refused():
    with pytest.raises(Refused, match="Nothing is planned"):
        calendar.build(facts(sheet=replace(facts().sheet, items=())), EN)


def test_titles_with_the_marks_of_the_format_stay_titles():
    sheet = facts().sheet
    nasty = replace(sheet.items[0], title=words("가", en="A;B,C\\D\r\nEND:VEVENT\nX"))

    found = events(facts(sheet=replace(sheet, items=(nasty,))))

    assert list(found) == [1]
    assert str(found[1]["SUMMARY"]).replace("\r", "") == "A;B,C\\D\nEND:VEVENT\nX"
