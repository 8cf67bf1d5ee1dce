"""What stands in the cells of a run sheet."""

from collections.abc import Collection, Iterable, Iterator
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
from interlocal.documents.papers.programme_whom import for_whom
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.punctuation import bracketed, colon
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

BOX: Final = "□"
HEADS: Final[dict[str, tuple[Any, float]]] = {
    "box": ("", 0.4),
    "time": (_("Time"), 1.5),
    "what": (pgettext_lazy("of a programme", "Item"), 4.0),
    "where": (pgettext_lazy("of an item", "Place"), 3.4),
    "team": (pgettext_lazy("of an item", "Team"), 4.8),
    "riders": (_("Passengers"), 4.0),
    "languages": (_("Languages"), 2.6),
    "notes": (pgettext_lazy("of an item", "To bring, notes, plan B"), 2.7),
}
OF_TEAM: Final = ("box", "time", "what", "where", "team", "notes")
OF_ROLE: Final = {
    "vehicle": ("box", "time", "what", "where", "riders", "notes"),
    "interpreter": ("box", "time", "what", "where", "languages", "notes"),
    "officer": OF_TEAM,
}
_TEAM: Final = (ResourceKind.OFFICER, ResourceKind.INTERPRETER, ResourceKind.VEHICLE, ResourceKind.TABLE)


def new_sites(items: Iterable[SheetItem]) -> dict[int, tuple[str, ...]]:
    """By item the sites that a day comes to for the first time with it: their addresses stand there, once."""
    seen: set[str] = set()
    found: dict[int, tuple[str, ...]] = {}
    for item in items:
        found[item.id] = tuple(key for key in (item.site, item.to_site) if key and key not in seen)
        seen.update(found[item.id])
    return found


def cell(
    key: str,
    facts: Facts,
    item: SheetItem,
    resource: SheetResource | None,
    wish: Wish,
    new: Collection[str],
) -> Text:
    """`new`: keys of the sites whose addresses stand here."""
    match key:
        case "box":
            return text(BOX, wish.tongue)
        case "time":
            return told.lines(told.hours(facts, item, wish), _length(item, wish))
        case "what":
            return _what(facts, item, wish)
        case "where":
            return _where(facts, item, wish, new)
        case "riders":
            return _riders(facts, item, resource, wish)
        case "languages":
            return told.lines(
                told.languages(item, wish), *_team(facts, item, wish, (ResourceKind.INTERPRETER,))
            )
        case "team":
            return told.lines(*_team(facts, item, wish, _TEAM), _contact(facts, item, wish, item.resources))
    return told.lines(
        told.bring(item, wish),
        wording.local(item.note, wish, beside="\n"),
        told.named_line(_("Plan B"), lambda tongue: wording.local(item.plan_b, tongue), wish),
        _contact(facts, item, wish, (resource.id,))
        if resource and resource.kind != ResourceKind.OFFICER
        else (),
    )


def _length(item: SheetItem, wish: Wish) -> Text:
    """How long it lasts, in minutes."""
    if item.starts is None or item.ends is None:
        return ()
    minutes = int((item.ends - item.starts).total_seconds()) // 60
    return label(_MINUTES, wish, "quiet", count=minutes)


def _what(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    return told.lines(
        told.title(item, wish),
        told.kind_and_track(facts, item, wish),
        _who(facts, item, wish),
        told.with_whom(item, wish),
    )


def _who(facts: Facts, item: SheetItem, wish: Wish) -> Text:
    """For whom, and how many they are."""
    many = len(days.people_at(facts, item)) + sum(
        one.headcount or 0 for one in facts.delegations if not one.people and sends_part(item, body=one.body)
    )

    def line(tongue: str) -> Text:
        whom = for_whom(facts, item, tongue) or text(said(_("Everybody"), tongue), tongue)
        return (*whom, *text(bracketed(print_count(many, "people", tongue), tongue), tongue))

    return told.named_line(pgettext_lazy("of an item", "For"), line, wish)


def _where(facts: Facts, item: SheetItem, wish: Wish, new: Collection[str]) -> Text:
    """The place, how one gets there, and address and telephone of the sites that are new that day."""
    by = label(Vehicle(item.by).label, wish, "quiet") if item.by in Vehicle.values else ()
    sites = [site for key in new if (site := facts.sheet.site(key))]
    return told.lines(
        days.place(facts, item, wish, beside="\n"),
        by,
        *(
            line
            for site in sites
            for line in (wording.local(site.address, wish.tongue, "quiet"), text(site.phone, EN, "quiet"))
        ),
    )


def _team(facts: Facts, item: SheetItem, wish: Wish, kinds: tuple[ResourceKind, ...]) -> Iterator[Text]:
    """Everybody who serves, by kind: a line for each who has a telephone, the others one after another."""
    for kind in kinds:
        found = facts.sheet.resources_of(item, kind)

        def line(tongue: str, found: tuple[SheetResource, ...] = found) -> Text:
            called = [_called(facts, one, tongue) for one in found]
            has_phones = any(facts.phones.get(one.id) for one in found)
            return told.lines(*called) if has_phones else told.joined(called, tongue)

        yield told.named_line(kind.label, line, wish)


def _called(facts: Facts, resource: SheetResource, tongue: str) -> Text:
    phone = facts.phones.get(resource.id, "")
    return (*wording.local(resource.name, tongue), *text(f" {phone}" if phone else "", EN))


def _contact(facts: Facts, item: SheetItem, wish: Wish, there: Collection[int]) -> Text:
    """Whom to ask; nothing if the same number stands with one of the resources `there`."""
    phones = {_digits(facts.phones.get(number, "")) for number in there} - {""}
    if not item.contact or any(phone in _digits(item.contact) for phone in phones):
        return ()
    return (
        *label(_("Contact"), wish, "quiet"),
        *text(colon(wish.tongue), wish.tongue, "quiet"),
        *told.as_written(item.contact, wish),
    )


def _digits(written: str) -> str:
    return "".join(mark for mark in written if mark.isdigit())


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
