"""Writing the journal - the one verb every room's command calls, in its own transaction - and keeping accounts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused
from interlocal.identity import rules, tokens
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry, Follower, User


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be written of one subject: `kind` and `key` name it, `details` holds no personal data.

    A line that is not `public` changes no public page: they stay in the caches of readers.
    """

    verb: str
    kind: str
    key: str
    details: Mapping[str, Any] = field(default_factory=dict)
    public: bool = True


def record(*, actor: Actor, at: datetime, lines: Iterable[Line]) -> None:
    """Write journal lines beside the rows they tell of; a line without its rows must be impossible."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a journal line belongs into the transaction of what it tells")
    Entry.objects.bulk_create(
        [
            Entry(
                actor=actor.name,
                user_id=actor.user,
                verb=line.verb,
                subject_kind=line.kind,
                subject_key=line.key,
                at=at,
                details=dict(line.details),
                public=line.public,
            )
            for line in lines
        ],
        batch_size=2000,
    )


def advance(*, actor: Actor, at: datetime, follower: str, xid: int, entry: int) -> None:
    """Remember how far a follower has come; in the transaction of what it did."""
    Follower.objects.update_or_create(name=follower, defaults={"xid": xid, "entry": entry, "at": at})


@dataclass(frozen=True, slots=True)
class Invited:
    """An account and the secret part of the link that sets its password; empty when it has one already."""

    user: int
    token: str


@transaction.atomic
def invite(*, actor: Actor, email: str, name: str, language: str, at: datetime) -> Invited:
    """Make or find the account of this address, for a mandate or a share in the work; the caller mails the link."""
    if obstacle := rules.obstacle_to_inviting(actor=actor):
        raise obstacle
    user, made = _account(email=email, name=name, language=language)
    if made:
        _journal(actor, at, "invited", user)
    return Invited(
        user.pk, "" if user.has_usable_password() else tokens.make(user, purpose="invitation", at=at)
    )


@transaction.atomic
def make_administrator(*, actor: Actor, email: str, name: str, at: datetime) -> Invited:
    """Make or find the account of this address and let it administrate. For whoever holds the machine: no rule is asked."""
    user, _made = _account(email=email, name=name, language="")
    user.is_administrator = user.is_active = True
    user.save(update_fields=["is_administrator", "is_active"])
    _journal(actor, at, "made_administrator", user)
    return Invited(user.pk, tokens.make(user, purpose="invitation", at=at))


@transaction.atomic
def add_demo_user(*, actor: Actor, email: str, name: str, language: str, password: str, at: datetime) -> int:
    """An account of the demonstration: with a password that is printed, and no way in elsewhere."""
    user, _made = _account(email=email, name=name, language=language)
    if _made:
        user.is_demo = True
        user.set_password(password)
        user.save(update_fields=["is_demo", "password"])
        _journal(actor, at, "invited", user)
    return user.pk


@transaction.atomic
def renew_link(*, actor: Actor, user: int, at: datetime) -> Invited:
    """A fresh link for somebody who lost theirs, or their password; given by an administrator."""
    if obstacle := rules.obstacle_to_administrating(actor=actor):
        raise obstacle
    found = User.objects.get(pk=user)
    _journal(actor, at, "link_renewed", found)
    return Invited(found.pk, tokens.make(found, purpose="invitation", at=at))


@transaction.atomic
def forget_password(*, actor: Actor, email: str, at: datetime) -> str:
    """The secret part of a link for who has an account with this address and forgot its password; else empty."""
    user = User.objects.filter(email__iexact=email.strip(), is_active=True, is_demo=False).first()
    if user is None:
        return ""
    _journal(actor, at, "link_renewed", user)
    return tokens.make(user, purpose="reset", at=at)


@transaction.atomic
def set_password(*, actor: Actor, token: str, password: str, at: datetime) -> int:
    """By a link: it ends with this, and so do all sessions of the account. The form has judged the password."""
    user = User.objects.select_for_update().get(pk=tokens.read(token, at=at).pk)
    # Under the lock once more: of two at the same moment one finds the link used.
    tokens.read(token, at=at)
    user.set_password(password)
    user.save(update_fields=["password"])
    _journal(actor, at, "password_set", user)
    return user.pk


@transaction.atomic
def note(*, actor: Actor, verb: str, user: int, at: datetime) -> None:
    """Keep what somebody did with their account: signed in, changed the password, set up a second factor."""
    record(actor=actor, at=at, lines=[Line(verb, "user", str(user), public=False)])


@transaction.atomic
def describe(*, actor: Actor, user: int, name: str, language: str, at: datetime) -> None:
    """Change somebody's name and language: their own, or as an administrator."""
    if actor.user != user and (obstacle := rules.obstacle_to_administrating(actor=actor)):
        raise obstacle
    found = User.objects.select_for_update().get(pk=user)
    found.name, found.language = name, language
    found.save(update_fields=["name", "language"])
    _journal(actor, at, "described", found)


@transaction.atomic
def close(*, actor: Actor, user: int, at: datetime) -> None:
    """Nobody signs in with this account any more; sessions end with their next request."""
    if obstacle := rules.obstacle_to_closing(actor=actor, user=user):
        raise obstacle
    _set_active(actor, user, False, at)


@transaction.atomic
def reopen(*, actor: Actor, user: int, at: datetime) -> None:
    if obstacle := rules.obstacle_to_administrating(actor=actor):
        raise obstacle
    _set_active(actor, user, True, at)


def _set_active(actor: Actor, user: int, active: bool, at: datetime) -> None:
    found = User.objects.select_for_update().get(pk=user)
    found.is_active = active
    found.save(update_fields=["is_active"])
    _journal(actor, at, "reopened" if active else "closed", found)


def _account(*, email: str, name: str, language: str) -> tuple[User, bool]:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("no_address", _("This is not an e-mail address."), field="email") from None
    found = User.objects.filter(email=address).first()
    if found is not None:
        return found, False
    made = User(email=address, name=name.strip(), language=language)
    made.set_unusable_password()
    made.save()
    return made, True


def _journal(actor: Actor, at: datetime, verb: str, user: User) -> None:
    record(actor=actor, at=at, lines=[Line(verb, "user", str(user.pk), public=False)])
