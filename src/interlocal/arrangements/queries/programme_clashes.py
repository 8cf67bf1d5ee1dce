"""What of an item's takings another item has at the same time."""

from datetime import timedelta

from django.db.models import Q

from interlocal.arrangements.models import Taking
from interlocal.arrangements.rules.items_clashes import Clash, person_key, resource_key
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.rules.preparations import Hours, lasts
from interlocal.ground import wording


def clashes(found: Preparation, item: int, tongue: str) -> tuple[Clash, ...]:
    """Within the wall, after the item was written and before the database judges. Two queries; one where nothing is taken."""
    taken = Taking.objects.filter(item=item, body=None, during__isempty=False)
    mine = list(taken.values_list("resource_id", "delegate_id", "during"))
    if not mine:
        return ()
    same = Q(resource__in=[one[0] for one in mine if one[0]]) | Q(
        delegate__in=[one[1] for one in mine if one[1]]
    )
    rows = (
        Taking.objects.filter(same, preparation=found, during__overlap=mine[0][2])
        .exclude(item=item)
        .select_related("resource", "delegate", "item")
        .order_by("resource__kind", "resource__position", "pk")
    )
    return tuple(_clash(found, row, tongue) for row in rows)


def _clash(found: Preparation, row: Taking, tongue: str) -> Clash:
    key, what = _taken(row, tongue)
    starts, ends = lasts(hours_of(row.item, found))
    assert starts
    return Clash(
        key=key,
        what=what,
        is_person=row.resource is None,
        item=row.item_id,
        title=row.item.title.shown(tongue).text,
        starts=starts,
        ends=ends or starts,
    )


def _taken(row: Taking, tongue: str) -> tuple[str, str]:
    if row.resource is not None:
        return resource_key(row.resource.pk), row.resource.name.shown(tongue).text
    one = row.delegate
    assert one
    return person_key(str(one.key)), wording.print_person(one.family, one.given, one.script_language)


def hours_of(item: PlannedItem, found: Preparation) -> Hours:
    on = found.from_on + timedelta(days=item.day)
    zone = item.zone or found.timezone
    return Hours(on, item.starts_at, item.ends_at, item.nights, zone, item.ends_zone or zone)
