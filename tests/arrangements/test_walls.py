"""Only the secretariat sees what is arranged, and only its own: by the verbs, and by the database itself."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from interlocal.arrangements import walls
from interlocal.arrangements.commands import copying, programme, resources, sites, tracks
from interlocal.arrangements.models import Detail, Resource, Site, Taking, Track
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.queries.sheet import sheet
from interlocal.arrangements.queries.sites import surroundings
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from interlocal.delegations.models import Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db
TABLES = (Detail, Resource, Site, Taking, Track)


def arranged() -> int:
    """A forum with an item that takes a hall at a site; Gyeongbuk is invited."""
    forum = here.forum()
    scene.invitation(forum, "gyeongbuk")
    tracks.name_track(actor=here.who(), at=here.NOON, preparation=here.SLUG, number=0, name={"en": "All"})
    return here.item(site=here.site(), resources=(here.resource(),))


def readings(actor: Actor) -> list[Callable[[], object]]:
    known: dict[str, Any] = {"actor": actor, "preparation": here.SLUG}
    return [
        lambda: sheet(**known),
        lambda: queries.board(**known, tongue="en"),
        lambda: surroundings(**known, tongue="en"),
    ]


def verbs(actor: Actor, number: int) -> list[Callable[[], object]]:
    known: dict[str, Any] = {"actor": actor, "at": here.NOON, "preparation": here.SLUG}
    hall = ResourceSaid("room", {"en": "Hall"})
    return [
        lambda: queries.item(actor=actor, preparation=here.SLUG, number=number),
        lambda: queries.choices(actor=actor, preparation=here.SLUG, tongue="en"),
        lambda: programme.add_item(**known, once=None, item=here.arranged()),
        lambda: programme.change_item(**known, number=number, version=1, item=here.arranged("New")),
        lambda: programme.remove_item(**known, number=number),
        lambda: programme.copy_item(**known, once=None, number=number, day=here.SECOND_DAY),
        lambda: sites.add_site(**known, once=None, site=SiteSaid({"en": "Site"})),
        lambda: sites.remove_site(**known, key="hahoe-village"),
        lambda: resources.add_resource(**known, once=None, resource=hall),
        lambda: tracks.name_track(**known, number=1, name={"en": "Youth"}),
        lambda: copying.copy_arrangements(**known, after=here.SLUG),
    ]


def test_strangers_find_nothing() -> None:
    number = arranged()
    stranger = scene.secretariat("busan")

    for act in readings(stranger) + verbs(stranger, number):
        with pytest.raises(Preparation.DoesNotExist):
            act()


def test_who_is_invited_sees_no_work_in_progress_and_changes_nothing() -> None:
    number = arranged()
    invited = scene.coordinator("gyeongbuk")

    for act in readings(invited):
        with pytest.raises(Preparation.DoesNotExist):
            act()
    for act in verbs(invited, number):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "not_yours"


def test_who_only_reads_for_the_secretariat_reads() -> None:
    number = arranged()
    reader = scene.reader("garok")

    assert [item.id for item in queries.board(actor=reader, preparation=here.SLUG, tongue="en").items()] == [
        number
    ]
    for act in verbs(reader, number):
        with pytest.raises(Refused):
            act()


def test_a_forgotten_filter_shows_nothing_of_others() -> None:
    arranged()

    for actor in (scene.coordinator("gyeongbuk"), scene.secretariat("busan"), Actor("nobody")):
        with standing_as(actor):
            assert [model.objects.count() for model in TABLES] == [0] * len(TABLES)
    with standing_as(here.who()):
        assert [model.objects.count() for model in TABLES] == [1] * len(TABLES)


def test_nothing_is_arranged_for_another_secretariat() -> None:
    arranged()
    forum = Preparation.objects.get()

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        standing_as(scene.secretariat("busan")),
    ):
        Site.objects.create(preparation=forum, key="ours", name={})


def test_every_table_of_the_room_is_behind_the_wall_or_known_to_be_open() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r' and relname like 'arrangements\\_%%'"
            " and relname not like '%%event' and not (relrowsecurity and relforcerowsecurity)"
        )
        open_tables = {name for (name,) in cursor.fetchall()}

    # That a version was let out is no secret; what it says is behind the wall.
    assert open_tables == {"arrangements_release"}
    assert all(name.startswith("arrangements_") for name in walls.TABLES)


def test_histories_are_not_read() -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select * from arrangements_resourceevent")
