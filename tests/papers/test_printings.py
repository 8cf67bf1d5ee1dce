"""Ordering papers: who may, how many, how results are kept, and what a worker that dies leaves behind."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations.models import Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.papers.commands import printings, working
from interlocal.papers.models import Printing
from interlocal.papers.queries import printings as queries
from interlocal.papers.queries.asking import asker
from interlocal.registry.models import Body, Mandate
from tests import make
from tests.delegations import scene
from tests.owning import owning

pytestmark = pytest.mark.django_db

AT = make.NOON
WISH = {"tongues": ["ko", "en"]}


def asked(actor: Actor, **others: Any) -> str:
    given: dict[str, Any] = {
        "actor": actor,
        "at": AT,
        "preparation": "forum-2026",
        "once": None,
        "paper": "tiny",
        "format": "pdf",
        "wish": WISH,
        "shows": ("public",),
    }
    return printings.ask_printing(**{**given, **others})


def taken(at: datetime = AT) -> working.Held | None:
    with owning():
        return working.take_next(actor=working.WORKER, at=at)


def kept(key: str, content: bytes = b"%PDF", *, sha256: str = "a" * 64, at: datetime = AT) -> bool:
    result = working.Result("f.pdf", "application/pdf", content, 1, None)
    with owning():
        return working.keep_result(actor=working.WORKER, at=at, key=key, input_sha256=sha256, result=result)


def row(actor: Actor, key: str) -> queries.PrintingRow:
    return queries.printing(actor=actor, preparation="forum-2026", key=key)


def refused(actor: Actor, **others: Any) -> str:
    with pytest.raises(Refused) as refusal:
        asked(actor, **others)
    return refusal.value.code


# -- who --


def test_an_order_waits_is_printed_and_its_file_can_be_fetched() -> None:
    scene.preparation()
    ours = scene.secretariat()

    key = asked(ours)
    before = row(ours, key)
    held = taken()
    kept(key, b"%PDF-1.7 paper")
    after = row(ours, key)

    assert (before.state, before.kept, before.is_open) == ("queued", False, True)
    assert held is not None and (held.key, held.wish, held.preparation) == (key, WISH, "forum-2026")
    assert (after.state, after.kept, after.size, after.can_end) == ("done", True, 14, False)
    file = queries.result(actor=ours, preparation="forum-2026", key=key)
    assert (file.content, file.sha256) == (b"%PDF-1.7 paper", after.sha256)
    verbs = Entry.objects.filter(subject_key="forum-2026").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["printing_asked", "printed"]


def test_a_form_sent_twice_orders_once() -> None:
    scene.preparation()
    ours, once = scene.secretariat(), uuid4()

    first, second = asked(ours, once=once), asked(ours, once=once)

    assert first == second
    assert len(queries.papers_page(actor=ours, preparation="forum-2026", tongue="en", at=AT).printings) == 1


def test_a_reader_of_the_secretariat_prints_everything_too() -> None:
    scene.preparation()

    assert asked(scene.reader("garok"), shows=("public", "inner"))


def test_an_invited_body_prints_its_own_delegation_and_only_what_is_public() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    theirs = scene.coordinator("gyeongbuk")
    own = {**WISH, "body": "gyeongbuk"}

    assert asked(theirs, wish=own)
    assert refused(theirs) == "own_only"
    assert refused(theirs, wish={**WISH, "body": "tottori"}) == "own_only"
    assert refused(theirs, wish=own, shows=("public", "diet")) == "inner_paper"
    assert refused(scene.reader("gyeongbuk"), wish=own) == "not_yours"


def test_a_focal_point_prints_by_its_link_and_a_desk_or_a_stranger_does_not() -> None:
    forum = scene.preparation()
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    own = {**WISH, "body": "gyeongbuk"}

    assert asked(scene.focal(forum, "gyeongbuk"), wish=own)
    assert refused(scene.own_page(one), wish=own) == "not_yours"
    with pytest.raises(Preparation.DoesNotExist):
        asked(scene.coordinator("busan"), wish={**WISH, "body": "busan"})


def test_a_printing_is_there_for_the_body_that_ordered_it_only() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    theirs, ours = scene.coordinator("gyeongbuk"), scene.secretariat()
    key = asked(theirs, wish={**WISH, "body": "gyeongbuk"})
    taken()
    kept(key)

    with pytest.raises(Printing.DoesNotExist):
        queries.result(actor=ours, preparation="forum-2026", key=key)
    with pytest.raises(Printing.DoesNotExist):
        printings.cancel_printing(actor=ours, at=AT, preparation="forum-2026", key=key)
    assert queries.papers_page(actor=ours, preparation="forum-2026", tongue="en", at=AT).printings == ()


def test_a_body_has_so_many_open_orders_and_no_more() -> None:
    scene.preparation()
    ours = scene.secretariat()
    keys = [asked(ours) for _ in range(8)]

    assert refused(ours) == "too_many_open"
    printings.cancel_printing(actor=ours, at=AT, preparation="forum-2026", key=keys[0])
    assert asked(ours)


@pytest.mark.parametrize("tongues", [[], ["ko", "ko"], ["ko", "ja", "en"], ["fr"]])
def test_languages_are_one_or_two_of_four(tongues: list[str]) -> None:
    scene.preparation()

    assert refused(scene.secretariat(), wish={"tongues": tongues}) == "tongues"


# -- the worker --


def test_each_order_is_taken_once_the_longest_waiting_first() -> None:
    scene.preparation()
    ours = scene.secretariat()
    later, first = asked(ours, at=AT + timedelta(minutes=1)), asked(ours)

    found = [taken(), taken(), taken()]

    assert [held.key if held else None for held in found] == [first, later, None]


def test_what_was_cancelled_is_not_kept_and_its_worker_hears_of_it() -> None:
    scene.preparation()
    ours = scene.secretariat()
    key = asked(ours)
    taken()

    printings.cancel_printing(actor=ours, at=AT, preparation="forum-2026", key=key)

    with owning():
        assert working.says_progress(actor=working.WORKER, at=AT, key=key) is False
    assert kept(key) is False
    assert (row(ours, key).state, row(ours, key).kept) == ("cancelled", False)
    with pytest.raises(Refused):
        printings.cancel_printing(actor=ours, at=AT, preparation="forum-2026", key=key)


def test_an_order_whose_worker_is_silent_waits_again_three_times_and_then_has_failed() -> None:
    scene.preparation()
    ours = scene.secretariat()
    key = asked(ours)
    found = []

    for turn in range(3):
        at = AT + timedelta(minutes=5 * turn)
        taken(at)
        with owning():
            early = working.give_back_lost(actor=working.WORKER, at=at + timedelta(seconds=59))
            late = working.give_back_lost(actor=working.WORKER, at=at + timedelta(seconds=61))
        found.append((early, late, row(ours, key).state))

    assert found == [(0, 1, "queued"), (0, 1, "queued"), (0, 1, "failed")]
    assert row(ours, key).refusal == "lost"


def test_the_very_same_input_of_the_same_body_is_not_set_again() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    first = asked(scene.secretariat())
    taken()
    kept(first, b"once", sha256="b" * 64)
    again = asked(scene.secretariat())
    theirs = asked(scene.coordinator("gyeongbuk"), wish={**WISH, "body": "gyeongbuk"})

    with owning():
        found = [
            working.kept_before(actor=working.WORKER, key=key, input_sha256=sha256)
            for key, sha256 in ((again, "b" * 64), (again, "c" * 64), (theirs, "b" * 64))
        ]

    assert [one.content if one else None for one in found] == [b"once", None, None]


def test_a_printing_is_made_as_who_asked_with_the_rights_of_today() -> None:
    scene.preparation()
    ours = scene.secretariat()
    asked(ours)
    held = taken()
    assert held is not None
    given: dict[str, Any] = {"user": held.user, "link": held.link, "body": held.body, "at": AT}

    before = asker(**given)
    Mandate.objects.filter(user=ours.user).delete()

    assert (before.user, before.body, before.roles) == (ours.user, ours.body, ours.roles)
    with pytest.raises(Body.DoesNotExist):
        asker(**given)


# -- how long --


def test_results_go_a_month_after_closing_and_the_order_stays() -> None:
    forum = scene.preparation()
    ours = scene.secretariat()
    key = asked(ours)
    taken()
    kept(key)
    Preparation.objects.filter(pk=forum.pk).update(closed_on=AT.date() + timedelta(days=10))

    with owning():
        early = working.throw_away_due(actor=working.WORKER, at=AT + timedelta(days=39))
        late = working.throw_away_due(actor=working.WORKER, at=AT + timedelta(days=40))

    assert (early, late) == (0, 1)
    assert (row(ours, key).kept, row(ours, key).refusal, row(ours, key).state) == (False, "expired", "done")


def test_an_edition_nobody_closes_counts_as_closed_sixty_days_after_it() -> None:
    scene.preparation(until_on=date(2026, 6, 12))
    key = asked(scene.secretariat())

    with owning():
        assert Printing.objects.get(key=key).keep_until == date(2026, 6, 12) + timedelta(days=90)


def test_an_erased_person_takes_the_results_that_may_name_them() -> None:
    forum = scene.preparation()
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    ours = scene.secretariat()
    key, running = asked(ours, wish={**WISH, "person": str(one.key)}), asked(ours)
    taken()
    kept(key)
    taken()

    with owning():
        type(one).objects.filter(pk=one.pk).update(erased_at=AT + timedelta(seconds=1))

    after = row(ours, key)
    assert (after.kept, after.refusal, after.wish, after.state) == (False, "erased", WISH, "done")
    assert kept(running) is False
    assert row(ours, running).state == "queued"
