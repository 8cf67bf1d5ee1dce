"""What the next edition of a series can be made from: its last public edition, and the hat's own last preparation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, Final

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from interlocal.delegations import kinds
from interlocal.delegations.models import Invitation, Milestone, Need, Note, Paper, PlannedItem, Preparation
from interlocal.delegations.rules import copying
from interlocal.ground import labels
from interlocal.ground.texts import Localised, localised
from interlocal.ground.tongues import EN, TONGUES
from interlocal.identity.kinds import Actor
from interlocal.programmes.kinds import HOSTS, BodyCapacity, ItemState, State
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    Item,
    OfficeHolderParticipation,
    Series,
)
from interlocal.registry.models import Body

_COMING: Final = (*HOSTS, BodyCapacity.PARTICIPANT)
# What every office prepares by hand for an edition, where no earlier list says otherwise.
USUAL_PAPERS: Final = (
    _("List of participants"),
    _("Programme booklet"),
    _("Place cards"),
    _("Badges"),
    _("Lists of cars and rooms"),
    _("Interpreters' brief"),
    _("Report on the edition"),
)


@dataclass(frozen=True, slots=True)
class Guest:
    """A body that may be invited. `wanted`: whether it is proposed, or only offered."""

    body: Body
    quota: int
    support_quota: int
    wanted: bool
    was: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """An item of an earlier programme, by relative day."""

    key: str
    kind: str
    title: Localised
    day: int
    starts_at: time | None
    ends_at: time | None
    place: Localised | None
    audience: str
    note: Localised | None
    nights: int = 0
    zone: str = ""
    ends_zone: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Rows of the last public edition and of the hat's last preparation (`after`), as far as there are any."""

    series: Series
    edition: Edition | None
    after: Preparation | None
    guests: tuple[Guest, ...]
    items: tuple[Pattern, ...]
    papers: Mapping[str, Localised]
    needs: tuple[Need, ...]
    notes: tuple[Note, ...]
    relative: Mapping[str, int]
    place: Localised | None

    @property
    def last_day(self) -> date | None:
        """The first day of whichever was last."""
        return max((on for on in (_first(self.edition), _begins(self.after)) if on), default=None)

    @property
    def ordinal(self) -> int | None:
        numbers = [one.ordinal for one in (self.edition, self.after) if one and one.ordinal]
        return max(numbers, default=None)


def sources(*, actor: Actor, series: str, after: str | None = None) -> Sources:
    """Everything that can be taken over, within the wall. Twelve queries at most.

    `after` pins the preparation it is taken from ("" for none), so that a form sent again means the same.
    """
    found = Series.objects.get(slug=series)
    edition = last_edition(found)
    before = _after(actor, found, after)
    return Sources(
        series=found,
        edition=edition,
        after=before,
        guests=tuple(_guests(edition, before)),
        items=_items(edition, before),
        papers=_papers(before),
        needs=tuple(Need.objects.filter(preparation=before).order_by("pk")) if before else (),
        notes=_notes(before),
        relative=_relative(before),
        place=(before.place if before else None) or _place(edition),
    )


def _after(actor: Actor, series: Series, slug: str | None) -> Preparation | None:
    """The hat's last preparation of a series, or the one a form was made from; Preparation.DoesNotExist for others'."""
    own = Preparation.objects.filter(series=series, secretariat=actor.body).select_related("host", "edition")
    if slug is None:
        return own.order_by("-from_on", "-pk").first()
    return own.get(slug=slug) if slug else None


def last_edition(series: Series) -> Edition | None:
    """The last one held; where none was, the last that was not called off."""
    editions = (
        Edition.objects.filter(series=series).exclude(state=State.CANCELLED).order_by("-sorts_on", "-slug")
    )
    return editions.filter(state=State.HELD).first() or editions.first()


def _first(edition: Edition | None) -> date | None:
    on = (edition.from_on or edition.planned_from_on) if edition else None
    return on.first if on else None


def _begins(after: Preparation | None) -> date | None:
    return after.from_on if after else None


# -- bodies --


def _guests(edition: Edition | None, after: Preparation | None) -> Iterator[Guest]:
    known: dict[int, Guest] = {}
    if after is not None:
        for row in Invitation.objects.filter(preparation=after).select_related("body").order_by("pk"):
            came = row.state != kinds.InvitationState.DECLINED
            known[row.body_id] = Guest(row.body, row.quota, row.support_quota, came, row.state)
    for body, capacity in _took_part(edition):
        if body.pk not in known:
            wanted = capacity in _COMING
            known[body.pk] = Guest(body, copying.USUAL_QUOTA, copying.USUAL_SUPPORT, wanted, capacity)
        elif known[body.pk].was not in kinds.InvitationState.values and capacity in _COMING:
            known[body.pk] = replace(known[body.pk], wanted=True)
    yield from known.values()


def _took_part(edition: Edition | None) -> Iterator[tuple[Body, str]]:
    if edition is None:
        return
    for row in (
        BodyParticipation.objects.filter(edition=edition).select_related("body").order_by("position", "pk")
    ):
        yield row.body, row.capacity
    people = OfficeHolderParticipation.objects.filter(edition=edition).select_related("body", "post__body")
    for who in people.order_by("position", "pk"):
        if body := who.body or (who.post.body if who.post else None):
            # Guests of honour come by another door than governments: offered, not proposed.
            plain = body.kind not in ("ministry", "mission")
            yield body, BodyCapacity.PARTICIPANT if plain else BodyCapacity.OBSERVER


# -- programme --


def _items(edition: Edition | None, after: Preparation | None) -> tuple[Pattern, ...]:
    own = list(PlannedItem.objects.filter(preparation=after)) if after else []
    if own:
        return tuple(_pattern(item) for item in own)
    if edition is None:
        return ()
    items = Item.objects.filter(edition=edition).exclude(state=ItemState.DECLINED).select_related("place")
    found = [_public_pattern(item, _first(edition)) for item in items.order_by("position")]
    return tuple(sorted(found, key=lambda one: one.day))


def _pattern(item: PlannedItem) -> Pattern:
    return Pattern(
        f"p-{item.pk}",
        item.kind,
        item.title,
        item.day,
        item.starts_at,
        item.ends_at,
        item.place,
        item.audience,
        item.note,
        item.nights,
        item.zone,
        item.ends_zone,
    )


def _public_pattern(item: Item, first: date | None) -> Pattern:
    known = item.day if item.day and item.day.known == "day" else None
    day = (known.first - first).days if known and first else 0
    return Pattern(
        key=f"e-{item.slug}",
        kind=item.kind,
        title=item.title,
        # An item far off its edition is not part of a pattern of days.
        day=day if -7 <= day <= 60 else 0,
        starts_at=item.starts,
        ends_at=item.ends if item.starts else None,
        place=called(item.place.label) if item.place else None,
        audience=kinds.ItemAudience.ALL,
        note=None,
    )


def _place(edition: Edition | None) -> Localised | None:
    if edition is None:
        return None
    where = (
        EditionPlace.objects.filter(edition=edition, role="city")
        .select_related("place")
        .order_by("position")
        .first()
    )
    return called(where.place.label) if where else None


def called(label: Any) -> Localised | None:
    """The names of a label as a text: only languages that have one of their own."""
    names = {tongue: labels.shown(label, tongue) for tongue in TONGUES}
    own = {tongue: name.text for tongue, name in names.items() if name.lang == tongue and name.text}
    return localised(next(iter(own)), own) if own else None


# -- what the office keeps --


def _papers(after: Preparation | None) -> dict[str, Localised]:
    if after is not None:
        rows = Paper.objects.filter(preparation=after).order_by("position", "pk")
        if found := {f"p-{row.pk}": row.title for row in rows}:
            return found
    return {f"u-{number}": _translated(title) for number, title in enumerate(USUAL_PAPERS)}


def _translated(msgid: str) -> Localised:
    """A word of ours in every language that the catalogues have it in."""
    said = {EN: msgid}
    for tongue in TONGUES:
        with override(tongue):
            if (text := gettext(msgid)) != msgid:
                said[tongue] = text
    return localised(EN, said)


def _notes(after: Preparation | None) -> tuple[Note, ...]:
    if after is None:
        return ()
    carried = (kinds.NoteKind.QUESTION, kinds.NoteKind.LESSON)
    return tuple(
        Note.objects.filter(preparation=after, settled_at=None, kind__in=carried).order_by(
            "kind", "written_at", "pk"
        )
    )


def _relative(after: Preparation | None) -> Mapping[str, int]:
    if after is None:
        return copying.USUAL
    dated = Milestone.objects.filter(preparation=after, due_on__isnull=False)
    found = {one.step: (one.due_on - after.from_on).days for one in dated if one.due_on}
    return found or copying.USUAL
