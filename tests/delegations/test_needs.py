"""What a preparation asks of people."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations import kinds
from interlocal.delegations.commands import needs, personal
from interlocal.delegations.models import Need, Preparation
from interlocal.delegations.queries import needs as queries
from interlocal.delegations.rules.needs import Asked, obstacle_to_asking, usual
from interlocal.ground.refused import Refused
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NOON = scene.NOON


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def ask(*asked: Asked, version: int | None = None, **others: Any) -> None:
    now = queries.needs_page(actor=scene.secretariat(), preparation="forum-2026").version
    options = {"actor": scene.secretariat(), "at": NOON, "preparation": "forum-2026", **others}
    needs.ask(version=now if version is None else version, asked=asked, **options)


def page() -> queries.NeedsPage:
    return queries.needs_page(actor=scene.secretariat(), preparation="forum-2026")


def test_every_class_has_its_usual_time() -> None:
    assert usual("passport") == Asked("passport", "invitation", False, 30)
    assert usual("diet") == Asked("diet", "meals", False, 7)
    assert usual("email") == Asked("email", "contact", False, 365)


def test_exactly_what_was_chosen_is_asked() -> None:
    scene.preparation()
    ask(usual("email"), usual("diet"))
    ask(usual("email"), Asked("passport", "invitation", True, 14))

    asked = [row.need for row in page().rows if row.is_asked]

    assert asked == [usual("email"), Asked("passport", "invitation", True, 14)]


def test_each_field_tells_the_day_it_is_erased_even_when_nobody_closes() -> None:
    scene.preparation()
    ask(usual("diet"))

    days = {row.field: row.erased_on.isoformat() for row in page().rows if row.is_asked}

    # 12 June is the day after; sixty days make 11 August, and seven more.
    assert days == {"diet": "2026-08-18"}


def test_somebody_else_saved_meanwhile() -> None:
    scene.preparation()
    ask(usual("email"))

    with pytest.raises(kinds.Changed) as caught:
        ask(usual("diet"), version=0)

    assert (list(caught.value.theirs), list(caught.value.yours)) == (["e-mail"], ["diet"])


def test_sent_twice_it_is_one_change() -> None:
    scene.preparation()
    ask(usual("email"))
    before = Need.objects.get().pk

    ask(usual("email"))

    assert Need.objects.get().pk == before


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (Asked("email", "contact", True, 731), "kept_too_long"),
        (Asked("email", "contact", True, 366), "kept_longer"),
        (Asked("email", "travel", True, 365), "other_purpose"),
    ],
)
def test_what_people_agreed_to_stays_true(after: Asked, code: str) -> None:
    before = [usual("email")]

    obstacle = obstacle_to_asking(before=before, after=[after], held={"email"})

    assert obstacle is not None
    assert obstacle.code == code


def test_without_data_purpose_and_time_may_change_and_with_it_become_shorter() -> None:
    longer, shorter = Asked("email", "travel", True, 400), Asked("email", "contact", True, 10)

    assert obstacle_to_asking(before=[usual("email")], after=[longer], held=()) is None
    assert obstacle_to_asking(before=[usual("email")], after=[shorter], held={"email"}) is None


def test_what_is_held_counts() -> None:
    forum = scene.preparation()
    ask(usual("email"))
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    personal.save(
        actor=scene.coordinator("gyeongbuk"),
        at=NOON,
        preparation=forum.slug,
        delegate=str(one.key),
        typed={"email": "a@b.example"},
    )

    with pytest.raises(Refused) as caught:
        ask(Asked("email", "travel", False, 365))

    assert {row.field: row.held for row in page().rows if row.is_asked} == {"email": 1}
    assert caught.value.code == "other_purpose"


def test_a_closed_event_asks_nothing_new() -> None:
    scene.preparation(closed_on=scene.FIRST_DAY)

    with pytest.raises(Refused) as caught:
        ask(usual("email"))

    assert caught.value.code == "over"


def test_a_reader_looks_and_the_invited_do_not() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    shown = queries.needs_page(actor=scene.reader("garok"), preparation=forum.slug)

    assert shown.may_change is False
    with pytest.raises(Refused):
        ask(usual("email"), actor=scene.reader("garok"))
    with pytest.raises(Preparation.DoesNotExist):
        queries.needs_page(actor=scene.coordinator("gyeongbuk"), preparation=forum.slug)
    with pytest.raises(Refused):
        ask(usual("email"), actor=scene.coordinator("gyeongbuk"))


def test_the_page_costs_the_same_however_much_is_asked() -> None:
    scene.preparation()

    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            page()
        return len(caught)

    ask(usual("email"))
    first = cost()
    ask(usual("email"), usual("diet"), usual("passport"))

    assert cost() == first
