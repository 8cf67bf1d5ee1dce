"""The released programme of an edition: as a page, as a frame for other sites, as a calendar that updates itself."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup, escape

from interlocal.arrangements.queries import releases
from interlocal.documents import programme_pages, released_calendar, structured_programme
from interlocal.documents.formats import ics
from interlocal.ground.tongues import reading
from interlocal.portal import links


def programme(request: HttpRequest, slug: str) -> HttpResponse:
    sheet = releases.public(slug=slug)
    page = programme_pages.page(sheet, tongue=reading())
    context = {
        "page": page,
        "structured": structured_programme.programme(sheet, tongue=reading(), url=_url(slug)),
        "snippet": _snippet(slug, page.name.text),
        "subscription": _webcal(slug),
    }
    return render(request, "portal/programme.html", context)


def frame(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for a frame in another site: no header, links open in the site around it."""
    page = programme_pages.page(releases.public(slug=slug), tongue=reading())
    return render(request, "portal/programme_frame.html", {"page": page, "url": _url(slug)})


def calendar(_request: HttpRequest, slug: str) -> HttpResponse:
    sheet = releases.public(slug=slug)
    host = urlsplit(links.site()).hostname or "localhost"
    made = released_calendar.of_programme(sheet, tongue=reading(), url=_url(slug), host=host)
    return HttpResponse(made, content_type=ics.TYPE)


def _snippet(slug: str, title: str) -> Markup:
    """The line that puts the programme into another site's page; shown as text, so it is escaped once more there."""
    address = f"{links.site()}{links.page_url('programme_frame', slug=slug)}"
    line = '<iframe src="{}" title="{}" width="100%" height="720" loading="lazy"></iframe>'
    return escape(str(Markup(line).format(address, title)))  # noqa: S704  # of fixed words


def _url(slug: str) -> str:
    return links.site() + links.page_url("programme", slug=slug)


def _webcal(slug: str) -> str:
    """The address by which calendar programs subscribe."""
    address = urlsplit(links.site() + links.page_url("programme_calendar", slug=slug))
    return address._replace(scheme="webcal").geturl()
