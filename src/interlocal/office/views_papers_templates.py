"""A body's own templates: looked through before they are kept, tried with a preparation, put away."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.arrangements.queries import facts as arranged
from interlocal.delegations.queries import preparations
from interlocal.documents import printing as documents
from interlocal.documents import templates as looking
from interlocal.documents.papers import papers
from interlocal.documents.papers.paper import Wish
from interlocal.ground.tongues import reading
from interlocal.office import forms_papers as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_papers_printings import as_file
from interlocal.papers.commands import templates as commands
from interlocal.papers.queries import templates as queries
from interlocal.papers.rules.templates import FORMATS, obstacle_to_content, obstacle_to_keeping

PAGE = "office/papers/templates.html"
ONE = "office/papers/template.html"
MEDIA = {**documents.TYPES, "typ": "text/plain; charset=utf-8"}


def templates(request: OfficeRequest, body: str) -> HttpResponse:
    """Those that stand and those put away; a new one is kept when it can be printed from."""
    page = queries.templates_page(actor=request.actor)
    form = forms.Upload(posted(request), request.FILES or None)
    report = None
    if request.method == "POST" and (obstacle := obstacle_to_keeping(actor=request.actor)):
        raise obstacle
    if form.is_valid():
        with form.refusals():
            report = _report(form)
            if report.is_good:
                number = _keep(request, form)
                to = links.hat(body, f"templates/{number}/")
                return done(request, _("The template is kept and used from now on."), to=to)
            form.add_error("file", _("This template cannot be used; see below what is wrong."))
    return show(request, PAGE, {"page": page, "form": form, "report": report, **_names()})


def template(request: OfficeRequest, body: str, number: int) -> HttpResponse:
    """What one template asks for; and a try with a preparation, which gives the file."""
    row, content = queries.template_content(actor=request.actor, number=number)
    asked = request.GET if "preparation" in request.GET else None
    form = forms.Try(asked, initial={"language": reading()}, preparations=_preparations(request))
    if form.is_valid():
        with form.refusals():
            return _tried(request, row, content, form.cleaned_data)
    report = looking.report(row.format, content)
    return show(request, ONE, {"row": row, "report": report, "form": form, **_names()})


@require_GET
def file(request: OfficeRequest, body: str, number: int) -> HttpResponse:
    """The template itself, as it was uploaded."""
    row, content = queries.template_content(actor=request.actor, number=number)
    return as_file(content, MEDIA[row.format], f"template-{row.number}.{row.format}", row.name)


@require_GET
def sample(request: OfficeRequest, body: str, made_as: str) -> HttpResponse:
    """A template that works, to begin from."""
    if made_as not in FORMATS:
        raise Http404
    queries.templates_page(actor=request.actor)
    return as_file(looking.sample(made_as, reading()), MEDIA[made_as], f"template.{made_as}")


@require_POST
def retire(request: OfficeRequest, body: str, number: int) -> HttpResponse:
    commands.retire_template(actor=request.actor, at=request.arrived_at, number=number)
    undo = links.hat(body, f"templates/{number}/reinstate/")
    return done(request, _("The template is no longer used."), to=links.hat(body, "templates/"), undo=undo)


@require_POST
def reinstate(request: OfficeRequest, body: str, number: int) -> HttpResponse:
    commands.reinstate_template(actor=request.actor, at=request.arrived_at, number=number)
    return done(request, _("The template is used again."), to=links.hat(body, "templates/"))


def _report(form: forms.Upload) -> looking.Report:
    given = form.cleaned_data["file"]
    content, made_as = given.read(), form.ending(given.name)
    if obstacle := obstacle_to_content(made_as=made_as, content=content):
        raise obstacle
    given.seek(0)
    return looking.report(made_as, content)


def _keep(request: OfficeRequest, form: forms.Upload) -> int:
    given = form.cleaned_data["file"]
    return commands.upload_template(
        actor=request.actor,
        at=request.arrived_at,
        once=form.cleaned_data["once"],
        paper=form.cleaned_data["paper"],
        format=form.ending(given.name),
        name=given.name[:200],
        content=given.read(),
    )


def _tried(
    request: OfficeRequest, row: queries.TemplateRow, content: bytes, given: dict[str, Any]
) -> HttpResponse:
    facts = arranged.facts(
        actor=request.actor, preparation=given["preparation"], at=request.arrived_at, with_photos=False
    )
    made = looking.tried(row.format, content, facts, Wish((given["language"],)))
    made_as = documents.TEMPLATES[row.format]
    return as_file(made, documents.TYPES[made_as], f"{given['preparation']}-try.{made_as}")


def _preparations(request: OfficeRequest) -> list[tuple[str, str]]:
    found = preparations.listed(actor=request.actor, at=request.arrived_at, tongue=reading())
    return [(row.slug, row.name.text) for row in found]


def _names() -> dict[str, Any]:
    return {
        "names": {key: str(one.name) for key, one in papers().items()},
        "formats": forms.TEMPLATE_NAMES,
    }
