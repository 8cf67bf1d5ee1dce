"""Telling the public of an edition: the record shows it, with the secretariat's own word as its source."""

from datetime import date

import pytest

from interlocal.delegations.commands import preparations
from interlocal.delegations.commands.announcing import announce
from interlocal.delegations.models import Preparation
from interlocal.evidence.models import Source
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.programmes.models import BodyParticipation, Edition, EditionPlace, EditionState
from interlocal.programmes.queries import edition_page
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def refused(forum: Preparation) -> tuple[str, str | None]:
    with pytest.raises(Refused) as found:
        announce(actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug)
    return found.value.code, found.value.field


def test_an_announced_edition_stands_in_the_public_record_with_footnotes() -> None:
    make.place()
    forum = scene.preparation(ordinal=3, host=scene.body("gyeongbuk"), place=make.text("인천", lang="ko"))

    slug = announce(actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug)

    page = edition_page(slug=slug, tongue="en")
    assert (slug, page.row.ordinal, page.row.state, page.row.title.text) == (
        "forum-3",
        3,
        "announced",
        "Forum 2026",
    )
    assert (str(page.row.planned_from_on), str(page.row.planned_until_on)) == ("2026-06-10", "2026-06-12")
    assert [host.slug for host in page.row.hosts] == ["gyeongbuk"]
    assert [place.slug for place in page.row.places] == ["incheon-city"]
    source = Source.objects.get(slug="forum-3-announced")
    rows = [*Edition.objects.all(), *EditionState.objects.all(), *BodyParticipation.objects.all()]
    rows += list(EditionPlace.objects.all())
    assert {row.footnote.citations.get().source for row in rows} == {source}
    assert source.publisher.shown("ko").text == "대한민국시도지사협의회"
    lines = Entry.objects.order_by("id").values_list("subject_kind", "subject_key", "public")
    assert list(lines)[:2] == [("source", "forum-3-announced", True), ("edition", "forum-3", True)]
    assert str(Preparation.objects.get().edition) == "forum-3"


def test_it_is_announced_once_until_its_days_change() -> None:
    forum = scene.preparation()
    who = scene.secretariat()
    slug = announce(actor=who, at=scene.NOON, preparation=forum.slug)

    assert refused(forum) == ("already_announced", None)
    preparations.move_days(
        actor=who, at=scene.NOON, preparation=forum.slug, version=2, from_on=date(2026, 7, 1), days=1
    )
    assert announce(actor=who, at=scene.NOON, preparation=forum.slug) == slug

    found = Edition.objects.get()
    assert (str(found.planned_from_on), found.sorts_on) == ("2026-07-01", date(2026, 7, 1))
    assert [str(state.planned_from_on) for state in EditionState.objects.order_by("position")] == [
        "2026-06-10",
        "2026-07-01",
    ]
    assert Source.objects.filter(slug__endswith="-announced").count() == 2


def test_a_number_the_record_has_is_refused() -> None:
    forum = scene.preparation(ordinal=3)
    make.edition("forum-iii", forum.series, ordinal=3)

    assert refused(forum) == ("ordinal_in_record", "ordinal")
    assert Edition.objects.count() == 1


def test_what_is_over_is_not_announced() -> None:
    forum = scene.preparation(from_on=date(2026, 2, 1), until_on=date(2026, 2, 2))

    assert refused(forum) == ("already_over", None)


def test_who_is_invited_announces_nothing() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    with pytest.raises(Refused) as found:
        announce(actor=scene.coordinator("gyeongbuk"), at=scene.NOON, preparation=forum.slug)

    assert found.value.code == "not_yours"
    assert list(Source.objects.filter(slug__endswith="-announced")) == []
