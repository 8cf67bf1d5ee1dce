"""A list is sent, looked at and taken over, by mandate and by link; nothing of it is kept between."""

import io
import re
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from interlocal.delegations.commands import links
from interlocal.delegations.models import Delegate, Invitation
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

STAFF = "/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/import/"
LIST = "성명\t영문\t직위\n김하늘\tKIM Haneul\t과장\n남궁민수\t\t주무관\n"


@pytest.fixture
def invited() -> Invitation:
    return scene.invitation(scene.preparation(), "gyeongbuk")


def client() -> Client:
    return acting.as_coordinator(of="gyeongbuk")


def people(invitation: Invitation) -> list[str]:
    with standing_as(scene.runs(invitation.preparation)):
        rows = Delegate.objects.filter(invitation=invitation).order_by("position")
        return [row.family + row.given for row in rows]


def paste(browser: Client, text: str, address: str = STAFF) -> HttpResponse:
    return acting.post(browser, address, {"pasted": text})


def upload(browser: Client, data: bytes, name: str = "list.csv", address: str = STAFF) -> HttpResponse:
    return acting.post(browser, address, {"file": SimpleUploadedFile(name, data)})


def fields_of(response: HttpResponse) -> dict[str, str]:
    """What a browser would send with the form of a preview."""
    page = response.content.decode()
    inside = page[page.index('name="token"') - 200 :]
    found = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', inside))
    for name, options in re.findall(r'<select[^>]*name="([\w-]+)"[^>]*>(.*?)</select>', inside, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def take(browser: Client, response: HttpResponse, address: str = STAFF, **others: str) -> HttpResponse:
    return acting.post(browser, address, {**fields_of(response), "take": "1", **others})


def test_a_pasted_list_is_shown_and_nothing_is_entered_yet(invited: Invitation) -> None:
    response = paste(client(), LIST)

    page = response.content.decode()
    assert response.status_code == 200
    assert "남궁민수" in page
    assert "KIM Haneul" in page
    assert people(invited) == []


def test_what_was_seen_is_taken_over(invited: Invitation) -> None:
    browser = client()

    response = take(browser, paste(browser, LIST))

    assert response.status_code == 303
    assert people(invited) == ["김하늘", "남궁민수"]
    assert "2 people are entered." in browser.get(response["Location"]).content.decode()


def test_by_link_the_same(invited: Invitation) -> None:
    token = links.make_focal_link(
        actor=scene.secretariat(), at=timezone.now(), preparation="forum-2026", body="gyeongbuk", name="박담당", email="",
        until=timezone.now() + timedelta(days=3),
    )  # fmt: skip
    address = f"/ko/with/{token}/delegation/import/"
    browser = Client()

    take(browser, paste(browser, LIST, address), address)

    assert people(invited) == ["김하늘", "남궁민수"]


def test_a_workbook_and_a_cp949_file_are_read(invited: Invitation) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("명단").write_column(0, 0, ["성명", "이구름"])
    browser = client()

    take(browser, upload(browser, file.getvalue(), "list.xlsx"))
    take(browser, upload(browser, "성명,직위\n박바다,팀장\n".encode("cp949")))

    assert people(invited) == ["이구름", "박바다"]


def test_another_encoding_can_be_chosen(invited: Invitation) -> None:
    browser = client()
    first = upload(browser, "氏名\n山田 一\n".encode("cp932"))

    number = re.search(r'<option value="(\d+)"[^>]*>Shift_JIS', first.content.decode())
    assert number
    second = acting.post(browser, STAFF, {**fields_of(first), "table": number[1]})

    assert "山田" not in first.content.decode()
    assert "山田" in second.content.decode()


def test_problems_are_shown_by_row_and_column_in_the_readers_language(invited: Invitation) -> None:
    browser = client()

    response = paste(browser, "성명\t역할\n김\u202e하늘\t황제\n")

    page = response.content.decode()
    assert response.status_code == 422
    assert "This name contains characters that cannot be seen." in page
    assert "역할" in page
    assert 'name="take"' not in page


def test_taking_over_a_faulty_list_by_force_enters_nothing(invited: Invitation) -> None:
    browser = client()

    response = take(browser, paste(browser, "성명\t역할\n김하늘\t황제\n"))

    assert response.status_code == 422
    assert people(invited) == []


def test_a_japanese_name_is_asked_about_and_the_answer_is_kept(invited: Invitation) -> None:
    scene.invitation(invited.preparation, "tottori", language="ja")
    address, browser = STAFF.replace("gyeongbuk", "tottori"), acting.as_coordinator(of="tottori")
    asked = paste(browser, "氏名\n東海林健\n", address)

    answered = acting.post(browser, address, {**fields_of(asked), "split-2": "3", "look": "1"})
    taken = take(browser, answered, address)

    assert asked.status_code == 422
    assert "東海林 | 健" in asked.content.decode()
    assert taken.status_code == 303
    with standing_as(scene.runs(invited.preparation)):
        assert Delegate.objects.get().family == "東海林"


def test_a_column_can_be_taken_for_something_else(invited: Invitation) -> None:
    browser = client()
    first = paste(browser, "이름표\t직위\n김하늘\t과장\n")

    second = acting.post(browser, STAFF, {**fields_of(first), "column-0": "name", "look": "1"})

    assert first.status_code == 422
    assert "Choose the column with the names." in first.content.decode()
    assert second.status_code == 200
    take(browser, second)
    assert people(invited) == ["김하늘"]


def test_a_list_without_headings_can_be_taken(invited: Invitation) -> None:
    browser = client()
    first = paste(browser, "김하늘\t과장\n박바다\t팀장\n")

    second = acting.post(browser, STAFF, {**fields_of(first), "line": "0"})
    third = acting.post(browser, STAFF, {**fields_of(second), "column-0": "name", "column-1": "post"})
    take(browser, third)

    assert people(invited) == ["김하늘", "박바다"]


def test_a_delegation_changed_meanwhile_is_shown_again(invited: Invitation) -> None:
    browser = client()
    preview = paste(browser, LIST)
    scene.delegate(invited, "박", "바다")
    scene.delegate(invited, "김", "하늘", state="draft")

    response = take(browser, preview)

    assert response.status_code == 422
    assert "changed since this preview" in response.content.decode()
    assert people(invited) == ["박바다", "김하늘"]


def test_a_double_click_enters_once(invited: Invitation) -> None:
    browser = client()
    preview = paste(browser, LIST)

    responses = [take(browser, preview), take(browser, preview)]

    assert [response.status_code for response in responses] == [303, 303]
    assert people(invited) == ["김하늘", "남궁민수"]


def test_an_altered_list_and_another_delegations_are_lost(invited: Invitation) -> None:
    scene.invitation(invited.preparation, "tottori")
    browser = client()
    sent = fields_of(paste(browser, LIST))
    tottori = "/en/office/tottori/preparations/forum-2026/delegation/tottori/import/"

    altered = acting.post(browser, STAFF, {**sent, "take": "1", "token": sent["token"][:-3] + "abc"})
    elsewhere = acting.post(acting.as_coordinator(of="tottori"), tottori, {**sent, "take": "1"})

    for response in (altered, elsewhere):
        assert response.status_code == 422
        assert "Send the list again." in response.content.decode()
    assert people(invited) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"%PDF-1.7", "This is no list"),
        (b"", "There is nothing in this list."),
        ("성명\n".encode(), "nobody below"),
        (("성명\n" + "김하늘\n" * 5000).encode(), "at most 2000"),
    ],
)
def test_files_that_are_no_list_are_refused_on_the_page(
    invited: Invitation, data: bytes, sentence: str
) -> None:
    response = upload(client(), data, "list.xlsx")

    assert response.status_code == 422
    assert sentence in response.content.decode()


def test_nothing_sent_is_said(invited: Invitation) -> None:
    response = paste(client(), "  ")

    assert response.status_code == 422
    assert "Paste a list or choose a file." in response.content.decode()


def test_other_bodies_and_readers_do_not_import(invited: Invitation) -> None:
    scene.invitation(invited.preparation, "tottori")
    reader = acting.acting(of="gyeongbuk", role="reader")
    wrong = "/en/office/tottori/preparations/forum-2026/delegation/gyeongbuk/import/"

    assert paste(acting.as_coordinator(of="tottori"), LIST, wrong).status_code == 404
    assert paste(reader, LIST).status_code == 422
    assert "Your present role does not allow this." in reader.get(STAFF).content.decode()


def test_cells_are_shown_as_text_and_never_as_markup(invited: Invitation) -> None:
    page = paste(client(), "성명\t직위\n김하늘\t<script>alert(1)</script>\n").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_corrected_name_is_asked_about_and_either_answer_is_kept(invited: Invitation) -> None:
    browser = client()
    take(browser, paste(browser, LIST))
    asked = paste(browser, "성명\t영문\n김하눌\tKIM Haneul\n")
    with standing_as(scene.runs(invited.preparation)):
        key = str(Delegate.objects.get(given="하늘").key)

    anew = acting.post(browser, STAFF, {**fields_of(asked), "same-2": "new"})
    known = acting.post(browser, STAFF, {**fields_of(asked), "same-2": key})
    take(browser, known)

    assert asked.status_code == 422
    assert fields_of(anew)["same-2"] == "new"
    assert (anew.status_code, known.status_code) == (200, 200)
    assert people(invited) == ["김하눌", "남궁민수"]
