"""How people sit and stand: what is asked for, the plan that comes of it, and seats exchanged by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import seatings as commands
from interlocal.arrangements.kinds import Shape
from interlocal.arrangements.queries import seatings as queries
from interlocal.arrangements.queries.seatings import SeatingPage, SeatingsPage
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.seatings import SeatingSaid
from interlocal.delegations.kinds import Changed
from interlocal.documents import seating_pages
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import forms_seatings as forms
from interlocal.office import links
from interlocal.office import views_texts_kept as kept
from interlocal.office import views_texts_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.views_texts import known

LIST = "office/seatings/seatings.html"
FORM = "office/seatings/form.html"
ONE = "office/seatings/seating.html"
_OWN: Final = ("swaps", "shape", "rule", "viewpoint", "options")


@require_GET
def seatings(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation)
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "shapes": _shapes(),
        "rules": rules.RULES,
    }
    return show(request, LIST, values)


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation, edited=True)
    shape = _shape(request, Shape.TABLE)
    form = forms.AddSeating(posted(request), shape=shape, items=page.items)
    if form.is_valid():
        with form.refusals():
            number = commands.add_seating(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                seating=form.seating(),
            )
            return _done(request, body, preparation, _("The seating is added."), number)
    return _form(request, page, form, shape)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = _page(request, preparation, edited=True)
    row = next((one for one in page.rows if one.number == number), None)
    if row is None:
        raise Http404
    was = queries.seating_page(
        actor=request.actor, preparation=preparation, number=number, tongue=reading()
    ).said
    shape = _shape(request, was.shape)
    initial = forms.initial_of_seating(was) | {"version": row.version}
    form = forms.ChangeSeating(posted(request), initial=initial, shape=shape, items=page.items)
    if form.is_valid():
        with form.refusals():
            try:
                commands.change_seating(
                    actor=request.actor,
                    at=request.arrived_at,
                    preparation=preparation,
                    number=number,
                    version=form.cleaned_data["version"],
                    seating=form.seating(),
                )
            except Changed as change:
                raise _readable(change) from None
            return _done(request, body, preparation, _("Saved."), number)
    return _form(request, page, form, shape, number)


@require_GET
def seating(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    return _one(request, _asked(request, preparation, number))


@require_POST
def swap(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = _asked(request, preparation, number)
    if not page.runs:
        raise Http404
    form = forms.Swap(request.POST, seats=_seats(page))
    if form.is_valid():
        with form.refusals():
            try:
                commands.swap_seats(
                    actor=request.actor,
                    at=request.arrived_at,
                    preparation=preparation,
                    number=number,
                    **form.cleaned_data,
                )
            except Changed as change:
                raise _readable(change) from None
            return _done(request, body, preparation, _("The seats are exchanged."), number)
    return _one(request, page, form)


@require_POST
def undo_swap(request: OfficeRequest, body: str, preparation: str, number: int, which: int) -> HttpResponse:
    form = forms.Back(request.POST)
    try:
        commands.undo_swap(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            number=number,
            version=form.cleaned_data["version"] if form.is_valid() else 0,
            which=which,
        )
    except Changed as change:
        raise _readable(change) from None
    return _done(request, body, preparation, _("The exchange is taken back."), number)


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    was = commands.remove_seating(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    key = kept.keep(request, of="seating", preparation=preparation, said=asdict(was))
    undo = links.preparation(body, preparation, f"seatings/back/?said={key}")
    return _done(request, body, preparation, _("The seating is removed."), undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    said = kept.taken_back(request, of="seating", preparation=preparation)
    swaps = tuple((one, other, reason, by) for one, other, reason, by in said["swaps"])
    number = commands.add_seating(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=None,
        seating=SeatingSaid(**said | {"swaps": swaps}),
    )
    return _done(request, body, preparation, _("It is as it was."), number)


def _page(request: OfficeRequest, preparation: str, *, edited: bool = False) -> SeatingsPage:
    page = queries.seatings_page(actor=request.actor, preparation=preparation, tongue=reading())
    known(request, page, edited=edited)
    return page


def _asked(request: OfficeRequest, preparation: str, number: int) -> SeatingPage:
    return queries.seating_page(actor=request.actor, preparation=preparation, number=number, tongue=reading())


def _one(request: OfficeRequest, page: SeatingPage, form: forms.Swap | None = None) -> HttpResponse:
    """The drawing with its list; where nobody is at the item, the sentence that says so."""
    picture, fault = None, ""
    try:
        picture = seating_pages.picture(
            actor=request.actor,
            at=request.arrived_at,
            preparation=page.slug,
            number=page.number,
            tongue=reading(),
        )
    except Refused as refusal:
        fault = str(refusal.reason)
    seats = _seats(page)
    values = {
        "page": page,
        "edits": page.runs and not page.is_closed,
        "picture": picture,
        "fault": fault,
        "form": form or forms.Swap(seats=seats, initial={"version": page.version}),
        "seats": dict(seats),
        "shapes": _shapes(),
        "rule": rules.RULES[page.said.shape].get(page.said.rule, ""),
    }
    return show(request, ONE, values)


def _form(
    request: OfficeRequest, page: SeatingsPage, form: forms.Seating, shape: str, number: int | None = None
) -> HttpResponse:
    values = {"page": page, "form": form, "shape": shape, "number": number, "shapes": _shapes()}
    return show(request, FORM, values)


def _shapes() -> dict[str, str]:
    return {shape.value: str(shape.label) for shape in Shape}


def _shape(request: OfficeRequest, usual: str) -> str:
    found = (request.POST if request.method == "POST" else request.GET).get("shape") or usual
    if found not in Shape.values:
        raise Http404
    return found


def _seats(page: SeatingPage) -> list[tuple[int, str]]:
    """What can be exchanged, each with who sits there. Interpreters follow whom they serve."""
    names = {one.key: one.name.strip() for one in page.people}
    return [
        (seat.number, f"{seat.number} · {names.get(seat.person or '') or _('free')}")
        for seat in page.plan.seats
        if seat.row != "behind"
    ]


def _readable(change: Changed) -> Changed:
    return Changed(
        by=change.by,
        theirs=_plain(change.theirs),
        yours=_plain(change.yours),
        version=change.version,
    )


def _plain(side: Mapping[str, Any]) -> dict[str, object]:
    """What only seatings have; the rest as of any text."""
    own = {called: says(side[name]) for name, called, says in _told() if name in side}
    others = {name: value for name, value in side.items() if name not in _OWN}
    return words.flat(others, "") | own


def _told() -> Sequence[tuple[str, str, Callable[[Any], str]]]:
    return (
        ("swaps", _("Seats exchanged by hand"), _exchanges),
        ("shape", _("Shape"), lambda shape: str(Shape(shape).label)),
        ("rule", _("Order of seats"), _rule),
        ("viewpoint", _("The plan is seen from"), lambda view: str(rules.VIEWPOINTS[view])),
        ("options", _("Numbers"), lambda options: " · ".join(str(value) for value in options.values())),
    )


def _exchanges(swaps: Sequence[tuple[int, int, str, str]]) -> str:
    return " · ".join(f"{one} ↔ {other}: {reason}" for one, other, reason, _by in swaps)


def _rule(rule: str) -> str:
    return str(next((known[rule] for known in rules.RULES.values() if rule in known), rule))


def _done(
    request: OfficeRequest,
    body: str,
    preparation: str,
    sentence: str,
    number: int | None = None,
    *,
    undo: str = "",
) -> HttpResponse:
    to = links.preparation(body, preparation, f"seatings/{number}/" if number else "seatings/")
    return done(request, sentence, to=to, undo=undo)
