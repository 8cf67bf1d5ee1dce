"""Addresses of the office, in the language of the page being made. Joined strings: a list has hundreds."""

from interlocal.ground.pages.links import PREFIXES
from interlocal.ground.tongues import reading


def office(path: str = "") -> str:
    """Without a hat: `office("admin/people/")`."""
    return f"{PREFIXES[reading()]}office/{path}"


def hat(body: str, path: str = "") -> str:
    """Everything done for one government."""
    return f"{PREFIXES[reading()]}office/{body}/{path}"


def preparation(body: str, slug: str, path: str = "") -> str:
    return f"{PREFIXES[reading()]}office/{body}/preparations/{slug}/{path}"


def account(path: str = "") -> str:
    return f"{PREFIXES[reading()]}account/{path}"


def personal(token: str, path: str = "") -> str:
    """Below a personal link."""
    return f"{PREFIXES[reading()]}with/{token}/{path}"


_PILES = {"person": "people", "body": "bodies", "series": "series"}


def public(kind: str, slug: str) -> str:
    """The public page of a subject: series, edition, body, person, tie, source, topic."""
    return f"{PREFIXES[reading()]}{_PILES.get(kind, f'{kind}s')}/{slug}/"
