"""Who acts. Rooms receive an Actor; they never see a request."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What somebody may do for the government whose hat they wear. The last three come from signed links."""

    COORDINATOR = "coordinator", _("coordinator")
    APPROVER = "approver", _("approver")
    READER = "reader", pgettext_lazy("role", "reader")
    SECRETARIAT = "secretariat", pgettext_lazy("role", "secretariat")
    MINISTRY = "ministry", _("ministry desk")
    MISSION = "mission", pgettext_lazy("role", "mission")
    FOCAL = "focal", _("focal point")
    DELEGATE = "delegate", _("delegate")
    DESK = "desk", _("check-in desk")


# Roles a mandate can give; the others exist only in a signed link.
MANDATED = (
    Role.COORDINATOR,
    Role.APPROVER,
    Role.READER,
    Role.SECRETARIAT,
    Role.MINISTRY,
    Role.MISSION,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a signed link is confined to: one preparation, and in a delegate's link one delegate (row ids)."""

    link: int
    preparation: int
    delegate: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does a thing, and for whom: a user (or a named part of the system) wearing the hat of one body.

    `body` and `body_slug` name that body, `roles` what the mandates held there allow; without a hat there are none.
    """

    name: str
    user: int | None = None
    body: int | None = None
    body_slug: str = ""
    roles: frozenset[str] = frozenset()
    is_administrator: bool = False
    scope: Scope | None = None

    def acts_for(self, body: int) -> bool:
        return self.body == body

    def has(self, *roles: str) -> bool:
        """Whether any of these roles is among those of the hat."""
        return not self.roles.isdisjoint(roles)


# The visitor of the public pages: may read what is public.
PUBLIC = Actor("public")
# Whoever loads record files from the command line.
LOADER = Actor("record loader")
