"""Erasure: when it is due, how complete it is, and that neither a kill nor a restore brings anybody back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from interlocal.delegations.commands import consent, erasure, erasure_persons, needs, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Change, Datum, Decision, Delegate, Gift, Mail, Preparation
from interlocal.delegations.queries import erasure as queries
from interlocal.delegations.queries.needs import version_of
from interlocal.delegations.rules import erasure as rules
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import Asked, usual
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NOON = scene.NOON
ERASER = Actor("eraser")
CLOSED = date(2026, 6, 20)
GIVEN = {
    "email": "dokgo.musang@unik.example",
    "phone": "+82 10 9876 5432",
    "passport": "M98765432",
    "diet": "no buckwheat xyzzy",
}


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def forum(**others: Any) -> Preparation:
    made = scene.preparation(**others)
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation=made.slug,
        version=0,
        asked=[usual(field) for field in GIVEN],
    )
    return made


def somebody(of: str = "gyeongbuk", family: str = "독고", given: str = "무쌍", **others: Any) -> Delegate:
    found = Preparation.objects.filter(slug="forum-2026").first() or forum()
    one = scene.delegate(scene.invitation(found, of), family, given, **others)
    personal.save(
        actor=scene.coordinator(of),
        at=NOON,
        preparation=found.slug,
        delegate=str(one.key),
        typed=GIVEN,
        agreed=Agreed(CURRENT, "ko", ("identity", "sensitive")),
    )
    return one


@contextmanager
def as_owner() -> Iterator[None]:
    """The job runs as the owner of the tables."""
    with connection.cursor() as cursor:
        cursor.execute("set role none")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("set role interlocal_web")


Ledger = list[Mapping[str, Any]]


def run(on: date | datetime, ledger: Ledger | None = None) -> erasure.Erased:
    at = on if isinstance(on, datetime) else datetime(on.year, on.month, on.day, 3, tzinfo=UTC)
    told = ledger if ledger is not None else []
    with as_owner():
        return erasure.erase_due(actor=ERASER, at=at, tell=told.append)


def close() -> None:
    Preparation.objects.update(closed_on=CLOSED)


def left(one: Delegate) -> list[str]:
    with standing_as(scene.runs(one.preparation)):
        return sorted(Datum.objects.filter(delegate=one).values_list("field", flat=True))


def found_anywhere(*words: str) -> dict[str, list[str]]:
    """In which tables of the whole database a word stands, histories and sessions included."""
    found: dict[str, list[str]] = {}
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select table_name from information_schema.tables where table_schema = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
        for table in tables:
            for word in words:
                cursor.execute(
                    f"select 1 from {connection.ops.quote_name(table)} as t where t::text ilike %s limit 1",
                    [f"%{word}%"],
                )
                if cursor.fetchone():
                    found.setdefault(word, []).append(table)
    return found


def certificates() -> list[tuple[str, dict[str, int]]]:
    page = queries.privacy_page(actor=scene.secretariat(), preparation="forum-2026")
    return [(row.reason, dict(row.counts)) for row in page.certificates]


# -- when --


def test_an_event_nobody_closes_counts_as_closed_after_sixty_days() -> None:
    end = date(2026, 6, 12)

    assert rules.closes_on(closed_on=None, until_on=end) == date(2026, 8, 11)
    assert rules.closes_on(closed_on=CLOSED, until_on=end) == CLOSED
    assert rules.closes_on(closed_on=date(2027, 1, 1), until_on=end) == date(2026, 8, 11)


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (6, ["diet", "email", "passport", "phone"]),
        (7, ["email", "passport", "phone"]),
        (29, ["email", "passport", "phone"]),
        (30, ["email", "phone"]),
        (364, ["email", "phone"]),
        (365, []),
    ],
)
def test_each_class_goes_on_its_day(days: int, kept: list[str]) -> None:
    one = somebody()
    close()

    run(CLOSED + timedelta(days=days))

    assert left(one) == kept


def test_what_is_asked_no_more_goes_at_once() -> None:
    one = somebody()
    version = version_of([usual(field) for field in GIVEN])
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation="forum-2026",
        version=version,
        asked=[usual(field) for field in GIVEN if field != "diet"],
    )

    run(NOON)

    assert left(one) == ["email", "passport", "phone"]
    assert certificates() == [("not_asked", {"diet": 1})]


def test_before_its_day_nothing_goes() -> None:
    one = somebody()

    done = run(NOON)

    assert (done, left(one)) == (erasure.Erased(), ["diet", "email", "passport", "phone"])


# -- how completely --


def test_an_erased_passport_is_in_no_table_not_even_sealed() -> None:
    one = somebody()
    personal.save(
        actor=scene.coordinator("gyeongbuk"),
        at=NOON,
        preparation="forum-2026",
        delegate=str(one.key),
        typed={"passport": "M11112222"},
    )
    close()

    run(CLOSED + timedelta(days=400))

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from delegations_datumevent")
        histories = cursor.fetchone()
    assert histories == (0,)
    assert found_anywhere("unik.example", "9876 5432", "xyzzy") == {}


def test_withdrawn_consent_leaves_no_history_after_the_next_run() -> None:
    one = somebody()
    consent.withdraw(actor=scene.own_page(one), at=NOON, preparation="forum-2026", delegate=str(one.key))

    run(NOON)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select distinct field from delegations_datumevent order by 1")
        histories = cursor.fetchall()
    assert histories == [("email",), ("phone",)]
    assert certificates() == [("withdrawn", {"passport": 1, "diet": 1})]


def test_a_withdrawal_is_a_cue_and_a_reading_is_none() -> None:
    one = somebody()
    before = Entry.objects.latest("id").pk
    personal.read(
        actor=scene.secretariat(),
        at=NOON,
        preparation="forum-2026",
        delegates=[str(one.key)],
        fields=["diet"],
        purpose="meals",
        where="page",
    )
    quiet = queries.cued_since(before)
    consent.withdraw(actor=scene.own_page(one), at=NOON, preparation="forum-2026", delegate=str(one.key))

    assert quiet is None
    assert queries.cued_since(before) == Entry.objects.get(verb="consent_withdrawn").pk


def mentioned(one: Delegate) -> None:
    """The person is named wherever people write."""
    place: dict[str, Any] = {"preparation": one.preparation, "body": one.body}
    with standing_as(scene.runs(one.preparation)):
        Decision.objects.create(
            **place, delegate=one, stage="approve", reason="독고무쌍 is known", by="x", at=NOON, of_version=1
        )
        Change.objects.create(
            **place,
            delegate=one,
            kind="edit",
            before={"family": "독고"},
            after={"given": "무쌍 2"},
            reason="독고 무쌍",
            asked_by="x",
            asked_at=NOON,
        )
        Mail.objects.create(
            **place,
            delegate=one,
            kind="approved",
            language="ko",
            to_name="독고무쌍",
            to_email=GIVEN["email"],
            subject="독고무쌍 님",
            text="여권 M98765432",
            context={"name": "독고무쌍"},
            made_by="x",
            made_at=NOON,
        )
        Mail.objects.create(
            **place,
            kind="reminder",
            language="ko",
            to_email="focal@gb.example",
            subject="s",
            text="DOKGO Musang 님의 자료가 없습니다",
            context={"missing": ["독고무쌍", "김 하늘"]},
            made_by="x",
            made_at=NOON,
        )
        Gift.objects.create(
            **place, to_body=scene.body("tottori"), giver="독고무쌍", receiver="Governor", what="Tea bowl"
        )


def test_a_person_erased_at_request_is_in_no_table_and_the_counts_stay() -> None:
    one = somebody(latin_family="Dokgo", latin_given="Musang", name_keys=["dokgomusang"])
    mentioned(one)

    erasure_persons.erase_person(
        actor=scene.coordinator("gyeongbuk"), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )
    run(NOON)

    words = ("독고", "무쌍", "dokgo", "musang", "unik.example", "9876 5432", "M98765432", "xyzzy")
    assert found_anywhere(*words) == {}
    row = scene.fresh(one)
    assert (row.state, row.erased_at, row.family, row.name_keys) == ("withdrawn", NOON, "", [])
    page = queries.privacy_page(actor=scene.secretariat(), preparation="forum-2026")
    assert (page.people, page.erased_people) == (1, 1)
    with standing_as(scene.secretariat()):
        other = Mail.objects.get(kind="reminder")
    assert (other.text, other.context) == ("— 님의 자료가 없습니다", {"missing": ["—", "김 하늘"]})


def test_who_attended_is_still_counted_as_attended() -> None:
    one = somebody(state="approved")
    with standing_as(scene.runs(one.preparation)):
        one.checkins.create(
            preparation=one.preparation,
            body=one.body,
            once=one.key,
            day=0,
            seen_at=NOON,
            desk="A",
            by="x",
            at=NOON,
        )

    erasure_persons.erase_person(
        actor=scene.secretariat(), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )

    assert scene.fresh(one).state == "approved"


def test_an_erased_person_frees_the_seat() -> None:
    invited = scene.invitation(forum(), "gyeongbuk", quota=1)
    one = scene.delegate(invited)
    next_one = scene.delegate(invited, "박", state="waiting", waiting_since=NOON)

    seated = erasure_persons.erase_person(
        actor=scene.secretariat(), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )

    assert seated == [next_one.pk]


def test_others_are_untouched() -> None:
    one = somebody()
    other = scene.delegate(one.invitation, "남궁", "옥분")

    erasure_persons.erase_person(
        actor=scene.secretariat(), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )
    run(NOON)

    assert (scene.fresh(other).family, scene.fresh(other).state) == ("남궁", "nominated")


def test_who_only_looks_or_is_another_body_erases_nobody() -> None:
    one = somebody()
    scene.invitation(one.preparation, "tottori")
    place: dict[str, Any] = {"at": NOON, "preparation": "forum-2026", "delegate": str(one.key)}

    for actor in (scene.reader("gyeongbuk"), scene.reader("garok"), scene.own_page(one)):
        with pytest.raises(Refused):
            erasure_persons.erase_person(actor=actor, **place)
    with pytest.raises(Delegate.DoesNotExist):
        erasure_persons.erase_person(actor=scene.coordinator("tottori"), **place)


def test_addresses_go_with_the_contacts() -> None:
    one = somebody(latin_family="Dokgo", latin_given="Musang")
    mentioned(one)
    one.preparation.invitations.update(contact_email="focal@unik.example", contact_name="Focal Unik")
    close()

    run(CLOSED + timedelta(days=364))
    before = found_anywhere("focal@gb.example")
    run(CLOSED + timedelta(days=365))

    assert set(before) == {"focal@gb.example"}
    assert found_anywhere("focal@gb.example", "unik.example", "9876 5432") == {}


# -- proof --


def test_a_certificate_counts_by_field_and_names_nobody() -> None:
    somebody()
    somebody("tottori", "藤田", "悦夫")
    close()

    run(CLOSED + timedelta(days=30))

    assert certificates() == [("retention", {"passport": 2, "diet": 2})]


def test_a_second_run_changes_nothing() -> None:
    somebody()
    close()
    run(CLOSED + timedelta(days=400))
    before = (certificates(), Entry.objects.count())
    ledger: Ledger = []

    again = run(CLOSED + timedelta(days=400), ledger)

    assert (again, ledger, (certificates(), Entry.objects.count())) == (erasure.Erased(), [], before)


def test_the_digest_can_be_worked_out_from_the_ledger() -> None:
    somebody()
    somebody("tottori", "藤田", "悦夫")
    close()
    ledger: Ledger = []
    run(CLOSED + timedelta(days=10), ledger)
    run(CLOSED + timedelta(days=40), ledger)

    digest = ""
    for line in ledger:
        digest = rules.chained(digest, {k: v for k, v in line.items() if k not in ("at", "digest")})

    page = queries.privacy_page(actor=scene.secretariat(), preparation="forum-2026")
    assert len(ledger) == 4
    assert page.certificates[0].digest == digest


def test_the_ledger_names_nobody() -> None:
    one = somebody()
    ledger: Ledger = []
    erasure_persons.erase_person(
        actor=scene.secretariat(), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )

    run(NOON, ledger)

    assert [(line["delegate"], line["what"], line["fields"]) for line in ledger] == [
        (str(one.key), "person", ["diet", "email", "passport", "person", "phone"])
    ]


def killed_at(number: int) -> Callable[[Mapping[str, Any]], None]:
    """A ledger whose machine dies with this line."""
    told: Ledger = []

    def tell(line: Mapping[str, Any]) -> None:
        told.append(line)
        if len(told) == number:
            raise KeyboardInterrupt

    return tell


def test_killed_in_the_middle_each_person_is_whole_and_the_next_run_ends_it() -> None:
    first, second = somebody(), somebody("tottori", "藤田", "悦夫")
    close()
    at = datetime(2027, 12, 1, tzinfo=UTC)

    with as_owner(), pytest.raises(KeyboardInterrupt):
        erasure.erase_due(actor=ERASER, at=at, tell=killed_at(2))
    half = sorted(len(left(one)) for one in (first, second))
    run(at)

    assert half == [0, 4]
    assert (left(first), left(second)) == ([], [])


# -- after a restore --


def test_after_a_restore_the_ledger_erases_again_with_the_same_certificate() -> None:
    one, other = somebody(), somebody("tottori", "藤田", "悦夫")
    close()
    ledger: Ledger = []
    backup = transaction.savepoint()
    erasure_persons.erase_person(
        actor=scene.secretariat(), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )
    run(CLOSED + timedelta(days=8), ledger)
    proof = certificates()
    digests = [line["digest"] for line in ledger]
    transaction.savepoint_rollback(backup)
    with connection.cursor() as cursor:
        cursor.execute("set role interlocal_web")
    back = scene.fresh(one).family

    with as_owner():
        erasure.replay(actor=ERASER, at=NOON + timedelta(days=200), lines=ledger)
        again = erasure.replay(actor=ERASER, at=NOON + timedelta(days=200), lines=ledger)

    assert back == "독고"
    assert found_anywhere("독고", "unik.example2") == {}
    assert left(other) == ["email", "passport", "phone"]
    assert (certificates(), again) == (proof, erasure.Erased())
    assert len(digests) == len(set(digests))


def test_what_was_given_after_an_erasure_is_not_erased_by_its_replay() -> None:
    one = somebody()
    line = {
        "preparation": "forum-2026",
        "delegate": str(one.key),
        "what": "data",
        "fields": ["diet", "email"],
        "reason": "removed",
        "at": (NOON - timedelta(days=1)).isoformat(),
        "digest": "d" * 64,
    }

    with as_owner():
        erasure.replay(actor=ERASER, at=NOON, lines=[line])

    assert left(one) == ["diet", "email", "passport", "phone"]


def test_a_shorter_time_of_keeping_is_kept_to() -> None:
    one = somebody()
    version = version_of([usual(field) for field in GIVEN])
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation="forum-2026",
        version=version,
        asked=[Asked("email", "contact", False, 3), *(usual(field) for field in GIVEN if field != "email")],
    )
    close()

    run(CLOSED + timedelta(days=3))

    assert left(one) == ["diet", "passport", "phone"]
