"""A delegate's own page: my programme, with whom, who helps me, and what changed since I looked."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Escort, Link, PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.escorts import EscortRow, row_of
from interlocal.delegations.rules import checkins
from interlocal.delegations.rules import own_page as own_page_rules
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import standing_as, walled


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item of my programme; `is_news` when it changed since I last looked."""

    id: int
    on: date
    title: Shown
    starts_at: time | None
    ends_at: time | None
    place: Shown | None
    note: Shown | None
    changed_at: datetime | None
    is_news: bool
    version: int


@dataclass(frozen=True, slots=True)
class OwnDay:
    on: PartialDate
    items: tuple[OwnItem, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody of my delegation, me included, as the name is written and said."""

    name: str
    script_language: str
    latin: str
    reading: str
    is_generated: bool
    post: Shown | None
    part: str
    is_me: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """`qr` is what the QR code says, `code` what is typed.

    `is_coming` is False for who is not, or no longer, in the delegation: then there is no programme.
    """

    key: str
    slug: str
    title: Shown
    place: Shown | None
    from_on: PartialDate
    until_on: PartialDate
    timezone: str
    secretariat: Shown
    body_name: Shown
    me: Companion
    state: str
    is_coming: bool
    code: str
    qr: str
    days: tuple[OwnDay, ...]
    delegation: tuple[Companion, ...]
    helpers: tuple[EscortRow, ...]
    made_at: datetime

    @property
    def news(self) -> list[OwnItem]:
        return [item for day in self.days for item in day.items if item.is_news]

    @property
    def items(self) -> list[OwnItem]:
        return [item for day in self.days for item in day.items]


@walled
def own_page(*, actor: Actor, preparation: str, at: datetime, tongue: str) -> OwnPage:
    """For who holds a delegate's link; Delegate.DoesNotExist for everybody else. Five queries beside access."""
    if actor.scope is None or actor.scope.delegate is None:
        raise Delegate.DoesNotExist
    found = access.reach(actor=actor, preparation=preparation).preparation
    me = Delegate.objects.select_related("body").get(pk=actor.scope.delegate, preparation=found)
    is_coming = me.state in kinds.STANDING
    return OwnPage(
        key=str(me.key),
        slug=found.slug,
        title=found.name.shown(tongue),
        place=found.place.shown(tongue) if found.place else None,
        from_on=PartialDate.of(found.from_on),
        until_on=PartialDate.of(found.until_on),
        timezone=found.timezone,
        secretariat=labels.shown(found.secretariat.label, tongue),
        body_name=labels.shown(me.body.label, tongue),
        me=_companion(me, me, tongue),
        state=me.state,
        is_coming=is_coming,
        code=checkins.code_of(me.key),
        qr=checkins.in_qr(me.key),
        days=_days(found, me, actor.scope.link, tongue) if is_coming else (),
        delegation=_delegation(actor, me, tongue) if is_coming else (),
        helpers=_helpers(found, me) if is_coming else (),
        made_at=at,
    )


def _days(found: Preparation, me: Delegate, link: int, tongue: str) -> tuple[OwnDay, ...]:
    looked = Link.objects.filter(pk=link).values_list("seen_at", flat=True).first()
    by_day: dict[int, list[OwnItem]] = {}
    for item in PlannedItem.objects.filter(preparation=found):
        if own_page_rules.is_for(audience=item.audience, part=me.part):
            by_day.setdefault(item.day, []).append(_item(found, item, looked, tongue))
    return tuple(
        OwnDay(PartialDate.of(found.from_on + timedelta(days=number)), tuple(by_day[number]))
        for number in sorted(by_day)
    )


def _item(found: Preparation, item: PlannedItem, looked: datetime | None, tongue: str) -> OwnItem:
    return OwnItem(
        id=item.pk,
        on=found.from_on + timedelta(days=item.day),
        title=item.title.shown(tongue),
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        place=item.place.shown(tongue) if item.place else None,
        note=item.note.shown(tongue) if item.note else None,
        changed_at=item.changed_at,
        is_news=own_page_rules.is_news(changed_at=item.changed_at, seen_at=looked),
        version=item.version,
    )


def _delegation(actor: Actor, me: Delegate, tongue: str) -> tuple[Companion, ...]:
    """Names and posts of my own delegation and nothing else of them: the wall shows a delegate only the own row."""
    assert actor.scope is not None
    beside = replace(actor, roles=frozenset({Role.FOCAL}), scope=replace(actor.scope, delegate=None))
    with standing_as(beside):
        people = list(
            Delegate.objects.filter(invitation=me.invitation_id, state__in=kinds.STANDING).order_by(
                "position", "pk"
            )
        )
    return tuple(_companion(one, me, tongue) for one in people)


def _companion(one: Delegate, me: Delegate, tongue: str) -> Companion:
    return Companion(
        name=name_of(one),
        script_language=one.script_language,
        latin=print_person(one.latin_family, one.latin_given, "en"),
        reading=print_person(one.reading_family, one.reading_given, "en"),
        is_generated=kinds.Origin.GENERATED in (one.latin_origin, one.reading_origin),
        post=one.post.shown(tongue) if isinstance(one.post, Localised) else None,
        part=one.part,
        is_me=one.pk == me.pk,
    )


def _helpers(found: Preparation, me: Delegate) -> tuple[EscortRow, ...]:
    return tuple(
        row_of(one)
        for one in Escort.objects.filter(preparation=found, body=me.body_id).order_by("kind", "pk")
    )
