from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from interlocal.identity.kinds import Actor
from interlocal.search import commands
from tests import make
from tests.portal.searching import main, meetings, page
from tests.search.known import known

pytestmark = pytest.mark.django_db


@pytest.fixture(name="meetings")
def _meetings() -> None:
    meetings()


ADDRESSES = ("search/", "search/suggest", "search.json", "search.atom")


# -- whatever is typed --


ODD = {
    "many letters": "x" * 2000,
    "only punctuation": "。、！？…—()[]{}<>",
    "one Han character": "京",
    "bidi marks": "\u202e관광\u202c \u2066서울\u2069",
    "joiners": "관\u200d광 \u200bse\u200coul",
    "mixed scripts": "관광tour観光旅游ツアー",
    "decomposed hangul": "\u1100\u116a\u11ab\u1100\u116a\u11bc",
    "rare Han": "\U00020000\U0002a6d6 \U000323af",
    "SQL": "'; drop table search_text_0; -- %s %(audience)s",
    "operators": "a & b | !c <-> (d) :* 'e' \\",
    "formats": "{slot} {0} %(x)s %d %% {{ 7*7 }}",
    "emoji": "👍🏽 🇰🇷 👨‍👩‍👧",
    "a fifth language": "мэр города Владивосток",
    "markup": "<script>alert(1)</script>\"'><img src=x>",
    "controls": "\x01\x02 \x7f \x85 seoul \u2028",
}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
def test_any_words_have_an_answer(client: Client, address: str, words: str) -> None:
    known("body", "seoul", ko="서울특별시", en="Seoul")
    known("topic", "tourism", ko="관광", en="Tourism")

    shown = page(client, f"/ko/{address}", q=words, year=2025, lang="ko")

    assert "<script>alert" not in shown and "<img" not in shown


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("query", ["%ED%A0%80", "a%00b", "%FF", "x" * 10_000, "%EA%B0%80" * 3000])
def test_what_nobody_types_is_refused(client: Client, address: str, query: str) -> None:
    assert client.get(f"/en/{address}?q={query}").status_code == 400


def test_words_beyond_what_is_looked_for_are_said_to_be_left_out(client: Client) -> None:
    assert "Only the first 200 characters are looked for." in main(client, q="seoul " * 100)


# -- the same in every language, as data, as a feed --


@pytest.mark.parametrize("tongue", ["ko", "ja", "zh-hans", "en"])
def test_the_page_is_there_in_every_language(client: Client, tongue: str) -> None:
    assert "<h1>" in page(client, f"/{tongue}/search/?q=nothing")


@pytest.mark.usefixtures("meetings")
def test_data_say_what_the_page_says(client: Client) -> None:
    answer = client.get("/en/search.json?q=harbour&kind=edition&year=2025").json()

    assert (answer["count"], answer["more"], answer["next"], answer["better"]) == (1, False, None, [])
    assert [(one["kind"], one["id"], one["date"]) for one in answer["results"]] == [
        ("edition", "next", "2025-05-01")
    ]
    assert answer["results"][0]["page"].endswith("/en/editions/next/")
    assert answer["results"][0]["marked"]["parts"][0] == {"text": "Harbour", "hit": True}
    assert answer["choices"]["year"] == [
        {"value": "2025", "count": 1, "name": None},
        {"value": "2024", "count": 1, "name": None},
    ]


@pytest.mark.usefixtures("meetings")
def test_data_say_what_would_find_something(client: Client) -> None:
    answer = client.get("/en/search.json?q=harbour&country=CN").json()

    assert answer["results"] == []
    assert answer["better"][0] == {"way": "without", "words": "harbour", "without": "country", "count": 4}


@pytest.mark.usefixtures("meetings")
def test_a_search_can_be_followed_as_a_feed(client: Client) -> None:
    make.told("edition", "open", at=make.NOON)

    link = page(client, "/en/search/", q="harbour", kind="edition", sort="date")
    told = page(client, "/en/search.atom", q="harbour", kind="edition")

    assert link.count('href="/en/search.atom?q=harbour&amp;kind=edition"') == 2
    # What the journal told of last comes first, whatever its day.
    assert [part.partition("</title>")[0] for part in told.split("<title>")[1:]] == [
        "Search: harbour",
        "Harbour meeting",
        "Harbour meeting again",
    ]
    assert f"<updated>{make.NOON.isoformat()}</updated>" in told
    assert date(2025, 5, 1).isoformat() in told


# -- while one types --


def test_a_beginning_is_answered_with_names_and_where_they_lead(client: Client) -> None:
    known("body", "gyeongbuk", ko="경상북도", en="Gyeongsangbuk-do", country="KR")

    answer = client.get("/en/search/suggest", {"q": "경상"}).json()

    assert answer["said"] == "1 suggestion. Arrow keys choose one."
    assert answer["suggestions"] == [
        {
            "kind": "body",
            "key": "gyeongbuk",
            "name": {"text": "Gyeongsangbuk-do", "lang": "en", "state": "original"},
            "matched": {"text": "경상북도", "lang": "ko", "state": "original"},
            "note": "Body · Korea",
            "href": "/en/bodies/gyeongbuk/",
        }
    ]


def test_a_suggestion_without_a_page_leads_to_its_search(client: Client) -> None:
    known("claim", "7", en="Zeppelins: 88", home=("place", "incheon-city"))

    answer = client.get("/en/search/suggest", {"q": "zeppel"}).json()

    assert [one["href"] for one in answer["suggestions"]] == ["/en/search/?q=Zeppelins%3A+88"]


def test_suggestions_are_kept_briefly_and_known_by_their_version(client: Client) -> None:
    known("body", "seoul", en="Seoul")

    first = client.get("/en/search/suggest?q=seo")
    again = client.get("/en/search/suggest?q=seo", headers={"if-none-match": first["ETag"]})

    assert (first["Cache-Control"], again.status_code, again.content) == ("public, max-age=60", 304, b"")
    assert not first.cookies


def test_every_page_has_the_box_and_the_browser_may_ask(client: Client) -> None:
    response = client.get("/ja/about/")

    assert 'data-suggest="/ja/search/suggest"' in response.content.decode()
    assert "script-src 'self'; connect-src 'self';" in response["Content-Security-Policy"]
    assert not response.cookies


# -- it follows the record --


@pytest.fixture
def gyeongbuk(transactional_db: None) -> None:
    make.body("gyeongbuk", {"ko": "경상북도", "ja": "慶尚北道", "en": "Gyeongsangbuk-do"})
    make.told("body", "gyeongbuk")
    make.settle()
    commands.follow(actor=Actor("test"), at=make.NOON)


@pytest.mark.usefixtures("gyeongbuk")
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_search_is_versioned_by_what_it_found(client: Client, address: str) -> None:
    def ask(known: str = "") -> HttpResponse:
        response = client.get(f"/en/{address}?q=gyeong", headers={"if-none-match": known})
        assert isinstance(response, HttpResponse)
        return response

    first = ask()
    again = ask(first["ETag"])
    make.body("gyeonggi", {"en": "Gyeonggi-do"})
    make.told("body", "gyeonggi")
    make.settle()
    # The record has changed, the index follows a moment later: what was asked in between must not be kept.
    between = ask()
    commands.follow(actor=Actor("test"), at=make.NOON)
    changed = ask(between["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert "Gyeonggi-do" not in between.content.decode()
    assert (changed.status_code, "Gyeonggi-do" in changed.content.decode()) == (200, True)
