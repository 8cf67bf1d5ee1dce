"""Reminders of the deadline of nominations, drafted by the worker for whom they concern; somebody still lets them go."""

from datetime import date, datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Invitation, Mail, Milestone, Preparation
from interlocal.delegations.rules import outbox
from interlocal.ground.dates import PartialDate
from interlocal.ground.wording import print_date
from interlocal.identity.kinds import Actor


@transaction.atomic
def draft_reminders(*, actor: Actor, at: datetime) -> int:
    """Drafts for invited bodies that have not submitted, on the days of rules.outbox.REMINDS; how many were made."""
    today, made = at.date(), 0
    open_now = Milestone.objects.select_for_update(of=("self",)).filter(
        step=kinds.Step.CLOSED, done_at=None, due_on__isnull=False, preparation__closed_on=None
    )
    for milestone in open_now.select_related("preparation"):
        assert milestone.due_on is not None
        if not outbox.is_reminded(due_on=milestone.due_on, today=today, reminded_on=milestone.reminded_on):
            continue
        made += _draft(milestone.preparation, milestone.due_on, actor, at)
        Milestone.objects.filter(pk=milestone.pk).update(reminded_on=today)
    return made


def _draft(preparation: Preparation, due_on: date, actor: Actor, at: datetime) -> int:
    waiting = (
        Invitation.objects.filter(
            preparation=preparation, state__in=["sent", "accepted"], submitted_at=None, headcount=None
        )
        .exclude(contact_email="")
        .order_by("pk")
    )
    drafts = [_mail(preparation, row, row.due_on or due_on, at) for row in waiting]
    Mail.objects.bulk_create(drafts)
    if drafts:
        keeping.enter(
            actor=actor,
            at=at,
            verb="reminders_drafted",
            kind="preparation",
            key=preparation.slug,
            count=len(drafts),
        )
    return len(drafts)


def _mail(preparation: Preparation, row: Invitation, due_on: date, at: datetime) -> Mail:
    day = print_date(PartialDate.of(due_on), row.language)
    title = preparation.name.shown(row.language).text
    with translation.override(row.language.lower()):
        subject = _("Reminder: nominations for %(title)s") % {"title": title}
        text = _(
            "Dear %(name)s,\n\nwe look forward to your delegation at %(title)s. Nominations are open until %(day)s, and we have not "
            "received yours yet. The personal link in our invitation leads to your delegation's page; if you need a new one, please "
            "answer this mail.\n\nWith kind regards"
        ) % {"name": row.contact_name or _("colleagues"), "title": title, "day": day}
    return Mail(
        preparation=preparation,
        body_id=row.body_id,
        kind=kinds.MailKind.REMINDER,
        language=row.language,
        to_name=row.contact_name,
        to_email=row.contact_email,
        subject=subject,
        text=text,
        made_by="reminders",
        made_at=at,
    )
