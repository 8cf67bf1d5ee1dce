from django.utils.translation import gettext as _
from markupsafe import Markup

from interlocal.ground.pictures import Caption, Link, Place, Text, east_asia_map
from interlocal.ground.tongues import reading
from interlocal.portal.links import href
from interlocal.registry.queries import TiePage


def tie_map(page: TiePage) -> Markup | None:
    """The sides of a tie and the arc between them; None where fewer than two have a seat on record."""
    located = [side for side in page.tie.sides if side.at]
    if len(located) < 2:
        return None
    tongue = reading()
    places = [
        Place(
            side.at[0],
            side.at[1],
            Text(side.body.name.text, side.body.name.lang),
            href=href("body", side.body.slug),
        )
        for side in located
        if side.at
    ]
    caption = Caption(
        "tie-map",
        Text(_("Where the two sides are"), tongue),
        Text(
            _("A map of the seats of the bodies tied to each other. The table of sides names them."), tongue
        ),
    )
    links = [Link(0, end) for end in range(1, len(places))]
    return east_asia_map(
        caption=caption, places=places, links=links, nothing=Text(_("No seat is known."), tongue)
    )
