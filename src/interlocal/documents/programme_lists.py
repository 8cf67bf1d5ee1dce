"""The lists of series, editions and topics as tables of data; their filters are those of the pages."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.documents.tables import (
    Column,
    Json,
    Table,
    date,
    name_columns,
    period_columns,
    source_column,
    sourced,
    texts,
)
from interlocal.ground.dates import Span
from interlocal.ground.paging import Paged
from interlocal.programmes.queries import EditionFilter
from interlocal.programmes.queries.export import lists
from interlocal.programmes.queries.export.lists import EditionLine, SeriesLine, TopicLine


def series(*, tongue: str, page: str | None) -> Table:
    columns = [
        (_("Id"), "id"),
        *name_columns(),
        (_("Kind"), "kind"),
        *period_columns(),
        (_("Months between editions"), "cadence_months"),
        (_("Hosts in turn"), "rotation.*"),
        (_("Organisers"), "organisers.*.body"),
        (_("Topics"), "topics.*"),
        (pgettext("how many", "Editions"), "editions"),
        (_("Held"), "held"),
        source_column(),
    ]
    lines = lists.series_lines(tongue=tongue, page=page)
    return Table(sourced(lines, footnotes=lambda line: line.footnotes, make=_series), columns)


def _series(line: SeriesLine) -> Json:
    return {
        "id": line.slug,
        "names": texts(line.names),
        "kind": line.kind,
        "from": date(line.from_on),
        "until": date(line.until_on),
        "cadence_months": line.cadence_months,
        "rotation": list(line.rotation),
        "organisers": [{"body": body, "role": role} for body, role in line.organisers],
        "topics": list(line.topics),
        "editions": line.editions,
        "held": line.held,
    }


def editions(*, wanted: EditionFilter, tongue: str, page: str | None) -> Table:
    columns = [
        (_("Id"), "id"),
        *name_columns(),
        (_("Series"), "series"),
        (_("Number"), "ordinal"),
        (_("State"), "state"),
        *_span_columns(_("First day"), _("Last day"), "days"),
        *_span_columns(_("First day planned"), _("Last day planned"), "planned"),
        (_("Hosts"), "hosts.*.body"),
        (_("Places"), "places.*.place"),
        (_("Topics"), "topics.*"),
        source_column(),
    ]
    lines = lists.edition_lines(wanted=wanted, tongue=tongue, page=page)
    return Table(sourced(lines, footnotes=_of_edition, make=_edition), columns)


def _span_columns(first: str, last: str, path: str) -> list[Column]:
    return [(first, f"{path}.first"), (last, f"{path}.last")]


def _of_edition(line: EditionLine) -> Iterable[int]:
    return [line.footnote, *(place.footnote for place in line.places)]


def _edition(line: EditionLine) -> Json:
    return {
        "id": line.slug,
        "names": texts(line.names),
        "series": line.series,
        "ordinal": line.ordinal,
        "state": line.state,
        "days": _days(line.days),
        "planned": _days(line.planned),
        "hosts": [{"body": host.slug, "country": host.country or None} for host in line.hosts],
        "places": [
            {"place": place.slug, "role": place.role, "country": place.country or None}
            for place in line.places
        ],
        "topics": list(line.topics),
    }


def _days(span: Span | None) -> Json | None:
    """Both ends included, each as far as known."""
    return None if span is None else {"first": date(span.first), "last": date(span.last or span.first)}


def topics(*, tongue: str, page: str | None) -> Table:
    columns = [
        (_("Id"), "id"),
        *name_columns(),
        (pgettext("topic", "Part of"), "broader"),
        (pgettext("how many", "Editions"), "editions"),
    ]
    lines = lists.topic_lines(tongue=tongue, page=page)
    rows = [_topic(line) for line in lines.rows]
    return Table(Paged(rows, lines.total, lines.number, lines.pages, lines.size), columns)


def _topic(line: TopicLine) -> Json:
    return {"id": line.slug, "names": texts(line.names), "broader": line.broader, "editions": line.editions}
