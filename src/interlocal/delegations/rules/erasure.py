"""When personal data ends, and how an erasure is proven without naming anybody."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

# A preparation nobody closes counts as closed so many days after its last one: forgetting to must not keep passports.
FORGOTTEN: Final = timedelta(days=60)
# Names and addresses that are no fields of their own (personal links, letters, helpers) end with the contacts.
ADDRESSES: Final = "addresses"
PERSON: Final = "person"


def closes_on(*, closed_on: date | None, until_on: date) -> date:
    """From which day on days are counted: that of closing, and at the latest the one it is taken for closed."""
    latest = until_on + FORGOTTEN
    return min(closed_on, latest) if closed_on else latest


def erased_on(*, closed_on: date | None, until_on: date, kept_days: int) -> date:
    """The first day on which the job erases it."""
    return closes_on(closed_on=closed_on, until_on=until_on) + timedelta(days=kept_days)


def reason_for(field: str, *, due: date | None, agreed: Iterable[str], today: date) -> str:
    """Why a value has to go today; empty while it may stay. `due`: None when it is not asked (any more)."""
    if due is None:
        return "not_asked"
    if today >= due:
        return "retention"
    if kinds.CLASS_OF[field] in kinds.SEALED and field not in agreed:
        return "withdrawn"
    return ""


def chained(before: str, line: Mapping[str, Any]) -> str:
    """The digest of a certificate after one more erasure: whoever has the ledger can work it out again."""
    return hashlib.sha256(f"{before}\n{canonical(line)}".encode()).hexdigest()


def canonical(line: Mapping[str, Any]) -> str:
    return json.dumps(dict(line), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def added(counts: Mapping[str, int], fields: Iterable[str]) -> dict[str, int]:
    """Counts by field with one more of each."""
    total = dict(counts)
    for field in fields:
        total[field] = total.get(field, 0) + 1
    return total


def by_class(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts by class of data; what is no field (persons, addresses) under its own name."""
    total: dict[str, int] = {}
    for field, number in counts.items():
        name = kinds.CLASS_OF.get(field, field)
        total[name] = total.get(name, 0) + number
    return total


def obstacle_to_erasing_person(*, actor: Actor, secretariat: int, body: int) -> Refused | None:
    """Who entered people may erase them whole: their office, and the secretariat."""
    if rights.may_nominate(actor=actor, secretariat=secretariat, body=body):
        return None
    return rights.not_yours()
