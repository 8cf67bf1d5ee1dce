from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from interlocal.evidence import queries as evidence
from interlocal.ground.tongues import reading
from interlocal.portal import terms
from interlocal.portal.activity import Living, activity, activity_on_record, reported
from interlocal.portal.filters import Filters
from interlocal.portal.narrowing import Asked, choice_of, like, one_of, words_of
from interlocal.portal.tie_pictures import tie_map
from interlocal.programmes import queries as programmes
from interlocal.registry import kinds, queries, rules
from interlocal.registry.queries.ties import TieRow


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
    lives, telling = activity_on_record(
        ties=[_living(row) for row in rows], tongue=tongue, today=timezone.localdate()
    )
    notes = evidence.notes([*(note for row in rows for note in row.footnotes), *telling], tongue=tongue)
    context = {"page": page.rows, "form": form, "notes": notes, "terms": terms, "lives": lives}
    asked_for = {"type": chosen["tie_type"], **{name: chosen[name] for name in ("pair", "state", "q")}}
    return render(
        request, "portal/ties.html", {**context, "asked_for": asked_for, "years": rules.DORMANT_AFTER_YEARS}
    )


def tie(request: HttpRequest, slug: str) -> HttpResponse:
    tongue = reading()
    page = queries.tie_page(slug=slug, tongue=tongue)
    figures = evidence.figures(kind="tie", key=slug, tongue=tongue)
    tie = _living(page.tie)
    shared = programmes.editions_shared(bodies=tie.bodies, tongue=tongue, since=tie.since)
    lives = activity(ties=[tie], said={slug: figures}, today=timezone.localdate())
    told = reported(figures, tie.since)
    footnotes = [*page.tie.footnotes, *evidence.footnotes_of(figures), *(row.footnote for row in shared)]
    context = {
        "page": page,
        "figures_of": [figure for figure in figures if figure not in told],
        "told": told,
        "shared": shared,
        "life": lives[slug],
        "map": tie_map(page),
        "notes": evidence.notes(footnotes, tongue=tongue),
        "terms": terms,
        "years": rules.DORMANT_AFTER_YEARS,
    }
    return render(request, "portal/tie.html", context)


def _living(row: TieRow) -> Living:
    return Living(row.slug, row.state, row.since, [side.body.slug for side in row.sides])
