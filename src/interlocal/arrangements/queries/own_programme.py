"""A delegate's own programme out of the newest release: the items this person takes part in."""

from interlocal.arrangements.models import ReleasedSheet
from interlocal.arrangements.rules.comparing import concerns, differences
from interlocal.arrangements.rules.releases import for_party
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, from_plain, sequence
from interlocal.arrangements.rules.taking_part import takes_part
from interlocal.delegations.models import Delegate, Link
from interlocal.delegations.queries import access
from interlocal.delegations.queries.own_page import OwnDay, OwnItem
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def own_days(*, actor: Actor, preparation: str, tongue: str) -> tuple[OwnDay, ...] | None:
    """For who came in by a delegate's own link; None before the first release. News is what changed since they last looked."""
    if actor.scope is None or actor.scope.delegate is None:
        raise Delegate.DoesNotExist
    found = access.reach(actor=actor, preparation=preparation).preparation
    kept = ReleasedSheet.objects.filter(preparation=found, is_public=False).order_by("-release__number")
    newest = kept.first()
    if newest is None:
        return None
    me = Delegate.objects.select_related("body").get(pk=actor.scope.delegate, preparation=found)
    sheet = for_party(from_plain(newest.sheet))
    looked = Link.objects.filter(pk=actor.scope.link).values_list("seen_at", flat=True).first()
    before = kept.filter(release__at__lte=looked).first() if looked else None
    news = _news(from_plain(before.sheet), sheet, me) if before and before.pk != newest.pk else frozenset()
    return tuple(
        OwnDay(PartialDate.of(on), mine)
        for on, items in sheet.days()
        if (mine := tuple(_item(sheet, item, news, tongue) for item in items if _is_mine(item, me)))
    )


def _is_mine(item: SheetItem, me: Delegate) -> bool:
    return takes_part(item, key=str(me.key), body=me.body.slug, part=me.part)


def _news(before: Sheet, now: Sheet, me: Delegate) -> frozenset[int]:
    """Items that this person has to look at again."""
    changes = differences(for_party(before), now)
    key, body = str(me.key), me.body.slug
    return frozenset(one.item.id for one in changes if concerns(one, key=key, body=body, part=me.part))


def _item(sheet: Sheet, item: SheetItem, news: frozenset[int], tongue: str) -> OwnItem:
    return OwnItem(
        id=item.id,
        on=item.on,
        title=item.title.shown(tongue),
        starts_at=item.starts.time() if item.starts else None,
        ends_at=item.ends.time() if item.ends else None,
        place=_where(sheet, item, tongue),
        note=_note(item, tongue),
        changed_at=sheet.released_at,
        is_news=item.id in news,
        version=sequence(sheet, item) + 1,
    )


def _where(sheet: Sheet, item: SheetItem, tongue: str) -> Shown | None:
    """Place, rooms and vehicles in a line, in the language of the place's name."""
    site = sheet.site(item.site)
    names = [site.name] if site else [item.place] if item.place else []
    for kind in ("room", "vehicle"):
        names += [one.name for one in sheet.resources_of(item, kind)]
    shown = [one.shown(tongue) for one in names]
    if not shown:
        return None
    return Shown(" · ".join(one.text for one in shown), shown[0].lang, shown[0].state)


def _note(item: SheetItem, tongue: str) -> Shown | None:
    texts = [one.shown(tongue) for one in (item.note, item.bring) if one]
    if not texts:
        return None
    return Shown("\n".join(one.text for one in texts), texts[0].lang, texts[0].state)
