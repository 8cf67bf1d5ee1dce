"""The next edition made from the last with everything arranged for its programme, in one go or not at all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from interlocal.arrangements.models import Detail, Resource, Route, Site, Taking, Track, Words
from interlocal.arrangements.rules import items_copying as rules
from interlocal.delegations.commands import copying, keeping
from interlocal.delegations.commands.preparations_items import changing, nothing_twice
from interlocal.delegations.models import Invitation, PlannedItem, Preparation
from interlocal.delegations.rules.copying import Plan
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.kinds import ItemState


@walled
def copy_edition(*, actor: Actor, at: datetime, once: UUID | None, plan: Plan) -> str:
    """A preparation with everything ticked of the last one, and what was arranged there; its slug. Sent twice, made once."""
    made = copying.copy_preparation(actor=actor, at=at, once=once, plan=plan)
    after = Preparation.objects.get(slug=made).after
    if after is not None:
        copy_arrangements(actor=actor, at=at, preparation=made, after=after.slug)
    return made


@walled
def copy_arrangements(*, actor: Actor, at: datetime, preparation: str, after: str) -> None:
    """Sites, routes, resources, tracks, words, and what was arranged for items that were taken over from `after`.

    Nothing of people travels: who was named at items, who sat where, telephones of interpreters and drivers. What was
    agreed with others has to be asked anew. Where something is arranged already, nothing happens. Both of the hat.
    """
    found = changing(actor, preparation)
    before = Preparation.objects.get(slug=after, secretariat=found.secretariat_id)
    if _has_something(found):
        return
    sites = _copy_sites(found, before)
    _copy_routes(found, before, sites)
    resources = _copy_resources(found, before, sites)
    _copy_tracks(found, before)
    items = _same_items(found, before)
    _copy_details(found, items, sites)
    with nothing_twice():
        _copy_takings(found, items, resources)
    _copy_words(found, before, items)
    keeping.enter(
        actor=actor,
        at=at,
        verb="arrangements_copied",
        kind="preparation",
        key=found.slug,
        after=after,
        items=len(items),
        sites=len(sites),
        resources=len(resources),
    )


def _has_something(found: Preparation) -> bool:
    return any(
        model.objects.filter(preparation=found).exists() for model in (Site, Resource, Track, Detail, Words)
    )


def _like(old: Model, *but: str) -> dict[str, Any]:
    """The columns of a row for another one of this preparation."""
    own = {"preparation_id", "version", *but}
    columns = [one.attname for one in old._meta.concrete_fields if not one.primary_key]
    return {name: getattr(old, name) for name in columns if name not in own}


def _copy_sites(found: Preparation, before: Preparation) -> dict[int, Site]:
    """By the number of the old one, as all of these."""
    news = {old.pk: Site(preparation=found, **_like(old)) for old in Site.objects.filter(preparation=before)}
    Site.objects.bulk_create(news.values())
    return news


def _copy_routes(found: Preparation, before: Preparation, sites: Mapping[int, Site]) -> None:
    Route.objects.bulk_create(
        Route(
            preparation=found,
            start=sites[old.start_id],
            finish=sites[old.finish_id],
            **_like(old, "start_id", "finish_id"),
        )
        for old in Route.objects.filter(preparation=before)
    )


def _copy_resources(
    found: Preparation, before: Preparation, sites: Mapping[int, Site]
) -> dict[int, Resource]:
    news = {
        old.pk: Resource(
            preparation=found,
            site=sites.get(old.site_id or 0),
            phone=rules.phone_next_time(kind=old.kind, phone=old.phone),
            **_like(old, "site_id", "phone"),
        )
        for old in Resource.objects.filter(preparation=before)
    }
    Resource.objects.bulk_create(news.values())
    return news


def _copy_tracks(found: Preparation, before: Preparation) -> None:
    olds = Track.objects.filter(preparation=before)
    Track.objects.bulk_create(Track(preparation=found, **_like(old)) for old in olds)


def _same_items(found: Preparation, before: Preparation) -> dict[int, tuple[PlannedItem, PlannedItem]]:
    """(old, new) by the number of the old. What is taken over keeps its place in the whole list as its position."""
    olds = list(PlannedItem.objects.filter(preparation=before).select_related("detail"))
    pairs = [
        (olds[new.position], new)
        for new in PlannedItem.objects.filter(preparation=found)
        if new.position < len(olds)
    ]
    return {old.pk: (old, new) for old, new in pairs if _is_same(old, new)}


def _is_same(old: PlannedItem, new: PlannedItem) -> bool:
    return (old.kind, old.title, old.day, old.starts_at) == (new.kind, new.title, new.day, new.starts_at)


def _copy_details(
    found: Preparation, items: Mapping[int, tuple[PlannedItem, PlannedItem]], sites: Mapping[int, Site]
) -> None:
    rows = []
    for old in Detail.objects.filter(item__in=items.keys()):
        state = rules.state_next_time(kind=items[old.item_id][0].kind, has_counterpart=bool(old.with_whom))
        rows.append(
            Detail(
                item=items[old.item_id][1],
                preparation=found,
                site=sites.get(old.site_id or 0),
                to_site=sites.get(old.to_site_id or 0),
                state=state,
                **_like(old, "item_id", "site_id", "to_site_id", "state"),
            )
        )
    Detail.objects.bulk_create(rows)


def _copy_takings(
    found: Preparation,
    items: Mapping[int, tuple[PlannedItem, PlannedItem]],
    resources: Mapping[int, Resource],
) -> None:
    """Resources and invited delegations, never people. A declined item held nothing, so nothing is held for it now."""
    declined = Detail.objects.filter(state=ItemState.DECLINED).values("item_id")
    olds = Taking.objects.filter(item__in=items.keys(), delegate=None).exclude(item__in=declined)
    invited = set(Invitation.objects.filter(preparation=found).values_list("body_id", flat=True))
    Taking.objects.bulk_create(
        Taking(
            preparation=found,
            item=items[old.item_id][1],
            resource=resources.get(old.resource_id or 0),
            body_id=old.body_id,
        )
        for old in olds
        if old.resource_id or old.body_id in invited
    )


def _copy_words(
    found: Preparation, before: Preparation, items: Mapping[int, tuple[PlannedItem, PlannedItem]]
) -> None:
    rows = []
    for old in Words.objects.filter(preparation=before, kind__in=rules.TRAVELLING_WORDS):
        item = items[old.item_id][1] if old.item_id and old.item_id in items else None
        rows.append(Words(preparation=found, item=item, **_like(old, "item_id")))
    Words.objects.bulk_create(rows)
