import pytest

from interlocal.identity.kinds import Actor
from interlocal.programmes.models import Item
from interlocal.registry.models import Body
from interlocal.search import commands, counting, queries, writing
from interlocal.search.models import Frequency, Index, Subject, Text
from tests import make

FOLLOWER = Actor("follower")

pytestmark = pytest.mark.django_db(transaction=True)


def follow() -> int:
    make.settle()
    return commands.follow(actor=FOLLOWER, at=make.NOON)


def counts(words: str) -> tuple[tuple[str, int], ...]:
    return queries.search_page(words=words, tongue="ko").counts


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
    assert Subject.objects.count() == 1


def test_a_new_name_replaces_the_old_one() -> None:
    body = make.body("gangwon", {"ko": "강원도"})
    make.told("body", "gangwon")
    follow()

    body.label = make.label({"ko": "새이름"})
    body.save()
    make.told("body", "gangwon")
    follow()

    assert counts("강원도") == ()
    assert counts("새이름") == (("body", 1),)


def test_what_is_gone_is_found_no_more() -> None:
    make.body("gangwon", {"ko": "강원도"})
    make.told("body", "gangwon")
    follow()

    Body.objects.filter(slug="gangwon").delete()
    make.told("body", "gangwon", verb="removed")
    follow()

    assert (Subject.objects.count(), Text.objects.count()) == (0, 0)


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

    assert counts("새이름") == (("edition", 1), ("body", 1), ("tie", 1))
    assert counts("강원") == ()


def test_items_and_claims_come_and_go_with_the_lines_of_what_they_belong_to() -> None:
    edition = make.edition("kjgm-1", make.series())
    item = make.item(edition, "dinner", "Dinner on the river")
    claim = make.claim("edition/kjgm-1", "place", "riverside-pavilion")
    make.told("edition", "kjgm-1")
    follow()
    before = counts("river riverside pavilion")

    Item.objects.filter(pk=item.pk).delete()
    claim.delete()
    make.told("edition", "kjgm-1", verb="corrected")
    follow()

    assert before == (("item", 1), ("claim", 1))
    assert counts("river riverside pavilion") == ()


def test_an_item_is_shown_on_the_page_of_its_edition() -> None:
    make.item(make.edition("kjgm-1", make.series()), "dinner", "Dinner on the river")
    make.told("edition", "kjgm-1")
    follow()

    (hit,) = queries.search_page(words="dinner", tongue="en").hits

    assert (hit.kind, hit.key, hit.home) == ("item", "kjgm-1/dinner", ("edition", "kjgm-1"))


def test_kinds_that_cannot_be_found_are_passed_over() -> None:
    make.told("post", "gyeongbuk/governor")

    assert follow() == 1
    assert not Subject.objects.exists()


def test_a_follower_that_is_killed_between_two_batches_goes_on_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(commands, "BATCH", 1)
    write, written = writing.write, []

    def write_once(slot: int, entries: list[object]) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(len(entries))
        write(slot, entries)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(writing, "write", write_once)
    for name in ("gangwon", "jeju"):
        make.body(name, {"en": name})
        make.told("body", name)
    make.settle()
    with pytest.raises(KeyboardInterrupt):
        commands.follow(actor=FOLLOWER, at=make.NOON)
    monkeypatch.setattr(writing, "write", write)

    assert counts("gangwon") == (("body", 1),)
    assert (follow(), counts("jeju")) == (1, (("body", 1),))


def test_words_are_counted_anew_when_there_are_many_more_texts() -> None:
    for at in range(30):
        make.body(f"city-{at}", {"en": f"City number {at}"})
        make.told("body", f"city-{at}")

    follow()

    assert Index.objects.get(slot=0).texts == {"": 30, "en": 30}
    assert Frequency.objects.filter(en=30).count() > 0
    assert counting.COUNTED_FROM > 1
