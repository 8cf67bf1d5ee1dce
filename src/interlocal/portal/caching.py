"""Public pages are the same for everybody until the record changes: the record's revision is their version.

One query tells the revision. A reader who has that version is answered with 304 before anything else is done;
another one gets a finished page that some thread made for this version before, if it is still kept.
"""

import gzip
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from interlocal.ground.pages.links import is_personal
from interlocal.identity.queries import Revision, revision
from interlocal.portal import links
from interlocal.portal.middleware import answer_without_database, is_gone

MEGABYTE = 1024 * 1024
SMALLEST_PACKED = 1024
PACKABLE = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
)
CONTROL = "public, max-age=0, must-revalidate"


def _built() -> tuple[str, datetime]:
    """Which code makes the pages: the package's version, and when its newest file was written."""
    package = Path(__file__).resolve().parents[1]
    made_of = (path for path in package.rglob("*") if path.suffix in {".py", ".html", ".mo", ".css", ".js"})
    newest = max(path.stat().st_mtime_ns for path in made_of)
    return f"{version('interlocal')}.{newest:x}", datetime.fromtimestamp(newest / 1e9, UTC)


BUILD, BUILT_AT = _built()


@dataclass(slots=True)
class Kept:
    """A finished page. `packed` is its gzip form, made when first asked for."""

    headers: dict[str, str]
    body: bytes
    packed: bytes | None = None

    @property
    def size(self) -> int:
        # A page is mostly asked for packed, so room for that form is counted from the start.
        return len(self.body) + (len(self.packed) if self.packed else len(self.body) // 4) + 600


@dataclass(slots=True)
class Store:
    """Finished pages of one revision, those used last; safe for threads. Sizes in bytes."""

    limit: int
    pages: "OrderedDict[str, Kept]" = field(default_factory=OrderedDict)
    sizes: dict[str, int] = field(default_factory=dict)
    used: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, tag: str) -> Kept | None:
        with self.lock:
            if kept := self.pages.get(tag):
                self.pages.move_to_end(tag)
            return kept

    def put(self, tag: str, page: Kept) -> None:
        size = page.size
        # One page must not push out everything else.
        if size > self.limit // 4:
            return
        with self.lock:
            self._drop(tag)
            self.pages[tag], self.sizes[tag] = page, size
            self.used += size
            while self.used > self.limit:
                self._drop(next(iter(self.pages)))

    def forget(self) -> None:
        with self.lock:
            self.pages.clear()
            self.sizes.clear()
            self.used = 0

    def _drop(self, tag: str) -> None:
        if self.pages.pop(tag, None) is not None:
            self.used -= self.sizes.pop(tag)


# Addresses with parameters are without number: in a room of their own they cannot push out pages proper.
plain, narrowed = Store(14 * MEGABYTE), Store(2 * MEGABYTE)


def forget() -> None:
    """Drop all kept pages."""
    plain.forget()
    narrowed.forget()


def by_revision(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Version, 304 and keeping of public pages. INTERLOCAL_PAGE_CACHE=0 keeps none (for measuring)."""
    keeping = os.environ.get("INTERLOCAL_PAGE_CACHE", "1") != "0"

    def handle(request: HttpRequest) -> HttpResponseBase:
        if is_personal(request.path):
            return get_response(request)
        if not _is_public_page(request):
            return _packed(request, _versioned_by_content(request, get_response(request)))
        try:
            now = revision()
        except Error as error:
            if is_gone(error):
                return answer_without_database(request, error)
            raise
        tag, said_on = _version(request, now)
        if _has_it(request, tag, said_on):
            return HttpResponse(status=304, headers=_validators(tag, said_on))
        store = narrowed if request.META.get("QUERY_STRING") else plain
        if keeping and (kept := store.get(tag)):
            return _answer(request, kept)
        response = get_response(request)
        if response.status_code != 200 or response.streaming or response.cookies:
            return _packed(request, response)
        page = _page(response, tag, said_on)
        if keeping:
            store.put(tag, page)
        return _answer(request, page)

    return handle


def _is_public_page(request: HttpRequest) -> bool:
    below = links.below_prefix(request.path)
    # What search finds follows a moment later than the revision: versioned by content instead.
    return request.path == "/record.json" or (
        below is not None and not below.startswith(("search/", "search."))
    )


def _version(request: HttpRequest, now: Revision) -> tuple[str, datetime]:
    # The day counts: "coming" and "held" are said as of today.
    today = timezone.localdate()
    parts = (BUILD, now.tag, today.isoformat(), request.path, request.META.get("QUERY_STRING", ""))
    tag = blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return tag, _last_change(now.at, today)


def _last_change(at: datetime | None, today: date) -> datetime:
    midnight = datetime.combine(today, time(), UTC)
    return max(midnight, BUILT_AT, at or midnight)


def _validators(tag: str, said_on: datetime) -> dict[str, str]:
    # Weak: the packed and the plain form of a page share it.
    return {
        "ETag": f'W/"{tag}"',
        "Last-Modified": http_date(said_on.timestamp()),
        "Cache-Control": CONTROL,
        "Vary": "Accept-Encoding",
    }


def _has_it(request: HttpRequest, tag: str, said_on: datetime) -> bool:
    if "HTTP_IF_NONE_MATCH" in request.META:
        return _names(request, tag)
    if since := parse_http_date_safe(request.META.get("HTTP_IF_MODIFIED_SINCE", "")):
        return int(said_on.timestamp()) <= since
    return False


def _names(request: HttpRequest, tag: str) -> bool:
    """Whether If-None-Match names this version. `*` names none: whether there is a page is not known yet."""
    given = request.META.get("HTTP_IF_NONE_MATCH", "")
    return tag in {one.strip().removeprefix("W/").strip('"') for one in given.split(",")}


def _page(response: HttpResponseBase, tag: str, said_on: datetime) -> Kept:
    assert isinstance(response, HttpResponse)
    left_out = {"Content-Length", "Vary"}
    headers = {name: value for name, value in response.items() if name not in left_out}
    return Kept(headers | _validators(tag, said_on), response.content)


def _answer(request: HttpRequest, page: Kept) -> HttpResponse:
    if not (_takes_gzip(request) and _is_packable(page.headers.get("Content-Type", ""), page.body)):
        return HttpResponse(page.body, headers=page.headers)
    if page.packed is None:
        page.packed = gzip.compress(page.body, compresslevel=6, mtime=0)
    return HttpResponse(page.packed, headers={**page.headers, "Content-Encoding": "gzip"})


def _versioned_by_content(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """For search: the same answer is the same version, whatever became of the record."""
    if not isinstance(response, HttpResponse) or response.status_code != 200 or response.cookies:
        return response
    if links.below_prefix(request.path) is None:
        return response
    tag = blake2b(response.content, digest_size=12).hexdigest()
    versions = {"ETag": f'W/"{tag}"', "Cache-Control": response.get("Cache-Control", CONTROL)}
    if _names(request, tag):
        return HttpResponse(status=304, headers={**versions, "Vary": "Accept-Encoding"})
    for name, value in versions.items():
        response[name] = value
    return response


def _packed(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Answers that are not kept are packed too."""
    if not isinstance(response, HttpResponse) or response.has_header("Content-Encoding"):
        return response
    if _is_packable(response.get("Content-Type", ""), response.content):
        patch_vary_headers(response, ("Accept-Encoding",))
        if _takes_gzip(request):
            response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
            response["Content-Encoding"] = "gzip"
            response["Content-Length"] = str(len(response.content))
    return response


def _takes_gzip(request: HttpRequest) -> bool:
    for part in request.META.get("HTTP_ACCEPT_ENCODING", "").split(","):
        name, _, quality = part.partition(";")
        if name.strip().lower() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _is_packable(kind: str, body: bytes) -> bool:
    return len(body) >= SMALLEST_PACKED and kind.startswith(PACKABLE)
