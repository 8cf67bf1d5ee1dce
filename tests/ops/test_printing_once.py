"""`interlocal print`: a paper into a file, with the rights of who is named."""

import argparse
from typing import Any

import pytest

from interlocal.documents import printing
from interlocal.ground.refused import Refused
from interlocal.ops import printing_once
from interlocal.ops.main import _parser
from tests import make
from tests.delegations import scene
from tests.documents import little

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "papers", lambda: {"tiny": little.PAPER})


def words(*given: str) -> argparse.Namespace:
    return _parser().parse_args(["print", "forum-2026", "tiny", *given])


def refused(*given: str) -> str:
    with pytest.raises(Refused) as refusal:
        printing_once.printed(words(*given), at=make.NOON)
    return refusal.value.code


def test_a_paper_is_printed_with_the_rights_of_who_is_named() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    ours, theirs = scene.secretariat(), scene.coordinator("gyeongbuk")

    for given in (
        ("--as", ours.name, "--lang", "ko", "--lang", "ja", "--format", "docx"),
        ("--as", theirs.name, "--body", "gyeongbuk", "--option", "size=a3"),
    ):
        made = printing_once.printed(words(*given), at=make.NOON)
        assert made.content

    assert refused("--as", theirs.name) == "own_only"
    assert refused("--as", "nobody@example.org") == "nobody"
    assert refused("--as", scene.coordinator("busan").name) == "no_preparation"
    assert refused("--as", ours.name, "--hat", "busan") == "no_preparation"
    assert refused("--as", ours.name, "--format", "svg") == "format_unknown"


def test_who_wears_two_hats_prints_as_the_secretariat() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    scene.actor("gyeongbuk", "coordinator", email="both@example.org")
    scene.actor("garok", "secretariat", email="both@example.org")

    made: Any = printing_once.printed(words("--as", "both@example.org"), at=make.NOON)

    assert made.filename == "forum-2026-tiny-en.pdf"
    assert refused("--as", "both@example.org", "--hat", "gyeongbuk") == "own_only"
