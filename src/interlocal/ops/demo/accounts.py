"""The demo accounts and their mandates. Made once each: what somebody changed of them since is left as it is."""

from datetime import datetime, timedelta

from django.db import transaction

from interlocal.identity import commands, queries
from interlocal.identity.kinds import Actor
from interlocal.ops.demo.cast import CAST, Account
from interlocal.registry import commands as registry
from interlocal.registry import queries as registry_queries

# Whoever holds the machine, as with `interlocal admin`.
MAKER = Actor("demonstration", is_administrator=True)
# Mandates begin before what was done with them.
EARLIER = timedelta(days=90)


def make_accounts(*, at: datetime, password: str) -> None:
    for account in CAST:
        if queries.with_address(account.email) is None:
            _make(account, at, password)


@transaction.atomic
def _make(account: Account, at: datetime, password: str) -> None:
    user = commands.add_demo_user(
        actor=MAKER,
        email=account.email,
        name=account.name,
        language=account.language,
        password=password,
        at=at,
    )
    if account.is_administrator:
        commands.make_administrator(actor=MAKER, email=account.email, name=account.name, at=at)
    for body, role in account.mandates:
        registry.give_mandate(
            actor=MAKER, at=at, user=user, body=body, role=role, from_on=(at - EARLIER).date()
        )


def acting(account: Account, *, at: datetime) -> Actor:
    """Somebody of the cast, wearing the hat of the first mandate."""
    user = queries.with_address(account.email)
    assert user is not None
    body, _role = account.mandates[0]
    return registry_queries.actor_for(user=user.pk, name=account.name, body=body, at=at)
