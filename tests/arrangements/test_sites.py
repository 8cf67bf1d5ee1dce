"""Sites of a programme and the routes between them."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import sites as commands
from interlocal.arrangements.models import Route, Site
from interlocal.arrangements.queries import sites as queries
from interlocal.arrangements.rules.sites import SiteSaid, free_key, obstacle_to_route, obstacle_to_site
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import PlannedItem
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from interlocal.programmes.models import Place
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NAME = {"en": "Hahoe Village", "ko": "하회마을"}


def change(key: str, said: SiteSaid, version: int = 1) -> None:
    commands.change_site(
        actor=here.who(), at=here.NOON, preparation=here.SLUG, key=key, version=version, site=said
    )


def remove(key: str) -> SiteSaid:
    return commands.remove_site(actor=here.who(), at=here.NOON, preparation=here.SLUG, key=key)


def route(start: str, finish: str, minutes: int = 40, by: str = "bus", **others: Any) -> None:
    commands.set_route(
        actor=here.who(),
        at=here.NOON,
        preparation=here.SLUG,
        start=start,
        finish=finish,
        by=by,
        minutes=minutes,
        **others,
    )


def around() -> queries.Surroundings:
    return queries.surroundings(actor=here.who(), preparation=here.SLUG, tongue="en")


# -- rules --


@pytest.mark.parametrize(
    ("others", "code", "field"),
    [
        ({}, None, None),
        ({"name": {"en": " "}}, "no_name", "name_ko"),
        ({"name": {"en": "x" * 201}}, "too_long", "name_ko"),
        ({"longitude": 128.5}, "half_a_point", "latitude"),
        ({"longitude": 128.5, "latitude": 91.0}, "not_on_earth", "latitude"),
        ({"longitude": 181.0, "latitude": 36.0}, "not_on_earth", "longitude"),
        ({"longitude": float("nan"), "latitude": 36.0}, "not_on_earth", "longitude"),
        ({"opens": {"mon": ("09:00", "18:00"), "tue": None}}, None, None),
        ({"opens": {"mon": ("09:00", "24:00")}}, None, None),
        ({"opens": {"monday": None}}, "no_weekday", "opens"),
        ({"opens": {"mon": ("9:00", "18:00")}}, "no_hours", "opens"),
        ({"opens": {"mon": ("18:00", "09:00")}}, "no_hours", "opens"),
        ({"opens": {"mon": ("09:00",)}}, "no_hours", "opens"),
        ({"phone": "0" * 41}, "too_long", "phone"),
        ({"key": "Not a key"}, "no_key", "key"),
    ],
)
def test_what_a_site_can_be(others: dict[str, Any], code: str | None, field: str | None) -> None:
    found = obstacle_to_site(SiteSaid(**{"name": NAME, **others}))

    assert (found.code if found else None, found.field if found else None) == (code, field)


@pytest.mark.parametrize(
    ("others", "code"),
    [
        ({}, None),
        ({"finish": "a"}, "leads_nowhere"),
        ({"by": "rocket"}, "unknown_choice"),
        ({"minutes": 0}, "no_minutes"),
        ({"minutes": 1441}, "no_minutes"),
        ({"kilometres": Decimal(-1)}, "no_distance"),
        ({"kilometres": Decimal("NaN")}, "no_distance"),
    ],
)
def test_what_a_route_can_be(others: dict[str, Any], code: str | None) -> None:
    known = {"start": "a", "finish": "b", "by": "bus", "minutes": 40, "kilometres": None}

    found = obstacle_to_route(**{**known, **others})

    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("wanted", "name", "taken", "key"),
    [
        ("", {"en": "Hahoe Village!"}, (), "hahoe-village"),
        ("", {"en": "Hahoe Village"}, ("hahoe-village",), "hahoe-village-2"),
        ("", {"ko": "하회마을"}, (), "site"),
        ("", {"ko": "하회마을"}, ("site", "site-2"), "site-3"),
        ("hall", {"en": "Main hall"}, (), "hall"),
    ],
)
def test_a_site_finds_a_key(wanted: str, name: dict[str, str], taken: tuple[str, ...], key: str) -> None:
    assert free_key(wanted=wanted, name=name, taken=frozenset(taken)) == key


# -- sites --


def test_a_site_says_what_was_said() -> None:
    here.forum()
    said = SiteSaid(
        name=NAME,
        address={"ko": "안동시 풍천면"},
        longitude=128.518,
        latitude=36.539,
        opens={"mon": None, "tue": ("09:00", "18:00")},
        phone="+82 54 852 3588",
        note={"en": "Shoes off."},
    )

    key = commands.add_site(actor=here.who(), at=here.NOON, preparation=here.SLUG, once=None, site=said)

    found = queries.site(actor=here.who(), preparation=here.SLUG, key=key)
    assert (key, found.version) == ("hahoe-village", 1)
    assert {lang: text for lang, text in found.site.name.items() if text} == NAME
    assert (found.site.opens, found.site.phone) == (said.opens, said.phone)
    assert (found.site.longitude, found.site.latitude) == (128.518, 36.539)
    assert found.site.address["ko"] == "안동시 풍천면"


def test_a_place_that_the_record_has_not_is_not_there() -> None:
    here.forum()

    with pytest.raises(Place.DoesNotExist):
        here.site(place="nowhere")

    with standing_as(here.who()):
        assert Site.objects.count() == 0


def test_a_new_name_is_the_place_of_every_item_there() -> None:
    here.forum()
    key = here.site("Hahoe Village")
    number = here.item(site=key)

    change(key, SiteSaid(name={"en": "Hahoe Folk Village"}))

    row = PlannedItem.objects.get(pk=number)
    assert (str(row.place), row.version) == ("Hahoe Folk Village", 1)
    assert queries.site(actor=here.who(), preparation=here.SLUG, key=key).version == 2


def test_new_opening_hours_are_a_change_and_a_stale_form_is_not_saved() -> None:
    here.forum()
    key = here.site()

    change(key, SiteSaid(name={"en": "Hahoe Village"}, opens={"mon": None}))
    change(key, SiteSaid(name={"en": "Hahoe Village"}, opens={"mon": None}), version=2)
    with pytest.raises(Changed) as changed:
        change(key, SiteSaid(name={"en": "Hahoe Village"}))

    assert changed.value.theirs == {"opens": {"mon": None}}
    assert queries.site(actor=here.who(), preparation=here.SLUG, key=key).version == 2


def test_a_site_in_use_is_not_removed_and_the_sentence_says_where() -> None:
    here.forum()
    key, hotel = here.site(), here.site("Hotel")
    here.item("Opening", site=key)
    here.item("Transfer", "11:00", "12:00", site=hotel, to_site=key)
    here.resource("Main hall", site=key)

    with pytest.raises(Refused) as refused:
        remove(key)

    assert refused.value.code == "site_in_use"
    assert str(refused.value) == (
        "Hahoe Village is in use: “Opening”, “Transfer” and “Main hall”. Take it away there first."
    )
    assert [(one.key, one.uses) for one in around().sites] == [(key, 3), (hotel, 1)]


def test_a_site_that_is_not_used_goes_with_its_routes_and_comes_back() -> None:
    here.forum()
    key, hotel = here.site(), here.site("Hotel")
    route(key, hotel)

    said = remove(key)

    assert (around().routes, [one.key for one in around().sites]) == ((), [hotel])
    back = commands.add_site(actor=here.who(), at=here.NOON, preparation=here.SLUG, once=None, site=said)
    assert back == key


# -- routes --


def test_a_route_is_known_in_both_directions() -> None:
    here.forum()
    one, other = here.site("A"), here.site("B")

    route(one, other, 40, kilometres=Decimal("31.5"))
    route(other, one, 45)
    route(one, other, 300, by="walk")

    found = [(row.start, row.finish, row.by, row.minutes, row.kilometres) for row in around().routes]
    assert found == [(one, other, "bus", 45, None), (one, other, "walk", 300, None)]


def test_a_route_is_forgotten() -> None:
    here.forum()
    one, other = here.site("A"), here.site("B")
    route(one, other)
    known = {"actor": here.who(), "at": here.NOON, "preparation": here.SLUG, "by": "bus"}

    commands.remove_route(**known, start=other, finish=one)
    with pytest.raises(Route.DoesNotExist):
        commands.remove_route(**known, start=other, finish=one)

    assert around().routes == ()


def test_sites_of_another_preparation_are_not_there() -> None:
    here.forum()
    one, other = here.site("A"), here.site("B")
    scene.preparation("next-2027")
    known: dict[str, Any] = {"actor": here.who(), "at": here.NOON, "preparation": "next-2027"}

    with pytest.raises(Site.DoesNotExist):
        commands.set_route(**known, start=one, finish=other, by="bus", minutes=10)
    with pytest.raises(Site.DoesNotExist):
        commands.remove_site(**known, key=one)
    with pytest.raises(Site.DoesNotExist):
        queries.site(actor=here.who(), preparation="next-2027", key=one)


def test_surroundings_cost_the_same_for_one_site_and_three() -> None:
    here.forum()
    here.resource(site=here.site())
    who = here.who()
    with CaptureQueriesContext(connection) as one:
        queries.surroundings(actor=who, preparation=here.SLUG, tongue="en")
    keys = [here.site("A"), here.site("B")]
    route(*keys)
    here.resource("Room", site=keys[0])

    with CaptureQueriesContext(connection) as three:
        queries.surroundings(actor=who, preparation=here.SLUG, tongue="en")

    assert len(one) == len(three)
