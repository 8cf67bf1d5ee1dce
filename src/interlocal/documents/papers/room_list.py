"""Who sleeps in which hotel room, and who has none yet."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.facts import Facts
from interlocal.documents.formats.document import Document
from interlocal.documents.papers import placed_lists
from interlocal.documents.papers.paper import Paper, Wish

TITLE: Final = _("Room list")


def build(facts: Facts, wish: Wish) -> Document:
    return placed_lists.build(facts, wish, ResourceKind.BEDROOM, TITLE)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    return placed_lists.lacks(facts, wish, ResourceKind.BEDROOM)


PAPER: Final = Paper(
    key="room_list",
    name=TITLE,
    about=_("Who sleeps in which hotel room, and who has none yet."),
    group="lists",
    formats=("pdf", "xlsx"),
    build=build,
    scopes=("all", "body", "item"),
    lacks=lacks,
)
