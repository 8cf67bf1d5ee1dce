"""Texts and costs in the office: four languages beside each other, order, versions, undo; what every page costs."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.models import Cost, Photo, Words
from interlocal.delegations.models import Preparation
from interlocal.identity.walls import standing_as
from tests.arrangements import saying
from tests.delegations import scene
from tests.office import acting, pictures

pytestmark = pytest.mark.django_db

BASE = "/en/office/garok/preparations/forum-2026/texts/"
FOUR = {"ko": "환영합니다", "ja": "ようこそ", "zh": "欢迎", "en": "Welcome"}


def staff(of: str = "garok", role: str = "secretariat") -> Client:
    scene.body(of)
    return acting.acting(of=of, role=role)


def new(client: Client, kind: str = "greeting", **values: Any) -> Any:
    texts = {f"text_{tongue}": said for tongue, said in FOUR.items()}
    return acting.post(client, f"{BASE}new/", {"kind": kind, "once": str(uuid4()), **texts, **values})


def said(forum: Preparation, **filters: Any) -> list[str]:
    """In their order."""
    with standing_as(scene.runs(forum)):
        return [str(row.text) for row in Words.objects.filter(preparation=forum, **filters)]


def undo_of(page: str) -> str:
    found = re.search(r'action="([^"]+/back/\?said=[^"]+)"', page)
    assert found
    return found[1]


def cost_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_greeting_is_written_in_four_languages_at_once() -> None:
    forum = scene.preparation()
    client = staff()

    blank = client.get(f"{BASE}new/?kind=greeting").content.decode()
    answer = new(client, speaker_en="The Governor")
    page = client.get(BASE).content.decode()

    assert [blank.count(f'name="text_{tongue}"') for tongue in FOUR] == [1, 1, 1, 1]
    assert blank.index("한국어</legend>") < blank.index("English</legend>")
    assert (answer.status_code, answer["Location"]) == (303, f"{BASE}#greeting")
    assert "written in all four languages" in page
    with standing_as(scene.runs(forum)):
        row = Words.objects.get()
    assert {tongue: one.text for tongue, one in row.text.versions.items()} == {
        "ko": "환영합니다",
        "ja": "ようこそ",
        "zh-Hans": "欢迎",
        "en": "Welcome",
    }


def test_a_language_left_empty_is_named_in_the_list() -> None:
    scene.preparation()
    client = staff()

    new(client, text_ja="", text_zh="")

    page = client.get(BASE).content.decode()
    assert re.search(r'not written in: <span lang="ja">日本語</span>, <span lang="zh-Hans">', page)


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        ("greeting", {f"text_{tongue}": " " for tongue in FOUR}, "Write it in at least one language."),
        ("emergency", {"contact": ""}, "This field is required."),
        ("speech", {"text_en": "a" * 20_001}, "at most 20000 characters"),
    ],
)
def test_what_cannot_be_printed_is_said_at_its_field(
    kind: str, values: dict[str, str], sentence: str
) -> None:
    forum = scene.preparation()

    answer = new(staff(), kind, **values)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert said(forum) == []


def test_every_kind_says_what_it_is_printed_in_and_has_its_own_fields() -> None:
    scene.preparation()
    client = staff()

    page = client.get(BASE).content.decode()
    phrase, emergency, speech = (
        client.get(f"{BASE}new/?kind={kind}").content.decode() for kind in ("phrase", "emergency", "speech")
    )

    assert page.count("Printed ") == 10
    assert [("speaker_ko" in one, 'name="contact"' in one) for one in (phrase, emergency, speech)] == [
        (False, False),
        (False, True),
        (True, False),
    ]
    assert client.get(f"{BASE}new/?kind=rumour").status_code == 404


def test_texts_change_places_and_are_removed_and_put_back() -> None:
    forum = scene.preparation()
    client = staff()
    for number in (1, 2):
        new(client, text_ko="", text_ja="", text_zh="", text_en=f"Words {number}")
    with standing_as(scene.runs(forum)):
        first, second = Words.objects.values_list("pk", flat=True)

    acting.post(client, f"{BASE}{first}/move/later/")
    moved = said(forum)
    acting.post(client, f"{BASE}{second}/remove/")
    page = client.get(BASE).content.decode()
    removed = said(forum)
    undo = undo_of(page)
    back = acting.post(client, undo)
    again = acting.post(client, undo)

    assert (moved, removed, said(forum)) == (["Words 2", "Words 1"], ["Words 1"], ["Words 1", "Words 2"])
    assert (back.status_code, again.status_code) == (303, 404)


def test_who_saves_an_old_version_sees_both_side_by_side_by_language() -> None:
    forum = scene.preparation()
    client = staff()
    new(client)
    with standing_as(scene.runs(forum)):
        number = Words.objects.get().pk
    form = {"kind": "greeting", "version": 1, **{f"text_{tongue}": said for tongue, said in FOUR.items()}}

    first = acting.post(client, f"{BASE}{number}/", {**form, "text_ja": "ようこそいらっしゃいました"})
    second = acting.post(client, f"{BASE}{number}/", {**form, "text_ja": "歓迎します"})

    assert (first.status_code, second.status_code) == (303, 409)
    assert "Text (日本語)</th>" in second.content.decode()
    assert "歓迎します" in second.content.decode()
    assert said(forum) == ["Welcome"]


def test_what_a_form_does_not_ask_stays_as_it_was() -> None:
    forum = scene.preparation()
    client = staff()
    with standing_as(scene.runs(forum)):
        row = Words.objects.create(
            preparation=forum, kind="purpose", text=saying.text("Why"), speaker=saying.text("Kim")
        )

    acting.post(client, f"{BASE}{row.pk}/", {"kind": "purpose", "version": 1, "text_en": "Why not"})

    with standing_as(scene.runs(forum)):
        row.refresh_from_db()
    assert (str(row.text), str(row.speaker)) == ("Why not", "Kim")


def test_costs_are_added_summed_and_corrected() -> None:
    forum = scene.preparation()
    client = staff()

    def add(title: str, amount: str, currency: str) -> Any:
        values = {"once": str(uuid4()), "title_en": title, "amount": amount, "currency": currency}
        return acting.post(client, f"{BASE}costs/", values)

    add("Buses", "2,600,000", "KRW")
    add("Rooms", "1400000", "KRW")
    add("Printing", "1200.50", "JPY")
    unknown = add("Gifts", "", "KRW")
    page = client.get(f"{BASE}costs/").content.decode()
    wrong = add("Fuel", "-1", "KRW")
    with standing_as(scene.runs(forum)):
        first = Cost.objects.order_by("pk")[0].pk
    shown = client.get(f"{BASE}costs/{first}/").content.decode()

    assert (unknown.status_code, wrong.status_code) == (303, 422)
    assert "An amount cannot be below zero." in wrong.content.decode()
    assert re.findall(r"<span>(KRW [^<]+|JPY [^<]+)</span>", page) == ["KRW 4,000,000", "JPY 1,200.50"]
    assert "1 line without an amount" in page
    assert 'value="2600000"' in shown


def test_a_removed_line_comes_back_with_its_amount() -> None:
    forum = scene.preparation()
    client = staff()
    with standing_as(scene.runs(forum)):
        row = Cost.objects.create(
            preparation=forum, title=saying.text("Rooms"), amount="99.90", currency="CNY"
        )

    acting.post(client, f"{BASE}costs/{row.pk}/remove/")
    acting.post(client, undo_of(client.get(f"{BASE}costs/").content.decode()))

    assert [(str(one.title), str(one.amount), one.currency) for one in saying.rows(forum, Cost)] == [
        ("Rooms", "99.90", "CNY")
    ]


def test_a_reader_sees_everything_and_changes_nothing() -> None:
    forum = scene.preparation()
    with standing_as(scene.runs(forum)):
        row = Words.objects.create(preparation=forum, kind="greeting", text=saying.text("Welcome"))
    client = staff(role="reader")

    pages = [client.get(f"{BASE}{path}") for path in ("", "costs/", "photos/")]
    kept_out = [client.get(f"{BASE}{path}") for path in (f"{row.pk}/", "new/?kind=greeting")]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert ['<form method="post" action="/en/office/garok' in one.content.decode() for one in pages] == [
        False,
        False,
        False,
    ]
    assert [page.status_code for page in kept_out] == [404, 404]
    assert acting.post(client, f"{BASE}{row.pk}/remove/").status_code == 422
    assert said(forum) == ["Welcome"]


def test_an_invited_body_finds_nothing_there() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    client = staff("gyeongbuk", "coordinator")
    base = BASE.replace("garok", "gyeongbuk")

    assert [client.get(f"{base}{path}").status_code for path in ("", "costs/", "photos/")] == [404] * 3


def test_the_pages_cost_the_same_for_one_row_and_three() -> None:
    forum = scene.preparation()
    client = staff()
    pages = ("", "costs/", "photos/")

    def more(many: int) -> None:
        for _each in range(many):
            new(client)
            acting.post(client, f"{BASE}costs/", {"once": str(uuid4()), "title_en": "Buses"})
            photo = SimpleUploadedFile("a.png", pictures.png())
            acting.post(client, f"{BASE}photos/", {"once": str(uuid4()), "photo": photo})

    more(1)
    one = [cost_of(client, f"{BASE}{page}") for page in pages]
    more(2)
    three = [cost_of(client, f"{BASE}{page}") for page in pages]

    assert [len(saying.rows(forum, model)) for model in (Words, Cost, Photo)] == [3, 3, 3]
    assert three == one
