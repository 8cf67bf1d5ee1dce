"""A preparation and its people for many scenes: GAROK runs it, Gyeongbuk and Tottori are invited.

Rows of people stand behind the wall, so they are made standing as the secretariat.
"""

from datetime import date, timedelta
from typing import Any

from psycopg.types.range import DateRange

from interlocal.delegations import kinds
from interlocal.delegations.models import (
    Delegate,
    Invitation,
    Milestone,
    Preparation,
)
from interlocal.identity.kinds import Actor, Role, Scope
from interlocal.identity.models import User
from interlocal.identity.walls import standing_as
from interlocal.programmes.models import Series
from interlocal.registry.models import Body, Mandate
from tests import cast, make

NOON = make.NOON
FIRST_DAY = date(2026, 6, 10)


def body(slug: str) -> Body:
    """A body of the cast, made when it is first named; any other slug is a Korean city."""
    found = Body.objects.filter(slug=slug).first()
    if found:
        return found
    known = {"garok": cast.garok, "gyeongbuk": cast.gyeongbuk, "tottori": cast.tottori, "mofa-kr": cast.mofa}
    return known[slug]() if slug in known else make.body(slug, {"en": slug.title(), "ko": slug})


def user(email: str, **others: Any) -> User:
    return User.objects.filter(email=email).first() or User.objects.create(email=email, **others)


def actor(of: str, *roles: str, email: str = "") -> Actor:
    """Somebody with a standing mandate for a body, wearing its hat."""
    ours = body(of)
    who = user(email or f"{'-'.join(roles)}@{of}.example")
    for role in roles:
        held = Mandate.objects.filter(user=who, body=ours, role=role)
        if not held.exists():
            during = DateRange(date(2020, 1, 1), None)
            Mandate.objects.create(user=who, body=ours, role=role, during=during, given_at=NOON)
    return Actor(who.email, who.pk, ours.pk, of, frozenset(roles))


def secretariat(of: str = "garok") -> Actor:
    return actor(of, Role.SECRETARIAT)


def approver(of: str = "garok") -> Actor:
    return actor(of, Role.APPROVER)


def coordinator(of: str) -> Actor:
    return actor(of, Role.COORDINATOR)


def reader(of: str) -> Actor:
    return actor(of, Role.READER)


def focal(preparation: Preparation, of: str) -> Actor:
    """Who came in by a focal point's link."""
    return Actor(
        "focal point", None, body(of).pk, of, frozenset({Role.FOCAL}), False, Scope(0, preparation.pk)
    )


def own_page(one: Delegate) -> Actor:
    """Who came in by a delegate's own link."""
    return Actor(
        "delegate",
        None,
        one.body_id,
        one.body.slug,
        frozenset({Role.DELEGATE}),
        False,
        Scope(0, one.preparation_id, one.pk),
    )


def preparation(slug: str = "forum-2026", *, secretariat: str = "garok", **others: Any) -> Preparation:
    """Two days in June 2026; nominations are open unless `steps` names the steps taken otherwise."""
    steps = others.pop("steps", ("invited", "open"))
    series = Series.objects.filter(slug="forum").first() or make.series("forum")
    defaults = {
        "name": make.text("Forum 2026", ko="2026 포럼", ja="フォーラム2026", zh_Hans="2026年论坛"),
        "from_on": FIRST_DAY,
        "until_on": FIRST_DAY + timedelta(days=2),
        "created_at": NOON,
    }
    made = Preparation.objects.create(
        slug=slug, series=series, secretariat=body(secretariat), **{**defaults, **others}
    )
    for number, step in enumerate(kinds.STEPS):
        Milestone.objects.create(
            preparation=made,
            step=step,
            due_on=FIRST_DAY - timedelta(days=60 - 10 * number),
            done_at=NOON if step in steps else None,
        )
    return made


def runs(preparation: Preparation) -> Actor:
    """The secretariat of a preparation, with every right there."""
    roles = frozenset({Role.SECRETARIAT, Role.APPROVER, Role.COORDINATOR})
    return Actor("scene", None, preparation.secretariat_id, preparation.secretariat.slug, roles)


def invitation(preparation: Preparation, of: str, *, quota: int = 3, **others: Any) -> Invitation:
    defaults = {"state": "sent", "language": "ko", "sent_at": NOON}
    with standing_as(runs(preparation)):
        return Invitation.objects.create(
            preparation=preparation, body=body(of), quota=quota, **{**defaults, **others}
        )


def delegate(invitation: Invitation, family: str = "김", given: str = "하늘", **others: Any) -> Delegate:
    defaults = {"state": "nominated", "language": "ko", "script_language": "ko", "nominated_at": NOON}
    with standing_as(runs(invitation.preparation)):
        return Delegate.objects.create(
            preparation=invitation.preparation,
            body=invitation.body,
            invitation=invitation,
            family=family,
            given=given,
            **{**defaults, **others},
        )


def fresh(row: Any) -> Any:
    """The row as it is now, whoever may see it."""
    preparation = row if isinstance(row, Preparation) else row.preparation
    with standing_as(runs(preparation)):
        return type(row).objects.get(pk=row.pk)
