"""A delegate's own page: my programme, my delegation, my helpers, and the links that lead to it."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations.commands import links, own_page_links
from interlocal.delegations.commands import own_page as verbs
from interlocal.delegations.models import Datum, Delegate, Link, Mail, PlannedItem, Preparation
from interlocal.delegations.queries import links as link_queries
from interlocal.delegations.queries import own_page as queries
from interlocal.delegations.queries import own_page_links as link_pages
from interlocal.delegations.rules import own_page
from interlocal.documents import own_calendar
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene

SLUG = "forum-2026"
NOON = scene.NOON
LATER = NOON + timedelta(days=1)
UNTIL = datetime(2026, 7, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("audience", "parts"),
    [
        ("all", ["head", "deputy", "member", "interpreter", "press", "staff"]),
        ("seated", ["head", "deputy", "member"]),
        ("heads", ["head"]),
        ("support", ["interpreter", "press", "staff"]),
    ],
)
def test_each_sees_the_items_meant_for_them(audience: str, parts: list[str]) -> None:
    everybody = ["head", "deputy", "member", "interpreter", "press", "staff"]

    assert [part for part in everybody if own_page.is_for(audience=audience, part=part)] == parts


@pytest.mark.parametrize(
    ("changed", "seen", "is_news"),
    [(LATER, NOON, True), (NOON, LATER, False), (LATER, None, False), (None, NOON, False)],
)
def test_news_is_what_changed_after_the_last_look(
    changed: datetime | None, seen: datetime | None, is_news: bool
) -> None:
    assert own_page.is_news(changed_at=changed, seen_at=seen) is is_news


def approved(**others: Any) -> Delegate:
    forum = Preparation.objects.filter(slug=SLUG).first() or scene.preparation()
    return scene.delegate(scene.invitation(forum, "gyeongbuk"), **{"state": "approved", **others})


def item(of: Preparation, title: str, *, day: int = 0, **others: Any) -> PlannedItem:
    return PlannedItem.objects.create(
        preparation=of, kind="session", title=make.text(title), day=day, **others
    )


def holder(who: Delegate) -> Actor:
    """Who opened the link of this delegate."""
    token = links.make_delegate_link(
        actor=scene.secretariat(), at=NOON, preparation=SLUG, delegate=str(who.key), until=UNTIL
    )
    return link_queries.open_link(token=token, at=NOON).actor


def look(actor: Actor, at: datetime = NOON, tongue: str = "en") -> queries.OwnPage:
    return queries.own_page(actor=actor, preparation=SLUG, at=at, tongue=tongue)


@pytest.mark.django_db
def test_my_programme_is_what_is_meant_for_me_by_day() -> None:
    who = approved(part="interpreter")
    item(who.preparation, "Visit", day=1)
    item(who.preparation, "Luncheon of heads", audience="heads")
    item(who.preparation, "Opening", starts_at=time(10))

    page = look(holder(who))

    assert [(str(day.on), [one.title.text for one in day.items]) for day in page.days] == [
        ("2026-06-10", ["Opening"]),
        ("2026-06-11", ["Visit"]),
    ]


@pytest.mark.django_db
def test_changes_are_news_until_i_say_that_i_saw_them() -> None:
    who = approved()
    opening = item(who.preparation, "Opening", changed_at=NOON)
    actor = holder(who)
    verbs.begin(actor=actor, at=NOON)
    first = look(actor)
    PlannedItem.objects.filter(pk=opening.pk).update(changed_at=LATER)
    verbs.begin(actor=actor, at=LATER + timedelta(minutes=1))

    second, third = look(actor), look(actor)
    verbs.note_seen(actor=actor, at=LATER + timedelta(minutes=2))

    assert [len(page.news) for page in (first, second, third, look(actor))] == [0, 1, 1, 0]


@pytest.mark.django_db
def test_i_see_names_of_my_delegation_and_of_no_other() -> None:
    who = approved(reading_family="キム", reading_given="ハヌル", reading_origin="generated")
    scene.delegate(who.invitation, "이", "바다", state="nominated")
    scene.delegate(who.invitation, "박", "산", state="withdrawn")
    scene.delegate(scene.invitation(who.preparation, "tottori"), "藤田", "悦夫", state="approved")

    page = look(holder(who))

    assert [(one.name, one.reading, one.is_generated, one.is_me) for one in page.delegation] == [
        ("김하늘", "キム ハヌル", True, True),
        ("이바다", "", False, False),
    ]


@pytest.mark.django_db
def test_behind_the_page_the_wall_still_shows_only_my_own_row() -> None:
    who = approved()
    scene.delegate(who.invitation, "이", "바다", state="approved")
    actor = holder(who)
    look(actor)

    with standing_as(actor):
        assert list(Delegate.objects.all()) == [who]


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["withdrawn", "refused", "waiting"])
def test_who_does_not_come_sees_no_programme(state: str) -> None:
    since = {"waiting_since": NOON} if state == "waiting" else {}
    who = approved(state=state, **since)
    item(who.preparation, "Opening")

    page = look(holder(who))

    assert (page.is_coming, page.days, page.delegation) == (False, (), ())


@pytest.mark.django_db
def test_the_page_is_only_for_who_holds_its_link() -> None:
    who = approved()
    scene.preparation("other-2026")

    for actor in (
        scene.secretariat(),
        scene.coordinator("gyeongbuk"),
        scene.focal(who.preparation, "gyeongbuk"),
    ):
        with pytest.raises(Delegate.DoesNotExist):
            look(actor)
    with pytest.raises(Preparation.DoesNotExist):
        queries.own_page(actor=holder(who), preparation="other-2026", at=NOON, tongue="en")


@pytest.mark.django_db
def test_the_own_page_costs_the_same_for_few_and_many(django_assert_num_queries: Any) -> None:
    who = approved()
    item(who.preparation, "Opening")
    actor = holder(who)

    def ask() -> None:
        with django_assert_num_queries(15):
            look(actor)

    ask()
    for number in range(3):
        item(who.preparation, f"Session {number}")
        scene.delegate(who.invitation, f"이{number}", state="approved")
    ask()


@pytest.mark.django_db
def test_the_calendar_has_my_hours_in_the_zone_and_not_my_address() -> None:
    who = approved()
    item(who.preparation, "Opening", starts_at=time(10), ends_at=time(11, 30))
    item(who.preparation, "Visit", day=1)

    made = own_calendar.of_delegate(
        look(holder(who)), tongue="en", url="https://record.example/en/", host="record.example"
    ).decode()

    assert "DTSTART;TZID=Asia/Seoul:20260610T100000" in made
    assert "DTEND;TZID=Asia/Seoul:20260610T113000" in made
    assert "DTSTART;VALUE=DATE:20260611" in made
    assert "with/" not in made


# links for all at once


def make_all(**others: Any) -> list[own_page_links.Made]:
    asked = {"actor": scene.secretariat(), "at": NOON, "preparation": SLUG, "until": UNTIL, **others}
    return own_page_links.make_links(
        **asked, addressed=lambda token, language: f"https://x.example/{language}/{token}"
    )


def mails(of: Preparation) -> list[Mail]:
    with standing_as(scene.runs(of)):
        return list(Mail.objects.filter(preparation=of).order_by("pk"))


def with_email(who: Delegate, email: str) -> None:
    with standing_as(scene.runs(who.preparation)):
        Datum.objects.create(
            preparation=who.preparation,
            body=who.body,
            delegate=who,
            field="email",
            text=email,
            set_by="test",
            set_at=NOON,
        )


@pytest.mark.django_db
def test_each_approved_delegate_gets_a_link_and_a_draft_brings_it() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", contact_email="focal@gb.example", contact_name="박 담당")
    people = [scene.delegate(invited, f"김{number}", state="approved") for number in range(3)]
    scene.delegate(invited, "이", state="nominated")
    with_email(people[0], "kim0@gb.example")

    made = make_all()

    drafts = mails(forum)
    assert [one.mailed_to for one in made] == ["kim0@gb.example", "focal@gb.example", "focal@gb.example"]
    assert [(one.to_email, one.kind, one.state, one.language) for one in drafts] == [
        ("kim0@gb.example", "link", "draft", "ko"),
        ("focal@gb.example", "link", "draft", "ko"),
    ]
    assert [one.address in drafts[0].text for one in made] == [True, False, False]
    assert [one.address in drafts[1].text for one in made] == [False, True, True]


@pytest.mark.django_db
def test_the_link_that_was_mailed_opens_the_page_of_that_delegate() -> None:
    who = approved()

    token = make_all()[0].address.rpartition("/")[2]

    held = link_queries.open_link(token=token, at=NOON)
    assert (held.role, held.delegate) == ("delegate", str(who.key))
    assert look(held.actor).me.name == "김하늘"


@pytest.mark.django_db
def test_made_twice_or_sent_twice_nobody_has_two() -> None:
    who, once = approved(), uuid4()
    make_all(once=once)

    with pytest.raises(Refused) as same_form:
        make_all(once=once)
    with pytest.raises(Refused) as another:
        make_all(once=uuid4())

    assert (same_form.value.code, another.value.code) == ("links_shown", "nobody_to_link")
    with standing_as(scene.runs(who.preparation)):
        assert Link.objects.count() == 1


@pytest.mark.django_db
def test_a_link_that_ended_takes_its_draft_along_and_can_be_made_anew() -> None:
    forum = scene.preparation()
    who = scene.delegate(
        scene.invitation(forum, "gyeongbuk", contact_email="focal@gb.example"), state="approved"
    )
    make_all()
    page = link_pages.links_page(actor=scene.secretariat(), preparation=SLUG, at=NOON, tongue="en")
    assert page.rows[0].link is not None

    own_page_links.revoke(actor=scene.secretariat(), at=NOON, preparation=SLUG, link=page.rows[0].link)
    after = link_pages.links_page(
        actor=scene.secretariat(), preparation=SLUG, at=NOON, tongue="en", delegate=who.key
    )
    make_all(delegates=[who.key])

    assert [(page.rows[0].state, page.without), (after.rows[0].state, after.without)] == [
        ("standing", 0),
        ("ended", 1),
    ]
    assert [one.state for one in mails(forum)] == ["discarded", "draft"]


@pytest.mark.django_db
def test_links_are_made_by_the_secretariat_for_its_own_people_with_an_end_to_come() -> None:
    approved()
    other = scene.preparation("other-2026")
    stranger = scene.delegate(scene.invitation(other, "tottori"), state="approved")

    codes = []
    for others in (
        {"actor": scene.coordinator("gyeongbuk")},
        {"until": NOON},
        {"delegates": [stranger.key]},
    ):
        with pytest.raises(Refused) as refused:
            make_all(**others)
        codes.append(refused.value.code)
    with pytest.raises(Preparation.DoesNotExist):
        link_pages.links_page(actor=scene.coordinator("gyeongbuk"), preparation=SLUG, at=NOON, tongue="en")
    with pytest.raises(Delegate.DoesNotExist):
        link_pages.links_page(
            actor=scene.secretariat(), preparation=SLUG, at=NOON, tongue="en", delegate=stranger.key
        )

    assert codes == ["not_yours", "link_past", "nobody_to_link"]
