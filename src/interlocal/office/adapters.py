"""How allauth, which does the signing in, fits this house: who may come in, what is said, what is mailed, what is kept."""

# ruff: noqa: ARG002  # allauth and Django call these with what they know

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interlocal.ground.tongues import reading
from interlocal.identity import commands, queries
from interlocal.identity.kinds import Actor
from interlocal.office import links
from interlocal.office.requests import show

APP = "allauth.account"
SAID: dict[str, Any] = {
    "account/messages/password_changed.txt": _("Your password is changed. All other sessions have ended."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "mfa/messages/totp_activated.txt": _("Codes from your app are now asked for when you sign in."),
    "mfa/messages/totp_deactivated.txt": _("Codes from your app are no longer asked for."),
    "mfa/messages/recovery_codes_generated.txt": _("New recovery codes are made; the earlier ones are void."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("You are signed out everywhere else."),
    "socialaccount/messages/account_connected.txt": "",
    "account/messages/logged_in.txt": "",
}
# What is kept in the journal of each.
KEPT = {
    "account/messages/password_changed.txt": "password_changed",
    "account/messages/password_set.txt": "password_set",
    "mfa/messages/totp_activated.txt": "second_factor_added",
    "mfa/messages/totp_deactivated.txt": "second_factor_removed",
    "mfa/messages/recovery_codes_generated.txt": "recovery_codes_made",
    "mfa/messages/webauthn_added.txt": "passkey_added",
    "mfa/messages/webauthn_removed.txt": "passkey_removed",
    "usersessions/messages/sessions_logged_out.txt": "signed_out_elsewhere",
}


class Accounts(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Ask your administrator."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "enter_current_password": _("Type your present password."),
        "incorrect_code": _("This code is not right."),
        "incorrect_password": _("This password is not right."),
        "too_many_login_attempts": _("Too many attempts. Try again in a few minutes."),
        "rate_limited": _("Too many attempts. Try again in a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Attempts are counted for the account from one address, and for the account from everywhere: whole offices
        share an address, and nobody may lock somebody else out cheaply.
        """
        account = credentials.get("email", "").lower()
        here = f"{account}|{self.get_client_ip(request)}"
        self._attempts = []
        for action, key in (("login_failed_here", here), ("login_failed", account)):
            used = ratelimit.consume(request, app=APP, action=action, key=key)
            if not used:
                raise self.validation_error("too_many_login_attempts")
            self._attempts.append(used)

    def _rollback_login_failed_rl_usage(self) -> None:
        for used in getattr(self, "_attempts", ()):
            used.rollback()

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse | None:
        """Whatever the way in: password, passkey or another house's sign-in."""
        if obstacle := queries.obstacle_to_signing_in(user):
            return show(request, "account/refused.html", {"reason": obstacle.reason}, status=403)
        return super().pre_login(request, user, **how)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        _keep(user, "signed_in")
        return super().post_login(request, user, **how)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return links.office()

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return links.account("login/")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return links.account()

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if said := message or SAID.get(message_template or ""):
            messages.add_message(request, level, str(said), extra_tags=extra_tags)
        if (verb := KEPT.get(message_template or "")) and request.user.is_authenticated:
            _keep(request.user, verb)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """allauth writes no mail here: links go out by `views_account`."""


class SecondFactors(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right."),
        "cannot_generate_recovery_codes": _("Set up a passkey or an app first."),
    }

    def get_totp_issuer(self) -> str:
        return "Interlocal"

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


class OtherHouses(DefaultSocialAccountAdapter):
    """Sign-in by an identity provider: for accounts that are here, found by the address that the provider has verified."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        user = next(filter(None, map(queries.with_address, _verified(sociallogin))), None)
        if user is not None:
            if obstacle := queries.obstacle_to_signing_in(user):
                page = show(request, "account/refused.html", {"reason": obstacle.reason}, status=403)
                raise ImmediateHttpResponse(page)
            sociallogin.connect(request, user)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        is_open = bool(_settings(sociallogin).get("open"))
        return is_open and bool(_verified(sociallogin))

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        user = super().populate_user(request, sociallogin, data)
        user.name = str(data.get("name") or "")[:200]
        user.language = reading()
        return user

    def on_authentication_error(self, request: HttpRequest, *_details: Any, **_more: Any) -> None:
        messages.error(
            request, str(_("The other house did not confirm who you are. Try again, or sign in here."))
        )
        raise ImmediateHttpResponse(HttpResponseRedirect(links.account("login/")))


def _verified(sociallogin: Any) -> list[str]:
    """The addresses we may believe. Some providers of governments verify every address and never say so."""
    trusted = bool(_settings(sociallogin).get("trust_email"))
    return [each.email for each in sociallogin.email_addresses if each.verified or trusted]


def _settings(sociallogin: Any) -> dict[str, Any]:
    found: dict[str, Any] = sociallogin.provider.app.settings
    return found


def _keep(user: Any, verb: str) -> None:
    actor = Actor(user.name or user.email, user.pk)
    commands.note(actor=actor, verb=verb, user=user.pk, at=timezone.now())


def _cipher() -> MultiFernet:
    """Secrets of apps are kept encrypted: a copy of the database alone opens no account."""
    return MultiFernet([_fernet(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key: str) -> Fernet:
    derived = HKDF(hashes.SHA256(), 32, None, b"interlocal second factors").derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
