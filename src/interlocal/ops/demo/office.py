"""An office at work in the demonstration: what it does with a preparation, by the same verbs as its pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.conf import settings

from interlocal.delegations.commands import copying as copying_verbs
from interlocal.delegations.commands import (
    decisions,
    escorts,
    invitations,
    nominations,
    notes,
    order,
    outbox,
    steps,
)
from interlocal.delegations.commands import needs as needs_verbs
from interlocal.delegations.queries import copying, links, needs, people
from interlocal.delegations.queries import invitations as invited
from interlocal.delegations.queries import notes as noted
from interlocal.delegations.rules.copying import Plan
from interlocal.delegations.rules.escorts import Helper
from interlocal.delegations.rules.invitations import Terms
from interlocal.delegations.rules.needs import Asked, usual
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.pages.links import PREFIXES, site
from interlocal.identity.kinds import Actor
from interlocal.ops.demo.scripts import Delegation, delegations, script

_CONTACTS = {"ko": "국제교류 담당", "ja": "国際交流担当", "zh-Hans": "国际交流负责人"}
_TUESDAY = 1


@dataclass(frozen=True, slots=True)
class Office:
    """The secretariat of a preparation and its approver; `now` is when the demonstration is made."""

    script: str
    secretariat: Actor
    approver: Actor
    now: datetime
    slug: str = ""
    # Keys of people by name, tokens of links and keys of mails by body: what later scenes need.
    people: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    mails: dict[str, str] = field(default_factory=dict)

    def ago(self, days: float) -> datetime:
        return self.now - timedelta(days=days)


def first_day(now: datetime, days_ahead: int) -> date:
    """The first Tuesday at least so many days ahead, where it is held."""
    earliest = now.astimezone(ZoneInfo(settings.OFFICE_ZONE)).date() + timedelta(days=days_ahead)
    return earliest + timedelta(days=(_TUESDAY - earliest.weekday()) % 7)


def copied(office: Office, *, days_ago: float) -> str:
    """Make the preparation from the last edition on record; returns its slug."""
    said, at = script(office.script), office.ago(days_ago)
    begins = first_day(office.now, said["days_ahead"])
    found = copying.proposal(
        actor=office.secretariat,
        series=said["series"],
        at=at,
        tongue=said["language"],
        from_on=begins,
        days=said["days"],
    )
    plan = Plan(
        series=said["series"],
        names=found.names,
        from_on=begins,
        days=said["days"],
        ordinal=found.ordinal,
        place=said.get("place", found.place),
        host=said["host"],
        timezone=found.timezone,
        language=said["language"],
        seats=said["seats"],
        items=frozenset(item.key for item in found.items),
        papers=frozenset(paper.key for paper in found.papers),
    )
    return copying_verbs.copy_preparation(actor=office.secretariat, at=at, once=None, plan=plan)


def ask_needs(office: Office, *, days_ago: float) -> None:
    page = needs.needs_page(actor=office.secretariat, preparation=office.slug)
    wanted = script(office.script)["needs"]
    asked = [Asked(one.field, one.purpose, wanted[one.field], one.kept_days) for one in map(usual, wanted)]
    needs_verbs.ask(
        actor=office.secretariat,
        at=office.ago(days_ago),
        preparation=office.slug,
        version=page.version,
        asked=asked,
    )


def write_down(office: Office, *, days_ago: float) -> None:
    """Notes, papers that are ready, and who helps which delegation."""
    said, at = script(office.script), office.ago(days_ago)
    for kind, text in said["notes"]:
        notes.write_note(
            actor=office.secretariat,
            at=at,
            preparation=office.slug,
            once=None,
            kind=kind,
            text=text,
            language=said["language"],
        )
    papers = noted.notes_page(actor=office.secretariat, preparation=office.slug, tongue="ko").papers
    for place in said["papers_ready"]:
        notes.tick_paper(actor=office.secretariat, at=at, preparation=office.slug, number=papers[place].id)
    for one in said.get("escorts", ()):
        helper = Helper(one["kind"], one["name"], one["reading"], one["languages"], one["phone"])
        escorts.add_escort(
            actor=office.secretariat, at=at, preparation=office.slug, body=one["body"], helper=helper
        )


def order_by_hand(office: Office, *, days_ago: float) -> None:
    """The body that leads the guests comes first."""
    moved = script(office.script)["moved"]
    order.move_delegation(actor=office.secretariat, at=office.ago(days_ago), preparation=office.slug, **moved)


def invite(office: Office, *, days_ago: float) -> None:
    """All bodies of the script, each on its terms; letters and links wait as drafts."""
    at, guests = office.ago(days_ago), {one.body: one for one in delegations(office.script)}
    invitations.invite_bodies(
        actor=office.secretariat,
        at=at,
        preparation=office.slug,
        bodies=list(guests),
        quota=1,
        support_quota=1,
    )
    page = invited.invitations_page(actor=office.secretariat, preparation=office.slug, tongue="ko")
    for row in page.rows:
        one = guests[row.slug]
        terms = Terms(
            quota=one.quota,
            support_quota=1,
            due_on=_due(office),
            language=one.tongue,
            contact_name=one.contact or _CONTACTS[one.tongue],
            contact_email=f"exchange@{row.slug}.example",
        )
        invitations.change_invitation(
            actor=office.secretariat,
            at=at,
            preparation=office.slug,
            body=row.slug,
            version=row.version,
            terms=terms,
        )
        _send(office, row.slug, row.version + 1, at)


def _due(office: Office) -> date:
    """The usual deadline for names, on the Friday before: it would be a Saturday."""
    return first_day(office.now, script(office.script)["days_ahead"]) - timedelta(days=46)


def _send(office: Office, body: str, version: int, at: datetime) -> None:
    sent = invitations.send_invitation(
        actor=office.secretariat,
        at=at,
        preparation=office.slug,
        body=body,
        version=version,
        address_of=lambda token, language: f"{site()}{PREFIXES[language]}with/{token}/",
        once=uuid4(),
    )
    office.tokens[body], office.mails[body] = sent.token, sent.mail


def let_go(office: Office, *, bodies: list[str], days_ago: float) -> None:
    """Send mails of invitation; only into the local mailbox: nobody has these addresses."""
    if settings.MAILBOX is not None:
        outbox.send_mails(
            actor=office.secretariat,
            at=office.ago(days_ago),
            preparation=office.slug,
            mails=[office.mails[body] for body in bodies],
            send_at=None,
        )


def take(office: Office, *taken: str, days_ago: float) -> None:
    for step in taken:
        steps.take_step(actor=office.secretariat, at=office.ago(days_ago), preparation=office.slug, step=step)


def nominated(office: Office, one: Delegation, by: Actor, *, days_ago: float) -> None:
    """A body enters its people and nominates them; those still being entered stay drafts."""
    at = office.ago(days_ago)
    if one.headcount:
        row = _invitation(office, one.body)
        invitations.give_headcount(
            actor=by,
            at=at,
            preparation=office.slug,
            body=one.body,
            headcount=one.headcount,
            version=row.version,
        )
        return
    keys = [_enter(office, one.body, person, by, at) for person in one.people]
    if keys:
        nominations.nominate(actor=by, at=at, preparation=office.slug, body=one.body, delegates=keys)
    for person in one.drafts:
        _enter(office, one.body, person, by, at)


def focal_point(office: Office, body: str) -> Actor:
    """Whoever opened the link of the invitation."""
    return links.open_link(token=office.tokens[body], at=office.now).actor


def _enter(office: Office, body: str, person: Entered, by: Actor, at: datetime) -> str:
    key = nominations.add_delegate(actor=by, at=at, preparation=office.slug, body=body, entered=person)
    office.people[f"{person.family} {person.given}"] = key
    return key


def _invitation(office: Office, body: str) -> invited.InvitationRow:
    page = invited.invitations_page(actor=office.secretariat, preparation=office.slug, tongue="ko")
    return next(row for row in page.rows if row.slug == body)


def standing(office: Office, *, state: str = "", body: str = "") -> dict[str, int]:
    """Versions of people by key, in a state or of a body."""
    return {row.key: row.version for row in _rows(office, people.Ask(state=state, body=body))}


def _rows(office: Office, ask: people.Ask) -> Iterator[people.PersonRow]:
    yield from people.people_list(actor=office.secretariat, preparation=office.slug, ask=ask, tongue="ko")


def decide(
    office: Office, stage: str, who: dict[str, int], *, by: Actor, days_ago: float, reason: str = ""
) -> None:
    decisions.decide_many(
        actor=by,
        at=office.ago(days_ago),
        preparation=office.slug,
        delegates=who,
        stage=stage,
        reason=reason,
    )
