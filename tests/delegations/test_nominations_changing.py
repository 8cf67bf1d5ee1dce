"""What was entered of a delegation is corrected or deleted."""

from dataclasses import replace

import pytest

from interlocal.delegations.commands import nominations
from interlocal.delegations.kinds import Changed
from interlocal.identity.models import Entry
from tests.delegations import scene
from tests.delegations.nominating import (
    KIM,
    changed,
    entered,
    leaving,
    nominated,
    refusal,
    row,
    states,
)

pytestmark = pytest.mark.django_db


def test_an_entry_that_was_never_nominated_is_deleted() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    key = entered(invited)

    nominations.remove_delegate(**leaving(invited, key))  # type: ignore[arg-type]

    assert states(invited) == []


def test_who_was_nominated_is_not_deleted() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    key = entered(invited)
    nominated(invited)

    with refusal("not_a_draft"):
        nominations.remove_delegate(**leaving(invited, key))  # type: ignore[arg-type]


def test_a_row_saved_by_somebody_else_meanwhile_is_not_overwritten() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    key = entered(invited)
    changed(invited, key, replace(KIM, given="바다"))

    with pytest.raises(Changed) as conflict:
        changed(invited, key, replace(KIM, given="구름"), version=1)

    assert (conflict.value.theirs["given"], conflict.value.yours["given"]) == ("바다", "구름")
    assert row(invited, key).given == "바다"


def test_a_generated_spelling_stays_generated_until_somebody_types_another() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    generated = replace(KIM, latin_family="Kim", latin_given="Haneul", latin_origin="generated")
    key = entered(invited, latin_family="Kim", latin_given="Haneul", latin_origin="generated")

    changed(invited, key, replace(generated, latin_origin=None, grade="director"))
    assert row(invited, key).latin_origin == "generated"

    changed(invited, key, replace(generated, latin_origin=None, latin_given="Ha-neul"))
    assert row(invited, key).latin_origin == "supplied"


def test_a_member_who_becomes_interpreter_frees_a_seat() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    keys = [entered(invited, given) for given in ("하나", "둘")]
    nominated(invited)

    promoted = changed(invited, keys[0], replace(KIM, part="interpreter"))

    assert promoted == [row(invited, keys[1]).pk]


def test_an_interpreter_becomes_a_member_only_where_a_seat_is_free() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    entered(invited)
    interpreter = entered(invited, "둘", part="interpreter")
    nominated(invited)

    with refusal("no_seat"):
        changed(invited, interpreter, replace(KIM, part="member"))


def test_the_journal_names_fields_and_no_person() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    key = entered(invited)
    changed(invited, key, replace(KIM, given="바다"))

    told = list(Entry.objects.filter(subject_kind="delegate").order_by("id").values_list("verb", "details"))

    common = {"preparation": "forum-2026", "body": "gyeongbuk"}
    assert told == [
        ("entered", {**common, "part": "member"}),
        ("corrected", {**common, "fields": ["given"]}),
    ]
