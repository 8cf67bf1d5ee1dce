"""The programme of an edition on one screen: built by its secretariat, read by everybody who is part of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.arrangements.commands import programme as commands
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.queries import releases
from interlocal.arrangements.queries.conflicts import conflicts
from interlocal.arrangements.queries.programme_rows import Board
from interlocal.delegations.kinds import Changed
from interlocal.delegations.queries.preparations import Heading
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.office import forms_programme as forms
from interlocal.office import links
from interlocal.office import views_programme_kept as kept
from interlocal.office import views_programme_words as words
from interlocal.office.forms import OfficeForm
from interlocal.office.requests import OfficeRequest, done, said, show
from interlocal.office.views_programme_board import screen
from interlocal.office.views_releases import released

PAGE = "office/programme/board.html"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was not done. `without`: what it would be done without, as (key, name), when posted to `again`."""

    refusal: str = ""
    meanwhile: Changed | None = None
    without: tuple[tuple[str, str], ...] = ()
    again: str = ""


@require_GET
def programme(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """The board for who looks over the preparation; the released programme for who is invited."""
    try:
        board = _board(request, preparation)
    except ObjectDoesNotExist:
        return released(request, body=body, preparation=preparation)
    return _page(request, board)


@require_GET
def version(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Which version is out, and how much changed since; a line of the board's page."""
    page = releases.standing(actor=request.actor, preparation=preparation)
    return show(request, "office/programme/version.html", {"page": page})


@require_POST
def quick(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """An item in a few words."""
    board = _board(request, preparation)
    form = _quick_form(board, request.POST)
    if form.is_valid():
        with form.refusals():
            commands.add_item(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                item=form.arranged(tongue=reading()),
            )
            return answered(request, body, preparation, _("The item is added."))
    return _page(request, board, form=form)


@require_POST
def put(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Moved on the board: to another day, hour or track."""
    form = forms.Put(request.POST)
    if not form.is_valid():
        return _page(request, _board(request, preparation), trouble=Trouble(_faults(form)))
    where = form.cleaned_data
    day, starts = _own_clock(where["day"], where["starts_at"], where["shift"] or 0)
    was = queries.item(actor=request.actor, preparation=preparation, number=number)
    try:
        version = commands.put_item(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            number=number,
            version=where["version"],
            day=day,
            starts_at=starts,
            track=where["track"],
            let_go=request.POST.getlist("let_go"),
        )
    except (Refused, Changed) as reason:
        return _page(request, _board(request, preparation), trouble=_trouble(reason, request.path))
    undo = undo_address(body, preparation, was, version)
    return answered(request, body, preparation, _("Moved: %(title)s") % _named(was), undo=undo)


@require_POST
def stretch(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Ends earlier or later."""
    form = forms.Stretch(request.POST)
    if not form.is_valid():
        return _page(request, _board(request, preparation), trouble=Trouble(_faults(form)))
    was = queries.item(actor=request.actor, preparation=preparation, number=number)
    try:
        version = commands.stretch_item(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            number=number,
            version=form.cleaned_data["version"],
            ends_at=form.cleaned_data["ends_at"],
            nights=form.cleaned_data["nights"] or 0,
            let_go=request.POST.getlist("let_go"),
        )
    except (Refused, Changed) as reason:
        return _page(request, _board(request, preparation), trouble=_trouble(reason, request.path))
    undo = undo_address(body, preparation, was, version)
    return answered(request, body, preparation, _("Another length: %(title)s") % _named(was), undo=undo)


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    """Taken off; what it said and took travels in the undo address, signed, for ten minutes."""
    was = commands.remove_item(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    undo = links.preparation(body, preparation, f"programme/back/?item={kept.signed(was)}")
    return answered(request, body, preparation, _("The item is removed."), undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """An item that was removed, or with `number` and `version` one that was changed, as it was."""
    item = kept.read(request.GET.get("item", ""))
    asked: dict[str, Any] = {
        "actor": request.actor,
        "at": request.arrived_at,
        "preparation": preparation,
        "item": item,
    }
    number, version = request.GET.get("number", ""), request.GET.get("version", "")
    try:
        if number.isdigit() and version.isdigit():
            commands.change_item(**asked, number=int(number), version=int(version))
        else:
            commands.add_item(**asked, once=None)
    except (Refused, Changed) as reason:
        return _page(request, _board(request, preparation), trouble=_trouble(reason, ""))
    return answered(request, body, preparation, _("It is as it was."))


def answered(
    request: OfficeRequest, body: str, preparation: str, sentence: str, *, undo: str = ""
) -> HttpResponse:
    """After a change: the screen as it is now, in place or as a page."""
    if not request.is_htmx or "programme/" not in request.headers.get("HX-Current-URL", ""):
        return done(request, sentence, to=links.preparation(body, preparation, "programme/"), undo=undo)
    said(request, sentence, undo=undo)
    return _page(request, _board(request, preparation))


def _board(request: OfficeRequest, preparation: str) -> Board:
    return queries.board(actor=request.actor, preparation=preparation, tongue=reading())


def _page(
    request: OfficeRequest,
    board: Board,
    *,
    form: forms.Quick | None = None,
    trouble: Trouble | None = None,
) -> HttpResponse:
    if request.method == "POST" and not board.runs:
        raise Http404
    request.heading = Heading(board.slug, board.name, True)
    found = conflicts(actor=request.actor, preparation=board.slug, tongue=reading(), at=request.arrived_at)
    values = {
        "board": board,
        "view": screen(board, found, only=_only(request, board)),
        "form": form or _quick_form(board, None),
        "trouble": trouble or Trouble(),
        "sent": kept.sent(request),
        "w": words.for_templates(),
    }
    status = None
    if trouble:
        status = 409 if trouble.meanwhile else 422
    return show(request, PAGE, values, block="screen", status=status)


def _only(request: OfficeRequest, board: Board) -> date | None:
    """The day whose tab is open; a part of the page is asked for from the page's address."""
    asked = request.GET.get("day", "")
    if request.is_htmx:
        asked = parse_qs(urlsplit(request.headers.get("HX-Current-URL", "")).query).get("day", [""])[0]
    return next((day.on for day in board.days if day.on.isoformat() == asked), None)


def _quick_form(board: Board, data: Any) -> forms.Quick:
    form = forms.Quick(data, initial={"day": board.from_on.isoformat(), "track": 0})
    forms.offer(form, "day", [(day.on.isoformat(), words.dated(day.on)) for day in board.days])
    forms.offer(form, "track", [(one.number, words.track(one.number, one.name)) for one in board.tracks])
    forms.offer(form, "site", [forms.NOT_CHOSEN, *((one.key, one.name.text) for one in board.sites)])
    return form


def _own_clock(day: date, starts: Any, shift: int) -> tuple[date, Any]:
    """What the board's clock shows as the clock of the item, which is `shift` minutes ahead of it."""
    if starts is None:
        return day, None
    own = datetime.combine(day, starts) + timedelta(minutes=shift)
    return own.date(), own.time()


def _trouble(reason: Refused | Changed, again: str) -> Trouble:
    if isinstance(reason, Changed):
        return Trouble(meanwhile=words.readable(reason))
    clashes = getattr(reason, "clashes", ())
    return Trouble(str(reason.reason), without=tuple((one.key, one.what) for one in clashes), again=again)


def _faults(form: OfficeForm) -> str:
    return " ".join(str(said) for errors in form.errors.values() for said in errors)


def _named(was: queries.ItemValues) -> dict[str, str]:
    titles = was.item.title
    return {"title": titles.get(reading()) or next((text for text in titles.values() if text), "")}


def undo_address(body: str, preparation: str, was: queries.ItemValues, version: int) -> str:
    query = urlencode({"number": was.id, "version": version, "item": kept.signed(was.item)})
    return links.preparation(body, preparation, f"programme/back/?{query}")
