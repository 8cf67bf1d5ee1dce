"""The record as data: lists as CSV and JSON, calendars, feeds, and the whole of it in one file."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, replace
from tempfile import SpooledTemporaryFile
from typing import IO
from urllib.parse import urlencode, urlsplit

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from interlocal.documents import calendars, feeds, lists, programme_lists, tables
from interlocal.documents.formats import atom, ics
from interlocal.documents.record_file import whole_record_pieces
from interlocal.documents.tables import Table
from interlocal.evidence.kinds import SourceKind
from interlocal.ground.tongues import reading
from interlocal.identity.queries import revision
from interlocal.portal import caching, links
from interlocal.portal.narrowing import Asked, like, one_of
from interlocal.programmes import queries as programmes
from interlocal.registry.kinds import BodyKind, PostKind, TieState, TieType

# Up to this size the record is an answer like others, kept and packed; a larger one is sent from the disk.
KEPT_RECORD = 2 * 1024 * 1024
COUNTRY = like("[A-Z]{2}")

Page = str | None


def _bodies(asked: Asked, page: Page) -> Table:
    return lists.bodies(
        tongue=reading(),
        kind=asked.choice("kind", _("Kind"), one_of(BodyKind.values)),
        country=asked.choice("country", _("Country"), COUNTRY),
        q=asked.words("q"),
        page=page,
    )


def _people(asked: Asked, page: Page) -> Table:
    return lists.people(
        tongue=reading(),
        country=asked.choice("country", _("Country"), COUNTRY),
        post=asked.choice("post", _("Post"), one_of(PostKind.values)),
        q=asked.words("q"),
        page=page,
    )


def _ties(asked: Asked, page: Page) -> Table:
    return lists.ties(
        tongue=reading(),
        pair=asked.choice("pair", _("Countries"), like("[A-Z]{2}(-[A-Z]{2})?")),
        tie_type=asked.choice("type", _("Type"), one_of(TieType.values)),
        state=asked.choice("state", _("State"), one_of(TieState.values)),
        q=asked.words("q"),
        page=page,
    )


def _sources(asked: Asked, page: Page) -> Table:
    return lists.sources(
        kind=asked.choice("kind", _("Kind"), one_of(SourceKind.values)),
        language=asked.choice("language", _("Language"), like("[A-Za-z]{2,3}(-[A-Za-z]{2,8})?")),
        publisher=asked.words("publisher"),
        q=asked.words("q"),
        page=page,
    )


def _editions(asked: Asked, page: Page) -> Table:
    names = programmes.EditionFilter.__dataclass_fields__
    wanted = programmes.EditionFilter(**{name: asked.words(name) for name in names})
    choices = programmes.edition_choices(tongue=reading())
    for name, value in asdict(programmes.unknown(wanted, choices)).items():
        if value:
            # The notice the other lists give; what nothing answers to narrows nothing.
            asked.choice(name, name, lambda _given: False)
            wanted = replace(wanted, **{name: ""})
    return programme_lists.editions(wanted=wanted, tongue=reading(), page=page)


LISTS: dict[str, Callable[[Asked, Page], Table]] = {
    "series": lambda _asked, page: programme_lists.series(tongue=reading(), page=page),
    "editions": _editions,
    "bodies": _bodies,
    "people": _people,
    "ties": _ties,
    "sources": _sources,
    "topics": lambda _asked, page: programme_lists.topics(tongue=reading(), page=page),
    "conflicts": lambda _asked, page: lists.conflicts(tongue=reading(), page=page),
}


def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """All rows of a list."""
    table = LISTS[name](Asked(request), None)
    file = f"interlocal-{name}-{reading().lower()}.csv"
    return HttpResponse(
        tables.as_csv(table),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """A page of a list."""
    asked = Asked(request)
    table = LISTS[name](asked, asked.page)
    answer = tables.as_json(table, next_page=_next(request, table), notices=asked.notices)
    return HttpResponse(answer, content_type="application/json")


def _next(request: HttpRequest, table: Table) -> str | None:
    if table.rows.number >= table.rows.pages:
        return None
    params = {**request.GET.dict(), "page": table.rows.number + 1}
    return links.absolute(f"{request.path}?{urlencode(params)}")


def host() -> str:
    return urlsplit(links.site()).hostname or "localhost"


def calendar(request: HttpRequest) -> HttpResponse:
    return _ics(calendars.of_all(tongue=reading(), address=links.address, host=host()), "interlocal")


def series_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    return _ics(calendars.of_series(series=slug, tongue=reading(), address=links.address, host=host()), slug)


def edition_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    return _ics(
        calendars.of_edition(edition=slug, tongue=reading(), address=links.address, host=host()), slug
    )


def _ics(body: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        body, content_type=ics.TYPE, headers={"Content-Disposition": f'inline; filename="{name}.ics"'}
    )


def feed(request: HttpRequest) -> HttpResponse:
    page = links.site() + links.page_url("home")
    own = links.site() + request.path
    body = feeds.of_all(tongue=reading(), page=page, own=own, address=links.address, host=host())
    return HttpResponse(body, content_type=atom.TYPE)


def series_feed(request: HttpRequest, slug: str) -> HttpResponse:
    own = links.site() + request.path
    body = feeds.of_series(series=slug, tongue=reading(), own=own, address=links.address, host=host())
    return HttpResponse(body, content_type=atom.TYPE)


def record(request: HttpRequest) -> HttpResponseBase:
    """The whole record, made before its first byte is sent: nobody is left with half a file."""
    # Read first: what is sent may then be newer than its version says, never older.
    now = revision()
    file = _record_file()
    named = {"Content-Disposition": 'attachment; filename="interlocal-record.json"'}
    if _size(file) <= KEPT_RECORD:
        with file:
            return HttpResponse(file.read(), content_type="application/json", headers=named)
    validators = caching._validators(*caching._version(request, now))
    return FileResponse(file, content_type="application/json", headers={**named, **validators})


def _record_file() -> IO[bytes]:
    """Closed by what sends it, or here when it cannot be made."""
    with ExitStack() as stack:
        file = stack.enter_context(SpooledTemporaryFile(max_size=KEPT_RECORD))
        for piece in whole_record_pieces():
            file.write(piece.encode())
        stack.pop_all()
    return file


def _size(file: IO[bytes]) -> int:
    """With the reading position back at the start."""
    size = file.tell()
    file.seek(0)
    return size
