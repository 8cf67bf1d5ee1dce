"""What a search found, line by line as the page prints it, and what it can be narrowed by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from markupsafe import Markup

from interlocal.ground import wording
from interlocal.ground.countries import country_name
from interlocal.ground.dates import PartialDate
from interlocal.ground.pages import finding, seeking
from interlocal.ground.pages.filters import Choice, Option
from interlocal.ground.pages.printing import t
from interlocal.ground.pages.seeking import Sought
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal import links
from interlocal.programmes import queries as programmes
from interlocal.registry import queries as registry
from interlocal.search.queries import Better, Choices, Hit, Marked, SearchPage

Subject = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One result. `met`: the name or title found, where the name shown is another; `whole`: of what it is a part.
    Addresses are empty where there is no page.
    """

    kind: str
    name: Markup
    href: str
    country: str
    day: str
    met: Markup | None
    excerpt: Markup | None
    why: tuple[Markup, ...]
    whole: Shown | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A filter in force: what it says, and the search without it."""

    label: str
    value: str
    query: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Another search that finds something."""

    says: Markup
    count: str
    query: str


def names(page: SearchPage, sought: Sought, tongue: str) -> dict[Subject, Shown]:
    """What the homes of results are called, and what it is narrowed to where nothing is left. Two queries at most."""
    wanted = {hit.home for hit in page.hits if hit.home != (hit.kind, hit.key)}
    known = {("body", one.value) for one in page.choices.bodies} | {
        ("topic", one.value) for one in page.choices.topics
    }
    wanted |= {(kind, key) for kind in ("body", "topic") if (key := getattr(sought, kind))} - known
    return registry.names_of(subjects=wanted, tongue=tongue) | programmes.names_of(
        subjects=wanted, tongue=tongue
    )


def lines(hits: Iterable[Hit], called: Mapping[Subject, Shown], tongue: str) -> list[Line]:
    return [_line(hit, called, tongue) for hit in hits]


def _line(hit: Hit, called: Mapping[Subject, Shown], tongue: str) -> Line:
    return Line(
        finding.one(hit.kind),
        _name(hit, tongue),
        address(hit),
        country_name(hit.country, tongue) if hit.country else "",
        wording.print_date(PartialDate.of(hit.day), tongue) if hit.day else "",
        _marked(hit.marked, tongue) if hit.matched and hit.marked else None,
        _marked(hit.excerpt, tongue) if hit.excerpt else None,
        tuple(finding.reasons(((one.reason, one.seen) for one in hit.why), _met(hit))),
        called.get(hit.home) if hit.home != (hit.kind, hit.key) else None,
    )


def address(hit: Hit) -> str:
    """The page that shows it; empty where there is none."""
    kind, key = hit.home
    return links.href(kind, key) if kind in finding.HAVE_PAGES and key else ""


def _name(hit: Hit, tongue: str) -> Markup:
    """With what was met marked, where it was met in this very name."""
    marked = hit.marked
    is_it = marked and (_text(marked), marked.lang) == (hit.name.text, hit.name.lang)
    plain = t(hit.name)
    if not marked or not is_it:
        return plain
    sign = hit.name.state if hit.name.state in ("machine", "outdated") else ""
    text = _marked(marked, tongue)
    return Markup('<span class="{}">{}</span>').format(sign, text) if sign else text


def _marked(marked: Marked, tongue: str) -> Markup:
    """A name met as a whole, as by its sound, has no part to mark: all of it is."""
    return finding.marked(
        marked.lang, [(part.text, part.hit or not marked.met) for part in marked.segments], tongue
    )


def _text(marked: Marked) -> str:
    return "".join(part.text for part in marked.segments)


def reasons(hit: Hit) -> list[Markup]:
    """Why it was found, a sentence for each reason."""
    met = _met(hit)
    return [finding.why(one.reason, one.seen, met) for one in hit.why]


def _met(hit: Hit) -> Shown | None:
    """The first words met, in the original."""
    for marked in (hit.marked, hit.excerpt):
        if found := next((part.text for part in marked.segments if part.hit), "") if marked else "":
            return Shown(found, marked.lang if marked else "und")
    return None


# -- what it can be narrowed by --


def fields(choices: Choices, sought: Sought, called: Mapping[Subject, Shown]) -> list[Choice]:
    """Select boxes; a choice that leaves nothing is offered only while it is in force."""
    counted = {
        "country": choices.countries,
        "body": choices.bodies,
        "topic": choices.topics,
        "year": choices.years,
        "lang": choices.langs,
    }
    made = []
    for name, found in counted.items():
        told = {one.value: Option(one.value, _says(name, one.value, one.name), one.count) for one in found}
        if (value := sought.narrowed.get(name, "")) and value not in told:
            told[value] = Option(value, _says(name, value, called.get((name, value))), 0)
        if told:
            made.append(Choice(name, seeking.label(name), list(told.values()), value))
    return made


def _says(name: str, value: str, called: Shown | None) -> str:
    if called is not None:
        return called.text
    if name == "country":
        return country_name(value, reading())
    if name == "lang":
        return finding.language(value)
    return finding.kinds(value) if name == "kind" else value


def kept(form: Sequence[Choice], sought: Sought) -> list[Kept]:
    told = [Kept(seeking.label("kind"), finding.kinds(sought.kind), "kind")] if sought.kind else []
    for field in form:
        told += [
            Kept(field.label, option.label, field.name)
            for option in field.options
            if option.value == field.value
        ]
    return [Kept(one.label, one.value, sought.query(**{one.query: ""})) for one in told]


# -- where nothing was found --


def offers(found: Iterable[Better], sought: Sought) -> list[Offer]:
    return [_offer(better, sought) for better in found]


def _offer(better: Better, sought: Sought) -> Offer:
    count = ngettext("%(total)s result", "%(total)s results", better.count)
    told = count % {"total": wording.print_number(better.count, reading())}
    bare = dict.fromkeys(seeking.FILTERS, "")
    if better.way == "without" and better.dropped != "all":
        says = _said(gettext("Without the filter “%(filter)s”"), filter=seeking.label(better.dropped))
        return Offer(says, told, sought.query(**{better.dropped: ""}))
    query = sought.query(**bare, q=better.words)
    if better.way == "without":
        return Offer(_said(gettext("Without any filter")), told, query)
    words = finding.printed(better.shown or Shown(better.words, "und"))
    sentence = {
        "spelt": gettext("Did you mean “%(words)s”?"),
        "concept": gettext("Near in meaning: “%(words)s”"),
        "fewer": gettext("Only “%(words)s”"),
    }[better.way]
    return Offer(_said(sentence, words=words), told, query)


def _said(sentence: str, **values: str) -> Markup:
    return Markup(sentence) % values  # noqa: S704  # of the catalogue; values are escaped
