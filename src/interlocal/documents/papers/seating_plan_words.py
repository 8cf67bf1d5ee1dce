"""What is said of a seating plan: the rules, why somebody sits where they do, and from where it is seen."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.planning.rooms import Rule, Why
from interlocal.planning.seating import Viewpoint

RULES: Final[dict[Rule, Any]] = {
    "guests_face_door": _("The guests look towards the entrance, the hosts sit opposite."),
    "guests_right_on_entering": _(
        "An end of the table is towards the entrance; the guests sit on the right as one enters."
    ),
    "delegations_face": _("Delegations face each other."),
    "highest_in_middle": _("The middle is for the highest in the order."),
    "honour_right_of_host": _("The guest of honour is on the host's right."),
    "right_then_left": _("The others follow on the right and on the left in turn."),
    "hosts_alternate_guests": _("Hosts and guests alternate."),
    "parties_together": _("Each delegation stays together."),
    "heads_at_first_table": _("The heads of delegation are at the first table."),
    "front_row_first": _("The front row comes first."),
    "interpreters_behind": _("Interpreters sit behind those whom they serve."),
    "tables_as_placed": _("Each sits at the table where they were placed."),
}
WHY: Final[dict[Why, Any]] = {
    "host": pgettext_lazy("why a seat", "host, in the middle"),
    "honour": pgettext_lazy("why a seat", "guest of honour, on the host's right"),
    "second_host": pgettext_lazy("why a seat", "second host, opposite the host"),
    "head": pgettext_lazy("why a seat", "head of the delegation, in the middle"),
    "centre": pgettext_lazy("why a seat", "in the middle"),
    "right": pgettext_lazy("why a seat", "to the right of the middle"),
    "left": pgettext_lazy("why a seat", "to the left of the middle"),
    "interpreter": pgettext_lazy("why a seat", "interpreter, behind whom they serve"),
    "by_hand": pgettext_lazy("why a seat", "exchanged by hand"),
    "empty": pgettext_lazy("why a seat", "kept free"),
}
VIEWPOINTS: Final[dict[Viewpoint, Any]] = {
    "entrance_below": _("Seen from the entrance, which is below."),
    "entrance_above": _("Seen from the head of the room; the entrance is above."),
    "camera_below": _("Seen by the photographer, who stands below."),
    "camera_above": _("Seen by those in the picture; the photographer stands above."),
}
SIDES: Final = _("Right and left are always those of the people seated.")
SIDES_STANDING: Final = _("Right and left are always those of the people in the picture.")
ENTRANCE: Final = pgettext_lazy("on a plan", "Entrance")
CAMERA: Final = pgettext_lazy("on a plan", "Camera")
STAGE: Final = pgettext_lazy("on a plan", "Stage")
TABLE: Final = pgettext_lazy("on a plan", "Table %(number)s")
BY_HAND: Final = _("Seats with a star were exchanged by hand.")
BEHIND: Final = _("interpreter for %(name)s")
IN_ORDER: Final = _("No. %(number)s in the order, %(why)s")
EXCHANGED: Final = _("exchanged by hand: %(reason)s")
UNSEATED: Final = pgettext_lazy("on a plan", "Without a seat")
NAMELESS: Final = _("%(people)s, without names")
STALE: Final = ngettext_lazy(
    "%(count)s exchange by hand no longer fits and was left out.",
    "%(count)s exchanges by hand no longer fit and were left out.",
    "count",
)
ROW: Final = pgettext_lazy("on a plan", "Row %(number)s")
# By the shape what each seat is part of, and its head in the list.
PLACES: Final = {
    "round": (TABLE, pgettext_lazy("on a plan", "Table")),
    "theatre": (ROW, pgettext_lazy("on a plan", "Row")),
    "photo": (ROW, pgettext_lazy("on a plan", "Row")),
}
HEADS: Final = (
    _("Seat"),
    pgettext_lazy("of a person", "Name"),
    _("Latin"),
    _("Delegation"),
    _("Post"),
)
WHY_HEAD: Final = pgettext_lazy("of a seat", "Why here")
