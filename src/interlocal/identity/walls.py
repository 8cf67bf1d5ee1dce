"""The second wall: what the database lets a transaction see of people's data.

The web works as the database role `interlocal_web`, which owns nothing. Row-level security shows it only rows
of the body, preparation and delegate that the transaction has been told of, and it is told here, from the
actor. Who forgets to stand as somebody sees nothing (docs/decisions/0015).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from interlocal.identity.kinds import Actor

P = ParamSpec("P")
R = TypeVar("R")

_TELL = """
    select set_config('interlocal.body', %s, true), set_config('interlocal.preparation', %s, true),
           set_config('interlocal.delegate', %s, true)
"""
_standing: ContextVar[Actor | None] = ContextVar("standing", default=None)


@contextmanager
def standing_as(actor: Actor) -> Iterator[None]:
    """A transaction that sees what `actor` may see; inside another one, for as long as this block lasts."""
    before = _standing.get() if connection.in_atomic_block else None
    with transaction.atomic():
        if before != actor:
            _tell(actor)
        token = _standing.set(actor)
        try:
            yield
        finally:
            _standing.reset(token)
        if before is not None and before != actor:
            _tell(before)


def walled(function: Callable[P, R]) -> Callable[P, R]:
    """For verbs and queries that touch people's data: they run in a transaction standing as their `actor`."""

    @wraps(function)
    def within(*args: P.args, **kwargs: P.kwargs) -> R:
        actor = kwargs["actor"]
        assert isinstance(actor, Actor)
        with standing_as(actor):
            return function(*args, **kwargs)

    return within


def _tell(actor: Actor) -> None:
    scope = actor.scope
    with connection.cursor() as cursor:
        cursor.execute(
            _TELL,
            [
                _text(actor.body),
                _text(scope.preparation if scope else None),
                _text(scope.delegate if scope else None),
            ],
        )


def _text(number: Any) -> str:
    return "" if number is None else str(number)
