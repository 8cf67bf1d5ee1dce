"""Texts of an edition that papers print: greetings, speeches, phrases, numbers to call, parts of the report."""

from dataclasses import asdict
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interlocal.arrangements.commands import words as commands
from interlocal.arrangements.kinds import WordsKind
from interlocal.arrangements.queries import words as queries
from interlocal.arrangements.queries.words import WordsPage
from interlocal.arrangements.rules.words import WordsSaid
from interlocal.delegations.kinds import Changed
from interlocal.delegations.queries.preparations import Heading
from interlocal.ground.tongues import reading
from interlocal.office import forms_texts as forms
from interlocal.office import links
from interlocal.office import views_texts_kept as kept
from interlocal.office import views_texts_words as words
from interlocal.office.requests import OfficeRequest, done, posted, show

LIST = "office/texts/texts.html"
ONE = "office/texts/text.html"


@require_GET
def texts(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation)
    return show(
        request, LIST, {"page": page, "edits": page.runs and not page.is_closed, "w": words.for_templates()}
    )


@require_http_methods(["GET", "POST"])
def add(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation, edited=True)
    kind = (request.POST if request.method == "POST" else request.GET).get("kind") or WordsKind.GREETING.value
    if kind not in WordsKind.values:
        raise Http404
    form = forms.AddWords(posted(request), kind=kind, items=page.items)
    if form.is_valid():
        with form.refusals():
            commands.add_words(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                words=form.words(),
            )
            return _done(request, body, preparation, _("The text is kept."), kind)
    return _one(request, page, form, kind)


@require_http_methods(["GET", "POST"])
def change(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    page = _page(request, preparation, edited=True)
    was, version = queries.words(actor=request.actor, preparation=preparation, number=number)
    initial = forms.initial_of_words(was) | {"version": version}
    form = forms.ChangeWords(posted(request), initial=initial, kind=was.kind, items=page.items)
    if form.is_valid():
        with form.refusals():
            try:
                commands.change_words(
                    actor=request.actor,
                    at=request.arrived_at,
                    preparation=preparation,
                    number=number,
                    version=form.cleaned_data["version"],
                    words=form.words(was),
                )
            except Changed as change:
                raise words.readable(change, kind=was.kind) from None
            return _done(request, body, preparation, _("Saved."), was.kind)
    return _one(request, page, form, was.kind, number)


@require_POST
def move(request: OfficeRequest, body: str, preparation: str, number: int, way: str) -> HttpResponse:
    """Before or after its neighbour of the same kind."""
    commands.move_words(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        number=number,
        later=is_later(way),
    )
    return done(
        request,
        _("It stands elsewhere in its list now."),
        to=links.preparation(body, preparation, f"texts/#words-{number}"),
    )


@require_POST
def remove(request: OfficeRequest, body: str, preparation: str, number: int) -> HttpResponse:
    was = commands.remove_words(
        actor=request.actor, at=request.arrived_at, preparation=preparation, number=number
    )
    key = kept.keep(request, of="words", preparation=preparation, said=asdict(was))
    undo = links.preparation(body, preparation, f"texts/back/?said={key}")
    return _done(request, body, preparation, _("The text is removed."), was.kind, undo=undo)


@require_POST
def put_back(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    said = WordsSaid(**kept.taken_back(request, of="words", preparation=preparation))
    commands.add_words(
        actor=request.actor, at=request.arrived_at, preparation=preparation, once=None, words=said
    )
    return _done(request, body, preparation, _("It is back, as the last of its list."), said.kind)


def is_later(way: str) -> bool:
    if way not in ("earlier", "later"):
        raise Http404
    return way == "later"


def known(request: OfficeRequest, page: Any, *, edited: bool) -> None:
    """The page says what stands above it; who may only look finds nothing to change."""
    request.heading = Heading(page.slug, page.title, True)
    if edited and not page.runs:
        raise Http404


def _page(request: OfficeRequest, preparation: str, *, edited: bool = False) -> WordsPage:
    page = queries.words_page(actor=request.actor, preparation=preparation, tongue=reading())
    known(request, page, edited=edited)
    return page


def _one(
    request: OfficeRequest, page: WordsPage, form: forms.Words, kind: str, number: int | None = None
) -> HttpResponse:
    values = {"page": page, "form": form, "kind": kind, "number": number, "w": words.for_templates()}
    return show(request, ONE, values)


def _done(
    request: OfficeRequest, body: str, preparation: str, sentence: str, kind: str, *, undo: str = ""
) -> HttpResponse:
    to = links.preparation(body, preparation, f"texts/#{kind}")
    return done(request, sentence, to=to, undo=undo)
