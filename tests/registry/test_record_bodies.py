"""Recording bodies: names over time become a label, the present parent is the one that has not ended."""

import pytest

from interlocal.ground.dates import PartialDate
from interlocal.ground.labels import shown
from interlocal.ground.texts import localised
from interlocal.registry import commands
from interlocal.registry.entries import BodyEntry, CodeEntry, MemberEntry, NameEntry, ParentEntry, PostEntry
from interlocal.registry.kinds import BodyKind, MemberRole, NameKind, PostKind, Scheme
from interlocal.registry.models import Body, BodyCode, BodyName, Membership, Post
from tests.evidence.recording import CITED, WHO, journal, opened

pytestmark = pytest.mark.django_db

CHANGE = PartialDate.parse("2023-06-11")


def name(lang: str, text: str, **fields: object) -> NameEntry:
    return NameEntry(lang=lang, text=text, cite=CITED, **fields)  # type: ignore[arg-type]  # as the test says


def body(slug: str, *names: NameEntry, **fields: object) -> BodyEntry:
    fields = {"kind": BodyKind.PROVINCE, "country": "KR", **fields}
    return BodyEntry(slug=slug, names=list(names) or [name("ko", slug)], cite=CITED, **fields)  # type: ignore[arg-type]  # likewise


def record(*entries: BodyEntry) -> list[tuple[str, str, str]]:
    ledger = opened()
    commands.record_bodies(**WHO, ledger=ledger, entries=entries)
    return journal(ledger)


def test_a_renamed_body_is_one_body_with_two_names() -> None:
    record(
        body("gangwon", name("ko", "강원도", until_on=CHANGE), name("ko", "강원특별자치도", from_on=CHANGE))
    )

    label = Body.objects.get().label
    assert [shown(label, "ko", on=day).text for day in ("2018-11-05", "2024-01-01")] == [
        "강원도",
        "강원특별자치도",
    ]
    assert list(BodyName.objects.order_by("position").values_list("text", "script")) == [
        ("강원도", "Hang"),
        ("강원특별자치도", "Hang"),
    ]


def test_a_reading_decides_the_order_not_the_characters() -> None:
    record(
        body("shimane", name("ja", "島根県"), name("ja", "しまねけん", kind=NameKind.READING)),
        body("aomori", name("ja", "青森県"), name("ja", "あおもりけん", kind=NameKind.READING)),
    )

    keys = dict(Body.objects.values_list("slug", "sort_keys"))
    assert sorted(keys, key=lambda slug: keys[slug]["ja"]) == ["aomori", "shimane"]


def test_the_present_parent_is_the_one_that_has_not_ended() -> None:
    ended = ParentEntry(body="old", until_on=CHANGE, cite=CITED)
    present = ParentEntry(body="new", from_on=CHANGE, cite=CITED)

    record(body("city", within=[ended, present]), body("old"), body("new"))

    assert Body.objects.get(slug="city").parent == Body.objects.get(slug="new")
    assert Body.objects.get(slug="city").parents.count() == 2


def test_a_body_that_leaves_its_parent_is_corrected() -> None:
    within = ParentEntry(body="old", cite=CITED)
    record(body("city", within=[within]), body("old"))

    lines = record(body("city", within=[ParentEntry(body="old", until_on=CHANGE, cite=CITED)]), body("old"))

    assert lines[-1] == ("corrected", "body", "city")
    assert Body.objects.get(slug="city").parent is None


def test_a_parent_and_its_child_can_go_together() -> None:
    record(body("city", within=[ParentEntry(body="old", cite=CITED)]), body("old"))

    lines = record()

    assert sorted(lines[-2:]) == [("removed", "body", "city"), ("removed", "body", "old")]
    assert Body.objects.count() == 0


def test_posts_codes_and_members_are_the_bodys_own() -> None:
    post = PostEntry(
        slug="chair", kind=PostKind.CHAIR, title=localised("en", {"en": "Chair"}), rank=1, cite=CITED
    )
    member = MemberEntry(body="haneul", role=MemberRole.CHAIR, cite=CITED)
    code = CodeEntry(scheme=Scheme.ISO, value="KR-99", cite=CITED)

    lines = record(
        body("garok", kind=BodyKind.ASSOCIATION, posts=[post], members=[member]), body("haneul", codes=[code])
    )

    assert lines == [("recorded", "body", "garok"), ("recorded", "body", "haneul")]
    assert Post.objects.get().rank == 1
    assert Membership.objects.get().body == Body.objects.get(slug="haneul")
    assert BodyCode.objects.get().value == "KR-99"


def test_a_longitude_in_space_is_refused_by_the_database_too() -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError, match="body_stands_on_earth"):
        record(body("haneul", seat=(200.0, 36.0)))
