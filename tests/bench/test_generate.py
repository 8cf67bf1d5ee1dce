import pytest
from django.db import transaction
from django.db.models import Count

from bench.generate import generate
from interlocal.evidence import queries as evidence
from interlocal.evidence.models import Claim, Footnote
from interlocal.identity.models import Entry
from interlocal.programmes.models import Edition, Item
from interlocal.registry.models import Body, Tie

pytestmark = pytest.mark.django_db


def test_a_generated_record_has_the_edition_of_a_hundred_items_over_two_days() -> None:
    generate(scale=1)

    items = Item.objects.filter(edition__slug="bench-100")
    by_day = items.values_list("day").annotate(n=Count("id")).order_by("day")
    assert [n for _, n in by_day] == [50, 50]
    assert items.filter(place=None).count() == 0
    assert items.filter(participations__role="speaker").count() == 100
    assert items.filter(topics=None).count() == 0


def test_a_generated_record_holds_together() -> None:
    generate(scale=2)

    assert Body.objects.exclude(slug__startswith="bench-").count() == 80
    assert Edition.objects.filter(state="held", from_on=None).count() == 0
    assert Footnote.objects.filter(citations=None).count() == 0
    assert set(Tie.objects.annotate(n=Count("sides")).values_list("n", flat=True)) == {2}
    assert Entry.objects.filter(subject_kind="body").count() == Body.objects.count()
    rivals = Claim.objects.filter(chosen=False).values_list("subject_key", flat=True)
    assert {figure.shown.subject_key for figure in evidence.conflicts(tongue="en")} == set(rivals)


def test_one_seed_gives_one_record_and_another_seed_another() -> None:
    first, again, other = (_made(seed=seed) for seed in (3, 3, 4))

    assert first == again
    assert first != other


def _made(*, seed: int) -> list[tuple[object, ...]]:
    with transaction.atomic():
        generate(scale=1, seed=seed)
        rows = list(Body.objects.order_by("id").values_list("id", "label", "longitude"))
        rows += list(Item.objects.order_by("id").values_list("id", "title", "footnote_id"))
        transaction.set_rollback(True)
    return rows
