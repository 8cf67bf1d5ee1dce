"""Printings: how far each is, its file, and calling it off."""

from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_POST

from interlocal.documents import printing as documents
from interlocal.documents.papers import papers
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, show
from interlocal.office.views_papers import PAGE, page_values
from interlocal.papers.commands import printings as commands
from interlocal.papers.queries import printings as queries


@require_GET
def printings(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """The list alone, asked again and again while something is being printed."""
    page = queries.papers_page(
        actor=request.actor, preparation=preparation, tongue=reading(), at=request.arrived_at
    )
    return show(request, PAGE, {**page_values(page), "only_block": "printings"})


@require_GET
def file(request: OfficeRequest, body: str, preparation: str, printing: UUID) -> HttpResponse:
    """The kept file, to be saved: never shown by the browser as a page of ours."""
    kept = queries.result(actor=request.actor, preparation=preparation, key=str(printing))
    paper = papers().get(kept.paper)
    with override(kept.wish["tongues"][0].lower()):
        name = str(paper.name) if paper else kept.paper
    spoken = documents.spoken_filename(kept.title.text, name, kept.filename)
    return as_file(kept.content, kept.media_type, kept.filename, spoken)


@require_POST
def cancel(request: OfficeRequest, body: str, preparation: str, printing: UUID) -> HttpResponse:
    """One that ended meanwhile is told so where it stands, in the list."""
    to = links.preparation(body, preparation, "papers/#printings")
    try:
        commands.cancel_printing(
            actor=request.actor, at=request.arrived_at, preparation=preparation, key=str(printing)
        )
    except Refused as refused:
        return done(request, str(refused.reason), to=to)
    return done(request, _("Printing was cancelled."), to=to)


def as_file(content: bytes, media_type: str, name: str, spoken: str = "") -> HttpResponse:
    """A download, never shown as a page of ours; that nobody keeps a copy on the way, the headers of every personal page say."""
    disposition = f'attachment; filename="{name}"'
    if spoken:
        disposition += f"; filename*=UTF-8''{quote(spoken)}"
    headers = {
        "Content-Disposition": disposition,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
