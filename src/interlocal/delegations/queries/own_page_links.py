"""Which delegates have a link to their own page, for the secretariat."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from interlocal.delegations import kinds
from interlocal.delegations.models import Datum, Delegate, Link, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class BearerRow:
    """An approved delegate and the newest link. `state`: "none", "standing", "used" (standing, and opened), "ended".

    `way`: "own" when mailed to the delegate's own address, "contact" to that of the delegation, "" to nobody.
    """

    key: str
    name: str
    script_language: str
    body: str
    body_name: Shown
    language: str
    state: str
    way: str
    link: int | None
    made_at: datetime | None
    used_at: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class LinksPage:
    slug: str
    title: Shown
    timezone: str
    last_day: date
    runs: bool
    rows: tuple[BearerRow, ...]

    @property
    def without(self) -> int:
        return sum(row.state in ("none", "ended") for row in self.rows)


def standing_of(preparation: Preparation, at: datetime) -> "QuerySet[Link]":
    """Delegates' links that open something now. Only within the wall."""
    return Link.objects.filter(
        preparation=preparation, role=Role.DELEGATE, revoked_at=None, expires_at__gt=at
    )


@walled
def links_page(
    *, actor: Actor, preparation: str, at: datetime, tongue: str, delegate: UUID | None = None
) -> LinksPage:
    """All approved delegates, or one; three queries beside access. DoesNotExist for who is not of the secretariat."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    people = _people(found, delegate)
    newest: dict[int | None, Link] = {}
    for link in Link.objects.filter(preparation=found, role=Role.DELEGATE).order_by("made_at", "pk"):
        newest[link.delegate_id] = link
    mailed = set(
        Datum.objects.filter(preparation=found, field=kinds.Field.EMAIL)
        .exclude(text="")
        .values_list("delegate_id", flat=True)
    )
    rows = tuple(_row(row, newest.get(row.pk), row.pk in mailed, at, tongue) for row in people)
    return LinksPage(found.slug, found.name.shown(tongue), found.timezone, found.until_on, reached.runs, rows)


def _people(found: Preparation, delegate: UUID | None) -> list[Delegate]:
    rows = Delegate.objects.filter(preparation=found, state=kinds.State.APPROVED, erased_at=None)
    rows = rows.select_related("body", "invitation").order_by("invitation_id", "position", "pk")
    if delegate is None:
        return list(rows)
    return [rows.get(key=delegate)]


def _row(row: Delegate, link: Link | None, has_mail: bool, at: datetime, tongue: str) -> BearerRow:
    way = "own" if has_mail else "contact" if row.invitation.contact_email else ""
    return BearerRow(
        key=str(row.key),
        name=name_of(row),
        script_language=row.script_language,
        body=row.body.slug,
        body_name=labels.shown(row.body.label, tongue, short=True),
        language=row.language,
        state=_state(link, at),
        way=way,
        link=link.pk if link else None,
        made_at=link.made_at if link else None,
        used_at=link.used_at if link else None,
        until=link.expires_at if link else None,
    )


def _state(link: Link | None, at: datetime) -> str:
    if link is None:
        return "none"
    if link.revoked_at is not None or link.expires_at <= at:
        return "ended"
    return "used" if link.used_at else "standing"
