"""Fill an office: `python -m bench.office_fill 1000`. Prints what visitors need, as JSON, in its last line."""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import django

BODIES = 20
FAMILIES = ["김", "이", "박", "최", "정", "강", "조", "윤"]
GIVEN = ["하늘", "바다", "산", "민준", "서연", "지우", "도윤", "수아", "예준", "하은"]


def main() -> None:
    django.setup()
    from django.test import Client

    from bench.office_site import Filled
    from interlocal.identity.models import User
    from interlocal.identity.walls import standing_as
    from interlocal.registry.models import Body

    at = datetime.now(UTC)
    bodies = list(Body.objects.filter(kind="province").exclude(country="").order_by("slug")[: BODIES + 1])
    office, invited = bodies[0], bodies[1:]
    user = User.objects.create(email="approver@bench.example", name="Approver")
    actor = _hat(user, office, at)
    large, small = _preparation("bench-large", office, at), _preparation("bench-small", office, at)
    with standing_as(actor):
        _people(large, invited, int(sys.argv[1]))
        tokens = {body.slug: _focal(small, body, actor, at) for body in invited}
    client = Client()
    client.force_login(user)
    session = client.cookies["interlocal-session"].value
    print(Filled(session, office.slug, large.slug, small.slug, tokens).told())


def _hat(user: Any, body: Any, at: datetime) -> Any:
    from psycopg.types.range import DateRange

    from interlocal.identity.kinds import Actor
    from interlocal.registry.models import Mandate

    roles = frozenset({"approver", "secretariat"})
    for role in roles:
        during = DateRange(date(2020, 1, 1), None)
        Mandate.objects.create(user=user, body=body, role=role, during=during, given_at=at)
    return Actor(user.email, user.pk, body.pk, body.slug, roles)


def _preparation(slug: str, office: Any, at: datetime) -> Any:
    from interlocal.delegations.kinds import STEPS
    from interlocal.delegations.models import Milestone, Preparation
    from interlocal.ground.texts import localised
    from interlocal.programmes.models import Series

    first = at.date() + timedelta(days=60)
    made = Preparation.objects.create(
        slug=slug,
        series=Series.objects.order_by("pk")[0],
        secretariat=office,
        name=localised("en", {"en": f"Forum {slug}"}),
        from_on=first,
        until_on=first + timedelta(days=2),
        created_at=at,
    )
    for step in STEPS:
        Milestone.objects.create(preparation=made, step=step, done_at=at if step in STEPS[:2] else None)
    return made


def _invitation(preparation: Any, body: Any) -> Any:
    from interlocal.delegations.models import Invitation

    return Invitation.objects.create(
        preparation=preparation,
        body=body,
        state="sent",
        quota=500,
        language="ko",
        contact_email=f"{body.slug}@bench.example",
    )


def _people(preparation: Any, bodies: list[Any], many: int) -> None:
    from interlocal.delegations.models import Delegate
    from interlocal.delegations.rules.names import keys_of
    from interlocal.ground.texts import localised

    invited = [_invitation(preparation, body) for body in bodies]
    rows = []
    for number in range(many):
        invitation = invited[number % len(invited)]
        name = {"family": FAMILIES[number % 8], "given": GIVEN[number // 8 % 10] + GIVEN[number // 80 % 10]}
        latin = {"latin_family": f"KIM{number}", "latin_given": "Haneul"}
        rows.append(
            Delegate(
                preparation=preparation,
                body_id=invitation.body_id,
                invitation=invitation,
                script_language="ko",
                language="ko",
                state=("nominated", "pre_approved", "approved")[number % 3],
                position=number,
                post=localised("ko", {"ko": f"국제협력과장 {number}", "en": f"Director {number}"}),
                latin_origin="generated",
                name_keys=keys_of(**name, **latin, language="ko"),
                **name,
                **latin,
            )
        )
    Delegate.objects.bulk_create(rows)


def _focal(preparation: Any, body: Any, actor: Any, at: datetime) -> str:
    from interlocal.delegations.commands import links

    _invitation(preparation, body)
    return links.make_focal_link(
        actor=actor,
        at=at,
        preparation=preparation.slug,
        body=body.slug,
        name=f"Focal point of {body.slug}",
        email="",
        until=at + timedelta(days=30),
    )


if __name__ == "__main__":
    main()
