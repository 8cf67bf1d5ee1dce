"""What all tests share: no page made for one scene may be shown in another."""

from collections.abc import Iterator

import pytest

from interlocal.portal import caching


@pytest.fixture(autouse=True)
def no_kept_pages() -> Iterator[None]:
    caching.forget()
    yield
    caching.forget()
