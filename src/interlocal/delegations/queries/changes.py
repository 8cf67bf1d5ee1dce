"""Late changes of a preparation: what is asked for, field by field, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interlocal.delegations import kinds
from interlocal.delegations.models import Change, Delegate, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries import steps as progress
from interlocal.delegations.rules import changes as rules
from interlocal.delegations.rules import rights
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a change, ready to print. `now` is filled where somebody changed it since, else ""."""

    label: str
    before: str
    after: str
    now: str
    differs: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A late change. `key` and `version` are of the delegate as they are now ("" and 0 where one is added);
    `drifted` says that somebody changed the person since it was asked for.
    """

    id: int
    kind: str
    state: str
    body: Shown
    body_slug: str
    key: str
    version: int
    who: str
    script_language: str
    reason: str
    asked_by: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    drifted: bool
    lines: tuple[Line, ...]

    @property
    def is_open(self) -> bool:
        return self.state == kinds.ChangeState.OPEN


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Late changes, those waiting for an answer first. `proposes`: the actor may ask for one; `answers`: may answer."""

    slug: str
    title: Shown
    frozen: bool
    proposes: bool
    answers: bool
    open: tuple[ChangeRow, ...]
    answered: tuple[ChangeRow, ...]
    people: tuple["Choice", ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody a change can be about."""

    key: str
    name: str
    script_language: str
    part: str
    state: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """A delegate as they are entered now, for the form of a change."""

    key: str
    name: str
    script_language: str
    version: int
    values: Mapping[str, Any]


@walled
def changes_page(*, actor: Actor, preparation: str, tongue: str) -> ChangesPage:
    """All late changes, for who looks over the preparation."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    rows = _rows(Change.objects.filter(preparation=found), tongue)
    return _page(found, rows, proposes=reached.runs, answers=reached.decides, tongue=tongue)


@walled
def change(*, actor: Actor, preparation: str, change: int, tongue: str) -> ChangeRow:
    """One late change, for who looks over the preparation; Change.DoesNotExist otherwise."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Change.DoesNotExist(change)
    rows = _rows(Change.objects.filter(preparation=reached.preparation, pk=change), tongue)
    if not rows:
        raise Change.DoesNotExist(change)
    return rows[0]


@walled
def changes_of(*, actor: Actor, preparation: str, body: str, tongue: str) -> ChangesPage:
    """The late changes of one delegation and whom another could be about, for who sees that delegation."""
    found = access.reach(actor=actor, preparation=preparation).preparation
    invitation = access.invited_body(actor=actor, preparation=found, body=body)
    rows = _rows(Change.objects.filter(preparation=found, body=invitation.body_id), tongue)
    may = rights.may_nominate(actor=actor, secretariat=found.secretariat_id, body=invitation.body_id)
    asked = {row.key for row in rows if row.is_open}
    people = tuple(_choices(invitation, asked)) if may else ()
    return _page(found, rows, proposes=may, answers=False, tongue=tongue, people=people)


@walled
def subject(*, actor: Actor, preparation: str, body: str, delegate: str) -> Subject:
    """A delegate of this very delegation, for a form; Delegate.DoesNotExist otherwise."""
    found = access.reach(actor=actor, preparation=preparation).preparation
    invitation = access.invited_body(actor=actor, preparation=found, body=body)
    if not rights.may_nominate(actor=actor, secretariat=found.secretariat_id, body=invitation.body_id):
        raise Delegate.DoesNotExist(delegate)
    row = Delegate.objects.get(invitation=invitation, key=delegate)
    return Subject(str(row.key), name_of(row), row.script_language, row.version, values_of(row))


def values_of(row: Delegate) -> dict[str, Any]:
    """A delegate as a change keeps them."""
    return {
        **{name: getattr(row, name) for name in rules.LABELS},
        "post": {lang: text for lang, (text, _state) in row.post.says().items()} if row.post else {},
        "post_since": row.post_since.isoformat() if row.post_since else None,
        "languages": list(row.languages),
        "latin_origin": row.latin_origin,
        "reading_origin": row.reading_origin,
    }


def printed(values: Mapping[str, Any]) -> dict[str, object]:
    """What a change keeps, as people read it: by the label of the field."""
    return {
        str(label): text_of(name, values.get(name)) for name, label in rules.LABELS.items() if name in values
    }


def text_of(name: str, value: Any) -> str:
    if value in (None, "", {}, []):
        return ""
    if name == "part":
        return str(kinds.Part(value).label)
    if name == "grade":
        return str(kinds.Grade(value).label)
    if name == "post":
        return " / ".join(value.values())
    return ", ".join(value) if isinstance(value, list) else str(value)


def name_of(row: Delegate) -> str:
    """In the own script, in the order the script has."""
    return print_person(row.family, row.given, row.script_language)


def _choices(invitation: Invitation, asked: set[str]) -> Iterable[Choice]:
    states = (*kinds.STANDING, kinds.State.WAITING)
    for row in Delegate.objects.filter(invitation=invitation, state__in=states).order_by("position", "pk"):
        key = str(row.key)
        yield Choice(key, name_of(row), row.script_language, row.part, row.state, key in asked)


def _page(
    found: Preparation,
    rows: list[ChangeRow],
    *,
    proposes: bool,
    answers: bool,
    tongue: str,
    people: tuple[Choice, ...] = (),
) -> ChangesPage:
    steps = progress.taken(found)
    frozen = kinds.Step.FROZEN in steps and kinds.Step.REPORTED not in steps
    return ChangesPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        frozen=frozen,
        proposes=proposes and frozen,
        answers=answers and frozen,
        open=tuple(row for row in rows if row.is_open),
        answered=tuple(row for row in rows if not row.is_open),
        people=people if frozen else (),
    )


def _rows(changes: Any, tongue: str) -> list[ChangeRow]:
    ordered = changes.select_related("delegate", "body").order_by("-asked_at", "-pk")
    return [_row(one, tongue) for one in ordered]


def _row(one: Change, tongue: str) -> ChangeRow:
    who = one.delegate
    drifted = one.state == kinds.ChangeState.OPEN and who is not None and who.version != one.of_version
    now = values_of(who) if drifted and who is not None else one.before
    return ChangeRow(
        id=one.pk,
        kind=one.kind,
        state=one.state,
        body=labels.shown(one.body.label, tongue),
        body_slug=one.body.slug,
        key=str(who.key) if who else "",
        version=who.version if who else 0,
        who=name_of(who) if who else _name_in(one.after),
        script_language=who.script_language if who else one.after.get("script_language", ""),
        reason=one.reason,
        asked_by=one.asked_by,
        asked_at=one.asked_at,
        answer=one.answer,
        answered_by=one.answered_by,
        answered_at=one.answered_at,
        drifted=drifted,
        lines=tuple(_lines(one, now)),
    )


def _name_in(values: Mapping[str, Any]) -> str:
    return name_of(
        Delegate(
            family=values.get("family", ""),
            given=values.get("given", ""),
            script_language=values.get("script_language", ""),
        )
    )


def _lines(one: Change, now: Mapping[str, Any]) -> Iterable[Line]:
    """What is left as it is stands only where somebody else comes: there both are compared as a whole."""
    for found in rules.differences(before=one.before, after=one.after, now=now):
        before, after = text_of(found.field, found.before), text_of(found.field, found.after)
        current = text_of(found.field, found.now) if found.drifted else ""
        if before or after or current:
            yield Line(str(rules.LABELS[found.field]), before, after, current, before != after)
