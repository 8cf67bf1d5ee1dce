"""Who rides in which vehicle, for each item or for all the days, and who has no seat yet."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.facts import Facts
from interlocal.documents.formats.document import Document
from interlocal.documents.papers import placed_lists
from interlocal.documents.papers.paper import Option, Paper, Wish

TITLE: Final = _("Vehicle list")


def build(facts: Facts, wish: Wish) -> Document:
    return placed_lists.build(facts, wish, ResourceKind.VEHICLE, TITLE)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    return placed_lists.lacks(facts, wish, ResourceKind.VEHICLE)


PAPER: Final = Paper(
    key="car_list",
    name=TITLE,
    about=_("Who rides in which vehicle, for each item or for all the days, and who has no seat yet."),
    group="lists",
    formats=("pdf", "xlsx"),
    build=build,
    scopes=("all", "body", "item"),
    shows=("public", "inner"),
    options=(
        Option(
            "phones",
            _("Telephones of drivers"),
            (("without", _("left out")), ("with", _("printed, for the organisers only"))),
        ),
    ),
    lacks=lacks,
)
