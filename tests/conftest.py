"""What all tests share: they work in the database as the web does, and no page made for one scene is shown in another."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from interlocal.delegations.walls import WEB
from interlocal.portal import caching
from tests.owning import settle


@pytest.fixture(autouse=True)
def no_kept_pages() -> Iterator[None]:
    caching.forget()
    yield
    caching.forget()
    # Nor in the language of another scene.
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The owner makes the tables; scenes are played by the role of the web, so that the second wall stands in them."""
    with django_db_blocker.unblock():
        settle()
        _work_as(WEB)
    yield
    with django_db_blocker.unblock():
        _work_as(None)


def _work_as(role: str | None) -> None:
    connection.close()
    connection.close_pool()
    options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "options"}
    connection.settings_dict["OPTIONS"] = {**options, "options": f"-c role={role}"} if role else options
