import gzip
import threading
from datetime import date

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from interlocal.identity.queries import Revision, revision
from interlocal.portal import caching
from tests import make

ADDRESS = "/en/about/"
pytestmark = pytest.mark.django_db


def test_a_reader_who_has_it_is_told_so_with_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make.told("body", "gyeongbuk")
    first = client.get(ADDRESS)

    with django_assert_num_queries(1):
        again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert (again["Last-Modified"], again["Cache-Control"]) == (first["Last-Modified"], caching.CONTROL)


def test_any_of_several_versions_will_do(client: Client) -> None:
    tag = client.get(ADDRESS)["ETag"]

    assert (
        client.get(ADDRESS, headers={"if-none-match": f'"other", {tag.removeprefix("W/")}'}).status_code
        == 304
    )
    assert client.get(ADDRESS, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_reader_without_versions_is_answered_by_time(client: Client) -> None:
    said = client.get(ADDRESS)["Last-Modified"]

    assert client.get(ADDRESS, headers={"if-modified-since": said}).status_code == 304
    assert (
        client.get(ADDRESS, headers={"if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT"}).status_code == 200
    )
    assert client.get(ADDRESS, headers={"if-modified-since": "yesterday"}).status_code == 200
    assert (
        client.get(ADDRESS, headers={"if-none-match": '"other"', "if-modified-since": said}).status_code
        == 200
    )


def test_a_changed_record_is_a_new_version(client: Client) -> None:
    first = client.get(ADDRESS)
    make.told("body", "gyeongbuk")

    again = client.get(ADDRESS, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


def test_another_day_address_parameter_or_language_is_another_version(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    tags = {client.get(address)["ETag"] for address in (ADDRESS, ADDRESS + "?a=1", "/ko/about/")}
    monkeypatch.setattr(timezone, "localdate", lambda: date(2030, 1, 1))
    tags.add(client.get(ADDRESS)["ETag"])

    assert len(tags) == 4


def test_head_is_get_without_the_page(client: Client) -> None:
    page, head = client.get(ADDRESS), client.head(ADDRESS)

    assert head.content == b""
    assert head["Content-Length"] == str(len(page.content))
    assert (head.status_code, head["ETag"]) == (200, page["ETag"])
    assert client.head(ADDRESS, headers={"if-none-match": page["ETag"]}).status_code == 304


def test_a_page_is_packed_for_who_takes_it(client: Client) -> None:
    page = client.get(ADDRESS)
    packed = client.get(ADDRESS, headers={"accept-encoding": "br, gzip;q=0.8"})
    refused = client.get(ADDRESS, headers={"accept-encoding": "gzip;q=0"})

    assert (packed["Content-Encoding"], gzip.decompress(packed.content)) == ("gzip", page.content)
    assert "Content-Encoding" not in refused
    assert {response["Vary"] for response in (page, packed)} == {"Accept-Encoding"}


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests' open transactions on the same server are no part of these scenes."""

    def alone() -> Revision:
        now = revision()
        return Revision(now.tag.partition(".")[0], now.at)

    monkeypatch.setattr(caching, "revision", alone)


def kept_by(status: int = 200, *, cookie: bool = False) -> int:
    """How many times a view is asked for two equal requests."""
    asked = []

    def view(request: HttpRequest) -> HttpResponse:
        asked.append(request.path)
        response = HttpResponse("page", status=status)
        if cookie:
            response.set_cookie("who", "me")
        return response

    caching.forget()
    handle = caching.by_revision(view)
    for _ in range(2):
        handle(RequestFactory().get(ADDRESS))
    return len(asked)


def test_only_whole_pages_that_are_the_same_for_everybody_are_kept() -> None:
    assert [kept_by(), kept_by(404), kept_by(200, cookie=True)] == [1, 2, 2]


def test_keeping_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERLOCAL_PAGE_CACHE", "0")

    assert kept_by() == 2


def test_a_search_is_never_kept(client: Client) -> None:
    client.get("/en/search/?q=a")

    assert (caching.plain.used, caching.narrowed.used) == (0, 0)


def test_addresses_with_parameters_cannot_push_out_pages(client: Client) -> None:
    client.get(ADDRESS)
    for at in range(5):
        client.get(f"{ADDRESS}?a={at}")

    assert (len(caching.plain.pages), len(caching.narrowed.pages)) == (1, 5)


def test_a_store_keeps_what_was_used_last_within_its_limit() -> None:
    store = caching.Store(limit=10_000)
    pages = {name: caching.Kept({}, b"x" * 1000) for name in "abcdefgh"}
    for name in "abcd":
        store.put(name, pages[name])
    store.get("a")
    for name in "efgh":
        store.put(name, pages[name])

    assert list(store.pages) == ["d", "a", "e", "f", "g", "h"][-len(store.pages) :]
    assert store.used == sum(page.size for page in store.pages.values()) <= store.limit


def test_one_large_page_does_not_push_out_all_others() -> None:
    store = caching.Store(limit=10_000)

    store.put("large", caching.Kept({}, b"x" * 5000))

    assert (store.used, len(store.pages)) == (0, 0)


def test_many_threads_leave_the_store_as_it_should_be() -> None:
    store = caching.Store(limit=50_000)

    def use(start: int) -> None:
        for at in range(300):
            name = str((start * 7 + at) % 60)
            if store.get(name) is None:
                store.put(name, caching.Kept({}, b"x" * (100 + at)))

    threads = [threading.Thread(target=use, args=(start,)) for start in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.used == sum(store.sizes.values()) <= store.limit
    assert set(store.sizes) == set(store.pages)


def test_the_last_change_is_never_before_today() -> None:
    today = date(2040, 5, 1)

    assert caching._last_change(make.NOON, today).isoformat() == "2040-05-01T00:00:00+00:00"
    assert Revision("0", None).at is None
