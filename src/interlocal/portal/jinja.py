"""The template engine of the public pages.

Names and texts come as `Shown` and are printed by `t`, which says in the markup which language they are in.
What else templates can call is in GLOBALS, and in what all doors share.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from interlocal.evidence.queries import Mark, Notes
from interlocal.ground import wording
from interlocal.ground.countries import country_name
from interlocal.ground.pages.engine import engine
from interlocal.ground.pages.printing import NOTHING, day, days, marked, t
from interlocal.ground.tongues import reading
from interlocal.portal import claims, links

__all__ = ["GLOBALS", "country", "day", "days", "environment", "marked", "marks", "quantity", "t"]


def quantity(n: int | Decimal, qualifier: str, noun: wording.Noun) -> str:
    return claims.quantity(n, qualifier, noun, reading())


def country(code: str) -> str:
    return country_name(code, reading())


def marks(notes: Notes, footnote: int | None) -> Markup:
    """Links to the numbered sources at the foot of the page that this fact rests on."""
    found = () if footnote is None else notes.marks.get(footnote, ())
    if not found:
        return NOTHING
    return Markup(f'<sup class="marks">{" ".join([_mark(mark) for mark in found])}</sup>')  # noqa: S704  # of escaped parts


def _mark(mark: Mark) -> str:
    title = f' title="{escape(mark.place)}"' if mark.place else ""
    return f'<a role="doc-noteref" href="#source-{mark.number}"{title}>{mark.number}</a>'


GLOBALS: dict[str, Callable[..., Any]] = {
    "quantity": quantity,
    "country": country,
    "marks": marks,
    "claim_value": claims.claim_value,
    "claim_subject": claims.claim_subject,
    "href": links.href,
    "page_url": links.page_url,
}


def environment(**options: Any) -> Environment:
    return engine(GLOBALS, **options)
