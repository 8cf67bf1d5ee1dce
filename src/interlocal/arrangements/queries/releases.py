"""Released versions of a programme: for the secretariat, for who is part of the edition, for everybody."""

from dataclasses import dataclass, replace
from datetime import datetime

from interlocal.arrangements.models import Release, ReleasedSheet
from interlocal.arrangements.queries.sheet import sheet_of
from interlocal.arrangements.rules import comparing, releases
from interlocal.arrangements.rules.comparing import Difference
from interlocal.arrangements.rules.comparing_words import told
from interlocal.arrangements.rules.sheets import Sheet, from_plain
from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One version. `changes` are sentences: what it changed against the one before."""

    number: int
    at: datetime
    by: str
    note: str
    is_public: bool
    sha256: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affected:
    """A delegation with changes that concern it, in sentences; `people` are how many of it, `email` whom a draft goes to."""

    body: str
    name: Shown
    people: int
    email: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReleasesPage:
    """Every version, newest first; what changed since the newest (`pending`), and who would have to be told."""

    slug: str
    title: Shown
    runs: bool
    is_closed: bool
    versions: tuple[ReleaseRow, ...]
    pending: tuple[str, ...]
    affected: tuple[Affected, ...]


@walled
def releases_page(*, actor: Actor, preparation: str, tongue: str) -> ReleasesPage:
    """For who looks over the preparation; sentences in the language that is active."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    rows = _rows(found)
    sheets = [from_plain(sheet.sheet) for _release, sheet in rows]
    versions = tuple(
        _row(release, sheets[at + 1] if at + 1 < len(sheets) else None, sheets[at], tongue)
        for at, (release, _sheet) in enumerate(rows)
    )
    now = sheet_of(found)
    pending = comparing.differences(sheets[0], now) if sheets else ()
    return ReleasesPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        versions=versions,
        pending=sentences(pending, tongue, inner=True),
        affected=affected(found, pending, tongue),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How the work in progress stands to what was let out: the newest version, and how many items differ from it."""

    slug: str
    runs: bool
    is_closed: bool
    newest: ReleaseRow | None
    pending: int


@walled
def standing(*, actor: Actor, preparation: str) -> Standing:
    """For who looks over the preparation; costs the same after ten versions as after one."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    newest = Release.objects.filter(preparation=found).first()
    pending = 0
    if newest is not None:
        kept = from_plain(ReleasedSheet.objects.get(release=newest, is_public=False).sheet)
        pending = len(comparing.differences(kept, sheet_of(found)))
    return Standing(
        slug=found.slug,
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        newest=_bare(newest) if newest else None,
        pending=pending,
    )


@walled
def numbers(*, actor: Actor, preparation: str) -> tuple[ReleaseRow, ...]:
    """Every version, newest first, without what it changed."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return tuple(_bare(one) for one in Release.objects.filter(preparation=reached.preparation))


def _bare(release: Release) -> ReleaseRow:
    return ReleaseRow(
        release.number, release.at, release.by, release.note, release.is_public, release.sha256, ()
    )


def _rows(found: Preparation) -> list[tuple[Release, ReleasedSheet]]:
    sheets = {one.release_id: one for one in ReleasedSheet.objects.filter(preparation=found, is_public=False)}
    return [
        (release, sheets[release.pk])
        for release in Release.objects.filter(preparation=found)
        if release.pk in sheets
    ]


def _row(release: Release, before: Sheet | None, sheet: Sheet, tongue: str) -> ReleaseRow:
    changes = sentences(comparing.differences(before, sheet), tongue, inner=True) if before else ()
    return replace(_bare(release), changes=changes)


def sentences(found: tuple[Difference, ...], tongue: str, *, inner: bool) -> tuple[str, ...]:
    return tuple(said for one in found if (said := told(one, tongue, inner=inner)))


@dataclass(frozen=True, slots=True)
class Concerned:
    """A delegation and the changes it has to know of; how many of its people, and how it is written to."""

    body: str
    name: labels.type_of_label
    people: int
    changes: tuple[Difference, ...]
    language: str
    contact_name: str
    email: str


def affected(found: Preparation, changes: tuple[Difference, ...], tongue: str) -> tuple[Affected, ...]:
    rows = (
        Affected(
            one.body,
            labels.shown(one.name, tongue),
            one.people,
            one.email,
            sentences(one.changes, tongue, inner=False),
        )
        for one in concerned(found, changes)
    )
    return tuple(one for one in rows if one.changes)


def concerned(found: Preparation, changes: tuple[Difference, ...]) -> tuple[Concerned, ...]:
    """Delegations that have to know of these changes; within the wall. Two queries."""
    if not changes:
        return ()
    invited = Invitation.objects.filter(preparation=found).exclude(state=kinds.InvitationState.DECLINED)
    coming = Delegate.objects.filter(preparation=found, state__in=kinds.STANDING)
    people: dict[int, list[tuple[str, str]]] = {}
    for key, body, part in coming.values_list("key", "body_id", "part"):
        people.setdefault(body, []).append((str(key), part))
    rows = (
        _concerned(one, people.get(one.body_id, []), changes)
        for one in invited.select_related("body").order_by("pk")
    )
    return tuple(one for one in rows if one.changes)


def _concerned(one: Invitation, people: list[tuple[str, str]], changes: tuple[Difference, ...]) -> Concerned:
    body = one.body.slug
    if people:
        counts = [
            sum(comparing.concerns(change, key=key, body=body, part=part) for key, part in people)
            for change in changes
        ]
    else:
        number = one.headcount or 0
        counts = [number if comparing.concerns_body(change, body=body) else 0 for change in changes]
    return Concerned(
        body=body,
        name=one.body.label,
        people=max(counts, default=0),
        changes=tuple(change for change, count in zip(changes, counts, strict=True) if count),
        language=one.language,
        contact_name=one.contact_name,
        email=one.contact_email,
    )


@walled
def released(*, actor: Actor, preparation: str, number: int | None = None) -> Sheet | None:
    """The newest release, or that of this number, for who is part of the edition; None before the first.

    Who does not look over the preparation sees it without what is the secretariat's own.
    """
    reached = access.reach(actor=actor, preparation=preparation)
    rows = ReleasedSheet.objects.filter(preparation=reached.preparation, is_public=False)
    if number is not None:
        rows = rows.filter(release__number=number)
    newest = rows.order_by("-release__number").first()
    if newest is None:
        return None
    sheet = from_plain(newest.sheet)
    return sheet if reached.looks_over else releases.for_party(sheet)


def public(*, slug: str) -> Sheet:
    """What everybody may see of the newest release of a preparation; DoesNotExist unless that is public."""
    newest = Release.objects.filter(preparation__slug=slug).order_by("-number").first()
    if newest is None or not newest.is_public:
        raise Release.DoesNotExist(slug)
    return from_plain(ReleasedSheet.objects.get(release=newest, is_public=True).sheet)


def of_edition(*, edition: str) -> str:
    """The preparation whose public programme belongs to an edition; "" without one."""
    newest = (
        Release.objects.filter(preparation__edition__slug=edition)
        .order_by("-number")
        .values_list("preparation__slug", "is_public")
        .first()
    )
    return newest[0] if newest and newest[1] else ""


def numbered(sheet: Sheet, *, number: int, at: datetime) -> Sheet:
    """A sheet as a release keeps it."""
    return replace(sheet, number=number, released_at=at)
