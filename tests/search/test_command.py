"""`interlocal search`, on the database of the tests."""

import pytest

from interlocal.ground.refused import Refused
from interlocal.ops import main
from interlocal.search import commands
from tests import make
from tests.search.known import known

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERLOCAL_LANGUAGE", "en")
    monkeypatch.setenv("DATABASE_URL", "postgresql:///named-by-the-test")


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    code = main.main(["search", *words])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def test_it_finds_what_the_page_finds(capsys: pytest.CaptureFixture[str]) -> None:
    known("body", "gyeongbuk", ko="경상북도", en="Gyeongsangbuk-do")
    known("item", "e/films", ko="관광 홍보 영상", en="Promotional films")

    assert said(capsys, "경상북도") == (
        0,
        ["Gyeongsangbuk-do  [경상북도]  body/gyeongbuk", "    the name itself", "1 result"],
        "",
    )
    assert (
        said(capsys, "tourism", "--kind", "item")[1][0] == "Promotional films  [관광 홍보 영상]  item/e/films"
    )


def test_the_number_of_results_is_limited(capsys: pytest.CaptureFixture[str]) -> None:
    for at in range(5):
        known("topic", f"t{at}", en=f"Harbour {at}")

    code, lines, _ = said(capsys, "harbour", "--limit", "2")

    assert (code, len([line for line in lines if "topic/" in line]), lines[-1]) == (0, 2, "5 results")


def test_nothing_found_is_told_with_what_would_be(capsys: pytest.CaptureFixture[str]) -> None:
    known("body", "tottori", en="Tottori", countries=("JP",))

    assert said(capsys, "tottori", "--lang", "ko")[:2] == (
        1,
        ["Nothing was found for “tottori”.", "  → tottori (-lang): 1"],
    )


def test_an_unknown_kind_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "tottori", "--kind", "hotel")

    assert (code, lines[0][:33]) == (1, "There is no kind “hotel”. There a")


@pytest.mark.usefixtures("by_the_owner")
def test_a_rebuild_shows_its_progress(capsys: pytest.CaptureFixture[str]) -> None:
    make.body("gangwon", {"en": "Gangwon"})

    code, lines, _ = said(capsys, "rebuild")

    assert (code, [line for line in lines if line.startswith(("body", "source"))]) == (
        0,
        ["body: 1", "source: 1"],
    )
    assert lines[-1] == "2 subjects in the new index; it serves from now on."


def test_a_second_rebuild_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise Refused("rebuild_running", "It is being built already.")

    monkeypatch.setattr(commands, "rebuild", refuse)

    assert said(capsys, "rebuild") == (1, [], "It is being built already.\n")
