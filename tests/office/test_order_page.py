"""The order of precedence and the register of gifts, as pages."""

import io
from typing import Any
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook

from interlocal.delegations.models import Preparation
from interlocal.identity.kinds import Role
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
BASE = "/en/office/garok/preparations/forum-2026/"


def forum() -> Preparation:
    made = scene.preparation()
    scene.delegate(scene.invitation(made, "gyeongbuk"), "김", latin_family="KIM", latin_given="Haneul")
    scene.delegate(scene.invitation(made, "tottori"), "=HYPERLINK(1)", "悦夫", script_language="ja")
    return made


def secretariat() -> Any:
    return acting.acting(of="garok", role=Role.SECRETARIAT)


def test_the_list_says_its_basis_its_viewpoint_and_why_each_stands_there() -> None:
    forum()

    page = secretariat().get(f"{BASE}order/").content.decode()

    assert "alphabetical (English)" in page
    assert "Governors Association" in page
    assert page.index("Gyeongsangbuk-do") < page.index("Tottori")
    assert page.count("by the alphabet") == 2


def test_a_place_is_taken_by_hand_and_given_back() -> None:
    forum()
    client = secretariat()

    values = {"body": "tottori", "delegate": "", "before": "gyeongbuk", "reason": "guest of honour"}
    moved = client.post(f"{BASE}order/move/", values, follow=True).content.decode()
    back = client.post(f"{BASE}order/undo/", {"body": "tottori", "delegate": ""}, follow=True)

    assert moved.index("Tottori") < moved.index("Gyeongsangbuk-do")
    assert "guest of honour" in moved
    assert "guest of honour" not in back.content.decode()


def test_a_place_without_a_reason_is_asked_for_one_and_nothing_typed_is_lost() -> None:
    forum()

    values = {"body": "tottori", "delegate": "", "before": "gyeongbuk", "reason": ""}
    response = secretariat().post(f"{BASE}order/move/", values)

    assert response.status_code == 422
    assert "Say why" in response.content.decode()


def test_the_rule_is_set_and_a_stale_form_shows_both_versions() -> None:
    forum()
    client = secretariat()
    values = {"rule": "host_last", "language": "ko", "within": "sent", "rotation": "", "version": 1}

    first = client.post(f"{BASE}order/rule/", values)
    second = client.post(f"{BASE}order/rule/", {**values, "rule": "official"})

    assert (first.status_code, second.status_code) == (303, 409)
    assert "host_last" in second.content.decode()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_printed_list_keeps_texts_as_texts(kind: str) -> None:
    forum()

    data = secretariat().get(f"{BASE}order/list.{kind}").content

    if kind == "csv":
        assert "'=HYPERLINK(1)" in data.decode("utf-8-sig")
    else:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
        assert rows[0][0] == "Forum 2026"
        assert "alphabetical" in str(rows[1][0])
        assert rows[5][3] == "=HYPERLINK(1)"


def test_an_unknown_format_is_not_there() -> None:
    forum()

    assert secretariat().get(f"{BASE}order/list.exe").status_code == 404


def test_the_invited_do_not_see_the_order_of_others() -> None:
    forum()

    client = acting.as_coordinator(of="gyeongbuk")

    assert client.get("/en/office/gyeongbuk/preparations/forum-2026/order/").status_code == 404


def gift(**others: Any) -> dict[str, Any]:
    values = {
        "once": uuid4(),
        "version": 0,
        "body": "tottori",
        "giver": "Governor",
        "to_body": "gyeongbuk",
        "receiver": "Governor",
        "what": "vase",
        "value": "150",
        "currency": "USD",
    }
    return {**values, **others}


def test_a_gift_over_the_korean_threshold_is_to_be_reported() -> None:
    forum()
    client = secretariat()

    page = client.post(f"{BASE}gifts/", gift(), follow=True).content.decode()

    assert "To be reported to the head of the body" in page


def test_a_gift_entered_by_a_double_click_is_entered_once() -> None:
    forum()
    client, values = secretariat(), gift()

    client.post(f"{BASE}gifts/", values)
    page = client.post(f"{BASE}gifts/", values, follow=True).content.decode()

    assert page.count('<th scope="row">vase') == 1


def test_a_gift_is_corrected_and_struck() -> None:
    forum()
    client = secretariat()
    client.post(f"{BASE}gifts/", gift())
    page = client.get(f"{BASE}gifts/").content.decode()
    links = [part.split('"')[0] for part in page.split('href="')]
    link = next(one for one in links if "/gifts/" in one and one.rstrip("/")[-1].isdigit())

    changed = client.post(link, gift(version=1, what="bowl"), follow=True).content.decode()
    struck = client.post(f"{link}strike/", follow=True).content.decode()

    assert "bowl" in changed
    assert "No gift has been entered yet." in struck
