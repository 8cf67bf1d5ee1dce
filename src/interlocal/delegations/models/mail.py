"""Letters by e-mail: each is a draft first, and what became of it is kept beside it."""

import uuid

from django.db import models

from interlocal.delegations import kinds
from interlocal.delegations.models.delegates import Delegate
from interlocal.delegations.models.preparations import Preparation
from interlocal.registry.models import Body


class Mail(models.Model):
    """One mail to one recipient in one language. `key` is its Message-ID, so that it is sent at least once and known again."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="mails")
    # Whose people it is written to.
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, null=True, related_name="mails")
    kind = models.CharField(max_length=12, choices=kinds.MailKind)
    state = models.CharField(max_length=10, choices=kinds.MailState, default=kinds.MailState.DRAFT)
    language = models.CharField(max_length=12)
    to_name = models.CharField(max_length=200, blank=True)
    to_email = models.EmailField()
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    context = models.JSONField(default=dict, blank=True)
    # Not before this moment.
    send_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    queued_by = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["state", "next_at"], name="mail_to_send"),
            models.Index(fields=["preparation", "state"], name="mail_of_preparation"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
