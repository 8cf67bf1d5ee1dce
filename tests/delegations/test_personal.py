"""People's data: what may be written, who reads it, what the journal is told."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations import kinds
from interlocal.delegations.commands import consent, needs, personal, personal_wishes
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Datum, Delegate, Preparation
from interlocal.delegations.queries import personal as queries
from interlocal.delegations.rules import personal as rules
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import usual
from interlocal.ground.refused import Refused
from interlocal.identity import sealing
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NOON = scene.NOON
BOTH = Agreed(CURRENT, "ko", ("identity", "sensitive"))
GIVEN = {
    "email": "haneul@gb.example",
    "phone": "+82 10 1234 5678",
    "nationality": "KR",
    "passport": "M12345678",
}


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def asking(*fields: str) -> Preparation:
    forum = scene.preparation()
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation=forum.slug,
        version=0,
        asked=[usual(field) for field in fields or kinds.Field.values],
    )
    return forum


def somebody(*fields: str, of: str = "gyeongbuk") -> Delegate:
    return scene.delegate(scene.invitation(asking(*fields), of))


def save(one: Delegate, actor: Actor, **others: Any) -> list[str]:
    options = {"typed": GIVEN, "agreed": BOTH, **others}
    return personal.save(
        actor=actor, at=NOON, preparation=one.preparation.slug, delegate=str(one.key), **options
    )


def read(one: Delegate, actor: Actor, *fields: str) -> dict[str, str]:
    return personal.read(
        actor=actor,
        at=NOON,
        preparation=one.preparation.slug,
        delegates=[str(one.key)],
        fields=fields or ("passport",),
        purpose="invitation",
        where="page",
    )[str(one.key)]


def page(one: Delegate, actor: Actor) -> queries.DataPage:
    return queries.data_page(actor=actor, preparation=one.preparation.slug, delegate=str(one.key))


def lines(one: Delegate, verb: str = "data_read") -> list[Entry]:
    return list(Entry.objects.filter(subject_key=str(one.key), verb=verb).order_by("id"))


def refused(code: str, field: str, typed: str, facts: rules.Facts | None = None) -> None:
    with pytest.raises(Refused) as caught:
        rules.cleaned(field, typed, facts or rules.Facts(NOON.date(), scene.FIRST_DAY))
    assert (caught.value.code, caught.value.field) == (code, field)


# -- what a value can be --


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("email", "haneul at example", "no_address"),
        ("phone", "call me", "no_phone"),
        ("phone", "+82", "no_phone"),
        ("birth", "21.5.1980", "no_day"),
        ("birth", "2027-01-01", "birth_ahead"),
        ("birth", "1880-01-01", "birth_long_ago"),
        ("nationality", "Korea", "no_country"),
        ("passport", "M1234ㄱ5", "passport_signs"),
        ("passport", "M123", "passport_length"),
        ("passport_until", "2026-06-09", "passport_over"),
        ("sex", "Z", "no_choice"),
        ("diet", "a" * 1001, "too_long"),
    ],
)
def test_what_cannot_be_a_value_is_refused_at_its_field(field: str, typed: str, code: str) -> None:
    refused(code, field, typed)


def test_a_passport_is_judged_by_the_country_that_issues_it() -> None:
    korean = rules.Facts(NOON.date(), scene.FIRST_DAY, "KR")
    japanese = rules.Facts(NOON.date(), scene.FIRST_DAY, "JP")

    assert rules.cleaned("passport", "m 1234-5678", korean) == "M12345678"
    assert rules.cleaned("passport", "TR1234567", japanese) == "TR1234567"
    refused("passport_pattern", "passport", "M12345678", japanese)


def test_full_width_signs_are_read_and_a_telephone_number_stays_as_typed() -> None:
    facts = rules.Facts(NOON.date(), scene.FIRST_DAY)

    assert rules.cleaned("passport", "ＴＲ１２３４５６７", facts) == "TR1234567"
    assert rules.cleaned("phone", " +82-10-1234-5678 ", facts) == "+82-10-1234-5678"
    assert rules.cleaned("phone", "０９０－１２３４－５６７８", facts) == "０９０－１２３４－５６７８"


# -- keeping --


def test_contacts_are_kept_plain_and_passports_sealed() -> None:
    one = somebody()

    changed = save(one, scene.coordinator("gyeongbuk"))

    with standing_as(scene.coordinator("gyeongbuk")):
        rows = {datum.field: datum for datum in Datum.objects.all()}
    assert changed == ["email", "nationality", "passport", "phone"]
    assert rows["phone"].text == "+82 10 1234 5678"
    assert rows["passport"].text == ""
    assert b"M12345678" not in bytes(rows["passport"].sealed or b"")


def test_the_journal_names_fields_and_no_values() -> None:
    one = somebody()

    save(one, scene.coordinator("gyeongbuk"))

    told = lines(one, "data_saved")
    assert [line.details["fields"] for line in told] == [["email", "nationality", "passport", "phone"]]
    assert "M1234" not in str(Entry.objects.values_list("details", flat=True))


def test_without_consent_nothing_sealed_is_kept_and_contacts_are() -> None:
    one = somebody()

    with pytest.raises(Refused) as caught:
        save(one, scene.coordinator("gyeongbuk"), agreed=None)
    changed = save(one, scene.coordinator("gyeongbuk"), typed={"email": "a@b.example"}, agreed=None)

    assert (caught.value.code, caught.value.field) == ("no_consent", "agree_identity")
    assert changed == ["email"]


def test_consent_to_identity_is_none_to_health() -> None:
    one = somebody()
    typed = {"health": "peanuts"}

    with pytest.raises(Refused) as caught:
        save(one, scene.coordinator("gyeongbuk"), typed=typed, agreed=Agreed(CURRENT, "ko", ("identity",)))

    assert caught.value.field == "agree_sensitive"


def test_what_is_not_asked_is_not_taken() -> None:
    one = somebody("email")

    with pytest.raises(Refused) as caught:
        save(one, scene.coordinator("gyeongbuk"), typed={"diet": "halal"})

    assert caught.value.code == "not_asked"


def test_a_sealed_field_left_empty_stays_and_an_empty_contact_goes() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    changed = save(one, scene.coordinator("gyeongbuk"), typed={"email": "", "passport": ""}, agreed=None)

    assert changed == ["email"]
    assert read(one, scene.coordinator("gyeongbuk")) == {"passport": "M12345678"}


def test_a_sealed_field_is_removed_on_purpose() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    changed = save(one, scene.coordinator("gyeongbuk"), typed={}, remove=["passport"], agreed=None)

    assert changed == ["passport"]
    assert read(one, scene.coordinator("gyeongbuk")) == {}


def test_contacts_somebody_saved_meanwhile_are_not_overwritten() -> None:
    one = somebody()
    seen = page(one, scene.coordinator("gyeongbuk")).seen
    save(one, scene.secretariat(), typed={"email": "new@gb.example"}, agreed=None)

    with pytest.raises(kinds.Changed) as caught:
        save(one, scene.coordinator("gyeongbuk"), typed={"email": "mine@gb.example"}, agreed=None, seen=seen)

    assert caught.value.theirs == {"email": "new@gb.example"}
    assert caught.value.yours == {"email": "mine@gb.example"}


def test_a_delegation_that_told_its_number_only_has_no_data() -> None:
    invited = scene.invitation(asking("email"), "gyeongbuk", headcount=4)
    one = scene.delegate(invited)

    with pytest.raises(Refused) as caught:
        save(one, scene.coordinator("gyeongbuk"), typed={"email": "a@b.example"}, agreed=None)

    assert caught.value.code == "headcount_only"


def test_after_closing_nothing_is_taken() -> None:
    one = somebody("email")
    Preparation.objects.update(closed_on=NOON.date())

    with pytest.raises(Refused) as caught:
        save(one, scene.coordinator("gyeongbuk"), typed={"email": "a@b.example"}, agreed=None)

    assert caught.value.code == "over"


def test_a_person_without_passport_is_nominated_all_the_same() -> None:
    one = somebody("passport")

    assert scene.fresh(one).state == "nominated"
    assert page(one, scene.coordinator("gyeongbuk")).missing == ()


# -- who sees what --


def test_a_reader_sees_contacts_and_no_passport_nor_that_there_is_one() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    shown = page(one, scene.reader("gyeongbuk"))

    assert {row.data_class for row in shown.rows} == {"contact"}
    assert (shown.consent, shown.readings, shown.may_write) == (None, (), False)
    with pytest.raises(Refused):
        read(one, scene.reader("gyeongbuk"))
    with pytest.raises(Refused):
        save(one, scene.reader("gyeongbuk"), typed={"email": "a@b.example"})


def test_another_bodys_key_is_not_there() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))
    scene.invitation(one.preparation, "tottori")

    for ask in (page, read, save):
        with pytest.raises((Delegate.DoesNotExist, Preparation.DoesNotExist)):
            ask(one, scene.coordinator("tottori"))


def test_data_of_one_event_is_not_there_for_another() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))
    later = scene.preparation("forum-2027")
    again = scene.delegate(scene.invitation(later, "gyeongbuk"))

    assert page(again, scene.coordinator("gyeongbuk")).rows == ()


def test_covered_entries_show_the_end_of_a_passport_and_nothing_of_a_diet() -> None:
    one = somebody("passport", "diet")
    save(one, scene.coordinator("gyeongbuk"), typed={"passport": "M12345678", "diet": "halal"})

    shown = {row.field: (row.shown, row.typed) for row in page(one, scene.coordinator("gyeongbuk")).rows}

    assert shown == {"passport": ("•••• 5678", ""), "diet": ("••••", "")}


def test_each_reading_is_one_line_and_looking_at_the_page_none() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    page(one, scene.secretariat())
    found = read(one, scene.secretariat(), "passport", "nationality", "email", "diet")

    assert found == {"passport": "M12345678", "nationality": "KR", "email": "haneul@gb.example"}
    assert [(line.actor, line.details, line.public) for line in lines(one)] == [
        (
            "secretariat@garok.example",
            {
                "fields": ["nationality", "passport"],
                "body": "garok",
                "purpose": "invitation",
                "where": "page",
                "preparation": "forum-2026",
            },
            False,
        )
    ]


def test_reading_contacts_alone_is_no_line() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    read(one, scene.secretariat(), "email")

    assert lines(one) == []


def test_a_list_is_one_line_a_person_and_only_of_whom_something_was_read() -> None:
    one = somebody()
    bare = scene.delegate(one.invitation, "박", "바다")
    save(one, scene.coordinator("gyeongbuk"))

    personal.read(
        actor=scene.secretariat(),
        at=NOON,
        preparation="forum-2026",
        delegates=[str(one.key), str(bare.key)],
        fields=["passport"],
        purpose="invitation",
        where="list",
    )

    assert (len(lines(one)), len(lines(bare))) == (1, 0)


def test_the_first_reading_from_another_country_names_the_border() -> None:
    one = somebody(of="tottori")
    save(one, scene.coordinator("tottori"), typed={"passport": "TR1234567"})

    read(one, scene.coordinator("tottori"))
    read(one, scene.secretariat())
    read(one, scene.secretariat())

    crossed = [(line.details.get("from"), line.details.get("to")) for line in lines(one)]
    assert crossed == [(None, None), ("JP", "KR"), (None, None)]


def test_the_person_sees_who_read_what() -> None:
    one = somebody()
    save(one, scene.own_page(one))
    read(one, scene.secretariat())

    shown = page(one, scene.own_page(one)).readings

    assert [(each.by, str(each.body and each.body.text), each.fields) for each in shown] == [
        ("secretariat@garok.example", "Governors Association of the Republic of Korea", ("passport",))
    ]


def test_the_own_link_opens_nobody_else() -> None:
    one = somebody()
    other = scene.delegate(one.invitation, "박")

    with pytest.raises(Delegate.DoesNotExist):
        page(other, scene.own_page(one))


def test_the_page_costs_the_same_with_one_reading_and_with_three() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            page(one, scene.coordinator("gyeongbuk"))
        return len(caught)

    read(one, scene.secretariat())
    first = cost()
    read(one, scene.coordinator("gyeongbuk"))
    read(one, scene.secretariat())

    assert cost() == first


def test_reading_a_list_costs_the_same_for_one_and_for_three() -> None:
    one = somebody()
    people = [one, scene.delegate(one.invitation, "박"), scene.delegate(one.invitation, "이")]
    for each in people:
        save(each, scene.coordinator("gyeongbuk"))

    def cost(number: int) -> int:
        with CaptureQueriesContext(connection) as caught:
            personal.read(
                actor=scene.secretariat(),
                at=NOON,
                preparation="forum-2026",
                delegates=[str(each.key) for each in people[:number]],
                fields=["passport"],
                purpose="invitation",
                where="list",
            )
        return len(caught)

    assert cost(1) == cost(3)


# -- what people ask --


def test_a_person_asks_for_a_correction_and_the_office_settles_it() -> None:
    one = somebody()
    place: dict[str, Any] = {"preparation": one.preparation.slug, "delegate": str(one.key), "at": NOON}
    personal_wishes.ask_correction(actor=scene.own_page(one), text="My post is director.", **place)

    (asked,) = page(one, scene.coordinator("gyeongbuk")).wishes
    personal_wishes.settle(actor=scene.coordinator("gyeongbuk"), wish=asked.id, **place)

    assert (asked.kind, asked.text) == ("correction", "My post is director.")
    assert page(one, scene.own_page(one)).wishes == ()


def test_asked_twice_it_is_one_wish_with_the_last_words() -> None:
    one = somebody()
    place: dict[str, Any] = {"preparation": one.preparation.slug, "delegate": str(one.key), "at": NOON}

    personal_wishes.ask_correction(actor=scene.own_page(one), text="first", **place)
    personal_wishes.ask_correction(actor=scene.own_page(one), text="second", **place)

    assert [each.text for each in page(one, scene.own_page(one)).wishes] == ["second"]


def test_only_the_person_asks() -> None:
    one = somebody()

    with pytest.raises(Refused) as caught:
        personal_wishes.ask_erasure(
            actor=scene.coordinator("gyeongbuk"),
            at=NOON,
            preparation=one.preparation.slug,
            delegate=str(one.key),
        )

    assert caught.value.code == "not_yours"


# -- keys --


def test_a_new_key_seals_all_anew_history_included_and_the_old_one_may_go() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))
    save(one, scene.coordinator("gyeongbuk"), typed={"passport": "M87654321"})
    before = sealing.newest()
    sealing.add_key()
    with connection.cursor() as cursor:
        cursor.execute("set role none")

    numbers = [personal.reseal(actor=Actor("owner"), at=NOON, size=2) for _ in range(4)]

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from delegations_datumevent where sealed_with = %s", [before])
        left = cursor.fetchone()
        cursor.execute("set role interlocal_web")
    sealing.drop_keys([before])
    assert sum(numbers) == 2 + 3
    assert numbers[-1] == 0
    assert left == (0,)
    assert read(one, scene.coordinator("gyeongbuk")) == {"passport": "M87654321"}


def test_withdrawing_leaves_nothing_to_read() -> None:
    one = somebody()
    save(one, scene.coordinator("gyeongbuk"))

    consent.withdraw(
        actor=scene.own_page(one),
        at=NOON + timedelta(minutes=1),
        preparation=one.preparation.slug,
        delegate=str(one.key),
    )

    shown = page(one, scene.coordinator("gyeongbuk"))
    assert read(one, scene.coordinator("gyeongbuk"), "passport", "email") == {"email": "haneul@gb.example"}
    assert shown.consent is None
    assert [line.details["fields"] for line in lines(one, "consent_withdrawn")] == [
        ["nationality", "passport"]
    ]
