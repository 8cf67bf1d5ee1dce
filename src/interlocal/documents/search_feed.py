"""An Atom feed of a search: what is found, the last told first. Whoever follows it has kept the search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.utils.translation import gettext as _

from interlocal.documents.feeds import LONGEST
from interlocal.documents.formats import atom
from interlocal.ground.texts import Shown
from interlocal.identity.queries import latest, revision

# The year of the tag: URIs (RFC 4151) by which entries are known for ever.
_YEAR = 2026
# So many of the newest journal lines are looked at for when a subject was last told of.
_LINES = 1000
_LONG_AGO = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """`home`: kind and key of the subject in whose journal this one is told of; `link` is a full address."""

    kind: str
    key: str
    home: tuple[str, str]
    link: str
    title: Shown
    summary: str
    day: date | None


def of_search(
    *, words: str, query: str, found: Sequence[Found], tongue: str, page: str, own: str, host: str
) -> bytes:
    """`query`: the search as its address says it, by which the feed is known; `page`, `own`: full addresses."""
    told = _told({one.home[0] for one in found})
    updates = {(one.kind, one.key): _updated(one, told) for one in found}
    newest = sorted(found, key=lambda one: updates[one.kind, one.key], reverse=True)[:LONGEST]
    return atom.feed(
        key=f"tag:{host},{_YEAR}:{tongue}/search?{query}",
        title=_("Search: %(words)s") % {"words": words},
        subtitle=_("What this search finds, what was last told of first."),
        lang=tongue,
        author="Interlocal",
        page=page,
        address=own,
        updated_at=updates[newest[0].kind, newest[0].key] if newest else _now(),
        articles=[
            atom.Article(
                key=f"tag:{host},{_YEAR}:{tongue}/{one.kind}/{one.key}",
                link=one.link,
                title=one.title.text,
                lang=one.title.lang,
                summary=one.summary,
                updated_at=updates[one.kind, one.key],
            )
            for one in newest
        ],
    )


def _told(kinds: set[str]) -> dict[tuple[str, str], datetime]:
    """When the journal last told of a subject."""
    lines = latest(kinds=tuple(sorted(kinds)), limit=_LINES) if kinds else []
    return {(line.subject_kind, line.subject_key): line.at for line in reversed(lines)}


def _updated(one: Found, told: Mapping[tuple[str, str], datetime]) -> datetime:
    return told.get(one.home) or datetime.combine(one.day or _LONG_AGO, time(), UTC)


def _now() -> datetime:
    return revision().at or datetime.combine(_LONG_AGO, time(), UTC)
