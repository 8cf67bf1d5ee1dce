"""The programme as one value."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import sites
from interlocal.arrangements.commands.tracks import name_track
from interlocal.arrangements.queries.sheet import sheet
from interlocal.arrangements.rules.sheets import Sheet, from_plain, to_plain
from interlocal.arrangements.rules.sites import SiteSaid
from interlocal.delegations.models import PlannedItem
from tests import make
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db
SEOUL, SHANGHAI = ZoneInfo("Asia/Seoul"), ZoneInfo("Asia/Shanghai")


def now() -> Sheet:
    return sheet(actor=here.who(), preparation=here.SLUG)


def test_a_sheet_says_everything_and_survives_being_kept() -> None:
    forum = here.forum()
    guest = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    village = sites.add_site(
        actor=here.who(),
        at=here.NOON,
        preparation=here.SLUG,
        once=None,
        site=SiteSaid(name={"en": "Hahoe"}, opens={"mon": None, "tue": ("09:00", "18:00")}),
    )
    kim = here.resource("Kim", "interpreter", languages=("ko", "ja"), reading="きむ")
    name_track(actor=here.who(), at=here.NOON, preparation=here.SLUG, number=1, name={"en": "Youth"})
    number = here.item(
        "Visit",
        site=village,
        track=1,
        speaking=("ko",),
        into=("ja",),
        bodies=("gyeongbuk",),
        people=(str(guest.key),),
        resources=(kim,),
    )

    found = now()

    item = found.items[0]
    assert (item.id, item.site, item.track, str(item.place)) == (number, village, 1, "Hahoe")
    assert (item.bodies, item.people, item.resources) == (("gyeongbuk",), (str(guest.key),), (kim,))
    assert item.starts == datetime(2026, 6, 10, 9, tzinfo=SEOUL)
    assert [dict(one.opens) for one in found.sites] == [{"mon": None, "tue": ("09:00", "18:00")}]
    assert [(one.id, one.kind, one.languages) for one in found.resources] == [
        (kim, "interpreter", ("ko", "ja"))
    ]
    assert [(one.number, str(one.name)) for one in found.tracks] == [(1, "Youth")]
    assert to_plain(from_plain(to_plain(found))) == to_plain(found)


def test_items_come_by_day_hour_and_track() -> None:
    here.forum()
    late = here.item("Late", "15:00", "16:00")
    second = here.item("Second", "09:00", "10:00", track=1)
    first = here.item("First", "09:00", "10:00")
    open_ended = here.item("No hour", "", "")
    before = here.item("Arrival", day=here.FIRST_DAY - timedelta(days=1))

    assert [item.id for item in now().items] == [before, open_ended, first, second, late]


def test_an_item_without_hours_has_none() -> None:
    here.forum()
    here.item("Free", "", "")

    item = now().items[0]

    assert (item.starts, item.ends, item.zone, item.ends_zone) == (None, None, "Asia/Seoul", "Asia/Seoul")


def test_an_item_over_midnight_and_over_a_zone_change() -> None:
    here.forum()
    here.item("Night flight", "23:30", "00:40", nights=1, ends_zone="Asia/Shanghai")

    item = now().items[0]

    assert (item.on, item.zone, item.ends_zone) == (here.FIRST_DAY, "Asia/Seoul", "Asia/Shanghai")
    assert item.starts == datetime(2026, 6, 10, 23, 30, tzinfo=SEOUL)
    assert item.ends == datetime(2026, 6, 11, 0, 40, tzinfo=SHANGHAI)
    assert item.ends is not None and item.ends.utcoffset() == timedelta(hours=8)


def test_an_item_of_pages_that_know_nothing_of_rooms_is_there() -> None:
    forum = here.forum()
    PlannedItem.objects.create(preparation=forum, kind="meal", title=make.text("Lunch"), day=0)

    item = now().items[0]

    assert (str(item.title), item.state, item.track, item.is_public) == ("Lunch", "planned", 0, True)


def test_a_sheet_costs_the_same_for_one_item_and_three() -> None:
    forum = here.forum()
    scene.invitation(forum, "gyeongbuk")
    here.item(site=here.site(), resources=(here.resource(),), bodies=("gyeongbuk",))
    who = here.who()
    with CaptureQueriesContext(connection) as one:
        sheet(actor=who, preparation=here.SLUG)
    for number in range(2):
        here.item(
            f"More {number}", site=here.site(f"Site {number}"), resources=(here.resource(f"R {number}"),)
        )

    with CaptureQueriesContext(connection) as three:
        sheet(actor=who, preparation=here.SLUG)

    asked = [query["sql"] for query in three if "SAVEPOINT" not in query["sql"]]
    assert len(one) == len(three)
    # Standing as somebody, the preparation, whether one is invited; then the items, and all around them.
    assert len(asked) == 5
