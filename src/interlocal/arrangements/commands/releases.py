"""Releasing a programme, and telling those whom the changes concern."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils import translation

from interlocal.arrangements.kinds import Level
from interlocal.arrangements.models import Release, ReleasedSheet
from interlocal.arrangements.queries import releases as queries
from interlocal.arrangements.queries.conflicts import conflicts_of
from interlocal.arrangements.queries.sheet import sheet_of
from interlocal.arrangements.rules import comparing, comparing_mail, releases
from interlocal.arrangements.rules.comparing import Difference
from interlocal.arrangements.rules.sheets import Sheet, from_plain, sha256_of, to_plain
from interlocal.delegations.commands import keeping, outbox
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import access
from interlocal.ground.tongues import reading
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

# The address at which a body (slug) reads the programme, in a language.
Addressed = Callable[[str, str], str]


@walled
def release(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, note: str, is_public: bool
) -> int:
    """Let the programme out as the next version, which nobody changes any more; its number. Two at once: one after the other."""
    reached = access.reach(actor=actor, preparation=preparation, lock=True)
    found = reached.preparation
    if (before := keeping.sent_before(once=once, verb="release", actor=actor, at=at)) is not None:
        return int(before)
    sheet = sheet_of(found) if reached.looks_over else None
    last = Release.objects.filter(preparation=found).first()
    if obstacle := releases.obstacle_to_releasing(
        actor=actor,
        secretariat=found.secretariat_id,
        is_closed=found.closed_on is not None,
        sheet=sheet or _nothing(found),
        impossible=_impossible(found, sheet, at) if sheet else "",
        is_same=last is not None
        and sheet is not None
        and (last.sha256, last.is_public) == (sha256_of(sheet), is_public),
    ):
        raise obstacle
    assert sheet
    made = _keep(found, sheet, last.number + 1 if last else 1, actor, at, note, is_public=is_public)
    keeping.answered(once=once, subject=str(made.number))
    was_public = last is not None and last.is_public
    # Pages of the public change with a public version, and when the public version is taken away.
    line = Line(
        "released",
        "preparation",
        found.slug,
        {"number": made.number, "items": len(sheet.items)},
        public=is_public or was_public,
    )
    journal.record(actor=actor, at=at, lines=[line])
    return made.number


def _keep(
    found: Preparation, sheet: Sheet, number: int, actor: Actor, at: datetime, note: str, *, is_public: bool
) -> Release:
    made = Release.objects.create(
        preparation=found,
        number=number,
        sha256=sha256_of(sheet),
        note=note[:300],
        is_public=is_public,
        by=actor.name,
        at=at,
    )
    whole = queries.numbered(sheet, number=number, at=at)
    kept = [(False, whole)] + ([(True, releases.for_public(whole))] if is_public else [])
    ReleasedSheet.objects.bulk_create(
        ReleasedSheet(release=made, preparation=found, is_public=public, sheet=to_plain(one))
        for public, one in kept
    )
    return made


def _impossible(found: Preparation, sheet: Sheet, at: datetime) -> str:
    told = conflicts_of(found, sheet, tongue=reading(), at=at)
    return next((one.says for one in told if one.level == Level.REFUSE), "")


def _nothing(found: Preparation) -> Sheet:
    return Sheet(
        found.slug, found.name, None, found.from_on, found.until_on, found.timezone, found.language, ()
    )


@walled
def tell(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, number: int, page: Addressed
) -> int:
    """Drafts for the delegations that the changes of this version concern, each in its language with its changes alone.

    How many drafts. `page` gives where a body (slug) reads the programme, in a language. Delegations without an address get none.
    """
    found = access.run(actor=actor, preparation=preparation)
    if (before := keeping.sent_before(once=once, verb="tell_release", actor=actor, at=at)) is not None:
        return int(before)
    changes, is_first = _changes(found, number)
    news = [
        _news(found, one, number, page(one.body, one.language), is_first=is_first)
        for one in queries.concerned(found, changes)
        if one.email
    ]
    count = outbox.draft_news(actor=actor, at=at, preparation=found.slug, news=news)
    keeping.answered(once=once, subject=str(count))
    keeping.enter(
        actor=actor,
        at=at,
        verb="release_told",
        kind="preparation",
        key=found.slug,
        number=number,
        count=count,
    )
    return count


def _changes(found: Preparation, number: int) -> tuple[tuple[Difference, ...], bool]:
    """What version `number` changed against the one before, and whether it is the first."""
    kept = ReleasedSheet.objects.filter(preparation=found, is_public=False)
    new = from_plain(kept.get(release__number=number).sheet)
    last = kept.filter(release__number__lt=number).order_by("-release__number").first()
    old = from_plain(last.sheet) if last else _nothing(found)
    return comparing.differences(old, new), last is None


def _news(
    found: Preparation, one: queries.Concerned, number: int, page: str, *, is_first: bool
) -> outbox.News:
    with translation.override(one.language):
        words = comparing_mail.wording(
            event=found.name.shown(one.language).text,
            to=one.contact_name,
            number=number,
            is_first=is_first,
            changes=queries.sentences(one.changes, one.language, inner=False),
            page=page,
        )
    return outbox.News(one.body, words.subject, words.text)
