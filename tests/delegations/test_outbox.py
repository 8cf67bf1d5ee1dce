"""Mail: drafts first, sent when chosen, held by one worker, never lost and never sent to nobody."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations import kinds
from interlocal.delegations.commands import outbox as commands
from interlocal.delegations.commands import reminders, sending
from interlocal.delegations.models import Mail, Milestone, Preparation
from interlocal.delegations.queries import outbox as queries
from interlocal.delegations.rules import outbox as rules
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.owning import owning

NOON = scene.NOON
WORKER = Actor("mail")


def forum_with_drafts(count: int = 1) -> tuple[Preparation, list[str]]:
    forum = scene.preparation()
    row = scene.invitation(forum, "gyeongbuk", contact_email="kim@gb.example", contact_name="김")
    scene.invitation(forum, "tottori", contact_email="", language="ja")
    with standing_as(scene.runs(forum)):
        drafts = [
            Mail.objects.create(
                preparation=forum,
                body=row.body,
                kind="free",
                language="ko",
                to_name="김",
                to_email="kim@gb.example",
                subject=f"안내 {number}",
                text="본문",
                made_by="x",
                made_at=NOON + timedelta(seconds=number),
            )
            for number in range(count)
        ]
    return forum, [str(draft.key) for draft in drafts]


def states(forum: Preparation) -> list[str]:
    with standing_as(scene.runs(forum)):
        return list(Mail.objects.order_by("made_at").values_list("state", flat=True))


def asked(forum: Preparation) -> dict[str, Any]:
    return {"actor": scene.secretariat(), "at": NOON, "preparation": forum.slug}


@pytest.mark.django_db
def test_only_the_chosen_are_sent() -> None:
    forum, (first, _second) = forum_with_drafts(2)

    sent = commands.send_mails(**asked(forum), mails=[first, first], send_at=None)

    assert sent == 1
    assert states(forum) == ["queued", "draft"]


@pytest.mark.django_db
def test_an_empty_choice_sends_nothing() -> None:
    forum, _drafts = forum_with_drafts(2)

    assert commands.send_mails(**asked(forum), mails=[], send_at=None) == 0
    assert states(forum) == ["draft", "draft"]


@pytest.mark.django_db
def test_what_was_sent_before_is_not_sent_again() -> None:
    forum, drafts = forum_with_drafts()
    with standing_as(scene.runs(forum)):
        Mail.objects.update(state="sent")

    assert commands.send_mails(**asked(forum), mails=drafts, send_at=None) == 0
    assert states(forum) == ["sent"]


@pytest.mark.django_db
def test_a_queued_mail_is_taken_back_and_put_aside() -> None:
    forum, drafts = forum_with_drafts()
    commands.send_mails(**asked(forum), mails=drafts, send_at=None)

    back = commands.take_back(**asked(forum), mails=drafts)
    gone = commands.discard_mails(**asked(forum), mails=drafts)

    assert (back, gone, states(forum)) == (1, 1, ["discarded"])


@pytest.mark.django_db
def test_a_draft_is_worded_anew_but_not_over_somebody_elses_words() -> None:
    forum, (key,) = forum_with_drafts()
    words = {"to_name": "김", "to_email": "kim@gb.example", "subject": "새 제목", "text": "새 본문"}
    commands.change_mail(**asked(forum), mail=key, version=1, **words)

    with pytest.raises(kinds.Changed) as changed:
        commands.change_mail(**asked(forum), mail=key, version=1, **{**words, "subject": "다른 제목"})

    assert (changed.value.theirs["subject"], changed.value.yours["subject"]) == ("새 제목", "다른 제목")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"state": "sent"}, "mail_gone"),
        ({"to_email": "nobody"}, "no_address"),
        ({"to_email": "a@b.example\nBcc: c@d.example"}, "no_address"),
        ({"subject": "x\r\nBcc: c@d.example"}, "line_in_subject"),
        ({"subject": " "}, "no_subject"),
        ({"text": " "}, "no_text"),
    ],
)
def test_no_line_end_becomes_a_head_line_and_nothing_goes_to_nobody(
    values: dict[str, str], code: str
) -> None:
    mail = {"state": "draft", "to_email": "kim@gb.example", "subject": "제목", "text": "본문"}

    obstacle = rules.obstacle_to_writing(**{**mail, **values})

    assert obstacle is not None
    assert obstacle.code == code


@pytest.mark.django_db
def test_one_text_becomes_a_draft_for_each_contact_once() -> None:
    forum, _drafts = forum_with_drafts(0)
    once = uuid4()
    given = {"once": once, "bodies": ["gyeongbuk", "tottori"], "subject": "안내", "text": "본문"}

    made = [commands.write_mail(**asked(forum), **given) for _click in range(2)]

    assert made == [1, 1]
    assert states(forum) == ["draft"]


@pytest.mark.django_db
def test_the_outbox_is_the_secretariats() -> None:
    forum, (key,) = forum_with_drafts()
    lee = scene.coordinator("tottori")

    with pytest.raises(Preparation.DoesNotExist):
        queries.outbox_page(actor=lee, preparation=forum.slug, state="", number=None, tongue="en")
    with pytest.raises(Refused) as refused:
        commands.send_mails(actor=lee, at=NOON, preparation=forum.slug, mails=[key], send_at=None)
    assert refused.value.code == "not_yours"


# -- the worker: as the owner of the tables --


@pytest.fixture
def as_owner(transactional_db: None) -> Iterator[None]:
    with owning():
        yield


@pytest.fixture
def queued(as_owner: None) -> tuple[Preparation, list[str]]:
    forum, drafts = forum_with_drafts(2)
    commands.send_mails(**asked(forum), mails=drafts, send_at=None)
    return forum, drafts


def held(at: Any = NOON) -> list[str]:
    return [mail.key for mail in sending.hold_mails(actor=WORKER, at=at, limit=10)]


@pytest.mark.django_db(transaction=True)
def test_a_mail_is_held_by_one_worker_and_sent_once(queued: tuple[Preparation, list[str]]) -> None:
    forum, drafts = queued

    assert held() == drafts
    assert held() == []
    for key in drafts:
        sending.mark_sent(actor=WORKER, at=NOON, mail=key)

    assert states(forum) == ["sent", "sent"]


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_sending_loses_nothing(queued: tuple[Preparation, list[str]]) -> None:
    _forum, drafts = queued
    held()

    taken_up = held(NOON + rules.LEASE)

    assert taken_up == drafts


@pytest.mark.django_db(transaction=True)
def test_what_may_pass_is_tried_again_until_it_has_failed(queued: tuple[Preparation, list[str]]) -> None:
    forum, (key, _other) = queued
    at = NOON
    for wait in rules.WAITS:
        assert key in held(at)
        sending.mark_failed(actor=WORKER, at=at, mail=key, error="busy", for_good=False)
        assert key not in held(at)
        at += wait

    assert key in held(at)
    sending.mark_failed(actor=WORKER, at=at, mail=key, error="busy", for_good=False)

    assert states(forum)[0] == "failed"


@pytest.mark.django_db(transaction=True)
def test_a_mail_planned_for_later_waits_for_its_moment(as_owner: None) -> None:
    forum, drafts = forum_with_drafts()
    commands.send_mails(**asked(forum), mails=drafts, send_at=NOON + timedelta(hours=1))

    assert held() == []
    assert held(NOON + timedelta(hours=1)) == drafts


@pytest.mark.django_db(transaction=True)
def test_reminders_are_drafted_once_for_who_has_not_submitted(as_owner: None) -> None:
    forum, _none = forum_with_drafts(0)
    Milestone.objects.filter(preparation=forum, step="closed").update(due_on=date(2026, 3, 9))

    first = reminders.draft_reminders(actor=WORKER, at=NOON)
    again = reminders.draft_reminders(actor=WORKER, at=NOON + timedelta(hours=1))
    last = reminders.draft_reminders(actor=WORKER, at=NOON + timedelta(days=6))

    assert (first, again, last) == (1, 0, 1)
    assert states(forum) == ["draft", "draft"]
