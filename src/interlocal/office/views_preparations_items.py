"""The planned programme of a preparation."""

from dataclasses import asdict
from datetime import date, time
from typing import Any

from django.core import signing
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.delegations.commands import preparations_items as commands
from interlocal.delegations.kinds import ItemAudience
from interlocal.delegations.queries import preparations_items as queries
from interlocal.ground.tongues import reading
from interlocal.office import forms_preparations as forms
from interlocal.office import links
from interlocal.office import views_preparations_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.programmes.kinds import ItemKind

_SALT = "interlocal.office.item"
_UNDO_LASTS = 600


@require_GET
def programme(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Day by day; who runs it adds, changes, reorders."""
    page = queries.programme(actor=request.actor, preparation=preparation, tongue=reading())
    values = {"page": page, **_words()}
    return show(request, "office/preparations/programme.html", values)


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = queries.programme(actor=request.actor, preparation=preparation, tongue=reading())
    if not page.runs:
        raise Http404
    form = forms.AddItem(posted(request), initial={"day": _day(request, page.from_on)})
    if form.is_valid():
        with form.refusals():
            commands.add_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                item=form.item(),
            )
            return done(
                request, _("The item is added."), to=links.preparation(body, preparation, "programme/")
            )
    values = {"page": page, "form": form, "is_new": True}
    return show(request, "office/preparations/item.html", values)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = queries.programme(actor=request.actor, preparation=preparation, tongue=reading())
    found = queries.item(actor=request.actor, preparation=preparation, item=number)
    form = forms.ChangeItem(posted(request), initial=_initial(found))
    if form.is_valid():
        with form.refusals():
            commands.change_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                number=number,
                version=form.cleaned_data["version"],
                item=form.item(),
            )
            return done(request, _("Saved."), to=links.preparation(body, preparation, "programme/"))
    values = {"page": page, "form": form, "is_new": False, "number": number}
    return show(request, "office/preparations/item.html", values)


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Taken off; what it said travels in the undo address, signed, for ten minutes."""
    said = commands.remove_item(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    token = signing.dumps(_written(said), salt=_SALT, compress=True)
    undo = links.preparation(body, preparation, f"programme/back/?item={token}")
    to = links.preparation(body, preparation, "programme/")
    return done(request, _("The item is removed."), to=to, undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    try:
        said = signing.loads(request.GET.get("item", ""), salt=_SALT, max_age=_UNDO_LASTS)
    except signing.BadSignature:
        raise Http404 from None
    commands.add_item(
        actor=request.actor, at=request.arrived_at, preparation=preparation, once=None, item=_read(said)
    )
    return done(request, _("The item is back."), to=links.preparation(body, preparation, "programme/"))


@require_POST
def move(request: OfficeRequest, body: str, preparation: str, number: int, way: str) -> HttpResponse:
    """Earlier or later among items of the same time."""
    if way not in ("earlier", "later"):
        raise Http404
    commands.move_item(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        number=number,
        later=way == "later",
    )
    return done(request, _("Moved."), to=links.preparation(body, preparation, "programme/"))


def _day(request: OfficeRequest, otherwise: date) -> date:
    """The day whose “add” was pressed."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return otherwise


def _initial(found: queries.ItemValues) -> dict[str, Any]:
    texts = {
        key: text
        for name in ("title", "place", "note")
        for key, text in forms.spread(name, getattr(found, name)).items()
    }
    plain = ("kind", "day", "starts_at", "ends_at", "audience", "version")
    return texts | {name: getattr(found, name) for name in plain}


def _written(item: commands.Item) -> dict[str, Any]:
    plain = asdict(item)
    dated = ("day", "starts_at", "ends_at")
    return plain | {name: plain[name].isoformat() if plain[name] else "" for name in dated}


def _read(said: dict[str, Any]) -> commands.Item:
    starts, ends = (
        time.fromisoformat(said[name]) if said[name] else None for name in ("starts_at", "ends_at")
    )
    return commands.Item(
        **said | {"day": date.fromisoformat(said["day"]), "starts_at": starts, "ends_at": ends}
    )


def _words() -> dict[str, Any]:
    return {
        "dated": words.dated,
        "kind_name": lambda kind: ItemKind(kind).label,
        "audience_name": lambda audience: ItemAudience(audience).label,
    }
