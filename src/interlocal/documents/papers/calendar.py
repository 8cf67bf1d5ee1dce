"""The programme as a calendar: of everybody, of one delegation, or of one person."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts
from interlocal.arrangements.rules.sheets import SheetItem, SheetSite, sequence
from interlocal.documents.formats import ics
from interlocal.documents.papers import days, wording
from interlocal.documents.papers.paper import Option, Paper, Plain, Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.punctuation import colon
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.programmes.kinds import ItemState

_STATUS: Final = {ItemState.SOUGHT: ics.TENTATIVE, ItemState.DECLINED: ics.CANCELLED}
# What stands behind the @ of a name where whoever prints does not say what this house is called on the net.
_HOST: Final = "interlocal"


def build(facts: Facts, wish: Wish) -> Plain:
    """Options of whoever prints: "host" for the names of events (those of the subscription have it), "url" of the programme."""
    items = days.items_for(facts, wish)
    if not items:
        raise Refused("nothing_planned", _("Nothing is planned for these yet."))
    edition = wording.local(facts.sheet.name, wish.tongue)
    return Plain(
        ics.calendar(
            name=plain(wording.local(facts.sheet.name, wish)),
            description=plain(wording.mark(facts, wish)),
            lang=edition[0].lang if edition else wish.tongue,
            happenings=[_happening(facts, item, wish) for item in items],
        )
    )


def _happening(facts: Facts, item: SheetItem, wish: Wish) -> ics.Happening:
    sheet = facts.sheet
    title = wording.local(item.title, wish)
    first, after = _moments(item)
    return ics.Happening(
        uid=f"{sheet.slug}.{item.id}@{wish.options.get('host') or _HOST}",
        summary=plain(title),
        lang=title[0].lang if title else wish.tongue,
        first=first,
        after=after,
        status=_STATUS.get(ItemState(item.state), ics.CONFIRMED),
        # Releases count on, whatever was changed in them; work in progress comes before the first.
        sequence=sequence(sheet, item),
        told_at=sheet.released_at or datetime.combine(facts.made_on, time(), UTC),
        url=wish.options.get("url", ""),
        place=_where(facts, item, wish),
        at=_point(sheet.site(item.site)),
        description=_description(item, wish),
    )


def _moments(item: SheetItem) -> tuple[date | datetime, date | datetime | None]:
    """With the names of their zones, whose rules the file carries; an item without an hour lasts its day."""
    if item.starts is None:
        return item.on, item.on + timedelta(days=1)
    starts = wording.wall(item.starts, item.zone)
    return starts, wording.wall(item.ends, item.ends_zone or item.zone) if item.ends else None


def _point(site: SheetSite | None) -> tuple[float, float] | None:
    if site is None or site.longitude is None or site.latitude is None:
        return None
    return site.longitude, site.latitude


def _where(facts: Facts, item: SheetItem, wish: Wish) -> str:
    place, address = days.place(facts, item, wish.tongue), days.address(facts, item, wish.tongue)
    return ", ".join(plain(one) for one in (place, address) if one)


def _description(item: SheetItem, wish: Wish) -> str:
    """What everybody may know, and, where it was asked for, what is for the house: a line each."""
    lines = [plain(label(_SOUGHT, wish))] if item.state == ItemState.SOUGHT else []
    lines += _texts(None, item.note, wish)
    if wish.options.get("details") == "inner":
        lines += _texts(_BRING, item.bring, wish)
        lines += [_titled(_CONTACT, item.contact, wish.tongue)] if item.contact else []
        lines += _texts(_PLAN_B, item.plan_b, wish)
    return "\n".join(lines)


def _texts(title: object, told: Localised | None, wish: Wish) -> list[str]:
    found = wording.local(told, wish, beside="\n")
    if not found:
        return []
    return [_titled(title, plain(found), wish.tongue) if title else plain(found)]


def _titled(title: object, told: str, tongue: str) -> str:
    return f"{said(title, tongue)}{colon(tongue)}{told}"


_SOUGHT: Final = _("Not agreed yet.")
_BRING: Final = _("Please bring")
_CONTACT: Final = pgettext_lazy("of an item", "Contact")
_PLAN_B: Final = _("Plan B")

PAPER: Final = Paper(
    key="calendar",
    name=_("Calendar"),
    about=_("The programme for the calendar of a phone or an office, with places and time zones."),
    group="days",
    formats=("ics",),
    build=build,
    scopes=("all", "body", "person"),
    shows=("public", "inner"),
    options=(
        Option(
            "details",
            _("Details"),
            (
                ("public", _("Without notes of the house")),
                ("inner", _("With contact, what to bring and plan B")),
            ),
        ),
    ),
)
