"""The papers of a preparation: what can be printed with one click, and one paper with everything that can be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.arrangements.queries import facts as arranged
from interlocal.arrangements.queries import releases
from interlocal.arrangements.rules.facts import Facts
from interlocal.documents import printing
from interlocal.documents.papers import GROUPS
from interlocal.documents.papers import papers as all_papers
from interlocal.documents.papers.paper import Paper, Wish
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import OWN_NAMES, reading
from interlocal.ground.wording import print_person
from interlocal.office import forms_papers as forms
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, done, posted, show
from interlocal.papers.commands import printings as commands
from interlocal.papers.queries import printings as queries
from interlocal.papers.queries import templates

PAGE = "office/papers/papers.html"
ONE = "office/papers/paper.html"
TEMPLATE_OF = {"pdf": "typ", "docx": "docx", "hwpx": "hwpx"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Papers of one group."""

    name: str
    papers: tuple["Offered", ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper with what the record lacks for it; `own` are the formats printed with the body's own template."""

    key: str
    name: str
    about: str
    formats: tuple[str, ...]
    own: frozenset[str]
    lacks: tuple[str, ...]
    once: UUID


def papers(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    """Everything on offer; a button prints it for all in the language of the page."""
    page = _page(request, preparation)
    form = forms.Quick(posted(request))
    if form.is_valid():
        with form.refusals():
            chosen = offered_paper(form.cleaned_data["paper"], page)
            wish = {"tongues": [reading()], **_own_only(page, body)}
            _ask(request, preparation, chosen, form.cleaned_data, wish)
            return _ordered(request, body, preparation)
    values = {
        **page_values(page),
        "form": form,
        "shelves": _shelves(request, page, body) if page.prints else (),
    }
    return show(request, PAGE, values)


def paper(request: OfficeRequest, body: str, preparation: str, paper: str) -> HttpResponse:
    """One paper: languages, for whom, options, version, template."""
    page = _page(request, preparation)
    chosen = offered_paper(paper, page)
    facts = _facts(request, preparation, ("public", "inner") if page.looks_over else ("public",))
    form = forms.Whole(
        posted(request),
        initial={
            "first": reading(),
            "own": True,
            "format": chosen.formats[0],
            "whom": request.GET.get("whom", ""),
        },
        **_choices(request, page, chosen, facts),
    )
    if form.is_valid():
        with form.refusals():
            given = form.cleaned_data
            wish = {**form.wish(), **_own_only(page, body)}
            _ask(
                request,
                preparation,
                chosen,
                given,
                wish,
                release=_number(given.get("release", forms.NOW)),
                own_template=bool(given.get("own", True)),
            )
            return done(
                request, _("The paper is being printed."), to=links.preparation(body, preparation, "papers/")
            )
    lacks = _lacks(chosen, facts, Wish((reading(),), body="" if page.looks_over else body))
    about = {"paper": chosen, "lacks": lacks, "option": forms.OPTION}
    return show(request, ONE, {**page_values(page), **about, "form": form})


def page_values(page: queries.PapersPage) -> dict[str, Any]:
    """What the list of printings needs."""
    known = all_papers()
    names = {key: str(one.name) for key, one in known.items()}
    return {"page": page, "names": names, "tongues": OWN_NAMES}


def offered_paper(key: str, page: queries.PapersPage) -> Paper:
    """Http404 for a paper that is not there, or not for who is here."""
    found = all_papers().get(key)
    if found is None or not _is_offered(found, page):
        raise Http404
    return found


def _page(request: OfficeRequest, preparation: str) -> queries.PapersPage:
    return queries.papers_page(
        actor=request.actor, preparation=preparation, tongue=reading(), at=request.arrived_at
    )


def _is_offered(one: Paper, page: queries.PapersPage) -> bool:
    """To an invited body what is public; it has no programme but the released one, and prints its own delegation."""
    return page.looks_over or (page.prints and set(one.shows) <= {"public"})


def _own_only(page: queries.PapersPage, body: str) -> dict[str, str]:
    return {} if page.looks_over else {"body": body}


def _ask(
    request: OfficeRequest,
    preparation: str,
    chosen: Paper,
    given: Mapping[str, Any],
    wish: Mapping[str, Any],
    **others: Any,
) -> None:
    printing.paper_of(chosen.key, given["format"])
    commands.ask_printing(
        actor=request.actor,
        at=request.arrived_at,
        preparation=preparation,
        once=given["once"],
        paper=chosen.key,
        format=given["format"],
        wish=wish,
        shows=chosen.shows,
        tongue=reading(),
        **others,
    )


def _ordered(request: OfficeRequest, body: str, preparation: str) -> HttpResponse:
    if request.is_htmx:
        page = _page(request, preparation)
        return show(request, PAGE, page_values(page), block="printings")
    to = links.preparation(body, preparation, "papers/#printings")
    return done(request, _("The paper is being printed."), to=to)


def _shelves(request: OfficeRequest, page: queries.PapersPage, body: str) -> tuple[Shelf, ...]:
    facts = _facts(request, page.slug, ("public", "inner") if page.looks_over else ("public",))
    wish = Wish((reading(),), body="" if page.looks_over else body)
    own = templates.standing(actor=request.actor)
    names = {
        "lists": _("Lists"),
        "cards": _("Cards and labels"),
        "days": _("For the days"),
        "letters": _("Letters and speeches"),
        "after": _("Afterwards"),
    }
    offered = [one for one in all_papers().values() if _is_offered(one, page)]
    shelves = (
        Shelf(names[group], tuple(_offered(one, facts, wish, own) for one in offered if one.group == group))
        for group in GROUPS
    )
    return tuple(shelf for shelf in shelves if shelf.papers)


def _offered(one: Paper, facts: Facts, wish: Wish, own: frozenset[tuple[str, str]]) -> Offered:
    kept = frozenset(made_as for made_as in one.formats if (one.key, TEMPLATE_OF.get(made_as)) in own)
    return Offered(
        one.key, str(one.name), str(one.about), one.formats, kept, _lacks(one, facts, wish), uuid4()
    )


def _lacks(one: Paper, facts: Facts, wish: Wish) -> tuple[str, ...]:
    try:
        return printing.lacks(one, facts, wish)
    except Refused as refused:
        return (str(refused),)


def _facts(request: OfficeRequest, preparation: str, shows: tuple[str, ...]) -> Facts:
    """Without pictures and without what would be read of people: only to say what is there."""
    return arranged.facts(
        actor=request.actor,
        preparation=preparation,
        at=request.arrived_at,
        shows=shows,
        with_photos=False,
    )


def _choices(request: OfficeRequest, page: queries.PapersPage, chosen: Paper, facts: Facts) -> dict[str, Any]:
    own = templates.standing(actor=request.actor)
    whole = chosen if page.looks_over else replace(chosen, scopes=_narrow(chosen))
    return {
        "paper": chosen,
        "whom": _whom(whole, facts, page.looks_over),
        "releases": _releases(request, page),
        "has_template": any((chosen.key, TEMPLATE_OF.get(made_as)) in own for made_as in chosen.formats),
    }


def _number(release: str) -> int | None:
    return None if release == forms.NOW else int(release)


def _narrow(chosen: Paper) -> tuple[Any, ...]:
    """An invited body narrows to one of its own people only."""
    return ("all", *(scope for scope in chosen.scopes if scope == "person"))


def _whom(chosen: Paper, facts: Facts, looks_over: bool) -> list[tuple[str, Any]]:
    tongue = reading()
    groups = {
        "body": (_("One delegation"), [(one.body, one.name[tongue].text) for one in facts.delegations]),
        "person": (
            _("One person"),
            [
                (one.key, print_person(one.family, one.given, one.script_language) or one.latin_family)
                for one in facts.people()
            ],
        ),
        "item": (
            _("One item of the programme"),
            [(str(one.id), one.title.shown(tongue).text) for one in facts.sheet.items],
        ),
        "seating": (
            pgettext("papers", "One seating"),
            [(str(one.id), one.title.shown(tongue).text) for one in facts.seatings],
        ),
    }
    return forms.whom_choices(
        chosen, everybody=_("everybody") if looks_over else _("our delegation"), groups=groups
    )


def _releases(request: OfficeRequest, page: queries.PapersPage) -> list[tuple[str, Any]]:
    if not page.looks_over:
        return []
    found = releases.numbers(actor=request.actor, preparation=page.slug)
    named = [(str(row.number), _("Version %(number)s") % {"number": row.number}) for row in found]
    return [(forms.NOW, _("Work in progress")), *named]
