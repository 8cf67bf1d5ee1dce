from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlocal.evidence import queries as evidence
from interlocal.ground.tongues import reading
from interlocal.portal import terms
from interlocal.portal.activity import activity
from interlocal.portal.filters import Filters
from interlocal.portal.narrowing import Asked, choice_of, like, one_of, words_of
from interlocal.portal.tie_pictures import tie_map
from interlocal.programmes import queries as programmes
from interlocal.registry import kinds, queries, rules


def ties(request: HttpRequest) -> HttpResponse:
    asked, tongue = Asked(request), reading()
    chosen = {
        "pair": asked.choice("pair", _("Countries"), like("[A-Z]{2}(-[A-Z]{2})?")),
        "tie_type": asked.choice("type", _("Type"), one_of(kinds.TieType.values)),
        "state": asked.choice("state", _("State"), one_of(kinds.TieState.values)),
        "q": asked.words("q"),
    }
    page = queries.ties_page(tongue=tongue, page=asked.page, **chosen)
    form = Filters(
        (
            words_of("q", _("Name contains"), chosen["q"]),
            choice_of("pair", _("Countries"), chosen["pair"], page.pairs, terms.pair),
            choice_of("type", _("Type"), chosen["tie_type"], page.types, terms.tie_type),
            choice_of("state", _("State"), chosen["state"], page.states, terms.tie_state),
        ),
        asked.notices,
    )
    rows = page.rows.rows
    last = programmes.last_activity_of_ties(
        sides={row.slug: [side.body.slug for side in row.sides] for row in rows}
    )
    lives = activity(
        ties=((row.slug, row.state, row.since) for row in rows), last=last, today=timezone.localdate()
    )
    notes = evidence.notes((footnote for row in rows for footnote in row.footnotes), tongue=tongue)
    context = {"page": page.rows, "form": form, "notes": notes, "terms": terms, "lives": lives}
    asked_for = {"type": chosen["tie_type"], **{name: chosen[name] for name in ("pair", "state", "q")}}
    return render(
        request, "portal/ties.html", {**context, "asked_for": asked_for, "years": rules.DORMANT_AFTER_YEARS}
    )


def tie(request: HttpRequest, slug: str) -> HttpResponse:
    tongue = reading()
    page = queries.tie_page(slug=slug, tongue=tongue)
    figures = evidence.figures(kind="tie", key=slug, tongue=tongue)
    bodies = [side.body.slug for side in page.tie.sides]
    shared = programmes.editions_shared(bodies=bodies, tongue=tongue)
    last = programmes.last_activity_of_ties(sides={slug: bodies})
    lives = activity(ties=[(slug, page.tie.state, page.tie.since)], last=last, today=timezone.localdate())
    footnotes = [*page.tie.footnotes, *evidence.footnotes_of(figures), *(row.footnote for row in shared)]
    context = {
        "page": page,
        "figures_of": figures,
        "shared": shared,
        "life": lives[slug],
        "map": tie_map(page),
        "notes": evidence.notes(footnotes, tongue=tongue),
        "terms": terms,
        "years": rules.DORMANT_AFTER_YEARS,
    }
    return render(request, "portal/tie.html", context)
