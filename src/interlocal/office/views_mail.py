"""The outbox of a preparation: look at every mail as it will leave, word it anew, let chosen ones go."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from interlocal.delegations import kinds
from interlocal.delegations.commands import outbox as commands
from interlocal.delegations.queries import outbox as queries
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.office import links
from interlocal.office.forms import LongText, Moment, Once, Text, Versioned
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.office.tasks import Task


class Wording(Versioned):
    to_name = Text(label=gettext_lazy("Recipient"), required=False)
    to_email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    subject = Text(label=gettext_lazy("Subject"), max_length=300)
    text = LongText(label=gettext_lazy("Text"), max_length=20000, widget=forms.Textarea(attrs={"rows": 16}))


class Write(Once):
    """The same text to the contacts of several delegations, as drafts."""

    bodies = forms.MultipleChoiceField(label=gettext_lazy("To"), widget=forms.CheckboxSelectMultiple)
    subject = Text(label=gettext_lazy("Subject"), max_length=300)
    text = LongText(label=gettext_lazy("Text"), max_length=20000, widget=forms.Textarea(attrs={"rows": 12}))

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = self.fields["bodies"]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = bodies


class When(forms.Form):
    send_at = Moment(label=gettext_lazy("Not before"), required=False)


@require_GET
def piles(request: OfficeRequest, body: str) -> HttpResponse:
    """Where drafts wait, over all preparations of this hat."""
    rows = queries.waiting_drafts(actor=request.actor, tongue=reading())
    return show(request, "office/mail/piles.html", {"rows": rows})


def waiting(actor: Actor) -> list[Task]:
    """Drafts to be let go, for the list of tasks."""
    return [
        Task(
            ngettext(
                "%(title)s: %(count)s draft in the outbox",
                "%(title)s: %(count)s drafts in the outbox",
                drafts,
            )
            % {"title": title.text, "count": drafts},
            links.preparation(actor.body_slug, slug, "mail/?state=draft"),
            count=drafts,
        )
        for slug, title, drafts in queries.waiting_drafts(actor=actor, tongue=reading())
    ]


@require_GET
def outbox(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    page = queries.outbox_page(
        actor=request.actor,
        preparation=preparation,
        state=request.GET.get("state", ""),
        number=request.GET.get("page"),
        tongue=reading(),
    )
    return show(request, "office/mail/outbox.html", {"page": page, "when": When(), **_words()})


def one(request: OfficeRequest, body: str, preparation: str, mail: UUID) -> HttpResponse:
    """One mail as it will leave, and its wording while it can be changed."""
    page = queries.mail_page(actor=request.actor, preparation=preparation, mail=str(mail), tongue=reading())
    begun = {name: getattr(page.mail, name) for name in Wording.base_fields}
    form = Wording(posted(request), initial=begun)
    if form.is_valid():
        with form.refusals():
            commands.change_mail(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                mail=str(mail),
                **form.cleaned_data,
            )
            to = links.preparation(body, preparation, f"mail/{mail}/")
            return done(request, _("The draft was saved."), to=to)
    return show(request, "office/mail/one.html", {"page": page, "form": form, **_words()})


def write(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Drafts of one text to the contacts of chosen delegations."""
    bodies = queries.contacts(actor=request.actor, preparation=preparation, tongue=reading())
    form = Write(posted(request), bodies=list(bodies))
    if form.is_valid():
        with form.refusals():
            made = commands.write_mail(
                actor=request.actor,
                at=request.arrived_at,
                preparation=preparation,
                once=form.cleaned_data["once"],
                bodies=form.cleaned_data["bodies"],
                subject=form.cleaned_data["subject"],
                text=form.cleaned_data["text"],
            )
            said = ngettext(
                "%(count)s draft lies in the outbox.", "%(count)s drafts lie in the outbox.", made
            )
            to = links.preparation(body, preparation, "mail/?state=draft")
            return done(request, said % {"count": made}, to=to)
    return show(request, "office/mail/write.html", {"slug": preparation, "form": form})


@require_POST
def act(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Send, take back or put aside the mails that were ticked; "all" is those the page named, no more."""
    verb = _ACTS.get(request.POST.get("act", ""))
    if verb is None:
        raise Http404
    when = When(request.POST)
    send_at = when.cleaned_data.get("send_at") if when.is_valid() else None
    chosen = [key for key in request.POST.getlist("mail") if _is_key(key)]
    sentence = verb(request, preparation, chosen, send_at)
    return done(request, sentence, to=links.preparation(body, preparation, "mail/"))


def _send(request: OfficeRequest, preparation: str, mails: list[str], send_at: datetime | None) -> str:
    sent = commands.send_mails(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        mails=mails,
        send_at=send_at,
    )
    if not sent:
        return _("Nothing was chosen, and nothing was sent.")
    said = ngettext("%(count)s mail is being sent.", "%(count)s mails are being sent.", sent)
    return said % {"count": sent}


def _take_back(request: OfficeRequest, preparation: str, mails: list[str], _at: datetime | None) -> str:
    back = commands.take_back(
        actor=request.actor, at=request.arrived_at, preparation=preparation, mails=mails
    )
    said = ngettext(
        "%(count)s mail was taken back into the drafts.",
        "%(count)s mails were taken back into the drafts.",
        back,
    )
    return said % {"count": back}


def _discard(request: OfficeRequest, preparation: str, mails: list[str], _at: datetime | None) -> str:
    gone = commands.discard_mails(
        actor=request.actor, at=request.arrived_at, preparation=preparation, mails=mails
    )
    said = ngettext("%(count)s draft was put aside.", "%(count)s drafts were put aside.", gone)
    return said % {"count": gone}


_ACTS: dict[str, Callable[[OfficeRequest, str, list[str], datetime | None], str]] = {
    "send": _send,
    "take_back": _take_back,
    "discard": _discard,
}


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _words() -> dict[str, Any]:
    return {
        "states": {str(code): label for code, label in kinds.MailState.choices},
        "mail_kinds": {str(code): label for code, label in kinds.MailKind.choices},
    }
