"""The people a body sends, what was decided on them, and in which order they stand."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from interlocal.delegations import kinds
from interlocal.delegations.models.invitations import Invitation
from interlocal.delegations.models.preparations import Preparation
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField
from interlocal.registry.models import Body, Person


@tracked
class Delegate(models.Model):
    """One person of a delegation: name, post and state (public office). Everything else asked of them is a Datum.

    `family` and `given` are in the person's own script (`script_language`); Latin spelling as in the passport and
    reading (kana, pinyin, hangul) each say where they came from. `name_keys` match across scripts, never shown.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="delegates")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="delegates")
    part = models.CharField(max_length=12, choices=kinds.Part, default=kinds.Part.MEMBER)
    state = models.CharField(max_length=12, choices=kinds.State, default=kinds.State.DRAFT)
    family = models.CharField(max_length=80, blank=True)
    given = models.CharField(max_length=80, blank=True)
    script_language = models.CharField(max_length=12)
    latin_family = models.CharField(max_length=80, blank=True)
    latin_given = models.CharField(max_length=80, blank=True)
    latin_origin = models.CharField(max_length=10, choices=kinds.Origin, blank=True, default="")
    reading_family = models.CharField(max_length=80, blank=True)
    reading_given = models.CharField(max_length=80, blank=True)
    reading_origin = models.CharField(max_length=10, choices=kinds.Origin, blank=True, default="")
    # Title in the delegate's own language and, where supplied, in others.
    post = LocalisedField(null=True)
    grade = models.CharField(max_length=16, choices=kinds.Grade, default=kinds.Grade.OTHER)
    post_since = models.DateField(null=True)
    language = models.CharField(max_length=12)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    name_keys = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    # The same person at an earlier edition, as somebody confirmed; and in whose place this one comes.
    same_as = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    in_place_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="substitutes")
    walk_in = models.BooleanField(default=False)
    waiting_since = models.DateTimeField(null=True)
    nominated_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = (
            models.Index(fields=["preparation", "body", "position"], name="delegate_in_delegation"),
            models.Index(fields=["preparation", "state"], name="delegate_by_state"),
            models.Index(fields=["body"], name="delegate_of_body"),
        )
        constraints = (
            models.CheckConstraint(
                name="delegate_waiting_since",
                condition=~Q(state="waiting") | Q(waiting_since__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["preparation", "body"],
                condition=Q(part="head", state__in=["nominated", "pre_approved", "approved"]),
                name="delegation_has_one_head",
            ),
        )

    def __str__(self) -> str:
        return str(self.key)


@tracked
class Decision(models.Model):
    """What was decided on a delegate, by whom and why."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="decisions")
    stage = models.CharField(max_length=12, choices=kinds.Stage)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    by_user = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    # The version of the delegate that was decided on: two decisions on one are impossible.
    of_version = models.PositiveIntegerField()
    # The state before, to which the decision can be undone while nothing rests on it.
    was = models.CharField(max_length=12, choices=kinds.State, blank=True, default="")
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["delegate", "of_version"], name="decided_once"),)

    def __str__(self) -> str:
        return f"{self.stage} {self.delegate_id}"


@tracked
class Change(models.Model):
    """A change asked for after the list was frozen: `before` and `after` by field, until an approver answers."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="changes")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, null=True, related_name="changes")
    kind = models.CharField(max_length=8, choices=kinds.ChangeKind)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    reason = models.TextField()
    state = models.CharField(max_length=8, choices=kinds.ChangeState, default=kinds.ChangeState.OPEN)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    of_version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["delegate"], condition=Q(state="open"), name="change_open_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


@tracked
class Moved(models.Model):
    """A place in the order taken by hand, and why: of a delegation (no delegate), or of a delegate within it."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="moves")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, null=True, related_name="moves")
    # Directly before this delegation or delegate; none: at the end.
    before_body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    before_delegate = models.ForeignKey(Delegate, models.CASCADE, null=True, related_name="+")
    reason = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["preparation", "body", "delegate"],
                condition=Q(undone_at=None),
                nulls_distinct=False,
                name="moved_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body_id} {self.delegate_id}"
