"""Bodies are invited, told, answer, and are uninvited."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import invitations, links
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Invitation, Mail, Preparation
from interlocal.delegations.queries import invitations as queries
from interlocal.delegations.queries.links import Ended, open_link
from interlocal.delegations.rules import invitations as rules
from interlocal.delegations.rules import invitations_letter
from interlocal.delegations.rules.invitations import Standing, Terms
from interlocal.delegations.rules.invitations_letter import Facts
from interlocal.delegations.rules.nominations import Circumstances
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from interlocal.registry.models import Body
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db

TERMS = Terms(quota=3, support_quota=2, due_on=None, language="ko")


def refusal(code: str) -> "pytest.RaisesContext[Refused]":
    return pytest.raises(Refused, check=lambda said: said.code == code)


def by(actor: Any = None, body: str = "gyeongbuk") -> dict[str, Any]:
    return {
        "actor": actor or scene.secretariat(),
        "at": scene.NOON,
        "preparation": "forum-2026",
        "body": body,
    }


def invited(*slugs: str, **others: Any) -> list[str]:
    given = {"actor": scene.secretariat(), "at": scene.NOON, "preparation": "forum-2026", "quota": 3}
    return invitations.invite_bodies(bodies=slugs, **{**given, **others})


def sent(version: int = 1, **others: Any) -> invitations.Sent:
    address = lambda token, language: f"https://x.example/{language}/with/{token}/"  # noqa: E731
    return invitations.send_invitation(**by(), version=version, address_of=address, **others)


def mails(preparation: Preparation) -> list[Mail]:
    with standing_as(scene.runs(preparation)):
        return list(Mail.objects.order_by("pk"))


def all_of(preparation: Preparation) -> list[Invitation]:
    with standing_as(scene.runs(preparation)):
        return list(Invitation.objects.filter(preparation=preparation).select_related("body").order_by("pk"))


def test_each_body_is_invited_once_in_the_language_of_its_country() -> None:
    forum = scene.preparation()
    scene.body("gyeongbuk"), scene.body("tottori")

    first, again = invited("gyeongbuk", "tottori"), invited("tottori", "gyeongbuk")

    assert (first, again) == (["gyeongbuk", "tottori"], [])
    assert [(one.body.slug, one.language, one.state) for one in all_of(forum)] == [
        ("gyeongbuk", "ko", "draft"),
        ("tottori", "ja", "draft"),
    ]


def test_a_form_sent_twice_gives_the_first_answer() -> None:
    scene.preparation()
    scene.body("gyeongbuk")
    once = uuid4()

    assert invited("gyeongbuk", once=once) == invited("gyeongbuk", once=once) == ["gyeongbuk"]


def test_a_body_that_is_not_on_record_stops_the_whole_list() -> None:
    forum = scene.preparation()
    scene.body("gyeongbuk")

    with pytest.raises(Body.DoesNotExist):
        invited("gyeongbuk", "atlantis")

    assert all_of(forum) == []


def test_only_the_secretariat_invites() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    with refusal("not_yours"):
        invited("gyeongbuk", actor=scene.coordinator("gyeongbuk"))
    with pytest.raises(Preparation.DoesNotExist):
        invited("gyeongbuk", actor=scene.coordinator("tottori"))


def test_a_sent_invitation_leaves_a_draft_mail_with_a_link_that_opens() -> None:
    forum = scene.preparation()
    one = scene.invitation(
        forum, "gyeongbuk", state="draft", contact_name="박담당", contact_email="park@gb.example"
    )

    told = sent()

    mail = mails(forum)[0]
    assert (mail.state, mail.kind, mail.to_email, mail.language) == (
        "draft",
        "invitation",
        "park@gb.example",
        "ko",
    )
    assert f"https://x.example/ko/with/{told.token}/" in mail.text and "경상북도 박담당 귀하" in mail.text
    assert open_link(token=told.token, at=scene.NOON).actor.body_slug == "gyeongbuk"
    assert scene.fresh(one).state == "sent"


def test_sent_twice_by_a_double_click_there_is_one_mail() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk", state="draft", contact_email="park@gb.example")
    once = uuid4()

    sent(once=once), sent(once=once)

    assert len(mails(forum)) == 1


def test_without_an_address_it_is_only_marked_as_sent() -> None:
    forum = scene.preparation()
    one = scene.invitation(forum, "gyeongbuk", state="draft")

    assert sent() == invitations.Sent("", "")

    assert (scene.fresh(one).state, mails(forum)) == ("sent", [])


def test_a_declined_invitation_is_not_sent_again() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk", state="declined")

    with refusal("declined"):
        sent()


def test_an_invitation_not_sent_yet_is_deleted_when_withdrawn() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk", state="draft")

    invitations.withdraw_invitation(**by(), version=1)

    assert all_of(forum) == []


def test_withdrawing_one_that_was_sent_ends_its_links_and_unsent_mails() -> None:
    forum = scene.preparation()
    one = scene.invitation(forum, "gyeongbuk", state="draft", contact_email="park@gb.example")
    token = sent().token

    invitations.withdraw_invitation(**by(), version=2)

    assert (scene.fresh(one).state, mails(forum)[0].state) == ("draft", "discarded")
    with pytest.raises(Ended):
        open_link(token=token, at=scene.NOON)


def test_who_has_nominated_is_not_uninvited() -> None:
    scene.delegate(scene.invitation(scene.preparation(), "gyeongbuk"))

    with refusal("people_nominated"):
        invitations.withdraw_invitation(**by(), version=1)


def test_a_larger_quota_seats_who_waited() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    scene.delegate(one)
    waits = scene.delegate(one, given="바다", state="waiting", waiting_since=scene.NOON)

    promoted = invitations.change_invitation(**by(), version=1, terms=replace(TERMS, quota=2))

    assert promoted == [waits.pk]
    assert scene.fresh(waits).state == "nominated"


def test_terms_changed_by_somebody_else_meanwhile_are_not_overwritten() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk")
    invitations.change_invitation(**by(), version=1, terms=replace(TERMS, quota=5))

    with pytest.raises(Changed) as conflict:
        invitations.change_invitation(**by(), version=1, terms=replace(TERMS, quota=4))

    assert (conflict.value.theirs["quota"], conflict.value.yours["quota"]) == (5, 4)
    assert scene.fresh(one).quota == 5


@pytest.mark.parametrize("actor", ["secretariat", "coordinator", "focal"])
def test_an_answer_is_recorded_by_whoever_gives_it(actor: str) -> None:
    forum = scene.preparation()
    one = scene.invitation(forum, "gyeongbuk")
    who = {
        "secretariat": scene.secretariat(),
        "coordinator": scene.coordinator("gyeongbuk"),
        "focal": scene.focal(forum, "gyeongbuk"),
    }[actor]

    invitations.record_answer(**by(who), answer="declined", version=1)

    assert (scene.fresh(one).state, scene.fresh(one).answered_at) == ("declined", scene.NOON)


def test_another_body_does_not_answer() -> None:
    forum = scene.preparation()
    one = scene.invitation(forum, "gyeongbuk")
    scene.invitation(forum, "tottori")

    for actor in (scene.coordinator("tottori"), scene.focal(forum, "tottori")):
        with pytest.raises(Invitation.DoesNotExist):
            invitations.record_answer(**by(actor), answer="declined", version=1)
        with pytest.raises(Invitation.DoesNotExist):
            invitations.give_headcount(**by(actor), headcount=1, version=1)
    assert scene.fresh(one).state == "sent"


def test_who_names_people_after_all_is_counted_by_name() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk")
    invitations.give_headcount(**by(scene.coordinator("gyeongbuk")), headcount=4, version=1)
    scene.delegate(one)

    with refusal("people_nominated"):
        invitations.give_headcount(**by(scene.coordinator("gyeongbuk")), headcount=4, version=2)


# -- rules --


@pytest.mark.parametrize(
    ("terms", "standing", "expected"),
    [
        (replace(TERMS, quota=0), Standing(), "quota_range"),
        (replace(TERMS, quota=501), Standing(), "quota_range"),
        (replace(TERMS, support_quota=-1), Standing(), "support_range"),
        (replace(TERMS, quota=1), Standing(seated=2), "quota_taken"),
        (replace(TERMS, support_quota=1), Standing(support=2), "support_taken"),
        (replace(TERMS, due_on=date(2026, 6, 11)), Standing(), "due_late"),
        (replace(TERMS, language="fr"), Standing(), "language_unknown"),
    ],
)
def test_terms_that_cannot_be(terms: Terms, standing: Standing, expected: str) -> None:
    found = rules.obstacle_in_terms(terms, first_day=scene.FIRST_DAY, standing=standing)

    assert found is not None and found.code == expected


def circumstances(**others: Any) -> Circumstances:
    given = {"may_nominate": True, "runs": False, "steps": frozenset({"open"}), "invitation": "sent"}
    return Circumstances(**{**given, "due_on": None, "today": date(2026, 3, 2), **others})


@pytest.mark.parametrize(
    ("at", "answer", "standing", "expected"),
    [
        (circumstances(may_nominate=False), "accepted", Standing(), "not_yours"),
        (circumstances(invitation="draft"), "accepted", Standing(), "not_sent"),
        (circumstances(steps=frozenset({"frozen"})), "accepted", Standing(), "frozen"),
        (circumstances(), "perhaps", Standing(), "answer_unknown"),
        (circumstances(), "declined", Standing(waiting=1), "people_nominated"),
    ],
)
def test_answers_that_cannot_be(at: Circumstances, answer: str, standing: Standing, expected: str) -> None:
    found = rules.obstacle_to_answering(at, answer=answer, standing=standing)

    assert found is not None and found.code == expected


@pytest.mark.parametrize("headcount", [0, 6])
def test_a_headcount_is_within_what_was_offered(headcount: int) -> None:
    found = rules.obstacle_to_headcount(circumstances(), headcount=headcount, most=5, standing=Standing())

    assert found is not None and found.code == "over_quota"


def test_nobody_is_no_list() -> None:
    found = rules.obstacle_to_inviting([])

    assert found is not None and found.code == "nobody_invited"


# -- letters --

FACTS = Facts(
    "경상북도", "박담당", "협의회", "포럼", "서울", scene.FIRST_DAY, date(2026, 6, 12), date(2026, 5, 1), 3, 2
)


@pytest.mark.parametrize(
    ("language", "address", "days", "people", "close"),
    [
        (
            "ko",
            "경상북도 박담당 귀하",
            "2026년 6월 10~11일",
            "대표 3명 이내(통역·수행 인원 2명 이내 별도)",
            "끝.",
        ),
        ("ja", "박담당　様", "2026年6月10日～11日", "代表3名以内（ほかに通訳・随行者2名以内）", "以上"),
        (
            "zh-Hans",
            "경상북도 박담당：",
            "2026年6月10日至11日",
            "正式代表不超过3人，翻译及随行人员不超过2人",
            "敬礼！",
        ),
        (
            "en",
            "Dear 박담당,",
            "10–11 June 2026",
            "up to 3 people, and up to 2 people more",
            "Yours faithfully,",
        ),
    ],
)
def test_the_letter_tells_everything_in_its_own_register(
    language: str, address: str, days: str, people: str, close: str
) -> None:
    text = invitations_letter.letter(FACTS, language)

    assert [said in text for said in (address, days, people, close, "서울", "2026")] == [True] * 6


@pytest.mark.parametrize("language", ["ko", "ja", "zh-Hans", "en"])
def test_what_is_not_known_leaves_no_empty_line(language: str) -> None:
    text = invitations_letter.letter(
        replace(FACTS, place="", due_on=None, contact="", support_quota=0), language
    )

    labels = invitations_letter._LABELS[language]
    assert (labels[2] in text, labels[4] in text, "None" in text) == (False, False, False)


def test_a_letter_written_by_hand_is_sent_as_written() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk", state="draft", contact_email="p@gb.example", letter="어서 오십시오.")

    sent()

    assert mails(forum)[0].text.startswith("어서 오십시오.\n\n▶")


# -- whom it could invite --


def test_bodies_are_found_by_name_by_association_and_by_the_last_edition() -> None:
    last = scene.preparation("forum-2025")
    scene.invitation(last, "tottori")
    scene.preparation(after=last)
    garok, gyeongbuk = scene.body("garok"), scene.body("gyeongbuk")
    make.member(garok, gyeongbuk)
    who = {"actor": scene.secretariat(), "preparation": "forum-2026", "tongue": "en"}

    by_group = queries.choices_page(**who, group="garok")
    by_last = queries.choices_page(**who, group="last")

    assert [one.slug for one in by_group.found] == ["gyeongbuk"]
    assert [one.slug for one in by_last.found] == ["tottori"]
    assert [(group.slug, group.members) for group in by_group.groups] == [("garok", 1)]


def test_the_list_costs_the_same_for_one_and_for_three() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    who = {"actor": scene.secretariat(), "preparation": "forum-2026", "tongue": "en"}

    with CaptureQueriesContext(connection) as one:
        queries.invitations_page(**who)
    scene.delegate(scene.invitation(forum, "tottori"))
    scene.delegate(scene.invitation(forum, "busan"))
    with CaptureQueriesContext(connection) as three:
        page = queries.invitations_page(**who)

    assert len(page.rows) == 3
    assert len(one) == len(three)


def test_the_invited_do_not_see_who_else_is_invited() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    for actor in (scene.coordinator("gyeongbuk"), scene.focal(forum, "gyeongbuk")):
        with pytest.raises(Preparation.DoesNotExist):
            queries.invitations_page(actor=actor, preparation="forum-2026", tongue="en")


def test_links_end_a_week_after_the_last_day() -> None:
    end = rules.links_end(until_on=date(2026, 6, 12), zone="Asia/Seoul")

    assert end.isoformat() == "2026-06-18T15:00:00+00:00"
    assert timedelta(minutes=1) == links.TELLS_USE_EVERY
