"""Mandates and accounts, as pages: for approvers under their hat, for administrators everywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from interlocal.identity.kinds import Role
from interlocal.identity.models import User
from interlocal.registry.models import Mandate
from tests import cast
from tests.office import acting

pytestmark = pytest.mark.django_db


def given(**others: str) -> dict[str, str]:
    today = timezone.now().date().isoformat()
    values = {
        "email": "new@gb.example",
        "name": "박새롬",
        "role": "coordinator",
        "from_on": today,
        "language": "ko",
    }
    return {**values, **others}


def test_an_approver_gives_a_mandate_to_somebody_new_who_gets_a_link() -> None:
    cast.gyeongbuk()
    client = acting.acting(of="gyeongbuk", role=Role.APPROVER)

    page = client.post("/en/office/gyeongbuk/mandates/", given(), follow=True).content.decode()

    assert "a link to set the password was sent" in page
    assert "박새롬" in page
    assert list(Mandate.objects.filter(user__email="new@gb.example").values_list("role", flat=True)) == [
        "coordinator"
    ]


def test_all_is_handed_over_on_one_page() -> None:
    cast.gyeongbuk()
    client = acting.acting(of="gyeongbuk", role=Role.APPROVER)
    client.post("/en/office/gyeongbuk/mandates/", given())
    holder = User.objects.get(email="new@gb.example")
    tomorrow = (timezone.now().date() + timedelta(days=1)).isoformat()

    values = {"holder": str(holder.pk), "email": "next@gb.example", "name": "Next", "on": tomorrow}
    page = client.post("/en/office/gyeongbuk/mandates/hand-over/", values, follow=True).content.decode()

    assert "handed over to Next" in page


def test_a_reader_does_not_see_who_holds_what() -> None:
    cast.gyeongbuk()
    client = acting.acting(of="gyeongbuk", role=Role.READER)

    assert client.get("/en/office/gyeongbuk/mandates/").status_code == 404


def test_an_administrator_finds_a_government_in_any_language() -> None:
    cast.gyeongbuk()

    page = acting.as_administrator().get("/ja/office/admin/mandates/?q=경상북도").content.decode()

    assert "慶尚北道" in page
    assert "/ja/office/admin/mandates/gyeongbuk/" in page


def test_an_administrator_closes_and_reopens_an_account() -> None:
    client = acting.as_administrator()
    client.post("/en/office/admin/people/", {"email": "x@example.org", "name": "X", "language": "en"})
    number = User.objects.get(email="x@example.org").pk

    closed = client.post(f"/en/office/admin/people/{number}/close/", follow=True).content.decode()
    opened = client.post(f"/en/office/admin/people/{number}/reopen/", follow=True).content.decode()

    assert "The account is closed." in closed
    assert "The account is open again." in opened
    assert client.post(f"/en/office/admin/people/{number}/explode/").status_code == 404


def test_nobody_else_administrates() -> None:
    cast.gyeongbuk()
    client = acting.acting(of="gyeongbuk", role=Role.APPROVER)

    assert client.get("/en/office/admin/people/").status_code == 404
    assert client.get("/en/office/admin/mandates/gyeongbuk/").status_code == 404
