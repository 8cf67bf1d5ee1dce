import pytest
from django.test import Client

from tests.office import acting
from tests.search.known import counted, known

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    """Somebody who acts for one body, of which the index knows what others may not see."""
    client = acting.as_coordinator(of="gyeongbuk")
    from interlocal.registry.models import Body

    key = f"body:{Body.objects.get(slug='gyeongbuk').pk}"
    known("edition", "open", en="Harbour meeting")
    known("edition", "ours", en="Harbour meeting of ours", readers=frozenset({key}))
    known("edition", "theirs", en="Harbour meeting of theirs", readers=frozenset({"body:0"}))
    counted()
    return client


def test_the_box_finds_what_everybody_and_what_ones_own_hats_may_know(staff: Client) -> None:
    shown = staff.get("/en/office/search/?q=harbour").content.decode()

    assert [name in shown for name in ("/editions/open/", "/editions/ours/", "/editions/theirs/")] == [
        True,
        True,
        False,
    ]
    assert "Editions (2)" in shown


def test_suggestions_keep_to_the_same(staff: Client) -> None:
    answer = staff.get("/en/office/search/suggest?q=harb").json()

    assert sorted(one["href"] for one in answer["suggestions"]) == [
        "/en/editions/open/",
        "/en/editions/ours/",
    ]


def test_nobody_else_finds_it(staff: Client) -> None:
    stranger = Client().get("/en/search/?q=harbour").content.decode()

    assert "/editions/ours/" not in stranger
    assert Client().get("/en/office/search/?q=harbour").status_code == 302


def test_every_page_of_the_office_has_the_box(staff: Client) -> None:
    shown = staff.get("/en/office/").content.decode()

    assert 'data-suggest="/en/office/search/suggest"' in shown


def test_nothing_found_is_no_dead_end(staff: Client) -> None:
    shown = staff.get("/en/office/search/?q=harbour&kind=person").content.decode()

    assert (
        '<a href="/en/office/search/?q=harbour">Without the filter “Kind”</a> '
        '<span class="quiet">2 results</span>' in shown
    )


@pytest.mark.parametrize(
    "query", ["", "?q=%EA%B0%80", "?q=...", "?q='&kind=x&year=-1&page=1", "?q=" + "x" * 3000]
)
@pytest.mark.parametrize("address", ["search/", "search/suggest"])
def test_any_words_have_an_answer(staff: Client, address: str, query: str) -> None:
    assert staff.get(f"/en/office/{address}{query}").status_code == 200


@pytest.mark.parametrize("number", ["0", "7", "abc"])
def test_a_page_that_is_not_there_is_not_there(staff: Client, number: str) -> None:
    assert staff.get(f"/en/office/search/?q=harbour&page={number}").status_code == 404
