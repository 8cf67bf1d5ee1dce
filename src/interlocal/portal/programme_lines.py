"""A programme as its page prints it, item by item.

A programme has hundreds of names, topics and marks, and asking the template engine for each of them took
most of the
time of the page. Here each is printed once, and the template puts the finished parts in their places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import pgettext
from markupsafe import Markup, escape

from interlocal.evidence.queries import Notes
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal import jinja, links
from interlocal.portal import programme_terms as terms
from interlocal.programmes.queries import EditionPage, Named
from interlocal.programmes.queries.edition_values import ItemRow, PersonIn

_NOTHING = Markup("")
_CHECKED = ("original", "human")
_TONES = {"done": " ok", "declined": " off", "sought": " warn"}


@dataclass(frozen=True, slots=True)
class Line:
    """An item in finished parts; what it does not have is empty."""

    slug: str
    state: str
    state_words: Markup
    tone: str
    kind: Markup
    hours: Markup
    title: Markup
    about: Markup
    place: Markup
    people: tuple[tuple[Markup, Markup], ...]
    topics: Markup


class Printer:
    """Prints for one page: every name, address and mark once."""

    def __init__(self, notes: Notes) -> None:
        self.notes, self.tongue = notes, reading()
        self.prefix = links.prefix(self.tongue)
        self.printed: dict[object, Markup] = {}

    def text(self, shown: Shown | None) -> Markup:
        if shown is None:
            return _NOTHING
        # Nothing to mark: the common case is not worth asking the engine for.
        if shown.lang == self.tongue and shown.state in _CHECKED:
            return escape(shown.text)
        return jinja.t(shown)

    def marks(self, footnote: int | None) -> Markup:
        if (found := self.printed.get(footnote)) is None:
            found = self.printed[footnote] = jinja.marks(self.notes, footnote)
        return found

    def link(self, plural: str, slug: str, shown: Shown | None) -> str:
        return f'<a href="{self.prefix}{plural}/{slug}/">{self.text(shown)}</a>'

    def person(self, person: PersonIn) -> Markup:
        """Name, own name, body and post, as far as they are known."""
        key = (person.person, person.body, person.post.text if person.post else "")
        if (found := self.printed.get(key)) is None:
            found = self.printed[key] = self._person(person)
        return found

    def _person(self, person: PersonIn) -> Markup:
        parts = []
        if person.person:
            own = person.own
            spelt = f' <span class="own" lang="{own.lang}">{escape(own.text)}</span>' if own else ""
            parts.append(self.link("people", person.person, person.name) + spelt)
        body = self.link("bodies", person.body, person.body_name) if person.body else ""
        # The Prime Minister is a body and its only post: the name is said once.
        alike = person.body_name and person.post and person.post.text == person.body_name.text
        post = f"{body} {self.text(person.post)}" if person.post and not alike else body
        between = pgettext("between a name and a post", ", ")
        return Markup(between.join([*parts, post] if post else parts))  # noqa: S704  # of escaped parts

    def topics(self, topics: tuple[Named, ...]) -> Markup:
        key = tuple(topic.slug for topic in topics)
        if (found := self.printed.get(key)) is None:
            links = " · ".join(self.link("topics", topic.slug, topic.name) for topic in topics)
            found = self.printed[key] = Markup(links)  # noqa: S704  # of escaped parts
        return found

    def word(self, term: Callable[[str], str], code: str) -> Markup:
        if (found := self.printed.get((term, code))) is None:
            found = self.printed[term, code] = escape(term(code))
        return found

    def hours(self, item: ItemRow) -> Markup:
        key = (item.starts, item.ends, item.zone)
        if (found := self.printed.get(key)) is None:
            found = self.printed[key] = _hours(item)
        return found


def _hours(item: ItemRow) -> Markup:
    if item.starts is None:
        return Markup("")
    hours = [moment.isoformat("minutes") for moment in (item.starts, item.ends) if moment]
    printed = "–".join(f'<time datetime="{hour}">{hour}</time>' for hour in hours)
    zone = f' <span class="quiet">{escape(terms.zone(item.zone))}</span>' if item.zone else ""
    return Markup(printed + zone)  # noqa: S704  # of escaped parts


def lines(page: EditionPage) -> Iterator[tuple[PartialDate | None, list[Line]]]:
    """The days of a programme with their items. Called while the page is rendered, which notes unchecked
    texts.
    """
    printer = Printer(page.notes)
    for day in page.days:
        yield day.day, [_line(item, printer) for item in day.items]


def _line(item: ItemRow, printer: Printer) -> Line:
    return Line(
        item.slug,
        item.state,
        printer.word(terms.item_state, item.state),
        _TONES.get(item.state, ""),
        printer.word(terms.item_kind, item.kind),
        printer.hours(item),
        printer.text(item.title) + printer.marks(item.footnote),
        printer.text(item.about),
        printer.text(item.place),
        tuple((printer.word(terms.item_role, who.capacity), printer.person(who)) for who in item.people),
        printer.topics(item.topics),
    )
