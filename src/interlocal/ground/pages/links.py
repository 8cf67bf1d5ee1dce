"""Addresses that all doors share: language prefixes, static files, the public address."""

import os
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

from interlocal.ground.tongues import TONGUES

PREFIXES = {tongue: f"/{tongue.lower()}/" for tongue in TONGUES}
_PREFIX_SET = frozenset(PREFIXES.values())
# Below a language prefix: where people are known, and where forms are sent to.
PERSONAL = ("account/", "office/", "with/")
# The one personal address without a language: identity providers keep it as it was told to them.
RETURNS = "/account/"


def prefix(tongue: str) -> str:
    """`/zh-hans/`"""
    return PREFIXES[tongue]


def below_prefix(path: str) -> str | None:
    """What follows the language prefix of a path, as in `bodies/`; None when it has no such prefix."""
    first, _, rest = path[1:].partition("/")
    return rest if f"/{first}/" in _PREFIX_SET else None


def takes_forms(path: str) -> bool:
    """Whether anything may be sent to this address."""
    first, _, rest = path[1:].partition("/")
    return rest.startswith(PERSONAL) and f"/{first}/" in _PREFIX_SET


def is_personal(path: str) -> bool:
    """Whether this address answers somebody in particular: a session, nothing kept by anybody."""
    return takes_forms(path) or path.startswith(RETURNS)


def is_framed(path: str) -> bool:
    """Whether this address was made to stand in a frame of another site."""
    return path.endswith("/frame/") and "/programmes/" in path


def absolute(path: str) -> str:
    """With the public address in front when there is one; never with what a visitor sent as host."""
    return f"{settings.PUBLIC_ADDRESS}{path}"


def site() -> str:
    """Where calendars, feeds and mails, read elsewhere, find the pages. Never what a visitor sent as host."""
    return settings.PUBLIC_ADDRESS or f"http://localhost:{os.environ.get('INTERLOCAL_PORT', '8000')}"


@cache
def static(path: str) -> str:
    """The address of a static file. It changes with its content, so browsers may keep it."""
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return f"{settings.STATIC_URL}{path}?v={sha256(Path(found).read_bytes()).hexdigest()[:10]}"
