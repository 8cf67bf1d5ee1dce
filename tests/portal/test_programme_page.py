"""The released programme of an edition, as visitors see it: page, frame, calendar."""

import re
from dataclasses import replace
from typing import Any

import icalendar
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.arrangements.models import Release, ReleasedSheet
from interlocal.arrangements.queries.releases import numbered
from interlocal.arrangements.rules.releases import for_public
from interlocal.arrangements.rules.sheets import Sheet, sha256_of, to_plain
from interlocal.ground.texts import localised
from interlocal.identity.walls import standing_as
from tests.arrangements.test_conflicts import OFFICE, at, ground, item
from tests.delegations import scene

pytestmark = pytest.mark.django_db

WELCOME = item(
    1,
    at(10),
    at(11, 30),
    kind="ceremony",
    site="office",
    resources=(1,),
    contact="Kim 010-0000-0000",
    plan_b=localised("en", {"en": "Indoors"}),
    title=localised("ko", {"ko": "환영식", "en": "Welcome", "ja": "歓迎式"}),
)
CALL = item(2, at(14), at(15), kind="courtesy_call", state="sought", title=localised("en", {"en": "Call"}))


def released(*items: Any, number: int = 1, is_public: bool = True, slug: str = "forum-2026") -> Sheet:
    found = scene.Preparation.objects.filter(slug=slug).first() or scene.preparation(slug)
    made = Release.objects.create(
        preparation=found,
        number=number,
        sha256=sha256_of(ground(*items).sheet),
        is_public=is_public,
        by="Kim",
        at=scene.NOON,
    )
    sheet = numbered(replace(ground(*items).sheet, slug=slug), number=number, at=scene.NOON)
    with standing_as(scene.runs(found)):
        ReleasedSheet.objects.create(release=made, preparation=found, is_public=False, sheet=to_plain(sheet))
        if is_public:
            ReleasedSheet.objects.create(
                release=made, preparation=found, is_public=True, sheet=to_plain(for_public(sheet))
            )
    return sheet


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_everybody_reads_the_newest_public_version(client: Client) -> None:
    released(WELCOME)
    released(WELCOME, CALL, number=2)

    page = text(client, "/en/programmes/forum-2026/")

    assert "version 2" in page
    assert "10:00–11:30 ceremony Welcome Office · Hall" in page
    assert "14:00–15:00 courtesy call sought Call" in page
    assert "KST (UTC+9)" in page


def test_nothing_of_the_office_leaves_with_it(client: Client) -> None:
    released(WELCOME)

    page = client.get("/ko/programmes/forum-2026/").content.decode()

    assert "환영식" in page
    assert "010-0000" not in page
    assert "Indoors" not in page


@pytest.mark.parametrize("address", ["", "frame/", "calendar.ics"])
def test_what_is_not_public_is_not_there(client: Client, address: str) -> None:
    released(WELCOME)
    released(WELCOME, CALL, number=2, is_public=False)

    assert client.get(f"/en/programmes/forum-2026/{address}").status_code == 404
    assert client.get(f"/en/programmes/nothing/{address}").status_code == 404


def test_only_the_frame_may_stand_in_other_sites(client: Client) -> None:
    released(WELCOME)

    page, frame = (client.get(f"/en/programmes/forum-2026/{name}") for name in ("", "frame/"))

    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert "script-src" not in frame["Content-Security-Policy"]


def test_the_calendar_keeps_an_item_under_its_name_and_counts_its_versions(client: Client) -> None:
    released(WELCOME)
    first = icalendar.Calendar.from_ical(client.get("/en/programmes/forum-2026/calendar.ics").content)
    released(replace(WELCOME, starts=at(10, 30)), CALL, number=2)

    second = icalendar.Calendar.from_ical(client.get("/en/programmes/forum-2026/calendar.ics?anew").content)

    (before,), (after, call) = first.events, second.events
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (1000, 2000)
    assert (before.start, after.start) == (at(10), at(10, 30))
    assert str(call["STATUS"]) == "TENTATIVE"
    assert after["LOCATION"] == "Hall, Office"
    assert after["GEO"].to_ical() == f"{OFFICE.latitude};{OFFICE.longitude}"


def test_a_page_costs_the_same_for_one_item_and_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    released(WELCOME)
    released(WELCOME, CALL, replace(CALL, id=3), slug="workshop-2026")
    client.get("/en/programmes/forum-2026/?a")

    for slug in ("forum-2026", "workshop-2026"):
        with django_assert_num_queries(3):
            client.get(f"/en/programmes/{slug}/")
