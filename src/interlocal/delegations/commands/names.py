"""Spellings made by rule, taken over by somebody. Each stays marked as generated, and none replaces a supplied one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation_facts import Ground, ground, one_of
from interlocal.delegations.queries.names import lacking, lacks, missing_of
from interlocal.delegations.rules import names, nominations
from interlocal.delegations.rules.names import Suggested
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

KINDS: Final = ("latin", "reading")


@walled
def fill_missing(*, actor: Actor, at: datetime, preparation: str, body: str) -> int:
    """The likeliest suggestion for everybody of a delegation who lacks a spelling; returns how many people got one."""
    here = _changeable(actor, at, preparation, body)
    filled = 0
    for row in lacking(here):
        found = missing_of(row)
        chosen = {kind: getattr(found, kind)[0] for kind in KINDS if getattr(found, kind)}
        if "reading" in chosen and "latin" in chosen:
            # The Latin spelling of the very reading that is taken.
            chosen["latin"] = _latin_of(row, chosen["reading"]) or chosen["latin"]
        if chosen:
            _put(here, row, chosen, actor, at)
            filled += 1
    return filled


@walled
def accept(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    chosen: Mapping[str, Mapping[str, tuple[str, str]]],
) -> int:
    """Suggestions somebody chose: by key of the delegate and kind (latin, reading), family and given name.

    Returns how many people got one. What was supplied meanwhile stays; Refused for a spelling no rule suggests.
    """
    here = _changeable(actor, at, preparation, body)
    filled = 0
    for key, by_kind in chosen.items():
        row = one_of(here, key)
        writing.refuse(nominations.obstacle_to_editing(here.facts, state=row.state, part_changes=False))
        open_kinds = lacks(row)
        found = {kind: _suggested(row, kind, spelt) for kind, spelt in by_kind.items() if kind in open_kinds}
        if found:
            _put(here, row, found, actor, at)
            filled += 1
    return filled


def _changeable(actor: Actor, at: datetime, preparation: str, body: str) -> Ground:
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    writing.refuse(nominations.obstacle_to_changing(here.facts))
    return here


def _suggested(row: Delegate, kind: str, spelt: tuple[str, str]) -> Suggested:
    found: tuple[Suggested, ...] = getattr(missing_of(row), kind)
    for one in found:
        if (one.family, one.given) == spelt:
            return one
    reason = _("This spelling is not among those suggested. Enter it on the person's own page.")
    raise Refused("not_suggested", reason)


def _latin_of(row: Delegate, reading: Suggested) -> Suggested | None:
    found = names.latin_for(
        family=row.family,
        given=row.given,
        language=row.script_language,
        reading_family=reading.family,
        reading_given=reading.given,
    )
    return found[0] if found else None


def _put(here: Ground, row: Delegate, chosen: Mapping[str, Suggested], actor: Actor, at: datetime) -> None:
    for kind, one in chosen.items():
        setattr(row, f"{kind}_family", one.family)
        setattr(row, f"{kind}_given", one.given)
        setattr(row, f"{kind}_origin", kinds.Origin.GENERATED)
    row.name_keys = names.keys_of_one(row)
    writing.touch(row, actor=actor, at=at)
    writing.journal(here, actor=actor, at=at, verb="spelling_suggested", key=row.key, kinds=sorted(chosen))
