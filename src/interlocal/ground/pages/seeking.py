"""A search as its address says it: the words, what it is narrowed to, how it is sorted. The same behind every door."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext, pgettext

from interlocal.ground.paging import page_number

LONGEST: Final = 200
FILTERS: Final = ("kind", "country", "body", "topic", "year", "lang")
SORTS: Final = ("relevance", "date")
# What a value must look like to be looked for at all; whether there is such a one, the index knows.
_SHAPES: Final = {
    "kind": "[a-z]{1,20}",
    "country": "[A-Z]{2}",
    "body": "[a-z0-9-]{1,200}",
    "topic": "[a-z0-9-]{1,200}",
    "year": "[12][0-9]{3}",
    "lang": "[a-z]{2,3}(-[A-Z][a-z]{3})?",
    "sort": "relevance|date",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """`words` are as long as may be looked for; `notices` say what of the address was left out."""

    words: str = ""
    kind: str = ""
    country: str = ""
    body: str = ""
    topic: str = ""
    year: int = 0
    lang: str = ""
    sort: str = "relevance"
    number: int = 1
    notices: tuple[str, ...] = ()

    @property
    def narrowed(self) -> dict[str, str]:
        """What the results are narrowed to, by name."""
        return {name: str(value) for name in FILTERS if (value := getattr(self, name))}

    def query(self, **changes: str) -> str:
        """The query of the same search with some of it changed, on its first page; empty takes one away."""
        sort = {} if self.sort == "relevance" else {"sort": self.sort}
        said = {"q": self.words, **self.narrowed, **sort, **changes}
        return urlencode({name: said[name] for name in ("q", *FILTERS, "sort") if said.get(name)})


def sought(request: HttpRequest) -> Sought:
    """Raise NoSuchPage for a page number that counts none."""
    typed, notices = request.GET.get("q", ""), []
    if len(typed) > LONGEST:
        told = gettext("Only the first %(count)s characters are looked for.")
        notices.append(told % {"count": LONGEST})
    values = {}
    for name, shape in _SHAPES.items():
        given = request.GET.get(name, "").strip()
        if given and not re.fullmatch(shape, given):
            notices.append(_unknown(name, given))
            given = ""
        values[name] = given
    return _made(typed[:LONGEST], values, page_number(request.GET.get("page")), tuple(notices))


def _made(words: str, values: Mapping[str, str], number: int, notices: tuple[str, ...]) -> Sought:
    return Sought(
        words,
        kind=values["kind"],
        country=values["country"],
        body=values["body"],
        topic=values["topic"],
        year=int(values["year"] or 0),
        lang=values["lang"],
        sort=values["sort"] or "relevance",
        number=number,
        notices=notices,
    )


def _unknown(name: str, given: str) -> str:
    told = {"value": given[:40], "filter": label(name)}
    return gettext("“%(value)s” is not a choice for “%(filter)s” and was left out.") % told


def label(name: str) -> str:
    """What a filter is called."""
    return {
        "kind": gettext("Kind"),
        "country": gettext("Country"),
        "body": pgettext("one subject", "Body"),
        "topic": pgettext("one subject", "Topic"),
        "year": gettext("Year"),
        "lang": gettext("Language"),
        "sort": gettext("Sort by"),
    }[name]
