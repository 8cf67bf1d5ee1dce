"""Who may act for which government: given, ended, handed over. What ended stays on record."""

from datetime import date, datetime, timedelta

from django.db import transaction
from psycopg.types.range import DateRange

from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.models import User
from interlocal.registry import rules
from interlocal.registry.models import Body, Mandate


@transaction.atomic
def give_mandate(
    *,
    actor: Actor,
    at: datetime,
    user: int,
    body: str,
    role: str,
    from_on: date,
    until_on: date | None = None,
) -> Mandate:
    """Let a user act for a body from a day on, until (not including) another; raise Refused if rules say no."""
    holder = User.objects.select_for_update().get(pk=user)
    ours = Body.objects.get(slug=body)
    held = Mandate.objects.filter(
        user=holder, body=ours, role=role, during__overlap=DateRange(from_on, until_on)
    ).exists()
    if obstacle := rules.obstacle_to_giving(
        actor=actor, body=ours.pk, role=role, from_on=from_on, until_on=until_on, held=held
    ):
        raise obstacle
    given = Mandate.objects.create(
        user=holder,
        body=ours,
        role=role,
        during=DateRange(from_on, until_on),
        given_by_id=actor.user,
        given_at=at,
    )
    _record(actor, at, "mandate_given", given, ours)
    return given


@transaction.atomic
def end_mandate(*, actor: Actor, at: datetime, mandate: int, on: date) -> Mandate:
    """Let a mandate end before this day. The holder can no longer act from then on; what was done stays done."""
    found = Mandate.objects.select_for_update().select_related("body").get(pk=mandate)
    if obstacle := rules.obstacle_to_ending(
        actor=actor, body=found.body_id, from_on=found.during.lower, until_on=found.during.upper, on=on
    ):
        raise obstacle
    _end(found, actor, at, on)
    _record(actor, at, "mandate_ended", found, found.body)
    return found


@transaction.atomic
def hand_over(*, actor: Actor, at: datetime, user: int, successor: int, body: str, on: date) -> list[Mandate]:
    """Everything a user holds for a body goes to the successor on a day, in one step; raise Refused if not all can."""
    User.objects.select_for_update().filter(pk__in=sorted((user, successor))).order_by("pk").count()
    ours = Body.objects.get(slug=body)
    standing = list(
        Mandate.objects.select_for_update()
        .filter(user=user, body=ours, during__endswith__isnull=True)
        .order_by("pk")
    ) + list(
        Mandate.objects.select_for_update()
        .filter(user=user, body=ours, during__endswith__gt=on)
        .order_by("pk")
    )
    if obstacle := rules.obstacle_to_handing_over(
        actor=actor,
        body=ours.pk,
        same=user == successor,
        standing=len(standing),
        begins_later=any(m.during.lower >= on for m in standing),
    ):
        raise obstacle
    return [_pass_on(mandate, successor, actor, at, on, ours) for mandate in standing]


def _pass_on(mandate: Mandate, successor: int, actor: Actor, at: datetime, on: date, body: Body) -> Mandate:
    during = DateRange(on, mandate.during.upper)
    already = Mandate.objects.filter(
        user_id=successor, body=body, role=mandate.role, during__overlap=during
    ).first()
    taken = already or Mandate.objects.create(
        user_id=successor,
        body=body,
        role=mandate.role,
        during=during,
        given_by_id=actor.user,
        given_at=at,
    )
    mandate.successor = taken
    _end(mandate, actor, at, on)
    _record(actor, at, "mandate_handed_over", mandate, body)
    return taken


def _end(mandate: Mandate, actor: Actor, at: datetime, on: date) -> None:
    # A mandate that would last no day at all keeps its first one: history shows that it was given.
    ends = max(on, mandate.during.lower + timedelta(days=1))
    mandate.during = DateRange(mandate.during.lower, ends)
    mandate.ended_by_id, mandate.ended_at = actor.user, at
    mandate.save()


def _record(actor: Actor, at: datetime, verb: str, mandate: Mandate, body: Body) -> None:
    details = {"mandate": mandate.pk, "role": mandate.role, "user": mandate.user_id}
    journal.record(actor=actor, at=at, lines=[Line(verb, "mandate", body.slug, details, public=False)])
