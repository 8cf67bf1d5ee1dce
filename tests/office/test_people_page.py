"""The table of people, one person, and deciding on them, as the secretariat sees them in the browser."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from interlocal.delegations.models import Decision, Delegate, Preparation
from interlocal.delegations.rules.names import keys_of
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
TABLE = "/en/office/garok/preparations/forum-2026/people/"


@pytest.fixture
def forum() -> Preparation:
    made = scene.preparation()
    invited = scene.invitation(made, "gyeongbuk", quota=9, language="en")
    for position, (family, given) in enumerate([("김", "하늘"), ("이", "바다"), ("박", "산")]):
        scene.delegate(
            invited,
            family,
            given,
            position=position,
            latin_family=f"LATIN{position}",
            latin_origin="generated",
            post=make.text("과장", "ko"),
            name_keys=keys_of(family=family, given=given, language="ko"),
        )
    return made


def person(forum: Preparation, family: str = "김") -> Delegate:
    with standing_as(scene.runs(forum)):
        return Delegate.objects.get(family=family)


def approver() -> Client:
    return acting.acting(of="garok", role="approver")


def box(row: Delegate, version: int = 1) -> str:
    return f"{row.key}:{version}"


def test_the_table_names_everybody_with_what_is_generated_marked(forum: Preparation) -> None:
    page = approver().get(TABLE).content.decode()

    assert page.count('class="of-nominated"') == 3
    assert "LATIN0 <abbr" in page
    assert "과장" in page
    assert 'name="stage" value="approve"' in page


def test_it_is_searched_and_says_when_nobody_matches(forum: Preparation) -> None:
    client = approver()

    assert client.get(f"{TABLE}?text=바다").content.decode().count('class="of-nominated"') == 1
    assert "Nobody matches" in client.get(f"{TABLE}?text=zzz").content.decode()
    assert client.get(f"{TABLE}?state=nonsense&sort=;drop&text=%00a").status_code in (200, 400)
    assert client.get(f"{TABLE}?page=9").status_code == 404


def test_who_only_reads_has_nothing_to_press(forum: Preparation) -> None:
    page = acting.acting(of="garok", role="reader").get(TABLE).content.decode()

    assert 'name="who"' not in page
    assert "/edit/" not in page


def test_an_invited_government_has_no_such_table(forum: Preparation) -> None:
    client = acting.as_coordinator(of="gyeongbuk")

    assert client.get("/en/office/gyeongbuk/preparations/forum-2026/people/").status_code == 404


def test_those_ticked_are_approved_in_one_go_and_it_can_be_taken_back(forum: Preparation) -> None:
    client = approver()
    one, two = person(forum), person(forum, "이")

    answer = client.post(f"{TABLE}decide/?sort=name", {"stage": "approve", "who": [box(one), box(two)]})
    page = client.get(answer["Location"]).content.decode()

    assert (answer.status_code, answer["Location"]) == (303, f"{TABLE}?sort=name")
    assert "Decided on 2 people." in page
    assert [scene.fresh(row).state for row in (one, two)] == ["approved", "approved"]

    undo = page.split('<form method="post" action="')[1].split('"')[0].replace("&amp;", "&")
    assert "undo" in undo or "logout" in undo
    address = next(part.split('"')[0] for part in page.split('action="') if "/people/undo/" in part[:120])
    assert client.post(address.replace("&amp;", "&")).status_code == 303
    assert [scene.fresh(row).state for row in (one, two)] == ["nominated", "nominated"]


def test_who_was_changed_meanwhile_is_named_and_the_others_are_decided(forum: Preparation) -> None:
    one, two = person(forum), person(forum, "이")
    with standing_as(scene.runs(forum)):
        Delegate.objects.filter(pk=two.pk).update(version=4)

    answer = approver().post(f"{TABLE}decide/", {"stage": "pre_approve", "who": [box(one), box(two)]})

    assert answer.status_code == 422
    assert "Done for 1 person." in answer.content.decode()
    assert "Somebody changed this person meanwhile" in answer.content.decode()
    assert (scene.fresh(one).state, scene.fresh(two).state) == ("pre_approved", "nominated")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"stage": "approve"}, "Tick at least one person."),
        ({"stage": "approve", "who": "nobody:x"}, "Tick at least one person."),
        ({"stage": "nonsense", "who": "00000000-0000-4000-8000-000000000000:1"}, "Select a valid choice"),
    ],
)
def test_a_form_that_decides_on_nobody_says_so(forum: Preparation, given: Any, says: str) -> None:
    answer = approver().post(f"{TABLE}decide/", given)

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_refusing_without_a_reason_keeps_the_ticks(forum: Preparation) -> None:
    row = person(forum)

    answer = approver().post(f"{TABLE}decide/", {"stage": "refuse", "who": [box(row)]})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Give a reason" in page
    assert scene.fresh(row).state == "nominated"


def test_a_key_of_another_preparation_is_not_there(forum: Preparation) -> None:
    other = scene.delegate(scene.invitation(scene.preparation("b-2026", secretariat="busan"), "tottori"))
    client = approver()

    assert client.post(f"{TABLE}decide/", {"stage": "approve", "who": [box(other)]}).status_code == 404
    for path in ("", "row/", "edit/"):
        assert client.get(f"{TABLE}{other.key}/{path}").status_code == 404
    assert client.post(f"{TABLE}{other.key}/decide/", {"stage": "approve", "version": 1}).status_code == 404


def test_a_line_is_edited_in_place(forum: Preparation) -> None:
    client, row = approver(), person(forum)

    form = acting.htmx(client, f"{TABLE}{row.key}/edit/").content.decode()
    assert form.strip().startswith("<tr")
    assert 'value="하늘"' in form

    given = {
        "version": 1,
        "part": "member",
        "script_language": "ko",
        "family": "김",
        "given": "하나",
        "grade": "other",
    }
    line = acting.htmx(client, f"{TABLE}{row.key}/edit/", given).content.decode()

    assert line.strip().startswith("<tr")
    assert "김하나" in line
    assert scene.fresh(row).given == "하나"


def test_without_javascript_a_line_is_edited_on_a_page_of_its_own(forum: Preparation) -> None:
    client, row = approver(), person(forum)
    assert "<main" in client.get(f"{TABLE}{row.key}/edit/").content.decode()

    given = {
        "version": 1,
        "part": "member",
        "script_language": "ko",
        "family": "김",
        "given": "하나",
        "grade": "other",
    }
    answer = client.post(f"{TABLE}{row.key}/edit/", given)

    assert (answer.status_code, answer["Location"]) == (303, f"{TABLE}#d-{row.key}")


def test_two_who_edit_see_both_versions_and_nothing_is_lost(forum: Preparation) -> None:
    client, row = approver(), person(forum)
    with standing_as(scene.runs(forum)):
        Delegate.objects.filter(pk=row.pk).update(version=2, given="하람", changed_by="somebody")
    given = {
        "version": 1,
        "part": "member",
        "script_language": "ko",
        "family": "김",
        "given": "하나",
        "grade": "other",
    }

    answer = acting.htmx(client, f"{TABLE}{row.key}/edit/", given)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "하람" in page
    assert 'value="하나"' in page
    assert 'name="version" value="2"' in page


def test_one_person_has_a_page_with_decisions_and_what_happened(forum: Preparation) -> None:
    client, row = approver(), person(forum)

    client.post(f"{TABLE}{row.key}/decide/", {"stage": "return", "reason": "Which post?", "version": 1})
    page = client.get(f"{TABLE}{row.key}/").content.decode()

    assert "Returned for correction" in page
    assert "Which post?" in page
    assert "Take the decision back" in page

    client.post(f"{TABLE}{row.key}/undo/", {"version": 2})
    assert "Return taken back" in client.get(f"{TABLE}{row.key}/").content.decode()


def test_a_decision_on_who_was_changed_meanwhile_is_a_conflict(forum: Preparation) -> None:
    row = person(forum)

    answer = approver().post(f"{TABLE}{row.key}/decide/", {"stage": "approve", "version": 7})

    assert answer.status_code == 409


def test_the_file_holds_what_the_table_shows_and_no_formula(forum: Preparation) -> None:
    invited = person(forum).invitation
    scene.delegate(invited, "=1+1", "", position=9, state="approved")
    client = approver()

    csv = client.get(f"{TABLE}export.csv?state=approved").content.decode("utf-8-sig")
    book = client.get(f"{TABLE}export.xlsx").content

    assert csv.splitlines()[1].split(",")[3] == "'=1+1"
    assert len(csv.splitlines()) == 2
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        texts = parts.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=1+1" in texts
    assert client.get(f"{TABLE}export.pdf").status_code == 404


def test_the_table_costs_the_same_queries_for_one_and_three(
    forum: Preparation, django_assert_max_num_queries: Any
) -> None:
    client = approver()
    client.get(TABLE)
    counts = []
    for address in (f"{TABLE}?text=바다", f"{TABLE}?text=과장"):
        with django_assert_max_num_queries(40) as made:
            page = client.get(address).content.decode()
        counts.append((page.count('class="of-nominated"'), len(made)))

    assert [rows for rows, _queries in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_decisions_are_kept_with_who_took_them(forum: Preparation) -> None:
    row = person(forum)
    approver().post(f"{TABLE}{row.key}/decide/", {"stage": "approve", "version": 1})

    with standing_as(scene.runs(forum)):
        (made,) = Decision.objects.all()
    assert (made.stage, made.by) == ("approve", "approver of garok")
