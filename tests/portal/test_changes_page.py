"""The journal for everybody."""

import re

import pytest
from django.test import Client

from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_change_is_told_in_plain_words(client: Client) -> None:
    make.edition("kjgm-8", make.series(), ordinal=8, on="2025-11-12")
    details = {"item": {"made": 2}, "claim": {"altered": 1}}
    make.told("edition", "kjgm-8", verb="corrected", details=details)

    page = _text(client.get("/en/changes/").content.decode())

    assert "2 March 2026 Changed Edition 8th Korea-Japan Governors&#39; Meeting" in page
    assert "items of the programme: 2 added · figures and statements: 1 changed" in page


def test_every_kind_of_subject_is_called_by_its_name(client: Client) -> None:
    gyeongbuk, tottori = cast.gyeongbuk(), cast.tottori()
    make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    make.person(), make.place(), make.topic(), make.series(), make.source()
    for kind, key in (
        ("tie", "gyeongbuk-tottori"),
        ("body", "tottori"),
        ("person", "lee-cheol-woo"),
        ("place", "incheon-city"),
        ("topic", "tourism"),
        ("series", "kjgm"),
        ("source", "paper-2018"),
    ):
        make.told(kind, key)

    page = _text(client.get("/en/changes/").content.decode())

    for told in (
        "New Tie Gyeongsangbuk-do – Tottori Prefecture",
        "New Body Tottori Prefecture",
        "New Person Lee Cheol-woo",
        "New Place Incheon",
        "New Topic Tourism",
        "New Series Korea-Japan Governors",
        "New Source Governors meet",
    ):
        assert told in page


def test_what_was_removed_is_called_by_its_key(client: Client) -> None:
    make.told("edition", "gone", verb="removed")

    page = client.get("/en/changes/").content.decode()

    assert "<code>gone</code>" in page
    assert "/en/editions/gone/" not in page


def test_lines_about_users_are_not_public(client: Client) -> None:
    make.told("user", "somebody@example.org")

    assert "somebody" not in client.get("/en/changes/").content.decode()


def test_it_can_be_narrowed_to_one_kind(client: Client) -> None:
    make.series(), make.topic()
    make.told("series", "kjgm"), make.told("topic", "tourism")

    page = client.get("/en/changes/", {"kind": "topic"}).content.decode()

    assert "/en/topics/tourism/" in page
    assert "/en/series/kjgm/" not in page
    assert "is not a choice" in client.get("/en/changes/", {"kind": "user"}).content.decode()
