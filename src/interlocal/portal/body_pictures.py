"""The pictures of a body's page, each with the rows of the table that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from markupsafe import Markup

from interlocal.ground.pictures import (
    Caption,
    Column,
    Edge,
    Node,
    Place,
    Text,
    columns,
    east_asia_map,
    network,
)
from interlocal.ground.pictures.network import EdgeKind, NodeKind
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.portal.links import href
from interlocal.programmes.queries import EditionRow
from interlocal.registry.queries import BodyPage

MOST = 40
_GOVERNMENTS = ("country", "province", "municipality")
_HOSTING = ("host", "co_host")


def said(words: str) -> Text:
    return Text(words, reading())


def as_text(shown: Shown) -> Text:
    return Text(shown.text, shown.lang)


def seat_map(page: BodyPage) -> Markup | None:
    return None if page.at is None else _seat(page.at, page.name, reading())


# The same values give the same picture, and drawing it takes longer than reading what it shows.
@lru_cache(maxsize=512)
def _seat(at: tuple[float, float], name: Shown, tongue: str) -> Markup:
    caption = Caption(
        "seat",
        Text(_("Where it is"), tongue),
        Text(_("A map with the seat of this body, at the place given by its coordinates."), tongue),
    )
    place = Place(at[0], at[1], as_text(name), kind="host")
    return east_asia_map(caption=caption, places=[place], nothing=Text(_("Its seat is not known."), tongue))


def activity_chart(years: Sequence[tuple[int, int, int]]) -> Markup:
    return _chart(tuple(years), reading())


@lru_cache(maxsize=512)
def _chart(years: tuple[tuple[int, int, int], ...], tongue: str) -> Markup:
    caption = Caption(
        "activity",
        Text(_("Activity by year"), tongue),
        Text(
            _("The editions hosted and attended in each year. The table beside it has the same numbers."),
            tongue,
        ),
    )
    hint = _("%(year)s: hosted %(hosted)s, attended %(attended)s")
    made = [
        Column(
            year,
            hosted,
            attended,
            Text(hint % {"year": year, "hosted": hosted, "attended": attended}, tongue),
        )
        for year, hosted, attended in years
    ]
    return columns(
        caption=caption,
        years=made,
        hosted=Text(_("hosted"), tongue),
        attended=Text(pgettext("editions of a body", "attended"), tongue),
        nothing=Text(_("No edition is on record."), tongue),
    )


@dataclass(slots=True)
class Web:
    """Who is connected with a body, while it is being collected: keys are `kind/slug`."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)
    rows: list[tuple[Shown, str, str]] = field(default_factory=list)

    def add(self, key: str, node: Node) -> bool:
        """Whether it is in: the picture takes no more than it can show."""
        if key not in self.nodes and len(self.nodes) >= MOST:
            return False
        self.nodes.setdefault(key, node)
        return True

    def join(self, start: str, end: str, kind: str) -> None:
        """One line between two: a stronger reason given first stays."""
        if (end, start) not in self.edges:
            self.edges.setdefault((start, end), Edge(start, end, kind))  # type: ignore[arg-type]  # one of its kinds


def connections(page: BodyPage, editions: Sequence[EditionRow], kinds: Mapping[str, str]) -> Web:
    """The body with its series and their hosts, its ties, its associations and members."""
    web = Web()
    us = f"body/{page.slug}"
    web.add(us, Node(us, as_text(page.name), "government" if page.kind in _GOVERNMENTS else "office"))
    for tie in page.ties:
        for side in tie.others:
            _body(web, us, side.body.slug, side.body.name, "tie", _("tie"), kinds)
    _series(web, us, editions)
    for relation in page.memberships:
        _body(
            web, us, relation.body.slug, relation.body.name, "member", _("association it belongs to"), kinds
        )
    for relation in page.members:
        _body(web, us, relation.body.slug, relation.body.name, "member", _("member"), kinds)
    _hosts(web, us, editions, kinds)
    return web


def neighbours(page: BodyPage, editions: Sequence[EditionRow]) -> set[str]:
    """Slugs of every body that the picture may show."""
    found = {side.body.slug for tie in page.ties for side in tie.others}
    found |= {relation.body.slug for relation in (*page.memberships, *page.members)}
    return found | {host.slug for edition in editions for host in edition.hosts}


def _body(
    web: Web, start: str, slug: str, name: Shown, kind: str, words: str, kinds: Mapping[str, str]
) -> None:
    key = f"body/{slug}"
    if key in web.nodes and (start, key) in web.edges:
        return
    sign = "government" if kinds.get(slug) in _GOVERNMENTS else "office"
    if web.add(key, Node(key, as_text(name), sign, href=href("body", slug))):  # type: ignore[arg-type]  # one of its kinds
        web.join(start, key, kind)
        web.rows.append((name, href("body", slug), words))


def _series(web: Web, us: str, editions: Sequence[EditionRow]) -> None:
    hosted = {edition.series for edition in editions if set(edition.capacities) & set(_HOSTING)}
    for edition in editions:
        key = f"series/{edition.series}"
        if key in web.nodes:
            continue
        hosting = edition.series in hosted
        address = href("series", edition.series)
        if web.add(key, Node(key, as_text(edition.series_name), "series", href=address)):
            web.join(us, key, "host" if hosting else "member")
            words = _("series it hosted in") if hosting else _("series it took part in")
            web.rows.append((edition.series_name, address, words))


def _hosts(web: Web, us: str, editions: Sequence[EditionRow], kinds: Mapping[str, str]) -> None:
    for edition in editions:
        series = f"series/{edition.series}"
        for host in edition.hosts:
            if f"body/{host.slug}" != us and series in web.nodes:
                words = _("host in “%(series)s”") % {"series": edition.series_name.text}
                _body(web, series, host.slug, host.name, "host", words, kinds)


def connection_picture(page: BodyPage, web: Web) -> Markup | None:
    """None where the body stands alone."""
    if not web.edges:
        return None
    caption = Caption(
        "connections",
        said(_("Connections through series and ties")),
        said(_("Bodies and series connected with this body. The table beside it lists them.")),
    )
    legend: dict[NodeKind | EdgeKind, Text] = {
        "government": said(_("government")),
        "office": said(_("association, office or ministry")),
        "series": said(_("series")),
        "member": said(_("takes part or is a member")),
        "host": said(_("hosted")),
        "tie": said(_("tie")),
    }
    return network(
        caption=caption,
        nodes=tuple(web.nodes.values()),
        edges=tuple(web.edges.values()),
        nothing=said(_("No connection is on record.")),
        kinds=legend,
    )
