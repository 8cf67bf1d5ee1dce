"""Photographs of the days: made safe before they are kept, described in four languages, put in order."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import photos as commands
from interlocal.arrangements.queries import photos as queries
from interlocal.arrangements.queries.photos import PhotosPage
from interlocal.arrangements.rules.words import PhotoSaid
from interlocal.documents.formats import thumbnails
from interlocal.documents.formats.images import SafePicture, safe_picture
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import forms_texts as forms
from interlocal.office import links
from interlocal.office import views_texts_words as words
from interlocal.office.forms_preparations import spread
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_texts import is_later, known

LIST = "office/texts/photos.html"
ONE = "office/texts/photo.html"


@require_http_methods(["GET", "POST"])
def photos(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """All of them, and a form for the next."""
    page = _page(request, preparation, edited=request.method == "POST")
    form = forms.AddPicture(posted(request), request.FILES or None, items=page.items)
    if form.is_valid():
        with form.refusals():
            commands.add_photo(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                photo=_said(_safe(form.cleaned_data["photo"].read()), form),
            )
            return _done(request, body, preparation, _("The photograph is kept."))
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "form": form,
        "w": words.for_templates(),
    }
    return show(request, LIST, values)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """What is said of it; the picture itself stays."""
    page = _page(request, preparation, edited=True)
    row = next((one for one in page.rows if one.number == number), None)
    if row is None:
        raise Http404
    initial = spread("caption", row.captions) | {"alt": row.alt, "item": row.item}
    form = forms.Picture(posted(request), initial=initial, items=page.items)
    if form.is_valid():
        with form.refusals():
            commands.describe_photo(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                **form.described(),
            )
            return _done(request, body, preparation, _("Saved."), number)
    return show(request, ONE, {"page": page, "row": row, "form": form})


@require_GET
def file(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    found = queries.photo(actor=request.actor, preparation=preparation, number=number)
    return _picture(found.content, found.kind)


@require_GET
def thumbnail(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Small, made when it is asked for."""
    found = queries.photo(actor=request.actor, preparation=preparation, number=number)
    return _picture(thumbnails.small(found.content), "jpeg")


@require_POST
def move(request: OfficeRequest, body: str, preparation: str, number: int, way: str) -> HttpResponse:
    commands.move_photo(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        number=number,
        later=is_later(way),
    )
    return _done(request, body, preparation, _("It stands elsewhere in its list now."), number)


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """For good: a picture is not kept where nobody sees it."""
    commands.remove_photo(actor=request.actor, at=request.arrived_at, preparation=preparation, number=number)
    return _done(request, body, preparation, _("The photograph is removed."))


def _safe(content: bytes) -> SafePicture:
    try:
        return safe_picture(content)
    except Refused as refusal:
        raise Refused(refusal.code, refusal.reason, field="photo") from None


def _said(picture: SafePicture, form: forms.AddPicture) -> PhotoSaid:
    described: dict[str, Any] = form.described()
    return PhotoSaid(picture.content, picture.kind, picture.width, picture.height, **described)


def _picture(content: bytes, kind: str) -> HttpResponse:
    """Shown within our pages only; that nobody keeps it on the way, the headers of every personal page say."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "inline",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return HttpResponse(content, content_type=f"image/{kind}", headers=headers)


def _page(request: OfficeRequest, preparation: str, *, edited: bool = False) -> PhotosPage:
    page = queries.photos_page(actor=request.actor, preparation=preparation, tongue=reading())
    known(request, page, edited=edited)
    return page


def _done(
    request: OfficeRequest, body: str, preparation: str, sentence: str, number: int | None = None
) -> HttpResponse:
    at = f"#photo-{number}" if number else ""
    return done(request, sentence, to=links.preparation(body, preparation, f"texts/photos/{at}"))
