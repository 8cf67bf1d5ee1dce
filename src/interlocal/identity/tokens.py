"""The secret part of a link that sets a password: signed, for a while, and for once.

It carries a fingerprint of the account as it is: setting the password or signing in by another way changes it, and the
link ends. Nothing is stored.
"""

from datetime import datetime, timedelta
from typing import Final

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.utils.crypto import constant_time_compare, salted_hmac

from interlocal.identity.models import User

SALT: Final = "interlocal.identity.password-link"
LASTS: Final = {"invitation": timedelta(days=7), "reset": timedelta(hours=2)}


def make(user: User, *, purpose: str, at: datetime) -> str:
    return signing.dumps([user.pk, purpose, int(at.timestamp()), _fingerprint(user)], salt=SALT)


def read(token: str, *, at: datetime) -> User:
    """Whom the link is for; raise ObjectDoesNotExist when it is altered, used or too old."""
    try:
        pk, purpose, made, fingerprint = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        raise ObjectDoesNotExist from None
    if at.timestamp() - made > LASTS[purpose].total_seconds():
        raise ObjectDoesNotExist
    user = User.objects.get(pk=pk, is_active=True)
    if not constant_time_compare(fingerprint, _fingerprint(user)):
        raise ObjectDoesNotExist
    return user


def _fingerprint(user: User) -> str:
    signed_in = "" if user.last_login is None else user.last_login.isoformat()
    state = f"{user.pk}.{user.password}.{signed_in}.{user.email}"
    return salted_hmac(SALT, state, algorithm="sha256").hexdigest()[:24]
