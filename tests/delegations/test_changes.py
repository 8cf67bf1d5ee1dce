"""Late changes: asked for after the list is frozen, seen side by side, accepted or refused."""

from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations import kinds
from interlocal.delegations.commands import changes
from interlocal.delegations.models import Change, Delegate, Invitation, Mail, Preparation
from interlocal.delegations.queries import changes as queries
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db
FROZEN = kinds.STEPS[:5]
NEW = Entered(family="박", given="바다", script_language="ko", latin_family="PARK", latin_given="BADA")


def frozen(*, quota: int = 2, steps: Any = FROZEN, **others: Any) -> Invitation:
    return scene.invitation(
        scene.preparation(steps=steps),
        "gyeongbuk",
        quota=quota,
        contact_email="park@gb.example",
        language="en",
        **others,
    )


def approved(invited: Invitation, family: str = "김", **others: Any) -> Delegate:
    return scene.delegate(invited, family, state="approved", post=make.text("과장", "ko"), **others)


def propose(kind: str, row: Delegate | None = None, *, by: Actor | None = None, **others: Any) -> int:
    given: dict[str, Any] = {"reason": "Transferred on 1 June.", "version": row.version if row else 0}
    return changes.propose(
        actor=by or scene.coordinator("gyeongbuk"),
        at=scene.NOON,
        preparation="forum-2026",
        body="gyeongbuk",
        kind=kind,
        delegate=str(row.key) if row else "",
        **{**given, **others},
    )


def accept(change: int, version: int, *, by: Actor | None = None) -> None:
    changes.accept(
        actor=by or scene.approver(),
        at=scene.NOON,
        preparation="forum-2026",
        change=change,
        version=version,
    )


def seen(invited: Invitation, model: Any) -> Any:
    with standing_as(scene.runs(invited.preparation)):
        return list(model.objects.order_by("pk"))


def refused(code: str) -> Any:
    return pytest.raises(Refused, check=lambda raised: raised.code == code)


def edited(row: Delegate, **fields: Any) -> Entered:
    given = {
        "family": row.family,
        "given": row.given,
        "script_language": "ko",
        "language": "ko",
        "part": row.part,
        "post": {"ko": "과장"},
        **fields,
    }
    return Entered(**given)


def test_a_change_of_details_keeps_only_what_differs() -> None:
    row = approved(frozen())

    number = propose("edit", row, entered=edited(row, family="金", post={"ko": "국장"}))

    page = queries.change(actor=scene.reader("garok"), preparation="forum-2026", change=number, tongue="en")
    assert [(line.label, line.before, line.after, line.differs) for line in page.lines] == [
        ("Family name", "김", "金", True),
        ("Post", "과장", "국장", True),
    ]
    assert scene.fresh(row).family == "김"


def test_an_accepted_change_takes_effect_with_its_match_keys_and_tells_the_contact() -> None:
    row = approved(frozen())
    number = propose("edit", row, entered=edited(row, given="바다"))

    accept(number, row.version)

    now = scene.fresh(row)
    (change,) = seen(row.invitation, Change)
    (mail,) = seen(row.invitation, Mail)
    assert (now.given, now.state, now.version, now.name_keys) == ("바다", "approved", 2, ["김바다"])
    assert (change.state, change.answered_by) == ("accepted", "approver@garok.example")
    assert (mail.kind, mail.state, mail.context["change"]) == ("change", "draft", number)


def test_somebody_added_late_is_approved_at_once() -> None:
    invited = frozen()
    approved(invited)

    accept(propose("add", entered=NEW), 0)

    rows = [(row.family, row.state, row.position, row.version) for row in seen(invited, Delegate)]
    assert rows == [("김", "approved", 0, 1), ("박", "approved", 1, 1)]


def test_nobody_is_added_without_a_seat() -> None:
    invited = frozen(quota=1)
    approved(invited)
    number = propose("add", entered=NEW)

    with refused("no_seat"):
        accept(number, 0)

    assert [one.state for one in seen(invited, Change)] == ["open"]
    assert len(seen(invited, Delegate)) == 1


def test_who_is_sent_instead_takes_the_seat_and_the_place() -> None:
    invited = frozen(quota=1)
    row = approved(invited, part="head", position=3)

    accept(propose("replace", row, entered=Entered(**{**_fields(NEW), "part": "head"})), row.version)

    old, new = seen(invited, Delegate)
    assert (old.state, new.state) == ("withdrawn", "approved")
    assert (new.in_place_of_id, new.position, new.part) == (old.pk, 3, "head")


def test_a_second_head_is_not_let_in() -> None:
    invited = frozen()
    approved(invited, part="head")
    other = approved(invited, "최")
    number = propose("edit", other, entered=edited(other, part="head"))

    with refused("two_heads"):
        accept(number, other.version)


def test_a_late_withdrawal_frees_the_seat() -> None:
    invited = frozen(quota=1)
    row = approved(invited)
    waiting = scene.delegate(invited, "최", state="waiting", waiting_since=scene.NOON)

    accept(propose("withdraw", row), row.version)

    assert scene.fresh(row).state == "withdrawn"
    assert scene.fresh(waiting).state == "nominated"


def test_a_change_of_somebody_who_was_changed_meanwhile_is_shown_not_applied() -> None:
    row = approved(frozen())
    number = propose("edit", row, entered=edited(row, given="바다"))
    with standing_as(scene.runs(row.preparation)):
        Delegate.objects.filter(pk=row.pk).update(given="산", version=2, changed_by="somebody")

    with pytest.raises(kinds.Changed) as raised:
        accept(number, 1)

    page = queries.change(actor=scene.approver(), preparation="forum-2026", change=number, tongue="en")
    assert (raised.value.by, raised.value.theirs["Given name"], raised.value.yours["Given name"]) == (
        "somebody",
        "산",
        "바다",
    )
    assert (page.drifted, page.version, page.lines[0].now) == (True, 2, "산")
    assert scene.fresh(row).given == "산"


def test_who_saw_the_newer_person_can_accept() -> None:
    row = approved(frozen())
    number = propose("edit", row, entered=edited(row, given="바다"))
    with standing_as(scene.runs(row.preparation)):
        Delegate.objects.filter(pk=row.pk).update(version=2)

    accept(number, 2)

    assert scene.fresh(row).given == "바다"


def test_a_refusal_needs_an_answer_and_leaves_the_list() -> None:
    row = approved(frozen())
    number = propose("withdraw", row)

    with refused("no_answer"):
        changes.refuse(
            actor=scene.approver(), at=scene.NOON, preparation="forum-2026", change=number, answer=" "
        )
    changes.refuse(
        actor=scene.approver(), at=scene.NOON, preparation="forum-2026", change=number, answer="Too late."
    )

    (change,), (mail,) = seen(row.invitation, Change), seen(row.invitation, Mail)
    assert (change.state, change.answer) == ("refused", "Too late.")
    assert scene.fresh(row).state == "approved"
    assert "Too late." in mail.text


def test_a_change_is_answered_once() -> None:
    row = approved(frozen())
    number = propose("withdraw", row)
    accept(number, row.version)

    with refused("answered"):
        accept(number, 2)


def test_only_an_approver_of_the_secretariat_answers() -> None:
    row = approved(frozen())
    number = propose("withdraw", row)

    with refused("approver_only"):
        accept(number, row.version, by=scene.secretariat())
    with pytest.raises(Change.DoesNotExist):
        accept(number, row.version, by=scene.approver("gyeongbuk"))


def test_the_same_form_sent_twice_asks_once() -> None:
    row = approved(frozen())
    once = uuid4()

    numbers = {propose("withdraw", row, once=once), propose("withdraw", row, once=once)}

    assert len(numbers) == 1
    assert len(seen(row.invitation, Change)) == 1


def test_a_focal_point_asks_by_its_link() -> None:
    row = approved(frozen())

    number = propose("withdraw", row, by=scene.focal(row.preparation, "gyeongbuk"))

    assert [one.pk for one in seen(row.invitation, Change)] == [number]


def test_a_key_of_another_delegation_is_not_there() -> None:
    invited = frozen()
    theirs = approved(scene.invitation(invited.preparation, "tottori"), "藤田")

    with pytest.raises(Delegate.DoesNotExist):
        propose("withdraw", theirs)
    with pytest.raises(Delegate.DoesNotExist):
        queries.subject(
            actor=scene.coordinator("gyeongbuk"),
            preparation="forum-2026",
            body="gyeongbuk",
            delegate=str(theirs.key),
        )


def test_another_bodys_delegation_is_not_there() -> None:
    invited = frozen()
    scene.invitation(invited.preparation, "tottori")

    with pytest.raises(Invitation.DoesNotExist):
        propose("add", entered=NEW, by=scene.coordinator("tottori"))
    with pytest.raises(Preparation.DoesNotExist):
        propose("add", entered=NEW, by=scene.coordinator("busan"))


def test_a_reader_of_the_body_only_looks() -> None:
    invited = frozen()

    with refused("not_yours"):
        propose("add", entered=NEW, by=scene.reader("gyeongbuk"))

    page = queries.changes_of(
        actor=scene.reader("gyeongbuk"), preparation="forum-2026", body="gyeongbuk", tongue="en"
    )
    assert (page.proposes, page.people) == (False, ())
    assert invited.pk


@pytest.mark.parametrize(
    ("steps", "code"), [(kinds.STEPS[:4], "not_frozen"), (kinds.STEPS, "over")], ids=["before", "after"]
)
def test_late_changes_are_asked_for_between_freezing_and_report(steps: Any, code: str) -> None:
    frozen(steps=steps)

    with refused(code):
        propose("add", entered=NEW)


def test_what_cannot_be_asked_for_is_refused() -> None:
    invited = frozen()
    row = approved(invited)
    gone = scene.delegate(invited, "최", state="withdrawn")

    with refused("no_reason"):
        propose("withdraw", row, reason=" ")
    with refused("not_standing"):
        propose("withdraw", gone)
    with refused("no_difference"):
        propose("edit", row, entered=edited(row))
    with refused("kind_unknown"):
        propose("swap")
    with refused("name_missing"):
        propose("add", entered=Entered("", "", "ko"))
    propose("withdraw", row)
    with refused("already_asked"):
        propose("withdraw", row)


def test_a_declined_invitation_adds_nobody() -> None:
    frozen(state="declined")

    with refused("declined"):
        propose("add", entered=NEW)


def test_asking_about_somebody_as_they_were_before_shows_both() -> None:
    row = approved(frozen(), version=3)

    with pytest.raises(kinds.Changed):
        propose("withdraw", row, version=2)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_changes_costs_the_same_for_one_and_three(
    count: int, django_assert_num_queries: Any
) -> None:
    invited = frozen(quota=9)
    for number in range(count):
        propose("withdraw", approved(invited, f"김{number}"))
    actor = scene.approver()

    with django_assert_num_queries(7):
        page = queries.changes_page(actor=actor, preparation="forum-2026", tongue="en")

    assert len(page.open) == count


def _fields(entered: Entered) -> dict[str, Any]:
    return {name: getattr(entered, name) for name in Entered.__dataclass_fields__}
