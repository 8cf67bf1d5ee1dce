"""Whose hat somebody can wear on a day, and who holds which mandate of a body."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.findable import forms_of_label
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.models import User
from interlocal.languages.folding import fold
from interlocal.registry import rules
from interlocal.registry.models import Body, Mandate


@dataclass(frozen=True, slots=True)
class Hat:
    """A body somebody acts for today, and in which roles."""

    body: int
    slug: str
    name: Shown
    country: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MandateRow:
    """One mandate, standing or ended. `until_on` is the first day it no longer holds."""

    id: int
    user: int
    email: str
    holder: str
    role: str
    from_on: date
    until_on: date | None
    standing: bool
    given_by: str
    ended_by: str
    successor: str

    @property
    def first(self) -> PartialDate:
        return PartialDate.of(self.from_on)

    @property
    def last(self) -> PartialDate | None:
        """The last day it holds, as people say it."""
        return PartialDate.of(self.until_on - timedelta(days=1)) if self.until_on else None


def hats(*, user: int, on: date, tongue: str) -> list[Hat]:
    """The bodies this user acts for on a day, by name. One query."""
    piles: dict[int, Hat] = {}
    rows = (
        Mandate.objects.filter(user=user, user__is_active=True, during__contains=on)
        .order_by("role")
        .values_list("body_id", "body__slug", "body__label", "body__country", "role")
    )
    for body, slug, label, country, role in rows:
        before = piles.get(body)
        roles = (*(before.roles if before else ()), role)
        piles[body] = Hat(body, slug, labels.shown(label, tongue), country, roles)
    return sorted(piles.values(), key=lambda hat: hat.name.text)


def actor_for(*, user: int, name: str, is_administrator: bool = False, body: str, at: datetime) -> Actor:
    """The user wearing the hat of a body; Body.DoesNotExist when no mandate of it stands (not yours is not there)."""
    rows = list(
        Mandate.objects.filter(
            user=user, user__is_active=True, body__slug=body, during__contains=at.date()
        ).values_list("body_id", "role")
    )
    if not rows:
        raise Body.DoesNotExist(body)
    roles = frozenset(role for _, role in rows)
    return Actor(name, user, rows[0][0], body, roles, is_administrator)


def mandates_of(*, actor: Actor, body: str, on: date) -> list[MandateRow]:
    """All mandates of a body, standing ones first; for who may give them. Body.DoesNotExist for others."""
    ours = Body.objects.filter(slug=body).first()
    if ours is None or not rules.may_see_mandates(actor=actor, body=ours.pk):
        raise Body.DoesNotExist(body)
    rows = Mandate.objects.filter(body=ours).select_related("user", "given_by", "ended_by", "successor__user")
    found = [_row(row, on) for row in rows]
    return sorted(found, key=lambda row: (not row.standing, row.holder, row.role, row.from_on))


def holders(*, body: int, roles: Iterable[Role], on: date) -> list[User]:
    """Whom to ask: active users with one of these roles for a body on a day. Names and work addresses only."""
    return list(
        User.objects.filter(
            is_active=True,
            mandates__body=body,
            mandates__role__in=list(roles),
            mandates__during__contains=on,
        )
        .order_by("email")
        .distinct()
    )


def _row(row: Mandate, on: date) -> MandateRow:
    until = row.during.upper
    return MandateRow(
        id=row.pk,
        user=row.user_id,
        email=row.user.email,
        holder=_called(row.user),
        role=row.role,
        from_on=row.during.lower,
        until_on=until,
        standing=row.during.lower <= on and (until is None or on < until),
        given_by=_called(row.given_by),
        ended_by=_called(row.ended_by),
        successor=_called(row.successor.user) if row.successor else "",
    )


def _called(user: User | None) -> str:
    if user is None:
        return ""
    return user.name or user.email


def bodies_named(*, words: str, tongue: str, limit: int = 20) -> list[tuple[str, Shown]]:
    """Bodies with a name that holds these words, in any language: slug and name. Public names only."""
    key = fold(words)
    rows = Body.objects.values_list("slug", "label").order_by("id") if key else []
    found = [
        (slug, labels.shown(label, tongue))
        for slug, label in rows
        if any(key in fold(form.text) for form in forms_of_label(label))
    ]
    return sorted(found, key=lambda pair: (len(pair[1].text), pair[1].text))[:limit]


def body_name(*, slug: str, tongue: str) -> Shown:
    """Body.DoesNotExist for an unknown slug."""
    return labels.shown(Body.objects.only("label").get(slug=slug).label, tongue)
