"""Two preparations of the demonstration, each in one transaction: a start that was killed begins it anew."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from interlocal.delegations.commands import changes
from interlocal.delegations.queries import changes as asked_for
from interlocal.delegations.queries import preparations
from interlocal.ops.demo import arranging, cast, office
from interlocal.ops.demo.accounts import acting, make_accounts
from interlocal.ops.demo.office import Office
from interlocal.ops.demo.scripts import delegations, entered, script


def make_demo(*, at: datetime, password: str) -> int:
    """Accounts and preparations that are not there yet; how many preparations were made."""
    make_accounts(at=at, password=password)
    offices = (
        Office("training", acting(cast.GYEONGBUK, at=at), acting(cast.GYEONGBUK_APPROVER, at=at), at),
        Office("workshop", acting(cast.GAROK, at=at), acting(cast.GAROK_APPROVER, at=at), at),
    )
    makers = {"training": _training, "workshop": _workshop}
    missing = [one for one in offices if not _runs_any(one)]
    for one in missing:
        with transaction.atomic():
            makers[one.script](one)
    return len(missing)


def _runs_any(one: Office) -> bool:
    rows = preparations.listed(actor=one.secretariat, at=one.now, tongue="en")
    return any(row.runs for row in rows)


def _begun(one: Office, *, days_ago: float) -> Office:
    """Copied, written down, everybody invited, nominations open."""
    begun = replace(one, slug=office.copied(one, days_ago=days_ago))
    office.ask_needs(begun, days_ago=days_ago - 0.6)
    office.invite(begun, days_ago=days_ago - 1)
    office.write_down(begun, days_ago=days_ago - 1.5)
    office.take(begun, "invited", "open", days_ago=days_ago - 2)
    return begun


def _training(one: Office) -> None:
    """List frozen: somebody refused, somebody promoted from the waiting list, late changes asked for; two versions are out."""
    begun = _begun(one, days_ago=28)
    table = arranging.arranged(begun, days_ago=24)
    guests = delegations(one.script)
    office.let_go(begun, bodies=[guest.body for guest in guests], days_ago=26)
    for place, guest in enumerate(guests):
        by = acting(cast.TOTTORI, at=one.now) if guest.account else office.focal_point(begun, guest.body)
        office.nominated(begun, guest, by, days_ago=22 - place * 0.6)
    office.take(begun, "closed", days_ago=9)
    _decide_training(begun)
    office.order_by_hand(begun, days_ago=5.5)
    office.take(begun, "approved", "frozen", days_ago=5)
    _change_late(begun)
    arranging.seated(table, days_ago=1.5)
    arranging.let_out(table, days_ago=4)


def _decide_training(begun: Office) -> None:
    said, by = script(begun.script), begun.secretariat
    office.decide(begun, "pre_approve", office.standing(begun, state="nominated"), by=by, days_ago=8)
    refused = begun.people[said["refused"]["name"]]
    version = office.standing(begun)[refused]
    office.decide(
        begun,
        "refuse",
        {refused: version},
        by=begun.approver,
        days_ago=7,
        reason=said["refused"]["reason"],
    )
    # The seat that this freed went to whoever had waited longest.
    office.decide(begun, "pre_approve", office.standing(begun, state="nominated"), by=by, days_ago=6.5)
    office.decide(
        begun, "approve", office.standing(begun, state="pre_approved"), by=begun.approver, days_ago=6
    )


def _change_late(begun: Office) -> None:
    """One withdrawal, accepted, so that somebody else is promoted; one substitution, not answered yet."""
    said = script(begun.script)
    gone, replaced = said["withdrawn"], said["replaced"]
    number = _propose(begun, "fukuoka", "withdraw", gone, days_ago=3)
    change = asked_for.change(actor=begun.approver, preparation=begun.slug, change=number, tongue="ko")
    changes.accept(
        actor=begun.approver,
        at=begun.ago(2),
        preparation=begun.slug,
        change=number,
        version=change.version,
        answer=gone["answer"],
    )
    _propose(begun, "shimane", "replace", replaced, days_ago=1)


def _propose(begun: Office, body: str, kind: str, said: dict[str, object], *, days_ago: float) -> int:
    by, key = office.focal_point(begun, body), begun.people[str(said["name"])]
    person = asked_for.subject(actor=by, preparation=begun.slug, body=body, delegate=key)
    comes = said.get("by")
    return changes.propose(
        actor=by,
        at=begun.ago(days_ago),
        preparation=begun.slug,
        body=body,
        kind=kind,
        reason=str(said["reason"]),
        delegate=key,
        version=person.version,
        entered=entered(comes, "ja") if isinstance(comes, dict) else None,
    )


def _workshop(one: Office) -> None:
    """Nominations open: some answered, some decided on; the other invitations wait in the outbox. A first version is inner."""
    begun = _begun(one, days_ago=12)
    table = arranging.arranged(begun, days_ago=10)
    accounts = {"busan": cast.BUSAN, "tottori": cast.TOTTORI, "shandong": cast.SHANDONG}
    answered = [guest for guest in delegations(one.script) if guest.people or guest.headcount]
    office.let_go(begun, bodies=[guest.body for guest in answered], days_ago=9.5)
    for place, guest in enumerate(answered):
        account = accounts.get(guest.body)
        by = acting(account, at=one.now) if account else office.focal_point(begun, guest.body)
        office.nominated(begun, guest, by, days_ago=8 - place)
        if guest.decided:
            who = office.standing(begun, body=guest.body)
            office.decide(begun, "pre_approve", who, by=begun.secretariat, days_ago=1.5)
        if guest.decided == "approve":
            who = office.standing(begun, body=guest.body)
            office.decide(begun, "approve", who, by=begun.approver, days_ago=1)
    arranging.seated(table, days_ago=0.9)
    arranging.let_out(table, days_ago=3)
