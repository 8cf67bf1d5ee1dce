"""Atom feeds of editions: what was last told of them comes first."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from django.utils.translation import gettext as _

from interlocal.documents.calendars import Address
from interlocal.documents.formats import atom
from interlocal.ground import wording
from interlocal.identity.queries import revision
from interlocal.programmes import queries
from interlocal.programmes.kinds import State
from interlocal.programmes.queries import EditionRow
from interlocal.programmes.queries.export import calendar as reads

LONGEST = 50
# The year of the tag: URIs (RFC 4151) by which entries are known for ever.
_YEAR = 2026


def of_all(*, tongue: str, page: str, own: str, address: Address, host: str) -> bytes:
    """The latest editions of all series. `page` and `own`: full addresses of the web page and of the feed."""
    rows = queries.edition_feed(series=None, tongue=tongue)
    key, title = f"tag:{host},{_YEAR}:{tongue}/editions", _("Editions")
    return _feed(
        rows,
        key=key,
        title=f"Interlocal: {title}",
        tongue=tongue,
        page=page,
        own=own,
        address=address,
        host=host,
    )


def of_series(*, series: str, tongue: str, own: str, address: Address, host: str) -> bytes:
    """The editions of one series; ObjectDoesNotExist where there is none."""
    name = reads.series_name(slug=series, tongue=tongue).text
    rows = queries.edition_feed(series=series, tongue=tongue)
    key, page = f"tag:{host},{_YEAR}:{tongue}/series/{series}", address("series", series)
    return _feed(rows, key=key, title=name, tongue=tongue, page=page, own=own, address=address, host=host)


def _feed(
    rows: Sequence[EditionRow],
    *,
    key: str,
    title: str,
    tongue: str,
    page: str,
    own: str,
    address: Address,
    host: str,
) -> bytes:
    newest = sorted(rows, key=lambda row: (_updated(row), row.sorts_on), reverse=True)[:LONGEST]
    topics = reads.topics_of(editions=[row.slug for row in newest], tongue=tongue)
    return atom.feed(
        key=key,
        title=title,
        subtitle=_("What is recorded of editions, the latest change first."),
        lang=tongue,
        author="Interlocal",
        page=page,
        address=own,
        updated_at=(revision().at or datetime.fromtimestamp(0, UTC)) if not newest else _updated(newest[0]),
        articles=[
            atom.Article(
                key=f"tag:{host},{_YEAR}:{tongue}/edition/{row.slug}",
                link=address("edition", row.slug),
                title=row.title.text,
                lang=row.title.lang,
                summary=_summary(row, tongue),
                updated_at=_updated(row),
                topics=topics.get(row.slug, ()),
            )
            for row in newest
        ],
    )


def _updated(row: EditionRow) -> datetime:
    return row.updated_at or datetime.combine(row.sorts_on, time(), UTC)


def _summary(row: EditionRow, tongue: str) -> str:
    """State, days, places, hosts: what is known of them."""
    places = [place.name.text for place in row.places if place.role != "visit"]
    parts = (
        str(State(row.state).label),
        _days(row, tongue),
        wording.join_list(places, tongue),
        wording.join_list([host.name.text for host in row.hosts], tongue),
    )
    return " · ".join(part for part in parts if part)


def _days(row: EditionRow, tongue: str) -> str:
    if row.from_on:
        return wording.print_period(row.from_on, row.until_on, tongue)
    return wording.print_period(row.planned_from_on, row.planned_until_on, tongue)
