"""Standing as the owner of the tables for a moment, in scenes that are otherwise played by the role of the web."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from interlocal.delegations.walls import WEB
from interlocal.ops.rights import settle_rights


@contextmanager
def owning() -> Iterator[None]:
    """For rows no hat may see, journal lines that are to go, and tables that are to come."""
    _stand("none")
    try:
        yield
    finally:
        _stand(WEB)


def settle() -> None:
    """As the owner: what the web may do with the tables as they are, and that scenes may be cleared away by truncating."""
    settle_rights()
    with connection.cursor() as cursor:
        cursor.execute(f"grant truncate on all tables in schema public to {WEB}")


def _stand(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"set role {role}")
