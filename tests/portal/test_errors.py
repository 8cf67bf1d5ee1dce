from collections.abc import Iterator

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import path

from interlocal.config import urls

HEADINGS = {400: "This address cannot be read", 404: "This page is not there", 405: "This can only be read"}


def missing(request: HttpRequest) -> HttpResponse:
    raise ObjectDoesNotExist


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def gone(request: HttpRequest) -> HttpResponse:
    raise OperationalError("connection refused")


def dropped(request: HttpRequest) -> HttpResponse:
    raise InterfaceError("connection already closed")


urlpatterns = [
    path("en/missing/", missing),
    path("ko/broken/", broken),
    path("en/gone/", gone),
    path("en/dropped/", dropped),
    *urls.urlpatterns,
]
handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


@pytest.fixture
def visitor() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def heading(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode().partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/en/about/%00",
        "/en/search/?q=%00",
        "/en/search/?q%00=a",
        "/en/search/?q=%ED%A0%80",
        "/en/search/?q=%FF",
        "/en/search/?q=" + "x" * 10_000,
    ],
)
def test_an_address_nobody_types_is_refused_in_words(client: Client, address: str) -> None:
    response = client.get(address)

    assert (response.status_code, heading(response)) == (400, HEADINGS[400])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_pages_can_only_be_read(client: Client, method: str) -> None:
    response = client.generic(method, "/en/about/")

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


def test_options_says_what_can_be_done(client: Client) -> None:
    response = client.options("/en/about/")

    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")


@pytest.mark.django_db
def test_what_no_room_has_is_not_there(visitor: Client) -> None:
    response = visitor.get("/en/missing/")

    assert (response.status_code, heading(response)) == (404, HEADINGS[404])


@pytest.mark.django_db
def test_an_unknown_address_leads_on(client: Client) -> None:
    shown = client.get("/en/nowhere/").content.decode()

    assert 'role="search"' in shown
    assert all(
        f'<a href="/en/{name}/">' in shown
        for name in ("series", "editions", "bodies", "ties", "topics", "sources")
    )


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", ["fr", "zh", "kr", "jp", "cn", "EN", "zh-hant"])
def test_a_language_we_do_not_have_leads_to_those_we_have(client: Client, wrong: str) -> None:
    response = client.get(f"/{wrong}/about/", headers={"accept-language": "ko"})
    shown = response.content.decode()

    assert response.status_code == 404
    for code in ("ko", "ja", "zh-hans", "en"):
        assert f'<a href="/{code}/about/"' in shown.partition("<main")[2]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "prefix"),
    [
        ("ko-KR,ko;q=0.9", "ko"),
        ("ja", "ja"),
        ("zh-CN", "zh-hans"),
        ("zh-TW,zh;q=0.8", "zh-hans"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_an_address_without_a_language_leads_to_the_visitors(
    client: Client, accepted: str, prefix: str
) -> None:
    response = client.get("/about/", headers={"accept-language": accepted})

    assert (response.status_code, response["Location"]) == (302, f"/{prefix}/about/")
    assert "Accept-Language" in response["Vary"]


@pytest.mark.django_db
def test_the_bare_address_leads_home_in_the_visitors_language(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "ja,en;q=0.5"})

    assert (response.status_code, response["Location"]) == (302, "/ja/")


@pytest.mark.django_db
def test_a_fault_of_ours_is_owned_up_to_without_the_database(visitor: Client) -> None:
    response = visitor.get("/ko/broken/")

    assert response.status_code == 500
    assert '<html lang="ko">' in response.content.decode()
    assert "ZeroDivision" not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["gone", "dropped"])
def test_a_database_that_does_not_answer_is_said_and_may_answer_again(visitor: Client, name: str) -> None:
    response = visitor.get(f"/en/{name}/")

    assert (response.status_code, response["Retry-After"]) == (503, "10")
    assert heading(response) == "The record cannot be reached at the moment"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("tongue", "lang"), [("ko", "ko"), ("ja", "ja"), ("zh-hans", "zh-Hans"), ("en", "en")]
)
def test_a_page_asked_for_while_the_database_is_away_comes_when_it_is_back(
    client: Client, tongue: str, lang: str
) -> None:
    settings = connection.settings_dict
    port, connection_pool = settings["PORT"], settings["OPTIONS"].get("pool")
    settings["PORT"], settings["OPTIONS"]["pool"] = "1", False
    connection.close()
    try:
        away = client.get(f"/{tongue}/about/")
    finally:
        settings["PORT"], settings["OPTIONS"]["pool"] = port, connection_pool
        connection.close()
    back = client.get(f"/{tongue}/about/")

    assert (away.status_code, away["Retry-After"]) == (503, "10")
    assert f'<html lang="{lang}">' in away.content.decode()
    assert back.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("tongue", ["ko", "ja", "zh-hans", "en"])
def test_every_error_page_is_there_in_every_language(client: Client, tongue: str) -> None:
    response = client.get(f"/{tongue}/nowhere/")

    assert response["Content-Language"] == tongue
    assert response["Vary"] == "Accept-Language, Accept-Encoding"
