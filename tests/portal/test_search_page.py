import pytest
from django.test import Client

from interlocal.identity.kinds import Actor
from interlocal.search import commands
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gyeongbuk() -> None:
    make.body("gyeongbuk", {"ko": "경상북도", "ja": "慶尚北道", "en": "Gyeongsangbuk-do"})
    make.told("body", "gyeongbuk")
    make.settle()
    commands.follow(actor=Actor("test"), at=make.NOON)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("gyeongbuk")
def test_a_name_in_one_language_leads_to_the_page_in_another(client: Client) -> None:
    shown = page(client, "/en/search/?q=慶尚")

    assert '<a href="/en/bodies/gyeongbuk/">Gyeongsangbuk-do</a>' in shown
    assert '<mark lang="ja">慶尚北道</mark>' in shown


@pytest.mark.usefixtures("gyeongbuk")
def test_one_result_is_one_result(client: Client) -> None:
    assert "1 result<" in page(client, "/en/search/?q=gyeongsang")


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=%25", "?q=_", "?q=%27%22%3E", "?q=...", "?kind=body", "?q=+&page=1"]
)
def test_a_search_for_nothing_says_what_can_be_searched(client: Client, query: str) -> None:
    shown = page(client, f"/en/search/{query}")

    assert '<div class="empty">' in shown
    assert '<a href="/en/search/?q=%EA%B2%BD%EB%B6%81" lang="ko">경북</a>' in shown


@pytest.mark.parametrize(
    "query", ["?q=👍", "?q=%F0%9F%87%B0", "?q=" + "x" * 2000, "?q=<script>alert(1)</script>", "?q=ﾅｲ&kind=x"]
)
def test_what_is_not_there_is_said_and_escaped(client: Client, query: str) -> None:
    shown = page(client, f"/en/search/{query}")

    assert 'role="status"' in shown or '<div class="empty">' in shown
    assert "<script" not in shown


@pytest.mark.parametrize("number", ["0", "-1", "2", "999999999999", "abc"])
def test_a_page_that_is_not_there_is_not_there(client: Client, number: str) -> None:
    assert client.get(f"/en/search/?q=a&kind=body&page={number}").status_code == 404


@pytest.mark.parametrize("tongue", ["ko", "ja", "zh-hans", "en"])
def test_the_page_is_there_in_every_language(client: Client, tongue: str) -> None:
    assert "<h1>" in page(client, f"/{tongue}/search/?q=nothing")


@pytest.mark.usefixtures("gyeongbuk")
def test_a_search_is_versioned_by_what_it_found(client: Client) -> None:
    first = client.get("/en/search/?q=gyeong")
    again = client.get("/en/search/?q=gyeong", headers={"if-none-match": first["ETag"]})
    make.body("gyeonggi", {"en": "Gyeonggi-do"})
    make.told("body", "gyeonggi")
    make.settle()
    commands.follow(actor=Actor("test"), at=make.NOON)
    changed = client.get("/en/search/?q=gyeong", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, "2 results" in changed.content.decode()) == (200, True)
