"""Who rides, sits and sleeps where: filled by precedence, moved by hand, and who has no place and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_GET, require_POST

from interlocal.arrangements.commands import placings as commands
from interlocal.arrangements.commands.placings import Filled
from interlocal.arrangements.kinds import PLACED_IN, ResourceKind
from interlocal.arrangements.queries import placings as queries
from interlocal.arrangements.queries import sheet as sheets
from interlocal.arrangements.queries.placings import PlacingsPage
from interlocal.arrangements.rules import placings as rules
from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.delegations.kinds import Part
from interlocal.documents.papers import papers
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import forms_placings as forms
from interlocal.office import links
from interlocal.office import views_programme_words as words
from interlocal.office.requests import OfficeRequest, done, show
from interlocal.office.views_texts import known

PAGE: Final = "office/placings/places.html"
# By kind the paper that prints it.
PRINTED_AS: Final = {
    ResourceKind.VEHICLE: "car_list",
    ResourceKind.TABLE: "table_list",
    ResourceKind.BEDROOM: "room_list",
}


@dataclass(frozen=True, slots=True)
class ForItem:
    """An item to place people for; `has_own`: it takes places of this kind itself."""

    number: int
    says: str
    has_own: bool


@require_GET
def places(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    form = forms.Of({"kind": ResourceKind.VEHICLE.value, **request.GET.dict()})
    if not form.is_valid():
        raise Http404
    return _page(request, preparation, **_settled(form))


@require_POST
def fill(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """All who have no place by hand, by precedence."""
    form = forms.Of(request.POST)
    if not form.is_valid():
        raise Http404
    of = _settled(form)
    try:
        filled = commands.place_all(actor=request.actor, at=request.arrived_at, preparation=preparation, **of)
    except Refused as refusal:
        return _page(request, preparation, trouble=refusal, **of)
    return _answered(request, body, preparation, _told(filled), of)


@require_POST
def put(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """One person, by hand: into a place, or out of any."""
    of_form = forms.Of(request.POST)
    if not of_form.is_valid():
        raise Http404
    of = _settled(of_form)
    page = _asked(request, preparation, **of)
    named = {str(place.number): place.name.text for place in page.places}
    form = forms.Put(request.POST, places=list(named.items()))
    if not form.is_valid():
        raise Http404
    delegate, to = str(form.cleaned_data["delegate"]), form.cleaned_data["to"]
    try:
        _moved(request, preparation, of, delegate, to)
    except Refused as refusal:
        return _page(request, preparation, trouble=refusal, **of)
    name = _name(page, delegate)
    says = (
        _("%(name)s: %(place)s") % {"name": name, "place": named[str(to)]}
        if to
        else _("%(name)s has no place now.") % {"name": name}
    )
    return _answered(request, body, preparation, says, of)


def _moved(
    request: OfficeRequest, preparation: str, of: dict[str, Any], delegate: str, to: int | None
) -> None:
    given: dict[str, Any] = {
        "actor": request.actor,
        "at": request.arrived_at,
        "preparation": preparation,
        "delegate": delegate,
    }
    if to is None:
        commands.take_out(**given, **of)
    else:
        commands.place_one(**given, resource=to, item=of["item"])


def _settled(form: forms.Of) -> dict[str, Any]:
    """Hotel rooms are for all days."""
    of = form.of()
    return of | {"item": None} if of["kind"] == ResourceKind.BEDROOM else of


def _asked(request: OfficeRequest, preparation: str, *, kind: str, item: int | None) -> PlacingsPage:
    return queries.placings_page(
        actor=request.actor, preparation=preparation, kind=kind, item=item, tongue=reading()
    )


def _page(
    request: OfficeRequest,
    preparation: str,
    *,
    kind: str,
    item: int | None,
    trouble: Refused | None = None,
    says: str = "",
) -> HttpResponse:
    page = _asked(request, preparation, kind=kind, item=item)
    known(request, page, edited=False)
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "kinds": [(kind.value, words.resource_kinds(kind.value)) for kind in PLACED_IN],
        "for_items": _items(request, page),
        "whys": rules.WHY,
        "parts": {part.value: str(part.label) for part in Part if part != Part.MEMBER},
        "paper": papers().get(PRINTED_AS[ResourceKind(kind)]),
        "trouble": trouble.reason if trouble else "",
        "says": says,
        "resource_kinds": words.resource_kinds,
    }
    return show(request, PAGE, values, block="places", status=422 if trouble else None)


def _items(request: OfficeRequest, page: PlacingsPage) -> Sequence[ForItem]:
    """What people can be placed for, beside all the days."""
    if page.kind == ResourceKind.BEDROOM or request.is_htmx:
        return ()
    sheet = sheets.sheet(actor=request.actor, preparation=page.slug)
    return [
        ForItem(item.id, _says(item), bool(sheet.resources_of(item, page.kind))) for item in _fitting(sheet)
    ]


def _fitting(sheet: Sheet) -> Sequence[SheetItem]:
    return [item for item in sheet.items if item.state != "declined"]


def _says(item: SheetItem) -> str:
    hour = f" {item.starts:%H:%M}" if item.starts else ""
    return f"{words.dated(item.on)}{hour} · {item.title.shown(reading()).text}"


def _name(page: PlacingsPage, delegate: str) -> str:
    people = (*(one for place in page.places for one in place.people), *(one.person for one in page.left))
    return next((one.name.strip() for one in people if one.key == delegate), "")


def _told(filled: Filled) -> str:
    says = ngettext("%(num)s person has a place.", "%(num)s people have a place.", filled.placed) % {
        "num": filled.placed
    }
    if not filled.unplaced:
        return says
    left = len(filled.unplaced)
    more = ngettext("%(num)s has none.", "%(num)s have none.", left) % {"num": left}
    return pgettext("two sentences", "%(one)s %(other)s") % {"one": says, "other": more}


def _answered(
    request: OfficeRequest, body: str, preparation: str, says: str, of: dict[str, Any]
) -> HttpResponse:
    """With script the places as they are now, in their place; else by way of the page."""
    if request.is_htmx:
        return _page(request, preparation, says=says, **of)
    item = f"&item={of['item']}" if of["item"] else ""
    to = links.preparation(body, preparation, f"places/?kind={of['kind']}{item}")
    return done(request, says, to=to)
