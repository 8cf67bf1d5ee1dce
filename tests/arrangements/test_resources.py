"""What can be taken only once at a time, and that it follows the items, their zones and the days of the edition."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from interlocal.arrangements.commands import resources as commands
from interlocal.arrangements.models import Placing, Resource, Site, Taking
from interlocal.arrangements.queries import sites as queries
from interlocal.arrangements.rules.sites import ResourceSaid, obstacle_to_resource
from interlocal.delegations.commands import preparations
from interlocal.delegations.commands import preparations_items as below
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import preparations as settings_queries
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db
SEOUL = ZoneInfo("Asia/Seoul")


def change(number: int, said: ResourceSaid, version: int = 1) -> None:
    commands.change_resource(
        actor=here.who(), at=here.NOON, preparation=here.SLUG, number=number, version=version, resource=said
    )


def remove(number: int) -> ResourceSaid:
    return commands.remove_resource(actor=here.who(), at=here.NOON, preparation=here.SLUG, number=number)


def rows() -> list[queries.ResourceRow]:
    return list(queries.surroundings(actor=here.who(), preparation=here.SLUG, tongue="en").resources)


def held(item: int) -> list[tuple[datetime, datetime]]:
    """When an item holds what it takes, as the database worked it out."""
    with standing_as(here.who()):
        found = Taking.objects.filter(item=item).order_by("pk").values_list("during", flat=True)
        return [(one.lower, one.upper) for one in found]


def settle(**others: Any) -> None:
    found = settings_queries.settings(actor=here.who(), preparation=here.SLUG)
    names = preparations.Settings.__dataclass_fields__
    said = preparations.Settings(**{name: getattr(found, name) for name in names})
    preparations.change_settings(
        actor=here.who(),
        at=here.NOON,
        preparation=here.SLUG,
        version=found.version,
        settings=replace(said, **others),
    )


@pytest.mark.parametrize(
    ("others", "code", "field"),
    [
        ({}, None, None),
        ({"kind": "ship"}, "unknown_choice", "kind"),
        ({"name": {}}, "no_name", "name_ko"),
        ({"capacity": 0}, "capacity", "capacity"),
        ({"capacity": 10001}, "capacity", "capacity"),
        ({"languages": ("k",)}, "unknown_language", "speaking"),
        ({"phone": "0" * 41}, "too_long", "phone"),
        ({"reading": "x" * 121}, "too_long", "reading"),
    ],
)
def test_what_a_resource_can_be(others: dict[str, Any], code: str | None, field: str | None) -> None:
    found = obstacle_to_resource(ResourceSaid(**{"kind": "room", "name": {"en": "Hall"}, **others}))

    assert (found.code if found else None, found.field if found else None) == (code, field)


def test_a_resource_says_what_was_said() -> None:
    here.forum()
    said = ResourceSaid(
        "interpreter",
        {"ko": "김통역"},
        "김 통역",
        here.site(),
        1,
        ("ko", "ja"),
        "010-1",
        {"en": "Left-handed"},
    )

    number = commands.add_resource(
        actor=here.who(), at=here.NOON, preparation=here.SLUG, once=None, resource=said
    )

    found = queries.resource(actor=here.who(), preparation=here.SLUG, number=number).resource
    assert replace(found, name={}, note={}) == replace(said, name={}, note={})
    assert (found.name["ko"], found.note["en"]) == ("김통역", "Left-handed")


def test_a_stale_form_is_not_saved() -> None:
    here.forum()
    number = here.resource("Hall")
    change(number, ResourceSaid("room", {"en": "Great hall"}))

    with pytest.raises(Changed) as changed:
        change(number, ResourceSaid("room", {"en": "Small hall"}))

    assert changed.value.theirs["name"]["en"] == "Great hall"


def test_a_resource_in_use_is_not_removed_and_keeps_its_kind() -> None:
    here.forum()
    hall = here.resource("Hall")
    here.item("Opening", resources=(hall,))
    here.item("Closing", "11:00", "12:00", resources=(hall,))

    with pytest.raises(Refused) as refused:
        remove(hall)
    with pytest.raises(Refused) as other_kind:
        change(hall, ResourceSaid("vehicle", {"en": "Hall"}))

    assert str(refused.value) == "Hall is in use: “Opening” and “Closing”. Take it away there first."
    assert other_kind.value.code == "resource_in_use"
    assert [(row.name.text, row.kind, row.uses) for row in rows()] == [("Hall", "room", 2)]


def test_where_people_are_placed_is_not_removed() -> None:
    forum = here.forum()
    bus = here.resource("Bus 1", "vehicle")
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    with standing_as(here.who()):
        Placing.objects.create(preparation=forum, resource_id=bus, kind="vehicle", delegate=one)

    with pytest.raises(Refused) as refused:
        remove(bus)

    assert str(refused.value) == "People are placed in Bus 1. Place them elsewhere first."


def test_what_is_not_used_goes_and_comes_back() -> None:
    here.forum()
    said = remove(here.resource("Hall", capacity=80))

    assert rows() == []
    commands.add_resource(actor=here.who(), at=here.NOON, preparation=here.SLUG, once=None, resource=said)
    assert [(row.name.text, row.capacity) for row in rows()] == [("Hall", 80)]


def test_resources_of_another_preparation_are_not_there() -> None:
    here.forum()
    hall, site = here.resource(), here.site()
    scene.preparation("next-2027")
    known: dict[str, Any] = {"actor": here.who(), "at": here.NOON, "preparation": "next-2027"}

    with pytest.raises(Resource.DoesNotExist):
        commands.remove_resource(**known, number=hall)
    said = ResourceSaid("room", {"en": "Hall"}, site=site)
    with pytest.raises(Site.DoesNotExist):
        commands.add_resource(**known, once=None, resource=said)


# -- what is held follows --


def test_what_is_held_follows_the_first_day() -> None:
    here.forum()
    number = here.item("Opening", "09:00", "10:00", resources=(here.resource(),))
    later = here.FIRST_DAY + timedelta(days=30)

    preparations.move_days(
        actor=here.who(), at=here.NOON, preparation=here.SLUG, version=1, from_on=later, days=2
    )

    nine = datetime(later.year, later.month, later.day, 9, tzinfo=SEOUL)
    assert held(number) == [(nine, nine + timedelta(hours=1))]


def test_items_that_follow_each_other_all_move_together() -> None:
    here.forum()
    hall = here.resource()
    for hour in range(8, 18):
        here.item(f"Talk {hour}", f"{hour:02}:00", f"{hour + 1:02}:00", resources=(hall,))
        here.item(
            f"Talk {hour}", f"{hour:02}:00", f"{hour + 1:02}:00", resources=(hall,), day=here.SECOND_DAY
        )

    for version, by in ((1, 1), (2, -1)):
        preparations.move_days(
            actor=here.who(),
            at=here.NOON,
            preparation=here.SLUG,
            version=version,
            from_on=Preparation.objects.get().from_on + timedelta(days=by),
            days=2,
        )

    assert Preparation.objects.get().from_on == here.FIRST_DAY
    assert sum(len(held(row.pk)) for row in PlannedItem.objects.all()) == 20


def test_what_is_held_follows_the_clock_of_the_edition() -> None:
    here.forum()
    number = here.item("Opening", "09:00", "10:00", resources=(here.resource(),))

    settle(timezone="Asia/Shanghai")

    assert held(number)[0][0] == datetime(2026, 6, 10, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_clock_by_which_two_items_would_meet_is_refused() -> None:
    here.forum()
    kim = here.resource("Kim", "interpreter")
    one = here.item("In Seoul", "09:00", "10:00", resources=(kim,))
    here.item("In Beijing", "09:00", "10:00", zone="Asia/Shanghai", resources=(kim,))
    before = held(one)

    with pytest.raises(Refused) as refused:
        settle(timezone="Asia/Shanghai")

    assert str(refused.value) == (
        "Two items would take the same room, vehicle, interpreter or person at the same time. "
        "Part them in the programme first."
    )
    assert (Preparation.objects.get().timezone, held(one)) == ("Asia/Seoul", before)


def test_a_clock_that_there_is_not_is_refused() -> None:
    here.forum()

    with pytest.raises(Refused) as refused:
        settle(timezone="Asia/Nowhere")

    assert (refused.value.code, refused.value.field) == ("unknown_zone", "timezone")


def test_the_verb_below_refuses_as_well() -> None:
    """Pages that know nothing of rooms move items too."""
    here.forum()
    hall = here.resource()
    here.item("Opening", resources=(hall,))
    number = here.item("Signing", "11:00", "12:00", resources=(hall,))
    said = below.Item("meeting", {"en": "Signing"}, here.FIRST_DAY, *_hours(9, 10))

    with pytest.raises(Refused) as refused:
        below.change_item(
            actor=here.who(), at=here.NOON, preparation=here.SLUG, number=number, version=1, item=said
        )

    assert refused.value.code == "taken_at_once"
    assert here.version(number) == 1


def _hours(*hours: int) -> list[Any]:
    return [datetime(2026, 6, 10, hour).time() for hour in hours]  # noqa: DTZ001  # an hour of no zone
