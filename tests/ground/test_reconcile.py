"""Reconciling a table: which rows are made, altered, removed or left alone."""

import pytest

from interlocal.evidence.models import Source
from interlocal.ground.reconcile import Changed, reconcile
from interlocal.ground.texts import localised

pytestmark = pytest.mark.django_db


def source(slug: str, *, title: str = "A report", kind: str = "press") -> Source:
    return Source(
        slug=slug,
        record="test",
        kind=kind,
        publisher=localised("en", {"en": "A paper"}),
        title=localised("en", {"en": title}),
        language="en",
    )


def bring(*wanted: Source, group: bool = False) -> Changed[Source]:
    return reconcile(
        Source.objects.order_by("slug"),
        wanted,
        key=lambda row: row.slug,
        group=(lambda row: row.kind) if group else None,
    )


def slugs(rows: list[Source]) -> list[str]:
    return [row.slug for row in rows]


def test_new_rows_are_made_and_get_their_keys() -> None:
    changed = bring(source("a"), source("b"))

    assert slugs(changed.made) == ["a", "b"]
    assert [row.pk for row in changed.made] == list(
        Source.objects.order_by("slug").values_list("pk", flat=True)
    )


def test_equal_rows_are_left_alone() -> None:
    bring(source("a"))

    changed = bring(source("a"))

    assert (bool(changed), slugs(changed.kept)) == (False, ["a"])


def test_only_what_differs_is_written_and_named() -> None:
    bring(source("a"), source("b"))

    changed = bring(source("a", title="Another report"), source("b"))

    assert [(row.slug, names) for row, names in changed.altered] == [("a", ["title"])]
    assert Source.objects.get(slug="a").title.shown("en").text == "Another report"


def test_a_row_nobody_wants_is_named_and_stays_for_the_caller() -> None:
    bring(source("a"), source("b"))

    changed = bring(source("a"))

    assert slugs(changed.removed) == ["b"]
    assert Source.objects.count() == 2


def test_within_a_group_a_row_is_altered_rather_than_replaced() -> None:
    bring(source("a"), source("b", kind="law"))
    before = Source.objects.get(slug="a").pk

    changed = bring(source("c"), source("b", kind="law"), group=True)

    assert [(row.slug, row.pk, names) for row, names in changed.altered] == [("c", before, ["slug"])]
    assert (changed.made, changed.removed) == ([], [])


def test_fields_of_somebody_else_are_left() -> None:
    bring(source("a"))
    Source.objects.update(url="https://example.org/set-elsewhere")

    changed = reconcile(
        Source.objects.all(), [source("a")], key=lambda row: row.slug, leave=frozenset({"url"})
    )

    assert not changed
    assert Source.objects.get().url == "https://example.org/set-elsewhere"


def test_a_thousand_rows_cost_a_handful_of_queries(django_assert_max_num_queries: object) -> None:
    bring(*(source(f"s{number}") for number in range(1000)))

    with django_assert_max_num_queries(4):  # type: ignore[operator]  # the fixture of pytest-django
        bring(*(source(f"s{number}", title="Another") for number in range(1000)))
