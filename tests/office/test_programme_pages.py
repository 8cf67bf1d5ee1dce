"""The programme's screen and its forms: built by the secretariat, read by others, refused in words."""

import re
from datetime import time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import programme, resources, sites, tracks
from interlocal.arrangements.models import Resource, Route, Site, Track
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.queries.programme_rows import BoardItem
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from interlocal.delegations.models import Preparation
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
THERE = "/en/office/garok/preparations/forum-2026/programme/"
FIRST, SECOND = scene.FIRST_DAY, scene.FIRST_DAY + timedelta(days=1)


def asked() -> dict[str, Any]:
    return {"actor": scene.secretariat(), "at": make.NOON, "preparation": "forum-2026"}


def client() -> Client:
    return acting.acting(of="garok", role="secretariat", email="kim@garok.example", name="Kim")


def add(title: str, hour: int | None, **others: Any) -> int:
    said: dict[str, Any] = {"kind": "meeting", "title": {"en": title}, "day": FIRST}
    if hour is not None:
        said |= {"starts_at": time(hour), "ends_at": time(hour + 1)}
    return programme.add_item(**asked(), once=None, item=Arranged(**said | others))


def room(name: str = "Hall") -> int:
    return resources.add_resource(**asked(), once=None, resource=ResourceSaid("room", {"en": name}))


def board() -> dict[str, BoardItem]:
    found = queries.board(actor=scene.secretariat(), preparation="forum-2026", tongue="en")
    return {item.title.text: item for item in found.items()}


def text(response: Any) -> str:
    return str(response.content.decode())


def undo_of(page: str) -> str:
    found = re.search(r'action="([^"]*programme/[^"]*back/[^"]*)"', page)
    assert found, "nothing can be undone"
    return found[1].replace("&amp;", "&")


def alert(page: str) -> str:
    found = re.search(r'role="alert"[^>]*><p>(.*?)</p>', page, re.DOTALL)
    return found[1] if found else ""


def once() -> str:
    return "11111111-1111-4111-8111-111111111111"


def test_items_stand_on_the_board_by_hour_and_track() -> None:
    scene.preparation()
    tracks.name_track(**asked(), number=1, name={"en": "Youth"})
    add("Opening", 9), add("Youth I", 10, track=1), add("Photograph", None)

    page = text(client().get(THERE))

    blocks = dict(
        re.findall(r'<li class="item [^"]*?((?: [ftcw]\d+)*)".*?class="title">([^<]*)<', page, re.DOTALL)
    )
    placed = {title: spot.split() for spot, title in blocks.items()}
    assert placed == {
        "Opening": ["f13", "t25", "c1", "w2"],
        "Youth I": ["f25", "t37", "c2", "w1"],
        "Photograph": [],
    }
    assert 'data-columns="0:1:1 1:2:1"' in page and "KST (UTC+9)" in page


def test_an_item_in_a_few_words_is_added_once() -> None:
    scene.preparation()
    given = {
        "once": once(),
        "kind": "meal",
        "title": "Lunch",
        "day": SECOND.isoformat(),
        "starts_at": "12:00",
        "ends_at": "13:00",
        "track": "0",
    }
    here = client()

    first = here.post(f"{THERE}quick/", given)
    here.post(f"{THERE}quick/", given)
    wrong = acting.htmx(here, f"{THERE}quick/", {**given, "once": once()[:-1] + "2", "ends_at": "11:00"})

    assert first.status_code == 303
    assert [(item.title.text, item.title.lang, item.on) for item in board().values()] == [
        ("Lunch", "en", SECOND)
    ]
    assert wrong.status_code == 422
    assert '<div class="screen' in text(wrong) and "<html" not in text(wrong)


def test_a_move_changes_the_board_in_place_and_is_undone() -> None:
    scene.preparation()
    number = add("Opening", 9)
    here = client()
    move = {"day": SECOND.isoformat(), "starts_at": "14:35", "track": "1", "version": "1"}

    moved = here.post(f"{THERE}{number}/put/", move, headers=_htmx())
    there = board()["Opening"]
    here.post(undo_of(text(moved)), headers=_htmx())

    assert moved.status_code == 200 and "Moved: Opening" in text(moved)
    assert (there.on, there.starts_at, there.ends_at, there.track) == (SECOND, time(14, 35), time(15, 35), 1)
    back = board()["Opening"]
    assert (back.on, back.starts_at, back.track) == (FIRST, time(9), 0)


def test_without_script_the_same_addresses_lead_back_to_the_board() -> None:
    scene.preparation()
    number = add("Opening", 9)

    answer = client().post(f"{THERE}{number}/stretch/", {"ends_at": "10:45", "version": "1"})

    assert (answer.status_code, answer["Location"]) == (303, THERE)
    assert board()["Opening"].ends_at == time(10, 45)


def test_the_clock_of_the_board_becomes_the_clock_of_the_item() -> None:
    scene.preparation()
    number = add("Flight", 8, ends_at=time(11), zone="Asia/Shanghai", ends_zone="Asia/Seoul")
    here = client()

    page = text(here.get(THERE))
    here.post(
        f"{THERE}{number}/put/",
        {"day": FIRST.isoformat(), "starts_at": "00:30", "track": "0", "version": "1", "shift": "-60"},
    )

    assert 'data-shift="-60"' in page and "CST (UTC+8)" in page
    assert (board()["Flight"].on, board()["Flight"].starts_at) == (FIRST - timedelta(days=1), time(23, 30))


def test_a_room_taken_twice_is_refused_with_what_where_and_when_and_can_be_left_out() -> None:
    scene.preparation()
    hall = room()
    add("Opening", 9, resources=(hall,))
    number = add("Debate", 11, resources=(hall,))
    here = client()
    move = {"day": FIRST.isoformat(), "starts_at": "09:30", "track": "0", "version": "1"}

    refused = here.post(f"{THERE}{number}/put/", move, headers=_htmx())
    still = board()["Debate"].starts_at
    here.post(f"{THERE}{number}/put/", {**move, "let_go": f"resource-{hall}"}, headers=_htmx())

    assert refused.status_code == 422
    assert (
        alert(text(refused)) == "Hall is taken by “Opening” on 10 June 2026 from 09:00 to 10:00, KST (UTC+9)."
    )
    assert still == time(11)
    assert (board()["Debate"].starts_at, board()["Debate"].resources) == (time(9, 30), ())


def test_somebody_else_was_quicker() -> None:
    scene.preparation()
    number = add("Opening", 9)
    here = client()
    move = {"day": FIRST.isoformat(), "starts_at": "10:00", "track": "0", "version": "1"}

    here.post(f"{THERE}{number}/put/", move, headers=_htmx())
    second = here.post(f"{THERE}{number}/put/", {**move, "starts_at": "12:00"}, headers=_htmx())

    assert second.status_code == 409
    assert "changed this item meanwhile" in alert(text(second))
    assert "<ins>12:00</ins>" in text(second) and "<mark>10:00</mark>" in text(second)
    assert board()["Opening"].starts_at == time(10)


def test_an_item_with_all_it_takes_is_removed_and_put_back() -> None:
    scene.preparation()
    hall = room()
    number = add("Opening", 9, resources=(hall,), bring={"ko": "명함"}, speaking=("ko",), track=2)
    was = queries.item(actor=scene.secretariat(), preparation="forum-2026", number=number).item
    here = client()

    removed = text(here.post(f"{THERE}{number}/remove/", follow=True))
    gone = board()
    undo = undo_of(removed)
    altered = here.post(undo[:-3] + "abc")
    here.post(undo)

    assert (gone, altered.status_code) == ({}, 404)
    found = queries.item(actor=scene.secretariat(), preparation="forum-2026", number=board()["Opening"].id)
    assert found.item == was


def test_the_whole_form_keeps_everything_that_is_arranged() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk")
    person = scene.delegate(invited)
    hotel = sites.add_site(**asked(), once=None, site=SiteSaid({"en": "Hotel"}))
    hall = room()
    given = {
        "once": once(),
        "title_en": "Call on the mayor",
        "title_ja": "市長表敬",
        "kind": "courtesy_call",
        "state": "sought",
        "day": FIRST.isoformat(),
        "starts_at": "23:00",
        "ends_at": "01:00",
        "nights": "1",
        "audience": "heads",
        "track": "1",
        "site": hotel,
        "speaking": ["ko"],
        "into": ["ja", "en"],
        "rooms": [str(hall)],
        "bodies": ["gyeongbuk"],
        "people": [str(person.key)],
        "with_whom_en": "the mayor",
        "bring_ko": "선물",
        "plan_b_ja": "翌日",
        "contact": "Lee, 010",
        "meal": "tea",
        "capacity": "12",
    }
    here = client()

    answer = here.post(f"{THERE}new/", given)
    number = board()["Call on the mayor"].id
    page = text(here.get(f"{THERE}{number}/"))

    assert answer.status_code == 303
    item = queries.item(actor=scene.secretariat(), preparation="forum-2026", number=number).item
    assert (item.state, item.nights, item.track, item.site) == ("sought", 1, 1, hotel)
    assert (item.speaking, item.into) == (("ko",), ("ja", "en"))
    assert (item.resources, item.bodies, item.people) == ((hall,), ("gyeongbuk",), (str(person.key),))
    assert (item.with_whom["en"], item.bring["ko"], item.plan_b["ja"]) == ("the mayor", "선물", "翌日")
    assert (item.contact, item.meal, item.capacity, item.is_public) == ("Lee, 010", "tea", 12, False)
    assert f'value="{person.key}" checked' in page


def test_a_saved_item_can_be_taken_back() -> None:
    scene.preparation()
    number = add("Opening", 9)
    here = client()
    form = {"version": "1", "title_en": "Closing", "kind": "meeting", "state": "planned", "audience": "all"}

    saved = here.post(
        f"{THERE}{number}/", {**form, "day": FIRST.isoformat(), "starts_at": "17:00"}, follow=True
    )
    changed = board()
    here.post(undo_of(text(saved)))

    assert list(changed) == ["Closing"]
    assert [(item.title.text, item.starts_at) for item in board().values()] == [("Opening", time(9))]


def test_an_item_is_copied_to_another_day() -> None:
    scene.preparation()
    number = add("Breakfast", 8)
    given = {"copy-once": once(), "copy-day": SECOND.isoformat()}

    answer = client().post(f"{THERE}{number}/copy/", given)

    found = queries.board(actor=scene.secretariat(), preparation="forum-2026", tongue="en")
    assert answer.status_code == 303
    assert [(day.on, len(day.items)) for day in found.days] == [(FIRST, 1), (SECOND, 1)]


def test_one_day_is_shown_by_its_tab_also_after_a_move() -> None:
    scene.preparation()
    number = add("Opening", 9)
    move = {"day": FIRST.isoformat(), "starts_at": "10:00", "track": "0", "version": "1"}
    here = client()

    page = text(here.get(f"{THERE}?day={FIRST}"))
    moved = text(here.post(f"{THERE}{number}/put/", move, headers=_htmx(f"?day={FIRST}")))

    assert re.findall(r'data-day="([^"]*)"', page) == re.findall(r'data-day="([^"]*)"', moved) == [str(FIRST)]


def test_who_may_only_look_sees_the_board_without_hands() -> None:
    scene.preparation()
    number = add("Opening", 9)
    reader = acting.acting(of="garok", role="reader")

    page = reader.get(THERE)
    form = reader.get(f"{THERE}{number}/")
    moved = reader.post(
        f"{THERE}{number}/put/",
        {"day": FIRST.isoformat(), "starts_at": "10:00", "track": "0", "version": "1"},
    )

    assert "Opening" in text(page) and "data-edits" not in text(page) and 'id="quick"' not in text(page)
    assert (form.status_code, moved.status_code) == (422, 422)
    assert board()["Opening"].starts_at == time(9)


def test_who_is_invited_sees_only_what_was_released() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    add("Opening", 9)
    here = "/en/office/gyeongbuk/preparations/forum-2026/programme/"

    page = acting.as_coordinator(of="gyeongbuk").get(here)

    assert page.status_code == 200
    assert "Opening" not in text(page)


def test_a_stranger_and_another_preparation_have_nothing() -> None:
    scene.preparation()
    number = add("Opening", 9)
    scene.preparation("other", secretariat="tottori")
    stranger = acting.as_secretariat(of="tottori")

    found = [
        stranger.get(f"/en/office/tottori/preparations/{slug}/programme/{path}").status_code
        for slug, path in (("forum-2026", ""), ("forum-2026", f"{number}/"), ("other", f"{number}/"))
    ]
    sent = stranger.post(f"/en/office/tottori/preparations/other/programme/{number}/remove/").status_code

    assert (found, sent) == ([404, 404, 404], 404)
    assert list(board()) == ["Opening"]


def test_a_site_is_entered_with_its_hours_and_a_way() -> None:
    scene.preparation()
    hotel = sites.add_site(**asked(), once=None, site=SiteSaid({"en": "Hotel"}))
    hours = {"mon_is": "closed", "tue_is": "open", "tue_from": "09:00", "tue_to": "00:00"}
    here = client()

    here.post(f"{THERE}sites/new/", {"once": once(), "name_ko": "박물관", "name_en": "Museum", **hours})
    half = here.post(f"{THERE}sites/new/", {"once": once()[:-1] + "3", "name_en": "X", "wed_from": "09:00"})
    way = {"start": hotel, "finish": "museum", "by": "bus", "minutes": "25"}
    here.post(f"{THERE}sites/routes/", way)
    page = text(here.get(f"{THERE}sites/"))
    here.post(f"{THERE}sites/routes/remove/", way)

    assert half.status_code == 422
    with standing_as(scene.runs(Preparation.objects.get())):
        museum = Site.objects.get(key="museum")
        assert (museum.opens, Route.objects.count()) == ({"mon": None, "tue": ["09:00", "24:00"]}, 0)
    assert "Monday closed · Tuesday 09:00–24:00" in page
    form = text(here.get(f"{THERE}sites/museum/"))
    assert 'value="00:00"' in form and 'value="박물관"' in form


def test_a_site_in_use_stays_and_another_is_removed_and_put_back() -> None:
    scene.preparation()
    hotel = sites.add_site(**asked(), once=None, site=SiteSaid({"en": "Hotel"}, phone="1"))
    add("Opening", 9, site=hotel)
    sites.add_site(**asked(), once=None, site=SiteSaid({"en": "Park"}, opens={"mon": ("09:00", "18:00")}))
    here = client()

    kept = here.post(f"{THERE}sites/{hotel}/remove/")
    removed = text(here.post(f"{THERE}sites/park/remove/", follow=True))
    here.post(undo_of(removed))

    assert kept.status_code == 422
    with standing_as(scene.runs(Preparation.objects.get())):
        found = [(site.key, site.opens) for site in Site.objects.all()]
    assert found == [("hotel", {}), ("park", {"mon": ["09:00", "18:00"]})]


def test_what_can_be_taken_is_entered_changed_and_removed() -> None:
    scene.preparation()
    here = client()
    given = {
        "kind": "interpreter",
        "name_ko": "박지현",
        "languages": ["ko", "ja"],
        "reading": "パク",
        "phone": "010",
    }

    here.post(f"{THERE}resources/new/", {"once": once(), **given})
    with standing_as(scene.runs(Preparation.objects.get())):
        number = Resource.objects.get().pk
    here.post(f"{THERE}resources/{number}/", {"version": "1", **given, "languages": ["ko", "zh-Hans"]})
    stale = here.post(f"{THERE}resources/{number}/", {"version": "1", **given})
    page = text(here.get(f"{THERE}resources/"))
    removed = text(here.post(f"{THERE}resources/{number}/remove/", follow=True))
    here.post(undo_of(removed))

    assert stale.status_code == 409
    assert "Korean · Chinese" in page
    with standing_as(scene.runs(Preparation.objects.get())):
        assert [(one.languages, one.phone) for one in Resource.objects.all()] == [(["ko", "zh-Hans"], "010")]


def test_tracks_are_named_and_forgotten() -> None:
    scene.preparation()
    add("Youth I", 9, track=2)
    here = client()

    here.post(f"{THERE}tracks/", {"number": "1", "name_en": "Sea"})
    here.post(f"{THERE}tracks/", {"number": "2", "name_en": "Youth"})
    nameless = here.post(f"{THERE}tracks/", {"number": "3"})
    here.post(f"{THERE}tracks/1/remove/")
    used = here.post(f"{THERE}tracks/2/remove/")

    assert (nameless.status_code, used.status_code) == (422, 422)
    with standing_as(scene.runs(Preparation.objects.get())):
        assert [(track.number, str(track.name)) for track in Track.objects.all()] == [(2, "Youth")]


def test_names_that_look_like_markup_are_text() -> None:
    scene.preparation()
    sites.add_site(**asked(), once=None, site=SiteSaid({"en": "<b>{{ 7*7 }}</b>"}))
    add("<script>alert(1)</script>" + "x" * 200, 9)

    page = text(client().get(THERE))

    assert "<script>alert" not in page and "&lt;script&gt;" in page
    assert "&lt;b&gt;{{ 7*7 }}&lt;/b&gt;" in page


@pytest.mark.parametrize("lang", ["ko", "ja", "zh-hans", "en"])
def test_every_page_stands_in_every_language(lang: str) -> None:
    scene.preparation()
    hotel = sites.add_site(**asked(), once=None, site=SiteSaid({"en": "Hotel"}))
    hall = room()
    number = add(
        "Opening", 9, site=hotel, resources=(hall,), meal="tea", by="bus", speaking=("ko",), into=("ja",)
    )
    add("Night train", None, starts_at=time(23), ends_at=time(6), nights=1, state="sought", track=1)
    here = client()
    paths = ["", "version/", "new/", f"{number}/", "sites/", "sites/new/", f"sites/{hotel}/"]
    paths += ["resources/", "resources/new/", f"resources/{hall}/", "tracks/"]

    found = [here.get(THERE.replace("/en/", f"/{lang}/") + path).status_code for path in paths]

    assert found == [200] * len(paths)


def test_the_board_asks_the_same_for_one_item_and_for_forty() -> None:
    scene.preparation()
    hall = room()
    add("Opening", 9, resources=(hall,))
    here = client()
    here.get(THERE)
    with CaptureQueriesContext(connection) as one:
        here.get(THERE)

    for count in range(40):
        add(f"Debate {count}", 10, track=count)
    with CaptureQueriesContext(connection) as forty:
        page = here.get(THERE)

    assert page.status_code == 200
    assert len(forty) == len(one)


def _htmx(query: str = "") -> dict[str, str]:
    return {"HX-Request": "true", "HX-Current-URL": f"http://testserver{THERE}{query}"}
