"""One item of the programme with everything arranged for it: its whole form, and the same item on another day."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from interlocal.arrangements.commands import meals
from interlocal.arrangements.commands import programme as commands
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.queries.programme_rows import Choices
from interlocal.arrangements.rules.items import Arranged
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import forms_programme as forms
from interlocal.office import links
from interlocal.office import views_programme_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_programme import undo_address

PAGE = "office/programme/item.html"


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    choices = _choices(request, preparation)
    form = _offered(forms.AddItem(posted(request), initial={"day": _day(request, choices.from_on)}), choices)
    if form.is_valid():
        with form.refusals():
            commands.add_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                item=form.arranged(),
                let_go=request.POST.getlist("let_go"),
            )
            return done(
                request, _("The item is added."), to=links.preparation(body, preparation, "programme/")
            )
    return _page(request, preparation, choices, form)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    found = queries.item(actor=request.actor, preparation=preparation, number=number)
    choices = _choices(request, preparation)
    initial = forms.initial_of(found.item, _kinds(choices)) | {"version": found.version}
    form = _offered(forms.ChangeItem(posted(request), initial=initial), choices, found.item)
    if form.is_valid():
        with form.refusals():
            commands.change_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                version=form.cleaned_data["version"],
                item=form.arranged(),
                let_go=request.POST.getlist("let_go"),
            )
            undo = undo_address(body, preparation, found, found.version + 1)
            to = links.preparation(body, preparation, "programme/")
            return done(request, _("Saved."), to=to, undo=undo)
    return _page(request, preparation, choices, form, number=number, copied=_copied(choices, None))


@require_POST
def copy(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """The same again on another day."""
    choices = _choices(request, preparation)
    form = _copied(choices, request.POST)
    if form.is_valid():
        with form.refusals():
            commands.copy_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                number=number,
                day=form.cleaned_data["day"],
            )
            return done(
                request, _("The item is copied."), to=links.preparation(body, preparation, "programme/")
            )
    found = queries.item(actor=request.actor, preparation=preparation, number=number)
    initial = forms.initial_of(found.item, _kinds(choices)) | {"version": found.version}
    whole = _offered(forms.ChangeItem(initial=initial), choices, found.item)
    return _page(request, preparation, choices, whole, number=number, copied=form)


@require_POST
def diets(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """How many of each diet come to a meal. A POST: reading it is told to the journal."""
    counted = meals.count_diets(
        actor=request.actor, at=request.arrived_at, preparation=preparation, item=number
    )
    found = queries.item(actor=request.actor, preparation=preparation, number=number)
    said = found.item.title
    values = {
        "slug": preparation,
        "number": number,
        "counted": counted,
        "title": said.get(reading()) or next(iter(said.values()), ""),
    }
    return show(request, "office/programme/diets.html", values)


def _choices(request: OfficeRequest, preparation: str) -> Choices:
    try:
        return queries.choices(actor=request.actor, preparation=preparation, tongue=reading())
    except Refused:
        raise Http404 from None


def _page(
    request: OfficeRequest,
    preparation: str,
    choices: Choices,
    form: forms.AddItem | forms.ChangeItem,
    *,
    number: int | None = None,
    copied: forms.Copied | None = None,
) -> HttpResponse:
    values = {
        "slug": preparation,
        "choices": choices,
        "form": form,
        "number": number,
        "copied": copied,
        "without": form.without,
        "w": words.for_templates(),
    }
    return show(request, PAGE, values)


def _offered(form: Any, choices: Choices, item: Arranged | None = None) -> Any:
    """The form with what can be chosen: also what was chosen before and is no longer to be had."""
    numbers = {0, *(number for number, _name in choices.tracks), *([item.track] if item else [])}
    fresh = max(numbers) + 1
    named = dict(choices.tracks)
    tracks = [(number, words.track(number, named.get(number))) for number in sorted(numbers)]
    forms.offer(form, "track", [*tracks, (fresh, words.new_track(fresh))])
    sites = [forms.NOT_CHOSEN, *((site.key, site.name.text) for site in choices.sites)]
    forms.offer(form, "site", sites)
    forms.offer(form, "to_site", sites)
    for kind, name in forms.TAKEN.items():
        forms.offer(form, name, [(str(one.id), words.resource(one)) for one in choices.resources[kind]])
    forms.offer(form, "bodies", [(one.slug, one.name.text) for one in choices.bodies])
    forms.offer(form, "people", [(key, name.text) for one in choices.bodies for key, name in one.people])
    if item:
        for name in ("speaking", "into", "bodies", "people"):
            forms.keep(form, name, getattr(item, name))
        for name in ("zone", "ends_zone"):
            forms.keep(form, name, [getattr(item, name)])
    return form


def _copied(choices: Choices, data: Any) -> forms.Copied:
    form = forms.Copied(data, initial={"once": uuid4()}, prefix="copy")
    days = [
        choices.from_on.fromordinal(number)
        for number in range(choices.from_on.toordinal(), choices.until_on.toordinal())
    ]
    forms.offer(form, "day", [(on.isoformat(), words.dated(on)) for on in days])
    return form


def _kinds(choices: Choices) -> dict[int, str]:
    return {one.id: kind for kind, ones in choices.resources.items() for one in ones}


def _day(request: OfficeRequest, otherwise: date) -> date:
    """The day whose “add” was pressed."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return otherwise
