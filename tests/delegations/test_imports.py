"""A list is taken over whole or not at all; sent again after a correction, it changes and does not double."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import imports, nominations
from interlocal.delegations.models import Datum, Delegate, Invitation, Need
from interlocal.delegations.queries import imports as queries
from interlocal.delegations.queries.imports import Plan
from interlocal.delegations.rules.imports import choices_for
from interlocal.delegations.rules.imports_lists import Choices, Sheet
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db

HEAD = "성명|영문|직위|역할"


def sheet(*rows: str) -> Sheet:
    return Sheet(tuple(tuple(row.split("|")) for row in rows), tuple(range(1, len(rows) + 1)))


def chosen(given: Sheet, **others: object) -> Choices:
    return replace(choices_for(given, country="KR"), **others)  # type: ignore[arg-type]


def planned(invitation: Invitation, given: Sheet, actor: Actor | None = None, **others: object) -> Plan:
    return queries.plan(
        actor=actor or scene.coordinator(invitation.body.slug),
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        at=scene.NOON,
        sheet=given,
        choices=chosen(given, **others),
    )


def taken(
    invitation: Invitation, given: Sheet, actor: Actor | None = None, **others: object
) -> imports.Taken:
    once, seen = others.pop("once", None), others.pop("seen", None)
    return imports.take_over(
        actor=actor or scene.coordinator(invitation.body.slug),
        at=scene.NOON,
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        sheet=given,
        choices=chosen(given, **others),
        seen=str(seen or planned(invitation, given, actor, **others).seen),
        once=once,  # type: ignore[arg-type]
    )


def people(invitation: Invitation) -> list[Delegate]:
    with standing_as(scene.runs(invitation.preparation)):
        return list(Delegate.objects.filter(invitation=invitation).order_by("position"))


def names(invitation: Invitation) -> list[str]:
    return [row.family + row.given for row in people(invitation)]


@pytest.fixture
def invited() -> Invitation:
    return scene.invitation(scene.preparation(), "gyeongbuk")


TWO = sheet(HEAD, "김하늘|KIM Haneul|과장|단장", "남궁민수||주무관|단원")


def test_a_list_becomes_drafts_in_its_order(invited: Invitation) -> None:
    counts = taken(invited, TWO)

    first, second = people(invited)
    assert counts == imports.Taken(2, 0, 0)
    assert (first.family, first.given, first.latin_family, first.latin_origin, first.part, first.state) == (
        "김", "하늘", "KIM", "supplied", "head", "draft",
    )  # fmt: skip
    assert (second.family, second.latin_origin, second.grade, second.position) == ("남궁", "", "officer", 2)
    assert first.name_keys == ["김하늘", "kimhaneul", "haneulkim"]


def test_the_journal_tells_of_the_list_and_of_each_person_without_a_name(invited: Invitation) -> None:
    taken(invited, TWO)

    lines = list(Entry.objects.order_by("pk").values_list("verb", "subject_kind", "details"))
    assert [line[:2] for line in lines[-3:]] == [
        ("imported", "preparation"), ("entered", "delegate"), ("entered", "delegate"),
    ]  # fmt: skip
    assert "김" not in str(lines)


def test_the_same_list_again_changes_nothing(invited: Invitation) -> None:
    taken(invited, TWO)

    plan = planned(invited, TWO)

    assert [row.verb for row in plan.rows] == ["same", "same"]
    assert not plan.is_open
    assert taken(invited, TWO) == imports.Taken(0, 0, 2)
    assert names(invited) == ["김하늘", "남궁민수"]


def test_a_corrected_list_changes_adds_and_keeps(invited: Invitation) -> None:
    taken(invited, TWO)
    again = sheet(HEAD, "김하늘|KIM Haneul|국장|단장", "이구름||팀장|단원")

    plan = planned(invited, again)
    counts = taken(invited, again)

    assert plan.missing == ("남궁민수",)
    assert dict(plan.rows[0].differences) == {"post": ({"ko": "과장"}, {"ko": "국장"})}
    assert counts == imports.Taken(1, 1, 0)
    assert names(invited) == ["김하늘", "남궁민수", "이구름"]


def test_nothing_is_taken_over_while_anything_is_wrong(invited: Invitation) -> None:
    faulty = sheet(HEAD, "김하늘||과장|단장", "이\u202e구름||팀장|단원")

    with pytest.raises(Refused) as refused:
        taken(invited, faulty)

    assert refused.value.code == "import_faulty"
    assert names(invited) == []


def test_a_failure_in_the_middle_leaves_nothing(invited: Invitation, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(imports, "_journal", fall)

    with pytest.raises(RuntimeError):
        taken(invited, TWO)

    assert names(invited) == []


def test_a_delegation_changed_since_the_preview_is_looked_at_again(invited: Invitation) -> None:
    seen = planned(invited, TWO).seen
    scene.delegate(invited, "김", "하늘")

    with pytest.raises(Refused) as refused:
        taken(invited, TWO, seen=seen)

    assert refused.value.code == "import_changed"


def test_a_form_sent_twice_enters_once(invited: Invitation) -> None:
    once, seen = uuid4(), planned(invited, TWO).seen

    first = taken(invited, TWO, once=once, seen=seen)
    second = taken(invited, TWO, once=once, seen=seen)

    assert first == second == imports.Taken(2, 0, 0)
    assert len(people(invited)) == 2


def test_what_a_person_supplied_replaces_what_was_generated(invited: Invitation) -> None:
    scene.delegate(invited, latin_family="Gim", latin_given="Haneul", latin_origin="generated", state="draft")

    taken(invited, sheet(HEAD, "김하늘|KIM Haneul||"))

    row = people(invited)[0]
    assert (row.latin_family, row.latin_origin) == ("KIM", "supplied")


def test_an_approved_person_is_not_changed_by_a_list_of_the_body(invited: Invitation) -> None:
    scene.delegate(invited, state="approved")
    given = sheet(HEAD, "김하늘|KIM Haneul|국장|단원")

    theirs, ours = planned(invited, given), planned(invited, given, scene.secretariat())

    assert [(row.verb, [problem.code for problem in row.problems]) for row in theirs.rows] == [
        ("wrong", ["decided"])
    ]
    assert [row.verb for row in ours.rows] == ["changed"]


def test_as_what_a_nominated_person_comes_is_not_changed_by_a_list(invited: Invitation) -> None:
    scene.delegate(invited)

    plan = planned(invited, sheet(HEAD, "김하늘|||단장"))

    assert [(problem.code, problem.stops) for problem in plan.rows[0].problems] == [("part_kept", False)]
    assert plan.rows[0].entered.part == "member"


def test_contacts_are_taken_only_where_they_are_asked(invited: Invitation) -> None:
    given = sheet("성명|이메일|휴대전화", "김하늘|kim@gb.example|+82 10 1234 5678")
    before = planned(invited, given)
    Need.objects.create(preparation=invited.preparation, field="email", purpose="contact", kept_days=30)

    after = planned(invited, given)
    taken(invited, given)

    assert (before.left_out, before.rows[0].contacts) == (("email", "phone"), {})
    assert (after.left_out, after.rows[0].contacts) == (("phone",), {"email": "kim@gb.example"})
    with standing_as(scene.runs(invited.preparation)):
        assert list(Datum.objects.values_list("field", "text")) == [("email", "kim@gb.example")]
    assert planned(invited, given).rows[0].verb == "same"


def test_a_wrong_address_is_said_in_its_row(invited: Invitation) -> None:
    Need.objects.create(preparation=invited.preparation, field="email", purpose="contact", kept_days=30)

    plan = planned(invited, sheet("성명|이메일", "김하늘|kim at gb"))

    assert [problem.code for problem in plan.rows[0].problems] == ["no_address"]


def test_another_bodys_key_is_nobody_here(invited: Invitation) -> None:
    other = scene.delegate(scene.invitation(invited.preparation, "tottori"), "田中", "花子")

    plan = planned(invited, sheet("성명|key", f"김하늘|{other.key}"))

    assert [problem.code for problem in plan.rows[0].problems] == ["key_unknown"]


def test_nobody_imports_into_another_bodys_delegation(invited: Invitation) -> None:
    scene.invitation(invited.preparation, "tottori")

    with pytest.raises(Invitation.DoesNotExist):
        planned(invited, TWO, scene.coordinator("tottori"))
    with pytest.raises(Refused):
        taken(invited, TWO, scene.reader("gyeongbuk"))


def test_a_focal_points_link_imports(invited: Invitation) -> None:
    assert taken(invited, TWO, scene.focal(invited.preparation, "gyeongbuk")).new == 2


def test_after_the_deadline_nobody_of_the_body_imports() -> None:
    invited = scene.invitation(scene.preparation(steps=("invited", "open", "closed")), "gyeongbuk")

    with pytest.raises(Refused) as refused:
        taken(invited, TWO)

    assert refused.value.code == "closed"


def test_imported_people_are_nominated_like_others(invited: Invitation) -> None:
    taken(invited, TWO)

    seated = nominations.nominate(
        actor=scene.coordinator("gyeongbuk"), at=scene.NOON, preparation="forum-2026", body="gyeongbuk"
    )

    assert len(seated.nominated) == 2


def test_a_preview_costs_the_same_for_one_row_and_for_three(invited: Invitation) -> None:
    actor = scene.coordinator("gyeongbuk")

    def queries_for(*rows: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            planned(invited, sheet(HEAD, *rows), actor)
        return len(asked)

    scene.delegate(invited)
    one = queries_for("김하늘||과장|")
    scene.delegate(invited, "박", "바다")
    scene.delegate(invited, "이", "구름")

    assert queries_for("김하늘||과장|", "박바다||과장|", "새사람||과장|") == one


def test_a_thousand_people_are_entered_with_few_statements(invited: Invitation) -> None:
    given = sheet(
        HEAD, *(f"김{chr(0xAC00 + number)}{chr(0xAC00 + number // 28)}||과장|단원" for number in range(1000))
    )
    actor = scene.coordinator("gyeongbuk")
    seen = planned(invited, given, actor).seen

    with CaptureQueriesContext(connection) as asked:
        taken(invited, given, actor, seen=seen)

    assert len(people(invited)) == 1000
    assert len(asked) < 30
