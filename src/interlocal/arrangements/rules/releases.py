"""What can be released, and what of it may be seen by whom. Facts in, verdict out."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetSite
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor


def obstacle_to_releasing(
    *, actor: Actor, secretariat: int, is_closed: bool, sheet: Sheet, impossible: str, is_same: bool
) -> Refused | None:
    """`impossible` explains the first conflict that cannot be; `is_same`: as the last release, and as public."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if is_closed:
        return Refused("preparation_closed", _("This edition was reported and is closed."))
    if not sheet.items:
        return Refused("nothing_to_release", _("The programme is empty."))
    if impossible:
        return Refused("impossible_programme", impossible)
    if is_same:
        return Refused("nothing_changed", _("Nothing changed since the last version."))
    return None


def for_party(sheet: Sheet) -> Sheet:
    """As delegations see it: without plan B, and without what was declined."""
    return replace(
        sheet, items=tuple(replace(item, plan_b=None) for item in sheet.items if item.state != "declined")
    )


def for_public(sheet: Sheet) -> Sheet:
    """As everybody sees it: public items with time, place and room; nobody's name, number or plan."""
    items = tuple(_bare(sheet, item) for item in sheet.items if item.is_public and item.state != "declined")
    shown = {key for item in items for key in (item.site, item.to_site)}
    rooms = {number for item in items for number in item.resources}
    return replace(
        sheet,
        items=items,
        sites=tuple(_open(site) for site in sheet.sites if site.key in shown),
        resources=tuple(replace(one, reading="") for one in sheet.resources if one.id in rooms),
    )


def _bare(sheet: Sheet, item: SheetItem) -> SheetItem:
    return replace(
        item,
        bodies=(),
        people=(),
        resources=tuple(one.id for one in sheet.resources_of(item, "room")),
        bring=None,
        plan_b=None,
        note=None,
        contact="",
        capacity=None,
        audience="all",
    )


def _open(site: SheetSite) -> SheetSite:
    return replace(site, phone="", note=None)
