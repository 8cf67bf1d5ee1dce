"""The table of all people: who is in it, in which order, what is marked, and what it costs."""

from typing import Any

import pytest

from interlocal.delegations.commands import decisions
from interlocal.delegations.models import Change, Datum, Delegate, Need, Preparation
from interlocal.delegations.queries import people
from interlocal.delegations.queries.people import Ask
from interlocal.delegations.rules import people as rules
from interlocal.delegations.rules.names import keys_of
from interlocal.ground.paging import NoSuchPage
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def person(invited: Any, family: str, given: str, **others: Any) -> Delegate:
    spelt = {name: others.get(name, "") for name in ("latin_family", "latin_given", "reading_family")}
    keys = keys_of(family=family, given=given, language="und", **spelt)
    return scene.delegate(invited, family, given, name_keys=keys, **others)


def table(**ask: Any) -> people.PeoplePage:
    return people.people_page(actor=scene.approver(), preparation="forum-2026", ask=Ask(**ask), tongue="en")


def names(**ask: Any) -> list[str]:
    return [row.name for row in table(**ask).paged.rows]


@pytest.fixture
def forum() -> Preparation:
    """Three of Gyeongbuk, one of Tottori, one of Busan who waits."""
    made = scene.preparation()
    ours = scene.invitation(made, "gyeongbuk", quota=9)
    person(
        ours,
        "김",
        "하늘",
        part="member",
        grade="officer",
        position=2,
        latin_family="KIM",
        latin_given="HANEUL",
    )
    person(
        ours,
        "이",
        "바다",
        part="head",
        grade="head",
        position=3,
        post=make.text("도지사", "ko", en="Governor"),
    )
    person(
        ours,
        "박",
        "산",
        part="interpreter",
        position=1,
        state="approved",
        latin_family="PARK",
        latin_given="SAN",
    )
    theirs = scene.invitation(made, "tottori")
    person(
        theirs,
        "藤田",
        "悦夫",
        script_language="ja",
        latin_family="FUJITA",
        latin_given="Etsuo",
        reading_family="ふじた",
    )
    waits = {"state": "waiting", "waiting_since": scene.NOON}
    person(scene.invitation(made, "busan"), "최", "강", latin_family="CHOI", latin_given="GANG", **waits)
    return made


def test_everybody_stands_in_the_order_of_precedence_and_who_waits_comes_after(forum: Preparation) -> None:
    rows = table().paged.rows

    assert [(row.name, row.place) for row in rows] == [
        ("이바다", "1.1"),
        ("김하늘", "1.2"),
        ("박산", "1.3"),
        ("藤田悦夫", "2.1"),
        ("최강", ""),
    ]
    assert rows[0].post is not None
    assert rows[0].post.text == "Governor"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("하늘", ["김하늘"]),
        ("김 하늘", ["김하늘"]),
        ("kim haneul", ["김하늘"]),
        ("ふじた", ["藤田悦夫"]),
        ("フジタ", ["藤田悦夫"]),
        ("藤田", ["藤田悦夫"]),
        ("도지사", ["이바다"]),
        ("governor", ["이바다"]),
        ("%", []),
        ("nobody", []),
    ],
)
def test_people_are_found_by_name_in_any_script_and_by_post(
    forum: Preparation, words: str, found: list[str]
) -> None:
    assert names(text=words) == found


def test_the_table_is_narrowed_by_government_country_part_and_state(forum: Preparation) -> None:
    assert names(body="tottori") == ["藤田悦夫"]
    assert names(country="KR", state="nominated") == ["이바다", "김하늘"]
    assert names(part="interpreter") == ["박산"]
    assert names(state="approved", body="tottori") == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["최강", "藤田悦夫", "김하늘", "박산", "이바다"]),
        ("-name", ["이바다", "박산", "김하늘", "藤田悦夫", "최강"]),
        ("post", ["이바다", "김하늘", "박산", "藤田悦夫", "최강"]),
        ("state", ["이바다", "김하늘", "藤田悦夫", "박산", "최강"]),
        ("-order", ["최강", "藤田悦夫", "박산", "김하늘", "이바다"]),
        ("drop table", ["이바다", "김하늘", "박산", "藤田悦夫", "최강"]),
    ],
)
def test_the_table_is_sorted_by_any_column(forum: Preparation, sort: str, expected: list[str]) -> None:
    assert names(sort=sort) == expected


def test_what_is_missing_is_marked(forum: Preparation) -> None:
    with standing_as(scene.runs(forum)):
        Need.objects.create(preparation=forum, field="email", purpose="contact", required=True, kept_days=9)
        him = Delegate.objects.get(family="이")
        Datum.objects.create(
            preparation=forum,
            body=him.body,
            delegate=him,
            field="email",
            text="x",
            set_by="x",
            set_at=scene.NOON,
        )

    missing = {row.name: row.missing for row in table().paged.rows}

    assert missing["이바다"] == ("latin",)
    assert missing["김하늘"] == ("post", "data")
    assert "김하늘" in names(flag="missing")


def test_who_may_have_been_entered_twice_is_marked_and_found(forum: Preparation) -> None:
    with standing_as(scene.runs(forum)):
        busan = Delegate.objects.get(family="최").invitation
    person(busan, "金", "하늘", latin_family="Kim", latin_given="Haneul")
    person(busan, "김", "하늘", state="withdrawn")

    assert sorted(names(flag="duplicate")) == ["金하늘", "김하늘"]


def test_who_was_returned_is_marked_until_somebody_corrects(forum: Preparation) -> None:
    with standing_as(scene.runs(forum)):
        her = Delegate.objects.get(family="김")
    decisions.decide(
        actor=scene.secretariat(),
        at=scene.NOON,
        preparation="forum-2026",
        delegate=str(her.key),
        version=1,
        stage="return",
        reason="Which post?",
    )

    assert names(flag="returned") == ["김하늘"]
    with standing_as(scene.runs(forum)):
        Delegate.objects.filter(pk=her.pk).update(version=3)
    assert names(flag="returned") == []


def test_a_late_change_that_waits_is_marked(forum: Preparation) -> None:
    with standing_as(scene.runs(forum)):
        her = Delegate.objects.get(family="김")
        change = Change.objects.create(
            preparation=forum, body=her.body, delegate=her, kind="withdraw", reason="x", asked_at=scene.NOON
        )

    (row,) = table(flag="change").paged.rows

    assert (row.name, row.change) == ("김하늘", change.pk)


def test_the_newest_decision_that_stands_is_shown(forum: Preparation) -> None:
    with standing_as(scene.runs(forum)):
        her = Delegate.objects.get(family="김")
    for stage, version in (("pre_approve", 1), ("approve", 2)):
        decisions.decide(
            actor=scene.approver(),
            at=scene.NOON,
            preparation="forum-2026",
            delegate=str(her.key),
            version=version,
            stage=stage,
        )
    decisions.undo(
        actor=scene.approver(), at=scene.NOON, preparation="forum-2026", delegate=str(her.key), version=3
    )

    row = next(row for row in table().paged.rows if row.name == "김하늘")

    assert row.decided is not None
    assert (row.decided.stage, row.state) == ("pre_approve", "pre_approved")


def test_decisions_are_offered_to_who_may_take_them(forum: Preparation) -> None:
    def offered(actor: Any) -> tuple[str, ...]:
        return people.people_page(actor=actor, preparation="forum-2026", ask=Ask(), tongue="en").can

    assert offered(scene.approver()) == ("pre_approve", "approve", "refuse", "return")
    assert offered(scene.secretariat()) == ("pre_approve", "return")
    assert offered(scene.reader("garok")) == ()


def test_the_table_has_pages_and_no_page_beyond(forum: Preparation) -> None:
    actor = scene.approver()

    page = people.people_page(actor=actor, preparation="forum-2026", ask=Ask(page="3"), tongue="en", size=2)

    assert [row.name for row in page.paged.rows] == ["최강"]
    assert (page.paged.total, page.paged.pages, page.all) == (5, 3, 5)
    with pytest.raises(NoSuchPage):
        people.people_page(actor=actor, preparation="forum-2026", ask=Ask(page="4"), tongue="en", size=2)


def test_only_who_looks_over_the_preparation_sees_the_table(forum: Preparation) -> None:
    for actor in (
        scene.coordinator("gyeongbuk"),
        scene.approver("ulsan"),
        scene.focal(forum, "gyeongbuk"),
    ):
        with pytest.raises(Preparation.DoesNotExist):
            people.people_page(actor=actor, preparation="forum-2026", ask=Ask(), tongue="en")


def test_a_row_of_another_preparation_is_not_there(forum: Preparation) -> None:
    other = scene.delegate(scene.invitation(scene.preparation("b-2026", secretariat="busan"), "tottori"))

    with pytest.raises(Delegate.DoesNotExist):
        people.person_row(
            actor=scene.approver(), preparation="forum-2026", delegate=str(other.key), tongue="en"
        )


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_the_same_queries_for_one_person_and_three(
    count: int, django_assert_num_queries: Any
) -> None:
    made = scene.preparation()
    for number in range(count):
        person(scene.invitation(made, f"city-{number}"), "김", f"하{number}")
    actor = scene.approver()

    with django_assert_num_queries(15):
        page = people.people_page(actor=actor, preparation="forum-2026", ask=Ask(text="김"), tongue="en")

    assert len(page.paged.rows) == count


def test_facts_of_a_person_that_are_missing_are_named() -> None:
    assert rules.missing(latin=False, post=False, asked=2, given=1) == ("latin", "post", "data")
    assert rules.missing(latin=True, post=True, asked=2, given=2) == ()
