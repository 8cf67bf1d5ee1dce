"""The two ways to the pages of a delegation: signed in under a hat, or by a personal link. Views know no difference.

/office/<body>/preparations/<preparation>/delegation/<invited>/<tail>     the secretariat, or the invited body itself
/with/<token>/delegation/<tail>                                           who holds a link
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path
from django.utils import translation

from interlocal.delegations.commands import links as link_verbs
from interlocal.delegations.queries.links import Ended, Held, open_link
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor, Role
from interlocal.office import links
from interlocal.office.requests import OfficeRequest, show


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who came in and where they are.

    `body` is the slug of the invited body, `base` the address of its delegation's page, `home` the one above it.
    `role` is that of the link and "" for who is signed in; `delegate` the key in a delegate's own link. `language` is
    the one the link was written in (signed in: that of the page), `until` when the link ends, `shell` the template to
    extend.
    """

    actor: Actor
    preparation: str
    body: str
    base: str
    home: str
    language: str
    role: str = ""
    delegate: str = ""
    until: datetime | None = None

    @property
    def shell(self) -> str:
        return "office/link.html" if self.role else "office/base.html"

    @property
    def signed_in(self) -> bool:
        return not self.role

    def to(self, tail: str = "") -> str:
        """The address of a page of this delegation."""
        return f"{self.base}{tail}"


Tail = tuple[str, Callable[..., HttpResponse], str]


def of_staff(tails: Iterable[Tail]) -> list[URLPattern]:
    """For `of_preparation`: each (tail, view, name) below delegation/<invited>/."""
    return [path(f"delegation/<slug:invited>/{tail}", view, name=name) for tail, view, name in tails]


def of_holders(tails: Iterable[Tail]) -> list[URLPattern]:
    """For `of_link`: the same below /with/<token>/delegation/."""
    return [path(f"delegation/{tail}", view, name=f"link_{name}") for tail, view, name in tails]


def entered(*roles: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """The view gets (request, way: Entrance, **other parts of the address). `roles` are those whose links come in;
    none named: focal points. A link that has ended gets a page that says why, one altered or of another role 404.
    """
    welcome = roles or (Role.FOCAL,)

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def enter(request: OfficeRequest, **where: Any) -> HttpResponse:
            try:
                way = _way(request, where, welcome)
            except Ended as end:
                return gone(request, end)
            return view(request, way, **where)

        return enter

    return wrap


def gone(request: OfficeRequest, end: Ended) -> HttpResponse:
    """410, in the language the link was written in."""
    with translation.override(end.language):
        return show(request, "office/links/gone.html", {"reason": end.reason}, status=410)


def _way(request: OfficeRequest, where: dict[str, Any], welcome: Iterable[str]) -> Entrance:
    """Takes out of `where` what it understands."""
    if "token" in where:
        return _by_link(where.pop("token"), request.arrived_at, welcome)
    body, preparation = where.pop("body"), where.pop("preparation")
    invited = where.pop("invited", body)
    return Entrance(
        actor=request.actor,
        preparation=preparation,
        body=invited,
        base=links.preparation(body, preparation, f"delegation/{invited}/"),
        home=links.preparation(body, preparation),
        language=reading(),
    )


def _by_link(token: str, at: datetime, welcome: Iterable[str]) -> Entrance:
    held = open_link(token=token, at=at)
    if held.role not in welcome:
        raise Http404
    if held.used_at is None or at - held.used_at >= link_verbs.TELLS_USE_EVERY:
        link_verbs.note_use(actor=held.actor, at=at)
    return way_of(held, token)


def way_of(held: Held, token: str) -> Entrance:
    return Entrance(
        actor=held.actor,
        preparation=held.preparation,
        body=held.actor.body_slug,
        base=links.personal(token, "delegation/"),
        home=links.personal(token),
        language=held.language,
        role=held.role,
        delegate=held.delegate,
        until=held.until,
    )
