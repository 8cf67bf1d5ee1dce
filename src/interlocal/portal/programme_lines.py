"""A programme as its page prints it, item by item.

A programme has hundreds of names, topics and marks, and asking the template engine for each of them took most of
the time of the page. Here each is printed once, and the template puts the finished items of a day in their place.
"""

from collections.abc import Callable, Iterator

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

_CHECKED = ("original", "human")
_TONES = {"done": " ok", "declined": " off", "sought": " warn"}


class Printer:
    """Prints for one page: every name, address and mark once. What it returns is escaped; being text and not
    Markup, it is not escaped again where it is joined.
    """

    def __init__(self, notes: Notes) -> None:
        self.notes, self.tongue = notes, reading()
        self.prefix = links.prefix(self.tongue)
        self.between = str(escape(pgettext("between a name and a post", ", ")))
        self.escaped: dict[str, str] = {}
        self.printed: dict[object, str] = {}

    def text(self, shown: Shown | None) -> str:
        if shown is None:
            return ""
        # Nothing to mark in the common case, and names and halls come again and again.
        if shown.lang != self.tongue or shown.state not in _CHECKED:
            return f"{jinja.marked(shown, self.tongue)}"
        if (found := self.escaped.get(shown.text)) is None:
            found = self.escaped[shown.text] = f"{escape(shown.text)}"
        return found

    def marks(self, footnote: int | None) -> str:
        if (found := self.printed.get(footnote)) is None:
            found = self.printed[footnote] = f"{jinja.marks(self.notes, footnote)}"
        return found

    def link(self, plural: str, slug: str, shown: Shown | None) -> str:
        return f'<a href="{self.prefix}{plural}/{slug}/">{self.text(shown)}</a>'

    def person(self, person: PersonIn) -> str:
        """Name, own name, body and post, as far as they are known."""
        key = (person.person, person.body, person.post.text if person.post else "")
        if (found := self.printed.get(key)) is None:
            found = self.printed[key] = self._person(person)
        return found

    def _person(self, person: PersonIn) -> str:
        parts = []
        if person.person:
            own = person.own
            spelt = f' <span class="own" lang="{own.lang}">{escape(own.text)}</span>' if own else ""
            parts.append(self.link("people", person.person, person.name) + spelt)
        body = self.link("bodies", person.body, person.body_name) if person.body else ""
        # The Prime Minister is a body and its only post: the name is said once.
        alike = person.body_name and person.post and person.post.text == person.body_name.text
        post = f"{body} {self.text(person.post)}" if person.post and not alike else body
        return self.between.join([*parts, post] if post else parts)

    def topics(self, topics: tuple[Named, ...]) -> str:
        key = tuple(topic.slug for topic in topics)
        if (found := self.printed.get(key)) is None:
            found = " · ".join(self.link("topics", topic.slug, topic.name) for topic in topics)
            self.printed[key] = found
        return found

    def word(self, term: Callable[[str], str], code: str) -> str:
        if (found := self.printed.get((term, code))) is None:
            found = self.printed[term, code] = str(escape(term(code)))
        return found

    def hours(self, item: ItemRow) -> str:
        key = (item.starts, item.ends, item.zone)
        if (found := self.printed.get(key)) is None:
            zone = f' <span class="quiet">{self.word(terms.zone, item.zone)}</span>' if item.zone else ""
            found = self.printed[key] = _hours(item) + zone
        return found


def _hours(item: ItemRow) -> str:
    if item.starts is None:
        return ""
    hours = [moment.isoformat("minutes") for moment in (item.starts, item.ends) if moment]
    return "–".join([f'<time datetime="{hour}">{hour}</time>' for hour in hours])


def lines(page: EditionPage) -> Iterator[tuple[PartialDate | None, Markup]]:
    """The days of a programme with their items. Called while the page is rendered, which notes unchecked
    texts.
    """
    printer = Printer(page.notes)
    for day in page.days:
        items = "\n".join([_line(item, printer) for item in day.items])
        yield day.day, Markup(items)  # noqa: S704  # of escaped parts


def _line(item: ItemRow, printer: Printer) -> str:
    """An item of the list; what it does not have is left out."""
    word, text = printer.word, printer.text
    hours = f'<p class="hours">{printer.hours(item)}</p>\n' if item.starts else ""
    kind, state = word(terms.item_kind, item.kind), word(terms.item_state, item.state)
    place = f' <span class="at">{text(item.place)}</span>' if item.place else ""
    about = f"<p>{text(item.about)}</p>\n" if item.about else ""
    people = f'<ul class="who">{_people(item.people, printer)}</ul>\n' if item.people else ""
    topics = f'<p class="topics">{printer.topics(item.topics)}</p>\n' if item.topics else ""
    # The states and slugs of items are words of a closed list and of an address: nothing in them to escape.
    return (
        f'<li class="item {item.state}" id="item-{item.slug}">\n{hours}'
        f'<p class="meta"><span class="kind">{kind}</span>{place}'
        f' <span class="tag{_TONES.get(item.state, "")}">{state}</span></p>\n'
        f"<h4>{text(item.title)}{printer.marks(item.footnote)}</h4>\n{about}{people}{topics}</li>"
    )


def _people(people: tuple[PersonIn, ...], printer: Printer) -> str:
    return "".join(
        [
            f'<li><span class="role">{printer.word(terms.item_role, who.capacity)}</span> {printer.person(who)}</li>'
            for who in people
        ]
    )
