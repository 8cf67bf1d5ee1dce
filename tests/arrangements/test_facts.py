"""What papers are made from: the order, the versions, and nothing of a person that the paper may not show."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands.releases import _keep as keep_release
from interlocal.arrangements.models import Cost, Photo, Placing, Release, Seating, Words
from interlocal.arrangements.queries.facts import facts as query
from interlocal.arrangements.queries.sheet import sheet
from interlocal.arrangements.rules import facts_diets
from interlocal.arrangements.rules.facts import Contact, Facts
from interlocal.delegations import kinds
from interlocal.delegations.commands import needs, order, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import CheckIn, Delegate, Escort, Invitation, Milestone, Preparation
from interlocal.delegations.queries.order import order_page
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import usual
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.arrangements import saying
from tests.delegations import scene

NOON, SLUG = scene.NOON, saying.SLUG
MARKED = {
    "email": "marker@marker.example",
    "phone": "+82 10 9999 0001",
    "emergency": "MARKER emergency",
    "birth": "1971-03-09",
    "nationality": "KR",
    "passport": "M98765432",
    "passport_until": "2031-11-07",
    "sex": "X",
    "arrival": "MARKER arrival",
    "diet": "MARKER halal",
    "access": "MARKER wheelchair",
    "health": "MARKER nuts",
}
MARKS = ("MARKER", "marker@", "9999 0001", "1971-03-09", "M98765432", "2031-11-07")


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def facts(actor: Actor | None = None, **others: Any) -> Facts:
    return query(actor=actor or scene.secretariat(), preparation=SLUG, at=NOON, **others)


def keys(found: Facts) -> list[str]:
    return [one.key for one in found.people()]


def encoded(found: Facts) -> str:
    return msgspec.json.encode(found).decode()


def filled(one: Delegate, **typed: str) -> None:
    """Everything that may be asked, given by one delegate."""
    with standing_as(scene.runs(one.preparation)):
        personal.save(
            actor=scene.runs(one.preparation),
            at=NOON,
            preparation=SLUG,
            delegate=str(one.key),
            typed=typed or MARKED,
            agreed=Agreed(CURRENT, "ko", ("identity", "sensitive")),
        )


def asking() -> None:
    everything = [usual(field) for field in kinds.Field.values]
    needs.ask(actor=scene.secretariat(), at=NOON, preparation=SLUG, version=0, asked=everything)


def released(made: Preparation, number: int) -> None:
    now = sheet(actor=scene.secretariat(), preparation=SLUG)
    with standing_as(scene.runs(made)):
        keep_release(made, now, number, scene.secretariat(), NOON, "", is_public=False)


# -- who, in which order --


@pytest.mark.django_db
def test_people_stand_and_are_numbered_as_on_the_page_of_the_order() -> None:
    made, _kim, _fujita = saying.forum()
    invited = scene.invitation(made, "gangneung")
    for number, family in enumerate(("이", "박", "최")):
        scene.delegate(invited, family, position=0, grade="officer", part="head" if number == 2 else "member")
    park = keys(facts())[1]
    order.move_delegate(**saying.asked(), delegate=park, before="", reason="arrives late")
    order.move_delegation(**saying.asked(), body="tottori", before="gangneung", reason="guest of honour")

    found = facts()
    page = order_page(actor=scene.secretariat(), preparation=SLUG, tongue="en")

    assert [(one.body, one.number) for one in found.delegations] == [
        (one.slug, one.number) for one in page.delegations
    ]
    assert [(one.key, one.within) for one in found.people()] == [
        (one.key, one.number) for delegation in page.delegations for one in delegation.delegates
    ]
    assert [one.number for one in found.people()] == [1, 2, 3, 4, 5]
    assert [one.family for one in found.people()] == ["藤田", "최", "이", "박", "김"]


@pytest.mark.django_db
def test_names_are_official_in_every_language_and_posts_stay_texts() -> None:
    made, kim, _fujita = saying.forum()
    with standing_as(scene.runs(made)):
        Delegate.objects.filter(pk=kim.pk).update(
            post=saying.text("Governor", ko="도지사"), latin_family="Kim", latin_origin="generated"
        )

    found = facts()
    ours = found.delegation("gyeongbuk")
    assert ours

    assert {tongue: name.text for tongue, name in ours.name.items()} == {
        "ko": "경상북도",
        "ja": "慶尚北道",
        "zh-Hans": "庆尚北道",
        "en": "Gyeongsangbuk-do",
    }
    assert ours.people[0].post == saying.text("Governor", ko="도지사")
    assert (ours.people[0].latin_is_generated, ours.people[0].reading_is_generated) == (True, False)


@pytest.mark.django_db
def test_once_approval_is_done_only_the_approved_come_unless_asked_otherwise() -> None:
    made, kim, fujita = saying.forum()
    with standing_as(scene.runs(made)):
        Delegate.objects.filter(pk=fujita.pk).update(state="nominated")

    before = keys(facts())
    Milestone.objects.filter(preparation=made, step="approved").update(done_at=NOON)

    assert before == [str(kim.key), str(fujita.key)]
    assert keys(facts()) == [str(kim.key)]
    assert keys(facts(states=kinds.STANDING)) == [str(kim.key), str(fujita.key)]


@pytest.mark.django_db
def test_a_body_that_sent_only_a_number_comes_after_those_with_people() -> None:
    made, _kim, _fujita = saying.forum()
    scene.invitation(made, "aomori", headcount=4, contact_name="Desk", letter="Dear", due_on=date(2026, 5, 1))
    scene.invitation(made, "busan", state="declined")

    last = facts().delegations[-1]

    assert (last.body, last.number, last.people, last.headcount) == ("aomori", 3, (), 4)
    assert (last.contact_name, last.letter, last.due_on) == ("Desk", "Dear", date(2026, 5, 1))
    assert len(facts().delegations) == 3


# -- the programme --


@pytest.mark.django_db
def test_the_secretariat_prints_work_in_progress_and_an_invited_body_what_was_let_out() -> None:
    made, kim, _fujita = saying.forum()
    saying.item(made, "Opening")
    released(made, 1)
    saying.item(made, "Secret plan")
    focal = scene.focal(made, "gyeongbuk")

    ours, first, theirs = facts(), facts(release=1), facts(focal)

    assert [len(one.sheet.items) for one in (ours, first, theirs)] == [2, 1, 1]
    assert [one.sheet.number for one in (ours, first, theirs)] == [None, 1, 1]
    assert keys(theirs) == [str(kim.key)]
    with pytest.raises(Release.DoesNotExist):
        facts(release=7)


@pytest.mark.django_db
def test_an_invited_body_sees_nothing_of_others_nor_of_what_the_secretariat_keeps() -> None:
    made, kim, fujita = saying.forum()
    with standing_as(scene.runs(made)):
        Words.objects.create(preparation=made, kind="greeting", text=saying.text("Welcome"))
        Cost.objects.create(preparation=made, title=saying.text("Bus"))
        Escort.objects.create(preparation=made, body=fujita.body, kind="liaison", name="Lee")
        CheckIn.objects.create(
            preparation=made, body=fujita.body, delegate=fujita, once=uuid4(), day=0, seen_at=NOON, at=NOON
        )

    found = facts(scene.coordinator("gyeongbuk"), shows=("inner",))

    assert [one.body for one in found.delegations] == ["gyeongbuk"]
    assert keys(found) == [str(kim.key)]
    assert (found.sheet.items, found.words, found.costs, found.attended) == ((), (), (), {})
    assert "藤田" not in encoded(found)
    with pytest.raises(Invitation.DoesNotExist):
        facts(scene.coordinator("gyeongbuk"), body="tottori")
    with pytest.raises(Delegate.DoesNotExist):
        facts(scene.coordinator("gyeongbuk"), person=str(fujita.key))


@pytest.mark.django_db
def test_strangers_desks_and_personal_links_print_nothing() -> None:
    made, kim, _fujita = saying.forum()
    desk = scene.actor("garok", "desk")

    for who in (scene.coordinator("jeju"), scene.own_page(kim), desk):
        with pytest.raises(Preparation.DoesNotExist):
            facts(who)

    assert keys(facts(scene.reader("garok"))) == keys(facts())
    assert made.slug == SLUG


# -- what is personal --


@pytest.mark.django_db
def test_a_public_paper_holds_no_phone_passport_birth_date_or_diet() -> None:
    made, kim, fujita = saying.forum()
    asking()
    filled(kim)
    filled(fujita)
    with standing_as(scene.runs(made)):
        Escort.objects.create(preparation=made, body=kim.body, kind="liaison", name="Lee", phone="MARKER 1")
    saying.resource(made, "vehicle", "Bus 1", phone="MARKER 2")
    lines = Entry.objects.count()

    public, inner = encoded(facts()), encoded(facts(shows=("public", "inner")))
    data = facts(shows=("public", "contact", "diet"))

    assert [mark for mark in MARKS if mark in public] == []
    assert [mark for mark in MARKS if mark in inner] == ["MARKER"]
    assert [mark for mark in MARKS if mark in encoded(data)] == ["MARKER", "marker@", "9999 0001"]
    assert ("MARKER 1" in inner, "MARKER 2" in inner) == (True, True)
    assert data.diets == (("MARKER halal", 2),)
    assert data.diets_few
    assert Entry.objects.count() == lines + 2


@pytest.mark.django_db
def test_reading_diets_is_told_to_the_journal_and_counts_nobody_by_name() -> None:
    made, kim, fujita = saying.forum()
    asking()
    filled(kim, diet="Vegetarian. (김하늘)")
    filled(fujita, diet="no pork")

    found = facts(shows=("diet",))

    assert found.diets == (("Vegetarian. (○○)", 1), ("no pork", 1))
    told = Entry.objects.filter(verb="data_read").order_by("subject_key")
    assert sorted(line.subject_key for line in told) == sorted([str(kim.key), str(fujita.key)])
    assert [line.details["fields"] for line in told] == [["diet"], ["diet"]]
    assert {(line.details["purpose"], line.details["where"]) for line in told} == {("meals", "printed")}
    assert made.slug == SLUG


@pytest.mark.django_db
def test_a_reader_gets_contacts_but_no_diets() -> None:
    _made, kim, _fujita = saying.forum()
    asking()
    filled(kim)

    found = facts(scene.reader("garok"), shows=("contact", "diet"))

    assert found.contacts == (Contact(str(kim.key), MARKED["email"], MARKED["phone"]),)
    assert (found.diets, Entry.objects.filter(verb="data_read").count()) == ((), 0)


@pytest.mark.django_db
def test_only_the_data_of_whom_the_paper_is_for_is_read() -> None:
    _made, kim, fujita = saying.forum()
    asking()
    filled(kim)
    filled(fujita)

    one = facts(shows=("contact",), person=str(kim.key))
    body = facts(shows=("diet",), body="tottori")

    assert [contact.key for contact in one.contacts] == [str(kim.key)]
    assert len(one.people()) == 2
    assert [line.subject_key for line in Entry.objects.filter(verb="data_read")] == [str(fujita.key)]
    assert body.diets == (("MARKER halal", 1),)


def test_answers_that_say_the_same_are_counted_as_one() -> None:
    said = ("Vegetarian", "vegetarian.", " Vegetarian ", "無", "\uff36egetarian", " ")
    answers = {str(number): answer for number, answer in enumerate(said, start=1)}

    found = facts_diets.counted(answers, names={"1": ["金"]})

    assert found == facts_diets.Diets((("Vegetarian", 4), ("無", 1)), few=True)
    assert facts_diets.counted(dict.fromkeys("abc", "none"), names={}) == facts_diets.Diets(
        (("none", 3),), few=False
    )


# -- the rest --


@pytest.mark.django_db
def test_words_places_seatings_and_pictures_are_in_it() -> None:
    made, kim, fujita = saying.forum(host=scene.body("gyeongbuk"), ordinal=27)
    dinner, bus = saying.item(made), saying.resource(made, "vehicle", "Bus 1")
    with standing_as(scene.runs(made)):
        Placing.objects.create(
            preparation=made, resource=bus, kind="vehicle", item=dinner, delegate=kim, position=1
        )
        Placing.objects.create(
            preparation=made, resource=bus, kind="vehicle", item=dinner, delegate=fujita, position=0
        )
        Seating.objects.create(
            preparation=made,
            title=saying.text("Talks"),
            shape="table",
            swaps=[[1, 2, "host asked", "lee"]],
        )
        Words.objects.create(preparation=made, kind="emergency", contact="119", item=dinner)
        Cost.objects.create(
            preparation=made, title=saying.text("Bus"), amount="999999999999.10", currency="KRW"
        )
        Photo.objects.create(
            preparation=made, kind="png", content=b"png", width=1, height=1, added_by="lee", added_at=NOON
        )
        CheckIn.objects.create(
            preparation=made, body=kim.body, delegate=kim, once=uuid4(), day=0, seen_at=NOON, at=NOON
        )

    found = facts()

    assert [(one.resource, one.item, one.people) for one in found.placed] == [
        (bus.pk, dinner.pk, (str(kim.key), str(fujita.key)))
    ]
    assert found.seatings[0].swaps == ((1, 2, "host asked", "lee"),)
    assert [(one.kind, one.contact, one.item) for one in found.words] == [("emergency", "119", dinner.pk)]
    assert [(one.amount, one.currency) for one in found.costs] == [(Decimal("999999999999.10"), "KRW")]
    assert [one.content for one in found.photos] == [b"png"]
    assert facts(with_photos=False).photos == ()
    assert (found.attended, found.ordinal, found.host.body) == ({"KR": 1}, 27, "gyeongbuk")
    assert found.delegations[0].is_host


@pytest.mark.django_db
def test_the_day_printed_is_that_of_the_edition() -> None:
    saying.forum()

    found = query(actor=scene.secretariat(), preparation=SLUG, at=datetime(2026, 6, 9, 20, 0, tzinfo=UTC))

    assert found.made_on == date(2026, 6, 10)


def queries() -> int:
    who = scene.secretariat()
    with CaptureQueriesContext(connection) as asked:
        facts(who, shows=("public", "inner"))
    told = ("SAVEPOINT", "RELEASE", "select set_config")
    return sum(not one["sql"].lstrip().lower().startswith(tuple(map(str.lower, told))) for one in asked)


@pytest.mark.django_db
def test_many_people_cost_no_more_queries_than_one() -> None:
    made = scene.preparation(host=scene.body("garok"))
    scene.delegate(scene.invitation(made, "gyeongbuk"))

    one = queries()
    for slug in ("tottori", "gangneung"):
        invited = scene.invitation(made, slug)
        for number in range(3):
            scene.delegate(invited, given=str(number), position=number)
        saying.item(made, slug)
    three = queries()

    assert (one, three) == (14, 14)
