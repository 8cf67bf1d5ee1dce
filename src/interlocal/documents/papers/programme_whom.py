"""For whom an item of the programme is: delegations, people, and part of them; many of them said shortly."""

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.delegations.kinds import ItemAudience
from interlocal.documents.formats.document import Text, text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers.programme_items import joined, named_line
from interlocal.documents.papers.wording import Asked, each, said
from interlocal.ground.countries import country_name
from interlocal.ground.punctuation import bracketed
from interlocal.ground.tongues import JA, KO, ZH

MOST_NAMED: Final = 4
"""So many people are named as those whom an item is for; of more, their delegations."""
MOST_BODIES: Final = 6
"""So many delegations are named; of more, how many they are."""
FEWEST_OF_COUNTRY: Final = 3
"""So many delegations of a country, if they are all of it, are told by the country alone."""
_PARTS: Final = tuple(one for one in ItemAudience.values if one != ItemAudience.ALL)
_HOMES: Final[Mapping[str, str]] = {KO: "KR", JA: "JP", ZH: "CN"}


def country(delegation: Delegation) -> str:
    """The country of its people. An office abroad stands in the record where it is, and its people come from elsewhere."""
    if not delegation.people:
        return delegation.country
    homes = {_HOMES.get(one.script_language, "") for one in delegation.people}
    if homes & {delegation.country, ""}:
        return delegation.country
    return homes.pop() if len(homes) == 1 else ""


def counted_under(delegation: Delegation) -> str:
    """The country its people are counted under: their own, and where that is not one, where the body stands."""
    return country(delegation) or delegation.country


def whom_line(facts: Facts, item: SheetItem, asked: Asked) -> Text:
    return named_line(pgettext_lazy("of an item", "For"), lambda tongue: for_whom(facts, item, tongue), asked)


def for_whom(facts: Facts, item: SheetItem, asked: Asked) -> Text:
    """Delegations, people and part of them that it is for; nothing where it is for everybody."""
    return each(asked, lambda tongue: _for_whom(facts, item, tongue))


def _for_whom(facts: Facts, item: SheetItem, tongue: str) -> Text:
    whom = [*_bodies(facts, item, tongue), *_people(facts, item, tongue)]
    audience = said(ItemAudience(item.audience).label, tongue) if item.audience in _PARTS else ""
    if not whom:
        return text(audience, tongue)
    return (*joined(whom, tongue), *text(bracketed(audience, tongue) if audience else "", tongue))


def _bodies(facts: Facts, item: SheetItem, tongue: str) -> Iterator[Text]:
    """All of a country by the country, the others by name; where they would still be many, their number."""
    asked = [one for one in facts.delegations if one.body in item.bodies]
    whole = tuple(_whole(facts, asked))
    rest = [one for one in asked if country(one) not in whole]
    if len(rest) > MOST_BODIES:
        yield text(said(_MANY, tongue, count=len(asked)), tongue)
        return
    yield from (text(said(_ALL_OF, tongue, country=country_name(one, tongue)), tongue) for one in whole)
    yield from (wording.named(one.name, tongue) for one in rest)


def _whole(facts: Facts, asked: list[Delegation]) -> Iterator[str]:
    """Countries all of whose delegations were asked for, in their order."""
    for home in dict.fromkeys(country(one) for one in asked):
        own = [one for one in facts.delegations if country(one) == home]
        if home and len(own) >= FEWEST_OF_COUNTRY and all(one in asked for one in own):
            yield home


def _people(facts: Facts, item: SheetItem, tongue: str) -> Iterator[Text]:
    """Those named for themselves; where they are many, the delegations they belong to."""
    people = [one for one in facts.people() if one.key in item.people and one.body not in item.bodies]
    if len(people) <= MOST_NAMED:
        yield from (names.in_language(one, tongue) for one in people)
        return
    for delegation in facts.delegations:
        if any(one.body == delegation.body for one in people):
            yield wording.named(delegation.name, tongue)


_ALL_OF: Final = _("all delegations from %(country)s")
_MANY: Final = ngettext_lazy("%(count)s delegation", "%(count)s delegations", "count")
