"""Reading the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Q

from interlocal.ground.paging import SIZE, Paged, paged
from interlocal.ground.refused import Refused
from interlocal.identity import rules, tokens
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry, Follower, User

# Everything below the oldest transaction still open is settled: no line can appear there any more.
_UNREAD = """
    select id, xid::text::bigint, subject_kind, subject_key from identity_entry
    where (xid, id) > (%s::text::xid8, %s) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit %s
"""
# Two states of the record never share a revision: a transaction still open may hold an earlier id, so the
# numbers of all that are open are part of it. The oldest alone would hide another one's commit.
_REVISION = """
    select id, at,
           (select string_agg(open::text, '.' order by open)
            from pg_snapshot_xip(pg_current_snapshot()) as open)
    from identity_entry where public order by id desc limit 1
"""


@dataclass(frozen=True, slots=True)
class Unread:
    id: int
    xid: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The state of the public record: changes with every journal line that is public."""

    tag: str
    at: datetime | None


def revision() -> Revision:
    with connection.cursor() as cursor:
        cursor.execute(_REVISION)
        row = cursor.fetchone()
    return Revision("0", None) if row is None else Revision(f"{row[0]}.{row[2] or ''}", row[1])


def unread(*, follower: str, limit: int = 1000) -> list[Unread]:
    """The next lines for a follower, oldest first; empty when it has read all that is settled."""
    place = Follower.objects.filter(name=follower).first()
    with connection.cursor() as cursor:
        cursor.execute(_UNREAD, [str(place.xid if place else 0), place.entry if place else 0, limit])
        return [Unread(*row) for row in cursor.fetchall()]


def latest(*, kinds: tuple[str, ...], limit: int) -> list[Entry]:
    """The newest journal lines about subjects of these (public) kinds."""
    return list(Entry.objects.filter(subject_kind__in=kinds).order_by("-id")[:limit])


def latest_of(*, kind: str, key: str, limit: int = 20) -> list[Entry]:
    return list(Entry.objects.filter(subject_kind=kind, subject_key=key).order_by("-id")[:limit])


@dataclass(frozen=True, slots=True)
class Someone:
    """A user, for pages and mails. `has_password` is false until the first link was used."""

    id: int
    email: str
    name: str
    language: str
    is_active: bool
    is_administrator: bool
    is_demo: bool
    has_password: bool
    last_seen_at: datetime | None

    @property
    def called(self) -> str:
        return self.name or self.email


def someone(*, user: int) -> Someone:
    return _someone(User.objects.get(pk=user))


def people(*, actor: Actor, words: str, number: str | None, size: int = SIZE) -> Paged[Someone]:
    """Everybody who can sign in, for administrators."""
    if not actor.is_administrator:
        raise ObjectDoesNotExist
    found = User.objects.order_by("name", "email")
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    page = paged(found, number=number, size=size)
    return Paged([_someone(user) for user in page.rows], page.total, page.number, page.pages, page.size)


def with_address(email: str) -> User | None:
    """The user with this address, however it is capitalised."""
    return User.objects.filter(email__iexact=email.strip()).first()


def reads_link(*, token: str, at: datetime) -> Someone:
    """Whose password this link sets; raise ObjectDoesNotExist when it is altered, used or too old."""
    return _someone(tokens.read(token, at=at))


def obstacle_to_signing_in(user: AbstractBaseUser) -> Refused | None:
    assert isinstance(user, User)
    return rules.obstacle_to_signing_in(
        is_active=user.is_active, is_demo=user.is_demo, takes_demo=settings.TAKES_DEMO
    )


def _someone(user: User) -> Someone:
    return Someone(
        user.pk,
        user.email,
        user.name,
        user.language,
        user.is_active,
        user.is_administrator,
        user.is_demo,
        user.has_usable_password(),
        user.last_login,
    )


def lines_of(*, subjects: Mapping[str, Sequence[str]], number: str | None, size: int = SIZE) -> Paged[Entry]:
    """Journal lines about these subjects (keys by kind), the newest first. The caller may see them."""
    about = Q(pk__in=[])
    for kind, keys in subjects.items():
        about |= Q(subject_kind=kind, subject_key__in=list(keys))
    return paged(Entry.objects.filter(about).order_by("-id"), number=number, size=size)
