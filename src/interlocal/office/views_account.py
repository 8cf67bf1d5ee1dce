"""Pages about one's own account that allauth does not bring: overview, links that set a password, and going back."""

from urllib.parse import urlencode

from allauth.core.internal import ratelimit
from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ObjectDoesNotExist
from django.forms import CharField, ChoiceField, EmailField, EmailInput, PasswordInput, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from interlocal.ground.tongues import OWN_NAMES, TONGUES, reading
from interlocal.identity import commands, queries
from interlocal.identity.kinds import PUBLIC, Actor
from interlocal.office import links, sending, views_trouble
from interlocal.office.forms import OfficeForm, Text
from interlocal.office.requests import OfficeRequest, done, posted, said, show

APP = "allauth.account"


class Describe(OfficeForm):
    name = Text(
        label=_("Your name"), required=True, help_text=_("As colleagues should read it in lists and mails.")
    )
    language = ChoiceField(
        label=_("Language of mails"), choices=[(code, OWN_NAMES[code]) for code in TONGUES]
    )


class Forgotten(OfficeForm):
    email = EmailField(
        label=_("E-mail address"), widget=EmailInput(attrs={"autocomplete": "username"}), max_length=254
    )


class NewPassword(OfficeForm):
    """Twice the same; judged against what is known of its owner."""

    password = CharField(
        label=_("New password"),
        strip=False,
        max_length=128,
        widget=PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. A few words in a row are easy to keep in mind."),
    )
    again = CharField(
        label=_("The same again"),
        strip=False,
        max_length=128,
        widget=PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *given: object, owner: queries.Someone, **options: object) -> None:
        super().__init__(*given, **options)  # type: ignore[arg-type]  # handed on as they come
        self._owner = owner

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, get_user_model()(email=self._owner.email, name=self._owner.name))
        return password

    def clean(self) -> None:
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if password and again and password != again:
            self.add_error("again", ValidationError(_("This is not the same password."), code="differs"))


def overview(request: OfficeRequest) -> HttpResponse:
    """One's own account: name, language, and the way to passwords, passkeys, codes and sessions."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect(f"{links.account('login/')}?{urlencode({'next': request.path})}")
    me = queries.someone(user=int(request.user.pk))
    form = Describe(posted(request), initial={"name": me.name, "language": me.language or reading()})
    if form.is_valid():
        with form.refusals():
            commands.describe(actor=request.actor, user=me.id, at=request.arrived_at, **form.cleaned_data)
            return done(request, _("Saved."), to=links.account())
    return show(request, "account/overview.html", {"me": me, "form": form})


def forgotten(request: OfficeRequest) -> HttpResponseBase:
    """Ask for a link that sets a new password. Says the same whether there is such an account or not."""
    form = Forgotten(posted(request))
    if form.is_valid():
        email = form.cleaned_data["email"]
        if not ratelimit.consume(request, app=APP, action="reset_password", key=email.lower()):
            return views_trouble.too_many(request)
        if token := commands.forget_password(actor=PUBLIC, email=email, at=request.arrived_at):
            sending.send_reset(token, email, tongue=reading())
        return HttpResponseRedirect(links.account("password/reset/done/"), status=303)
    return show(request, "account/password_reset.html", {"form": form})


def forgotten_done(request: HttpRequest) -> HttpResponse:
    return show(request, "account/password_reset_done.html")


def welcome(request: OfficeRequest, token: str) -> HttpResponse:
    """By the link of an invitation or a reset: set the password."""
    try:
        owner = queries.reads_link(token=token, at=request.arrived_at)
    except ObjectDoesNotExist:
        return show(request, "account/link_ended.html", status=404)
    form = NewPassword(posted(request), owner=owner)
    if form.is_valid():
        actor = Actor(owner.called, owner.id)
        commands.set_password(
            actor=actor, token=token, password=form.cleaned_data["password"], at=request.arrived_at
        )
        return done(request, _("Your password is set. Sign in with it now."), to=links.account("login/"))
    return show(request, "account/welcome.html", {"form": form, "owner": owner})


def sign_up(request: HttpRequest) -> HttpResponse:
    """There is no signing up: accounts come by invitation."""
    return show(request, "account/signup_closed.html", status=403)


def inactive(request: HttpRequest) -> HttpResponse:
    return show(
        request,
        "account/refused.html",
        {"reason": _("This account is closed. Ask your administrator.")},
        status=403,
    )


def other_house(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Go to an identity provider. Another site cannot send people there: it would sign them in unasked."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return HttpResponseRedirect(links.account("login/"))
    answer: HttpResponseBase = openid.login(request, provider_id)
    return answer


def cancelled(request: HttpRequest) -> HttpResponse:
    """Back from an identity provider without having signed in there."""
    said(request, _("You were not signed in there. Try again, or sign in here."))
    return HttpResponseRedirect(links.account("login/"))
