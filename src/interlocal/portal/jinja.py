"""The template engine of the public pages: escaping on, unknown variables are errors.

Names and texts come as `Shown` and are printed by `t`, which says in the markup which language they are in.
What else templates can call is in GLOBALS.
"""

from decimal import Decimal
from keyword import iskeyword
from typing import Any

from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from interlocal.evidence.queries import Mark, Notes
from interlocal.ground import punctuation, wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import held, reading
from interlocal.portal import claims, frame, links
from interlocal.portal.countries import country_name

_NOTHING = Markup("")


def t(shown: Shown | None) -> Markup:
    """The text, marked with its language where that is not the page's, and with a state that needs a sign."""
    return _NOTHING if shown is None else marked(shown, reading())


def marked(shown: Shown, tongue: str) -> Markup:
    """The same for who knows the language of the page."""
    text, marks = escape(shown.text), ""
    if shown.lang != tongue:
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
        return _NOTHING
    return Markup(f'<sup class="marks">{" ".join([_mark(mark) for mark in found])}</sup>')  # noqa: S704  # of escaped parts


def _mark(mark: Mark) -> str:
    title = f' title="{escape(mark.place)}"' if mark.place else ""
    return f'<a role="doc-noteref" href="#source-{mark.number}"{title}>{mark.number}</a>'


def colon() -> str:
    """Between a label and its value, as the language writes it."""
    return punctuation.colon(reading())


def aside(text: str) -> str:
    """In brackets behind a word, with the space before them where the language has one."""
    return punctuation.bracketed(text, reading())


GLOBALS = {
    "t": t,
    "day": day,
    "days": days,
    "period": period,
    "number": number,
    "colon": colon,
    "aside": aside,
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


class Page(Template):
    def render(self, *args: Any, **kwargs: Any) -> str:
        with held():
            return super().render(*args, **kwargs)


class PlainCalls(CodeGenerator):
    """Calls what is in GLOBALS as Python does. The engine asks of every function whether it wants to be told of the
    template; ours never do, and a page calls them hundreds of times.
    """

    def visit_Call(  # noqa: N802  # the engine's name for it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        if not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for pair in node.kwargs:
            self.write(f"{pair.key}=")
            self.visit(pair.value, frame)
            self.write(", ")
        self.write(")")


def _is_plain(node: nodes.Call) -> bool:
    named = isinstance(node.node, nodes.Name) and (node.node.name == "_" or node.node.name in GLOBALS)
    starred = node.dyn_args is not None or node.dyn_kwargs is not None
    return named and not starred and not any(iskeyword(pair.key) for pair in node.kwargs)


class Engine(Environment):
    template_class = Page
    code_generator_class = PlainCalls


def environment(**options: Any) -> Environment:
    made = Engine(  # Django hands autoescape=True over in the options
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    # The extension's own `_` asks the engine three times over for what `say` knows.
    made.globals |= {**GLOBALS, "_": frame.say}
    return made
