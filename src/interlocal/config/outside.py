"""What stands outside the house and is named by the environment: a mail server, identity providers."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from interlocal.ops import N_, Trouble


def mail_server() -> dict[str, Any]:
    """Django's settings for INTERLOCAL_SMTP, `smtp(s)://user:password@host:port`; empty without one.

    `smtps` speaks TLS from the first byte, `smtp` after STARTTLS; `?starttls=no` sends in the clear.
    """
    url = os.environ.get("INTERLOCAL_SMTP", "")
    if not url:
        return {}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise Trouble(
            "mail_wrong", N_("INTERLOCAL_SMTP is not an address of the form smtps://user:password@host:port.")
        )
    is_plain = parse_qs(parts.query).get("starttls") == ["no"]
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not is_plain,
    }


def identity_providers() -> list[dict[str, Any]]:
    """OpenID Connect providers from the JSON file that INTERLOCAL_OIDC names, as allauth wants them.

    The file is a list; each provider has `id` (part of its return address /account/oidc/<id>/login/callback/), `name`
    (on the button), `address` (of the issuer), `client` and `secret`; and may say `trust_email` (it verifies every
    address without saying so) and `open` (people without an account here get one; they then have no mandate yet).
    """
    path = os.environ.get("INTERLOCAL_OIDC", "")
    if not path:
        return []
    try:
        return [_provider(each) for each in json.loads(Path(path).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = N_("The identity providers in %(path)s cannot be read: %(reason)s.")
        raise Trouble("providers_wrong", message, path=path, reason=repr(error)) from error


def _provider(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "provider_id": given["id"],
        "name": given["name"],
        "client_id": given["client"],
        "secret": given["secret"],
        "settings": {
            "server_url": given["address"],
            "oauth_pkce_enabled": True,
            "trust_email": bool(given.get("trust_email")),
            "open": bool(given.get("open")),
        },
    }
