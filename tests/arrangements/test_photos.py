"""Photographs of the days."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import photos as verbs
from interlocal.arrangements.models import Photo
from interlocal.arrangements.queries import photos as queries
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import HEAVIEST, PhotoSaid
from interlocal.delegations.models import Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from tests.arrangements import saying
from tests.delegations import scene

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"
ONE = PhotoSaid(PNG, "png", 640, 480, alt="Hands are shaken", caption={"en": "Opening", "ko": "개회"})


def added(photo: PhotoSaid = ONE) -> int:
    return verbs.add_photo(**saying.asked(), once=None, photo=photo)


def page(tongue: str = "en") -> queries.PhotosPage:
    return queries.photos_page(actor=scene.secretariat(), preparation=saying.SLUG, tongue=tongue)


@pytest.mark.parametrize(
    ("photo", "there", "code"),
    [
        (ONE, 60, "too_many_photos"),
        (replace(ONE, content=PNG + b"\0" * HEAVIEST), 0, "too_heavy"),
        (replace(ONE, content=b"GIF89a"), 0, "no_picture"),
        (replace(ONE, kind="jpeg"), 0, "no_picture"),
        (replace(ONE, kind="svg"), 0, "no_picture"),
        (replace(ONE, width=0), 0, "no_size"),
        (replace(ONE, height=40_000), 0, "no_size"),
        (replace(ONE, alt="a" * 301), 0, "too_long"),
        (replace(ONE, caption={"ko": "가" * 301}), 0, "too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused(photo: PhotoSaid, there: int, code: str) -> None:
    refused = rules.obstacle_to_photo(photo, there=there)

    assert refused is not None
    assert refused.code == code


@pytest.mark.django_db
def test_a_picture_is_kept_once_and_comes_back_as_it_was() -> None:
    made, _kim, _fujita = saying.forum()
    dinner, once = saying.item(made), uuid4()

    [number] = {
        verbs.add_photo(**saying.asked(), once=once, photo=replace(ONE, item=dinner.pk)) for _ in range(2)
    }
    [row] = page("ko").rows
    file = queries.photo(actor=scene.secretariat(), preparation=saying.SLUG, number=number)

    assert row.caption is not None
    assert (row.caption.text, row.alt, row.size, row.item) == (
        "개회",
        "Hands are shaken",
        len(PNG),
        dinner.pk,
    )
    assert (file.content, file.kind, page().left) == (PNG, "png", 59)


@pytest.mark.django_db
def test_pictures_are_described_put_in_order_and_removed() -> None:
    saying.forum()
    first, second, third = (added(replace(ONE, alt=alt)) for alt in ("one", "two", "three"))

    verbs.describe_photo(**saying.asked(), number=second, caption={"ja": "開会"}, alt="two of us")
    verbs.move_photo(**saying.asked(), number=third, later=False)
    verbs.move_photo(**saying.asked(), number=third, later=False)
    verbs.remove_photo(**saying.asked(), number=first)

    rows = page("ja").rows
    assert [row.alt for row in rows] == ["three", "two of us"]
    assert rows[1].captions == {"ko": "", "ja": "開会", "zh-Hans": "", "en": ""}
    with pytest.raises(Photo.DoesNotExist):
        queries.photo(actor=scene.secretariat(), preparation=saying.SLUG, number=first)


@pytest.mark.django_db
def test_the_sixty_first_picture_is_refused() -> None:
    made, _kim, _fujita = saying.forum()
    with standing_as(scene.runs(made)):
        Photo.objects.bulk_create(
            Photo(preparation=made, kind="png", content=PNG, width=1, height=1, added_at=scene.NOON)
            for _ in range(60)
        )

    with pytest.raises(Refused) as caught:
        added()

    assert caught.value.code == "too_many_photos"


@pytest.mark.django_db
def test_the_page_costs_the_same_for_many_and_loads_no_picture() -> None:
    saying.forum()
    who = scene.secretariat()
    counts = []
    for _ in range(2):
        added(), added()
        with CaptureQueriesContext(connection) as asked:
            queries.photos_page(actor=who, preparation=saying.SLUG, tongue="en")
        counts.append(len(asked))

    assert counts == [7, 7]
    assert '"arrangements_photo"."content",' not in " ".join(one["sql"] for one in asked)


@pytest.mark.django_db
def test_only_the_secretariat_keeps_pictures() -> None:
    saying.forum()
    number = added()

    for who in (scene.coordinator("gyeongbuk"), scene.reader("garok")):
        with pytest.raises(Refused):
            verbs.add_photo(**saying.asked(who), once=None, photo=ONE)
        with pytest.raises(Refused):
            verbs.describe_photo(**saying.asked(who), number=number, caption={}, alt="")
        with pytest.raises(Refused):
            verbs.remove_photo(**saying.asked(who), number=number)
        with pytest.raises(Refused):
            verbs.move_photo(**saying.asked(who), number=number, later=True)
    with pytest.raises(Preparation.DoesNotExist):
        queries.photo(actor=scene.coordinator("gyeongbuk"), preparation=saying.SLUG, number=number)
