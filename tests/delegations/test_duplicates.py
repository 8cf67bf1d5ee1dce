"""Entries that may be one person are offered across scripts, and only a person decides."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import duplicates as verbs
from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries import duplicates as queries
from interlocal.delegations.rules.duplicates import Alike, Named, likely
from interlocal.ground.refused import Refused
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def named(key: str, name: str, language: str = "ko", **others: object) -> Named:
    family, _space, given = name.partition(" ")
    return Named(**{"key": key, "pool": "now", "body": "gyeongbuk", "ours": True, "family": family, "given": given,
                    "language": language, **others})  # type: ignore[arg-type]  # fmt: skip


def pairs(*people: Named) -> list[tuple[str, str]]:
    return [(alike.one, alike.other) for alike in likely(people)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("김 하늘", "ko"), ("Kim Haneul", "en")),
        (("金 하늘", "ko"), ("김 하늘", "ko")),
        (("李 在明", "ko"), ("이 재명", "ko")),
        (("田中 花子", "ja"), ("Tanaka Hanako", "en")),
        (("王 伟", "zh-Hans"), ("Wang Wei", "en")),
        (("髙橋 花子", "ja"), ("高橋 花子", "ja")),
        (("Smith John", "en"), ("John Smith", "en")),
        (("김 하늘", "ko"), ("김 하늘", "ko")),
    ],
)
def test_one_person_in_two_scripts_is_offered(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert pairs(named("a", *one), named("b", *other)) == [("a", "b")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("김 민수", "ko"), ("김 민서", "ko")),
        (("Kim Minsu", "en"), ("Kim Minseo", "en")),
        (("王 伟", "zh-Hans"), ("王 维", "zh-Hans")),
        (("김 하늘", "ko"), ("박 바다", "ko")),
        (("田中 花子", "ja"), ("Suzuki Ichiro", "en")),
    ],
)
def test_two_people_are_not(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert pairs(named("a", *one), named("b", *other)) == []


def test_earlier_entries_are_offered_only_of_the_same_body_and_never_among_themselves() -> None:
    now = named("a", "김 하늘")
    before = named("b", "Kim Haneul", "en", pool="then", ours=False)
    before_that = named("c", "Kim Haneul", "en", pool="once", ours=False)
    elsewhere = named("d", "Kim Haneul", "en", pool="then", ours=False, body="tottori")

    assert pairs(now, before, before_that, elsewhere) == [("a", "b"), ("a", "c")]


def test_a_latin_spelling_leads_where_the_own_script_differs() -> None:
    found = likely([named("a", "김 하늘", latin="Kim Haneul"), named("b", "Kim Haneul", "en")])

    assert found == (Alike("a", "b", 1.0, found[0].reason),)


def entries() -> tuple[Preparation, Delegate, Delegate]:
    """Somebody entered now in hangul, and at an earlier event in Latin letters."""
    from datetime import date

    before = scene.preparation("forum-2024", from_on=date(2024, 6, 1), until_on=date(2024, 6, 3))
    now = scene.preparation()
    earlier = scene.delegate(scene.invitation(before, "gyeongbuk"), "Kim", "Haneul", script_language="en")
    return now, scene.delegate(scene.invitation(now, "gyeongbuk")), earlier


def offered(preparation: Preparation) -> list[tuple[str, str]]:
    page = queries.duplicates_page(actor=scene.secretariat(), preparation=preparation.slug, tongue="en")
    return [(pair.one.key, pair.other.key) for pair in page.pairs]


def judge(verb: object, now: Preparation, one: Delegate, other: Delegate, actor: object = None) -> None:
    verb(  # type: ignore[operator]
        actor=actor or scene.secretariat(),
        at=scene.NOON,
        preparation=now.slug,
        one=str(one.key),
        other=str(other.key),
    )


def test_the_same_person_is_linked_to_the_earlier_entry_and_not_asked_about_again() -> None:
    now, here, earlier = entries()
    before = offered(now)

    judge(verbs.same_person, now, here, earlier)
    judge(verbs.same_person, now, here, earlier)

    assert before == [(str(here.key), str(earlier.key))]
    assert scene.fresh(here).same_as_id == earlier.pk
    assert scene.fresh(earlier).same_as_id is None
    assert offered(now) == []
    assert scene.fresh(here).given == "하늘"


def test_two_people_are_remembered_and_a_link_is_taken_back() -> None:
    now, here, earlier = entries()
    judge(verbs.same_person, now, here, earlier)

    judge(verbs.different_persons, now, here, earlier)

    assert scene.fresh(here).same_as_id is None
    assert offered(now) == []


def test_a_third_entry_hangs_on_the_first() -> None:
    now, here, earlier = entries()
    twice = scene.delegate(scene.invitation(now, "tottori"), "金", "하늘")
    judge(verbs.same_person, now, here, earlier)

    judge(verbs.same_person, now, twice, here)

    assert scene.fresh(twice).same_as_id == earlier.pk
    assert offered(now) == []


def test_only_the_secretariat_judges_and_only_what_it_sees() -> None:
    now, here, earlier = entries()
    foreign = scene.preparation("other-2026", secretariat="mofa-kr")
    theirs = scene.delegate(scene.invitation(foreign, "tottori"), "Kim", "Haneul")

    with pytest.raises(Refused):
        judge(verbs.same_person, now, here, earlier, scene.reader("garok"))
    with pytest.raises(Preparation.DoesNotExist):
        queries.duplicates_page(actor=scene.coordinator("gyeongbuk"), preparation=now.slug, tongue="en")
    with pytest.raises(Delegate.DoesNotExist):
        judge(verbs.same_person, now, here, theirs)
    with pytest.raises(Refused) as refused:
        judge(verbs.same_person, now, here, here)
    assert refused.value.code == "one_entry"


def test_the_page_costs_the_same_for_one_pair_and_for_three() -> None:
    now, here, _earlier = entries()

    def asked() -> int:
        with CaptureQueriesContext(connection) as queried:
            offered(now)
        return len(queried)

    scene.secretariat()
    one = asked()
    for name in ("바다", "구름"):
        for _ in range(2):
            scene.delegate(here.invitation, "박", name, state="draft")

    assert asked() == one
    assert len(offered(now)) == 3
