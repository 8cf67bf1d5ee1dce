"""What does not go together in the programme of a preparation, worked out each time it is asked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import pgettext

from interlocal.arrangements.models import Route
from interlocal.arrangements.queries.sheet import sheet_of
from interlocal.arrangements.rules import conflicts as rules
from interlocal.arrangements.rules.conflicts_ground import Conflict, Ground, Path, Who
from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.arrangements.rules.taking_part import sends_part, takes_part
from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.ground.countries import country_name
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.planning.holidays import holidays

_COLUMNS = ("key", "body__slug", "part", "family", "given", "language", "languages")


@walled
def conflicts(*, actor: Actor, preparation: str, tongue: str, at: datetime) -> tuple[Conflict, ...]:
    """For who looks over the preparation; sentences in the language that is active. Three queries beside the sheet's."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return conflicts_of(reached.preparation, sheet_of(reached.preparation), tongue=tongue, at=at)


def conflicts_of(found: Preparation, sheet: Sheet, *, tongue: str, at: datetime) -> tuple[Conflict, ...]:
    """Of a programme that was read already; within the wall, for who was let in."""
    return rules.conflicts(_ground(found, sheet, tongue, at))


def _ground(found: Preparation, sheet: Sheet, tongue: str, at: datetime) -> Ground:
    invited = list(
        Invitation.objects.filter(preparation=found)
        .exclude(state=kinds.InvitationState.DECLINED)
        .values_list("body__slug", "body__country", "headcount")
    )
    coming = Delegate.objects.filter(preparation=found, state__in=kinds.STANDING).values_list(*_COLUMNS)
    people = [(_who(row), row[2]) for row in coming]
    named = {who.body for who, _part in people}
    numbers = {slug: count for slug, _country, count in invited if count and slug not in named}
    countries = {country for _slug, country, _count in invited} | _host(found)
    first = min((item.on for item in sheet.items), default=found.from_on)
    last = max((item.on for item in sheet.items), default=found.from_on)
    return Ground(
        sheet=sheet,
        tongue=tongue,
        today=at.astimezone(ZoneInfo(found.timezone)).date(),
        at_item={item.id: tuple(_at(item, people)) for item in sheet.items},
        more={
            item.id: sum(count for slug, count in numbers.items() if sends_part(item, body=slug))
            for item in sheet.items
        },
        paths=_paths(found),
        holidays=holidays(
            countries=countries, from_on=first, until_on=last + timedelta(days=1), tongue=tongue
        ),
        countries={code: country_name(code, tongue) for code in countries},
        tongues=_tongues(),
    )


def _who(row: tuple[object, ...]) -> Who:
    key, body, _part, family, given, language, languages = row
    assert isinstance(languages, list)
    spoken = frozenset(str(one) for one in (language, *languages) if one)
    return Who(str(key), f"{family}{given}" if language != "en" else f"{given} {family}", str(body), spoken)


def _at(item: SheetItem, people: Sequence[tuple[Who, str]]) -> Iterator[Who]:
    """Who takes part; asked once for all who came from one body as the same, unless people were named."""
    told: dict[tuple[str, str], bool] = {}
    for who, part in people:
        alike = (who.body, part)
        if alike not in told:
            told[alike] = takes_part(item, key="", body=who.body, part=part)
        if told[alike] or who.key in item.people:
            yield who


def _host(found: Preparation) -> set[str]:
    return {body.country for body in (found.host, found.secretariat) if body and body.country}


def _paths(found: Preparation) -> dict[tuple[str, str], Path]:
    """Both ways; where several means are known, the quickest."""
    rows = Route.objects.filter(preparation=found).values_list("start__key", "finish__key", "minutes", "by")
    paths: dict[tuple[str, str], Path] = {}
    for start, finish, minutes, by in sorted(rows, key=lambda row: -row[2]):
        for pair in _both(start, finish):
            paths[pair] = Path(minutes, by)
    return paths


def _both(start: str, finish: str) -> Iterable[tuple[str, str]]:
    return (start, finish), (finish, start)


def _tongues() -> dict[str, str]:
    return {
        "ko": pgettext("name of a language", "Korean"),
        "ja": pgettext("name of a language", "Japanese"),
        "zh-Hans": pgettext("name of a language", "Chinese"),
        "en": pgettext("name of a language", "English"),
    }
