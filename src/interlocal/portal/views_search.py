"""Search: the page of results, the same as JSON and as a feed, and names while one types."""

import json
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.documents import search_feed
from interlocal.documents.formats import atom
from interlocal.ground.countries import country_name
from interlocal.ground.pages import finding, seeking
from interlocal.ground.pages.seeking import Sought
from interlocal.ground.punctuation import sentences
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal import links, search_lines
from interlocal.portal.views_data import host
from interlocal.search import queries
from interlocal.search.queries import Better, Choice, Hit, Marked, SearchPage, Suggested

# The names hardly change while somebody types them.
BRIEFLY: Final = "public, max-age=60"
# A feed looks through so many pages of results for those last told of.
PAGES_OF_FEED: Final = 4


def search(request: HttpRequest) -> HttpResponse:
    sought, tongue = seeking.sought(request), reading()
    page = _found(sought)
    called = search_lines.names(page, sought, tongue)
    form = search_lines.fields(page.choices, sought, called)
    context = {
        "page": page,
        "sought": sought,
        "form": form,
        "notices": [*sought.notices, *_unknown_kind(page)],
        "lines": search_lines.lines(page.hits, called, tongue),
        "kept": search_lines.kept(form, sought),
        "offers": search_lines.offers(_better(page), sought),
        "meant": _meant(page),
        "kinds": finding.kinds,
    }
    return render(request, "portal/search.html", context)


def _found(sought: Sought, **other: Any) -> SearchPage:
    asked: dict[str, Any] = {
        "kind": sought.kind,
        "country": sought.country,
        "body": sought.body,
        "topic": sought.topic,
        "year": sought.year,
        "lang": sought.lang,
        "sort": sought.sort,
        "number": sought.number,
    }
    return queries.search_page(words=sought.words, tongue=reading(), **{**asked, **other})


def _unknown_kind(page: SearchPage) -> list[str]:
    told = _("There is no kind of result called “%(kind)s”; all kinds are shown.")
    return [told % {"kind": page.unknown_kind}] if page.unknown_kind else []


def _better(page: SearchPage) -> tuple[Better, ...]:
    """Where nothing was found."""
    if page.hits or not page.words:
        return ()
    return queries.next_best(words=page.typed, narrowed=page.narrowed, tongue=reading())


def _meant(page: SearchPage) -> Shown | None:
    """The name that was probably meant, where the best result is only written nearly so."""
    first = page.hits[0].why if page.hits else ()
    return first[0].seen if first and first[0].reason == "typo" else None


# -- names while one types --


def suggest(request: HttpRequest) -> HttpResponse:
    tongue = reading()
    found = queries.suggest(typed=request.GET.get("q", ""), tongue=tongue)
    answer = {"said": _said(len(found)), "suggestions": [_suggestion(one, tongue) for one in found]}
    return HttpResponse(_json(answer), content_type="application/json", headers={"Cache-Control": BRIEFLY})


def _said(count: int) -> str:
    """For those who do not see the list."""
    if not count:
        return _("No name begins so. Enter searches all texts.")
    told = ngettext("%(count)s suggestion.", "%(count)s suggestions.", count) % {"count": count}
    return sentences([told, _("Arrow keys choose one.")], reading())


def _suggestion(one: Suggested, tongue: str) -> dict[str, Any]:
    kind, key = one.home
    page = links.href(kind, key) if kind in finding.HAVE_PAGES else ""
    return {
        "kind": one.kind,
        "key": one.key,
        "name": _text(one.name),
        "matched": _text(one.matched),
        "note": " · ".join(filter(None, (finding.one(one.kind), _country(one.country, tongue)))),
        "href": page or links.page_url("search", q=one.name.text),
    }


def _country(code: str, tongue: str) -> str:
    return country_name(code, tongue) if code else ""


# -- the same as data --


def as_json(request: HttpRequest) -> HttpResponse:
    """A page of results. `choices` are what they can be narrowed to; `better`, where there are none, finds some."""
    sought = seeking.sought(request)
    page = _found(sought)
    answer = {
        "count": page.total,
        "more": page.more,
        "next": _next(sought, page),
        "results": [_result(hit) for hit in page.hits],
        "choices": {
            "kind": _choices(page.choices.kinds),
            "country": _choices(page.choices.countries),
            "body": _choices(page.choices.bodies),
            "topic": _choices(page.choices.topics),
            "year": _choices(page.choices.years),
            "lang": _choices(page.choices.langs),
        },
        "better": [
            {"way": one.way, "words": one.words, "without": one.dropped or None, "count": one.count}
            for one in _better(page)
        ],
        "notices": [*sought.notices, *_unknown_kind(page)],
    }
    return HttpResponse(_json(answer), content_type="application/json")


def _result(hit: Hit) -> dict[str, Any]:
    page = search_lines.address(hit)
    return {
        "kind": hit.kind,
        "id": hit.key,
        "name": _text(hit.name),
        "matched": _text(hit.matched),
        "marked": _segments(hit.marked),
        "excerpt": _segments(hit.excerpt),
        "country": hit.country or None,
        "date": hit.day.isoformat() if hit.day else None,
        "page": links.absolute(page) if page else None,
        "why": [
            {"reason": one.reason, "seen": _text(one.seen), "says": says.striptags()}
            for one, says in zip(hit.why, search_lines.reasons(hit), strict=True)
        ],
    }


def _text(shown: Shown | None) -> dict[str, str] | None:
    return {"text": shown.text, "lang": shown.lang, "state": shown.state} if shown else None


def _segments(marked: Marked | None) -> dict[str, Any] | None:
    if marked is None:
        return None
    return {"lang": marked.lang, "parts": [{"text": part.text, "hit": part.hit} for part in marked.segments]}


def _choices(found: tuple[Choice, ...]) -> list[dict[str, Any]]:
    return [{"value": one.value, "count": one.count, "name": _text(one.name)} for one in found]


def _next(sought: Sought, page: SearchPage) -> str | None:
    if page.number >= page.pages:
        return None
    return links.absolute(f"{links.page_url('search_json')}?{sought.query()}&page={page.number + 1}")


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"


# -- the same as a feed --


def feed(request: HttpRequest) -> HttpResponse:
    """A search that is kept: whoever follows it is told of what is new in it."""
    sought, tongue = seeking.sought(request), reading()
    query = sought.query(sort="")
    body = search_feed.of_search(
        words=sought.words,
        query=query,
        found=[_entry(hit) for hit in _newest(sought)],
        tongue=tongue,
        page=f"{links.site()}{links.page_url('search')}?{query}",
        own=f"{links.site()}{request.path}?{query}",
        host=host(),
    )
    return HttpResponse(body, content_type=atom.TYPE)


def _newest(sought: Sought) -> list[Hit]:
    first = _found(sought, sort="date", number=1)
    rest = range(2, min(first.pages, PAGES_OF_FEED) + 1)
    return [*first.hits, *(hit for n in rest for hit in _found(sought, sort="date", number=n).hits)]


def _entry(hit: Hit) -> search_feed.Found:
    told = [finding.one(hit.kind), *(says.striptags() for says in search_lines.reasons(hit) if says)]
    page = search_lines.address(hit) or f"{links.page_url('search')}?{urlencode({'q': hit.name.text})}"
    return search_feed.Found(
        hit.kind, hit.key, hit.home, links.site() + page, hit.name, " · ".join(told), hit.day
    )
