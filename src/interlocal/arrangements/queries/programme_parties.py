"""Who comes to an edition, as the programme counts and calls them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.taking_part import sends_part, takes_part
from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Preparation
from interlocal.ground import labels, wording
from interlocal.ground.texts import Shown


@dataclass(frozen=True, slots=True)
class Guest:
    key: str
    body: str
    part: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Invited bodies by slug, and those of them who come. `alike`: how many of a body come as what; `numbers`: how many a
    body said that names nobody. `names` by slug and by key.
    """

    bodies: tuple[str, ...]
    people: tuple[Guest, ...]
    alike: Mapping[tuple[str, str], int]
    numbers: Mapping[str, int]
    names: Mapping[str, Shown]

    def expected(self, item: SheetItem) -> int:
        """How many take part in an item, as far as they are known."""
        named = [one for one in self.people if one.key in item.people] if item.people else []
        counted = Counter((one.body, one.part) for one in named)
        return (
            len(named)
            + sum(
                count - counted[body, part]
                for (body, part), count in self.alike.items()
                if takes_part(item, key="", body=body, part=part)
            )
            + sum(count for body, count in self.numbers.items() if sends_part(item, body=body))
        )


def coming(found: Preparation, tongue: str) -> Coming:
    """Within the wall. Two queries. Whoever declined or withdrew is only in `names`: items may still name them."""
    invited = list(
        Invitation.objects.filter(preparation=found)
        .order_by("pk")
        .values_list("body__slug", "body__label", "state", "headcount")
    )
    accepting = {slug: count for slug, _, state, count in invited if state != kinds.InvitationState.DECLINED}
    rows = Delegate.objects.filter(preparation=found).order_by("body_id", "position", "pk")
    names = {slug: labels.shown(label, tongue) for slug, label, _state, _count in invited}
    people = []
    for key, body, part, state, *name in rows.values_list(*_COLUMNS):
        names[str(key)] = _called(*name)
        if state in kinds.STANDING:
            people.append(Guest(str(key), body, part))
    alike = Counter((one.body, one.part) for one in people)
    by_name = {body for body, _part in alike}
    numbers = {slug: count for slug, count in accepting.items() if count and slug not in by_name}
    return Coming(tuple(accepting), tuple(people), alike, numbers, names)


_COLUMNS: Final = ("key", "body__slug", "part", "state", "family", "given", "script_language")


def _called(family: str, given: str, language: str) -> Shown:
    return Shown(wording.print_person(family, given, language), language)
