"""The order of precedence as a file: the list with its basis and its viewpoint."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.delegations.queries.order import OrderPage
from interlocal.documents.formats import csv, xlsx
from interlocal.ground.punctuation import bracketed, colon
from interlocal.ground.tongues import reading

FORMATS = ("csv", "xlsx")
Words = Mapping[str, Mapping[str, Any]]


def written(page: OrderPage, format: str, *, words: Words) -> tuple[str, bytes]:  # noqa: A002  # as the address says
    """The media type and the bytes. `words` name the codes of rules, parts and reasons."""
    header = [
        _("No."),
        _("Government"),
        pgettext("in a list", "Place"),
        _("Family name"),
        _("Given name"),
        _("Latin"),
        _("Reading"),
        _("Post"),
        pgettext("of a delegate", "Comes as"),
        _("Basis of the place"),
    ]
    rows: list[list[csv.Cell]] = [
        [
            one.number,
            one.name.text,
            person.number,
            person.family,
            person.given,
            person.latin,
            person.reading,
            person.post.text if person.post else "",
            str(words["parts"][person.part]),
            _basis(person, words) if person.number > 1 else _basis(one, words),
        ]
        for one in page.delegations
        for person in one.delegates
    ]
    if format == "csv":
        return "text/csv; charset=utf-8", csv.table(header, rows).encode()
    return xlsx.TYPE, xlsx.workbook(page.title.text, header, rows, above=[basis(page, words)])


def basis(page: OrderPage, words: Words) -> str:
    """On what the list rests, in a line for its head."""
    tongue = reading()
    language = bracketed(str(words["tongues"][page.language]), tongue)
    rule, within = words["rules"][page.rule], words["withins"][page.within]
    seen = f"{_('Viewpoint')}{colon(tongue)}{page.viewpoint.text}"
    return f"{_('Basis')}{colon(tongue)}{rule}{language}; {within}. {seen}"


def _basis(one: Any, words: Words) -> str:
    if one.moved:
        return f"{_('by hand')}{colon(reading())}{one.moved.reason}{bracketed(one.moved.by, reading())}"
    return str(words["whys"][one.why])
