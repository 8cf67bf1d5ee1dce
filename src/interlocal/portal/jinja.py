"""The template engine of the public pages: escaping on, unknown variables are errors.

Names and texts come as `Shown` and are printed by `t`, which says in the markup which language they are in.
What else templates can call is in GLOBALS.
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from interlocal.evidence.queries import Notes
from interlocal.ground import wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal import claims, frame, links
from interlocal.portal.countries import country_name


def t(shown: Shown | None) -> Markup:
    """The text, marked with its language where that is not the page's, and with a state that needs a sign."""
    if shown is None:
        return Markup("")
    text, marks = escape(shown.text), ""
    if shown.lang != reading():
        marks = f' lang="{shown.lang}"'
    if shown.state == "machine" or shown.state == "outdated":
        marks += f' class="{shown.state}"'
        setattr(frame.now, shown.state, True)
    # Quicker than Markup.format, and a page has hundreds: the text is escaped, the rest is our own words.
    return Markup(f"<span{marks}>{text}</span>") if marks else text  # noqa: S704


def day(on: PartialDate | None) -> str:
    return "" if on is None else wording.print_date(on, reading())


def days(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    """A half-open pair as the days between: 19–20 June 2025."""
    return wording.print_period(from_on, until_on, reading()) if until_on else day(from_on)


def period(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    return wording.print_period(from_on, until_on, reading())


def number(n: int | Decimal) -> str:
    return wording.print_number(n, reading())


def count(n: int, noun: wording.Noun) -> str:
    return wording.print_count(n, noun, reading())


def quantity(n: int | Decimal, qualifier: str, noun: wording.Noun) -> str:
    return claims.quantity(n, qualifier, noun, reading())


def country(code: str) -> str:
    return country_name(code, reading())


def marks(notes: Notes, footnote: int | None) -> Markup:
    """Links to the numbered sources at the foot of the page that this fact rests on."""
    found = () if footnote is None else notes.marks.get(footnote, ())
    if not found:
        return Markup("")
    return Markup(  # noqa: S704  # numbers, and a place that is escaped
        '<sup class="marks">'
        + " ".join(
            f'<a role="doc-noteref" href="#source-{mark.number}"'
            + (f' title="{escape(mark.place)}"' if mark.place else "")
            + f">{mark.number}</a>"
            for mark in found
        )
        + "</sup>"
    )


GLOBALS = {
    "t": t,
    "day": day,
    "days": days,
    "period": period,
    "number": number,
    "count": count,
    "quantity": quantity,
    "country": country,
    "marks": marks,
    "claim_value": claims.claim_value,
    "claim_subject": claims.claim_subject,
    "tongue": reading,
    "href": links.href,
    "page_url": links.page_url,
    "static": links.static,
    "absolute": links.absolute,
    "here": frame.here,
    "here_path": frame.here_path,
    "asked": frame.asked,
    "languages": frame.languages,
    "unchecked": frame.unchecked,
    "outdated": frame.outdated,
}


def environment(**options: Any) -> Environment:
    made = Environment(  # noqa: S701  # Django hands autoescape=True over in the options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        frame.say, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    made.globals |= GLOBALS
    return made
