"""What stands in the cells of a run sheet."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.kinds import ResourceKind, Vehicle
from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem, SheetResource
from interlocal.arrangements.rules.taking_part import sends_part
from interlocal.documents.formats.document import Text, text
from interlocal.documents.papers import days, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.punctuation import bracketed, colon
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

BOX: Final = "□"
HEADS: Final[dict[str, tuple[Any, float]]] = {
    "box": ("", 0.4),
    "time": (_("Time"), 1.5),
    "what": (pgettext_lazy("of a programme", "Item"), 4.2),
    "where": (pgettext_lazy("of an item", "Place"), 3.4),
    "team": (pgettext_lazy("of an item", "Team"), 3.2),
    "riders": (_("Passengers"), 4.0),
    "languages": (_("Languages"), 2.6),
    "notes": (pgettext_lazy("of an item", "To bring, notes, plan B"), 3.4),
}
OF_TEAM: Final = ("box", "time", "what", "where", "team", "notes")
OF_ROLE: Final = {
    "vehicle": ("box", "time", "what", "where", "riders", "notes"),
    "interpreter": ("box", "time", "what", "where", "languages", "notes"),
    "officer": OF_TEAM,
}
_TEAM: Final = (ResourceKind.OFFICER, ResourceKind.INTERPRETER, ResourceKind.VEHICLE, ResourceKind.TABLE)


def cell(key: str, facts: Facts, item: SheetItem, resource: SheetResource | None, wish: Wish) -> Text:
    match key:
        case "box":
            return text(BOX, wish.tongue)
        case "time":
            return told.lines(told.hours(facts, item, wish), _length(item, wish))
        case "what":
            return _what(facts, item, wish)
        case "where":
            return _where(facts, item, wish)
        case "riders":
            return _riders(facts, item, resource, wish)
        case "languages":
            return told.lines(
                told.languages(item, wish), *_team(facts, item, wish, (ResourceKind.INTERPRETER,))
            )
        case "team":
            return told.lines(*_team(facts, item, wish, _TEAM), _contact(item, wish))
    return told.lines(
        told.bring(item, wish),
        wording.local(item.note, wish, beside="\n"),
        told.named_line(_("Plan B"), lambda tongue: wording.local(item.plan_b, tongue), wish),
        _contact(item, wish) if resource else (),
    )


def _length(item: SheetItem, wish: Wish) -> Text:
    """How long it lasts, in minutes."""
    if item.starts is None or item.ends is None:
        return ()
    minutes = int((item.ends - item.starts).total_seconds()) // 60
    return label(_MINUTES, wish, "quiet", count=minutes)


def _what(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    kind, track = told.kind(item, wish), told.track(facts, item, wish)
    between = text(" · ", wish.tongue, "quiet") if kind and track else ()
    return told.lines(
        told.title(item, wish), (*kind, *between, *track), _who(facts, item, wish), told.with_whom(item, wish)
    )


def _who(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    """For whom, and how many they are."""
    many = len(days.people_at(facts, item)) + sum(
        one.headcount or 0 for one in facts.delegations if not one.people and sends_part(item, body=one.body)
    )

    def line(tongue: str) -> Text:
        whom = told.for_whom(facts, item, tongue) or text(said(_("Everybody"), tongue), tongue)
        return (*whom, *text(bracketed(print_count(many, "people", tongue), tongue), tongue))

    return told.named_line(pgettext_lazy("of an item", "For"), line, wish)


def _where(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    """The place, how one gets there, and address and telephone of where it begins."""
    by = label(Vehicle(item.by).label, wish, "quiet") if item.by in Vehicle.values else ()
    site = facts.sheet.site(item.site)
    goal = facts.sheet.site(item.to_site)
    return told.lines(
        days.place(facts, item, wish, beside="\n"),
        by,
        *(wording.local(one.address, wish.tongue, "quiet") for one in (site, goal) if one),
        text(site.phone, EN, "quiet") if site and site.phone else (),
    )


def _team(facts: Facts, item: SheetItem, wish: Wish, kinds: tuple[ResourceKind, ...]) -> Iterator[Text]:
    """Everybody who serves, by kind, with their telephones."""
    for kind in kinds:
        found = facts.sheet.resources_of(item, kind)
        if found:
            yield label(kind.label, wish, "quiet")
        for one in found:
            phone = facts.phones.get(one.id, "")
            yield (*wording.local(one.name, wish), *text(f" {phone}" if phone else "", EN))


def _contact(item: SheetItem, wish: Wish) -> Text:
    if not item.contact:
        return ()
    return (
        *label(_("Contact"), wish, "quiet"),
        *text(colon(wish.tongue), wish.tongue, "quiet"),
        *told.as_written(item.contact, wish),
    )


def _riders(facts: Facts, item: SheetItem, resource: SheetResource | None, wish: Wish) -> Text:
    """Who is put into this vehicle, by delegation; where nobody is yet, whom the item is for."""
    at = {one.item: one.people for one in facts.placed if resource and one.resource == resource.id}
    keys = at.get(item.id, at.get(None, ()))
    people = [one for one in facts.people() if one.key in keys]
    if not people:
        return label(_("Nobody is placed yet."), wish, "quiet")
    counted = each(wish, lambda tongue: text(print_count(len(people), "people", tongue), tongue))
    return told.lines(counted, *_by_delegation(facts, people, wish))


def _by_delegation(facts: Facts, people: list[Person], wish: Wish) -> Iterator[Text]:
    for delegation in facts.delegations:
        own = [one for one in people if one.body == delegation.body]
        if own:
            tongue = wish.tongue
            named = told.joined([told.in_brief(one, tongue) for one in own], tongue)
            yield (
                *wording.named(delegation.name, tongue, "quiet"),
                *text(colon(tongue), tongue, "quiet"),
                *named,
            )


_MINUTES: Final = ngettext_lazy("%(count)s minute", "%(count)s minutes", "count")
