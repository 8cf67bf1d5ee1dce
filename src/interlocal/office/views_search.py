"""The search box of the office: what everybody finds, and what those may know of for whom one acts."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from interlocal.ground.pages import finding, seeking
from interlocal.ground.punctuation import sentences
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, show
from interlocal.registry import queries as registry
from interlocal.search import queries
from interlocal.search.queries import Hit, Marked, Suggested


@dataclass(frozen=True, slots=True)
class Line:
    """One result; `met` is the name found, where the name shown is another."""

    kind: str
    name: Shown
    href: str
    met: Markup | None
    excerpt: Markup | None
    why: tuple[Markup, ...]


def search(request: OfficeRequest) -> HttpResponse:
    sought, tongue, audience = seeking.sought(request), reading(), _audience(request)
    page = queries.search_page(
        words=sought.words,
        kind=sought.kind,
        country=sought.country,
        body=sought.body,
        topic=sought.topic,
        year=sought.year,
        lang=sought.lang,
        sort=sought.sort,
        number=sought.number,
        tongue=tongue,
        audience=audience,
    )
    empty = page.words and not page.hits
    values = {
        "page": page,
        "sought": sought,
        "lines": [_line(hit, tongue) for hit in page.hits],
        "better": queries.next_best(
            words=page.typed, narrowed=page.narrowed, tongue=tongue, audience=audience
        )
        if empty
        else (),
        "kinds": finding.kinds,
        "filter_label": seeking.label,
    }
    return show(request, "office/search/page.html", values)


def _audience(request: OfficeRequest) -> frozenset[str]:
    """What may be known under any of the hats that can be worn today."""
    user = request.actor.user or 0
    hats = registry.hats(user=user, on=request.arrived_at.date(), tongue=reading())
    return frozenset(f"body:{hat.body}" for hat in hats)


def _line(hit: Hit, tongue: str) -> Line:
    met = next((part.text for part in hit.marked.segments if part.hit), "") if hit.marked else ""
    seen = Shown(met, hit.marked.lang) if met and hit.marked else None
    return Line(
        finding.one(hit.kind),
        hit.name,
        _page_of(hit.home),
        _marked(hit.marked, tongue) if hit.matched else None,
        _marked(hit.excerpt, tongue),
        tuple(finding.reasons(((one.reason, one.seen) for one in hit.why), seen)),
    )


def _marked(marked: Marked | None, tongue: str) -> Markup | None:
    if marked is None:
        return None
    parts = [(part.text, part.hit or not marked.met) for part in marked.segments]
    return finding.marked(marked.lang, parts, tongue)


def _page_of(home: tuple[str, str]) -> str:
    kind, key = home
    return links.public(kind, key) if kind in finding.HAVE_PAGES and key else ""


def suggest(request: OfficeRequest) -> HttpResponse:
    found = queries.suggest(typed=request.GET.get("q", ""), tongue=reading(), audience=_audience(request))
    return JsonResponse({"said": _said(len(found)), "suggestions": [_suggestion(one) for one in found]})


def _said(count: int) -> str:
    if not count:
        return _("No name begins so. Enter searches all texts.")
    told = ngettext("%(count)s suggestion.", "%(count)s suggestions.", count) % {"count": count}
    return sentences([told, _("Arrow keys choose one.")], reading())


def _suggestion(one: Suggested) -> dict[str, Any]:
    names = {
        name: {"text": shown.text, "lang": shown.lang} if shown else None
        for name, shown in (("name", one.name), ("matched", one.matched))
    }
    query = seeking.Sought(one.name.text).query()
    return {
        **names,
        "note": finding.one(one.kind),
        "href": _page_of(one.home) or f"{links.office('search/')}?{query}",
    }
