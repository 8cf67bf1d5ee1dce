"""What a page of the office shows around itself: who is here under which hat, where else to go, what was just done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.contrib.messages import get_messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import is_valid_path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from markupsafe import Markup

from interlocal.delegations.queries import preparations
from interlocal.ground.pages import frame
from interlocal.ground.pages.links import prefix
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor, Role
from interlocal.office import links
from interlocal.registry.queries import Hat

# Below a hat, in this order; an entry shows itself as soon as its address exists. `home` needs no path.
NAV: tuple[tuple[str, Any], ...] = (
    ("", _("Tasks")),
    ("preparations/", _("Preparations")),
    ("following/", _("Exchanges")),
    ("people/", pgettext_lazy("of a delegation", "People")),
    ("mail/", _("Mail")),
    ("mandates/", _("Mandates")),
)
ADMIN_NAV: tuple[tuple[str, Any], ...] = (
    ("admin/people/", _("Accounts")),
    ("admin/mandates/", _("All mandates")),
    ("admin/mailbox/", _("Local mailbox")),
)


# Pages of one preparation, in this order; one shows itself as soon as its address exists. Those of the last column
# are for who looks over the whole preparation.
AREAS: tuple[tuple[str, Any, bool], ...] = (
    ("", _("Overview"), False),
    ("invitations/", _("Invitations"), True),
    ("people/", _("Delegates"), True),
    ("changes/", _("Late changes"), False),
    ("order/", pgettext_lazy("page", "Order"), True),
    ("programme/", _("Programme"), False),
    ("papers/", _("Papers"), False),
    ("days/", _("On the days"), True),
    ("gifts/", _("Gifts"), True),
    ("mail/", _("Mail"), True),
    ("needs/", _("Personal data"), True),
    ("notes/", _("Notes and papers"), True),
    ("settings/", _("Settings"), True),
    ("activity/", _("Activity"), True),
)

# Pages around the programme that have addresses of their own.
BESIDE = ("texts/", "places/", "seatings/")


@dataclass(frozen=True, slots=True)
class Entry:
    """`current` is "page" on that very page, "true" below it, else empty."""

    label: Any
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class Flash:
    """Something to be said once; `undo` is an address that takes it back."""

    kind: str
    says: str
    undo: str


class Shell:
    """What surrounds a page; asked by the base template only, so that parts of pages cost nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @property
    def actor(self) -> Actor | None:
        return getattr(self._request, "actor", None)

    @property
    def hats(self) -> Sequence[Hat]:
        return getattr(self._request, "hats", ())

    @property
    def hat(self) -> Hat | None:
        worn = self.actor.body if self.actor else None
        return next((hat for hat in self.hats if hat.body == worn), None)

    @property
    def nav(self) -> list[Entry]:
        worn = self.actor.body_slug if self.actor else ""
        if not worn:
            return []
        assert self.actor is not None
        follows = self.actor.has(Role.MINISTRY, Role.MISSION)
        return [
            self._entry(links.hat(worn, path), label)
            for path, label in NAV
            if _exists(f"office/x/{path}") and (follows or path != "following/")
        ]

    @property
    def admin_nav(self) -> list[Entry]:
        if not (self.actor and self.actor.is_administrator):
            return []
        return [
            self._entry(links.office(path), label) for path, label in ADMIN_NAV if _exists(f"office/{path}")
        ]

    @property
    def is_hidden(self) -> bool:
        """Whether this is a page before or beside sign-in."""
        return self.actor is None

    @cached_property
    def heading(self) -> preparations.Heading | None:
        """The preparation this page belongs to, for staff; a page that is not there has none.

        Asked for unless the view knew it and said so in `request.heading`.
        """
        if told := getattr(self._request, "heading", None):
            assert isinstance(told, preparations.Heading)
            return told
        match = self._request.resolver_match
        slug = match.kwargs.get("preparation") if match else None
        if slug is None or self.actor is None or not self.actor.body:
            return None
        try:
            return preparations.heading(actor=self.actor, preparation=slug, tongue=reading())
        except ObjectDoesNotExist:
            return None

    @property
    def areas(self) -> list[Entry]:
        """The pages of this preparation; the one that is open, or that this one lies below, is marked."""
        found = self.heading
        if found is None or self.actor is None:
            return []
        base = links.preparation(self.actor.body_slug, found.slug)
        shown = [
            (path, label)
            for path, label, is_inside in AREAS
            if (found.looks_over or not is_inside) and _exists(f"office/x/preparations/x/{path}")
        ]
        below = self._request.path.removeprefix(base)
        below = f"programme/{below}" if below.startswith(BESIDE) else below
        here = max((path for path, _label in shown if below.startswith(path)), key=len, default=None)
        return [
            Entry(
                label,
                base + path,
                ("page" if self._request.path == base + path else "true") if path == here else "",
            )
            for path, label in shown
        ]

    def flashes(self) -> list[Flash]:
        return [
            Flash(message.level_tag, str(message), _undo(message.extra_tags))
            for message in get_messages(self._request)
        ]

    def _entry(self, href: str, label: Any) -> Entry:
        here = self._request.path
        rooted = href.count("/") <= 4
        below = here.startswith(href) and not rooted
        return Entry(label, href, "page" if here == href else "true" if below else "")


def _undo(tags: str | None) -> str:
    return (tags or "").removeprefix("undo ") if (tags or "").startswith("undo ") else ""


@cache
def _exists_below(path: str, root: str) -> bool:
    return bool(is_valid_path(root + path))


def _exists(path: str) -> bool:
    # The resolver knows only the prefix of the language in use; what follows is the same in all.
    return _exists_below(path, prefix(reading()))


def begin(request: HttpRequest) -> dict[str, object]:
    return {**frame.begin(request), "shell": Shell(request)}


# -- for templates --


def actor() -> Actor | None:
    return getattr(frame.now.request, "actor", None)


def is_htmx() -> bool:
    return bool(getattr(frame.now.request, "is_htmx", False))


def csrf() -> Markup:
    assert frame.now.request is not None
    # The token is letters and digits.
    return Markup(f'<input type="hidden" name="csrfmiddlewaretoken" value="{csrf_token()}">')  # noqa: S704


def csrf_token() -> str:
    """The same all over a page: masking it anew for each of a hundred forms took a tenth of the page's time."""
    request: Any = frame.now.request
    assert request is not None
    shown = getattr(request, "csrf_shown", None)
    if shown is None:
        shown = request.csrf_shown = get_token(request)
    return str(shown)


def hat(path: str = "", *, body: str = "") -> str:
    """An address below the hat of this page, or another."""
    worn = actor()
    return links.hat(body or (worn.body_slug if worn else ""), path)


def preparation(slug: str, path: str = "") -> str:
    worn = actor()
    return links.preparation(worn.body_slug if worn else "", slug, path)


def other_hat(body: str) -> str:
    """This page's beginning under another hat."""
    return links.hat(body)
