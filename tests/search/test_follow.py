import pytest

from interlocal.identity.kinds import Actor
from interlocal.registry.models import Body
from interlocal.search import commands, queries
from interlocal.search.models import Found
from tests import make

FOLLOWER = Actor("follower")

pytestmark = pytest.mark.django_db(transaction=True)


def follow() -> int:
    make.settle()
    return commands.follow(actor=FOLLOWER, at=make.NOON)


def test_what_the_journal_tells_of_can_be_found() -> None:
    make.body("gangwon", {"ko": "강원특별자치도", "en": "Gangwon State"})
    make.told("body", "gangwon")

    read = follow()

    assert read == 1
    assert [hit.key for hit in queries.search_page(words="강원", tongue="en").groups[0].hits] == ["gangwon"]


def test_reading_again_reads_nothing() -> None:
    make.body("gangwon")
    make.told("body", "gangwon")
    follow()

    assert follow() == 0
    assert Found.objects.count() == 1


def test_a_new_name_replaces_the_old_one() -> None:
    body = make.body("gangwon", {"ko": "강원도"})
    make.told("body", "gangwon")
    follow()

    body.label = make.label({"ko": "새이름"})
    body.save()
    make.told("body", "gangwon")
    follow()

    assert queries.search_page(words="강원도", tongue="ko").counts == ()
    assert queries.search_page(words="새이름", tongue="ko").counts == (("body", 1),)


def test_what_is_gone_is_found_no_more() -> None:
    make.body("gangwon", {"ko": "강원도"})
    make.told("body", "gangwon")
    follow()

    Body.objects.filter(slug="gangwon").delete()
    make.told("body", "gangwon", verb="removed")
    follow()

    assert not Found.objects.exists()


def test_a_tie_follows_the_names_of_its_sides_and_an_edition_those_of_its_host() -> None:
    body, other = make.body("gangwon", {"ko": "강원도"}), make.body("tottori", {"ja": "鳥取県"}, country="JP")
    make.tie("gangwon-tottori", body, other)
    make.edition("kjgm-1", make.series(), ordinal=1, hosts=[body])
    for kind, key in (("body", "gangwon"), ("tie", "gangwon-tottori"), ("edition", "kjgm-1")):
        make.told(kind, key)
    follow()

    body.label = make.label({"ko": "새이름"})
    body.save()
    make.told("body", "gangwon")
    follow()

    assert queries.search_page(words="새이름", tongue="ko").counts == (
        ("edition", 1),
        ("body", 1),
        ("tie", 1),
    )
    assert queries.search_page(words="강원도", tongue="ko").counts == ()


def test_kinds_that_cannot_be_found_are_passed_over() -> None:
    make.told("post", "gyeongbuk/governor")

    assert follow() == 1
    assert not Found.objects.exists()


def test_an_index_made_anew_equals_one_that_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "BATCH", 2)
    series, place = make.series(), make.place()
    make.edition("kjgm-8", series, ordinal=8, places=[place])
    make.person(), make.topic(), make.source("paper")
    for kind, key in (
        ("series", "kjgm"),
        ("place", "incheon-city"),
        ("edition", "kjgm-8"),
        ("person", "lee-cheol-woo"),
        ("topic", "tourism"),
        ("source", "paper"),
    ):
        make.told(kind, key)
    follow()
    columns = ("kind", "key", "forms", "haystack", "label", "country")
    followed = list(Found.objects.order_by("kind", "key").values(*columns))
    Found.objects.create(kind="body", key="stray", forms=[], haystack="", label={})

    make.settle()
    read = commands.rebuild(actor=FOLLOWER, at=make.NOON)

    assert read == 6
    assert list(Found.objects.order_by("kind", "key").values(*columns)) == followed
    assert [row["key"] for row in followed] == ["kjgm-8", "lee-cheol-woo", "kjgm", "paper", "tourism"]
