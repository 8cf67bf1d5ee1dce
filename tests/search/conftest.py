"""An index is made anew by the owner of its tables, as `interlocal search rebuild` and the followers are."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection


@pytest.fixture
def by_the_owner(transactional_db: None) -> Iterator[None]:
    given = connection.settings_dict["OPTIONS"]
    _connect({key: value for key, value in given.items() if key != "options"})
    yield
    _connect(given)


def _connect(options: dict[str, Any]) -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL has it, the base class does not
    connection.settings_dict["OPTIONS"] = options
