"""Tokens of personal links: signed, so that an altered one never reaches the database, and unguessable."""

import hashlib

from django.core.signing import BadSignature, Signer

from interlocal.delegations.models import Link

_SIGNER = Signer(salt="interlocal.link", sep=".")


def token_of(secret: str) -> str:
    return _SIGNER.sign(secret)


def secret_of(token: str) -> str:
    """The secret in a token; Link.DoesNotExist when it was altered."""
    try:
        return _SIGNER.unsign(token)
    except BadSignature:
        raise Link.DoesNotExist from None


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
