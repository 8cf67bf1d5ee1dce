"""Editions for calendars and feeds."""

from dataclasses import replace

from django.db.models import Max

from interlocal.identity.models import Entry
from interlocal.programmes.models import Edition
from interlocal.programmes.queries.rows import EditionRow, rows_of


def edition_feed(
    *, series: str | None, tongue: str, limit: int = 200, edition: str | None = None
) -> list[EditionRow]:
    """The latest editions by date (of one series, or one edition alone), newest first, with `updated_at`.
    Three queries.
    """
    editions = Edition.objects.order_by("-sorts_on", "slug")
    if series is not None:
        editions = editions.filter(series__slug=series)
    if edition is not None:
        editions = editions.filter(slug=edition)
    rows = rows_of(editions[:limit], tongue=tongue)
    told = dict(
        Entry.objects.filter(subject_kind="edition", subject_key__in=[row.slug for row in rows])
        .values_list("subject_key")
        .annotate(Max("at"))
    )
    return [replace(row, updated_at=told.get(row.slug)) for row in rows]
