"""Who may act for which government, and how that passes on."""

from datetime import UTC, date, datetime

import pytest

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.models import Entry, User
from interlocal.registry import commands, queries
from interlocal.registry.models import Body, Mandate
from tests import cast, make

pytestmark = pytest.mark.django_db
NOON = make.NOON
TODAY = NOON.date()


def someone(email: str) -> User:
    return User.objects.create(email=email)


def administrator() -> Actor:
    return Actor("admin", someone("admin@example.org").pk, is_administrator=True)


def given(actor: Actor, to: User, body: Body, role: str = "coordinator", **dates: date) -> Mandate:
    days = {"from_on": TODAY, **dates}
    return commands.give_mandate(actor=actor, at=NOON, user=to.pk, body=body.slug, role=role, **days)


def worn(user: User, body: Body, at: datetime = NOON) -> Actor:
    return queries.actor_for(user=user.pk, name=user.email, body=body.slug, at=at)


def test_who_has_a_mandate_wears_the_hat_from_its_first_day_to_its_last() -> None:
    home, kim = cast.gyeongbuk(), someone("kim@gb.example")
    given(administrator(), kim, home, from_on=date(2026, 3, 2), until_on=date(2026, 4, 1))

    hat = worn(kim, home, datetime(2026, 3, 31, 12, tzinfo=UTC))

    assert (hat.body, hat.roles) == (home.pk, frozenset({"coordinator"}))
    for outside in (datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 4, 1, 12, tzinfo=UTC)):
        with pytest.raises(Body.DoesNotExist):
            worn(kim, home, outside)


def test_somebody_acts_for_several_bodies_and_sees_each_hat() -> None:
    home, away, kim, admin = cast.gyeongbuk(), cast.garok(), someone("kim@gb.example"), administrator()
    given(admin, kim, home, "coordinator")
    given(admin, kim, home, "approver")
    given(admin, kim, away, "secretariat")

    hats = queries.hats(user=kim.pk, on=TODAY, tongue="en")

    assert [(hat.slug, hat.roles) for hat in hats] == [
        ("garok", ("secretariat",)),
        ("gyeongbuk", ("approver", "coordinator")),
    ]


def test_a_closed_account_wears_no_hat() -> None:
    home, kim = cast.gyeongbuk(), someone("kim@gb.example")
    given(administrator(), kim, home)
    User.objects.filter(pk=kim.pk).update(is_active=False)

    with pytest.raises(Body.DoesNotExist):
        worn(kim, home)


def test_an_approver_gives_mandates_of_the_own_body_only() -> None:
    home, other, park = cast.gyeongbuk(), cast.tottori(), someone("park@gb.example")
    boss = someone("boss@gb.example")
    given(administrator(), boss, home, "approver")

    given(worn(boss, home), park, home)
    with pytest.raises(Refused) as refused:
        given(worn(boss, home), park, other)

    assert refused.value.code == "not_giver"
    assert list(Mandate.objects.filter(user=park).values_list("body__slug", flat=True)) == ["gyeongbuk"]


@pytest.mark.parametrize(
    ("role", "days", "code"),
    [
        ("focal", {}, "unknown_role"),
        ("coordinator", {"until_on": TODAY}, "ends_before"),
    ],
)
def test_what_makes_no_mandate_is_refused(role: str, days: dict[str, date], code: str) -> None:
    home, kim = cast.gyeongbuk(), someone("kim@gb.example")

    with pytest.raises(Refused) as refused:
        given(administrator(), kim, home, role, **days)

    assert refused.value.code == code


def test_one_role_is_not_held_twice_at_a_time() -> None:
    home, kim, admin = cast.gyeongbuk(), someone("kim@gb.example"), administrator()
    given(admin, kim, home)

    with pytest.raises(Refused) as refused:
        given(admin, kim, home, from_on=date(2027, 1, 1))

    assert refused.value.code == "already_held"


def test_all_is_handed_over_in_one_step_and_the_old_mandates_stay_in_history() -> None:
    home, kim, park, admin = (
        cast.gyeongbuk(),
        someone("kim@gb.example"),
        someone("park@gb.example"),
        administrator(),
    )
    given(admin, kim, home, "coordinator", from_on=date(2025, 1, 1))
    given(admin, kim, home, "approver", from_on=date(2025, 1, 1))

    commands.hand_over(
        actor=admin, at=NOON, user=kim.pk, successor=park.pk, body=home.slug, on=date(2026, 3, 2)
    )

    assert worn(park, home).roles == {"coordinator", "approver"}
    with pytest.raises(Body.DoesNotExist):
        worn(kim, home)
    history = queries.mandates_of(actor=admin, body=home.slug, on=TODAY)
    assert [(row.email, row.role, row.standing, row.successor) for row in history] == [
        ("park@gb.example", "approver", True, ""),
        ("park@gb.example", "coordinator", True, ""),
        ("kim@gb.example", "approver", False, "park@gb.example"),
        ("kim@gb.example", "coordinator", False, "park@gb.example"),
    ]


def test_what_the_successor_already_holds_is_not_doubled() -> None:
    home, kim, park, admin = (
        cast.gyeongbuk(),
        someone("kim@gb.example"),
        someone("park@gb.example"),
        administrator(),
    )
    given(admin, kim, home)
    given(admin, park, home)

    commands.hand_over(
        actor=admin, at=NOON, user=kim.pk, successor=park.pk, body=home.slug, on=date(2026, 4, 1)
    )

    assert Mandate.objects.filter(user=park).count() == 1


@pytest.mark.parametrize(
    ("same", "from_on", "code"),
    [(True, date(2025, 1, 1), "same_person"), (False, date(2026, 6, 1), "begins_later")],
)
def test_a_hand_over_that_cannot_be_is_refused_whole(same: bool, from_on: date, code: str) -> None:
    home, kim, park, admin = (
        cast.gyeongbuk(),
        someone("kim@gb.example"),
        someone("park@gb.example"),
        administrator(),
    )
    given(admin, kim, home, from_on=from_on)

    with pytest.raises(Refused) as refused:
        commands.hand_over(
            actor=admin,
            at=NOON,
            user=kim.pk,
            successor=kim.pk if same else park.pk,
            body=home.slug,
            on=TODAY,
        )

    assert refused.value.code == code
    assert Mandate.objects.filter(user=park).count() == 0


def test_nothing_held_is_nothing_to_hand_over() -> None:
    home, kim, park = cast.gyeongbuk(), someone("kim@gb.example"), someone("park@gb.example")

    with pytest.raises(Refused) as refused:
        commands.hand_over(
            actor=administrator(), at=NOON, user=kim.pk, successor=park.pk, body=home.slug, on=TODAY
        )

    assert refused.value.code == "nothing_held"


def test_an_ended_mandate_is_not_ended_again_and_every_step_is_journalled() -> None:
    home, kim, admin = cast.gyeongbuk(), someone("kim@gb.example"), administrator()
    mandate = given(admin, kim, home, from_on=date(2025, 1, 1))
    commands.end_mandate(actor=admin, at=NOON, mandate=mandate.pk, on=TODAY)

    with pytest.raises(Refused) as refused:
        commands.end_mandate(actor=admin, at=NOON, mandate=mandate.pk, on=TODAY)

    assert refused.value.code == "already_ended"
    assert list(Entry.objects.values_list("verb", flat=True)) == ["mandate_given", "mandate_ended"]


def test_others_do_not_see_who_holds_what() -> None:
    home, other, lee = cast.gyeongbuk(), cast.tottori(), someone("lee@tottori.example")
    given(administrator(), lee, other, Role.APPROVER)

    with pytest.raises(Body.DoesNotExist):
        queries.mandates_of(actor=worn(lee, other), body=home.slug, on=TODAY)
