"""Which bodies are invited, and the links by which their people come in without an account."""

from django.db import models

from interlocal.delegations import kinds
from interlocal.delegations.models.preparations import Preparation
from interlocal.evidence.models import tracked
from interlocal.identity.models import User
from interlocal.registry.models import Body


@tracked
class Invitation(models.Model):
    """A body asked to send a delegation: so many seats, until that day. `letter` is what it is told, in `language`."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="invitations")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=kinds.InvitationState, default=kinds.InvitationState.DRAFT)
    quota = models.PositiveSmallIntegerField()
    support_quota = models.PositiveSmallIntegerField(default=2)
    due_on = models.DateField(null=True)
    language = models.CharField(max_length=12)
    letter = models.TextField(blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    # Bodies that prefer to enter no personal data send a number instead.
    headcount = models.PositiveSmallIntegerField(null=True)
    submitted_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    # Place in the order of delegations when moved by hand; the reason is in Moved.
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["preparation", "body"], name="invited_once"),)

    def __str__(self) -> str:
        return f"{self.body_id} to {self.preparation_id}"


class Link(models.Model):
    """A signed personal link. Only a hash of its secret is kept; it ends by its day, by hand, or with its preparation."""

    secret_hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(max_length=10)
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="links")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey("Delegate", models.CASCADE, null=True, related_name="links")
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=12, default="en")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.role} link {self.pk}"


class Once(models.Model):
    """A form that was sent: the same one sent again finds its answer and does nothing twice."""

    key = models.UUIDField(primary_key=True)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.verb} {self.key}"
