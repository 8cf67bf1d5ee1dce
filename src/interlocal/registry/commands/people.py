from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.reconcile import Contested, reconcile
from interlocal.identity.kinds import Actor
from interlocal.registry import rules
from interlocal.registry.commands import names
from interlocal.registry.entries import PersonEntry
from interlocal.registry.models import Body, Person, PersonName, Post, Tenure


@transaction.atomic
def record_people(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[PersonEntry]) -> None:
    """Make the people of a record what its files say, with their names and tenures."""
    refuse_taken(model=Person, record=ledger.record, entries=entries)
    changed = reconcile(
        Person.objects.filter(record=ledger.record),
        [_person(entry, ledger) for entry in entries],
        key=lambda row: row.slug,
    )
    ledger.enter(changed, lambda row: ("person", row.slug), whole=True)
    ids = dict(Person.objects.values_list("slug", "id"))
    _record_names(entries, ids, ledger)
    _record_tenures(entries, ids, ledger)


def _person(entry: PersonEntry, ledger: Ledger) -> Person:
    person = Person(
        slug=entry.slug, record=ledger.record, country=entry.country, footnote_id=ledger.note(entry.cite)
    )
    names.labelled(person, entry.names)
    return person


def _record_names(entries: Sequence[PersonEntry], ids: dict[str, int], ledger: Ledger) -> None:
    slugs = {key: slug for slug, key in ids.items()}
    changed = reconcile(
        PersonName.objects.filter(person__record=ledger.record),
        [
            row
            for entry in entries
            for row in names.rows(PersonName, "person_id", ids[entry.slug], entry.names, ledger)
        ],
        key=lambda row: (row.person_id, row.language, row.kind, row.text),
        group=lambda row: (row.person_id, row.language, row.kind),
    )
    ledger.enter(changed, lambda row: ("person", slugs[row.person_id]))


def posts_by_reference() -> dict[str, tuple[int, bool]]:
    """Every post by `body/post`: its id, and whether it is a sole one."""
    rows = Post.objects.values_list("body__slug", "slug", "id", "sole")
    return {f"{body}/{slug}": (key, sole) for body, slug, key, sole in rows}


def _record_tenures(entries: Sequence[PersonEntry], ids: dict[str, int], ledger: Ledger) -> None:
    posts = posts_by_reference()
    bodies = dict(Body.objects.values_list("slug", "id"))
    slugs = {key: slug for slug, key in ids.items()}
    wanted = [
        Tenure(
            person_id=ids[entry.slug],
            post_id=posts[tenure.post][0],
            sole=posts[tenure.post][1],
            from_on=tenure.from_on,
            until_on=tenure.until_on,
            as_of=tenure.as_of,
            acting=tenure.acting,
            seconded_from_id=bodies[tenure.seconded_from] if tenure.seconded_from else None,
            certain=rules.certain_days(tenure.from_on, tenure.until_on, tenure.as_of),
            footnote_id=ledger.note(tenure.cite),
        )
        for entry in entries
        for tenure in entry.tenures
    ]
    changed = reconcile(
        Tenure.objects.filter(person__record=ledger.record),
        wanted,
        key=lambda row: (row.person_id, row.post_id, row.from_on, row.until_on, row.as_of),
        group=lambda row: (row.person_id, row.post_id),
        contested=Contested("certain", None, lambda row: row.post_id),
    )
    ledger.enter(changed, lambda row: ("person", slugs[row.person_id]))
