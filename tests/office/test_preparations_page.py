"""Pages of preparations: from the list over the proposal to a preparation, its steps, its programme and its notes."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from interlocal.delegations.kinds import STEPS
from interlocal.delegations.models import Milestone, Note, Paper, PlannedItem, Preparation
from interlocal.delegations.queries import steps
from interlocal.programmes.models import Edition
from tests import make
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
HERE = "/en/office/garok/preparations/"


def secretariat() -> Client:
    scene.body("garok")
    return acting.as_secretariat(of="garok")


def text(response: Any) -> str:
    return str(response.content.decode())


def typed(**others: Any) -> dict[str, Any]:
    """The form of a copy, with nothing ticked."""
    known = {
        "once": "11111111-1111-4111-8111-111111111111",
        "seen_year": "2026",
        "name_en": "Forum 2026",
        "ordinal": "",
        "from_on": "2026-11-11",
        "days": "2",
        "timezone": "Asia/Seoul",
        "language": "en",
        "after": "forum-2026",
        "do": "make",
    }
    return {**known, **others}


def add_lunch(forum: Preparation) -> PlannedItem:
    return PlannedItem.objects.create(preparation=forum, kind="meal", title=make.text("Lunch"), day=0)


def test_a_hat_without_preparations_is_shown_where_to_begin() -> None:
    page = text(secretariat().get(HERE))

    assert 'href="/en/office/garok/preparations/new/"' in page


def test_the_list_shows_the_step_and_what_is_late() -> None:
    forum = scene.preparation()
    Milestone.objects.filter(preparation=forum, step="closed").update(
        due_on=scene.NOON.date() - timedelta(days=900)
    )

    page = text(secretariat().get(HERE))

    assert "Forum 2026" in page
    assert "late since" in page


def test_a_reader_is_not_offered_to_make_one() -> None:
    scene.body("garok")
    client = acting.acting(of="garok", role="reader")

    assert "preparations/new/" not in text(client.get(HERE))
    assert client.get(f"{HERE}new/").status_code == 422


def test_the_proposal_is_looked_at_before_anything_is_made() -> None:
    forum = scene.preparation(ordinal=3)
    scene.invitation(forum, "gyeongbuk", quota=7)
    add_lunch(forum)
    client = secretariat()

    page = text(client.get(f"{HERE}new/forum/"))

    assert 'value="gyeongbuk" id="bodies-gyeongbuk" checked' in page
    assert "Lunch" in page
    assert Preparation.objects.count() == 1


def test_other_days_move_everything_and_make_nothing() -> None:
    scene.preparation(ordinal=3)
    client = secretariat()

    answer = client.post(f"{HERE}new/forum/", typed(do="look", from_on="2028-11-11"))

    page = text(answer)
    assert answer.status_code == 200
    assert 'value="Forum 2028"' in page
    assert "Saturday 11 November 2028 is on a weekend." in page
    assert Preparation.objects.count() == 1


def test_days_are_changed_in_place() -> None:
    scene.preparation()
    client = secretariat()

    page = text(acting.htmx(client, f"{HERE}new/forum/", typed(do="look", from_on="2028-11-11")))

    assert page.strip().startswith("<form")
    assert 'value="Forum 2028"' in page


def test_what_is_ticked_is_made_once() -> None:
    forum = scene.preparation(ordinal=3)
    scene.invitation(forum, "gyeongbuk", quota=7)
    lunch = add_lunch(forum)
    client = secretariat()
    form = typed(
        bodies=["gyeongbuk"],
        items=[f"p-{lunch.pk}"],
        steps=["closed"],
        ordinal="4",
        **{"quota-gyeongbuk": "9"},
    )

    answers = [client.post(f"{HERE}new/forum/", form) for _again in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [f"{HERE}forum-4/"] * 2
    made = Preparation.objects.get(slug="forum-4")
    assert [item.day for item in made.items.all()] == [0]
    assert [one.step for one in made.milestones.all()] == ["closed"]
    page = text(client.get(f"{HERE}forum-4/"))
    assert "0 of 9" in page


def test_a_body_that_was_not_proposed_cannot_be_ticked() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    scene.body("tottori")

    answer = secretariat().post(f"{HERE}new/forum/", typed(bodies=["tottori"]))

    assert answer.status_code == 422
    assert Preparation.objects.count() == 1


def test_one_is_made_from_nothing() -> None:
    scene.preparation()
    client = secretariat()

    assert client.get(f"{HERE}new/forum/empty/").status_code == 200
    answer = client.post(f"{HERE}new/forum/empty/", typed(ordinal="9"))

    assert answer.headers["Location"] == f"{HERE}forum-9/"


def test_a_step_is_taken_and_taken_back_on_the_page() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    client = secretariat()

    page = text(client.get(f"{HERE}{forum.slug}/"))
    taken = client.post(f"{HERE}{forum.slug}/steps/closed/take/", follow=True)
    undone = client.post(f"{HERE}{forum.slug}/steps/closed/back/", follow=True)

    assert "Gyeongsangbuk-do has not sent its list." in page
    assert f'action="{HERE}{forum.slug}/steps/closed/back/"' in text(taken)
    assert undone.status_code == 200
    assert steps.taken(forum) == {"invited", "open"}


def test_a_step_that_is_stopped_says_why() -> None:
    forum = scene.preparation(steps=STEPS[:6])
    client = secretariat()

    page = text(client.get(f"{HERE}{forum.slug}/"))
    answer = client.post(f"{HERE}{forum.slug}/steps/reported/take/")

    assert "Record the attendance first." in page
    assert "steps/reported/take/" not in page
    assert answer.status_code == 422


def test_an_invited_body_sees_the_overview_without_the_secretariats_doors() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    client = acting.as_coordinator(of="gyeongbuk")
    there = f"/en/office/gyeongbuk/preparations/{forum.slug}/"

    page = text(client.get(there))

    assert "Forum 2026" in page
    assert "/take/" not in page and "announce/" not in page and "/notes/" not in page
    assert client.get(f"{there}notes/").status_code == 404
    assert client.get(f"{there}settings/").status_code == 422


def test_a_stranger_finds_nothing_at_any_address() -> None:
    forum = scene.preparation()
    scene.body("tottori")
    client = acting.as_coordinator(of="tottori")
    there = f"/en/office/tottori/preparations/{forum.slug}/"

    found = [
        client.get(there + path).status_code
        for path in ("", "programme/", "notes/", "settings/", "deadlines/")
    ]
    sent = [client.post(there + path).status_code for path in ("steps/closed/take/", "announce/")]

    assert found == [404] * 5
    assert sent == [404] * 2


def test_deadlines_out_of_order_are_shown_at_their_field() -> None:
    forum = scene.preparation()
    client = secretariat()

    wrong = client.post(
        f"{HERE}{forum.slug}/deadlines/", {"version": 1, "open": "2026-05-02", "closed": "2026-05-01"}
    )
    right = client.post(f"{HERE}{forum.slug}/deadlines/", {"version": 1, "closed": "2026-05-01"})

    assert wrong.status_code == 422
    assert "This deadline is before that of an earlier step." in text(wrong)
    assert right.status_code == 303
    assert str(steps.deadlines(forum)["closed"]) == "2026-05-01"
    assert steps.deadlines(forum)["open"] is None


def test_settings_saved_meanwhile_by_somebody_else_are_a_conflict() -> None:
    forum = scene.preparation()
    client = secretariat()
    form = {
        "version": 1,
        "name_en": "Forum of 2026",
        "timezone": "Asia/Seoul",
        "language": "en",
        "order_rule": "alphabetical",
        "order_language": "en",
        "within_rule": "rank",
    }

    first = client.post(f"{HERE}{forum.slug}/settings/", form)
    second = client.post(f"{HERE}{forum.slug}/settings/", {**form, "name_en": "Another"})

    assert (first.status_code, second.status_code) == (303, 409)
    assert str(Preparation.objects.get().name) == "Forum of 2026"


def test_the_days_are_moved() -> None:
    forum = scene.preparation()

    answer = secretariat().post(
        f"{HERE}{forum.slug}/settings/days/", {"version": 1, "from_on": "2026-07-01", "days": 1}
    )

    assert answer.status_code == 303
    assert Preparation.objects.get().from_on.isoformat() == "2026-07-01"


def test_notes_and_papers_are_kept_on_one_page() -> None:
    forum = scene.preparation()
    client = secretariat()
    there = f"{HERE}{forum.slug}/"
    once = "33333333-3333-4333-8333-333333333333"

    client.post(
        f"{there}notes/", {"once": once, "kind": "question", "text": "<b>Who</b> pays?", "language": "en"}
    )
    note = Note.objects.get()
    client.post(f"{there}papers/add/", {"once": once[:-1] + "4", "title_en": "Badges"})
    paper = Paper.objects.get()
    page = text(client.get(f"{there}notes/"))
    client.post(f"{there}notes/{note.pk}/settle/")
    client.post(f"{there}papers/{paper.pk}/ready/")

    assert "&lt;b&gt;Who&lt;/b&gt; pays?" in page and "Badges" in page
    assert Note.objects.get().settled_at is not None
    assert Paper.objects.get().done_at is not None
    assert client.get(f"{there}notes/{note.pk}/").status_code == 200


def test_an_edition_is_announced_from_its_page() -> None:
    forum = scene.preparation(
        ordinal=3, from_on=scene.FIRST_DAY.replace(year=2090), until_on=scene.FIRST_DAY.replace(year=2091)
    )
    client = secretariat()

    client.post(f"{HERE}{forum.slug}/announce/")

    assert Edition.objects.get().slug == "forum-3"
    assert Client().get("/en/editions/forum-3/").status_code == 200
    assert 'href="/en/editions/forum-3/"' in text(client.get(f"{HERE}{forum.slug}/"))


@pytest.mark.parametrize("lang", ["ko", "ja", "zh-hans", "en"])
def test_every_page_stands_in_every_language(lang: str) -> None:
    forum = scene.preparation(ordinal=3)
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    add_lunch(forum)
    client = secretariat()
    paths = ["", "new/", "new/forum/", "new/forum/empty/"]
    paths += [
        f"{forum.slug}/{path}"
        for path in ("", "programme/", "programme/new/", "notes/", "settings/", "deadlines/")
    ]

    codes = [client.get(f"/{lang}/office/garok/preparations/{path}").status_code for path in paths]

    assert codes == [200] * len(paths)
