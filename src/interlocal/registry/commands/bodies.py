from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.reconcile import reconcile
from interlocal.identity.kinds import Actor
from interlocal.registry.commands import names
from interlocal.registry.entries import BodyEntry
from interlocal.registry.models import Body, BodyCode, BodyName, BodyParent, Membership, Post

Subject = tuple[str, str]


@transaction.atomic
def record_bodies(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[BodyEntry]) -> None:
    """Make the bodies of a record what its files say, with their names, codes, parents, posts and members."""
    refuse_taken(model=Body, record=ledger.record, entries=entries)
    changed = reconcile(
        Body.objects.filter(record=ledger.record),
        [_body(entry, ledger) for entry in entries],
        key=lambda row: row.slug,
        leave=frozenset({"parent"}),
    )
    ledger.enter(changed, lambda row: ("body", row.slug), whole=True)
    ids = dict(Body.objects.values_list("slug", "id"))
    _place(entries, ids, ledger)
    subject = _subject(ids)
    _record_names(entries, ids, ledger, subject)
    _record_codes(entries, ids, ledger, subject)
    _record_parents(entries, ids, ledger, subject)
    _record_posts(entries, ids, ledger, subject)
    _record_members(entries, ids, ledger)


def _body(entry: BodyEntry, ledger: Ledger) -> Body:
    longitude, latitude = entry.seat or (None, None)
    body = Body(
        slug=entry.slug,
        record=ledger.record,
        kind=entry.kind,
        level=entry.level or "",
        country=entry.country,
        from_on=entry.from_on,
        until_on=entry.until_on,
        longitude=longitude,
        latitude=latitude,
        website=entry.website,
        about=entry.about,
        footnote_id=ledger.note(entry.cite),
    )
    names.labelled(body, entry.names)
    return body


def _subject(ids: dict[str, int]) -> Callable[[int], Subject]:
    slugs = {key: slug for slug, key in ids.items()}
    return lambda key: ("body", slugs[key])


def _place(entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger) -> None:
    """Point each body to the present one of its parents: a second pass, since parents are bodies too."""
    wanted = {ids[entry.slug]: _present_parent(entry, ids) for entry in entries}
    rows = list(Body.objects.filter(record=ledger.record, pk__in=wanted))
    moved = [row for row in rows if row.parent_id != wanted[row.pk]]
    for row in moved:
        row.parent_id = wanted[row.pk]
    Body.objects.bulk_update(moved, ["parent"], batch_size=500)


def _present_parent(entry: BodyEntry, ids: dict[str, int]) -> int | None:
    return next((ids[parent.body] for parent in entry.within if parent.until_on is None), None)


def _record_names(
    entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger, subject: Callable[[int], Subject]
) -> None:
    wanted = [
        row
        for entry in entries
        for row in names.rows(BodyName, "body_id", ids[entry.slug], entry.names, ledger)
    ]
    changed = reconcile(
        BodyName.objects.filter(body__record=ledger.record),
        wanted,
        key=lambda row: (row.body_id, row.language, row.kind, row.text),
        group=lambda row: (row.body_id, row.language, row.kind),
    )
    ledger.enter(changed, lambda row: subject(row.body_id))


def _record_codes(
    entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger, subject: Callable[[int], Subject]
) -> None:
    wanted = [
        BodyCode(
            body_id=ids[entry.slug],
            scheme=code.scheme,
            value=code.value,
            from_on=code.from_on,
            until_on=code.until_on,
            successor=code.successor,
            position=position,
            footnote_id=ledger.note(code.cite),
        )
        for entry in entries
        for position, code in enumerate(entry.codes)
    ]
    changed = reconcile(
        BodyCode.objects.filter(body__record=ledger.record),
        wanted,
        key=lambda row: (row.body_id, row.scheme, row.value),
        group=lambda row: (row.body_id, row.scheme),
    )
    ledger.enter(changed, lambda row: subject(row.body_id))


def _record_parents(
    entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger, subject: Callable[[int], Subject]
) -> None:
    wanted = [
        BodyParent(
            body_id=ids[entry.slug],
            parent_id=ids[parent.body],
            from_on=parent.from_on,
            until_on=parent.until_on,
            footnote_id=ledger.note(parent.cite),
        )
        for entry in entries
        for parent in entry.within
    ]
    changed = reconcile(
        BodyParent.objects.filter(body__record=ledger.record),
        wanted,
        key=lambda row: (row.body_id, row.parent_id),
        group=lambda row: row.body_id,
    )
    ledger.enter(changed, lambda row: subject(row.body_id))


def _record_posts(
    entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger, subject: Callable[[int], Subject]
) -> None:
    wanted = [
        Post(
            body_id=ids[entry.slug],
            slug=post.slug,
            kind=post.kind,
            title=post.title,
            rank=post.rank,
            sole=post.sole,
            footnote_id=ledger.note(post.cite),
        )
        for entry in entries
        for post in entry.posts
    ]
    changed = reconcile(
        Post.objects.filter(body__record=ledger.record), wanted, key=lambda row: (row.body_id, row.slug)
    )
    ledger.enter(changed, lambda row: subject(row.body_id))


def _record_members(entries: Sequence[BodyEntry], ids: dict[str, int], ledger: Ledger) -> None:
    wanted = [
        Membership(
            association_id=ids[entry.slug],
            body_id=ids[member.body],
            role=member.role,
            from_on=member.from_on,
            until_on=member.until_on,
            footnote_id=ledger.note(member.cite),
        )
        for entry in entries
        for member in entry.members
    ]
    changed = reconcile(
        Membership.objects.filter(association__record=ledger.record),
        wanted,
        key=lambda row: (row.association_id, row.body_id, row.role),
    )
    subject = _subject(ids)
    ledger.enter(changed, lambda row: subject(row.association_id))
