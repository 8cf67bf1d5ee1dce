"""The order of precedence of a preparation: its rule, places taken by hand, and the list to print."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations import kinds
from interlocal.delegations.commands import order as commands
from interlocal.delegations.queries import order as queries
from interlocal.documents import order_lists
from interlocal.ground.tongues import reading
from interlocal.office import forms_order as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show

PAGE = "office/order/order.html"


@require_GET
def order(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation)
    return show(
        request, PAGE, {"page": page, "form": _rule(page), "moving": _moving(request, page), **_words()}
    )


@require_POST
def rule(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    form = forms.Rule(posted(request))
    if form.is_valid():
        with form.refusals():
            chosen = form.cleaned_data
            commands.set_order(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                rule=chosen["rule"],
                language=chosen["language"],
                within=chosen["within"],
                rotation=form.slugs(),
                version=chosen["version"],
            )
            return done(request, _("The order was set."), to=links.preparation(body, preparation, "order/"))
    page = _page(request, preparation)
    return show(request, PAGE, {"page": page, "form": form, "moving": None, **_words()})


@require_POST
def move(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = _page(request, preparation)
    moved, delegate = request.POST.get("body", ""), request.POST.get("delegate", "")
    form = forms.Move(posted(request), neighbours=_neighbours(page, moved, delegate))
    if form.is_valid():
        chosen = form.cleaned_data
        with form.refusals():
            _move(
                request, preparation, chosen["body"], chosen["delegate"], chosen["before"], chosen["reason"]
            )
            undo = links.preparation(body, preparation, f"order/undo/?body={moved}&delegate={delegate}")
            to = links.preparation(body, preparation, "order/")
            return done(request, _("The place was taken by hand; the reason is kept."), to=to, undo=undo)
    return show(request, PAGE, {"page": page, "form": _rule(page), "moving": form, **_words()})


@require_POST
def undo(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    asked = request.POST | request.GET if request.GET else request.POST
    commands.undo_move(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        body=asked.get("body", ""),
        delegate=asked.get("delegate", ""),
    )
    to = links.preparation(body, preparation, "order/")
    return done(request, _("The rule's own place was taken again."), to=to)


@require_GET
def printed(request: OfficeRequest, body: str, preparation: str, format: str) -> HttpResponse:  # noqa: A002  # the address says it so
    """The list as a file: csv or xlsx, with basis and viewpoint in it."""
    if format not in order_lists.FORMATS:
        raise Http404
    page = _page(request, preparation)
    kind, data = order_lists.written(page, format, words=_words())
    name = f"{page.slug}-order.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=kind, headers=headers)


def _page(request: OfficeRequest, preparation: str) -> queries.OrderPage:
    return queries.order_page(actor=request.actor, preparation=preparation, tongue=reading())


def _rule(page: queries.OrderPage) -> forms.Rule:
    return forms.Rule(
        initial={
            "rule": page.rule,
            "language": page.language,
            "within": page.within,
            "rotation": ", ".join(page.rotation),
            "version": page.version,
        }
    )


def _moving(request: OfficeRequest, page: queries.OrderPage) -> forms.Move | None:
    """The form for the one whose place is to be taken by hand; none was chosen, or somebody who is not here: none."""
    body, delegate = request.GET.get("move", ""), request.GET.get("delegate", "")
    ours = next((one for one in page.delegations if one.slug == body), None)
    if not page.runs or ours is None or (delegate and delegate not in {one.key for one in ours.delegates}):
        return None
    return forms.Move(
        initial={"body": body, "delegate": delegate}, neighbours=_neighbours(page, body, delegate)
    )


def _neighbours(page: queries.OrderPage, body: str, delegate: str) -> list[tuple[str, str]]:
    if not delegate:
        return [(one.slug, one.name.text) for one in page.delegations if one.slug != body]
    return [
        (person.key, f"{person.family} {person.given}".strip())
        for one in page.delegations
        if one.slug == body
        for person in one.delegates
        if person.key != delegate
    ]


def _move(
    request: OfficeRequest, preparation: str, body: str, delegate: str, before: str, reason: str
) -> None:
    if delegate:
        commands.move_delegate(
            actor=request.actor,
            at=request.arrived_at,
            preparation=preparation,
            delegate=delegate,
            before=before,
            reason=reason,
        )
        return
    commands.move_delegation(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        body=body,
        before=before,
        reason=reason,
    )


def _words() -> dict[str, dict[str, object]]:
    """What codes of the list are called."""
    return {
        "whys": {
            "alphabet": _("by the alphabet"),
            "host": _("host"),
            "turn": _("turn in the rotation"),
            "official": _("official order"),
            "part": _("by part"),
            "rank": _("by rank of the post"),
            "since": _("by date in post"),
            "sent": _("by the sender's list"),
        },
        "rules": {str(code): label for code, label in kinds.OrderRule.choices},
        "withins": {str(code): label for code, label in kinds.WithinRule.choices},
        "parts": {str(code): label for code, label in kinds.Part.choices},
        "tongues": {"ko": "한국어", "ja": "日本語", "zh-Hans": "中文", "en": "English"},
    }
